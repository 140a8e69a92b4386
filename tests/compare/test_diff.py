"""What is new, repeated, reworded, dropped, and changed in modality or number, each with both sentences."""

import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from io import StringIO

import pytest
from rdflib import Graph

from graph.cli import main
from graph.compare.diff import Kind, find_changes, likeness
from graph.compare.statements import Paper, Statement, find_numbers, shared_keys, without_numbers
from graph.diff_command import listed, near_names

ONE = Statement(
    claim="c:1", subject="norway", relation="signed", object="lima treaty", words=("Norway", "signed", "Lima Treaty"),
    polarity="affirmed", modality="planned", speaker="A", numbers=(), times=(), evidence="e:1",
    quote="Norway will sign the Lima Treaty.", predicate="will sign", start=0, end=33, document="d:a",
)  # fmt: skip


def kinds(before, after):
    return [change.kind for change in find_changes(before, after)]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({}, Kind.REPEATED),
        ({"speaker": "B", "document": "d:b", "claim": "c:9"}, Kind.REPEATED),
        ({"quote": "NORWAY will  sign the Lima\nTreaty!"}, Kind.REPEATED),
        ({"quote": "The Lima Treaty will be signed by Norway soon."}, Kind.REWORDED),
        ({"modality": "asserted", "quote": "Norway signed the Lima Treaty."}, Kind.MODALITY),
        ({"polarity": "negated", "quote": "Norway will not sign the Lima Treaty."}, Kind.MODALITY),
        ({"relation": "join", "quote": "Norway will join and sign the Lima Treaty."}, Kind.REWORDED),
    ],
)
def test_what_became_of_a_claim(change, kind):
    assert kinds([ONE], [replace(ONE, **change)]) == [kind]


def test_a_claim_about_another_thing_in_another_sentence_is_new_and_the_first_is_dropped():
    other = replace(ONE, object="peru", quote="Yesterday Norway met a delegation of Peru.", relation="met")
    assert kinds([ONE], [other]) == [Kind.NEW, Kind.DROPPED]


@pytest.mark.parametrize("other", [{"subject": "peru"}, {"relation": "keep", "object": "lima pact"}])
def test_what_another_does_or_is_done_to_another_thing_has_its_own_modality(other):
    after = replace(ONE, modality="asserted", quote="Norway and Peru will sign the Lima Treaty.", **other)
    assert kinds([ONE], [after]) == [Kind.REWORDED]


def test_another_number_is_a_change_of_number():
    few = replace(ONE, subject="149 countries", numbers=("149",), words=("149 countries", "signed", "Lima Treaty"))
    more = replace(few, subject="155 countries", numbers=("155",), modality="asserted")
    assert kinds([few], [more]) == [Kind.NUMBER]
    assert kinds([few], [replace(few, numbers=())]) != [Kind.NUMBER]


def test_names_near_another_are_spelled_alike_or_have_its_last_word():
    known = ["Joseph R. Biden", "John Biden III", "Wang Yi", "AUKUS", "President of Kenya"]
    assert near_names("Joe Biden", known) == ["Joseph R. Biden"]
    assert near_names("Biden", known) == ["Joseph R. Biden"]
    assert near_names("Aukus partners", ["AUKUS", "Quad partners"]) == []


def test_at_most_ten_documents_are_told_the_likeliest_first():
    papers = [Paper(iri=f"d:{n}", title=f"Report {n}") for n in range(14)]
    told = listed("Report 12", papers)
    assert told.startswith("it has “Report 12”, ")
    assert (told.count("“"), told.endswith(" and 4 more")) == (10, True)


def test_each_claim_stands_in_one_change_only():
    twice = [ONE, replace(ONE, claim="c:2", modality="asserted", quote="Norway signed it.")]
    assert sorted(kinds([ONE], twice)) == [Kind.NEW, Kind.REPEATED]
    assert kinds([], []) == []


def test_swapping_the_sides_swaps_new_and_dropped():
    other = replace(ONE, object="peru", quote="Yesterday Norway met a delegation of Peru.", relation="met")
    assert kinds([ONE, other], [ONE]) == [Kind.DROPPED, Kind.REPEATED]
    assert kinds([ONE], [ONE, other]) == [Kind.NEW, Kind.REPEATED]


def test_numbers_are_found_in_letters_and_digits():
    assert find_numbers("sixty states, 1,200 firms and 3.5 million in the G20") == ["60", "1200", "3.5"]
    assert without_numbers("155 countries and sixty firms of g20") == "# countries and # firms of g20"


def test_likeness_is_the_share_of_common_words_in_order():
    assert likeness("Norway met Peru", "NORWAY met Peru.") == 1.0
    assert likeness("Norway met Peru", "a b c d e f g h i j") == 0.0


