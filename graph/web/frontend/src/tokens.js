// The lexical pieces of a SPARQL text, in the same cut as the one that screens queries in Python.

const WORD = "[\\p{L}\\p{N}_]";
const TOKEN = new RegExp([
  String.raw`(?<comment>#[^\n\r]*)`,
  String.raw`(?<string>"""(?:"{0,2}(?:[^"\\]|\\[^]))*"""|'''(?:'{0,2}(?:[^'\\]|\\[^]))*'''|"(?:[^"\\\n\r]|\\[^\n\r])*"|'(?:[^'\\\n\r]|\\[^\n\r])*')`,
  String.raw`(?<iri><[^<>"{}|^\x60\\\x00-\x20]*>)`,
  String.raw`(?<variable>[?$]${WORD}+)`,
  String.raw`(?<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)`,
  String.raw`(?<name>(?<prefix>(?:${WORD}(?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_-])?)?):(?:(?:[\p{L}\p{N}_:]|%[0-9A-Fa-f]{2}|\\.)(?:\.*(?:[\p{L}\p{N}_:-]|%[0-9A-Fa-f]{2}|\\.))*)?)`,
  String.raw`(?<word>${WORD}+)`,
  String.raw`(?<sign>\S)`,
].join("|"), "gu");

const KINDS = ["comment", "string", "iri", "variable", "language", "name", "word", "sign"];

// The pieces in order, comments among them: {kind, text, start, prefix}, the prefix of names only.
export function tokensOf(text) {
  return Array.from(text.matchAll(TOKEN), ({0: piece, index, groups}) =>
    ({kind: KINDS.find(kind => groups[kind] !== undefined), text: piece, start: index, prefix: groups.prefix}));
}

// The prefixes a text declares.
export function declaredIn(tokens) {
  const read = tokens.filter(({kind}) => kind !== "comment");
  return new Set(read.flatMap((token, at) => token.kind === "name" && isPrefixWord(read[at - 1]) ? [token.prefix] : []));
}

// The first name whose prefix neither the text declares nor `prefixes` (name → IRI), or undefined.
export function undeclaredIn(text, prefixes = {}) {
  const tokens = tokensOf(text), declared = declaredIn(tokens);
  return tokens.find(({kind, prefix}) => kind === "name" && prefix !== "_" && !declared.has(prefix) && !(prefix in prefixes));
}

// Whether the end of these tokens' text stands inside a comment or a string that is still open.
export function endsInWords(text, tokens) {
  const last = tokens.at(-1);
  if (last?.kind === "comment" && last.start + last.text.length === text.length) return true;
  return tokens.some(({kind, text: sign, start}, at) => kind === "sign" && /["']/.test(sign)
    && (isOpenLong(tokens[at - 1], sign, start) || !/[\n\r]/.test(text.slice(start))));
}

// `""` and then a third quote: a long string that has begun and not ended.
function isOpenLong(before, quote, start) {
  return before?.kind === "string" && before.text === quote + quote && before.start + 2 === start;
}

function isPrefixWord(token) {
  return token?.kind === "word" && token.text.toUpperCase() === "PREFIX";
}
