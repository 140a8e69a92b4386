import assert from "node:assert/strict";
import test from "node:test";

import {toCsv, toGexf, toGraphml, toSheet, toSvg} from "../../../graph/web/frontend/src/export.js";

const COLUMNS = [{key: "who", title: "Subject"}, {key: "claims", title: "Claims"}];
const HOSTILE = `</script>"'&\u0000\u202e`;

const csvOf = value => toCsv([{key: "only", title: "t"}], [{only: value}]).slice("\ufefft\r\n".length, -"\r\n".length);

test("a table as CSV begins with a byte order mark and ends each line with CR and LF", () => {
  assert.equal(toCsv(COLUMNS, [{who: "Côte d’Ivoire", claims: 3}]), "\ufeffSubject,Claims\r\nCôte d’Ivoire,3\r\n");
});

test("a table without rows still has its titles", () => {
  assert.equal(toCsv(COLUMNS, []), "\ufeffSubject,Claims\r\n");
});

test("commas, quotes and line ends are quoted in CSV", () => {
  assert.equal(csvOf("a,b"), '"a,b"');
  assert.equal(csvOf('say "no"'), '"say ""no"""');
  assert.equal(csvOf("one\ntwo"), '"one\ntwo"');
  assert.equal(csvOf("one\rtwo"), '"one\rtwo"');
});

test("what is missing is an empty cell, and zero and false are not missing", () => {
  assert.deepEqual([null, undefined, "", 0, false].map(csvOf), ["", "", "", "0", "false"]);
});

