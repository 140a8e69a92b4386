"""Mends in a parse: what the members of a list of verbs are coordinated with."""

from dataclasses import replace

from graph.extract.cues import cues, stating
from graph.extract.numbers import find_number
from graph.extract.parse import Word
from graph.extract.repair_forms import is_base
from graph.extract.spacy_model import is_plain_verb
from graph.extract.trees import NOUNS, Words, below, child_of, hang, has_own, join_to, root_of, where
from graph.model import EntityType

APART = (EntityType.COUNTRY, EntityType.PERSON)  # kinds of which none is another


@where("VBG", ",", ("advcl", "conj"))
def mend_gerund_nouns(words: Words) -> Words:
    """An "-ing" noun in a list of gerunds is one: "banned from testing, making or selling X"."""
    for word in words[:-2]:
        if word.tag != "NN" or word.dep != "pobj" or not word.text.endswith("ing"):
            continue
        comma, second = words[word.i + 1], words[word.i + 2]
        listed = comma.text == "," and second.tag == "VBG" and second.dep in ("advcl", "conj")
        if listed and not has_own(words, word.i, "det", "amod", "compound", "poss"):
            words[word.i] = replace(word, pos="VERB", tag="VBG", dep="pcomp")
    return words


@where("VBG", "amod", "advcl", "pobj")
def mend_first_gerunds(words: Words) -> Words:
    """The first of a list of gerunds governs its noun like the others: "for raising X, reducing Y, and ending Z"."""
    for first in words[1:-3]:
        prep, thing = words[first.i - 1], words[first.head]
        leads = first.tag == "VBG" and first.dep == "amod" and prep.dep == "prep" and thing.head == prep.i
        if not leads or thing.dep != "pobj" or any(w.dep == "det" and w.head == thing.i for w in words):
            continue
        verb = verb_above(words, prep.i)
        second = next((w for w in words[thing.i :] if w.tag == "VBG" and w.dep == "advcl" and w.head == verb), None)
        closing = second is not None and any(w.dep == "conj" and w.tag == "VBG" and w.head == second.i for w in words)
        if second is None or not closing or words[second.i - 1].text != ",":
            continue
        words[first.i] = replace(first, pos="VERB", dep="pcomp", head=prep.i)
        hang(words, thing.i, first.i, "dobj")
    return words


@where("pcomp", "VBG", ("advcl", "conj"))
def mend_gerund_lists(words: Words) -> Words:
    """Gerunds in a list that "and" closes go on with the one that a preposition governs, not with the verb above.

    "a role in funding A, backing B, and building C": the role is in all three.
    """
    for first in list(words):
        if first.tag != "VBG" or first.dep != "pcomp" or words[first.head].lemma in ("as", "like"):
            continue
        verb = verb_above(words, first.i)
        participles = (w.tag == "VBG" and w.dep == "advcl" and w.head == verb and w.i < first.i for w in words)
        if words[verb].tag == "VBG" or any(participles):
            continue  # "…, drafting a plan for funding A, and leading B": those are the list
        members: list[int] = []
        for word in words[first.i + 1 :]:
            listed = word.tag == "VBG" and words[word.i - 1].text in (",", ";", "and", "or")
            last = words[word.i - 1].text == "and" and words[word.i - 2].text == ","  # "…, and ending X" ends a list
            far = last and bool(members) and below(words, first.i, word.head)
            above = word.dep == "acl" and word.head < first.i  # "support for X through doing A, doing B, and doing C"
            inside = word.dep in ("advcl", "conj") and (word.head in (verb, first.i, *members) or far)
            if listed and (inside or above):
                members.append(word.i)
        closed = bool(members) and words[members[-1] - 1].text in ("and", "or")
        for member in members if closed else ():
            hang(words, member, first.i, "conj")
    return words


