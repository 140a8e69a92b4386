import pytest

from graph.extract.speech import find_reported_speakers, is_speech
from tests.extract.conftest import make_sentence

AS_NOTED = """
As as SCONJ IN mark 2
Norway Norway PROPN NNP nsubj 2 Country
noted note VERB VBD advcl 5
, , PUNCT , punct 5
ports port NOUN NNS nsubj 5
grew grow VERB VBD ROOT 5
"""

AS_NOTED_BY = """
As as SCONJ IN mark 1
noted note VERB VBN advcl 6
by by ADP IN agent 1
Andes_Council Andes_Council PROPN NNP pobj 2 Organization
, , PUNCT , punct 6
ports port NOUN NNS nsubj 6
grew grow VERB VBD ROOT 6
"""

ACCORDING_TO = """
According accord VERB VBG prep 5
to to ADP IN prep 0
Ana_Silva Ana_Silva PROPN NNP pobj 1 Person
, , PUNCT , punct 5
ports port NOUN NNS nsubj 5
grew grow VERB VBD ROOT 5
"""

SAID_BEHIND = """
Ports port NOUN NNS nsubj 5
, , PUNCT , punct 2
said say VERB VBD parataxis 5
Norway Norway PROPN NNP nsubj 2 Country
, , PUNCT , punct 2
grew grow VERB VBD ROOT 5
"""

TOLD_BETWEEN = """
Ports port NOUN NNS nsubj 6
, , PUNCT , punct 3
Norway Norway PROPN NNP nsubj 3 Country
told tell VERB VBD parataxis 6
Peru Peru PROPN NNP dobj 3 Country
, , PUNCT , punct 3
grew grow VERB VBD ROOT 6
"""


@pytest.mark.parametrize(
    ("table", "root", "speaker"),
    [
        (AS_NOTED, 5, "Norway"),
        (AS_NOTED_BY, 6, "Andes Council"),
        (ACCORDING_TO, 5, "Ana Silva"),
        (SAID_BEHIND, 5, "Norway"),
        (TOLD_BETWEEN, 6, "Norway"),
    ],
    ids=["as X noted", "as noted by X", "according to X", "said X", "X told Y"],
)
def test_a_sentence_names_its_speaker(table, root, speaker, reader):
    assert [m.name for m in find_reported_speakers(reader(), make_sentence(table), root)] == [speaker]


@pytest.mark.parametrize(
    "table",
    [
        AS_NOTED.replace("As as", "When when"),
        AS_NOTED.replace("noted note", "slept sleep"),
        AS_NOTED.replace("Norway Norway PROPN NNP nsubj 2 Country", "Oslo Oslo PROPN NNP nsubj 2 Place"),
        AS_NOTED.replace("Norway Norway PROPN NNP nsubj 2 Country", "they they PRON PRP nsubj 2"),
        "ports port NOUN NNS nsubj 1\ngrew grow VERB VBD ROOT 1",
    ],
    ids=["when X noted", "as X slept", "a place", "a pronoun that is open", "nobody"],
)
def test_who_cannot_speak_is_no_speaker(table, reader):
    s = make_sentence(table)
    root = next(w.i for w in s.words if w.head == w.i)
    assert find_reported_speakers(reader(), s, root) == ()


def test_according_to_plan_names_no_speaker(reader):
    table = ACCORDING_TO.replace("Ana_Silva Ana_Silva PROPN NNP pobj 1 Person", "plan plan NOUN NN pobj 1")
    assert find_reported_speakers(reader(), make_sentence(table), 5) == ()


def test_a_speaker_is_spoken_of(reader):
    at_hand = reader()
    find_reported_speakers(at_hand, make_sentence(ACCORDING_TO), 5)
    at_hand.discourse.open_sentence()
    assert at_hand.discourse.people[-1].name == "Ana Silva"


@pytest.mark.parametrize(("lemma", "speech"), [("say", True), ("stress", True), ("warn", True), ("sign", False)])
def test_a_verb_of_speech_reports_what_its_subject_says(lemma, speech):
    assert is_speech(make_sentence(f"{lemma} {lemma} VERB VB ROOT 0"), 0) is speech
