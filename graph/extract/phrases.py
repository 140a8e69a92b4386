"""Noun phrases → arguments: what a predicate is said of, with the words that belong to its name and no others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extract.cues import cues
from graph.extract.discourse import Discourse
from graph.extract.gazetteer import Gazetteer
from graph.extract.noun_phrases import conjuncts, counted, find_examples, is_lead, phrase_words, text_of
from graph.extract.parse import Sentence
from graph.extract.values import make_count
from graph.model import EntityType, Mention, Span, Value

LONGEST_OWNER = 4  # words of a name that may stand in a possessive

LONGEST = 14  # words of a name that is not known


LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.REGION,
    "EVENT": EntityType.EVENT,
    "LAW": EntityType.AGREEMENT,
    "FAC": EntityType.PLACE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A noun phrase of a sentence: its head word, the mention it makes, and how many it counts."""

    head: int
    mention: Mention
    count: Value | None = None
    certainty: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What is at hand while one document is read; `types` holds what proper names mostly are in it."""

    gazetteer: Gazetteer
    discourse: Discourse
    document_id: str
    published: str | None
    types: Mapping[str, EntityType]


def find_arguments(reader: Reader, s: Sentence, head: int, *, owners: Sequence[Mention] = ()) -> list[Argument]:
    """The arguments that a noun phrase and what is coordinated with it make, in order; none where it names nothing.

    `owners` are the subjects of the clause, to whom "its" and "their" speak.
    """
    found: list[Argument] = []
    for part in conjuncts(s, head):
        found.extend(find_parts(reader, s, part, owners))
    return found


def find_parts(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> Iterator[Argument]:
    """The arguments of one noun phrase: its examples where it lists them, what a pronoun stands for, or itself."""
    word = s.words[head]
    if word.pos == "PRON" or word.tag in ("PRP", "PRP$", "WP", "DT", "EX"):
        for mention in reader.discourse.resolve(s, head, owners):
            yield Argument(head=head, mention=mention, certainty=0.8)
        return
    examples = find_examples(s, head)
    if examples:
        for example in examples:
            yield from find_parts(reader, s, example, owners)
        return
    argument = make_argument(reader, s, head, owners)
    if argument:
        yield argument


def make_argument(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> Argument | None:
    """The argument of one noun phrase, or None where it could not be named by itself."""
    word = s.words[head]
    if word.name is not None:
        return name_argument(reader, s, head)
    if word.pos not in ("NOUN", "PROPN", "NUM", "SYM"):
        return None
    if any(s.words[c].tag in ("WDT", "WP", "WRB") for c in s.children[head]):
        return None
    run = phrase_words(s, head)
    if not run or len(run) > LONGEST or head not in run:
        return None
    spelled = spell(reader, s, run, owners)
    if spelled is None:
        return None
    about = speaks_of(s, head)
    if about is not None:
        argument = make_argument(reader, s, about, owners)
        if argument is not None:
            reader.discourse.introduce(word.lemma, argument.mention)
        return argument
    known = reader.discourse.definite(s, head, run)
    if known is not None:
        return Argument(head=head, mention=known, certainty=0.8)
    number = next((c for c in s.all_children(head, "nummod") if s.words[c].label not in ("DATE", "TIME")), None)
    count = make_count(text_of(s, count_words(s, number))) if number is not None else None
    if count and count.normal.isdigit() and spelled.lower().startswith(count.text.lower()):
        spelled = count.normal + spelled[len(count.text) :]
    if len(run) == 1 and (word.lemma in cues()["nouns.vague"] or word.lemma in cues()["nouns.light"]):
        return None
    mention = Mention(
        span=span_of(reader, s, run),
        text=text_of(s, run),
        name=spelled,
        type=reader.types.get(spelled) or phrase_type(reader, s, head),
        found_by=found_by(s, run),
    )
    reader.discourse.mention(s, head, mention)
    return Argument(head=head, mention=mention, count=count, certainty=0.9)


def found_by(s: Sentence, run: Sequence[int]) -> str:
    """How a noun phrase was found: a proper name by its tags alone, a phrase that holds a name, or just a phrase."""
    if all(s.words[i].pos == "PROPN" for i in run):
        return "proper"
    return "named phrase" if any(s.words[i].name is not None for i in run) else "phrase"


def count_words(s: Sentence, number: int) -> list[int]:
    """The words of a count, without those that only comment on it ("only", "some")."""
    run = s.subtree(number)
    while len(run) > 1 and (is_lead(s, run[0]) or s.words[run[0]].lemma in ("some", "merely", "as")):
        run.pop(0)
    return run


def name_argument(reader: Reader, s: Sentence, head: int) -> Argument | None:
    """The argument that a whole name makes."""
    word = s.words[head]
    name = word.name
    if name is None or (name.found_by == "demonym" and word.pos == "ADJ"):
        return None
    mention = Mention(
        span=span_of(reader, s, [head]),
        text=text_of(s, [head]),
        name=name.name,
        type=name.type,
        found_by=name.found_by,
    )
    return Argument(head=head, mention=mention)


def speaks_of(s: Sentence, head: int) -> int | None:
    """The name that a noun only introduces: "the vision of building X" and "the concept of X" speak of X."""
    if s.words[head].lemma not in cues()["nouns.about"]:
        return None
    prep = next((c for c in s.all_children(head, "prep") if s.words[c].lemma == "of"), None)
    if prep is None:
        return None
    target = s.child(prep, "pobj")
    gerund = s.child(prep, "pcomp")
    if gerund is not None and s.words[gerund].lemma in cues()["nouns.making"]:
        target = s.child(gerund, "dobj")
    return target if target is not None and s.words[target].name is not None else None


def spell(reader: Reader, s: Sentence, run: Sequence[int], owners: Sequence[Mention]) -> str | None:
    """The phrase with possessive pronouns replaced by whom they speak for; None where that is open."""
    parts: list[str] = []
    skipped: set[int] = set()
    for i in run:
        word = s.words[i]
        text = s.text[word.start : word.end] if word.name is None or word.name.found_by == "demonym" else word.name.name
        if word.tag in ("PRP", "WP", "WDT") or (word.lemma in ("this", "that", "these", "those") and word.dep != "det"):
            return None
        if word.dep == "det" and word.lemma in ("this", "such", "that", "these", "those") and i != run[0]:
            inner = reader.discourse.definite(s, word.head, [word.head])
            if inner is None:
                return None
            skipped.add(word.head)
            parts.append(inner.name + " ")
            continue
        if i in skipped:
            continue
        following = s.words[i + 1].text if i + 1 < len(s.words) else ""
        if word.tag == "PRP$" and following in ("Majesty", "Excellency", "Holiness", "Highness"):
            return None
        if word.tag == "PRP$":
            owner = reader.discourse.resolve(s, i, owners)
            if len(owner) == 1 and len(owner[0].name.split()) <= LONGEST_OWNER:
                text = possessive(owner[0].name)
            elif len(run) > 2 and i == run[0]:
                continue
            else:
                return None
        parts.append(text + (" " if i != run[-1] and s.words[i + 1].start > word.end else ""))
    return "".join(parts).strip(" “”\"'‘’,") or None


def possessive(name: str) -> str:
    """The possessive form of a name."""
    return name + ("'" if name.endswith("s") else "'s")


def phrase_type(reader: Reader, s: Sentence, head: int) -> EntityType:
    """The type of a common noun phrase, from its head noun or the model's label."""
    word = s.words[counted(s, head)]
    if word.lemma in cues()["nouns.groups"] and (word.tag in ("NNS", "NNPS") or s.child(head, "nummod") is not None):
        return EntityType.GROUP
    known = reader.gazetteer.heads.get(word.lemma.capitalize())
    if known and known.type in (EntityType.EVENT, EntityType.AGREEMENT, EntityType.INITIATIVE):
        return known.type
    return LABELS.get(word.label, EntityType.CONCEPT) if word.pos == "PROPN" else EntityType.CONCEPT


def span_of(reader: Reader, s: Sentence, run: Sequence[int]) -> Span:
    """Where the words stand in the document."""
    return Span(
        document=reader.document_id,
        start=s.offsets[s.words[run[0]].start],
        end=s.offsets[s.words[run[-1]].end - 1] + 1,
    )


def is_named(argument: Argument) -> bool:
    """Whether an argument is a name or stands for one."""
    return argument.mention.found_by not in ("phrase", "named phrase")