@where("pcomp", "VBG", "conj")
def mend_gerund_partners(words: Words) -> Words:
    """A finite verb is no partner of a gerund: "recognise X's role in doing Y and express support" goes on above."""
    for word in words:
        head = words[word.head]
        finite = word.dep == "conj" and word.tag in ("VBP", "VBZ", "VBD", "VB") and word.pos == "VERB"
        if not finite or head.tag != "VBG" or head.dep != "pcomp" or head.i > word.i:
            continue
        above = verb_above(words, head.i)
        if words[above].tag in ("VBP", "VBZ", "VBD", "VB") and above < head.i:
            hang(words, word.i, above, "conj")
    return words


def verb_above(words: Words, i: int) -> int:
    """The nearest finite verb or infinitive above a word; the word itself where none is."""
    at = i
    while words[at].head != at:
        at = words[at].head
        if words[at].pos in ("VERB", "AUX") and words[at].dep != "pcomp":
            return at
    return at


@where("ccomp", "conj")
def mend_performatives(words: Words) -> Words:
    """What one does in saying goes on with what one says: "we reaffirm that X must act, and reiterate our support"."""
    performing = cues()["speech.performing"]
    for word in words:
        head = words[word.head]
        if word.dep != "conj" or head.dep != "ccomp" or word.lemma not in performing or head.i > word.i:
            continue
        saying = cues()["speech.verbs"] | performing
        above = words[head.head]
        said = above.lemma in saying and above.i < head.i
        own = any(w.head == word.i and w.dep.startswith(("nsubj", "aux")) for w in words)
        tense = "VBP" if above.tag == "VBD" and is_base(above) else above.tag
        same = {word.tag, tense} in ({"VBP"}, {"VB", "VBP"}, {"VBD"}, {"VBZ"})
        if said and same and not own and head.lemma not in saying:
            hang(words, word.i, above.i, "conj")
    return words


@where("appos")
def mend_listed_appositions(words: Words) -> Words:
    """Several with an article are no apposition to one name, where they go on as a list: "X, the As, and the Bs"."""
    for word in words:
        if word.dep != "appos":
            continue
        one = words[word.head]
        among = one.dep == "pobj" and words[one.head].lemma in ("between", "among")  # among needs several
        kinds = {w.name.type if w.name is not None else None for w in (word, one)}
        alike = len(kinds) == 1 and kinds <= {*APART}  # "X, the Y Republic, and Z": no country is another
        apart = alike and word.i > one.i and (has_member(words, word.i) or goes_on(words, one.i, word))
        apart = apart or is_next_number(words, one, word)
        several = word.tag == "NNS" and one.name is not None and one.tag in ("NN", "NNP")
        if among or apart or (several and {"det", "conj"} <= {w.dep for w in words if w.head == word.i}):
            hang(words, word.i, one.i, "conj")
    return words


def goes_on(words: Words, one: int, second: Word) -> bool:
    """Whether behind a second name the list goes on with a third of its kind: "Peru, Chile, and Kenya condemn"."""
    thirds = (w for w in words[second.i + 1 :] if w.head == one and w.dep == "conj" and w.name is not None)
    return any(w.name is not None and second.name is not None and w.name.type is second.name.type for w in thirds)


def is_next_number(words: Words, one: Word, other: Word) -> bool:
    """Whether a counted noun is another than the one before: "12 members, 7 guests and the heads of X and Y"."""
    counts = [child_of(words, i, "nummod") for i in (one.i, other.i)]
    numbers = [find_number(w.text.lower()) if w is not None else None for w in counts]
    definite = any(w.dep == "det" and w.lemma == "the" for w in words if words[w.head].head == other.i)
    return None not in numbers and has_member(words, other.i) and definite


def has_member(words: Words, i: int) -> bool:
    """Whether something is coordinated with a word."""
    return any(w.head == i and w.dep == "conj" for w in words)


