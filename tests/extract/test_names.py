import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.gazetteer import load_gazetteer
from graph.extract.names import find_names
from graph.extract.terms import make_lexicon


def names(text):
    """The names of a text: what is written, what it is called where that is another name, and its type."""
    found = find_names(text, make_lexicon([text], load_gazetteer()), load_gazetteer())
    return [(text[n.start : n.end], n.name, n.type.value) for n in found]


def written(text):
    return [text for text, _, _ in names(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("the Arctic Council", "Arctic Council", "Organization"),
        ("the Ministry of Trade and Industry of Peru", "Ministry of Trade and Industry of Peru", "Organization"),
        ("the University of the Andes", "University of the Andes", "Organization"),
        ("the Arctic Energy Summit", "Arctic Energy Summit", "Event"),
        ("the Bonn Conference on Fresh Water", "Bonn Conference on Fresh Water", "Event"),
        ("the 9th Summit of the Arctic Council", "9th Summit of the Arctic Council", "Event"),
        (
            "the Conference Marking the 70th Anniversary of the Treaty",
            "Conference Marking the 70th Anniversary of the Treaty",
            "Event",
        ),
        ("the Ocean Health Initiative", "Ocean Health Initiative", "Initiative"),
        ("the World Day for Safe Seas", "World Day for Safe Seas", "Initiative"),
        ("the Lagos Convention on Fisheries", "Lagos Convention on Fisheries", "Agreement"),
        ("the Lima Declaration", "Lima Declaration", "Agreement"),
        ("the Sulu Strait", "Sulu Strait", "Place"),
        ("the Andes Doctrine", "Andes Doctrine", "Concept"),
        ("the Andes Trade Representative", "Andes Trade Representative", "Role"),
        ("the Group of Friends of the Sea", "Group of Friends of the Sea", "Group"),
    ],
)
def test_a_capitalised_run_is_a_name_of_its_head_nouns_type(text, name, kind):
    assert names(text) == [(name, name, kind)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Resolution 1325 (2000) was adopted", "Resolution 1325 (2000)"),
        ("the Andes Action Plan (2025-2027) grew", "Andes Action Plan (2025-2027)"),
        ("the Andes Action Plan (2025–2027) grew", "Andes Action Plan (2025–2027)"),
        ("the Andes Action Plan (annex) grew", "Andes Action Plan"),
        ("the Task Force 59 sailed", "Task Force 59"),
        ("the Andes Agenda 2030 grew", "Andes Agenda 2030"),
    ],
)
def test_numbers_belong_to_a_name(text, name):
    assert written(text) == [name]


def test_a_resolution_in_lower_case_is_named_in_upper_case():
    assert names("under resolution 1826 (2008)") == [("resolution 1826 (2008)", "Resolution 1826 (2008)", "Agreement")]


def test_an_acronym_in_brackets_belongs_to_the_name_and_stands_for_it_later():
    assert names("the Global Ocean Initiative (GOI) and the GOI") == [
        ("Global Ocean Initiative (GOI)", "Global Ocean Initiative", "Initiative"),
        ("GOI", "Global Ocean Initiative", "Initiative"),
    ]


def test_an_acronym_that_nobody_defines_is_no_name():
    assert names("the GOI grew") == []


def test_a_title_belongs_to_what_is_written_and_not_to_the_name():
    assert names("they met Prime Minister Ana Silva and Mr. Kent") == [
        ("Prime Minister Ana Silva", "Ana Silva", "Person"),
        ("Mr. Kent", "Kent", "Person"),
    ]


def test_a_surname_is_the_person_who_was_named_in_full():
    assert names("President Gabriel Boric came. Boric left.") == [
        ("President Gabriel Boric", "Gabriel Boric", "Person"),
        ("Boric", "Gabriel Boric", "Person"),
    ]


def test_a_demonym_before_a_title_is_a_name_of_its_own():
    assert written("Chilean President Gabriel Boric came") == ["Chilean", "President Gabriel Boric"]


