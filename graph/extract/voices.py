"""Whom a document speaks for: who "we" is, and who signs it."""

import re
from collections.abc import Iterator, Sequence

from graph.extract.cues import cues
from graph.extract.extents import phrase_words
from graph.extract.floor_voices import floor_voice
from graph.extract.gazetteer import Entry, Gazetteer, plain
from graph.extract.implied_voices import briefing_state, implied_voice
from graph.extract.joint_voices import joint_voices
from graph.extract.known_people import person_case
from graph.extract.letterheads import OFFICES, home_of, is_agency_report, is_body, issuing_line, outside, state_of
from graph.extract.names import find_entries, known_names
from graph.extract.official_voices import official_voice, seated_ministry, writers_body, writers_state
from graph.extract.parse import Parse, Sentence
from graph.extract.prepositions import ACTORS
from graph.extract.pronouns import KINDS
from graph.extract.releases import releasing_body
from graph.extract.stands import SPEECH, taking_stands
from graph.model import Document, EntityType, Mention

FIRST = 20  # sentences in which those who speak present themselves
# Several who issue a document together.
JOINT = re.compile(r"\bjoint\b|\btrilateral\b|\bquadrilateral\b", re.IGNORECASE)
ISSUED = re.compile(r"\bcommuniqu|\b(?:statement|declaration) (?:by|of|from)", re.IGNORECASE)
# "Report of the Secretary-General", "Secretary-General's message"
REPORTING = re.compile(
    r"\b(?:report|message|remarks|statement|letter) (?:of|by|from) the Secretary-General\b|\bSecretary-General['’]s "
    r"(?:report|message|remarks|statement)\b",
    re.IGNORECASE,
)
# "Briefing by the Special Envoy of the Secretary-General for Syria to the Council": an office that speaks as "I".
OFFICIAL = re.compile(
    r"\b(?i:briefing|statement|remarks|address|speech|report|message|intervention) (?:of|by|from) the (?!Office\b)"
    r"(?P<who>(?:(?:of|for|the|and) |[A-Z][\w’'-]* )*?(?:[\w-]*Secretary(?:-General)?|Envoy|Representative|Minister"
    r"|Co-?ordinator|Commissioner|Rapporteur|Director(?:-General)?|Ambassador|Administrator|President|Chancellor|King|Chairperson)\b"
    r"(?: (?:(?:of|for|and)(?: the)? )?[A-Z][\w’'-]*)*)"
)
TOPIC = re.compile(r" (?:on|regarding|concerning|about) ")
ADOPTED = re.compile(r"\b(?:adopted|issued) by (?:the )?(?=[A-Z])")
# Titles as "Trade Committee: Third Report on Peru" and as "Report of the Commission of Inquiry on Peru".
PANEL = r"(?:Sub-?[Cc]ommittee|Committee|Commission|Panel|Task Force|Working Group)"
PANELS = (
    re.compile(
        rf"(?:The )?(?P<who>(?:[A-Z][\w'’&-]*,? (?:(?:and|of|on|for|the) )*)+?{PANEL})(?:[:,]| [–—-]) "
        r".*\b(?:Report|Inquiry|Findings|Conclusions|Recommendations)\b"
    ),
    re.compile(
        rf".*\bReport (?:of|by|from) the (?P<who>(?:[A-Z][\w'’&-]* (?:(?:and|of|on|for|the) )*)*?{PANEL}"
        r"(?: (?:of|on|for) (?:the )?[A-Z][\w'’-]*(?: (?:(?:and|on|in|the) )*[A-Z][\w'’-]*)*)?)"
    ),
)
# Behind a body's name: "European Council conclusions".
BODY_S = re.compile(
    r" (?:conclusions|communiqu|statement|declaration|decision|resolution|report|press release|recommendation|opinion)",
    re.IGNORECASE,
)
# What the title of conclusions has behind the name of who met, with a date before the dash.
MEETING = re.compile(
    r" (?:meeting|summit)\b.{0,40}[-–—:,] ?(?:conclusions|communiqu|statement|declaration)", re.IGNORECASE
)
# "Quad Leaders’ Joint Statement"
COLLECTIVE = re.compile(
    r"(?:The )?(?P<who>(?:[\w.+–-]+ ){1,3}(?:Leaders|(?:[A-Z]\w+ )*Ministers))[’'] "
    r"(?:\w+ )?(?:Statement|Communiqu|Declaration)"
)
PAPER = re.compile(SPEECH.pattern + r"|\b(?:article|op-?ed|essay|column|commentary)\b", re.IGNORECASE)
OFFICE = rf"\b(?:{OFFICES})\b(?:(?! (?:on|at|in|to|from|with|about) )[\w .-]){{0,60}} of (?:the )?"
HELD = r" (?:[A-Z]\w+ ){0,2}(?:" + "|".join(office.capitalize() for office in OFFICES.split("|")) + r")\b"
BY = rf"(?i:{PAPER.pattern}) (?:by|of|from) (?:the )?"


