import assert from "node:assert/strict";
import test from "node:test";

import {cellOf, chartOf, entityOf, graphOf, labelsOf, shapeOf, shortened, sortRows} from "../../../graph/web/frontend/src/results.js";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const BASE = "https://dragoman.invalid/";
const prefixes = {entity: `${BASE}entity/`, claim: `${BASE}claim/`, dg: `${BASE}vocabulary#`, xsd: XSD};
const iri = value => ({type: "uri", value});
const entity = name => iri(`${BASE}entity/${name}`);
const word = (value, lang) => lang ? {type: "literal", value, "xml:lang": lang} : {type: "literal", value};
const number = (value, type = "integer") => ({type: "literal", value: String(value), datatype: XSD + type});
const table = (vars, ...rows) => ({vars, rows: rows.map(row => Object.fromEntries(row.map((term, at) => [vars[at], term]).filter(([, term]) => term)))});

test("an ASK is an answer", () => {
  assert.deepEqual(shapeOf({boolean: false}), {kind: "answer", answer: false});
});

test("a column is numeric when all that is bound in it is a number", () => {
  const {kind, columns} = shapeOf(table(["who", "n", "m"], [word("a"), number(1), number(1)], [word("b"), null, word("2")]));
  assert.deepEqual([kind, columns], ["table", [{name: "who", numeric: false}, {name: "n", numeric: true}, {name: "m", numeric: false}]]);
});

test("triples are a table of three columns", () => {
  const triples = [{subject: entity("a"), predicate: iri(`${BASE}vocabulary#visited`), object: entity("b")}];
  const {kind, columns, rows} = shapeOf({triples});
  assert.deepEqual([kind, columns.map(({name}) => name), rows], ["triples", ["subject", "predicate", "object"], triples]);
});

test("labels with numbers are bars, the longest of full share", () => {
  const chart = chartOf(table(["who", "claims"], [word("China"), number(20)], [word("Serbia"), number("5.0", "decimal")]));
  assert.deepEqual(chart, {label: "who", value: "claims", more: 0, bars: [
    {term: word("China"), label: "China", value: 20, share: 1}, {term: word("Serbia"), label: "Serbia", value: 5, share: 0.25}]});
});

test("years are labels of bars", () => {
  const chart = chartOf(table(["year", "n"], [{...word("2023"), datatype: `${XSD}gYear`}, number(1)], [{...word("2024"), datatype: `${XSD}gYear`}, number("2.5E0", "double")]));
  assert.deepEqual(chart.bars.map(({label, value, share}) => [label, value, share]), [["2023", 1, 0.4], ["2024", 2.5, 1]]);
});

test("bars of nothing but zeros have no length", () => {
  assert.deepEqual(chartOf(table(["a", "n"], [word("x"), number(0)], [word("y"), number(0)])).bars.map(({share}) => share), [0, 0]);
});

test("no chart without numbers, with gaps, below zero, with labels twice or of one row", () => {
  const rows = count => Array.from({length: count}, (_, at) => [word(`w${at}`), number(at)]);
  for (const result of [
    {boolean: true},
    table(["a", "b"], [word("x"), word("1")], [word("y"), word("2")]),
    table(["a", "n"], [word("x"), number(1)], [word("y"), null]),
    table(["a", "n"], [word("x"), number(1)], [word("y"), number(-1)]),
    table(["a", "n"], [word("x"), number(1)], [word("x"), number(2)]),
    table(["a", "n"], [word("x"), number("NaN", "double")], [word("y"), number(2)]),
    table(["a", "n"], ...rows(1)),
  ]) assert.equal(chartOf(result), null);
});

test("of many rows the first fifty are bars, and the others are counted", () => {
  const rows = Array.from({length: 60}, (_, at) => [word(`w${at}`), number(100 - at)]), chart = chartOf(table(["a", "n"], ...rows));
  assert.deepEqual([chart.bars.length, chart.bars.at(-1).label, chart.bars[0].share, chart.more], [50, "w49", 1, 10]);
});

test("entities that stand in one row are linked, each link once", () => {
  const result = table(["a", "say", "b"], [entity("china"), word("met"), entity("serbia")], [entity("china"), word("saw"), entity("serbia")], [entity("peru")]);
  assert.deepEqual(graphOf(result, prefixes.entity), {
    nodes: [entity("china").value, entity("serbia").value, entity("peru").value],
    links: [[entity("china").value, entity("serbia").value]],
  });
});

