import tomllib
from pathlib import Path

import pytest

from graph.extract.arguments import Argument
from graph.extract.frames import Frame
from graph.extract.reciprocals import emit_reciprocal
from graph.model import EntityType, Mention, Span
from tests.extract.conftest import show

EXAMPLES = tomllib.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))["example"]


@pytest.mark.model
@pytest.mark.parametrize("example", EXAMPLES, ids=[e["phenomenon"] for e in EXAMPLES])
def test_each_example_makes_exactly_its_claims(example, extract):
    told = [e for e in extract(example["text"], voice=example.get("voice")) if e.rule != "inside"]

    assert sorted(show(e) for e in told) == sorted(example["claims"])


@pytest.mark.model
@pytest.mark.parametrize("turn", range(3))
def test_an_example_cut_anywhere_can_be_read(turn, extract):
    cut = []
    for number, example in enumerate(EXAMPLES):
        words = example["text"].split(" ")
        cut.append(" ".join(words[: 1 + (number * 7 + turn * 5) % len(words)]))

    assert extract("\n\n".join(cut))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The reach of the Lima Treaty depends on Norway.", ["reach of the Lima Treaty | concerns | Lima Treaty"]),
        ("Chile welcomed the decision by Norway to act.", []),
        ("Norway gave Chile 2 million US dollars in July.", []),
        ("The farmers of Peru visited Norway.", ["farmers of Peru | belongsTo | Peru"]),
        ("Norway visited Kenya's neighbouring countries.", []),
        ("Norway awaits the orders of the Lima Court.", []),
        ("Norway welcomed peace between Chad and Mali.", []),
        (
            "The third session of the Andes Council thanked Norway.",
            ["third session of the Andes Council | belongsTo | Andes Council"],
        ),
        ("Norway visited Peru.", []),
        ("Norway welcomed the goals of the Lima Treaty.", []),  # told already: "welcomed goals of the Lima Treaty"
    ],
)
def test_a_phrase_concerns_what_it_is_about(text, claims, extract):
    assert [show(e) for e in extract(text) if e.rule == "inside"] == claims


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("We must end hunger.", ["international community | end | hunger | proposed"]),
        ("We need to end hunger.", ["international community | need to end | hunger | proposed"]),
        ("We have to fund our schools.", ["Norway | have to fund | Norway's schools | proposed"]),
        ("We must thank Kenya.", ["Norway | thanked | Kenya"]),
        (
            "We have the tools to end hunger.",
            [
                "international community | have | tools to end hunger",
                "international community | have tool to end | hunger | planned",
            ],
        ),
        ("We have schools in Kenya.", ["Norway | have | schools in Kenya", "Norway | have school in | Kenya"]),
        ("Kenya strengthened our shared security.", ["Kenya | strengthens | shared security"]),
        ("Kenya strengthened our fragile global order.", ["Kenya | strengthens | fragile global order"]),
        ("Kenya strengthened our security.", ["Kenya | strengthens | Norway's security"]),
        ("We signed the Lima Treaty.", ["Norway | signed | Lima Treaty"]),
        ("We adopted the Lima Treaty.", ["international community | adopted | Lima Treaty"]),
        ("We need an end to hunger.", ["international community | need | end to hunger"]),
        ("We need the support of Kenya.", ["Norway | need support of | Kenya"]),
        ("It is vital that we end hunger.", ["international community | end | hunger | proposed"]),
        (
            "We are witnessing an attack on Kenya.",
            [
                "international community | witness | attack on Kenya",
                "international community | witness attack on | Kenya",
            ],
        ),
        ("We agreed on the Lima Treaty.", ["international community | agree on | Lima Treaty"]),
        ("As a human family, we support Kenya.", []),
        ("Otherwise we attack Kenya.", []),
        ("The drought in Kenya reminds us of the war in Mali.", []),
        (
            "The Lima Declaration, which we adopted, ended hunger.",
            [
                "Lima Declaration | end | hunger",
                "international community | adopted | Lima Declaration",
            ],
        ),
    ],
)
def test_we_in_an_assembly_are_all_where_all_are_to_act(text, claims, extract):
    told = extract(f"Mr. President, the United Nations are in session. {text}", voice="Norway")
    assert [show(e) for e in told if e.rule != "inside"] == claims


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("We support the Ocean Health Initiative.", ["Norway | supports | Ocean Health Initiative"]),
        ("We would like to thank Kenya.", ["Norway | thanked | Kenya"]),
        ("We take this opportunity to thank Kenya.", ["Norway | thanked | Kenya"]),
        ("We must reiterate our support for Kenya.", ["Norway | supports | Kenya"]),
        ("We all support Kenya.", []),
        ("We support our governments.", []),
        ("All of us support Kenya.", []),
        ("We want to thank Kenya.", ["Norway | thanked | Kenya"]),
        ("Let us visit Kenya.", []),
        ("We support our partners.", ["Norway | supports | Norway's partners"]),
        ("My delegation supports the Lima Declaration.", ["Norway | supports | Lima Declaration"]),
        ("Kenya praised our country's farmers.", ["Kenya | praised | Norway's farmers"]),
    ],
)
def test_we_is_whom_the_document_speaks_for(text, claims, extract):
    assert [show(e) for e in extract(text, voice="Norway")] == claims


