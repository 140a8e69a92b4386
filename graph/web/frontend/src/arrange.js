// Places for entities that are drawn by themselves: what is linked stands close, and no two boxes meet. Pure.

import {rectanglesMeet} from "./labels.js";
import {aroundNode} from "./picture.js";

const ROUNDS = 160, ASIDE = 1.5;  // windows are wider than high
const TURN = 2.399963;            // the golden angle: a spiral without rows

// The entities as nodes with whole-pixel places, those with most links amid; the same arguments give the same places.
export function arranged(entities, links, boxOf) {
  const number = new Map(entities.map((one, i) => [one.id, i]));
  const ties = links.map(({from, to}) => [number.get(from), number.get(to)]).filter(([a, b]) => a !== b && a !== undefined && b !== undefined);
  const many = entities.map(() => 0);
  for (const [a, b] of ties) { many[a]++; many[b]++; }
  const order = entities.map((_, i) => i).sort((a, b) => many[b] - many[a] || a - b), room = 70;
  const at = [];
  order.forEach((i, place) => { at[i] = {x: room * Math.sqrt(place) * Math.cos(TURN * place), y: room * Math.sqrt(place) * Math.sin(TURN * place)}; });
  for (let round = 0; round < ROUNDS; round++) settle(at, ties, room, 1 - round / ROUNDS);
  const boxes = entities.map(boxOf);
  for (const one of at) one.x *= ASIDE;
  for (let round = 0; round < 300 && pushApart(at, boxes); round++);
  return entities.map((one, i) => ({...one, x: Math.round(at[i].x), y: Math.round(at[i].y)}));
}

// One round of springs and repulsion (Fruchterman and Reingold 1991), with a pull to the middle that keeps all together.
function settle(at, ties, room, warmth) {
  const pull = at.map(({x, y}) => ({x: -x * 0.03, y: -y * 0.03}));
  for (let i = 0; i < at.length; i++) for (let j = i + 1; j < at.length; j++) {
    const dx = at[j].x - at[i].x, dy = at[j].y - at[i].y, far = Math.max(1, dx * dx + dy * dy), force = room * room / far;
    if (force < 0.2) continue;  // what is far apart need not go farther: parts without a link stay together
    pull[i].x -= dx * force * 0.1; pull[i].y -= dy * force * 0.1;
    pull[j].x += dx * force * 0.1; pull[j].y += dy * force * 0.1;
  }
  for (const [a, b] of ties) {
    const dx = at[b].x - at[a].x, dy = at[b].y - at[a].y, force = Math.hypot(dx, dy) / room * 0.04;
    pull[a].x += dx * force; pull[a].y += dy * force;
    pull[b].x -= dx * force; pull[b].y -= dy * force;
  }
  const most = 4 + 60 * warmth;
  at.forEach((one, i) => {
    const far = Math.hypot(pull[i].x, pull[i].y) || 1, step = Math.min(far, most) / far;
    one.x += pull[i].x * step;
    one.y += pull[i].y * step;
  });
}

// Move boxes that meet apart along their shorter overlap, a little more than they need to stay so when rounded.
function pushApart(at, boxes) {
  let moved = false;
  for (let i = 0; i < at.length; i++) for (let j = i + 1; j < at.length; j++) {
    const a = aroundNode(boxes[i], at[i]), b = aroundNode(boxes[j], at[j]);
    const spaced = {left: a.left - 6, right: a.right + 6, top: a.top - 4, bottom: a.bottom + 4};
    if (!rectanglesMeet(spaced, b)) continue;
    moved = true;
    const across = Math.min(spaced.right, b.right) - Math.max(spaced.left, b.left), down = Math.min(spaced.bottom, b.bottom) - Math.max(spaced.top, b.top);
    const [key, step] = across < down * 1.6 ? ["x", across / 2 + 0.6] : ["y", down / 2 + 0.6], way = at[j][key] >= at[i][key] ? 1 : -1;
    at[i][key] -= way * step;
    at[j][key] += way * step;
  }
  return moved;
}
