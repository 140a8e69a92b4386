"""What stands before the endpoint: the names it answers to, and what every response carries."""

import ipaddress
import re
from collections import Counter
from functools import lru_cache
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.sparql.endpoint import answer_problem
from graph.sparql.protocol import ProblemError

LOOPBACK = ("localhost", "127.0.0.1", "::1")

_SAFE = ((b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer"))


class Counted:
    """Counts responses by status, and puts on each what keeps a browser from guessing and telling."""

    def __init__(self, app: ASGIApp, *, statuses: Counter[int]) -> None:
        self._app = app
        self._statuses = statuses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  ASGI's own name
        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._statuses[message["status"]] += 1
                message["headers"] = [*message["headers"], *_SAFE]
            await send(message)

        await self._app(scope, receive, send_counted)


class StraightTo:
    """Takes queries, which are nearly all that is asked, to one application without a look at the routes of another."""

    def __init__(self, app: ASGIApp, *, path: str, at_path: ASGIApp) -> None:
        self._app = app
        self._path = path
        self._at_path = at_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  ASGI's own name
        straight = scope["type"] == "http" and scope["path"] == self._path and scope["method"] in {"GET", "POST"}
        await (self._at_path if straight else self._app)(scope, receive, send)


class OwnHostOnly:
    """Refuses requests to other names: a page elsewhere could have its own name lead here (DNS rebinding)."""

    def __init__(self, app: ASGIApp, *, hosts: set[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  ASGI's own name
        if scope["type"] == "http":
            host = Headers(scope=scope).get("host", "")
            if host not in self._hosts and (name := _without_port(host)) not in self._hosts:
                told = f"this server answers to {', '.join(sorted(self._hosts))} only, not to {name[:80]!r}"
                problem = ProblemError(HTTPStatus.MISDIRECTED_REQUEST, told)
                await answer_problem(Request(scope), problem)(scope, receive, send)
                return
        await self._app(scope, receive, send)


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
