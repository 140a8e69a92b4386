// Filters: facets with counts, each counted under all other filters, and a line of chips for those that are set.

import {element, mark, refill} from "./elements.js";
import {countStandings} from "./claims.js";
import {changeMark} from "./pair.js";
import {CHANGES, NO_FILTERS, SURENESS, changeKey} from "./conditions.js";
import {toggled} from "./state.js";
import {number, t, typeName} from "./words.js";

const LISTED = 8;
const WORDED = {standings: "standing", sureness: "sure", changes: "change"};  // facets whose values are words of the page

// makeFilters({box, chips}, data, types, {onChange, onHow}) → show(filters, {open}); `types` are [{key, count}]. `onChange` takes what
// makes new filters of those there are.
export function makeFilters({box, chips}, data, types, {onChange, onDraw, onHow}) {
  let current = NO_FILTERS, asked = 0, sliding = null;
  const longer = new Set(), names = new Map();

  async function show(filters, open) {
    current = filters;
    showChips();
    if (!open) return;
    const ticket = ++asked, facets = ["standings", "sureness", "relations", "speakers", "documents", "authors", "sources", "time"];
    const [several, changes, kinds, ...found] = await Promise.all([data.provenance(), data.compared && data.facet("changes", filters), data.types(filters), ...facets.map(facet => data.facet(facet, filters))]);
    if (ticket !== asked) return;
    for (const {values} of found) for (const {value, label} of values) if (label) names.set(value, label);
    const [standings, sureness, relations, speakers, documents, authors, sources, years] = found;
    refill(box,
      changes && group("changes", changesOf(changes.values), changes.query),
      group("types", types.map(({key}) => ({value: key, label: typeName(key), count: kinds.counts.get(key) || 0, sign: mark(key)})), kinds.query),
      group("standings", countStandings(standings.values.map(({value, label, count}) => ({polarity: value, modality: label, n: count}))).map(({key, count}) => ({value: key, label: t(`standing.${key}`), count})), standings.query),
      group("sureness", surenessOf(sureness.values), sureness.query),
      group("relations", relations.values, relations.query),
      group("speakers", speakers.values, speakers.query),
      documents.values.length > 1 || filters.documents.length ? group("documents", documents.values, documents.query) : "",
      several.authors.length || filters.authors.length ? group("authors", authors.values, authors.query) : "",
      several.sources.length || filters.sources.length ? group("sources", sources.values, sources.query) : "",
      rangeGroup("published", ["since", "until"], several.published),
      rangeGroup("time", ["from", "to"], years.values.map(one => one.value), years.query));
    showChips();
  }

  // All kinds there can be, with how many claims each has.
  function changesOf(values) {
    const counts = new Map(values.map(({value, count}) => [changeKey(value), count]));
    return Object.keys(CHANGES).filter(key => counts.has(key) || current.changes.includes(key)).map(key => ({value: key, label: t(`change.${key}`), count: counts.get(key) || 0, sign: changeMark(key)}));
  }

  const surenessOf = values => Object.keys(SURENESS).map(key => ({value: key, label: t(`sure.${key}`), count: values.find(one => one.value === key)?.count || 0}));

  // Types say what is left out, all others what is kept.
  const isOn = (facet, value) => facet === "types" ? !current.types.includes(value) : current[facet].includes(value);
  // What is changed are the filters as they are by then: what is shown may lag behind quick clicks.
  const set = (facet, value) => onChange(filters => ({...filters, [facet]: toggled(filters[facet], value)}));

  function group(facet, values, query) {
    const chosen = values.filter(one => isOn(facet, one.value)), listed = longer.has(facet) || facet === "types" ? values : [...new Set([...values.slice(0, LISTED), ...chosen])];
    return element("fieldset", {class: "facet"}, element("legend", {}, t(`facet.${facet}`)),
      values.length ? element("ul", {}, listed.map(one => element("li", {}, option(facet, one)))) : element("p", {class: "empty"}, t("filters.none")),
      listed.length < values.length && element("button", {type: "button", class: "more", onclick: () => { longer.add(facet); show(current, true); }}, t("filters.more", {n: values.length - listed.length})),
      query && element("button", {type: "button", class: "how", onclick: () => onHow(query)}, t("how")));
  }

  const option = (facet, {value, label, count, sign}) => element("label", {class: "option"},
    element("input", {type: "checkbox", "data-key": `${facet} ${value}`, checked: isOn(facet, value), onchange: () => set(facet, value)}),
    sign, element("span", {class: "label"}, label || value), element("span", {class: "many"}, number(count)));

  // A slider for each end of a range, a step a value there is: one claim of the year 1075 must not take the room of all
  // others.
  function rangeGroup(facet, [low, high], values, query = null) {
    const steps = [...new Set([...values, current[low], current[high]].filter(Boolean))].sort(), last = steps.length - 1;
    if (last < 0) return "";
    const range = () => ({[low]: current[low] ? steps.indexOf(current[low]) : 0, [high]: current[high] ? steps.indexOf(current[high]) : last});
    const slide = (end, at) => {
      const next = {...range(), [end]: at};
      if (next[low] > next[high]) next[end === low ? high : low] = at;
      onChange(filters => ({...filters, [low]: next[low] > 0 ? steps[next[low]] : null, [high]: next[high] < last ? steps[next[high]] : null}));
    };
    const slider = (end, words) => element("label", {class: "slider"}, element("span", {}, t(`year.${words}`)),
      element("input", {type: "range", min: 0, max: last, value: range()[end], step: 1, "aria-valuetext": steps[range()[end]], "data-end": end, "data-key": `year ${end}`,
        onchange: event => { clearTimeout(sliding); sliding = setTimeout(slide, 200, end, Number(event.target.value)); },
        oninput: event => { event.target.nextElementSibling.textContent = steps[event.target.value]; event.target.setAttribute("aria-valuetext", steps[event.target.value]); }}),
      element("output", {}, steps[range()[end]]));
    return element("fieldset", {class: `facet ${facet}`}, element("legend", {}, t(`facet.${facet}`)), slider(low, "from"), slider(high, "to"),
      query && element("button", {type: "button", class: "how", onclick: () => onHow(query)}, t("how")));
  }

  let passing = null;
  // Tell how many claims pass, once that is known, and offer to draw what they speak of: {total, all, ids, entities}.
  function showPassing(found) {
    passing = found;
    showChips();
  }

  function showChips() {
    const chip = (label, next) => element("button", {type: "button", class: "chip filter", "aria-label": t("filters.remove", {name: label}), onclick: () => onChange(next)}, label, element("span", {"aria-hidden": "true"}, " ×"));
    const dropping = (facet, value) => filters => ({...filters, [facet]: filters[facet].filter(one => one !== value)});
    const kept = ["changes", "standings", "sureness", "relations", "speakers", "documents", "authors", "sources"].flatMap(facet => current[facet].map(value => chip(nameOf(facet, value), dropping(facet, value))));
    const hidden = current.types.map(type => chip(t("without", {name: typeName(type)}), dropping("types", type)));
    const years = current.from || current.to ? [chip(t("years", {from: current.from || "…", to: current.to || "…"}), filters => ({...filters, from: null, to: null}))] : [];
    const dates = current.since || current.until ? [chip(t("published", {from: current.since || "…", to: current.until || "…"}), filters => ({...filters, since: null, until: null}))] : [];
    const all = [...kept, ...hidden, ...dates, ...years];
    chips.hidden = !all.length;
    if (!all.length) { chips.replaceChildren(); return; }
    refill(chips,
      passing && element("span", {class: "many"}, t("filters.count", {n: passing.total, all: passing.all})), all,
      all.length > 1 && element("button", {type: "button", class: "chip", onclick: () => onChange(() => NO_FILTERS)}, t("filters.clear")),
      passing?.ids.length > 0 && element("button", {type: "button", class: "chip", onclick: () => onDraw(passing.ids, passing.entities)}, t("filters.draw")));
  }

  const nameOf = (facet, value) => facet === "authors" || facet === "sources" ? value : WORDED[facet] ? t(`${WORDED[facet]}.${value}`) : names.get(value) || decodeURIComponent(value.slice(value.lastIndexOf("/") + 1));

  return {show, showPassing};
}

export const isFiltered = filters => JSON.stringify(filters) !== JSON.stringify(NO_FILTERS);
