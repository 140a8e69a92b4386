// The text of a document as it is read: offsets in code points or UTF-16 units, paragraphs, quoted stretches.

// A function from offsets in Unicode code points to offsets in a JavaScript string (UTF-16 units).
function makeOffsets(text) {
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

// [start, end) of every paragraph. Hard-wrapped text has blank lines between paragraphs; otherwise each line is one.
function paragraphsOf(text) {
  const lines = [...text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)].filter(line => line[0]);
  const wrapped = /\S[ \t]*\r?\n[ \t]*\r?\n[ \t]*\S/.test(text) && lines.every(line => line[0].length < 400);
  const found = [];
  let open = false;
  for (const line of lines) {
    const end = line.index + line[0].length;
    const blank = !line[0].trim(), fresh = /^\s*([#>|]|[-*+•] |\d+[.)] )/.test(line[0]);
    if (blank) open = false;
    else if (open && wrapped && !fresh) found[found.length - 1].end = end;
    else { found.push({start: line.index, end, heading: /^#+ /.test(line[0])}); open = !/^#+ /.test(line[0]); }
  }
  return found;
}

// A paragraph cut at the borders of the stretches in it: [{start, end, ids}], `ids` of the stretches that cover it.
function cutAt(paragraph, stretches) {
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
