"""Noun phrases as the parse has them: which words belong to one, and what it lists."""

from collections.abc import Sequence

from graph.extract.coordination import carries_pair, conjuncts, fellow_of, is_paired
from graph.extract.cues import cues
from graph.extract.looks import is_home_of
from graph.extract.numbers import SCALES, SHORT_SCALES
from graph.extract.parse import Sentence, Word
from graph.extract.prepositions import LENGTHS, carries_on, is_adverbial, is_place_phrase, is_where_signed
from graph.extract.words import words
from graph.model import EntityType

LEFT_OUT = frozenset(
    {"conj", "cc", "appos", "relcl", "acl", "advcl", "parataxis", "ccomp", "mark", "intj", "dep", "prt"}
    | {"nsubj", "nsubjpass", "aux", "auxpass", "expl", "agent"}
)

GLUED = (*SHORT_SCALES, "%")  # what is written in one with its number: "$900m", "38%"
MEASURED = ("ton", "tonne", "dose", "barrel", "kilogram", "litre", "liter", "shipment", "batch")  # "tonnes of maize"
SCORES = (*SCALES, "dozen", "score", "handful", "percent")  # only count what is behind their "of"


def told_words(s: Sentence, noun: int) -> tuple[int, ...]:
    """The words by which a predicate tells its object: the noun, a whole sum, or what a score is of.

    "Pledged $5 million to X", "took dozens of children from X".
    """
    if s.words[noun].pos == "NUM" or (s.words[noun].text in GLUED and s.child(noun, "nummod") is not None):
        near = s.all_children(noun, "compound", "quantmod", "nummod")
        return (*sorted(i for c in near for i in s.subtree(c) if i < noun), noun)
    if s.words[noun].lemma in SCORES or s.words[noun].lemma in MEASURED:
        of = s.prep(noun, "of")
        target = s.child(of, "pobj") if of is not None else None
        if of is not None and target is not None:
            return noun, of, target
    if s.words[noun].text == "other" and noun and s.words[noun - 1].text.lower() == "each":
        return noun - 1, noun
    return (*joined_before(s, noun), noun)


def joined_before(s: Sentence, noun: int) -> tuple[int, ...]:
    """What is written in one with a noun before it: "sit-in", "17-year-old"."""
    first = noun
    while first > 1 and s.words[first - 1].text == "-" and s.words[first - 1].end == s.words[first].start:
        first -= 2
    return tuple(range(first, noun))


# What tells more of a noun before it, and belongs to its words in a predicate.
NEAR = ("det", "compound", "quantmod", "nummod", "amod", "advmod", "nmod", "poss")


def worded(s: Sentence, noun: int, end: int) -> list[int]:
    """The words by which a predicate tells an object in full, up to a word behind it, with what is joined to it.

    "Shared nuclear and space data and technology with X", "added the Oslo Tower to X", "pledged $5 million to X".
    """
    near = (c for c in s.all_children(noun, *NEAR) if c < noun)
    words = {i for c in near for i in s.subtree(c) if i < noun} | {*told_words(s, noun)}
    joined = [c for c in s.all_children(noun, "conj") if c < end]
    for other in joined:
        words |= {i for i in (*s.all_children(noun, "cc"), *worded(s, other, end)) if i < end}
    return sorted(words)


def preps_of(s: Sentence, i: int, *below: str) -> list[int]:
    """The prepositions of a word, with those coordinated with them: "the mandates of A and of B".

    Coordinated are those that lead to a noun, or to what else the labels `below` tell: "for X and for doing".
    """
    found = s.all_children(i, "prep")
    for prep in found:
        found.extend(
            c for c in s.all_children(prep, "conj") if s.words[c].pos == "ADP" and s.child(c, *(below or ("pobj",)))
        )
    return found


def called(s: Sentence, head: int) -> int | None:
    """The name that a thing is called by right behind it: "a tanker called the Merovia"; or None."""
    clause = s.child(head, "acl")
    if clause is None or s.words[clause].lemma not in ("call", "name", "dub") or s.words[clause].tag != "VBN":
        return None
    name = s.child(clause, "oprd", "dobj", "attr")
    proper = name is not None and (s.words[name].pos == "PROPN" or s.words[name].name is not None)
    return name if proper and clause == head + 1 and s.words[head].tag == "NN" else None


def is_bracketed_body(s: Sentence, head: int, other: int) -> bool:
    """Whether a bracket tells the name of the body that a noun describes: "the UN refugee agency (UNHCR)"."""
    name = s.words[other].name
    body = name is not None and name.type is EntityType.ORGANIZATION and name.entry is not None
    return body and s.words[head].lemma in BODIES and s.child(head, "compound", "amod", "poss") is not None


