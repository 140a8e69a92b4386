import assert from "node:assert/strict";
import {readFileSync, readdirSync} from "node:fs";
import {test} from "node:test";
import {questions, strings} from "../../../graph/web/frontend/src/strings.js";
import {asked, speak, t, typeName} from "../../../graph/web/frontend/src/words.js";

const FRONTEND = new URL("../../../graph/web/frontend/", import.meta.url);
const blanks = text => [...String(typeof text === "string" ? text : text.other).matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("every language says the same things with the same blanks", () => {
  for (const language of Object.keys(strings)) {
    assert.deepEqual(Object.keys(strings[language]).sort(), Object.keys(strings.en).sort(), language);
    for (const key of Object.keys(strings.en)) assert.deepEqual(blanks(strings[language][key]), blanks(strings.en[key]), `${language} ${key}`);
  }
});

test("every saved question and each of its blanks is asked in every language", () => {
  const folder = new URL("../../sparql/queries/", FRONTEND);
  const blanksOf = Object.fromEntries(readdirSync(folder).filter(name => name.endsWith(".rq")).map(name => [name.replace(".rq", ""), [...readFileSync(new URL(name, folder), "utf8").matchAll(/^# (?:parameter|words|date): (\w+)/gm)].map(([, blank]) => blank)]));
  for (const language of Object.keys(strings).filter(one => one !== "en")) {
    const found = Object.fromEntries(Object.entries(questions[language]).map(([name, {question, ...said}]) => [name, Object.keys(said)]));
    assert.deepEqual(found, blanksOf, language);
  }
  const question = {name: "denied", title: "Denied", question: "What is said not to be so?", parameters: []};
  speak("zh");
  assert.equal(asked(question).question, questions.zh.denied.question);
  speak("en");
  assert.deepEqual(asked(question), question);
});

test("a name that would turn round the words beside it does not", () => {
  speak("en");
  assert.equal(t("between", {a: "\u202eevil\u2066", b: "B"}), "evil and B");
});

test("every string that the page asks for by name exists", () => {
  const code = readdirSync(new URL("src/", FRONTEND)).filter(name => name.endsWith(".js")).map(name => readFileSync(new URL(`src/${name}`, FRONTEND), "utf8"));
  const asked = code.flatMap(text => [...text.matchAll(/\bt\("([^"]+)"/g)].map(([, key]) => key));
  const shown = [...readFileSync(new URL("page.html.j2", FRONTEND), "utf8").matchAll(/data-t(?:-\w+)?="([^"{]+)"/g)].map(([, key]) => key);
  assert.deepEqual([...asked, ...shown].filter(key => !(key in strings.en)), []);
});

test("numbers are written and counted as the language does", () => {
  speak("en");
  assert.deepEqual([t("claims", {n: 1}), t("claims", {n: 12345})], ["1 claim", "12,345 claims"]);
  speak("zh");
  assert.deepEqual([t("claims", {n: 1}), typeName("Country"), typeName("Fleet")], ["1 条主张", "国家", "Fleet"]);
  speak("xx");
  assert.equal(t("filters"), "Filters");
});

test("what fills a blank is not searched for further blanks", () => {
  speak("en");
  assert.equal(t("between", {a: "{b}", b: "B"}), "{b} and B");
  assert.throws(() => t("nothing.of.the.kind"), /no string is called/);
});
