"""Answers to queries as responses: with headers as they are sent, compressed where that is worth it.

Starlette's own response and compression read and write headers several times over, which takes longer than a small
query. What they do for an answer that is complete is done here, and no more.
"""

import asyncio
import gzip
from functools import partial

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

_LEVEL = 6
_compress = partial(gzip.compress, compresslevel=_LEVEL, mtime=0)
_SHORT = 500  # bytes; less does not get shorter
_LONG = 1 << 17  # bytes; others would wait while more is compressed


class Reply(Response):
    """A complete answer of status 200."""

    def __init__(self, body: bytes, headers: list[tuple[bytes, bytes]]) -> None:
        self.status_code = 200
        self.background = None
        self.body = body
        self.raw_headers = [*headers, (b"content-length", b"%d" % len(body))]


async def make_reply(scope: Scope, body: bytes, content_type: str) -> Reply:
    """Return an answer whose type the client has chosen with Accept, compressed if it is long and the client may."""
    headers = [(b"content-type", content_type.encode("latin-1"))]
    if len(body) < _SHORT:
        return Reply(body, [*headers, (b"vary", b"Accept")])
    headers.append((b"vary", b"Accept, Accept-Encoding"))
    if "gzip" not in (header_of(scope, b"accept-encoding") or ""):
        return Reply(body, headers)
    headers.append((b"content-encoding", b"gzip"))
    return Reply(_compress(body) if len(body) < _LONG else await asyncio.to_thread(_compress, body), headers)


def header_of(scope: Scope, name: bytes) -> str | None:
    """Return the first header of a request with this name, in small letters; None where it has none."""
    for given, value in scope["headers"]:
        if given == name:
            return str(value, "latin-1")
    return None


def compressing(app: ASGIApp) -> ASGIApp:
    """Return an application that compresses whatever another one answers, as an answer to a query is."""
    return GZipMiddleware(app, minimum_size=_SHORT, compresslevel=_LEVEL, thread_minimum_size=_LONG)
