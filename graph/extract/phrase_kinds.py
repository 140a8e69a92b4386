"""What a noun phrase is by its words: its type, what it counts, how it was found, what it only introduces."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.cues import cues
from graph.extract.extents import phrase_words
from graph.extract.noun_phrases import counted, countries_of, is_lead, names_inside, text_of
from graph.extract.parse import Sentence
from graph.extract.prepositions import ACTORS
from graph.extract.words import words
from graph.model import EntityType, Mention

LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANIZATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.REGION,
    "EVENT": EntityType.EVENT,
    "LAW": EntityType.AGREEMENT,
    "FAC": EntityType.PLACE,
}


def sharing_argument(s: Sentence, head: int, adjective: int, sharing: Sequence[int]) -> Argument:
    """One of several actors whose noun stands once: "the French and German ministers" are two, each of a country."""
    noun = s.words[head].lemma if s.words[head].lemma in cues()["nouns.offices"] else s.words[head].text
    phrase = phrase_words(s, head)
    before = [s.words[i].text.lower() for i in phrase if i < min(sharing) and s.words[i].dep == "amod"]  # "Senior"
    between = [s.words[i].text for i in phrase if max(sharing) < i < head]
    name = " ".join([*before, s.words[adjective].text, *between, noun])
    run = (min(sharing), head)
    state = s.words[adjective].name
    if (
        s.words[head].lemma == "side" and state is not None and state.entry is not None
    ):  # "the Kenyan and Chadian sides"
        own = Mention(
            span=s.span_of(*run), text=text_of(s, run), name=state.entry.name, type=state.entry.type, found_by="pronoun"
        )
        return Argument(head=head, mention=own, certainty=0.9)
    mention = Mention(
        span=s.span_of(*run), text=text_of(s, run), name=name, type=EntityType.GROUP, found_by="named phrase"
    )
    return Argument(head=head, mention=mention, certainty=0.9)


def office_of_each(s: Sentence, head: int) -> list[Argument]:
    """The bearers of an office of which each state has one: "the presidents of Chad and Togo" are two; or nothing."""
    word, of = s.words[head], s.prep(head, "of")
    titled = [*s.all_children(head, "compound", "amod"), head]
    office = " ".join([*(s.words[i].text for i in titled[:-1]), word.text.removesuffix("s")]).lower()
    several = word.tag in ("NNS", "NNPS") and word.name is None and office.title() in words().state_offices
    bare = s.child(head, "nummod", "poss", "appos", "conj", "acl") is None
    states = countries_of(s, of) if several and bare and of == head + 1 else []
    if of is None or len(states) < len(("one", "another")) or any(s.child(i, "prep", "relcl") for i in states):
        return []
    text, span = text_of(s, range(titled[0], states[-1] + 1)), s.span_of(titled[0], states[-1])
    named = (s.words[i].name for i in states)
    lands = (n.entry.name if n.entry else n.name for n in named if n is not None)
    told = [f"{office} of {land}" for land in lands]
    return [
        Argument(
            head=head,
            mention=Mention(span=span, text=text, name=name, type=EntityType.GROUP, found_by="named phrase"),
            certainty=0.9,
        )
        for name in told
    ]


def as_worded(s: Sentence, pronoun: int, resolved: Sequence[Mention]) -> Mention:
    """A pronoun as one mention in its own words, under the name of what it stands for where that is one thing."""
    text = text_of(s, [pronoun])
    if len(resolved) == 1:
        return replace(resolved[0], text=text)
    return Mention(span=s.span_of(pronoun, pronoun), text=text, name=text, type=EntityType.CONCEPT, found_by="pronoun")


def found_by(reader: Reader, s: Sentence, head: int, run: Sequence[int]) -> str:
    """How a noun phrase was found: a proper name by its tags alone, a phrase that holds a name, or just a phrase."""
    if (is_office(reader, s, head) and len(run) <= 3) or all(
        s.words[i].pos == "PROPN" or s.words[i].tag == "HYPH" for i in run
    ):
        return "proper"
    if any(is_numbered_name(s, head, i) for i in run):
        return "proper"
    named = is_dated_report(s, run) or any(s.words[i].name is not None and not is_of_money(s, i) for i in run)
    named = named or is_told_by_name(s, head)
    return "named phrase" if named else "phrase"


def is_told_by_name(s: Sentence, head: int) -> bool:
    """Whether a proper noun right before a singular noun with "the" tells which one it is: "the Lashkar group"."""
    word, before = s.words[head], s.words[head - 1]
    one = word.tag == "NN" and any(s.words[d].lemma == "the" for d in s.all_children(head, "det"))
    proper = before.pos == "PROPN" and before.head == head and before.dep in ("compound", "nmod")
    return one and proper and before.label not in ("DATE", "TIME") and before.text[:1].isupper()


def is_dated_report(s: Sentence, run: Sequence[int]) -> bool:
    """Whether a date tells which paper is meant: "report of the Secretary-General of 2 May 2025"."""
    texts = [s.words[i].text for i in run]
    official = any(texts[at : at + 3] == ["Secretary", "-", "General"] for at in range(1, len(texts)))
    return official and bool(re.fullmatch(r"(?:19|20)\d\d", texts[-1])) and texts[0].lower() in ("report", "letter")


# Nouns that with a number name a part, a stage or a rank of something: "the Article 5 pledge".
NUMBERED = (
    "article",
    "chapter",
    "section",
    "phase",
    "resolution",
    "annex",
    "level",
    "tier",
    "category",
    "track",
    "part",
)


def is_numbered_name(s: Sentence, head: int, i: int) -> bool:
    """Whether a proper noun with a number tells which one thing a singular noun is: "the Estlink 2 power link"."""
    word = s.words[i]
    number = s.words[i + 1] if i + 1 < head else word
    if word.pos != "PROPN" or not number.text.isdigit() or number.head != i:
        return False
    one = s.words[head].tag == "NN" and any(s.words[d].lemma == "the" for d in s.all_children(head, "det"))
    return one and word.label not in ("DATE", "TIME") and word.lemma.lower() not in NUMBERED


def is_of_money(s: Sentence, i: int) -> bool:
    """Whether a state only tells whose money is meant: "6 billion US dollars"."""
    following = s.words[i + 1].lemma if i + 1 < len(s.words) else ""
    return s.words[i].name is not None and following in ("dollar", "pound", "franc", "peso", "dinar")


def count_words(s: Sentence, number: int) -> list[int]:
    """The words of a count, without those that only comment on it ("only", "some")."""
    run = s.subtree(number)
    while len(run) > 1 and (is_lead(s, run[0]) or s.words[run[0]].lemma in ("some", "merely", "as")):
        run.pop(0)
    return run


def speaks_of(s: Sentence, head: int) -> int | None:
    """The name that a noun only introduces: "the vision of building X" and "the concept of X" speak of X."""
    made = s.words[head].lemma in ("building", "construction") and not s.all_children(head, "amod", "compound", "poss")
    if s.words[head].lemma not in cues()["nouns.about"] and not made:
        return None
    prep = s.prep(head, "of")
    if prep is None:
        return None
    target = s.child(prep, "pobj")
    gerund = s.child(prep, "pcomp")
    if gerund is not None and s.words[gerund].lemma in cues()["nouns.making"]:
        target = s.child(gerund, "dobj")
    name = s.words[target].name if target is not None else None
    if name is not None and name.type in ACTORS and s.words[head].lemma in cues()["nouns.about"]:
        return None  # "a vision of Norway as a partner"
    thought = name is not None and name.type is EntityType.CONCEPT  # a port is built, an idea is its building
    return target if name is not None and (thought or not made) else None


def is_relative(s: Sentence, i: int, run: Sequence[int]) -> bool:
    """Whether a relative pronoun speaks of a noun in the phrase itself: "a plan that supports X"."""
    if s.words[i].tag not in ("WP", "WDT"):
        return False
    at = i
    while s.words[at].dep != "relcl" and s.words[at].head != at:
        at = s.words[at].head
    return s.words[at].dep == "relcl" and at in run and s.words[at].head in run


def spaced(s: Sentence, i: int) -> bool:
    """Whether white space follows a word."""
    return s.words[i + 1].start > s.words[i].end


def is_office(reader: Reader, s: Sentence, i: int) -> bool:
    """Whether a capitalised noun is an office, which acts as a person does: "the Secretary-General"."""
    word = s.words[i]
    hyphenated = i > 1 and s.words[i - 1].text == "-" and s.words[i - 1].start == s.words[i - 2].end
    text = s.text[s.words[i - 2].start : word.end] if hyphenated else word.text
    head = reader.gazetteer.heads.get(text)
    role = head is not None and head.type is EntityType.ROLE
    return word.tag == "NNP" and (role or text in words().offices or text in words().titles)


def names_delegate(s: Sentence, head: int) -> bool:
    """Whether a noun is the one who speaks for somebody by name: "the representative of X", "X's delegate"."""
    if s.words[head].lemma not in cues()["nouns.delegates"] or s.words[head].tag != "NN":
        return False
    behind = (s.child(p, "pobj") for p in s.all_children(head, "prep") if s.words[p].lemma in ("of", "for"))
    sent = [*s.all_children(head, "poss", "amod", "compound", "nmod"), *behind]
    return any(i is not None and s.words[i].name is not None for i in sent)


# What a state acts through, with the state's name or adjective before it.
GOVERNING = ("government", "parliament", "army", "ministry", "cabinet", "senate", "navy", "regime", "junta", "police")


def phrase_type(reader: Reader, s: Sentence, head: int) -> EntityType:
    """The type of a common noun phrase, from its head noun or the model's label."""
    word = s.words[counted(s, head)]
    if word.lemma in cues()["nouns.groups"] and (word.tag in ("NNS", "NNPS") or s.child(head, "nummod") is not None):
        return EntityType.GROUP
    people = word.name is not None and word.name.found_by == "demonym"  # "two million Haitians"
    if word.tag in ("NNS", "NNPS") and (people or word.label == "NORP"):
        return EntityType.GROUP
    if is_office(reader, s, word.i) or names_delegate(s, word.i):
        return EntityType.ROLE
    if word.lemma in ("year", "decade", "day", "challenge", "line", "area") or (
        word.pos != "PROPN" and word.tag == "CD"
    ):
        return EntityType.CONCEPT
    if word.lemma == "community" and any(s.words[a].lemma == "international" for a in s.all_children(head, "amod")):
        return EntityType.GROUP
    owner = s.child(head, "poss")
    stated = names_inside(s, head) or (owner is not None and s.words[owner].name is not None)
    stated = stated or any(countries_of(s, p) for p in s.all_children(head, "prep") if s.words[p].lemma in ("of", "in"))
    if word.lemma in GOVERNING and word.pos == "NOUN" and stated:  # "the Danish government", "the army of Peru" act
        return EntityType.ORGANIZATION
    noun = word.lemma.capitalize()
    known = reader.gazetteer.heads.get(noun) or reader.gazetteer.heads.get(noun.removesuffix("s"))
    if known and known.type in (EntityType.EVENT, EntityType.AGREEMENT, EntityType.INITIATIVE):
        return known.type
    article = any(s.words[d].lemma == "the" for d in s.all_children(head, "det"))
    if word.label == "PERSON" and article and word.tag == "NNP":  # "the Hindu Kush Himalaya" is nobody
        return EntityType.CONCEPT
    return LABELS.get(word.label, EntityType.CONCEPT) if word.pos == "PROPN" else EntityType.CONCEPT


