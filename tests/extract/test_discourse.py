import pytest

from graph.extract.definites import definite_meant
from graph.extract.discourse import Discourse
from graph.extract.resolution import resolve
from graph.model import EntityType, Mention, Span, Value, ValueKind
from tests.extract.conftest import make_sentence, show


def mention(name, kind, found_by="gazetteer"):
    return Mention(span=Span(document="d", start=0, end=1), text=name, name=name, type=kind, found_by=found_by)


NORWAY = mention("Norway", EntityType.COUNTRY)
CHILE = mention("Chile", EntityType.COUNTRY)
BORIC = mention("Gabriel Boric", EntityType.PERSON, "title")
SILVA = mention("Ana Silva", EntityType.PERSON, "title")
LAGOS = mention("Ricardo Lagos", EntityType.PERSON, "title")
STATES = mention("60 states", EntityType.GROUP, "phrase")
PACT = mention("Andes Pact", EntityType.AGREEMENT)


def spoken(*sentences, voice=None, author=None):
    """A discourse in which sentences of clauses with the given subjects have been read."""
    discourse = Discourse(voices=[voice] if voice else [], author=author)
    for clauses in sentences:
        for subjects in clauses:
            discourse.observe(subjects)
        discourse.open_sentence()
    return discourse


def meant_by(discourse, word, *, owners=()):
    """The names that a pronoun stands for at the begin of a sentence."""
    tag = "PRP$" if word in ("its", "his", "her", "their", "our", "my") else "PRP"
    s = make_sentence(f"{word} {word} PRON {tag} nsubj 1\ngrew grow VERB VBD ROOT 1")
    return [m.name for m in resolve(discourse, s, 0, owners)]


@pytest.mark.parametrize(
    ("sentences", "word", "names"),
    [
        ([[[BORIC]]], "he", ["Gabriel Boric"]),
        ([[[BORIC]], [[NORWAY]]], "he", ["Gabriel Boric"]),
        ([[[BORIC]], [[SILVA]]], "she", ["Ana Silva"]),
        ([[[NORWAY]]], "he", []),
        ([[[NORWAY]]], "it", ["Norway"]),
        ([[[PACT]], [[NORWAY]]], "it", ["Norway"]),
        ([[[BORIC]]], "it", []),
        ([[[STATES]]], "it", []),
        ([[[NORWAY, CHILE]]], "it", []),
        ([[[NORWAY], [PACT]]], "it", ["Norway"]),
        ([[[NORWAY, CHILE]]], "they", ["Norway", "Chile"]),
        ([[[STATES]]], "they", ["60 states"]),
        ([[[NORWAY]]], "they", []),
        ([], "he", []),
        ([], "it", []),
        ([], "they", []),
    ],
)
def test_a_pronoun_stands_for_what_has_been_spoken_of_or_for_nothing(sentences, word, names):
    assert meant_by(spoken(*sentences), word) == names


@pytest.mark.parametrize(
    ("owners", "word", "names"),
    [
        ([NORWAY], "its", ["Norway"]),
        ([NORWAY, CHILE], "its", []),
        ([BORIC], "its", []),
        ([BORIC], "his", ["Gabriel Boric"]),
        ([BORIC, LAGOS], "his", []),
        ([NORWAY, CHILE], "their", ["Norway", "Chile"]),
        ([STATES], "their", ["60 states"]),
        ([NORWAY], "their", []),
    ],
)
def test_a_possessive_pronoun_stands_for_the_subjects_of_its_clause(owners, word, names):
    assert meant_by(spoken([[PACT]]), word, owners=owners) == names


@pytest.mark.parametrize(
    ("word", "names"), [("we", ["Norway"]), ("our", ["Norway"]), ("us", ["Norway"]), ("I", ["Ana Silva"])]
)
def test_we_is_whom_a_document_speaks_for_and_i_is_its_author(word, names):
    assert meant_by(spoken(voice=NORWAY, author=SILVA), word) == names


@pytest.mark.parametrize("word", ["we", "our", "I", "my"])
def test_without_voice_or_author_we_and_i_are_open(word):
    assert meant_by(spoken([[NORWAY]]), word) == []


def test_a_new_passage_forgets_what_it_meant_and_keeps_who_he_is():
    discourse = spoken([[NORWAY], [BORIC]])
    discourse.open_passage()
    assert [meant_by(discourse, "it"), meant_by(discourse, "he")] == [[], ["Gabriel Boric"]]