def author_of(document: Document, gazetteer: Gazetteer) -> Mention | None:
    """Who signs the document, as a mention; None where nobody does."""
    if not document.author and REPORTING.search(document.title) and "United Nations" in document.text:
        return outside(document, "United Nations Secretary-General", EntityType.ROLE)
    if not document.author and document.voice and (person := run_on(document.voice, gazetteer)[1]):
        return outside(document, person, EntityType.PERSON)
    if not document.author:
        office = OFFICIAL.search(document.title) if re.search(r"\bI\b", document.text) else None
        alone = office is not None and "on behalf" not in document.title
        return outside(document, office["who"], EntityType.ROLE) if office and alone else None
    kind = EntityType.ORGANIZATION if is_body(document.author, gazetteer) else EntityType.PERSON
    return outside(document, person_case(document.author), kind)


def voices_of(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """Whom the document says "we" for, or nobody: the first of these that names somebody.

    The voice that is given; an author that is an institution; those who present themselves ("We, the ministers of …");
    the actors in the title of a joint document ("Joint Statement of A and B"); the panel that reports; the country of
    an institution in the heading; the state whose spokesperson briefs; the state on whose site it is published; the
    country that takes stands throughout a speech, or that has the floor in an assembly.
    """
    document = parsed.document
    for name in (document.voice, document.author if document.author and is_body(document.author, gazetteer) else None):
        if name:
            entry = gazetteer.names.get(plain(name)) or in_capitals(name, gazetteer) or run_on(name, gazetteer)[0]
            kind = entry.type if entry else EntityType.ORGANIZATION
            return [outside(document, entry.name if entry else name, kind)]
    named = self_presented(parsed) or named_in_title(document, gazetteer) or joint_voices(parsed, gazetteer)
    if named:
        return named
    if is_agency_report(document):
        return []
    alone = reporting_panel(document, gazetteer) or home_of(parsed, gazetteer) or speaks_in_title(document, gazetteer)
    alone = alone or writers_state(document, gazetteer) or writers_body(document, gazetteer)
    alone = alone or seated_ministry(document, gazetteer) or issuing_line(document, gazetteer)
    alone = alone or releasing_body(parsed, gazetteer)
    alone = [] if JOINT.search(document.title) else alone
    if not alone and (state := briefing_state(document, gazetteer)):
        return [outside(document, state, EntityType.COUNTRY)]
    alone = alone or state_of(document, gazetteer) or taking_stands(parsed) or implied_voice(parsed, gazetteer)
    return alone or official_voice(parsed, gazetteer) or floor_voice(parsed, gazetteer)


def run_on(name: str, gazetteer: Gazetteer) -> tuple[Entry | None, str]:
    """The country that a name begins with whose rest is a person's: "Finland Elina Laine", after "Minister of"."""
    found = list(known_names(name, gazetteer))
    entry = found[0].entry if found and not found[0].start else None
    rest = name[found[0].end :].strip() if entry is not None and entry.type is EntityType.COUNTRY else ""
    person = re.fullmatch(r"(?:[^\W\d_a-z][\w’'-]+ ){1,3}[^\W\d_a-z][\w’'-]+", rest) and not rest.isupper()
    return (entry, rest) if person else (None, "")


def in_capitals(name: str, gazetteer: Gazetteer) -> Entry | None:
    """What a name in capitals means, "KINGDOM OF NORWAY", where it is the whole of a known one; or None."""
    found = find_entries(name.title(), gazetteer) if name.isupper() else []
    names = (found[0].name, *found[0].aliases) if len(found) == 1 else ()
    return found[0] if any(known.upper() == name for known in names) else None


def speaker_of(document: Document, voices: Sequence[Mention], gazetteer: Gazetteer) -> Mention:
    """Who says what the document says in its own name: who signs it, else its one voice, else the document itself.

    That a state publishes a document does not make it the only one who says so: a joint statement has many.
    """
    author = author_of(document, gazetteer)
    sole = len(voices) == 1 and (document.voice is not None or list(voices) != state_of(document, gazetteer))
    return author or (voices[0] if sole else outside(document, document.title, EntityType.DOCUMENT))


def self_presented(parsed: Parse) -> list[Mention]:
    """Those who say in the first sentences who they are: "We, the ministers of A and B, …", "As leaders of A, we …"."""
    for s in parsed.sentences[:FIRST]:
        for who in presenting(s):
            several = s.words[who].text in (*cues()["nouns.assembled"], "Heads")  # "We, the Heads of State of X"
            plural = s.words[who].tag in ("NNS", "NNPS") and s.words[who].lemma in cues()["nouns.groups"]
            if (several or plural) and len(listed_words(s, who)) > 1:  # bare "ministers" may be anybody's
                return [outside(parsed.document, spelled(s, listed_words(s, who)), EntityType.GROUP)]
    return []


def spelled(s: Sentence, run: Sequence[int]) -> str:
    """The words of a group with the short names of the states it lists: "Leaders of Peru and Norway"."""
    told: list[str] = []
    for i in run:
        name, text = s.words[i].name, s.text[s.words[i].start : s.words[i].end]
        state = name is not None and name.entry is not None and name.entry.type is EntityType.COUNTRY
        if name is not None and state and name.name != text:
            told = told[:-1] if told[-1:] == ["the"] else told
            text = name.name
        told.append(text)
    return re.sub(r" (?=[,'’)])|(?<=\() ", "", " ".join(told))


def presenting(s: Sentence) -> Iterator[int]:
    """The nouns by which "we" tells who we are."""
    voiced = [w.i for w in s.words if KINDS.get(w.text.lower()) == "voice"]
    for i in voiced:
        who = s.child(i, "appos")
        if who is not None:
            yield who
    target = s.child(0, "pobj") if voiced and s.words[0].lemma == "as" else None
    if target is not None and s.child(target, "prep") is not None:
        yield target


def listed_words(s: Sentence, who: int) -> list[int]:
    """The words of a group with all the names it lists: a parse often breaks a long list off."""
    run = phrase_words(s, who)
    of = who + 1
    if of >= len(s.words) or s.words[of].lemma not in ("of", "and"):
        return run
    end = at = of
    while at + 1 < len(s.words):
        word = s.words[at + 1]
        name = word.name is not None or word.pos == "PROPN"
        if word.lemma == "hereby" or (not name and word.lemma not in (",", "and", "the", "of")):
            break
        at += 1
        end = at if name else end
    return list(range(run[0], end + 1)) if end > of else run


HOST = re.compile(r"\b(?:at|before|to|during) (?=(?:the )?[A-Z\d])")
BY_SOMEBODY = re.compile(r"\b(?:by|of|from) (?:the )?[A-Z]")


def named_in_title(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The actors in the title of a document that several issue together, or that a body issues."""
    title = document.title.title() if document.title.isupper() else document.title
    title = re.sub(r"(?<=[\w.])[-–‑](?=[A-Z])", " – ", title)  # "U.S.-EU" names two
    known = {e.name: e for e in find_entries(title, gazetteer) if e.type in ACTORS}
    ahead = {e.name: e for e in find_entries(TOPIC.split(title, maxsplit=1)[0], gazetteer) if e.type in ACTORS}
    names = list((ahead if len(ahead) > 1 else known).values())  # "Statement of A and B on Support for C"
    collective = COLLECTIVE.match(document.title)
    if len(names) > 1 and (JOINT.search(document.title) or collective):
        return [outside(document, n.name, n.type) for n in names]
    if collective:
        return [outside(document, collective["who"], EntityType.GROUP)]
    heading = TOPIC.split(title, maxsplit=1)[0]  # "Communiqué of the Union on X": what it is on issues nothing
    guest = HOST.split(heading, maxsplit=1)[0]  # "Statement by Minister X at the Union": nor who gives the floor
    if guest != heading and (
        BY_SOMEBODY.search(guest) or any(e.type in ACTORS for e in find_entries(guest, gazetteer))
    ):
        heading = guest
    bodies = [e for e in find_entries(heading, gazetteer) if e.type in ACTORS]
    adopted = ADOPTED.search(document.title)
    if adopted and (by := find_entries(document.title[adopted.end() :], gazetteer)) and by[0].type in ACTORS:
        return [outside(document, by[0].name, by[0].type)]
    issued = ISSUED.search(heading) and all(e.type is not EntityType.COUNTRY for e in bodies)
    behind = heading.removeprefix("The ").removeprefix(bodies[0].name) if bodies else ""
    first = bodies[0] if BODY_S.match(behind) or MEETING.match(behind) else None
    if first is not None and heading.removeprefix("The ").startswith(first.name):  # "European Council conclusions"
        return [outside(document, first.name, first.type)]
    return [outside(document, e.name, e.type) for e in {e.name: e for e in bodies}.values()] if issued else []


def reporting_panel(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The committee or commission whose report a document is, by its title."""
    found = next((match["who"] for form in PANELS if (match := form.match(document.title))), "")
    if not found:
        return []
    entry = gazetteer.names.get(plain(found))
    return [outside(document, entry.name if entry else found, entry.type if entry else EntityType.ORGANIZATION)]


def speaks_in_title(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The one country that the title of a speech gives the floor: "Address by the President of X", "X Statement"."""
    title = document.title.title() if document.title.isupper() else document.title
    if not PAPER.search(title):
        return []
    ahead = TOPIC.split(title, maxsplit=1)[0]  # "Statement by X on her meeting with the President of Y": by no Y
    title = ahead if BY_SOMEBODY.search(ahead) else title
    found = {e.name: e for e in find_entries(title, gazetteer) if e.type is EntityType.COUNTRY}
    named = [n for n in found if re.search(rf"(?:{OFFICE}|{BY})(?:\w+ of )?{re.escape(n)}\b", title, re.IGNORECASE)]
    named += [n for n in found if re.match(rf"{re.escape(n)}(?:['’]s)? {SPEECH.pattern}", title, re.IGNORECASE)]
    if not named:  # "Remarks by the Norwegian Foreign Minister X", "Kenya's Minister of Trade X: Speech at Y"
        adjectives = {w: e.name for w in title.split() if (e := gazetteer.demonyms.get(w.strip(",:"))) is not None}
        forms = adjectives | {f"{form}{mark}s": form for form in found for mark in "'’"}
        named = [n for form, n in forms.items() if re.search(rf"(?:^|{BY}){re.escape(form)}{HELD}", title)]
    return [outside(document, named[0], EntityType.COUNTRY)] if len(set(named)) == 1 else []
