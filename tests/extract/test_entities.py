from dataclasses import replace

import pytest

from graph.extract.entities import entity_id, link_entities
from graph.extract.gazetteer import load_gazetteer
from graph.extract.spelling import clean, fold
from graph.model import Entity, EntityType, Mention, Merge, Span


def mention(name, kind=EntityType.CONCEPT, *, text=None, found_by="head"):
    span = Span(document="d", start=0, end=1)
    return Mention(span=span, text=text or name, name=name, type=kind, found_by=found_by)


def link(*mentions, acronyms=None):
    return link_entities(mentions, load_gazetteer(), acronyms=acronyms or {})


AGREEMENT = EntityType.AGREEMENT


@pytest.mark.parametrize(
    ("mentions", "acronyms", "entity"),
    [
        (
            [mention("Group of Friends of the GOI"), mention("Group of Friends of the Global Ocean Initiative")],
            {"GOI": "Global Ocean Initiative"},
            Entity(
                id="group-of-friends-of-the-global-ocean-initiative",
                type=EntityType.CONCEPT,
                label="Group of Friends of the Global Ocean Initiative",
                aliases=("Group of Friends of the GOI",),
                merged_because=(Merge(alias="Group of Friends of the GOI", reason="acronym in the name written out"),),
            ),
        ),
        (
            [mention("Declaration of Lima", AGREEMENT), mention("Lima Declaration", AGREEMENT)],
            {},
            Entity(
                id="declaration-of-lima",
                type=AGREEMENT,
                label="Declaration of Lima",
                aliases=("Lima Declaration",),
                merged_because=(Merge(alias="Lima Declaration", reason="same words in another order"),),
            ),
        ),
        (
            [mention("Chile-Peru cultural ties", found_by="pair"), mention("Peru–Chile ties", found_by="pair")],
            {},
            Entity(
                id="chile-peru-cultural-ties",
                type=EntityType.CONCEPT,
                label="Chile-Peru cultural ties",
                aliases=("Peru–Chile ties",),
                merged_because=(
                    Merge(alias="Peru–Chile ties", reason="same pair of actors and same noun for what they share"),
                ),
            ),
        ),
        (
            [mention("United Nations", EntityType.ORGANIZATION, text="U.N.", found_by="gazetteer")],
            {},
            Entity(
                id="united-nations",
                type=EntityType.ORGANIZATION,
                label="United Nations",
                aliases=("U.N.",),
                same_as=("http://www.wikidata.org/entity/Q1065",),
                merged_because=(Merge(alias="U.N.", reason="listed in the gazetteer"),),
            ),
        ),
        (
            [
                mention("Ana Silva", EntityType.PERSON, text="Minister Ana Silva", found_by="title"),
                mention("Ana Silva", EntityType.PERSON, text="Silva", found_by="person"),
            ],
            {},
            Entity(
                id="ana-silva",
                type=EntityType.PERSON,
                label="Ana Silva",
                aliases=("Minister Ana Silva", "Silva"),
                merged_because=(
                    Merge(alias="Minister Ana Silva", reason="name with title"),
                    Merge(alias="Silva", reason="surname of a person named in full"),
                ),
            ),
        ),
        (
            [
                mention("rule of law", found_by="term"),
                mention("rule of law of the sea", found_by="term"),
            ],
            {},
            Entity(
                id="rule-of-law-of-the-sea",
                type=EntityType.CONCEPT,
                label="rule of law of the sea",
                aliases=("rule of law",),
                merged_because=(
                    Merge(alias="rule of law", reason="short form of the only longer term that begins so"),
                ),
            ),
        ),
    ],
    ids=["acronym", "other order", "pair", "gazetteer", "title", "short form"],
)
def test_names_of_one_thing_are_one_entity_with_the_reason(mentions, acronyms, entity):
    assert link(*mentions, acronyms=acronyms) == {m.name: entity for m in mentions}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lima Declaration", "Lima Declaration on Trade"),
        ("Lima Declaration", "Lima Convention"),
        ("Arctic Council", "Andes Council"),
        ("Norway", "Norway Fund"),
        ("Resolution 1325 (2000)", "Resolution 1826 (2008)"),
        ("9th Summit of the Arctic Council", "10th Summit of the Arctic Council"),
    ],
)
def test_names_that_share_a_word_are_two_entities(first, second):
    linked = link(mention(first), mention(second))
    assert {name: entity.label for name, entity in linked.items()} == {first: first, second: second}


@pytest.mark.parametrize(
    ("first", "second"), [("Chile-Peru trade", "Chile-Norway trade"), ("Chile-Peru trade", "Chile-Peru border")]
)
def test_other_pairs_and_what_else_they_share_are_two_entities(first, second):
    linked = link(mention(first, found_by="pair"), mention(second, found_by="pair"))
    assert {name: entity.label for name, entity in linked.items()} == {first: first, second: second}


def test_a_surname_and_a_place_of_the_same_word_are_two_entities():
    linked = link(
        mention("Ana Jordan", EntityType.PERSON, found_by="title"),
        mention("Jordan", EntityType.COUNTRY, found_by="gazetteer"),
    )
    assert [linked[name].type for name in ("Ana Jordan", "Jordan")] == [EntityType.PERSON, EntityType.COUNTRY]