# Ends of countries' names that keep "the": "the United Kingdom", "the Netherlands".
WITH_ARTICLE = ("s", "Kingdom", "Republic", "Union", "Federation", "Gambia")


def loses_article(s: Sentence, i: int) -> bool:
    """Whether "the" at word i goes, for a country gets its short name: "the Republic of Korea" is South Korea."""
    name = s.words[i + 1].name if s.words[i].lemma == "the" and i + 1 < len(s.words) else None
    if name is None or name.entry is None or name.entry.type is not EntityType.COUNTRY or name.found_by == "demonym":
        return False
    written = s.text[s.words[i + 1].start : s.words[i + 1].end]
    return name.name not in (written, f"the {written}") and not name.name.endswith(WITH_ARTICLE)


def counts_head(s: Sentence, head: int, number: int) -> bool:
    """Whether a number tells how many a noun is: no date, no end of a name, "the Nord Stream 2 line", "Article 5"."""
    year = s.words[number].text.isdigit() and len(s.words[number].text) == len("2022") and s.words[head].tag != "NNS"
    if year and s.words[number].text[:2] in ("19", "20"):  # "a 2022 trade mission"
        return False
    word = s.words[number]
    before = s.words[number - 1] if number else word
    glued = number + 1 < len(s.words) and s.words[number + 1].start == word.end  # "5G"
    named = glued or number > head or (before.pos == "PROPN" and before.head == head)
    joined = before.text == "-" and s.words[number - 2].tag != "CD"  # "net-zero emissions", not "twenty-five"
    return word.label not in ("DATE", "TIME") and not (named or joined)


