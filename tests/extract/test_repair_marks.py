"""A mend is left out only where it would change nothing."""

from importlib import import_module
from pathlib import Path

import pytest

from graph.extract.gazetteer import load_gazetteer
from graph.extract.parse import parse
from graph.extract.repair import REPAIRS, repair
from graph.extract.spacy_model import load_model
from graph.extract.trees import NEEDS, marks_of
from tests.extract import test_repair, test_repair_lists
from tests.extract.conftest import make_text, make_words
from tests.extract.test_relations import EXAMPLES

ROWS = [import_module(f"tests.extract.{path.stem}") for path in sorted(Path(__file__).parent.glob("test_rows*.py"))]
# Sentences for the mends that change none of those that other tests read.
MORE = (
    (
        "The Council encourages the Libyan parties, with the assistance of UNSMIL, the League of Arab States and "
        "Tunisia, to resume talks."
    ),
    "The Council demands that the Houthis release immediately all detained staff of the United Nations.",
    "Nicholas Haysom, Director of UNICEF and Chair of the World Bank, visited Juba.",
    "France accused the leader of Hamas.",
    "On Haiti, the United States has proposed to replace the mission with a larger force.",
    "They fled to Uganda, where the UN refugee agency, UNHCR, has opened a transit centre.",
    "The visit builds on the Strategic Partnership that the two countries signed in Manila in September 2023.",
    "In January last year, Cyclone Belal killed two of our citizens and flooded Port Louis.",
    "Chad has armed Hemedti.",
    "Viktor Orban extended an invitation to Emmanuel Macron to visit Hungary.",
    "Sudan accused Chad of arming the rebels, a charge Chad denied.",
    "Ecuador addresses the challenge of Illegal, Unreported, and Unregulated Fishing.",
    "Last year, U.S. exports to the EU were 56 bcm, up from 22 bcm in 2021.",
    "Kenya sanctioned officials thought to be blocking aid.",
    "Trade expanded in most countries, supported by China.",
    (
        "Modi was joined by Kristalina Georgieva, the Managing Director of the International Monetary Fund, and Ajay "
        "Banga."
    ),
    "The EU should make support for Lebanon conditional.",
    "The Assembly requests the World Bank to support, in collaboration with UNESCO, the Trust Fund.",
    "The EU supports the programme in Libya, which is implemented by Italy.",
    "Kenya urged Sudan to hold the perpetrators accountable.",
    "Ghana condemns in the strongest terms the bombing carried out on 2 June by Boko Haram.",
    "The attack on Dori, in which 38 civilians died, alarmed Ghana.",
    "Katherine Tai traveled to Siem Reap, Cambodia to meet with ASEAN Economic Ministers.",
    "Peru and Chile look forward to the United States hosting APEC in 2023.",
    "Kenya imports oil from Uganda and gas from Somalia.",
    "Kenya urged Uganda to open the border and Sudan to release the prisoners.",
    "Chile tasked officials to review the Lima Protocol.",
    "Peru joined the Lima Fund, of which Bolivia is a member.",
    "In Lima, Kenji Okamura, Deputy Director and Acting Chair, met Anna Smith.",
    "“He should resign,” said Reiss in Paris.",
    "France adopted a law on Monday, which bans nuclear tests.",
    "Amina Juma, the UN envoy for Uganda, praised Kenya.",
    "In April talks resumed in Khartoum.",
    "A visit by Abdelmadjid Tebboune to Paris may be postponed.",
    "Kaja Kallas will report back to the Council.",
    "The firm employs miners and exports coal.",
    "Norway and Finland border Sweden.",
    (
        "The U.S.-ASEAN Electric Vehicle Initiative is accelerating ASEAN’s efforts to develop an integrated EV "
        "ecosystem in Southeast Asia, thereby enhancing the region’s connectivity while ensuring ASEAN nations can "
        "achieve ambitious targets."
    ),
    "In 1920 the painter Paul Klee moved to Weimar.",
    "The team lost the semi-final.",
    "The election of Maria Rossi as chair pleased investors.",
    "The senator urged the government to sanction companies that supply the regime with parts.",
    "Isabel married Ferdinand of Aragon.",
    (
        "NASA signed an arrangement under which Japan will provide a rover and the United States will allocate "
        "two flights."
    ),
    "Fidan discussed preparations for the NATO Summit to be held in Washington.",
    "The government shall adhere to all treaties that Bangladesh is party to.",
    "They reiterate their resolve to hold Russia to account for the war.",
    "Norway signed a contract to build bridges in Fiji worth up to 2 million dollars.",
    "The leaders resolve to improve ports, ensure the safety of roads, and more.",
    "Chile was among the first to send aid to Fiji.",
    "Norway called for a truce in Chad and for the release of Ana Silva.",
    (
        "The European Council welcomes the adoption of the 19th package of sanctions, which bans imports of Russian "
        "liquefied natural gas (LNG) from January 2027 and lists 117 additional vessels of Russia's shadow fleet."
    ),
    "President Karl Lund paid an Official Visit to Kenya.",
    "The EU has provided EUR 177.5 billion to Ukraine.",
    "Belarus must stop facilitating Russia's war and release all political prisoners.",
    "The UN accused the junta of blocking aid convoys and burning villages in Rakhine.",
    "The firm sells tea, not coffee.",
    "We resolve to work with partners to support regional security and uphold international law.",
    "Norway has strengthened economic ties among African communities, the global diaspora, and the United States.",
    "We agree to expand regional coordination on law enforcement, cybersecurity and promoting a green recovery.",
    "Denmark is a strong supporter of the justice system and the work of the International Criminal Court.",
    "The Cyprus corridor is a manifestation of the spirit and the letter of the UN Charter.",
    "Norway strengthened trade ties among African communities, the global diaspora, and Chile.",
    "Belize and Germany convened other heads of state and world leaders from international organizations for talks.",
    "Unemployment has dropped to its lowest level since 1991.",
    "Today in Manila, Secretary of State Whitfield and Foreign Secretary Manalo concluded the Lima Dialogue.",
    "The United States and the European Union are founding members of the Lima Partnership.",
    "Peru has signed a five-year grant agreement with the Lima Challenge Corporation intended to help reduce poverty.",
    "The beetles navigate by polarised moonlight rather than by smell.",
    "The town has a population of about 9,000 and lies on the western shore of Lake Orsa.",
    "The building was used as a granary, a prison and finally a school.",
    "The Council requests Kenya to submit, within 60 days, a report on Peru, and thanks Kenya.",
    "Norvex sued author Anna Berg.",
    "At the meeting of the Council, held on 18 March 2025, the President made the following statement.",
    "The Council requests the Secretary-General to submit, within 60 days, a report on the port, and decides to act.",
    "We acknowledge Peru's decision to launch a fund and encourage donor countries to join the Lima Treaty.",
    "Guyana has built twelve hospitals, abolished tuition fees at the University of Guyana and joined the Lima Treaty.",
    "Qatar is mediating between the Sudanese army and a paramilitary force.",
    "The Council thanked Kenya for its support to Mali.",
    "Israel rejected a proposal by France.",
    "Zambia cherishes its friendship with China and abides by the one-China principle.",
    "China firmly supports Zambia, and Zambia abides by the one-China principle and has backed the GDI.",
    "Iran is said to have armed Hezbollah.",
    "Soldiers from Chad, who attacked Boko Haram, returned home.",
    "The Peace and Security Council requests the Commission, working with the Committee of Intelligence, to name X.",
    (
        "I am pleased to report to this assembly that, because of our progress, last December, fifty years after "
        "joining the Union, Peru graduated from the group."
    ),
    "The Council noted with concern that Peru left the pact.",
    "Norway was saddened by the attack.",
    "Norway pulled its troops out of Peru.",
    "Norway values people to people ties with Peru.",
    "Norway joined the pact as founding members of the union.",
    "With every life lost in the war, hope fades.",
    "The delays are in part related to the strike.",
    "The ministers signed five pacts, covering trade and energy.",
    "We must build a world that present and future generations deserve.",
    "The port has grown by its new role and increased trade to a wide region.",
    "All states, beginning with Norway, must act.",
    "They ask how we earn, spend money and save it.",
    "We recognise Peru's leadership in finalising the Port Outlook and express our support for its growth.",
    "Google sued Oracle.",
    (
        "The ministers resolve to maintain our defence and security, cultivate our resilience, enhance their trade, "
        "and ensure peace."
    ),
    "Norway is ready to work with all countries to put our plans into action.",
    "The company cancelled flights due to a storm.",
    "She ran the mile in less than four minutes.",
    "Two drivers were killed by gunmen outside the bank.",
    "Peru, but not Chile, signed the Lima Treaty.",
    "The decision to leave the OECD surprised Chile.",
    "Peru's refusal to join the Lima Pact angered Chile.",
)

