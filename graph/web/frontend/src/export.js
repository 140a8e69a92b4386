// What a reader takes away: tables for spreadsheets, graphs for other tools, the drawing as a picture. Every function
// takes plain objects and answers with text or bytes, the same ones for the same input.

// A table as CSV (RFC 4180) with a byte order mark, without which spreadsheets misread accents. Columns are
// {key, title}. What a spreadsheet would run as a formula begins with a single quote.
export function toCsv(columns, rows) {
  return `\ufeff${tableOf(columns, rows).map(cells => `${cells.map(csvCell).join(",")}\r\n`).join("")}`;
}

const tableOf = (columns, rows) => [columns.map(({title}) => title), ...rows.map(row => columns.map(({key}) => row[key]))];

const textOf = value => value === null || value === undefined ? "" : String(value);

// Characters that do not show are looked through: some programs drop them before they look for a formula.
const FORMULA = /^(?:[\t\r]|[\p{Cc}\p{Cf}]*[=+\-@])/u;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

function csvCell(value) {
  const text = textOf(value), harmless = Number.isFinite(value) || PLAIN_NUMBER.test(text) || !FORMULA.test(text);
  const cell = harmless ? text : `'${text}`;
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

// XML: an element as text. Attributes that are null are left out; what stands in the element is XML already.
function xml(tag, attributes, ...content) {
  const given = Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined);
  const inside = content.flat().join("");
  const start = `<${tag}${given.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("")}`;
  return inside ? `${start}>${inside}</${tag}>` : `${start}/>`;
}

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;  // XML 1.0, section 2.2

const allowed = value => textOf(value).replace(FORBIDDEN, "");

