// The page's words in the language chosen: t("claims", {n: 3}) → "3 claims". Pure but for the current language.

import {CHANGES} from "./conditions.js";
import {questions, strings} from "./strings.js";

let language = "en", plurals = new Intl.PluralRules("en"), numbers = new Intl.NumberFormat("en");

export function speak(chosen) {
  language = strings[chosen] ? chosen : "en";
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language);
}

export const spoken = () => language;
export const number = value => numbers.format(value);

const REORDERING = /[\u202a-\u202e\u2066-\u2069]/g;  // a name must not turn round the words it stands amid

// The string of a key with its blanks filled; a number in a blank is written as the language writes numbers.
export function t(key, values = {}) {
  const found = strings[language][key] ?? strings.en[key];
  if (found === undefined) throw new Error(`no string is called ${key}`);
  const text = typeof found === "string" ? found : found[plurals.select(values.n)] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (blank, name) => {
    const value = values[name];
    return value === undefined ? blank : typeof value === "number" ? number(value) : String(value).replace(REORDERING, "");
  });
}

// What an arrow's claims have become, where two texts are compared, and its first relation: "new: planned: host +2".
export function nameOfLink({changes, names: [first, ...more]}) {
  const became = Object.keys(CHANGES).filter(key => changes?.[key]).map(key => t(`change.${key}`)).join(", ");
  const stands = first.standing === "stated" ? "" : first.standing === "denied" ? t("not") : t(`standing.${first.standing}`);
  const name = [became, stands, first.relation].filter(Boolean).join(": ");
  return more.length ? `${name} +${number(more.length)}` : name;
}

// A saved question as the language asks it; as its file does, where there is no other.
export function asked(question) {
  const said = questions[language]?.[question.name];
  return said ? {...question, title: said.question, question: said.question, parameters: question.parameters.map(one => ({...one, meaning: said[one.name] ?? one.meaning}))} : question;
}

export const typeName = type => strings[language][`type.${type}`] || type;
