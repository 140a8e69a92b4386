"""The command `dragoman`: a thin copy of the Python functions, and the one place that prints and shows errors.

At import only argparse and the errors are loaded; each command imports what it needs.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TypeAlias

from graph.errors import GraphError

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 — argparse names no type of its own for it
_FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")
_EXPORTS = ("ttl", "nt", "jsonld", "rdf", "nq", "trig", "graphml", "gexf", "csv", "cypher")
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
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_add_build, _add_extract, _add_query, _add_diff, _add_check, _add_export, _add_push, _add_serve):
        add(commands)
    return parser


def _add_build(commands: _Commands) -> None:
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
    build.add_argument(
        "--store",
        action=argparse.BooleanOptionalAction,
        help="keep the graph in a store on disk too, so that it need not be loaded (default: when it is large)",
    )
    _add_rules(build)
    build.set_defaults(run=_build)


def _add_extract(commands: _Commands) -> None:
    extract = commands.add_parser("extract", help="print every relation that a text states, as JSON lines")
    extract.add_argument("document", type=Path, metavar="FILE", help="text or Markdown; - for standard input")
    extract.add_argument("--lines", action="store_true", help="take each line as a text of its own, and number it")
    extract.add_argument("--force", action="store_true", help="read a document that is not in English all the same")
    _add_rules(extract)
    extract.set_defaults(run=_extract)


def _add_query(commands: _Commands) -> None:
    query = commands.add_parser("query", help="ask a built graph in SPARQL")
    source = query.add_mutually_exclusive_group()
    source.add_argument(
        "text",
        nargs="?",
        metavar="QUERY",
        help="SPARQL, such as 'SELECT * { ?s ?p ?o } LIMIT 5'; none: asked for",
    )
    source.add_argument("--file", type=Path, metavar="FILE", help="a file with a query; - for standard input")
    source.add_argument("--saved", metavar="NAME", help="a saved query")
    source.add_argument("--list-saved", action="store_true", help="list the saved queries")
    query.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="fill in a blank of a saved query; repeatable"
    )
    _add_dataset(query)
    query.add_argument(
        "--format", choices=_FORMATS, help="default: table on a terminal, else csv (ttl for triples, yes or no for ASK)"
    )
    query.add_argument("--limit", type=count, metavar="N", help="no more rows or triples than this")
    query.add_argument("--timeout", type=seconds, metavar="SECONDS", help="how long the query may take")
    query.add_argument("--explain", action="store_true", help="tell what the query has to do, and how long it takes")
    query.set_defaults(run=_query)


def _add_export(commands: _Commands) -> None:
    export = commands.add_parser("export", help="write a built graph in another format")
    export.add_argument("target", type=Path, metavar="TARGET", help="the file to write; for csv a folder")
    export.add_argument(
        "--format", choices=_EXPORTS, help="default: what the name of the file ends in, and csv for a name without"
    )
    export.add_argument("--into", metavar="IRI", help="the named graph that nq and trig put the triples in")
    _add_dataset(export)
    export.set_defaults(run=_export)


def _add_push(commands: _Commands) -> None:
    push = commands.add_parser("push", help="move a built graph to a SPARQL server, and check it there")
    _add_dataset(push, positional=True)
    push.add_argument("--update", metavar="URL", help="where the server takes updates, if that is another address")
    push.add_argument("--replace", action="store_true", help="empty the graph first, whatever it holds")
    push.add_argument(
        "--timeout", type=seconds, default=600.0, metavar="SECONDS", help="for each request (default: 600)"
    )
    push.set_defaults(run=_push)


def _add_serve(commands: _Commands) -> None:
    serve = commands.add_parser("serve", help="serve the page and a SPARQL endpoint from this machine")
    _add_dataset(serve, positional=True)
    serve.add_argument("--host", default="127.0.0.1", help="default: %(default)s, which this machine alone can reach")
    serve.add_argument("--port", type=port, default=8750, help="default: %(default)s; 0 picks a free one")
    serve.add_argument(
        "--timeout", type=seconds, default=10.0, metavar="SECONDS", help="how long a query may take (default: 10)"
    )
    serve.add_argument(
        "--max-bytes", type=count, default=50_000_000, metavar="N", help="longest answer (default: %(default)s)"
    )
    serve.add_argument("--workers", type=count, metavar="N", help="queries at a time (default: one a core, up to 4)")
    serve.add_argument(
        "--mcp",
        action="store_true",
        help="serve an assistant on standard input and output instead (needs dragoman[mcp])",
    )
    serve.add_argument("--cors", metavar="ORIGIN", help="let pages of this origin ask, such as https://example.org")
    serve.set_defaults(run=_serve)


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


def _add_dataset(command: argparse.ArgumentParser, *, positional: bool = False) -> None:
    told = "a build's folder or an RDF file (default: output)"
    if positional:
        command.add_argument("output", nargs="?", type=Path, metavar="OUTPUT", help=told)
    else:
        command.add_argument("--data", type=Path, metavar="PATH", help=told)
    command.add_argument("--endpoint", metavar="URL", help="ask the SPARQL endpoint at this address instead")
    command.add_argument("--graph", metavar="IRI", help="the named graph of the endpoint that holds the dataset")


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
    from graph.ask import main_query

    main_query(args)


def _export(args: argparse.Namespace) -> None:
    from graph.options import source_of
    from graph.sparql.export import export

    form = args.format or args.target.suffix.removeprefix(".") or "csv"
    if form not in _EXPORTS:
        raise GraphError(f"{args.target}: its name tells no format; give one with --format: {', '.join(_EXPORTS)}")
    export(source_of(args, args.data), args.target, form, into=args.into)
    print(f"Wrote {args.target}")


def _add_check(commands: _Commands) -> None:
    check = commands.add_parser("check", help="list doubtful merges, unlinked names and conflicts of counts")
    check.add_argument("--data", type=Path, default=Path("output"), metavar="PATH", help="default: %(default)s")
    check.add_argument("--most", type=count, default=20, metavar="N", help="shown of each kind (default: %(default)s)")
    check.add_argument("--format", choices=("text", "json", "csv"), default="text", help="csv: lines for --overrides")
    check.set_defaults(run=_check)


def _add_diff(commands: _Commands) -> None:
    diff = commands.add_parser("diff", help="tell what is new, repeated, reworded, changed or dropped in a text")
    side = "a document or folder to read, a build's folder, or documents of --data by title, file or date"
    diff.add_argument("before", metavar="A", help=side)
    diff.add_argument("after", metavar="B", help="the same, later")
    diff.add_argument("--data", type=Path, default=Path("output"), metavar="DIR", help="default: %(default)s")
    diff.add_argument("--speaker", metavar="NAME", help="compare only what this one says")
    shown = diff.add_mutually_exclusive_group()
    shown.add_argument("--format", choices=("table", "json", "ttl"), default="table", help="default: %(default)s")
    shown.add_argument("--html", type=Path, metavar="FILE", help="write an explorer of both sides and their changes")
    diff.set_defaults(run=_diff)


def _check(args: argparse.Namespace) -> None:
    from graph.check_command import main_check

    main_check(args)


def _diff(args: argparse.Namespace) -> None:
    from graph.diff_command import main_diff

    main_diff(args)


def _push(args: argparse.Namespace) -> None:
    from graph.options import DEFAULT, remote_of
    from graph.sparql.push import push

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done:,} of {total:,} triples", end="\n" if done == total else "", file=sys.stderr, flush=True)

    done = push(args.output or DEFAULT, remote_of(args), update=args.update, replace=args.replace, progress=tell)
    told = "were there already" if not done.sent else f"are there, {done.sent:,} of them sent now"
    print(f"{done.triples:,} triples {told}; counts and checksums agree")


def _serve(args: argparse.Namespace) -> None:
    if args.mcp:
        from graph.assistants import main_mcp

        main_mcp(args)
        return
    from graph.serve import main_serve

    main_serve(args)
