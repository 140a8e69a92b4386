"""What several commands take from the command line alike: where the dataset is."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.sparql.query import Source

if TYPE_CHECKING:
    from graph.sparql.remote import Remote

DEFAULT = Path("output")


def source_of(args: Namespace, path: Path | None) -> Source:
    """Return the endpoint that a command line names with --endpoint and --graph, else the path, by default `output`.

    Raises StoreError for --graph without --endpoint: a build has one graph.
    """
    if args.endpoint is None:
        if args.graph is not None:
            raise StoreError("--graph names a graph of an endpoint; give --endpoint too, or choose one with FROM")
        return path or DEFAULT
    return remote_of(args)


def remote_of(args: Namespace) -> "Remote":
    """Return the endpoint that a command line names; StoreError where it names none."""
    from graph.sparql.remote import Remote

    if args.endpoint is None:
        raise StoreError("no endpoint is named; give its address with --endpoint")
    return Remote(url=args.endpoint, graph=args.graph, timeout=getattr(args, "timeout", None) or 60.0)
