// The one way the page reads its data: every function asks SPARQL and answers with plain objects whose ids are IRIs.
// What a view shows, it can explain: its answer's `query` is the text that found it.

import {NO_FILTERS, changeKey, localName, siteOf} from "./conditions.js";
import * as q from "./queries.js";
import {toChanges} from "./changes.js";
import {shortOf} from "./captions.js";
import {countStandings, endsOf, sentenceId, toClaims, toLinks} from "./claims.js";
import {findPaths} from "./paths.js";
import {marked, nameOf} from "./titles.js";

const MOST_STEPS = 60;  // of a slider
const LONG = 20;        // characters of a label that a drawing may have to cut

const entityOf = ({entity, label, type, weight, degree}) => ({id: entity, label, type: localName(type), weight: Number(weight || 0), degree: Number(degree || 0)});

// `compared` tells whether the graph holds what became of its claims from one text to another.
export function makeData({select, fetchText}, {compared = false} = {}) {
  // A page of the claims that a pattern chooses, whole, and how many there are in all, by how they stand. `only` keeps
  // those of one standing, but not from the counts.
  async function claims(selector, {only = null, ...options} = {}) {
    const filters = options.filters || NO_FILTERS, query = q.claimsQuery(selector, {...options, filters: only ? {...filters, standings: [only]} : filters});
    const [rows, counts] = await Promise.all([select(query), select(q.countQuery(selector, filters))]);
    const standings = countStandings(counts), passing = standings.filter(one => !only || one.key === only);
    return {claims: await completed(rows), total: passing.reduce((sum, one) => sum + one.count, 0), standings, only, query};
  }

  const completed = async rows => compared ? withChanges(await wholeOf(rows)) : wholeOf(rows);

  async function wholeOf(rows) {
    const ids = [...new Set(rows.map(row => row.claim))];
    if (!ids.length) return [];
    const [evidence, qualifiers] = await Promise.all([select(q.evidenceQuery(ids)), select(q.qualifiersQuery(ids))]);
    const titles = await documentsById();
    return toClaims(rows, evidence, qualifiers, titles);
  }

  // Claims with what became of each: `change` has both sides, each {claim, sentence, whole}, `whole` being the claim.
  async function withChanges(claims) {
    if (!claims.length) return claims;
    const rows = await select(q.sidesQuery(q.ofClaims(claims.map(one => one.id)))), changes = await sidesOf(rows, claims);
    const changeOf = new Map(rows.map(row => [row.claim, changes.get(row.change)]));
    return claims.map(claim => ({...claim, change: changeOf.get(claim.id) || null}));
  }

  async function sidesOf(rows, known = []) {
    const changes = toChanges(rows, await documentsById()), whole = new Map(known.map(one => [one.id, one]));
    const missing = [...new Set(rows.map(row => row.told).filter(id => !whole.has(id)))];
    const others = missing.length ? await wholeOf(await select(q.claimsQuery(q.these(missing), {limit: missing.length}))) : [];
    for (const one of others) whole.set(one.id, one);
    const filled = side => side && {...side, whole: whole.get(side.claim)};
    return new Map([...changes].map(([id, change]) => [id, {...change, before: filled(change.before), after: filled(change.after)}]));
  }

  // The first changes of a kind, both sides whole, as the claims that come after, else before.
  async function changes(key, options) {
    const query = q.changesQuery(key, options), ids = (await select(query)).map(row => row.change);
    const found = ids.length ? await sidesOf(await select(q.sidesQuery(q.ofChanges(ids)))) : new Map();
    return {claims: ids.map(id => found.get(id)).map(change => ({...(change.after || change.before).whole, change})), query};
  }

  const changeCounts = async filters => new Map((await select(q.changeCountsQuery(filters))).map(({kind, n}) => [changeKey(kind), Number(n)]));

  let documents = null;
  const allDocuments = () => documents ||= select(q.DOCUMENTS).then(rows => {
    const found = new Map();
    for (const {document, ...row} of rows) if (!found.has(document)) found.set(document, documentOf({id: document, ...row}));
    return marked([...found.values()]);
  });
  const documentsById = async () => new Map((await allDocuments()).map(one => [one.id, one]));
  // A text of the web that begins with front matter is Markdown, as one from a file of that name.
  const documentOf = ({id, title, creator, date, source = "", opening = ""}) => ({
    id, title: title || source || localName(id), creator, date, source, markdown: /\.(md|markdown)$/i.test(source) || /:\/\//.test(source) && opening.startsWith("---")});

  // Entities whose names hold the words typed, the best first; `alias` is the name that was meant where it is not the label.
  async function search(text, limit = 12) {
    const words = searchKey(text).split(" ").filter(Boolean);
    if (!words.length) return [];
    const looked = q.canLookUp(words) ? await select(q.searchQuery(words, limit, {lookUp: true})) : [];
    const found = (looked.length ? looked : await select(q.searchQuery(words, limit))).map(entityOf);
    const others = found.filter(one => !isNamed(one.label, words));
    const aliases = others.length ? await select(q.aliasesQuery(others.map(one => one.id))) : [];
    return found.map(one => ({...one, alias: (aliases.find(({entity, alias}) => entity === one.id && isNamed(alias, words)) || {}).alias || null}));
  }
  const isNamed = (name, words) => words.every(word => searchKey(name).includes(word));

  async function entity(id) {
    const rows = await select(q.entityQuery(id));
    const all = name => rows.filter(row => localName(row.property) === name).map(row => row.value);
    const [label] = all("label"), [type] = all("type");
    if (!label) return null;
    return {id, label, type: localName(type || ""), weight: Number(all("weight")[0] || 0), degree: Number(all("degree")[0] || 0), aliases: all("altLabel"), sameAs: all("sameAs"), mergedBecause: all("mergedBecause")};
  }

  // The arrows between `fresh` entities and all that are drawn.
  async function links(fresh, drawn, filters) {
    if (!fresh.length) return [];
    const old = drawn.filter(id => !fresh.includes(id));
    const rows = await Promise.all([
      select(q.linksQuery(fresh, drawn, {filters, compared})),
      old.length ? select(q.linksQuery(fresh, old, {filters, compared, towards: "subject"})) : [],
    ]);
    return toLinks(rows.flat());
  }

  // A document with its text, the sentences that claims cite, and the places where entities are named.
  const texts = new Map();
  function document(id) {
    if (!texts.has(id)) texts.set(id, readDocument(id).catch(error => { texts.delete(id); throw error; }));
    return texts.get(id);
  }
  async function readDocument(id) {
    const [[row], sentences, places, changed] = await Promise.all([select(q.documentQuery(id)), select(q.sentencesQuery(id)), select(q.placesQuery(id)), compared ? select(q.changedSentencesQuery(id)) : []]);
    if (!row) return null;
    const {text} = row, {mark} = (await documentsById()).get(id) || {}, changes = new Map();
    for (const {start, end, kind, n} of changed) changes.set(`${start} ${end}`, {...changes.get(`${start} ${end}`), [changeKey(kind)]: Number(n)});
    return {
      ...documentOf({id, ...row, opening: text}), mark, text,
      sentences: sentences.map(({start, end}) => ({id: sentenceId({document: id, start, end}), document: id, start: Number(start), end: Number(end), changes: changes.get(`${start} ${end}`)})),
      places: places.map(({place, entity: named, label, type}) => ({entity: named, label, type: localName(type), ...endsOf(place)})).sort((a, b) => a.start - b.start || b.end - a.end),
    };
  }

  async function facet(name, filters, limit) {
    const query = q.facetQuery(name, filters, limit), rows = await select(query), known = name === "documents" ? await documentsById() : new Map();
    return {values: rows.map(({value, label, n}) => ({value, label: known.has(value) ? nameOf(known.get(value)) : label, count: Number(n)})), query};
  }

  // How many entities of each type are left under all other filters.
  async function types(filters) {
    const query = q.typesQuery(filters), rows = await select(query);
    return {counts: new Map(rows.map(({value, n}) => [localName(value), Number(n)])), query};
  }

  async function neighbours(id, options) {
    const query = q.neighboursQuery(id, options);
    return {entities: (await select(query)).map(row => ({...entityOf(row), shared: Number(row.n)})), query};
  }

  // How many claims pass the filters, by how they stand, and the entities they speak of most. The last answer is kept.
  let last = {key: null, answer: null};
  function passing(filters) {
    const key = JSON.stringify(filters);
    if (last.key !== key) last = {key, answer: readPassing(filters).catch(error => { last = {key: null, answer: null}; throw error; })};
    return last.answer;
  }
  async function readPassing(filters) {
    const [counts, top, [{n}]] = await Promise.all([select(q.countQuery(q.everything, filters)), select(q.topQuery(filters)), select(q.spokenOfQuery(filters))]);
    const standings = countStandings(counts);
    return {standings, entities: Number(n), total: standings.reduce((sum, one) => sum + one.count, 0), top: top.map(row => ({...entityOf(row), passing: Number(row.n)}))};
  }

  const entities = async ids => ids.length ? (await select(q.entitiesQuery(ids))).map(entityOf) : [];

  // Entities with what stands for their label where a drawing must cut it: `short`, if they have an alias for that.
  async function withShort(found) {
    const long = found.filter(one => one.label.length > LONG && !one.short);
    const rows = long.length ? await select(q.aliasesQuery(long.map(one => one.id))) : [];
    const shorts = new Map(long.map(({id, label}) => [id, shortOf(label, rows.filter(row => row.entity === id).map(row => row.alias))]));
    return found.map(one => shorts.get(one.id) ? {...one, short: shorts.get(one.id)} : one);
  }

  // The entities that texts name by their whole label: label → id, without those that several have.
  async function named(labels) {
    const ids = new Map();
    for (const {label, entity: id} of labels.length ? await select(q.namedQuery(labels)) : []) ids.set(label, ids.has(label) ? null : id);
    return new Map([...ids].filter(([, id]) => id));
  }

  async function matrix(rows, columns, filters) {
    const query = q.matrixQuery(rows, columns, filters), cells = await select(query);
    return {cells: cells.map(({subject, object, n, stated}) => ({subject, object, count: Number(n), stated: Number(stated)})), query};
  }

  // Chains of entities from one to another, the shortest first; each step is a pair that claims connect.
  const paths = (from, to, filters = NO_FILTERS) => findPaths(from, to, async ids => ids.length ? select(q.nextToQuery(ids, {filters})) : []);

  async function schema() {
    const rows = await select(q.SCHEMA);
    return rows.map(({term, label, kind, n}) => ({iri: term, label, kind, count: Number(n)}));
  }

  const shown = (ids, format) => fetchText(q.shownQuery(ids), {format});

  // The days, months or years, whichever are fewest enough to choose among, that documents are dated; their authors and
  // sources: each only where there are several, and sources only where not every document has its own.
  async function provenance() {
    const all = await allDocuments(), distinct = list => [...new Set(list.filter(Boolean))].sort();
    const several = (list, most = Infinity) => list.length > 1 && list.length < most ? list : [];
    const dates = [10, 7, 4].map(length => distinct(all.map(one => (one.date || "").slice(0, length))));
    return {authors: several(distinct(all.map(one => one.creator))), sources: several(distinct(all.map(one => siteOf(one.source))), all.length), published: several(dates.find(list => list.length <= MOST_STEPS) || dates[2])};
  }

  return {claims, provenance, compared, changes, changeCounts, passing, search, entity, entities, withShort, named, neighbours, links, document, documents: allDocuments, facet, types, matrix, paths, schema, shown};
}

// Letters without accents or case, anything else a space: as the graph's own search keys are written.
export function searchKey(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
