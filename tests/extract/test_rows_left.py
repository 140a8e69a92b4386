"""What no rule for a kind of verb tells: every phrase of a clause, states, adverbs, and clauses without an object."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels freed 12 captured soldiers as a goodwill gesture.",
            [("rebels", "freed", "12 captured soldiers"), ("rebels", "freed soldiers as", "goodwill gesture")],
        ),
        ("Its population was 5,432.", [("Its population", "was", "5,432")]),
        ("Schools remained closed for a second day.", [("Schools", "remained", "closed for a second day")]),
        (
            "The journalist was found guilty of spreading false news.",
            [("journalist", "was found", "guilty of spreading false news")],
        ),
        ("Penguins cannot fly.", [("Penguins", "not: cannot fly", "")]),
        (
            "The minister called on the mayor to resign.",
            [("minister", "called on", "mayor"), ("mayor", "to resign", "")],
        ),
        ("Light travels faster in air than in water.", [("Light", "travels in", "air")]),
        ("The team finished third in the league.", [("team", "finished in", "league"), ("team", "finished", "third")]),
        ("The castle was besieged twice.", [("castle", "was besieged", "twice")]),
        (
            "Two prisoners escaped by digging a tunnel.",
            [("Two prisoners", "escaped by", "digging a tunnel"), ("Two prisoners", "digging", "tunnel")],
        ),
        (
            "A bigger harvest depends on ending the war.",
            [("bigger harvest", "depends on", "ending the war"), ("bigger harvest", "ending", "war")],
        ),
        (
            "Copper conducts electricity better than iron.",
            [("Copper", "conducts", "electricity"), ("Copper", "conducts electricity better than", "iron")],
        ),
        ("The law was passed by 312 votes to 41.", [("law", "was passed by", "312 votes")]),
        (
            "The army seized any assets they hold in the port.",
            [("army", "seized", "any assets"), ("they", "hold", "any assets")],
        ),
        (
            "The firm makes pumps for the oil industry.",
            [("firm", "makes", "pumps for the oil industry"), ("firm", "makes pumps for", "oil industry")],
        ),
        (
            "The leaders affirmed their support for a truce.",
            [("leaders", "affirmed", "their support for a truce"), ("leaders", "affirmed support for", "truce")],
        ),
        ("Mr. Baxter is 52 years old.", [("Mr. Baxter", "is", "52 years old")]),
        (
            "Fighting broke out only hours after the truce took effect.",
            [("Fighting", "broke out after", "the truce took effect"), ("truce", "took", "effect")],
        ),
        (
            "The plant closed in 2008, leaving 800 people without work.",
            [
                ("plant", "closed in", "2008"),
                ("plant", "leaving", "800 people"),
                ("plant", "leaving people without", "work"),
            ],
        ),
        ("The suspect shot dead a judge.", [("suspect", "shot dead", "judge")]),
    ],
)
def test_what_is_left_of_a_clause_is_told(text, expected):
    assert triples(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A man armed with a knife stabbed three passengers.",
            [("man", "stabbed", "three passengers"), ("man", "armed with", "knife")],
        ),
        (
            "A trade agreement, signed in Cairo by two ministers, entered into force on 1 February.",
            [
                ("trade agreement", "entered into force on", "1 February"),
                ("trade agreement", "signed by", "two ministers"),
                ("trade agreement", "signed in", "Cairo"),
            ],
        ),
        (
            "The castle was besieged twice, burned down in 1687 and was later rebuilt as a hospital.",
            [
                ("castle", "was besieged", "twice"),
                ("castle", "burned down in", "1687"),
                ("castle", "was rebuilt as", "hospital"),
            ],
        ),
        (
            "The river rises in the Cantabrian Mountains, flows south for 90 kilometres and empties into the Duero.",
            [
                ("river", "rises in", "Cantabrian Mountains"),
                ("river", "flows for", "90 kilometres"),
                ("river", "flows", "south"),
                ("river", "empties into", "Duero"),
            ],
        ),
        (
            "The town grew quickly, officials said, and attracted settlers.",
            [("town", "grew", "quickly"), ("town", "attracted", "settlers")],
        ),
        (
            "He died at his home in Turin, aged 83.",
            [("He", "died at", "his home in Turin")],
        ),
        (
            "Shares fell after its chief executive, Tom Reyes, resigned.",
            [
                ("Shares", "fell after", "its chief executive, Tom Reyes, resigned"),
                ("Tom Reyes", "resigned", ""),
                ("Tom Reyes", "is chief executive of", "its"),
                ("Tom Reyes", "is", "its chief executive"),
            ],
        ),
        (
            "Higher prices have forced many households to choose between food and heating.",
            [
                ("Higher prices", "have forced", "many households"),
                ("many households", "to choose between", "food and heating"),
            ],
        ),
        (
            "He joined the company as an engineer in 1988.",
            [("He", "joined", "company"), ("He", "joined company in", "1988"), ("He", "joined company as", "engineer")],
        ),
        (
            "He is survived by his wife, Helen, and three sons.",
            [("He", "is survived by", "Helen"), ("He", "is survived by", "three sons"), ("Helen", "is", "his wife")],
        ),
        (
            "She is the daughter of a Nigerian diplomat and a Scottish doctor.",
            [("She", "is", "daughter of a Nigerian diplomat and a Scottish doctor")],
        ),
        ("The actress and singer Mona Reis has recorded 14 albums.", [("Mona Reis", "has recorded", "14 albums")]),
        (
            "Some 200 members of the sect were forced to leave the building by police.",
            [
                ("Some 200 members of the sect", "were forced by", "police"),
                ("Some 200 members of the sect", "were forced to leave", "building"),
            ],
        ),
        (
            "Clashes between farmers and herders in Chad left 20 people dead.",
            [
                ("Clashes between farmers and herders in Chad", "left people", "dead"),
                ("Clashes between farmers and herders in Chad", "left dead", "20 people"),
                ("farmers", "Clashes between", "herders"),
            ],
        ),
    ],
)
def test_a_verb_is_its_own_subjects(text, expected):
    assert triples(text) == expected


def triples(text):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]
    return [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]
