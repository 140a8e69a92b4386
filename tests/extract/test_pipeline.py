import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.corpus.read import make_document, read_documents
from graph.extract.pipeline import Reading, read_claims, read_document
from graph.model import QualifierKind

ARTICLE = Path(__file__).parents[3] / "shared/corpus/wang-yi-qiushi-2025-02.txt"

SENTENCES = st.sampled_from(
    [
        "Norway signed the Lima Declaration.",
        "As President Boric noted, the Global Ocean Initiative (GOI) grew.",
        "They joined the GOI on 3 May 2020;",
        "“We must build a Chile-Peru community with a shared future”",
        "Urges sixty states to support its Council:",
        "- the core of the vision is\n  peace",
        "# Heading, THE SECURITY COUNCIL,",
        "\r\n\r\n",
        "\n\n",
    ]
)
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)  # control characters make a file binary
TEXTS = st.lists(SENTENCES | WORDS, min_size=1, max_size=5).map(" ".join)


@pytest.mark.model
@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=TEXTS, name=st.sampled_from(["note.txt", "note.md"]))
def test_any_text_can_be_read_and_every_quote_is_verbatim(text, name):
    document = make_document(f"Peru grew. {text}".encode(), name=name)
    reading = read_claims([document])
    for claim in reading.claims:
        assert [document.text[e.sentence.start : e.sentence.end] for e in claim.evidence] == [
            e.quote for e in claim.evidence
        ]


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["European", "Peru grew. European", "Peru grew.\n\n# Press release, Norwegian\n\nKenyan"]
)
def test_a_passage_may_end_in_an_adjective_of_origin(text):
    read_claims([make_document(text.encode(), name="note.md")])


@pytest.mark.model
@pytest.mark.parametrize("text", ["Norway signed ² treaties.", "Norway met ① states."])
def test_a_footnote_mark_before_a_noun_can_be_read(text):
    assert read_claims([make_document(text.encode(), name="note.txt")]).sentences == 1


@pytest.mark.model
def test_without_documents_nothing_is_read():
    assert read_claims([]) == Reading(entities=(), claims=(), sentences=0, unvoiced=0)


@pytest.mark.model
def test_a_text_without_relations_is_read_and_states_nothing():
    assert read_claims([make_document(b"Notes.", name="note.txt")]) == Reading(
        entities=(), claims=(), sentences=1, unvoiced=0
    )


@pytest.mark.model
def test_one_thing_in_two_documents_is_one_entity():
    texts = ["Norway signed the Lima Declaration.", "Kenya rejected the Declaration of Lima."]
    reading = read_claims([make_document(text.encode(), name=f"{i}.txt") for i, text in enumerate(texts)])
    assert {c.object for c in reading.claims} == {"declaration-of-lima"}


@pytest.mark.model
def test_the_same_documents_give_the_same_reading():
    text = "Chile and Peru adopted the Lima Declaration (LD). Sixty states support the LD."
    first, second = (read_claims([make_document(text.encode(), name="note.txt")]) for _ in range(2))
    assert first == second


@pytest.mark.model
def test_entities_are_those_that_claims_speak_of_each_once():
    reading = read_claims([make_document(b"Norway signed the Lima Declaration. Kenya slept.", name="note.txt")])
    assert [(e.id, e.label) for e in reading.entities] == [
        ("lima-declaration", "Lima Declaration"),
        ("norway", "Norway"),
        ("note-txt", "note.txt"),
    ]


@pytest.fixture(scope="module")
def article():
    if not ARTICLE.exists():
        pytest.skip("the sample article is not here")
    return read_claims(read_documents([ARTICLE]))


def triples(reading):
    labels = {e.id: e.label for e in reading.entities}
    return {(labels[c.subject], c.relation, labels[c.object]) for c in reading.claims if isinstance(c.object, str)}


SERBIA = "China-Serbia community with a shared future in the new era"
BRAZIL = "China-Brazil community with a shared future for a more just world and a more sustainable planet"
BEIJING = (
    "Beijing Declaration on Jointly Building an All-Weather China-Africa Community with a Shared Future for the New Era"
)
PLAN = "Beijing Action Plan (2025-2027) of FOCAC"
DAY = "International Day for Dialogue among Civilizations"
FUTURE = "community with a shared future for mankind"


@pytest.mark.corpus
@pytest.mark.model
@pytest.mark.parametrize(
    "triple",
    [
        ("China", "launch effort to build", SERBIA),
        ("Serbia", "launch effort to build", SERBIA),
        ("China", "announce effort to build", BRAZIL),
        ("Brazil", "announce effort to build", BRAZIL),
        ("China", "proposed", "Global Development Initiative"),
        ("China", "proposed", "Global Security Initiative"),
        ("China", "proposed", "Global Civilization Initiative"),
        ("119 countries and international organizations", "supports", "Global Security Initiative"),
        (
            "78th session of the United Nations General Assembly",
            "adopted",
            f"resolution establishing an {DAY}",
        ),
        (f"resolution establishing an {DAY}", "established", DAY),
        ("China", "adopted", BEIJING),
        ("African countries", "adopted", BEIJING),
        ("China", "adopted", PLAN),
        ("African countries", "adopted", PLAN),
        ("Xi Jinping", "attended", "Beijing Summit of the Forum on China-Africa Cooperation"),
        ("155 countries", "participatesIn", "Belt and Road Initiative"),
        ("Xi Jinping", "proposed", FUTURE),
    ],
    ids=" | ".join,
)
def test_the_article_states_what_a_reader_finds_in_it(article, triple):
    assert triple in triples(article)


