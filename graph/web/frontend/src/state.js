// Everything a link can carry: which view, what is chosen, filters, what was done to the drawing. State ↔ URL hash. Pure.

import {CHANGES, NO_FILTERS, STANDINGS, SURENESS} from "./conditions.js";
import {ORDERS} from "./queries.js";

export const VIEWS = ["network", "changes", "table", "timeline", "matrix", "connect", "console"];

export const START = Object.freeze({
  view: "network",
  chosen: null,     // {entity} | {from, to} | {document, start, end} | {claim}
  filters: NO_FILTERS,
  moves: [],        // what was done to the drawing, in order: {act, id | ids, x, y}
  table: {order: "text", descending: false, words: "", drawn: false, page: 0},
  connect: {from: null, to: null},
  matrix: {rows: "actors", columns: "ideas"},
  query: "",
  only: null,       // of the claims of what is chosen, those that stand so
  faceted: false,   // whether the filters are open
  camera: null,     // {x, y, scale} of the drawing's window, where the reader has moved it
  read: null,       // what the reader is open at: {document} or {document, start, end}
});

const MOST_MOVES = 500;  // a link with more was made to keep the page busy
const NO_IRI = /[\u0000-\u0020<>"{}|^`\\]/;
const LISTS = {changes: "ch", standings: "st", sureness: "cf", relations: "r", speakers: "sp", documents: "d", authors: "by", sources: "at", types: "hide"};
const TEXTS = new Set(["authors", "sources"]);  // of these a value may hold spaces
const PLAIN = new Set(["changes", "standings", "sureness", "types"]);

// The hash of a state, without "#"; IRIs that begin with `base` are written without it. Nothing stands for the
// default; `home` is the view that a page opens with.
export function encodeState(state, base, home = START.view) {
  const short = iri => iri.startsWith(base) ? iri.slice(base.length) : iri;
  const pairs = [];
  const add = (key, value) => { if (value) pairs.push([key, value]); };
  const {chosen, filters, table, connect, matrix} = state;
  if (state.view !== home) add("v", state.view);
  if (chosen?.entity) add("e", short(chosen.entity));
  else if (chosen?.claim) add("c", short(chosen.claim));
  else if (chosen?.from) add("p", `${short(chosen.from)} ${short(chosen.to)}`);
  else if (chosen?.document) add("s", `${short(chosen.document)} ${chosen.start} ${chosen.end}`);
  for (const [name, key] of Object.entries(LISTS)) add(key, TEXTS.has(name) ? filters[name].map(one => one.replace(/[%|]/g, encodeURIComponent)).join("|") : filters[name].map(one => PLAIN.has(name) ? one : short(one)).join(" "));
  if (filters.since || filters.until) add("pd", `${filters.since || ""}..${filters.until || ""}`);
  if (filters.from || filters.to) add("y", `${filters.from || ""}-${filters.to || ""}`);
  add("m", state.moves.map(({act, ids, id, x, y}) => [act, ...(ids || [id]).map(short), ...(act === "place" ? [x, y] : [])].join(" ")).join("|"));
  if (table.order !== "text" || table.descending) add("o", `${table.descending ? "-" : ""}${table.order}`);
  add("w", table.words);
  if (table.drawn) add("in", "drawing");
  if (table.page) add("n", String(table.page + 1));
  if (connect.from || connect.to) add("ab", `${short(connect.from || "")} ${short(connect.to || "")}`);
  if (matrix.rows !== START.matrix.rows || matrix.columns !== START.matrix.columns) add("x", `${matrix.rows} ${matrix.columns}`);
  add("q", state.query);
  if (chosen) add("k", state.only);
  if (state.faceted) add("f", "open");
  if (state.camera) add("z", `${state.camera.x} ${state.camera.y} ${state.camera.scale}`);
  if (state.read) add("t", [short(state.read.document), state.read.start, state.read.end].filter(one => one !== undefined).join(" "));
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value).replace(/%2F/g, "/").replace(/%20/g, "+")}`).join("&");
}

// The state that a hash stands for; what it does not say, or says wrongly, is as at the start. `views` are those that
// the page has, the one it opens with first.
export function decodeState(hash, base, views = VIEWS) {
  const told = new Map(hash.replace(/^#/, "").split("&").map(pair => {
    const at = pair.indexOf("=");
    return at < 1 ? ["", ""] : [pair.slice(0, at), decoded(pair.slice(at + 1))];
  }));
  const long = text => !text || NO_IRI.test(text) ? null : /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : base + text;
  const words = key => (told.get(key) || "").split(" ").filter(Boolean);
  const filters = {...NO_FILTERS};
  for (const [name, key] of Object.entries(LISTS)) filters[name] = TEXTS.has(name) ? (told.get(key) || "").split("|").map(one => decoded(one.replace(/\+/g, "%2B"))).filter(Boolean) : words(key).map(one => PLAIN.has(name) ? one : long(one)).filter(one => one && (name !== "standings" || STANDINGS.includes(one)) && (name !== "sureness" || Object.hasOwn(SURENESS, one)) && (name !== "changes" || Object.hasOwn(CHANGES, one)) && (name !== "types" || /^[A-Za-z]+$/.test(one)));
  const [, from, to] = /^(\d{4})?-(\d{4})?$/.exec(told.get("y") || "") || [];
  const [, since, until] = /^(\d{4}(?:-\d\d){0,2})?[.][.](\d{4}(?:-\d\d){0,2})?$/.exec(told.get("pd") || "") || [];
  const [, minus, order] = /^(-?)(\w+)$/.exec(told.get("o") || "") || [];
  const [rows, columns] = words("x"), [one, other] = (told.get("ab") || "").split(" ");
  const chosen = chosenOf(told, words, long);
  return {
    view: views.includes(told.get("v")) ? told.get("v") : views[0],
    chosen,
    filters: {...filters, from: from || null, to: to || null, since: since || null, until: until || null},
    moves: (told.get("m") || "").split("|").slice(0, MOST_MOVES).map(text => moveOf(text.split(" ").filter(Boolean), long)).filter(Boolean),
    table: {order: ORDERS.includes(order) ? order : START.table.order, descending: ORDERS.includes(order) && minus === "-", words: told.get("w") || "", drawn: told.get("in") === "drawing", page: Math.max(0, (parseInt(told.get("n"), 10) || 1) - 1)},
    connect: {from: long(one), to: long(other)},
    matrix: {rows: rows || START.matrix.rows, columns: columns || START.matrix.columns},
    query: told.get("q") || "",
    only: chosen && STANDINGS.includes(told.get("k")) ? told.get("k") : null,
    faceted: told.get("f") === "open",
    camera: cameraOf(words("z").map(Number)),
    read: readOf(words("t"), long),
  };
}

function decoded(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, "%20"));
  } catch {
    return "";
  }
}

function chosenOf(told, words, long) {
  const entity = long(told.get("e")), claim = long(told.get("c"));
  if (entity) return {entity};
  if (claim) return {claim};
  const [from, to] = words("p").map(long), [document, start, end] = words("s");
  if (from && to) return {from, to};
  if (long(document) && /^\d+$/.test(start) && /^\d+$/.test(end)) return {document: long(document), start: Number(start), end: Number(end)};
  return null;
}

const cameraOf = ([x, y, scale, ...more]) => [x, y, scale].every(Number.isFinite) && scale > 0 && !more.length ? {x, y, scale} : null;

function readOf([document, start, end], long) {
  if (!long(document)) return null;
  return /^\d+$/.test(start) && /^\d+$/.test(end) ? {document: long(document), start: Number(start), end: Number(end)} : {document: long(document)};
}

const ACTS = new Set(["draw", "only", "expand", "collapse", "hide", "focus", "place", "pin", "unpin"]);

function moveOf([act, ...rest], long) {
  if (!ACTS.has(act)) return null;
  if (act === "place") {
    const [x, y] = rest.slice(-2).map(Number);
    return rest.length === 3 && long(rest[0]) && Number.isFinite(x) && Number.isFinite(y) ? {act, id: long(rest[0]), x, y} : null;
  }
  const ids = rest.map(long).filter(Boolean);
  if (act === "draw" || act === "only") return ids.length ? {act, ids} : null;
  return ids.length === 1 && rest.length === 1 ? {act, id: ids[0]} : null;
}

// A value set or, where it is there already, taken out of a list.
export const toggled = (list, value) => list.includes(value) ? list.filter(one => one !== value) : [...list, value];
