"""How far a noun phrase goes: with what tells which thing is meant, and to a word on which it may end."""

from collections.abc import Sequence

from graph.extract.brackets import bracketed_sum
from graph.extract.cues import cues
from graph.extract.ends import LONGEST_WHOLE, boundary, is_stranded, settled
from graph.extract.noun_phrases import is_edge, is_land_of_person, is_lead, is_sum, phrase_tree, takes_particle
from graph.extract.once import once
from graph.extract.parse import Sentence
from graph.extract.prepositions import is_adverbial, is_place_phrase, is_time_phrase, is_where_signed
from graph.extract.words import are_people
from graph.model import EntityType

LONGEST = 24  # words of a name that is not known
LISTING = {",", "and", "or"}  # what stands between the members of a list


@once
def phrase_words(s: Sentence, head: int) -> list[int]:
    """The words of a noun phrase that belong to its name: an unbroken run around the head."""
    kept = phrase_tree(s, head)
    left = right = head
    while left - 1 in kept:
        left -= 1
    while right + 1 in kept:
        right += 1
    if right == head and takes_particle(s, head):
        right += 1
    else:
        while right > head and s.words[right].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "ADV"):
            right -= 1
        right = settled(s, head, gerund_end(s, head, right))
    while left < right and (is_edge(s, left, head) or is_lead(s, left)):
        hyphenated = s.words[left + 1].text == "-" and s.words[left + 1].start == s.words[left].end
        dated = s.words[left].lemma in ("this", "last", "next") and s.words[s.words[left].head].dep == "poss"
        if hyphenated or left == head or dated:  # "this year's floods" are no "year's floods"
            break
        left += 1
    return list(range(left, right + 1))


def gerund_end(s: Sentence, head: int, right: int) -> int:
    """Where a phrase ends whose last word is a gerund: with what the gerund needs, "the value of ending “the war”".

    Where that is long or cut off by a comma, the phrase ends before the gerund: "their commitment".
    """
    last = right
    while s.words[right].tag == "VBG" and s.words[right].dep == "conj" and s.words[right].head > head:
        right = s.words[right].head  # "its commitment to promoting, protecting and fulfilling all rights"
    word = s.words[right]
    if right == head or word.tag != "VBG" or word.dep != "pcomp" or not s.children[right]:
        return last
    end = s.subtree(right)[-1]
    marks = (
        i
        for i in range(right + 1, end + 1)
        if s.words[i].text in (",", ";", ":", "(", "—", "–") and not is_gerund_list(s, i, right)
    )
    end = next(marks, end + 1) - 1
    while end > right and s.words[end].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "DET"):
        end -= 1
    if right < end < head + LONGEST_WHOLE:
        return end
    right = word.head
    while right > head and s.words[right].pos in ("PUNCT", "CCONJ", "ADP", "SCONJ", "ADV"):
        right -= 1
    return right


def whole_words(s: Sentence, head: int) -> list[int]:
    """The words of a noun phrase; a bare noun has the clause or phrase with it that tells which one it is.

    "the decision to join X" is no "decision", "the aid provided by X" no "aid"; none where that is too long.
    """
    run = phrase_words(s, head)
    behind = (c for c in s.children[head] if c > head and s.words[c].dep in ("acl", "relcl", "prep"))
    behind = (c for c in behind if not is_land_of_person(s, head, c))
    telling = [c for c in behind if c == run[-1] + 1 or (is_aim(s, c) and s.subtree(c)[0] == run[-1] + 1)]
    indefinite = any(s.words[d].lemma in ("a", "an", "no") for d in s.all_children(head, "det"))
    if not telling or indefinite or s.words[head].name is not None:
        return run
    empty = len(run) == 1 or s.words[head].lemma in cues()["nouns.empty"]
    whole = told_words(s, head, run, telling[0]) if empty or restricts(s, telling[0]) else run
    return whole or ([] if empty and not (is_aim(s, telling[0]) and len(run) > 1) else run)


