from itertools import combinations

import pytest
from playwright.sync_api import expect

from tests.web.sample import BASE, COUNTRIES, World, sample_world

from .conftest import overlap, write_page

pytestmark = pytest.mark.browser

WINDOWS = [((1280, 720), "light"), ((1920, 1080), "dark"), ((390, 844), "light")]
CHINA, BRAZIL = f"{BASE}entity/china", f"{BASE}entity/brazil"
LONG = "Joint Statement on a Strategic Partnership for an Enduring and Comprehensive Future of Development"


def test_an_entity_outside_the_first_view_is_drawn_on_demand(visit):
    one = visit()
    drawn = "page.drawing.drawnNodes()"
    iri = f"{BASE}entity/pact-for-the-future"
    assert iri not in one.page.evaluate(drawn)
    one.select("Pact for the Future")
    expect(one.page.locator("#panel h2")).to_have_text("Pact for the Future")
    assert iri in one.page.evaluate(drawn)
    assert [edge for edge in one.page.evaluate("page.drawing.drawnEdges()") if iri in edge] != []


@pytest.fixture(scope="module")
def many_lands(tmp_path_factory):
    """Return the page of a world in which China greets 400 lands."""
    world = World()
    names = [f"Land {number}" for number in range(400)]
    world.entities({"Country": ["China", *names]})
    claims = [{"subject": "China", "relation": "greet", "object": name} for name in names]
    world.write("greetings", "Greetings", "Greetings", [(f"China greets {c['object']}.", [c]) for c in claims])
    return write_page(world, tmp_path_factory.mktemp("lands") / "many.html")


def test_of_a_result_of_401_entities_the_first_150_are_drawn_and_the_rest_is_told(visit, many_lands):
    one = visit(many_lands, anchor="#v=console&q=SELECT+*+%7B+?e+a+dg:Country+%7D")
    one.page.get_by_role("button", name="Draw as network").click()
    one.settle()
    assert len(one.page.evaluate("page.drawing.drawnNodes()")) == 150
    expect(one.page.locator("#full")).to_contain_text("Of 401 entities found, the first 150 are drawn.")
    expect(one.page.locator("#status")).to_contain_text("Of 401 entities found")


def test_never_more_than_300_nodes_are_drawn(visit, many_lands):
    drawn = "+".join(f"entity/land-{number}" for number in range(400))
    moves = "|".join(f"expand+entity/china|draw+{drawn}".split("|") * 2)
    one = visit(many_lands, anchor=f"#m={moves}")
    assert len(one.page.evaluate("page.drawing.drawnNodes()")) == 300
    full = one.page.locator("#full")
    expect(full).to_contain_text("The drawing is full: 300 entities at most.")
    assert not overlap(full.bounding_box(), one.page.locator("#network").bounding_box())
    one.page.keyboard.press("Escape")
    for _ in range(3):
        one.page.keyboard.press("Control+z")
        one.settle()
    expect(full).to_be_hidden()


def test_clicking_a_node_shows_its_claims(visit):
    one = visit()
    one.page.mouse.click(*one.point(CHINA))
    expect(one.page.locator("#panel h2")).to_have_text("China")
    expect(one.page.locator("#panel h3").first).to_have_text(f"launch efforts to build{2 * len(COUNTRIES)}")


def test_clicking_an_arrow_shows_its_claims(visit):
    one = visit()
    one.page.mouse.click(*one.point(f"{CHINA} {BRAZIL}"))
    expect(one.page.locator("#panel h2")).to_have_text("China and Brazil")
    expect(one.page.locator("#panel .claim .statement")).to_have_text(
        ["China launch efforts to build Brazil", "Brazil launch efforts to build China"]
    )


def test_the_legend_hides_a_type_and_escape_returns_to_the_overview(visit):
    one = visit()
    country = one.page.locator("#legend button", has_text="Country")
    country.click()
    expect(country).to_have_attribute("aria-pressed", "false")
    one.settle()
    labels = one.page.evaluate(
        """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
          () => done(page.drawing.shownLabels().map(({id}) => id)))))"""
    )
    assert CHINA not in labels
    one.select("BRICS")
    one.page.keyboard.press("Escape")
    expect(one.page.locator("#panel h2")).to_have_text("What 2 documents say")


