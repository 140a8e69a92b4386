"""Passages that lack their first words because one before them said them: items of lists, clauses of resolutions."""

import re
from collections.abc import Sequence

from graph.extract.addressed import ASKING, Addressing
from graph.extract.bare_leads import goes_on, is_bare_lead
from graph.extract.cues import stating
from graph.extract.lemmas import verb_of
from graph.extract.naming import Name
from graph.model import EntityType, PassageKind

# What an item may begin with that is no verb.
OPENING = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "we", "it", "they", "he", "she", "i"}
    | {"in", "on", "at", "by", "for", "with", "as", "to", "of", "from", "during", "after", "before", "under", "through"}
    | {"if", "when", "while", "where", "and", "but", "or", "both", "all", "each", "every", "some", "many", "most"}
    | {
        "more",
        "new",
        "other",
        "such",
        "no",
        "there",
        "today",
        "together",
        "first",
        "second",
        "third",
        "finally",
        "also",
    }
)


def find_led(passages: Sequence[tuple[PassageKind, str, Sequence[Name]]]) -> dict[int, tuple[str, ...]]:
    """The passages that begin with a verb whose subject an earlier passage gave, each with the words that it lacks.

    Resolutions are written so, "The Security Council," and then "Requests …", and lists: "We will:", then "Support …".
    """
    led: dict[int, tuple[str, ...]] = {}
    opened, declared, before = False, False, ""  # `before` is the last passage that ended in a colon
    addressing, addressed = Addressing(), False
    bare = False  # whether `before` ends in a subject alone
    for number, (kind, text, names) in enumerate(passages):
        if addressing.observe(kind, text, names):
            before, addressed = text, True
            continue
        if kind is PassageKind.HEADING and addressed:
            before, addressed = "", False
        declared = declared or bool(DECLARING.match(text.strip()))
        head = LED.match(text)
        listed = kind is PassageKind.ITEM or bool(re.search(r"[;,](?: and| or)?$", text))
        lacking = find_lacking(text, names, before, asked=addressed) if before and listed else ()
        if opened and head and head[1].lower() not in OPENING and not (names and names[0].start < head.end()):
            led[number] = ("It",)
        elif lacking:
            led[number] = lacking
        elif declared and is_declared(text, names):
            led[number] = ("We",)
        elif declared and is_preambular(text, names):
            led[number] = ("We", "are")
        elif bare and listed and goes_on(text, names):
            led[number] = ("They",)
        elif kind is PassageKind.PARAGRAPH:
            before, addressed, bare = "", False, False
        opened = opened or find_opener(text, names) is not None
        if re.search(r":\W*$", text) and kind is not PassageKind.HEADING:
            before, addressed, bare = text, False, is_bare_lead(text, names)
    return led


# A verb in the third person where a passage begins, not the plural that does something: "States shall", "Parties are".
LED = re.compile(
    r"(?:(?:[A-Z][a-z]+ly|Also|Further|Again|Once again) )?([A-Za-z]+s) "
    r"(?!(?:shall|should|must|will|may|can|are|were|have|had)\b)"
)
# "We, the Heads of State of X, meeting in Y,": those whose paragraphs then begin with what they do.
DECLARING = re.compile(r"We,\s(?:[^.]|\b(?:H\.E|Mr|Mrs|Ms|Dr|St)\.)*[,:;]$", re.IGNORECASE | re.DOTALL)
DECLARED = frozenset(
    {"authorize", "authorise", "decide", "adopt", "agree", "affirm", "take", "resolve", "commit"}
    | {"recognize", "recognise", "endorse", "declare", "establish", "approve", "direct", "mandate", "pledge"}
)


def is_declared(text: str, names: Sequence[Name]) -> bool:
    """Whether a paragraph begins with what those do who declare something: "Welcome the treaty", "Urge X to act"."""
    first = re.match(r"(?:[A-Z][a-z]+ly )?([A-Z][a-z]+)(?! of\b)(?=[ ,])", text)
    if first is None or (names and names[0].start < first.end()):
        return False
    if text[first.end() :].startswith(" for ") and first[1] not in ("Call", "Appeal"):  # "Support for X"
        return False
    return first[1].lower() in stating() | DECLARED


MINDED = frozenset(
    {"mindful", "aware", "conscious", "convinced", "concerned", "alarmed", "determined", "guided", "inspired"}
    | {"cognizant", "cognisant", "encouraged", "committed", "disturbed", "dismayed", "resolved", "bearing"}
)


def is_preambular(text: str, names: Sequence[Name]) -> bool:
    """Whether a paragraph tells with what in mind those act who declare something: "Recalling the treaty,"."""
    first = re.match(r"(?:(?:[A-Z][a-z]+ly|Also|Further) )?([A-Za-z][a-z]+)(?=[ ,])", text)
    if first is None or (names and names[0].start < first.end()) or not re.search(r"[;,](?: and| or)?$", text):
        return False
    stem = first[1].lower().removesuffix("ing")
    told = first[1].endswith("ing") and not {stem, f"{stem}e"}.isdisjoint(stating() | DECLARED)
    return told or first[1].lower() in MINDED


