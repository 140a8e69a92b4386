"""The argument that a name makes, or an office or a head noun with "the" that points back to one."""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.arguments import Argument, Reader
from graph.extract.cues import cues
from graph.extract.definites import is_far, kind_meant
from graph.extract.noun_phrases import text_of
from graph.extract.parse import Sentence, Word
from graph.extract.short_names import LOCAL, is_short_for
from graph.extract.words import is_title, words
from graph.model import EntityType, Mention

# What a document may call by nothing more than the head noun.
OWN = (EntityType.ORGANIZATION, EntityType.EVENT, EntityType.AGREEMENT, EntityType.GROUP)
PLACES = (EntityType.COUNTRY, EntityType.REGION, EntityType.PLACE)
# What tells which part of a country is meant.
PARTS = (
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "postwar",
    "occupied",
)
# What before a titled name belongs to the title; of the first ones nobody holds the office itself.
NOT_NOW = ("former", "deputy", "incoming")
QUALIFYING = (*NOT_NOW, "acting", "interim", "outgoing")


def spoken_of(reader: Reader, s: Sentence, head: int, run: Sequence[int]) -> Argument | None:
    """Whom or what an office or a head noun with "the" points back to: "the Prime Minister", "the Council"; or None."""
    word, title = s.words[head], text_of(s, run)
    if title.lower() in reader.discourse.offices.seated and (own := at_home(reader, s, head, run)) is not None:
        return own
    bearer = reader.discourse.short_names.bearer(title) if is_title(title) else None
    if bearer is not None:
        return Argument(head=head, mention=bearer, certainty=0.8)
    article = article_of(s, head)
    several = word.text.endswith("s") and word.text.removesuffix("s") not in words().titles  # "Parties must do X": all
    several = several and word.text != "Allies"  # which are those of one alliance
    several = several and s.words[word.head].tag != "VBD"  # "Leaders called for X": those who met
    subject = article is None and word.dep in ("nsubj", "nsubjpass") and word.text[:1].isupper()
    bare = subject and not several  # "Council welcomes X", "Ministers welcomed Y"
    pointing = bare or (article is not None and s.words[article].lemma == "the")
    if len(run) > 1 or not pointing or word.text in words().titles:
        return None
    named = reader.discourse.short_names.named(word.text, heading=reader.discourse.heading)
    if named is None and not reader.open and word.text != reader.discourse.short_names.opening:
        named = named_ahead(s, head)
    if named is None or is_far(reader.discourse, s, head, named):
        if (home := kind_meant(reader.discourse, s, head)) is not None:
            return Argument(head=head, mention=replace(home, span=s.span_of(head, head), text=word.text), certainty=0.8)
        return None if reader.open else own_thing(reader, s, head)
    found_by = LOCAL if named.found_by == LOCAL else "short"
    short = replace(named, span=s.span_of(head, head), text=text_of(s, [head]), found_by=found_by)
    return Argument(head=head, mention=short, certainty=0.85)


def named_ahead(s: Sentence, head: int) -> Mention | None:
    """The only name ahead in the sentence that ends in a head noun: "with the Lima Bank, under which the Bank …"."""
    word = s.words[head]
    known = {w.name.name: w for w in s.words[:head] if w.name is not None and is_short_for(word.text, w.name.name)}
    if len(known) != 1:
        return None
    name, other = next(iter(known.items()))
    kind = other.name.type if other.name is not None else EntityType.ORGANIZATION
    span = s.span_of(other.i, other.i)
    return Mention(span=span, text=name, name=name, type=kind, found_by="short") if kind in OWN else None


def short_owners(reader: Reader, s: Sentence, run: Sequence[int]) -> dict[int, Mention]:
    """What "the Mission's" is in a phrase, by its word, where one thing alone is called so: "the Mission's mandate"."""
    found: dict[int, Mention] = {}
    for i in (i for i in run if s.words[i].dep == "poss" and s.words[i].text in reader.gazetteer.heads):
        told = s.child(i, "amod", "compound", "prep", "nummod", "relcl", "conj") is not None
        the = any(s.words[d].lemma == "the" for d in s.all_children(i, "det"))
        if s.words[i].name is not None or told or not the or s.words[i].text in words().titles:
            continue
        meant = reader.discourse.short_names.named(s.words[i].text, heading=reader.discourse.heading)
        meant = meant or named_ahead(s, i)
        if meant is not None and meant.found_by != LOCAL and not is_far(reader.discourse, s, i, meant):
            found[i] = meant
    return found


