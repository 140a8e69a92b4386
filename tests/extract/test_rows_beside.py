"""What stands beside a verb: conditions, what others say, what is given and to whom, what is denied, how often."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Union will finance the fund provided that Kenya signs the protocol.",
            [
                ("Union", "will finance", "fund"),
                ("Kenya", "signs", "protocol"),
            ],
        ),
        (
            "The fund will help Kenya, provided Kenya signs the protocol.",
            [
                ("fund", "will help", "Kenya"),
                ("Kenya", "signs", "protocol"),
            ],
        ),
        (
            "The fund will help Kenya as long as Kenya pays the fee.",
            [
                ("fund", "will help", "Kenya"),
                ("Kenya", "pays", "fee"),
            ],
        ),
        (
            "Peru expelled four diplomats, the ministry said, prompting protests in Chile.",
            [
                ("Peru", "expelled", "four diplomats"),
                ("Peru", "prompting", "protests in Chile"),
                ("Peru", "prompting protests in", "Chile"),
            ],
        ),
        (
            "The minister denied that Iran sold drones, calling the claim false.",
            [
                ("minister", "denied", "Iran sold drones"),
                ("Iran", "not: sold", "drones"),
                ("minister", "calling claim", "false"),
                ("minister", "calling", "claim"),
            ],
        ),
        (
            "Critics say the plan failed, while ministers say that it worked.",
            [
                ("Critics", "say", "the plan failed"),
                ("plan", "failed", ""),
                ("ministers", "say", "it worked"),
                ("it", "worked", ""),
            ],
        ),
        (
            "The plaintiff claimed that the maker hid defects and sought damages.",
            [
                ("plaintiff", "claimed", "the maker hid defects"),
                ("maker", "hid", "defects"),
                ("plaintiff", "sought", "damages"),
            ],
        ),
        (
            "Peru rejected the plan, and Chile rejected the pact, according to the Foreign Ministry.",
            [
                ("Peru", "rejected", "plan"),
                ("Chile", "rejected", "pact"),
            ],
        ),
        (
            "Karim Saadi was accused of having passed documents to Chad.",
            [
                ("Karim Saadi", "was accused of", "having passed documents to Chad"),
                ("Karim Saadi", "having passed", "documents"),
                ("Karim Saadi", "having passed documents to", "Chad"),
            ],
        ),
        (
            "Peru rejected the demand of the Council that Peru release the prisoners.",
            [
                ("Peru", "rejected", "demand of the Council"),
                ("Peru", "rejected demand of", "Council"),
                ("Peru", "release", "prisoners"),
            ],
        ),
        (
            "Nigeria is unlikely to join NATO.",
            [
                ("Nigeria", "not: is unlikely to join", "NATO"),
            ],
        ),
        (
            "Nigeria is unable to pay Kenya.",
            [
                ("Nigeria", "not: is unable to pay", "Kenya"),
            ],
        ),
        (
            "Citizens are forbidden from visiting Belarus.",
            [
                ("Citizens", "are forbidden from", "visiting Belarus"),
                ("Citizens", "not: visiting", "Belarus"),
            ],
        ),
        (
            "Mali's announcement that it would leave ECOWAS surprised Nigeria.",
            [
                ("Mali", "would leave", "ECOWAS"),
            ],
        ),
        (
            "The bank told Kenya that it is ready to send experts to Aden.",
            [
                ("bank", "told", "Kenya"),
                ("bank", "told", "it is ready to send experts to Aden"),
                ("it", "is ready to send", "experts"),
                ("it", "is ready to send experts to", "Aden"),
            ],
        ),
        (
            "China and Kenya support each other.",
            [
                ("China", "support", "Kenya"),
                ("Kenya", "support", "China"),
            ],
        ),
        (
            "I reiterate the demand of the Secretary-General that Iran release the prisoners.",
            [
                ("I", "reiterate", "demand of the Secretary-General"),
                ("I", "reiterate demand of", "Secretary-General"),
                ("Iran", "release", "prisoners"),
            ],
        ),
        (
            "Authorities provide accommodation to families.",
            [
                ("Authorities", "provide", "accommodation"),
                ("Authorities", "provide accommodation to", "families"),
            ],
        ),
        (
            "It gave Peru control of the strait.",
            [
                ("It", "gave", "control of the strait"),
                ("It", "gave control to", "Peru"),
            ],
        ),
        (
            "Brazil expelled the ambassador in retaliation for the raid.",
            [
                ("Brazil", "expelled", "ambassador"),
                ("Brazil", "expelled ambassador in", "retaliation for the raid"),
            ],
        ),
        (
            "The court sentenced the chief to twelve years in prison.",
            [
                ("court", "sentenced", "chief"),
                ("court", "sentenced chief to", "twelve years in prison"),
            ],
        ),
        (
            "The leader accused the minister of rigging last month's election.",
            [
                ("leader", "accused", "minister"),
                ("leader", "accused minister of", "rigging last month's election"),
                ("minister", "rigging", "last month's election"),
            ],
        ),
        (
            "Both sides resumed shelling.",
            [
                ("Both sides", "resumed", "shelling"),
            ],
        ),
        (
            "The law bans wine sold illegally.",
            [
                ("law", "bans", "wine sold illegally"),
            ],
        ),
        (
            "The island belonged to Denmark.",
            [
                ("island", "belonged to", "Denmark"),
            ],
        ),
        (
            "Information shall be treated as confidential.",
            [
                ("Information", "shall be treated as", "confidential"),
            ],
        ),
        (
            "The EU will impose sanctions on 14 individuals.",
            [
                ("EU", "will impose", "sanctions on 14 individuals"),
                ("EU", "will impose sanctions on", "14 individuals"),
            ],
        ),
        (
            "The Council urges all parties to the conflict to free the hostages.",
            [
                ("Council", "urges", "all parties to the conflict"),
                ("all parties to the conflict", "to free", "hostages"),
            ],
        ),
        (
            "The Council condemns the shelling of the hospital by the rebels, which killed nine patients.",
            [
                ("Council", "condemns", "shelling of the hospital by the rebels"),
                ("shelling of the hospital by the rebels", "killed", "nine patients"),
                ("rebels", "shelling of", "hospital"),
            ],
        ),
        (
            "Norway condemned the bombing of the port by Chad.",
            [
                ("Norway", "condemned", "bombing of the port by Chad"),
                ("Chad", "bombing of", "port"),
            ],
        ),
        (
            "Rome became a city during the reign of Numa.",
            [
                ("Rome", "became", "city"),
                ("Rome", "became city during", "reign of Numa"),
            ],
        ),
        (
            "He was a monk at the abbey.",
            [
                ("He", "was", "monk"),
                ("He", "was monk at", "abbey"),
            ],
        ),
        (
            "He became king after the war.",
            [
                ("He", "became", "king"),
                ("He", "became king after", "war"),
            ],
        ),
        (
            "The rule bars Tom from entering Rome.",
            [
                ("rule", "bars", "Tom"),
                ("rule", "bars Tom from", "entering Rome"),
                ("Tom", "not: entering", "Rome"),
            ],
        ),
        (
            "He charged Tom with accepting bribes.",
            [
                ("He", "charged", "Tom"),
                ("He", "charged Tom with", "accepting bribes"),
                ("Tom", "accepting", "bribes"),
            ],
        ),
        (
            "He spent a year aboard the ship.",
            [
                ("He", "spent", "year"),
                ("He", "spent year aboard", "ship"),
            ],
        ),
        (
            "She made the records available to him.",
            [
                ("She", "made records", "available"),
                ("She", "made records available to", "him"),
                ("She", "made available", "records"),
            ],
        ),
        (
            "He reviews it every two years.",
            [
                ("He", "reviews", "it"),
                ("He", "reviews it", "every two years"),
            ],
        ),
        (
            "They established a regulator to monitor the treatment of prisoners.",
            [
                ("They", "established", "regulator"),
                ("regulator", "to monitor", "treatment of prisoners"),
                ("regulator", "to monitor treatment of", "prisoners"),
            ],
        ),
    ],
)
def test_what_stands_beside_a_verb_is_told_of_it(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
