"""Mends in a parse: to whom a thing is given, in what state somebody is held, and what only looks like a verb."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.trees import (
    NOUNS,
    Words,
    below,
    child_of,
    first_of,
    hand_over,
    hang,
    has_object,
    has_own,
    is_named,
    last_of,
    where,
)

# What one is given without an article: "gave the duchy control of the river".
BARE_GIFTS = (
    *("control", "access", "passage", "entry", "permission", "authority", "power", "command"),
    *("asylum", "refuge", "citizenship", "immunity", "autonomy", "protection"),
)
LETTING = frozenset({"allow", "permit", "guarantee", "refuse"})  # which take a person and a thing: "allow X access"
PROVIDING = ("provide", "give", "grant", "donate", "offer", "send", "deliver", "supply", "lend", "pledge", "extend")
CAPTIVES = ("prisoner", "hostage", "captive")


@where("dobj")
def mend_second_gifts(words: Words) -> Words:
    """Of two objects side by side the first is given the second: "handed Abishev a letter"."""
    for taker in words[1:-1]:
        verb = words[taker.head]
        if taker.dep != "dobj" or taker.pos not in NOUNS or verb.lemma not in cues()["verbs.giving_to"]:
            continue
        beside = child_of(words, taker.i, "appos", start=taker.i + 1, end=taker.i + 2)
        if beside is not None and beside.pos == "PROPN" and taker.tag == "NNS" and has_own(words, taker.i, "det"):
            hang(words, beside.i, verb.i, "dobj")  # "offered the parties Ibadan"
        gift = child_of(words, verb.i, "dobj", start=taker.i + 1)
        counted = has_own(words, taker.i, "nummod", "quantmod") or taker.pos == "NUM"
        last = words[last_of(words, taker.i)]
        if gift is not None and not counted and last.pos in NOUNS and first_of(words, gift.i) == last.i + 1:
            hang(words, taker.i, verb.i, "dative")
    return words


@where("dative", "dobj", "to")
def mend_kinds_of_gifts(words: Words) -> Words:
    """Who gives a thing "to" somebody gives it to nobody before it: "transferred Leopard tanks to Chad"."""
    for kind in words[1:-1]:
        gift = child_of(words, kind.head, "dobj", start=kind.i + 1)
        if kind.dep != "dative" or kind.pos not in NOUNS or gift is None or gift.i != kind.i + 1 or gift.pos != "NOUN":
            continue
        given = (w for w in words[gift.i + 1 :] if w.text == "to" and w.head in (kind.head, gift.i) and w.tag != "TO")
        target = next(given, None)
        if target is not None and child_of(words, target.i, "pobj") is not None:
            hand_over(words, kind.i, gift.i)
            hang(words, kind.i, gift.i, "compound")
    return words


@where(("dobj", "dative"), ("nmod", "compound", "amod"))
def mend_recipients(words: Words) -> Words:
    """Who stands between a verb of giving and what it gives is given it: "gave the rebels missiles"."""
    for taker in words[1:-1]:
        gift = words[taker.head]
        verb = words[gift.head]
        lone = gift.dep == "dative" and gift.pos == "NOUN" and not has_object(words, verb.i)  # "gave Chad medicines"
        if taker.dep not in ("compound", "nmod", "amod") or not (gift.dep == "dobj" or lone):
            continue
        if not verb.i < taker.i < gift.i:
            continue
        between = words[verb.i + 1 : taker.i]
        following = words[taker.i + 1]
        own = [w for w in between if w.dep not in ("det", "compound") or w.head not in (taker.i, gift.i)]
        bare_gift = gift.lemma in BARE_GIFTS and following.dep == "amod" and following.head == gift.i
        led = own if bare_gift else [w for w in between if w.dep != "det"]  # "UN patrols free access"
        if verb.lemma not in cues()["verbs.giving_to"] | LETTING or led:
            continue
        counted = following.tag in ("CD", "$") and (following.head == taker.i or below(words, following.i, gift.i))
        several = taker.tag == "NNS" and bool(between) and following.i == gift.i
        known = taker.name is not None or taker.label in ("GPE", "ORG", "PERSON")
        named = taker.pos == "PROPN" and (known or counted) and not between and gift.tag in ("NNS", "CD")
        bare = bool(between) and following.i == gift.i and gift.lemma in BARE_GIFTS
        number = bool(between) and following.tag == "CD" and (taker.tag == "NN" or taker.name is not None)
        if not (several or (named and (following.i == gift.i or counted)) or bare or number or bare_gift):
            continue
        hang(words, gift.i, verb.i, "dobj")
        words[taker.i] = replace(taker, head=verb.i, dep="dative", pos="PROPN" if named else "NOUN")
        if taker.tag == "JJ":
            words[taker.i] = replace(words[taker.i], tag="NN")
        for other in list(words[verb.i + 1 : gift.i]):
            if other.dep == "det" and other.i < taker.i:
                hang(words, other.i, taker.i, "det")
            elif other.head == taker.i and other.i > taker.i:
                hang(words, other.i, gift.i, other.dep)
    return words


@where(CAPTIVES)
def mend_captives(words: Words) -> Words:
    """Who is held stands before what he is held as: "took dozens of soldiers prisoner", "is held hostage by X"."""
    for captive in words[1:]:
        if captive.lemma not in CAPTIVES or captive.dep not in ("dobj", "pobj", "oprd", "acomp"):
            continue
        verb = words[captive.head] if captive.dep != "pobj" else words[words[words[captive.head].head].head]
        who = words[captive.i - 1]
        if verb.lemma not in ("take", "hold", "keep") or not verb.i < captive.i:
            continue
        if any(w.head == verb.i and w.dep == "auxpass" for w in words):
            by = next((w for w in words[captive.i :] if w.text == "by" and w.head in (verb.i, captive.i)), None)
            hang(words, captive.i, verb.i, "prt" if by is None else "acomp")
            hand_over(words, captive.i, verb.i, start=captive.i, dep="prep")  # "is held hostage in X" is held in X
            if by is not None:
                hang(words, by.i, verb.i, "agent")
        elif who.head == captive.i and who.dep == "compound" and who.pos in NOUNS:
            hang(words, who.i, captive.head, captive.dep)
            hand_over(words, captive.i, who.i, end=captive.i)
            hang(words, captive.i, verb.i, "acomp")
            hand_over(words, captive.i, verb.i, start=captive.i)
        else:
            continue
        words[captive.i] = replace(words[captive.i], pos="ADJ", tag="JJ")
    return words


@where("VBZ", "conj", "dobj")
def mend_verbless_conjuncts(words: Words) -> Words:
    """Without "and" or a comma no verb goes on behind an object: "mapping coral reefs" maps reefs."""
    for word in words[2:]:
        noun, verb = words[word.i - 1], words[word.head]
        plural = word.tag == "VBZ" and word.dep == "conj" and word.text.endswith("s") and not has_own(words, word.i)
        if not plural or noun.dep != "dobj" or noun.tag != "NN" or not verb.i < noun.i:
            continue
        if any(w.dep == "cc" or w.text in (",", ";") for w in words[verb.i : word.i]):
            continue
        words[word.i] = replace(word, pos="NOUN", tag="NNS", head=noun.head, dep=noun.dep)
        hand_over(words, noun.i, word.i)
        hang(words, noun.i, word.i, "compound")
    return words


@where("to", "conj", "dobj")
def mend_shared_gifts(words: Words) -> Words:
    """To whom several things are given stands behind the last: "gave two boats and a radar to Fiji"."""
    for to in words:
        last = words[to.head]
        first = words[last.head]
        verb = words[first.head]
        if to.text != "to" or to.dep != "prep" or last.dep != "conj" or first.dep != "dobj":
            continue
        if verb.lemma in cues()["verbs.giving_to"] and words[to.i - 1].i == last.i:
            hang(words, to.i, verb.i, "dative")
    return words


@where("attr", "VBG")
def mend_progressives(words: Words) -> Words:
    """Who "is mediating" does so: a form in "-ing" without an article behind "is" is a verb."""
    for verb in words[2:]:
        be = words[verb.head]
        if verb.tag != "VBG" or verb.dep != "attr" or be.lemma != "be" or verb.i != be.i + 1 or be.dep != "ROOT":
            continue
        subject = child_of(words, be.i, "nsubj", end=be.i)
        acting = subject is not None and (subject.pos == "PROPN" or subject.lemma in cues()["nouns.groups"])
        if not acting or has_own(words, verb.i, "det", "amod", "compound", "poss"):
            continue
        words[verb.i] = replace(verb, pos="VERB", head=verb.i, dep="ROOT")
        hand_over(words, be.i, verb.i)
        words[be.i] = replace(be, pos="AUX", head=verb.i, dep="aux")
    return words


@where(("ccomp", "acl"), "advcl", "VBG", ",")
def mend_adding_speakers(words: Words) -> Words:
    """What a speaker adds at the end is the speaker's: "denied that its men had left, dismissing it as rumour"."""
    for clause in words[2:]:
        said = words[clause.head]
        speech = words[said.head]
        if clause.dep != "advcl" or clause.tag != "VBG" or words[clause.i - 1].text != ",":
            continue
        if said.dep == "acl" and said.tag == "VB" and speech.dep == "dobj":  # "rejected a plan to act, calling it X"
            if clause.lemma in ("call", "describe", "brand", "label", "dub", "term"):
                hang(words, clause.i, speech.head, "advcl")
            continue
        if said.dep != "ccomp":
            continue
        saying = cues()["speech.verbs"] | cues()["speech.denying"]
        adding = saying | cues()["verbs.judging"] | cues()["verbs.dismissing"] | cues()["verbs.accusing"]
        if clause.lemma not in adding or speech.lemma not in saying:
            continue
        that = any(w.head == said.i and w.dep == "mark" for w in words)
        if not speech.i < said.i < clause.i or not that:
            continue
        hang(words, clause.i, speech.i, "advcl")
    return words


