"""The command `dragoman`: a thin copy of the Python functions, and the one place that prints and shows errors.

At import only argparse and the errors are loaded; each command imports what it needs.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from graph.errors import GraphError, QueryError

_FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")
_BASE = "https://dragoman.invalid/"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 1 where the user can put something right."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    args = _make_parser().parse_args(arguments)
    try:
        code = int(args.run(args) or 0)
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


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dragoman", description="From policy documents to a graph of cited claims.")
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.set_defaults(run=lambda args: _version(parser, args))
    commands = parser.add_subparsers(title="commands", metavar="build | extract | query | serve | diff | check")

    build = commands.add_parser("build", help="read documents and write the graph, the tables and the page")
    build.add_argument(
        "documents",
        nargs="*",
        type=Path,
        metavar="DOCUMENT",
        help="file, folder, glob or ZIP archive of text, Markdown, HTML, PDF, Word and mail (default: a sample)",
    )
    build.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="default: %(default)s")
    build.add_argument("--voice", metavar="NAME", help='whom "we" speaks for in the documents')
    build.add_argument("--base", default=_BASE, metavar="IRI", help="what the IRIs start with (default: %(default)s)")
    build.add_argument(
        "--overrides", type=Path, metavar="CSV", help="names that are one thing, or are not, whatever the rules say"
    )
    build.add_argument("--force", action="store_true", help="read documents that are not in English all the same")
    build.add_argument("--manifest", type=Path, metavar="CSV", help="title, date, author … of files, told by you")
    build.add_argument("--fetch", type=Path, metavar="FILE", help="a list of web addresses to fetch and read")
    build.add_argument("--workers", type=count, metavar="N", help="processes that read (default: one a core)")
    build.add_argument("--scheduler", metavar="ADDRESS", help="read on the Dask cluster of this scheduler")
    build.add_argument("--strict", action="store_true", help="stop if a document cannot be read")
    build.add_argument("--profile", action="store_true", help="read in one process and write profile.txt")
    build.add_argument("--fresh", action="store_true", help="forget what the last build kept, and read everything")
    _add_rules(build)
    build.set_defaults(run=_build)

    extract = commands.add_parser("extract", help="print every relation that a text states, as JSON lines")
    extract.add_argument("document", type=Path, metavar="FILE", help="text or Markdown; - for standard input")
    extract.add_argument("--lines", action="store_true", help="take each line as a text of its own, and number it")
    extract.add_argument("--force", action="store_true", help="read a document that is not in English all the same")
    _add_rules(extract)
    extract.set_defaults(run=_extract)

    query = commands.add_parser("query", help="ask a built graph in SPARQL")
    source = query.add_mutually_exclusive_group(required=True)
    source.add_argument("text", nargs="?", metavar="QUERY", help="SPARQL, such as 'SELECT * { ?s ?p ?o } LIMIT 5'")
    source.add_argument("--file", type=Path, metavar="FILE", help="a file with a query; - for standard input")
    source.add_argument("--saved", metavar="NAME", help="a saved query")
    source.add_argument("--list-saved", action="store_true", help="list the saved queries")
    query.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="fill in a blank of a saved query; repeatable"
    )
    query.add_argument("--data", type=Path, default=Path("output"), metavar="PATH", help="default: %(default)s")
    query.add_argument("--format", choices=_FORMATS, default="table", help="default: %(default)s")
    query.set_defaults(run=_query)

    serve = commands.add_parser("serve", help="serve the page and a SPARQL endpoint from this machine")
    serve.add_argument(
        "output", nargs="?", type=Path, default=Path("output"), metavar="OUTPUT", help="a build's folder"
    )
    serve.add_argument("--host", default="127.0.0.1", help="default: %(default)s, which this machine alone can reach")
    serve.add_argument("--port", type=port, default=8750, help="default: %(default)s; 0 picks a free one")
    serve.add_argument(
        "--timeout", type=seconds, default=10.0, metavar="SECONDS", help="how long a query may take (default: 10)"
    )
    serve.add_argument(
        "--max-bytes", type=count, default=50_000_000, metavar="N", help="longest answer (default: %(default)s)"
    )
    serve.add_argument("--workers", type=count, metavar="N", help="queries at a time (default: one a core, up to 4)")
    serve.add_argument("--cors", metavar="ORIGIN", help="let pages of this origin ask, such as https://example.org")
    serve.set_defaults(run=_serve)
    _add_check(commands.add_parser("check", help="list doubtful merges, unlinked names and conflicts of counts"))
    _add_diff(commands.add_parser("diff", help="tell what is new, repeated, reworded, changed or dropped in a text"))
    return parser


def seconds(text: str) -> float:
    """Return a time; argparse names this function, and the two below, where the text is no number."""
    number = float(text)
    if not 0 < number < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not above 0")
    return number


def port(text: str) -> int:
    """Return a port's number; 0 stands for a free one."""
    number = int(text)
    if not 0 <= number < 2**16:
        raise argparse.ArgumentTypeError(f"{text} is no port; give one up to 65535")
    return number


