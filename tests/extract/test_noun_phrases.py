import pytest

from graph.extract.coordination import conjuncts
from graph.extract.extents import phrase_words
from graph.extract.noun_phrases import counted, find_examples, text_of
from graph.extract.prepositions import is_place_phrase, is_time_phrase
from tests.extract.conftest import make_sentence


def phrase(table, head):
    s = make_sentence(table)
    return text_of(s, phrase_words(s, head))


@pytest.mark.parametrize(
    ("table", "head", "words"),
    [
        (
            """
            the the DET DT det 2
            joint joint ADJ JJ amod 2
            statement statement NOUN NN ROOT 2
            """,
            2,
            "joint statement",
        ),
        (
            """
            all all DET PDT predet 3
            such such ADJ JJ amod 3
            new new ADJ JJ amod 3
            ports port NOUN NNS ROOT 3
            """,
            3,
            "new ports",
        ),
        (
            """
            leaders leader NOUN NNS ROOT 0
            of of ADP IN prep 0
            Chile Chile PROPN NNP pobj 1 Country
            and and CCONJ CC cc 2
            Peru Peru PROPN NNP conj 2 Country
            """,
            0,
            "leaders of Chile and Peru",
        ),
        (
            """
            peace peace NOUN NN ROOT 0
            and and CCONJ CC cc 0
            security security NOUN NN conj 0
            """,
            0,
            "peace and security",
        ),
        (
            """
            ports port NOUN NNS ROOT 0
            that that PRON WDT nsubj 2
            grew grow VERB VBD relcl 0
            """,
            0,
            "ports",
        ),
        (
            """
            resolution resolution NOUN NN ROOT 0
            establishing establish VERB VBG acl 0
            funds fund NOUN NNS dobj 1
            """,
            0,
            "resolution establishing funds",
        ),
        (
            """
            ports port NOUN NNS ROOT 0
            establishing establish VERB VBG acl 0
            funds fund NOUN NNS dobj 1
            """,
            0,
            "ports",
        ),
        (
            """
            talks talk NOUN NNS ROOT 0
            in in ADP IN prep 0
            2019 2019 NUM CD pobj 1 DATE
            """,
            0,
            "talks",
        ),
        (
            """
            talks talk NOUN NNS ROOT 0
            at at ADP IN prep 0
            Lima_Summit Lima_Summit PROPN NNP pobj 1 Event
            """,
            0,
            "talks",
        ),
        (
            """
            talks talk NOUN NNS ROOT 0
            with with ADP IN prep 0
            Chile Chile PROPN NNP pobj 1 Country
            """,
            0,
            "talks",
        ),
        (
            """
            ports port NOUN NNS ROOT 0
            with with ADP IN prep 0
            deep deep ADJ JJ amod 3
            water water NOUN NN pobj 1
            """,
            0,
            "ports with deep water",
        ),
        (
            """
            plan plan NOUN NN ROOT 0
            for for ADP IN prep 0
            clean clean ADJ JJ amod 3
            seas sea NOUN NNS pobj 1
            """,
            0,
            "plan for clean seas",
        ),
        (
            """
            plan plan NOUN NN ROOT 0
            despite despite SCONJ IN prep 0
            storms storm NOUN NNS pobj 1
            """,
            0,
            "plan",
        ),
    ],
    ids=[
        "adjectives without the article",
        "no words that only lead in",
        "of and what is coordinated behind it",
        "two bare nouns",
        "no relative clause",
        "what a resolution does",
        "not what another noun does",
        "no date",
        "no event",
        "no partner",
        "with a property",
        "a purpose",
        "no other preposition",
    ],
)
def test_the_words_of_a_noun_phrase_are_an_unbroken_run_round_its_head(table, head, words):
    assert phrase(table, head) == words


PEACE = """
peace peace NOUN NN ROOT 0
and and CCONJ CC cc 0
security security NOUN NN conj 0
"""

NAMES = """
Chile Chile PROPN NNP ROOT 0 Country
, , PUNCT , punct 0
Peru Peru PROPN NNP conj 0 Country
and and CCONJ CC cc 2
Norway Norway PROPN NNP conj 2 Country
"""

