"""Whose a thing is: what "its", "our" and "my" before a noun stand for."""

from collections.abc import Sequence
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.bound import find_bound
from graph.extract.coordination import first_member
from graph.extract.cues import cues
from graph.extract.definites import kind_meant, parties_meant
from graph.extract.discourse import Discourse
from graph.extract.gazetteer import plain
from graph.extract.names import only_state
from graph.extract.parse import Sentence
from graph.extract.prepositions import ACTORS
from graph.extract.pronouns import KINDS, is_delegate
from graph.extract.resolution import resolve
from graph.model import EntityType, Mention

# What a country has one of: "our governments" are those of several.
SINGLE = ("government", "country", "nation", "state", "parliament", "capital", "president")
LONGEST_OWNER = 4  # words of a name that may stand in a possessive


PAIR = 2  # countries


def find_home(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention] = ()) -> Mention | None:
    """Whom somebody's own country or delegation stands for: the document's voice, or a delegate's: "my country"."""
    owner = s.words[head - 1] if head else None
    if owner is not None and owner.text.lower() in ("his", "her") and not reader.open and head < len(s.words):
        return delegating_state(reader, s, head, owners)
    mine = owner is not None and KINDS.get(owner.text.lower()) in ("voice", "author") and owner.tag == "PRP$"
    own = owner is not None and owner.text.lower() == "my"
    homes = cues()["nouns.home"] | ({"government"} if own else set())  # "my government" speaks for the country
    if not mine or reader.open or head >= len(s.words) or s.words[head].lemma.lower() not in homes:
        return None
    if s.words[head].tag == "NNS":  # "our countries" are several
        return None
    return reader.discourse.voices[0] if len(reader.discourse.voices) == 1 else None


def delegating_state(reader: Reader, s: Sentence, head: int, owners: Sequence[Mention]) -> Mention | None:
    """The state for which the one speaks whose "his" or "her" is before a country, a delegation or a government."""
    if s.words[head].lemma not in cues()["nouns.home"] | {"government"} or s.words[head].tag == "NNS":
        return None
    meant = resolve(reader.discourse, s, head - 1, owners)
    state = reader.discourse.parties.states_of.get(meant[0].name) if len(meant) == 1 else None
    if state is not None and s.words[head].lemma in ("country", "nation"):  # of a minister it is the state's
        return replace(meant[0], name=state, type=EntityType.COUNTRY)
    found = [m for m in meant if is_delegate(m)]
    state = only_state(found[0].name, reader.gazetteer) if found else ""
    return replace(found[0], name=state, type=EntityType.COUNTRY) if state else None


# What one is to another: whose it is, is not who is one.
BESIDE = frozenset(
    {"investor", "partner", "supplier", "donor", "ally", "exporter", "lender", "creditor", "buyer", "customer"}
    | {"rival", "competitor", "provider", "contributor", "backer", "sponsor", "market", "importer"}
)


def is_of_partner(s: Sentence, i: int) -> bool:
    """Whether an "its" tells whose partner the subject is: "Kenya is the main investor in its energy sector"."""
    at = s.words[i].head
    while s.words[at].dep in ("pobj", "prep") and s.words[at].head < at:
        at = s.words[at].head
    return s.words[at].dep == "attr" and s.words[at].lemma in BESIDE and s.words[at].head < i


def is_honorific(s: Sentence, i: int) -> bool:
    """Whether a possessive pronoun is part of a title: "His Majesty"."""
    return i + 1 < len(s.words) and s.words[i + 1].text in ("Majesty", "Excellency", "Holiness", "Highness")


# What a ministry has of its own beside deeds and views; all else that it calls "ours" is its country's.
MINISTERIAL = frozenset(
    {"ministry", "minister", "embassy", "ambassador", "spokesperson", "diplomat", "partner", "counterpart", "colleague"}
    | {"policy", "commitment", "statement", "staff", "official", "department", "mission", "consulate", "goal", "friend"}
)


def is_national(owner: Mention, noun: str) -> bool:
    """Whether what a ministry calls its own is its country's: "our farmers", not "our position" or "our embassies"."""
    ministry = not {"Ministry", "Department", "Embassy"}.isdisjoint(owner.name.split())
    return ministry and noun not in cues().nominals and noun not in cues()["nouns.opinion"] | MINISTERIAL