def bearer_meant(reader: Reader, s: Sentence, head: int, run: Sequence[int]) -> Argument | None:
    """Who is meant by an office in small letters, where one alone has borne it so far: "the minister"; or None."""
    office, article = text_of(s, run), article_of(s, head)
    known = office.islower() and office.title() in words().titles and s.child(head, "prep", "poss", "relcl") is None
    if reader.open or not known or article is None or s.words[article].lemma != "the":
        return None
    bearer = reader.discourse.short_names.bearer(office.title())
    return Argument(head=head, mention=bearer, certainty=0.8) if bearer is not None else None


def at_home(reader: Reader, s: Sentence, head: int, run: Sequence[int]) -> Argument | None:
    """Who is meant by an office that nobody has borne so far where one country speaks: "the Prime Minister"; or None.

    Not where another country has just been spoken of, or somebody else speaks; but in the papers of that office itself.
    """
    title, discourse = text_of(s, run), reader.discourse
    home, seated = discourse.sole_voice(), title.lower() in discourse.offices.seated
    home = home if home is not None and home.type is EntityType.COUNTRY else None
    if reader.open or (home is None and not seated) or title not in words().state_offices:
        return None
    article = s.child(head, "det")
    pointing = article is not None and s.words[article].text.lower() == "the" and article == run[0] - 1
    restricted = s.child(head, "prep", "acl", "appos", "poss") is not None
    presiding = discourse.assembly and title in ("President", "Vice President")
    borne = bool(discourse.short_names.bearers_of(title)) and not seated
    if not pointing or restricted or presiding or borne:
        return None
    if not seated and (said_by_others(reader, s, head) or home is None or is_among_others(reader, s, run[0], home)):
        return None
    meant = discourse.offices.meant(title, home)
    if meant is None and home is None:  # whose office it is no line tells
        kind, name = EntityType.ROLE, discourse.short_names.labelled(title)
        meant = Mention(span=s.span_of(head, head), text=title, name=name, type=kind, found_by=LOCAL)
    if meant is None:
        return None
    told = replace(meant, span=s.span_of(run[0], head), text=title)
    return Argument(head=head, mention=told, certainty=0.8)


def said_by_others(reader: Reader, s: Sentence, head: int) -> bool:
    """Whether somebody else than who briefs or has signed says a word: "the President" may be theirs."""
    discourse = reader.discourse
    speaker, author = discourse.speaker_at(s, head), discourse.author
    own = speaker is None or speaker.name in discourse.offices.briefing
    return not (own or (author is not None and speaker is not None and speaker.name == author.name))


def is_among_others(reader: Reader, s: Sentence, first: int, home: Mention) -> bool:
    """Whether another country has been spoken of right before a word: "the President" may be its own."""
    discourse = reader.discourse
    named = (w.name for w in s.words[:first] if w.name is not None)
    ahead = {(n.entry.name if n.entry else n.name): n.type for n in named}
    near = {**(discourse.before if discourse.goes_on() else {}), **ahead}
    return any(kind is EntityType.COUNTRY and name != home.name for name, kind in near.items())


def may_point_back(reader: Reader, word: Word) -> bool:
    """Whether a word alone may be short for a name or a group before: "the Council", "the Ministers"."""
    return word.text in reader.gazetteer.heads or word.text in cues()["nouns.assembled"]


def own_thing(reader: Reader, s: Sentence, head: int) -> Argument | None:
    """What a document calls by a head noun and never names before: its own "Council", called after the document."""
    known = reader.gazetteer.heads.get(s.words[head].text)
    kind = known.type if known is not None else EntityType.GROUP
    clause = s.child(head, "relcl")
    aside = clause is not None and s.words[s.subtree(clause)[0] - 1].text == ","  # "the Senate, which is to vote"
    if kind not in OWN or s.child(head, "prep", "acl") is not None or (clause is not None and not aside):
        return None
    now = reader.discourse.sentence
    mention = reader.discourse.short_names.own(s.words[head].text, kind, s.span_of(head, head), sentence=now)
    return Argument(head=head, mention=mention, certainty=0.8) if mention is not None else None


