// Chains between two entities, found by widening both sides in turn. `nextTo(ids)` promises the pairs {near, far} of
// entities beside those asked for, near among them. Pure but for what `nextTo` does.

const MOST_WIDENED = 400;  // entities on one side whose neighbours are looked up

export const MOST_STEPS = 4;

// Paths of at most four steps, the shortest first, each a list of entity ids; no more than `most`.
export async function findPaths(from, to, nextTo, most = 12) {
  if (from === to) return [];
  const start = sidesOf(await nextTo([from])).get(from) || new Set();
  if (!start.size) return [];
  const end = sidesOf(await nextTo([to])).get(to) || new Set();
  const paths = start.has(to) ? [[from, to]] : [];
  for (const middle of start) if (end.has(middle) && isNew(middle, from, to)) paths.push([from, middle, to]);
  if (paths.length >= most) return paths.slice(0, most);
  const left = sidesOf(await nextTo(first(start, from, to)));
  for (const [one, beside] of left) for (const two of beside) {
    if (end.has(two) && areNew([one, two], from, to)) paths.push([from, one, two, to]);
  }
  if (paths.length >= most) return paths.slice(0, most);
  const right = sidesOf(await nextTo(first(end, from, to)));
  const met = new Map();
  for (const [three, beside] of right) for (const two of beside) met.set(two, [...met.get(two) || [], three]);
  for (const [one, beside] of left) for (const two of beside) for (const three of met.get(two) || []) {
    if (paths.length < most && areNew([one, two, three], from, to)) paths.push([from, one, two, three, to]);
  }
  return paths.slice(0, most);
}

const first = (set, from, to) => [...set].filter(one => isNew(one, from, to)).sort().slice(0, MOST_WIDENED);
const isNew = (one, from, to) => one !== from && one !== to;
const areNew = (middle, from, to) => middle.every(one => isNew(one, from, to)) && new Set(middle).size === middle.length;

function sidesOf(pairs) {
  const sides = new Map();
  for (const {near, far} of pairs) sides.set(near, (sides.get(near) || new Set()).add(far));
  return sides;
}
