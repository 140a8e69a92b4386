// Making elements and reading colours. Whatever comes from the data becomes a text node, never markup.

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

function mark(type) {
  return element("span", {class: `mark type-${type.toLowerCase()}`, "aria-hidden": "true"});
}

function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

// Colours live in the style sheet; a canvas reads them from there, so that both themes have one source.
function cssColours(names, variableOf = name => name) {
  const probe = document.body.appendChild(element("span", {hidden: true}));
  const colours = names.map(name => {
    probe.style.color = `var(--${variableOf(name)})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(colours);
}