def restricted_words(s: Sentence, head: int, run: Sequence[int]) -> list[int]:
    """The words of a common noun phrase with the clauses and phrases right behind it that tell which one is meant.

    "a resolution affirming X", "measures to double Y", "every effort that leads to Z"; none where nothing follows.
    """
    whole = list(run)
    while s.words[head].name is None:
        behind = [c for c in s.children[head] if c > head and s.words[c].dep in ("acl", "relcl", "prep")]
        behind += [*tied_to_verb(s, head), *behind_inner(s, head, whole)]
        behind = [c for c in behind if not is_land_of_person(s, head, c)]
        telling = next((c for c in behind if s.subtree(c)[0] == whole[-1] + 1), None)
        if telling is None or not (s.words[telling].dep in ("prep", "advcl", "xcomp") or restricts(s, telling)):
            break
        longer = told_words(s, head, whole, telling)
        if len(longer) <= len(whole):
            break
        whole = longer
    return whole if len(whole) > len(run) else []


def behind_inner(s: Sentence, head: int, run: Sequence[int]) -> list[int]:
    """The clauses right behind a phrase that tell which its last noun is: "defences against the threat posed by X".

    Or which the nouns are that are coordinated with it: "the lifting of bans and levies imposed on X".
    """
    inner = [i for i in run if i > head and s.words[i].pos == "NOUN" and s.words[i].name is None][-1:]
    while inner and s.words[inner[-1]].dep == "conj" and head < s.words[inner[-1]].head < inner[-1]:
        inner.append(s.words[inner[-1]].head)
    clauses = [c for i in inner for c in s.all_children(i, "acl", "relcl") if c > run[-1]]
    finite = {c for c in clauses if any(s.words[a].tag == "MD" for a in s.all_children(c, "aux"))}  # "that would end X"
    return [c for c in clauses if s.words[c].tag != "VB" or c in finite or is_aim(s, c)]


# Prepositions that mostly go on with the noun before them, also where the parser hangs them on its verb.
TIED = ("across", "within", "among", "amongst", "between", "around", "throughout", "against", "over", "about", "of")

FUNDED = ("in", "to", "for", "into", "toward", "towards")  # what a sum is for: "committed $2 million to the fund"


def tied_to_verb(s: Sentence, head: int) -> list[int]:
    """What the parser hangs on a verb though it tells which object is meant: "keep peace across X", "use X to do"."""
    verb = s.words[head].head
    if s.words[head].dep != "dobj" or s.words[head].pos == "PROPN" or s.words[verb].pos != "VERB":
        return []
    tied: tuple[str, ...] = (*TIED, "with", "to") if s.words[verb].lemma in cues()["verbs.pairing"] else TIED
    told = cues()["verbs.accusing"] | cues()["verbs.informing"]  # "accused the army of war crimes"
    tied = tuple(prep for prep in tied if prep != "of") if s.words[verb].lemma in told else tied
    people = are_people(s.words[head].lemma)  # "expelled diplomats over the attack"
    tied = tuple(prep for prep in tied if prep not in ("over", "about", "against")) if people else tied
    funds = is_sum(s, head)
    tied = (*tied, *FUNDED) if funds else tied
    tied = (*tied, "as") if s.words[verb].lemma in cues()["verbs.taking_as"] else tied
    found = [p for p in s.all_children(verb, "prep") if p > head and s.words[p].lemma in tied]
    meant = cues()["nouns.committing"] | cues()["nouns.trying"] | cues()["nouns.empty"] | cues()["nouns.calling"]
    said = s.words[verb].lemma in cues()["speech.talking"]  # one discusses measures to do X, and does not do so to do X
    if funds or said or s.words[head].lemma in meant or s.words[verb].lemma in ("use", "take"):
        found += [c for c in s.all_children(verb, "advcl", "xcomp") if c > head and s.words[c].tag == "VB"]
    return found


def is_aim(s: Sentence, clause: int) -> bool:
    """Whether an infinitive tells what a decision, an effort or a plan is: "the pledge to fund X"."""
    noun = s.words[s.words[clause].head].lemma
    named = cues()["nouns.committing"] | cues()["nouns.trying"] | cues()["nouns.empty"]
    infinitive = s.words[clause].dep == "acl" or any(s.words[a].tag == "TO" for a in s.all_children(clause, "aux"))
    return infinitive and s.words[clause].tag == "VB" and noun in named


def restricts(s: Sentence, clause: int) -> bool:
    """Whether a clause right behind a noun tells which one it is, not what it is for: "the threat posed by X"."""
    return s.words[clause].dep in ("acl", "relcl") and s.words[clause].lemma not in cues()["verbs.aiming"]