TO = re.compile(r"[Tt]o (?=[a-z]+ )")  # of an item's verb: "urges X:", "to support Y"


# A gerund before a clause that has a subject of its own: "Building on the treaty, both sides agreed".
BEFORE_CLAUSE = re.compile(
    r"(?:[A-Z][a-z]+ly )?[A-Z][a-z]+ing\b[^;:]*, (?:the|both|all|[A-Z]\w+)(?: [\w.'’&-]+){0,6}? "
    r"(?:will|would|has|have|is|are|was|were|shall|agreed|decided|announced|committed|pledged|signed|launched"
    r"|established|plans?|intends?) "
)
# The same before what somebody stated: "Recalling the treaty, the Presidents stressed that".
BEFORE_SUBJECT = re.compile(
    r"(?:[A-Z][a-z]+ly )?[A-Z][a-z]+ing\b[^;:]*?, (?:(?:the|both|all|[A-Z]\w+)(?: [\w.'’&-]+){0,6}?|they|it|he|she|we) "
    r"(?:also |further |jointly )?(?P<verb>[a-z]+ed) "
)


# A gerund that is itself a subject: "Building ports requires vessels".
AS_SUBJECT = re.compile(
    r"(?:[A-Z][a-z]+ly )?[A-Z][a-z]+ing\b(?:(?! (?:that|which|who|what|where|how)\b)[^,;:.])+? "
    r"(?:(?:will |would )(?:require|demand|entail|necessitate)|requires|demands|entails|necessitates|depends on)\b"
)


def opens_clause(text: str) -> bool:
    """Whether an item begins with a gerund and goes on with a clause of its own: "Recalling X, they stressed Y"."""
    stated = BEFORE_SUBJECT.match(text)
    whole = BEFORE_CLAUSE.match(text) or AS_SUBJECT.match(text)
    return bool(whole) or (stated is not None and verb_of(stated["verb"], stating()) in stating())


def find_lacking(text: str, names: Sequence[Name], before: str, *, asked: bool = False) -> tuple[str, ...]:
    """The words that an item lacks before its verb, or none where it begins with no verb of its own.

    A gerund may follow any colon, and so may "to" with a verb; a base form those behind "to", "will" and their like,
    and where somebody is `asked` by name, "To Peru:", "Release the ships"; a form in "-ed" goes on behind "and:".
    """
    if TO.match(text):
        return ("They", "will")
    first = re.match(r"(?:[A-Z][a-z]+ly )?([A-Z]?[a-z]+)(?=[ ,])", text)
    if first is None or (names and names[0].start < first.end()) or first[1].lower() in OPENING:
        return ()
    if first[1].endswith("ing"):
        return () if opens_clause(text) else ("They", "are")
    if first[1].endswith("ed") and re.search(r"\band\W*:\W*$", before):
        return ("They",)
    if re.search(r"\bhereby\W*:\W*$", before, re.IGNORECASE) and not first[1].endswith(("ed", "ly")):
        return ("We",)
    asked = asked or bool(re.search(rf"\b(?:{ASKING})(?: also)?\W*:\W*$", before, re.IGNORECASE))
    return ("They", "will") if asked and not first[1].endswith(("ed", "ly")) else ()


# What may stand between a body and its deeds: "(AU)", "at its 12th meeting held on 3 May", "acting under Article 7".
WITHIN = r"(?:[^,;:.]|\b(?:H\.E|Mr|Mrs|Ms|Dr|St|No)\.)+"
SET = r" (?i:at|on|in|during|under|through|meeting|gathered|convened|assembled|held|acting|having) "
# and where or who that is: ", Nigeria", ", President of Nigeria"
SETTING = rf"(?:,?{SET}{WITHIN}(?:,(?:{SET}| [A-Z\d]){WITHIN})*)"
BEHIND_BODY = re.compile(rf" ?(?:\([^()]+\))?(?:{SETTING}?\s*[,:]|{SETTING}\s*;)\s*")
BEFORE_BODY = re.compile(r"(?:[A-Z][a-z]+ing [^;:.]+, )?the ", re.IGNORECASE)


def find_opener(text: str, names: Sequence[Name]) -> int | None:
    """Which of its names is the subject of the passages behind one that has no verb: "The Council, at its meeting,".

    A speaker addresses people so as well, "Mr. Secretary-General,", who do nothing of what is said then.
    """
    for number, name in enumerate(names[:1] if not text[:1].isupper() or text.startswith("The ") else names):
        body = name.type not in (EntityType.PERSON, EntityType.ROLE)
        before, behind = text[: name.start].lstrip(), text[name.end :]
        if body and BEFORE_BODY.fullmatch(before) and BEHIND_BODY.fullmatch(behind):
            return number
    return None
