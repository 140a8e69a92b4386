// The matrix: who has how many claims about what.

import {element, refill} from "./elements.js";
import {number, t} from "./words.js";

export const SIDES = {
  actors: ["Country", "Organization", "Person", "Group", "Role", "Region"],
  ideas: ["Initiative", "Agreement", "Concept", "Document"],
  events: ["Event", "Place"],
};
const ROWS = 14, COLUMNS = 12;

// The rows and columns with the most claims in the cells, and those cells: {rows, columns, at: Map "row column" → cell}.
export function tableOf(cells) {
  const most = (key, among, limit) => {
    const sums = new Map();
    for (const cell of among) sums.set(cell[key], (sums.get(cell[key]) || 0) + cell.count);
    return [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit).map(([id]) => id);
  };
  const rows = most("subject", cells, ROWS), kept = new Set(rows);
  const columns = most("object", cells.filter(cell => kept.has(cell.subject)), COLUMNS), among = new Set(columns);
  const inside = cells.filter(cell => kept.has(cell.subject) && among.has(cell.object));
  return {rows: rows.filter(row => inside.some(cell => cell.subject === row)), columns, at: new Map(inside.map(cell => [`${cell.subject} ${cell.object}`, cell]))};
}

export function makeMatrix(box, data, {onChange, onPair, onHow, link}) {
  let asked = 0;

  async function show({matrix, filters}) {
    const ticket = ++asked, sides = {rows: SIDES[matrix.rows] ? matrix.rows : "actors", columns: SIDES[matrix.columns] ? matrix.columns : "ideas"};
    const {cells, query} = await data.matrix(SIDES[sides.rows], SIDES[sides.columns], filters);
    const {rows, columns, at} = tableOf(cells.filter(cell => cell.subject !== cell.object));
    const known = new Map((await data.entities([...new Set([...rows, ...columns])])).map(one => [one.id, one]));
    if (ticket !== asked) return;
    const most = Math.max(1, ...[...at.values()].map(cell => cell.count));
    const picker = side => element("label", {}, t(`matrix.${side}`), " ", element("select", {"data-side": side, onchange: event => onChange({...sides, [side]: event.target.value})},
      Object.keys(SIDES).map(key => element("option", {value: key, selected: sides[side] === key}, t(`matrix.${key}`)))));
    refill(box,
      element("div", {class: "view-head"}, picker("rows"), picker("columns"), element("button", {type: "button", class: "how", onclick: () => onHow(query)}, t("how")),
        element("p", {class: "note"}, t("matrix.note"))),
      rows.length ? grid(rows, columns, at, known, most) : element("p", {class: "empty"}, t("matrix.none")));
  }

  function grid(rows, columns, at, known, most) {
    const cellOf = (row, column) => {
      const cell = at.get(`${row} ${column}`), labels = {row: known.get(row).label, column: known.get(column).label};
      if (!cell) return element("td", {});
      const button = element("button", {type: "button", class: `cell${cell.stated ? "" : " unstated"}`, onclick: () => onPair(row, column)}, element("span", {class: "unseen"}, t("matrix.cell", {n: cell.count, ...labels})), element("span", {"aria-hidden": "true"}, number(cell.count)));
      button.style.setProperty("--share", `${Math.round(8 + 52 * cell.count / most)}%`);
      return element("td", {}, button);
    };
    return element("div", {class: "matrix-body", tabindex: 0, role: "region", "aria-label": t("view.matrix")}, element("table", {},
      element("thead", {}, element("tr", {}, element("td", {}), columns.map(column => element("th", {scope: "col"}, element("div", {}, link(known.get(column))))))),
      element("tbody", {}, rows.map(row => element("tr", {}, element("th", {scope: "row"}, link(known.get(row))), columns.map(column => cellOf(row, column)))))));
  }

  return {show};
}
