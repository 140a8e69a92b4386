"""Mends in a parse: what a list leaves out because its first member said it, and offices behind names."""

from dataclasses import replace

from graph.extract.cues import cues
from graph.extract.lemmas import verb_of
from graph.extract.parse import Word
from graph.extract.repair_whose import is_bearer
from graph.extract.spacy_model import verb_index
from graph.extract.trees import Words, child_of, hand_over, hang, has_own, join_to, where
from graph.model import EntityType

NOUNS = ("NOUN", "PROPN")
LONGEST_TOLL = 4  # words from "and" on that tell how many more were hurt
MORE = ("a", "another", "other", "others", "third", "second", "more", "further", "one")
ENDS = ("from", "to", "for", "into")  # what leads to an end of what is bought, sent or brought
PARTS = ("nmod", "appos", "compound", "conj")  # what the parser makes of a doer whose verb is left out
YEAR = 4  # digits
LONGEST_WAY = 6  # words up from such a doer to the verb


@where("and", "pobj", "conj", "dobj")
def mend_gapped_objects(words: Words) -> Words:
    """A list of two things with two ends leaves the verb out: "imports oil from Peru and gas from Chile"."""
    for second in (w for w in words[4:-2] if w.dep == "conj"):
        first_end = words[second.head]
        lead = words[first_end.head]
        verb = words[lead.head]
        verb = words[verb.head] if verb.dep == "dobj" else verb
        thing = child_of(words, verb.i, "dobj", start=verb.i, end=lead.i)
        behind = words[second.i + 1]
        listed = first_end.dep == "pobj" and second.pos in NOUNS and first_end.pos in NOUNS
        same = behind.dep in ("prep", "dative") and behind.text == lead.text and behind.head in (verb.i, second.i)
        if thing is None or not listed or not same or verb.pos != "VERB" or lead.text not in ENDS:
            continue
        hang(words, second.i, thing.i, "conj")
        hang(words, behind.i, second.i, "prep")
        hand_over(words, first_end.i, thing.i, start=first_end.i, end=second.i, dep="cc")
    return words


@where("to", ("advcl", "conj", "acl"), "and", "xcomp")
def mend_second_asked(words: Words) -> Words:
    """Who is asked second is who is to act: "urged Peru to open the border and Chile to free the hostages"."""
    for deed in words[6:]:
        asked = words[deed.i - 2]
        joint = next((w for w in words[max(asked.i - 2, 0) : asked.i] if w.text == "and"), None)
        infinitive = deed.tag == "VB" and words[deed.i - 1].tag == "TO" and deed.dep in ("advcl", "conj", "acl")
        if not infinitive or joint is None or asked.pos != "PROPN" or asked.dep not in ("pobj", "conj"):
            continue
        first = next((w for w in words[: joint.i][::-1] if w.dep == "xcomp" and w.tag == "VB"), None)
        verb = words[first.head] if first is not None else deed
        if first is None or verb.lemma not in cues()["modality.proposed"] or words[verb.i].pos != "VERB":
            continue
        between = words[asked.i - 1]
        if between.text not in ("and", "on", "upon", "to"):
            continue
        hang(words, deed.i, verb.i, "xcomp")
        hang(words, asked.i, deed.i, "nsubj")
        if between.text != "and":
            hang(words, between.i, deed.i, "mark")
    return words


@where("amod", ("nmod", "compound"), "TO")
def mend_tasking(words: Words) -> Words:
    """A form in "-ed" between a name and those who are to act is the verb: "Chile tasked officials to review X"."""
    for form in words[1:-3]:
        doers, name = words[form.i + 1], words[form.i - 1]
        deed = words[doers.head]
        if form.dep != "amod" or not form.text.endswith("ed"):
            continue
        shaped = form.head == doers.i and doers.tag == "NNS"
        named = name.pos == "PROPN" and name.head == doers.i and name.dep in ("nmod", "compound")
        lemma = verb_of(form.text.lower(), verb_index()[0])
        to = any(w.head == deed.i and w.tag == "TO" for w in words[doers.i :])
        asks = lemma in cues()["modality.proposed"]
        if not (shaped and named and asks and to) or doers.dep != "nsubj" or deed.head != deed.i:
            continue
        words[form.i] = replace(form, pos="VERB", tag="VBD", lemma=lemma, head=form.i, dep="ROOT")
        hand_over(words, deed.i, form.i, end=form.i)
        hang(words, name.i, form.i, "nsubj")
        hang(words, doers.i, form.i, "dobj")
        hang(words, deed.i, form.i, "xcomp")
    return words


