"""The network and its claims as one HTML page: pyvis fills our own template, everything it needs is inlined."""

import base64
import hashlib
import json
import warnings
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from graph.sparql.store import Store
from graph.web.data import make_page_data
from graph.web.layout import radius_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # pyvis imports IPython for notebooks, which warns of its own
    from pyvis.network import Network

FRONTEND = files("graph.web") / "frontend"
SCRIPTS = (
    "data.js",
    "elements.js",
    "labels.js",
    "drawing.js",
    "panel.js",
    "runs.js",
    "text.js",
    "reader.js",
    "search.js",
    "main.js",
)
VIS_NETWORK = files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"

# Every type is told apart without its colour: by its shape, or by that shape being hollow.
LOOKS: dict[str, dict[str, Any]] = {
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

OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "hoverConnectedEdges": False, "multiselect": False, "selectConnectedEdges": False},
    "edges": {"smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.12}},
}


def render_page(network: "nx.MultiDiGraph[str]", store: Store, *, title: str = "Dragoman") -> str:
    """Return the explorer page of a network and the store it was made from: one file, no request to anywhere.

    The page's Content-Security-Policy allows its own script and style by their hashes and nothing else. Names and
    texts reach it as JSON only, in which `<` is escaped. The same arguments give the same page.
    """
    script, style = _inline_script(), _read("style.css")
    page = Network(directed=True)
    page.nodes, page.edges = _nodes(network), _edges(network)
    page.options = OPTIONS
    page.path = "page.html.j2"
    page.templateEnv = Environment(loader=FunctionLoader(_read), autoescape=True, undefined=StrictUndefined)
    page.templateEnv.globals.update(
        title=title,
        policy=_policy(script, style),
        style=Markup(style),  # noqa: S704  our own file
        script=Markup(script),  # noqa: S704  our own files and pyvis's
        data=make_page_data(network, store),
        looks=LOOKS,
        to_json=_to_json,
    )
    return str(page.generate_html())


def _nodes(network: "nx.MultiDiGraph[str]") -> list[dict[str, Any]]:
    """Return all nodes as vis-network takes them; only those of the first view have a position."""
    return [
        {
            "id": node,
            "label": data["caption"],
            "shape": LOOKS[data["type"]]["shape"],
            "size": radius_of(data["weight"]),
            **{key: data[key] for key in ("x", "y") if key in data},
        }
        for node, data in network.nodes(data=True)
    ]


def _edges(network: "nx.MultiDiGraph[str]") -> list[dict[str, Any]]:
    """Return one edge for each ordered pair of entities that claims connect; `claims` says how many.

    It is dashed unless at least one of them is stated as done: a plan never looks like a deed.
    """
    pairs: dict[tuple[str, str], list[dict[str, str]]] = {}
    for subject, object_, data in network.edges(data=True):
        if subject != object_:
            pairs.setdefault((subject, object_), []).append(data)
    return [
        {
            "id": f"{subject} {object_}",
            "from": subject,
            "to": object_,
            "claims": len(claims),
            "dashes": not any(data["polarity"] == "affirmed" and data["modality"] == "asserted" for data in claims),
        }
        for (subject, object_), claims in sorted(pairs.items())
    ]


def _to_json(value: object) -> Markup:
    """Return JSON that cannot leave the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  nothing left that HTML reads as markup


def _inline_script() -> str:
    """Return vis-network and the page's own scripts as the content of one script element."""
    library = VIS_NETWORK.read_text(encoding="utf-8").split("//# sourceMappingURL=")[0]
    script = "\n".join([library, *map(_read, SCRIPTS)])
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _read(name: str) -> str:
    return (FRONTEND / name).read_text(encoding="utf-8")
