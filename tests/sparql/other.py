"""A server that is not ours: it answers each request with what a test tells it to."""

import base64
import hashlib
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

JSON = "application/sparql-results+json"


@dataclass
class Reply:
    """A response; `cut` sends half of the body only, `slow` waits so many seconds before each tenth of it."""

    status: int = 200
    content_type: str = JSON
    body: bytes = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"1"}}]}}'
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    slow: float = 0.0


@dataclass
class Asked:
    """A request as it came."""

    path: str
    headers: dict[str, str]
    form: dict[str, list[str]]


@contextmanager
def answering(reply: Callable[[Asked], Reply]) -> Iterator[tuple[str, list[Asked]]]:
    """The address of a server that answers by `reply`, and the requests it had."""
    seen: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, parse_qs(body))
            seen.append(asked)
            one = reply(asked)
            self.send_response(one.status)
            for name, value in {"Content-Type": one.content_type, **one.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(one.body)))
            self.end_headers()
            sent = one.body[: len(one.body) // 2] if one.cut else one.body
            step = max(1, len(sent) // 10)
            try:
                for start in range(0, len(sent), step):
                    time.sleep(one.slow)
                    self.wfile.write(sent[start : start + step])
                    self.wfile.flush()
            except OSError:
                pass
            self.close_connection = one.cut

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql", seen
    finally:
        server.shutdown()
        server.server_close()


def has_basic(asked: Asked, user: str, password: str) -> bool:
    """Return whether a request carries these credentials by HTTP Basic (RFC 7617)."""
    return asked.headers.get("authorization") == "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def has_digest(asked: Asked, user: str, password: str, *, realm: str = "data") -> bool:
    """Return whether a request carries these credentials by HTTP Digest with MD5 and qop=auth (RFC 7616)."""
    told = asked.headers.get("authorization", "")
    if not told.startswith("Digest "):
        return False
    part = {name: value.strip('"') for name, value in re.findall(r'(\w+)=("[^"]*"|[^,\s]+)', told)}

    def md5(text: str) -> str:
        return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()

    secret, what = md5(f"{user}:{realm}:{password}"), md5(f"POST:{asked.path}")
    expected = md5(":".join([secret, part["nonce"], part["nc"], part["cnonce"], part["qop"], what]))
    return part["response"] == expected