def find_owner(reader: Reader, s: Sentence, i: int, owners: Sequence[Mention]) -> str | None:
    """The name of the one whom a possessive pronoun speaks for, where it is short enough to stand in a phrase."""
    # "our world" is everybody's.
    shared = i + 1 < len(s.words) and s.words[i + 1].lemma in cues()["nouns.shared_by_all"]
    noun = s.words[s.words[i].head]
    if (same := owned_before(s, i)) is not None:  # "recalls its resolution 1970 and its later resolutions"
        return find_owner(reader, s, same, owners)
    first = owner_beside(s, i)
    if first is not None and len(first.split()) <= LONGEST_OWNER:  # "the United Nations and its agencies"
        return first
    bound = find_bound(s, i)
    other = s.words[bound].name if bound is not None else None
    if other is not None:  # "Peru's pledge and its decision"
        return short_owner(reader, other.name)
    if noun.dep == "conj" and s.words[i].lemma == "its" and s.words[noun.head].pos in ("NOUN", "PROPN"):
        return None  # "the country and its people": not those of who speaks of both
    theirs = s.words[i].lemma in ("its", "their", "his", "her")
    if theirs and (is_of_partner(s, i) or noun.lemma in ("absence", "lack")):  # "lived through its absence": not theirs
        return None
    taker = (find_thanked(s, i) or who_is_asked(s, i) or who_is_given(s, i)) if theirs else None
    other = s.words[taker].name if taker is not None else None
    if other is not None and s.words[i].text.lower() in HIS and other.type not in (EntityType.PERSON, EntityType.ROLE):
        other = None  # "thanked Peru for its support for her work"
    if theirs and is_praised(s, i) and other is None:
        return None
    if other is not None and (short := short_owner(reader, other.name)):
        return short
    several = noun.tag == "NNS" and noun.lemma in SINGLE  # "our governments"
    shared = shared or (several and len(reader.discourse.voices) == 1)
    ours = KINDS.get(s.words[i].text.lower()) == "voice"
    both = len({m.name for m in owners}) > 1  # of "A and B", "our economies" are not one speaker's
    shared = shared or (ours and (is_between(s, i) or is_joint(s, i) or (both and len(reader.discourse.voices) == 1)))
    found = [] if shared or is_honorific(s, i) else resolve(reader.discourse, s, i, owners)
    if len(found) == 1 and is_of_state(s, i) and len(reader.discourse.voices) == 1:
        found = list(reader.discourse.voices)
    if ours and len(found) == 1 and is_national(found[0], noun.lemma):
        return only_state(found[0].name, reader.gazetteer) or None
    if noun.lemma == "mandate":  # a capital that acts for its state has none: "Bamako refused to renew its mandate"
        found = [m for m in found if m.type is not EntityType.PLACE]
    name = reader.discourse.short_names.without_label(found[0].name) if len(found) == 1 else ""
    owned = any(mark in name for mark in ("'", "’"))  # no "Peru's decision's costs"
    return None if owned else short_owner(reader, name)


HIS = ("his", "her")


def is_of_state(s: Sentence, i: int) -> bool:
    """Whether what is the speaker's is that of the state spoken for: "my own region", "my continent"."""
    lands = ("region", "continent", "subregion", "hemisphere", "neighbourhood", "neighborhood")
    return s.words[i].text.lower() == "my" and s.words[s.words[i].head].lemma in lands


def owned_before(s: Sentence, i: int) -> int | None:
    """The same pronoun before the first member of a list, whose it is as well: "its decision and its later ones"."""
    at = s.words[i].head
    while s.words[at].dep == "pobj" and s.words[s.words[at].head].lemma == "of":  # "and the letter of its President"
        at = s.words[s.words[at].head].head
    first = at
    while s.words[first].dep == "conj":
        first = s.words[first].head
    if first == at or s.words[i].tag != "PRP$":
        return None
    same = s.words[i].text.lower()
    return next((c for c in s.all_children(first, "poss") if c < i and s.words[c].text.lower() == same), None)


def owner_beside(s: Sentence, i: int) -> str | None:
    """The name beside which stands what is its own: "the UN and its agencies", "the UN and 12 of its members"."""
    noun = s.words[s.words[i].head]
    part = s.words[s.words[noun.head].head]
    if noun.dep == "pobj" and s.words[noun.head].lemma == "of" and part.dep == "conj" and part.tag == "CD":
        noun = part
    first = s.words[noun.head].name if noun.dep == "conj" else None
    person = first is not None and first.type is EntityType.PERSON
    fits = person if s.words[i].text.lower() in HIS else s.words[i].lemma == "its" and not person
    return first.name if first is not None and fits else None


