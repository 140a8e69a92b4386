// A text as it reads, without its marks: runs {start, end, shown, style} over the source, marks skipped between them.
// A run shows its own characters or, in place of white space and the like, others; offsets are UTF-16 units.

const PLAIN_MARKS = String.raw`
(?<torn>(?<=\p{L})-)[ \t]*(?:\r\n|\n|\r)[ \t]*(?=\p{L})(?!(?:and|or|to)\b)
|(?<space>\s+)
|[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+`;
const MARKDOWN_MARKS = String.raw`
(?<quoted>\s*\n[ \t]*>[> \t]*)
|\\(?<escaped>[!-\/:-@\[-${"`"}\{-~])
|\\(?=[\r\n]|$)
|\[\^[\p{L}\p{N}_]{1,20}\]
|(?<strong>\*{2,}|(?<![\p{L}\p{N}_])__(?=\S)|(?<=\S)__(?![\p{L}\p{N}_]))
|(?<emphasis>(?<![\p{N}\s])\*|\*(?![\p{N}\s])|(?<!\p{N})\*(?=\p{N})|(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_]))
|<\/?(?:a|b|br|center|cite|div|em|figcaption|figure|font|i|img|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?\/?>
|<(?<address>https?:\/\/[^\s<>]{1,2000})>
|!?\[(?=[^\[\]]{0,1000}(?:\]\([^()\s]|$))
|\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,2000})?(?:\s+"[^"\n]{0,300}")?\)
|${"`"}+
|(?<cell>[ \t]*\|[ \t]*)
|(?<ampersand>&amp;)
|`;
const patternOf = source => new RegExp(source.replaceAll("\n", ""), "gu");
const MARKS = {plain: patternOf(PLAIN_MARKS), markdown: patternOf(MARKDOWN_MARKS + PLAIN_MARKS)};
const SHOWN_AS = {space: " ", quoted: " ", torn: "-", cell: " · ", ampersand: "&"};

// The runs of text[start, end), no line end in them; `style` is "", "strong" or "emphasis".
export function runsOf(text, {start, end}, markdown) {
  const runs = [], open = {strong: false, emphasis: false}, part = text.slice(0, end);
  const add = (from, to, shown) => {
    if (from < to) runs.push({start: from, end: to, shown: shown || part.slice(from, to), style: open.strong ? "strong" : open.emphasis ? "emphasis" : ""});
  };
  const marks = MARKS[markdown ? "markdown" : "plain"];
  let at = marks.lastIndex = start;
  for (let found = marks.exec(part); found; found = marks.exec(part)) {
    add(at, found.index);
    at = marks.lastIndex;
    const {escaped, address, strong, emphasis, ...others} = found.groups, kind = Object.keys(others).find(key => others[key] !== undefined);
    if (escaped) add(at - 1, at);
    else if (address) add(found.index + 1, at - 1);
    else if (strong) open.strong = !open.strong && part.includes(strong, at);  // a mark without a partner styles nothing
    else if (emphasis) open.emphasis = !open.emphasis && part.includes(emphasis, at);
    else if (kind) add(found.index, at, SHOWN_AS[kind]);
  }
  add(at, end);
  return runs;
}

// The runs, or parts of them, that stand in [start, end). A run that shows other characters than its own is not parted.
export function runsWithin(runs, {start, end}) {
  return runs.filter(run => run.start < end && run.end > start).map(run => {
    const from = Math.max(start, run.start), to = Math.min(end, run.end);
    if (run.shown.length !== run.end - run.start) return run.start >= start ? run : null;
    return {...run, start: from, end: to, shown: run.shown.slice(from - run.start, to - run.start)};
  }).filter(Boolean);
}

// A quotation as it reads, on one line.
export function readText(quote, markdown) {
  const shown = runsOf(quote, {start: 0, end: quote.length}, markdown).map(run => run.shown).join("").replace(/ +/g, " ");
  return shown.replace(markdown ? /^[ ·]+|[ ·]+$/g : /^ | $/g, "");
}