@where("conj", "cc")
def mend_closing_members(words: Words) -> Words:
    """The "and" behind a list of nouns without one of its own closes that list: "asks A, B, C of D and E" asks E too.

    Not what D would be coordinated with: then the list of A, B and C had no "and".
    """
    for inner in list(words):
        held = inner.dep == "pobj" and words[inner.head].dep == "prep"
        holder = words[words[inner.head].head] if held else inner
        if not held or holder.dep != "conj" or holder.pos not in NOUNS or has_conjunction(words, holder.i):
            continue
        members = list_above(words, holder.i)
        partners = [w for w in words if w.head == inner.i and w.dep == "conj"]
        joints = [w for w in words if w.head == inner.i and w.dep == "cc"]
        open_ = len(members) > 1 and not any(has_conjunction(words, m) for m in members)
        if not open_ or len(partners) != 1 or len(joints) != 1 or inner.i < holder.i:
            continue
        article = next((w for w in words if w.head == partners[0].i and w.dep == "det"), None)
        if article is not None and article.i == joints[0].i + 1:
            join_to(words, partners[0].i, holder.i, joints[0])
    return words


def list_above(words: Words, i: int) -> list[int]:
    """The members of a list before one of them, and the member itself."""
    members = [i]
    while words[members[0]].dep == "conj":
        members.insert(0, words[members[0]].head)
    return members


def has_conjunction(words: Words, i: int) -> bool:
    """Whether "and" or "or" hangs on a word."""
    return any(w.head == i and w.dep == "cc" for w in words)


@where("VB", ",", "conj")
def mend_verb_lists(words: Words) -> Words:
    """In a list closed by "and" with a verb every member has its verb: "to keep peace, champion trade, and back X".

    "Champion trade" would be one noun, and the nouns a list without its "and".
    """
    for word in list(words):
        noun = words[word.head]
        led = word.i > 0 and words[word.i - 1].text == "," and word.dep in ("amod", "compound", "nmod")
        if not led or noun.dep not in ("conj", "appos") or noun.i < word.i or noun.i <= noun.head or word.name:
            continue
        if word.text not in cues()["verbs.disguised"] or has_conjunction(words, noun.i):
            continue
        verb = verb_above(words, noun.i)
        last = [w for w in words if w.head == verb and w.dep == "conj" and w.tag == "VB" and w.i > noun.i]
        joints = [w.i for w in words[verb : last[0].i] if w.dep == "cc"] if last else []
        if words[verb].tag not in ("VB", "VBP") or len(joints) != 1 or joints[0] < noun.i:
            continue
        words[word.i] = replace(word, pos="VERB", tag="VB", lemma=word.text.lower(), head=verb, dep="conj")
        hang(words, noun.i, word.i, "dobj")
    return words


def is_verb_form(text: str) -> bool:
    """Whether a base form is a verb before a noun: it is nothing else, or hardly is: "resolve issues"."""
    return text in cues()["verbs.rather"] or is_plain_verb(text)


@where(("amod", "compound", "nmod"), "conj", "VB")
def mend_verbs_in_lists(words: Words) -> Words:
    """A form that can only be a verb is one in a list: "to support security and uphold the law"."""
    for i in range(len(words)):
        word = words[i]
        noun = words[word.head]
        one = words[noun.head]
        led = word.i > 0 and words[word.i - 1].text.lower() in (",", "and", "or")
        listed = word.dep in ("amod", "compound", "nmod") and noun.dep == "conj" and word.i < noun.i
        if not led or not listed or word.name is not None:
            continue
        while one.dep == "conj" and one.pos in NOUNS:
            one = words[one.head]
        verb = verb_before(words, one, sure=is_plain_verb(word.text))
        if verb is None:
            continue
        known = words[verb].dep == "conj" and word.text in cues()["verbs.disguised"]  # in a list that has two verbs
        if not known and not is_verb_form(word.text):
            continue
        words[word.i] = replace(word, pos="VERB", tag="VB", lemma=word.text, head=verb, dep="conj")
        hang(words, noun.i, word.i, "dobj")
        for other in words[word.i + 1 : noun.i]:
            if other.head == word.i:
                hang(words, other.i, noun.i, other.dep)
        for other in words[one.i : word.i]:
            if other.dep == "cc" and other.head in (one.i, noun.i):
                hang(words, other.i, verb, "cc")
    return words