def short_owner(reader: Reader, name: str) -> str | None:
    """A name that may stand in a possessive: itself where it is short, else its acronym, "ASEAN"; or None."""
    if not name or len(name.split()) <= LONGEST_OWNER:
        return name or None
    entry = reader.gazetteer.names.get(plain(name))
    known = entry.aliases if entry is not None else ()
    return next((alias for alias in known if alias.isalpha() and alias.isupper() and len(alias) > 2), None)


PEOPLE = (EntityType.PERSON, EntityType.ROLE)
# What one has or gives for somebody, who then does what is told behind "in" or "for".
HELP = ("support", "assistance", "help", "aid", "backing", "solidarity", "assist")
GIVING = ("provide", "give", "grant", "donate", "contribute", "allocate", "award", "pledge", "disburse", "transfer")
THANKS = ("appreciation", "gratitude", "thanks", "thank", "praise", "congratulation", "tribute")


def is_praised(s: Sentence, i: int) -> bool:
    """Whether "its" tells for what somebody is praised or blamed: "praised the film for its music"."""
    noun = s.words[s.words[i].head]
    prep = s.words[noun.head]
    verb = s.words[prep.head]
    verb = s.words[verb.head] if verb.dep == "dobj" else verb  # where the parser hangs it on the object
    praising = verb.lemma in cues()["verbs.praising"] | cues()["verbs.crediting"]
    praising = praising and prep.lemma == "for"
    praising = praising or (verb.lemma == "congratulate" and prep.lemma == "on")  # "congratulated X on its entry"
    own = s.words[min(i + 1, len(s.words) - 1)].lemma == "own"  # "blames others for its own crimes"
    return not own and noun.dep == "pobj" and praising and s.child(verb.i, "dobj") is not None


def find_thanked(s: Sentence, i: int) -> int | None:
    """The name of whom thanks or help goes to, whose own "its" speaks of: "thanked X for its aid"; or None."""
    behind = s.words[s.words[s.words[i].head].head]
    second = s.words[behind.head]  # "thanked X for this and Y for its help"
    first = s.words[second.head]
    listed = second.dep == "conj" and first.dep == "dobj" and s.words[first.head].lemma in cues()["verbs.praising"]
    if behind.lemma == "for" and second.name is not None and (second.dep == "dep" or listed):
        return second.i
    felt = s.words[behind.head]  # "is grateful to X for its help"
    to = s.prep(felt.i, "to") if behind.lemma == "for" and felt.lemma in ("grateful", "thankful", "indebted") else None
    if to is not None and to < i:
        whom = s.child(to, "pobj")
        return whom if whom is not None and s.words[whom].name is not None else None
    if not is_praised(s, i):
        return who_is_helped(s, i)
    prep = s.words[s.words[s.words[i].head].head]
    verb = s.words[prep.head]
    direct = verb.i if verb.dep == "dobj" else s.child(verb.i, "dobj")
    return direct if direct is not None and direct < i and s.words[direct].name is not None else None


def who_is_asked(s: Sentence, i: int) -> int | None:
    """The name of who is asked to do what "its" stands in: "its demand to X to end its occupation"; or None."""
    at = i
    while s.words[at].head != at and not (s.words[at].dep == "acl" and s.words[at].tag == "VB"):
        at = s.words[at].head
    call = s.words[at].head
    if at == call or s.words[call].lemma not in cues()["nouns.calling"]:
        return None
    asked = (s.child(p, "pobj") for p in s.all_children(call, "prep") if s.words[p].lemma in ("on", "upon", "to"))
    return next((a for a in asked if a is not None and s.words[a].name is not None and a < at), None)


def who_is_given(s: Sentence, i: int) -> int | None:
    """The name of who is given or denied what "its" stands in: "denies X the means to wage its war"; or None."""
    at = i
    while s.words[at].head != at and not (s.words[at].dep == "acl" and s.words[at].tag == "VB"):
        at = s.words[at].head
    thing = s.words[at].head
    given = s.child(s.words[thing].head, "dative") if at != thing and s.words[thing].dep == "dobj" else None
    return given if given is not None and given < thing and s.words[given].name is not None else None


