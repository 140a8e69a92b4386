import assert from "node:assert/strict";
import {test} from "node:test";
import {fitLabels, freeSpot, rectanglesMeet} from "../../../graph/web/frontend/src/labels.js";

const box = (left, top, width = 40, height = 10) => ({left, top, right: left + width, bottom: top + height});
const MARKS = [{id: "a", strong: true, ...box(0, 0, 10, 10)}, {id: "b", strong: false, ...box(10, 12, 10, 10)}];

test("a label takes the first of its places that covers no mark and no label before it", () => {
  const labels = fitLabels([{id: "a", places: [box(0, 12), box(0, -12)]}, {id: "c", places: [box(20, -10), box(60, 0)]}], MARKS);
  assert.deepEqual(labels.map(({id, left, top}) => [id, left, top]), [["a", 0, -12], ["c", 60, 0]]);
});

test("a strong name that has no place covers a weak mark rather than be missing, but neither a strong one nor a name", () => {
  const place = box(0, 12);
  assert.deepEqual(fitLabels([{id: "a", strong: true, places: [place]}], MARKS).map(({id}) => id), ["a"]);
  assert.deepEqual(fitLabels([{id: "a", strong: false, places: [place]}], MARKS), []);
  assert.deepEqual(fitLabels([{id: "b", strong: true, places: [box(5, 5)]}], MARKS), []);
  assert.deepEqual(fitLabels([{id: "a", strong: true, places: [place]}, {id: "d", strong: true, places: [place]}], MARKS).map(({id}) => id), ["a"]);
});

test("a free spot meets nothing that is taken", () => {
  const taken = [box(-50, -20, 100, 60)], {x, y} = freeSpot(0, 0, 40, 20, taken);
  assert.equal(rectanglesMeet({left: x - 20, right: x + 20, top: y - 20, bottom: y + 20}, taken[0]), false);
});