def article_of(s: Sentence, head: int) -> int | None:
    """The determiner of a noun, its own or the first's of its list: "the President and Prime Minister"; or None."""
    own = s.child(head, "det")
    return s.child(s.words[head].head, "det") if own is None and s.words[head].dep == "conj" else own


def name_argument(reader: Reader, s: Sentence, head: int) -> Argument | None:
    """The argument that a whole name makes."""
    word = s.words[head]
    name = word.name
    if name is None or (name.found_by == "demonym" and word.pos == "ADJ") or is_of_another_time(s, head):
        return None
    part = head > 0 and s.words[head - 1].head == head and s.words[head - 1].lemma.lower() in PARTS
    if part and name.type in PLACES:  # "northern Syria" is not all of it
        text = text_of(s, [head - 1, head])
        kind = EntityType.PLACE if name.type is EntityType.COUNTRY and not reader.open else name.type
        found_by = name.found_by if reader.open else "proper"
        mention = Mention(span=s.span_of(head - 1, head), text=text, name=text, type=kind, found_by=found_by)
        return Argument(head=head, mention=mention)
    qualified = bool(head and name.title and s.words[head - 1].head == head and s.words[head - 1].lemma in QUALIFYING)
    mention = Mention(
        span=s.span_of(head, head),
        text=text_of(s, [head - qualified, head]),
        name=name.name,
        type=name.type,
        found_by=name.found_by,
    )
    known = reader.discourse.short_names.fuller(name.name) if name.found_by == "head" and " " in name.name else None
    if known is not None:
        mention = replace(known, span=mention.span, text=mention.text, found_by="short")
    if name.title:
        before = s.words[head - 1].lemma if qualified else ""  # who was president is not "the President"
        whole = f"{before} {name.title}" if before in NOT_NOW else name.title
        reader.discourse.short_names.observe_title(whole, mention)
    reader.discourse.short_names.observe_name(mention, reader.gazetteer.heads, sentence=reader.discourse.sentence)
    return Argument(head=head, mention=mention)


def is_described(s: Sentence, head: int) -> bool:
    """Whether a name of a place stands for what it might be: "a free and open Asia", "the next Gaza".

    Or a name for members tells how many they are: "only nine Member States".
    """
    name = s.words[head].name
    if name is not None and name.type is EntityType.GROUP and s.words[head].tag in ("NNS", "NNPS"):
        return s.child(head, "nummod") is not None
    article = s.child(head, "det")
    if name is None or article is None or name.type not in PLACES:
        return False
    qualities = {s.words[a].lemma for a in s.all_children(head, "amod")}
    return bool(qualities) and (s.words[article].lemma in ("a", "an") or "next" in qualities)


def is_of_another_time(s: Sentence, head: int) -> bool:
    """Whether a name is not the thing as it is now: "the Council of the future"."""
    behind = (s.child(p, "pobj") for p in s.all_children(head, "prep") if s.words[p].lemma == "of")
    return any(t is not None and s.words[t].lemma in cues()["nouns.other_times"] for t in behind)


RULING = ("government", "parliament", "president", "leader", "king", "leadership", "state")


def with_shared_land(s: Sentence, argument: Argument) -> Argument:
    """The argument, where it shares its land with what is coordinated: "the Government and people of Rwanda"."""
    head, mention = argument.head, argument.mention
    second = s.child(head, "conj")
    if second is None or s.words[head].lemma.lower() not in RULING or s.child(head, "prep", "poss", "amod", "compound"):
        return argument
    of = s.prep(second, "of")
    land = s.child(of, "pobj") if of is not None else None
    name = s.words[land].name if land is not None else None
    shared = name is not None and name.type is EntityType.COUNTRY and s.child(second, "det", "poss") is None
    if name is None or not shared or s.words[head].name is not None:
        return argument
    kind = EntityType.ORGANIZATION if s.words[head].lemma.lower() != "leader" else mention.type
    owned = f"{s.words[head].text} of {name.entry.name if name.entry else name.name}"
    return replace(argument, mention=replace(mention, name=owned, type=kind, found_by="named phrase"))