def test_two_people_in_one_clause_leave_he_open():
    discourse = spoken()
    discourse.observe([BORIC, LAGOS])
    assert meant_by(discourse, "he") == []


def test_of_two_people_a_first_name_tells_who_he_is():
    discourse = spoken()
    discourse.observe([SILVA, BORIC])
    assert [meant_by(discourse, "he"), meant_by(discourse, "she")] == [["Gabriel Boric"], ["Ana Silva"]]


def test_his_is_of_the_office_that_acts_and_not_of_whoever_was_named_last():
    envoy = mention("Special Envoy", EntityType.ROLE)

    assert meant_by(spoken([[BORIC]]), "his", owners=[envoy]) == ["Special Envoy"]


def test_who_was_she_once_is_never_he():
    discourse = spoken([[SILVA]])

    assert meant_by(discourse, "she") == ["Ana Silva"]
    assert meant_by(discourse, "he") == []


def test_a_pronoun_keeps_its_own_place_and_words():
    s = make_sentence("then then ADV RB advmod 2\nit it PRON PRP nsubj 2\ngrew grow VERB VBD ROOT 2")
    assert resolve(spoken([[NORWAY]]), s, 1, []) == [
        Mention(
            span=Span(document="d", start=5, end=7),
            text="it",
            name="Norway",
            type=EntityType.COUNTRY,
            found_by="pronoun",
        )
    ]


def noun(article, text, lemma, tag="NN"):
    return make_sentence(f"{article} {article} DET DT det 1\n{text} {lemma} NOUN {tag} ROOT 1")


@pytest.mark.parametrize(
    ("article", "lemma", "known"), [("the", "vision", PACT), ("this", "concept", PACT), ("a", "vision", None)]
)
def test_a_definite_idea_is_the_one_that_was_introduced(article, lemma, known):
    discourse = spoken()
    discourse.introduce("vision", PACT)
    assert definite_meant(discourse, noun(article, lemma, lemma), 1, [1]) == known


def test_the_last_thing_called_so_is_meant():
    discourse = spoken()
    discourse.introduce("vision", PACT)
    discourse.introduce("vision", NORWAY)
    assert definite_meant(discourse, noun("the", "vision", "vision"), 1, [1]) == NORWAY


def test_a_noun_that_nothing_was_called_is_open():
    assert definite_meant(spoken(), noun("the", "vision", "vision"), 1, [1]) is None


def test_a_group_named_in_full_is_meant_by_its_noun():
    discourse = spoken()
    leaders = mention("leaders of Chile", EntityType.GROUP, "named phrase")
    full = make_sentence("leaders leader NOUN NNS ROOT 0\nof of ADP IN prep 0\nChile Chile PROPN NNP pobj 1 Country")
    discourse.mention(full, 0, leaders)
    assert definite_meant(discourse, noun("the", "leaders", "leader", "NNS"), 1, [1]) == leaders
    assert definite_meant(discourse, noun("the", "ministers", "minister", "NNS"), 1, [1]) is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Joint Statement of Norway and Chile\n\nWe support Kenya.\n",
            ["Norway | supports | Kenya", "Chile | supports | Kenya"],
        ),
        ("African Union Summit Communiqué\n\nWe support Kenya.\n", ["African Union | supports | Kenya"]),
        (
            "Remarks\n\nWe, the ministers of Norway and Chile, met in Oslo. We support Kenya.\n",
            ["ministers of Norway and Chile | meet in | Oslo", "ministers of Norway and Chile | supports | Kenya"],
        ),
        ("Remarks on the Sea\n\nWe support Kenya.\n", []),
    ],
)
def test_the_title_tells_whom_we_speaks_for(text, claims, extract):
    assert [show(e) for e in extract(text)] == claims


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "object_"),
    [
        ("Chile left the Arctic Council. Norway joined the Council.", "arctic-council"),
        # which one is open: no node, for in another document it is another thing
        (
            "Chile left the Arctic Council and the Lima Council. Norway joined the Council.",
            Value(kind=ValueKind.TEXT, text="Council", normal="Council"),
        ),
        (
            "Chile left the Arctic Council. Norway joined a Council.",
            Value(kind=ValueKind.TEXT, text="Council", normal="Council"),
        ),
    ],
)
def test_a_head_noun_stands_for_the_only_name_that_ends_so(read, text, object_):
    last = read(text).claims[-1]

    assert (last.subject, last.relation, last.object) == ("norway", "joined", object_)
