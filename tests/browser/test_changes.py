"""The explorer of a comparison: what became of every claim, in the list, the drawing, the panel, filters and table."""

import pytest
from playwright.sync_api import expect

from graph.sparql.store import make_store
from graph.web.network import make_network
from graph.web.page import render_page
from graph.web.view import make_view
from tests.web.reports import JUNE, MAY, compare_reports, write_report
from tests.web.sample import BASE

from .conftest import CLIPBOARD
from .test_accessibility import ASK
from .tools import npm_module

pytestmark = pytest.mark.browser

SIGNS = "◇#≈+\u2212="
KINDS = ["changed modality", "changed number", "reworded", "new", "dropped", "repeated"]


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    triples = compare_reports(write_report("May", MAY), write_report("June", JUNE))
    store = make_store(triples)
    view = make_view(make_network(store), store) | {
        "sides": [{"title": f"Report of {month}", "mark": ""} for month in ("May", "June")]
    }
    file = tmp_path_factory.mktemp("compared") / "diff.html"
    file.write_text(render_page(view, triples, title="Report of May → Report of June"), encoding="utf-8")
    return file


def test_the_page_opens_with_the_changes_by_kind_each_with_both_quotes(visit, compared):
    one = visit(compared)
    expect(one.page.locator("[role=tab][aria-selected=true]")).to_have_text("Changes")
    expect(one.page.locator("#view-changes .note")).to_have_text("From “Report of May” to “Report of June”")
    expect(one.page.locator(".changes h3")).to_have_text(
        [f"{sign}{kind}1" for sign, kind in zip(SIGNS, KINDS, strict=True)]
    )
    signed = one.page.locator('.changes[data-kind="modality"] article')
    expect(signed.locator(".became")).to_have_text("◇planned → stated")
    expect(signed.locator(".before h4")).to_have_text("beforeReport of May, 2025")
    expect(signed.locator(".before .statement")).to_have_text("Norway planned signed Lagos Convention")
    expect(signed.locator(".after .statement")).to_have_text("Norway signed Lagos Convention")
    expect(signed.locator(".before q")).to_have_text("Norway will sign the Lagos Convention.")
    expect(signed.locator(".after q")).to_have_text("Norway signed the Lagos Convention.")
    expect(signed.locator("del")).to_have_text("will sign")
    expect(signed.locator("ins")).to_have_text("signed")
    expect(one.page.locator('.changes[data-kind="number"] .became')).to_have_text("#149 → 155")
    expect(one.page.locator('.changes[data-kind="new"] .before')).to_have_text("beforeNot said before.")
    expect(one.page.locator('.changes[data-kind="dropped"] .after')).to_have_text("afterNo longer said.")


def test_the_heading_shows_both_sides_with_their_dates_whatever_the_length_of_their_titles(visit, tmp_path):
    triples = compare_reports(write_report("May", MAY), write_report("June", JUNE))
    store = make_store(triples)
    title = "Joint Statement of the Leaders of the Northern and of the Southern Shores of the Lake"
    sides = [{"title": title, "mark": date} for date in ("2021-09-24", "2023-05-20")]
    view = make_view(make_network(store), store) | {"sides": sides}
    file = tmp_path / "diff.html"
    file.write_text(render_page(view, triples, title="Both"), encoding="utf-8")
    for size in ((1440, 900), (390, 844)):
        one = visit(file, size=size)
        heading = one.page.locator("h1").bounding_box()
        for date in ("(2021-09-24)", "(2023-05-20)"):
            box = one.page.locator("h1").get_by_text(date, exact=True).bounding_box()
            assert heading["x"] <= box["x"]
            assert box["x"] + box["width"] <= heading["x"] + heading["width"] + 1
    expect(one.page.locator("#view-changes .note")).to_have_text(
        f"From “{title}” (2021-09-24) to “{title}” (2023-05-20)"
    )


