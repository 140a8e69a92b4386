import assert from "node:assert/strict";
import {test} from "node:test";
import {arranged} from "../../../graph/web/frontend/src/arrange.js";
import {rectanglesMeet} from "../../../graph/web/frontend/src/labels.js";
import {aroundNode} from "../../../graph/web/frontend/src/picture.js";

const boxOf = () => ({size: 8, width: 90, height: 30});
const entities = Array.from({length: 120}, (_, i) => ({id: `e${i}`, label: `E ${i}`}));
const star = entities.slice(1, 40).map(({id}) => ({from: "e0", to: id}));
const far = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

test("entities by themselves stand where no two boxes meet, the same ones at the same places", () => {
  const nodes = arranged(entities, star, boxOf), boxes = nodes.map(one => aroundNode(boxOf(one), one));
  for (const [i, one] of boxes.entries()) for (const other of boxes.slice(i + 1)) assert.equal(rectanglesMeet(one, other), false);
  assert.deepEqual(arranged(entities, star, boxOf), nodes);
});

test("what is linked stands closer than what is not, and nothing drifts away", () => {
  const [hub, ...others] = arranged(entities, star, boxOf), mean = list => list.reduce((sum, one) => sum + far(hub, one), 0) / list.length;
  assert.ok(mean(others.slice(0, 39)) < 0.7 * mean(others.slice(39)));
  assert.ok(Math.max(...others.map(one => Math.abs(one.x))) < 1500);
});

test("nothing, or one entity, is placed as well", () => {
  assert.deepEqual([arranged([], [], boxOf), arranged([{id: "a"}], [], boxOf)], [[], [{id: "a", x: 0, y: 0}]]);
});
