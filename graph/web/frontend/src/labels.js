// Labels: which of them fit, pure geometry over rectangles {left, top, right, bottom} in pixels; and their look.

export const LINE_HEIGHT = 15;
const FONT_FAMILY = '"Segoe UI", "SF Pro Text", Roboto, "Helvetica Neue", Arial, sans-serif';
export const LABEL_FONTS = {plain: `12px ${FONT_FAMILY}`, strong: `600 12px ${FONT_FAMILY}`, relation: `italic 12px ${FONT_FAMILY}`, sign: `700 14px ${FONT_FAMILY}`};

export function rectanglesMeet(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// The places taken by labels that fit, the most important first. A candidate is {id, places: [rectangle, …]}, in order
// of preference; `taken` are rectangles no label may cover (each with the id of its owner, who may). Only where a strong
// candidate would have no place at all may it cover what is not strong: the busiest names are never the ones missing.
export function fitLabels(candidates, taken) {
  const fitted = [];
  for (const candidate of candidates) {
    const freeOf = list => candidate.places.find(place =>
      !list.some(other => other.id !== candidate.id && rectanglesMeet(place, other))
      && !fitted.some(other => rectanglesMeet(place, other)));
    const free = freeOf(taken) || candidate.strong && freeOf(taken.filter(other => other.strong));
    if (free) fitted.push({id: candidate.id, ...free});
  }
  return fitted;
}

// The nearest spot to (x, y) where a box of this width and height meets none of `taken`: a widening spiral.
export function freeSpot(x, y, width, height, taken) {
  for (let step = 0; step < 4000; step++) {
    const angle = step * 2.399963, reach = 14 * Math.sqrt(step);
    const spot = {x: Math.round(x + 1.3 * reach * Math.cos(angle)), y: Math.round(y + reach * Math.sin(angle))};
    const box = {left: spot.x - width / 2, right: spot.x + width / 2, top: spot.y - 20, bottom: spot.y + height};
    if (!taken.some(other => rectanglesMeet(box, other))) return spot;
  }
  return {x, y};
}

// The node that lies most nearly in a direction ({dx, dy}, one of them 0) from a position, or null.
export function nearestThatWay(from, positions, {dx, dy}) {
  let best = null, least = Infinity;
  for (const [id, at] of positions) {
    const ahead = (at.x - from.x) * dx + (at.y - from.y) * dy;
    const aside = Math.abs((at.x - from.x) * dy + (at.y - from.y) * dx);
    if (ahead > 1 && aside <= ahead * 1.5 && ahead + 2 * aside < least) [best, least] = [id, ahead + 2 * aside];
  }
  return best;
}

// Paint a fitted label: its lines, centred, on a halo that keeps them legible over arrows.
export function paintLabel(context, {left, right, top, lines, relation, colour}, {strong, faint, palette}) {
  context.font = LABEL_FONTS[relation ? "relation" : strong ? "strong" : "plain"];
  Object.assign(context, {textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: relation ? 5 : 3.5});
  Object.assign(context, {globalAlpha: faint ? 0.3 : 1, strokeStyle: palette.paper, fillStyle: colour || (relation ? palette.accent : palette.ink)});
  lines.forEach((line, i) => {
    const x = (left + right) / 2, y = top + LINE_HEIGHT * (i + 0.5);
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
}

// Signs side by side amid an arrow, each in the colour of its kind: [{key, sign}].
export const SIGN_WIDTH = 11;
export function paintSigns(context, {left, top, bottom, signs, faint}, {changes, paper}) {
  context.font = LABEL_FONTS.sign;
  Object.assign(context, {textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 4, strokeStyle: paper, globalAlpha: faint ? 0.25 : 1});
  signs.forEach(({key, sign}, i) => {
    const at = left + SIGN_WIDTH * (i + 0.5), y = (top + bottom) / 2;
    context.strokeText(sign, at, y);
    context.fillStyle = changes[key];
    context.fillText(sign, at, y);
  });
}

// The head of a pin, up and to the right of a mark.
export function paintPin(context, {x, y, away}, {ink, paper}) {
  const reach = Math.max(5, away * 0.8);
  context.beginPath();
  context.arc(x + reach, y - reach, 3, 0, 2 * Math.PI);
  Object.assign(context, {globalAlpha: 1, fillStyle: ink, strokeStyle: paper, lineWidth: 1.5});
  context.fill();
  context.stroke();
}
