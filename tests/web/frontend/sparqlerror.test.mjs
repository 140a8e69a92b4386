import assert from "node:assert/strict";
import test from "node:test";

import {caretAt, placeAt, placeOf, rangeAt, strangerBefore} from "../../../graph/web/frontend/src/sparqlerror.js";
import {undeclaredIn} from "../../../graph/web/frontend/src/tokens.js";

const cut = (text, line, column) => {
  const {from, to} = rangeAt(text, line, column);
  return text.slice(from, to);
};

test("the engine's message gives line, column and what it expected", () => {
  assert.deepEqual(placeOf("error at 3:14: expected OPTIONAL"), {line: 3, column: 14, message: "expected OPTIONAL", listed: true});
});

test("the engine's own words are taken out of its list", () => {
  assert.deepEqual(placeOf("error at 1:46: expected one of The SELECT contains a variable that is unbound, [_]"),
    {line: 1, column: 46, message: "The SELECT contains a variable that is unbound", listed: false});
});

test("signs of the grammar are left out of a list", () => {
  assert.equal(placeOf("error at 1:9: expected one of DESCRIBE, [_]").message, "expected DESCRIBE");
  assert.equal(placeOf("error at 1:26: expected one of LATERAL, SERVICE, [_]").message, "expected one of LATERAL, SERVICE");
  assert.deepEqual(placeOf("error at 1:1: expected [_]"), {line: 1, column: 1, message: "", listed: true});
});

test("the server's message gives line, column and the rest", () => {
  assert.deepEqual(placeOf("line 3, column 14: SERVICE is refused; take that part out"),
    {line: 3, column: 14, message: "SERVICE is refused; take that part out", listed: false});
});

test("a message without a place is kept as it is", () => {
  assert.deepEqual(placeOf("The service <http://x/> is not supported"),
    {line: null, column: null, message: "The service <http://x/> is not supported", listed: false});
});

test("the word at a place is found", () => {
  assert.equal(cut("SELECT ?a\nWHERE { ?a dg:visited ?b }", 2, 12), "dg:visited");
});

test("columns count characters, not UTF-16 units", () => {
  assert.equal(cut('SELECT * { ?s ?p "😀" . wrong }', 1, 24), "wrong");
});

test("where nothing stands the last word before is found", () => {
  assert.equal(cut("SELECT ?a WHERE {  \n", 2, 1), "{");
  assert.equal(cut("SELECT ?ab", 1, 11), "?ab");
});

test("a place outside the text is brought inside it", () => {
  assert.equal(cut("ASK { }", 9, 9), "}");
  assert.deepEqual(rangeAt("", 1, 1), {from: 0, to: 0});
});

test("an offset becomes line and column", () => {
  assert.deepEqual(placeAt("ab\n😀c", "ab\n😀".length), {line: 2, column: 2});
});

test("the caret stands under its column", () => {
  assert.deepEqual(caretAt("one\n  two three", 2, 7), ["  two three", "      ^"]);
});

test("tabs and wide letters before the caret take their own width", () => {
  assert.deepEqual(caretAt('\t"中" x', 1, 6), ['\t"中" x', "\t \u3000  ^"]);
});

test("the first name with an undeclared prefix is found, not one in a string, a comment or an IRI", () => {
  const text = '# no:this\nPREFIX a: <http://x/no:this>\nSELECT * { a:b ?p "no:this" ; _:c ?q ; dg:visited ?o }';
  const {prefix, start} = undeclaredIn(text);
  assert.deepEqual([prefix, start], ["dg", text.indexOf("dg:visited")]);
  assert.equal(undeclaredIn("prefix dg: <http://x/> ASK { ?s dg:a ?o }"), undefined);
});

test("the word that SPARQL does not know is found, with the one that was meant", () => {
  const found = (text, line, column) => { const one = strangerBefore(text, line, column); return one && [one.text, one.start, one.meant]; };
  assert.deepEqual(found("SELECT ?a WHERE {\n  ?a dg:visited ?b .\n  FILTR(?b)\n}", 3, 11), ["FILTR", 41, "FILTER"]);
  assert.deepEqual(found("SELCT ?a { ?a a ?b }", 1, 1), ["SELCT", 0, "SELECT"]);
  assert.deepEqual(found("SELECT ?a { ?a visited ?b }", 1, 16), ["visited", 15, null]);
  assert.equal(found("SELECT ?a { ?a ?b ?c ) LIMIT 5", 1, 22), undefined);
  assert.equal(found("SELECT * { ?a a ?b } LIMIT 10 )", 1, 31), undefined);
});
