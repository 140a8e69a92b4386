"""The command `dragoman query`: where the question comes from, how it is answered, and what is told of a mistake."""

import os
import shutil
import sys
from argparse import Namespace
from threading import Timer

from graph.errors import QueryError, RefusedError
from graph.options import services_of, source_of
from graph.sparql.assist import explain, find_hints, limit_rows, point_at
from graph.sparql.query import Dataset, Results, check_query, open_store
from graph.sparql.saved import entity_names, load_saved, saved_queries

_SECONDS_WITH_SERVICES = 60.0  # that a query may take where nothing is said
_UNASKED = {"select": "csv", "ask": "table", "construct": "ttl"}  # what a program reads best


def main_query(args: Namespace) -> None:
    """Answer what the command line asks; on a terminal without a query, ask for one after another."""
    if args.list_saved:
        _list_saved()
        return
    nothing = args.text is None and args.file is None and args.saved is None
    if nothing and sys.stdin.isatty():
        from graph.console import run_console

        run_console(source_of(args, args.data), limit=args.limit, timeout=_timeout(args), services=services_of(args))
        return
    dataset = Dataset(open_store(source_of(args, args.data), services_of(args)))
    text = _text(args, dataset, from_input=nothing)
    try:
        _answer(dataset, text, args)
    except QueryError as error:
        kind = RefusedError if isinstance(error, RefusedError) else QueryError
        raise kind(point_at(text, error)) from error


def _answer(dataset: Dataset, text: str, args: Namespace) -> None:
    check_query(dataset.store, text)  # before anything is changed in it, so that places are those of the user's text
    if args.limit is not None:
        text = limit_rows(text, args.limit)
    watch = _start_watch(_timeout(args))
    try:
        if args.explain:
            _say(f"{explain(dataset.store, text)}\n")
            return
        results = dataset.query(text)
        _say(results.render(_format(args, results), width=_width()))
    finally:
        if watch is not None:
            watch.cancel()
    for hint in find_hints(dataset.store, text):
        sys.stderr.write(f"dragoman: {hint}\n")


def _format(args: Namespace, results: Results) -> str:
    return str(args.format or ("table" if sys.stdout.isatty() else _UNASKED[results.kind]))


def _width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 120


def _timeout(args: Namespace) -> float | None:
    # a service may never answer, where a query of this machine's data comes to its end
    return args.timeout or (_SECONDS_WITH_SERVICES if args.allow_service else None)


def _start_watch(seconds: float | None) -> Timer | None:
    """Start what ends this process when the time is over: nothing else can stop a query of the embedded engine."""
    if seconds is None:
        return None

    def end() -> None:
        sys.stderr.write(f"dragoman: the query was stopped after {seconds:g} seconds; add a LIMIT, or ask for less\n")
        sys.stderr.flush()
        os._exit(1)

    watch = Timer(seconds, end)
    watch.daemon = True
    watch.start()
    return watch


def _list_saved() -> None:
    for query in saved_queries():
        _say(f"{query.name}\n    {query.question}\n")
        for parameter in query.parameters:
            default = f" (default: {parameter.default})" if parameter.default else ""
            _say(f"    --set {parameter.name}=…  {parameter.meaning}{default}\n")


def _text(args: Namespace, dataset: Dataset, *, from_input: bool) -> str:
    if args.saved is not None:
        given = dict(parameter(text) for text in args.set)
        text = load_saved(args.saved, **given)
        dataset.check_names(entity_names(args.saved, given))
        return text
    if args.set:
        raise QueryError("--set fills in a saved query; name one with --saved, or leave --set out")
    if args.file is None and not from_input:
        return str(args.text)
    try:
        data = sys.stdin.buffer.read() if from_input or str(args.file) == "-" else args.file.read_bytes()
        return str(data.decode("utf-8-sig"))
    except OSError as error:
        raise QueryError(f"{args.file}: cannot be read ({error.strerror}); give a file with a SPARQL query") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{args.file}: not UTF-8 at byte {error.start}; save the query as UTF-8 text") from error


def parameter(text: str) -> tuple[str, str]:
    """Return name and value of "name=value"; QueryError where it is none."""
    name, found, value = text.partition("=")
    if not found:
        raise QueryError(f"--set {text!r} has no '='; write it as name=value")
    return name, value


def _say(text: str) -> None:
    sys.stdout.write(text)