ARTICLES = """
the the DET DT det 1
port port NOUN NN ROOT 1
and and CCONJ CC cc 1
the the DET DT det 4
road road NOUN NN conj 1
"""


@pytest.mark.parametrize(
    ("table", "head", "heads"),
    [(PEACE, 0, [0]), (NAMES, 0, [0, 2, 4]), (ARTICLES, 1, [1, 4])],
    ids=["two bare nouns stay one", "names are split", "nouns with articles are split"],
)
def test_what_is_coordinated_is_split_where_each_part_stands_alone(table, head, heads):
    assert conjuncts(make_sentence(table), head) == heads


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        (["such such ADJ JJ amod 2", "as as ADP IN prep 0"], [3, 5]),
        ([", , PUNCT , punct 0", "including include VERB VBG prep 0"], [3, 5]),
        ([", , PUNCT , punct 0", "like like ADP IN prep 0"], [3, 5]),
        ([", , PUNCT , punct 0", "as as ADP IN prep 0"], []),
        ([", , PUNCT , punct 0", "with with ADP IN prep 0"], []),
    ],
    ids=["such as", "including", "like", "as", "with"],
)
def test_a_plural_noun_lists_names(lead, found):
    behind = [
        "Chile Chile PROPN NNP pobj 2 Country",
        "and and CCONJ CC cc 3",
        "Peru Peru PROPN NNP conj 3 Country",
    ]
    assert find_examples(make_sentence("\n".join(["states state NOUN NNS ROOT 0", *lead, *behind])), 0) == found


def test_a_singular_noun_lists_nothing():
    table = """
    state state NOUN NN ROOT 0
    , , PUNCT , punct 0
    Chile Chile PROPN NNP appos 0 Country
    """
    assert find_examples(make_sentence(table), 0) == []


def test_names_in_apposition_to_a_plural_are_its_list():
    table = """
    bodies body NOUN NNS ROOT 0
    , , PUNCT , punct 0
    Andes_Bank Andes_Bank PROPN NNP appos 0 Organization
    and and CCONJ CC cc 2
    Lima_Fund Lima_Fund PROPN NNP conj 2 Organization
    """
    assert find_examples(make_sentence(table), 0) == [2, 4]


@pytest.mark.parametrize(("noun", "lemma", "head"), [("dozens", "dozen", 2), ("leaders", "leader", 0)])
def test_a_noun_of_quantity_counts_what_stands_behind_of(noun, lemma, head):
    table = f"""
    {noun} {lemma} NOUN NNS ROOT 0
    of of ADP IN prep 0
    states state NOUN NNS pobj 1
    """
    assert counted(make_sentence(table), 0) == head


@pytest.mark.parametrize(
    ("target", "time", "place"),
    [
        ("2019 2019 NUM CD pobj 1 DATE", True, False),
        ("years year NOUN NNS pobj 1", True, False),
        ("Lima_Summit Lima_Summit PROPN NNP pobj 1 Event", False, True),
        ("Sulu_Strait Sulu_Strait PROPN NNP pobj 1 Place", False, True),
        ("Chile Chile PROPN NNP pobj 1 Country", False, False),
        ("trade trade NOUN NN pobj 1", False, False),
    ],
)
def test_a_preposition_leads_to_a_time_or_a_place(target, time, place):
    s = make_sentence(f"grew grow VERB VBD ROOT 0\nin in ADP IN prep 0\n{target}")
    assert (is_time_phrase(s, 1), is_place_phrase(s, 1)) == (time, place)


@pytest.mark.parametrize(("preposition", "place"), [("at", True), ("in", False)])
def test_an_organisation_is_a_place_only_behind_at(preposition, place):
    s = make_sentence(
        f"spoke speak VERB VBD ROOT 0\n{preposition} {preposition} ADP IN prep 0\n"
        "Lima_School Lima_School PROPN NNP pobj 1 Organization"
    )
    assert is_place_phrase(s, 1) is place
