"""Open rows of sentences that the parse reads as a mere noun phrase, and of deeds told with their doers."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


def rows(text):
    return [
        (("not " if row["polarity"] == "negated" else "") + row["subject"], row["relation"], row["object"])
        for _, row in read_open(make_lines(text.encode(), name="lines.txt"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid by Somali forces on a village near Baidoa killed a commander.", [
            ("raid by Somali forces on a village near Baidoa", "killed", "commander"),
            ("Somali forces", "raid on", "village"),
        ]),
        ("The ministry blames the outage on an attack by a foreign power.", [
            ("ministry", "blames", "outage"),
            ("ministry", "blames outage on", "attack by a foreign power"),
        ]),
        ("Maria Voss, a chemist from Graz, isolated the acid in 1911.", [
            ("Maria Voss", "isolated", "acid"),
            ("Maria Voss", "isolated acid in", "1911"),
            ("Maria Voss", "is chemist from", "Graz"),
        ]),
        ("The agency tests drinking water and publishes the results.", [
            ("agency", "tests", "drinking water"),
            ("agency", "publishes", "results"),
        ]),
        ("The laboratory tests drinking water from wells.", [
            ("laboratory", "tests", "drinking water"),
            ("laboratory", "tests water from", "wells"),
        ]),
        ("Sweden gave Eritrea medicines worth $2 million.", [
            ("Sweden", "gave", "medicines worth $2 million"),
            ("Sweden", "gave medicines to", "Eritrea"),
            ("medicines", "is worth", "$2 million"),
        ]),
        ("A fire at a textile mill that injured 40 workers was put out after six hours.", [
            ("fire", "was put out after", "six hours"),
            ("fire", "injured", "40 workers"),
        ]),
        ("As a young officer he served under General Ostrow.", [
            ("he", "served under", "General Ostrow"),
            ("he", "served as", "young officer"),
            ("Ostrow", "is", "general"),
        ]),
        ("The bombing of a hotel in Mogadishu that killed seven was condemned by the Vatican.", [
            ("bombing of a hotel in Mogadishu", "was condemned by", "Vatican"),
            ("bombing of a hotel in Mogadishu", "killed", "seven"),
        ]),
        ("Children are vaccinated against measles free of charge.", [
            ("Children", "are vaccinated against", "measles"),
            ("Children", "are vaccinated", "free of charge"),
        ]),
        ("Protesters demanded that the president resign.", [
            ("Protesters", "demanded", "the president resign"),
            ("president", "resign", ""),
        ]),
        ("The judge recommended that the state fund two clinics.", [
            ("judge", "recommended", "the state fund two clinics"),
            ("state", "fund", "two clinics"),
        ]),
        ("Teachers blame the shortage of places on the closure of three schools.", [
            ("Teachers", "blame", "shortage of places"),
            ("Teachers", "blame shortage on", "closure of three schools"),
        ]),
        ("The senate voted to impeach Rosa Lind for taking bribes.", [
            ("senate", "voted to impeach", "Rosa Lind"),
            ("senate", "voted to impeach Lind for", "taking bribes"),
            ("Rosa Lind", "taking", "bribes"),
        ]),
    ],
)  # fmt: skip
def test_a_verb_is_found_that_passes_for_another_word(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The law makes it easier to sell land.", [
            ("law", "makes it easier", "to sell land"),
        ]),
        ("The law makes it a crime to sell tobacco to children.", [
            ("law", "makes it a crime", "to sell tobacco to children"),
        ]),
        ("Copper conducts heat better than iron does.", [
            ("Copper", "conducts", "heat"),
            ("Copper", "conducts heat better than", "iron"),
        ]),
        ("Exports fell 8 percent after the port closed.", [
            ("Exports", "fell", "8 percent"),
            ("Exports", "fell after", "the port closed"),
            ("port", "closed", ""),
        ]),
        ("He was himself succeeded by his son Albert.", [
            ("He", "was succeeded by", "Albert"),
            ("Albert", "is", "his son"),
        ]),
        ("Water expands when it freezes, which is why ice floats.", [
            ("Water", "expands when", "it freezes"),
            ("it", "freezes", ""),
        ]),
        ("Thomas Riley, a miner's son from Durham, became mayor of the city.", [
            ("Thomas Riley", "became", "mayor of the city"),
            ("Thomas Riley", "is", "miner's son from Durham"),
        ]),
        ("Otto Lindqvist (born 3 May 1951) is a Finnish composer.", [
            ("Otto Lindqvist", "is", "Finnish composer"),
            ("Otto Lindqvist", "born", "3 May 1951"),
        ]),
        ("The museum lends paintings to schools free of charge.", [
            ("museum", "lends", "paintings"),
            ("museum", "lends paintings to", "schools"),
            ("museum", "lends paintings", "free of charge"),
        ]),
        ("The strike left thousands of passengers stranded.", [
            ("strike", "left thousands", "stranded"),
            ("strike", "left stranded", "thousands of passengers"),
        ]),
        ("Canada donated 20 ambulances to Ukraine.", [
            ("Canada", "donated", "20 ambulances"),
            ("Canada", "donated ambulances to", "Ukraine"),
        ]),
        ("Troops killed a 17-year-old in Nablus.", [
            ("Troops", "killed", "17-year-old in Nablus"),
            ("Troops", "killed 17-year-old in", "Nablus"),
        ]),
        ("Thousands took to the streets of Budapest to demand elections.", [
            ("Thousands", "took to", "streets of Budapest"),
            ("Thousands", "to demand", "elections"),
        ]),
        ("The rebels seized the town of Rutshuru from Congolese forces.", [
            ("rebels", "seized", "town of Rutshuru"),
            ("rebels", "seized town of", "Rutshuru"),
            ("rebels", "seized town from", "Congolese forces"),
        ]),
        ("Hundreds of workers have been laid off since the plant closed.", [
            ("Hundreds of workers", "have been laid off since", "the plant closed"),
            ("plant", "closed", ""),
        ]),
        ("A politician was stabbed to death by a stranger.", [
            ("politician", "was stabbed to death by", "stranger"),
        ]),
        ("A court sentenced 22 supporters of the party to death.", [
            ("court", "sentenced to death", "22 supporters of the party"),
        ]),
        ("A French journalist held hostage in Mali for two years has been freed.", [
            ("French journalist", "has been freed", ""),
            ("French journalist", "held", "hostage"),
            ("French journalist", "held in", "Mali"),
            ("French journalist", "held for", "two years"),
        ]),
        ("Police questioned the minister over claims that he had taken bribes.", [
            ("Police", "questioned", "minister"),
            ("Police", "questioned minister over", "claims"),
            ("he", "had taken", "bribes"),
        ]),
        ("The bank froze the assets of two traders for supporting the regime.", [
            ("bank", "froze", "assets of two traders"),
            ("bank", "froze assets of", "two traders"),
            ("bank", "froze assets for", "supporting the regime"),
            ("two traders", "supporting", "regime"),
        ]),
        ("Japan lodged a protest with China after a ship entered its waters.", [
            ("Japan", "lodged", "protest"),
            ("Japan", "lodged protest with", "China"),
            ("Japan", "lodged protest after", "a ship entered its waters"),
            ("ship", "entered", "its waters"),
        ]),
        ("Monks staged a sit-in in front of the embassy.", [
            ("Monks", "staged", "sit-in"),
            ("Monks", "staged sit-in in front of", "embassy"),
        ]),
        ("The enzyme breaks down starch into sugars that yeast can ferment.", [
            ("enzyme", "breaks down", "starch"),
            ("enzyme", "breaks down starch into", "sugars"),
            ("yeast", "can ferment", "sugars"),
        ]),
        ("Cuba released 53 prisoners as part of a deal with the United States.", [
            ("Cuba", "released", "53 prisoners"),
            ("Cuba", "released prisoners as part of", "deal with the United States"),
        ]),
        ("His novel about a blind clockmaker won the Orfeo Prize.", [
            ("His novel about a blind clockmaker", "won", "Orfeo Prize"),
        ]),
        ("Founded as a trading post by Danish merchants, the city grew rich.", [
            ("city", "grew", "rich"),
            ("city", "Founded by", "Danish merchants"),
            ("city", "Founded as", "trading post"),
        ]),
        ("The climbers reached the summit at dawn and planted a flag.", [
            ("climbers", "reached", "summit"),
            ("climbers", "reached summit at", "dawn"),
            ("climbers", "planted", "flag"),
        ]),
        ("An air strike by Saudi-led forces on a wedding party in Hodeida killed 26 people on Friday.", [
            ("air strike by Saudi-led forces on a wedding party in Hodeida", "killed", "26 people"),
            ("air strike by Saudi-led forces on a wedding party in Hodeida", "killed people on", "Friday"),
            ("Saudi-led forces", "strike on", "wedding party in Hodeida"),
            ("Saudi-led forces", "led by", "Saudi"),
        ]),
        ("A raid by Turkish-backed fighters on a base killed two.", [
            ("raid by Turkish-backed fighters on a base", "killed", "two"),
            ("Turkish-backed fighters", "raid on", "base"),
            ("Turkish-backed fighters", "backed by", "Turkish"),
        ]),
        ("The siege of the city by a Franco-British army, which lasted a year, ended in May.", [
            ("siege of the city by a Franco-British army", "ended in", "May"),
            ("siege of the city by a Franco-British army", "lasted", "year"),
        ]),
    ],
)  # fmt: skip
def test_what_belongs_to_a_deed_is_told_of_the_deed(text, expected):
    assert rows(text) == expected
