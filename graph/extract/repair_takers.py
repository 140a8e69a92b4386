"""Mends in a parse: to whom things are given, what stands behind fixed phrases, and verbs that are no verbs."""

from dataclasses import replace

from graph.extract.trees import Words, child_of, hang, join_to, where

HANDING = ("provide", "pay", "donate", "distribute", "deliver", "supply", "allocate")
# Nouns that say themselves to what: "access to X".
TOWARD = ("access", "response", "threat", "answer", "alternative", "solution", "right", "approach", "visit", "tribute")
GIVING = ("give", "grant", "offer", "deny", "lend", "promise")
POWERS = frozenset(
    {"control", "access", "power", "permission", "support", "credit", "aid", "help", "time", "authority", "priority"}
    | {"asylum", "immunity", "citizenship", "independence", "protection", "money", "land", "command", "custody"}
)
# "in retaliation for X": what two prepositions and a noun say together of a verb.
JOINTS = {
    "retaliation": ("for",),
    "response": ("to",),
    "exchange": ("for",),
    "return": ("for",),
    "protest": ("at", "against", "over"),
    "connection": ("with",),
    "violation": ("of",),
    "breach": ("of",),
    "defiance": ("of",),
    "accordance": ("with",),
    "reaction": ("to",),
    "revenge": ("for",),
}
KEEPING = ("prison", "jail", "custody", "detention", "office", "power", "exile", "parliament", "captivity")
PAUSING = ("resume", "stop", "cease", "halt", "suspend", "end")
BUYING = ("ban", "buy", "sell", "bar", "import", "prohibit", "seize", "purchase", "export")


@where(HANDING, "to", "dobj")
def mend_takers(words: Words) -> Words:
    """To whom a bare thing is handed is told of the verb: "provide accommodation to families"."""
    for to in words[2:]:
        thing = words[to.head]
        verb = words[thing.head]
        taker = child_of(words, to.i, "pobj", start=to.i + 1)
        bare = taker is not None and taker.tag == "NNS" and words[taker.i - 1].i == to.i and thing.i == to.i - 1
        bare = bare and not any(w.head == thing.i and w.i < thing.i for w in words)
        handed = bare and to.text == "to" and to.dep == "prep" and thing.dep == "dobj" and verb.lemma in HANDING
        if handed and verb.i < thing.i < to.i and thing.lemma not in TOWARD and verb.tag != "VBN":
            hang(words, to.i, verb.i, "prep")
    return words


@where(GIVING, POWERS, "compound")
def mend_given_powers(words: Words) -> Words:
    """A name before a bare power is who gets it: "gave Peru control of the strait"."""
    for taker in words[:-1]:
        power = words[taker.head]
        verb = words[power.head]
        close = taker.dep in ("compound", "nmod") and taker.pos == "PROPN" and power.i == taker.i + 1
        given = power.lemma in POWERS and power.dep == "dobj" and verb.lemma in GIVING and verb.i < taker.i
        if close and given and power.name is None:
            hang(words, taker.i, verb.i, "dative")
    return words


@where(tuple(JOINTS), "in")
def mend_joints(words: Words) -> Words:
    """What is done in return for a thing is told of the verb: "expelled the envoy in retaliation for the raid"."""
    for noun in words[2:-1]:
        before, behind = words[noun.i - 1], words[noun.i + 1]
        if noun.lemma not in JOINTS or before.text != "in" or behind.text not in JOINTS[noun.lemma]:
            continue
        thing = words[before.head]
        verb = words[thing.head]
        if thing.dep in ("dobj", "nsubjpass") and verb.pos == "VERB" and verb.i < before.i:
            hang(words, before.i, verb.i, "prep")
        if behind.head != noun.i:
            hang(words, behind.i, noun.i, "prep")
    return words


@where(KEEPING, "year", "in")
def mend_years_in_prison(words: Words) -> Words:
    """Where years are spent is told of the years: "sentenced X to twelve years in prison"."""
    for kept in words[2:]:
        prep = words[kept.head]
        years = words[prep.i - 1]
        close = prep.text == "in" and kept.dep == "pobj" and years.lemma in ("year", "month") and years.dep == "pobj"
        if close and kept.lemma in KEEPING and words[years.head].head == prep.head:
            hang(words, prep.i, years.i, "prep")
    return words


@where("of", ("NNP", "NN"), "pobj")
def mend_gerunds_behind_of(words: Words) -> Words:
    """Of two nouns behind "of" the first in "-ing" is a verb with the second: "of rigging last year's vote"."""
    for gerund in words[2:-1]:
        prep = words[gerund.head]
        form = (
            gerund.text.endswith("ing")
            and gerund.text.islower()
            and gerund.dep == "pobj"
            and gerund.pos in ("NOUN", "PROPN")
        )
        if prep.text != "of" or not form or prep.i + 1 != gerund.i:
            continue
        second = child_of(words, prep.i, "pobj", start=gerund.i + 1)
        if second is None:
            continue
        words[gerund.i] = replace(gerund, pos="VERB", tag="VBG", dep="pcomp")
        hang(words, second.i, gerund.i, "dobj")
    return words