def verb_before(words: Words, one: Word, *, sure: bool) -> int | None:
    """The verb whose object a list of nouns begins with, or that has become one of them; or None.

    Where the form is `sure` to be a verb, the list may be lower: "to arm the forces in the region and undermine X".
    """
    prep = words[one.head]
    while sure and one.dep == "pobj" and words[prep.head].pos in NOUNS:
        one = words[prep.head]
        prep = words[one.head]
    if one.pos == "VERB":  # the noun before it in the list has become a verb's object
        return one.i
    above = words[prep.head] if sure and one.dep == "pobj" else prep
    return above.i if one.dep in ("dobj", "pobj") and above.tag in ("VB", "VBP") else None


INNER = ("cc", "punct", "conj")  # what joins the members of a list


@where("conj", ("compound", "amod", "nmod"))
def mend_shared_heads(words: Words) -> Words:
    """The noun at the end of a list that the others only qualify is the head of all of them.

    "security, economic and humanitarian aid" is aid of three kinds; "peace, stability and economic growth" are three.
    """
    for last in list(words):
        if last.pos != "NOUN" or last.name is not None or words[last.i].dep != "conj":
            continue
        before = words[last.i - 1]
        close = before.head == last.i and before.dep in ("compound", "amod", "nmod") and before.name is None
        if not close or has_member(words, last.i):
            continue
        members = list_above(words, last.i)
        adjective = any(words[m].pos == "ADJ" for m in members[:-1])
        kind = before.dep in ("compound", "nmod") and last.lemma in cues()["nouns.kinds"]
        if not (adjective or kind) or not all(is_qualifier(words, m, members[0]) for m in members[:-1]):
            continue
        top = words[members[0]]
        hang(words, last.i, top.head if top.head != top.i else last.i, top.dep)
        for word in list(words):
            if word.head in members[:-1] and word.i != last.i and word.i not in members:
                hang(words, word.i, last.i, word.dep)
        for member in members[:-1]:
            hang(words, member, last.i, "amod" if words[member].pos == "ADJ" else "compound")
    return words


def is_qualifier(words: Words, member: int, first: int) -> bool:
    """Whether a member of a list has nothing behind it, and nothing before it unless it is the first."""
    word = words[member]
    own = [w.i for w in words if w.head == member and w.i != member and w.dep not in INNER]
    bare = word.name is None and word.tag in ("NN", "JJ")
    return bare and all(c < member for c in own) and (member == first or not own)


@where("VBG", (",", ";"))
def mend_preambles(words: Words) -> Words:
    """What a preamble does behind a comma it does itself: "Thanking X for its efforts, commending Y, and urging Z"."""
    root = root_of(words)
    if words[root].tag != "VBG" or any(w.head == root and w.dep.startswith("nsubj") for w in words):
        return words
    said = stating()
    for word in words[root + 1 :]:
        opened = words[word.i - 1].text in (",", ";") or (
            words[word.i - 1].dep == "cc" and words[word.i - 2].text in (",", ";")
        )
        if word.tag == "VBG" and opened and word.lemma in said and word.dep in ("acl", "advcl", "conj", "amod", "dep"):
            hang(words, word.i, root, "conj")
    return words


@where(":", "VBG", "acl")
def mend_spelled_out(words: Words) -> Words:
    """A gerund behind a colon tells what the sentence's subject does: "committed to meet challenges: ending X"."""
    for gerund in words[3:]:
        noun = words[gerund.head]
        if gerund.dep != "acl" or gerund.tag != "VBG" or words[gerund.i - 1].text != ":" or noun.dep != "dobj":
            continue
        verb = root_of(words)
        if words[verb].pos == "VERB" and verb < noun.i:
            hang(words, gerund.i, verb, "advcl")
            for other in list(words[gerund.i :]):
                if other.tag == "VBG" and other.dep == "conj" and other.head == verb:
                    hang(words, other.i, gerund.i, "conj")
    return words
