import pytest
from playwright.sync_api import expect

from tests.web.sample import BASE, COUNTRIES, HOSTILE, OWL, World

from .conftest import write_page

pytestmark = pytest.mark.browser

BRAZIL = f"{BASE}entity/brazil"


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
    text = one.page.evaluate("id => page.data.document(id).then(({text}) => text)", f"{BASE}document/shared-future")
    assert lit.inner_text() in text
    assert text.startswith("🌏")


def test_every_marked_sentence_is_exactly_the_quote(still):
    page = still.page
    quotes = page.evaluate(
        """(async () => {
          const [{id}] = await page.data.documents(), {text, sentences} = await page.data.document(id);
          const pieces = id => [...document.querySelectorAll(`mark[data-sentences="${id}"]`)];
          const marked = id => pieces(id).map(one => one.textContent).join("");
          return sentences.map(one => [[...text].slice(one.start, one.end).join(""), marked(one.id)]);
        })()"""
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


def test_a_link_opens_the_page_on_an_entity(visit):
    one = visit(anchor="#e=entity/brazil")
    expect(one.page.locator("#panel h2")).to_have_text("Brazil")


@pytest.mark.parametrize("anchor", ["#nobody", "#%", "#e=%E0%A4%A", "#v=castle"])
def test_a_link_to_nothing_opens_the_overview(visit, anchor):
    one = visit(anchor=anchor)
    expect(one.page.locator("#panel h2")).to_have_text("What 2 documents say")


def test_a_page_without_claims_says_so(visit, tmp_path):
    one = visit(write_page(World(), tmp_path / "empty.html"))
    expect(one.page.locator("#panel h2")).to_have_text("Nothing to show yet")
    expect(one.page.locator("#text")).to_have_text("This graph holds no text to read.")


def test_the_theme_can_be_switched(visit):
    one = visit()
    ink = "getComputedStyle(document.body).color"
    light = one.page.evaluate(ink)
    one.page.locator("#theme").click()
    expect(one.page.locator("#theme")).to_have_attribute("aria-pressed", "true")
    assert one.page.evaluate(ink) != light


def test_back_returns_to_the_entity_before_and_forward_to_the_one_after(visit):
    one = visit()
    heading = one.page.locator("#panel h2")
    one.select("Brazil")
    expect(heading).to_have_text("Brazil")
    one.select("BRICS")
    expect(heading).to_have_text("BRICS")
    one.page.locator("#text mark").first.press("Enter")
    expect(heading).to_have_text("What this sentence says")
    one.settle()
    found = []
    for _ in range(3):
        one.page.go_back()
        one.settle()
        found.append((heading.inner_text(), one.page.url.rpartition("entity/")[2]))
    assert [text for text, _ in found] == ["BRICS", "Brazil", "What 2 documents say"]
    assert [anchor for _, anchor in found[:2]] == ["brics", "brazil"]
    one.page.go_forward()
    expect(heading).to_have_text("Brazil")


def test_the_same_choice_twice_is_one_step_back(visit):
    one = visit()
    one.select("Brazil")
    expect(one.page.locator("#panel h2")).to_have_text("Brazil")
    one.select("Brazil")
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("Escape")
    expect(one.page.locator("#panel h2")).to_have_text("What 2 documents say")
    one.page.go_back()
    expect(one.page.locator("#panel h2")).to_have_text("Brazil")
    one.page.go_back()
    expect(one.page.locator("#panel h2")).to_have_text("What 2 documents say")


def test_a_card_uses_the_words_of_the_text_for_a_relation_outside_the_vocabulary(visit, tmp_path):
    world = World()
    world.entities({"Country": ["China", "Brazil", "Serbia", "Kenya"]})
    step = {"subject": "China", "relation": "take step with", "open": "yes"}
    told = [
        {"object": "Brazil", "predicate": "have taken steps with"},
        {"object": "Serbia", "predicate": "has not taken steps with", "polarity": "Negated"},
        {"object": "Kenya", "predicate": "had taken a step with", "polarity": "Negated"},
    ]
    world.write("steps", "Steps", "Steps", [(f"Of {claim['object']}.", [step | claim]) for claim in told])
    one = visit(write_page(world, tmp_path / "steps.html"))
    one.select("China")
    expect(one.page.locator("#panel h3")).to_have_text("take step with3")
    expect(one.page.locator(".statement")).to_have_text([
        "China have taken steps with Brazil",
        "China has not taken steps with Serbia",
        "China not had taken a step with Kenya",
    ])  # fmt: skip


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_marked_sentence_is_reached_and_opened_by_keyboard(visit, key):
    one = visit()
    one.page.locator("#text").focus()
    one.page.keyboard.press("Tab")
    first = one.page.locator("#text mark").first
    expect(first).to_be_focused()
    expect(first).to_have_attribute("role", "button")
    one.page.keyboard.press(key)
    expect(one.page.locator("#panel h2")).to_have_text("What this sentence says")
    expect(first).to_have_class("lit")


BIDI, LINK = "\u202eevil\u2066 name", "javascript:document.title='hit'"


def test_hostile_names_of_every_kind_are_only_ever_text(visit, tmp_path):
    world = World()
    names = [HOSTILE, BIDI, LINK, "Long " + "name " * 20_000, "<svg onload=document.title='hit'>"]
    world.entities({"Country": ["China", *names]})
    world.say("https://dragoman.invalid/entity/china", OWL + "sameAs", "javascript:document.title='hit'")
    claims = [{"subject": "China", "relation": "met", "object": name} for name in names]
    world.write("note", LINK, HOSTILE, [(f"China met {c['object'][:50]}.", [c]) for c in claims])
    one = visit(write_page(world, tmp_path / "hostile.html", title="Hostile"), anchor="#e=entity/china")
    for view in ("table", "timeline", "matrix", "connect", "console", "network"):
        one.page.locator(f"#tab-{view}").click()
        one.settle()
    expect(one.page.locator("#panel .claim")).to_have_count(5)
    assert one.page.title() == "Hostile"
    assert one.page.locator("a[href^='javascript']").count() == 0
    names = one.page.locator("#panel .entity").evaluate_all("all => all.map(one => getComputedStyle(one).unicodeBidi)")
    assert set(names) == {"isolate"}
    assert one.page.evaluate("document.querySelectorAll('main img, main svg[onload]').length") == 0
    assert one.page.evaluate("document.documentElement.scrollWidth") == 1280


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_tab_is_in_sight_on_a_phone(visit, language):
    one = visit(size=(390, 844))
    one.page.locator("#language").select_option(language)
    one.settle()
    for tab in one.page.locator("[role=tab]").all():
        box = tab.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    assert one.page.locator("#views").evaluate("row => row.scrollWidth <= row.clientWidth")
