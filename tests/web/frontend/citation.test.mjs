import assert from "node:assert/strict";
import test from "node:test";

import {citation} from "../../../graph/web/frontend/src/citation.js";

const SENTENCE = {
  quote: "The two sides agreed to meet again.", title: "Joint Statement", creator: "Foreign Ministry", date: "2024-05-07",
  source: "https://example.org/statement", start: 120, end: 241, document: "statement",
};
const LINK = "https://example.org/page.html#claim=7";

test("a citation tells the words, who wrote them, in what, when, and where they stand", () => {
  assert.equal(citation(SENTENCE, LINK),
    "“The two sides agreed to meet again.” — Foreign Ministry, “Joint Statement”, 2024-05-07 (https://example.org/statement), characters 120–241. https://example.org/page.html#claim=7");
});

test("a citation without a link ends with its full stop", () => {
  assert.equal(citation({...SENTENCE, source: null}, null), "“The two sides agreed to meet again.” — Foreign Ministry, “Joint Statement”, 2024-05-07, characters 120–241.");
});

test("what is missing takes its punctuation with it", () => {
  assert.equal(citation({quote: "Yes.", title: "Letter", source: "a.txt"}, LINK), `“Yes.” — “Letter” (a.txt). ${LINK}`);
  assert.equal(citation({quote: "Yes.", source: "a.txt", start: 0, end: 4}), "“Yes.” — a.txt, characters 0–4.");
  assert.equal(citation({quote: "Yes.", creator: "Example Inc."}), "“Yes.” — Example Inc.");
  assert.equal(citation({quote: "Yes.", start: 5}, LINK), `“Yes.” ${LINK}`);
  assert.equal(citation({title: "Letter", date: 2024}), "“Letter”, 2024.");
  assert.equal(citation({}), "");
});

test("a document without a title goes by its identifier", () => {
  assert.equal(citation({quote: "Yes.", title: "", creator: "Peru", document: "letter-3"}), "“Yes.” — Peru, letter-3.");
});

test("a citation is one line, whatever the text holds", () => {
  assert.equal(citation({quote: "  two\r\n\tlines\u2028and\u0000 \u202emore\u202c ", title: 'A "</script>" title'}), "“two lines and more” — “A \"</script>\" title”.");
});
