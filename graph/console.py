"""Questions one after another on a terminal, with a history, completion, and answers that can be stopped.

Queries run in a process of their own, so that Ctrl-C and a time limit end a query and not the session.
"""

import os
import shlex
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from graph.errors import GraphError, QueryError
from graph.rdf.names import vocabulary
from graph.sparql.answering import Answering
from graph.sparql.assist import find_hints, limit_rows, point_at
from graph.sparql.query import Source, check_query, open_store
from graph.sparql.render import parse_answer, render_result
from graph.sparql.saved import load_saved, saved_queries
from graph.sparql.screen import find_tokens
from graph.sparql.store import Store

_KEYWORDS = (
    *("SELECT", "DISTINCT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "OPTIONAL", "FILTER", "UNION", "MINUS", "BIND"),
    *("VALUES", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "OFFSET", "EXISTS", "NOT EXISTS", "COUNT", "CONTAINS"),
    *("LCASE", "STR", "REGEX", "STRSTARTS", "DESC", "PREFIX", "COALESCE", "SAMPLE", "GROUP_CONCAT", "AS"),
)
_HELP = """A SPARQL query, over as many lines as it needs: Enter runs it once its braces are closed.
Tab completes keywords, dg: terms and relations. Ctrl-C stops a query, Ctrl-D ends.
  .saved                    the saved queries
  .saved NAME [name=value]  the answer to one
  .limit N                  no more rows than this (0: all)
  .help                     this
"""


def run_console(source: Source, *, limit: int | None, timeout: float | None, services: frozenset[str]) -> None:
    """Answer questions until the user ends; StoreError where the dataset cannot be loaded."""
    store = open_store(source, services)
    history = history_file()
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(history)) if history else None,
        completer=QueryCompleter(store),
        complete_while_typing=False,
        key_bindings=_keys(),
        multiline=True,
        prompt_continuation="… ",
    )
    sys.stdout.write(f"{len(store):,} triples of {source}. A query, or .help\n")
    with Answering(source, timeout, services) as answering:
        state = {"limit": limit or 0}
        while True:
            try:
                line = session.prompt("> ").strip()
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if line in {".quit", ".exit"}:
                return
            if line:
                _run(line, store, answering, state)


def _run(line: str, store: Store, answering: "Answering", state: dict[str, int]) -> None:
    text = line
    try:
        if line.startswith("."):
            found = _command(line, state)
            if found is None:
                return
            text = found
        check_query(store, text)
        wanted = limit_rows(text, state["limit"]) if state["limit"] else text
        answer = answering.ask(wanted)
        raw = parse_answer(answer.body, answer.form)
        sys.stdout.write(render_result(raw, "table", prefixes=store.prefixes, width=shutil.get_terminal_size().columns))
        for hint in find_hints(store, text):
            sys.stdout.write(f"{hint}\n")
    except KeyboardInterrupt:  # at whatever it was: the session goes on
        sys.stdout.write("stopped\n")
    except QueryError as error:
        sys.stdout.write(f"{point_at(text, error)}\n")
    except GraphError as error:
        sys.stdout.write(f"{error}\n")


def _command(line: str, state: dict[str, int]) -> str | None:
    """Do what a line that begins with a dot asks; return the query that it stands for, if it does."""
    try:
        name, *rest = shlex.split(line)
    except ValueError as error:
        raise QueryError(f"{line}: {error}; close the quotation mark") from error
    match name, rest:
        case ".saved", []:
            for query in saved_queries():
                blanks = "".join(f" {blank.name}=…" for blank in query.parameters)
                sys.stdout.write(f"  {query.name}{blanks}\n      {query.question}\n")
        case ".saved", [saved, *given]:
            return load_saved(saved, **dict(_pair(each) for each in given))
        case ".limit", [number] if number.isdigit():
            state["limit"] = int(number)
        case _:
            sys.stdout.write(_HELP)
    return None


def _pair(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found:
        raise QueryError(f"{text!r} has no '='; write it as name=value, in quotation marks where it has spaces")
    return name, value


def history_file() -> Path | None:
    """Return where queries are remembered (XDG Base Directory), None where nothing can be written there."""
    base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    try:
        (base / "dragoman").mkdir(parents=True, exist_ok=True)
        (base / "dragoman" / "history").touch()
    except OSError:
        return None
    return base / "dragoman" / "history"


def is_complete(text: str) -> bool:
    """Return whether Enter runs what stands there: a command, or a query whose braces are closed."""
    if not text.strip() or text.lstrip().startswith("."):
        return True
    tokens = [token.text for token in find_tokens(text)]
    opened, closed = (sum(tokens.count(each) for each in pair) for pair in ("{(", "})"))
    return closed >= opened > 0


class QueryCompleter(Completer):
    """Completes keywords, prefixes, terms of the vocabulary, relations of the data, and names of saved queries."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._relations: list[str] | None = None

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Yield what the word before the cursor can become."""
        before = document.text_before_cursor
        if before.startswith(".saved "):
            word = before.removeprefix(".saved ").lstrip()
            yield from (Completion(q.name, -len(word)) for q in saved_queries() if q.name.startswith(word))
            return
        word = document.get_word_before_cursor(WORD=True).lstrip("({[^!/|")
        for name in self._names(word):
            yield Completion(name, start_position=-len(word))

    def _names(self, word: str) -> Iterator[str]:
        prefix, colon, local = word.partition(":")
        if not word or word.startswith(("?", "$")):
            return
        if not colon:
            yield from (each for each in _KEYWORDS if each.startswith(word.upper()))
            yield from (f"{each}:" for each in self._store.prefixes if each.startswith(word))
        elif prefix == "dg":
            yield from (f"dg:{each}" for each in sorted(vocabulary()) if each.lower().startswith(local.lower()))
        elif prefix == "relation":
            if self._relations is None:
                start = self._store.prefixes["relation"]
                rows = self._store.select("SELECT DISTINCT ?r { ?r a dg:OpenRelation } ORDER BY ?r LIMIT 5000")
                self._relations = [row["r"].removeprefix(start) for row in rows]
            yield from (f"relation:{each}" for each in self._relations if each.startswith(local))


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if is_complete(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return keys
