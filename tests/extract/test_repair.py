import pytest

from graph.extract.repair import repair
from tests.extract.conftest import make_words


def shape(words):
    """Each word with its head's text, its label and its tag."""
    return [(w.text, words[w.head].text, w.dep, w.tag) for w in words]


HIDDEN = """
Norway Norway PROPN NNP nmod 4
carefully carefully ADV RB advmod 2
articulated articulated ADJ JJ amod 4
the the DET DT det 4
vision vision NOUN NN ROOT 4
"""

PLAN = """
Norway Norway PROPN NNP nsubj 1
adopted adopt VERB VBD ROOT 1
a a DET DT det 3
plan plan NOUN NN dobj 1
for for ADP IN prep 1
growth growth NOUN NN pobj 4
"""

PLAN_BEHIND_PREPOSITION = """
Norway Norway PROPN NNP nsubj 1
worked work VERB VBD ROOT 1
on on ADP IN prep 1
plans plan NOUN NNS pobj 2
for for ADP IN prep 1
growth growth NOUN NN pobj 4
"""

EXAMPLES = """
Norway Norway PROPN NNP nsubj 1
thanked thank VERB VBD ROOT 1
states state NOUN NNS dobj 1
that that PRON WDT nsubj 4
helped help VERB VBD relcl 2
such such ADJ JJ amod 6
as as ADP IN prep 4
Chile Chile PROPN NNP pobj 6
"""

COPULA = """
It it PRON PRP nsubj 1
is be AUX VBZ ROOT 1
a a DET DT det 3
plan plan NOUN NN attr 1
and and CCONJ CC cc 1
the the DET DT det 6
core core NOUN NN conj 1
"""

INFINITIVES = """
Norway Norway PROPN NNP nsubj 1
pledged pledge VERB VBD ROOT 1
to to PART TO aux 3
fund fund VERB VB xcomp 1
ports port NOUN NNS dobj 3
, , PUNCT , punct 1
support support VERB VBP conj 1
Chile Chile PROPN NNP dobj 6
and and CCONJ CC cc 6
build build VERB VB conj 1
roads road NOUN NNS dobj 9
"""

RANGE = """
Norway Norway PROPN NNP nsubj 1
took take VERB VBD ROOT 1
the the DET DT det 3
step step NOUN NN dobj 1
from from ADP IN prep 3
war war NOUN NN pobj 4
to to ADP IN prep 1
peace peace NOUN NN pobj 6
"""

NUMBER = """
Sixty sixty ADJ JJ amod 1
states state NOUN NNS nsubj 2
came come VERB VBD ROOT 2
"""


@pytest.mark.parametrize(
    ("table", "mended"),
    [
        (
            HIDDEN,
            [
                ("Norway", "articulated", "nsubj", "NNP"),
                ("carefully", "articulated", "advmod", "RB"),
                ("articulated", "articulated", "ROOT", "VBD"),
                ("the", "vision", "det", "DT"),
                ("vision", "articulated", "dobj", "NN"),
            ],
        ),
        (PLAN, [*shape(make_words(PLAN))[:4], ("for", "plan", "prep", "IN"), ("growth", "for", "pobj", "NN")]),
        (
            PLAN_BEHIND_PREPOSITION,
            [
                *shape(make_words(PLAN_BEHIND_PREPOSITION))[:4],
                ("for", "plans", "prep", "IN"),
                ("growth", "for", "pobj", "NN"),
            ],
        ),
        (RANGE, [*shape(make_words(RANGE))[:6], ("to", "step", "prep", "IN"), ("peace", "to", "pobj", "NN")]),
        (
            EXAMPLES,
            [*shape(make_words(EXAMPLES))[:6], ("as", "states", "prep", "IN"), ("Chile", "as", "pobj", "NNP")],
        ),
        (COPULA, [*shape(make_words(COPULA))[:6], ("core", "plan", "conj", "NN")]),
        (
            INFINITIVES,
            [
                *shape(make_words(INFINITIVES))[:6],
                ("support", "fund", "conj", "VB"),
                ("Chile", "support", "dobj", "NNP"),
                ("and", "support", "cc", "CC"),
                ("build", "fund", "conj", "VB"),
                ("roads", "build", "dobj", "NNS"),
            ],
        ),
        (NUMBER, [("Sixty", "states", "nummod", "CD"), *shape(make_words(NUMBER))[1:]]),
    ],
    ids=[
        "a verb taken for an adjective",
        "for behind an object",
        "for behind a prepositional object",
        "to behind from",
        "such as behind a relative clause",
        "a second attribute",
        "a second and third infinitive",
        "a number word",
    ],
)
def test_a_wrong_attachment_is_mended(table, mended):
    assert shape(repair(make_words(table))) == mended


FINITE = """
The the DET DT det 2
limited limited ADJ JJ amod 2
plan plan NOUN NN nsubj 3
helped help VERB VBD ROOT 3
"""

FOR_A_NAME = """
Norway Norway PROPN NNP nsubj 1
joined join VERB VBD ROOT 1
Oslo_Pact Oslo_Pact PROPN NNP dobj 1 Agreement
for for ADP IN prep 1
growth growth NOUN NN pobj 3
"""

OWN_SUBJECT = """
Norway Norway PROPN NNP nsubj 1
pledged pledge VERB VBD ROOT 1
to to PART TO aux 3
stay stay VERB VB xcomp 1
and and CCONJ CC cc 1
they they PRON PRP nsubj 6
agree agree VERB VBP conj 1
"""