@where(("deny", "grant", "refuse", "give"), "access", "compound", "PRP$")
def mend_denied_access(words: Words) -> Words:
    """Several before "access" are those who are given or denied it: "denied its inspectors access to the port"."""
    for taker in words[2:-1]:
        access, whose = words[taker.head], words[taker.i - 1]
        verb = words[access.head]
        given = verb.lemma in ("deny", "grant", "refuse", "give") and access.dep == "dobj" and access.text == "access"
        if given and taker.tag == "NNS" and taker.dep == "compound" and whose.tag == "PRP$" and taker.i < access.i:
            hang(words, taker.i, verb.i, "dative")
            hang(words, whose.i, taker.i, "poss")
    return words


@where(("worth", "valued", "estimated"), "to")
def mend_gifts_worth_amounts(words: Words) -> Words:
    """What a gift is worth does not part it from its taker: "provided aid worth 3 million dollars to X"."""
    for worth in words[2:-2]:
        if worth.text not in ("worth", "valued", "estimated"):
            continue
        gift = words[worth.head]
        if worth.dep == "dobj" and words[worth.i - 1].head == gift.i and words[worth.i - 1].dep == "dative":
            gift = words[worth.i - 1]  # "gave food worth 3 million dollars"
            hang(words, gift.i, worth.head, "dobj")
            hang(words, worth.i, gift.i, "amod")
            words[worth.i] = replace(worth, tag="JJ", pos="ADJ", head=gift.i, dep="amod")
        verb = words[gift.head]
        to = next((w for w in words[worth.i :] if w.head == worth.i and w.text == "to"), None)
        if to is not None and gift.dep == "dobj" and verb.lemma in PROVIDING:
            hang(words, to.i, verb.i, "dative")
    return words


LOANS = ("loan", "grant", "credit", "funding", "financing", "donation", "gift", "contribution")
FUNDING = ("finance", "fund", "support", "back", "pay", "sponsor", "underwrite", "cover")


@where(LOANS, "from", FUNDING, "VBN")
def mend_lenders(words: Words) -> Words:
    """Who lends is who finances: "financed by a loan from X" is financed by X."""
    for from_ in words[4:-1]:
        loan, lender = words[from_.head], child_of(words, from_.i, "pobj", start=from_.i)
        by = words[loan.head]
        deed = words[by.head]
        lent = from_.text == "from" and loan.lemma in LOANS and loan.dep == "pobj" and lender is not None
        led = by.text in ("by", "through") or (by.text == "with" and deed.lemma in ("finance", "fund", "pay"))
        if lent and led and lender is not None and is_named(lender) and deed.tag == "VBN" and deed.lemma in FUNDING:
            words[by.i] = replace(by, dep="agent")
            hang(words, lender.i, by.i, "pobj")
            hang(words, loan.i, deed.i, "dep")
    return words
