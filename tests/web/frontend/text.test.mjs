import assert from "node:assert/strict";
import {test} from "node:test";
import {readText, runsOf, runsWithin} from "../../../graph/web/frontend/src/runs.js";
import {makeOffsets, paragraphsOf} from "../../../graph/web/frontend/src/text.js";

const NOTE = `---
title: "A note on \\_steps"
date: 2025-01-02
---

# A note

We **welcome the
new Initiative** of _China_ and [Brazil](https://example.org/a_(b)).
The sum\\_total is 2 * 3, and 🌏 counts\\*.  
Then it ends.

-   an item
    that goes on
- rules-
  based order

> quoted words
> go on

| Land | Sum |
|------|----:|
| Peru | 1 \\| 2 |

Under
=====
`;

const wordsOf = (text, paragraph, markdown) => runsOf(text, paragraph, markdown).map(run => run.shown).join("");
const read = (text, markdown) => paragraphsOf(text, markdown).map(paragraph => [paragraph.kind, wordsOf(text, paragraph, markdown)]);

test("offsets in code points become offsets in UTF-16 units", () => {
  const cases = [["abc", 2, 2], ["😀ab", 0, 0], ["😀ab", 1, 2], ["a😀b😀c", 4, 6], ["", 0, 0], ["😀", 1, 2]];
  for (const [text, offset, units] of cases) assert.equal(makeOffsets(text)(offset), units, `${text} ${offset}`);
});

test("Markdown is shown as it reads", () => {
  assert.deepEqual(read(NOTE, true), [
    ["heading", "A note"],
    ["text", "We welcome the new Initiative of China and Brazil. The sum_total is 2 * 3, and 🌏 counts*."],
    ["text", "Then it ends."],
    ["item", "an item that goes on"],
    ["item", "rules-based order"],
    ["text", "quoted words go on"],
    ["row", " Land · Sum "],
    ["row", " Peru · 1 | 2 "],
    ["heading", "Under"],
  ]);
});

test("runs rise, and show their own characters or stand for them", () => {
  const runs = paragraphsOf(NOTE, true).flatMap(paragraph => runsOf(NOTE, paragraph, true));
  const replaced = runs.map(run => [NOTE.slice(run.start, run.end), run.shown]).filter(([own, shown]) => own !== shown);
  const pairs = [...new Set(replaced.map(pair => JSON.stringify(pair)))].map(pair => JSON.parse(pair)).sort();
  assert.deepEqual(pairs, [["\n", " "], ["\n    ", " "], ["\n> ", " "], [" | ", " · "], ["-\n  ", "-"]].sort());
  for (const [i, run] of runs.slice(1).entries()) assert.ok(runs[i].end <= run.start);
  const styled = style => runs.filter(run => run.style === style).map(run => run.shown);
  assert.deepEqual(styled("strong"), ["welcome", " ", "the", " ", "new", " ", "Initiative"]);
  assert.deepEqual(styled("emphasis"), ["China"]);
});

test("a plain text is shown as it is, but its lines flow", () => {
  const cases = [
    ["One.\nTwo.\n", ["One.", "Two."]],
    ["Hard\nwrapped.\n\n- item\n- item\n", ["Hard wrapped.", "item", "item"]],
    ["Windows\r\n\r\nline ends\r\nwrapped", ["Windows", "line ends wrapped"]],
    ["# **This** is _no_ \\_Markdown |", ["# **This** is _no_ \\_Markdown |"]],
    ["---\ntitle: Note\n---\nText.", ["Text."]],
    ["--- no front matter", ["--- no front matter"]],
    ["A title\nThe long line of this text is wrapped here\nand goes on in a second line of it.", ["A title", "The long line of this text is wrapped here and goes on in a second line of it."]],
    ["", []],
  ];
  for (const [text, shown] of cases) assert.deepEqual(read(text, false).map(([, words]) => words), shown);
});

test("a quotation is shown without marks, on one line", () => {
  const cases = [
    ["We **welcome\nthe** _new_ order.", "We welcome the new order."],
    ["the** end of bold,  \n and [a link", "the end of bold, and a link"],
    ["text](https://example.org) and a snake_case & 5 * 6", "text and a snake_case & 5 * 6"],
    ["| a | b |", "a · b"],
    ["on <u>the 21<sup>st</sup></u> at <https://example.org>", "on the 21st at https://example.org"],
  ];
  for (const [quote, shown] of cases) assert.equal(readText(quote, true), shown);
});

test("runs are cut at offsets of the source", () => {
  const text = "**bold** a\nb", cases = [[0, 4, "bo"], [0, 6, "bold"], [2, 8, "bold"], [4, 12, "ld a b"], [8, 12, " a b"]];
  for (const [start, end, shown] of cases) {
    assert.equal(runsWithin(runsOf(text, {start: 0, end: text.length}, true), {start, end}).map(run => run.shown).join(""), shown);
  }
});