@pytest.mark.corpus
@pytest.mark.model
def test_82_countries_joined_the_friends_of_an_initiative_of_the_article(article):
    friends = {f"Group of Friends of the {name}" for name in ("GDI", "Global Development Initiative")}
    assert [triple[2] in friends for triple in triples(article) if triple[:2] == ("82 countries", "joined")] == [True]


@pytest.mark.corpus
@pytest.mark.model
@pytest.mark.parametrize(
    ("label", "acronym"),
    [
        ("Global Development Initiative", "GDI"),
        ("Global Security Initiative", "GSI"),
        ("Global Civilization Initiative", "GCI"),
    ],
)
def test_each_initiative_of_the_article_is_one_entity_with_its_acronym(article, label, acronym):
    found = [e for e in article.entities if {label, acronym} & {e.label, *e.aliases}]
    assert [(e.label, acronym in e.aliases) for e in found] == [(label, True)]


@pytest.mark.corpus
@pytest.mark.model
def test_the_article_dates_and_places_the_proposal_of_its_idea(article):
    labels = {e.id: e.label for e in article.entities}
    settings_ = [
        {q.kind.value: labels[q.value] if isinstance(q.value, str) else q.value.normal for q in c.qualifiers}
        for c in article.claims
        if (labels[c.subject], c.relation) == ("Xi Jinping", "proposed")
    ]
    assert {"time": "2013", "place": "Moscow State Institute of International Relations"} in settings_


@pytest.mark.corpus
@pytest.mark.model
def test_every_quote_of_the_article_is_verbatim(article):
    text = next(iter(read_documents([ARTICLE]))).text
    assert [
        e.quote for c in article.claims for e in c.evidence if text[e.sentence.start : e.sentence.end] != e.quote
    ] == []


@pytest.mark.model
def test_a_line_below_the_title_says_what_was_done_with_the_document(read):
    reading = read(
        "Resolution 77 (2011)\n\nAdopted by the Arctic Council at its 12th meeting, on 29 July 2011\n\n"
        "The Arctic Council,\n\n1. Requests Norway to join the Oslo Agreement on Trade."
    )
    first = reading.claims[0]

    assert (first.subject, first.relation, first.object) == ("arctic-council", "adopted", "resolution-77-2011")
    assert [q.value.normal for q in first.qualifiers] == ["2011-07-29"]


def read_all(**texts):
    return read_claims([make_document(text.encode(), name=f"{name}.txt") for name, text in texts.items()])


ONE = "Peru joined the Global Trade Fund (GTF). Kenya supports the Friends of the GTF."
OTHER = "Norway joined the Green Transport Forum (GTF). Chad supports the Friends of the GTF."
USER = "Chile supports the GTF."


@pytest.mark.model
def test_an_acronym_that_two_documents_define_alike_means_the_same_in_a_third():
    reading = read_all(one=ONE, again=ONE.replace("Peru", "Chad"), user=USER)
    assert ("Chile", "supports", "Global Trade Fund") in triples(reading)


@pytest.mark.model
def test_an_acronym_that_two_documents_define_otherwise_stays_two_things_and_a_third_elsewhere():
    reading = read_all(one=ONE, other=OTHER, user=USER)
    assert {
        ("Peru", "joined", "Global Trade Fund"),
        ("Kenya", "supports", "Friends of the Global Trade Fund"),
        ("Norway", "joined", "Green Transport Forum"),
        ("Chad", "supports", "Friends of the Green Transport Forum"),
        ("Chile", "supports", "GTF"),
    } - triples(reading) == set()


@pytest.mark.model
def test_the_order_of_documents_changes_nothing():
    texts = {"one": ONE, "other": OTHER, "user": USER, "more": "The GTF met in Peru. Peru joined the Fund of Trade."}
    assert read_all(**texts) == read_all(**dict(reversed(texts.items())))


@pytest.mark.model
def test_what_a_document_says_by_itself_can_be_kept_and_taken_up_again():
    reading = read_document(make_document(ONE.encode(), name="one.txt"))
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert (reading.acronyms, reading.sentences) == ((("GTF", "Global Trade Fund"),), 2)


@pytest.mark.model
def test_since_a_day_begins_in_the_past_whatever_is_to_come():
    text = "# Statement\n\n12 November 2024\n\nNorway asked Chile to lift the ban that has hit Peru since 1 November.\n"
    text += "\nNorway asked Chile to refund the fees collected from 214 hauliers since 1 November.\n"
    claims = read_claims([make_document(text.encode(), name="note.md")]).claims
    times = {q.value.normal for claim in claims for q in claim.qualifiers if q.kind is QualifierKind.TIME}

    assert times == {"2024-11-01/.."}


@pytest.mark.model
def test_the_words_of_a_rank_are_those_of_the_relation():
    claims = read_claims([make_document(b"Chile is the second-largest exporter to Peru.", name="note.txt")]).claims

    assert [(c.relation, c.evidence[0].predicate) for c in claims] == [
        ("be second-largest exporter to", "is second-largest exporter to")
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway rejected the agreement.", set()),
        ("Norway withdrew from both partnerships.", set()),
        ("Norway rejected the fisheries agreement.", {"fisheries agreement"}),
        ("Peru signed the Lima Accord. Chad joined the accord.", {"Lima Accord"}),
    ],
)
def test_what_a_bare_noun_leaves_open_is_in_no_claim(text, told):
    reading = read_claims([make_document(text.encode(), name="note.txt")])

    assert {thing for _, _, thing in triples(reading)} == told
