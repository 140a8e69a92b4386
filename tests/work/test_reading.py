import pickle
import zlib

import pytest

from graph.corpus.about import NOTHING
from graph.model import Document, DocumentReading, EntityType, Mention, Modality, Polarity, Span
from graph.work.reading import Options, Task, key_of, pack, read_task, reading_version, unpack, unpack_reading

WHO = Mention(
    span=Span(document="a", start=0, end=4), text="Peru", name="Peru", type=EntityType.COUNTRY, found_by="gazetteer"
)
READING = DocumentReading(
    document=Document(id="a", text="Peru met Chad.", title="A", source="a.txt", sha256="0" * 64),
    extractions=(),
    speaker=WHO,
    acronyms=(("GTF", "Global Trade Fund"),),
)


def test_what_is_packed_comes_back_as_it_was():
    assert unpack_reading(pack(READING)) == READING


def test_a_packed_thing_of_another_kind_is_refused():
    with pytest.raises(ValueError, match="no reading"):
        unpack_reading(pack(WHO))


class Evil:
    def __reduce__(self):
        return (print, ("owned",))


def test_a_word_of_the_model_is_packed_by_its_value_in_every_version_of_python():
    for word in (*Modality, *Polarity, *EntityType):
        assert word.__reduce_ex__(5) == (type(word), (word.value,))
        assert unpack(pack(word)) is word


def test_bytes_that_ask_for_anything_but_our_nouns_are_refused(capsys):
    with pytest.raises(pickle.UnpicklingError, match=r"builtins\.print is no part of a reading"):
        unpack(zlib.compress(pickle.dumps(Evil())))
    assert capsys.readouterr().out == ""


def test_a_key_changes_with_content_name_and_options():
    keys = {
        key_of("1", "a.txt", NOTHING, Options()),
        key_of("2", "a.txt", NOTHING, Options()),
        key_of("1", "b.txt", NOTHING, Options()),
        key_of("1", "a.txt", NOTHING, Options(voice="Peru")),
        key_of("1", "a.txt", NOTHING, Options(force=True)),
    }
    assert len(keys) == 5
    assert key_of("1", "folder/a.txt", NOTHING, Options()) in keys


def test_the_version_changes_with_a_user_s_rules(tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text("[words]\n")
    assert reading_version(Options(rules=(rules,))) != reading_version(Options())


def test_what_is_wrong_with_a_source_is_its_outcome():
    outcome = read_task(Task(key="k", name="a.txt", data=b"\0\1"), Options())
    assert (outcome.key, outcome.packed) == ("k", b"")
    assert outcome.failure.startswith("a.txt: is binary")
