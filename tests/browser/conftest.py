"""Pages on disk, and a real Chromium that opens them."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.rdf.files import write_ntriples
from graph.sparql.store import make_store
from graph.web.network import make_network
from graph.web.page import render_page
from graph.web.view import make_view
from tests.sparql.server import serving
from tests.web.sample import BASE, World, sample_world

from .screenshot import ARGUMENTS
from .tools import missing


@pytest.fixture(scope="package")  # not longer: its event loop would be in the way of other tests' own
def chromium():
    path = shutil.which("chromium")
    if path is None:
        missing("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


def write_page(world: World, file: Path, **options: str) -> Path:
    """Write the page of a world, and return its file."""
    triples = world.whole()
    store = make_store(triples)
    file.write_text(render_page(make_view(make_network(store), store), triples, **options), encoding="utf-8")
    return file


@pytest.fixture(scope="package")
def sample_file(tmp_path_factory):
    return write_page(sample_world(), tmp_path_factory.mktemp("page") / "index.html")


class Visit:
    """One open page, with every message and request it made."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.messages: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(address)
        page.locator("html[data-ready]").wait_for(state="attached")
        self.settle()

    def settle(self) -> None:
        """Wait until the page has told everything of its state."""
        self.page.evaluate("page.settled()")

    def search(self, text: str) -> None:
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        self.page.locator(f'#hits[data-text="{text}"]').wait_for()

    def select(self, label: str) -> None:
        self.page.keyboard.press("/")
        self.page.keyboard.type(label)
        self.page.keyboard.press("Enter")
        self.page.locator("#hits").wait_for(state="hidden")
        self.settle()

    def point(self, identifier: str) -> tuple[float, float]:
        """Return where a node or an arrow stands in the window."""
        at = self.page.evaluate("id => page.drawing.where(id)", identifier)
        box = self.page.locator("#network").bounding_box()
        return box["x"] + at["x"], box["y"] + at["y"]


@pytest.fixture(scope="package")
def still(chromium: Browser, sample_file):
    """Return the sample page opened once, for tests that only ask it something."""
    one = Visit(
        chromium.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce"), sample_file.as_uri()
    )
    yield one
    one.page.close()


@pytest.fixture
def visit(chromium: Browser, sample_file):
    """Open the sample page, or another file, in a window of its own; afterwards it must have been quiet."""
    visits: list[Visit] = []

    def open_page(file=sample_file, *, size=(1280, 720), scheme="light", anchor="") -> Visit:
        page = chromium.new_page(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
        )
        visits.append(Visit(page, file.as_uri() + anchor))
        return visits[-1]

    yield open_page
    for one in visits:
        one.page.close()
        assert one.messages == []
        assert {url for url in one.requests if not url.startswith("blob:")} == {one.address.partition("#")[0]}


# What a browser says of itself: that a wrong query was answered with 400, and that it wished to style what is typed
# over a selection in an editable text, which the policy forbids to it.
OWN_WORDS = ("Failed to load resource: the server responded with a status of 400", "Applying inline style violates")


@pytest.fixture(scope="package", params=["file", "http"])
def address(request, sample_file, tmp_path_factory):
    if request.param == "file":
        yield sample_file.as_uri()
        return
    folder = tmp_path_factory.mktemp("served")
    write_ntriples(sample_world().whole(), folder / "graph.nt")
    with serving(folder) as (where, _):
        yield f"{where}/"


@pytest.fixture
def reader(chromium, address):
    """Open the sample page at an anchor; afterwards it must have been quiet and asked nobody else."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 720}, reduced_motion="reduce", accept_downloads=True
    )
    if address.startswith("http"):
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    visits: list[Visit] = []

    def open_page(anchor: str = "") -> Visit:
        visits.append(Visit(context.new_page(), address + anchor))
        return visits[-1]

    yield open_page
    for one in visits:
        assert [message for message in one.messages if not message.startswith(OWN_WORDS)] == []
        allowed = {address, f"{address}sparql"}
        assert {url for url in one.requests if not url.startswith("blob:")} <= allowed
    context.close()


def drawn(one: Visit) -> set[str]:
    return {node.removeprefix(f"{BASE}entity/") for node in one.page.evaluate("page.drawing.drawnNodes()")}


def overlap(a: dict[str, float], b: dict[str, float]) -> bool:
    """Tell whether two boxes share more than half a pixel."""
    return (
        a["x"] + 0.5 < b["x"] + b["width"]
        and b["x"] + 0.5 < a["x"] + a["width"]
        and a["y"] + 0.5 < b["y"] + b["height"]
        and b["y"] + 0.5 < a["y"] + a["height"]
    )
