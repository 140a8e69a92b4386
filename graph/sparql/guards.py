"""What stands before the endpoint: the names it answers to, and what every response carries."""

import ipaddress
import re
from collections import Counter
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.sparql.endpoint import answer_problem
from graph.sparql.protocol import ProblemError

LOOPBACK = ("localhost", "127.0.0.1", "::1")

_SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


class Counted:
    """Counts responses by status, and puts on each what keeps a browser from guessing and telling."""

    def __init__(self, app: ASGIApp, *, statuses: Counter[int]) -> None:
        self._app = app
        self._statuses = statuses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  ASGI's own name
        async def send_counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._statuses[message["status"]] += 1
                MutableHeaders(scope=message).update(_SAFE)
            await send(message)

        await self._app(scope, receive, send_counted)


class OwnHostOnly:
    """Refuses requests to other names: a page elsewhere could have its own name lead here (DNS rebinding)."""

    def __init__(self, app: ASGIApp, *, hosts: set[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102  ASGI's own name
        if scope["type"] == "http":
            host = Headers(scope=scope).get("host", "")
            name = re.sub(r":\d*$", "", host).strip("[]").lower()
            if name not in self._hosts:
                told = f"this server answers to {', '.join(sorted(self._hosts))} only, not to {name[:80]!r}"
                problem = ProblemError(HTTPStatus.MISDIRECTED_REQUEST, told)
                await answer_problem(Request(scope), problem)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach what listens at this host."""
    if host in LOOPBACK:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
