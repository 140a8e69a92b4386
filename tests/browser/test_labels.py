"""What is written in the drawing: a name that must be cut gives way to its acronym, and no faded arrow has a label."""

import pytest
from pyoxigraph import Literal

from tests.web.sample import BASE, SKOS, World, slug

from .conftest import write_page

pytestmark = pytest.mark.browser

LONG = "Association of Southeast Asian Nations"
NAMES = {LONG: "ASEAN", f"{LONG} Outlook on the Indo-Pacific": "ASEAN Outlook", "United Nations": "UN"}
WRITTEN = "page.drawing.model().labels.map(label => label.lines.join(' '))"


@pytest.fixture(scope="module")
def acronyms(tmp_path_factory):
    world = World()
    world.entities({"Country": ["Norway", "Peru", "Chad"], "Organization": list(NAMES), "Person": ["Wang Yi"]})
    for name, alias in NAMES.items():
        world.say(f"{BASE}entity/{slug(name)}", SKOS + "altLabel", Literal(alias))
    pairs = [*((land, name) for land in ("Norway", "Peru") for name in NAMES), ("Norway", "Peru"), ("Peru", "Chad")]
    claims = [{"subject": one, "relation": "met", "object": other} for one, other in pairs]
    world.write("one", "Report", "", [(f"{c['subject']} met {c['object']}.", [c]) for c in claims])
    return write_page(world, tmp_path_factory.mktemp("acronyms") / "index.html")


def test_a_name_that_must_be_cut_gives_way_to_its_acronym(visit, acronyms):
    one = visit(acronyms)
    assert {"ASEAN", "ASEAN Outlook", "United Nations"} <= set(one.page.evaluate(WRITTEN))
    one.page.mouse.move(*one.point(f"{BASE}entity/{slug(LONG)}"))
    one.page.wait_for_function("name => document.getElementById('network').title === name", arg=LONG)
    one.page.mouse.move(*one.point(f"{BASE}entity/united-nations"))
    one.page.wait_for_function("document.getElementById('network').title === ''")


def test_so_it_does_where_it_is_drawn_later(visit, acronyms):
    one = visit(acronyms, anchor=f"#m=only+entity/norway+entity/{slug(LONG)}")
    assert {"Norway", "ASEAN"} <= set(one.page.evaluate(WRITTEN))


def test_no_arrow_that_is_faded_is_named(visit, acronyms):
    one = visit(acronyms, anchor="#m=only+entity/norway+entity/peru+entity/chad")
    named = "page.drawing.model().labels.filter(label => label.relation).length"
    assert one.page.evaluate(named) == 2
    one.select("Norway")
    one.page.wait_for_function(f"{named} === 1")
    one.page.mouse.move(*one.point(f"{BASE}entity/peru {BASE}entity/chad"))
    one.page.wait_for_timeout(300)
    assert one.page.evaluate(named) == 1
