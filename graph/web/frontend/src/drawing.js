// The drawing: vis-network with fixed positions. Labels are drawn by us, always at reading size, never over one another.

import {calm, cssColours, lookOf, looks} from "./elements.js";
import {makeBoxes} from "./captions.js";
import {CHANGE_LOOKS, lookOfChanges} from "./changes.js";
import {LINE_HEIGHT, SIGN_WIDTH, fitLabels, nearestThatWay, paintLabel, paintPin, paintSigns} from "./labels.js";
import {aroundNode} from "./picture.js";
import {modelOf} from "./snapshot.js";

const LEAST_SCALE = 0.15, MOST_SCALE = 4;
const FEW_LINKS = 8;  // so few that all arrows are named at once

export function makeDrawing(container, {options, heaviest}, {onNode, onEdge, onNothing, onExpand, onPlace, onCamera, nameLink}) {
  const drawn = {nodes: new vis.DataSet(), edges: new vis.DataSet()};
  const network = new vis.Network(container, drawn, options);
  const {boxOf, relationWidth} = makeBoxes(heaviest);
  const state = {node: null, edge: null, hoverNode: null, hoverEdge: null, claimEdge: null, factor: 1, hidden: new Set(), filtered: false};
  let nodes = new Map(), links = new Map(), linked = new Set(), palette = {}, labels = [], signs = [];
  let camera = null, restored = false;  // where the reader has moved the window to; null where all is shown

  function start() {
    recolour();
    container.querySelector("[tabindex]").tabIndex = -1;  // its own stop of the Tab key, inside ours, has no name
    network.on("click", clicked);
    network.on("doubleClick", ({nodes: [node]}) => node !== undefined && onExpand(node));
    network.on("dragEnd", ({nodes: [node]}) => {
      if (node === undefined) { aimed(); return; }
      const {x, y} = network.getPosition(node);
      onPlace(node, {x: Math.round(x), y: Math.round(y)});
    });
    network.on("hoverNode", ({node}) => hover({hoverNode: node}));
    network.on("blurNode", () => hover({hoverNode: null}));
    network.on("hoverEdge", ({edge}) => hover({hoverEdge: edge}));
    network.on("blurEdge", () => hover({hoverEdge: null}));
    network.on("afterDrawing", drawLabels);
    network.on("zoom", ({scale}) => { if (scale > MOST_SCALE || scale < LEAST_SCALE) network.moveTo({scale: clamp(scale)}); aimed(); });
    new ResizeObserver(() => { if (container.clientWidth) { if (camera) turnTo(camera); else fit(); } }).observe(container);
  }

  const clamp = scale => Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale));

  // The reader has moved the window: remember where to.
  function aimed() {
    const {x, y} = network.getViewPosition();
    camera = {x: Math.round(x), y: Math.round(y), scale: Math.round(network.getScale() * 100) / 100};
    onCamera(camera);
  }

  // Move the window to where a link says it was.
  function aim(at) {
    [camera, restored] = [at, true];
    turnTo(at);
  }

  const turnTo = ({x, y, scale}) => network.moveTo({position: {x, y}, scale: clamp(scale)});

  // First positions pulled apart, across and down, to the shape of the window: what did not overlap never will.
  function stretched(first) {
    const boxes = first.map(node => aroundNode(boxOf(node), node));
    const pull = (room, low, high, one) => {
      const span = Math.max(...boxes.map(box => box[high])) - Math.min(...boxes.map(box => box[low]));
      return Math.min(1.6, Math.max(0.1, (room - 20 - one) / Math.max(1, span - one)));  // captions do not stretch
    };
    const across = pull(container.clientWidth, "left", "right", 130), down = pull(container.clientHeight, "top", "bottom", 50);
    const least = Math.min(1, across, down);
    return first.map(node => ({...node, x: Math.round(node.x * across / least), y: Math.round(node.y * down / least)}));
  }

  // Bring vis-network's nodes and edges in step with a picture; what stays keeps its place.
  function show(picture, {types, filtered}) {
    const shown = new Map(picture.nodes.map(node => [node.id, node])), joined = new Map(picture.links.map(link => [link.id, link]));
    nodes = new Map([...nodes, ...shown]);  // vis-network asks for what leaves while it leaves
    links = new Map([...links, ...joined]);
    Object.assign(state, {hidden: new Set(types), filtered});
    for (const key of ["node", "hoverNode"]) if (!shown.has(state[key])) state[key] = null;
    for (const key of ["edge", "hoverEdge", "claimEdge"]) if (!joined.has(state[key])) state[key] = null;
    drawn.edges.remove(drawn.edges.getIds().filter(id => !joined.has(id)));
    drawn.nodes.remove(drawn.nodes.getIds().filter(id => !shown.has(id)));
    [nodes, links] = [shown, joined];
    restyle();
  }

  const isShown = id => !state.hidden.has(nodes.get(id).type);
  function near() {
    if (!state.node) return state.edge ? new Set([links.get(state.edge).from, links.get(state.edge).to]) : null;
    return new Set([state.node, ...[...links.values()].flatMap(({from, to}) => from === state.node ? [to] : to === state.node ? [from] : [])]);
  }

  function recolour() {
    palette = {...cssColours(["ink", "edge", "paper", "accent"]), types: cssColours(Object.keys(looks), type => `type-${type.toLowerCase()}`),
      changes: cssColours(Object.keys(CHANGE_LOOKS), kind => `change-${kind}`)};
    restyle();
  }

  const colourOf = type => palette.types[type] || palette.ink;

  // Tell vis-network what is drawn and how, but only what changed: each thing told costs it a pass over all.
  function restyle() {
    const lit = near(), many = lit && lit.size > 15;
    linked = new Set([...links.values()].flatMap(({from, to}) => [from, to]));
    tell(drawn.edges, [...links.values()].map(link => edgeLook(link, lit, many)), () => tell(drawn.nodes, [...nodes.values()].map(node => nodeLook(node, lit))));
  }

  const told = new WeakMap([[drawn.nodes, new Map()], [drawn.edges, new Map()]]);
  function tell(set, things, before) {
    before?.();  // nodes before the edges between them
    const known = told.get(set), ids = new Set(things.map(one => one.id));
    for (const id of known.keys()) if (!ids.has(id)) known.delete(id);
    const changed = things.filter(one => known.get(one.id) !== JSON.stringify(one));
    for (const one of changed) known.set(one.id, JSON.stringify(one));
    if (changed.length) set.update(changed);
  }

  function nodeLook({id, x, y, type}, lit) {
    const fill = colourOf(type), chosen = id === state.node, {hollow, shape} = lookOf(type), background = hollow ? palette.paper : fill;
    const both = {background, border: hollow && !chosen ? fill : chosen ? palette.accent : palette.paper};
    return {id, x, y, shape, size: markSize(id), hidden: !isShown(id), borderWidth: chosen ? 4 : hollow ? 2.5 : 2, borderWidthSelected: 3,
      opacity: lit && !lit.has(id) ? 0.18 : isFaint(id, lit) ? 0.3 : 1,
      color: {...both, highlight: both, hover: {background, border: palette.accent}}};
  }

  // What is neither chosen nor beside it; where nothing is chosen, what a filter leaves without a link.
  const isFaint = (id, lit) => lit ? !lit.has(id) : state.filtered && !linked.has(id);

  // An arrow that has nothing to do with what is chosen. It is not named, even under the pointer: a finger leaves none.
  function isFaded(id) {
    const {from, to} = links.get(id), ends = [from, to];
    return id !== state.edge && id !== state.claimEdge && (state.node ? !ends.includes(state.node) : Boolean(state.edge));
  }

  // Arrows of the chosen node stand out; a hub's own stay quiet enough to tell apart.
  function edgeLook({id, from, to, claims, stated, changes}, lit, many) {
    const {kind, dashes = stated ? false : [5, 5], width = Math.min(2.2, 0.8 + 0.25 * claims)} = changes ? lookOfChanges(changes) : {};
    const plain = kind ? palette.changes[kind] : palette.edge, strong = kind ? plain : palette.accent;
    const chosen = id === state.edge || state.node && (from === state.node || to === state.node);
    const named = id === state.claimEdge || id === state.edge;
    return {id, from, to, hidden: !isShown(from) || !isShown(to), dashes,
      width: named ? 3 : kind ? width : chosen ? (many ? 1 : 1.6) : width, hoverWidth: 0.8, selectionWidth: 0.6,
      arrows: {to: {enabled: true, scaleFactor: named ? 0.7 : chosen && !many ? 0.55 : 0.4}},
      color: {color: chosen || named ? strong : plain, highlight: strong, hover: strong, opacity: named || !lit || chosen && !many ? 1 : chosen ? 0.6 : 0.25}};
  }

  function hover(change) {
    Object.assign(state, change);
    container.classList.toggle("pointing", Boolean(state.hoverNode || state.hoverEdge));
    const over = nodes.get(state.hoverNode);
    container.title = over && boxOf(over).differs ? over.label : "";  // the whole name of what is drawn short
    network.redraw();
  }

  // Labels of nodes, and of relations where asked for, at the size of the screen whatever the zoom.
  function drawLabels(context) {
    const scale = network.getScale(), positions = network.getPositions(), lit = near();
    const onScreen = at => network.canvasToDOM(at), pins = [];
    const shown = drawn.nodes.getIds().filter(isShown);
    const strong = id => boxOf(nodes.get(id)).strong && !isFaint(id, lit);
    const marks = shown.map(id => ({id, strong: strong(id), ...square(onScreen(positions[id]), markSize(id) * scale * 0.9)}));
    const rank = id => id === state.node ? 0 : id === state.hoverNode ? 1 : lit && lit.has(id) ? 2 : isFaint(id, lit) ? 5 : 4;
    const names = shown.map(id => ({id, strong: strong(id), rank: rank(id), size: boxOf(nodes.get(id)).size, places: placesFor(id, onScreen(positions[id]), scale)}));
    const asked = id => [state.edge, state.hoverEdge, state.claimEdge].includes(id);
    const relations = namedEdges().map(id => ({id, strong: asked(id), rank: asked(id) ? 1 : 3, size: links.get(id).claims, places: relationPlaces(id, onScreen)}));
    labels = fitLabels([...names, ...relations].sort((a, b) => a.rank - b.rank || b.size - a.size), marks).map(label => ({
      ...label, strong: label.id === state.node || !label.relation && boxOf(nodes.get(label.id)).strong, faint: !label.relation && isFaint(label.id, lit),
      colour: label.relation && links.get(label.id).changes ? palette.changes[lookOfChanges(links.get(label.id).changes).kind] : null}));
    for (const id of shown) if (nodes.get(id).pinned) pins.push({...onScreen(positions[id]), away: markSize(id) * scale});
    signs = signsOf(lit, onScreen, [...labels, ...marks]);
    context.save();
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    for (const one of signs) paintSigns(context, one, palette);
    for (const label of labels) paintLabel(context, label, {...label, palette});
    for (const pin of pins) paintPin(context, pin, palette);
    context.restore();
    if (labels.length && !performance.getEntriesByName("drawn").length) performance.mark("drawn");  // the first labelled drawing
  }

  // On arrows whose claims have changed, the signs of how, where they cover nothing; those of the most claims first.
  function signsOf(lit, onScreen, taken) {
    const changed = [...links.values()].filter(({id, changes}) => changes && !drawn.edges.get(id)?.hidden && network.body.edges[id]?.connected);
    const candidates = changed.map(({id, from, to, claims, changes}) => {
      const {signs} = lookOfChanges(changes), faint = lit && !(from === state.node || to === state.node || id === state.edge), half = signs.length * SIGN_WIDTH / 2;
      const places = [0.5, 0.38, 0.62].map(part => onScreen(network.body.edges[id].edgeType.getPoint(part))).map(({x, y}) => ({left: x - half, right: x + half, top: y - 7, bottom: y + 7, signs, faint}));
      return {id, claims, signs, faint, places};
    }).filter(({signs}) => signs.length);
    return fitLabels(candidates.sort((a, b) => a.faint - b.faint || b.claims - a.claims), taken);
  }

  const square = ({x, y}, half) => ({left: x - half, right: x + half, top: y - half, bottom: y + half});
  const markSize = id => boxOf(nodes.get(id)).size * state.factor;

  // Below the node if there is room, else above, right or left of it, else below or above and to a side.
  function placesFor(id, {x, y}, scale) {
    const {lines, width} = boxOf(nodes.get(id)), height = lines.length * LINE_HEIGHT, away = markSize(id) * scale + 3;
    const at = (left, top) => ({left, top, right: left + width, bottom: top + height, lines});
    return [at(x - width / 2, y + away), at(x - width / 2, y - away - height), at(x + away, y - height / 2), at(x - away - width, y - height / 2),
      at(x - width * 0.2, y + away), at(x - width * 0.8, y + away), at(x - width * 0.2, y - away - height), at(x - width * 0.8, y - away - height)]
      .filter(place => place.left >= 0 && place.right <= container.clientWidth && place.top >= 0 && place.bottom <= container.clientHeight);
  }

  function namedEdges() {
    const asked = new Set([state.edge, state.hoverEdge, state.claimEdge].filter(Boolean));
    if (links.size <= FEW_LINKS) for (const id of links.keys()) asked.add(id);
    for (const id of [state.node, state.hoverNode]) if (id) for (const edge of network.getConnectedEdges(id)) asked.add(edge);
    return [...asked].filter(id => drawn.edges.get(id) && !drawn.edges.get(id).hidden && !isFaded(id));
  }

  function relationPlaces(id, onScreen) {
    const line = network.body.edges[id], text = nameLink(links.get(id));
    if (!line || !line.connected) return [];
    const half = relationWidth(text) / 2 + 4;
    return [0.5, 0.4, 0.6, 0.3, 0.7].map(part => {
      const {x, y} = onScreen(line.edgeType.getPoint(part));
      return {left: x - half, right: x + half, top: y - 8, bottom: y + 8, lines: [text], relation: true};
    });
  }

  function clicked({nodes: [node], edges: [edge], pointer}) {
    const {x, y} = pointer.DOM;
    const under = labels.find(label => x >= label.left && x <= label.right && y >= label.top && y <= label.bottom);
    if (node !== undefined) onNode(node);
    else if (under && nodes.has(under.id)) onNode(under.id);
    else if (under) onEdge(links.get(under.id));
    else if (beside({x, y})) onNode(beside({x, y}));
    else if (edge !== undefined) onEdge(links.get(edge));
    else onNothing();
  }

  // The node within a finger's reach of a point, the nearest if several.
  function beside({x, y}) {
    const reach = ([, at]) => Math.hypot(network.canvasToDOM(at).x - x, network.canvasToDOM(at).y - y);
    const [nearest] = Object.entries(network.getPositions()).filter(([id]) => isShown(id)).sort((a, b) => reach(a) - reach(b));
    return nearest && reach(nearest) < 16 ? nearest[0] : null;
  }

  // Make a node or a link the chosen one; `claim` is the arrow of one claim among those of the chosen node.
  function select({node = null, edge = null, claim = null}) {
    const moved = node !== state.node;
    Object.assign(state, {node: nodes.has(node) ? node : null, edge: links.has(edge) ? edge : null, claimEdge: links.has(claim) ? claim : null});
    if (!state.node && !state.edge) {  // vis-network forgets to end hovering over what was told anew
      Object.assign(state, {hoverNode: null, hoverEdge: null});
      for (const one of [...Object.values(network.body.nodes), ...Object.values(network.body.edges)]) one.hover = false;
    }
    network.setSelection({nodes: state.node ? [node] : [], edges: state.edge ? [edge] : []}, {highlightEdges: false});
    restyle();
    if (state.node && moved) bringIntoView(node);
  }

  function bringIntoView(id) {
    if (restored) { restored = false; return; }
    const {x, y} = network.canvasToDOM(network.getPosition(id)), margin = 60;
    const {clientWidth: width, clientHeight: height} = container;
    const scale = Math.max(network.getScale(), 0.7);
    const inside = x > margin && x < width - margin && y > margin && y < height - margin;
    if (!width || inside && scale === network.getScale()) return;
    network.moveTo({position: network.getPosition(id), scale, animation: calm() ? false : {duration: 250, easingFunction: "easeOutQuad"}});
  }

  // Show every node and caption; on small windows no smaller than can be read and touched, the busiest node amid.
  function fit() {
    const {clientWidth: width, clientHeight: height} = container;
    const boxes = [...nodes.values()].filter(node => isShown(node.id)).map(node => aroundNode(boxOf(node), node));
    if (!width || !boxes.length) return;
    if (camera) onCamera(camera = null);
    const [left, right] = [Math.min(...boxes.map(box => box.left)), Math.max(...boxes.map(box => box.right))];
    const [top, bottom] = [Math.min(...boxes.map(box => box.top)), Math.max(...boxes.map(box => box.bottom))];
    const scale = Math.min((width - 16) / (right - left), (height - 12) / (bottom - top), 1.8);
    enlarge(Math.min(1.8, Math.max(1, 0.7 / scale)));
    network.moveTo({position: {x: (left + right) / 2, y: (top + bottom) / 2}, scale: Math.max(scale, 0.3)});
  }

  // Marks stay large enough to see and touch where everything is small.
  function enlarge(factor) {
    if (factor === state.factor) return;
    state.factor = factor;
    restyle();
  }

  return {
    start, stretched, show, select, fit, aim, recolour, boxOf,
    // Whether some node lies outside the window.
    isCut() {
      const {clientWidth: width, clientHeight: height} = container;
      return width > 0 && [...nodes.values()].map(node => network.canvasToDOM(node)).some(({x, y}) => x < 0 || y < 0 || x > width || y > height);
    },
    zoom(factor) {
      network.moveTo({scale: clamp(network.getScale() * factor)});
      aimed();
    },
    nextNode(way) {
      const shown = Object.entries(network.getPositions()).filter(([id]) => isShown(id));
      return state.node ? nearestThatWay(network.getPosition(state.node), shown, way) : (shown[0] || [null])[0];
    },
    model: () => modelOf({network, nodes, links, labels, palette, colourOf, isShown, markSize, edgeOf: id => drawn.edges.get(id), container}),
    canvas: () => container.querySelector("canvas"),
    // Where things are on the screen, in pixels of the drawing: for tests and curious readers.
    where: id => network.canvasToDOM(nodes.has(id) ? network.getPosition(id) : network.body.edges[id].edgeType.getPoint(0.5)),
    lookOf: id => ({shape: network.body.nodes[id].options.shape, hollow: network.body.nodes[id].options.color.background === palette.paper}),
    shownLabels: () => labels.map(({id, left, right, top, bottom}) => ({id, left, right, top, bottom})),
    shownSigns: () => signs.map(({id, signs: shown}) => ({id, signs: shown.map(one => one.sign)})),
    drawnNodes: () => drawn.nodes.getIds(),
    drawnEdges: () => drawn.edges.getIds(),
  };
}
