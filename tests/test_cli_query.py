"""The command, run as a user runs it."""

import subprocess
import sys

import pytest

from graph.cli import main
from graph.rdf.files import write_ntriples
from graph.rdf.triples import make_triples

COUNTRIES = "SELECT ?label { ?e a dg:Country ; rdfs:label ?label } ORDER BY ?label"


@pytest.fixture
def data(tmp_path, documents, entities, claims):
    write_ntriples(make_triples(documents, entities, claims), tmp_path / "output" / "graph.nt")
    return tmp_path / "output"


def dragoman(*arguments, **options):
    """Exit code, standard output and standard error of the command."""
    command = [sys.executable, "-m", "graph", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", **options)
    return done.returncode, done.stdout, done.stderr


def test_a_query_prints_a_table(data):
    shown = "label\n────────\nAland\nBorduria\n\n2 rows\n"

    assert dragoman("query", COUNTRIES, "--data", data, "--format", "table") == (0, shown, "")


def test_the_build_in_this_folder_is_asked_by_default(data):
    assert dragoman("query", COUNTRIES, "--format", "tsv", cwd=data.parent) == (0, '?label\n"Aland"\n"Borduria"\n', "")


def test_a_query_comes_from_a_file_or_from_standard_input(data, tmp_path):
    (tmp_path / "countries.rq").write_text(COUNTRIES)
    expected = (0, "label\nAland\nBorduria\n", "")

    assert dragoman("query", "--file", tmp_path / "countries.rq", "--data", data, "--format", "csv") == expected
    assert dragoman("query", "--file", "-", "--data", data, "--format", "csv", input=COUNTRIES) == expected


def test_a_saved_query_takes_parameters(data):
    code, shown, told = dragoman(
        *("query", "--saved", "between", "--set", "one=mira vale", "--set", "other=Jon Reed"),
        *("--data", data, "--format", "csv"),
    )

    assert (code, told) == (0, "")
    assert shown.splitlines()[1:] == [
        'Mira Vale,affirmed,met,Jon Reed,asserted,Aland,"On 5 May 2024, Mira Vale met Jon Reed in Port Élan."'
    ]


def test_the_saved_queries_are_listed_without_data():
    code, shown, told = dragoman("query", "--list-saved", "--data", "/nowhere")

    assert (code, told) == (0, "")
    assert "said-by\n    What does a given speaker say" in shown
    assert "    --set speaker=…  name or alias of the speaker, empty for all\n" in shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["SELEC"], "dragoman: line 1, column 1: 'SELEC' starts no query; use SELECT, ASK, CONSTRUCT, DESCRIBE\n"),
        (
            ["INSERT DATA { <a:b> <a:b> 1 }"],
            "dragoman: line 1, column 1: INSERT is refused, a query may only read; use",
        ),
        (["ASK {}", "--format", "csv"], "dragoman: csv does not fit an ASK query; choose one of table, json, xml\n"),
        (["ASK {}", "--data", "nowhere"], "dragoman: nowhere: no such file or folder; make it with `python build.py`"),
        (["--file", "missing.rq"], "dragoman: missing.rq: cannot be read (No such file or directory); give a file"),
        (["--file", "latin.rq"], "dragoman: latin.rq: not UTF-8 at byte 0; save the query as UTF-8 text\n"),
        (["--saved", "said"], "dragoman: no saved query 'said'; did you mean said-by? `--list-saved` shows them all\n"),
        (["--saved", "said-by", "--set", "x"], "dragoman: --set 'x' has no '='; write it as name=value\n"),
        (["ASK {}", "--set", "a=b"], "dragoman: --set fills in a saved query; name one with --saved, or leave --set"),
    ],
)
def test_a_mistake_is_told_in_one_line(data, tmp_path, arguments, told):
    (tmp_path / "latin.rq").write_bytes(b"\xe9")
    place = [] if "--data" in arguments else ["--data", data]
    code, shown, error = dragoman("query", *arguments, *place, cwd=tmp_path)

    assert (code, shown, error.partition("\n")[0].startswith(told.rstrip("\n"))) == (1, "", True)
    assert error.count("\n") == (3 if "line 1, column 1" in told else 1)


def test_a_base_that_does_not_fit_is_told_before_the_build(tmp_path):
    code, shown, error = dragoman("build", "--base", "example", cwd=tmp_path)

    assert (code, shown) == (1, "")
    assert error.startswith("dragoman: base 'example': ")
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_leaves_early_is_no_error(data):
    command = [sys.executable, "-m", "graph", "query", "SELECT * { ?s ?p ?o . ?a ?b ?c }", "--data", data]
    with subprocess.Popen([*map(str, command), "--format", "csv"], stdout=-1, stderr=-1) as running:
        assert running.stdout.readline() == b"a,b,c,o,p,s\r\n"
        running.stdout.close()
        error = running.stderr.read()

    assert error == b""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["queyr"], "did you mean query?"),
        (["build", "a.txt", "--ouput", "out"], "unrecognized arguments: --ouput out; did you mean --output?"),
        (["check", "--mots=3"], "did you mean --most?"),
        (["diff", "a", "b", "c", "--speeker", "X"], "unrecognized arguments: c --speeker X; did you mean --speaker?"),
        (["export", "x", "--format", "cyper"], "did you mean cypher?"),
        (["build", "--zzzz"], "unrecognized arguments: --zzzz\n"),
    ],
)
def test_a_misspelt_command_option_or_choice_is_told_with_the_one_that_was_meant(arguments, told, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert told in capsys.readouterr().err


def test_a_dataset_is_named_by_itself_or_with_data(data, tmp_path, capsys):
    assert [
        main(["check", *way]) for way in ([str(data)], ["--data", str(data)], [str(data), "--data", str(data)])
    ] == [*(0, 0, 0)]
    assert capsys.readouterr().err == ""
    assert main(["check", str(data), "--data", str(tmp_path)]) == 1
    assert main(["serve", str(data), "--data", str(tmp_path)]) == 1
    told = f"dragoman: {data} and --data {tmp_path} are two datasets; name the one that is meant\n"
    assert capsys.readouterr().err == 2 * told


def test_a_build_is_no_file_to_export_to(data, capsys):
    assert main(["export", str(data)]) == 1
    assert capsys.readouterr().err == (
        f"dragoman: {data}: is a build; name the file to write, and the build with --data {data}\n"
    )


def test_the_version_is_told_and_without_a_command_the_help(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "dragoman 0.1.0\n"
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("usage: dragoman [-h] [--version] COMMAND ...")


def test_the_commands_base_and_formats_are_those_of_the_library():
    from graph import arguments
    from graph.rdf.names import DEFAULT_BASE
    from graph.sparql.export import FORMS
    from graph.sparql.render import FORMATS

    assert (arguments.BASE, arguments.FORMATS, arguments.EXPORTS) == (DEFAULT_BASE, FORMATS, FORMS)


def test_the_command_starts_without_what_it_does_not_need(data):
    slow = "spacy rdflib pandas networkx pyvis numpy starlette uvicorn"
    program = f"""
import sys
from graph.cli import main
at_start = [name for name in ["pyoxigraph", "rich", *{slow.split()}] if name in sys.modules]
main(["query", {COUNTRIES!r}, "--data", {str(data)!r}])
print(at_start, [name for name in {slow.split()} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, encoding="utf-8")

    assert done.stdout.endswith("\n[] []\n")
