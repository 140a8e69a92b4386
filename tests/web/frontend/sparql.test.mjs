import assert from "node:assert/strict";
import {test} from "node:test";
import {formOf, iri, literal, makeAsk, triplesOf} from "../../../graph/web/frontend/src/sparql.js";

test("an IRI that could end its own brackets is refused", () => {
  assert.equal(iri("https://dragoman.invalid/entity/china"), "<https://dragoman.invalid/entity/china>");
  for (const text of ["", "a> } DELETE", "a b", 'a"b', "a\nb", "a{b}", "a|b", "a^b", "a`b", "a\\b", null]) assert.throws(() => iri(text), /not an IRI/);
});

test("a literal cannot be left", () => {
  assert.equal(literal('say "no"\\ \n\t'), '"say \\"no\\"\\\\ \\n\\t"');
});

test("the form of a query is its first keyword, wherever else the word stands", () => {
  const cases = [
    ["SELECT * {}", "select"], ["# ask\nPREFIX ask: <http://select/>\nconstruct where {}", "construct"], ["ASK { ?s ?p 'select' }", "ask"],
    ['PREFIX select: <x> DESCRIBE <y>', "describe"], ["hello", null], ["", null],
  ];
  for (const [text, form] of cases) assert.equal(formOf(text), form, text);
});

test("N-Triples become terms as SPARQL's JSON has them", () => {
  const text = '<http://a/s> <http://a/p> "two\\nlines \\"\\u00e9\\"" .\n_:b <http://a/p> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .\n<http://a/s> <http://a/p> "ja"@de-AT .\n\n';
  const s = {type: "uri", value: "http://a/s"}, predicate = {type: "uri", value: "http://a/p"};
  assert.deepEqual(triplesOf(text), [
    {subject: s, predicate, object: {type: "literal", value: 'two\nlines "é"'}},
    {subject: {type: "bnode", value: "b"}, predicate, object: {type: "literal", value: "3", datatype: "http://www.w3.org/2001/XMLSchema#integer"}},
    {subject: s, predicate, object: {type: "literal", value: "ja", "xml:lang": "de-AT"}},
  ]);
  assert.throws(() => triplesOf("nonsense"), /not N-Triples/);
});

const engine = answer => ({asked: [], query(text, options) { this.asked.push([text, options.format]); return answer(); }});

test("prefixes are declared before a query, and its answer is plain values", async () => {
  const one = engine(async () => '{"head":{"vars":["n","m"]},"results":{"bindings":[{"n":{"type":"literal","value":"5"}}]}}');
  assert.deepEqual(await makeAsk(one, {dg: "http://d#"}).select("SELECT ?n ?m {}"), [{n: "5"}]);
  assert.deepEqual(one.asked, [["PREFIX dg: <http://d#>\nSELECT ?n ?m {}", "application/sparql-results+json"]]);
});

test("the line of an error is the line of the caller's text", async () => {
  const ask = message => makeAsk(engine(async () => { throw new Error(message); }), {dg: "http://d#"}).ask("SELECT {");
  await assert.rejects(ask("error at 3:14: expected }"), {message: "error at 2:14: expected }"});
  await assert.rejects(ask("line 2, column 9: no such prefix"), {message: "line 1, column 9: no such prefix"});
});

test("an answer that is no answer is an error", async () => {
  await assert.rejects(makeAsk(engine(async () => '{"head":{'), {}).ask("SELECT * {}"));
});
