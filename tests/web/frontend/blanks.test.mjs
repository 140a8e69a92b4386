import assert from "node:assert/strict";
import test from "node:test";

import {fillBlanks, stringLiteral, summaryOf, titleOf, withQuery} from "../../../graph/web/frontend/src/blanks.js";

const question = {
  title: "Between two entities", text: '# title: Between two entities\n# parameter: one — name —\nASK { FILTER("{one}" = "" || "{other}" = "{one}" || "{nobody}" = "") }',
  parameters: [{name: "one", meaning: "name", default: ""}, {name: "other", meaning: "name", default: "China"}],
};

test("what is filled in cannot leave its quotes", () => {
  assert.equal(stringLiteral('a "b" \\ c\nd'), String.raw`"a \"b\" \\ c\nd"`);
});

test("blanks take their value or their default, and what is no blank stays", () => {
  assert.equal(fillBlanks(question, {one: "Serbia"}), 'ASK { FILTER("Serbia" = "" || "China" = "Serbia" || "{nobody}" = "") }');
});

test("a value that looks like a blank is not filled again", () => {
  assert.match(fillBlanks(question, {one: "{other}", other: "x"}), /FILTER\("\{other\}" = ""/);
});

test("an emptied blank is empty, not its default", () => {
  assert.match(fillBlanks(question, {one: "", other: ""}), /\|\| "" = "" \|\|/);
});

test("the head of a saved query is left out, other comments stay", () => {
  assert.equal(fillBlanks({text: "# title: A\n# question: B\n# mine\nASK {}"}), "# mine\nASK {}");
});

test("a filled question is called by its title and its values", () => {
  assert.equal(titleOf(question, {one: "China", other: ""}), "Between two entities · China");
});

test("a query is summed up without comments and prefixes", () => {
  assert.equal(summaryOf("# a\nPREFIX dg: <http://x#>\nprefix : <http://y>\nSELECT ?a\nWHERE {\n  ?a a dg:Claim }"), "SELECT ?a WHERE { ?a a dg:Claim }");
  assert.equal(summaryOf("SELECT ?abc WHERE { }", 12), "SELECT ?abc…");
});

test("the newest query comes first, the same text stands once, and thirty are kept", () => {
  const long = Array.from({length: 30}, (_, at) => ({text: `q${at}`, title: "", at: ""}));
  assert.deepEqual(withQuery(long, {text: "q3", title: "T", at: "now"}).slice(0, 3).map(({text}) => text), ["q3", "q0", "q1"]);
  assert.deepEqual(withQuery(long, {text: "new", title: "", at: ""}).at(-1).text, "q28");
});
