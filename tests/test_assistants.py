"""The tools for assistants, called by the real client over standard input and output."""

import asyncio
import json
import subprocess
import sys

import pytest
from mcp import Client, StdioServerParameters

from graph.rdf.files import write_ntriples
from graph.rdf.triples import make_triples
from graph.sparql.paths import find_paths
from graph.sparql.store import load_store

NS = "https://dragoman.invalid/"
MET = "On 5 May 2024, Mira Vale met Jon Reed in Port Élan."
PLANNED = "“Aland will join the River Accord,” Mira Vale said in Port Élan."
PROPOSED = "Aland proposed the Clear Sky Initiative (CSI) in 2013."
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory, sample):
    folder = tmp_path_factory.mktemp("assistants")
    write_ntriples(make_triples(*sample), folder / "graph.nt")
    return folder


@pytest.fixture(scope="module")
def answers(folder):
    """What the tools answer to a number of calls, made in one session: (is an error, text) by call."""
    calls = {
        "search": ("search_entities", {"text": "csi"}),
        "about": ("claims_about", {"entity": "Jon Reed"}),
        "about alias": ("claims_about", {"entity": "CSI", "limit": 2}),
        "about iri": ("claims_about", {"entity": f"{NS}entity/port-%C3%A9lan"}),
        "about a part": ("claims_about", {"entity": "Sky", "limit": 2}),
        "about nothing": ("claims_about", {"entity": 'x" } DROP ALL'}),
        "path": ("path_between", {"one": "82 countries", "other": "River Accord"}),
        "no path": ("path_between", {"one": "Jon Reed", "other": "Aland"}),
        "claims": ("sparql", {"query": "SELECT ?claim { ?claim rdf:predicate dg:met }"}),
        "pairs": ("sparql", {"query": "SELECT ?who ?what { ?who dg:proposed ?what }"}),
        "labels": ("sparql", {"query": "SELECT ?l { ?e a dg:Person ; rdfs:label ?l } ORDER BY ?l", "limit": 1}),
        "pairs by label": (
            "sparql",
            {"query": "SELECT ?a ?b { ?x dg:proposed ?y . ?x rdfs:label ?a . ?y rdfs:label ?b }"},
        ),
        "relation in the row": (
            "sparql",
            {"query": "SELECT * { VALUES ?how { dg:proposed } ?who ?how ?what }"},
        ),
        "unlinked": ("sparql", {"query": "SELECT ?a ?b { VALUES (?a ?b) { (entity:jon-reed entity:aland) } }"}),
        "count": ("sparql", {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}),
        "ask nothing": ("sparql", {"query": "ASK { FILTER(1 = 2) }"}),
        "no rows": ("sparql", {"query": "SELECT ?e { ?e dg:met ?e }"}),
        "many": ("sparql", {"query": "SELECT ?s { ?s ?p ?o }", "limit": 60}),
        "ask": ("sparql", {"query": "ASK { entity:mira-vale dg:met entity:jon-reed }"}),
        "construct": ("sparql", {"query": "CONSTRUCT { ?a dg:met ?b } WHERE { ?a dg:met ?b }"}),
        "wrong": ("sparql", {"query": "SELECT * { ?s nix:p ?o }"}),
        "update": ("sparql", {"query": "DROP ALL"}),
        "call out": ("sparql", {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}),
        "runaway": ("sparql", {"query": RUNAWAY}),
        "after it": ("sparql", {"query": "ASK {}"}),
    }

    async def run():
        command = ["-m", "graph", "serve", "--mcp", str(folder), "--timeout", "2"]
        async with Client(StdioServerParameters(command=sys.executable, args=command)) as client:
            tools = (await client.list_tools()).tools
            found = {}
            for name, (tool, given) in calls.items():
                result = await client.call_tool(tool, given)
                found[name] = (bool(result.is_error), result.content[0].text)
            return tools, found

    return asyncio.run(run())


def answer(answers, name):
    is_error, text = answers[1][name]
    assert not is_error, text
    return json.loads(text)


def test_there_are_four_tools_and_they_only_read(answers):
    tools = {tool.name: tool for tool in answers[0]}

    assert sorted(tools) == ["claims_about", "path_between", "search_entities", "sparql"]
    assert all(tool.annotations.read_only_hint for tool in tools.values())
    assert all(tool.description for tool in tools.values())


def test_a_search_finds_entities_with_what_is_said_of_them(answers):
    (found,) = answer(answers, "search")["entities"]

    assert (found["iri"], found["label"], found["claims"]) == (
        *(f"{NS}entity/clear-sky-initiative", "Clear Sky Initiative", 4),
    )
    assert found["evidence"][0]["evidence"][0]["sentence"] != ""


def test_claims_come_with_speaker_standing_and_sentence(answers):
    told = answer(answers, "about")

    assert (told["entity"], told["claims_in_all"]) == (f"{NS}entity/jon-reed", 1)
    assert told["claims"] == [
        {
            "claim": f"{NS}claim/c1a1208d0a5ba832",
            "subject": "Mira Vale",
            "relation": "met",
            "object": "Jon Reed",
            "polarity": "affirmed",
            "modality": "asserted",
            "speaker": "Aland",
            "speaker_is_named": False,
            "confidence": 0.85,
            "time": ["2024-05-05"],
            "timeText": ["5 May 2024"],
            "place": ["Port Élan"],
            "evidence": [
                {
                    "sentence": MET,
                    "document": "A Clear Sky for All",
                    "document_iri": f"{NS}document/sky-2024",
                    "characters": [232, 283],
                }
            ],
        }
    ]