@pytest.mark.parametrize(
    "pair",
    [
        "Peru–Chile border",
        "U.S.-Iraq relations",
        "Norway-Kenya cultural ties",
        "Norway-Kenya partnership for clean energy",
        "Chile-Peru community with a shared coast",
        "Chile-Peru community with a shared future for a fairer world and a greener planet",
    ],
)
def test_two_actors_joined_by_a_hyphen_are_a_name_with_what_they_share(pair):
    assert names(f"the {pair}.") == [(pair, pair, "Concept")]


@pytest.mark.parametrize("text", ["an on-site visit", "a two-way treaty", "long-term ties", "Peru-led ties"])
def test_other_hyphens_make_no_pair(text):
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Many countries signed. The signing was late.", []),
        ("Trade grew. Council members left.", []),
        ("The Initiative grew.", []),
        ("However, Members left.", []),
        ("the Plan and the Summit", []),
        ("They spoke in May on Monday.", []),
        ("the Arctic Council and African countries", ["Arctic Council", "African"]),
        ("told the Arctic Council African countries left", ["Arctic Council", "African"]),
        ("signed the Oslo Agreement with Chile", ["Oslo Agreement", "Chile"]),
        ("the Lima Declaration and the Andes Action Plan", ["Lima Declaration", "Andes Action Plan"]),
        ("the Lima Declaration and Andes Action Plan", ["Lima Declaration", "Andes Action Plan"]),
        ("Chile's Ministry of Health", ["Chile", "Ministry of Health"]),
        ("the Oslo Agreement on trade", ["Oslo Agreement"]),
        ("the Arctic Energy Summit in Peru", ["Arctic Energy Summit", "Peru"]),
        ("the Arctic Rescue Mission in Mali", ["Arctic Rescue Mission in Mali"]),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text, found):
    assert written(text) == found


def test_the_gazetteer_names_a_thing_by_its_own_name():
    assert names("the U.N. General Assembly and America’s ports") == [
        ("U.N. General Assembly", "United Nations General Assembly", "Organization"),
        ("America", "United States", "Country"),
    ]


def test_a_term_that_recurs_is_a_name():
    text = "They want the rule of law. We have the rule of law. Nobody has the rule of law."
    assert names(text) == [("rule of law", "rule of law", "Concept")] * 3


PIECES = st.sampled_from(
    [
        "the",
        "Peru",
        "of",
        "Council",
        "(",
        "GOI",
        ")",
        "President",
        "Boric",
        "and",
        "2000",
        "Chile-Peru",
        "ties",
        "’s",
        ".",
    ]
)


@given(st.lists(PIECES, max_size=12).map(" ".join) | st.text(max_size=40))
def test_names_stand_in_the_order_of_the_text_and_never_overlap(text):
    found = find_names(text, make_lexicon([text], load_gazetteer()), load_gazetteer())
    places = [place for name in found for place in (name.start, name.end)]
    assert places == sorted(places)
    assert all(text[name.start : name.end].strip() for name in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Norway supports the United Nations 2.0 and Peru.", "United Nations 2.0"),
        ("Norway left the African Union 15 years ago.", "African Union"),
    ],
)
def test_a_number_right_behind_a_name_makes_it_another_unless_it_counts(text, name):
    assert [called for _, called, _ in names(text)][1] == name


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The United States met Luther Story in Buena Vista, Georgia.", ["United States", "Georgia (US)"]),
        ("The United States met Armenia, Georgia and Chile.", ["United States", "Armenia", "Georgia", "Chile"]),
        ("Norway met Luther Story in Tbilisi, Georgia.", ["Norway", "Georgia"]),
    ],
)
def test_a_province_of_the_documents_own_country_is_not_the_country_of_its_name(text, called):
    assert [name for _, name, kind in names(text) if kind != "Person"] == called
