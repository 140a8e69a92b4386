"""Rules and names of a user's own, laid over the package's."""

import pytest

from graph.errors import RuleError
from graph.extract.cues import cues
from graph.extract.gazetteer import load_gazetteer
from graph.extract.rules import use_files
from graph.extract.words import words
from graph.model import EntityType


@pytest.fixture(autouse=True)
def own_files_afterwards():
    yield
    use_files()


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def rules(tmp_path):
    return lambda text: write(tmp_path / "rules.toml", text)


@pytest.fixture
def names(tmp_path):
    return lambda text: write(tmp_path / "names.csv", text)


@pytest.mark.model
def test_rules_and_names_of_another_field_are_read(rules, names, read):
    own = rules("""
[relations]
fined = ["impose fine on"]
[cues.nominal]
takeover = { verb = "take over", prepositions = ["of"] }
[heads.Organization]
heads = ["Brewery"]
[words]
titles = ["Brewmaster"]
""")
    known = names("name,type,wikidata,country,aliases\nBeer Board,Organization,,,the Board of Beer|BB\n")

    use_files(rules=[own], gazetteers=[known])
    reading = read(
        "Brewmaster Jonas Holt visited Norway. BB imposed a fine on the Blue Lake Brewery.\n\n"
        "Norway welcomed BB's takeover of the Blue Lake Brewery."
    )

    assert [(c.subject, c.relation, c.object) for c in reading.claims][:2] == [
        ("jonas-holt", "visited", "norway"),
        ("beer-board", "fined", "blue-lake-brewery"),
    ]
    assert ("beer-board", "take over", "blue-lake-brewery") in {
        (c.subject, c.relation, c.object) for c in reading.claims
    }
    assert {e.id: e.type for e in reading.entities}["blue-lake-brewery"] is EntityType.ORGANIZATION


def test_a_user_s_row_wins_over_the_package_s(names):
    use_files(gazetteers=[names("name,type,wikidata,country,aliases\nGeorgia,Place,Q1428,,Peach State\n")])

    assert load_gazetteer().names["Georgia"].type is EntityType.PLACE
    assert load_gazetteer().names["Peach State"].name == "Georgia"


def test_without_files_the_package_s_own_are_back(rules, names):
    use_files(
        rules=[rules('[words]\ntitles = ["Brewmaster"]\n[cues.nouns]\ngroups = ["guild"]\n')],
        gazetteers=[names("name,type,wikidata,country,aliases\nBeer Board,Organization,,,\n")],
    )
    assert ("Brewmaster" in words().titles, "guild" in cues()["nouns.groups"]) == (True, True)

    use_files()

    assert ("Brewmaster" in words().titles, "guild" in cues()["nouns.groups"]) == (False, False)
    assert "Beer Board" not in load_gazetteer().names


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[relations\n", "not valid TOML: Expected ']' at the end of a table declaration (at line 1"),
        ("\n[relation]\nfined = []\n", "line 2: unknown table 'relation'; use relations, cues, heads, words"),
        ("[cues.nouns]\n\ngruops = ['guild']\n", "line 3: unknown key 'gruops' in cues.nouns; it has light, "),
        ("[relations]\n# fined\nfined = 'impose fine on'\n", "line 3: relations.fined must be a list of words"),
        ("[relations]\nfined = [3]\n", "line 2: relations.fined must be a list of words"),
        ("[heads.Planet]\nheads = ['Orb']\n", "line 1: unknown key 'Planet' in heads; it has Organization, Event, "),
        ("[cues]\nnouns = ['guild']\n", "line 2: cues.nouns must be a table"),
        ("[cues.nominal]\ntakeover = { verb = 3, prepositions = ['of'] }\n", "verb must be a text"),
        ("[relations]\ngreeted = ['greet', 'meet']\n", "line 2: 'meet' expresses met already; keep one"),
        ("[relations]\na = ['greet']\nb = ['greet']\n", "line 3: 'greet' expresses a already; keep one"),
    ],
)
def test_a_wrong_rule_is_told_with_file_and_line(rules, text, message):
    path = rules(text)
    with pytest.raises(RuleError) as told:
        use_files(rules=[path])
    assert str(told.value).startswith(str(path))
    assert message in str(told.value)


def test_a_wrong_rules_file_leaves_those_in_use(rules, tmp_path):
    use_files(rules=[rules('[words]\ntitles = ["Brewmaster"]\n')])
    with pytest.raises(RuleError):
        use_files(rules=[write(tmp_path / "wrong.toml", "[word]\n")])
    assert "Brewmaster" in words().titles


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,kind\nBeer Board,Organization\n", "the first line is not name,type,wikidata,country,aliases"),
        ("name,type,wikidata,country,aliases\n# ours\nBeer Board,Guild,,,\n", "line 3: unknown type 'Guild'; use one"),
        ("name,type,wikidata,country,aliases\nBeer Board,Group\n", "line 2: has another number of fields"),
        ("name,type,wikidata,country,aliases\n ,Group,,,\n", "line 2: has no name"),
    ],
)
def test_a_wrong_name_is_told_with_file_and_line(names, text, message):
    path = names(text)
    use_files(gazetteers=[path])
    with pytest.raises(RuleError) as told:
        load_gazetteer()
    assert str(told.value).startswith(str(path))
    assert message in str(told.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(RuleError, match=r"none\.toml: cannot be read \(No such file or directory\)"):
        use_files(rules=[tmp_path / "none.toml"])
