"""What several commands take from the command line alike: where the dataset is."""

import re
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.sparql.query import Source

if TYPE_CHECKING:
    from graph.sparql.remote import Remote

DEFAULT = Path("output")


def data_of(args: Namespace) -> Path | None:
    """Return the build or file that a command line names, by itself or with --data; StoreError where it names two."""
    output: Path | None = getattr(args, "output", None)
    data: Path | None = args.data
    if output and data and output != data:
        raise StoreError(f"{output} and --data {data} are two datasets; name the one that is meant")
    return output or data


def source_of(args: Namespace, path: Path | None) -> Source:
    """Return the endpoint that a command line names with --endpoint and --graph, else the path, by default `output`.

    Raises StoreError for --graph without --endpoint: a build has one graph.
    """
    if args.endpoint is None:
        if args.graph is not None:
            raise StoreError("--graph names a graph of an endpoint; give --endpoint too, or choose one with FROM")
        return path or DEFAULT
    return remote_of(args)


def services_of(args: Namespace) -> frozenset[str]:
    """Return the addresses that queries may call with SERVICE.

    Raises StoreError for what is no address of a service, and beside --endpoint, which calls others by itself.
    """
    for service in args.allow_service:
        if not re.fullmatch(r"https?://[^\s/@<>\"{}|^`\\]+(?:/[^\s<>\"{}|^`\\]*)?", service):
            raise StoreError(f"--allow-service {service!r} is no address; write it as https://example.org/sparql")
    if args.allow_service and args.endpoint is not None:
        raise StoreError("an endpoint calls services by itself; leave --allow-service or --endpoint out")
    return frozenset(args.allow_service)


def remote_of(args: Namespace) -> "Remote":
    """Return the endpoint that a command line names; StoreError where it names none."""
    from graph.sparql.remote import Remote

    if args.endpoint is None:
        raise StoreError("no endpoint is named; give its address with --endpoint")
    return Remote(url=args.endpoint, graph=args.graph, timeout=getattr(args, "timeout", None) or 60.0)