def test_both_quotes_stand_side_by_side_where_there_is_room_and_below_each_other_on_a_phone(visit, compared):
    def tops(one):
        pair = one.page.locator('.changes[data-kind="modality"] .side')
        return [pair.nth(i).bounding_box()["y"] for i in (0, 1)]

    wide, narrow = tops(visit(compared)), tops(visit(compared, size=(390, 844)))
    assert wide[0] == wide[1]
    assert narrow[0] < narrow[1]


def test_each_side_tells_its_own_claim_above_its_sentence_and_who_says_it_below(visit, compared):
    one = visit(compared)
    order = """side => [...side.children].map(one => one.className || one.tagName)"""
    for side in one.page.locator('.changes[data-kind="number"] .side, .changes[data-kind="repeated"] .side').all():
        assert side.evaluate(order) == ["H4", "statement", "quote", "source"]
        expect(side.locator(".source")).to_contain_text("said by Wang Yi")
    new = one.page.locator('.changes[data-kind="new"] article')
    expect(new.locator(".source, .statement")).to_have_count(2)
    expect(new.locator(".after .source")).to_contain_text("confidence")
    expect(new.locator(".before")).to_have_text("beforeNot said before.")


def test_each_side_is_cited_from_its_own_text(visit, compared):
    one = visit(compared)
    one.page.evaluate(CLIPBOARD)
    for side in ("before", "after"):
        one.page.locator(f'.changes[data-kind="repeated"] .{side} .cite').click()
        expect(one.page.locator("#status")).to_have_text("The citation is on the clipboard.")
        one.page.wait_for_function("n => window.copied.length === n", arg=1 if side == "before" else 2)
    may, june = one.page.evaluate("window.copied")
    assert "“Report of May”" in may
    assert "“Report of June”" in june


def test_a_quote_opens_its_own_document(visit, compared):
    one = visit(compared)
    signed = one.page.locator('.changes[data-kind="modality"] article')
    for side, sentence in (("before", MAY[0][0]), ("after", JUNE[0][0])):
        signed.locator(f".{side} .quote").click()
        expect(one.page.locator("#text mark.lit").first).to_be_visible()
        assert "".join(one.page.locator("#text mark.lit").all_inner_texts()) == sentence


def test_the_text_tells_what_became_of_its_sentences(visit, compared):
    one = visit(compared, anchor="#t=document/june-1")
    marks = one.page.locator("#text mark[role=button]")
    expect(marks).to_have_text([quote for quote, *_ in JUNE])
    told = marks.evaluate_all("all => all.map(one => [one.title, one.dataset.sign])")
    assert told == [
        ["changed modality", "◇"], ["changed number", "#"], ["repeated", None], ["new", "+"], ["reworded", "≈"],
    ]  # fmt: skip


def test_a_chip_leaves_one_kind_and_the_address_keeps_it(visit, compared):
    one = visit(compared)
    one.page.locator("#view-changes").get_by_role("button", name="1 dropped").click()
    one.settle()
    expect(one.page.locator(".changes > h3")).to_have_text(["\u2212dropped1"])
    expect(one.page.locator("#chips .filter")).to_have_text(["dropped \u00d7"])
    assert one.page.evaluate("location.hash") == "#ch=dropped"

    again = visit(compared, anchor="#ch=dropped")
    expect(again.page.locator(".changes article .statement")).to_have_text(["Peru condemned Chad"])


def test_arrows_tell_what_became_of_their_claims_by_colour_dashes_and_sign(visit, compared):
    one = visit(compared, anchor="#v=network")
    looks = one.page.evaluate(
        """() => Object.fromEntries(page.drawing.model().edges.map(({colour, dashes}, i) =>
          [page.picture().links[i].id.split(" ").map(id => id.split("/").pop()).join(" "), [colour, dashes]]))"""
    )
    assert {pair: dashes for pair, (_, dashes) in looks.items()} == {
        "norway lagos-convention": [9, 3, 2, 3],
        "149-countries trade-fund": [5, 3],
        "155-countries trade-fund": [5, 3],
        "norway arctic-council": [14, 4],
        "chile arctic-council": None,
        "peru chad": [2, 4],
        "kenya treaty-of-lima": None,
    }
    assert len({colour for colour, _ in looks.values()}) == len(KINDS)
    signs = one.page.evaluate("page.drawing.shownSigns().map(({id, signs}) => [id.split('/').pop(), signs.join('')])")
    places = ("lagos-convention", "trade-fund", "arctic-council", "arctic-council", "chad")
    assert {tuple(sign) for sign in signs} <= set(zip(places, "◇#≈+\u2212", strict=True))
    assert signs
    expect(one.page.locator("#change-key button")).to_have_text(
        [f"{sign}{kind} 1" for sign, kind in zip(SIGNS, KINDS, strict=True)]
    )