@where(("which", "whom"), "dep", "relcl")
def mend_bound_prepositions(words: Words) -> Words:
    """A preposition before "which" is one: "the fund, of which Peru is a member"."""
    for prep in words[:-1]:
        clause = words[prep.head]
        if prep.dep == "dep" and prep.tag == "IN" and words[prep.i + 1].tag in ("WDT", "WP") and clause.dep == "relcl":
            hang(words, prep.i, clause.i, "prep")
    return words


@where("conj", ",", "nsubj")
def mend_offices_behind_names(words: Words) -> Words:
    """Offices between commas behind a name are its bearer's: "Ann Berg, Deputy Director and Acting Chair, met X"."""
    for office in (w for w in words[2:-1] if w.dep == "conj"):
        person = words[office.head]
        start = min([office.i, *(w.i for w in words if w.head == office.i and w.dep in ("compound", "amod"))])
        capital = is_bearer(office) and office.text[:1].isupper() and office.name is None
        human = person.label == "PERSON" or (person.name is not None and person.name.type is EntityType.PERSON)
        bearer = human and person.pos == "PROPN" and not is_bearer(person) and person.i < start
        if not capital or not bearer or words[start - 1].text != "," or start - person.i != 2:
            continue
        named = words[office.i + 1].pos == "PROPN" or any(w.head == office.i and w.dep == "appos" for w in words)
        if not named and not has_own(words, office.i):
            hang(words, office.i, person.i, "appos")
    return words


@where("advcl", "TO", "nsubj", ",")
def mend_places_in_two(words: Words) -> Words:
    """An infinitive has no subject without "for": who "travelled to Siem Reap, Cambodia to meet X" is to meet X."""
    for land in words[3:-2]:
        deed, town = words[land.head], words[land.i - 2]
        infinitive = deed.tag == "VB" and deed.dep == "advcl" and words[land.i + 1].tag == "TO"
        set_off = words[land.i - 1].text == "," and town.dep == "pobj" and town.pos == "PROPN"
        if infinitive and set_off and land.dep == "nsubj" and land.pos == "PROPN":
            hang(words, land.i, town.i, "appos")
    return words


@where("forward", "to", "VBG", "advcl")
def mend_awaited_deeds(words: Words) -> Words:
    """What somebody looks forward to is what another does: "look forward to Peru hosting the summit"."""
    for deed in words[4:]:
        doer = words[deed.i - 1]
        to = words[doer.head]
        verb = words[to.head]
        awaited = doer.dep == "pobj" and to.text == "to" and verb.lemma == "look"
        if deed.tag == "VBG" and deed.dep == "advcl" and awaited and doer.pos in NOUNS:
            hang(words, deed.i, doer.i, "acl")
    return words


# The labels of who does, and of what is done, in a clause that leaves out the verb of the one before.
GAP_SUBJECT, GAP_OBJECT = "gapsubj", "gapobj"


@where("and", "conj", "PROPN", ("dobj", "pobj"))
def mend_gapped_clauses(words: Words) -> Words:
    """A second doer with a second thing leaves the verb out: "Canada sent three tanks and Spain a field hospital"."""
    for doer in words[4:-2]:
        first, behind = words[doer.head], words[doer.i + 1]
        prep = words[first.head]
        thing = first if first.dep == "dobj" else words[prep.head]
        verb = words[thing.head] if thing.dep == "dobj" else thing
        other = words[behind.head]
        known = doer.name is not None or doer.label in ("GPE", "ORG", "PERSON")
        joined = doer.dep == "conj" and doer.pos == "PROPN" and known and words[doer.i - 1].lemma == "and"
        listed = first.dep == "dobj" or (first.dep == "pobj" and prep.dep == "prep")
        if not joined or not listed or verb.pos != "VERB" or behind.tag not in ("DT", "CD") or other.i <= doer.i:
            continue
        given = child_of(words, verb.i, "dobj", start=verb.i, end=doer.i)
        subject = child_of(words, verb.i, "nsubj", end=verb.i)
        dated = other.label in ("DATE", "TIME")  # "praised the plan and Chile the next day"
        fits = (
            other.pos == "NOUN"
            and not dated
            and other.head in (doer.i, verb.i)
            and given is not None
            and given.pos == "NOUN"
        )
        if fits and subject is not None and subject.pos == "PROPN":
            hang(words, doer.i, verb.i, GAP_SUBJECT)
            hang(words, other.i, verb.i, GAP_OBJECT)
            hang(words, doer.i - 1, verb.i, "cc")
    return words