def told_words(s: Sentence, head: int, run: list[int], telling: int) -> list[int]:
    """The words of a noun phrase with the clause or phrase behind it; none where that is too long."""
    doer = s.words[telling].lemma == "by" and s.words[head].dep in ("oprd", "attr")  # "elected chair by X"
    inward = s.words[telling].lemma == "in" and s.words[head].lemma in cues()["nouns.inward"]  # "a fall in prices"
    if (
        s.words[telling].dep == "prep"
        and not inward
        and (
            doer
            or is_time_phrase(s, telling)
            or is_place_phrase(s, telling)
            or is_adverbial(s, telling)
            or is_where_signed(s, telling)
        )
    ):
        return run
    end = s.subtree(telling)[-1]
    marks = (
        i
        for i in range(max(run[-1] + 1, telling), end + 1)  # commas before the clause's verb are its subject's
        if s.words[i].text in (",", ";", ":", "(", "—")
        and not (s.words[i - 1].label == s.words[i].label == "DATE")
        and not is_figure(s, i)
        and not is_share_of(s, i)
        and not is_listing(s, i, telling)
        and not any(is_gerund_list(s, i, g) for g in s.all_children(telling, "pcomp"))
    )
    cut = next(marks, end + 1) - 1
    loose = ("PUNCT", "CCONJ", "ADP", *(("DET", "ADV", "SCONJ", "ADJ") if cut < end else ()))
    clause = s.words[telling].dep != "prep"
    end = min(end, cut)
    while end > run[-1] and s.words[end].pos in loose and s.words[end].tag != "RP" and not is_stranded(s, end):
        end -= 1
    if clause and end < telling:  # cut off before its verb
        return []
    end = end if end - run[0] < LONGEST_WHOLE else boundary(s, run[0] + LONGEST_WHOLE - 1, max(telling, run[-1]))
    end = settled(s, head, end)
    opened = next((i for i in range(end, telling, -1) if s.words[i].text in ("(", ")")), end)
    end += end + 1 < len(s.words) and s.words[end + 1].text == ")" and is_share_of(s, opened)
    ending = clause and end == telling and s.words[s.subtree(telling)[0]].tag != "WRB"  # "a world that is gone"
    return list(range(run[0], end + 1)) if end > telling or ending else []


def is_gerund_list(s: Sentence, i: int, gerund: int) -> bool:
    """Whether a comma stands in a list of gerunds with one object: "in researching, building, and showing X"."""
    last = gerund
    while (more := s.child(last, "conj")) is not None and s.words[more].tag == "VBG" and s.child(last, "dobj") is None:
        last = more
    return gerund < i < last


def is_listing(s: Sentence, i: int, clause: int) -> bool:
    """Whether a comma stands in a list of nouns within a clause: "the wars that hit Peru, Chile and Norway"."""
    for j in (j for j in s.subtree(clause) if s.words[j].dep == "conj"):
        lead = min(k for k in s.subtree(j) if s.words[k].dep != "cc")
        between = {s.words[k].text for k in range(i, lead)}
        if clause < s.words[j].head < i < j and between <= LISTING and is_noun(s, j) and not is_person(s, j):
            return True
        verbs = s.words[clause].tag == "VB" and s.words[j].tag in ("VB", "VBP") and s.child(clause, "dobj") is None
        if verbs and clause <= s.words[j].head < i < j:
            return True  # "the ability to conserve, develop, and manage X"
    return False


def is_person(s: Sentence, i: int) -> bool:
    """Whether a word names a person behind what is none: there the next clause begins."""
    kinds = [name.type if (name := s.words[at].name) is not None else None for at in (i, s.words[i].head)]
    return kinds[0] is EntityType.PERSON and kinds[1] is not EntityType.PERSON


def is_noun(s: Sentence, i: int) -> bool:
    """Whether a word is a noun, or a gerund that is one: "assembly, testing and packaging"."""
    gerund = s.words[i].tag == "VBG" and s.child(i, "dobj", "prep") is None
    return s.words[i].pos in ("NOUN", "PROPN") or gerund


def is_share_of(s: Sentence, i: int) -> bool:
    """Whether brackets open on how much is a name's in front of them: "aid pledged by Peru ($3 million) and Chad"."""
    return s.words[i].text == "(" and i > 0 and bracketed_sum(s, i - 1) is not None


def is_figure(s: Sentence, i: int) -> bool:
    """Whether brackets only repeat a number in figures: "sixty-one (61) million"."""
    inner, closing = (s.words[n].text if n < len(s.words) else "" for n in (i + 1, i + 2))
    return s.words[i].text == "(" and inner.isdigit() and closing == ")"