def test_arrow_keys_move_between_nodes(visit):
    one = visit()
    one.page.locator("#network").focus()
    one.page.keyboard.press("ArrowRight")
    first = one.page.locator("#panel h2")
    expect(first).not_to_have_text("What 2 documents say")
    before = first.inner_text()
    one.page.keyboard.press("ArrowDown")
    expect(first).not_to_have_text(before)


@pytest.mark.parametrize("width", [320, 360, 390])
def test_a_long_title_leaves_room_for_the_theme_button_on_a_small_window(visit, tmp_path, width):
    page = visit(write_page(sample_world(), tmp_path / "long.html", title=LONG), size=(width, 844)).page
    assert page.evaluate("document.documentElement.scrollWidth") == width
    title, button = page.locator("h1").bounding_box(), page.locator("#theme").bounding_box()
    assert not overlap(title, button)
    assert button["x"] + button["width"] <= width


def test_an_arrow_says_what_is_only_planned_and_what_is_denied(visit, tmp_path):
    world = World()
    world.entities({"Country": ["China", "Brazil", "Serbia", "Kenya"]})
    told = [
        ("China will host Brazil.", {"object": "Brazil", "modality": "Planned"}),
        ("China did not host Serbia.", {"object": "Serbia", "polarity": "Negated"}),
        ("China may host Kenya.", {"object": "Kenya", "modality": "Possible"}),
        ("China hosted Kenya.", {"object": "Kenya"}),
    ]
    said = [(sentence, [{"subject": "China", "relation": "hosted"} | claim]) for sentence, claim in told]
    world.write("visits", "Visits", "Visits", said)
    one = visit(write_page(world, tmp_path / "visits.html"))
    names = one.page.evaluate("page.picture().links.map(({names}) => names.map(one => [one.standing, one.relation]))")
    assert sorted(names) == [
        [["denied", "hosted"]], [["planned", "hosted"]], [["stated", "hosted"], ["possible", "hosted"]],
    ]  # fmt: skip


def test_types_of_one_colour_differ_in_shape_in_the_drawing_the_legend_and_the_panel(visit):
    one = visit()
    legend = one.page.evaluate(
        """[...document.querySelectorAll("#legend button")].map(one => {
          const mark = one.querySelector("svg");
          return [mark.dataset.shape, getComputedStyle(mark).fill === "none"];
        })"""
    )
    assert len(legend) == 12
    assert sorted({tuple(look) for look in legend}) == sorted(tuple(look) for look in legend)
    one.select("Beijing Declaration")
    mark = one.page.locator("#panel .kind .mark")
    expect(mark).to_have_attribute("data-shape", "diamond")
    expect(mark).to_have_css("fill", "none")
    fills = one.page.evaluate(
        "ids => ids.map(id => page.drawing.lookOf(id))",
        [f"{BASE}entity/{name}" for name in ("beijing-declaration", "global-development-initiative")],
    )
    assert fills == [{"shape": "diamond", "hollow": True}, {"shape": "diamond", "hollow": False}]


def test_the_legend_fades_where_it_goes_on_and_shows_its_end_when_scrolled(visit):
    page = visit(size=(390, 844)).page
    legend = page.locator("#legend")
    assert legend.evaluate("one => one.scrollWidth > one.clientWidth")
    assert "linear-gradient" in legend.evaluate("one => getComputedStyle(one).maskImage")
    rows = page.locator("#legend button").evaluate_all("all => new Set(all.map(one => one.offsetTop)).size")
    legend.evaluate("one => { one.scrollLeft = one.scrollWidth; }")
    right = page.locator("#legend button").evaluate_all(
        "all => Math.max(...all.map(one => one.getBoundingClientRect().right))"
    )
    assert (rows, right <= 390 - 40) == (2, True)


@pytest.mark.parametrize(("size", "scheme"), WINDOWS)
def test_nothing_overlaps_or_sticks_out(visit, size, scheme):
    page = visit(size=size, scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    parts = [
        page.locator(part).bounding_box()
        for part in (".top", ".bar", "#legend", "#network", ".under", "#panel", ".reader")
    ]
    assert [pair for pair in combinations(parts, 2) if overlap(*pair)] == []
    labels = page.evaluate("page.drawing.shownLabels()")
    boxes = [
        {"x": one["left"], "y": one["top"], "width": one["right"] - one["left"], "height": one["bottom"] - one["top"]}
        for one in labels
    ]
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    assert len(labels) >= (15 if size[0] < 900 else 57)
