// What restricts the claims of a question: how they stand, what became of them, who says them, where and when. As SPARQL
// that every engine answers alike.

import {iri, literal, oneOf} from "./sparql.js";

const DG = "https://dragoman.invalid/vocabulary#";
export const dg = name => `${DG}${name}`;
export const localName = text => text.slice(Math.max(text.lastIndexOf("#"), text.lastIndexOf("/")) + 1);

// How a claim stands: affirmed and of one modality, or denied whatever its modality.
const MODALITIES = {stated: "Asserted", planned: "Planned", proposed: "Proposed", possible: "Possible", view: "Evaluative"};
export const STANDINGS = ["stated", "planned", "proposed", "possible", "view", "denied"];
export const standingOf = ({polarity, modality}) => polarity === dg("Negated") ? "denied" : Object.keys(MODALITIES).find(key => dg(MODALITIES[key]) === modality) || "stated";

// What became of a claim in a graph that compares two texts, in the order of interest: key → what the graph calls it.
export const CHANGES = {modality: "changed modality", number: "changed number", reworded: "reworded", new: "new", dropped: "dropped", repeated: "repeated"};
export const changeKey = kind => Object.keys(CHANGES).find(key => CHANGES[key] === kind) || "repeated";

const standingTest = standing => standing === "denied" ? "?fPolarity = dg:Negated" : `(?fPolarity = dg:Affirmed && ?fModality = dg:${MODALITIES[standing]})`;
const sureTest = key => {
  const at = SURE.findIndex(([one]) => one === key);
  return at ? `(?fConfidence >= ${SURE[at][1]} && ?fConfidence < ${SURE[at - 1][1]})` : `?fConfidence >= ${SURE[at][1]}`;
};
// A time that names a year, alone or with what follows it; "2020s" names ten of them, and none.
export const A_YEAR = '"^([.][.]/)?[0-9]{4}($|[^0-9A-Za-z])"';
export const namesYear = time => /^(\.\.\/)?\d{4}($|[^0-9A-Za-z])/.test(time);
export const YEAR = 'SUBSTR(REPLACE(STR(?fTime), "^[.][.]/", ""), 1, 4)';

// The site that a document's source is at; a source without an address is what it is.
export const SITE = 'IF(CONTAINS(STR(?fSource), "://"), STRBEFORE(CONCAT(STRAFTER(STR(?fSource), "://"), "/"), "/"), STR(?fSource))';
export const siteOf = source => source.includes("://") ? source.split("://")[1].split("/")[0] : source;

// How sure a claim is: fitted, the chance that it is right and whole. Key → the least confidence, the surest first.
export const SURENESS = {high: 0.85, fair: 0.7, low: 0};
const SURE = Object.entries(SURENESS);
export const SURE_AS = SURE.reduceRight((rest, [key, least]) => rest ? `IF(?fConfidence >= ${least}, "${key}", ${rest})` : `"${key}"`, "");

// No restriction at all. `types` are those hidden; all others name what is kept, and keep everything when empty. Claims
// tell of the years from … to; documents are dated since … until.
export const NO_FILTERS = Object.freeze({changes: [], standings: [], sureness: [], relations: [], speakers: [], documents: [], authors: [], sources: [], types: [], from: null, to: null, since: null, until: null});

// What restricts ?claim to those that pass the filters, but for the one named in `except`. A claim may be found more than
// once, so whoever counts counts it once; Virtuoso loses a FILTER EXISTS in a sub-select, so what must be there is joined.
export function filterPattern(filters, except = null) {
  const {changes, standings, sureness, relations, speakers, types, from, to} = {...filters, ...(except && {[except]: []})};
  const parts = [];
  if (changes.length) parts.push(`?fChange dg:ofClaim ?claim ; dg:change ?fKind . FILTER(${changes.map(key => `?fKind = ${literal(CHANGES[key])}`).join(" || ")})`);
  if (standings.length) parts.push(`?claim dg:polarity ?fPolarity ; dg:modality ?fModality . FILTER(${standings.map(standingTest).join(" || ")})`);
  if (sureness.length) parts.push(`?claim dg:confidence ?fConfidence . FILTER(${sureness.map(sureTest).join(" || ")})`);
  if (relations.length) parts.push(`?claim rdf:predicate ?fRelation . ${oneOf("?fRelation", relations)}`);
  if (speakers.length) parts.push(`?claim dg:speaker ?fSpeaker . ${oneOf("?fSpeaker", speakers)}`);
  parts.push(...documentPattern(filters, except));
  if (types.length) {
    const hidden = types.map(type => iri(dg(type))).join(", ");
    parts.push(`FILTER NOT EXISTS { ?claim rdf:subject ?fSubject . ?fSubject a ?fType . FILTER(?fType IN (${hidden})) }`);
    parts.push(`FILTER NOT EXISTS { ?claim rdf:object ?fObject . ?fObject a ?fType . FILTER(?fType IN (${hidden})) }`);
  }
  if (except !== "time" && (from || to)) {
    const bounds = [from && `${YEAR} >= ${literal(from)}`, to && `${YEAR} <= ${literal(to)}`].filter(Boolean).join(" && ");
    parts.push(`?claim dg:time ?fTime . FILTER(ISLITERAL(?fTime) && REGEX(STR(?fTime), ${A_YEAR}) && ${bounds})`);
  }
  return parts.join("\n  ");
}

const anyOf = (variable, texts) => texts.map(text => `${variable} = ${literal(text)}`).join(" || ");

// One and the same document of a claim must be of an author, from a source and of a time.
function documentPattern(filters, except) {
  const {documents, authors, sources, since, until} = {...filters, ...(except && {[except]: []}), ...(except === "published" && {since: null, until: null})}, parts = [];
  if (documents.length) parts.push(oneOf("?fDocument", documents));
  if (authors.length) parts.push(`?fDocument dcterms:creator ?fAuthor . FILTER(${anyOf("STR(?fAuthor)", authors)})`);
  if (sources.length) parts.push(`?fDocument dcterms:source ?fSource . BIND(${SITE} AS ?fSite) FILTER(${anyOf("?fSite", sources)})`);
  if (since || until) {
    const bounds = [since && `STR(?fDate) >= ${literal(since)}`, until && `SUBSTR(STR(?fDate), 1, ${until.length}) <= ${literal(until)}`].filter(Boolean).join(" && ");
    parts.push(`?fDocument dcterms:date ?fDate . FILTER(${bounds})`);
  }
  return parts.length ? [OF_DOCUMENT, ...parts] : [];
}
export const OF_DOCUMENT = "?claim prov:wasDerivedFrom ?fEvidence . ?fEvidence dcterms:source ?fDocument .";