def test_an_entity_is_known_by_alias_and_iri_too(answers):
    alias, iri = answer(answers, "about alias"), answer(answers, "about iri")

    assert answer(answers, "about a part") == alias
    assert (alias["entity"], alias["claims_in_all"], len(alias["claims"])) == (f"{NS}entity/clear-sky-initiative", 4, 2)
    assert [claim["evidence"][0]["sentence"] for claim in iri["claims"]] == [PLANNED, MET]


def test_a_way_has_a_sentence_for_each_step(answers):
    (way, *_) = answer(answers, "path")["paths"]
    steps = [step["claims"] for step in way["steps"]]

    assert [iri.rpartition("/")[2] for iri in way["entities"]] in (
        ["82-countries", "clear-sky-initiative", "aland", "river-accord"],
        ["82-countries", "clear-sky-initiative", "borduria", "river-accord"],
    )
    assert all(claim["evidence"][0]["sentence"] for claims in steps for claim in claims)
    assert answer(answers, "no path")["paths"] == []


@pytest.mark.parametrize(
    ("name", "sentences"), [("claims", [MET]), ("pairs", [PROPOSED]), ("ask", [MET]), ("construct", [MET])]
)
def test_a_query_is_answered_with_the_sentences_behind_it(answers, name, sentences):
    told = answer(answers, name)

    assert [claim["evidence"][0]["sentence"] for claim in told["evidence"]] == sentences


@pytest.mark.parametrize(
    ("name", "by"),
    [
        ("claims", ["the row names the claim"]),
        ("pairs", ["the claim links entities of the row"]),
        ("pairs by label", ["the claim links entities of the row"]),
        ("relation in the row", ["the claim links entities of the row"]),
        ("labels", ["the claim is about the only entity of the row"]),
        ("construct", ["the claim links entities of the row"]),
        ("ask", ["the claim links entities of the row"]),
        ("unlinked", ["no sentence cited: add ?claim"]),
        ("count", ["no sentence cited: add ?claim"]),
        ("ask nothing", ["no sentence cited: add ?claim"]),
        ("no rows", []),
    ],
)
def test_each_row_says_how_its_sentences_belong_to_it(answers, name, by):
    told = answer(answers, name)
    cited = {claim["claim"] for claim in told["evidence"]}

    assert [citation["by"] for citation in told["citations"]] == by
    assert {claim for citation in told["citations"] for claim in citation["claims"]} == cited
    assert bool(cited) is any("cited" not in each for each in by)


@pytest.mark.parametrize("name", ["pairs", "pairs by label", "relation in the row"])
def test_of_the_claims_between_two_entities_those_of_the_relation_asked_for_are_cited(answers, name):
    told = answer(answers, name)

    assert {claim["relation"] for claim in told["evidence"]} == {"proposed"}
    assert [claim["evidence"][0]["sentence"] for claim in told["evidence"]] == [PROPOSED]


@pytest.mark.parametrize("name", ["unlinked", "count", "ask nothing"])
def test_an_answer_without_a_sentence_says_so_and_how_to_have_one(answers, name):
    told = answer(answers, name)

    assert told["evidence"] == []
    assert told["hints"] == [
        "no sentence cited: no claim is named there, and none links the entities; add ?claim",
    ]


def test_rows_that_were_not_looked_up_are_told(answers):
    told = answer(answers, "many")

    assert len(told["citations"]) == len(told["rows"]) == 60
    assert told["citations"][40:] == [{"by": "not looked up: ask for fewer rows", "claims": []}] * 20
    assert "sentences were looked up for the first 40 rows only; ask for fewer rows" in told["hints"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("about nothing", "nothing in the graph is called 'x\" } DROP ALL'; find names with search_entities"),
        ("wrong", "unknown prefix nix:"),
        ("update", "DROP is refused"),
        ("call out", "SERVICE is refused"),
        ("runaway", "the query was stopped after 2 seconds"),
    ],
)
def test_what_cannot_be_answered_is_an_error_that_says_why(answers, name, told):
    is_error, text = answers[1][name]

    assert (is_error, told in text) == (True, True)


def test_after_a_query_that_was_stopped_the_next_is_answered(answers):
    assert answer(answers, "after it")["boolean"] is True


def test_ways_are_the_shortest_and_no_longer_than_asked(folder):
    store = load_store(folder)
    ends = f"{NS}entity/82-countries", f"{NS}entity/river-accord"

    assert [len(way) for way in find_paths(store, *ends)] == [4, 4]
    assert find_paths(store, *ends, longest=2) == []
    assert find_paths(store, ends[0], ends[0]) == [[ends[0]]]


def test_without_the_package_it_is_said_what_to_install(folder):
    program = (
        "import sys; sys.modules['mcp.server'] = None; from graph.cli import main; "
        f"sys.exit(main(['serve', '--mcp', {str(folder)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr
        == "dragoman: the package mcp is not installed; run `.venv/bin/pip install -e '.[mcp]'` in the clone\n"
    )