# Nouns that tell what a body is whose name stands beside them.
BODIES = frozenset({"agency", "office", "mission", "programme", "program", "fund", "bloc", "court", "bank", "body"})


def renamed(s: Sentence, head: int) -> int | None:
    """The name that says who or what a definite noun is: "its newest member, Sweden", "the engineer X"; or None."""
    word = s.words[head]
    office = word.name is not None and word.name.type is EntityType.ROLE  # "the Envoy for Yemen, X,"
    if (word.name is not None and not office) or word.tag not in ("NN", "NNP"):
        return None
    # "a second project, the Lamu port, opened": it is named, whatever its article
    pointed = s.child(head, "poss") is not None or any(
        s.words[d].lemma in ("the", "this", "a", "another") for d in s.all_children(head, "det")
    )
    pointed = pointed or any(s.words[a].text.lower() in FORMER for a in s.all_children(head, "amod"))
    pointed = pointed or (word.text.lower() in words().kinds and s.child(head, "det") is None)
    joined = s.child(head, "conj")
    if not pointed:
        return None
    for other in s.all_children(head, "appos"):
        if joined is not None and joined < other:
            return None
        run = s.subtree(other)
        while s.words[run[-1]].pos == "PUNCT" and len(run) > 1:
            run.pop()
        short = s.words[other].text.isupper() and len(s.words[other].text) > 2  # "the UN mission, MONUSCO"
        full = s.words[other].label != "" or s.child(other, "compound") is not None or short
        proper = s.words[other].name is not None or (s.words[other].pos == "PROPN" and full)
        headed = s.words[other].pos == "NOUN" and any(
            s.words[c].pos == "PROPN" for c in s.all_children(other, "compound")
        )
        proper = proper or (headed and s.child(other, "det") is not None)  # "the Lamu port"
        if office and not is_person(s.words[other]):
            return None
        # "the ship, the Meridian Star,"
        named = (s.words[other].pos == "PROPN" or headed) and s.words[head].pos == "NOUN"
        known = s.words[other].name
        named = named or (known is not None and known.title in words().honorifics)  # "the Hon. Rachel Lund"
        title = all(s.words[d].text == "The" or (named and d > head + 1) for d in s.all_children(other, "det"))
        member = any(
            s.words[d].lemma in ("a", "an") for d in s.all_children(other, "det")
        )  # "the senator, a Democrat,"
        person = is_person(s.words[other]) or s.words[other].label == "PERSON"
        of = s.prep(other, "of") if person else None  # "her predecessor, X of Peru"
        tied = [p for p in s.all_children(other, "conj", "prep", "advmod") if p != of]
        alone = not tied and title and not (member and not headed)
        after = s.words[run[-1] + 1].text if run[-1] + 1 < len(s.words) else "."
        set_off = s.words[run[0] - 1].text == "," and after in (",", ".", ";", "'s")
        set_off = set_off or (is_bracketed_body(s, head, other) and s.words[run[0] - 1].text == "(" and after == ")")
        close = run[0] == head + 1 and s.words[other].pos == "PROPN"  # "the engineer X"
        if other > head and alone and ((proper and set_off) or close):
            return other
    return None


# What tells which bearer of an office is meant, with or without an article: "former President of X, Mr. Y".
FORMER = ("former", "current", "then", "incoming", "outgoing", "acting", "interim")


def is_person(word: Word) -> bool:
    """Whether a word stands for a person's name, for us or for the model."""
    return word.label == "PERSON" if word.name is None else word.name.type is EntityType.PERSON


LABELLED = ("PERSON", "ORG", "GPE", "NORP")  # the model's labels of those who act


def find_examples(s: Sentence, head: int) -> list[int]:
    """The names that a plural noun lists: "three bodies, namely A, B and C"; "issues such as A and B"."""
    if s.words[head].name is not None or s.words[head].tag not in ("NNS", "NNPS", "CD"):
        return []
    found: list[int] = []
    for child in s.children[head]:
        word = s.words[child]
        counted = s.child(head, "nummod") is not None and s.words[s.subtree(child)[0] - 1].text == ":"
        if word.dep == "appos" and word.i > head and (counted or word.name is not None or names_inside(s, child)):
            found.extend(conjuncts(s, child))
        elif word.dep == "prep" and word.lemma in ("as", "like", "including", "include") and word.i > head:
            such = word.lemma != "as" or (child > 0 and s.words[child - 1].lemma == "such")
            target = s.child(child, "pobj")
            if target is not None and s.words[target].tag == "NN" and s.words[s.words[head].head].dep == "agent":
                continue  # "held captive by rebels, including a father of two"
            proper = target is not None and s.words[target].pos == "PROPN" and s.words[target].label in LABELLED
            if target is not None and word.lemma in ("including", "include") and s.words[target].tag == "NNS":
                proper = proper or s.child(target, "nummod") is not None  # "300 people, including 10 aid workers"
            one = target is not None and s.words[target].tag == "NN" and s.child(target, "prep") is not None
            if target is not None and one and word.lemma in ("including", "include"):
                proper = proper or any(s.words[d].lemma in ("a", "an") for d in s.all_children(target, "det"))
            if such and target is not None and (proper or s.words[target].name is not None or names_inside(s, target)):
                found.extend(conjuncts(s, target))
        elif word.lemma == "of" and s.words[head].lemma == "government":
            found.extend(countries_of(s, child))
    return found


