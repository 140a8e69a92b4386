// The timeline: how many claims each year has, and the claims themselves in the order of their dates.

import {element, refill} from "./elements.js";
import {dated} from "./queries.js";
import {countBy} from "./claims.js";
import {number, t} from "./words.js";

const LISTED = 200;

// Every year from the first to the last with its count; gaps longer than ten years are left out.
export function barsOf(values) {
  const counts = new Map(values.map(({value, count}) => [Number(value), count])), years = [...counts.keys()].sort((a, b) => a - b);
  const bars = [];
  for (const year of years) {
    const before = bars.at(-1)?.year;
    if (before !== undefined && year - before <= 10) for (let gap = before + 1; gap < year; gap++) bars.push({year: gap, count: 0});
    else if (before !== undefined) bars.push({year: null, count: 0});
    bars.push({year, count: counts.get(year)});
  }
  return bars;
}

export function makeTimeline(box, data, {onYears, onHow, card}) {
  let asked = 0, most = LISTED, before = null;

  async function show({filters}) {
    const ticket = ++asked, key = JSON.stringify(filters);
    if (key !== before) [before, most] = [key, LISTED];
    const [years, found] = await Promise.all([data.facet("time", filters), data.claims(dated, {filters, order: "time", limit: most})]);
    if (ticket !== asked) return;
    const whole = {from: null, to: null}, years_ = claim => claim.dates.map(yearOf).filter(year => (!filters.from || year >= filters.from) && (!filters.to || year <= filters.to)).sort();
    const groups = countBy(found.claims.filter(claim => years_(claim).length), claim => years_(claim)[0]).toSorted((a, b) => a.key - b.key);
    refill(box,
      element("div", {class: "view-head"}, element("h2", {}, t("timeline.title")), element("p", {class: "note"}, t("timeline.hint")),
        (filters.from || filters.to) && element("button", {type: "button", class: "act", onclick: () => onYears(whole)}, t("timeline.all"))),
      years.values.length ? chart(years.values, filters) : element("p", {class: "empty"}, t("timeline.none")),
      element("ol", {class: "dates"}, groups.map(({key: year}) =>
        element("li", {}, element("h3", {}, year), found.claims.filter(claim => years_(claim)[0] === year).map(claim => card(claim))))),
      element("p", {class: "pager"}, found.total > 0 && t("page.of", {from: 1, to: found.claims.length, all: found.total}),
        found.total > found.claims.length && element("button", {type: "button", onclick: () => { most += LISTED; show({filters}); }}, t("more.claims", {n: Math.min(LISTED, found.total - found.claims.length)})), element("button", {type: "button", class: "how", onclick: () => onHow(found.query)}, t("how"))));
    const strip = box.querySelector(".bars"), first = box.querySelector('.bars [aria-pressed="true"], .bars .most');
    if (strip) strip.scrollLeft = first.offsetLeft - strip.offsetLeft - strip.clientWidth / 2;
  }

  function chart(values, {from, to}) {
    const bars = barsOf(values), most = Math.max(...bars.map(bar => bar.count));
    return element("ul", {class: "bars", role: "list"}, bars.map(({year, count}) => {
      if (year === null) return element("li", {class: "gap", "aria-hidden": "true"}, "…");
      const chosen = (!from || year >= Number(from)) && (!to || year <= Number(to)) && Boolean(from || to), text = String(year).padStart(4, "0");
      const column = element("span", {class: "column"});
      column.style.height = `${Math.round(100 * count / most)}%`;
      return element("li", {}, element("button", {type: "button", class: count === most ? "bar most" : "bar", disabled: !count, "aria-pressed": String(chosen), onclick: () => onYears({from: text, to: text})},
        element("span", {class: "unseen"}, t("timeline.bar", {n: count, year: text})),
        element("span", {class: "room", "aria-hidden": "true"}, element("span", {class: "many"}, count ? number(count) : ""), column), element("span", {class: "year", "aria-hidden": "true"}, text)));
    }));
  }

  return {show};
}

export const yearOf = date => date.replace(/^\.\.\//, "").slice(0, 4);
