import assert from "node:assert/strict";
import test from "node:test";

import {completionsAt} from "../../../graph/web/frontend/src/completion.js";

const DG = "https://dragoman.invalid/vocabulary#";
const prefixes = {dg: DG, dcterms: "http://purl.org/dc/terms/", entity: "https://dragoman.invalid/entity/"};
const term = (name, label, kind, count) => ({iri: DG + name, curie: `dg:${name}`, label, kind, count});
const terms = [
  term("visited", "visited", "relation", 12), term("revisited", "came to see again", "relation", 1),
  term("participatesIn", "participates in", "relation", 40), term("memberOf", "is a member of", "relation", 7),
  term("Country", "Country", "type", 30),
  {iri: "https://example.org/odd(name)", curie: null, label: "odd name", kind: "relation", count: 2},
];
const offers = (before, more = {}) => completionsAt(before, {prefixes, terms, ...more});
const labels = (before, more) => offers(before, more)?.options.map(({label}) => label) ?? [];

test("part of a label offers the relation by its short name, with label and count", () => {
  const found = offers("SELECT * { ?a visit");
  assert.equal(found.from, "SELECT * { ?a ".length);
  assert.deepEqual(found.options[0], {label: "dg:visited", detail: "visited · 12", apply: "dg:visited", type: "property", declare: `PREFIX dg: <${DG}>\n`});
});

test("names that begin with what was typed come before those that only contain it", () => {
  assert.deepEqual(labels("SELECT * { ?a visit"), ["dg:visited", "dg:revisited"]);
});

test("a later word of a label is found as well", () => {
  assert.deepEqual(labels("SELECT * { ?a memb"), ["dg:memberOf"]);
  assert.deepEqual(labels("SELECT * { ?a odd"), ["odd name"]);
});

test("a declared prefix is not declared again", () => {
  assert.equal(offers(`PREFIX dg: <${DG}>\nSELECT * { ?a visit`).options[0].declare, "");
});

test("a missing PREFIX line goes behind the comments at the head", () => {
  const text = "# title: Visits\nSELECT * { ?a visit";
  assert.equal(offers(text).declareAt, text.indexOf("SELECT"));
});

test("a term without a usable prefix is written as its full IRI", () => {
  assert.equal(offers("SELECT * { ?a odd").options[0].apply, "<https://example.org/odd(name)>");
});

test("after a prefix only its names are offered, those used most first", () => {
  assert.deepEqual(labels("SELECT * { ?a dg:"), ["dg:participatesIn", "dg:Country", "dg:visited", "dg:memberOf", "dg:revisited"]);
  assert.deepEqual(labels("SELECT * { ?a dg:vis"), ["dg:visited", "dg:revisited"]);
  assert.deepEqual(labels("SELECT * { ?a skos:vis"), []);
});

test("within angle brackets IRIs are offered whole", () => {
  assert.deepEqual(labels(`SELECT * { ?a <${DG}vis`), [`<${DG}visited>`]);
});

test("a comparison offers no IRIs", () => {
  assert.deepEqual(labels("SELECT * { ?a ?b ?c FILTER(?c <"), []);
});

test("keywords are offered in capitals for either case", () => {
  assert.deepEqual(labels("sel"), ["SELECT"]);
  assert.deepEqual(labels("SELECT * { ?a ?b ?c } OFF"), ["OFFSET"]);
});

test("among triples small letters mean terms first, capitals mean keywords first", () => {
  assert.deepEqual(labels("SELECT * { co").slice(0, 2), ["dg:Country", "CONSTRUCT"]);
  assert.deepEqual(labels("SELECT * { CO").slice(0, 2), ["CONSTRUCT", "COUNT"]);
});

test("variables of the whole query are offered, the one being typed is not", () => {
  const text = "SELECT ?who ?where { ?who ?w }";
  assert.deepEqual(labels("SELECT ?who ?where { ?who ?w", {text}), ["?who", "?where"]);
  assert.deepEqual(labels("SELECT ?x"), []);
});

test("after PREFIX the known namespaces are offered with their IRI", () => {
  assert.equal(offers("PREFIX dc").options[0].apply, "dcterms: <http://purl.org/dc/terms/>");
  assert.deepEqual(labels(`PREFIX dg: <${DG}>\nPREFIX `, {explicit: true}), ["dcterms:", "entity:"]);
});

test("nothing is offered inside strings and comments", () => {
  for (const before of ['SELECT * { ?a ?b "visit', "SELECT * { ?a ?b '''one\nvisit", "# visit", "SELECT * # sel"]) {
    assert.equal(offers(before), null, before);
  }
  assert.deepEqual(labels('SELECT * { ?a ?b "it" ; visit'), ["dg:visited", "dg:revisited"]);
  assert.deepEqual(labels("# note\nsel"), ["SELECT"]);
});

test("an IRI with a hash is no comment", () => {
  assert.deepEqual(labels(`SELECT * { <${DG}x> visit`), ["dg:visited", "dg:revisited"]);
});

test("without a typed piece something is offered only when asked for", () => {
  assert.equal(offers("SELECT * { ?a "), null);
  assert.equal(offers("SELECT * { ?a ", {explicit: true}).options[0].label, "dg:participatesIn");
});
