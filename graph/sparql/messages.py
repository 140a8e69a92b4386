"""What a worker and the process that has it tell each other, and how it goes over the line between them.

Both ends are ours and of one Python, so plain values are written in Python's own form (`marshal`), each after its
length: a question and its answer take a fifth of what pickling the classes takes.
"""

import marshal
import struct
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, BinaryIO, TypeAlias

from graph.sparql.store import Graphs

_LENGTH = struct.Struct("!Q")


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    WRONG = "wrong"  # not SPARQL, or not what we answer
    REFUSED = "refused"  # it would write or call another server
    UNFIT = "unfit"  # answered, but in no form that the client takes
    TOO_LARGE = "too large"
    TOO_SLOW = "too slow"
    BUSY = "busy"
    STOPPED = "stopped"
    DIED = "died"
    CUT_OFF = "cut off"  # the endpoint behind this one does not answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query, and the forms its answer may have: of rows or yes and no, and of triples; None where none is taken.

    `graphs` is the dataset that the request names, None for the store's own.
    """

    text: str
    rows: str | None
    triples: str | None
    max_bytes: int
    graphs: Graphs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a question ended: with a body in one form, or with a message that tells why there is none."""

    outcome: Outcome
    form: str = ""
    body: bytes = b""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What a worker tells once its store is loaded."""

    triples: int
    prefixes: dict[str, str]


Message: TypeAlias = Question | Answer | Ready | str  # text tells why there is no Ready


def pack(message: Message) -> bytes:
    """Return what goes over the line."""
    data = marshal.dumps(_plain(message))
    return _LENGTH.pack(len(data)) + data


def unpack(received: bytearray) -> list[Message]:
    """Return the messages that have arrived whole, and take them off what was received."""
    messages, at = [], 0
    while len(received) - at >= _LENGTH.size:
        start = at + _LENGTH.size
        end = start + _LENGTH.unpack_from(received, at)[0]
        if end > len(received):
            break
        with memoryview(received) as view:
            messages.append(_message(view[start:end]))
        at = end
    del received[:at]
    return messages


def receive(reader: BinaryIO) -> Message | None:
    """Return the next message, None where the other end is gone."""
    try:
        head = reader.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack(head)
        data = reader.read(length)
    except OSError:
        return None
    return _message(data) if len(data) == length else None


def _plain(message: Message) -> tuple[Any, ...]:
    match message:
        case Answer():
            return ("answer", message.outcome.value, message.form, message.body, message.message)
        case Question(graphs=graphs):
            named = (graphs.default, graphs.named) if graphs is not None else None
            return ("question", message.text, message.rows, message.triples, message.max_bytes, named)
        case Ready():
            return ("ready", message.triples, message.prefixes)
        case _:
            return ("failure", message)


def _message(data: bytes | memoryview) -> Message:
    kind, *told = marshal.loads(data)  # noqa: S302  a process of ours wrote it
    match kind:
        case "answer":
            outcome, form, body, message = told
            return Answer(outcome=Outcome(outcome), form=form, body=body, message=message)
        case "question":
            text, rows, triples, max_bytes, named = told
            graphs = Graphs(default=named[0], named=named[1]) if named is not None else None
            return Question(text=text, rows=rows, triples=triples, max_bytes=max_bytes, graphs=graphs)
        case "ready":
            return Ready(triples=told[0], prefixes=told[1])
        case _:
            return str(told[0])