NEW_CLAUSE = """
It it PRON PRP nsubj 1
is be AUX VBZ ROOT 1
a a DET DT det 3
plan plan NOUN NN attr 1
as as ADP IN prep 1
Chile Chile PROPN NNP pobj 4
"""


@pytest.mark.parametrize(
    "table",
    [FINITE, FOR_A_NAME, OWN_SUBJECT, NEW_CLAUSE],
    ids=[
        "an adjective beside a finite verb",
        "for behind a name",
        "a verb with a subject of its own",
        "as without such",
    ],
)
def test_what_is_right_stays_as_it_is(table):
    words = make_words(table)
    assert repair(words) == words


def test_the_article_of_a_mended_verbs_subject_stays_with_it():
    table = """
    The the DET DT det 5
    minister minister NOUN NN nmod 5
    carefully carefully ADV RB advmod 3
    articulated articulated ADJ JJ amod 5
    the the DET DT det 5
    vision vision NOUN NN ROOT 5
    """
    assert shape(repair(make_words(table)))[0] == ("The", "minister", "det", "DT")


@pytest.mark.parametrize("table", [HIDDEN, PLAN, RANGE, EXAMPLES, COPULA, INFINITIVES, NUMBER])
def test_what_is_mended_needs_no_more_mending(table):
    mended = repair(make_words(table))
    assert repair(mended) == mended


def test_what_hangs_on_a_word_is_not_made_its_head():
    words = repair(
        make_words("""
            Norway Norway PROPN NNP nsubj 1
            praised praise VERB VBD ROOT 1
            the the DET DT det 3
            order order NOUN NN npadvmod 5
            , , PUNCT , punct 5
            including include VERB VBG advcl 1
            ports port NOUN NNS dobj 5
        """)
    )

    assert (words[5].dep, words[5].head) == ("prep", 1)


def test_a_part_of_a_document_before_its_number_is_a_noun():
    words = repair(
        make_words("""
            It it PRON PRP nsubj 1
            cites cite VERB VBZ ROOT 1
            paragraphs paragraph VERB VBZ xcomp 1
            8 8 NUM CD dobj 2
        """)
    )

    assert (words[2].pos, words[2].tag) == ("NOUN", "NNS")


def test_a_for_behind_the_object_of_a_verb_that_takes_one_is_the_verb_s():
    words = repair(
        make_words("""
            Regulators regulator NOUN NNS nsubj 1
            fined fine VERB VBD ROOT 1
            the the DET DT det 3
            bank bank NOUN NN dobj 1
            for for ADP IN prep 3
            fraud fraud NOUN NN pobj 4
        """)
    )

    assert (words[4].head, words[4].dep) == (1, "prep")


def test_an_example_behind_in_particular_hangs_on_the_noun_before():
    words = repair(
        make_words("""
            It it PRON PRP nsubj 1
            crossed cross VERB VBD ROOT 1
            lakes lake NOUN NNS dobj 1
            , , PUNCT , punct 1
            in in ADP IN prep 1
            particular particular ADJ JJ amod 6
            Lake_Malawi Lake_Malawi PROPN NNP pobj 4 Place
        """)
    )

    assert (words[6].head, words[6].dep) == (2, "appos")


def test_an_office_behind_a_person_and_a_comma_tells_what_that_one_is():
    words = repair(
        make_words("""
            Ole_Berg Ole_Berg PROPN NNP nsubj 6 Person
            , , PUNCT , punct 0
            King king PROPN NNP conj 0
            of of ADP IN prep 2
            Norway Norway PROPN NNP pobj 3 Country
            , , PUNCT , punct 0
            left leave VERB VBD ROOT 6
        """)
    )

    assert (words[2].head, words[2].dep) == (0, "appos")


def test_a_person_is_coordinated_with_the_person_before_not_with_that_one_s_country():
    words = repair(
        make_words("""
            Ole_Berg Ole_Berg PROPN NNP nsubj 5 Person
            of of ADP IN prep 0
            Norway Norway PROPN NNP pobj 1 Country
            and and CCONJ CC cc 2
            Ana_Silva Ana_Silva PROPN NNP conj 2 Person
            met meet VERB VBD ROOT 5
        """)
    )

    assert (words[4].head, words[4].dep) == (0, "conj")


def test_a_noun_with_a_subject_and_an_object_is_a_verb():
    words = repair(
        make_words("""
            farmers farmer NOUN NNS nsubj 1
            export export NOUN NN ROOT 1
            rice rice NOUN NN dobj 1
        """)
    )

    assert shape(words)[1] == ("export", "export", "ROOT", "VBP")


def test_an_adverb_before_a_number_tells_how_exact_it_is():
    words = repair(
        make_words("""
            Kenya Kenya PROPN NNP nsubj 2 Country
            almost almost ADV RB advmod 3
            sold sell VERB VBD ROOT 2
            nearly nearly ADV RB advmod 2
            70 70 NUM CD nummod 5
            boats boat NOUN NNS dobj 2
        """)
    )

    assert [(words[i].head, words[i].dep) for i in (1, 3)] == [(3, "advmod"), (4, "advmod")]


CROSSING = """
Ministers minister NOUN NNS nsubj 5
, , PUNCT , punct 0
in in ADP IN prep 0
talks talk NOUN NNS pobj 2
, , PUNCT , punct 0
urged urge VERB VBD ROOT 5
calm calm NOUN NN dobj 5
today today NOUN NN npadvmod 3
"""


def test_a_phrase_that_reaches_the_last_word_ends_there():
    assert shape(repair(make_words(CROSSING)))[5] == ("urged", "urged", "ROOT", "VBD")
