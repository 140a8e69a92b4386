"""The page before other makers' engines: `dragoman serve --endpoint` shows what they hold."""

import pytest

from graph.rdf.files import write_ntriples
from graph.sparql.push import push
from graph.sparql.remote import PASSWORD, USER, Remote
from tests.browser.conftest import Visit
from tests.sparql.engines import oxigraph, virtuoso
from tests.sparql.server import serving
from tests.web.sample import BASE, sample_world


@pytest.mark.parametrize("start", [oxigraph, virtuoso])
def test_the_page_finds_selects_and_counts_as_before_its_own_store(chromium, start, tmp_path, monkeypatch):
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    write_ntriples(sample_world().whole(), tmp_path / "build" / "graph.nt")
    (tmp_path / "engine").mkdir()
    seen = {}
    with start(tmp_path / "engine") as engine:
        for name, value in zip((USER, PASSWORD), engine.access or (), strict=False):
            monkeypatch.setenv(name, value)
        push(tmp_path / "build", Remote(url=engine.query, graph=engine.graph), update=engine.update)
        there = ["--endpoint", engine.query, *(["--graph", engine.graph] if engine.graph else [])]
        for name, options in {"here": [], "there": [*there, "--timeout", "60"]}.items():
            with serving(tmp_path / "build", *options) as (address, _):
                page = chromium.new_page(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
                page.set_default_timeout(60_000)
                visit = Visit(page, f"{address}/")
                visit.search("glob")
                hits = page.locator("#hits").inner_text()
                page.reload()
                page.locator("html[data-ready]").wait_for(state="attached")
                visit.search("China")
                page.keyboard.press("Enter")
                page.locator("#hits").wait_for(state="hidden")
                visit.settle()
                seen[name] = (hits, page.locator("#panel").inner_text())
                assert visit.messages == []
                page.close()

    assert "Global Development Initiative" in seen["here"][0]
    assert "China proposed the Global Development Initiative" in seen["here"][1]
    assert seen["there"] == seen["here"]
    assert BASE not in seen["there"][1]
