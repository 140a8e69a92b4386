"""What is told over the line arrives as it was told, however it is cut up on the way."""

import pytest

from graph.sparql.messages import Answer, Outcome, Question, Ready, pack, unpack
from graph.sparql.store import Graphs

MESSAGES = [
    Question(text="ASK { ?s ?p 'é\0' }", rows="json", triples=None, max_bytes=10**12),
    Question(text="", rows=None, triples="ttl", max_bytes=0, graphs=Graphs(default=("a:b",), named=("c:d", "e:f"))),
    *(Answer(outcome=outcome, form="csv", body=b"\0\xff" * 1000, message="é") for outcome in Outcome),
    Ready(triples=3, prefixes={"entity": "https://dragoman.invalid/entity/"}),
    "no such file",
]


@pytest.mark.parametrize("size", [1, 7, 4096, 10**6])
def test_messages_arrive_whole(size):
    line, received, arrived = b"".join(map(pack, MESSAGES)), bytearray(), []
    for start in range(0, len(line), size):
        received += line[start : start + size]
        arrived += unpack(received)
    assert arrived == MESSAGES
    assert not received
