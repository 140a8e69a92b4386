"""Whether a noun for a deed tells that it was done: "after the withdrawal of X", "blocked X's accession"."""

from graph.extract.cues import cues
from graph.extract.frames import is_infinitive
from graph.extract.parse import Sentence
from graph.model import Modality


def helped_modality(s: Sentence, noun: int) -> Modality:
    """How an event noun is told: as a plan where it is what one means to help: "is meant to support X's creation"."""
    verb = s.words[noun].head
    helped = s.words[noun].dep == "dobj" and s.words[verb].lemma in cues()["verbs.furthering"]
    if s.words[noun].dep == "dobj" and s.words[verb].lemma in ("propose", "suggest", "request", "demand", "recommend"):
        return Modality.PROPOSED  # "proposed the purchase of X by Y"
    return Modality.PLANNED if helped and is_infinitive(s, verb) else Modality.ASSERTED


def praised_for(s: Sentence, noun: int) -> int | None:
    """Who is praised or thanked for the deed that a noun names: "thanked X for the transfer of Y"; or None.

    Or congratulated on it: "congratulated X on its entry".
    """
    prep = s.words[s.words[noun].head]
    verb = s.words[prep.head]
    verb = s.words[verb.head] if verb.dep == "dobj" else verb
    praised = prep.lemma == "for" and verb.lemma in cues()["verbs.praising"] | cues()["verbs.crediting"]
    wished = prep.lemma == "on" and verb.lemma == "congratulate"
    others = any(s.words[c].tag == "VBN" for c in s.all_children(noun, "acl"))  # "for the repair of Y, done by Z"
    told = s.words[noun].dep == "pobj" and (praised or wished) and not others
    whom = s.child(verb.i, "dobj") if told else None
    return whom if whom is not None and whom < prep.i and s.words[whom].name is not None else None


JOINING = ("accession", "admission", "membership", "candidacy", "entry", "integration", "participation", "return")


def is_done(s: Sentence, noun: int) -> bool:
    """Whether a noun for a deed whose doer is behind "of" tells that it was done: "the withdrawal of X angered Y"."""
    above = s.words[s.words[noun].head]
    after = s.words[noun].dep == "pobj" and above.lemma in ("after", "since", "following", "upon", "despite")
    noted = above.lemma == "take" and any(s.words[c].lemma == "note" for c in s.children[above.i])
    said = s.words[noun].dep in ("dobj", "pobj") and noted and s.words[noun].head == above.i
    said = said or (s.words[noun].dep == "dobj" and above.lemma in cues()["verbs.judging"] | cues()["verbs.reacting"])
    acts = s.words[noun].dep == "nsubj" and above.tag in ("VBD", "VBZ")
    return s.words[noun].lemma in cues()["nouns.own_deeds"] and (after or said or acts)


SOUGHT = ("urge", "request", "recommend", "propose", "seek", "advocate")


def is_only_sought(s: Sentence, noun: int) -> bool:
    """Whether what a noun names is asked for or suggested, and so not done: "urged the appointment of X"."""
    return s.words[noun].dep == "dobj" and s.words[s.words[noun].head].lemma in SOUGHT


def is_unreal(s: Sentence, noun: int) -> bool:
    """Whether what an event noun names is ended, kept from happening, wished for or feared: "blocked X's accession"."""
    if any(s.words[d].lemma in ("any", "no") for d in s.all_children(noun, "det")):
        return True  # "any use of drones by X would harm Y"
    verb = s.words[s.words[noun].head]
    if verb.lemma == "of" and s.words[verb.head].lemma in cues()["nouns.hypothetical"]:
        return True  # "the likelihood of an attack by X on Y"
    offered = ("opportunity", "chance", "need", "potential", "room", "call", "proposal", "condition")
    if s.words[noun].dep == "pobj" and verb.lemma == "for" and s.words[verb.head].lemma in offered:
        return True  # "opportunities for X's investment in Y"
    sought = s.words[noun].dep == "pobj" and verb.lemma in ("for", "on", "about", "towards", "toward")
    if sought and s.words[noun].lemma in JOINING and praised_for(s, noun) is None:
        return True  # "support for X's accession to Y"
    first = s.words[s.words[noun].head] if s.words[noun].dep == "conj" else s.words[noun]  # "supports X and its entry"
    verb = s.words[first.head]
    if first.dep != "dobj":
        return False
    wished = verb.lemma in cues()["verbs.wishing"] and s.words[noun].lemma in JOINING
    wished = wished or verb.lemma in ("need", "require", "demand", "await")
    return wished or verb.lemma in cues()["speech.ending"] | cues()["verbs.preventing"]
