"""Who is asked, wanted or let to do what an infinitive below a verb says, and which infinitives are no aims."""

from graph.extract.cues import cues
from graph.extract.frames import (
    SUBJECTS,
    is_infinitive,
)
from graph.extract.noun_phrases import counted
from graph.extract.parse import Sentence

MEASURED = ("MONEY", "PERCENT", "CARDINAL", "QUANTITY")  # the model's labels of numbers


def is_remembrance(s: Sentence, verb: int, purpose: int) -> bool:
    """Whether what was done is what an infinitive tells: "a bell was installed to mark the day" marks it."""
    done = s.words[verb].tag in ("VBD", "VBN") and not any(s.words[a].tag == "MD" for a in s.all_children(verb, "aux"))
    return done and cues().relations.get(s.words[purpose].lemma) == "marks"


def is_spoken(s: Sentence, verb: int) -> bool:
    """Whether a verb does what it says: "thank X", "offer our thanks", "take this opportunity to"."""
    direct = s.child(verb, "dobj")
    nouns = cues()["nouns.thanks"] | cues()["modality.performative_nouns"]
    return s.words[verb].lemma in cues()["speech.performing"] or (direct is not None and s.words[direct].lemma in nouns)


def is_means(s: Sentence, noun: int) -> bool:
    """Whether a noun names a sum or a means, which does nothing by itself: "pledged money to help"."""
    word = s.words[counted(s, noun)]
    if word.pos == "PROPN" and s.child(noun, "compound") is not None:  # a firm: "invited Hydro & Nuclear Power to act"
        return False
    if word.i != noun and word.tag == "NNS" and word.lemma not in cues()["nouns.means"]:
        return word.label == "MONEY"  # "thousands of residents" may flee
    return word.pos == "NUM" or word.label in MEASURED or word.lemma in cues()["nouns.means"]


def is_asked_for(s: Sentence, verb: int, child: int) -> bool:
    """Whether a verb asks for a thing with which its subject is to act: "asked X for a loan to repair Y"."""
    things = (p for p in s.all_children(verb, "prep") if s.words[p].lemma == "for" and verb < p < child)
    return s.words[verb].lemma in cues()["modality.proposed"] and any(s.child(p, "pobj") is not None for p in things)


def is_let(s: Sentence, verb: int) -> bool:
    """Whether a verb in the imperative asks to let somebody speak or act: "Let us build", "Allow me to thank"."""
    return s.words[verb].lemma in ("let", "allow", "permit") and s.child(verb, *SUBJECTS, "aux") is None


def find_asked(s: Sentence, verb: int) -> int | None:
    """Whom a verb wants to act: its object, or the noun behind "call on", "appeal to"."""
    direct = s.child(verb, "dobj")
    if direct is not None or s.words[verb].lemma not in cues()["modality.proposed"]:
        return direct
    leading = ("on", "upon", "to", *(("with",) if s.words[verb].lemma == "plead" else ()))
    behind = [p for p in s.all_children(verb, "prep") if s.words[p].lemma in leading]
    asked = ((p, t) for p in behind if (t := s.child(p, "pobj")) is not None)
    # "on Syria, Peru called on X to act" calls on no Syria; one on "whom" it calls stands before the verb
    return next((t for p, t in asked if p > verb or s.words[t].tag in ("WP", "WDT")), None)


def is_wanted_to(s: Sentence, verb: int) -> bool:
    """Whether a verb wants its object to do a thing: "need all countries to agree"; one needs funds for oneself."""
    direct = s.child(verb, "dobj")
    acting = direct is not None and (
        s.words[direct].name is not None or s.words[direct].lemma in cues()["nouns.groups"]
    )
    return (
        acting
        and s.words[verb].lemma in cues()["verbs.hoping"]
        and any(is_infinitive(s, c) for c in s.all_children(verb, "xcomp"))
    )
