// What stands under a mark, and where: captions in at most two lines, and the boxes they take.

import {LABEL_FONTS, LINE_HEIGHT} from "./labels.js";
import {radiusOf} from "./picture.js";

const WIDEST = 122, STRONG_FROM = 10;

// A label in at most two balanced lines, shortened with an ellipsis where it must be. `widthOf` measures a text.
export function captionOf(label, widthOf) {
  const words = label.split(/\s+/).filter(Boolean), single = words.join(" ") || label;
  if (widthOf(single) <= WIDEST) return [single];
  const splits = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(" "), words.slice(i + 1).join(" ")]);
  const widest = pair => Math.max(...pair.map(widthOf));
  const fitting = splits.filter(pair => widest(pair) <= WIDEST).sort((a, b) => widest(a) - widest(b));
  if (fitting.length) return fitting[0];
  const begun = splits.filter(([head]) => widthOf(head) <= WIDEST).at(-1);
  return begun ? [begun[0], shortened(begun[1], widthOf)] : [shortened(single, widthOf)];
}

// The alias that is drawn where a label must be cut: one with an acronym, the longest that two lines hold, else the
// shortest; null where there is none. As in layout.py.
const HELD = 34, ACRONYM = /\b[A-Z][A-Za-z]*[A-Z]/;
export function shortOf(label, aliases) {
  const known = [...new Set(aliases)].filter(one => one.length < label.length && ACRONYM.test(one)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return known.findLast(one => one.length <= HELD) ?? known[0] ?? null;
}

function shortened(text, widthOf) {
  if (widthOf(text) <= WIDEST) return text;
  let low = 0, high = Math.min(text.length, 200);  // no caption is so narrow that more characters fit
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(`${text.slice(0, middle)}…`) <= WIDEST) low = middle; else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}

// boxOf(node) → {lines, size, width, height, strong, differs}, where `differs` tells that the lines are not the whole label: measured once for each label and weight.
export function makeBoxes(heaviest) {
  const pen = document.createElement("canvas").getContext("2d"), boxes = new Map();
  const widthIn = font => text => { pen.font = font; return pen.measureText(text).width; };

  function boxOf(node) {
    const key = `${node.weight} ${node.label}\n${node.short || ""}`;
    if (!boxes.has(key)) {
      const size = radiusOf(node.weight, heaviest), strong = size > STRONG_FROM, widthOf = widthIn(LABEL_FONTS[strong ? "strong" : "plain"]);
      const whole = captionOf(node.label.slice(0, 1000), widthOf), isCut = whole.at(-1).endsWith("…") && !node.label.endsWith("…");
      const lines = isCut && node.short ? captionOf(node.short, widthOf) : whole;
      const width = Math.max(2 * size, ...lines.map(widthOf)) + 4;
      boxes.set(key, {lines, size, strong, width, differs: isCut, height: lines.length * LINE_HEIGHT + size + 8});
    }
    return boxes.get(key);
  }

  return {boxOf, relationWidth: widthIn(LABEL_FONTS.relation)};
}
