// What became of claims from one text to the other: the kinds of changes and how each looks, what an arrow's claims
// have become, and rows of SPARQL's answers as changes. Pure.

import {sentenceId} from "./claims.js";
import {nameOf} from "./titles.js";
import {CHANGES, changeKey, localName} from "./conditions.js";

// Every kind is told apart without its colour: by the dashes of its line and by a sign.
export const CHANGE_LOOKS = {
  modality: {dashes: [9, 3, 2, 3], width: 2, sign: "◇"},
  number: {dashes: [5, 3], width: 2, sign: "#"},
  reworded: {dashes: [14, 4], width: 1.6, sign: "≈"},
  new: {dashes: false, width: 2.6, sign: "+"},
  dropped: {dashes: [2, 4], width: 2.2, sign: "−"},
  repeated: {dashes: false, width: 1, sign: "="},
  several: {dashes: false, width: 1.8, sign: ""},
};

// How an arrow looks whose claims have become these, {kind: how many}: the one kind, or several; and the signs of all
// that have changed.
export function lookOfChanges(changes) {
  const kinds = Object.keys(CHANGES).filter(key => changes[key]), kind = kinds.length === 1 ? kinds[0] : "several";
  const changed = kinds.filter(key => key !== "repeated");
  return {kind, ...CHANGE_LOOKS[kind], signs: changed.map(key => ({key, sign: CHANGE_LOOKS[key].sign}))};
}

// The first view with its changes by their keys, in the order of interest; one without changes as it is.
export function withKeys(view) {
  if (!view.changes) return view;
  const linkOf = link => link.changes ? {...link, changes: Object.fromEntries(Object.entries(link.changes).map(([kind, n]) => [changeKey(kind), n]))} : link;
  const order = Object.keys(CHANGES), changes = view.changes.map(({key, count}) => ({key: changeKey(key), count}));
  return {...view, changes: changes.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key)), links: view.links.map(linkOf)};
}

// Changes by id from the rows of a `sidesQuery`: {id, kind, before, after}, each side {claim, sentence} or null.
export function toChanges(rows, documents) {
  const found = new Map();
  for (const {change, kind, side, told, quote, start, end, document} of rows) {
    const {title = localName(document), mark, markdown = false, creator, date, source} = documents.get(document) || {};
    const place = {document, start: Number(start), end: Number(end)};
    const one = found.get(change) || {id: change, kind: changeKey(kind), before: null, after: null};
    found.set(change, {...one, [localName(side)]: {claim: told, sentence: {...place, id: sentenceId(place), quote, title, name: nameOf({title, mark}), mark, markdown, creator, date, source}}});
  }
  return found;
}

// What has changed in a claim, in words that `t` and the two claims give: "planned → stated", "149 → 155", or nothing.
export function shiftOf({kind, before, after}, t) {
  if (!before?.whole || !after?.whole) return "";
  const [one, other] = [before.whole, after.whole];
  if (kind === "modality") return one.standing === other.standing ? "" : `${t(`standing.${one.standing}`)} → ${t(`standing.${other.standing}`)}`;
  if (kind !== "number") return "";
  const [old, fresh] = [one, other].map(numbersOf), [gone, come] = [old.filter(n => !fresh.includes(n)), fresh.filter(n => !old.includes(n))];
  return gone.length && come.length ? `${gone.join(", ")} → ${come.join(", ")}` : "";
}

const numbersOf = ({subject, object, value, qualifiers}) =>
  [...new Set([subject.label, object?.label ?? value, ...qualifiers.filter(one => one.asks === "howMany" || one.asks === "howMuch").map(one => one.text)].flatMap(text => (text || "").match(/\d[\d,.]*\d|\d/g) || []))];
