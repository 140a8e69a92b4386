"""spaCy Docs → the same Docs, annotated: the model's components in their order, its parsers moved on step by step.

A greedy parser of spaCy 3.8 lets go of the interpreter's lock for its whole run, and takes it back for a moment at
every transition that it tries: half of the time of a text goes there. Moved on from here, with the lock held, it takes
the same transitions. They are scored here as well, without what only training needs: a third of what was left.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from graph.extract.products import one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def annotate(nlp: "Language", docs: Iterable["Doc"], *, size: int) -> Iterator["Doc"]:
    """The docs in their order as `nlp.pipe` would give them; `size` of them are in work at once."""
    from spacy.pipeline.transition_parser import Parser
    from spacy.util import minibatch

    for batch in minibatch(docs, size):  # type: ignore[no-untyped-call]
        done = list(batch)
        with one_thread():
            for _, component in nlp.pipeline:
                if isinstance(component, Parser) and component.cfg["beam_width"] == 1:
                    component.set_annotations(done, step_through(component, done))
                else:
                    done = list(component.pipe(done, batch_size=size))  # type: ignore[attr-defined]
        yield from done


def step_through(parser: Any, docs: list["Doc"]) -> list[Any]:
    """The final states of a greedy transition parser, one for each doc."""
    states: list[Any] = parser.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if not unfinished:
        return states
    model = parser.model.predict(docs)
    score = model.predict if parser.model.attrs["unseen_classes"] or model.vec2scores is None else scorer(model)
    while unfinished:
        unfinished = parser.transition_states(unfinished, score(unfinished))
    model.clear_memory()
    return states


def scorer(model: Any) -> Callable[[list[Any]], Any]:
    """What gives the scores of unfinished states, a row for each, as the step model with two layers gives them."""
    weights, bias = model.vec2scores.get_param("W").T, model.vec2scores.get_param("b")

    def score(states: list[Any]) -> Any:
        return model.state2vec.predict(model.get_token_ids(states)) @ weights + bias

    return score
