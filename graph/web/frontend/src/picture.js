// What is drawn: nodes with their places and the links between them, changed only by making a new picture. Pure.

import {freeSpot} from "./labels.js";

export const MOST_DRAWN = 300, AT_ONCE = 12;

// The radius of a node's mark: its area grows with the number of claims, in a graph whose heaviest node has `heaviest`
// of them (as in layout.py).
export const radiusOf = (weight, heaviest = 0) => Math.round(10 * (5.6 + Math.min(1.5, 12.4 / Math.sqrt(heaviest || 1)) * Math.sqrt(weight))) / 10;

// The room a node takes around its place; `box` has the size of its mark and of its caption.
export const aroundNode = (box, {x, y}) => ({left: x - box.width / 2, right: x + box.width / 2, top: y - box.size - 4, bottom: y + box.height});

// A picture with more entities: each near what it is linked to, over nothing that is drawn. `links` are those that the
// fresh ones bring; `parent` is the node they were called from. The oldest that were called make room where they must, but
// none that is pinned; `left` tells how many went or did not come in.
export function withNodes(picture, entities, {links, parent = null, boxOf}) {
  const known = new Set(picture.nodes.map(node => node.id));
  const fresh = entities.filter(one => !known.has(one.id)).slice(0, MOST_DRAWN / 2);
  if (!fresh.length) return picture;
  const surplus = picture.nodes.length + fresh.length - MOST_DRAWN;
  const leaving = new Set(surplus > 0 ? leavers(picture, parent).slice(0, surplus).map(node => node.id) : []);
  const staying = withoutNodes(picture, leaving).nodes;
  const nodes = [...staying], taken = staying.map(node => aroundNode(boxOf(node), node));
  for (const one of fresh.slice(0, MOST_DRAWN - staying.length)) {
    const {x, y} = startOf(one.id, nodes, links, parent), box = boxOf(one);
    const at = freeSpot(x, y, box.width, box.height, taken);
    taken.push(aroundNode(box, at));
    nodes.push({...one, ...at, parent: parent || one.id});
  }
  const drawn = new Set(nodes.map(node => node.id));
  const all = new Map([...picture.links, ...links].map(link => [link.id, link]));
  const left = leaving.size + entities.filter(one => !known.has(one.id) && !drawn.has(one.id)).length;
  return {nodes, links: [...all.values()].filter(link => drawn.has(link.from) && drawn.has(link.to)), ...(left && {left})};
}

// Nodes that may make room: those called for, the oldest first; then those of the first view with the fewest claims.
const leavers = ({nodes}, parent) => [...nodes.filter(node => node.parent), ...nodes.filter(node => !node.parent).toReversed()].filter(node => node.id !== parent && !node.pinned);

// Where to look for room: amid the drawn nodes a link leads to, else beside the node it was called from, else below.
function startOf(id, nodes, links, parent) {
  const beside = new Set(links.flatMap(({from, to}) => from === id ? [to] : to === id ? [from] : []));
  const near = nodes.filter(node => beside.has(node.id));
  const called = nodes.find(node => node.id === parent);
  if (called && near.length < 2) return outward(called, nodes);
  if (!near.length) return {x: 0, y: Math.max(0, ...nodes.map(node => node.y)) + 60};
  const middle = key => near.reduce((sum, node) => sum + node[key], 0) / near.length;
  return {x: middle("x"), y: middle("y")};
}

// A spot beyond a node, away from the middle of the picture: what is called grows outwards.
function outward(node, nodes) {
  const middle = key => nodes.reduce((sum, one) => sum + one[key], 0) / nodes.length;
  const dx = node.x - middle("x"), dy = node.y - middle("y"), far = Math.hypot(dx, dy) || 1;
  return {x: node.x + 90 * dx / far, y: node.y + 70 * dy / far};
}

export function withoutNodes(picture, ids) {
  const gone = new Set(ids);
  if (!gone.size) return picture;
  return {
    nodes: picture.nodes.filter(node => !gone.has(node.id)),
    links: picture.links.filter(link => !gone.has(link.from) && !gone.has(link.to)),
  };
}

// Without what was called from a node, unless it is pinned or has called others itself.
export function collapsed(picture, id) {
  return withoutNodes(picture, takenBack(picture, id).map(node => node.id));
}

// Only a node and what is linked to it.
export function focused(picture, id) {
  const near = new Set([id, ...picture.links.flatMap(({from, to}) => from === id ? [to] : to === id ? [from] : [])]);
  return withoutNodes(picture, picture.nodes.filter(node => !near.has(node.id)).map(node => node.id));
}

function takenBack({nodes}, id) {
  const parents = new Set(nodes.map(node => node.parent));
  return nodes.filter(node => node.parent === id && node.id !== id && !node.pinned && !parents.has(node.id));
}

// A pinned node stays when others make room or are taken back. What is put somewhere by hand is pinned there.
export const pinned = (picture, id, is = true) => ({...picture, nodes: picture.nodes.map(node => node.id === id ? {...node, pinned: is} : node)});
export const placed = (picture, id, {x, y}) => ({...picture, nodes: picture.nodes.map(node => node.id === id ? {...node, x, y, pinned: true} : node)});

export const calledFrom = (picture, id) => takenBack(picture, id).length;

export const neighboursDrawn = ({links}, id) => new Set(links.flatMap(({from, to}) => from === id ? [to] : to === id ? [from] : [])).size;