LONGEST_THOSE = 16  # words of a phrase for people that only a clause tells


# Pronouns that mean all, some or none of those there are.
INDEFINITE = frozenset(
    {
        "nobody",
        "everybody",
        "somebody",
        "anybody",
        "everyone",
        "someone",
        "anyone",
        "everything",
        "something",
    }
)


def those_told(s: Sentence, head: int, *, all_: bool) -> Argument | None:
    """The people that a phrase behind "those" tells: "those responsible for X", "those who protect Peru"; or None.

    Unless `all_` are wanted, who they are must be told by a name: "those who try" may be anybody. With them go
    "nobody", "everyone" and their like.
    """
    open_ = all_ and s.words[head].text.lower() in INDEFINITE
    if s.words[head].text.lower() != "those" and not open_:
        return None
    adjective, clause = s.child(head, "amod"), s.child(head, "relcl")
    who = clause is not None and any(s.words[c].text.lower() == "who" for c in s.children[clause])
    told = adjective is not None and adjective == head + 1 and s.child(adjective, "prep") is not None
    tree = s.subtree(head)
    while tree and s.words[tree[-1]].pos == "PUNCT":
        tree.pop()
    whole = tree[:1] == [head] and tree[-1] - head == len(tree) - 1 and len(tree) <= LONGEST_THOSE
    pointing = any(s.words[i].tag in ("PRP", "PRP$") for i in tree)
    named = any(s.words[i].name is not None for i in tree)
    if open_ and not whole:
        tree = [head]
    elif not open_ and (not (told or (who and (named or all_))) or not whole or pointing):
        return None
    text = s.text[s.words[head].start : s.words[tree[-1]].end]
    mention = Mention(
        span=s.span_of(head, tree[-1]),
        text=text,
        name=text,
        type=EntityType.GROUP,
        found_by="named phrase" if named else "phrase",
    )
    return Argument(head=head, mention=mention, certainty=0.85)
