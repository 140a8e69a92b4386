// Rows of SPARQL's answers → claims and links as the views show them. Pure.

import {nameOf} from "./titles.js";
import {STANDINGS, changeKey, localName, namesYear, standingOf} from "./conditions.js";

export const sentenceId = ({document, start, end}) => `${document} ${start} ${end}`;

// The characters that a fragment of RFC 5147 names: "…#char=12,17" → {start: 12, end: 17}.
export function endsOf(place) {
  const [start, end] = place.slice(place.lastIndexOf("=") + 1).split(",").map(Number);
  return {start, end};
}

// Rules whose evidence names a thing ("Government of India") or leaves a word out, where others have the verb.
const WITHOUT_VERB = new Set(["dative", "name", "nominal", "pair", "presence"]);

// The text's words for an open relation, or null where they do not lead from subject to object. A passive with a doer
// was turned round when it was read: "is led by" would point the wrong way.
export function wordsOf(relation, {rule, predicate}) {
  const turned = rule === "passive" && predicate.endsWith("by");
  if (/\/vocabulary#/.test(relation) || turned || WITHOUT_VERB.has(rule)) return null;
  return predicate.split(/\s+/).filter(Boolean).join(" ") || null;
}

const ASKS = {timeText: "when", time: "when", place: "where", countText: "howMany", count: "howMany", amount: "howMuch"};
const ORDER = ["timeText", "time", "place", "countText", "count", "amount"];

// A relative time ("today") with the date it was resolved to, where there is one of each.
function resolved(text, rows) {
  const dates = rows.filter(row => localName(row.kind) === "time" && /^(\.\.\/)?\d{4}/.test(row.value)), texts = rows.filter(row => localName(row.kind) === "timeText");
  const [{value} = {}] = dates;
  return dates.length === 1 && texts.length === 1 && !text.includes(value.replace("../", "").slice(0, 4)) ? `${text} (${value})` : text;
}

// What a claim adds about when, where and how many: in the words of the text where they are known, or an entity.
function qualifiersOf(rows) {
  const kinds = new Set(rows.map(row => localName(row.kind)));
  const kept = rows.filter(row => !kinds.has(`${localName(row.kind)}Text`));
  return kept.sort((a, b) => ORDER.indexOf(localName(a.kind)) - ORDER.indexOf(localName(b.kind))).map(({kind, value, label, type}) => (
    {asks: ASKS[localName(kind)], text: label || (localName(kind) === "timeText" ? resolved(value, rows) : value), entity: label ? {id: value, label, type: localName(type)} : null}));
}

const groupBy = (rows, keyOf) => {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...groups.get(keyOf(row)) || [], row]);
  return groups;
};

// Claims in the order of `rows`, with all their evidence and qualifiers; `documents` by id give titles.
export function toClaims(rows, evidence, qualifiers, documents) {
  const said = groupBy(evidence, row => row.claim), added = groupBy(qualifiers, row => row.claim), seen = new Set();
  return rows.filter(row => !seen.has(row.claim) && seen.add(row.claim)).map(row => {
    const proofs = (said.get(row.claim) || []).map(({quote, start, end, document, predicate, rule, detail = ""}) => {
      const {title = localName(document), mark, markdown = false, creator, date, source} = documents.get(document) || {};
      const place = {document, start: Number(start), end: Number(end)};
      return {predicate, rule, detail, sentence: {...place, id: sentenceId(place), quote, title, name: nameOf({title, mark}), markdown, creator, date, source}};
    });
    const dates = (added.get(row.claim) || []).filter(one => localName(one.kind) === "time" && namesYear(one.value) && !one.label).map(one => one.value);
    return {
      id: row.claim,
      subject: {id: row.subject, label: row.subjectLabel, type: localName(row.subjectType)},
      relation: {id: row.relation, label: row.relationLabel},
      object: row.objectLabel === undefined ? null : {id: row.object, label: row.objectLabel, type: localName(row.objectType)},
      value: row.objectLabel === undefined ? row.object : null,
      words: proofs.length ? wordsOf(row.relation, proofs[0]) : null,
      detail: proofs[0]?.detail ?? "",
      standing: standingOf(row),
      modality: localName(row.modality).toLowerCase(),
      speaker: {id: row.speaker, label: row.speakerLabel ?? localName(row.speaker), type: localName(row.speakerType || "")},
      attributed: localName(row.attributed).toLowerCase(),
      confidence: row.confidence,
      dates,
      qualifiers: qualifiersOf(added.get(row.claim) || []),
      evidence: proofs,
    };
  });
}

// One arrow for each ordered pair of entities: how many claims, how many of them stated as done, what they say and,
// where two texts are compared, what became of them.
export function toLinks(rows) {
  const links = new Map();
  for (const row of rows) {
    if (row.subject === row.object) continue;
    const id = `${row.subject} ${row.object}`, standing = standingOf(row), many = Number(row.n);
    const link = links.get(id) || {id, from: row.subject, to: row.object, claims: 0, stated: 0, names: []};
    links.set(id, {...link, claims: link.claims + many, stated: link.stated + (standing === "stated" ? many : 0), names: [...link.names, {standing, relation: row.relationLabel}],
      ...(row.kind && {changes: {...link.changes, [changeKey(row.kind)]: (link.changes?.[changeKey(row.kind)] || 0) + many}})});
  }
  const rank = ({standing}) => standing === "stated" ? 0 : 1;
  return [...links.values()].map(link => ({...link, names: distinct(link.names).toSorted((a, b) => rank(a) - rank(b))}));
}

const distinct = names => names.filter((one, i) => names.findIndex(other => other.standing === one.standing && other.relation === one.relation) === i);

// Rows {polarity, modality, n} → [{key, count}] by standing, in their usual order.
export function countStandings(rows) {
  const counts = new Map();
  for (const row of rows) counts.set(standingOf(row), (counts.get(standingOf(row)) || 0) + Number(row.n));
  return STANDINGS.filter(key => counts.has(key)).map(key => ({key, count: counts.get(key)}));
}

export function countBy(list, keyOf) {
  const counts = new Map();
  for (const item of list) counts.set(keyOf(item), (counts.get(keyOf(item)) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key, count]) => ({key, count}));
}

// Words of the text that deny by themselves: another "not" before them would take the denial back.
export const isDenial = words => /\b(?:not|cannot|never|no|nor|neither|without)\b|n['’]t\b/i.test(words || "");

// What a name speaks of is read from the name alone: who did what comes before it.
const OF_NAMES = new Set(["concerns", "belongsTo"]);

// Claims by the name of their relation, the most frequent first and what names speak of last; within one relation,
// what the entity `focus` itself does comes first.
export function byRelation(claims, focus) {
  const groups = countBy(claims, claim => claim.relation.label).map(({key, count}) => {
    const mine = claims.filter(claim => claim.relation.label === key), [active, rest] = [mine.filter(claim => claim.subject.id === focus), mine.filter(claim => claim.subject.id !== focus)];
    return {key, count, claims: [...active, ...rest], ofNames: OF_NAMES.has(localName(mine[0].relation.id))};
  });
  return [...groups.filter(group => !group.ofNames), ...groups.filter(group => group.ofNames)];
}
