"""Which form of an answer a client takes: its Accept header against what there is to offer (RFC 9110, section 12.5.1).

An offer is a media type and the name `render.py` knows the form by; the first of equals wins.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A media type that can be sent, and the form of the answer behind it."""

    media_type: str
    form: str

    @property
    def content_type(self) -> str:
        """Return the Content-Type header; text says that it is UTF-8."""
        return f"{self.media_type}; charset=utf-8" if self.media_type.startswith("text/") else self.media_type


RESULT_OFFERS = (
    Offer(media_type="application/sparql-results+json", form="json"),
    Offer(media_type="application/sparql-results+xml", form="xml"),
    Offer(media_type="text/csv", form="csv"),
    Offer(media_type="text/tab-separated-values", form="tsv"),
    Offer(media_type="application/json", form="json"),
    Offer(media_type="application/xml", form="xml"),
)
GRAPH_OFFERS = (
    Offer(media_type="text/turtle", form="ttl"),
    Offer(media_type="application/n-triples", form="nt"),
    Offer(media_type="application/ld+json", form="jsonld"),
    Offer(media_type="application/rdf+xml", form="rdf"),
)
PAGE_OFFER = Offer(media_type="text/html", form="html")
PROBLEM_OFFERS = (
    Offer(media_type="application/problem+json", form="json"),
    Offer(media_type="text/plain", form="text"),
)

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^,]*)?)\s*")
_QUALITY = re.compile(r";\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*(?:;|$)", re.IGNORECASE)


@lru_cache(maxsize=256)  # clients send few headers, and reading one takes as long as a small query
def choose_for_query(accept: str | None) -> tuple[Offer | None, Offer | None]:
    """Return the offers for rows and for triples that an Accept header rates highest, as `choose_offer` does."""
    return choose_offer(accept, RESULT_OFFERS), choose_offer(accept, GRAPH_OFFERS)


def choose_offer(accept: str | None, offers: tuple[Offer, ...]) -> Offer | None:
    """Return the offer that an Accept header rates highest, None where it takes none of them.

    No header, or an empty one, takes anything. A part of the header that cannot be read counts for nothing.
    """
    if accept is None or not accept.strip():
        return offers[0]
    ranges = list(_read_ranges(accept))
    rated = [(_rate(offer.media_type, ranges), offer) for offer in offers]
    best = max(quality for quality, _ in rated)
    return next(offer for quality, offer in rated if quality == best) if best > 0 else None


def _read_ranges(accept: str) -> Iterator[tuple[str, str, float]]:
    for part in accept.split(","):
        found = _RANGE.fullmatch(part)
        if found is None:
            continue
        kind, subtype, parameters = found.groups()
        quality = _QUALITY.search(parameters)
        if quality is None and re.search(r";\s*q\s*=", parameters, re.IGNORECASE):
            continue
        yield kind.lower(), subtype.lower(), float(quality.group(1)) if quality else 1.0


def _rate(media_type: str, ranges: list[tuple[str, str, float]]) -> float:
    # the most specific range that fits decides, wherever it stands
    kind, _, subtype = media_type.partition("/")
    for fitting in ((kind, subtype), (kind, "*"), ("*", "*")):
        qualities = [quality for *media_range, quality in ranges if tuple(media_range) == fitting]
        if qualities:
            return max(qualities)
    return 0.0
