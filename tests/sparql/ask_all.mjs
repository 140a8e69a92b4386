// Every query that the page sends, as JSON: one or more of each function of queries.js, on entities of the sample.
// An exported function that is not asked here is told, so that a new query cannot be left out.
import {CHANGES, NO_FILTERS, dg} from "../../graph/web/frontend/src/conditions.js";
import * as q from "../../graph/web/frontend/src/queries.js";
import {declare} from "../../graph/web/frontend/src/sparql.js";

const {prefixes, claims, change, document, china, brazil, speaker} = JSON.parse(process.argv[2]);
const filters = {...NO_FILTERS, standings: ["stated", "planned", "denied"], relations: [], speakers: [], types: ["Role"], from: "2000", to: "2030"};
const narrow = {...NO_FILTERS, sureness: ["high", "low"], relations: [dg("Proposed")], speakers: [speaker], documents: [document]};
const written = {...NO_FILTERS, authors: ["Wang Yi", 'A "B"'], sources: ["shared-future.txt", "example.org"], since: "2024-05", until: "2025"};
const changed = {...NO_FILTERS, changes: ["new", "modality"]};
const selectors = {about: q.about(china), between: q.between(china, brazil), inSentence: q.inSentence({document, start: 25, end: 72}), saidBy: q.saidBy(speaker, china), one: q.one(claims[0]), these: q.these(claims), everything: q.everything, amid: q.amid([china, brazil]), dated: q.dated, worded: q.worded("china glob")};
const asked = {
  claimsQuery: [...Object.values(selectors).map(one => q.claimsQuery(one, {limit: 1000})), ...q.ORDERS.flatMap(order => [false, true].map(descending => q.claimsQuery(q.everything, {order, descending, limit: 1000}))), q.claimsQuery(q.everything, {filters, limit: 1000}), q.claimsQuery(q.everything, {filters: narrow, limit: 1000}), q.claimsQuery(q.everything, {filters: changed, limit: 1000}), q.claimsQuery(q.everything, {filters: written, limit: 1000})],
  countQuery: [q.countQuery(q.everything), q.countQuery(q.about(china), filters)],
  evidenceQuery: [q.evidenceQuery(claims)],
  qualifiersQuery: [q.qualifiersQuery(claims)],
  entityQuery: [q.entityQuery(china)],
  entitiesQuery: [q.entitiesQuery([china, brazil])],
  neighboursQuery: [q.neighboursQuery(china, {limit: 1000}), q.neighboursQuery(china, {filters, without: [brazil], limit: 1000})],
  linksQuery: [q.linksQuery([china], [brazil, speaker]), q.linksQuery([china], [brazil], {filters, towards: "subject"}), q.linksQuery([china], [brazil, speaker], {compared: true})],
  changeCountsQuery: [q.changeCountsQuery(), q.changeCountsQuery(filters)],
  changesQuery: Object.keys(CHANGES).map(key => q.changesQuery(key, {limit: 1000})),
  sidesQuery: [q.sidesQuery(q.ofClaims(claims)), q.sidesQuery(q.ofChanges([change]))],
  topQuery: [q.topQuery(NO_FILTERS, 1000), q.topQuery(filters, 1000)],
  spokenOfQuery: [q.spokenOfQuery(NO_FILTERS), q.spokenOfQuery(filters)],
  typesQuery: [q.typesQuery(NO_FILTERS), q.typesQuery(filters)],
  namedQuery: [q.namedQuery(["China", "Brazil"])],
  searchQuery: [["glob"], ["glob", "sec"], ["ch"]].flatMap(words => [false, true].filter(lookUp => !lookUp || q.canLookUp(words)).map(lookUp => q.searchQuery(words, 1000, {lookUp}))),
  aliasesQuery: [q.aliasesQuery([china, speaker])],
  facetQuery: ["changes", "relations", "speakers", "documents", "authors", "sources", "standings", "sureness", "time"].flatMap(facet => [NO_FILTERS, filters, written].map(one => q.facetQuery(facet, one, 1000))),
  matrixQuery: [q.matrixQuery(["Country"], ["Initiative", "Country"]), q.matrixQuery(["Country"], ["Initiative"], filters)],
  DOCUMENTS: [q.DOCUMENTS],
  documentQuery: [q.documentQuery(document)],
  sentencesQuery: [q.sentencesQuery(document)],
  changedSentencesQuery: [q.changedSentencesQuery(document)],
  placesQuery: [q.placesQuery(document)],
  nextToQuery: [q.nextToQuery([china, brazil])],
  SCHEMA: [q.SCHEMA],
  shownQuery: [q.shownQuery(claims)],
};
const parts = new Set(["ofClaims", "ofChanges", "canLookUp", "ORDERS", ...Object.keys(selectors)]);
const left = Object.keys(q).filter(name => !(name in asked) && !parts.has(name));
process.stdout.write(JSON.stringify({left, asked: Object.entries(asked).flatMap(([name, texts]) => texts.map((text, i) => [`${name} ${i}`, `${declare(prefixes)}\n${text}`]))}));