def test_the_legend_filters_the_drawing(visit, compared):
    one = visit(compared, anchor="#v=network")
    one.page.locator("#change-key").get_by_role("button", name="new").click()
    one.settle()
    assert [link.split("/")[-1] for link in one.page.evaluate("page.picture().links.map(one => one.id)")] == [
        "arctic-council"
    ]
    expect(one.page.locator("#change-key [aria-pressed=true]")).to_have_text("+new 1")


def test_the_panel_of_an_entity_shows_both_claims_of_a_change_as_one_card_with_both_quotes(visit, compared):
    one = visit(compared, anchor="#v=network&e=entity/norway")
    expect(one.page.locator("#panel article .became")).to_have_text(
        ["◇changed modality: planned → stated", "≈reworded"]
    )
    expect(one.page.locator("#panel article").first.locator("q")).to_have_text([MAY[0][0], JUNE[0][0]])


def test_the_panel_of_an_arrow_shows_both_quotes(visit, compared):
    one = visit(compared, anchor="#v=network&p=entity/155-countries+entity/trade-fund")
    expect(one.page.locator("#panel article q")).to_have_text([MAY[1][0], JUNE[1][0]])
    expect(one.page.locator("#panel article .before .statement")).to_have_text("149 countries joined Trade Fund")


def test_the_facet_counts_claims_and_the_table_has_a_column(visit, compared):
    one = visit(compared, anchor="#v=table&f=open")
    facet = one.page.locator(".facet").first
    expect(facet.locator("legend")).to_have_text("What became of it")
    expect(facet.locator(".option")).to_have_text(
        [f"{sign}{kind}{n}" for sign, kind, n in zip(SIGNS, KINDS, (2, 2, 1, 1, 1, 1), strict=True)]
    )
    facet.get_by_label("changed number").check()
    one.settle()
    expect(one.page.locator("tbody .c-change")).to_have_text(["#changed number", "#changed number"])
    expect(one.page.locator("tbody .c-subject")).to_have_text(["155 countries", "149 countries"])


def test_the_view_tells_how_it_found_a_kind(visit, compared):
    one = visit(compared)
    one.page.locator('.changes[data-kind="dropped"] .how').click()
    expect(one.page.locator("#explained .console-status")).to_contain_text("1 row")


def test_the_words_are_chinese_where_chinese_is_chosen(visit, compared):
    one = visit(compared)
    one.page.locator("#language").select_option("zh")
    one.settle()
    expect(one.page.locator(".changes h3").first).to_have_text("◇情态改变1")
    expect(one.page.locator(".changes .became").first).to_have_text("◇计划 → 已陈述")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("anchor", ["", "#v=network&e=entity/norway&f=open", "#v=table"])
def test_it_is_accessible(visit, compared, scheme, anchor):
    one = visit(compared, scheme=scheme, anchor=anchor)
    one.page.evaluate(npm_module("axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
    assert one.page.evaluate(ASK) == []


def test_a_page_of_one_build_has_no_changes(still):
    assert still.page.locator("[data-view=changes]").count() == 0
    assert still.page.evaluate("page.data.compared") is False


def test_an_entity_s_address_leads_to_the_drawing(visit, compared):
    one = visit(compared, anchor="#v=network&e=entity/peru")
    assert one.page.evaluate("page.state().chosen") == {"entity": f"{BASE}entity/peru"}
    expect(one.page.locator("#panel article .statement")).to_have_text(["Peru condemned Chad"])
