"""Open extractions: every relation of a sentence, ordinary nouns included, in the sentence's own words."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


def read(text):
    return [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]


def triples(text):
    return [(row["subject"], row["relation"], row["object"]) for row in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fills the pond.", [("Rain", "fills", "pond")]),
        ("She grew up in Lagos.", [("She", "grew up in", "Lagos")]),
        (
            "The bridge was built by two engineers in 1950.",
            [("bridge", "was built by", "two engineers"), ("bridge", "was built in", "1950")],
        ),
        (
            "The court fined the company on Monday.",
            [("court", "fined", "company"), ("court", "fined company on", "Monday")],
        ),
        ("Ana Costa, a lawyer from Porto, leads the firm.", [
            ("Ana Costa", "leads", "firm"),
            ("Ana Costa", "is lawyer from", "Porto"),
        ]),
        (
            "Nobody in the village knew the song, and everyone danced the reel.",
            [("Nobody in the village", "knew", "song"), ("everyone", "danced", "reel")],
        ),
        (
            "Crossing the desert ruined his health.",
            [("Crossing the desert", "ruined", "his health")],
        ),
        ("The nurse asked the driver to stop the bus.", [
            ("nurse", "asked", "driver"),
            ("driver", "to stop", "bus"),
        ]),
        ("French President Macron greeted the crowd.", [
            ("President Macron", "greeted", "crowd"),
            ("President Macron", "is president of", "France"),
        ]),
        ("The bank's decision to raise rates surprised investors.", [
            ("bank's decision to raise rates", "surprised", "investors"),
            ("bank", "to raise", "rates"),
        ]),
        ("Why did the firm buy the mine?", []),
        ("The bridge was designed by the engineer Lucas Ferrand.", [
            ("bridge", "was designed by", "Lucas Ferrand"),
            ("Lucas Ferrand", "is", "engineer"),
        ]),
        ("The heart, a muscular organ, pumps blood.", [("heart", "pumps", "blood"), ("heart", "is", "muscular organ")]),
        ("The bank was fined 5 million euros.", [("bank", "was fined", "5 million euros")]),
        ("He was elected chairman by the members.", [
            ("He", "was elected by", "members"),
            ("He", "was elected", "chairman"),
        ]),
        ("Shares in the airline fell 7 percent.", [("Shares in the airline", "fell", "7 percent")]),
        ("In 1923 the family left the farm.", [("family", "left", "farm"), ("family", "left farm in", "1923")]),
        ("At the meeting, the firms signed a pact.", [
            ("firms", "signed", "pact"),
            ("firms", "signed pact at", "meeting"),
        ]),
        ("The army rescued nine men from a boat.", [
            ("army", "rescued", "nine men"),
            ("army", "rescued men from", "boat"),
        ]),
        ("Founded in 1972 by two brothers, the firm makes sensors.", [
            ("firm", "makes", "sensors"),
            ("firm", "Founded by", "two brothers"),
            ("firm", "Founded in", "1972"),
        ]),
        ("Most of the villagers left the valley.", [("Most of the villagers", "left", "valley")]),
        ("Chile and Peru agreed to build a dam.", [
            ("Chile", "agreed with", "Peru"),
            ("Chile", "agreed to build", "dam"),
            ("Peru", "agreed to build", "dam"),
        ]),
        ("The farmers use it to feed pigs.", [("farmers", "use", "it"), ("farmers", "to feed", "pigs")]),
        ("The scout warned the hikers that a storm could hit the ridge.", [
            ("scout", "warned", "hikers"),
            ("scout", "warned", "a storm could hit the ridge"),
            ("storm", "could hit", "ridge"),
        ]),
        ("The firm bought the mill for 5 million euros.", [
            ("firm", "bought", "mill"),
            ("firm", "bought mill for", "5 million euros"),
        ]),
        ("The judge accused the clerk of theft.", [
            ("judge", "accused", "clerk"),
            ("judge", "accused clerk of", "theft"),
        ]),
        ("The hall, whose roof fell in 2009, seats nine men.", [
            ("hall", "seats", "nine men"),
            ("hall's roof", "fell in", "2009"),
        ]),
        ("There are five mills in the valley.", [("five mills", "are in", "valley")]),
    ],
)  # fmt: skip
def test_a_sentence_gives_its_relations_in_its_own_words(text, expected):
    assert triples(text) == expected


def test_a_line_that_looks_like_a_heading_is_read_as_a_sentence():
    assert triples("Rebels freed two hostages\nThe rebels took the town") == [
        ("Rebels", "freed", "two hostages"),
        ("rebels", "took", "town"),
    ]


def test_open_reading_keeps_what_a_claim_would_not_say():
    rows = [*read("The mayor forced the firm to sell the mine."), *read("The report shows how the firm sold the mine.")]

    assert [(r["subject"], r["relation"], r["object"]) for r in rows] == [
        ("mayor", "forced", "firm"),
        ("firm", "to sell", "mine"),
        ("report", "shows", "how the firm sold the mine"),
        ("firm", "sold", "mine"),
    ]


def test_a_pronoun_keeps_its_word_and_tells_its_name():
    told, row = read("Norway said it would join the Arctic Council.")

    assert (told["relation"], told["object"]) == ("said", "it would join the Arctic Council")
    assert (row["subject"], row["subject_name"]) == ("it", "Norway")
    assert (row["relation"], row["object_name"]) == ("would join", "Arctic Council")
    assert (row["modality"], row["speaker"]) == ("planned", "Norway")


def test_the_sentence_is_cut_out_of_its_line_exactly():
    text = "  Rain came.\tThe flood hit the “old” town.  "

    row = read(text)[-1]

    assert text[row["start"] : row["end"]] == row["sentence"] == "The flood hit the “old” town."


def test_lines_know_nothing_of_each_other():
    assert triples("The army took the town.\nIt burned the bridge.") == [
        ("army", "took", "town"),
        ("It", "burned", "bridge"),
    ]
    assert [row["subject_name"] for row in read("The army took the town.\nIt burned the bridge.")] == ["army", "It"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Minister visited the port.", [("Minister", "visited", "port")]),
        ("Flooding in the south killed nine people.", [("Flooding in the south", "killed", "nine people")]),
        (
            "We seek a world order in which the strong dictate to the weak.",
            [
                ("We", "seek", "world order"),
                ("strong", "dictate to", "weak"),
            ],
        ),
        ("They invested in coal and in steel.", [("They", "invested in", "coal"), ("They", "invested in", "steel")]),
        (
            "Farmers attach importance to rain.",
            [("Farmers", "attach", "importance"), ("Farmers", "attach importance to", "rain")],
        ),
        (
            "The clinic trains nurses and feeds the poor.",
            [
                ("clinic", "trains", "nurses"),
                ("clinic", "feeds", "poor"),
            ],
        ),
        (
            "She was born in Rome and studied law in Paris.",
            [
                ("She", "was born in", "Rome"),
                ("She", "studied", "law"),
                ("She", "studied law in", "Paris"),
            ],
        ),
        ("Both armies shelled each other's positions.", [("Both armies", "shelled", "each other's positions")]),
        (
            "The treaty obliges its members to reduce emissions.",
            [
                ("treaty", "obliges", "its members"),
                ("its members", "to reduce", "emissions"),
            ],
        ),
        ("The judge sentenced him to life.", [("judge", "sentenced", "him"), ("judge", "sentenced him to", "life")]),
        ("The army has only closed the road.", [("army", "has closed", "road")]),
        ("The militia is likely to reject the offer.", [("militia", "is likely to reject", "offer")]),
        (
            "The novel was printed in Oslo and awarded the prize.",
            [
                ("novel", "was printed in", "Oslo"),
                ("novel", "awarded", "prize"),
            ],
        ),
    ],
)
def test_forms_that_a_parse_takes_for_others(text, expected):
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The temple was destroyed 900 years ago.", [("temple", "was destroyed", "900 years ago")]),
        ("The committee meets every two years.", [("committee", "meets", "every two years")]),
        (
            "The general on Monday dismissed the guard.",
            [
                ("general", "dismissed", "guard"),
                ("general", "dismissed guard on", "Monday"),
            ],
        ),
        (
            "The army left on Saturday, ending months of unrest.",
            [
                ("army", "left on", "Saturday"),
                ("army", "ending", "months of unrest"),
            ],
        ),
    ],
)
def test_how_long_ago_how_often_and_when(text, expected):
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Many historians consider him the founder of the city.",
            [
                ("Many historians", "consider", "him"),
                ("Many historians", "consider him", "founder of the city"),
            ],
        ),
        (
            "The court declared the law unconstitutional.",
            [
                ("court", "declared law", "unconstitutional"),
                ("court", "declared unconstitutional", "law"),
            ],
        ),
        (
            "The club elected Maria Lopez president of the board.",
            [
                ("club", "elected", "Maria Lopez"),
                ("club", "elected Lopez", "president of the board"),
            ],
        ),
    ],
)
def test_what_an_object_is_made_or_taken_for(text, expected):
    assert sorted(triples(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Lebanon asked the bank for a loan of ten dollars to repair roads.", ("Lebanon", "to repair", "roads")),
        ("The measures adopted by Spain to curb inflation failed.", ("Spain", "to curb", "inflation")),
        ("Norway expressed gratitude to Qatar for hosting the talks.", ("Qatar", "hosting", "talks")),
        ("The senate voted 61 to 38 to approve the budget.", ("senate", "to approve", "budget")),
        ("Germany pledged money to help Ukraine.", ("Germany", "to help", "Ukraine")),
        ("The king sent his brother to negotiate a truce.", ("his brother", "to negotiate", "truce")),
        ("The agency fined the miner ten dollars for polluting the river.", ("miner", "polluting", "river")),
        (
            "The council set up a commission on trade, which will meet ministers.",
            (
                "commission on trade",
                "will meet",
                "ministers",
            ),
        ),
    ],
)
def test_whose_deed_an_infinitive_a_gerund_or_a_relative_clause_tells(text, doer):
    assert doer in triples(text)


@pytest.mark.parametrize(
    ("text", "relation", "modality", "polarity", "speaker"),
    [
        ("The gang is accused of robbing the bank.", "robbing", "possible", "affirmed", None),
        ("The judges suspect that the gang robbed the bank.", "robbed", "possible", "affirmed", "judges"),
        ("Chad's alleged support for rebels grew.", "support for", "possible", "affirmed", None),
        ("The gang allegedly robbed the bank.", "robbed", "possible", "affirmed", None),
        ("The guards were prevented from leaving the bank.", "leaving", "asserted", "negated", None),
        ("He was dismissed for robbing the bank.", "robbing", "asserted", "affirmed", None),
        ("The gang may rob the bank, a clerk told the guards.", "may rob", "possible", "affirmed", "clerk"),
        ("The gang robbed the bank, according to the local police.", "robbed", "asserted", "affirmed", "local police"),
        ("The town needs a guard that protects the bank.", "protects", "proposed", "affirmed", None),
    ],
)
def test_what_is_not_vouched_for_says_so(text, relation, modality, polarity, speaker):
    rows = {row["relation"]: row for row in read(text)}

    assert rows[relation]["modality"] == modality
    assert rows[relation]["polarity"] == polarity
    assert rows[relation]["speaker"] == speaker


def test_a_relation_that_is_denied_says_so():
    row = read("The union did not sign the contract.")[0]

    assert (row["relation"], row["polarity"]) == ("did not sign", "negated")
