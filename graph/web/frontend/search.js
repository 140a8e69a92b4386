// The search box: a combobox; "/" focuses it, arrows move, Enter selects, Escape closes.

function makeSearch({input, list}, data, {onChoose}) {
  let hits = [], active = -1, asked = 0;

  async function look() {
    const ticket = ++asked, text = input.value.trim();
    const found = text ? await data.search(text) : [];
    if (ticket !== asked) return;
    [hits, active] = [found, found.length ? 0 : -1];
    list.replaceChildren(...(hits.length ? hits.map(renderHit) : [renderNothing(text)]));
    setOpen(Boolean(text));
    point();
  }

  function renderHit(hit, i) {
    return element("li", {id: `hit-${i}`, role: "option", onpointerdown: event => { event.preventDefault(); choose(i); }},
      mark(hit.type),
      element("span", {class: "label"}, hit.label, hit.alias && element("span", {class: "alias"}, `also ${hit.alias}`)),
      element("span", {class: "many"}, count(hit.weight, "claim")));
  }

  function renderNothing(text) {
    return element("li", {class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false"}, `Nothing here is called “${text}”.`);
  }

  function setOpen(open) {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (!open) input.removeAttribute("aria-activedescendant");
  }

  function point() {
    if (!hits.length) { input.removeAttribute("aria-activedescendant"); return; }
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    list.children[active].scrollIntoView({block: "nearest"});
    input.setAttribute("aria-activedescendant", `hit-${active}`);
  }

  function choose(i) {
    const hit = hits[i];
    setOpen(false);
    input.value = hit.label;
    onChoose(hit.id);
  }

  input.addEventListener("input", look);
  input.addEventListener("focus", () => { input.select(); if (input.value) look(); });
  input.addEventListener("blur", () => setOpen(false));
  input.addEventListener("keydown", event => {
    const moves = {ArrowDown: 1, ArrowUp: -1};
    if (event.key in moves && hits.length) {
      event.preventDefault();
      active = (active + moves[event.key] + hits.length) % hits.length;
      setOpen(true);
      point();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (list.hidden) { input.value = ""; input.blur(); } else { setOpen(false); }
    }
  });
  document.addEventListener("keydown", event => {
    const typing = event.target.matches("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); input.focus(); }
  });
}
