"""What the members of a list of verbs are coordinated with."""

from graph.extract.repair import REPAIRS, repair
from graph.extract.trees import hang
from tests.extract.conftest import make_words

GERUNDS = """
Norway Norway PROPN NNP nsubj 1
told tell VERB VBD ROOT 1
its its PRON PRP$ poss 3
role role NOUN NN dobj 1
in in ADP IN prep 3
funding fund VERB VBG pcomp 4
ports port NOUN NNS dobj 5
, , PUNCT , punct 1
backing back VERB VBG advcl 1
mines mine NOUN NNS dobj 8
, , PUNCT , punct 8
and and CCONJ CC cc 8
building build VERB VBG conj 8
roads road NOUN NNS dobj 12
"""

PARTICIPLE = """
Norway Norway PROPN NNP nsubj 1
ended end VERB VBD ROOT 1
it it PRON PRP dobj 1
by by ADP IN prep 1
selling sell VERB VBG pcomp 3
ports port NOUN NNS dobj 4
, , PUNCT , punct 1
leaving leave VERB VBG advcl 1
mines mine NOUN NNS dobj 7
"""

SAYING = """
Norway Norway PROPN NNP nsubj 1
reaffirms reaffirm VERB VBZ ROOT 1
that that SCONJ IN mark 5
states state NOUN NNS nsubj 5
must must AUX MD aux 5
act act VERB VB ccomp 1
and and CCONJ CC cc 5
reiterates reiterate VERB VBZ conj 5
support support NOUN NN dobj 7
"""


def heads(table):
    """The head's text and the label of every verb."""
    words = repair(make_words(table))
    return {w.text: (words[w.head].text, w.dep) for w in words if w.pos == "VERB"}


def test_gerunds_that_and_closes_go_on_with_the_governed_one():
    found = heads(GERUNDS)

    assert found["backing"] == found["building"] == ("funding", "conj")


def test_a_participle_alone_stays_with_its_verb():
    assert heads(PARTICIPLE)["leaving"] == ("ended", "advcl")


def test_what_is_done_in_saying_goes_on_with_what_is_said():
    assert heads(SAYING)["reiterates"] == ("reaffirms", "conj")


AMONG = """
Norway Norway PROPN NNP nsubj 1
backs back VERB VBZ ROOT 1
talks talk NOUN NNS dobj 1
among among ADP IN prep 2
Chile Chile PROPN NNP pobj 3
, , PUNCT , punct 4
Peru Peru PROPN NNP appos 4
and and CCONJ CC cc 6
Kenya Kenya PROPN NNP conj 6
"""


def test_among_needs_several():
    words = repair(make_words(AMONG))
    peru = next(w for w in words if w.text == "Peru")

    assert (words[peru.head].text, peru.dep) == ("Chile", "conj")


PREAMBLE = """
Thanking thank VERB VBG ROOT 0
Norway Norway PROPN NNP dobj 0
for for ADP IN prep 0
efforts effort NOUN NNS pobj 2
, , PUNCT , punct 0
commending commend VERB VBG acl 3
Peru Peru PROPN NNP dobj 5
"""


def test_a_preamble_does_itself_what_stands_behind_its_commas():
    assert heads(PREAMBLE)["commending"] == ("Thanking", "conj")


AID = """
Norway Norway PROPN NNP nsubj 1
gave give VERB VBD ROOT 1
security security NOUN NN dobj 1
, , PUNCT , punct 2
economic economic ADJ JJ conj 2
and and CCONJ CC cc 4
military military ADJ JJ amod 7
aid aid NOUN NN conj 4
"""


def test_the_noun_at_the_end_is_the_head_of_those_that_only_qualify_it():
    words = repair(make_words(AID))

    assert [(w.text, words[w.head].text, w.dep) for w in words if w.text in ("security", "economic", "aid")] == [
        ("security", "aid", "compound"),
        ("economic", "aid", "amod"),
        ("aid", "gave", "dobj"),
    ]


MORE = """
Norway Norway PROPN NNP nsubj 1
sold sell VERB VBD ROOT 1
more more ADJ JJR dobj 1
than than ADP IN prep 2
30 30 NUM CD pobj 3
"""


def test_a_number_behind_than_stays_below_it_where_the_parse_has_it_there():
    assert [w.head for w in repair(make_words(MORE))] == [1, 1, 1, 2, 3]


def test_a_mend_that_would_hang_a_word_below_itself_is_left_out(monkeypatch):
    def knot(words):
        hang(words, 0, 4, "dep")
        hang(words, 4, 0, "dep")
        return words

    plain = repair(make_words(AID))
    monkeypatch.setattr("graph.extract.repair.REPAIRS", (knot, *REPAIRS))
    assert repair(make_words(AID)) == plain
