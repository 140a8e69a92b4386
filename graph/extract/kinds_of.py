"""What listed names are to their owner: "its allies, including X and Y" makes X an ally of whose allies they are."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader, actors, is_named
from graph.extract.emission import emit
from graph.extract.extents import phrase_words
from graph.extract.frames import Frame
from graph.extract.noun_phrases import called, find_examples, text_of
from graph.extract.parse import Sentence
from graph.extract.phrases import find_parts
from graph.extract.prepositions import ACTORS
from graph.extract.values import make_text
from graph.extract.words import words
from graph.model import EntityType, Extraction

# Nouns for what one actor is to another.
TIES = frozenset(
    {"partner", "ally", "neighbor", "neighbour", "friend", "donor", "member", "adversary", "rival", "enemy"}
)
TIES |= {"supporter", "creditor", "supplier", "customer", "investor", "host", "sponsor", "subsidiary", "affiliate"}


def find_kinds(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What the names that a plural noun with an owner lists are to it: "our partners, including Japan"."""
    word = s.words[noun]
    owner = s.child(noun, "poss")
    if word.tag != "NNS" or word.lemma not in TIES or owner is None or reader.open:
        return
    fellow = word.head if word.dep == "conj" and s.words[owner].tag == "PRP$" else owner  # "X and its allies"
    owner = fellow if s.words[fellow].name is not None else owner
    examples = [a for e in find_examples(s, noun) for a in find_parts(reader, s, e, ())]
    whose = find_parts(reader, s, owner, ())
    told = [a for a in whose if a.mention.type in ACTORS and (is_named(a) or a.mention.found_by == "pronoun")]
    kind = " ".join([*(s.words[m].text.lower() for m in s.all_children(noun, "compound")), word.lemma])
    frame = Frame(subjects=tuple(actors(examples)), rule="kind", certainty=0.9)
    if len(told) == 1:
        yield from emit(s, frame, ["be", kind, "of"], (noun,), told)


def find_called(reader: Reader, s: Sentence, noun: int) -> Iterator[Extraction]:
    """What a thing is that is told by its name: "an ageing tanker called the Merovia"."""
    name = None if reader.open else called(s, noun)
    if name is None:
        return
    words = [i for i in phrase_words(s, noun) if i <= noun and s.words[i].dep != "det"]
    frame = Frame(subjects=tuple(find_parts(reader, s, name, ())), rule="kind", certainty=0.9)
    yield from emit(s, frame, ["be"], (s.child(noun, "acl") or noun,), [make_text(text_of(s, words))])


def find_land(reader: Reader, s: Sentence, person: int) -> Iterator[Extraction]:
    """From which state somebody is who holds no office of it: "Dr. Thandi Mulenga of Zambia"."""
    word = s.words[person]
    known = word.name is not None and word.name.type is EntityType.PERSON
    first = s.words[person - 1] if person else word
    full = word.name is None and word.label == "PERSON" and first.dep == "compound" and first.head == person
    title = word.name.title if word.name is not None else ""
    of = s.prep(person, "of")
    land = s.child(of, "pobj") if of == person + 1 else None
    name = s.words[land].name if land is not None else None
    state = name is not None and name.type is EntityType.COUNTRY and name.found_by == "gazetteer"
    if reader.open or not (known or full) or of is None or land is None or not state:
        return
    if title and title not in words().honorifics:  # "President X of Peru"
        return
    frame = Frame(subjects=tuple(find_parts(reader, s, person, ()))[:1], rule="kind", certainty=0.9)
    for extraction in emit(s, frame, ["be", "from"], (of,), [*find_parts(reader, s, land, ())][:1]):
        yield replace(extraction, predicate="is from")
