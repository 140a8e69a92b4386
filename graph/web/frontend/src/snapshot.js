// The drawing as plain values, in pixels of its window: what an SVG is made of.

export function modelOf({network, nodes, links, labels, palette, colourOf, isShown, markSize, edgeOf, container}) {
  const at = point => network.canvasToDOM(point), scale = network.getScale();
  return {
    width: container.clientWidth,
    height: container.clientHeight,
    background: palette.paper,
    ink: palette.ink,
    halo: palette.paper,
    font: getComputedStyle(container).fontFamily,
    edges: [...links.values()].filter(({from, to}) => isShown(from) && isShown(to)).map(({id, from, to}) => {
      const {color, width, dashes} = edgeOf(id), line = network.body.edges[id].edgeType, via = line.getViaNode?.();
      return {from: at(network.getPosition(from)), via: via ? at(via) : null, to: at(network.getPosition(to)), target: markSize(to) * scale,
        width: width * scale, colour: color.color, opacity: color.opacity, dashes: dashes || null, arrow: true};
    }),
    nodes: [...nodes.values()].filter(({id}) => isShown(id)).map(({id, type}) => {
      const {shape, color, opacity} = network.body.nodes[id].options;
      return {...at(network.getPosition(id)), size: markSize(id) * scale, shape, hollow: color.background === palette.paper, colour: colourOf(type), opacity: opacity ?? 1};
    }),
    labels: labels.map(label => ({...label, colour: label.colour || (label.relation ? palette.accent : palette.ink)})),
  };
}
