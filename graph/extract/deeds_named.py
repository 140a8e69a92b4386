"""Whether a noun for a deed tells that it was done: "after the withdrawal of X", "blocked X's accession"."""

from graph.extract.cues import cues
from graph.extract.frames import is_infinitive
from graph.extract.owners import THANKS
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
    first = s.words[noun]
    while first.dep == "conj" and first.head < first.i:
        first = s.words[first.head]  # "for its help and for the donation of Y": the thanks go to one
    prep = s.words[first.head]
    if prep.dep == "conj":
        prep = s.words[prep.head]
    verb = s.words[prep.head]
    verb = s.words[verb.head] if verb.dep == "dobj" else verb
    felt = s.child(verb.i, "dobj", "acomp")
    feeling = verb.i if verb.dep == "acomp" else felt
    thanks = feeling is not None and s.words[feeling].lemma in (*THANKS, "grateful", "thankful", "indebted")
    praised = prep.lemma == "for" and (thanks or verb.lemma in cues()["verbs.praising"] | cues()["verbs.crediting"])
    wished = prep.lemma == "on" and verb.lemma == "congratulate"
    others = any(s.words[c].tag == "VBN" for c in s.all_children(noun, "acl"))  # "for the repair of Y, done by Z"
    told = first.dep == "pobj" and (praised or wished) and not others
    whom = (thanked_behind(s, verb.i, feeling) if thanks else s.child(verb.i, "dobj")) if told else None
    named = whom is not None and (s.words[whom].name is not None or s.words[whom].pos == "PROPN")
    return whom if whom is not None and whom < prep.i and named else None


def thanked_behind(s: Sentence, verb: int, feeling: int | None) -> int | None:
    """Who is behind the "to" of a word of thanks: "expressed its gratitude to X", "is grateful to X"; or None."""
    near = [*(s.all_children(feeling, "prep") if feeling is not None else []), *s.all_children(verb, "prep", "dative")]
    to = next((p for p in near if s.words[p].lemma == "to"), None)
    return s.child(to, "pobj") if to is not None else None


JOINING = ("accession", "admission", "membership", "candidacy", "entry", "integration", "participation", "return")


def is_done(s: Sentence, noun: int) -> bool:
    """Whether a noun for a deed whose doer is behind "of" tells that it was done: "the withdrawal of X angered Y"."""
    above = s.words[s.words[noun].head]
    after = s.words[noun].dep == "pobj" and above.lemma in ("after", "since", "following", "upon", "despite")
    noted = above.lemma == "take" and any(s.words[c].lemma == "note" for c in s.children[above.i])
    said = s.words[noun].dep in ("dobj", "pobj") and noted and s.words[noun].head == above.i
    said = said or (s.words[noun].dep == "dobj" and above.lemma in cues()["verbs.judging"] | cues()["verbs.reacting"])
    perfect = above.tag == "VBN" and any(
        s.words[a].tag in ("VBZ", "VBP", "VBD") for a in s.all_children(above.i, "aux")
    )
    acts = s.words[noun].dep == "nsubj" and (above.tag in ("VBD", "VBZ") or perfect)
    return s.words[noun].lemma in cues()["nouns.own_deeds"] and (after or said or acts)


# What leads to a visit that is paid: "during the visit of X to Y", "thanked X for the visit of Y to Z".
OCCASIONS = ("during", "on", "upon", "after", "since", "following", "follow", "at", "by", "with", "from")


def is_paid(s: Sentence, noun: int) -> bool:
    """Whether a visit is told as one that takes place: "during the visit of X to Y", "welcomed the visit of X to Y"."""
    above = s.words[s.words[noun].head]
    the = any(s.words[d].lemma == "the" for d in s.all_children(noun, "det"))
    if s.words[noun].lemma not in ("visit", "trip", "journey", "tour") or not the:
        return False
    if above.lemma == "of" and s.words[above.head].lemma == "occasion":
        above = s.words[s.words[above.head].head]
    timed = s.words[noun].dep == "pobj" and above.lemma.lower() in OCCASIONS
    liked = s.words[noun].dep == "dobj" and above.lemma in cues()["verbs.crediting"] - {"note"}
    return timed or liked or praised_for(s, noun) is not None


def is_ahead(s: Sentence, noun: int) -> bool:
    """Whether the clause that an occasion frames has yet to happen: "during the visit of X to Y, Z will sign"."""
    at = noun
    while s.words[at].dep in ("pobj", "prep") and s.words[at].head != at:
        at = s.words[at].head
    return any(s.words[a].lemma in ("will", "shall", "would") for a in s.all_children(at, "aux"))


def thanker_of(s: Sentence, thanked: int) -> int | None:
    """Who thanks or praises somebody, whose "its" speaks of in the deed: "X thanked Y for the training of its men"."""
    at = thanked
    while s.words[at].head != at and s.child(at, "nsubj") is None:
        at = s.words[at].head
    return s.child(at, "nsubj")


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
