import pytest

from graph.extract.gazetteer import load_gazetteer
from graph.extract.known_people import person_case
from graph.extract.terms import find_definitions, make_lexicon
from graph.extract.text import split_tokens


def definitions(text):
    return list(find_definitions(split_tokens(text)))


def persons(*texts):
    return dict(make_lexicon(texts, load_gazetteer()).persons)


def terms(*texts):
    found = make_lexicon(texts, load_gazetteer()).terms_by_first
    return [" ".join(term) for group in found.values() for term in group]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the Global Ocean Initiative (GOI)", [("GOI", "Global Ocean Initiative")]),
        ("the International Monetary Fund (“IMF”)", [("IMF", "International Monetary Fund")]),
        ('the Arctic Energy Summit ("AES")', [("AES", "Arctic Energy Summit")]),
        ("the Forum on Chile-Peru Cooperation (FOCPC)", [("FOCPC", "Forum on Chile-Peru Cooperation")]),
        ("Comprehensive Nuclear-Test-Ban Treaty (CTBT)", [("CTBT", "Comprehensive Nuclear-Test-Ban Treaty")]),
        ("Asia-Pacific Economic Cooperation (APEC)", [("APEC", "Asia-Pacific Economic Cooperation")]),
        ("the Non-Aligned Movement (NAM) met", [("NAM", "Non-Aligned Movement")]),
        ("Caribbean Community (CARICOM)", [("CARICOM", "Caribbean Community")]),
        ("Ministry of Defence (MoD)", [("MoD", "Ministry of Defence")]),
        ("Trade & Investment Board (TIB)", [("TIB", "Trade & Investment Board")]),
        ("the African Union Mission in Somalia (AMISOM)", [("AMISOM", "African Union Mission in Somalia")]),
        (
            "the Intergovernmental Panel on Climate Change (IPCC)",
            [("IPCC", "Intergovernmental Panel on Climate Change")],
        ),
        (
            "Unmanned Aerial Vehicles (UAVs)",
            [("UAV", "Unmanned Aerial Vehicles"), ("UAVs", "Unmanned Aerial Vehicles")],
        ),
        (
            "the Arctic Council (AC) and the Andes Bank (AB)",
            [("AC", "Arctic Council"), ("AB", "Andes Bank")],
        ),
    ],
)
def test_brackets_behind_a_name_define_its_acronym(text, pairs):
    assert definitions(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "talks in Geneva (UN)",
        "met the minister (UK)",
        "the country signed (CTBT)",
        "the minister of finance in Lima (MFA)",
        "the World Bank, an agency (WB)",
        "Group of Friends (2024)",
        "the Andes Action Plan (2025-2027)",
        "the Andes Action Plan (see annex)",
        "the Andes Action Plan (Aap)",
        "(GOI)",
        "the Global Ocean Initiative (GOI",
        "the Global Ocean Initiative GOI",
    ],
)
def test_brackets_that_the_words_before_do_not_spell_define_nothing(text):
    assert definitions(text) == []


def test_the_shortest_run_of_words_that_spells_an_acronym_is_its_name():
    assert definitions("Peru and the Pacific Council on Petroleum (PCP)") == [("PCP", "Pacific Council on Petroleum")]


def test_an_acronym_of_one_passage_is_known_in_all():
    lexicon = make_lexicon(["The GOI grew.", "It is the Global Ocean Initiative (GOI)."], load_gazetteer())
    assert lexicon.acronyms == {"GOI": "Global Ocean Initiative"}


def test_first_name_and_surname_stand_for_a_person_named_in_full():
    assert persons("President Gabriel Boric came.") == {
        "Boric": "Gabriel Boric",
        "Gabriel": "Gabriel Boric",
        "Gabriel Boric": "Gabriel Boric",
    }


def test_a_surname_behind_a_title_joins_the_full_name():
    assert persons("President Gabriel Boric came.", "Mr. Boric left.")["Boric"] == "Gabriel Boric"


