"""Series of verbs and members, bearers behind offices, asides between commas: each verb has its own objects."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Russia built a pipeline to Italy that bypasses Ukraine.",
            [
                ("Russia", "built", "pipeline"),
                ("Russia", "built pipeline to", "Italy"),
                ("pipeline", "bypasses", "Ukraine"),
            ],
        ),
        (
            "Vietnam signed a treaty with Egypt, which entered into force in 2026.",
            [
                ("Vietnam", "signed", "treaty"),
                ("Vietnam", "signed treaty with", "Egypt"),
                ("treaty", "entered into force in", "2026"),
            ],
        ),
        (
            "Kenya established a commission, chaired by the Ministry of Finance.",
            [
                ("Kenya", "established", "commission"),
                ("commission", "chaired by", "Ministry of Finance"),
            ],
        ),
        (
            "Kenya signed a treaty in Paris and a protocol.",
            [
                ("Kenya", "signed", "treaty"),
                ("Kenya", "signed", "protocol"),
                ("Kenya", "signed treaty in", "Paris"),
            ],
        ),
        (
            "Modi was joined by Kristalina Georgieva, the Managing Director of the Lima Fund, and Ajay Banga.",
            [
                ("Modi", "was joined by", "Kristalina Georgieva"),
                ("Modi", "was joined by", "Ajay Banga"),
                ("Kristalina Georgieva", "is managing director of", "Lima Fund"),
            ],
        ),
        (
            (
                "We were joined by the Managing Director of the International Monetary Fund, Kristalina Georgieva, "
                "and the President of the World Bank, Ajay Banga."
            ),
            [
                ("We", "were joined by", "Kristalina Georgieva"),
                ("We", "were joined by", "Ajay Banga"),
                ("Kristalina Georgieva", "is managing director of", "International Monetary Fund"),
                ("Ajay Banga", "is president of", "World Bank"),
            ],
        ),
        (
            "We, the G20 Finance Ministers and Central Bank Governors, met in Paris.",
            [
                ("We", "met in", "Paris"),
            ],
        ),
        (
            "UNICEF will report on the implementation of this resolution to the Executive Board.",
            [
                ("UNICEF", "will report on", "implementation of this resolution"),
                ("UNICEF", "will report to", "Executive Board"),
            ],
        ),
        (
            "Kenya built ports and opposed actions against Laos.",
            [
                ("Kenya", "built", "ports"),
                ("Kenya", "opposed", "actions against Laos"),
                ("Kenya", "opposed actions against", "Laos"),
            ],
        ),
        (
            "Kenya supported Laos and opposed sanctions.",
            [
                ("Kenya", "supported", "Laos"),
                ("Kenya", "opposed", "sanctions"),
            ],
        ),
        (
            "France attacked, occupied and destroyed Aleppo.",
            [
                ("France", "attacked", "Aleppo"),
                ("France", "occupied", "Aleppo"),
                ("France", "destroyed", "Aleppo"),
            ],
        ),
        (
            "Lebanon has detained, tortured and returned Syrians.",
            [
                ("Lebanon", "has detained", "Syrians"),
                ("Lebanon", "tortured", "Syrians"),
                ("Lebanon", "returned", "Syrians"),
            ],
        ),
        (
            "France attacked Syria as well as Iran.",
            [
                ("France", "attacked", "Syria"),
                ("France", "attacked", "Iran"),
            ],
        ),
        (
            "France, as well as Italy, supports Iran.",
            [
                ("France", "supports", "Iran"),
                ("Italy", "supports", "Iran"),
            ],
        ),
        (
            "China gave Chad and Mali weapons.",
            [
                ("China", "gave", "weapons"),
                ("China", "gave weapons to", "Chad"),
                ("China", "gave weapons to", "Mali"),
            ],
        ),
        (
            "Kenya funds schools.",
            [
                ("Kenya", "funds", "schools"),
            ],
        ),
        (
            "Omar, a trader, financed Hamas.",
            [
                ("Omar", "financed", "Hamas"),
            ],
        ),
        (
            "Kenya punished officials thought to be blocking aid.",
            [
                ("Kenya", "punished", "officials thought to be blocking aid"),
                ("officials", "thought to be blocking", "aid"),
            ],
        ),
        (
            "France met the President of Ghana, John Mahama.",
            [
                ("France", "met", "John Mahama"),
                ("John Mahama", "is president of", "Ghana"),
            ],
        ),
        (
            "France was joined by the President of Kenya, William Ruto, and Ajay Banga.",
            [
                ("France", "was joined by", "William Ruto"),
                ("France", "was joined by", "Ajay Banga"),
                ("William Ruto", "is president of", "Kenya"),
            ],
        ),
        (
            "Anna Nowak, Supreme Commander, who praised Poland, visited Germany.",
            [
                ("Anna Nowak", "visited", "Germany"),
                ("Anna Nowak", "praised", "Poland"),
                ("Anna Nowak", "is", "Supreme Commander"),
            ],
        ),
        (
            "Trade declined in Germany, driven by China.",
            [
                ("Trade", "declined in", "Germany"),
            ],
        ),
        (
            "Trade exceeded 900 billion dollars, up 16.2 percent.",
            [
                ("Trade", "exceeded", "900 billion dollars"),
            ],
        ),
        (
            "India, reaffirming the treaty agreed in Delhi, adopted the plan.",
            [
                ("India", "adopted", "plan"),
                ("India", "reaffirming", "treaty agreed in Delhi"),
                ("treaty", "agreed in", "Delhi"),
            ],
        ),
        (
            "Poland asked for support to PGZ, the state-owned group.",
            [
                ("Poland", "asked for", "support to PGZ"),
                ("PGZ", "is", "state-owned group"),
            ],
        ),
        (
            "France invaded Mali, a step condemned by Chad.",
            [
                ("France", "invaded", "Mali"),
                ("step", "condemned by", "Chad"),
            ],
        ),
        (
            "(Beirut, May 14, 2024) – Lebanese authorities arrested, beat and expelled Syrians, Amnesty said.",
            [
                (
                    "Amnesty",
                    "said",
                    "(Beirut, May 14, 2024) – Lebanese authorities arrested, beat and expelled Syrians",
                ),
                ("Lebanese authorities", "arrested", "Syrians"),
                ("Lebanese authorities", "beat", "Syrians"),
                ("Lebanese authorities", "expelled", "Syrians"),
            ],
        ),
        (
            "REQUESTS UNICEF to submit a report to UNESCO;",
            [
                ("UNICEF", "to submit", "report to UNESCO"),
                ("UNICEF", "to submit report to", "UNESCO"),
            ],
        ),
        (
            "Kenya will go to Paris and Uganda to Rome.",
            [
                ("Kenya", "will go to", "Paris"),
            ],
        ),
        (
            "The bureau designated Al Noor LLC pursuant to Executive Order 14098.",
            [
                ("bureau", "designated", "Al Noor LLC"),
            ],
        ),
        (
            "We note UNICEF's report on crypto-assets, prepared by UNESCO.",
            [
                ("We", "note", "UNICEF's report on crypto-assets"),
                ("We", "note report on", "crypto-assets"),
                ("UNICEF's report on crypto-assets", "prepared by", "UNESCO"),
            ],
        ),
        (
            "USAID is providing $5 million in aid for Sudan.",
            [
                ("USAID", "is providing", "$5 million in aid"),
                ("USAID", "is providing $5 million for", "Sudan"),
            ],
        ),
        (
            "Russia attacked bases in Syria.",
            [
                ("Russia", "attacked", "bases in Syria"),
                ("Russia", "attacked bases in", "Syria"),
            ],
        ),
        (
            "Kenya raised its ties with Laos to a strategic partnership.",
            [
                ("Kenya", "raised", "its ties"),
                ("Kenya", "raised ties with", "Laos"),
                ("Kenya", "raised ties to", "strategic partnership"),
            ],
        ),
        (
            "Denmark works with Barbados on greening finance.",
            [
                ("Denmark", "works with", "Barbados"),
                ("Denmark", "works on", "greening finance"),
            ],
        ),
        (
            "France told Syria to attack Iran.",
            [
                ("France", "told", "Syria"),
                ("Syria", "to attack", "Iran"),
            ],
        ),
        (
            "It is unlikely that Turkey will join NATO.",
            [
                ("Turkey", "will join", "NATO"),
            ],
        ),
        (
            "Iran and Syria opened their borders.",
            [
                ("Iran", "opened", "their borders"),
                ("Syria", "opened", "their borders"),
            ],
        ),
        (
            "France invaded Togo, bombed Benin and left NATO.",
            [
                ("France", "invaded", "Togo"),
                ("France", "bombed", "Benin"),
                ("France", "left", "NATO"),
            ],
        ),
        (
            "Kenya was invaded by France, condemned by Japan and praised by Russia.",
            [
                ("Kenya", "was invaded by", "France"),
                ("Kenya", "condemned by", "Japan"),
                ("Kenya", "praised by", "Russia"),
            ],
        ),
        (
            "Germany is led by Merkel and France by Macron.",
            [
                ("Germany", "is led by", "Merkel"),
            ],
        ),
        (
            "Addressing UNICEF, Maria Silva condemned Sudan.",
            [
                ("Maria Silva", "condemned", "Sudan"),
                ("Maria Silva", "Addressing", "UNICEF"),
            ],
        ),
        (
            "Briefing the Council, Maria Silva, a lawyer, condemned Sudan.",
            [
                ("Maria Silva", "condemned", "Sudan"),
                ("Maria Silva", "Briefing", "Council"),
                ("Maria Silva", "is", "lawyer"),
            ],
        ),
        (
            "At the invitation of Mark Rutte, Secretary General of NATO, Andrzej Duda visited Brussels.",
            [
                ("Andrzej Duda", "visited", "Brussels"),
                ("Mark Rutte", "invitation of", "Andrzej Duda"),
                ("Andrzej Duda", "visited Brussels at", "invitation of Mark Rutte"),
                ("Mark Rutte", "is secretary general of", "NATO"),
            ],
        ),
        (
            "Xi Jinping met To Lam.",
            [
                ("Xi Jinping", "met", "To Lam"),
            ],
        ),
        (
            "Kenya and Chad support Mali.",
            [
                ("Kenya", "support", "Mali"),
                ("Chad", "support", "Mali"),
            ],
        ),
        (
            "Omar Idris accused Chad of bombing Goma.",
            [
                ("Omar Idris", "accused", "Chad"),
                ("Omar Idris", "accused Chad of", "bombing Goma"),
                ("Chad", "bombing", "Goma"),
            ],
        ),
        (
            "By planting trees, villagers saved their fields.",
            [
                ("villagers", "saved", "their fields"),
                ("villagers", "planting", "trees"),
            ],
        ),
        (
            "A magnitude 6 earthquake hit the town.",
            [
                ("magnitude 6 earthquake", "hit", "town"),
            ],
        ),
        (
            "Lego is a firm in Billund, Denmark, founded by Kirk.",
            [
                ("Lego", "is", "firm in Billund"),
                ("Lego", "founded by", "Kirk"),
            ],
        ),
        (
            "Kenya bought drones worth 40 million dollars.",
            [("Kenya", "bought", "drones worth 40 million dollars"), ("drones", "is worth", "40 million dollars")],
        ),
        (
            "The policy rewards owners instead of helping tenants.",
            [
                ("policy", "rewards", "owners"),
                ("policy", "not: helping", "tenants"),
            ],
        ),
        (
            "It will repeal a law that restricts trade.",
            [
                ("It", "will repeal", "law"),
                ("law", "restricts", "trade"),
            ],
        ),
        (
            "The president of Kenya, William Ruto, visited Paris.",
            [
                ("William Ruto", "visited", "Paris"),
                ("William Ruto", "is president of", "Kenya"),
            ],
        ),
        (
            "Mr Kelly attended the Climate Summit in Geneva, which was hosted by Chad.",
            [
                ("Mr Kelly", "attended", "Climate Summit"),
                ("Mr Kelly", "attended Climate Summit in", "Geneva"),
                ("Climate Summit", "was hosted by", "Chad"),
            ],
        ),
        (
            "Ann hired Bob as cook.",
            [
                ("Ann", "hired", "Bob"),
                ("Ann", "hired Bob as", "cook"),
            ],
        ),
        (
            "Nicholas Haysom, Director of UNICEF and Chair of the World Bank, visited Juba.",
            [
                ("Nicholas Haysom", "visited", "Juba"),
                ("Nicholas Haysom", "is director of", "UNICEF"),
                ("Nicholas Haysom", "is chair of", "World Bank"),
            ],
        ),
        (
            "Maria Silva, director of UNICEF and head of UNESCO, visited Juba.",
            [
                ("Maria Silva", "visited", "Juba"),
                ("Maria Silva", "is director of", "UNICEF"),
                ("Maria Silva", "is head of", "UNESCO"),
            ],
        ),
        (
            "France accused the leader of Hamas.",
            [
                ("France", "accused", "leader of Hamas"),
                ("France", "accused leader of", "Hamas"),
            ],
        ),
        (
            "Chad has armed Hemedti.",
            [
                ("Chad", "has armed", "Hemedti"),
            ],
        ),
        (
            "Viktor Orban extended an invitation to Emmanuel Macron to visit Hungary.",
            [
                ("Viktor Orban", "extended invitation to", "Emmanuel Macron"),
                ("Emmanuel Macron", "to visit", "Hungary"),
            ],
        ),
        (
            "Sudan accused Chad of arming the rebels, a charge Chad denied.",
            [
                ("Sudan", "accused", "Chad"),
                ("Sudan", "accused Chad of", "arming the rebels"),
                ("Chad", "arming", "rebels"),
                ("Chad", "denied", "charge"),
            ],
        ),
        (
            "Anna Nowak, Supreme Commander, praised Poland.",
            [
                ("Anna Nowak", "praised", "Poland"),
                ("Anna Nowak", "is", "Supreme Commander"),
            ],
        ),
        (
            "Ann's decision to leave angered Bob.",
            [
                ("Ann's decision to leave", "angered", "Bob"),
            ],
        ),
        (
            "The moon Europa orbits Jupiter.",
            [
                ("moon Europa", "orbits", "Jupiter"),
            ],
        ),
        (
            "France stressed that Iran arms Hamas.",
            [
                ("France", "stressed", "Iran arms Hamas"),
                ("Iran", "arms", "Hamas"),
            ],
        ),
        (
            "Stal beat champions Radom.",
            [
                ("Stal", "beat", "champions Radom"),
            ],
        ),
        (
            "Kenya praised Japan and Korea's cooperation with Chad.",
            [
                ("Kenya", "praised", "Japan and Korea's cooperation"),
                ("Kenya", "praised cooperation with", "Chad"),
                ("Japan", "cooperation with", "Chad"),
                ("Korea", "cooperation with", "Chad"),
            ],
        ),
        (
            "Biden thanked Sultan Haitham for his personal leadership and support for the truce in Yemen.",
            [
                ("Biden", "thanked", "Sultan Haitham"),
                ("Biden", "thanked Sultan Haitham for", "his personal leadership and support for the truce in Yemen"),
                ("Haitham", "is", "sultan"),
                ("Sultan Haitham", "support for", "truce"),
            ],
        ),
        (
            "They take note of the volume of investments, exceeding four trillion euros.",
            [
                ("They", "take note of", "volume of investments"),
                ("investments", "exceeding", "four trillion euros"),
            ],
        ),
    ],
)
def test_each_verb_and_each_name_has_its_own(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
