// The questions the page asks, as SPARQL. Only shapes that every engine answers alike: no VALUES inside a UNION, no
// alias in HAVING, no booleans; keys are ordered in a sub-select, and labels joined afterwards.

import {CHANGES, NO_FILTERS, OF_DOCUMENT, SITE, SURE_AS, A_YEAR, YEAR, dg, filterPattern} from "./conditions.js";
import {iri, iris, literal, oneOf} from "./sparql.js";

// What chooses ?claim: each a pattern that may find a claim more than once.
export const about = one => `{ ?claim rdf:subject ${iri(one)} } UNION { ?claim rdf:object ${iri(one)} }`;
export const between = (one, other) => `{ ?claim rdf:subject ${iri(one)} ; rdf:object ${iri(other)} } UNION { ?claim rdf:subject ${iri(other)} ; rdf:object ${iri(one)} }`;
export const inSentence = ({document, start, end}) => `?claim prov:wasDerivedFrom ?sEvidence . ?sEvidence dcterms:source ${iri(document)} ; oa:start ${Number(start)} ; oa:end ${Number(end)} .`;
export const saidBy = (speaker, other) => `?claim dg:speaker ${iri(speaker)} . { ?claim rdf:subject ${iri(other)} } UNION { ?claim rdf:object ${iri(other)} }`;
export const one = claim => `VALUES ?claim { ${iri(claim)} } ?claim a dg:Claim .`;
export const these = claims => `VALUES ?claim { ${iris(claims)} } ?claim a dg:Claim .`;
export const everything = "?claim a dg:Claim .";
export const amid = nodes => `VALUES ?aSubject { ${iris(nodes)} } ?claim rdf:subject ?aSubject ; rdf:object ?aObject . ${oneOf("?aObject", nodes)}`;
const BEGINS_AS_DATE = '"^([.][.]/)?[0-9]{4}"';
export const dated = `?claim dg:time ?dTime . FILTER(ISLITERAL(?dTime) && REGEX(STR(?dTime), ${A_YEAR}))`;
export const worded = text => text.trim() ? `?claim rdf:subject ?wSubject ; rdf:predicate ?wRelation ; rdf:object ?wObject . ?wSubject rdfs:label ?wOne . ?wRelation rdfs:label ?wTwo . OPTIONAL { ?wObject rdfs:label ?wThree }
  FILTER(${text.trim().toLowerCase().split(/\s+/).map(word => `CONTAINS(LCASE(CONCAT(STR(?wOne), " ", STR(?wTwo), " ", STR(COALESCE(?wThree, ?wObject)))), ${literal(word)})`).join(" && ")})` : "";

// What claims can be ordered by: a pattern that binds ?key.
const KEYS = {
  text: '?claim prov:wasDerivedFrom ?kEvidence . ?kEvidence dcterms:source ?kDocument ; oa:start ?kStart . BIND(CONCAT(STR(?kDocument), " ", SUBSTR(STR(?kStart + 1000000000), 1, 10)) AS ?key)',
  time: `OPTIONAL { ?claim dg:time ?kTime . FILTER(ISLITERAL(?kTime) && REGEX(STR(?kTime), ${BEGINS_AS_DATE})) BIND(REPLACE(STR(?kTime), "^[.][.]/", "") AS ?kDate) } BIND(COALESCE(?kDate, UNDATED) AS ?key)`,
  subject: "?claim rdf:subject ?kSubject . ?kSubject rdfs:label ?kLabel . BIND(LCASE(STR(?kLabel)) AS ?key)",
  relation: "?claim rdf:predicate ?kRelation . ?kRelation rdfs:label ?kLabel . BIND(LCASE(STR(?kLabel)) AS ?key)",
  object: "?claim rdf:object ?kObject . OPTIONAL { ?kObject rdfs:label ?kLabel } BIND(LCASE(STR(COALESCE(?kLabel, ?kObject))) AS ?key)",
  standing: '?claim dg:polarity ?kPolarity ; dg:modality ?kModality . BIND(CONCAT(STR(?kPolarity), STR(?kModality)) AS ?key)',
  speaker: "?claim dg:speaker ?kSpeaker . ?kSpeaker rdfs:label ?kLabel . BIND(LCASE(STR(?kLabel)) AS ?key)",
  change: "?kChange dg:ofClaim ?claim ; dg:change ?key .",
  confidence: "?claim dg:confidence ?kConfidence . BIND(?kConfidence AS ?key)",
};