def count(text: str) -> int:
    """Return a number from 1."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


def _add_rules(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--rules", action="append", default=[], type=Path, metavar="TOML", help="rules of your own; repeatable"
    )
    command.add_argument(
        "--gazetteer", action="append", default=[], type=Path, metavar="CSV", help="names of your own; repeatable"
    )


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

    use_files(rules=args.rules, gazetteers=args.gazetteer)
    data, name = read_bytes(args.document), str(args.document)
    documents = list(make_lines(data, name=name)) if args.lines else [make_document(data, name=name)]
    if not args.force and not args.lines:
        documents = [english_only(document) for document in documents]
    for document, row in read_open(documents):
        number = {"line": int(document.id.rpartition("-")[2])} if args.lines else {}
        print(json.dumps(number | row, ensure_ascii=False))


def _query(args: argparse.Namespace) -> None:
    if args.list_saved:
        _list_saved()
        return
    from graph.sparql.query import load_dataset

    dataset = load_dataset(args.data)
    if args.saved is not None:
        results = dataset.saved(args.saved, **dict(_parameter(text) for text in args.set))
    else:
        results = dataset.query(_query_text(args))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 120
    print(results.render(args.format, width=width), end="")


def _add_diff(diff: argparse.ArgumentParser) -> None:
    side = "a document or folder to read, a build's folder, or documents of --data by title, file or date"
    diff.add_argument("before", metavar="A", help=side)
    diff.add_argument("after", metavar="B", help="the same, later")
    diff.add_argument("--data", type=Path, default=Path("output"), metavar="DIR", help="default: %(default)s")
    diff.add_argument("--speaker", metavar="NAME", help="compare only what this one says")
    diff.add_argument("--format", choices=("table", "json", "ttl"), default="table", help="default: %(default)s")
    diff.set_defaults(run=_diff)


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("--data", type=Path, default=Path("output"), metavar="PATH", help="default: %(default)s")
    check.add_argument("--most", type=count, default=20, metavar="N", help="shown of each kind (default: %(default)s)")
    check.add_argument("--format", choices=("text", "json", "csv"), default="text", help="csv: lines for --overrides")
    check.set_defaults(run=_check)


def _check(args: argparse.Namespace) -> None:
    from graph.check_command import main_check

    main_check(args)


def _diff(args: argparse.Namespace) -> None:
    from graph.diff_command import main_diff

    main_diff(args)


def _serve(args: argparse.Namespace) -> None:
    from graph.serve import main_serve

    main_serve(args)


def _list_saved() -> None:
    from graph.sparql.saved import saved_queries

    for query in saved_queries():
        print(f"{query.name}\n    {query.question}")
        for parameter in query.parameters:
            default = f" (default: {parameter.default})" if parameter.default else ""
            print(f"    --set {parameter.name}=…  {parameter.meaning}{default}")


def _query_text(args: argparse.Namespace) -> str:
    if args.set:
        raise QueryError("--set fills in a saved query; name one with --saved, or leave --set out")
    if args.file is None:
        return str(args.text)
    try:
        data = sys.stdin.buffer.read() if str(args.file) == "-" else args.file.read_bytes()
        return str(data.decode("utf-8-sig"))
    except OSError as error:
        raise QueryError(f"{args.file}: cannot be read ({error.strerror}); give a file with a SPARQL query") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{args.file}: not UTF-8 at byte {error.start}; save the query as UTF-8 text") from error


def _parameter(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found:
        raise QueryError(f"--set {text!r} has no '='; write it as name=value")
    return name, value
