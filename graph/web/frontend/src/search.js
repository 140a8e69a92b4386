// A search box: a combobox; arrows move, Enter chooses, Escape closes. "/" puts the cursor in the first one.

import {element, mark} from "./elements.js";
import {t} from "./words.js";

export function makeSearch({input, list}, search, {onChoose, name = "hit"}) {
  let hits = [], active = -1, asked = 0, looking = Promise.resolve();

  async function look() {
    const ticket = ++asked, text = input.value.trim();
    const found = text ? await search(text) : [];
    if (ticket !== asked) return;
    [hits, active] = [found, found.length ? 0 : -1];
    list.dataset.text = text;
    list.replaceChildren(...(hits.length ? hits.map(renderHit) : [renderNothing(text)]));
    setOpen(Boolean(text));
    point();
  }

  function renderHit(hit, i) {
    return element("li", {id: `${name}-${i}`, role: "option", onpointerdown: event => { event.preventDefault(); choose(i); }},
      mark(hit.type),
      element("span", {class: "label"}, hit.label, hit.alias && element("span", {class: "alias"}, t("also", {names: hit.alias}))),
      element("span", {class: "many"}, t("claims", {n: hit.weight})));
  }

  const renderNothing = text => element("li", {class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false"}, t("search.none", {text}));

  function setOpen(open) {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) input.removeAttribute("aria-activedescendant");
  }

  function point() {
    if (!hits.length) { input.removeAttribute("aria-activedescendant"); return; }
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    list.children[active].scrollIntoView({block: "nearest"});
    input.setAttribute("aria-activedescendant", `${name}-${active}`);
  }

  function choose(i) {
    const hit = hits[i];
    asked++;
    setOpen(false);
    input.value = hit.label;
    onChoose(hit);
  }

  input.addEventListener("input", () => { looking = look(); });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => setOpen(false));
  input.addEventListener("keydown", event => {
    const moves = {ArrowDown: 1, ArrowUp: -1};
    if (event.key in moves && hits.length) {
      event.preventDefault();
      active = (active + moves[event.key] + hits.length) % hits.length;
      setOpen(true);
      point();
    } else if (event.key === "Enter") {
      event.preventDefault();
      looking.then(() => { if (active >= 0) choose(active); });  // who types fast means what is typed, not what was found before
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (list.hidden) { input.value = ""; input.blur(); } else { setOpen(false); }
    }
  });
}