export const ORDERS = Object.keys(KEYS);

// A page of claims: ?claim and what it says, in order.
export function claimsQuery(selector, {filters = NO_FILTERS, order = "text", descending = false, limit = 100, offset = 0} = {}) {
  return `SELECT ?claim ?key ?subject ?subjectLabel ?subjectType ?relation ?relationLabel ?object ?objectLabel ?objectType ?polarity ?modality ?speaker ?speakerLabel ?speakerType ?attributed ?confidence
WHERE {
  { SELECT ?claim (MIN(?key) AS ?key1) WHERE {
  ${[selector, filterPattern(filters), KEYS[order].replace("UNDATED", descending ? '""' : '"~"')].filter(Boolean).join("\n  ")}
  } GROUP BY ?claim ORDER BY ${descending ? "DESC(?key1)" : "?key1"} ?claim LIMIT ${limit} OFFSET ${offset} }
  BIND(?key1 AS ?key)
  ?claim rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
    dg:polarity ?polarity ; dg:modality ?modality ; dg:speaker ?speaker ; dg:attributed ?attributed ; dg:confidence ?confidence .
  ?subject rdfs:label ?subjectLabel ; a ?subjectType .
  ?relation rdfs:label ?relationLabel .
  OPTIONAL { ?speaker rdfs:label ?speakerLabel ; a ?speakerType }
  OPTIONAL { ?object rdfs:label ?objectLabel ; a ?objectType }
}
ORDER BY ${descending ? "DESC(?key)" : "?key"} ?claim`;
}

// How many claims a pattern chooses, by how they stand.
export const countQuery = (selector, filters = NO_FILTERS) => `SELECT ?polarity ?modality (COUNT(DISTINCT ?claim) AS ?n) WHERE {
  ${[selector, "?claim dg:polarity ?polarity ; dg:modality ?modality .", filterPattern(filters)].filter(Boolean).join("\n  ")}
} GROUP BY ?polarity ?modality`;

export const evidenceQuery = claims => `SELECT ?claim ?quote ?start ?end ?document ?predicate ?rule ?detail WHERE {
  VALUES ?claim { ${iris(claims)} }
  ?claim prov:wasDerivedFrom ?evidence .
  ?evidence oa:exact ?quote ; oa:start ?start ; oa:end ?end ; dcterms:source ?document ; dg:predicate ?predicate ; dg:rule ?rule .
  OPTIONAL { ?evidence dg:detail ?detail }
} ORDER BY ?document ?start ?end ?rule ?claim`;

export const qualifiersQuery = claims => `SELECT ?claim ?kind ?value ?label ?type WHERE {
  VALUES ?claim { ${iris(claims)} }
  ?claim ?kind ?value .
  FILTER(?kind IN (dg:time, dg:timeText, dg:place, dg:count, dg:countText, dg:amount))
  OPTIONAL { ?value rdfs:label ?label ; a ?type }
} ORDER BY ?claim ?kind ?value`;

export const entityQuery = entity => `SELECT ?property ?value WHERE {
  ${iri(entity)} ?property ?value .
  FILTER(?property IN (rdfs:label, rdf:type, skos:altLabel, owl:sameAs, dg:mergedBecause, dg:weight, dg:degree))
} ORDER BY ?property ?value`;

export const entitiesQuery = entities => `SELECT ?entity ?label ?type ?weight ?degree WHERE {
  VALUES ?entity { ${iris(entities)} }
  ?entity rdfs:label ?label ; a ?type ; dg:weight ?weight ; dg:degree ?degree .
}`;

// Entities next to one, those with most claims in common first.
export const neighboursQuery = (entity, {filters = NO_FILTERS, without = [], limit = 12} = {}) => `SELECT ?entity ?label ?type ?weight ?degree ?n WHERE {
  { SELECT ?entity (COUNT(DISTINCT ?claim) AS ?n) WHERE {
    { ?claim rdf:subject ${iri(entity)} ; rdf:object ?entity } UNION { ?claim rdf:object ${iri(entity)} ; rdf:subject ?entity }
    ${without.length ? `FILTER(?entity NOT IN (${without.map(iri).join(", ")}))` : ""}
    ${filterPattern(filters)}
  } GROUP BY ?entity }
  ?entity rdfs:label ?label ; a ?type ; dg:weight ?weight ; dg:degree ?degree .
  FILTER(?entity != ${iri(entity)})
} ORDER BY DESC(?n) DESC(?weight) ?entity LIMIT ${limit}`;