def test_a_surname_that_two_people_share_stands_for_neither():
    assert persons("President Gabriel Boric met Minister Ana Boric.") == {
        "Ana": "Ana Boric",
        "Ana Boric": "Ana Boric",
        "Gabriel": "Gabriel Boric",
        "Gabriel Boric": "Gabriel Boric",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prime Minister Lee Hsien Loong spoke.", "Lee Hsien Loong"),
        ("President Luiz Inácio Lula da Silva spoke.", "Luiz Inácio Lula da Silva"),
        ("Foreign Minister Anne van Berg spoke.", "Anne van Berg"),
        ("Chilean President Gabriel Boric spoke.", "Gabriel Boric"),
    ],
)
def test_all_words_of_a_name_belong_to_it(text, name):
    assert persons(text)[name] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ambassador John F. Kent spoke.", "John F. Kent"),
        ("Foreign Minister Anne van der Berg spoke.", "Anne van der Berg"),
    ],
)
def test_initials_and_several_particles_belong_to_a_name(text, name):
    assert persons(text).get(name) == name


@pytest.mark.parametrize(
    "text",
    [
        "The General Debate opened.",
        "The President of Peru spoke.",
        "President Jordan spoke.",
        "Gabriel Boric spoke.",
        "The President spoke.",
    ],
)
def test_without_a_title_before_a_name_nobody_is_introduced(text):
    assert persons(text) == {}


def test_a_numeral_is_no_surname():
    assert sorted(persons("King Charles III spoke.")) == ["Charles", "Charles III"]


@pytest.mark.parametrize(("name", "written"), [("WANG YI", "Wang Yi"), ("Anne van der Berg", "Anne van der Berg")])
def test_a_name_in_capitals_is_written_as_in_running_text(name, written):
    assert person_case(name) == written


def test_a_phrase_that_recurs_behind_an_article_is_a_term():
    assert terms("They want the rule of law. We have the rule of law.", "Nobody has the rule of law.") == [
        "rule of law"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They want the rule of law. We have the rule of law.",
        "They want rule of law. We have rule of law. Nobody has rule of law.",
        "The fair rule. The fair rule. The fair rule.",
    ],
)
def test_a_phrase_that_is_rare_or_bare_or_has_no_preposition_is_no_term(text):
    assert terms(text) == []


def test_heads_of_state_are_other_ones_each_time():
    assert terms("The heads of state met. The heads of state left.", "Nobody met the heads of state.") == []


def test_a_term_that_is_only_ever_part_of_a_longer_one_is_left_out():
    text = "the freedom of trade among nations."
    assert terms(text, text, text) == ["freedom of trade among nations"]


def test_a_term_that_also_stands_alone_is_kept_beside_the_longer_one():
    longer, shorter = "the freedom of trade among nations.", "the freedom of trade."
    assert terms(longer, longer, longer, shorter) == ["freedom of trade among nations", "freedom of trade"]


def test_a_lexicon_holds_every_word_in_lower_case():
    lexicon = make_lexicon(["The World bank of Peru"], load_gazetteer())
    assert lexicon.lower == {"bank", "of"}


def test_an_acronym_without_a_definition_is_the_initials_of_the_only_run_that_has_them():
    texts = [
        "The Northern Fish and Water Treaty helps. Norway left the NFWT. An Oslo Fish Fund pays.",
        "An OFF and an XYZ met NATO. An Open Fleet Forum met.",
    ]

    assert dict(make_lexicon(texts, load_gazetteer()).acronyms) == {"NFWT": "Northern Fish and Water Treaty"}


@pytest.mark.parametrize(
    "text",
    [
        "Talks with party leader Yosef Taran failed.",
        "The lawyer Yosef Taran left.",
        "Yosef Taran, a human rights lawyer, left.",
        "He met Yosef Taran, president of the club.",
    ],
)
def test_what_a_person_is_beside_a_name_introduces_the_person(text):
    persons = make_lexicon([text], load_gazetteer()).persons

    assert persons == {"Taran": "Yosef Taran", "Yosef": "Yosef Taran", "Yosef Taran": "Yosef Taran"}


@pytest.mark.parametrize(
    "text",
    [
        "The leader Taran left.",
        "The leader Lima Summit left.",
        "Yosef Taran, and the lawyer left.",
        "THE LAWYER YOSEF TARAN LEFT.",
        "The lawyer of Yosef Taran left.",
    ],
)
def test_nothing_else_beside_a_name_introduces_anybody(text):
    assert make_lexicon([text], load_gazetteer()).persons == {}
