from dataclasses import replace

import pytest

from graph.extract.claims import can_be_object, can_be_subject, keep_extractions, repeated_phrases
from graph.model import EntityType, Extraction, Mention, Qualifier, QualifierKind, Span, Value, ValueKind

PLACE = Span(document="d", start=0, end=1)


def mention(name, kind=EntityType.CONCEPT, found_by="phrase"):
    return Mention(span=PLACE, text=name, name=name, type=kind, found_by=found_by)


def extraction(subject, thing, *, start=0):
    sentence = Span(document="d", start=start, end=start + 1)
    return Extraction(
        subject=subject, predicate="join", relation="joined", object=thing, sentence=sentence, rule="clause"
    )


def triples(reading):
    labels = {e.id: e.label for e in reading.entities}
    return [
        (labels[c.subject], c.relation, labels[c.object] if isinstance(c.object, str) else c.object)
        for c in reading.claims
    ]


@pytest.mark.parametrize(
    ("name", "kind", "found_by", "fits"),
    [
        ("Norway", EntityType.COUNTRY, "gazetteer", True),
        ("Boric", EntityType.PERSON, "title", True),
        ("leaders of Chile", EntityType.GROUP, "named phrase", True),
        ("growing number of states", EntityType.GROUP, "phrase", True),
        ("joint statement", EntityType.AGREEMENT, "phrase", True),
        ("fair trade", EntityType.CONCEPT, "phrase", True),
        ("states", EntityType.GROUP, "phrase", False),
        ("clean seas", EntityType.CONCEPT, "phrase", False),
        (
            "one two three four five six seven eight nine ten one two three four five six Chile",
            EntityType.CONCEPT,
            "named phrase",
            False,
        ),
    ],
)
def test_a_subject_is_named_or_holds_a_name_or_recurs_or_is_a_group(name, kind, found_by, fits):
    assert can_be_subject(mention(name, kind, found_by), frozenset({"fair trade"})) is fits


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("clean seas", True),
        ("seas", False),
        ("long way", False),
        (
            "one two three four five six seven eight nine ten one two three four five six seventeen",
            False,
        ),
    ],
)
def test_an_object_is_a_phrase_of_some_words_that_does_not_end_in_a_vague_noun(name, fits):
    assert can_be_object(mention(name), frozenset()) is fits


def test_a_phrase_of_some_words_is_a_subject_where_a_plain_clause_tells_what_it_does_to_a_name():
    storm, peru = mention("winter storm"), mention("Peru", EntityType.COUNTRY, "gazetteer")
    plain = extraction(storm, peru)
    asides = [
        replace(plain, confidence=0.6),
        extraction(storm, mention("clean seas")),
        extraction(mention("one"), peru),
    ]

    assert keep_extractions([plain, *asides]) == [plain]


@pytest.mark.parametrize(
    ("subject", "thing", "fits"),
    [
        ("volume of trade", "345 million dollars", True),
        ("outbreak of mpox", "1,900 lives", True),
        ("volume of trade", "goals of 2030", False),
        ("trade", "345 million dollars", False),
        ("side effects of the war", "many economies", False),
    ],
)
def test_a_phrase_that_tells_which_thing_is_meant_is_a_subject_where_a_figure_is_told_of_it(subject, thing, fits):
    told = extraction(mention(subject), mention(thing))
    assert [e.subject for e in keep_extractions([told])] == [told.subject] * fits


def test_a_phrase_of_two_sentences_is_repeated():
    norway = mention("Norway", EntityType.COUNTRY, "gazetteer")
    said = [(norway, "Clean seas", 0), (norway, "clean seas", 9), (norway, "fair trade", 9), (norway, "peace", 0)]
    assert repeated_phrases(
        [extraction(who, mention(what), start=at) for who, what, at in said]
        + [extraction(norway, mention("fair trade"), start=9), extraction(norway, mention("peace"), start=9)]
    ) == {"clean seas"}


def test_an_object_that_cannot_be_a_node_stays_as_text():
    said = extraction(mention("Norway", EntityType.COUNTRY, "gazetteer"), mention("seas"))
    assert [e.object for e in keep_extractions([said])] == [Value(kind=ValueKind.TEXT, text="seas", normal="seas")]


def test_what_has_no_subject_that_can_be_a_node_makes_no_claim():
    assert keep_extractions([extraction(mention("seas"), mention("Norway", EntityType.COUNTRY, "gazetteer"))]) == []


