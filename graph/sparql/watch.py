"""Clients that go away before they are answered."""

import asyncio

from starlette.types import Receive

from graph.sparql.messages import Answer

_LOOK = 0.03  # seconds between two looks; most queries are answered within


class Watch:
    """Cancels what is being answered when its client goes away.

    Only clients that wait for longer than a look are watched, and one timer serves them all: a task and a timer for
    each would take as long as a small query.
    """

    def __init__(self) -> None:
        self._new: dict[asyncio.Future[Answer], Receive] = {}
        self._seen: dict[asyncio.Future[Answer], Receive] = {}
        self._looking = False

    def begin(self, answering: "asyncio.Future[Answer]", receive: Receive) -> None:
        """Watch a client whose request has been received whole."""
        self._new[answering] = receive
        if not self._looking:
            self._look_later()

    def end(self, answering: "asyncio.Future[Answer]") -> None:
        """Leave a client alone that has been answered."""
        if self._new.pop(answering, None) is None:
            self._seen.pop(answering, None)

    def _look_later(self) -> None:
        self._looking = True
        asyncio.get_running_loop().call_later(_LOOK, self._look)

    def _look(self) -> None:
        for answering, receive in self._seen.items():
            _cancel_when_gone(answering, receive)
        self._seen, self._new = self._new, {}
        self._looking = False
        if self._seen:
            self._look_later()


def _cancel_when_gone(answering: "asyncio.Future[Answer]", receive: Receive) -> None:
    async def wait() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        answering.cancel()

    watching = asyncio.ensure_future(wait())
    answering.add_done_callback(lambda _: watching.cancel())