def who_is_helped(s: Sentence, i: int) -> int | None:
    """The name of whom help goes to, where "its" behind it tells in or for what: "support for X in its efforts"."""
    noun = s.words[s.words[i].head]
    prep = s.words[noun.head]
    if noun.dep != "pobj" or prep.lemma not in ("in", "for"):
        return None
    for at in range(prep.i - 1, -1, -1):
        word = s.words[at]
        if word.tag in ("VBD", "VBZ", "VBP") or word.text in (",", ";"):
            return None
        holder = s.words[s.words[word.head].head]
        felt = s.child(holder.i, "dobj")  # "expresses appreciation to X for its work"
        holder = s.words[felt] if felt is not None and s.words[felt].lemma in THANKS else holder
        if prep.lemma == "in" and word.name is not None and stands_by(s, at):
            return at
        given = word.dep == "pobj" and word.name is not None and s.words[word.head].lemma in ("for", "to", "with")
        gave = prep.lemma == "for" and s.words[word.head].lemma == "to" and holder.lemma in GIVING
        if given and word.name is not None and word.name.type in ACTORS and (gave or holder.lemma in (*HELP, *THANKS)):
            return at
    return None


BACKING = frozenset({"support", "back", "assist", "aid", "help", "join", "accompany", "guide", "advise"})
STANDING = frozenset({"stand", "side", "collaborate", "cooperate", "sympathise", "sympathize"})


def stands_by(s: Sentence, at: int) -> bool:
    """Whether a name is that of whom one helps: "backs X in its dispute with Y", "stands with X in its fight"."""
    word = s.words[at]
    above = s.words[word.head]
    if word.dep == "dobj":
        return above.lemma in BACKING
    return word.dep == "pobj" and above.lemma in ("with", "by", "behind") and s.words[above.head].lemma in STANDING


def is_between(s: Sentence, i: int) -> bool:
    """Whether "our" owns what there is between its speaker and others, whom the phrase does not name: "our ties".

    No single one of them has it; "our ties with Peru" are the speaker's.
    """
    noun = s.words[s.words[i].head]
    mutual = any(s.words[c].lemma in cues()["nouns.mutual"] for c in s.all_children(noun.i, "amod"))
    told = any(s.words[c].lemma in ("with", "between", "to") for c in s.all_children(noun.i, "prep"))
    return (mutual or noun.lemma in cues()["nouns.between"]) and not told


AGREEING = ("propose", "suggest", "agree", "recommend", "decide")


def is_joint(s: Sentence, i: int) -> bool:
    """Whether "our" is also of who is spoken to: "I proposed to Minister X that our ministries hold a forum"."""
    noun = s.words[s.words[i].head]
    clause = s.words[noun.head]
    verb = s.words[clause.head]
    asked = noun.tag == "NNS" and noun.dep == "nsubj" and clause.dep == "ccomp" and verb.lemma in AGREEING
    return asked and any(s.words[p].lemma in ("to", "with") for p in s.all_children(verb.i, "prep", "dative"))


def shared_owner(s: Sentence, head: int, run: Sequence[int]) -> int | None:
    """The owner that a bare member of a list shares with the first: "Chile's security and stability"; or None."""
    first = first_member(s, head)
    holder = s.child(first, "poss")
    bare = len(run) == 1 and s.words[head].tag in ("NN", "NNS") and s.words[head].name is None
    listed = all(s.words[i].pos in ("NOUN", "ADJ", "CCONJ", "PUNCT") for i in range(first, head + 1))
    if first == head or not bare or not listed or holder is None:
        return None
    own = s.words[holder].tag == "PRP$" and s.words[holder + 1].lemma == "own"  # "its own interests and values"
    return holder if own or s.words[holder].name else None


def owning_countries(said: Discourse, s: Sentence, run: Sequence[int]) -> dict[int, Mention | None]:
    """Which country "the country's" is in a phrase, by its word: the one told before or who speaks; None where open.

    And which two "the two countries" are behind a preposition: "trade between the two countries".
    """
    found: dict[int, Mention | None] = {}
    for i in run:
        word = s.words[i]
        states = word.dep == "pobj" and word.tag == "NNS" and word.lemma in ("country", "nation", "state")
        counted = states and any(s.words[c].text.lower() in ("two", "both") for c in s.children[i])
        if counted and len(both := parties_meant(said, s, i)) == PAIR:
            found[i] = replace(both[0], name=" and ".join(m.name for m in both))
        owner = word.dep == "poss" and word.lemma in ("country", "nation") and word.tag == "NN"
        if owner and any(s.words[d].lemma == "the" for d in s.all_children(i, "det")):
            own = len(said.voices) == 1 and said.author is not None and said.voices[0].type is EntityType.COUNTRY
            one = said.voices[0] if own else None
            found[i] = kind_meant(said, s, i) or one
    return found
