import assert from "node:assert/strict";
import {test} from "node:test";
import {START, decodeState, encodeState, toggled} from "../../../graph/web/frontend/src/state.js";

const BASE = "https://dragoman.invalid/", at = name => `${BASE}entity/${name}`;
const DG = "https://dragoman.invalid/vocabulary#";

const FULL = {
  view: "table",
  chosen: {entity: at("c%C3%B4te-d-ivoire")},
  filters: {changes: ["new", "modality"], standings: ["planned", "denied"], sureness: ["fair"], relations: [`${DG}hosted`], speakers: [at("xi-jinping")], documents: [`${BASE}document/a-1`], authors: ["Wang Yi", "A|B + 5 %"], sources: ["www.mfa.gov.cn"], types: ["Concept"], from: "2013", to: null, since: "2024-05", until: null},
  moves: [{act: "draw", ids: [at("brazil"), at("kenya")]}, {act: "expand", id: at("china")}, {act: "place", id: at("china"), x: -12, y: 30}, {act: "hide", id: "urn:other:1"}, {act: "only", ids: [at("kenya")]}, {act: "pin", id: at("kenya")}, {act: "unpin", id: at("kenya")}],
  table: {order: "time", descending: true, words: "joint statement", drawn: true, page: 2},
  connect: {from: at("china"), to: at("serbia")},
  matrix: {rows: "actors", columns: "events"},
  query: "SELECT * { ?s ?p ?o }\n# 100 % & more = enough",
  only: "planned",
  faceted: true,
  camera: {x: -40, y: 12, scale: 1.25},
  read: {document: `${BASE}document/a-1`, start: 4, end: 40},
};

test("a state comes back from its hash as it was", () => {
  assert.deepEqual(decodeState(`#${encodeState(FULL, BASE)}`, BASE), FULL);
});

test("each kind of choice comes back", () => {
  const choices = [null, {claim: `${BASE}claim/1`}, {from: at("a"), to: at("b")}, {document: `${BASE}document/d`, start: 3, end: 99}];
  for (const chosen of choices) assert.deepEqual(decodeState(encodeState({...START, chosen}, BASE), BASE), {...START, chosen});
});

test("the start has no hash, and a hash is short where its IRIs are the graph's own", () => {
  assert.equal(encodeState(START, BASE), "");
  assert.equal(encodeState({...START, chosen: {entity: at("china")}}, BASE), "e=entity/china");
});

test("a page that opens with another view has no hash for that one, and falls back to it", () => {
  const views = ["changes", "network"], home = {...START, view: "changes"};
  assert.equal(encodeState(home, BASE, "changes"), "");
  assert.equal(encodeState(START, BASE, "changes"), "v=network");
  for (const hash of ["", "#v=table"]) assert.deepEqual(decodeState(hash, BASE, views), home);
});

test("what a hash says wrongly is as at the start", () => {
  for (const hash of ["#nobody", "#%", "#e", "#v=castle", "#e=%E0%A4%A", "#m=fly+away|place+x+1|", "#y=then", "#s=document/d+a+b", "#n=x", "#o=-castle", "#st=true+shouted", "#hide=%3Cb%3E",
    "#e=entity/a%22%3Eb", "#p=a+%3Cb", "#ab=%7Ba+%7D", "#m=hide+%3Ca%3E|only", "#z=1+2", "#z=a+b+c", "#z=1+2+0", "#k=planned", "#t=%3Cx%3E", "#d=a%5Cb", "#ch=improved", "#pd=2024", "#pd=May..June", "#by=|"]) {
    assert.deepEqual(decodeState(hash, BASE), START, hash);
  }
});

test("of a link with moves without end only the first ones count", () => {
  const moves = Array.from({length: 600}, (_, i) => `hide+e${i}`).join("|");
  assert.equal(decodeState(`#m=${moves}`, BASE).moves.length, 500);
});

test("toggling adds what is missing and takes out what is there", () => {
  assert.deepEqual([toggled(["a"], "b"), toggled(["a", "b"], "a")], [["a", "b"], ["b"]]);
});
