// Saved questions with blanks, and the list of queries run; values only.

const ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"};
const KEPT = 30;

// A text as a SPARQL string literal in double quotes (SPARQL 1.1 Query, section 19.7).
export function stringLiteral(text) {
  return `"${text.replace(/[\\"\n\r\t\b\f]/g, character => ESCAPES[character])}"`;
}

// The text of a saved query without its head, its blanks filled in; in one pass, so that no value is searched for
// further blanks. The head says what stands beside the editor already.
export function fillBlanks({parameters = [], text}, values = {}) {
  const filled = new Map(parameters.map(({name, default: usual}) => [name, values[name] ?? usual ?? ""]));
  return text.replace(/^# (?:title|question|parameter|words|date):.*\n/gm, "").replace(/"\{(\w+)\}"/g, (blank, name) => filled.has(name) ? stringLiteral(filled.get(name)) : blank);
}

// What a filled-in question is called in the history.
export function titleOf({title, parameters = []}, values = {}) {
  return [title, ...parameters.map(({name}) => values[name]).filter(Boolean)].join(" · ");
}

// A query in one short line: what it asks, without comments and prefixes.
export function summaryOf(text, most = 90) {
  const bare = text.replace(/^\s*#.*$/gm, "").replace(/^\s*(?:PREFIX\s+\S*\s*<[^>]*>|BASE\s*<[^>]*>)/gim, "").replace(/\s+/g, " ").trim();
  const letters = [...bare];
  return letters.length > most ? `${letters.slice(0, most - 1).join("").trimEnd()}…` : bare;
}

// The history with one more query at its head; the same text stands in it once.
export function withQuery(history, {text, title, at}) {
  return [{text, title, at}, ...history.filter(one => one.text !== text)].slice(0, KEPT);
}
