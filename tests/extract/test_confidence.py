from dataclasses import replace

import pytest

from graph.extract.confidence import is_restricted, rated, signs_of, weights_of
from graph.model import EntityType, Extraction, Mention, Modality, Span

# Norway , which Peru praised , signed it .
TABLE = """
Norway Norway PROPN NNP nsubj 6 Country
, , PUNCT , punct 0
which which PRON WDT dobj 4
Peru Peru PROPN NNP nsubj 4 Country
praised praise VERB VBD relcl 0
, , PUNCT , punct 0
signed sign VERB VBD ROOT 6
treaties treaty NOUN NNS dobj 6
. . PUNCT . punct 6
"""


def mention(text: str, start: int, found_by: str = "gazetteer") -> Mention:
    span = Span(document="d", start=start, end=start + len(text))
    return Mention(span=span, text=text, name=text, type=EntityType.COUNTRY, found_by=found_by)


def signs(s, extraction):
    return signs_of(s, extraction, restricted=is_restricted(s))


@pytest.fixture
def extraction():
    """Norway signed treaties."""
    return Extraction(
        subject=mention("Norway", 0),
        predicate="signed",
        relation="signed",
        object=mention("treaties", 36, "phrase"),
        sentence=Span(document="d", start=0, end=46),
        rule="clause",
        confidence=0.9,
    )


def test_the_signs_of_a_claim_are_measured_in_its_sentence(sentence, extraction):
    assert signs(sentence(TABLE), extraction) == pytest.approx(
        {
            "steps": 0.9,
            "vocabulary": 1,
            "unnamed": 1,
            "bare": 1,
            "long": 1 / 12,
            "closed": 1,
            "far": 7 / 40,
            "wide": 9 / 60,
        }
    )


def test_a_claim_from_a_clause_inside_another_is_deep(sentence, extraction):
    inner = replace(extraction, subject=mention("Peru", 15), object=mention("which", 9, "pronoun"))
    told = signs(sentence(TABLE), inner)
    assert (told["deep"], told["behind"], told["far"]) == pytest.approx((2 / 8, 3 / 40, 1 / 40))


def test_a_name_of_another_sentence_has_no_place_in_this_one(sentence, extraction):
    told = signs(sentence(TABLE), replace(extraction, subject=mention("Norway", 99)))
    assert not {"far", "deep", "behind"} & told.keys()


@pytest.mark.parametrize(
    ("change", "surer"),
    [
        ({"modality": Modality.POSSIBLE}, False),
        ({"modality": Modality.PLANNED}, True),
        ({"detail": "in haste"}, False),
        ({"rule": "title"}, True),
        ({"relation": "put on"}, False),
        ({"object": mention("treaties", 36)}, True),
        ({"confidence": 0.5}, False),
    ],
)
def test_each_sign_makes_a_claim_surer_or_less_sure(sentence, extraction, change, surer):
    both = rated(sentence(TABLE), (extraction, replace(extraction, **change)))
    plain, changed = (e.confidence for e in both)
    assert (changed > plain) is surer
    assert 0 < changed < 1


def test_every_weight_is_that_of_a_sign():
    assert sorted(weights_of()) == [
        *("bare", "base", "behind", "beside", "closed", "deep", "detail", "far", "inside", "long", "passive", "person"),
        *("planned", "possible", "restricted", "steps", "unnamed", "vocabulary", "wide"),
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("surer", "than"),
    [
        (
            "Norway joined the Council.",
            "Officials said that those who had followed the talks knew how long Norway had hoped to join the Council.",
        ),
        ("Peru's visit to Norway began.", "Peru could visit Norway."),
        ("Norway supports Peru.", "It is not only Norway that supports Peru."),
    ],
)
def test_what_is_said_plainly_is_surer(read, surer, than):
    plain, other = ([claim.confidence for claim in read(text).claims] for text in (surer, than))
    assert max(plain) > max(other)
