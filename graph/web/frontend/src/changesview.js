// The changes from one text to the other, by kind, each with both quotes side by side.

import {element, refill} from "./elements.js";
import {isFiltered} from "./filters.js";
import {changeMark} from "./pair.js";
import {CHANGES} from "./conditions.js";
import {toggled} from "./state.js";
import {number, t} from "./words.js";

const LISTED = 20, MORE = 100;

export function makeChanges(box, data, {sides, onFilters, onHow, card}) {
  let asked = 0, last = null;
  const limits = new Map(), [before, after] = sides.map(({title, mark}) => mark ? `“${title}” (${mark})` : `“${title}”`);

  async function show({filters}) {
    const ticket = ++asked, counts = await data.changeCounts(filters);
    last = {filters};
    const kinds = Object.keys(CHANGES).filter(key => counts.get(key) && (!filters.changes.length || filters.changes.includes(key)));
    const found = await Promise.all(kinds.map(key => data.changes(key, {filters, limit: limits.get(key) || LISTED})));
    if (ticket !== asked) return;
    refill(box,
      element("div", {class: "view-head"}, element("h2", {}, t("changes.title")), element("p", {class: "note"}, t("changes.sides", {before, after})), chips(counts, filters)),
      element("div", {class: "changes-body", tabindex: 0, role: "region", "aria-label": t("view.changes")},
        kinds.length ? kinds.map((key, i) => section(key, counts.get(key), found[i])) : element("p", {class: "empty"}, t(isFiltered(filters) ? "no.passing" : "changes.none"))));
  }

  function chips(counts, filters) {
    return element("div", {class: "standings", role: "group", "aria-label": t("facet.changes")}, Object.keys(CHANGES).filter(key => counts.get(key) || filters.changes.includes(key)).map(key =>
      element("button", {type: "button", class: `chip change-${key}`, "data-key": `change ${key}`, "aria-pressed": String(filters.changes.includes(key)), onclick: () => onFilters({...filters, changes: toggled(filters.changes, key)})},
        changeMark(key), `${number(counts.get(key) || 0)} ${t(`change.${key}`)}`)));
  }

  function section(key, count, {claims, query}) {
    const more = count - claims.length;
    return element("section", {class: `changes change-${key}`, "data-kind": key},
      element("h3", {}, changeMark(key), t(`change.${key}`), element("span", {class: "many"}, number(count))),
      claims.map(claim => card(claim, {named: true})),
      element("p", {class: "pager"},
        more > 0 && element("button", {type: "button", "data-key": `more ${key}`, onclick: () => { limits.set(key, claims.length + MORE); show(last); }}, t("more.claims", {n: Math.min(MORE, more)})),
        element("button", {type: "button", class: "how", "data-key": `how ${key}`, onclick: () => onHow(query)}, t("how"))));
  }

  return {show};
}