// Which entities of `ones` claims connect with which of `others`, by relation and standing, and, where two texts are
// `compared`, by what became of the claims.
export const linksQuery = (ones, others, {filters = NO_FILTERS, towards = "object", compared = false} = {}) => {
  const kind = compared ? " ?kind" : "";
  const [near, far] = towards === "object" ? ["subject", "object"] : ["object", "subject"];
  return `SELECT ?subject ?object ?relation ?relationLabel ?polarity ?modality${kind} ?n WHERE {
  { SELECT ?subject ?object ?relation ?polarity ?modality${kind} (COUNT(DISTINCT ?claim) AS ?n) WHERE {
    VALUES ?${near} { ${iris(ones)} }
    ?claim rdf:${near} ?${near} ; rdf:${far} ?${far} ; rdf:predicate ?relation ; dg:polarity ?polarity ; dg:modality ?modality .
    ${compared ? "?change dg:ofClaim ?claim ; dg:change ?kind ." : ""}
    ${oneOf(`?${far}`, others)}
    ${filterPattern(filters)}
  } GROUP BY ?subject ?object ?relation ?polarity ?modality${kind} }
  ?relation rdfs:label ?relationLabel .
} ORDER BY ?subject ?object DESC(?n) ?relationLabel`;
};

// How many entities the claims passing speak of.
export const spokenOfQuery = filters => `SELECT (COUNT(DISTINCT ?entity) AS ?n) WHERE {
  { ?claim rdf:subject ?entity } UNION { ?claim rdf:object ?entity }
  ${filterPattern(filters)}
  ?entity dg:weight ?weight .
}`;

// The entities that the claims passing speak of most.
export const topQuery = (filters, limit = 150) => `SELECT ?entity ?label ?type ?weight ?degree ?n WHERE {
  { SELECT ?entity (COUNT(DISTINCT ?claim) AS ?n) WHERE {
    { ?claim rdf:subject ?entity } UNION { ?claim rdf:object ?entity }
    ${filterPattern(filters)}
  } GROUP BY ?entity }
  ?entity rdfs:label ?label ; a ?type ; dg:weight ?weight ; dg:degree ?degree .
} ORDER BY DESC(?n) DESC(?weight) ?entity LIMIT ${limit}`;

// Entities whose names hold every word, the closest and weightiest first. With the index of first letters it looks at
// the names with a word that begins as the longest does; without it, at all names and at what stands inside words.
const INDEXED = 3;
export const canLookUp = words => words.some(word => [...word].length >= INDEXED);
export function searchQuery(words, limit, {lookUp = false} = {}) {
  const longest = words.map(word => [...word]).reduce((one, other) => other.length > one.length ? other : one);
  const whole = words.join(" "), rank = `IF(?key = ${literal(whole)}, 4, IF(STRSTARTS(?key, ${literal(whole)}), 3, IF(${words.map(word => `CONTAINS(CONCAT(" ", ?key), ${literal(` ${word}`)})`).join(" && ")}, 2, 1)))`;
  return `SELECT ?entity ?label ?type ?weight ?score WHERE {
  { SELECT ?entity ?weight (MAX(?rank) AS ?score) WHERE {
    ${lookUp ? `?entity dg:wordStart ${literal(longest.slice(0, INDEXED).join(""))} . ` : ""}?entity dg:searchKey ?key .
    FILTER(${words.map(word => `CONTAINS(?key, ${literal(word)})`).join(" && ")})
    BIND(${rank} AS ?rank)
    ?entity dg:weight ?weight .
  } GROUP BY ?entity ?weight ORDER BY DESC(?score) DESC(?weight) ?entity LIMIT ${limit} }
  ?entity rdfs:label ?label ; a ?type .
} ORDER BY DESC(?score) DESC(?weight) ?label`;
}

// The entities called exactly so.
export const namedQuery = labels => `SELECT ?label ?entity WHERE { VALUES ?label { ${labels.map(literal).join(" ")} } ?entity rdfs:label ?label ; dg:weight ?weight } ORDER BY ?label ?entity`;

export const aliasesQuery = entities => `SELECT ?entity ?alias WHERE { VALUES ?entity { ${iris(entities)} } ?entity skos:altLabel ?alias } ORDER BY ?entity ?alias`;

