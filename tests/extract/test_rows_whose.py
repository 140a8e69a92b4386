"""Of which noun or verb something is told: bearers of offices, second verbs, conditions, what a noun asks for."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She met the mayor of Oslo, a former teacher.",
            [
                ("She", "met", "mayor of Oslo"),
                ("She", "met mayor of", "Oslo"),
                ("mayor of Oslo", "is", "former teacher"),
            ],
        ),
        (
            "Ann fired the head of the bank, who retired in May.",
            [
                ("Ann", "fired", "head of the bank"),
                ("head of the bank", "retired in", "May"),
            ],
        ),
        (
            "It is a hormone made by the liver that lowers sugar.",
            [
                ("hormone", "made by", "liver"),
                ("hormone", "lowers", "sugar"),
            ],
        ),
        (
            "The tax does not apply to the sale of wine by monks.",
            [
                ("tax", "not: does not apply to", "sale of wine"),
                ("monks", "sale of", "wine"),
            ],
        ),
        (
            "Several states signed the treaty, including Peru and Chile.",
            [
                ("Several states", "signed", "treaty"),
                ("Peru", "signed", "treaty"),
                ("Chile", "signed", "treaty"),
            ],
        ),
        (
            "She helps farmers who grow wheat, keep bees or make wine.",
            [
                ("She", "helps", "farmers"),
                ("farmers", "grow", "wheat"),
                ("farmers", "keep", "bees"),
                ("farmers", "make", "wine"),
            ],
        ),
        (
            "The Minister of Trade, Budi Santoso, and the Minister of Finance, Mary Ng, met in Jakarta.",
            [
                ("Budi Santoso", "met in", "Jakarta"),
                ("Mary Ng", "met in", "Jakarta"),
                ("Budi Santoso", "met with", "Mary Ng"),
                ("Budi Santoso", "is", "Minister of Trade"),
                ("Mary Ng", "is", "Minister of Finance"),
            ],
        ),
        (
            "Spain and Italy, members of NATO, rejected the plan.",
            [
                ("Spain", "rejected", "plan"),
                ("Italy", "rejected", "plan"),
                ("Spain", "is member of", "NATO"),
                ("Italy", "is member of", "NATO"),
            ],
        ),
        (
            "Ann Berg, an astronomer who discovered two comets, taught physics.",
            [
                ("Ann Berg", "taught", "physics"),
                ("Ann Berg", "discovered", "two comets"),
                ("Ann Berg", "is", "astronomer"),
            ],
        ),
        (
            "Paul Denning, a Republican, won the vote.",
            [
                ("Paul Denning", "won", "vote"),
                ("Paul Denning", "is", "Republican"),
            ],
        ),
        (
            "Kenya, to which China exports machines, joined the fund.",
            [
                ("Kenya", "joined", "fund"),
                ("China", "exports", "machines"),
                ("China", "exports machines to", "Kenya"),
            ],
        ),
        (
            "The firm, with which Peru signed a contract, closed.",
            [
                ("Peru", "signed", "contract"),
                ("Peru", "signed contract with", "firm"),
            ],
        ),
        (
            "He grows wheat and exports wine to Rome.",
            [
                ("He", "grows", "wheat"),
                ("He", "exports", "wine"),
                ("He", "exports wine to", "Rome"),
            ],
        ),
        (
            "The firm makes cars and exports trucks to Asia.",
            [
                ("firm", "makes", "cars"),
                ("firm", "exports", "trucks"),
                ("firm", "exports trucks to", "Asia"),
            ],
        ),
        (
            "The directive obliges manufacturers to label products and bans imports.",
            [
                ("directive", "obliges", "manufacturers"),
                ("manufacturers", "to label", "products"),
                ("directive", "bans", "imports"),
            ],
        ),
        (
            "The Senn rises in the hills, flows through the towns of Alder and Pirn, and empties into the sea.",
            [
                ("Senn", "rises in", "hills"),
                ("Senn", "flows through", "towns of Alder and Pirn"),
                ("Senn", "empties into", "sea"),
            ],
        ),
        (
            "Peru's Minister of Trade, Budi Santoso, and Canada's Minister of Finance, Mary Ng, announced the truce.",
            [
                ("Budi Santoso", "announced", "truce"),
                ("Mary Ng", "announced", "truce"),
                ("Budi Santoso", "is minister of", "Peru"),
                ("Mary Ng", "is minister of", "Canada"),
            ],
        ),
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
                ("ministers", "say", "it worked"),
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
                ("Council", "condemns", "shelling of the hospital"),
                ("shelling of the hospital", "killed", "nine patients"),
            ],
        ),
        (
            "Norway condemned the bombing of the port by Chad.",
            [
                ("Norway", "condemned", "bombing of the port"),
                ("Chad", "bombing of", "port"),
            ],
        ),
        (
            "The attacks carried out by rebels against aid workers in Darfur continued.",
            [
                ("attacks", "carried out by", "rebels"),
                ("attacks", "carried out against", "aid workers"),
            ],
        ),
        (
            "The attack on El Fasher killed 300 civilians, including 10 aid workers.",
            [
                ("attack on El Fasher", "killed", "300 civilians"),
                ("attack on El Fasher", "killed", "10 aid workers"),
            ],
        ),
        (
            "Peru has signed and will ratify the Lima Treaty.",
            [
                ("Peru", "has signed", "Lima Treaty"),
                ("Peru", "will ratify", "Lima Treaty"),
            ],
        ),
        (
            "The railway cut travel time from two hours to 20 minutes.",
            [
                ("railway", "cut", "travel time"),
                ("railway", "cut time from", "two hours"),
            ],
        ),
        (
            "The city was rebuilt according to plans drawn up by Ana Silva.",
            [
                ("plans", "drawn up by", "Ana Silva"),
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
def test_what_is_told_is_told_of_its_own_word(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
