// A result on the page: a yes or no, a table or bars.

import {element} from "./elements.js";
import {cellOf, chartOf, entityOf, graphOf, numberOf, shapeOf, sortRows} from "./results.js";

const MOST_ROWS = 500;  // more make a page slow and are read by nobody

// The element of a result, with its views and what can be done with it.
export function drawResult(result, {t, prefixes = {}, known, onEntity, onClaim, onDraw, onExport}) {
  const shape = shapeOf(result), show = cellView({prefixes, known, onEntity, onClaim});
  if (shape.kind === "answer") return element("p", {class: "answer"}, t(shape.answer ? "console.yes" : "console.no"));
  if (shape.rows.length === 0) return element("p", {class: "console-note"}, t("console.noRows"));
  const view = element("div", {class: "result-view"}), chart = chartOf(result), graph = graphOf(result, prefixes.entity, known);
  const views = {table: () => tableOf(shape, {t, show}), chart: () => barsOf(chart, {t, show})};
  const switches = chart ? Object.keys(views).map(name => element("button", {type: "button", "aria-pressed": "false", onclick: () => choose(name)}, t(`console.${name}`))) : [];
  function choose(name) {
    switches.forEach((button, at) => button.setAttribute("aria-pressed", String(Object.keys(views)[at] === name)));
    view.replaceChildren(...views[name]());
  }
  choose("table");
  const deeds = [
    onDraw && graph.nodes.length > 0 && element("button", {type: "button", onclick: () => onDraw(graph.nodes, graph.links)}, t("console.draw")),
    onExport && element("button", {type: "button", onclick: () => onExport(result)}, t("console.export")),
  ];
  const bar = element("div", {class: "result-bar"}, switches.length > 0 && element("div", {class: "result-views", role: "group", "aria-label": t("console.views")}, switches), deeds);
  return element("div", {class: "result"}, bar.childElementCount > 0 && bar, view);
}

// A number as readers of the page's language write it.
export function told(number) {
  return number.toLocaleString(document.documentElement.lang || "en");
}

function tableOf({columns, rows}, {t, show}) {
  const body = element("tbody"), table = element("table", {class: "rows"});
  let sorted = {name: null, descending: false};
  const heads = columns.map(({name, numeric}) => element("th", {scope: "col", class: numeric && "number"},
    element("button", {type: "button", title: t("console.sort", {column: name}), onclick: () => sort(name)}, name)));
  // first upwards, then downwards, then as the query ordered them
  function sort(name) {
    if (sorted.name !== name) sorted = {name, descending: false};
    else sorted = sorted.descending ? {name: null, descending: false} : {name, descending: true};
    fill();
  }
  function fill() {
    heads.forEach((head, at) => {
      if (columns[at].name === sorted.name) head.setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    const ordered = sorted.name === null ? rows : sortRows(rows, sorted.name, sorted.descending);
    body.replaceChildren(...ordered.slice(0, MOST_ROWS).map(row => element("tr", {}, columns.map(({name, numeric}) => element("td", {class: numeric && "number"}, show(row[name]))))));
  }
  fill();
  table.append(element("thead", {}, element("tr", {}, heads)), body);
  const more = rows.length - MOST_ROWS;
  return [
    element("div", {class: "sheet", tabindex: "0", role: "region", "aria-label": t("console.result")}, table),
    more > 0 ? element("p", {class: "console-note"}, t("console.moreRows", {shown: told(MOST_ROWS), count: told(more)})) : "",
  ];
}

function barsOf({label, value, bars, more}, {t, show}) {
  const rows = bars.map(({term, value: number, share}) => {
    const bar = element("span", {class: "chart-bar", "aria-hidden": "true"});
    bar.style.setProperty("--share", String(share));
    return element("tr", {}, element("th", {scope: "row"}, show(term)), element("td", {}, element("span", {class: "track"}, bar, element("span", {class: "number"}, told(number)))));
  });
  return [element("div", {class: "sheet"}, element("table", {class: "chart-rows"},
    element("caption", {}, t("console.chartOf", {value, label})),
    element("thead", {class: "unseen"}, element("tr", {}, element("th", {scope: "col"}, label), element("th", {scope: "col"}, value))),
    element("tbody", {}, rows))),
    more > 0 ? element("p", {class: "console-note"}, t("console.moreBars", {shown: told(bars.length), count: told(more)})) : ""];
}

// A function from a term to what stands in a cell.
function cellView({prefixes, known, onEntity, onClaim}) {
  const onThing = {entity: onEntity, claim: onClaim};
  const thing = (iri, text, follow) => element("a", {class: "thing", href: `#${encodeURIComponent(iri)}`, title: iri, onclick: event => { event.preventDefault(); follow(iri); }}, text);
  return term => {
    const cell = cellOf(term, prefixes), follow = onThing[cell.kind];
    if (cell.kind === "empty") return element("span", {class: "none", "aria-hidden": "true"}, "–");
    if (follow) return thing(cell.iri, cell.text, follow);
    // an IRI of a vocabulary known here is a name; any other is somebody's page
    if (cell.kind === "iri" && cell.text === cell.iri && /^https?:\/\//.test(cell.iri)) return element("a", {class: "thing", href: cell.iri, rel: "noreferrer noopener", target: "_blank"}, cell.text);
    if (cell.kind !== "literal") return element("span", {class: "name", title: cell.iri}, cell.text);
    const named = onEntity && entityOf(term, prefixes.entity, known);
    if (named) return thing(named, cell.text, onEntity);
    const number = numberOf(term);
    if (number !== null) return element("span", {title: cell.text}, Number.isInteger(number) && Math.abs(number) > 9999 ? told(number) : cell.text);
    return element("span", {lang: cell.lang || null, title: cell.datatype || null}, cell.text);
  };
}