// How many claims each value of a facet has, under all other filters.
const FACETS = {
  changes: ["?change dg:ofClaim ?claim ; dg:change ?value .", "?value"],
  relations: ["?claim rdf:predicate ?value . ?value rdfs:label ?label .", "?value ?label"],
  speakers: ["?claim dg:speaker ?value . ?value rdfs:label ?label .", "?value ?label"],
  documents: [`${OF_DOCUMENT} OPTIONAL { ?fDocument dcterms:title ?label } BIND(?fDocument AS ?value)`, "?value ?label"],
  authors: [`${OF_DOCUMENT} ?fDocument dcterms:creator ?author . BIND(STR(?author) AS ?value)`, "?value"],
  sources: [`${OF_DOCUMENT} ?fDocument dcterms:source ?fSource . BIND(${SITE} AS ?value)`, "?value"],
  standings: ["?claim dg:polarity ?value ; dg:modality ?label .", "?value ?label"],
  sureness: [`?claim dg:confidence ?fConfidence . BIND(${SURE_AS} AS ?value)`, "?value"],
  time: [`?claim dg:time ?fTime . FILTER(ISLITERAL(?fTime) && REGEX(STR(?fTime), ${A_YEAR})) BIND(${YEAR} AS ?value)`, "?value"],
};
export const facetQuery = (facet, filters = NO_FILTERS, limit = 200) => `SELECT ${FACETS[facet][1]} (COUNT(DISTINCT ?claim) AS ?n) WHERE {
  ?claim a dg:Claim .
  ${FACETS[facet][0]}
  ${filterPattern(filters, facet)}
} GROUP BY ${FACETS[facet][1]} ORDER BY DESC(?n) ${FACETS[facet][1].split(" ").pop()} LIMIT ${limit}`;

// How many changes of each kind there are whose claims pass all other filters.
export const changeCountsQuery = (filters = NO_FILTERS) => `SELECT ?kind (COUNT(DISTINCT ?change) AS ?n) WHERE {
  ?change dg:ofClaim ?claim ; dg:change ?kind .
  ${filterPattern(filters, "changes")}
} GROUP BY ?kind ORDER BY ?kind`;

// The changes of one kind whose claims pass all other filters, in the order of the later text, else of the earlier.
export const changesQuery = (key, {filters = NO_FILTERS, limit = 20} = {}) => `SELECT ?change ?key WHERE {
  { SELECT ?change (MAX(?place) AS ?key) WHERE {
    ?change dg:change ${literal(CHANGES[key])} ; dg:ofClaim ?claim ; ${key === "dropped" ? "dg:evidenceBefore" : "dg:evidenceAfter"} ?evidence .
    ?evidence dcterms:source ?document ; oa:start ?start .
    BIND(CONCAT(STR(?document), " ", SUBSTR(STR(?start + 1000000000), 1, 10)) AS ?place)
    ${filterPattern(filters, "changes")}
  } GROUP BY ?change }
} ORDER BY ?key ?change LIMIT ${limit}`;

// Both sides of changes: the claim and the sentence that each quotes. The changes of some claims, or some changes.
export const ofClaims = claims => `VALUES ?claim { ${iris(claims)} } ?change dg:ofClaim ?claim .`;
export const ofChanges = changes => `VALUES ?change { ${iris(changes)} }`;
export const sidesQuery = selector => `SELECT${selector.includes("?claim") ? " ?claim" : ""} ?change ?kind ?side ?told ?quote ?start ?end ?document WHERE {
  ${selector}
  ?change dg:change ?kind ; ?side ?told ; ?at ?evidence .
  FILTER((?side = dg:before && ?at = dg:evidenceBefore) || (?side = dg:after && ?at = dg:evidenceAfter))
  ?evidence oa:exact ?quote ; oa:start ?start ; oa:end ?end ; dcterms:source ?document .
} ORDER BY ?change ?side`;

// How many entities of each type there are; under filters, those that the claims passing speak of.
export const typesQuery = filters => `SELECT ?value (COUNT(DISTINCT ?entity) AS ?n) WHERE {
  ${filterPattern(filters, "types") && `{ ?claim rdf:subject ?entity } UNION { ?claim rdf:object ?entity }
  ${filterPattern(filters, "types")}`}
  ?entity dg:weight ?weight ; a ?value .
} GROUP BY ?value ORDER BY DESC(?n) ?value`;