@pytest.mark.model
def test_the_same_statement_twice_is_one_claim_with_two_pieces_of_evidence(read):
    reading = read("Norway signed the Lima Declaration.\n\nThe Lima Declaration was signed by Norway.")
    assert [[(e.quote, e.predicate, e.rule) for e in c.evidence] for c in reading.claims] == [
        [
            ("Norway signed the Lima Declaration.", "signed", "clause"),
            ("The Lima Declaration was signed by Norway.", "signed", "passive with agent"),
        ]
    ]


@pytest.mark.model
def test_a_plan_and_a_deed_are_two_claims(read):
    reading = read("Norway will sign the Lima Declaration. Norway signed the Lima Declaration.")
    assert [c.modality.value for c in reading.claims] == ["planned", "asserted"]


@pytest.mark.model
def test_a_claim_has_the_highest_confidence_of_its_evidence(read):
    text = "Norway signed the Lima Declaration."
    weak = "The Lima Declaration, signed by Norway, names Peru."
    strong, mixed = read(text), read(f"{weak} {text}")
    assert [c.confidence for c in mixed.claims if c.relation == "signed"] == [c.confidence for c in strong.claims]


@pytest.mark.model
def test_a_place_that_is_named_is_linked_and_a_time_is_a_value(read):
    reading = read("At the Arctic Energy Summit in 2019, Norway announced the Ocean Health Initiative.")
    assert [c.qualifiers for c in reading.claims if c.relation == "announced"] == [
        (
            Qualifier(kind=QualifierKind.PLACE, value="arctic-energy-summit"),
            Qualifier(kind=QualifierKind.TIME, value=Value(kind=ValueKind.DATE, text="2019", normal="2019")),
        )
    ]


@pytest.mark.model
def test_the_document_speaks_where_the_text_names_no_speaker(read):
    reading = read("Norway signed the Lima Declaration.", voice="Peru")
    assert [(c.speaker, c.attributed) for c in reading.claims] == [("peru", False)]


@pytest.mark.model
def test_a_speaker_whom_the_text_names_is_attributed(read):
    reading = read("President Boric said that Norway signed the Lima Declaration.", voice="Peru")
    assert [(c.speaker, c.attributed) for c in reading.claims] == [("boric", True)]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Will Norway sign the Lima Declaration?",
        "Hand in hand, let the wheel of history roll on!",
        "Seas matter.",
        "The future is bright.",
        "May friendship last.",
        "A journey of a thousand miles begins with a step.",
    ],
)
def test_rhetoric_makes_no_claim(read, text):
    assert read(text).claims == ()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We need courage and hope.", 0),
        ("We must turn the tide.", 0),
        ("We know war.", 0),
        ("We have drawn a line in the sand.", 0),
        ("I want to touch upon two topics.", 0),
        ("There are many challenges: the damage we are inflicting on our oceans.", 0),
        ("Kenya and Peru stand together for peace.", 0),
        ("Innocence knows no country.", 0),
        ("The Lima Summit is the pinnacle of our resolve.", 0),
        ("The Lima Summit is a meeting of ministers.", 1),
        ("The Lima Summit is taking place within a tense week.", 0),
        ("The islanders know the value of peace.", 0),
        ("Norway extended a hand of help to the islanders.", 0),
        ("Norway extended a loan to the islanders.", 1),
        ("Kenya will play its part.", 0),
        ("Kenya will play a part in the Lima Summit.", 1),
        ("We need the support of Kenya.", 1),
        ("We need new field hospitals.", 1),
        ("We know the value of the Lima Declaration.", 1),
        ("Kenya has taken decisive action.", 0),
        ("Kenya has taken decisive action to protect its forests.", 1),
        ("Norway faces many complex challenges.", 0),
        ("Norway faces serious challenges in its energy sector.", 1),
        ("Kenya has held the people of Ghana in its prayers.", 0),
        ("We do not need more words.", 0),
        ("Norway will open our eyes.", 0),
        ("Norway is living proof of the power of reform.", 0),
        ("There is no compass that can, God forbid, normalise terror.", 0),
        ("The vulnerabilities of the islands, from health to climate to finance, have become more pronounced.", 0),
        ("The attack on Norway is an utter defeat of humanity.", 0),
    ],
)
def test_what_we_long_for_and_speak_of_in_figures_makes_no_claim(read, text, told):
    assert min(len(read(text, voice="Peru").claims), 1) == told


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I have three announcements.", 0),
        ("I now open the floor for questions.", 0),
        ("Let me start with the visit to Kenya.", 0),
        ("I have three houses in Kenya.", 1),
        ("I opened the port of Kisumu.", 1),
    ],
)
def test_how_a_speaker_goes_through_a_speech_makes_no_claim(read, text, told):
    opening = "Statement by H.E. Ms. Ana Diaz, President of Peru\n\nMr. President,\n\n"
    before = len(read(opening + "Good morning.").claims)
    assert min(len(read(opening + text).claims) - before, 1) == told


