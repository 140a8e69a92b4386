"""The explorer beside stock pyvis pages of the same graph, in real Chromium, in one run.

python benchmarks/explorer.py [--statements 10000 100000 1000000] [--runs 5] [--stock 100 1000]

Times are milliseconds from navigation, medians of the runs: "drawn" the first labelled drawing that stays, "answering"
the engine has the graph, "search" and "expand" one of each afterwards, "frame" the time between two frames while the
drawing is dragged. Stock pages have pyvis's own template and physics; what they would fetch from elsewhere is missing.
"""

import argparse
import shutil
import statistics
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from made_graph import first_pairs, make_graph
from playwright.sync_api import Browser, Page, sync_playwright
from pyoxigraph import Triple

from graph.sparql.store import make_store
from graph.web.network import make_network
from graph.web.page import render_page
from graph.web.view import make_view

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
LONGEST = 600.0  # seconds to wait for a page
LONGEST_STOCK = 300.0  # and for a stock page; one that has not settled by then counts as that
MARKS = ("drawn", "answering", "ready")
EXPAND = """async () => {
  const start = performance.now();
  document.querySelector(".acts button").click();
  await page.settled();
  return performance.now() - start;
}"""
SEARCH = (
    "async () => { const start = performance.now(); await page.data.search('bra'); return performance.now() - start; }"
)
FRAMES = """() => {
  window.frames_ = [];
  const tick = now => { window.frames_.push(now); requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""
STABLE = "typeof network !== 'undefined' && network && network.physics.stabilized"


def main() -> None:
    """Print one line a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--stock", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        empty = write_explorer([], Path(folder) / "empty.html")
        print(f"explorer without data: {empty.stat().st_size / 1e6:.2f} MB")
        graphs = {statements: make_graph(statements) for statements in options.statements}
        for nodes in options.stock:
            page = write_stock(graphs[max(graphs)], nodes, Path(folder) / f"stock-{nodes}.html")
            runs = 1 if nodes >= 1000 else options.runs
            times = [time_stock(browser, page) for _ in range(runs)]
            told = "at least " if statistics.median(times) >= LONGEST_STOCK * 1000 else ""
            size = page.stat().st_size / 1e6
            print(f"stock pyvis, {nodes} nodes: {size:.2f} MB, stable {told}{show(times)} ({runs} runs)")
        for statements, triples in graphs.items():
            page = write_explorer(triples, Path(folder) / f"explorer-{statements}.html")
            claims = sum(
                triple.object.value.endswith("#Claim") for triple in triples if hasattr(triple.object, "value")
            )
            each = (page.stat().st_size - empty.stat().st_size) / claims * 10_000 / 1e6
            runs = [time_explorer(browser, page) for _ in range(options.runs)]
            told = ", ".join(f"{name} {show([run[name] for run in runs])}" for name in runs[0])
            print(
                f"explorer, {len(triples)} statements, {claims} claims: {page.stat().st_size / 1e6:.2f} MB "
                f"({each:.2f} MB a further 10,000 claims), {told}"
            )
        browser.close()


def show(times: list[float]) -> str:
    """The median in whole milliseconds."""
    return f"{statistics.median(times):.0f}"


def write_explorer(triples: list[Triple], file: Path) -> Path:
    """Write the explorer of a graph; its file."""
    store = make_store(triples)
    file.write_text(render_page(make_view(make_network(store), store), triples), encoding="utf-8")
    return file


def write_stock(triples: list[Triple], nodes: int, file: Path) -> Path:
    """Write the page that pyvis itself makes of the first entities of a graph; its file."""
    from pyvis.network import Network

    stock = Network(directed=True, cdn_resources="in_line")
    for one, other in first_pairs(triples, nodes):
        for end in (one, other):
            stock.add_node(end, label=end.rpartition("/")[2])
        stock.add_edge(one, other)
    file.write_text(stock.generate_html(), encoding="utf-8")
    return file


def until(page: Page, told: str, longest: float = LONGEST) -> None:
    """Wait until an expression is true in the page; TimeoutError after so many seconds."""
    end = monotonic() + longest
    while not page.evaluate(told):
        if monotonic() > end:
            raise TimeoutError(told)
        page.wait_for_timeout(20)


def visit(browser: Browser, file: Path, measure: Callable[[Page], dict[str, float]]) -> dict[str, float]:
    """What is measured in a fresh window of a page."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    page.set_default_timeout(LONGEST * 1000)
    page.goto(file.as_uri(), wait_until="commit")
    try:
        return measure(page)
    finally:
        page.close()


def time_stock(browser: Browser, file: Path) -> float:
    """Milliseconds until a stock page stands still."""

    def measure(page: Page) -> dict[str, float]:
        try:
            until(page, STABLE, LONGEST_STOCK)
        except TimeoutError:
            return {"stable": LONGEST_STOCK * 1000}
        return {"stable": page.evaluate("performance.now()")}

    return visit(browser, file, measure)["stable"]


def time_explorer(browser: Browser, file: Path) -> dict[str, float]:
    """Milliseconds of an explorer page, by what they measure."""

    def measure(page: Page) -> dict[str, float]:
        until(page, "Boolean(document.documentElement?.dataset.ready)")
        times = {name: page.evaluate("name => performance.getEntriesByName(name)[0].startTime", name) for name in MARKS}
        times["search"] = page.evaluate(SEARCH)
        page.evaluate("() => document.querySelector('.starts a').click()")
        page.evaluate("page.settled()")
        page.locator(".acts button").first.wait_for()
        times["expand"] = page.evaluate(EXPAND)
        times["frame"] = time_frames(page)
        return times

    return visit(browser, file, measure)


def time_frames(page: Page) -> float:
    """The median time between two frames while the drawing is dragged to and fro."""
    page.keyboard.press("Escape")
    page.locator("#reset").click()
    page.evaluate("page.settled()")
    box = page.locator("#network").bounding_box()
    x, y = box["x"] + 12, box["y"] + box["height"] - 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(60):
        page.mouse.move(x + 4 * (step % 30), y - 2 * (step % 30))
    page.mouse.up()
    stamps = page.evaluate("window.frames_")
    return statistics.median(b - a for a, b in pairwise(stamps))


if __name__ == "__main__":
    main()
