"""Bytes into text, or a clear word on why they are none."""

import codecs

from charset_normalizer import CharsetMatch, from_bytes

from graph.errors import CorpusError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))
_WIDE_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_BINARY = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "a Word file"),
)
# What files are really written in; a guess among all charsets takes Windows text for DOS text.
_CHARSETS = "cp1250 cp1251 cp1252 cp1253 cp1254 cp1256 koi8_r gb18030 big5 cp932 euc_jp cp949".split(" ")  # noqa: SIM905


def decode(data: bytes, *, name: str) -> str:
    """Return the text of a file's bytes: by its byte-order mark, else UTF-8, else the one charset that fits.

    The byte-order mark is no part of the text; line ends stay as they are.
    Raises `CorpusError`, with `name` as the file, for binary data and for an encoding that cannot be told for sure.
    """
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise CorpusError(f"{name}: is {what}, not text: export it as plain text or Markdown")
    text = _decode_marked(data, name=name)
    if text is None:
        if b"\0" in data:
            raise CorpusError(f"{name}: is binary (it has zero bytes), not text: export it as plain text in UTF-8")
        text = _decode_utf8(data, name=name)
    controls = sum(character < " " and not character.isspace() for character in text)
    if controls * 10 > len(text):
        raise CorpusError(f"{name}: is binary (mostly control characters), not text: export it as plain text in UTF-8")
    return text


def _decode_marked(data: bytes, *, name: str) -> str | None:
    for mark, charset in _MARKS + _WIDE_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(charset)
            except UnicodeDecodeError as error:
                raise CorpusError(f"{name}: is marked as {charset} but is not: save it again as UTF-8") from error
    return None


def _decode_utf8(data: bytes, *, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        lenient = data.decode(errors="replace")
        broken = lenient.count("\ufffd")
        if sum(character > "\x7f" for character in lenient) > 2 * broken:
            message = (
                f"{name}: is UTF-8 with a damaged byte at position {error.start}: repair it, or save it again as UTF-8"
            )
            raise CorpusError(message) from error
        return _decode_guessed(data, name=name)


def _decode_guessed(data: bytes, *, name: str) -> str:
    """Accept a charset only if no other fits as well and gives another text: wrong letters are worse than none."""
    matches = list(from_bytes(data, cp_isolation=_CHARSETS))
    best = matches[0] if matches else None
    if best is None or best.chaos > 0.1:
        raise CorpusError(f"{name}: is in no encoding that can be told (expected UTF-8): save it again as UTF-8")
    rivals = [match.encoding for match in matches[1:] if _fits_as_well(match, best) and str(match) != str(best)]
    if rivals:
        names = " or ".join(sorted([best.encoding, *rivals]))
        raise CorpusError(f"{name}: is not UTF-8 and may be {names}: save it again as UTF-8")
    return str(best)


def _fits_as_well(match: CharsetMatch, best: CharsetMatch) -> bool:
    return match.chaos < best.chaos + 0.02 and match.coherence > best.coherence - 0.1
