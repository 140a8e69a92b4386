"""The model multiplies by numpy, in one thread, and says what it said before."""

import numpy
import pytest
from threadpoolctl import threadpool_info

from graph.extract.products import multiply_by_numpy, one_thread
from graph.extract.spacy_model import load_model

TEXT = "Norway and Peru signed the Treaty of Lima on 3 May 2021, which Kenya's parliament had rejected twice."


def described(nlp):
    return [(w.tag_, w.dep_, w.head.i, w.ent_iob_, w.ent_type_) for w in nlp(TEXT)]


def test_a_text_is_parsed_as_by_the_models_own_products():
    stock, faster = load_model.__wrapped__(), load_model.__wrapped__()
    multiply_by_numpy(faster)
    assert described(faster) == described(stock)


@pytest.mark.parametrize("trans1", [False, True])
@pytest.mark.parametrize("trans2", [False, True])
def test_products_are_those_of_the_model(trans1, trans2):
    nlp = load_model.__wrapped__()
    theirs = nlp.get_pipe("tok2vec").model.ops
    multiply_by_numpy(nlp)
    ours = nlp.get_pipe("tok2vec").model.ops
    square = numpy.arange(9, dtype="f").reshape(3, 3)
    other = square[::-1].copy()
    expected = theirs.gemm(square, other, trans1=trans1, trans2=trans2)
    assert type(ours) is not type(theirs)
    numpy.testing.assert_array_equal(ours.gemm(square, other, trans1=trans1, trans2=trans2), expected)
    out = numpy.zeros((3, 3), dtype="f")
    ours.gemm(square, other, out=out, trans1=trans1, trans2=trans2)
    numpy.testing.assert_array_equal(out, expected)


def test_products_are_made_by_one_thread_for_a_while():
    def threads():
        return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]

    before = threads()
    with one_thread():
        assert set(threads()) == {1}
    assert threads() == before