@pytest.mark.model
def test_an_appeal_to_everybody_makes_a_claim_where_it_names_what_is_to_be_done(read):
    opening = "Statement at the General Debate of the United Nations\n\nMr. President,\n\n"
    told = "We must overcome our differences.\n\nWe need a stronger centre.\n\nWe must ratify the Lima Treaty."
    assert triples(read(opening + told, voice="Norway")) == [("international community", "ratify", "Lima Treaty")]


@pytest.mark.model
def test_nothing_is_said_of_itself(read):
    assert triples(read("The U.N. thanked the United Nations.")) == []


def test_a_phrase_leads_to_what_it_names_where_no_claim_tells_of_that():
    norway, chile = (mention(name, EntityType.COUNTRY, "gazetteer") for name in ("Norway", "Chile"))
    ports, borders = (mention(f"{what} of Chile", found_by="named phrase") for what in ("ports", "borders"))
    told = [extraction(norway, ports), extraction(norway, borders)]
    inside = [replace(extraction(phrase, chile), rule="inside", relation="concerns") for phrase in (ports, borders)]
    assert keep_extractions([*told, *inside]) == [*told, inside[0]]
    assert keep_extractions([*told, extraction(chile, ports), *inside]) == [*told, extraction(chile, ports)]


def test_a_passive_stands_as_it_is_where_who_did_it_is_no_node():
    rebels, ministers = mention("rebels", EntityType.GROUP), mention("10 ministers", EntityType.GROUP)
    turned = replace(extraction(rebels, ministers), rule="passive with agent", predicate="killed", relation="killed")

    (kept,) = keep_extractions([turned])

    assert (kept.subject, kept.relation, kept.predicate) == (ministers, "be killed by", "killed by")
    assert kept.object == Value(kind=ValueKind.TEXT, text="rebels", normal="rebels")
    drivers = replace(turned, subject=mention("drivers", EntityType.GROUP), rule="clause")
    assert keep_extractions([drivers]) == []  # but rebels are who one asks about, whom they killed is counted
    assert keep_extractions([replace(turned, rule="clause")]) == [replace(turned, rule="clause")]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway urged the parties to release all detainees.",
            [("Norway", "urge parties to release"), ("Norway", "urged")],
        ),
        (
            "Norway urged the parties not to attack schools.",
            [("Norway", "urge parties not to attack"), ("Norway", "urged")],
        ),
        ("Norway commits to reducing emissions by 2035.", [("Norway", "reduce")]),
        ("Norway commits to reducing emissions.", []),
        ("Wheat prices rose 4 percent.", [("Wheat prices", "rise by")]),
    ],
)
def test_what_is_asked_measured_or_due_makes_claims_without_names(text, told, read):
    assert sorted((subject, relation) for subject, relation, _ in triples(read(text))) == told


@pytest.mark.model
def test_an_earthquake_strikes_and_attacks_nobody(read):
    assert triples(read("An earthquake struck Peru. A deal struck Peru.")) == [("earthquake", "strike", "Peru")]


@pytest.mark.model
def test_a_name_with_a_number_makes_a_thing_of_its_own_of_what_a_phrase_harmed(read):
    reading = read("When a fishing boat drifted off last March, damaging the Balticon 3 gas pipe, few noticed.")

    assert [(c.relation, c.qualifiers[0].value.normal) for c in reading.claims] == [("damage", "last March")]


@pytest.mark.model
def test_an_office_reads_with_a_verb_and_in_full_and_a_title_tells_it_once(read):
    text = (
        "The Foreign Minister of Kenya, Ana Mbeki, met Norway. Minister Mbeki visited Chile. "
        "Energy Minister Ruiz met Peru. Energy Minister Ruiz visited Chile."
    )
    told = [
        (claim.subject, e.predicate) for claim in read(text).claims for e in claim.evidence if "is" in e.predicate[:2]
    ]

    assert told == [("ana-mbeki", "is foreign minister of"), ("ruiz", "is")]
