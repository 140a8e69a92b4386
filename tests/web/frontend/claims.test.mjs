import assert from "node:assert/strict";
import {test} from "node:test";
import {byRelation, endsOf, isDenial, toClaims, toLinks, wordsOf} from "../../../graph/web/frontend/src/claims.js";
import {barsOf} from "../../../graph/web/frontend/src/timeline.js";
import {findPaths} from "../../../graph/web/frontend/src/paths.js";

const DG = "https://dragoman.invalid/vocabulary#", BASE = "https://dragoman.invalid/";

test("a fragment of RFC 5147 tells characters", () => {
  assert.deepEqual(endsOf(`${BASE}document/d#char=12,17`), {start: 12, end: 17});
});

test("an open relation is said in the words of the text, unless they lead the other way", () => {
  const open = `${BASE}relation/take-step-with`, cases = [
    [open, {rule: "clause", predicate: "have taken\nsteps with"}, "have taken steps with"],
    [`${BASE}relation/lead`, {rule: "passive", predicate: "is led by"}, null],
    [`${BASE}relation/be-rooted-in`, {rule: "passive", predicate: "rooted in"}, "rooted in"],
    [`${BASE}relation/be-agency-of`, {rule: "name", predicate: "Agency of Brazil"}, null],
    [`${BASE}relation/be-president-of`, {rule: "title", predicate: "is president of"}, "is president of"],
    [`${DG}hosted`, {rule: "clause", predicate: "has hosted"}, null],
  ];
  for (const [relation, evidence, words] of cases) assert.equal(wordsOf(relation, evidence), words);
});

test("words that deny by themselves are known", () => {
  assert.deepEqual(["has not met", "didn’t meet", "never met", "met", "notes"].map(isDenial), [true, true, true, false, false]);
});

const row = {claim: `${BASE}claim/1`, subject: `${BASE}entity/a`, subjectLabel: "A", subjectType: `${DG}Country`, relation: `${DG}hosted`, relationLabel: "hosted",
  object: "spheres", polarity: `${DG}Negated`, modality: `${DG}Planned`, speaker: `${BASE}entity/w`, speakerLabel: "W", speakerType: `${DG}Person`, attributed: `${DG}Named`, confidence: "0.8"};
const evidence = [{claim: row.claim, quote: "A will not host spheres.", start: "3", end: "27", document: `${BASE}document/d`, predicate: "host", rule: "clause"}];

test("rows become a claim with all that was said of it", () => {
  const qualifiers = [
    {claim: row.claim, kind: `${DG}time`, value: "2024-09"}, {claim: row.claim, kind: `${DG}timeText`, value: "in September"},
    {claim: row.claim, kind: `${DG}place`, value: `${BASE}entity/p`, label: "P", type: `${DG}Place`},
  ];
  const [claim] = toClaims([row, row], evidence, qualifiers, new Map([[`${BASE}document/d`, {title: "D", markdown: true}]]));
  assert.deepEqual([claim.standing, claim.modality, claim.value, claim.object, claim.dates], ["denied", "planned", "spheres", null, ["2024-09"]]);
  assert.deepEqual(claim.qualifiers, [{asks: "when", text: "in September (2024-09)", entity: null}, {asks: "where", text: "P", entity: {id: `${BASE}entity/p`, label: "P", type: "Place"}}]);
  assert.deepEqual(claim.evidence[0].sentence, {document: `${BASE}document/d`, start: 3, end: 27, id: `${BASE}document/d 3 27`, quote: "A will not host spheres.", title: "D", name: "D", markdown: true, creator: undefined, date: undefined, source: undefined});
});

test("an arrow counts its claims and names what is stated first", () => {
  const said = (modality, relationLabel, n) => ({subject: "a", object: "b", relationLabel, polarity: `${DG}Affirmed`, modality: `${DG}${modality}`, n});
  assert.deepEqual(toLinks([said("Planned", "host", "3"), said("Asserted", "met", "2"), {...said("Asserted", "is", "1"), object: "a"}]), [
    {id: "a b", from: "a", to: "b", claims: 5, stated: 2, names: [{standing: "stated", relation: "met"}, {standing: "planned", relation: "host"}]},
  ]);
});

test("years without claims stand between those with, unless they are many", () => {
  const bars = barsOf([{value: "2015", count: 2}, {value: "2013", count: 1}, {value: "1955", count: 4}]);
  assert.deepEqual(bars, [{year: 1955, count: 4}, {year: null, count: 0}, {year: 2013, count: 1}, {year: 2014, count: 0}, {year: 2015, count: 2}]);
});

// A chain a–b–c–d–e–f with a shortcut a–x–c.
const EDGES = [["a", "b"], ["b", "c"], ["c", "d"], ["d", "e"], ["e", "f"], ["a", "x"], ["x", "c"]];
const nextTo = async ids => EDGES.flatMap(([one, other]) => [[one, other], [other, one]]).filter(([near]) => ids.includes(near)).map(([near, far]) => ({near, far}));

test("paths come shortest first and end after four steps", async () => {
  assert.deepEqual(await findPaths("a", "b", nextTo), [["a", "b"], ["a", "x", "c", "b"]]);
  assert.deepEqual(await findPaths("a", "c", nextTo), [["a", "b", "c"], ["a", "x", "c"]]);
  assert.deepEqual(await findPaths("a", "e", nextTo), [["a", "b", "c", "d", "e"], ["a", "x", "c", "d", "e"]]);
  assert.deepEqual(await findPaths("a", "f", nextTo), []);
  assert.deepEqual(await findPaths("a", "a", nextTo), []);
  assert.deepEqual(await findPaths("nobody", "a", nextTo), []);
});

test("what names speak of comes after who did what, and what one does oneself before what is done to it", () => {
  const claim = (subject, relation) => ({subject: {id: subject}, relation: {id: relation, label: relation.split("#").pop()}});
  const claims = [claim("x", `${DG}concerns`), claim("y", `${DG}concerns`), claim("z", `${DG}concerns`), claim("b", `${DG}hosted`), claim("a", `${DG}hosted`), claim("a", `${BASE}relation#meet`)];
  assert.deepEqual(byRelation(claims, "a").map(({key, claims: mine}) => [key, mine.map(one => one.subject.id)]), [["hosted", ["a", "b"]], ["meet", ["a"]], ["concerns", ["x", "y", "z"]]]);
});
