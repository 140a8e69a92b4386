// Where a query is wrong, read from the engine's message, and the place in the text that it names.

import {KEYWORDS} from "./completion.js";
import {tokensOf} from "./tokens.js";

const PLACES = [/^\s*error at (?<line>\d+):(?<column>\d+)(?:-\d+:\d+)?:\s*(?<rest>[^]*)$/i, /^\s*line (?<line>\d+),? column (?<column>\d+):\s*(?<rest>[^]*)$/i];

// {line, column, message, listed}: both numbers count from 1 and are null where the message names no place.
// `listed` tells that the message only lists what a grammar would take next, which helps nobody by itself.
export function placeOf(message) {
  const found = PLACES.map(place => place.exec(message)).find(Boolean);
  const rest = (found ? found.groups.rest : message).replace(/\s+/g, " ").trim();
  // the engine puts its own words, where it has any, into the list of what it expected
  const told = found && /\b(?:The [A-Z][^,[]+|IRI parsing failed[^[]*)/.exec(rest)?.[0].trim().replace(/,$/, "");
  const plain = told || rest.replace(/,? *\[_\]/g, "").replace(/^expected(?: one of)?$/, "").replace(/^expected one of ([^,]+)$/, "expected $1");
  return {
    line: found ? Number(found.groups.line) : null,
    column: found ? Number(found.groups.column) : null,
    message: plain,
    listed: Boolean(found) && !told && /^(expected\b.*)?$/.test(plain),
  };
}

// Words of SPARQL 1.1 that nobody needs suggested (Query, section 19.8).
const RARER = ("A FROM NAMED GRAPH SERVICE SILENT URI UUID STRUUID TZ TIMEZONE MD5 SHA1 SHA256 SHA384 SHA512").split(" ");
const KNOWN = new Set([...KEYWORDS, ...RARER]);

// The last bare word before a place that SPARQL does not know, {text, start, meant}: `meant` is the word most like it, or
// null. Undefined where the last word is known: then something else is wrong.
export function strangerBefore(text, line, column) {
  const end = rangeAt(text, line, column).to;
  const last = tokensOf(text).findLast(({kind, text: word, start}) => kind === "word" && start < end && !/^\p{N}/u.test(word));
  if (!last || KNOWN.has(last.text.toUpperCase())) return undefined;
  const [[meant, distance] = []] = [...KNOWN].map(word => [word, distanceOf(last.text.toUpperCase(), word)]).sort((a, b) => a[1] - b[1]);
  return {...last, meant: distance <= 2 && distance < last.text.length / 2 ? meant : null};
}

// How many letters must be put in, taken out or changed to make one word of another (Levenshtein 1966).
function distanceOf(a, b) {
  let row = Array.from({length: b.length + 1}, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) row.push(Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
  }
  return row[b.length];
}

// {line, column} of an offset, both from 1, counted in characters as the engines do.
export function placeAt(text, offset) {
  const lines = text.slice(0, offset).split("\n");
  return {line: lines.length, column: [...lines.at(-1)].length + 1};
}

// {from, to} of the word at a place, as offsets; where nothing stands there, of the last word before it.
export function rangeAt(text, line, column) {
  const lines = text.split("\n"), row = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, row).reduce((sum, one) => sum + one.length + 1, 0);
  const at = start + [...lines[row]].slice(0, Math.max(column, 1) - 1).join("").length;
  const here = /^(?:[\p{L}\p{N}_:?$.-]*[\p{L}\p{N}_:?$-]|\S)/u.exec(text.slice(at));
  if (here) return {from: at, to: at + here[0].length};
  const before = text.slice(0, at).trimEnd(), last = /(?:[\p{L}\p{N}_:?$.-]+|[^])$/u.exec(before)?.[0] ?? "";
  return {from: before.length - last.length, to: before.length};
}

// The line of a place and a second line with a caret under its column, for a font of one width.
export function caretAt(text, line, column) {
  const row = text.split("\n")[line - 1] ?? "";
  const before = [...row].slice(0, column - 1).map(character => character === "\t" ? "\t" : WIDE.test(character) ? "\u3000" : " ").join("");
  return [row, `${before}^`];
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
