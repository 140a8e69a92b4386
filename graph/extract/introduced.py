"""What a noun with "the" points back to: "signed a transport agreement", and then "the agreement"."""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.parse import Sentence
from graph.model import EntityType, Mention

NEAR = 8  # sentences across which "the agreement" points back to a phrase
TELLING = (
    "with",
    "to",
    "between",
    "on",
    "through",
    "against",
    "across",
)  # behind which a name tells which one is meant
# Nouns that with "the" mean the only one there is, whatever stood before.
SOLE = frozenset({"world", "future", "past", "present", "public", "economy", "sea", "environment", "earth"})


def is_restricted(s: Sentence, head: int) -> bool:
    """Whether a clause tells which thing is meant, not set off by a comma: "the agreement signed by X"."""
    clause = s.child(head, "acl", "relcl")
    return clause is not None and s.words[min(head + 1, len(s.words) - 1)].text != ","


NEXT = 2  # sentences across which "this agreement" does
# Nouns that with "this" mean what was told, under whatever name: "this issue".
OPEN = frozenset(
    {"issue", "matter", "problem", "question", "situation", "conflict", "approach", "point", "topic", "challenge"}
    | {"process", "development", "change", "reality", "fact", "idea", "view", "case", "principle", "goal", "task"}
)


class Introduced:
    """The phrases of a document that tell a thing by more than its noun, by that noun, each with its sentence."""

    def __init__(self) -> None:
        self.phrases: dict[str, dict[str, tuple[int, Mention]]] = {}

    def observe(self, s: Sentence, head: int, mention: Mention, *, sentence: int) -> None:
        """Take a phrase down that brings a thing up: "a transport agreement", "the delegation from Kenya"."""
        word = s.words[head]
        mention = self.whole(s, head, mention)
        if word.tag not in ("NN", "NNS") or word.name is not None or " " not in mention.name or word.lemma in SOLE:
            return
        held = word.tag == "NNS" and word.lemma in cues()["nouns.gatherings"]  # "talks on Sudan" are no mere talk
        if not held and any(word.lemma in cues()[kind] for kind in ("nouns.vague", "nouns.light", "nouns.empty")):
            return
        named = any(s.words[c].pos == "PROPN" for c in s.all_children(head, "compound"))  # "the M23 rebels"
        people = word.lemma in cues()["nouns.groups"] and not named
        if word.tag == "NNS" and (people or s.child(head, "nummod") is not None):
            return  # people, and what is counted, are others in the next sentence
        new = any(s.words[d].lemma in ("a", "an") for d in s.all_children(head, "det"))
        new = new or (word.tag == "NN" and s.child(head, "compound") is not None)  # "the arms embargo"
        told = any(c > head and s.words[c].dep == "prep" for c in s.children[head])
        new = new or (word.tag == "NNS" and (named or (told and s.child(head, "det") is None)))  # "talks on Sudan"
        if new or mention.found_by == "named phrase":
            self.phrases.setdefault(word.text.lower(), {})[mention.name] = (sentence, mention)

    def whole(self, s: Sentence, head: int, mention: Mention) -> Mention:
        """A bare "a treaty" with the name that tells which one right behind it, "a treaty with Iran"; else the mention.

        As a verb's object it goes without: with whom one signs a treaty is told of the signing.
        """
        new = any(s.words[d].lemma in ("a", "an") for d in s.all_children(head, "det"))
        given = " " in mention.name and s.words[head].dep == "dobj"  # a bare "loan" needs "to Chad" to be known
        given = given and s.words[s.words[head].head].lemma in cues()["verbs.giving_to"]
        if s.words[head].tag != "NN" or not new or mention.found_by != "phrase" or given:
            return mention  # "gave a patrol ship to the navy": the ship is none "to the navy"
        prep = head + 1
        behind = prep < len(s.words) and s.words[prep].dep == "prep" and s.words[prep].text in TELLING
        name = s.child(prep, "pobj") if behind and s.words[prep].head in (head, s.words[head].head) else None
        if name is None or s.words[name].name is None or len(s.children[name]) > 1:
            return mention
        told = s.words[name].name
        article = "the " if s.words[prep + 1].lemma == "the" else ""
        plain = name == prep + (2 if article else 1) and told is not None and told.type is not EntityType.PERSON
        if not plain or told is None or told.found_by == "demonym":
            return mention
        span = replace(mention.span, end=s.span_of(name, name).end)
        spelled = f"{mention.name} {s.words[prep].text} {article}{told.name}"
        text = f"{mention.text} {s.text[s.words[prep].start : s.words[name].end]}"
        return replace(mention, span=span, text=text, name=spelled, found_by="named phrase")

    def meant(self, s: Sentence, head: int, *, sentence: int) -> Mention | None:
        """The only thing brought up nearby by the same noun as a bare "the agreement"; None where there are several."""
        the = any(s.words[d].lemma in ("the", "that", "this") for d in s.all_children(head, "det"))
        if (
            not the
            or s.words[head].tag not in ("NN", "NNS")
            or s.child(head, "prep", "amod", "compound", "poss")
            or is_restricted(s, head)
        ):
            return None
        known = self.phrases.get(s.words[head].text.lower(), {}).values()
        pointing = any(s.words[d].lemma in ("that", "this") for d in s.all_children(head, "det"))
        if pointing and s.words[head].lemma in OPEN:
            return None
        # of regions there are many, and "this" points near
        reach = NEXT if pointing or s.words[head].lemma in ("region", "area") else NEAR
        near = [(at, mention) for at, mention in known if sentence - at <= reach]
        return fullest(near) if near else None


def fullest(near: Sequence[tuple[int, Mention]]) -> Mention | None:
    """The longest of the names that one phrase has: "a plant", "a plant at X"; None where there are several phrases."""
    at, whole = max(near, key=lambda known: len(known[1].name))
    same = all(other == at and mention.span.start == whole.span.start for other, mention in near)
    return whole if same else None
