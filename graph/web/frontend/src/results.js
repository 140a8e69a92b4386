// What a SPARQL result looks like: a table, a chart or a network, made of values only.
// A result is {vars, rows} (rows of SPARQL 1.1 JSON bindings), {boolean} or {triples: [{subject, predicate, object}]}.

const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long", "short", "byte", "nonNegativeInteger",
  "positiveInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte", "negativeInteger", "nonPositiveInteger"].map(name => XSD + name));
const MOST_BARS = 50, MOST_LABELS = 1000, LONGEST_LABEL = 200;

// {kind: "answer", answer}, or {kind: "table" | "triples", columns: [{name, numeric}], rows}; a row is {name: term}.
export function shapeOf(result) {
  if (typeof result.boolean === "boolean") return {kind: "answer", answer: result.boolean};
  const [kind, names, rows] = result.triples
    ? ["triples", ["subject", "predicate", "object"], result.triples]
    : ["table", result.vars, result.rows];
  return {kind, rows, columns: names.map(name => ({name, numeric: isNumeric(rows, name)}))};
}

// The number of a term, or null.
export function numberOf(term) {
  if (!term || !NUMBERS.has(term.datatype)) return null;
  const number = Number(term.value);
  return Number.isFinite(number) ? number : null;
}

// {label, value, bars: [{term, label, value, share}], more} of the first column that names each row and the first of
// numbers: the first 50 rows, and how many `more` there are. Null where there are no such columns, where there is only
// one row, or where a bar would have to run below zero.
export function chartOf(result) {
  const {kind, columns, rows: all} = shapeOf(result), rows = kind === "answer" ? [] : all.slice(0, MOST_BARS);
  if (kind !== "table" || rows.length < 2) return null;
  const value = columns.find(({name, numeric}) => numeric && rows.every(row => numberOf(row[name]) !== null));
  const label = columns.find(({name, numeric}) => !numeric && namesEachRow(rows, name));
  if (!value || !label || rows.some(row => numberOf(row[value.name]) < 0)) return null;
  const most = Math.max(...rows.map(row => numberOf(row[value.name])));
  const bars = rows.map(row => {
    const number = numberOf(row[value.name]);
    return {term: row[label.name], label: row[label.name].value, value: number, share: most > 0 ? number / most : 0};
  });
  return {label: label.name, value: value.name, bars, more: all.length - rows.length};
}

// The plain texts of a result that may be names of entities, each once.
export function labelsOf(result) {
  const {kind, columns, rows} = shapeOf(result), labels = new Set();
  if (kind === "table") for (const row of rows) for (const {name} of columns) if (isPlain(row[name])) labels.add(row[name].value);
  return [...labels].slice(0, MOST_LABELS);
}

// The entity that a term is or, by its label, names; `known` is label → IRI.
export const entityOf = (term, entityBase, known = new Map()) => term?.type === "uri" ? (isUnder(term.value, entityBase) ? term.value : null) : isPlain(term) && known.get(term.value) || null;
const isPlain = term => term?.type === "literal" && (!term.datatype || term.datatype === `${XSD}string`) && term.value.length <= LONGEST_LABEL;

// {nodes: [iri], links: [[a, b]]}: the entities of all rows, those that stand next to each other in a row linked.
export function graphOf(result, entityBase, known) {
  const {kind, columns, rows} = shapeOf(result);
  if (kind === "answer" || !entityBase) return {nodes: [], links: []};
  const nodes = new Set(), links = new Map();
  for (const row of rows) {
    const found = columns.map(({name}) => entityOf(row[name], entityBase, known)).filter(Boolean);
    found.forEach(iri => nodes.add(iri));
    found.slice(1).forEach((iri, at) => { if (iri !== found[at]) links.set(`${found[at]} ${iri}`, [found[at], iri]); });
  }
  return {nodes: [...nodes], links: [...links.values()]};
}

// {text, kind: "entity" | "claim" | "iri" | "literal" | "empty", iri, lang, datatype} of a term; prefixes are name → IRI.
export function cellOf(term, prefixes = {}) {
  const cell = {text: "", kind: "empty", iri: "", lang: "", datatype: ""};
  if (!term) return cell;
  if (term.type === "triple") return {...cell, kind: "literal", text: tripleText(term.value, prefixes)};
  if (term.type === "bnode") return {...cell, kind: "iri", text: `_:${term.value}`};
  if (term.type === "uri") {
    const kind = ["entity", "claim"].find(name => prefixes[name] && isUnder(term.value, prefixes[name])) ?? "iri";
    return {...cell, kind, iri: term.value, text: shortened(term.value, prefixes)};
  }
  return {...cell, kind: "literal", text: term.value, lang: term["xml:lang"] ?? "", datatype: shortened(term.datatype ?? "", prefixes)};
}

// An IRI with its prefix, percent-encoded letters read; the IRI itself where no prefix fits.
export function shortened(iri, prefixes) {
  const [best] = Object.entries(prefixes).filter(([, base]) => isUnder(iri, base)).sort(([, a], [, b]) => b.length - a.length);
  if (!best) return iri;
  const local = iri.slice(best[1].length);
  return /[/#?]/.test(local) ? iri : `${best[0]}:${decoded(local)}`;
}

// The rows in the order of one column: numbers by value, then words; what is unbound stays last in both directions.
export function sortRows(rows, key, descending = false) {
  const turn = descending ? -1 : 1;
  return rows.map(row => ({row, number: numberOf(row[key]), text: row[key]?.value})).sort((a, b) => {
    if (a.text === undefined || b.text === undefined) return (a.text === undefined) - (b.text === undefined);
    if (a.number !== null && b.number !== null) return turn * (a.number - b.number);
    if (a.number !== null || b.number !== null) return turn * ((a.number === null) - (b.number === null));
    return turn * WORDS.compare(a.text, b.text);
  }).map(({row}) => row);
}

const WORDS = new Intl.Collator("en", {numeric: true});

function isNumeric(rows, name) {
  const bound = rows.map(row => row[name]).filter(Boolean);
  return bound.length > 0 && bound.every(term => numberOf(term) !== null);
}

function namesEachRow(rows, name) {
  return rows.every(row => row[name]) && new Set(rows.map(row => row[name].value)).size === rows.length;
}

function isUnder(iri, base) {
  return iri.startsWith(base) && iri.length > base.length;
}

function decoded(local) {
  try {
    return decodeURIComponent(local);
  } catch {
    return local;  // a stray % is shown as it stands
  }
}

function tripleText({subject, predicate, object}, prefixes) {
  return `<<( ${[subject, predicate, object].map(term => cellOf(term, prefixes).text).join(" ")} )>>`;
}
