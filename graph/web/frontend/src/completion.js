// What the editor offers for a query text before the cursor; nothing here knows the editor.

import {declaredIn, endsInWords, tokensOf} from "./tokens.js";

export const KEYWORDS = ("SELECT CONSTRUCT ASK DESCRIBE PREFIX BASE WHERE DISTINCT REDUCED FILTER OPTIONAL UNION MINUS BIND AS VALUES UNDEF "
  + "EXISTS NOT IN ORDER BY ASC DESC GROUP HAVING LIMIT OFFSET COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT SEPARATOR "
  + "STR LANG LANGMATCHES DATATYPE BOUND IRI BNODE IF COALESCE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER STRLEN SUBSTR "
  + "REPLACE REGEX CONCAT UCASE LCASE ENCODE_FOR_URI ABS CEIL FLOOR ROUND RAND NOW YEAR MONTH DAY HOURS MINUTES SECONDS "
  + "SAMETERM ISIRI ISBLANK ISLITERAL ISNUMERIC STRDT STRLANG TRUE FALSE").split(" ");
const MOST = 50;

// {from, options: [{label, detail, apply, type, declare}]}, or null where nothing is to be offered.
// `before` is the text up to the cursor, `text` the whole of it; `declare` is the PREFIX line an option still needs,
// to be written at `declareAt`.
export function completionsAt(before, {text = before, prefixes = {}, terms = [], explicit = false} = {}) {
  const typed = typedAt(before), from = before.length - typed.length, head = before.slice(0, from);
  const tokens = tokensOf(head);  // without the piece itself: the # of an IRI that is still open begins no comment
  if (endsInWords(head, tokens) || (typed === "" && !explicit)) return null;
  const whole = tokensOf(text), declared = declaredIn(whole);
  const known = {prefixes, terms, declared, inside: depthOf(tokens) > 0, explicit};
  const options = optionsFor(typed, head, known, whole).slice(0, MOST);
  const declareAt = whole.find(({kind}) => kind !== "comment")?.start ?? text.length;
  return options.length ? {from, declareAt, options} : null;
}

function optionsFor(typed, head, known, whole) {
  if (/\bPREFIX\s+$/i.test(head)) return declarations(typed, known);
  if (/^[?$]/.test(typed)) return variables(typed, whole);
  if (typed.startsWith("<")) return typed.length > 1 || known.explicit ? iris(typed.slice(1), known) : [];
  if (typed.includes(":")) return names(typed, known);
  return words(typed, known);
}

// The piece being typed: a variable, an IRI, a prefixed name or a word; "" where there is none.
function typedAt(before) {
  return /(?:[?$][\p{L}\p{N}_]*|<[^<>"{}|^`\\\s]*|(?:[\p{L}\p{N}_][\p{L}\p{N}_.-]*)?:[\p{L}\p{N}_:%-]*|[\p{L}\p{N}_]+)$/u.exec(before)?.[0] ?? "";
}

function depthOf(tokens) {
  return tokens.reduce((depth, {kind, text}) => kind !== "sign" ? depth : depth + (text === "{") - (text === "}"), 0);
}

function declarations(typed, {prefixes, declared}) {
  const start = typed.replace(/:.*/, "");
  return Object.entries(prefixes).filter(([name]) => name.startsWith(start) && (name === start || !declared.has(name)))
    .map(([name, iri]) => ({label: `${name}:`, detail: iri, apply: `${name}: <${iri}>`, type: "namespace", declare: ""}));
}

// The variables of the query, those used most first; the one being typed counts once less.
function variables(typed, whole) {
  const uses = new Map();
  for (const {kind, text} of whole) if (kind === "variable") uses.set(text, (uses.get(text) ?? 0) + 1);
  uses.set(typed, (uses.get(typed) ?? 1) - 1);
  return [...uses].filter(([name, times]) => times > 0 && name !== typed && name.toLowerCase().startsWith(typed.toLowerCase()))
    .sort(([, a], [, b]) => b - a).map(([label]) => ({label, detail: "", apply: label, type: "variable", declare: ""}));
}

function iris(typed, known) {
  return known.terms.filter(({iri}) => iri.startsWith(typed)).sort(byCount)
    .map(term => ({...termOption(term, known), label: `<${term.iri}>`, apply: `<${term.iri}>`, declare: ""}));
}

function names(typed, known) {
  const [prefix, ...rest] = typed.split(":"), local = rest.join(":");
  return ranked(local, known.terms.filter(({curie}) => curie?.startsWith(`${prefix}:`))).map(term => termOption(term, known));
}

// A bare word may begin a keyword, a prefix or the label of a term. Among triples terms come first, unless it is in capitals.
function words(typed, known) {
  const keywords = KEYWORDS.filter(word => word.startsWith(typed.toUpperCase()) && word !== typed)
    .map(label => ({label, detail: "", apply: label, type: "keyword", declare: ""}));
  const spaces = Object.entries(known.prefixes).filter(([name]) => name.startsWith(typed))
    .map(([name, iri]) => ({label: `${name}:`, detail: iri, apply: `${name}:`, type: "namespace", declare: lineFor(name, known)}));
  const terms = typed.length > 1 || known.explicit ? ranked(typed, known.terms).map(term => termOption(term, known)) : [];
  const capitals = typed !== "" && typed === typed.toUpperCase();
  return known.inside && !capitals ? [...terms, ...spaces, ...keywords] : [...keywords, ...spaces, ...terms];
}

// Terms whose label or name begins with what was typed, then those with a word that does, then those that only contain it.
function ranked(typed, terms) {
  const wanted = typed.toLowerCase();
  const rank = ({label = "", curie, iri}) => {
    const texts = [label.toLowerCase(), (curie?.split(":")[1] ?? iri.split(/[#/]/).pop()).toLowerCase()];
    if (texts.some(text => text.startsWith(wanted))) return 0;
    if (texts.some(text => text.split(/[\s_-]+/).some(word => word.startsWith(wanted)))) return 1;
    return wanted.length > 2 && texts.some(text => text.includes(wanted)) ? 2 : null;
  };
  return terms.map(term => ({term, rank: rank(term)})).filter(({rank: place}) => place !== null)
    .sort((a, b) => a.rank - b.rank || byCount(a.term, b.term)).map(({term}) => term);
}

function byCount(a, b) {
  return (b.count ?? 0) - (a.count ?? 0);
}

function termOption({iri, curie, label, kind, count}, known) {
  const prefix = curie?.split(":")[0], short = curie && prefix in known.prefixes;
  return {
    label: short ? curie : label || iri,
    detail: [label, count].filter(part => part !== undefined && part !== "").join(" · "),
    apply: short ? curie : `<${iri}>`,
    type: kind === "type" ? "class" : "property",
    declare: short ? lineFor(prefix, known) : "",
  };
}

function lineFor(prefix, {prefixes, declared}) {
  return declared.has(prefix) ? "" : `PREFIX ${prefix}: <${prefixes[prefix]}>\n`;
}
