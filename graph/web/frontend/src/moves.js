// Replays what was done to the drawing: moves → picture, each step remembered, so that undoing one is instant.

import {arranged} from "./arrange.js";
import {AT_ONCE, MOST_DRAWN, collapsed, focused, pinned, placed, withNodes, withoutNodes} from "./picture.js";

// replay(moves) promises the picture after all moves. A move that cannot be made any more leaves the picture as it was.
export function makeReplay(first, data, boxOf) {
  const made = new Map([["[]", first]]);
  const keyOf = moves => JSON.stringify(moves);

  async function replay(moves) {
    let done = moves.length;
    while (!made.has(keyOf(moves.slice(0, done)))) done--;
    let picture = made.get(keyOf(moves.slice(0, done)));
    for (; done < moves.length; done++) {
      picture = await after(picture, moves[done]);
      made.set(keyOf(moves.slice(0, done + 1)), picture);
    }
    return picture;
  }

  async function after(picture, move) {
    if (move.act === "draw") return call(picture, await data.entities(move.ids), null);
    if (move.act === "expand") {
      const drawn = picture.nodes.map(node => node.id);
      const {entities} = await data.neighbours(move.id, {without: drawn, limit: AT_ONCE});
      return call(picture, entities, move.id);
    }
    if (move.act === "collapse") return collapsed(picture, move.id);
    if (move.act === "focus") return focused(picture, move.id);
    if (move.act === "hide") return withoutNodes(picture, [move.id]);
    if (move.act === "only") return alone(await data.withShort(await data.entities(move.ids.slice(0, MOST_DRAWN))));
    if (move.act === "pin" || move.act === "unpin") return pinned(picture, move.id, move.act === "pin");
    return placed(picture, move.id, move);
  }

  async function call(picture, entities, parent) {
    const known = new Set(picture.nodes.map(node => node.id));
    const fresh = await data.withShort(entities.filter(one => !known.has(one.id)));
    const links = await data.links(fresh.map(one => one.id), [...known, ...fresh.map(one => one.id)]);
    return withNodes(picture, fresh, {links, parent, boxOf});
  }

  // Some entities by themselves, with what links them.
  async function alone(entities) {
    const ids = entities.map(one => one.id), links = await data.links(ids, ids);
    return {nodes: arranged(entities, links, boxOf), links};
  }

  return replay;
}
