"""Open rows of what "and", "not" and "rather than" join, and of grounds and links between clauses."""

import pytest

from graph.corpus.read import make_lines
from graph.extract.rows import read_open

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The UN accused the junta of blocking aid convoys and burning villages in Rakhine.",
            [
                ("UN", "accused", "junta"),
                ("UN", "accused junta of", "blocking aid convoys and burning villages in Rakhine"),
                ("junta", "blocking", "aid convoys"),
                ("junta", "blocking convoys in", "Rakhine"),
                ("junta", "burning", "villages"),
            ],
        ),
        (
            "Managers were criticised for ignoring reports and hiding data.",
            [
                ("Managers", "were criticised for", "ignoring reports and hiding data"),
                ("Managers", "ignoring", "reports and hiding data"),
            ],
        ),
        (
            "The firm sells tea, not coffee.",
            [
                ("firm", "sells", "tea"),
            ],
        ),
        (
            "The beetles navigate by polarised moonlight rather than by smell.",
            [("beetles", "navigate by", "polarised moonlight")],
        ),
        (
            "The regulator fined six lenders for violating currency rules.",
            [
                ("regulator", "fined", "six lenders"),
                ("regulator", "fined lenders for", "violating currency rules"),
                ("six lenders", "violating", "currency rules"),
            ],
        ),
        (
            "He decided to retire and open a training camp in Iten.",
            [
                ("He", "decided to open", "training camp"),
                ("He", "decided to open camp in", "Iten"),
            ],
        ),
        (
            "The rebels attacked the town, forcing thousands of residents to flee to Uganda.",
            [
                ("rebels", "attacked", "town"),
                ("rebels", "forcing", "thousands of residents"),
                ("thousands of residents", "to flee to", "Uganda"),
            ],
        ),
        (
            "The storm forced hundreds of families to flee to Chad.",
            [
                ("storm", "forced", "hundreds of families"),
                ("hundreds of families", "to flee to", "Chad"),
            ],
        ),
        (
            "Five men were arrested by police in Minsk.",
            [
                ("Five men", "were arrested in", "Minsk"),
                ("Five men", "were arrested by", "police in Minsk"),
            ],
        ),
        (
            "The talks broke down after the rebels kidnapped a senator.",
            [
                ("talks", "broke down after", "the rebels kidnapped a senator"),
                ("rebels", "kidnapped", "senator"),
            ],
        ),
        (
            "The burrowing owl is active during the day and nests in tunnels.",
            [
                ("burrowing owl", "is", "active"),
                ("burrowing owl", "is during", "day"),
                ("burrowing owl", "nests in", "tunnels"),
            ],
        ),
        (
            "The town has a population of about 9,000 and lies on the western shore of Lake Orsa.",
            [
                ("town", "has", "population of about 9,000"),
                ("town", "lies on", "western shore of Lake Orsa"),
            ],
        ),
        (
            "The abbey attracts visitors from all over Poland, who often stay in a nearby monastery.",
            [
                ("abbey", "attracts", "visitors"),
                ("visitors", "stay in", "nearby monastery"),
            ],
        ),
        (
            "The satellite will help scientists measure the ice.",
            [
                ("satellite", "will help", "scientists"),
                ("scientists", "measure", "ice"),
            ],
        ),
        (
            "Defence Secretary Paul Harlow praised the marines.",
            [
                ("Defence Secretary Paul Harlow", "praised", "marines"),
                ("Paul Harlow", "is", "defence secretary"),
            ],
        ),
        (
            "The building was used as a granary, a prison and finally a school.",
            [
                ("building", "was used as", "granary"),
                ("building", "was used as", "prison"),
                ("building", "was used as", "school"),
            ],
        ),
    ],
)
def test_what_is_joined_is_read_apart(text, expected):
    rows = [row for _, row in read_open(make_lines(text.encode(), name="lines.txt"))]
    denied = ["not: " if row["polarity"] == "negated" else "" for row in rows]

    told = [(row["subject"], no + row["relation"], row["object"]) for no, row in zip(denied, rows, strict=True)]

    assert told == expected
