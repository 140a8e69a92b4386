"""What the members of a list of verbs are coordinated with."""

from graph.extract.repair import repair
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
