from itertools import combinations

import pytest
from playwright.sync_api import expect

from graph.sparql.store import make_store
from graph.web.network import make_network
from graph.web.page import render_page
from tests.web.sample import BASE, COUNTRIES, HOSTILE, World

pytestmark = pytest.mark.browser

WINDOWS = [((1280, 720), "light"), ((1920, 1080), "dark"), ((390, 844), "light")]
CHINA, BRAZIL = f"{BASE}entity/china", f"{BASE}entity/brazil"


def test_the_page_opens_from_a_file_and_says_what_it_holds(visit):
    page = visit().page
    expect(page.locator("#counts")).to_have_text("2 documents · 82 entities · 159 claims")
    expect(page.locator("#panel h2")).to_have_text("What 2 documents say")
    expect(page.locator("#panel .starts li").first).to_have_text("China103 claims")


def test_an_entity_is_found_and_its_sentence_is_lit_in_the_text(visit):
    one = visit()
    one.select("global development")
    expect(one.page.locator("#panel h2")).to_have_text("Global Development Initiative")
    expect(one.page.locator(".claim .statement").first).to_have_text("China proposed Global Development Initiative")
    one.page.locator(".claim .quote").first.click()
    lit = one.page.locator("#text mark.lit")
    expect(lit).to_have_text("China proposed the Global Development Initiative (GDI).")
    expect(lit).to_be_in_viewport()
    text = one.page.evaluate("id => page.then(({data}) => data.documentText(id))", f"{BASE}document/shared-future")
    assert lit.inner_text() in text
    assert text.startswith("🌏")


def test_every_marked_sentence_is_exactly_the_quote(still):
    page = still.page
    quotes = page.evaluate(
        """page.then(async ({data}) => {
          const {documents} = await data.overview(), sentences = await data.sentencesOf(documents[0].id);
          const pieces = id => [...document.querySelectorAll(`mark[data-sentences="${id}"]`)];
          const marked = id => pieces(id).map(one => one.textContent).join("");
          return sentences.map(one => [one.quote, marked(one.id)]);
        })"""
    )
    assert len(quotes) == 6 + 1 + len(COUNTRIES)
    assert [marked for _, marked in quotes] == [quote for quote, _ in quotes]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("vucic", "Aleksandar Vučić"),
        ("COTE D'IV", "Côte d\u2019Ivoire"),
        ("gdi", "Global Development Initiative"),
        ("习近", "Xi Jinping"),
        ("summit beijing", "Beijing Summit of FOCAC"),
        ("un", "United Nations"),
    ],
)
def test_search_takes_aliases_and_ignores_accents_case_and_order(still, typed, found):
    still.select(typed)
    expect(still.page.locator("#panel h2")).to_have_text(found)


def test_search_works_by_keyboard_alone(still):
    one = still
    one.search("global")
    hits = one.page.locator("#hits li")
    expect(hits.first).to_have_attribute("aria-selected", "true")
    one.page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_have_attribute("aria-selected", "true")
    name = hits.nth(1).locator(".label").evaluate("label => label.firstChild.data")
    one.page.keyboard.press("Escape")
    expect(one.page.locator("#hits")).to_be_hidden()
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("ArrowUp")
    one.page.keyboard.press("Enter")
    expect(one.page.locator("#panel h2")).to_have_text(name)
    expect(one.page.locator("#status")).to_contain_text(name)


def test_a_search_without_a_hit_says_so(still):
    one = still
    one.search("zzz")
    expect(one.page.locator("#hits")).to_have_text("Nothing here is called “zzz”.")


def test_an_entity_outside_the_first_view_is_drawn_on_demand(visit):
    one = visit()
    drawn = "page.then(({drawing}) => drawing.drawnNodes())"
    iri = f"{BASE}entity/pact-for-the-future"
    assert iri not in one.page.evaluate(drawn)
    one.select("Pact for the Future")
    expect(one.page.locator("#panel h2")).to_have_text("Pact for the Future")
    assert iri in one.page.evaluate(drawn)
    assert [edge for edge in one.page.evaluate("page.then(({drawing}) => drawing.drawnEdges())") if iri in edge] != []


def test_never_more_than_300_nodes_are_drawn(visit, tmp_path):
    world = World()
    names = [f"Land {number}" for number in range(400)]
    world.entities({"Country": ["China", *names]})
    claims = [{"subject": "China", "relation": "greet", "object": name} for name in names]
    world.write("greetings", "Greetings", "Greetings", [(f"China greets {c['object']}.", [c]) for c in claims])
    store = make_store(world.triples)
    file = tmp_path / "many.html"
    file.write_text(render_page(make_network(store), store), encoding="utf-8")
    one = visit(file)
    one.select("China")
    count = one.page.evaluate(
        """id => page.then(async ({data, drawing}) => {
          const {neighbours} = await data.entity(id);
          for (let i = 0; i < 400; i += 50) drawing.invite(neighbours.slice(i, i + 50));
          return drawing.drawnNodes().length;
        })""",
        CHINA,
    )
    assert count == 300


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


