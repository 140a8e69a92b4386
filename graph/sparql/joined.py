"""What is written during one turn of the event loop, sent at once.

Each sending is a call of the system that wakes whoever waits at the other end, which takes as long as a small query:
one for the head of a response and one for its body is one too many.
"""

import asyncio

_LONG = 1 << 16  # bytes that are sent without waiting for more


class Joined:
    """A transport that joins what is written to it; in all else it is the transport behind it."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._loop = asyncio.get_running_loop()
        self._parts: list[bytes] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Send data before the loop waits for anything."""
        self._parts.append(data)
        if len(data) >= _LONG:
            self._send()
        elif len(self._parts) == 1:
            self._loop.call_soon(self._send)

    def close(self) -> None:
        """Send what has been written, and close."""
        self._send()
        self._transport.close()

    def abort(self) -> None:
        """Close at once, without what has not been sent."""
        self._parts.clear()
        self._transport.abort()

    def _send(self) -> None:
        if self._parts:
            parts, self._parts = self._parts, []
            self._transport.write(b"".join(parts))