// White space is written as references too: a parser would change line ends, and in attributes tabs.
const escaped = value => allowed(value).replace(/[&<>"'\t\n\r]/g, character => `&#${character.charCodeAt(0)};`);

const onLines = elements => elements.map(one => `\n${one}`).join("");

// A table as the bytes of an .xlsx file (ECMA-376) of one sheet: titles bold and always in view, numbers as numbers.
export function toSheet(columns, rows, name) {
  const book = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const inFile = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", inPackage = "http://schemas.openxmlformats.org/package/2006";
  const relations = (...targets) => xml("Relationships", {xmlns: `${inPackage}/relationships`},
    targets.map(([type, Target], i) => xml("Relationship", {Id: `r${i + 1}`, Type: `${inFile}/${type}`, Target})));
  const part = (PartName, type) => xml("Override", {PartName, ContentType: `${kind}.${type}+xml`});
  const files = {
    "[Content_Types].xml": xml("Types", {xmlns: `${inPackage}/content-types`},
      xml("Default", {Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml"}),
      xml("Default", {Extension: "xml", ContentType: "application/xml"}),
      part("/xl/workbook.xml", "sheet.main"), part("/xl/worksheets/sheet1.xml", "worksheet"), part("/xl/styles.xml", "styles")),
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": xml("workbook", {xmlns: book, "xmlns:r": inFile},
      xml("sheets", {}, xml("sheet", {name: sheetName(name), sheetId: 1, "r:id": "r1"}))),
    "xl/_rels/workbook.xml.rels": relations(["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"]),
    "xl/worksheets/sheet1.xml": worksheet(book, tableOf(columns, rows)),
    "xl/styles.xml": styles(book),
  };
  return zip(Object.entries(files).map(([path, text]) => [path, XML_HEAD + text]));
}

// What Excel takes as the name of a sheet: some characters and the length are refused.
const sheetName = name => allowed(name).replace(/[\\/?*[\]:\t\n\r]/g, " ").slice(0, 31).replace(/^[\s']+|[\s']+$/g, "") || "Sheet";

function worksheet(xmlns, table) {
  const pane = xml("pane", {ySplit: 1, topLeftCell: "A2", activePane: "bottomLeft", state: "frozen"});
  const widths = table[0].map((_, i) => Math.min(60, table.reduce((most, cells) => Math.max(most, textOf(cells[i]).length), 6) + 2));
  const column = (width, i) => xml("col", {min: i + 1, max: i + 1, width, customWidth: 1});
  const row = (cells, i) => xml("row", {r: i + 1}, cells.map((value, j) => sheetCell(value, `${letters(j)}${i + 1}`, i === 0 ? 1 : null)));
  return xml("worksheet", {xmlns},
    xml("sheetViews", {}, xml("sheetView", {workbookViewId: 0}, pane)),
    widths.length ? xml("cols", {}, widths.map(column)) : "",
    xml("sheetData", {}, table.map(row)));
}

const MOST_IN_CELL = 32767;

// In a string, "_x0041_" stands for a letter (ECMA-376, ST_Xstring): such words of a text have their first mark spelt so.
function sheetCell(value, r, s) {
  if (Number.isFinite(value)) return xml("c", {r, s}, xml("v", {}, value));
  const text = allowed(value).slice(0, MOST_IN_CELL).replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_");
  return text && xml("c", {r, s, t: "inlineStr"}, xml("is", {}, xml("t", {"xml:space": "preserve"}, escaped(text))));
}

// The name of a column: A … Z, AA, AB …
const letters = i => (i < 26 ? "" : letters(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + i % 26);

function styles(xmlns) {
  const font = bold => xml("font", {}, bold ? xml("b", {}) : "", xml("sz", {val: 11}), xml("name", {val: "Calibri"}));
  const fill = patternType => xml("fill", {}, xml("patternFill", {patternType}));
  const look = (fontId, applyFont, xfId) => xml("xf", {numFmtId: 0, fontId, fillId: 0, borderId: 0, xfId, applyFont});
  return xml("styleSheet", {xmlns},
    xml("fonts", {count: 2}, font(false), font(true)),
    xml("fills", {count: 2}, fill("none"), fill("gray125")),  // both are expected, whether used or not
    xml("borders", {count: 1}, xml("border", {})),
    xml("cellStyleXfs", {count: 1}, look(0, null, null)),
    xml("cellXfs", {count: 2}, look(0, null, 0), look(1, 1, 0)),
    xml("cellStyles", {count: 1}, xml("cellStyle", {name: "Normal", xfId: 0, builtinId: 0})));
}

// A ZIP archive of [path, text], uncompressed and dated 1980-01-01, the first day it knows: the same bytes every time.
function zip(files) {
  const encoder = new TextEncoder(), contents = [], directory = [];
  let offset = 0;
  for (const [path, text] of files) {
    const name = encoder.encode(path), data = encoder.encode(text);
    const facts = [[20, 2], [0, 2], [0, 2], [0, 2], [0x21, 2], [checksum(data), 4], [data.length, 4], [data.length, 4], [name.length, 2], [0, 2]];
    const header = record([0x04034b50, 4], ...facts);
    contents.push(header, name, data);
    directory.push(record([0x02014b50, 4], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), name);
    offset += header.length + name.length + data.length;
  }
  const many = [files.length, 2];
  return joined([...contents, ...directory, record([0x06054b50, 4], [0, 2], [0, 2], many, many, [lengthOf(directory), 4], [offset, 4], [0, 2])]);
}

// Numbers as bytes, each [number, how many bytes], the lowest byte first.
const record = (...fields) => Uint8Array.from(fields.flatMap(([number, size]) => Array.from({length: size}, (_, i) => number >>> 8 * i)));

const lengthOf = pieces => pieces.reduce((sum, piece) => sum + piece.length, 0);

function joined(pieces) {
  const whole = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const REMAINDERS = Uint32Array.from({length: 256}, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? rest >>> 1 ^ 0xedb88320 : rest >>> 1;
  return rest;
});

// The CRC-32 of bytes, as a number from 0.
const checksum = bytes => ~bytes.reduce((rest, byte) => rest >>> 8 ^ REMAINDERS[(rest ^ byte) & 255], -1) >>> 0;

// A graph as GraphML. Nodes are {id, label, type, weight}, edges {id, from, to, labels, claims, stated}.
export function toGraphml(nodes, edges) {
  const key = (of, name, type) => xml("key", {id: `${of}-${name}`, for: of, "attr.name": name, "attr.type": type});
  const data = (of, values) => Object.entries(values).map(([name, value]) => textOf(value) && xml("data", {key: `${of}-${name}`}, escaped(value)));
  return XML_HEAD + xml("graphml", {xmlns: "http://graphml.graphdrawing.org/xmlns"},
    onLines([key("node", "label", "string"), key("node", "type", "string"), key("node", "claims", "int"),
      key("edge", "label", "string"), key("edge", "claims", "int"), key("edge", "stated", "boolean")]),
    "\n", xml("graph", {edgedefault: "directed"},
      onLines(nodes.map(({id, label, type, weight}) => xml("node", {id}, data("node", {label, type, claims: weight})))),
      onLines(edges.map(({id, from, to, labels, claims, stated}) =>
        xml("edge", {id, source: from, target: to}, data("edge", {label: labels.join("; "), claims, stated}))))));
}

// The same graph as GEXF 1.3; nodes that have a place {x, y} in the drawing keep it.
export function toGexf(nodes, edges) {
  const kinds = (of, types) => xml("attributes", {class: of}, Object.entries(types).map(([id, type]) => xml("attribute", {id, title: id, type})));
  const values = given => xml("attvalues", {}, Object.entries(given).map(([name, value]) => textOf(value) && xml("attvalue", {for: name, value})));
  const place = ({x, y}) => Number.isFinite(x) && Number.isFinite(y) ? xml("viz:position", {x, y, z: 0}) : "";
  return XML_HEAD + xml("gexf", {xmlns: "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", version: "1.3"},
    xml("graph", {defaultedgetype: "directed", mode: "static"},
      kinds("node", {type: "string", claims: "integer"}), kinds("edge", {claims: "integer", stated: "boolean"}),
      xml("nodes", {}, onLines(nodes.map(node =>
        xml("node", {id: node.id, label: textOf(node.label)}, values({type: node.type, claims: node.weight}), place(node))))),
      xml("edges", {}, onLines(edges.map(({id, from, to, labels, claims, stated}) =>
        xml("edge", {id, source: from, target: to, label: labels.join("; ")}, values({claims, stated})))))));
}

// A drawing as a stand-alone SVG: arrows lowest, then nodes, then labels. The picture is {width, height, background,
// ink, halo, font, edges, nodes, labels, title, desc}, places in pixels of the drawing; the target of an arrow is the
// node that stands exactly where the arrow ends.
export function toSvg({width, height, background, ink, halo, font, edges, nodes, labels, title, desc}) {
  const nodeAt = new Map(nodes.map(node => [`${node.x} ${node.y}`, node]));
  return XML_HEAD + xml("svg",
    {xmlns: "http://www.w3.org/2000/svg", width: rounded(width), height: rounded(height), viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, role: "img"},
    onLines([
      xml("title", {}, escaped(title)), xml("desc", {}, escaped(desc)), xml("rect", {width: "100%", height: "100%", fill: background}),
      ...edges.map(edge => drawnEdge(edge, nodeAt.get(`${edge.to.x} ${edge.to.y}`))),
      ...nodes.map(node => drawnNode(node, background)),
      xml("g", {"font-family": font, "font-size": 12, "text-anchor": "middle"}, onLines(labels.map(label => drawnLabel(label, {ink, halo})))),
    ]));
}

const rounded = number => Number.isFinite(number) ? Math.round(number * 10) / 10 : 0;

const pair = ({x, y}) => `${rounded(x)},${rounded(y)}`;

const between = (a, b, part) => ({x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part});

const opacityOf = opacity => opacity === 1 ? null : opacity;

const mirrored = corners => corners.map(([x, y]) => [x, -y]);

const turn = (many, radiusOf, down, start) => Array.from({length: many}, (_, i) => {
  const angle = 2 * Math.PI * i / many + start;
  return [radiusOf(i) * Math.cos(angle), radiusOf(i) * Math.sin(angle) + down];
});

// The corners of each shape of size 1 around its node, as vis-network draws them; any other shape is a circle.
const TRIANGLE = turn(3, () => 2.3 / Math.sqrt(3), 0.31625, -Math.PI / 2);
const CORNERS = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  triangle: TRIANGLE,
  triangleDown: mirrored(TRIANGLE),
  star: turn(10, i => i % 2 ? 0.41 : 1.066, 0.082, -Math.PI / 2),
  hexagon: turn(6, () => 1, 0, 0),
};

function drawnNode({x, y, size, shape, hollow, colour, opacity}, background) {
  const look = {fill: hollow ? background : colour, stroke: hollow ? colour : background, "stroke-width": hollow ? 2.5 : 2, opacity: opacityOf(opacity)};
  if (!CORNERS[shape]) return xml("circle", {cx: rounded(x), cy: rounded(y), r: rounded(size), ...look});
  return xml("polygon", {points: CORNERS[shape].map(([right, down]) => pair({x: x + right * size, y: y + down * size})).join(" "), ...look});
}

// How far the rim of a node lies from its place in the direction of a point.
function rimTowards({x, y, size, shape}, point) {
  const corners = CORNERS[shape], far = Math.hypot(point.x - x, point.y - y);
  if (!corners || !far) return size;
  const [right, down] = [(point.x - x) / far, (point.y - y) / far];
  const crossings = corners.map(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % corners.length], [dx, dy] = [bx - ax, by - ay], turned = right * dy - down * dx;
    const along = (ax * down - ay * right) / turned;  // where on this side, from 0 to 1, the line to the point crosses it
    return along >= 0 && along <= 1 ? (ax * dy - ay * dx) / turned : 0;
  });
  return size * Math.max(...crossings);
}

// A line or curve to the foot of its arrow head, whose tip touches the rim of the target. Both are one group, so that
// they do not show through one another.
function drawnEdge({from, via, to, width, colour, dashes, opacity, arrow}, target = {...to, size: 0}) {
  const at = part => via ? between(between(from, via, part), between(via, to, part), part) : between(from, to, part);
  const reach = 6 + 3 * width, tipPart = partBefore(at, target, 0), drawsHead = arrow && tipPart > 0;
  const endPart = drawsHead ? partBefore(at, target, 0.9 * reach) : 1, end = at(endPart);
  const d = `M${pair(from)} ${via ? `Q${pair(between(from, via, endPart))} ` : "L"}${pair(end)}`;
  return xml("g", {opacity: opacityOf(opacity)},
    xml("path", {d, fill: "none", stroke: colour, "stroke-width": rounded(width), "stroke-dasharray": dashes?.join(" ")}),
    drawsHead ? xml("polygon", {points: arrowHead(at(tipPart), end, reach).map(pair).join(" "), fill: colour}) : "");
}

// The part of a line, from 0 to 1, at which it is still so far from the rim of its target: 0 if it never is.
function partBefore(at, target, distance) {
  let [low, high] = [0, 1];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2, point = at(middle);
    if (Math.hypot(point.x - target.x, point.y - target.y) > rimTowards(target, point) + distance) low = middle; else high = middle;
  }
  return low < 1e-6 ? 0 : low;
}

