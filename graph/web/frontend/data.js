// The one way the page reads its data. Every function answers with a promise of plain objects whose ids are IRIs, so
// that a store queried in the page can take the place of the embedded block without another file noticing.

function makeData(block) {
  const {documents, relations, entities, sentences} = block;
  const number = new Map(entities.map((entity, i) => [entity.id, i]));
  const claims = block.claims.map(claim => fullClaim(claim));
  const claimsAt = entities.map(() => []);
  for (const claim of claims) {
    for (const end of new Set([claim.subject, claim.object])) if (end) claimsAt[number.get(end.id)].push(claim);
  }
  const keys = entities.map(entity => [entity.label, ...entity.aliases].map(searchKey));

  function fullClaim(claim) {
    return {
      ...claim,
      subject: brief(claim.subject),
      relation: relations[claim.relation],
      object: claim.object === undefined ? null : brief(claim.object),
      speaker: claim.speaker === undefined ? null : brief(claim.speaker),
      qualifiers: (claim.qualifiers || []).map(one => ({...one, entity: one.entity === undefined ? null : brief(one.entity)})),
      evidence: claim.evidence.map(one => ({...one, sentence: fullSentence(one.sentence)})),
    };
  }

  function brief(i) {
    const {id, label, type} = entities[i];
    return {id, label, type};
  }

  function fullSentence(i) {
    const {document, start, end, quote} = sentences[i], {id, title, markdown} = documents[document];
    return {id: i, document: id, title, markdown, start, end, quote};
  }

  function neighboursOf(id) {
    const found = new Map();
    for (const claim of claimsAt[number.get(id)]) {
      for (const end of [claim.subject, claim.object]) {
        if (end && end.id !== id) found.set(end.id, (found.get(end.id) || 0) + 1);
      }
    }
    return [...found].sort((a, b) => b[1] - a[1] || number.get(a[0]) - number.get(b[0])).map(([other]) => other);
  }

  return {
    // What the page holds: documents, how many claims of each standing, types with counts, the entities with most claims.
    async overview() {
      return {
        documents: documents.map(({id, title, creator, date}) => ({id, title, creator, date})),
        standings: countBy(claims, standingOf),
        types: countBy(entities, entity => entity.type),
        entities: [...entities].sort((a, b) => b.weight - a.weight).slice(0, 8).map(({id, label, type, weight}) => ({id, label, type, weight})),
        claims: claims.length,
      };
    },

    // The type of every entity, and the relations from one entity to another, as maps from id and "id id"; what is
    // stated comes first, and a plan or a denial says that it is one.
    async types() { return new Map(entities.map(({id, type}) => [id, type])); },
    async relations() {
      const found = new Map();
      const isStated = claim => standingOf(claim) === "stated";
      for (const claim of [...claims.filter(isStated), ...claims.filter(claim => !isStated(claim))]) {
        if (!claim.object) continue;
        const key = `${claim.subject.id} ${claim.object.id}`;
        found.set(key, (found.get(key) || new Set()).add(labelOf(claim)));
      }
      return found;
    },

    // Entities whose label or alias matches, the best first.
    async search(text, limit = 12) {
      const hits = [];
      entities.forEach((entity, i) => {
        const [score, at] = matchScore(searchKey(text), keys[i]);
        if (score > 0) hits.push({...brief(i), weight: entity.weight, alias: at > 0 ? entity.aliases[at - 1] : null, score, i});
      });
      return hits.sort((a, b) => b.score - a.score || a.i - b.i).slice(0, limit);
    },

    async entity(id) {
      return number.has(id) ? {...entities[number.get(id)], neighbours: neighboursOf(id)} : null;
    },
    async claimsOf(id) { return number.has(id) ? claimsAt[number.get(id)] : []; },
    async claimsBetween(a, b) {
      const ends = claim => claim.object && [claim.subject.id, claim.object.id];
      return claims.filter(claim => ends(claim) && ends(claim).includes(a) && ends(claim).includes(b) && a !== b);
    },
    async claimsWith(standing) { return claims.filter(claim => standingOf(claim) === standing); },
    async claimsAt(sentence) {
      return claims.filter(claim => claim.evidence.some(one => one.sentence.id === sentence));
    },
    async document(id) { return documents.find(document => document.id === id); },
    async sentencesOf(id) { return sentences.map((_, i) => fullSentence(i)).filter(one => one.document === id); },
  };
}

// How a claim stands: "stated" as so, "denied", or only "planned", "proposed", "possible" or a "view".
function standingOf(claim) {
  if (claim.polarity === "negated") return "denied";
  return {asserted: "stated", evaluative: "view"}[claim.modality] || claim.modality;
}

// A relation as an arrow names it: "hosted", "planned: hosted", "not: hosted".
function labelOf(claim) {
  const standing = standingOf(claim);
  return standing === "stated" ? claim.relation : `${standing === "denied" ? "not" : standing}: ${claim.relation}`;
}

function countBy(list, keyOf) {
  const counts = new Map();
  for (const item of list) counts.set(keyOf(item), (counts.get(keyOf(item)) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key, count]) => ({key, count}));
}

// Letters without accents or case, anything else a space.
function searchKey(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// [score, which key]: whole name, start of the name, start of words, anywhere; a label beats an alias.
function matchScore(query, keys) {
  if (!query) return [0, 0];
  const scores = keys.map((key, i) => {
    if (key === query) return 9 - (i > 0);
    if (key.startsWith(query)) return 7 - (i > 0);
    const words = query.split(" ");
    if (words.every(word => ` ${key}`.includes(` ${word}`))) return 5 - (i > 0);
    return words.every(word => key.includes(word)) ? 3 - (i > 0) : 0;
  });
  const best = Math.max(...scores);
  return [best, scores.indexOf(best)];
}