def test_clicking_a_sentence_of_the_text_shows_its_claims(visit):
    one = visit()
    one.page.locator("#text mark", has_text="support the Global Security Initiative").first.click()
    expect(one.page.locator("#panel .statement")).to_have_text("partner countries support Global Security Initiative")
    expect(one.page.locator("#panel .qualifiers")).to_have_text("how many104 countries and international organizations")


def test_a_plan_does_not_look_like_a_deed(visit):
    one = visit()
    one.select("China")
    look = "card => getComputedStyle(card).borderLeftStyle"
    planned, stated, denied = (one.page.locator(f".claim.{kind}").first for kind in ("planned", "stated", "denied"))
    expect(planned.locator(".statement")).to_have_text("China planned launch efforts to build Serbia")
    expect(stated.locator(".statement")).to_have_text("China launch efforts to build Brazil")
    expect(denied.locator(".statement")).to_have_text("China not seek spheres of influence")
    assert [card.evaluate(look) for card in (planned, stated, denied)] == ["dashed", "solid", "double"]
    one.page.locator("#panel button.chip.planned").click()
    expect(one.page.locator(".claim.stated")).to_have_count(0)


def test_hostile_names_do_nothing(visit):
    one = visit()
    one.select("onerror")
    expect(one.page.locator("#panel h2")).to_have_text(HOSTILE)
    expect(one.page.locator(".claim .statement")).to_contain_text([HOSTILE])
    one.page.mouse.move(*one.point(f"{BASE}entity/wang-yi"))
    assert one.page.locator("img").count() == 0
    assert one.page.title() == "Dragoman"


def test_the_legend_hides_a_type_and_escape_returns_to_the_overview(visit):
    one = visit()
    country = one.page.locator("#legend button", has_text="Country")
    country.click()
    expect(country).to_have_attribute("aria-pressed", "false")
    labels = one.page.evaluate(
        """page.then(({drawing}) => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
          () => done(drawing.shownLabels().map(({id}) => id))))))"""
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


def test_a_link_opens_the_page_on_an_entity(visit):
    one = visit(anchor="#" + BRAZIL.replace(":", "%3A").replace("/", "%2F"))
    expect(one.page.locator("#panel h2")).to_have_text("Brazil")


@pytest.mark.parametrize("anchor", ["#nobody", "#%", "#%E0%A4%A"])
def test_a_link_to_nothing_opens_the_overview(visit, anchor):
    one = visit(anchor=anchor)
    expect(one.page.locator("#panel h2")).to_have_text("What 2 documents say")


def test_a_page_without_claims_says_so(visit, tmp_path):
    store = make_store([])
    file = tmp_path / "empty.html"
    file.write_text(render_page(make_network(store), store), encoding="utf-8")
    one = visit(file)
    expect(one.page.locator("#panel h2")).to_have_text("Nothing to show yet")
    expect(one.page.locator("#text")).to_have_text("This graph holds no text to read.")


def test_the_theme_can_be_switched(visit):
    one = visit()
    ink = "getComputedStyle(document.body).color"
    light = one.page.evaluate(ink)
    one.page.locator("#theme").click()
    expect(one.page.locator("#theme")).to_have_attribute("aria-pressed", "true")
    assert one.page.evaluate(ink) != light


@pytest.mark.parametrize(("size", "scheme"), WINDOWS)
def test_nothing_overlaps_or_sticks_out(visit, size, scheme):
    page = visit(size=size, scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    parts = [
        page.locator(part).bounding_box() for part in (".top", "#legend", "#network", ".under", "#panel", ".reader")
    ]
    assert [pair for pair in combinations(parts, 2) if overlap(*pair)] == []
    labels = page.evaluate("page.then(({drawing}) => drawing.shownLabels())")
    boxes = [
        {"x": one["left"], "y": one["top"], "width": one["right"] - one["left"], "height": one["bottom"] - one["top"]}
        for one in labels
    ]
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    assert len(labels) >= (15 if size[0] < 900 else 57)


def overlap(a, b) -> bool:
    return (
        a["x"] + 0.5 < b["x"] + b["width"]
        and b["x"] + 0.5 < a["x"] + a["width"]
        and a["y"] + 0.5 < b["y"] + b["height"]
        and b["y"] + 0.5 < a["y"] + a["height"]
    )


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [("abc", 2, 2), ("😀ab", 0, 0), ("😀ab", 1, 2), ("a😀b😀c", 4, 6), ("", 0, 0), ("😀", 1, 2)],
)
def test_offsets_count_code_points_and_strings_count_units(still, text, offset, units):
    page = still.page
    assert page.evaluate("([text, offset]) => makeOffsets(text)(offset)", [text, offset]) == units


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One.\nTwo.\n", ["One.\n", "Two.\n"]),
        ("# Title\n\nHard\nwrapped.\n\n- item\n- item\n", ["# Title\n", "Hard\nwrapped.\n", "- item\n", "- item\n"]),
        ("Windows\r\n\r\nline ends\r\nwrapped", ["Windows\r\n", "line ends\r\nwrapped"]),
        ("", []),
    ],
)
def test_paragraphs_follow_the_layout_of_the_text(still, text, paragraphs):
    page = still.page
    assert page.evaluate("text => paragraphsOf(text).map(one => text.slice(one.start, one.end))", text) == paragraphs
