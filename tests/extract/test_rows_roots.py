"""Open rows of sentences whose main verb, gifts, captives and names the parse takes for something else."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Founded in 1874 as a small printing shop, Kessler & Sons became a large publisher.",
            [
                ("Kessler & Sons", "became", "large publisher"),
                ("Kessler & Sons", "Founded as", "small printing shop"),
                ("Kessler & Sons", "Founded in", "1874"),
            ],
        ),
        (
            "Ibn Talha, considered the father of optics, wrote a treatise on light.",
            [
                ("Ibn Talha", "wrote", "treatise"),
                ("Ibn Talha", "wrote treatise on", "light"),
                ("Ibn Talha", "considered", "father of optics"),
            ],
        ),
        (
            "Unlike most reptiles, the tuatara tolerates cold weather and can live for more than a century.",
            [
                ("tuatara", "tolerates", "cold weather"),
                ("tuatara", "can live for", "more than a century"),
            ],
        ),
        (
            "Gunmen believed to belong to an Islamist group kidnapped two priests.",
            [
                ("Gunmen believed to belong to an Islamist group", "kidnapped", "two priests"),
                ("Gunmen", "believed to belong to", "Islamist group"),
            ],
        ),
        (
            "Protesters in Tbilisi hurled stones at police, who responded with rubber bullets.",
            [
                ("Protesters in Tbilisi", "hurled", "stones"),
                ("Protesters in Tbilisi", "hurled stones at", "police"),
                ("police", "responded with", "rubber bullets"),
            ],
        ),
        (
            "Iran gave the rebels missiles.",
            [
                ("Iran", "gave", "missiles"),
                ("Iran", "gave missiles to", "rebels"),
            ],
        ),
        (
            "Russia promised Syria missiles.",
            [
                ("Russia", "promised", "missiles"),
                ("Russia", "promised missiles to", "Syria"),
            ],
        ),
        (
            "The emperor gave the duchy control of the river mouth.",
            [
                ("emperor", "gave", "control of the river mouth"),
                ("emperor", "gave control to", "duchy"),
            ],
        ),
        (
            "The judge ordered the company to pay the state 5 million euros.",
            [
                ("judge", "ordered", "company"),
                ("company", "to pay", "5 million euros"),
                ("company", "to pay 5 million euros to", "state"),
            ],
        ),
        (
            "The company agreed to pay Nigeria 90 million dollars.",
            [
                ("company", "agreed to pay", "90 million dollars"),
                ("company", "agreed to pay 90 million dollars to", "Nigeria"),
            ],
        ),
        (
            "France donated two boats and a radar to Fiji.",
            [
                ("France", "donated", "two boats"),
                ("France", "donated", "radar"),
                ("France", "donated two boats to", "Fiji"),
            ],
        ),
        (
            "Rebels took dozens of government soldiers prisoner.",
            [
                ("Rebels", "took prisoner", "dozens of government soldiers"),
            ],
        ),
        (
            "The villagers are held hostage by a militia.",
            [
                ("villagers", "are held hostage by", "militia"),
            ],
        ),
        (
            "The blast hit a market, leaving ten people dead.",
            [
                ("blast", "hit", "market"),
                ("blast", "leaving people", "dead"),
                ("blast", "leaving dead", "ten people"),
            ],
        ),
        (
            "She spent eleven years mapping cold-water coral reefs off the coast of Norway.",
            [
                ("She", "spent", "eleven years"),
                ("She", "mapping", "cold-water coral reefs"),
                ("She", "mapping reefs off", "coast of Norway"),
            ],
        ),
        (
            "Qatar is mediating between Sudan and Chad.",
            [
                ("Qatar", "is", "mediating between Sudan and Chad"),
            ],
        ),
        (
            "Ethiopia denied that its soldiers had crossed into Eritrea, dismissing the allegation as propaganda.",
            [
                ("Ethiopia", "denied", "its soldiers had crossed into Eritrea"),
                ("its soldiers", "not: had crossed into", "Eritrea"),
                ("Ethiopia", "dismissing", "allegation"),
                ("Ethiopia", "dismissing allegation as", "propaganda"),
            ],
        ),
        (
            "The dockers refused to unload a cargo of arms.",
            [
                ("dockers", "refused to unload", "cargo of arms"),
            ],
        ),
        (
            "Queen Isolde II, daughter of King Rurik, founded the abbey.",
            [
                ("Queen Isolde II", "founded", "abbey"),
                ("Isolde II", "is", "queen"),
                ("Queen Isolde II", "is daughter of", "King Rurik"),
                ("Rurik", "is", "king"),
            ],
        ),
        (
            "Karl Lund, mayor of Graz, opened the bridge.",
            [
                ("Karl Lund", "opened", "bridge"),
                ("Karl Lund", "is mayor of", "Graz"),
            ],
        ),
        (
            "French carmaker Lumeo closed a plant in Lille.",
            [
                ("Lumeo", "closed", "plant in Lille"),
                ("Lumeo", "closed plant in", "Lille"),
                ("Lumeo", "is", "French carmaker"),
            ],
        ),
        (
            "The French carmaker Lumeo and the oil company Petronord closed a plant.",
            [
                ("Lumeo", "closed", "plant"),
                ("Petronord", "closed", "plant"),
                ("Lumeo", "is", "French carmaker"),
                ("Petronord", "is", "oil company"),
            ],
        ),
        (
            "Novelist Anna Berg won the prize.",
            [
                ("Anna Berg", "won", "prize"),
                ("Anna Berg", "is", "Novelist"),
            ],
        ),
        (
            "His brother, Emil, became a painter.",
            [
                ("Emil", "became", "painter"),
                ("Emil", "is", "His brother"),
            ],
        ),
        (
            "Israel rejected a demand by the Palestinian Authority for the release of tax revenues.",
            [
                ("Israel", "rejected", "demand by the Palestinian Authority for the release of tax revenues"),
                ("Israel", "rejected demand by", "Palestinian Authority"),
                ("Israel", "rejected demand for", "release of tax revenues"),
            ],
        ),
        (
            "Ministers agreed to reopen their embassies following secret negotiations.",
            [
                ("Ministers", "agreed to reopen", "their embassies"),
                ("Ministers", "agreed to reopen embassies following", "secret negotiations"),
            ],
        ),
        (
            "The leaders will meet in Geneva ahead of planned elections.",
            [
                ("leaders", "will meet in", "Geneva"),
                ("leaders", "will meet ahead of", "planned elections"),
            ],
        ),
        (
            "Analysts at Morgan Pike expect the central bank to raise interest rates.",
            [
                ("Analysts at Morgan Pike", "expect", "the central bank to raise interest rates"),
                ("central bank", "to raise", "interest rates"),
            ],
        ),
        (
            "The army nearly lost the battle.",
            [
                ("army", "nearly lost", "battle"),
            ],
        ),
        (
            "Norway signed another treaty with Kenya.",
            [("Norway", "signed", "another treaty"), ("Norway", "signed treaty with", "Kenya")],
        ),
        (
            "The court called for an investigation into the deaths of forty migrants.",
            [
                ("court", "called for", "investigation into the deaths of forty migrants"),
            ],
        ),
        (
            "The company said it would close its plant in Lyon and lay off 640 workers.",
            [
                ("company", "said", "it would close its plant in Lyon and lay off 640 workers"),
                ("it", "would close", "its plant in Lyon"),
                ("it", "would close plant in", "Lyon"),
                ("it", "lay off", "640 workers"),
            ],
        ),
        (
            "The crocus, native to Crete, has three stamens.",
            [
                ("crocus, native to Crete", "has", "three stamens"),
                ("crocus", "is native to", "Crete"),
            ],
        ),
        (
            "The minister is due to meet leaders in Geneva on Monday.",
            [
                ("minister", "is due to meet", "leaders in Geneva"),
                ("minister", "is due to meet leaders in", "Geneva"),
                ("minister", "is due to meet leaders on", "Monday"),
            ],
        ),
        (
            "The Council thanked Kenya for its support to Mali.",
            [
                ("Council", "thanked", "Kenya"),
                ("Council", "thanked Kenya for", "its support to Mali"),
                ("Kenya", "support to", "Mali"),
            ],
        ),
    ],
)
def test_who_does_what_is_read_where_the_parse_hides_it(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
