import shutil
from pathlib import Path

import pytest

from graph.errors import RuleError
from graph.extract import rules
from graph.extract.cues import cues
from graph.extract.gazetteer import Entry, load_gazetteer, plain, split_list, unaccented
from graph.extract.rules import read_csv, read_toml
from graph.model import EntityType


@pytest.fixture
def data(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    shutil.copytree(Path(rules.__file__).parent / "data", folder)
    monkeypatch.setattr(rules, "DATA", folder)
    load_gazetteer.cache_clear()
    cues.cache_clear()
    yield folder
    load_gazetteer.cache_clear()
    cues.cache_clear()


@pytest.mark.parametrize(
    ("name", "label", "kind"),
    [
        ("China", "China", EntityType.COUNTRY),
        ("U.S.", "United States", EntityType.COUNTRY),
        ("America", "United States", EntityType.COUNTRY),
        ("Russian Federation", "Russia", EntityType.COUNTRY),
        ("Viet Nam", "Vietnam", EntityType.COUNTRY),
        ("Cote d'Ivoire", "Côte d'Ivoire", EntityType.COUNTRY),
        ("UN", "United Nations", EntityType.ORGANIZATION),
        ("General Assembly", "United Nations General Assembly", EntityType.ORGANIZATION),
        ("ASEAN", "Association of Southeast Asian Nations", EntityType.ORGANIZATION),
        ("BRI", "Belt and Road Initiative", EntityType.INITIATIVE),
        ("Middle East", "Middle East", EntityType.REGION),
        ("Gaza Strip", "Gaza", EntityType.PLACE),
    ],
)
def test_a_name_stands_for_its_entry(name, label, kind):
    entry = load_gazetteer().names[name]
    assert (entry.name, entry.type) == (label, kind)


@pytest.mark.parametrize(
    ("name", "today"),
    [("Turkey", "Türkiye"), ("Swaziland", "Eswatini"), ("Cape Verde", "Cabo Verde"), ("Burma", "Myanmar")],
)
def test_a_curated_name_wins_over_the_one_of_the_package(name, today):
    assert load_gazetteer().names[name].name == today


@pytest.mark.parametrize(
    ("adjective", "label"),
    [
        ("Chinese", "China"),
        ("Dutch", "Netherlands"),
        ("Argentine", "Argentina"),
        ("Nigerien", "Niger"),
        ("Nigerian", "Nigeria"),
        ("African", "Africa"),
        ("Central Asian", "Central Asia"),
        ("Palestinian", "Palestine"),
    ],
)
def test_a_demonym_stands_for_its_country_or_region(adjective, label):
    assert load_gazetteer().demonyms[adjective].name == label


@pytest.mark.parametrize("word", ["IS", "IT", "AND", "NO", "chinese", "Turkish"])
def test_a_word_that_is_no_name_is_not_known(word):
    assert word not in load_gazetteer().names


def test_indian_means_india():
    assert load_gazetteer().demonyms["Indian"].name == "India"


def test_a_demonym_that_two_countries_share_stands_for_neither():
    assert {"Dominican", "Congolese"} & set(load_gazetteer().demonyms) == set()


def test_a_country_has_its_wikidata_item_and_its_code():
    entry = load_gazetteer().names["Norway"]
    assert (entry.same_as, entry.country) == (("http://www.wikidata.org/entity/Q20",), "NO")


def test_an_institution_of_one_country_names_it():
    assert load_gazetteer().names["White House"] == Entry(
        name="White House",
        type=EntityType.ORGANIZATION,
        aliases=("the White House",),
        same_as=("http://www.wikidata.org/entity/Q35525",),
        country="US",
    )


@pytest.mark.parametrize(
    ("text", "form"),
    [("Côte d’Ivoire", "Côte d'Ivoire"), ("Peru–Chile", "Peru-Chile"), (" all‑weather ", "all-weather")],
)
def test_a_name_is_looked_up_with_plain_marks(text, form):
    assert plain(text) == form


def test_diacritics_can_be_left_out():
    assert unaccented("São Tomé, Türkiye, Côte") == "Sao Tome, Turkiye, Cote"


def test_a_cell_holds_several_names():
    assert split_list("UN | U.N.||") == ("UN", "U.N.")


def test_an_entry_that_is_added_is_known(data):
    path = data / "gazetteer.csv"
    path.write_text(path.read_text(encoding="utf-8") + "Andes Bank,Organization,,PE,AnB\n", encoding="utf-8")
    assert load_gazetteer().names["AnB"] == Entry(
        name="Andes Bank", type=EntityType.ORGANIZATION, aliases=("AnB",), country="PE"
    )


def test_a_curated_row_overrides_what_the_package_says(data):
    path = data / "gazetteer.csv"
    path.write_text(path.read_text(encoding="utf-8") + "Georgia,Place,Q1428,US,\n", encoding="utf-8")
    assert load_gazetteer().names["Georgia"].same_as == ("http://www.wikidata.org/entity/Q1428",)


def test_an_unknown_type_is_named_with_file_and_line(data):
    (data / "gazetteer.csv").write_text("# names\nname,type,wikidata,country,aliases\nPeru Bank,Bank,,,\n", "utf-8")
    with pytest.raises(RuleError, match=r"^gazetteer\.csv, line 3: unknown type 'Bank'; use one of Country, "):
        load_gazetteer()


@pytest.mark.parametrize("row", ["Peru Bank,Organization,,", "Peru Bank,Organization,,,,"])
def test_a_row_with_another_number_of_fields_is_named_with_file_and_line(data, row):
    (data / "gazetteer.csv").write_text(f"name,type,wikidata,country,aliases\n\n# a note\n{row}\n", "utf-8")
    with pytest.raises(RuleError, match=r"^gazetteer\.csv, line 4: has another number of fields"):
        list(read_csv("gazetteer.csv"))


def test_a_demonym_of_something_unknown_is_named(data):
    path = data / "heads.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'Atlantean = "Atlantis"\n', encoding="utf-8")
    with pytest.raises(RuleError, match=r"^heads\.toml, demonyms\.Atlantean: 'Atlantis' is not in the gazetteer"):
        load_gazetteer()


def test_a_file_that_is_no_toml_is_named_with_its_line(data):
    (data / "heads.toml").write_text("[Organization]\nheads = Summit\n", "utf-8")
    with pytest.raises(RuleError, match=r"^heads\.toml: not valid TOML: .*line 2"):
        read_toml("heads.toml")


def test_a_predicate_of_two_relations_is_named_with_both(data):
    (data / "relations.toml").write_text('signed = ["sign"]\njoined = ["join", "sign"]\n', "utf-8")
    with pytest.raises(RuleError, match=r"^relations\.toml, joined: 'sign' expresses signed already; keep one$"):
        cues()


def test_every_head_noun_has_a_type():
    heads = load_gazetteer().heads
    assert [heads[noun].type for noun in ("Ministry", "Summit", "Convention", "Corridor", "Strait")] == [
        EntityType.ORGANIZATION,
        EntityType.EVENT,
        EntityType.AGREEMENT,
        EntityType.INITIATIVE,
        EntityType.PLACE,
    ]


@pytest.mark.parametrize("adjective", ["Thai", "Togolese", "Montenegrin"])
def test_an_adjective_that_a_package_gives_as_a_name_is_no_name(adjective):
    gazetteer = load_gazetteer()

    assert adjective in gazetteer.demonyms
    assert adjective not in gazetteer.names
