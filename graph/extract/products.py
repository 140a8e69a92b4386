"""The model's matrix products by numpy, whose library needs half the time of the model's own for them.

numpy's library shares a product among threads, which costs more than it saves at these sizes: it gets one. Parses of
872 passages were the same as by the model's own products, though the last bits of their scores are not.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from spacy.language import Language


def multiply_by_numpy(nlp: "Language") -> None:
    """Let all components of a model that compute on the processor multiply by numpy."""
    from thinc.api import NumpyOps

    class Products(NumpyOps):  # type: ignore[misc]
        """thinc's operations, but for the product of two matrices."""

        def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            return numpy.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    products = Products()
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)  # components of rules have none
        for layer in model.walk() if model is not None else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = products


@contextmanager
def one_thread() -> Iterator[None]:
    """A while in which numpy's products are made by one thread."""
    with libraries().limit(limits=1, user_api="blas"):
        yield


@cache
def libraries() -> ThreadpoolController:
    """The libraries with threads of their own that are loaded."""
    return ThreadpoolController()
