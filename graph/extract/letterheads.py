"""Whose paper a document is: the institution of its letterhead, the body on its own line, the state of its site."""

import re
from textwrap import shorten

from graph.extract.cues import cues
from graph.extract.domains import state_code
from graph.extract.gazetteer import Entry, Gazetteer, plain
from graph.extract.lemmas import base_of
from graph.extract.parse import Parse, Sentence, Word
from graph.extract.run_ends import head_of
from graph.extract.spacy_model import verb_index
from graph.model import Document, EntityType, Mention, PassageKind, Span

FEWEST_LINES = 5  # lines, with the title, among which the name of who issues a document stands
SMALL = ("of", "for", "and", "the", "on", "in")
# What stands before a country in the title of its speech: "by the President of the", "statement by".
OFFICES = "president|minister|king|queen|chancellor|ambassador|representative|premier|emir|head|secretary"
# What a line under the title may have behind the name of who issues the document.
DATED = re.compile(r",? \(?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?(?:19|20)\d\d\)?$")
ISSUERS = r"Committee|Commission|Office|Ministry|Department|Bureau|Agency|Institute|Bank|Fund|Secretariat|Directorate"
# "Ana Berg, Department Spokesperson": a person's office, no body
HELD_BY = re.compile(r",.*\b(?:Spokes\w+|Minister|Secretary|Director|President|Commissioner|Ambassador|Chair\w*|Head)$")


# How a news agency's report begins: "AMMAN, Oct. 14 (Petra) --", "Rabat (VNA) –".
AGENCY = re.compile(r"^[A-Z][^\n()]{1,60}?,? ?\((?!\d)[A-Z][\w .]{1,30}\) ?[-–—]{1,2} ", re.MULTILINE)
LONGEST_LABEL = 60  # characters of a title behind the name of what is the document's own
OPENING = 1000  # characters of a document in which its first sentence begins


def is_agency_report(document: Document) -> bool:
    """Whether a news agency reports, which speaks for no state that its headline names."""
    return AGENCY.search(document.text[:OPENING]) is not None


def issuing_line(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The body whose name is a line of its own under the title: "Foreign Affairs Committee", with a date or without."""
    lines = [line.strip("#*_ ") for line in document.text.split("\n") if line.strip("#*_ ")]
    for line in lines[1:FEWEST_LINES]:
        name = DATED.sub("", line).removeprefix("The ").removeprefix("By the ")
        parts = name.split()
        short = len(parts) in range(2, 10) and not name.endswith((".", ":", ";", ","))
        titled = all(part[:1].isupper() or part in SMALL for part in parts)
        if (
            short
            and titled
            and not HELD_BY.search(name)
            and re.search(rf"\b(?:{ISSUERS})\b", name)
            and is_body(name, gazetteer)
        ):
            entry = gazetteer.names.get(plain(name))
            return [outside(document, entry.name if entry else name, EntityType.ORGANIZATION)]
    return []


def home_of(parsed: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """The country of an institution that the letterhead names: the headings before the text begins."""
    known = countries(gazetteer)
    above = True
    for sentence in parsed.sentences[:8]:
        above = above and sentence.kind is PassageKind.HEADING
        sent = sentence.kind is PassageKind.HEADING and sentence.text.startswith("From:")  # also behind a summary
        if not above and not sent:
            continue
        for word in sentence.words:
            entry = word.name.entry if word.name is not None else None
            home = known.get(entry.country) if entry is not None and entry.country else None
            if home is not None and entry is not None and is_letterhead(sentence, word.i, entry):
                return [outside(parsed.document, home.name, home.type)]
    return []


AWAY = ("on", "about", "regarding", "to", "with", "against", "in", "between", "from", "towards")


# Nouns of those who issue a text, before "of" and a country or behind its adjective.
ISSUING = ("ministry", "government", "embassy", "mission", "office", "department", "presidency", "republic", "kingdom")


def is_letterhead(s: Sentence, i: int, entry: Entry) -> bool:
    """Whether a heading names at word i whose paper it is, and not whom or what it is on.

    A country's institution, a country alone, "Embassy of Peru", "Peruvian Ministry of Health".
    """
    before = [w.lemma.lower() for w in s.words[:i]]
    if before[-1:] and before[-1] in AWAY:
        return False  # "Remarks on Peru" are not Peru's
    if entry.type is not EntityType.COUNTRY:
        return True
    alone = all(w.pos in ("PUNCT", "SYM", "DET") for w in s.words if w.i != i)
    written = s.text[s.words[i].start : s.words[i].end]
    # by its official name, which is longer: a letterhead; with a colon a topic: "DR Congo: thousands flee clashes"
    acting = any(is_deed(w) for w in s.words[i + 1 : i + 2])
    topic = acting or any(w.text == ":" for w in s.words[i + 1 : i + 2])
    alone = alone or (not before and " " in written and len(written) > len(entry.name) and not topic)
    short = len(s.words) == 2 and i == 1 and s.words[0].pos == "PROPN" and s.words[0].name is None
    part = s.words[0].text.lower().removesuffix("ern") in ("north", "south", "east", "west", "northeast", "southeast")
    part = part or s.words[0].text.endswith("ing")  # "Confederazione Svizzera", not "Eastern Mali" or "Feeding Mali"
    alone = alone or (short and not part)
    issuers = {*ISSUING, *OFFICES.split("|")}
    told = not issuers.isdisjoint(before) and "of" in before[-3:]
    behind = [w.lemma.lower() for w in s.words[i + 1 : i + 4]]
    adjective = s.words[i].pos == "ADJ" and not issuers.isdisjoint(behind)
    third = (
        base_of(word.lower()) for word in s.text.split() if word.endswith("s")
    )  # also within what passes for a name
    # "Minister of Trade of Peru visits Chile"
    news = acting or any(base in cues()["verbs.meeting"] for base in third)
    return alone or ((told or adjective) and not news and not set(before) & {*AWAY, "speak", "meet", "visit", "call"})


def is_deed(word: Word) -> bool:
    """Whether a word right behind a name in a headline is what its bearer does: "Republic of Peru Signs Treaty"."""
    base = base_of(word.text.lower())
    return word.text.endswith("s") and base != word.text.lower() and base in verb_index()[0]


def state_of(document: Document, gazetteer: Gazetteer) -> list[Mention]:
    """The country on whose government's site a document is published."""
    home = countries(gazetteer).get(state_code(document.source))
    return [outside(document, home.name, home.type)] if home is not None else []


def countries(gazetteer: Gazetteer) -> dict[str | None, Entry]:
    """The countries that the gazetteer knows, by their code; its parts stand behind a country."""
    known = [e for e in gazetteer.names.values() if e.type is EntityType.COUNTRY]
    return {e.country: e for e in reversed(known)}


def is_body(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is an institution's: known as one, or with a head noun that makes it one."""
    entry = gazetteer.names.get(plain(name))
    head = head_of(name.split(), gazetteer)
    return entry is not None or (head is not None and head.type in (EntityType.ORGANIZATION, EntityType.GROUP))


def label_of(document: Document) -> str:
    """What tells a document's own "Council" from another document's: its title, cut where it is long, and its date."""
    title = " ".join(document.title.split())
    cut = shorten(title, width=LONGEST_LABEL, placeholder=" …")
    return ", ".join(filter(None, (cut, document.published)))


def outside(document: Document, name: str, kind: EntityType) -> Mention:
    """A mention of something that the document's frame names, not one of its sentences."""
    return Mention(
        span=Span(document=document.id, start=0, end=0), text=name, name=name, type=kind, found_by="document"
    )
