// The table: the drawing's twin in words. Every claim that passes the filters, sorted, a page at a time.

import {element, refill} from "./elements.js";
import {changeChip} from "./pair.js";
import {amid, everything, worded} from "./queries.js";
import {readText} from "./runs.js";
import {number, t} from "./words.js";

export const PAGE = 50;
const SORTED = ["change", "subject", "relation", "object", "standing", "time", "speaker", "confidence"];
const COLUMNS = ["change", "subject", "standing", "relation", "object", "time", "place", "count", "speaker", "confidence", "quote"];

const RARE = ["time", "place", "count"];  // most claims tell none of these, and their columns would take the sentence's room

// The pattern of what a table shows.
export const tableSelector = ({words, drawn}, nodes) => [drawn && nodes.length ? amid(nodes) : everything, worded(words)].filter(Boolean).join("\n  ");

const added = (claim, ...asks) => claim.qualifiers.filter(one => asks.includes(one.asks)).map(one => one.text).join("; ");

// The columns of a table; what became of a claim only where two texts are compared.
const columnsOf = (all, compared) => all.filter(key => key !== "change" || compared);

// A claim as a row of plain text, for a spreadsheet: one row, its first sentence.
export function rowOf(claim) {
  const [{sentence} = {}] = claim.evidence;
  return {
    subject: claim.subject.label, relation: claim.relation.label, object: claim.object ? claim.object.label : claim.value,
    change: claim.change ? t(`change.${claim.change.kind}`) : "", standing: t(`standing.${claim.standing}`), speaker: claim.speaker.label, time: added(claim, "when"), place: added(claim, "where"), count: added(claim, "howMany", "howMuch"), detail: claim.detail,
    confidence: Number(claim.confidence), quote: sentence ? readText(sentence.quote, sentence.markdown) : "", document: sentence?.name || "", start: sentence?.start, end: sentence?.end,
  };
}

const SHEET = ["change", "subject", "standing", "relation", "object", "detail", "time", "place", "count", "speaker", "confidence", "quote", "document", "start", "end"];
export const sheetColumns = compared => columnsOf(SHEET, compared).map(key => ({key, title: t(`column.${key}`)}));

export function makeTable(box, data, {onChange, onClaim, onHow, link}) {
  const all = columnsOf(COLUMNS, data.compared);
  let asked = 0;
  const field = element("input", {type: "search", oninput: () => { clearTimeout(timer); timer = setTimeout(tell, 250); }});
  const drawn = element("input", {type: "checkbox", onchange: () => tell()});
  let timer = null;
  const tell = () => { clearTimeout(timer); onChange({words: field.value, drawn: drawn.checked, page: 0}); };
  const body = element("div", {class: "table-body", tabindex: 0, role: "region"});

  function head() {
    field.placeholder = t("table.filter");
    field.setAttribute("aria-label", t("table.filter"));
    body.setAttribute("aria-label", t("view.table"));
    return element("div", {class: "view-head"}, field, element("label", {class: "option"}, drawn, t("table.drawn")));
  }

  async function show({table, filters}, nodes) {
    const ticket = ++asked;
    if (!box.contains(body)) box.replaceChildren(head(), body);
    if (document.activeElement !== field) field.value = table.words;
    drawn.checked = table.drawn;
    const {claims, total, query} = await data.claims(tableSelector(table, nodes), {filters, order: table.order, descending: table.descending, limit: PAGE, offset: table.page * PAGE});
    if (ticket !== asked) return;
    if (total && !claims.length) { onChange({page: Math.ceil(total / PAGE) - 1}); return; }  // a page beyond the last
    const rows = claims.map(rowOf), columns = all.filter(key => !RARE.includes(key) || key === table.order || rows.some(one => one[key]));
    refill(body,
      total ? element("table", {}, element("thead", {}, element("tr", {}, columns.map(key => header(key, table)))), element("tbody", {}, claims.map((claim, i) => row(claim, rows[i], columns)))) : element("p", {class: "empty"}, t("no.passing")),
      pager(table, claims.length, total, query));
  }

  function header(key, {order, descending}) {
    const name = t(`column.${key}`);
    if (!SORTED.includes(key)) return element("th", {scope: "col", class: `c-${key}`}, name);
    const sorted = order === key, next = {order: key, descending: sorted && !descending, page: 0};
    return element("th", {scope: "col", class: `c-${key}`, "aria-sort": sorted ? (descending ? "descending" : "ascending") : null},
      element("button", {type: "button", title: t("sort", {name}), onclick: () => onChange(next)}, name, element("span", {class: "arrow", "aria-hidden": "true"}, sorted ? (descending ? " ↓" : " ↑") : " ↕")));
  }

  function row(claim, plain, columns) {
    const cells = {
      subject: link(claim.subject), object: claim.object ? link(claim.object) : plain.object, speaker: link(claim.speaker),
      standing: element("span", {class: `chip ${claim.standing}`}, plain.standing),
      change: claim.change && changeChip(claim.change, "word"),
      quote: element("button", {type: "button", class: "quote", onclick: () => onClaim(claim)}, element("q", {}, plain.quote)),
      confidence: claim.confidence,
    };
    return element("tr", {"data-claim": claim.id}, columns.map(key => element(key === "subject" ? "th" : "td", {class: `c-${key}`, ...(key === "subject" && {scope: "row"})}, cells[key] ?? plain[key])));
  }

  function pager({page}, listed, total, query) {
    const from = page * PAGE, button = (words, next, able) => element("button", {type: "button", disabled: !able, onclick: () => onChange({page: next})}, words);
    if (!total) return element("p", {class: "pager"}, element("button", {type: "button", class: "how", onclick: () => onHow(query)}, t("how")));
    return element("p", {class: "pager"},
      button(t("page.before"), page - 1, page > 0),
      element("span", {role: "status"}, total ? t("page.of", {from: number(from + 1), to: number(from + listed), all: number(total)}) : ""),
      button(t("page.next"), page + 1, from + listed < total),
      element("button", {type: "button", class: "how", onclick: () => onHow(query)}, t("how")));
  }

  return {show, relabel: () => box.replaceChildren()};
}
