// Making elements and reading colours. Whatever comes from the data becomes a text node, never markup.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

export const byId = id => document.getElementById(id);

// Put other children into a box; the focus stays on the control that says the same, the box where it was scrolled to.
export function refill(box, ...children) {
  const active = box.contains(document.activeElement) ? keyOf(document.activeElement) : null, {scrollTop, scrollLeft} = box;
  box.replaceChildren(...children.flat(3).filter(child => child !== null && child !== undefined && child !== false));
  Object.assign(box, {scrollTop, scrollLeft});
  if (active) [...box.querySelectorAll("button, input, select, a")].find(one => keyOf(one) === active)?.focus({preventScroll: true});
}

const keyOf = one => one.dataset.key || `${one.tagName} ${one.getAttribute("aria-label") || one.textContent}`;

// An element of SVG; attributes as they are.
export function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const OUTLINES = {
  dot: "M1 6a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  square: "M1.5 1.5h9v9h-9Z",
  diamond: "M6 .8 11.2 6 6 11.2.8 6Z",
  triangle: "M6 1.2 11 10.5H1Z",
  triangleDown: "M6 10.8 11 1.5H1Z",
  star: "M6 .6 7.4 4.4 11.4 4.5 8.2 7 9.4 10.9 6 8.6 2.6 10.9 3.8 7 .6 4.5 4.6 4.4Z",
  hexagon: "M3.4 1.5H8.6L11.2 6 8.6 10.5H3.4L.8 6Z",
};

// What a type looks like, {shape, hollow} by type: filled when the page starts; a type of elsewhere is a hollow dot.
export const looks = {};
export const lookOf = type => looks[type] || {shape: "dot", hollow: true};

// A type's mark, the same as in the drawing.
export function mark(type) {
  const {shape: outline, hollow} = lookOf(type), known = looks[type] ? type.toLowerCase() : "concept";
  return shape("svg", {class: `mark type-${known}${hollow ? " hollow" : ""}`, "data-shape": outline, viewBox: "0 0 12 12", "aria-hidden": "true"}, shape("path", {d: OUTLINES[outline]}));
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
export const isSmall = () => matchMedia("(max-width: 899px)").matches;

// Colours live in the style sheet; a canvas reads them from there, so that both themes have one source.
export function cssColours(names, variableOf = name => name) {
  const probe = document.body.appendChild(element("span", {hidden: true}));
  const colours = names.map(name => {
    probe.style.color = `var(--${variableOf(name)})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours);
}
