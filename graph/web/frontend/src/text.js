// The text of a document as it is read: offsets in code points or UTF-16 units, paragraphs, quoted stretches.

// A function from offsets in Unicode code points to offsets in a JavaScript string (UTF-16 units).
export function makeOffsets(text) {
  const pairs = [];  // code point offsets of characters that take two units
  let point = 0;
  for (const character of text) {
    if (character.length === 2) pairs.push(point);
    point++;
  }
  return offset => {
    let low = 0, high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < offset) low = middle + 1; else high = middle;
    }
    return offset + low;
  };
}

// The paragraphs of a text: {start, end, kind, level} with kind "heading" (of a level from 1), "item", "row" or "text".
// Front matter and rules belong to none; nor do the marks that make a heading, an item or a row.
export function paragraphsOf(text, markdown) {
  const lines = linesOf(text, endOfFrontMatter(text)), width = widthOf(lines), found = [];
  let open = null, previous = null;
  const close = () => { open = previous = null; };
  const begin = paragraph => { found.push(paragraph); open = paragraph; };
  for (const line of lines) {
    const block = blockOf(line, {markdown, open, previous});
    if (block.kind === "blank") close();
    else if (block.kind === "rule") {
      if (open && open.kind === "text" && /^(=+|-{2,})$/.test(line.text)) Object.assign(open, {kind: "heading", level: line.text[0] === "=" ? 1 : 2});
      close();
    } else if (block.kind === "heading") { begin(block); close(); }
    else if (block.kind !== "text" || !open || open.kind === "row" || isApart(previous, line, {markdown, width, item: open.kind === "item"})) begin(block);
    else open.end = line.end;
    if (open) previous = line;
  }
  return found;
}

function endOfFrontMatter(text) {
  const block = /^---[ \t]*(?:\r\n|\n|\r)\s*[A-Za-z_][\w-]*:\s[^]*?[\r\n](?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/.exec(text);
  return block ? block[0].length : 0;
}

// Lines without the white space around them: [start, end), their text, and whether Markdown ends them on purpose.
function linesOf(text, from) {
  return [...text.slice(from).matchAll(/([^\n\r\v\f\x85\u2028\u2029]*)(?:\r\n|[\n\r\v\f\x85\u2028\u2029]|$)/g)].map(({0: raw, 1: line, index}) => {
    const content = line.trim(), start = from + index + (content ? line.length - line.trimStart().length : 0);
    return raw && {start, end: start + content.length, text: content, breaks: /( {2}|\\)$/.test(line)};
  }).filter(Boolean);
}

// The width lines are wrapped at: that of the line with the middle character; null where each line is a paragraph.
function widthOf(lines) {
  const lengths = lines.map(line => line.text.length).filter(Boolean).sort((a, b) => a - b);
  let left = lengths.reduce((sum, one) => sum + one, 0) / 2;
  const width = lengths.find(one => (left -= one) <= 0) || 0;
  const followed = lines.filter((line, i) => line.text && i + 1 < lines.length && lines[i + 1].text);
  const ended = followed.filter(line => SENTENCE_END.test(line.text)).length;
  return width > 160 || followed.length && ended >= 0.6 * followed.length ? null : width;
}

const SENTENCE_END = /[.!?:;…]["'”’)\]*_]*$/, CLAUSE_END = /[.;:,!?]["”’)*_]*$/;

// What a line begins, or "text" if it can go on with the paragraph before it.
function blockOf(line, {markdown, open, previous}) {
  const {start, end, text} = line, from = mark => start + mark.length;
  if (!text) return {kind: "blank"};
  if (markdown) {
    const [hashes] = /^#{1,6}(?=[ \t]|$)[ \t]*/.exec(text) || [];
    if (hashes) return {kind: "heading", level: hashes.trim().length, start: from(hashes), end: end - /(?:[ \t]#*)?$/.exec(text)[0].length};
    if (/^(?:(?:[-*_][ \t]*){3,}|=+|-+|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?|\|[ \t]*:?-+:?[ \t]*\|)$/.test(text)) return {kind: "rule"};
    if (text[0] === "|") return {kind: "row", start: start + 1, end: end - (/[^\\]\|$/.test(text) ? 1 : 0)};
  }
  const [quoted] = markdown ? /^[> \t]*/.exec(text) : [""], rest = text.slice(quoted.length);
  const free = !previous || open && open.kind === "item" || CLAUSE_END.test(previous.text);
  const [bullet] = free && /^[-*+•‣▪●·]\s+(?=\S)/.exec(rest) || [];
  if (bullet) return {kind: "item", start: start + quoted.length + bullet.length, end, bullet: true};
  const numbered = free && /^(?:\d{1,3}[.)]|\((?:[a-z]|[xvi]+)\))\s+\S/.test(rest);
  return {kind: numbered ? "item" : "text", start: start + quoted.length, end};
}

// Whether a line begins a paragraph although no mark or blank line says so.
function isApart(previous, line, {markdown, width, item}) {
  if (markdown) return width === null && !item || previous.breaks && /(?:[.!?:;…]["'”’)\]*_]*|\*\*|__|<\/\w+>)\\?$/.test(previous.text);
  if (width === null) return true;
  const [next] = line.text.split(/\s/);  // it would have had room on the line before: that one was ended on purpose
  return !/^\p{Ll}/u.test(next) && previous.text.length + 1 + next.length < 0.7 * width;
}

// A paragraph cut at the borders of the stretches in it: [{start, end, ids}], `ids` of the stretches that cover it.
export function cutAt(paragraph, stretches) {
  const inside = stretches.filter(one => one.start < paragraph.end && one.end > paragraph.start);
  const borders = new Set([paragraph.start, paragraph.end]);
  for (const {start, end} of inside) {
    borders.add(Math.max(start, paragraph.start)).add(Math.min(end, paragraph.end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => ({
    start: sorted[i],
    end,
    ids: inside.filter(one => one.start <= sorted[i] && one.end >= end).map(one => one.id),
  }));
}
