import pytest

from graph.errors import QueryError, RefusedError
from graph.sparql.screen import check_read_only, find_tokens, place_of

ELSEWHERE = "<http://127.0.0.1:1/sparql>"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        'SELECT * { ?s ?p "SERVICE", \'INSERT DATA\', """DROP\n"ALL" """ }',  # in strings
        "SELECT * { ?s <http://x/SERVICE> <http://x/service#FROM> }",  # in IRIs
        "# SERVICE, LOAD and FROM\nSELECT * { ?s ?p ?o } # DELETE",  # in comments
        "SELECT ?service $from ?insert { ?service ?from ?insert }",  # as variables
        "SELECT * { ?s ex:service ex:from.load ; ?p ex:with-SERVICE }",  # as local names
        'SELECT * { ?s ?p "x"@service }',  # as a language tag
        "SELECT * { ?s ?p ?o FILTER(?o<3 && ?o>1) }",  # '<' compares
        "SELECT * { ?s ?p ?o FILTER(?p IN (<http://x/a#b>, <http://x/c#d>)) }",  # '<' opens IRIs
        "PREFIX u: <urn:x#> SELECT * { VALUES (?a ?b) { (<http://x/#a> <http://x/#b>) } }",
        "SELECT (?a<?b AS ?c) { }",
        "SELECT * FROM <http://x/a> FROM NAMED <http://x/b> { }",  # graphs of the store, never fetched
    ],
)
def test_a_query_that_only_reads_passes(query):
    check_read_only(query)


@pytest.mark.parametrize(
    ("query", "place", "word"),
    [
        ("INSERT DATA { <a:b> <a:b> 1 }", "line 1, column 1", "INSERT"),
        ("# a comment\nPREFIX a: <a:>\n  delete where { ?s ?p ?o }", "line 3, column 3", "DELETE"),
        ("SELECT * {} ; DROP ALL", "line 1, column 15", "DROP"),
        ("LOAD <http://x/>", "line 1, column 1", "LOAD"),
        ("CLEAR ALL", "line 1, column 1", "CLEAR"),
        ("CREATE GRAPH <a:b>", "line 1, column 1", "CREATE"),
        ("COPY <a:b> TO <a:c>", "line 1, column 1", "COPY"),
        ("MOVE <a:b> TO <a:c>", "line 1, column 1", "MOVE"),
        ("ADD <a:b> TO <a:c>", "line 1, column 1", "ADD"),
        ("WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "line 1, column 1", "WITH"),
        ("SELECT * {\n SERVICE <http://x/> { } }", "line 2, column 2", "SERVICE"),
        ("SELECT * { Service SILENT ?s { } }", "line 1, column 12", "SERVICE"),
    ],
)
def test_a_query_that_writes_or_fetches_is_refused_with_its_place(query, place, word):
    with pytest.raises(QueryError, match=f"^{place}: {word} is refused, .*; (use|take) "):
        check_read_only(query)


@pytest.mark.parametrize(
    "query",
    [
        # Oxigraph runs each of these: a keyword needs no space around it, and '<' may compare
        f"SELECT * {{ ?s ?p 1SERVICE{ELSEWHERE}{{ ?a ?b ?c }} }}",
        f"SELECT * {{ ?s ?p trueSERVICE{ELSEWHERE}{{ ?a ?b ?c }} }}",
        "SELECT * { SERVICEex:a{ ?a ?b ?c } }",
        "SELECT * { SERVICE:a{ ?a ?b ?c } }",
        f'SELECT * {{ FILTER(1<2#> """\n)SERVICE{ELSEWHERE}{{ ?a ?b ?c }}#"""\n}}',
        f"SELECT * {{ FILTER(?a<ex:b#> '''\n)SERVICE{ELSEWHERE}{{ ?a ?b ?c }}#'''\n}}",
        "SELECT * { FILTER(?a<?b)SERVICE#>\n?s{ ?a ?b ?c } }",
    ],
)
def test_a_call_to_another_server_cannot_hide(query):
    with pytest.raises(QueryError, match=r"SERVICE is refused|'<' may open an IRI or compare; write a space after it"):
        check_read_only(query)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("?a<?b", [("variable", "?a"), ("sign", "<"), ("variable", "?b")]),
        ("<a:b>", [("iri", "<a:b>")]),
        ("ex:a\\'b.c. # x", [("name", "ex:a\\'b.c"), ("sign", ".")]),
        ("_:b1 :a ex:", [("name", "_:b1"), ("name", ":a"), ("name", "ex:")]),
        ("'a\\'b'\"c\"@en-GB", [("string", "'a\\'b'"), ("string", '"c"'), ("language", "@en-GB")]),
        ('"""a"b""c"""', [("string", '"""a"b""c"""')]),
        ('""""""', [("string", '""""""')]),
        ('"open', [("sign", '"'), ("word", "open")]),
    ],
)
def test_a_query_is_cut_into_its_pieces(text, tokens):
    assert [(token.kind, token.text) for token in find_tokens(text)] == tokens


def test_a_place_counts_lines_and_characters_from_one():
    assert [place_of("é😀\nab", offset) for offset in (0, 1, 3, 4)] == [
        "line 1, column 1",
        "line 1, column 2",
        "line 2, column 1",
        "line 2, column 2",
    ]


def test_a_query_nested_too_deeply_is_refused():
    check_read_only("SELECT * " + "{" * 200 + "}" * 200)

    with pytest.raises(QueryError, match="line 1, column 210: more than 200 brackets are open; write a flatter query"):
        check_read_only("SELECT * " + "{" * 201 + "}" * 201)


SERVICES = frozenset({"http://a.example/sparql", "https://b.example/"})


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a.example/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent <https://b.example/> { ?s ?p ?o } }",
        "SELECT * { SERVICE # a comment\n <https://b.example/>{ SERVICE<http://a.example/sparql>{} } }",
    ],
)
def test_a_service_that_is_allowed_may_be_called(query):
    check_read_only(query, SERVICES)


@pytest.mark.parametrize(
    "called",
    [
        "<http://c.example/sparql>",
        "<http://a.example/sparql/>",
        "<HTTP://a.example/sparql>",
        "<http://a.example\\u002Fsparql>",
        "<sparql>",
        "?service",
        "a:sparql",
        "SILENT ?service",
        "SILENT a:sparql",
        "'<http://a.example/sparql>' <http://c.example/>",
        "<http://a.example/sparql> {} SERVICE <http://c.example/>",
    ],
)
def test_no_other_service_may_be_called(called):
    query = f"BASE <http://a.example/> PREFIX a: <http://a.example/> SELECT * {{ SERVICE {called} {{ ?s ?p ?o }} }}"

    with pytest.raises(RefusedError, match=r"may call <http://a.example/sparql>, <https://b.example/> only"):
        check_read_only(query, SERVICES)


@pytest.mark.parametrize("word", ["1SERVICE", "trueSERVICE", "SERVICEex:a", "SERVICE:a"])
def test_an_allowed_address_behind_a_hidden_keyword_is_refused(word):
    with pytest.raises(RefusedError):
        check_read_only(f"SELECT * {{ ?s ?p {word} <http://a.example/sparql> {{ ?a ?b ?c }} }}", SERVICES)
