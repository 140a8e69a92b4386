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
                ("tax", "not: does not apply to", "sale of wine by monks"),
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
            "The attacks carried out by rebels against aid workers in Darfur continued.",
            [
                ("attacks carried out by rebels against aid workers in Darfur", "continued", ""),
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
            [("city", "was rebuilt", ""), ("plans", "drawn up by", "Ana Silva")],
        ),
        (
            "The senator, a Democrat, praised Biden.",
            [
                ("senator", "praised", "Biden"),
                ("senator", "is", "Democrat"),
            ],
        ),
        (
            "Mary Holm, its director, sold the firm.",
            [
                ("Mary Holm", "sold", "firm"),
                ("Mary Holm", "is", "its director"),
            ],
        ),
        (
            "The owners, two brothers, left Rome.",
            [
                ("owners", "left", "Rome"),
                ("owners", "is", "two brothers"),
            ],
        ),
        (
            "Three men were arrested when police raided a flat.",
            [
                ("Three men", "were arrested when", "police raided a flat"),
                ("police", "raided", "flat"),
            ],
        ),
        (
            "They invaded northern Syria.",
            [
                ("They", "invaded", "northern Syria"),
            ],
        ),
        (
            "Anna Holm (1871-1940) was a painter.",
            [
                ("Anna Holm", "was", "painter"),
                ("Anna Holm", "born in", "1871"),
                ("Anna Holm", "died in", "1940"),
            ],
        ),
        (
            "He met the man who found the boy and who called the police.",
            [
                ("He", "met", "man"),
                ("man", "found", "boy"),
                ("man", "called", "police"),
            ],
        ),
        (
            "Reiss wrote in the Tribune that he should resign.",
            [("Reiss", "wrote in", "Tribune"), ("Reiss", "wrote", "he should resign"), ("he", "should resign", "")],
        ),
        (
            "They expelled two diplomats for spying.",
            [
                ("They", "expelled", "two diplomats"),
                ("They", "expelled diplomats for", "spying"),
            ],
        ),
        (
            "He bought bread and, later, a boat.",
            [
                ("He", "bought", "bread"),
                ("He", "bought", "boat"),
            ],
        ),
        (
            "He bought bread and, in 1990, a boat.",
            [
                ("He", "bought", "bread"),
                ("He", "bought", "boat"),
                ("He", "bought bread in", "1990"),
            ],
        ),
        (
            "It was led by a man who fired workers, sold the looms and burned the barns.",
            [
                ("It", "was led by", "man"),
                ("man", "fired", "workers"),
                ("man", "sold", "looms"),
                ("man", "burned", "barns"),
            ],
        ),
        (
            "The rebels' spokesman, Yaw Dube, met Ann Berg.",
            [("Yaw Dube", "met", "Ann Berg"), ("Yaw Dube", "is spokesman of", "rebels")],
        ),
    ],
)
def test_what_is_told_is_told_of_its_own_word(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
