"""Forms are read as Python's own library reads them."""

from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.sparql.form import read_pairs

PIECES = st.sampled_from([*"%=&+#?;aF0 \n\r\t\0", "%2", "%25", "%3D", "%0A", "%0d", "%C3%A9", "%E9", "é", "query"])


def outcome(read):
    try:
        return read()
    except UnicodeDecodeError:
        return "not UTF-8"


@given(st.lists(PIECES, max_size=20).map("".join))
@example("a=%%34%31&b=%=3D&c==%&%3d=%\n20")
def test_whatever_is_written_is_read_as_by_the_library(text):
    expected = outcome(lambda: parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="strict"))
    assert outcome(lambda: read_pairs(text, most=100)) == expected


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_what_is_encoded_is_read_again(pairs):
    assert read_pairs(urlencode(pairs), most=100) == pairs
    assert read_pairs(urlencode(pairs, quote_via=quote), most=100) == pairs


def test_only_so_many_fields_are_read():
    assert len(read_pairs("&".join(["a=b"] * 100), most=100)) == 100
    with pytest.raises(ValueError, match="more than 100"):
        read_pairs("&" * 100, most=100)