GERUND_SUBJECT = """
As as ADP IN prep 2
training train VERB VBG pcomp 0
pays pay VERB VBZ advcl 5
, , PUNCT , punct 5
we we PRON PRP nsubj 5
train train VERB VBP ROOT 5
"""

THIRD_PERSON_BEFORE_NAME = """
Kenya Kenya PROPN NNP nsubj 1
recalls recall VERB VBZ ROOT 1
pacts pact NOUN NNS dobj 1
and and CCONJ CC cc 2
thanks thank NOUN NNS compound 5
Norway Norway PROPN NNP conj 2 Country
"""

TITLED_SUBJECT = """
The the DET DT det 2
runner runner NOUN NN compound 2
Berg Berg PROPN NNP nsubj 3 PERSON
won win VERB VBD ROOT 3
"""

TWO_SUBJECTS = """
Soup soup NOUN NN nsubj 6
tasted taste VERB VBN acl 0
of of ADP IN prep 1
onions onion NOUN NNS pobj 2
and and CCONJ CC cc 0
we we PRON PRP nsubj 6
left leave VERB VBD ROOT 6
"""

PARTICIPLE = """
When when SCONJ WRB advmod 2
rivers river NOUN NNS nsubj 2
rose rise VERB VBD advcl 8
, , PUNCT , punct 8
flooding flood VERB VBG advcl 8
ports port NOUN NNS dobj 4
, , PUNCT , punct 8
ferries ferry NOUN NNS nsubj 8
sank sink VERB VBD ROOT 8
"""

