"""Open rows of sentences in which the parse hangs a word on another one than English does."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Kenyan runner Esther Kamau won the race in 1998.",
            [
                ("Esther Kamau", "won", "race"),
                ("Esther Kamau", "won race in", "1998"),
                ("Esther Kamau", "is", "Kenyan runner"),
            ],
        ),
        (
            "Judges fined the bank 30 million pounds.",
            [
                ("Judges", "fined", "bank"),
                ("Judges", "fined", "30 million pounds"),
            ],
        ),
        (
            "The tenant must give the owner written notice.",
            [
                ("tenant", "must give", "written notice"),
                ("tenant", "must give notice to", "owner"),
            ],
        ),
        (
            "The law requires farms to pay workers and bans child labour.",
            [
                ("law", "requires", "farms"),
                ("farms", "to pay", "workers"),
                ("law", "bans", "child labour"),
            ],
        ),
        (
            "Injured in the semi-final, the captain left the team.",
            [
                ("captain", "left", "team"),
                ("captain", "Injured in", "semi-final"),
            ],
        ),
        (
            "Two drivers were robbed by gunmen near the bridge.",
            [
                ("Two drivers", "were robbed by", "gunmen"),
                ("Two drivers", "were robbed near", "bridge"),
            ],
        ),
        ("The villages depend on fishing.", [("villages", "depend on", "fishing")]),
        ("Our neighbour's dog bit the postman.", [("Our neighbour's dog", "bit", "postman")]),
        ("Miller & Sons sold the mill.", [("Miller & Sons", "sold", "mill")]),
        (
            "The price fell from 80 dollars to 60 dollars.",
            [
                ("price", "fell from", "80 dollars"),
                ("price", "fell to", "60 dollars"),
            ],
        ),
        (
            "He moved to Brazil, where he taught chemistry.",
            [
                ("He", "moved to", "Brazil"),
                ("he", "taught", "chemistry"),
                ("he", "taught chemistry in", "Brazil"),
            ],
        ),
        (
            "The city has been the capital of the province since 1884.",
            [
                ("city", "has been", "capital of the province"),
                ("city", "has been capital of the province since", "1884"),
            ],
        ),
        (
            "The professor, together with two colleagues, found a method.",
            [
                ("professor", "found", "method"),
                ("two colleagues", "found", "method"),
            ],
        ),
        (
            "The airline cancelled flights because of the strike.",
            [
                ("airline", "cancelled", "flights"),
                ("airline", "cancelled flights because of", "strike"),
            ],
        ),
        ("The storm injured dozens of workers.", [("storm", "injured", "dozens of workers")]),
        (
            "The law gives police the power to search homes.",
            [
                ("law", "gives", "power"),
                ("law", "gives power to", "police"),
                ("police", "to search", "homes"),
            ],
        ),
        (
            "The mayor of Lima, Rosa Diaz, opened the hall.",
            [
                ("Rosa Diaz", "opened", "hall"),
                ("Rosa Diaz", "is mayor of", "Lima"),
            ],
        ),
        ("The firm went bankrupt in 2009.", [("firm", "went", "bankrupt"), ("firm", "went in", "2009")]),
        (
            "The region exports coffee, cocoa and timber.",
            [
                ("region", "exports", "coffee"),
                ("region", "exports", "cocoa"),
                ("region", "exports", "timber"),
            ],
        ),
        (
            "Norway pledged $500 million in aid to Kenya.",
            [
                ("Norway", "pledged", "$500 million in aid"),
                ("Norway", "pledged $500 million to", "Kenya"),
            ],
        ),
        (
            "Rebels took dozens of children from the village.",
            [
                ("Rebels", "took", "dozens of children"),
                ("Rebels", "took dozens of children from", "village"),
            ],
        ),
        (
            "Kenya accused Norway of harassing boats in the bay.",
            [
                ("Kenya", "accused", "Norway"),
                ("Kenya", "accused Norway of", "harassing boats in the bay"),
                ("Norway", "harassing", "boats"),
                ("Norway", "harassing boats in", "bay"),
            ],
        ),
        (
            "Norway and Kenya exchanged prisoners.",
            [
                ("Norway", "exchanged", "prisoners"),
                ("Kenya", "exchanged", "prisoners"),
                ("Norway", "exchanged prisoners with", "Kenya"),
            ],
        ),
        (
            "The old lighthouse at Carrow Point, which was built in 1832 by Scots, guided ships for over a century.",
            [
                ("old lighthouse", "guided", "ships"),
                ("old lighthouse", "was built by", "Scots"),
                ("old lighthouse", "was built in", "1832"),
            ],
        ),
        (
            "France condemned the raid on the embassy in Kabul, which killed nine people.",
            [
                ("France", "condemned", "raid on the embassy in Kabul"),
                ("France", "condemned raid on", "embassy in Kabul"),
                ("raid on the embassy in Kabul", "killed", "nine people"),
            ],
        ),
        (
            "The envoys were expelled over Chad's alleged support for rebels.",
            [
                ("envoys", "were expelled over", "Chad's alleged support for rebels"),
                ("Chad", "support for", "rebels"),
            ],
        ),
        (
            "Briefing members, Ana Berg said that Sudan had broken the ceasefire.",
            [
                ("Ana Berg", "said", "Sudan had broken the ceasefire"),
                ("Sudan", "had broken", "ceasefire"),
                ("Ana Berg", "Briefing", "members"),
            ],
        ),
        (
            "We call upon all parties to allow aid into Gaza.",
            [
                ("We", "call upon", "all parties"),
                ("all parties", "to allow", "aid"),
                ("all parties", "to allow aid into", "Gaza"),
            ],
        ),
        (
            "The attack by armed groups on merchant vessels killed ten sailors.",
            [
                ("attack by armed groups", "killed", "ten sailors"),
                ("armed groups", "attack on", "merchant vessels"),
            ],
        ),
        (
            "We take note of the proposal by Peru to create a marine corridor and instruct senior officials to report.",
            [
                ("We", "take note of", "proposal by Peru"),
                ("We", "take note of proposal by", "Peru"),
                ("Peru", "to create", "marine corridor"),
                ("We", "instruct", "senior officials"),
            ],
        ),
        (
            "Norway called on all parties to the Lima Treaty to act.",
            [
                ("Norway", "called on", "all parties to the Lima Treaty"),
                ("all parties to the Lima Treaty", "to act", ""),
            ],
        ),
        (
            "Norway noted that Kenya had accepted the refugees, and requested more funding.",
            [
                ("Norway", "noted", "Kenya had accepted the refugees"),
                ("Kenya", "had accepted", "refugees"),
                ("Norway", "requested", "more funding"),
            ],
        ),
        (
            "Norway discussed the importance of increasing aid to people in Gaza, and securing the release of men.",
            [
                ("Norway", "discussed", "importance of increasing aid to people"),
                ("Norway", "discussed importance of increasing", "aid to people"),
                ("Norway", "discussed importance of securing", "release of men"),
            ],
        ),
        (
            "We warmly welcome Cook Islands assuming the Lima Chair in 2023.",
            [
                ("We", "welcome", "Cook Islands"),
                ("We", "welcome Cook Islands in", "2023"),
                ("Cook Islands", "assuming", "Lima Chair"),
            ],
        ),
        (
            "We reiterate our call on all states to prevent the flow of arms into Myanmar.",
            [
                ("We", "reiterate", "our call on all states"),
                ("We", "reiterate call on", "all states"),
                ("all states", "to prevent", "flow of arms"),
            ],
        ),
        (
            "Norway recognized the need for a recovery plan that addresses the impact on women.",
            [
                ("Norway", "recognized", "need for a recovery plan"),
                ("Norway", "recognized need for", "recovery plan"),
                ("recovery plan", "addresses", "impact on women"),
                ("recovery plan", "addresses impact on", "women"),
            ],
        ),
        (
            "Kenya committed to reform its debt, triple its energy capacity and expand trade.",
            [
                ("Kenya", "committed to reform", "its debt"),
                ("Kenya", "committed to triple", "its energy capacity"),
                ("Kenya", "committed to expand", "trade"),
            ],
        ),
        (
            "The summit was attended by 12 members, seven guest countries and the heads of the IMF and the World Bank.",
            [
                ("summit", "was attended by", "12 members"),
                ("summit", "was attended by", "seven guest countries"),
                ("summit", "was attended by", "heads of the IMF and the World Bank"),
            ],
        ),
        (
            "The destruction of the archive by retreating troops deprived historians of a record.",
            [
                ("destruction of the archive by retreating troops", "deprived", "historians"),
                ("destruction of the archive by retreating troops", "deprived historians of", "record"),
                ("retreating troops", "destruction of", "archive"),
            ],
        ),
        (
            "The Duchess of Arrane, daughter of a banker, inherited the estate.",
            [
                ("Duchess of Arrane", "inherited", "estate"),
            ],
        ),
        (
            "She was the first woman to climb Mount Ushar and the author of a popular handbook.",
            [
                ("She", "was", "first woman"),
                ("She", "was", "author of a popular handbook"),
                ("She", "to climb", "Mount Ushar"),
            ],
        ),
        (
            "The ministers called on both sides to respect the ceasefire.",
            [
                ("ministers", "called on", "both sides"),
                ("both sides", "to respect", "ceasefire"),
            ],
        ),
        (
            "Pereira handed the minister a note.",
            [
                ("Pereira", "handed", "note"),
                ("Pereira", "handed note to", "minister"),
            ],
        ),
        (
            "The law, which Norway adopted in May, abolishes visas for Chileans.",
            [
                ("law", "abolishes", "visas for Chileans"),
                ("law", "abolishes visas for", "Chileans"),
                ("Norway", "adopted in", "May"),
                ("Norway", "adopted", "law"),
            ],
        ),
        (
            "Norway opened new embassies in Tokyo, Ottawa and Lima.",
            [
                ("Norway", "opened", "new embassies in Tokyo, Ottawa and Lima"),
                ("Norway", "opened embassies in", "Tokyo"),
                ("Norway", "opened embassies in", "Ottawa"),
                ("Norway", "opened embassies in", "Lima"),
            ],
        ),
        (
            "Deputy Treasury Secretary Martin Kessling visited Cairo.",
            [
                ("Deputy Treasury Secretary Martin Kessling", "visited", "Cairo"),
                ("Martin Kessling", "is", "deputy treasury secretary"),
            ],
        ),
        (
            "The ministers signed three documents: an agreement on transport, a programme in culture and a memorandum.",
            [
                ("ministers", "signed", "three documents"),
                ("ministers", "signed", "agreement on transport"),
                ("ministers", "signed", "programme in culture"),
                ("ministers", "signed", "memorandum"),
            ],
        ),
        (
            "Peru signed a grant agreement with Chile intended to reduce hunger in Mali.",
            [
                ("Peru", "signed", "grant agreement"),
                ("Peru", "signed agreement with", "Chile"),
                ("grant agreement", "intended to reduce", "hunger"),
                ("grant agreement", "intended to reduce hunger in", "Mali"),
            ],
        ),
        (
            "Peru will host a trade meeting in Chile focused on ports in Mali.",
            [
                ("Peru", "will host", "trade meeting in Chile"),
                ("Peru", "will host meeting in", "Chile"),
                ("trade meeting in Chile", "focused on", "ports in Mali"),
            ],
        ),
        (
            "Norway reaffirmed that cooperation between the United States, Japan, and Peru advances the Lima Treaty.",
            [
                (
                    "Norway",
                    "reaffirmed",
                    "cooperation between the United States, Japan, and Peru advances the Lima Treaty",
                ),
                ("cooperation between the United States, Japan, and Peru", "advances", "Lima Treaty"),
                ("United States", "cooperation between", "Japan"),
                ("United States", "cooperation between", "Peru"),
                ("Japan", "cooperation between", "Peru"),
            ],
        ),
    ],
)
def test_words_hang_where_english_has_them(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]

    assert [(row["subject"], row["relation"], row["object"]) for row in rows] == expected
