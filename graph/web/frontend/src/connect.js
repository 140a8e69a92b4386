// Connecting two entities: the ways between them with the sentence behind each step, what they have in common, and what
// the one says about the other.

import {element, refill} from "./elements.js";
import {between, nextToQuery, saidBy} from "./queries.js";
import {makeSearch} from "./search.js";
import {t} from "./words.js";

export function makeConnect(box, data, {onChange, onDraw, onHow, card, link, starts}) {
  let asked = 0;

  async function show({connect, filters}) {
    const ticket = ++asked, [one, other] = await Promise.all([connect.from, connect.to].map(id => id ? data.entity(id) : null));
    if (ticket !== asked) return;
    const results = element("div", {class: "connect-results", "aria-live": "polite"}, element("p", {class: "empty"}, t(one && other ? "waiting" : "connect.hint")), one && other ? null : suggestions(connect));
    refill(box, element("div", {class: "view-head"}, picker("from", one, connect), picker("to", other, connect),
      one && other && element("button", {type: "button", class: "act", onclick: () => onChange({from: connect.to, to: connect.from})}, t("connect.swap"))), results);
    if (!one || !other) return;
    if (one.id === other.id) { results.replaceChildren(element("p", {class: "empty"}, t("connect.same"))); return; }
    const [ways, common, said] = await Promise.all([findWays(one, other, filters), inCommon(one, other, filters), data.claims(saidBy(one.id, other.id), {filters, limit: 50})]);
    if (ticket !== asked) return;
    results.replaceChildren(
      part(t("connect.paths"), ways.length ? ways : element("p", {class: "empty"}, t("connect.none")), nextToQuery([one.id], {filters})),
      part(t("connect.common"), common.entities.length ? element("ul", {class: "commons"}, common.entities.map(entity => element("li", {}, link(entity), element("span", {class: "many"}, t("claims", {n: entity.weight}))))) : element("p", {class: "empty"}, t("connect.none.common")), common.query),
      part(t("connect.says", {a: one.label, b: other.label}), said.total ? said.claims.map(claim => card(claim)) : element("p", {class: "empty"}, t("connect.none.says")), said.query));
  }

  // Pairs to begin with: of the entities with the most claims, or of the one chosen and these.
  function suggestions({from, to}) {
    const known = from || to, others = starts.filter(one => one.id !== known).slice(0, 5);
    const pairs = known ? others.map(one => ({from: from || one.id, to: to || one.id, label: one.label}))
      : [[0, 1], [0, 2], [1, 2], [0, 3]].map(pair => pair.map(i => starts[i])).filter(([a, b]) => a && b).map(([a, b]) => ({from: a.id, to: b.id, label: t("between", {a: a.label, b: b.label})}));
    return pairs.length ? [element("h3", {}, t("connect.try")), element("p", {class: "suggested"}, pairs.map(({label, ...pair}) => element("button", {type: "button", class: "chip", onclick: () => onChange(pair)}, label)))] : null;
  }

  const part = (title, content, query) => element("section", {}, element("h2", {}, title), content, query && element("button", {type: "button", class: "how", onclick: () => onHow(query)}, t("how")));

  function picker(end, chosen, connect) {
    const input = element("input", {type: "search", role: "combobox", "aria-label": t(`connect.${end}`), "data-key": end, placeholder: t("connect.name"), "aria-expanded": "false", "aria-controls": `connect-${end}`, "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", value: chosen ? chosen.label : ""});
    const list = element("ul", {id: `connect-${end}`, class: "hits", role: "listbox", "aria-label": t("search.found"), hidden: true});
    makeSearch({input, list}, data.search, {name: `connect-${end}`, onChoose: ({id}) => onChange({...connect, [end]: id})});
    return element("div", {class: "picker"}, element("span", {class: "end"}, t(`connect.${end}`)), input, list);
  }

  async function inCommon(one, other, filters) {
    const [near, far] = await Promise.all([one, other].map(({id}) => data.neighbours(id, {filters, limit: 500})));
    const both = new Set(far.entities.map(entity => entity.id));
    return {entities: near.entities.filter(entity => both.has(entity.id)).slice(0, 30), query: near.query};
  }

  // The ways as articles, every step with its claims: the first open, the rest to be opened.
  async function findWays(one, other, filters) {
    const paths = await data.paths(one.id, other.id, filters);
    const known = new Map((await data.entities([...new Set(paths.flat())])).map(entity => [entity.id, entity]));
    return Promise.all(paths.map(async (path, i) => {
      const steps = path.slice(1).map((id, j) => [path[j], id]), list = element("div", {class: "steps"});
      const fill = async () => { if (!list.children.length) list.replaceChildren(...await Promise.all(steps.map(step => stepOf(step, filters)))); };
      if (!i) await fill();
      return element("details", {class: "way", open: !i, ontoggle: fill}, element("summary", {}, path.map((id, j) => [j ? element("span", {class: "to", "aria-hidden": "true"}, " — ") : "", known.get(id)?.label || id]), element("span", {class: "many"}, ` ${t("connect.steps", {n: steps.length})}`)),
        list, element("button", {type: "button", class: "act", onclick: () => onDraw(path)}, t("connect.draw")));
    }));
  }

  async function stepOf([from, to], filters) {
    const {claims, query} = await data.claims(between(from, to), {filters, order: "confidence", descending: true, limit: 3});
    return element("div", {class: "step"}, claims.map(claim => card(claim)), element("button", {type: "button", class: "how", onclick: () => onHow(query)}, t("how")));
  }

  return {show};
}