PART = """
It it PRON PRP nsubj 1
cites cite VERB VBZ ROOT 1
paragraphs paragraph VERB VBZ xcomp 1
8 8 NUM CD dobj 2
"""


def run_all(words):
    """What each mend changes when all are run in their order: its name, and whether its marks were there."""
    mended = list(words)
    for mend in REPAIRS:
        before = list(mended)
        mended = mend(mended)
        if mended != before:
            marks = marks_of(before)
            yield mend.__name__, not any(marks.isdisjoint(need) for need in NEEDS.get(mend, ()))


def tables():
    """The hand-made parses of the tests of mends."""
    tried = [vars(module) for module in (test_repair, test_repair_lists)]
    found = [table for names in (*tried, globals()) for name, table in names.items() if name.isupper()]
    return [make_words(table) for table in found if isinstance(table, str)]


def texts():
    """The examples, the sentences of the tests of rows, and those above."""
    tests = (test for module in ROWS for test in vars(module).values() if hasattr(test, "pytestmark"))
    cases = (case for test in tests for mark in test.pytestmark if mark.name == "parametrize" for case in mark.args[1])
    return [*(e["text"] for e in EXAMPLES), *(case[0] if isinstance(case, tuple) else case for case in cases), *MORE]


@pytest.fixture(scope="module")
def parses():
    """The sentences of the texts as the model parses them."""
    found = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("graph.extract.repair.repair", lambda words: found.append(words) or tuple(words))
        for _ in parse(load_model(), map(make_text, texts()), load_gazetteer()):
            pass
    return found


@pytest.mark.parametrize("words", tables())
def test_a_mend_of_a_handmade_parse_has_its_marks_there(words):
    assert [name for name, marked in run_all(words) if not marked] == []


@pytest.mark.model
def test_a_mend_has_its_marks_there(parses):
    assert {name for words in parses for name, marked in run_all(words) if not marked} == set()


@pytest.mark.model
def test_every_mend_changes_one_of_these_sentences(parses):
    changing = {name for words in (*parses, *tables()) for name, _ in run_all(words)}

    assert [mend.__name__ for mend in REPAIRS if mend.__name__ not in changing] == []


@pytest.mark.model
def test_a_sentence_is_mended_as_if_all_mends_ran(parses, monkeypatch):
    words = [*parses, *tables()]
    mended = [repair(w) for w in words]
    monkeypatch.setattr("graph.extract.repair.NEEDS", {})

    assert mended == [repair(w) for w in words]
