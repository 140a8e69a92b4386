"""A build's folder as a web server: the explorer at `/`, the dataset at `/sparql` and beside it.

`graph/sparql/endpoint.py` answers what asks the dataset; here it is put together, guarded and run.
"""

import asyncio
import gc
import hashlib
import os
import re
import signal
import socket
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import cast

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from graph.errors import GraphError, StoreError
from graph.options import data_of, services_of, source_of
from graph.sparql.endpoint import Endpoint, Limits, answer_problem
from graph.sparql.guards import LOOPBACK, Gate, is_loopback
from graph.sparql.joined import Joined
from graph.sparql.pool import Pool
from graph.sparql.protocol import ProblemError
from graph.sparql.query import Source
from graph.sparql.reply import compressing
from graph.sparql.store import find_record
from graph.web.page import render_served


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a folder is served: where, to whom, and with what limits.

    `cors` is the one foreign origin that may ask, `services` are the addresses that queries may call with SERVICE.
    """

    host: str = "127.0.0.1"
    port: int = 8750
    limits: Limits
    workers: int
    cors: str | None = None
    services: frozenset[str] = frozenset()


def serve(source: Source, settings: Settings, *, announce: Callable[[str], None], output: Path | None = None) -> None:
    """Serve a build's folder until it is told to stop; `announce` is called with the address once it answers.

    The source may also be an RDF file, or an endpoint that then is asked for every query; `output` is the folder whose
    build it holds, if any. Raises StoreError where the dataset or the page is missing or damaged, or the address cannot
    be had.
    """
    record = find_record(source) if isinstance(source, Path) else None
    page = render_served(source, endpoint="sparql", output=output)
    with _listen(settings.host, settings.port) as listener, _scratch() as scratch:
        reasons: list[str] = []
        pool = Pool(
            source,
            workers=settings.workers,
            timeout=settings.limits.timeout,
            on_failure=reasons.append,
            services=settings.services,
        )
        endpoint = Endpoint(pool, record=record, scratch=scratch, limits=settings.limits)
        app = make_app(endpoint, pool, page, settings)
        config = uvicorn.Config(
            app,
            http=_Http,
            lifespan="on",
            log_level="error",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=3,
        )
        address = f"http://{_bracketed(settings.host)}:{listener.getsockname()[1]}/"
        server = _Server(config, pool, reasons, on_start=lambda: announce(address))
        try:
            server.run(sockets=[listener])
        except KeyboardInterrupt:  # Ctrl-C is how a server is ended
            return
        if reasons:
            raise StoreError(reasons[0])


@contextmanager
def _scratch() -> Iterator[Path]:
    """Yield a folder that is gone afterwards, also where SIGTERM ends this process; that still is what ended it."""
    process = os.getpid()
    with (folder := TemporaryDirectory(prefix="dragoman-")):

        def leave(number: int, _: FrameType | None) -> None:
            if os.getpid() == process:  # not a process that was forked from this one
                folder.cleanup()
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)

        before = signal.signal(signal.SIGTERM, leave)
        try:
            yield Path(folder.name)
        finally:
            signal.signal(signal.SIGTERM, before)


def make_app(endpoint: Endpoint, pool: Pool, page: str, settings: Settings) -> ASGIApp:
    """Return the application: the page, the endpoint, health and metrics, behind the gate."""
    statuses: Counter[int] = Counter()

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        pool.start()
        yield
        await pool.close()

    def shared(app: ASGIApp) -> ASGIApp:
        return CORSMiddleware(app, [settings.cors], allow_methods=["GET", "POST"]) if settings.cors else app

    app = Starlette(
        routes=[
            Route("/", _page_route(page)),
            Route("/health", lambda _: _health(pool)),
            Route("/metrics", lambda _: _metrics(pool, statuses)),
            *endpoint.routes(),
        ],
        exception_handlers={ProblemError: answer_problem, HTTPException: answer_problem},
        lifespan=lifespan,
    )
    return Gate(
        shared(compressing(app)),
        statuses=statuses,
        hosts={*LOOPBACK, settings.host} if is_loopback(settings.host) else set(),
        queries=("/sparql", shared(endpoint.answer_straight)),
    )


def main_serve(args: Namespace) -> None:
    """Serve what the command line asks for; say where, and warn where others can reach it."""
    if args.cors is not None and not re.fullmatch(r"\*|https?://[^/\s]+", args.cors):
        raise GraphError(f"--cors {args.cors!r} is no origin; write it as https://example.org, or * for all")
    output = data_of(args)
    source = source_of(args, output)
    settings = Settings(
        host=args.host,
        port=args.port,
        limits=Limits(timeout=args.timeout, max_bytes=args.max_bytes),
        workers=args.workers or min(4, os.cpu_count() or 1),
        cors=args.cors,
        services=services_of(args),
    )
    if not is_loopback(args.host):
        sys.stderr.write(f"dragoman: {args.host} can be reached from other machines, and anyone there can ask\n")

    def announce(address: str) -> None:
        sys.stdout.write(f"Serving {source} at {address} (SPARQL at {address}sparql); Ctrl-C ends it.\n")
        sys.stdout.flush()

    serve(source, settings, announce=announce, output=output)


class _Http(HttpToolsProtocol):
    """Sends the head and the body of a response together."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(cast("asyncio.Transport", Joined(transport)))


