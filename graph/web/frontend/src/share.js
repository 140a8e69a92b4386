// Sharing: a link to this view, the drawing as a picture or a network, the claims shown as a table or as RDF.

import {element} from "./elements.js";
import {toCsv, toGexf, toGraphml, toSheet, toSvg} from "./export.js";
import {rowOf, sheetColumns} from "./table.js";
import {t} from "./words.js";

const MOST_ROWS = 5000, AT_ONCE = 500;

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

// For browsers that keep the clipboard from pages opened from a file.
function copyByHand(text) {
  const field = document.body.appendChild(element("textarea", {class: "unseen"}));
  field.value = text;
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

export function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], {type}));
  element("a", {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// A copy of a canvas on a ground of one colour: what is drawn in the dark theme cannot be read on white.
function onPaper(canvas, colour) {
  const copied = element("canvas", {width: canvas.width, height: canvas.height}), pen = copied.getContext("2d");
  pen.fillStyle = colour;
  pen.fillRect(0, 0, copied.width, copied.height);
  pen.drawImage(canvas, 0, 0);
  return copied;
}

// makeShare({button, menu}, data, {drawing, picture, selector, filters, title, say}): fills the menu and does what it says.
export function makeShare({button, menu}, data, {drawing, picture, shown, title, say}) {
  const name = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "dragoman";

  // All claims of what is shown now, at most MOST_ROWS.
  async function shownClaims() {
    const {selector, filters} = shown(), claims = [];
    let total = 0;
    do {
      const found = await data.claims(selector, {filters, limit: AT_ONCE, offset: claims.length});
      claims.push(...found.claims);
      total = found.total;
      if (!found.claims.length) break;
    } while (claims.length < Math.min(total, MOST_ROWS));
    if (total > claims.length) say(t("share.most", {n: claims.length, all: total}));
    return claims;
  }

  const nodesOf = ({nodes}) => nodes.map(({id, label, type, weight, x, y}) => ({id, label, type, weight, x, y}));
  const edgesOf = ({links}) => links.map(({id, from, to, names, claims, stated}) => ({id, from, to, labels: [...new Set(names.map(one => one.relation))], claims, stated: stated > 0}));
  const rdf = async format => data.shown((await shownClaims()).map(claim => claim.id), format);

  const ACTS = {
    link: async () => say(t(await copy(location.href) ? "share.copied" : "cite.failed")),
    png: () => new Promise(done => onPaper(drawing.canvas(), drawing.model().background).toBlob(blob => { save(`${name}.png`, blob, "image/png"); done(); })),
    svg: () => save(`${name}.svg`, toSvg({...drawing.model(), title, desc: location.href.slice(0, 2000)}), "image/svg+xml"),
    csv: async () => save(`${name}.csv`, toCsv(sheetColumns(data.compared), (await shownClaims()).map(rowOf)), "text/csv"),
    xlsx: async () => save(`${name}.xlsx`, toSheet(sheetColumns(data.compared), (await shownClaims()).map(rowOf), t("table")), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ttl: async () => save(`${name}.ttl`, await rdf("text/turtle"), "text/turtle"),
    jsonld: async () => save(`${name}.jsonld`, await rdf("application/ld+json"), "application/ld+json"),
    graphml: () => save(`${name}.graphml`, toGraphml(nodesOf(picture()), edgesOf(picture())), "application/xml"),
    gexf: () => save(`${name}.gexf`, toGexf(nodesOf(picture()), edgesOf(picture())), "application/xml"),
  };

  function fill() {
    menu.replaceChildren(...Object.keys(ACTS).map(act => element("li", {}, element("button", {type: "button", "data-act": act, onclick: async () => {
      open(false);
      button.focus();
      try { await ACTS[act](); } catch (error) { say(`${t("failed")}: ${error.message}`); }
    }}, t(`share.${act}`)))));
  }

  function open(shall) {
    menu.hidden = !shall;
    button.setAttribute("aria-expanded", String(shall));
    if (shall) menu.querySelector("button").focus();
  }

  button.addEventListener("click", () => open(menu.hidden));
  menu.addEventListener("keydown", event => {
    const all = [...menu.querySelectorAll("button")], step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) { event.preventDefault(); all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus(); }
    if (event.key === "Escape") { event.stopPropagation(); open(false); button.focus(); }
  });
  document.addEventListener("pointerdown", event => { if (!menu.hidden && !menu.contains(event.target) && !button.contains(event.target)) open(false); });
  fill();
  return {fill};
}