def countries_of(s: Sentence, prep: int) -> list[int]:
    """The countries behind "the governments of", for which these act: each of several; none where one is no country."""
    target = s.child(prep, "pobj")
    several = conjuncts(s, target) if target is not None else []
    kinds = {n.type if (n := s.words[i].name) is not None else None for i in several}
    return several if kinds == {EntityType.COUNTRY} else []


def names_inside(s: Sentence, head: int) -> bool:
    """Whether a noun has a name right before it: "the Suez crisis", "Arab states"."""
    return any(s.words[c].name is not None for c in s.all_children(head, "compound", "amod", "nmod"))


def phrase_tree(s: Sentence, head: int) -> set[int]:
    """The words below the head that may belong to its name: no clauses, no settings, no actors of their own."""
    kept = {head}
    joined = conjuncts(s, head) == [head] and s.words[head].dep != "conj"
    fellow = fellow_of(s, head)
    todo = [head]
    while todo:
        at = todo.pop()
        for child in s.children[at]:
            dep = s.words[child].dep
            paired = dep == "conj" and is_paired(s, child)
            together = paired or (dep in ("conj", "cc") and (at != head or joined or carries_pair(s, at, child)))
            if fellow is not None and at in (head, fellow) and dep in ("conj", "cc"):
                together = at == head and child <= fellow
            close = dep == "appos" and at != head and s.subtree(child)[0] == at + 1  # "cars from the firm Turasas"
            body = s.words[at].text.lower() in words().kinds  # "a contract with distributor Grupo Andino"
            close = close and s.words[child].pos == "PROPN" and (body or not is_person(s.words[child]))
            if dep == "poss" and at == head and is_home_of(s, child, head):
                continue
            if dep in LEFT_OUT and not (together or close) and not is_content(s, at, child):
                continue
            if dep == "conj" and s.words[child].tag == "VBG" and s.child(child, "dobj") is not None:
                continue  # "growth and helping millions"
            if s.words[child].tag in ("``", "''") and child > head:  # a quoted name ends with its quotation marks
                continue
            loose = at == head and (not carries_on(s, child) or is_adverbial(s, child) or is_where_signed(s, child))
            loose = loose or is_land_of_person(s, at, child)
            if dep == "prep" and (loose or is_place_phrase(s, child)):
                continue
            kept.add(child)
            todo.append(child)
    return kept


def is_land_of_person(s: Sentence, person: int, prep: int) -> bool:
    """Whether a preposition tells where a person is from, which is no part of the name: "Philip Yang of Cameroon"."""
    land = s.child(prep, "pobj") if s.words[prep].lemma == "of" else None
    name = s.words[land].name if land is not None else None
    word = s.words[person]
    known = word.pos == "PROPN" and word.label == "PERSON" and word.name is None
    return known and name is not None and name.type is EntityType.COUNTRY


def takes_particle(s: Sentence, i: int) -> bool:
    """Whether a verbal noun goes on with a particle: "opening up"."""
    following = s.words[i + 1] if i + 1 < len(s.words) else None
    return following is not None and following.tag == "RP" and s.words[i].text.endswith("ing")


def is_edge(s: Sentence, i: int, head: int) -> bool:
    """Whether a word at the left edge of a noun phrase is no part of its name."""
    dep = s.words[i].dep
    if is_mutual(s, i):
        return False
    if s.words[i].lemma == "all" or is_each(s, i):
        return is_lead(s, i)
    if s.words[i].lemma in ("a", "an") and is_part(s, head):  # "by a third" is by no "third"
        return False
    if s.words[i].lemma == "another":  # which is not the one spoken of
        return False
    return dep in ("det", "predet", "punct", "cc", "preconj", "mark", "neg") or (
        dep == "advmod" and s.words[i].head == head and not hedges(s, i)
    )


