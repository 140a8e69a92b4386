"""Help with a query on the command line: places of mistakes, names that were meant, limits, plans, and a session."""

import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest

from graph.errors import QueryError
from graph.rdf.files import write_ntriples
from graph.rdf.triples import make_triples
from graph.sparql.assist import explain, find_hints, limit_rows, point_at

COUNTRIES = "SELECT ?label { ?e a dg:Country ; rdfs:label ?label } ORDER BY ?label"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture
def data(tmp_path, documents, entities, claims):
    write_ntriples(make_triples(documents, entities, claims), tmp_path / "output" / "graph.nt")
    return tmp_path / "output"


@pytest.fixture
def store(data):
    from graph.sparql.store import load_store

    return load_store(data)


def dragoman(*arguments, **options):
    command = [sys.executable, "-m", "graph", "query", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", **options)
    return done.returncode, done.stdout, done.stderr


def test_a_mistake_is_shown_in_its_line_with_a_caret(data):
    query = "SELECT *\n{ ?s nix:p 1 }"

    assert dragoman(query, "--data", data)[2].splitlines()[1:] == ["  { ?s nix:p 1 }", "       ^"]


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        ("SELECT * {", "line 1, column 11", ["  SELECT * {", "            ^"]),
        ("SELECT *\n", "line 2, column 1", ["  ", "  ^"]),
        ("a\tb", "line 1, column 3", ["  a b", "    ^"]),
        ("x" * 300, "line 1, column 200", ["  " + "x" * 100, "  " + " " * 50 + "^"]),
    ],
)
def test_the_caret_stands_under_the_place(text, place, shown):
    error = QueryError(f"{place}: wrong")

    assert point_at(text, error).splitlines() == [str(error), *shown]


def test_an_error_without_a_place_stays_as_it_is():
    assert point_at("ASK {}", QueryError("no format 'x'")) == "no format 'x'"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT * { ?a dg:suports ?b }", ["dg:suports is no term of the vocabulary; did you mean dg:supports?"]),
        ("SELECT * { ?a dg:zzzz ?b }", ["dg:zzzz is no term of the vocabulary"]),
        (
            "SELECT * { ?a relation:cosst ?b }",
            ["relation:cosst is not in the graph; did you mean relation:cost, dg:count?"],
        ),
        ("SELECT * { entity:mira-val ?a ?b }", ["entity:mira-val is not in the graph; did you mean entity:mira-vale?"]),
        ("ASK { entity:alnd ?a ?b }", ["entity:alnd is not in the graph; did you mean entity:aland?"]),
        ("ASK { entity:csi ?a ?b }", ["entity:csi is not in the graph; did you mean entity:clear-sky-initiative?"]),
        ("ASK { entity:sky ?a ?b }", ["entity:sky is not in the graph"]),
        ("SELECT * { ?a dg:supports entity:aland ; relation:cost ?c }", []),
        ("PREFIX dg: <https://x/> SELECT * { ?a rdf:nothing ?b ; dg:nothing ?c }", []),
    ],
)
def test_names_that_nothing_has_are_told_with_what_was_meant(store, query, told):
    assert list(find_hints(store, query)) == told


def test_a_prefix_that_was_meant_is_told(data):
    assert "unknown prefix entities: — did you mean entity:?" in dragoman("ASK { entities:x ?p ?o }", "--data", data)[2]


def test_hints_go_beside_the_answer(data):
    assert dragoman("SELECT ?b { ?a dg:suports ?b }", "--data", data) == (
        *(0, "b\n", "dragoman: dg:suports is no term of the vocabulary; did you mean dg:supports?\n"),
    )


@pytest.mark.parametrize(
    ("query", "limited"),
    [
        ("SELECT * { ?s ?p ?o } # all", "SELECT * { ?s ?p ?o } # all\nLIMIT 10\n"),
        ("SELECT * { ?s ?p ?o } LIMIT 500 OFFSET 2", "SELECT * { ?s ?p ?o } LIMIT 10 OFFSET 2"),
        ("SELECT * { ?s ?p ?o } LIMIT 3", "SELECT * { ?s ?p ?o } LIMIT 3"),
        (
            "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 5 } }",
            "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 5 } }\nLIMIT 10\n",
        ),
        ("SELECT * { ?s ?p ?o } VALUES ?s { <a:b> }", "SELECT * { ?s ?p ?o } \nLIMIT 10\nVALUES ?s { <a:b> }"),
        ("PREFIX a: <a:> ASK { ?s ?p 'LIMIT 7' }", "PREFIX a: <a:> ASK { ?s ?p 'LIMIT 7' }"),
        ("DESCRIBE <a:b>", "DESCRIBE <a:b>\nLIMIT 10\n"),
    ],
)
def test_a_limit_is_put_where_it_belongs(store, query, limited):
    assert limit_rows(query, 10) == limited
    store.query(limited)


def test_the_command_limits_rows(data):
    assert dragoman(COUNTRIES, "--limit", "1", "--data", data) == (0, "label\nAland\n", "")