// The tip, a wing, the notch and the other wing of an arrow head of a length, pointing from `end` to `tip`.
function arrowHead(tip, end, length) {
  const far = Math.hypot(tip.x - end.x, tip.y - end.y) || 1, [right, down] = [(tip.x - end.x) / far, (tip.y - end.y) / far];
  const behind = (back, aside) => ({x: tip.x - length * (back * right + aside * down), y: tip.y - length * (back * down - aside * right)});
  return [tip, behind(1, 0.3), behind(0.9, 0), behind(1, -0.3)];
}

const LINE_HEIGHT = 15, BASELINE = 11.7;  // of 12 pixel letters that stand in the middle of their line

// The halo is a text of its own below the letters: not every program paints a stroke beneath its fill.
function drawnLabel({left, right, top, lines, strong, relation, faint, colour}, {ink, halo}) {
  const x = rounded((left + right) / 2);
  const words = lines.map((line, i) => xml("tspan", {x, y: rounded(top + LINE_HEIGHT * i + BASELINE)}, escaped(line)));
  return xml("g", {"font-weight": strong && !relation ? 600 : null, "font-style": relation ? "italic" : null, opacity: faint ? 0.3 : null},
    xml("text", {fill: "none", stroke: halo, "stroke-width": relation ? 5 : 3.5, "stroke-linejoin": "round", "aria-hidden": "true"}, words),
    xml("text", {fill: colour || ink}, words));
}
