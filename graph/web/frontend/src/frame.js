// The page's frame: words, languages, theme, legend, keys.

import {byId, element, mark} from "./elements.js";
import {LANGUAGES, strings} from "./strings.js";
import {changeMark} from "./pair.js";
import {number, speak, spoken, t, typeName} from "./words.js";

const kept = {
  load: key => { try { return localStorage.getItem(`dragoman.${key}`); } catch { return null; } },
  save: (key, value) => { try { localStorage.setItem(`dragoman.${key}`, value); } catch { /* a page from a file may be denied it */ } },
};
export {kept};

// The language chosen before, else the browser's, else English.
export function fillLanguages(picker, onChange) {
  const wanted = kept.load("language") || navigator.language.split("-")[0];
  speak(strings[wanted] ? wanted : "en");
  picker.replaceChildren(...Object.entries(LANGUAGES).map(([key, name]) => element("option", {value: key, lang: key, selected: key === spoken()}, name)));
  picker.addEventListener("change", () => {
    kept.save("language", picker.value);
    speak(picker.value);
    onChange();
  });
}

// Words of the template: data-t names an element's own text, data-t-… an attribute.
export function relabel({counts}) {
  document.documentElement.lang = {zh: "zh-Hans"}[spoken()] || spoken();
  for (const one of document.querySelectorAll("[data-t]")) one.textContent = t(one.dataset.t);
  for (const name of ["label", "title", "placeholder"]) {
    for (const one of document.querySelectorAll(`[data-t-${name}]`)) one.setAttribute(name === "label" ? "aria-label" : name, t(one.getAttribute(`data-t-${name}`)));
  }
  byId("counts").textContent = t("counts", {documents: t("documents", {n: counts.documents}), entities: t("entities", {n: counts.entities}), claims: t("claims", {n: counts.claims})});
}

export function renderLegend(box, types, hidden, onToggle) {
  const inside = box.contains(document.activeElement) ? document.activeElement.dataset.type : null;
  box.replaceChildren(...types.map(({key, count}) => element("button", {type: "button", "data-type": key, "aria-pressed": String(!hidden.includes(key)), onclick: () => onToggle(key)}, mark(key), typeName(key), " ", element("span", {class: "many"}, number(count)))));
  if (inside) box.querySelector(`[data-type="${inside}"]`)?.focus();
}

// What the lines of arrows mean where two texts are compared: a button a kind, pressed while only such claims are shown.
export function renderChangeKey(box, counts, chosen, onToggle) {
  const inside = box.contains(document.activeElement) ? document.activeElement.dataset.change : null;
  box.replaceChildren(...counts.map(({key, count}) => element("button", {type: "button", class: `change-${key}`, "data-change": key, "aria-pressed": String(chosen.includes(key)), onclick: () => onToggle(key)}, changeMark(key), t(`change.${key}`), " ", element("span", {class: "many"}, number(count)))),
    element("span", {class: "change-several"}, changeMark("several"), t("change.several")));
  if (inside) box.querySelector(`[data-change="${inside}"]`)?.focus();
}

const WAYS = {ArrowLeft: {dx: -1, dy: 0}, ArrowRight: {dx: 1, dy: 0}, ArrowUp: {dx: 0, dy: -1}, ArrowDown: {dx: 0, dy: 1}};

export function addKeys(drawing, {chooseEntity, showStart, undo, redo, reset, expand, hide, pin}) {
  const acts = {"+": () => drawing.zoom(1.25), "=": () => drawing.zoom(1.25), "-": () => drawing.zoom(0.8), 0: drawing.fit, Enter: expand, Delete: hide, Backspace: hide, p: pin};
  byId("network").addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = event.key in WAYS ? drawing.nextNode(WAYS[event.key]) : null;
    if (event.key in acts) acts[event.key]();
    else if (next) chooseEntity(next);
    if (event.key in WAYS || event.key in acts) event.preventDefault();
  });
  document.addEventListener("keydown", event => {
    const typing = event.target.closest("input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]") || event.target.shadowRoot;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) { event.preventDefault(); (event.shiftKey ? redo : undo)(); }
    if (event.key === "Escape" && !typing && !document.querySelector("dialog[open]")) showStart();
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); byId("search").focus(); }
  });
  byId("views").addEventListener("keydown", event => {
    const tabs = [...byId("views").children], step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  });
  const buttons = {closer: () => drawing.zoom(1.25), farther: () => drawing.zoom(0.8), fit: drawing.fit, undo, redo, reset};
  for (const [id, act] of Object.entries(buttons)) byId(id).addEventListener("click", act);
}

export function addTheme(button, onChange) {
  const system = matchMedia("(prefers-color-scheme: dark)"), root = document.documentElement;
  const before = kept.load("theme");
  if (before === "dark" || before === "light") root.dataset.theme = before;
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const tell = () => { button.setAttribute("aria-pressed", String(isDark())); onChange(); };
  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; kept.save("theme", root.dataset.theme); tell(); });
  system.addEventListener("change", tell);
  button.setAttribute("aria-pressed", String(isDark()));
}