@where(PAUSING, "xcomp", "VBG")
def mend_paused_deeds(words: Words) -> Words:
    """A bare gerund behind a verb of pausing is what pauses: "resumed shelling"."""
    for deed in words[1:]:
        verb = words[deed.head]
        bare = deed.dep == "xcomp" and deed.tag == "VBG" and verb.lemma in PAUSING and verb.i == deed.i - 1
        if bare and not any(w.head == deed.i and w.dep != "punct" for w in words):
            words[deed.i] = replace(deed, pos="NOUN", tag="NN", dep="dobj", lemma=deed.text.lower())
    return words


@where(BUYING, "ccomp", "nsubj", "VBD")
def mend_sold_things(words: Words) -> Words:
    """What is bought or banned says nothing: "bans wine sold illegally" bans the wine that is sold."""
    for sold in words[2:]:
        verb = words[sold.head]
        thing = child_of(words, sold.i, "nsubj", start=verb.i + 1, end=sold.i)
        close = sold.dep == "ccomp" and sold.tag == "VBD" and verb.lemma in BUYING and thing is not None
        more = any(w.head == sold.i and w.dep in ("dobj", "aux", "mark") for w in words)
        if close and not more and thing is not None and sold.i == thing.i + 1:
            hang(words, thing.i, verb.i, "dobj")
            words[sold.i] = replace(sold, tag="VBN", head=thing.i, dep="acl")
    return words


@where("belong", "TO", "xcomp")
def mend_owners_as_verbs(words: Words) -> Words:
    """A capital behind "belongs to" is a name: "belonged to Denmark"."""
    for owner in words[2:]:
        verb, to = words[owner.head], words[owner.i - 1]
        if owner.dep != "xcomp" or verb.lemma != "belong" or to.tag != "TO" or not owner.text[:1].isupper():
            continue
        words[owner.i] = replace(owner, pos="PROPN", tag="NNP", head=to.i, dep="pobj", lemma=owner.text)
        words[to.i] = replace(to, pos="ADP", tag="IN", head=verb.i, dep="prep")
    return words


@where("as", "JJ", "amod")
def mend_states_behind_as(words: Words) -> Words:
    """An adjective behind "as" is what a thing is taken for: "treated as confidential"."""
    for state in words[2:]:
        prep = words[state.head]
        taken = words[prep.head].lemma in (
            "treat",
            "regard",
            "view",
            "describe",
            "consider",
            "classify",
            "see",
            "dismiss",
        )
        last = state.i + 1 >= len(words) or words[state.i + 1].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ")
        if (
            state.dep == "amod"
            and state.pos == "ADJ"
            and prep.text == "as"
            and taken
            and last
            and prep.i == state.i - 1
        ):
            words[state.i] = replace(state, dep="pobj", pos="NOUN")
    return words


PUNISHING = (
    "expel",
    "suspend",
    "fire",
    "blacklist",
    "sanction",
    "ban",
    "jail",
    "arrest",
    "fine",
    "detain",
    "dismiss",
    "sack",
)


@where(PUNISHING, "for", "dobj")
def mend_punished(words: Words) -> Words:
    """For what somebody is punished is told of the punishing: "expelled two diplomats for spying"."""
    for prep in words[2:]:
        noun = words[prep.head]
        verb = words[noun.head]
        deed = next((w for w in words[prep.i + 1 :] if w.head == prep.i), None)
        acting = deed is not None and (deed.dep == "pcomp" or deed.text.endswith("ing"))
        behind = prep.text == "for" and prep.dep == "prep" and noun.dep == "dobj" and verb.lemma in PUNISHING
        if behind and acting and verb.i < noun.i < prep.i:
            hang(words, prep.i, verb.i, "prep")
    return words


@where("and", ",", ("npadvmod", "pobj"), "dobj")
def mend_set_off_members(words: Words) -> Words:
    """A last member behind what is set off by commas is one of the list: "bought bread and, later, a boat"."""
    for joint in words[2:-4]:
        if joint.text != "and" or words[joint.i + 1].text != ",":
            continue
        second = next((w for w in words[joint.i + 3 : joint.i + 8] if w.text == ","), None)
        verb = words[joint.head]
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=joint.i)
        member = words[second.i + 1] if second is not None and second.i + 1 < len(words) else None
        if second is None or thing is None or member is None or verb.pos != "VERB":
            continue
        noun = words[member.head] if member.dep in ("det", "amod", "nummod", "poss") else member
        lost = noun.dep == "npadvmod" or (noun.dep == "pobj" and joint.i < noun.head < second.i)
        if lost and noun.i > second.i and noun.pos in ("NOUN", "PROPN"):
            join_to(words, noun.i, thing.i, joint)
    return words
