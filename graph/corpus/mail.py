"""Mail as it is saved (.eml), through the standard library: the text of the message, not its attachments."""

from dataclasses import replace
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

from graph.corpus.formats import Extracted
from graph.errors import CorpusError


def extract(data: bytes, *, name: str) -> Extracted:
    """Return the plain text of a message, or its HTML's content; subject, sender and date are its metadata.

    Raises `CorpusError` where there is no such text.
    """
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        body = message.get_body(preferencelist=("plain", "html")) if isinstance(message, EmailMessage) else None
        content = body.get_content() if body is not None else ""
    except (MessageError, LookupError, ValueError, AttributeError) as error:
        raise CorpusError(f"{name}: is no readable mail ({error}): save it again as .eml") from error
    if not message.keys() or body is None or not isinstance(content, str):
        raise CorpusError(f"{name}: is no mail with a text: save it again as .eml")
    if body.get_content_type() == "text/html":
        from graph.corpus.html import extract as extract_html

        found = extract_html(content.encode(), name=name)
    else:
        found = Extracted(text=content.replace("\r\n", "\n"))
    return replace(found, title=_said(message, "subject"), author=_sender(message), published=_date(message))


def _said(message: EmailMessage, header: str) -> str | None:
    return " ".join(str(message.get(header, "")).split()) or None


def _sender(message: EmailMessage) -> str | None:
    addresses = getattr(message.get("from"), "addresses", ())
    return (addresses[0].display_name or None) if addresses else None


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (TypeError, ValueError):
        return None
