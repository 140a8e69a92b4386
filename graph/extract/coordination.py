"""What a word is coordinated with, and which coordinations stay one phrase."""

from graph.extract.cues import cues
from graph.extract.once import once
from graph.extract.parse import Sentence
from graph.model import EntityType


def list_head(s: Sentence, i: int) -> int:
    """The word that a coordination begins with, whatever its members are; the word itself where it is in none."""
    while s.words[i].dep == "conj":
        i = s.words[i].head
    return i


def first_member(s: Sentence, noun: int) -> int:
    """The first of the nouns that a noun is coordinated with; itself where it is the first."""
    while s.words[noun].dep == "conj" and s.words[s.words[noun].head].pos == "NOUN":
        noun = s.words[noun].head
    return noun


@once
def conjuncts(s: Sentence, head: int) -> list[int]:
    """The heads of a coordination; common nouns without words of their own stay one phrase ("peace and security")."""
    first = s.words[head]
    parts = [head]
    todo = [head]
    while todo:
        for child in s.all_children(todo.pop(), "conj"):
            if s.words[child].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"):
                parts.append(child)
                todo.append(child)
    parts.sort()
    parts = [p for p in parts if p == head or not (is_paired(s, p) or is_left_out(s, p))]
    if len(parts) == 1 and s.child(head, "conj") is None:
        return parts
    if (fellow := fellow_of(s, head)) is not None:
        return [p for p in parts if p != fellow]
    plain = all(s.words[p].name is None and s.words[p].pos in ("NOUN", "ADJ") for p in parts)
    bare = all(s.child(p, "det", "poss", "nummod") is None for p in parts[1:])
    # "smelter X and miner Y" are two by their names
    beside = [a for p in parts for a in s.all_children(p, "appos") if s.subtree(a)[0] == p + 1]
    bare = bare and not any(s.words[a].pos == "PROPN" for a in beside)
    # "the unity, dignity and peace of X" share what stands behind the last of them.
    owners = [p for part in parts for p in s.all_children(part, "prep") if s.words[p].lemma == "of"]
    shared = bool(owners) and min(owners) > parts[-1]
    # "1,200 men, women and children" are so many together
    counted = s.child(head, "nummod") is not None and all(s.words[p].tag == "NNS" for p in parts)
    # so do "the spirit and the letter of X", but not "the people and the government of X"
    acting = any(s.words[p].lemma in cues()["nouns.groups"] | cues()["nouns.parties_people"] for p in parts)
    articles = [d for p in parts if (d := s.child(p, "det")) is not None and s.words[d].lemma == "the"]
    definite = len(parts) == 2 and parts[-1] - head == 3 and s.words[articles[-1] if articles else 0].head == parts[-1]
    definite = definite and (len(articles) == 2 or (s.child(head, "det") is None and first.tag == "NNS"))
    bare = bare or (shared and definite and not acting and s.child(head, "prep", "poss") is None)
    if plain and bare and first.pos == "NOUN" and (len(parts) == 2 or shared or counted):
        return [head]
    return parts


def is_left_out(s: Sentence, part: int) -> bool:
    """Whether a member of a list is told to be none: "signed X but not Y", "X, not Y"; "but not only Y" is one."""
    denied = (n for n in s.all_children(part, "neg") if s.words[n].lemma == "not" and n < part)
    return any(
        s.words[n - 1].lemma in ("but", "and", ",") and s.words[n + 1].lemma not in ("only", "just", "merely", "simply")
        for n in denied
    )


def is_paired(s: Sentence, part: int) -> bool:
    """Whether a bare noun behind "and" shares the name before its fellow: "NATO's unity and strength"."""
    fellow = part - 2
    if fellow < 0 or s.words[part - 1].text != "and" or s.children[part] or s.words[part].name is not None:
        return False
    named = any(s.words[c].name is not None for c in s.all_children(fellow, "poss", "compound", "amod", "nmod"))
    own = {s.words[part].head, s.words[fellow].head}
    return named and fellow in own and s.words[part].pos == "NOUN" and s.words[fellow].name is None


def shared_adjectives(s: Sentence, head: int) -> list[int]:
    """The coordinated adjectives of origin that share a plural noun of actors: "the French and German ministers"."""
    word = s.words[head]
    before = [a for a in s.all_children(head, "amod", "compound", "nmod") if a < head]
    first = next((a for a in before if s.all_children(a, "conj")), None)
    shared = word.name is None and word.tag in ("NNS", "NNPS") and word.lemma in cues()["nouns.groups"]
    if not shared or first is None or s.child(head, "nummod") is not None:
        return []
    found = [i for i in s.subtree(first) if s.words[i].pos in ("ADJ", "PROPN", "NOUN")]
    found = [*(a for a in before if a < first and s.words[a].name is not None), *found]  # "French, German and Italian"
    named = [s.words[i].name for i in found]
    lands = all(n is not None and (n.found_by == "demonym" or n.type is EntityType.COUNTRY) for n in named)
    return found if lands and any(n is not None and n.found_by == "demonym" for n in named) else []


def fellow_of(s: Sentence, head: int) -> int | None:
    """The noun that makes one phrase with the first of a list: "international peace and security and the Charter"."""
    fellow = head + 2
    if s.words[head].name is not None or fellow not in s.all_children(head, "conj") or s.words[head + 1].text != "and":
        return None
    later = [c for at in (head, fellow) for c in s.all_children(at, "conj") if c > fellow]
    bare = s.words[fellow].pos == "NOUN" and s.words[fellow].name is None and s.words[head].pos == "NOUN"
    if len(later) != 1 or not bare or s.child(fellow, "det", "amod", "compound", "poss") is not None:
        return None
    between = [s.words[i].text for i in range(fellow + 1, later[0])]
    own = s.child(later[0], "det", "poss") is not None
    return fellow if own and between.count("and") == 1 and "," not in between else None


def carries_pair(s: Sentence, noun: int, conjunction: int) -> bool:
    """Whether a conjunction joins a noun with one that shares its name."""
    return s.words[conjunction].dep == "cc" and conjunction + 1 < len(s.words) and is_paired(s, conjunction + 1)
