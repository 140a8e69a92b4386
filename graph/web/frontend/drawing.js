// The drawing: vis-network with fixed positions. Labels are drawn by us, always at reading size, never over one another.

const MOST_DRAWN = 300, STRONG_FROM = 10;

function makeDrawing(container, {nodes, edges, options}, {onNode, onEdge, onNothing}) {
  const all = new Map(nodes.map(node => [node.id, node]));
  const drawn = {nodes: new vis.DataSet(), edges: new vis.DataSet()};
  const guests = [];  // nodes drawn on demand, the oldest first
  const state = {node: null, edge: null, hoverNode: null, hoverEdge: null, claimEdge: null, factor: 1, hidden: new Set(), typeOf: new Map(), relations: new Map()};
  let palette = {}, labels = [];
  const network = new vis.Network(container, drawn, options);
  const pen = document.createElement("canvas").getContext("2d");

  function start({typeOf, relations}) {
    Object.assign(state, {typeOf, relations});
    readPalette();
    put(stretched(nodes.filter(node => "x" in node)));
    network.on("click", clicked);
    network.on("hoverNode", ({node}) => hover({hoverNode: node}));
    network.on("blurNode", () => hover({hoverNode: null}));
    network.on("hoverEdge", ({edge}) => hover({hoverEdge: edge}));
    network.on("blurEdge", () => hover({hoverEdge: null}));
    network.on("afterDrawing", drawLabels);
    network.on("zoom", ({scale}) => { if (scale > 4) network.moveTo({scale: 4}); else if (scale < 0.15) network.moveTo({scale: 0.15}); });
    new ResizeObserver(fit).observe(container);
    fit();
  }

  // First positions pulled apart, across and down, to the shape of the window: what did not overlap never will.
  function stretched(first) {
    const boxes = first.map(node => aroundNode(boxOf(node.id), node));
    const pull = (room, low, high, one) => {
      const span = Math.max(...boxes.map(box => box[high])) - Math.min(...boxes.map(box => box[low]));
      return Math.min(1.6, Math.max(0.1, (room - 20 - one) / Math.max(1, span - one)));  // captions do not stretch
    };
    const across = pull(container.clientWidth, "left", "right", 130), down = pull(container.clientHeight, "top", "bottom", 50);
    const least = Math.min(1, across, down);
    return first.map(node => ({...node, x: Math.round(node.x * across / least), y: Math.round(node.y * down / least)}));
  }

  function readPalette() {
    const types = [...new Set(state.typeOf.values())];
    palette = {...cssColours(["ink", "edge", "paper", "accent"]), types: cssColours(types, type => `type-${type.toLowerCase()}`)};
  }

  function put(fresh) {
    drawn.nodes.add(fresh.map(({label, ...node}) => ({...node, borderWidth: 2, borderWidthSelected: 3})));
    const ids = new Set(drawn.nodes.getIds());
    drawn.edges.add(edges.filter(edge => ids.has(edge.from) && ids.has(edge.to) && !drawn.edges.get(edge.id)).map(edge => ({...edge})));
    restyle();
  }

  // Draw nodes that are not in the first view, each near its neighbours; the oldest such guests make room when they must.
  // Answers which are new.
  function invite(ids) {
    const wanted = ids.filter(id => all.has(id) && !drawn.nodes.get(id)).slice(0, MOST_DRAWN / 2);
    const surplus = drawn.nodes.length + wanted.length - MOST_DRAWN;
    if (surplus > 0) drawn.nodes.remove(guests.splice(0, surplus));
    const fresh = wanted.slice(0, MOST_DRAWN - drawn.nodes.length);
    const positions = network.getPositions();
    const taken = Object.entries(positions).map(([id, at]) => aroundNode(boxOf(id), at));
    const placed = fresh.map(id => {
      const near = neighbours(id).filter(other => positions[other]).map(other => positions[other]);
      const middle = key => near.reduce((sum, at) => sum + at[key], 0) / near.length;
      const [x, y] = near.length ? [middle("x"), middle("y")] : [0, 320];
      const at = positions[id] = freeSpot(x, y, boxOf(id).width, boxOf(id).height, taken);
      taken.push(aroundNode(boxOf(id), at));
      return {...all.get(id), size: markSize(id), ...at};
    });
    if (placed.length) put(placed);
    guests.push(...fresh);
    return fresh;
  }

  const neighbours = id => edges.flatMap(edge => edge.from === id ? [edge.to] : edge.to === id ? [edge.from] : []);

  const captions = new Map();
  function boxOf(id) {
    if (!captions.has(id)) {
      pen.font = all.get(id).size > STRONG_FROM ? LABEL_FONTS.strong : LABEL_FONTS.plain;
      const lines = all.get(id).label.split("\n"), size = all.get(id).size;
      const width = Math.max(2 * size, ...lines.map(line => pen.measureText(line).width)) + 4;
      captions.set(id, {lines, size, width, height: lines.length * LINE_HEIGHT + size + 8});
    }
    return captions.get(id);
  }

  function aroundNode(box, at) {
    return {left: at.x - box.width / 2, right: at.x + box.width / 2, top: at.y - box.size - 4, bottom: at.y + box.height};
  }

  const isShown = id => !state.hidden.has(state.typeOf.get(id));

  const near = () => state.node ? new Set([state.node, ...network.getConnectedNodes(state.node)]) : state.edge ? new Set(network.getConnectedNodes(state.edge)) : null;

  function restyle() {
    const lit = near(), hidden = id => !isShown(id);
    drawn.nodes.update(drawn.nodes.map(({id}) => {
      const fill = palette.types[state.typeOf.get(id)], chosen = id === state.node;
      const border = chosen ? palette.accent : palette.paper;
      const hollow = looks[state.typeOf.get(id)].hollow, background = hollow ? palette.paper : fill;
      const both = {background, border: hollow && !chosen ? fill : border};
      return {id, hidden: hidden(id), opacity: !lit || lit.has(id) ? 1 : 0.18, borderWidth: chosen ? 4 : hollow ? 2.5 : 2,
        color: {...both, highlight: both, hover: {background, border: palette.accent}}};
    }));
    const many = lit && lit.size > 15;  // a hub's own arrows stay quiet enough to tell apart
    drawn.edges.update(drawn.edges.map(edge => {
      const chosen = edge.id === state.edge || state.node && (edge.from === state.node || edge.to === state.node);
      const named = edge.id === state.claimEdge || edge.id === state.edge;
      const color = chosen || named ? palette.accent : palette.edge;
      return {id: edge.id, hidden: hidden(edge.from) || hidden(edge.to), dashes: edge.dashes ? [5, 5] : false,
        width: named ? 3 : chosen ? (many ? 1 : 1.6) : Math.min(2.2, 0.8 + 0.25 * edge.claims), hoverWidth: 0.8, selectionWidth: 0.6,
        arrows: {to: {enabled: true, scaleFactor: named ? 0.7 : chosen && !many ? 0.55 : 0.4}},
        color: {color, highlight: palette.accent, hover: palette.accent, opacity: named || !lit || chosen && !many ? 1 : chosen ? 0.6 : 0.25}};
    }));
  }

  function hover(change) {
    Object.assign(state, change);
    container.classList.toggle("pointing", Boolean(state.hoverNode || state.hoverEdge));
    network.redraw();
  }

  // Labels of nodes, and of relations where asked for, at the size of the screen whatever the zoom.
  function drawLabels(context) {
    const scale = network.getScale(), positions = network.getPositions(), lit = near();
    const onScreen = at => network.canvasToDOM(at);
    const shown = drawn.nodes.getIds().filter(isShown);
    const marks = shown.map(id => ({id, ...square(onScreen(positions[id]), markSize(id) * scale * 0.9)}));
    const rank = id => id === state.node ? 0 : id === state.hoverNode ? 1 : lit && lit.has(id) ? 2 : 4;
    const names = shown.map(id => ({id, rank: rank(id), size: all.get(id).size, places: placesFor(id, onScreen(positions[id]), scale)}));
    const relations = namedEdges().map(id => ({id, rank: [state.edge, state.hoverEdge, state.claimEdge].includes(id) ? 1 : 3, size: 0, places: relationPlaces(id, onScreen)}));
    labels = fitLabels([...names, ...relations].sort((a, b) => a.rank - b.rank || b.size - a.size), marks);
    context.save();
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    for (const label of labels) {
      const strong = label.id === state.node || !label.relation && all.get(label.id).size > STRONG_FROM;
      paintLabel(context, label, {strong, faint: !label.relation && lit && !lit.has(label.id), palette});
    }
    context.restore();
  }

  const square = ({x, y}, half) => ({left: x - half, right: x + half, top: y - half, bottom: y + half});

  // Below the node if there is room, else above, right or left of it.
  function placesFor(id, {x, y}, scale) {
    const {lines, width} = boxOf(id), height = lines.length * LINE_HEIGHT, away = markSize(id) * scale + 3;
    const at = (left, top) => ({left, top, right: left + width, bottom: top + height, lines});
    return [at(x - width / 2, y + away), at(x - width / 2, y - away - height), at(x + away, y - height / 2), at(x - away - width, y - height / 2)]
      .filter(place => place.left >= 0 && place.right <= container.clientWidth && place.top >= 0 && place.bottom <= container.clientHeight);
  }

  function namedEdges() {
    const asked = new Set([state.edge, state.hoverEdge, state.claimEdge].filter(Boolean));
    for (const id of [state.node, state.hoverNode]) if (id) for (const edge of network.getConnectedEdges(id)) asked.add(edge);
    return [...asked].filter(id => drawn.edges.get(id) && !drawn.edges.get(id).hidden);
  }

  function relationPlaces(id, onScreen) {
    const line = network.body.edges[id], text = relationNames(id);
    if (!line || !line.connected) return [];
    pen.font = LABEL_FONTS.relation;
    const half = pen.measureText(text).width / 2 + 4;
    return [0.5, 0.4, 0.6, 0.3, 0.7].map(part => {
      const {x, y} = onScreen(line.edgeType.getPoint(part));
      return {left: x - half, right: x + half, top: y - 8, bottom: y + 8, lines: [text], relation: true};
    });
  }

  function relationNames(id) {
    const [first, ...more] = state.relations.get(id) || [""];
    return more.length ? `${first} +${more.length}` : first;
  }

  function clicked({nodes: [node], edges: [edge], pointer}) {
    const {x, y} = pointer.DOM;
    const under = labels.find(label => x >= label.left && x <= label.right && y >= label.top && y <= label.bottom);
    if (node !== undefined) onNode(node);
    else if (under && all.has(under.id)) onNode(under.id);
    else if (under) onEdge(drawn.edges.get(under.id));
    else if (beside({x, y})) onNode(beside({x, y}));
    else if (edge !== undefined) onEdge(drawn.edges.get(edge));
    else onNothing();
  }

  // The node within a finger's reach of a point, the nearest if several.
  function beside({x, y}) {
    const reach = ([, at]) => Math.hypot(network.canvasToDOM(at).x - x, network.canvasToDOM(at).y - y);
    const [nearest] = Object.entries(network.getPositions()).filter(([id]) => isShown(id)).sort((a, b) => reach(a) - reach(b));
    return nearest && reach(nearest) < 16 ? nearest[0] : null;
  }

  function select({node = null, edge = null}) {
    Object.assign(state, {node, edge, claimEdge: null});
    network.setSelection({nodes: node ? [node] : [], edges: edge ? [edge] : []}, {highlightEdges: false});
    restyle();
    if (node) bringIntoView(node);
  }

  // Make the arrow of one claim stand out among those of the selected node.
  function pointOut(subject, object) {
    state.claimEdge = drawn.edges.get(`${subject} ${object}`) ? `${subject} ${object}` : null;
    restyle();
  }

  function bringIntoView(id) {
    const {x, y} = network.canvasToDOM(network.getPosition(id)), margin = 60;
    const {clientWidth: width, clientHeight: height} = container;
    const scale = Math.max(network.getScale(), 0.7);
    const inside = x > margin && x < width - margin && y > margin && y < height - margin;
    if (inside && scale === network.getScale()) return;
    network.moveTo({position: network.getPosition(id), scale, animation: calm() ? false : {duration: 250, easingFunction: "easeOutQuad"}});
  }

  // Show every node and caption; on small windows no smaller than can be read and touched, the busiest node amid.
  function fit() {
    const {clientWidth: width, clientHeight: height} = container;
    const boxes = Object.entries(network.getPositions()).map(([id, at]) => aroundNode(boxOf(id), at));
    if (!width || !boxes.length) return;
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
    drawn.nodes.update(drawn.nodes.getIds().map(id => ({id, size: markSize(id)})));
  }

  const markSize = id => all.get(id).size * state.factor;

  function zoom(factor) {
    network.moveTo({scale: Math.min(4, Math.max(0.15, network.getScale() * factor))});
  }

  return {
    start, invite, select, pointOut, fit, zoom,
    recolour() { readPalette(); restyle(); },
    hide(types) { state.hidden = types; restyle(); },
    isDrawn: id => Boolean(drawn.nodes.get(id)),
    edgeBetween: (a, b) => drawn.edges.get(`${a} ${b}`) || drawn.edges.get(`${b} ${a}`),
    nextNode(way) {
      const shown = Object.entries(network.getPositions()).filter(([id]) => isShown(id));
      return state.node ? nearestThatWay(network.getPosition(state.node), shown, way) : (shown[0] || [null])[0];
    },
    // Where things are on the screen, in pixels of the drawing: for tests and curious readers.
    where: id => network.canvasToDOM(all.has(id) ? network.getPosition(id) : network.body.edges[id].edgeType.getPoint(0.5)),
    lookOf: id => ({shape: network.body.nodes[id].options.shape, hollow: network.body.nodes[id].options.color.background === palette.paper}),
    shownLabels: () => labels.map(({id, left, right, top, bottom}) => ({id, left, right, top, bottom})),
    drawnNodes: () => drawn.nodes.getIds(),
    drawnEdges: () => drawn.edges.getIds(),
  };
}
