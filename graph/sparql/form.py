"""What a query string or a form says (application/x-www-form-urlencoded), read as `urllib.parse.parse_qsl` reads it.

Queries are long and full of escapes, on which that spends more time than the rest of the server on the request.
"""

from binascii import a2b_qp
from urllib.parse import unquote, unquote_to_bytes


def read_pairs(text: str, *, most: int) -> list[tuple[str, str]]:
    """Return names and values in order; UnicodeDecodeError where they are no UTF-8, ValueError beyond `most` fields."""
    fields = text.split("&")
    if len(fields) > most:
        raise ValueError(f"more than {most} fields")
    pairs = (field.replace("+", " ").partition("=") for field in fields if field)
    return [(_unquoted(name), _unquoted(value)) for name, _, value in pairs]


def _unquoted(text: str) -> str:
    if "%" not in text:
        return text
    if not text.isascii() or "\n" in text or "\r" in text:
        return unquote(text, errors="strict")
    # But for its sign, an escape is one of quoted-printable, which Python reads in C
    data = text.encode("ascii")
    read = a2b_qp(data.replace(b"=", b"=3D").replace(b"%", b"="))
    if len(data) - len(read) != 2 * data.count(b"%"):  # a "%" that begins no escape stands for itself
        read = unquote_to_bytes(data)
    return read.decode("utf-8")
