"""What stands before the endpoint: the names it answers to, and what every response carries."""

import ipaddress
import re
from collections import Counter
from functools import lru_cache
from http import HTTPStatus

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.sparql.endpoint import answer_problem
from graph.sparql.protocol import ProblemError
from graph.sparql.reply import header_of

LOOPBACK = ("localhost", "127.0.0.1", "::1")

_SAFE = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"))


class Gate:
    """Counts responses by status, refuses requests to other names than `hosts`, and leads queries to `queries`.

    A page elsewhere could have its own name lead here (DNS rebinding); without `hosts` any name will do. Each response
    gets what keeps a browser from guessing and telling. Nearly all that is asked are queries, so these go to their
    application straight, without a look at the routes of `app`.
    """

    def __init__(self, app: ASGIApp, *, statuses: Counter[int], hosts: set[str], queries: tuple[str, ASGIApp]) -> None:
        self._app = app
        self._statuses = statuses
        self._hosts = hosts
        self._path, self._queries = queries

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  ASGI's own name
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._statuses[message["status"]] += 1
                message["headers"] = [*message["headers"], *_SAFE]
            await send(message)

        app = self._app
        if scope["path"] == self._path and scope["method"] in {"GET", "HEAD", "POST"}:
            app = self._queries
        if self._hosts:
            host = header_of(scope, b"host") or ""
            if host not in self._hosts and _without_port(host) not in self._hosts:
                told = (
                    f"this server answers to {', '.join(sorted(self._hosts))} only, not to {_without_port(host)[:80]!r}"
                )
                app = answer_problem(Request(scope), ProblemError(HTTPStatus.MISDIRECTED_REQUEST, told))
        await app(scope, receive, send_counted)


@lru_cache(maxsize=64)
def _without_port(host: str) -> str:
    return re.sub(r":\d*$", "", host).strip("[]").lower()


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach what listens at this host."""
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
