import pytest

from graph.extract.arguments import Argument
from graph.extract.frames import (
    Frame,
    find_polarity,
    is_finite_conjunct,
    is_infinitive,
    is_passive,
    shares_passive,
    surface_of,
    verb_path,
    words_of,
)
from graph.extract.modality import find_modality, infinitive_modality, planned
from graph.model import EntityType, Mention, Modality, Polarity, Span
from tests.extract.conftest import make_sentence

NORWAY = Mention(
    span=Span(document="d", start=0, end=6),
    text="Norway",
    name="Norway",
    type=EntityType.COUNTRY,
    found_by="gazetteer",
)


def auxiliary(lemma, dep="aux"):
    """A clause with one auxiliary; its verb is word 2."""
    return make_sentence(f"""
        Norway Norway PROPN NNP nsubj 2 Country
        {lemma} {lemma} AUX MD {dep} 2
        sign sign VERB VB ROOT 2
        pacts pact NOUN NNS dobj 2
        """)


@pytest.mark.parametrize(
    ("lemma", "modality"),
    [
        ("will", Modality.PLANNED),
        ("shall", Modality.PLANNED),
        ("should", Modality.PROPOSED),
        ("must", Modality.PROPOSED),
        ("may", Modality.POSSIBLE),
        ("can", Modality.POSSIBLE),
        ("would", Modality.POSSIBLE),
        ("have", Modality.ASSERTED),
        ("do", Modality.ASSERTED),
    ],
)
def test_the_auxiliary_of_a_verb_says_how_it_commits(lemma, modality):
    assert find_modality(auxiliary(lemma), 2, Modality.ASSERTED) is modality


def test_without_an_auxiliary_a_verb_commits_as_what_governs_it():
    assert find_modality(auxiliary("have"), 2, Modality.PLANNED) is Modality.PLANNED


def test_its_own_auxiliary_wins_over_what_governs_a_verb():
    assert find_modality(auxiliary("may"), 2, Modality.PLANNED) is Modality.POSSIBLE


@pytest.mark.parametrize(
    ("lemma", "inherited", "polarity"),
    [
        ("not", Polarity.AFFIRMED, Polarity.NEGATED),
        ("never", Polarity.AFFIRMED, Polarity.NEGATED),
        ("hardly", Polarity.AFFIRMED, Polarity.NEGATED),
        ("also", Polarity.AFFIRMED, Polarity.AFFIRMED),
        ("also", Polarity.NEGATED, Polarity.NEGATED),
        ("not", Polarity.NEGATED, Polarity.AFFIRMED),
    ],
)
def test_a_denial_turns_the_polarity_that_a_clause_inherits(lemma, inherited, polarity):
    assert find_polarity(auxiliary(lemma, "advmod"), 2, inherited) is polarity


@pytest.mark.parametrize(
    ("determiner", "polarity"), [("no", Polarity.NEGATED), ("neither", Polarity.NEGATED), ("each", Polarity.AFFIRMED)]
)
def test_no_on_the_subject_or_object_denies_the_verb(determiner, polarity):
    subject = f"{determiner} {determiner} DET DT det 1\nstate state NOUN NN nsubj 2\nsigned sign VERB VBD ROOT 2"
    thing = f"Norway Norway PROPN NNP nsubj 1\nsigned sign VERB VBD ROOT 1\n{determiner} {determiner} DET DT det 3"
    assert find_polarity(make_sentence(subject), 2, Polarity.AFFIRMED) is polarity
    assert find_polarity(make_sentence(thing + "\npact pact NOUN NN dobj 1"), 1, Polarity.AFFIRMED) is polarity


@pytest.mark.parametrize(
    ("lemma", "modality"),
    [
        ("plan", Modality.PLANNED),
        ("pledge", Modality.PLANNED),
        ("urge", Modality.PROPOSED),
        ("ask", Modality.PROPOSED),
        ("allow", Modality.POSSIBLE),
        ("manage", Modality.ASSERTED),
    ],
)
def test_a_verb_says_how_the_infinitive_below_it_commits(lemma, modality):
    s = make_sentence(f"{lemma} {lemma} VERB VBP ROOT 0\nto to PART TO aux 2\njoin join VERB VB xcomp 0")
    assert infinitive_modality(s, 0, Frame()) is modality