def is_part(s: Sentence, noun: int) -> bool:
    """Whether a noun is a part or a length by which a thing is changed: "cut it by a third", "delayed it by a day"."""
    prep = s.words[s.words[noun].head]
    changed = s.words[noun].dep == "pobj" and prep.lemma == "by" and prep.dep == "prep"
    return changed and s.words[noun].lemma in (*PARTS, *LENGTHS)


PARTS = ("half", "third", "quarter", "fifth", "tenth")
HEDGES = frozenset({"about", "roughly", "nearly", "almost", "around", "approximately", "over", "exactly"})


def hedges(s: Sentence, i: int) -> bool:
    """Whether a word tells how exact a quantity is: "roughly a quarter", "about 600"."""
    quantity = s.words[s.words[i].head]
    part = quantity.pos == "NUM" or quantity.lemma in ("half", "quarter", "third", "fifth", "all", "dozen")
    return s.words[i].text.lower() in HEDGES and part


TELLING = frozenset({"resolution", "statement", "agreement", "declaration", "law", "decree", "treaty", "decision"})


def is_content(s: Sentence, noun: int, clause: int) -> bool:
    """Whether a participle tells what a document is about: "a resolution establishing X"."""
    word = s.words[clause]
    return word.dep == "acl" and word.tag == "VBG" and s.words[noun].lemma in TELLING and clause == noun + 1


LEADS = frozenset(
    {"such", "other", "all", "any", "both", "each", "every", "then", "own", "certain"}
    | {"so", "far", "now", "already", "only", "just", "even", "also", "yet", "still"}
)


def is_lead(s: Sentence, i: int) -> bool:
    """Whether a word only leads a noun phrase in: "such", "other"; "all countries" are more than countries."""
    if is_mutual(s, i) or (i and is_mutual(s, i - 1)):
        return False
    whole = s.words[i].lemma == "all" and i + 1 == s.words[i].head and s.words[i + 1].lemma in cues()["nouns.groups"]
    sole = s.words[i].lemma == "only" and s.words[i].tag == "JJ"  # "the only country where …"
    return s.words[i].lemma in LEADS and not (whole or sole or is_each(s, i))


def is_mutual(s: Sentence, i: int) -> bool:
    """Whether "each other" or "one another" begins here: "each other's positions"."""
    return [w.text.lower() for w in s.words[i : i + 2]] in (["each", "other"], ["one", "another"])


def is_each(s: Sentence, i: int) -> bool:
    """Whether "every" or "each" tells that all of some actors are meant: "every nation" is no nation."""
    noun = s.words[s.words[i].head]
    acts = noun.lemma in cues()["nouns.groups"] or noun.label == "NORP"
    return s.words[i].lemma.lower() in ("every", "each") and s.words[i].dep == "det" and acts


def counted(s: Sentence, head: int) -> int:
    """The noun that a noun of quantity counts: "dozens of states" are states; else the noun itself."""
    credit = s.words[head].lemma == "line"  # "a line of credit" is credit
    if s.words[head].lemma in cues()["nouns.quantity"] or credit:
        prep = s.prep(head, "of")
        target = s.child(prep, "pobj") if prep is not None else None
        return target if target is not None and (not credit or s.words[target].lemma == "credit") else head
    return head


MONEYS = (
    "kroner",
    "krone",
    "krona",
    "franc",
    "shilling",
    "rupee",
    "peso",
    "yuan",
    "yen",
    "ruble",
    "rouble",
    "dirham",
    "dinar",
    "riyal",
    "won",
    "rand",
    "naira",
    "real",
    "rupiah",
    "baht",
    "lira",
    "zloty",
    "cent",
)


def is_sum(s: Sentence, noun: int) -> bool:
    """Whether a noun is a sum of money, or a number as large as one."""
    large = ("million", "billion", "trillion", "dollar", "euro")
    return s.words[noun].label == "MONEY" or s.words[noun].lemma in (*large, *MONEYS)


def text_of(s: Sentence, run: Sequence[int]) -> str:
    """The text from the first to the last of the words, as it is written."""
    return s.text[s.words[run[0]].start : s.words[run[-1]].end] if run else ""


def modifiers_of(s: Sentence, noun: int, *deps: str) -> list[str]:
    """What stands before a noun and tells which it is, in small letters, with its rank: "second-largest"."""
    found: list[str] = []
    for modifier in s.all_children(noun, *deps):
        run = s.subtree(modifier)
        ranked = any(s.words[i].text == "-" for i in run) and run[-1] == modifier and len(run) == modifier - run[0] + 1
        most = [a for a in s.all_children(modifier, "advmod") if s.words[a].lemma in ("most", "least", "many", "much")]
        most = [a for a in most if s.words[a].text.lower() in ("most", "least") and a == modifier - 1]
        found.append(text_of(s, run if ranked else [*most, modifier]).lower())
    return found