@pytest.mark.model
def test_a_bar_before_a_verb_is_the_scanned_first_person(read):
    reading = read("---\nauthor: Ana Silva\n---\n\n| support Kenya. | Norway | Peru |", name="note.md")

    assert [(c.subject, c.relation, c.object) for c in reading.claims] == [("ana-silva", "supports", "kenya")]


@pytest.mark.model
def test_without_a_voice_we_makes_no_claim(extract):
    assert extract("We support the Ocean Health Initiative.") == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norway stopped Kenya from joining the African Union.", "Kenya | joined | African Union"),
        ("Norway prevented Kenya from joining the African Union.", "Kenya | joined | African Union"),
        (
            "Norway abandoned the Lima Declaration instead of supporting the African Union.",
            "Norway | supports | African Union",
        ),
        ("Norway denied that Kenya signed the Lima Declaration.", "Kenya | signed | Lima Declaration"),
        ("Norway doubts that Kenya signed the Lima Declaration.", "Kenya | signed | Lima Declaration"),
        ("Norway withdrew its support for the African Union.", "Norway | supports | African Union"),
        ("Whether Norway joins the African Union is open.", "Norway | joined | African Union"),
        ("Had Norway signed the Lima Declaration, Kenya would join it.", "Norway | signed | Lima Declaration"),
        ("Norway is committed to joining the African Union.", "Norway | joined | African Union"),
        ("It is vital that Norway supports the African Union.", "Norway | supports | African Union"),
    ],
)
def test_what_a_text_denies_or_leaves_open_is_not_asserted(text, claim, extract):
    assert claim not in [show(e) for e in extract(text)]


@pytest.mark.model
@pytest.mark.parametrize("verb", ["refuse", "fail", "decline"])
def test_to_refuse_to_do_is_a_deed_of_its_own_and_not_to_do_it(verb, extract):
    found = [show(e) for e in extract(f"Norway {verb.removesuffix('e')}ed to sign the Lima Declaration.")]
    assert found == [f"Norway | {verb} to sign | Lima Declaration"]


@pytest.mark.model
def test_whom_one_calls_on_does_what_is_asked(extract):
    found = [show(e) for e in extract("Norway called on Kenya to sign the Lima Declaration.")]
    assert "Kenya | signed | Lima Declaration | proposed" in found


@pytest.mark.model
def test_who_supports_somebody_by_doing_does_it(extract):
    found = [show(e) for e in extract("Norway supported Kenya by signing the Lima Declaration.")]
    assert found == ["Norway | supports | Kenya", "Norway | signed | Lima Declaration"]


@pytest.mark.model
def test_whose_goal_it_is_to_do_plans_to_do(extract):
    found = [show(e) for e in extract("Norway's goal is to join the African Union.")]
    assert found == ["Norway | joined | African Union | planned"]


@pytest.mark.model
def test_the_core_concept_of_a_thing_is_not_the_thing(extract):
    found = [show(e) for e in extract("The Ocean Health Initiative is the core concept of the Andes Council.")]
    assert found == ["Ocean Health Initiative | be core concept of | Andes Council"]


@pytest.mark.model
def test_this_year_is_a_time(extract):
    found = [show(e) for e in extract("Norway joined the African Union this year.")]
    assert found == ["Norway | joined | African Union | time=this year"]


@pytest.mark.model
def test_to_take_part_in_an_event_is_to_participate(extract):
    found = [show(e) for e in extract("Norway took part in the Arctic Energy Summit.")]
    assert found == ["Norway | participatesIn | Arctic Energy Summit"]


@pytest.mark.model
def test_a_bridge_leads_only_to_what_stands_behind_the_colon(extract):
    text = "President Boric has defined the scope of the Andes Council: the basic aim is to build the Mombasa Port."
    found = [show(e) for e in extract(text)]
    assert [f for f in found if "have basic aim" in f] == [
        "Andes Council | have basic aim | Mombasa Port | speaker=Boric"
    ]


def test_many_who_meet_do_not_meet_pair_by_pair(sentence):
    met = sentence("They they PRON PRP nsubj 1\nmet meet VERB VBD ROOT 1")
    names = ["Chile", "Peru", "Kenya", "Ghana", "Norway", "Sweden", "Japan"]
    span = Span(document="d", start=0, end=4)
    parties = tuple(
        Argument(head=0, mention=Mention(span=span, text=n, name=n, type=EntityType.COUNTRY, found_by="gazetteer"))
        for n in names
    )
    pairs = [len(list(emit_reciprocal(met, 1, Frame(subjects=parties[:size])))) for size in (2, 3, 6, 7)]

    assert pairs == [1, 3, 15, 0]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Ana Silva said Ghana wants to sell cocoa and remains willing to buy tea.",
            ["wants to sell", "remains willing to buy"],
        ),
        ("Peru plans to buy ships and is ready to lease ports.", ["plans to buy", "is ready to lease"]),
    ],
)
def test_a_finite_verb_behind_an_infinitive_takes_none_of_the_words_before_it(text, words, extract):
    assert [e.predicate for e in extract(text)] == words
