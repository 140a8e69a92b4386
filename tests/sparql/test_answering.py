"""Questions one after another: what Ctrl-C leaves of them."""

import os
import signal
from threading import Timer

import pytest

from graph.sparql.answering import Answering


@pytest.fixture(autouse=True)
def heeded():
    """SIGINT as on a terminal: a shell lets its background jobs ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.02, "ASK {}"),  # a process takes longer than that to start and to load the dataset
        (3, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"),
    ],
)
def test_after_ctrl_c_the_next_question_is_answered(folder, seconds, text):
    with Answering(folder, None) as answering:
        sent = Timer(seconds, os.kill, (os.getpid(), signal.SIGINT))
        sent.start()
        with pytest.raises(KeyboardInterrupt):
            answering.ask(text)
        sent.join()

        assert b"true" in answering.ask("ASK { ?s ?p ?o }").body
