"""The explorer as one HTML page: pyvis fills our own template, everything the page needs is inlined."""

import base64
import hashlib
import json
import warnings
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup
from pyoxigraph import RdfFormat, Triple

from graph.errors import StoreError
from graph.rdf.files import pack_turtle
from graph.rdf.names import DEFAULT_BASE, prefixes
from graph.sparql.query import Source, open_store
from graph.sparql.saved import saved_queries
from graph.web.network import make_network
from graph.web.view import make_view

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # pyvis imports IPython for notebooks, which warns of its own
    from pyvis.network import Network

Json = dict[str, Any]

FRONTEND = files("graph.web") / "frontend"
ASSETS = files("graph.web") / "assets"
VIS_NETWORK = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
STYLES = ("style.css", "views.css", "changes.css", "console.css")
VIEW_FILE = "explorer.json"

VIEWS = ("network", "table", "timeline", "matrix", "connect", "console")

# Every type is told apart without its colour: by its shape, or by that shape being hollow.
LOOKS: dict[str, Json] = {
    "Country": {"shape": "dot", "hollow": False},
    "Organization": {"shape": "square", "hollow": False},
    "Person": {"shape": "triangle", "hollow": False},
    "Region": {"shape": "hexagon", "hollow": False},
    "Place": {"shape": "triangleDown", "hollow": False},
    "Initiative": {"shape": "diamond", "hollow": False},
    "Event": {"shape": "star", "hollow": False},
    "Group": {"shape": "hexagon", "hollow": True},
    "Role": {"shape": "triangle", "hollow": True},
    "Agreement": {"shape": "diamond", "hollow": True},
    "Concept": {"shape": "dot", "hollow": True},
    "Document": {"shape": "square", "hollow": True},
}

OPTIONS: Json = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "multiselect": False, "selectConnectedEdges": False},
    "edges": {"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12}},
}


def render_page(view: Json, triples: Iterable[Triple], *, title: str = "Dragoman", base: str = DEFAULT_BASE) -> str:
    """Return the explorer of a graph as one file that makes no request: first view, engine and graph inlined.

    The page's Content-Security-Policy allows its own script and style by their hashes, its engine as WebAssembly, its
    worker from memory, and nothing else. Names and texts reach it as JSON in which `<` is escaped, or packed. The same
    arguments give the same page. Raises StoreError where the page's scripts were not built.
    """
    listed = list(triples)
    return render_packed(view, pack_turtle(listed, names=prefixes(base)), len(listed), title=title, base=base)


def render_packed(view: Json, packed: bytes, statements: int, *, title: str, base: str) -> str:
    """Return the same page for a graph that is gzipped Turtle already."""
    blocks = {"worker": _asset("worker.js"), "engine": _asset("oxigraph.wasm.gz"), "data": packed}
    config = {"data": {"format": RdfFormat.TURTLE.media_type, "statements": statements}}
    policy = "script-src {script} 'wasm-unsafe-eval'; worker-src blob:"
    return _render(view, title, base, config=config, policy=policy, blocks=blocks)


def render_pointer(view: Json, statements: int, *, title: str) -> str:
    """Return a page for a graph that is too large for one: what it holds, and how to see it served."""
    counts = {name: f"{number:,}" for name, number in view["counts"].items()}
    return _POINTER.render(title=title, counts=counts, statements=f"{statements:,}")


_POINTER = Environment(autoescape=True, undefined=StrictUndefined).from_string("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{ title }}</title>
</head>
<body>
<h1>{{ title }}</h1>
<p>{{ counts.documents }} documents, {{ counts.entities }} entities, {{ counts.claims }} claims.</p>
<p>The graph has {{ statements }} statements, more than a page can carry. To explore it, run this beside this file's
folder and open the address that it tells:</p>
<pre>dragoman serve FOLDER</pre>
</body>
</html>
""")


def render_served(source: Source, *, endpoint: str, output: Path | None = None) -> str:
    """Return the same page for the graph of a source, asking the SPARQL endpoint at `endpoint` instead.

    The first view is the one that a build left in its folder: in `source`, or in `output` where the source is an
    endpoint. `endpoint` is an address as the page's browser sees it. Raises StoreError where there is no graph.
    """
    folder = source if isinstance(source, Path) else output
    if folder is not None and (folder / VIEW_FILE).is_file():
        kept = json.loads((folder / VIEW_FILE).read_text(encoding="utf-8"))
    else:  # no build's folder: count it now
        store = open_store(source)
        title = source.name if isinstance(source, Path) else str(source)
        kept = {"title": title, "base": store.base, "view": make_view(make_network(store), store)}
    origin = "/".join(endpoint.split("/")[:3]) if "://" in endpoint else "'self'"
    policy = f"script-src {{script}}; connect-src {origin}"
    return _render(kept["view"], kept["title"], kept["base"], config={"endpoint": endpoint}, policy=policy, blocks={})


def render_view(view: Json, *, title: str, base: str) -> bytes:
    """Return the file that `render_served` reads."""
    return (_json({"title": title, "base": base, "view": view}) + "\n").encode()


def _render(view: Json, title: str, base: str, *, config: Json, policy: str, blocks: dict[str, bytes]) -> str:
    library, script = _inline(VIS_NETWORK.read_text(encoding="utf-8")), _inline(_asset("explorer.js").decode())
    style = "\n".join(_read(name) for name in STYLES)
    allowed = policy.format(script=" ".join(f"'{_digest(text)}'" for text in (library, script)))
    page = Network(directed=True)
    page.nodes, page.edges, page.options = view["nodes"], view["links"], OPTIONS
    page.path = "page.html.j2"
    page.templateEnv = Environment(loader=FunctionLoader(_read), autoescape=True, undefined=StrictUndefined)
    page.templateEnv.globals.update(
        title=title,
        policy=f"default-src 'none'; {allowed}; style-src '{_digest(style)}'; base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704  our own files
        library=Markup(library),  # noqa: S704  pyvis's own file
        script=Markup(script),  # noqa: S704  our own files and the packages they name
        sides=view.get("sides"),
        views=(*(("changes",) if "changes" in view else ()), *VIEWS),
        config=_config(view, title, base) | config,
        blocks={name: Markup(base64.b64encode(content).decode()) for name, content in blocks.items()},  # noqa: S704
        to_json=_to_json,
    )
    return str(page.generate_html())


def _config(view: Json, title: str, base: str) -> Json:
    saved = [
        {
            "name": query.name,
            "title": query.title,
            "question": query.question,
            "parameters": [
                {"name": p.name, "meaning": p.meaning, "default": p.default, "namesEntity": p.names_entity}
                for p in query.parameters
            ],
            "text": query.text,
        }
        for query in saved_queries()
    ]
    return {
        "title": title, "base": base, "prefixes": prefixes(base), "view": view, "looks": LOOKS, "options": OPTIONS,
        "saved": saved, "endpoint": None,
    }  # fmt: skip


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _to_json(value: object) -> Markup:
    """Return JSON that cannot leave the script element it stands in."""
    text = _json(value)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  nothing left that HTML reads as markup


def _inline(script: str) -> str:
    """Return a script as the content of a script element; in JavaScript these stand in strings and comments only."""
    bare = script.split("//# sourceMappingURL=", maxsplit=1)[0]
    return bare.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _asset(name: str) -> bytes:
    file = ASSETS / name
    if not file.is_file():
        raise StoreError(f"{file}: the page's scripts are not built; run `pip install -e .` in the clone once more")
    return file.read_bytes()


def _read(name: str) -> str:
    return (FRONTEND / name).read_text(encoding="utf-8")
