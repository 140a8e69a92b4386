"""Which of two "the agency" means: what was called one some sentences ago, or who acted in the sentence before."""

from graph.extract.antecedent_things import is_public
from graph.extract.parse import Sentence
from graph.extract.prepositions import ACTORS
from graph.model import Mention


def later_of(called: Mention | None, acting: Mention | None, before: Sentence | None) -> Mention | None:
    """Who acted last, `acting`, where who was `called` so is told of only before the last sentence; else the other.

    No council or ministry is an agency.
    """
    if called is None or acting is None or before is None or called.name == acting.name:
        return called or acting
    older = called.span.end <= before.span.start
    return acting if older and acting.type in ACTORS and not is_public(acting) else called
