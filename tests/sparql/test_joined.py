"""What is written is sent in order and whole, in as few pieces as may be."""

import asyncio

import pytest

from graph.sparql.joined import Joined


class Wire:
    """A transport that keeps what was asked of it."""

    def __init__(self):
        self.told = []

    def write(self, data):
        self.told.append(data)

    def close(self):
        self.told.append("closed")

    def abort(self):
        self.told.append("aborted")

    def is_closing(self):
        return False


LONG = b"x" * 70_000


@pytest.mark.parametrize(
    ("do", "told"),
    [
        (lambda joined: (joined.write(b"head"), joined.write(b"body")), [b"headbody"]),
        (lambda joined: (joined.write(b"head"), joined.write(LONG), joined.write(b"end")), [b"head" + LONG, b"end"]),
        (lambda joined: (joined.write(b"head"), joined.close()), [b"head", "closed"]),
        (lambda joined: (joined.write(b"head"), joined.abort()), ["aborted"]),
        (lambda joined: joined.close(), ["closed"]),
    ],
)
def test_what_is_written_in_one_turn_is_sent_together(do, told):
    async def run():
        wire = Wire()
        joined = Joined(wire)
        do(joined)
        await asyncio.sleep(0)
        assert joined.is_closing() is False
        return wire.told

    assert asyncio.run(run()) == told


def test_each_turn_has_its_own():
    async def run():
        wire = Wire()
        joined = Joined(wire)
        for data in (b"1", b"2"):
            joined.write(data)
            await asyncio.sleep(0)
        return wire.told

    assert asyncio.run(run()) == [b"1", b"2"]
