"""What a noun with "the" points back to: "signed a transport agreement", and then "the agreement"."""

from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.model import Mention

NEAR = 8  # sentences across which "the agreement" points back to a phrase
# Nouns that with "the" mean the only one there is, whatever stood before.
SOLE = frozenset({"world", "future", "past", "present", "public", "economy", "sea", "environment", "earth"})


class Introduced:
    """The phrases of a document that tell a thing by more than its noun, by that noun, each with its sentence."""

    def __init__(self) -> None:
        self.phrases: dict[str, dict[str, tuple[int, Mention]]] = {}

    def observe(self, s: Sentence, head: int, mention: Mention, *, sentence: int) -> None:
        """Take a phrase down that brings a thing up: "a transport agreement", "the delegation from Kenya"."""
        word = s.words[head]
        if word.tag not in ("NN", "NNS") or word.name is not None or " " not in mention.name or word.lemma in SOLE:
            return
        if any(word.lemma in cues()[kind] for kind in ("nouns.vague", "nouns.light", "nouns.empty")):
            return
        if word.tag == "NNS" and (word.lemma in cues()["nouns.groups"] or s.child(head, "nummod") is not None):
            return  # people, and what is counted, are others in the next sentence
        new = any(s.words[d].lemma in ("a", "an") for d in s.all_children(head, "det"))
        new = new or (word.tag == "NN" and s.child(head, "compound") is not None)  # "the arms embargo"
        if new or mention.found_by == "named phrase":
            self.phrases.setdefault(word.text.lower(), {})[mention.name] = (sentence, mention)

    def meant(self, s: Sentence, head: int, *, sentence: int) -> Mention | None:
        """The only thing brought up nearby by the same noun as a bare "the agreement"; None where there are several."""
        the = any(s.words[d].lemma == "the" for d in s.all_children(head, "det"))
        if (
            not the
            or s.words[head].tag not in ("NN", "NNS")
            or s.child(head, "prep", "acl", "relcl", "amod", "compound", "poss")
        ):
            return None
        known = self.phrases.get(s.words[head].text.lower(), {}).values()
        reach = NEAR if s.words[head].lemma not in ("region", "area") else 2  # of which there are many
        near = [mention for at, mention in known if sentence - at <= reach]
        return near[0] if len(near) == 1 else None