def test_what_a_query_has_to_do_is_explained(store, data):
    query = "SELECT ?a { ?c a dg:Claim ; rdf:subject/rdfs:label ?a OPTIONAL { ?c dg:place ?p } } ORDER BY ?a"
    told = explain(store, query)

    assert told.rows == 7
    assert told.patterns == (("?c rdf:type dg:Claim", 7), ("?c rdf:subject/rdfs:label ?a", 7), ("?c dg:place ?p", 2))
    assert [line.strip() for line in told.algebra.splitlines()] == [
        *("SelectQuery", "Project", "OrderBy", "LeftJoin", "BGP"),
        *("?c rdf:type dg:Claim", "?c rdf:subject/rdfs:label ?a", "BGP", "?c dg:place ?p"),
    ]
    code, shown, error = dragoman(query, "--explain", "--data", data)
    assert (code, error) == (0, "")
    assert "  7  ?c rdf:type dg:Claim\n" in shown


def test_a_query_that_takes_too_long_is_stopped(data):
    start = time.monotonic()
    code, shown, told = dragoman(RUNAWAY, "--timeout", "0.5", "--data", data)

    assert (code, shown) == (1, "")
    assert told == "dragoman: the query was stopped after 0.5 seconds; add a LIMIT, or ask for less\n"
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        (COUNTRIES, "label\nAland\nBorduria\n"),
        ("ASK {}", "yes\n"),
        ("CONSTRUCT { entity:aland rdfs:label ?o } WHERE { entity:aland rdfs:label ?o }", None),
    ],
)
def test_a_program_that_reads_the_answer_gets_a_format_it_can_read(data, query, shown):
    code, found, told = dragoman("--data", data, input=query)

    assert (code, told) == (0, "")
    assert found == shown or (shown is None and 'entity:aland rdfs:label "Aland" .' in found)


class Terminal:
    """The command in a terminal of its own."""

    def __init__(self, data, tmp_path, *options):
        self.master, slave = pty.openpty()
        environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "TERM": "xterm", "COLUMNS": "100"}
        command = [sys.executable, "-m", "graph", "query", "--data", str(data), *options]

        def take():
            os.login_tty(slave)  # Ctrl-C reaches those whose terminal it is
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # which a shell lets its background jobs ignore

        self.process = subprocess.Popen(command, env=environment, pass_fds=[slave], preexec_fn=take)  # noqa: PLW1509
        os.close(slave)
        self.seen, self.start = "", 0

    def type(self, text: str) -> None:
        self.start = len(self.seen)
        os.write(self.master, text.encode())

    def wait_for(self, text: str, *, seconds: float = 30) -> None:
        """Wait for what comes after that which was typed or waited for last."""
        end = time.monotonic() + seconds
        while text not in self.seen[self.start :]:
            assert time.monotonic() < end, self.seen[-2000:]
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.master, 65536).decode(errors="replace")
                except OSError:
                    break
            if "\x1b[6n" in self.seen[self.start :]:  # where is the cursor? asked of a terminal
                self.seen = self.seen.replace("\x1b[6n", "")
                os.write(self.master, b"\x1b[1;1R")
        assert text in self.seen[self.start :], self.seen[-2000:]
        self.start = self.seen.index(text, self.start) + len(text)

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal(data, tmp_path):
    opened = []

    def start(*options):
        opened.append(Terminal(data, tmp_path, *options))
        opened[-1].wait_for("A query, or .help")
        return opened[-1]

    yield start
    for one in opened:
        one.end()


def test_a_session_answers_completes_limits_stops_and_remembers(terminal, tmp_path):
    session = terminal("--timeout", "1")
    session.type("SELECT ?label {\r?e a dg:Countr\t")
    session.wait_for("y")
    session.type(" ; rdfs:label ?label }\r")
    session.wait_for("2 rows")
    session.type(".limit 1\r" + COUNTRIES + "\r")
    session.wait_for("1 row")
    session.type("SELECT ?x { ?x dg:suports ?y }\r")
    session.wait_for("did you mean dg:supports?")
    session.type("SELECT * { ?s nix:x ?y }\r")
    session.wait_for("unknown prefix nix:")
    session.type(RUNAWAY + "\r")
    session.wait_for("the query was stopped after 1 seconds")
    session.type('.saved between "one=mira vale"\r')
    session.wait_for("On 5 May 2024")
    session.wait_for("\x1b[?2004h")  # the next prompt
    session.type("\x04")
    assert session.process.wait(20) == 0

    remembered = (tmp_path / "state" / "dragoman" / "history").read_text()
    assert "+?e a dg:Country ; rdfs:label ?label }" in remembered


def test_ctrl_c_stops_the_query_and_not_the_session(terminal):
    session = terminal()
    session.type(RUNAWAY + "\r")
    session.wait_for("\x1b[?2004l")  # the prompt has ended, with its question to the terminal answered
    time.sleep(3)
    session.type("\x03")
    session.wait_for("stopped")
    session.type("ASK { entity:aland a dg:Country }\r")
    session.wait_for("yes")
