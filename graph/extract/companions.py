"""Whom the author was with, who may be "he" in the next sentence: "I stood with Governor Berg. He told me"."""

from graph.extract.arguments import Reader
from graph.extract.named import name_argument
from graph.extract.parse import Sentence
from graph.extract.pronouns import KINDS
from graph.model import EntityType

OUR_OWN = ("author", "voice")


def observe_companions(reader: Reader, s: Sentence, verb: int) -> None:
    """Take down the persons with or to whom "I" or "we" did something, as those to whom something was done."""
    subject = s.child(verb, "nsubj")
    if subject is None or KINDS.get(s.words[subject].text.lower()) not in OUR_OWN:
        return
    for prep in s.all_children(verb, "prep"):
        who = s.child(prep, "pobj") if s.words[prep].lemma in ("with", "to", "beside", "alongside") else None
        name = s.words[who].name if who is not None else None
        if who is not None and name is not None and name.type is EntityType.PERSON:
            found = name_argument(reader, s, who)
            reader.discourse.observe_objects([found.mention] if found is not None else [])
