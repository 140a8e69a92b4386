// A sentence as one cites it.

// One line of plain text: “quote” — Creator, “Title”, date (source), characters 120–241. link
// What is missing is left out with its punctuation; a document without a title goes by its identifier.
export function citation({quote, title, creator, date, source, start, end, document}, link) {
  const [said, name, written, day, origin, address] = [quote, title, creator, date, source, link].map(onOneLine);
  const work = [written, name ? `“${name}”` : onOneLine(document), day].filter(Boolean).join(", ");
  const origins = work && origin ? `${work} (${origin})` : work || origin;
  const place = Number.isFinite(start) && Number.isFinite(end) ? `characters ${start}–${end}` : "";
  const details = [origins, place].filter(Boolean).join(", ");
  return [said && `“${said}”`, said && details && "—", details && details.replace(/\.?$/, "."), address].filter(Boolean).join(" ");
}

// Text without line ends, control characters and marks that reorder what follows them: it will stand amid other text.
function onOneLine(value) {
  const text = value === null || value === undefined ? "" : String(value);
  return text.replace(/\s+/g, " ").replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "").trim();
}