def test_a_short_term_that_begins_two_longer_ones_stays_itself():
    names = ["rule of law", "rule of law of the sea", "rule of law in trade"]
    linked = link(*(mention(name, found_by="term") for name in names))
    assert {name: entity.label for name, entity in linked.items()} == {name: name for name in names}


def test_a_common_phrase_is_not_merged_with_a_longer_one_that_begins_so():
    names = ["trade in goods", "trade in goods with Peru"]
    linked = link(*(mention(name, found_by="phrase") for name in names))
    assert {name: entity.label for name, entity in linked.items()} == {name: name for name in names}


def test_a_term_is_not_merged_with_a_compound_that_begins_so():
    names = ["bank of Peru", "bank of Peru building"]
    linked = link(*(mention(name, found_by="phrase") for name in names))
    assert {name: entity.label for name, entity in linked.items()} == {name: name for name in names}


def test_the_type_of_an_entity_is_the_one_most_mentions_have():
    kinds = [EntityType.PLACE, EntityType.ORGANIZATION, EntityType.ORGANIZATION]
    linked = link(*(mention("Oslo Forum", kind) for kind in kinds))
    assert linked["Oslo Forum"].type is EntityType.ORGANIZATION


def test_two_entities_never_share_an_id():
    linked = link(
        mention("Bank of Lima", EntityType.ORGANIZATION),
        mention("bank of Lima", found_by="phrase"),
    )
    entities = {id(entity): entity for entity in linked.values()}.values()
    assert len({entity.id for entity in entities}) == len(entities)


def test_one_name_found_in_two_ways_is_one_entity_in_either_order():
    mentions = [mention("Bank of Lima", EntityType.ORGANIZATION), mention("Bank of Lima", found_by="phrase")]
    assert link(*mentions) == link(*reversed(mentions))


@pytest.mark.parametrize("preposition", ["against", "with", "between"])
def test_names_that_differ_in_a_telling_preposition_are_two_entities(preposition):
    names = ["Summit for Peru", f"Summit {preposition} Peru"]
    linked = link(*(mention(name, EntityType.EVENT) for name in names))
    assert {name: entity.label for name, entity in linked.items()} == {name: name for name in names}


def test_entities_do_not_hang_on_the_order_of_the_mentions():
    mentions = [
        mention("Declaration of Lima", AGREEMENT),
        mention("Lima Declaration", AGREEMENT),
        mention("United Nations", EntityType.ORGANIZATION, text="U.N.", found_by="gazetteer"),
        mention("rule of law", found_by="term"),
        mention("rule of law of the sea", found_by="term"),
    ]
    assert link(*mentions) == link(*reversed(mentions))


@pytest.mark.parametrize(
    ("label", "identifier"),
    [
        ("Norway", "norway"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("U.S.-Iraq relations", "u-s-iraq-relations"),
        ("Resolution 1325 (2000)", "resolution-1325-2000"),
        ("Türkiye", "turkiye"),
    ],
)
def test_an_id_is_made_of_the_label(label, identifier):
    assert entity_id(label) == identifier


@pytest.mark.parametrize("label", ["中国", "Россия", "الأردن", "日本 Fund", "+++", "x" * 200, "Łódź Council"])
def test_an_id_of_lost_letters_is_safe_in_a_path_and_holds_a_hash(label):
    identifier = entity_id(label)
    assert set(identifier) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 8 <= len(identifier) <= 81


def test_labels_in_other_scripts_have_ids_of_their_own():
    labels = ["中国", "日本", "Россия", "中国 Fund", "日本 Fund", "x" * 100, "x" * 101]
    assert len({entity_id(label) for label in labels}) == len(labels)


def test_an_id_is_the_same_every_time():
    assert entity_id("中国") == entity_id("中国")


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Lima Declaration", "lima declaration"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("an All‑Weather Pact", "all weather pact"),
        ("Andes", "andes"),
    ],
)
def test_case_accents_articles_and_marks_do_not_tell_names_apart(name, folded):
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("Global Ocean\n  Initiative (GOI)", "Global Ocean Initiative"),
        ("Andes Action Plan", "Andes Action Plan"),
    ],
)
def test_an_alias_is_one_line_without_its_acronym(written, line):
    assert clean(written) == line


def test_a_number_in_letters_and_in_digits_is_the_same():
    one, other = (mention(name, found_by="phrase") for name in ("five blue boats", "5 blue boats"))
    assert link(one, other)["five blue boats"] == link(one, other)["5 blue boats"]


def test_named_things_of_the_same_pair_stay_apart():
    names = ("Chile-Peru Forest Initiative", "Chile-Peru Harbour Initiative", "Chile-Peru initiatives")
    linked = link(*(mention(name, EntityType.INITIATIVE, found_by="pair") for name in names))
    assert [linked[name].label for name in names] == list(names)


@pytest.mark.parametrize("text", ["our fleet", "my fleet", "two leaders", "it"])
def test_words_that_only_point_are_no_other_name(text):
    found_by = "pronoun" if text in ("two leaders", "it") else "named phrase"
    (entity,) = link(mention("Norway's fleet", text=text, found_by=found_by)).values()

    assert entity.aliases == ()


def test_a_name_without_its_clause_is_another_name_with_the_reason():
    whole = replace(mention("plan that supports Peru", found_by="named phrase"), short="plan")
    (entity,) = link(whole).values()

    assert (entity.label, entity.aliases) == ("plan that supports Peru", ("plan",))
    assert entity.merged_because[0].reason == "without the clause that tells which one is meant"
