"""What a clause asks of the noun it tells of, and which noun suits it."""

import pytest

from graph.extract.candidates import candidates, scores
from graph.extract.repair_tellings import mend_whom_clauses_tell_of
from graph.extract.tellings import kinds_of, read_telling, tables
from tests.extract.conftest import make_words

TREATY = """
Peru Peru PROPN NNP nsubj 1
read read VERB VBD ROOT 1
the the DET DT det 3
treaty treaty NOUN NN dobj 1
of of ADP IN prep 3
the the DET DT det 6
agency agency NOUN NN pobj 4
, , PUNCT , punct 6
signed sign VERB VBN acl 6
in in ADP IN prep 8
Quito Quito PROPN NNP pobj 9 Place
"""

DOCTORS = """
Peru Peru PROPN NNP nsubj 1
paid pay VERB VBD ROOT 1
the the DET DT det 3
doctors doctor NOUN NNS dobj 1
of of ADP IN prep 3
the the DET DT det 6
fund fund NOUN NN pobj 4
, , PUNCT , punct 6
who who PRON WP nsubj 9
left leave VERB VBD relcl 6
"""

ALONE = """
Peru Peru PROPN NNP nsubj 1
read read VERB VBD ROOT 1
treaties treaty NOUN NNS dobj 1
signed sign VERB VBN acl 2
"""


@pytest.mark.parametrize(
    ("table", "clause", "noun"),
    [(TREATY, "signed", "treaty"), (DOCTORS, "left", "doctors"), (ALONE, "signed", "treaties")],
)
def test_a_clause_hangs_on_the_noun_that_suits_it(table, clause, noun):
    words = mend_whom_clauses_tell_of(list(make_words(table)))

    assert next(words[w.head].text for w in words if w.text == clause) == noun


def test_a_participle_asks_for_what_can_undergo_it():
    words = list(make_words(TREATY))

    told = read_telling(words, words[8])

    assert told is not None
    assert (told.undergone, told.apart, told.start, sorted(told.wanted)) == (True, True, 8, ["paper"])


def test_a_pronoun_tells_of_how_many_the_clause_is_only_by_its_verb():
    words = list(make_words(DOCTORS))

    told = read_telling(words, words[9])

    assert told is not None
    assert (told.pronoun, told.several, told.undergone) == ("who", None, False)


@pytest.mark.parametrize("i", [1, 3, 10])
def test_what_is_no_clause_about_a_noun_asks_for_nothing(i):
    words = list(make_words(TREATY))

    assert read_telling(words, words[i]) is None


def test_the_nouns_before_a_clause_come_the_nearest_first():
    words = list(make_words(TREATY))
    told = read_telling(words, words[8])

    assert told is not None
    nouns = candidates(words, told)

    assert [noun.text for noun in nouns] == ["agency", "treaty", "Peru"]
    assert max(zip(scores(words, told, nouns), nouns, strict=True), key=lambda pair: pair[0])[1].text == "treaty"


def test_a_noun_is_of_the_kinds_of_its_name_or_of_its_lemma():
    words = list(make_words(TREATY))

    assert [set(kinds_of(words[i])) for i in (3, 10, 5)] == [{"paper"}, {"land"}, set()]


def test_every_kind_that_is_asked_for_is_one_that_nouns_have():
    known = {kind for kinds in tables().kinds.values() for kind in kinds} | {"actor"}

    assert {kind for kinds in tables().wants.values() for kind in kinds} <= known