def test_entities_of_two_datasets_are_one_by_any_name_that_is_one_thing_s_alone():
    first, second = shared_keys(
        {"a/entity/gdi": ["Global Development Initiative", "GDI"], "a/entity/x": ["Plan"]},
        {"b/entity/gdi": ["GDI"], "b/entity/y": ["Plan of Lima", "the Plan"]},
    )
    assert second["b/entity/gdi"] == first["a/entity/gdi"]
    assert second["b/entity/y"] != first["a/entity/x"]


OLD = """---
title: Report of May
date: 2024-05-01
source_url: https://example.org/reports/5
---

Norway will sign the Lagos Convention on Fisheries. So far, 149 countries have joined the Global Trade Fund.
Kenya supports the Treaty of Lima. Peru condemned the attack on Chad.
"""
NEW = """---
title: Report of June
date: 2024-06-01
---

Norway signed the Lagos Convention on Fisheries. So far, 155 countries have joined the Global Trade Fund.
Kenya supports the Treaty of Lima. Chile joined the Arctic Council.
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    (folder / "may.md").write_text(OLD, encoding="utf-8")
    (folder / "june.md").write_text(NEW, encoding="utf-8")
    told("build", folder, "--output", folder / "both")
    told("build", folder / "may.md", "--output", folder / "first")
    return folder


def told(*arguments):
    out, wrong = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(wrong):
        code = main(list(map(str, arguments)))
    assert (code, wrong.getvalue()) == (0, "")
    return out.getvalue()


def core(row):
    side = row["after"] or row["before"]
    return row["change"], side["subject"], side["relation"], side["object"]


EXPECTED = {
    ("changed modality", "Norway", "signed", "Lagos Convention on Fisheries"),
    ("changed number", "155 countries", "joined", "Global Trade Fund"),
    ("new", "Chile", "joined", "Arctic Council"),
    ("dropped", "Peru", "condemned", "attack on Chad"),
    ("repeated", "Kenya", "supports", "Treaty of Lima"),
}


@pytest.mark.model
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("may.md", "june.md"),  # documents, read now
        ("Report of May", "Report of June"),  # documents of a build by title
        ("2024-05", "2024-06..2024-07"),  # by date
        ("first", "june.md"),  # a build and a document
    ],
)
def test_two_texts_are_compared_whatever_way_they_are_named(reports, before, after):
    names = [reports / name if (reports / name).exists() else name for name in (before, after)]
    rows = json.loads(told("diff", *names, "--data", reports / "both", "--format", "json"))

    assert {core(row) for row in rows} >= EXPECTED
    (signed,) = [row for row in rows if row["change"] == "changed modality"]
    assert (signed["before"]["modality"], signed["after"]["modality"]) == ("planned", "asserted")
    assert (signed["before"]["quote"], signed["after"]["quote"]) == (
        "Norway will sign the Lagos Convention on Fisheries.",
        "Norway signed the Lagos Convention on Fisheries.",
    )
    (joined,) = [row for row in rows if row["change"] == "changed number"]
    assert (joined["before"]["numbers"], joined["after"]["numbers"]) == (["149"], ["155"])


@pytest.mark.model
@pytest.mark.parametrize(
    "names", [("may.md", "june.md"), ("may", "june"), ("https://example.org/reports/5", "June.MD")]
)
def test_documents_are_known_by_their_file_s_name_whatever_their_source(reports, names):
    rows = json.loads(told("diff", *names, "--data", reports / "both", "--format", "json"))

    assert {core(row) for row in rows} >= EXPECTED


@pytest.mark.model
def test_one_voice_for_both_sides_pairs_what_we_say(tmp_path):
    said = "We support the Lagos Convention on Fisheries.\n"
    (tmp_path / "may.md").write_text(f"# Joint Statement of Norway and Chile\n\n{said}")
    (tmp_path / "june.md").write_text(f"# Delta Leaders’ Joint Statement\n\n{said}")
    (tmp_path / "names.csv").write_text("action,name,other\nsame,Delta Leaders,Norway\n")
    sides = (tmp_path / "may.md", tmp_path / "june.md")

    def changes(*options):
        return {core(row)[0] for row in json.loads(told("diff", *sides, *options, "--format", "json"))}

    assert changes() == {"reworded", "dropped"}  # two of the one side against one of the other
    assert changes("--voice", "Delta Leaders") == {"repeated"}
    assert "repeated" in changes("--overrides", tmp_path / "names.csv")


@pytest.mark.model
def test_the_table_tells_counts_changes_and_both_quotes(reports):
    table = told("diff", "2024-05", "2024-06", "--data", reports / "both")

    assert "changed modality       1\n" in table
    assert "  Norway · signed · Lagos Convention on Fisheries: planned → asserted\n" in table
    assert "    - “Norway will sign the Lagos Convention on Fisheries.” (Report of May, 2024-05-01, " in table
    assert "    + “Norway signed the Lagos Convention on Fisheries.” (Report of June, 2024-06-01, " in table
    assert ": 149 → 155\n" in table


@pytest.mark.model
def test_the_changes_are_rdf_beside_the_graph(reports):
    changes = Graph().parse(data=told("diff", "2024-05", "2024-06", "--data", reports / "both", "--format", "ttl"))
    changes.parse(reports / "both" / "graph.ttl")
    rows = changes.query(
        """PREFIX dg: <https://dragoman.invalid/vocabulary#>
        SELECT ?before ?after { ?c a dg:Change ; dg:change "changed modality" ; dg:before/dg:modality ?before ;
          dg:after/dg:modality ?after ; dg:quoteBefore ?x ; dg:quoteAfter ?y }"""
    )
    assert [[str(term).partition("#")[2] for term in row] for row in rows] == [["Planned", "Asserted"]]


@pytest.mark.model
def test_one_speaker_over_time_is_compared(reports):
    rows = json.loads(
        told("diff", "2024-05", "2024-06", "--speaker", "report of may", "--data", reports / "both", "--format", "json")
    )
    assert {row["change"] for row in rows} == {"dropped"}


@pytest.mark.model
def test_the_page_holds_both_sides_and_is_the_same_each_time(reports, tmp_path):
    said = told("diff", "2024-05", "2024-06", "--data", reports / "both", "--html", tmp_path / "one.html")
    told("diff", "2024-05", "2024-06", "--data", reports / "both", "--html", tmp_path / "two" / "two.html")
    page = (tmp_path / "one.html").read_text(encoding="utf-8")

    assert said == (
        f"Wrote {tmp_path / 'one.html'}: 1 changed modality, 1 changed number, 1 new, 2 dropped, 1 repeated\n"
    )
    assert (tmp_path / "two" / "two.html").read_text(encoding="utf-8") == page
    assert "<title>Report of May (2024-05-01) → Report of June (2024-06-01)</title>" in page


@pytest.mark.model
def test_a_build_and_a_document_make_a_page_too(reports, tmp_path):
    said = told("diff", reports / "first", reports / "june.md", "--html", tmp_path / "diff.html")

    assert "1 changed modality, 1 changed number, 1 new, 2 dropped, 1 repeated" in said


@pytest.mark.model
@pytest.mark.parametrize(
    ("target", "words"),
    [("", "is a folder; name the file that the page is to be"), ("may.md/diff.html", "cannot be written (")],
)
def test_a_page_that_cannot_be_written_is_told_in_one_line(reports, target, words, capsys):
    data = ["--data", str(reports / "both"), "--html", str(reports / target)]
    assert main(["diff", "2024-05", "2024-06", *data]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n"), words in said.err) == ("", 1, True)


@pytest.mark.model
def test_a_page_that_would_be_too_large_is_told_before_it_is_made(reports, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("graph.work.page.CARRIED", 10)
    target = tmp_path / "diff.html"
    assert main(["diff", "2024-05", "2024-06", "--data", str(reports / "both"), "--html", str(target)]) == 1
    assert "statements, and a page carries 10; compare fewer documents" in capsys.readouterr().err
    assert not target.exists()


def test_a_side_that_is_no_build_is_told_in_one_line(tmp_path, capsys):
    assert main(["diff", "May", "June", "--data", str(tmp_path), "--html", str(tmp_path / "diff.html")]) == 1
    assert "no graph.nt or graph.ttl in this folder; make one with `python build.py`" in capsys.readouterr().err


@pytest.mark.model
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("Report of Juni", "2024-06"),
            "dated so; it has “Report of June” (2024-06-01), “Report of May” (2024-05-01)\n",
        ),
        (
            ("2022-12..2022-01", "2024"),
            "2022-12..2022-01: the period ends before it begins; write it as 2022-01..2022-12",
        ),
        (("2024-05-01..2023", "2024"), "2024-05-01..2023: the period ends before it begins"),
        (("2024-13", "2024"), "2024-13: there is no such date; write it as 2024, 2024-05 or 2024-05-31"),
        (("2024-05", "2024-06", "--speaker", "Nobody"), "is called so; try another name"),
        (("2024-05", "2024-06", "--speaker", "Report of Mai"), "is called so; did you mean Report of May"),
    ],
)
def test_what_names_nothing_is_told_in_one_line(reports, arguments, words, capsys):
    assert main(["diff", *arguments, "--data", str(reports / "both")]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n"), words in said.err) == ("", 1, True)
