"""What the command line takes: a parser for each command, and what its arguments are.

At import only argparse and difflib are loaded.
"""

import argparse
import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn, TypeAlias

_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001 — argparse names no type of its own for it
Run = Callable[[argparse.Namespace], int | None]
FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")
EXPORTS = ("ttl", "nt", "jsonld", "rdf", "nq", "trig", "graphml", "gexf", "csv", "cypher")
BASE = "https://dragoman.invalid/"


class _Parser(argparse.ArgumentParser):
    """A parser that tells, for an option or a choice that it does not have, the one that may be meant."""

    def parse_known_args(  # type: ignore[override]  # argparse overloads it by the kind of namespace
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Return what is parsed; what a command does not take is told by the command, which knows its options."""
        found, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return found, left

    def error(self, message: str) -> NoReturn:
        """Print usage and message, with what may be meant, and exit with 2."""
        wrong = re.search(r"unrecognized arguments: (?:[^-]\S* )*(--[^\s=]+)", message)
        choice = re.search(r"invalid choice: '(.*)' \(choose from (.*)\)", message)
        if choice:
            near = get_close_matches(choice[1], re.findall(r"[\w-]+", choice[2]), n=1)
        else:
            near = get_close_matches(wrong[1], self._option_string_actions, n=1) if wrong else []
        super().error(f"{message}; did you mean {near[0]}?" if near else message)


def make_parser(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """Return the parser of the command line; what it parses has the `run` of its command, or None without a command."""
    parser = _Parser(prog="dragoman", description="From policy documents to a graph of cited claims.")
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_add_build, _add_extract, _add_query, _add_diff, _add_check, _add_export, _add_push, _add_serve):
        add(commands)
    for name, command in commands.choices.items():
        command.set_defaults(run=runs[name])
    parser.set_defaults(run=None)
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
    build.add_argument("--base", default=BASE, metavar="IRI", help="what the IRIs start with (default: %(default)s)")
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


def _add_extract(commands: _Commands) -> None:
    extract = commands.add_parser("extract", help="print every relation that a text states, as JSON lines")
    extract.add_argument("document", type=Path, metavar="FILE", help="text or Markdown; - for standard input")
    extract.add_argument("--lines", action="store_true", help="take each line as a text of its own, and number it")
    extract.add_argument("--force", action="store_true", help="read a document that is not in English all the same")
    _add_rules(extract)


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
        "--format", choices=FORMATS, help="default: table on a terminal, else csv (ttl for triples, yes or no for ASK)"
    )
    query.add_argument("--limit", type=count, metavar="N", help="no more rows or triples than this")
    query.add_argument("--timeout", type=seconds, metavar="SECONDS", help="how long the query may take")
    _add_services(query)
    query.add_argument("--explain", action="store_true", help="tell what the query has to do, and how long it takes")


def _add_diff(commands: _Commands) -> None:
    diff = commands.add_parser("diff", help="tell what is new, repeated, reworded, changed or dropped in a text")
    side = "a document or folder to read, a build's folder, or documents of --data by title, file or date"
    diff.add_argument("before", metavar="A", help=side)
    diff.add_argument("after", metavar="B", help="the same, later")
    diff.add_argument("--data", type=Path, default=Path("output"), metavar="DIR", help="default: %(default)s")
    diff.add_argument("--speaker", metavar="NAME", help="compare only what this one says")
    diff.add_argument("--voice", metavar="NAME", help='whom "we" speaks for in the documents that are read')
    diff.add_argument("--overrides", type=Path, metavar="CSV", help="the same for names, as of build")
    shown = diff.add_mutually_exclusive_group()
    shown.add_argument("--format", choices=("table", "json", "ttl"), default="table", help="default: %(default)s")
    shown.add_argument("--html", type=Path, metavar="FILE", help="write an explorer of both sides and their changes")


def _add_check(commands: _Commands) -> None:
    check = commands.add_parser("check", help="list doubtful merges, unlinked names and conflicts of counts")
    _add_data(check, positional=True)
    check.add_argument("--most", type=count, default=20, metavar="N", help="shown of each kind (default: %(default)s)")
    check.add_argument("--format", choices=("text", "json", "csv"), default="text", help="csv: lines for --overrides")


def _add_export(commands: _Commands) -> None:
    export = commands.add_parser("export", help="write a built graph in another format")
    export.add_argument("target", type=Path, metavar="TARGET", help="the file to write; for csv a folder")
    export.add_argument(
        "--format", choices=EXPORTS, help="default: what the name of the file ends in, and csv for a name without"
    )
    export.add_argument("--into", metavar="IRI", help="the named graph that nq and trig put the triples in")
    _add_dataset(export)


def _add_push(commands: _Commands) -> None:
    push = commands.add_parser("push", help="move a built graph to a SPARQL server, and check it there")
    _add_dataset(push, positional=True)
    push.add_argument("--update", metavar="URL", help="where the server takes updates, if that is another address")
    push.add_argument("--replace", action="store_true", help="empty the graph first, whatever it holds")
    push.add_argument(
        "--timeout", type=seconds, default=600.0, metavar="SECONDS", help="for each request (default: 600)"
    )


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
        help="serve an assistant on standard input and output instead (needs the extra mcp)",
    )
    _add_services(serve)
    serve.add_argument("--cors", metavar="ORIGIN", help="let pages of this origin ask, such as https://example.org")


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
    _add_data(command, positional=positional)
    command.add_argument("--endpoint", metavar="URL", help="ask the SPARQL endpoint at this address instead")
    command.add_argument("--graph", metavar="IRI", help="the named graph of the endpoint that holds the dataset")


def _add_data(command: argparse.ArgumentParser, *, positional: bool) -> None:
    told = "a build's folder or an RDF file (default: output)"
    if positional:
        command.add_argument("output", nargs="?", type=Path, metavar="OUTPUT", help=told)
    command.add_argument(
        "--data", type=Path, metavar="PATH", help="the same, as other commands take it" if positional else told
    )


def _add_services(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--allow-service",
        action="append",
        default=[],
        metavar="URL",
        help="let queries call this SPARQL endpoint with SERVICE (default: none); repeatable",
    )