@where("and", PARTS, "PROPN", "dobj", "CD")
def mend_gapped_amounts(words: Words) -> Words:
    """A second doer before a second amount leaves the verb out: "Chile pledged 3 million euros and Peru 2 million".

    So it does where they are given it, and where the amount is but a number: "was sent 40 buses and Peru 25".
    """
    for doer in words[4:-2]:
        joint, number = words[doer.i - 1], words[doer.i + 1]
        named = doer.pos == "PROPN" and (doer.name is not None or doer.label in ("GPE", "ORG", "PERSON"))
        if not named or doer.dep not in PARTS or number.tag not in ("CD", "$") or joint.text not in ("and", ","):
            continue
        amount = amount_behind(words, doer)
        verb = verb_over(words, doer)
        first = child_of(words, verb.i, "dobj", start=verb.i, end=doer.i) if verb is not None else None
        if amount is None or verb is None or first is None or verb.pos != "VERB":
            continue
        counted = first.tag == "CD" or child_of(words, first.i, "nummod", end=first.i) is not None
        subject = child_of(words, verb.i, "nsubj", "nsubjpass", end=verb.i)
        # "gave Chad 2 million and Peru 3 million"
        taker = any(w.head == verb.i and w.dep == "dative" and w.pos != "ADP" for w in words)
        if counted and subject is not None and subject.pos == "PROPN" and not taker:
            leave_verb_out(words, verb, doer, amount)
    return words


def amount_behind(words: Words, doer: Word) -> Word | None:
    """The number behind a name, or the noun that it counts; None where more than a phrase or a member follows."""
    amount = words[doer.i + 1]
    while amount.tag in ("CD", "$") and amount.head > amount.i:
        amount = words[amount.head]
    dated = (
        amount.label in ("DATE", "TIME") if amount.tag != "CD" else amount.text.isdigit() and len(amount.text) == YEAR
    )
    if amount.pos not in (*NOUNS, "NUM") or amount.text == "one" or dated:
        return None
    behind = words[min(amount.i + 1, len(words) - 1)]
    ends = behind.i == amount.i or behind.pos in ("PUNCT", "ADP", "CCONJ") or behind.tag == "TO"
    second = child_of(words, amount.head, amount.dep, end=doer.i) is not None  # of what a verb has but one of
    loose = amount.dep in PARTS or (second and amount.dep in ("dobj", "pobj", "dative"))
    loose = loose or (amount.dep == "npadvmod" and amount.tag == "CD" and amount.head < doer.i)
    return amount if ends and (amount.head in (doer.i, doer.head) or loose) else None


def verb_over(words: Words, doer: Word) -> Word | None:
    """The verb over a name that the parser takes for a part of what the verb has before it."""
    at = doer
    for _ in range(LONGEST_WAY):
        if at.dep not in (*PARTS, "pobj", "prep", "dobj", "dative", GAP_SUBJECT, GAP_OBJECT) or (
            at.head >= doer.i and at.i != doer.i
        ):
            return None
        at = words[at.head]
        if at.pos == "VERB":
            return at if at.i < doer.i else None
    return None


def leave_verb_out(words: Words, verb: Word, doer: Word, amount: Word) -> None:
    """Hang a doer and a thing on the verb that their clause leaves out, and what is behind the thing on that."""
    joint = words[doer.i - 1]
    hand_over(words, doer.i, verb.i if amount.tag == "CD" else amount.i, start=amount.i + 1, dep="prep")
    hang(words, doer.i, verb.i, GAP_SUBJECT)
    hang(words, amount.i, verb.i, GAP_OBJECT)
    hang(words, joint.i, verb.i, "cc" if joint.text == "and" else "punct")


@where("auxpass", "nsubjpass", "cc", ("VBN", "VBD"), ("CD", "another", "others"))
def mend_gapped_tolls(words: Words) -> Words:
    """A second passive may leave its "were" out: "in which two soldiers were killed and four others wounded by X"."""
    for done in words[5:]:
        some = words[done.i - 1]
        told = done.tag in ("VBN", "VBD") and (words[done.i].head == some.i or some.head == done.i)
        joint = next((w for w in reversed(words[done.i - LONGEST_TOLL : done.i]) if w.text in ("and", "but")), None)
        own = child_of(words, done.i, "nsubj", "nsubjpass", "aux", "auxpass", "dobj")
        if joint is None or not told or own not in (None, words[some.i]) or words[some.i].head > done.i:
            continue
        if done.head == done.i or (done.tag == "VBD" and done.lemma not in cues()["verbs.tolling"]):
            continue
        first = next((w for w in reversed(words[: joint.i]) if w.pos == "VERB"), None)
        hurt = child_of(words, first.i, "nsubjpass", end=first.i) if first is not None else None
        more = all(w.tag == "CD" or w.text in MORE or w.pos in NOUNS for w in words[joint.i + 1 : done.i])
        counted = hurt is not None and any(w.tag == "CD" for w in words[max(0, hurt.i - 3) : hurt.i + 1])
        if first is None or not (more and counted) or child_of(words, first.i, "auxpass", end=first.i) is None:
            continue
        join_to(words, done.i, first.i, joint)
        hang(words, some.i, done.i, "nsubjpass")
        words[done.i] = replace(words[done.i], tag="VBN")
    return words