def test_an_infinitive_below_a_plan_commits_no_more_than_the_plan():
    hope, ask = make_sentence("hope hope VERB VBP ROOT 0"), make_sentence("ask ask VERB VBP ROOT 0")
    assert infinitive_modality(hope, 0, Frame(modality=Modality.PLANNED)) is Modality.PLANNED
    assert infinitive_modality(ask, 0, Frame(modality=Modality.PLANNED)) is Modality.PROPOSED  # "will ask X to do"
    assert infinitive_modality(ask, 0, Frame(modality=Modality.POSSIBLE)) is Modality.POSSIBLE


@pytest.mark.parametrize(
    ("modality", "meant"), [(Modality.ASSERTED, Modality.PLANNED), (Modality.POSSIBLE, Modality.POSSIBLE)]
)
def test_what_is_meant_to_come_about_is_a_plan_at_most(modality, meant):
    assert planned(modality) is meant


PASSIVE = """
pact pact NOUN NN nsubjpass 3
was be AUX VBD auxpass 3
not not PART RB neg 3
set set VERB VBN ROOT 3
up up ADP RP prt 3
and and CCONJ CC cc 3
led lead VERB VBN conj 3
"""


def test_a_predicate_is_its_lemmas_and_its_words_those_of_the_text():
    s = make_sentence(PASSIVE)
    assert verb_path(s, 3) == ["set", "up"]
    assert words_of(s, surface_of(s, 3)) == "was not set up"


def test_a_participle_coordinated_with_a_passive_is_passive():
    s = make_sentence(PASSIVE)
    assert (is_passive(s, 3), is_passive(s, 6)) == (True, False)
    assert (shares_passive(s, 6, Frame(passive=True)), shares_passive(s, 6, Frame())) == (True, False)


def test_an_infinitive_stands_with_to():
    s = make_sentence("plan plan VERB VBP ROOT 0\nto to PART TO aux 2\njoin join VERB VB xcomp 0")
    assert (is_infinitive(s, 0), is_infinitive(s, 2)) == (False, True)


@pytest.mark.parametrize(
    ("line", "conjunct"),
    [
        ("signed sign VERB VBD advcl 1", True),
        ("signing sign VERB VBG advcl 1", False),
        ("signed sign VERB VBD relcl 1", False),
    ],
)
def test_a_finite_verb_without_a_subject_goes_on_with_the_one_above(line, conjunct):
    s = make_sentence(f"Norway Norway PROPN NNP nsubj 1\ncame come VERB VBD ROOT 1\n{line}")
    assert is_finite_conjunct(s, 2) is conjunct


def test_a_clause_with_a_conjunction_is_none_that_goes_on():
    s = make_sentence("came come VERB VBD ROOT 0\nas as SCONJ IN mark 2\nsigned sign VERB VBD advcl 0")
    assert is_finite_conjunct(s, 2) is False


def test_a_frame_grows_longer_step_by_step():
    subject = Argument(head=0, mention=NORWAY)
    frame = Frame(subjects=(subject,)).longer(["continue", "to"], [1], transparent=True).step("control", 0.5)
    assert frame.longer(["try", "to"], [3], transparent=False).step("gerund", 0.5) == Frame(
        subjects=(subject,),
        path=("continue", "to", "try", "to"),
        surface=(1, 3),
        transparent=False,
        rule="gerund",
        certainty=0.25,
    )


def test_a_fresh_frame_keeps_all_but_the_predicate():
    subject = Argument(head=0, mention=NORWAY)
    frame = Frame(subjects=(subject,), modality=Modality.PLANNED)
    assert frame.longer(["try", "to"], [1], transparent=False).fresh() == frame
    assert frame.owners() == [NORWAY]