class _Server(uvicorn.Server):
    """Stops running queries when it is told to stop, and stops itself where the dataset cannot be loaded."""

    def __init__(self, config: uvicorn.Config, pool: Pool, reasons: list[str], *, on_start: Callable[[], None]) -> None:
        super().__init__(config)
        self._pool = pool
        self._reasons = reasons
        self._on_start = on_start

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        gc.freeze()  # what has been loaded stays; to look through it again and again would delay answers
        self._on_start()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._pool.kill()
        super().handle_exit(sig, frame)

    async def on_tick(self, counter: int) -> bool:
        return await super().on_tick(counter) or bool(self._reasons)


def _page_route(page: str) -> Callable[[Request], Response]:
    body = page.encode()
    tag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'  # weak: compressed or not, it is the same page
    headers = {"ETag": tag, "Cache-Control": "no-cache"}

    def answer(request: Request) -> Response:
        known = {each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")}
        if known & {tag.removeprefix("W/"), "*"}:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        return Response(body, headers={**headers, "Content-Type": "text/html; charset=utf-8"})

    return answer


def _health(pool: Pool) -> Response:
    ready = pool.ready is not None
    status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
    return JSONResponse({"ready": ready, "triples": pool.ready.triples if pool.ready else None}, status_code=status)


def _metrics(pool: Pool, statuses: Counter[int]) -> Response:
    """Return what has been done so far in the text format of Prometheus, version 0.0.4."""
    tally = pool.tally
    lines = [
        "# TYPE dragoman_requests_total counter",
        *(f'dragoman_requests_total{{status="{status}"}} {count}' for status, count in sorted(statuses.items())),
        "# TYPE dragoman_query_seconds summary",
        f"dragoman_query_seconds_sum {tally.seconds:.6f}",
        f"dragoman_query_seconds_count {tally.queries}",
        "# TYPE dragoman_query_timeouts_total counter",
        f"dragoman_query_timeouts_total {tally.timeouts}",
        "# TYPE dragoman_workers gauge",
        f'dragoman_workers{{state="idle"}} {pool.idle}',
        f'dragoman_workers{{state="busy"}} {pool.busy}',
    ]
    return PlainTextResponse("\n".join(lines) + "\n", media_type="text/plain; version=0.0.4")


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, OverflowError) as error:
        raise StoreError(f"{host}:{port}: no such address; give one of this machine with --host") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        reason = error.strerror or str(error)
        raise StoreError(f"{host}:{port}: cannot be had ({reason}); give another with --port or --host") from error
    return listener


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