test("a text that a spreadsheet would run as a formula begins with a single quote", () => {
  assert.equal(csvOf("=1+1"), "'=1+1");
  assert.equal(csvOf("+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
  assert.equal(csvOf("-2+3"), "'-2+3");
  assert.equal(csvOf("@SUM(A1)"), "'@SUM(A1)");
  assert.equal(csvOf("\tx"), "'\tx");
  assert.equal(csvOf("\rx"), '"\'\rx"');
  assert.equal(csvOf('=HYPERLINK("x","y")'), `"'=HYPERLINK(""x"",""y"")"`);
  assert.equal(csvOf(-Infinity), "'-Infinity");
});

test("a formula does not hide behind characters that do not show", () => {
  assert.equal(csvOf("\u202e=1+1"), "'\u202e=1+1");
  assert.equal(csvOf("\u0000\u200b@x"), "'\u0000\u200b@x");
});

test("a title is guarded against formulas as any cell is", () => {
  assert.equal(toCsv([{key: "a", title: "=A1"}], []), "\ufeff'=A1\r\n");
});

test("a plain number keeps its sign", () => {
  assert.deepEqual([-3, 1e-7 * -1, "-3.50", "+12"].map(csvOf), ["-3", "-1e-7", "-3.50", "+12"]);
});

test("the same table gives the same bytes of a sheet", () => {
  const rows = [{who: "Peru", claims: 2}];
  assert.deepEqual(toSheet(COLUMNS, rows, "Claims"), toSheet(COLUMNS, rows, "Claims"));
});

test("a sheet begins as a stored ZIP entry of 1980-01-01 does", () => {
  const header = [...toSheet(COLUMNS, [], "Claims").slice(0, 14)];
  assert.deepEqual(header, [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]);
});

test("a sheet holds texts inline, numbers as numbers and no cell for what is missing", () => {
  const text = new TextDecoder().decode(toSheet(COLUMNS, [{who: " a<b ", claims: 2.5}, {who: null, claims: Infinity}], "Claims"));
  const rows = text.slice(text.indexOf('<row r="2">'), text.indexOf("</sheetData>"));
  assert.equal(rows, '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve"> a&#60;b </t></is></c><c r="B2"><v>2.5</v></c></row>'
    + '<row r="3"><c r="B3" t="inlineStr"><is><t xml:space="preserve">Infinity</t></is></c></row>');
});

test("a text that looks like an escaped character of a sheet stays that text", () => {
  const text = new TextDecoder().decode(toSheet([{key: "a", title: "_x0041_ x_y"}], [], "s"));
  assert.ok(text.includes(">_x005F_x0041_ x_y</t>"));
});

test("columns after Z are named with two letters", () => {
  const columns = Array.from({length: 703}, (_, i) => ({key: `k${i}`, title: "t"}));
  const names = [...new TextDecoder().decode(toSheet(columns, [], "s")).matchAll(/<c r="([A-Z]+)1"/g)].map(([, name]) => name);
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(i => names[i]), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

test("the name of a sheet is one that Excel takes", () => {
  const nameOf = name => /<sheet name="([^"]*)"/.exec(new TextDecoder().decode(toSheet(COLUMNS, [], name)))[1];
  assert.deepEqual(["Claims", "a/b:[c]?", "'", null, "x".repeat(40)].map(nameOf), ["Claims", "a b  c", "Sheet", "Sheet", "x".repeat(31)]);
});

test("a graph as GraphML names what each node and edge is", () => {
  const text = toGraphml([{id: "a", label: "Peru", type: "Country", weight: 3}], [{id: "a a", from: "a", to: "a", labels: ["hosted", "planned: met"], claims: 2, stated: true}]);
  assert.equal(text, `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="node-label" for="node" attr.name="label" attr.type="string"/>
<key id="node-type" for="node" attr.name="type" attr.type="string"/>
<key id="node-claims" for="node" attr.name="claims" attr.type="int"/>
<key id="edge-label" for="edge" attr.name="label" attr.type="string"/>
<key id="edge-claims" for="edge" attr.name="claims" attr.type="int"/>
<key id="edge-stated" for="edge" attr.name="stated" attr.type="boolean"/>
<graph edgedefault="directed">
<node id="a"><data key="node-label">Peru</data><data key="node-type">Country</data><data key="node-claims">3</data></node>
<edge id="a a" source="a" target="a"><data key="edge-label">hosted; planned: met</data><data key="edge-claims">2</data><data key="edge-stated">true</data></edge></graph></graphml>`);
});

test("hostile words are escaped in a graph, and what XML forbids is dropped", () => {
  const graphml = toGraphml([{id: HOSTILE, label: `${HOSTILE}\ud800\ufffe\r\n😀`, type: null, weight: null}], []);
  assert.ok(graphml.includes("\n<node id=\"&#60;/script&#62;&#34;&#39;&#38;\u202e\"><data key=\"node-label\">&#60;/script&#62;&#34;&#39;&#38;\u202e&#13;&#10;😀</data></node>"));
});

test("a graph as GEXF keeps places, and a node without one has none", () => {
  const text = toGexf([{id: "a", label: "Peru", type: "Country", weight: 3, x: -4.5, y: 0}, {id: "b", label: "Wang Yi", type: "Person", weight: 1}], []);
  assert.ok(text.includes('<node id="a" label="Peru"><attvalues><attvalue for="type" value="Country"/><attvalue for="claims" value="3"/></attvalues><viz:position x="-4.5" y="0" z="0"/></node>'));
  assert.ok(text.includes('<node id="b" label="Wang Yi"><attvalues><attvalue for="type" value="Person"/><attvalue for="claims" value="1"/></attvalues></node>'));
});

const NODE = {x: 100, y: 50, size: 10, shape: "dot", hollow: false, colour: "red", opacity: 1};
const EDGE = {from: {x: 0, y: 50}, via: null, to: {x: 100, y: 50}, width: 1, colour: "grey", dashes: null, opacity: 1, arrow: true};
const LABEL = {left: 80, right: 120, top: 62, lines: ["Peru"], strong: false, relation: false, faint: false, colour: null};
const PICTURE = {width: 200.04, height: 100, background: "white", ink: "black", halo: "white", font: '"Segoe UI", sans-serif', edges: [], nodes: [], labels: [], title: "Graph", desc: "One node"};

const svgLines = change => toSvg({...PICTURE, ...change}).split("\n").slice(5);

test("a drawing says first what it is and paints its background", () => {
  assert.equal(toSvg({...PICTURE, title: HOSTILE}), `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100" role="img">
<title>&#60;/script&#62;&#34;&#39;&#38;\u202e</title>
<desc>One node</desc>
<rect width="100%" height="100%" fill="white"/>
<g font-family="&#34;Segoe UI&#34;, sans-serif" font-size="12" text-anchor="middle"/></svg>`);
});

test("a dot is a circle, and a shape nobody knows is one too", () => {
  const circle = '<circle cx="100" cy="50" r="10" fill="red" stroke="white" stroke-width="2"/>';
  assert.deepEqual(svgLines({nodes: [NODE, {...NODE, shape: "cloud"}]}).slice(0, 2), [circle, circle]);
});

test("each shape has the corners that vis-network gives it", () => {
  const shapes = ["square", "diamond", "triangle", "triangleDown", "hexagon", "star"];
  const corners = svgLines({nodes: shapes.map(shape => ({...NODE, shape}))}).slice(0, 6).map(line => /points="([^"]*)"/.exec(line)[1]);
  assert.deepEqual(corners, [
    "90,40 110,40 110,60 90,60",
    "100,40 110,50 100,60 90,50",
    "100,39.9 111.5,59.8 88.5,59.8",
    "100,60.1 111.5,40.2 88.5,40.2",
    "110,50 105,58.7 95,58.7 90,50 95,41.3 105,41.3",
    "100,40.2 102.4,47.5 110.1,47.5 103.9,52.1 106.3,59.4 100,54.9 93.7,59.4 96.1,52.1 89.9,47.5 97.6,47.5",
  ]);
});

test("a hollow node is filled with the background and drawn in its colour", () => {
  assert.equal(svgLines({nodes: [{...NODE, hollow: true, opacity: 0.18}]})[0],
    '<circle cx="100" cy="50" r="10" fill="white" stroke="red" stroke-width="2.5" opacity="0.18"/>');
});

test("a straight arrow touches the rim of its node and its shaft ends where the head begins", () => {
  assert.equal(svgLines({nodes: [NODE], edges: [EDGE]})[0],
    '<g><path d="M0,50 L81.9,50" fill="none" stroke="grey" stroke-width="1"/><polygon points="90,50 81,52.7 81.9,50 81,47.3" fill="grey"/></g>');
});

test("an arrow touches the corner of a diamond and the side of a triangle", () => {
  const tip = (shape, from) => /points="([^ ]*)/.exec(svgLines({nodes: [{...NODE, shape}], edges: [{...EDGE, from}]})[0])[1];
  assert.equal(tip("diamond", {x: 0, y: 50}), "90,50");
  assert.equal(tip("diamond", {x: 0, y: -50}), "95,45");
  assert.equal(tip("triangle", {x: 100, y: 500}), "100,59.8");
  assert.equal(tip("square", {x: 200, y: 150}), "110,60");
});

test("a curve is cut where its arrow head begins and keeps its bend", () => {
  const [line] = svgLines({nodes: [NODE], edges: [{...EDGE, via: {x: 50, y: 0}, dashes: [5, 5], opacity: 0.25}]});
  const [, d, dashes] = /<g opacity="0.25"><path d="([^"]*)" .*stroke-dasharray="([^"]*)"/.exec(line);
  const [from, via, end] = d.match(/-?[\d.]+,-?[\d.]+/g).map(pair => pair.split(",").map(Number));
  const part = via[0] / 50;  // the control point moves along the line from the start to the old one
  assert.deepEqual([from, dashes], [[0, 50], "5 5"]);
  assert.ok(Math.abs(via[1] - (50 - 50 * part)) < 0.1);
  assert.ok(Math.abs(end[0] - 100 * part) < 0.2 && Math.abs(end[1] - (50 - 100 * part * (1 - part))) < 0.2);
  assert.ok(Math.abs(Math.hypot(end[0] - 100, end[1] - 50) - 18.1) < 0.1);  // the rim at 10, then 0.9 of a head of 9
});

test("a line without an arrow, and one whose nodes overlap, has no head", () => {
  const whole = '<g><path d="M0,50 L100,50" fill="none" stroke="grey" stroke-width="1"/></g>';
  assert.equal(svgLines({nodes: [NODE], edges: [{...EDGE, arrow: false}]})[0], whole);
  assert.equal(svgLines({nodes: [{...NODE, size: 120}], edges: [EDGE]})[0], whole);
});

test("a label is written on its halo, line by line, in the middle of its box", () => {
  const words = '<tspan x="100" y="73.7">Peru</tspan><tspan x="100" y="88.7">&#38; Chile</tspan>';
  assert.deepEqual(svgLines({labels: [{...LABEL, lines: ["Peru", "& Chile"], strong: true, faint: true}]}).slice(1), [
    `<g font-weight="600" opacity="0.3"><text fill="none" stroke="white" stroke-width="3.5" stroke-linejoin="round" aria-hidden="true">${words}</text><text fill="black">${words}</text></g></g></svg>`,
  ]);
});

test("the name of a relation is in italics and in its own colour", () => {
  const [line] = svgLines({labels: [{...LABEL, relation: true, colour: "crimson"}]}).slice(1);
  assert.ok(line.startsWith('<g font-style="italic"><text fill="none" stroke="white" stroke-width="5"'));
  assert.ok(line.includes('<text fill="crimson"><tspan x="100" y="73.7">Peru</tspan></text>'));
});
