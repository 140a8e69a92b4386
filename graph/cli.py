"""The command `dragoman`: a thin copy of the Python functions, and the one place that prints and shows errors.

At import only the parser and the errors are loaded; each command imports what it needs.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from graph.arguments import EXPORTS, make_parser
from graph.errors import GraphError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 where the user can put something right."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = make_parser(RUNS)
    args = parser.parse_args(arguments)
    try:
        code = int((args.run(args) if args.run else _version(parser, args)) or 0)
        sys.stdout.flush()
    except GraphError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader has seen enough; nothing is left to say, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return code


def _version(parser: argparse.ArgumentParser, args: argparse.Namespace) -> int:
    if not args.version:
        parser.print_help()
        return 0
    from importlib.metadata import version

    print(f"dragoman {version('dragoman')}")
    return 0


def _build(args: argparse.Namespace) -> int:
    from graph.build_command import main_build
    from graph.rdf.names import prefixes

    prefixes(args.base)  # a base that does not fit is told before the long work
    return main_build(args)


def _extract(args: argparse.Namespace) -> None:
    import json

    from graph.corpus.language import english_only
    from graph.corpus.read import make_document, make_lines, read_bytes
    from graph.extract.rows import read_open
    from graph.extract.rules import use_files

    if " " in str(args.document) and not os.path.lexists(args.document):
        start = str(args.document)[:60]
        raise GraphError(f"{start}: no such file; to read a sentence itself, send it to standard input of `extract -`")
    use_files(rules=args.rules, gazetteers=args.gazetteer)
    data, name = read_bytes(args.document), str(args.document)
    documents = list(make_lines(data, name=name)) if args.lines else [make_document(data, name=name)]
    if not args.force and not args.lines:
        documents = [english_only(document) for document in documents]
    for document, row in read_open(documents):
        number = {"line": int(document.id.rpartition("-")[2])} if args.lines else {}
        print(json.dumps(number | row, ensure_ascii=False))


def _query(args: argparse.Namespace) -> None:
    from graph.ask import main_query

    main_query(args)


def _export(args: argparse.Namespace) -> None:
    from graph.options import source_of
    from graph.sparql.export import export

    form = args.format or args.target.suffix.removeprefix(".") or "csv"
    if form not in EXPORTS:
        raise GraphError(f"{args.target}: its name tells no format; give one with --format: {', '.join(EXPORTS)}")
    if args.target.is_dir() and (args.target / "graph.nt").is_file():
        raise GraphError(f"{args.target}: is a build; name the file to write, and the build with --data {args.target}")
    export(source_of(args, args.data), args.target, form, into=args.into)
    print(f"Wrote {args.target}")


def _check(args: argparse.Namespace) -> None:
    from graph.check_command import main_check

    main_check(args)


def _diff(args: argparse.Namespace) -> None:
    from graph.diff_command import main_diff

    main_diff(args)


def _push(args: argparse.Namespace) -> None:
    from graph.options import DEFAULT, data_of, remote_of
    from graph.sparql.push import push

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done:,} of {total:,} triples", end="\n" if done == total else "", file=sys.stderr, flush=True)

    done = push(data_of(args) or DEFAULT, remote_of(args), update=args.update, replace=args.replace, progress=tell)
    told = "were there already" if not done.sent else f"are there, {done.sent:,} of them sent now"
    print(f"{done.triples:,} triples {told}; counts and checksums agree")


def _serve(args: argparse.Namespace) -> None:
    if args.mcp:
        from graph.assistants import main_mcp

        main_mcp(args)
        return
    from graph.serve import main_serve

    main_serve(args)


RUNS = {
    "build": _build,
    "extract": _extract,
    "query": _query,
    "diff": _diff,
    "check": _check,
    "export": _export,
    "push": _push,
    "serve": _serve,
}