test("a label that names one entity stands for it", () => {
  const result = table(["who", "n", "whom"], [word("China"), number(1), word("Serbia")], [word("China"), number(2), word("somebody")]);
  const known = new Map([["China", entity("china").value], ["Serbia", entity("serbia").value], ["1", entity("one").value]]);
  assert.deepEqual(labelsOf(result), ["China", "Serbia", "somebody"]);
  assert.deepEqual(graphOf(result, prefixes.entity, known).nodes, [entity("china").value, entity("serbia").value]);
  assert.deepEqual([word("China"), number(1), word("x"), entity("peru"), undefined].map(term => entityOf(term, prefixes.entity, known)), [entity("china").value, null, null, entity("peru").value, null]);
});

test("triples between entities are drawn, an entity is not linked with itself", () => {
  const predicate = iri(`${BASE}vocabulary#visited`);
  const result = {triples: [{subject: entity("a"), predicate, object: entity("b")}, {subject: entity("a"), predicate, object: entity("a")}, {subject: entity("a"), predicate, object: word("x")}]};
  assert.deepEqual(graphOf(result, prefixes.entity), {nodes: [entity("a").value, entity("b").value], links: [[entity("a").value, entity("b").value]]});
});

test("a yes or no draws nothing", () => {
  assert.deepEqual(graphOf({boolean: true}, prefixes.entity), {nodes: [], links: []});
});

test("a cell tells entities, claims, other IRIs, literals and gaps apart", () => {
  const blank = {text: "", kind: "empty", iri: "", lang: "", datatype: ""};
  assert.deepEqual(cellOf(entity("china"), prefixes), {...blank, kind: "entity", text: "entity:china", iri: `${BASE}entity/china`});
  assert.deepEqual(cellOf(iri(`${BASE}claim/0e63`), prefixes), {...blank, kind: "claim", text: "claim:0e63", iri: `${BASE}claim/0e63`});
  assert.deepEqual(cellOf(iri("https://example.org/x"), prefixes), {...blank, kind: "iri", text: "https://example.org/x", iri: "https://example.org/x"});
  assert.deepEqual(cellOf(word("中国", "zh"), prefixes), {...blank, kind: "literal", text: "中国", lang: "zh"});
  assert.deepEqual(cellOf(number(3), prefixes), {...blank, kind: "literal", text: "3", datatype: "xsd:integer"});
  assert.deepEqual(cellOf(undefined, prefixes), blank);
  assert.equal(cellOf({type: "bnode", value: "b0"}, prefixes).text, "_:b0");
  assert.equal(cellOf({type: "triple", value: {subject: entity("a"), predicate: iri(`${BASE}vocabulary#met`), object: word("x")}}, prefixes).text, "<<( entity:a dg:met x )>>");
});

test("the longest fitting namespace shortens an IRI, and percent-encoded letters are read", () => {
  assert.equal(shortened(`${BASE}entity/%E4%B8%AD`, {base: BASE, ...prefixes}), "entity:中");
  assert.equal(shortened(`${BASE}entity/50%`, prefixes), "entity:50%");
  assert.equal(shortened(`${BASE}entity/a/b`, prefixes), `${BASE}entity/a/b`);
});

test("numbers are sorted by value, then words, and gaps stay last in both directions", () => {
  const rows = [number(10), undefined, word("b"), number(9), word("a10"), word("a9")].map(x => x ? {x} : {});
  const values = list => list.map(({x}) => x?.value ?? null);
  assert.deepEqual(values(sortRows(rows, "x")), ["9", "10", "a9", "a10", "b", null]);
  assert.deepEqual(values(sortRows(rows, "x", true)), ["b", "a10", "a9", "10", "9", null]);
});

test("sorting keeps the order of equal rows and leaves the given rows alone", () => {
  const rows = [{x: word("b"), y: "1"}, {x: word("a"), y: "2"}, {x: word("b"), y: "3"}];
  assert.deepEqual(sortRows(rows, "x").map(({y}) => y), ["2", "1", "3"]);
  assert.deepEqual(rows.map(({y}) => y), ["1", "2", "3"]);
});
