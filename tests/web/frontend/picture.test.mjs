import assert from "node:assert/strict";
import {test} from "node:test";
import {rectanglesMeet} from "../../../graph/web/frontend/src/labels.js";
import {MOST_DRAWN, aroundNode, calledFrom, collapsed, focused, pinned, placed, radiusOf, withNodes, withoutNodes} from "../../../graph/web/frontend/src/picture.js";

const boxOf = () => ({size: 8, width: 90, height: 30});
const node = (id, x = 0, y = 0) => ({id, label: id, type: "Country", weight: 1, degree: 1, x, y});
const link = (from, to) => ({id: `${from} ${to}`, from, to, claims: 1, stated: 1, names: []});
const FIRST = {nodes: [node("a"), node("b", 200, 0)], links: [link("a", "b")]};
const call = (picture, names, parent, links = names.map(name => link(parent, name))) =>
  withNodes(picture, names.map(name => ({id: name, label: name, type: "Country", weight: 1, degree: 1})), {links, parent, boxOf});
const ids = picture => picture.nodes.map(one => one.id);

test("called nodes stand where nothing else does, and the old ones stay", () => {
  const picture = call(FIRST, ["c", "d", "e", "f", "g", "h"], "a");
  assert.deepEqual(picture.nodes.slice(0, 2), FIRST.nodes);
  const boxes = picture.nodes.map(one => aroundNode(boxOf(one), one));
  for (const [i, one] of boxes.entries()) for (const other of boxes.slice(i + 1)) assert.equal(rectanglesMeet(one, other), false);
});

test("the same calls give the same places", () => {
  assert.deepEqual(call(FIRST, ["c", "d", "e"], "a"), call(FIRST, ["c", "d", "e"], "a"));
});

test("a picture holds only links between its nodes", () => {
  const picture = call(FIRST, ["c"], "a", [link("a", "c"), link("c", "nobody")]);
  assert.deepEqual(picture.links.map(one => one.id), ["a b", "a c"]);
  assert.deepEqual(withoutNodes(picture, ["a"]).links, []);
});

test("collapsing takes back what was called, but not what has called others itself", () => {
  const picture = call(call(FIRST, ["c", "d"], "a"), ["e"], "c");
  assert.deepEqual(ids(collapsed(picture, "a")), ["a", "b", "c", "e"]);
  assert.equal(calledFrom(picture, "a"), 1);
});

test("what is pinned is not taken back, makes no room, and may be let go again", () => {
  const picture = pinned(call(FIRST, ["c", "d"], "a"), "c");
  assert.deepEqual([ids(collapsed(picture, "a")), calledFrom(picture, "a")], [["a", "b", "c"], 1]);
  assert.deepEqual(ids(collapsed(pinned(picture, "c", false), "a")), ["a", "b"]);
  const many = Array.from({length: MOST_DRAWN - 4}, (_, i) => `n${i}`);
  const full = call(call(picture, many.slice(0, 148), "a"), many.slice(148), "a"), more = call(full, ["late"], "b");
  assert.deepEqual([full.left, more.left, ids(more).includes("c"), ids(more).includes("d")], [undefined, 1, true, false]);
});

test("focusing leaves a node and its neighbours", () => {
  const picture = call(FIRST, ["c"], "b");
  assert.deepEqual(ids(focused(picture, "a")), ["a", "b"]);
});

test("a node that was put somewhere stays there", () => {
  assert.deepEqual(placed(FIRST, "b", {x: 5, y: 6}).nodes[1], {...FIRST.nodes[1], x: 5, y: 6, pinned: true});
});

test("never more than the most are drawn: the oldest that were called make room", () => {
  const many = Array.from({length: MOST_DRAWN - 2}, (_, i) => `n${i}`);
  const half = call(call(FIRST, many.slice(0, 149), "a"), many.slice(149), "a");
  assert.equal(half.nodes.length, MOST_DRAWN);
  const more = call(half, ["late"], "a");
  assert.equal(more.nodes.length, MOST_DRAWN);
  assert.deepEqual([ids(more).includes("n0"), ids(more).includes("late"), ids(more).includes("b")], [false, true, true]);
});

test("a mark's area grows with its weight, and the heaviest has a radius of 18", () => {
  assert.deepEqual([0, 1, 25].map(weight => radiusOf(weight, 30)), [5.6, 7.1, 13.1]);
  assert.deepEqual([1, 250, 1000].map(weight => radiusOf(weight, 1000)), [6, 11.8, 18]);
});