// How many claims connect entities of some types with entities of others.
export const matrixQuery = (rows, columns, filters = NO_FILTERS) => `SELECT ?subject ?object ?n ?stated WHERE {
  { SELECT ?subject ?object (COUNT(DISTINCT ?claim) AS ?n) (COUNT(DISTINCT ?done) AS ?stated) WHERE {
    ?claim rdf:subject ?subject ; rdf:object ?object .
    ?subject a ?rowType . FILTER(?rowType IN (${rows.map(type => iri(dg(type))).join(", ")}))
    ?object a ?columnType . FILTER(?columnType IN (${columns.map(type => iri(dg(type))).join(", ")}))
    OPTIONAL { ?claim dg:polarity dg:Affirmed ; dg:modality dg:Asserted . BIND(?claim AS ?done) }
    ${filterPattern(filters)}
  } GROUP BY ?subject ?object }
} ORDER BY DESC(?n) ?subject ?object LIMIT 2000`;

export const DOCUMENTS = `SELECT ?document ?title ?creator ?date ?source ?opening WHERE {
  ?document a dg:Source .
  OPTIONAL { ?document dg:text ?text BIND(SUBSTR(STR(?text), 1, 3) AS ?opening) }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:creator ?creator }
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:source ?source }
} ORDER BY ?document ?title ?creator ?date ?source`;

export const documentQuery = document => `SELECT ?text ?title ?creator ?date ?source WHERE {
  ${iri(document)} dg:text ?text .
  OPTIONAL { ${iri(document)} dcterms:title ?title }
  OPTIONAL { ${iri(document)} dcterms:creator ?creator }
  OPTIONAL { ${iri(document)} dcterms:date ?date }
  OPTIONAL { ${iri(document)} dcterms:source ?source }
} LIMIT 1`;

export const sentencesQuery = document => `SELECT DISTINCT ?start ?end WHERE {
  ?evidence dcterms:source ${iri(document)} ; oa:start ?start ; oa:end ?end .
} ORDER BY ?start ?end`;

// What became of the claims of each sentence, where two texts are compared.
export const changedSentencesQuery = document => `SELECT ?start ?end ?kind (COUNT(DISTINCT ?claim) AS ?n) WHERE {
  ?evidence dcterms:source ${iri(document)} ; oa:start ?start ; oa:end ?end .
  ?claim prov:wasDerivedFrom ?evidence .
  ?change dg:ofClaim ?claim ; dg:change ?kind .
} GROUP BY ?start ?end ?kind ORDER BY ?start ?end ?kind`;

export const placesQuery = document => `SELECT ?entity ?label ?type ?place WHERE {
  ?entity dg:mentionedAt ?place .
  FILTER(STRSTARTS(STR(?place), ${literal(`${document}#char=`)}))
  ?entity rdfs:label ?label ; a ?type .
} ORDER BY ?place ?entity`;

// The neighbours of a set's neighbours: pairs from an entity next to `entity` to whatever is next to that one.
export const nextToQuery = (entities, {filters = NO_FILTERS, limit = 20000} = {}) => `SELECT DISTINCT ?near ?far WHERE {
  VALUES ?near { ${iris(entities)} }
  { ?claim rdf:subject ?near ; rdf:object ?far } UNION { ?claim rdf:object ?near ; rdf:subject ?far }
  ?far dg:weight ?weight .
  ${filterPattern(filters)}
} LIMIT ${limit}`;

export const SCHEMA = `SELECT ?term ?label ?kind ?n WHERE {
  { SELECT ?term (COUNT(?claim) AS ?n) WHERE { ?claim a dg:Claim ; rdf:predicate ?term } GROUP BY ?term }
  ?term rdfs:label ?label . BIND("relation" AS ?kind)
} ORDER BY DESC(?n) ?label LIMIT 2000`;

// Everything known of some claims and their entities, as triples.
export const shownQuery = claims => `CONSTRUCT { ?claim ?p ?o . ?evidence ?ep ?eo . ?end rdfs:label ?label ; a ?type . ?relation rdfs:label ?relationLabel } WHERE {
  VALUES ?claim { ${iris(claims)} }
  ?claim ?p ?o ; rdf:predicate ?relation ; prov:wasDerivedFrom ?evidence .
  ?relation rdfs:label ?relationLabel .
  ?evidence ?ep ?eo .
  { ?claim rdf:subject ?end } UNION { ?claim rdf:object ?end } UNION { ?claim dg:speaker ?end }
  OPTIONAL { ?end rdfs:label ?label ; a ?type }
}`;
