// SPARQL as text and as plain values: terms that cannot break out of a query, prefixes, the form of a query, answers.

const JSON_RESULTS = "application/sparql-results+json", TRIPLES = "application/n-triples";

// An IRI may not contain these characters, so one that passes cannot end its own brackets (RFC 3987; SPARQL 1.1, 19.5).
export function iri(text) {
  if (typeof text !== "string" || !text || /[\u0000-\u0020<>"{}|^`\\]/.test(text)) throw new Error(`not an IRI: ${text}`);
  return `<${text}>`;
}

const ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"};
export const literal = text => `"${String(text).replace(/[\\"\n\r\t\b\f]/g, one => ESCAPES[one])}"`;
export const iris = list => list.map(iri).join(" ");
export const oneOf = (variable, list) => `FILTER(${variable} IN (${list.map(iri).join(", ")}))`;

// "select", "ask", "construct" or "describe"; null for what is no query.
export function formOf(text) {
  const bare = text.replace(/"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*/g, " ");
  const [form] = /\b(?:select|ask|construct|describe)\b(?!\s*:)/i.exec(bare.replace(/\bprefix\s+[^\s:]*:/gi, " ")) || [null];
  return form && form.toLowerCase();
}

// The declarations of `prefixes` that stand before a query, on one line.
export const declare = prefixes => Object.entries(prefixes).map(([name, start]) => `PREFIX ${name}: ${iri(start)}`).join(" ");

// A term as SPARQL's JSON results write it, from N-Triples.
const TERM = /<([^<>\s]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^<>\s]*)>)?/y;
const SAID = {t: "\t", b: "\b", n: "\n", r: "\r", f: "\f"};
const unescape = text => text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, short, long, one) => short || long ? String.fromCodePoint(parseInt(short || long, 16)) : SAID[one] || one);

function termAt(line, at) {
  TERM.lastIndex = at;
  const found = TERM.exec(line);
  if (!found) throw new Error(`not N-Triples: ${line.slice(0, 120)}`);
  const [, name, blank, text, language, datatype] = found;
  if (name !== undefined) return {type: "uri", value: unescape(name)};
  if (blank !== undefined) return {type: "bnode", value: blank};
  return {type: "literal", value: unescape(text), ...(language && {"xml:lang": language}), ...(datatype && {datatype})};
}

// The triples of an N-Triples text (W3C RDF 1.1 N-Triples), as {subject, predicate, object}.
export function triplesOf(text) {
  return text.split("\n").filter(line => line.trim() && !line.startsWith("#")).map(line => {
    const terms = [];
    let at = 0;
    for (let i = 0; i < 3; i++) {
      while (/\s/.test(line[at])) at++;
      terms.push(termAt(line, at));
      at = TERM.lastIndex;
    }
    return {subject: terms[0], predicate: terms[1], object: terms[2]};
  });
}

// Asks an engine, with prefixes known: → {vars, rows}, {boolean} or {triples}. The declarations stand on a line of their
// own, so errors are told one line further down than the caller's text has it; `ask` puts that right.
export function makeAsk(engine, prefixes) {
  const head = declare(prefixes);

  async function fetchText(text, options) {
    try {
      return await engine.query(`${head}\n${text}`, options);
    } catch (error) {
      if (error instanceof DOMException) throw error;
      throw new Error(error.message.replace(/\bat (\d+):(\d+)/g, (_, line, column) => `at ${line - 1}:${column}`).replace(/\bline (\d+), column/g, (_, line) => `line ${line - 1}, column`));
    }
  }

  async function ask(text, options = {}) {
    const form = formOf(text);
    if (form === "construct" || form === "describe") return {triples: triplesOf(await fetchText(text, {...options, format: TRIPLES}))};
    const answer = JSON.parse(await fetchText(text, {...options, format: JSON_RESULTS}));
    return answer.boolean === undefined ? {vars: answer.head.vars, rows: answer.results.bindings} : {boolean: answer.boolean};
  }

  // Rows as plain objects of lexical values; what is unbound is missing.
  async function select(text, options) {
    const {rows} = await ask(text, options);
    return rows.map(row => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));
  }

  return {ask, select, fetchText};
}
