"""Answers are sent as Starlette's own compression would send them."""

import asyncio
import gzip

import pytest
from starlette.responses import Response

from graph.sparql.reply import compressing, header_of, make_reply

CSV = "text/csv; charset=utf-8"


def sent(app, scope) -> tuple[int, dict[bytes, bytes], bytes]:
    """The status, headers and body of what an application answers."""
    messages = []

    async def send(message):
        messages.append(message)

    asyncio.run(app(scope, None, send))
    start, body = messages
    headers = {name.lower(): value for name, value in start["headers"]}
    assert len(headers) == len(start["headers"])
    assert headers.pop(b"content-length") == str(len(body["body"])).encode()
    encoded = headers.get(b"content-encoding") == b"gzip"
    return start["status"], headers, gzip.decompress(body["body"]) if encoded else body["body"]


@pytest.mark.parametrize("length", [0, 499, 500, 200_000])
@pytest.mark.parametrize("encodings", [None, b"br", b"deflate, gzip;q=1.0"])
def test_an_answer_is_compressed_where_it_is_long_and_the_client_takes_it(length, encodings):
    body = b"a,b\n" * (length // 4) + b"x" * (length % 4)
    scope = {"type": "http", "headers": [(b"accept-encoding", encodings)] if encodings else []}
    usual = compressing(Response(body, headers={"Content-Type": CSV, "Vary": "Accept"}))

    async def ours(scope, receive, send):
        await (await make_reply(scope, body, CSV))(scope, receive, send)

    assert sent(ours, scope) == sent(usual, scope)
    assert (b"content-encoding" in sent(ours, scope)[1]) == (length >= 500 and encodings == b"deflate, gzip;q=1.0")


def test_the_first_of_several_headers_counts():
    scope = {"headers": [(b"host", b"a"), (b"accept", b"text/csv"), (b"accept", b"*/*")]}

    assert (header_of(scope, b"accept"), header_of(scope, b"cookie")) == ("text/csv", None)
