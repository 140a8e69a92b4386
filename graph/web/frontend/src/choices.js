// What is chosen → the entity, pair or claims to show for it; null for what the graph does not hold.

import {NO_FILTERS} from "./conditions.js";
import * as q from "./queries.js";

export function makeChoices(data) {
  function selectorOf(chosen) {
    if (!chosen) return null;
    if (chosen.entity) return q.about(chosen.entity);
    if (chosen.claim) return q.one(chosen.claim);
    return chosen.from ? q.between(chosen.from, chosen.to) : q.inSentence(chosen);
  }

  // The answer to the last question is kept: moves of the drawing ask it again and again.
  let last = {key: null, answer: null};
  function find(chosen, options) {
    const key = JSON.stringify([chosen, options]);
    if (last.key !== key) last = {key, answer: look(chosen, options)};
    last.answer.catch(() => { if (last.key === key) last = {key: null, answer: null}; });
    return last.answer;
  }

  async function look(chosen, options) {
    const selector = selectorOf(chosen);
    if (chosen.entity) {
      const [entity, claims] = await Promise.all([data.entity(chosen.entity), data.claims(selector, options)]);
      return entity && {entity, claims};
    }
    if (chosen.from) {
      const [a, b, claims] = await Promise.all([data.entity(chosen.from), data.entity(chosen.to), data.claims(selector, options)]);
      return a && b && {pair: [a, b], claims};
    }
    const claims = await data.claims(selector, {...options, filters: NO_FILTERS});
    return claims.standings.length ? {claims} : null;
  }

  return {find, selectorOf};
}
