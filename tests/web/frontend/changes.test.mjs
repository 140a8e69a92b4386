import assert from "node:assert/strict";
import {test} from "node:test";
import {lookOfChanges, shiftOf, toChanges, withKeys} from "../../../graph/web/frontend/src/changes.js";
import {toLinks} from "../../../graph/web/frontend/src/claims.js";
import {differencesOf} from "../../../graph/web/frontend/src/differences.js";

const DG = "https://dragoman.invalid/vocabulary#";

test("an arrow whose claims have all become the same is drawn so, any other as several; signs tell what changed", () => {
  const looks = [{new: 2}, {dropped: 1, repeated: 3}, {repeated: 1}].map(lookOfChanges);
  assert.deepEqual(looks.map(look => look.kind), ["new", "several", "repeated"]);
  assert.deepEqual(looks.map(look => look.signs.map(one => one.key)), [["new"], ["dropped"], []]);
});

test("no two kinds share both dashes and width, and none shares a sign", () => {
  const kinds = ["modality", "number", "reworded", "new", "dropped", "repeated"].map(key => lookOfChanges({[key]: 1}));
  assert.equal(new Set(kinds.map(({dashes, width}) => JSON.stringify([dashes, width]))).size, 6);
  assert.equal(new Set(kinds.map(({sign}) => sign)).size, 6);
});

test("the first view's changes come in the order of interest, by their keys", () => {
  const view = withKeys({changes: [{key: "new", count: 9}, {key: "changed modality", count: 1}], links: [{id: "a b", changes: {"changed number": 2}}, {id: "c d"}]});
  assert.deepEqual(view.changes, [{key: "modality", count: 1}, {key: "new", count: 9}]);
  assert.deepEqual(view.links, [{id: "a b", changes: {number: 2}}, {id: "c d"}]);
  const plain = {links: []};
  assert.equal(withKeys(plain), plain);
});

test("an arrow counts its claims by what became of them, and names a relation once", () => {
  const said = (kind, n) => ({subject: "a", object: "b", relationLabel: "met", polarity: `${DG}Affirmed`, modality: `${DG}Asserted`, kind, n});
  assert.deepEqual(toLinks([said("new", "2"), said("repeated", "1")]), [
    {id: "a b", from: "a", to: "b", claims: 3, stated: 3, names: [{standing: "stated", relation: "met"}], changes: {new: 2, repeated: 1}},
  ]);
});

test("rows become changes with both sides", () => {
  const row = {change: "c", kind: "changed modality", quote: "It will.", start: "3", end: "11", document: "d"};
  const found = toChanges([{...row, side: `${DG}before`, told: "one"}, {...row, side: `${DG}after`, told: "other", quote: "It did."}], new Map([["d", {title: "D", date: "2024"}]]));
  const {kind, before, after} = found.get("c");
  assert.deepEqual([kind, before.claim, before.sentence.quote, after.claim, after.sentence.quote, after.sentence.title], ["modality", "one", "It will.", "other", "It did.", "D"]);
});

test("what has changed in a claim is told in a word", () => {
  const side = (standing, subject, value) => ({whole: {standing, subject: {label: subject}, object: null, value, qualifiers: []}}), t = key => key;
  assert.equal(shiftOf({kind: "modality", before: side("planned", "A", ""), after: side("denied", "A", "")}, t), "standing.planned → standing.denied");
  assert.equal(shiftOf({kind: "number", before: side("stated", "149 countries", "of 200"), after: side("stated", "155 countries", "of 200")}, t), "149 → 155");
  assert.equal(shiftOf({kind: "number", before: side("stated", "sixty", ""), after: side("stated", "seventy", "")}, t), "");
  assert.equal(shiftOf({kind: "new", before: null, after: side("stated", "A", "")}, t), "");
});

test("the words that two sentences do not share are told, and make up the sentences again", () => {
  const [before, after] = differencesOf("Norway will sign the Treaty.", "NORWAY signed the treaty");
  assert.deepEqual(before, [{text: "Norway ", same: true}, {text: "will sign", same: false}, {text: " the Treaty.", same: true}]);
  assert.deepEqual(after.filter(one => !one.same), [{text: "signed", same: false}]);
  assert.equal(after.map(one => one.text).join(""), "NORWAY signed the treaty");
});

test("sentences with little in common are not compared by words", () => {
  assert.equal(differencesOf("One two three four", "Five six seven four"), null);
  assert.equal(differencesOf("a ".repeat(500), "a ".repeat(500)), null);
});
