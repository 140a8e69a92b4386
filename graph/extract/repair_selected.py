"""Mends in a parse: phrases that a noun asks for by its preposition, which the parser hangs on the verb."""

from graph.extract.cues import cues
from graph.extract.trees import Words, hang, where

# By preposition, the nouns that mean little without what stands behind it: "sanctions on X", "a stake in X".
ASKING = {
    "on": frozenset(
        {"sanction", "tariff", "duty", "tax", "restriction", "ban", "embargo", "limit", "pressure", "control", "levy"}
        | {"moratorium", "curb", "quota", "cap", "penalty", "toll", "blockade", "fine", "fee", "measure"}
    ),
    "in": frozenset({"stake", "share", "interest"}),
    "to": frozenset({"party", "signatory"}),
}
# Nouns for harm that somebody does to somebody: "the shelling of X by Y, which killed Z".
HARM = ("shelling", "bombing", "bombardment", "killing", "raid", "attack", "strike", "airstrike", "massacre", "assault")


@where(tuple(ASKING), ("dobj", "pobj"))
def mend_asked_phrases(words: Words) -> Words:
    """A phrase right behind a noun that asks for it is the noun's: "will impose sanctions on officials"."""
    for prep in words[2:]:
        noun = words[prep.i - 1]
        asked = prep.dep == "prep" and noun.lemma in ASKING.get(prep.text, ()) and noun.pos == "NOUN"
        those = prep.i + 1 < len(words) and words[prep.i + 1].text in ("those", "it", "them")
        if not asked or those or prep.head == noun.i or noun.dep not in ("dobj", "pobj", "nsubjpass"):
            continue
        verb = noun.head if noun.dep == "dobj" else words[noun.head].head
        if prep.head == verb:
            hang(words, prep.i, noun.i, "prep")
    return words


@where("which", "relcl", "by", HARM)
def mend_harm_told(words: Words) -> Words:
    """A "which" behind who did harm is the harm: "the shelling of a hospital by rebels, which killed nine"."""
    for clause in words:
        doer = words[clause.head]
        by = words[doer.head]
        harm = words[by.head]
        which = any(w.head == clause.i and w.text == "which" for w in words[: clause.i])
        people = doer.tag == "NNS" and doer.lemma in cues()["nouns.groups"] | cues()["nouns.forces"]
        done = clause.lemma in ("kill", "wound", "injure", "claim", "displace", "destroy", "damage")
        chain = clause.dep == "relcl" and doer.dep == "pobj" and by.text == "by" and harm.lemma in HARM
        if chain and which and (people or done):
            hang(words, clause.i, harm.i, "relcl")
    return words


@where("agent", "acl", ("against", "on"))
def mend_victims_of_deeds(words: Words) -> Words:
    """Against whom is told of what is carried out, not of who does it: "attacks carried out by rebels against X"."""
    for prep in words[4:]:
        doer = words[prep.head]
        by = words[doer.head]
        done = words[by.head]
        deed = words[done.head]
        chain = doer.dep == "pobj" and by.dep == "agent" and done.dep == "acl" and deed.lemma in HARM
        if prep.text in ("against", "on") and prep.dep == "prep" and chain and doer.i < prep.i:
            hang(words, prep.i, done.i, "prep")
    return words
