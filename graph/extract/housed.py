"""Where a body has its house: "the Kofi Annan Centre in Accra will train 300 officers" tells that it is in Accra."""

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.arguments import Reader
from graph.extract.cues import cues
from graph.extract.emission import emit
from graph.extract.frames import Frame
from graph.extract.parse import Sentence
from graph.extract.phrases import find_parts
from graph.extract.prepositions import is_where
from graph.model import EntityType, Extraction

# Words in the names of bodies that have a house of their own.
HOUSES = frozenset(
    {"Centre", "Center", "Institute", "University", "Academy", "School", "College", "Hospital", "Laboratory", "Library"}
    | {"Museum", "Embassy", "Consulate", "Headquarters", "Court", "Observatory", "Archive", "Archives", "Clinic"}
    | {
        "Polytechnic",
        "Refinery",
        "Shipyard",
        "Airport",
        "Barracks",
        "Stadium",
        "Cathedral",
        "Mosque",
        "Hotel",
        "Palace",
    }
)
# What leads from a verb to a house that is there: "met at the Centre in Accra", no "plan for a Centre in Accra".
REACHING = ("at", "to", "from", "by", "in", "near", "outside")


def find_housed(reader: Reader, s: Sentence, body: int) -> Iterator[Extraction]:
    """Where a body is, by "in" and a place right behind its name."""
    word = s.words[body]
    name = word.name
    prep = s.prep(body, "in")
    known = name is not None and name.type in (EntityType.ORGANIZATION, EntityType.PLACE)
    if reader.open or not known or name is None or prep != body + 1 or not is_where(s, prep):
        return
    place = s.child(prep, "pobj")
    if place is None or not HOUSES.intersection(name.name.split()) or not is_there_already(s, body):
        return
    land = s.words[place].name
    if land is not None and land.name in name.name:  # "the African Centre in Africa"
        return
    frame = Frame(subjects=tuple(find_parts(reader, s, body, ()))[:1], rule="kind", certainty=0.9)
    found = [a for a in find_parts(reader, s, place, ()) if a.mention.name.split()[-1][:1].isupper()]  # "Rome this May"
    for extraction in emit(s, frame, ["be", "in"], (prep,), found[:1]):
        yield replace(extraction, predicate="is in")


def is_there_already(s: Sentence, body: int) -> bool:
    """Whether a body is spoken of as one that is there: what acts, or where something is done; no "new centre"."""
    word = s.words[body]
    verb = s.words[word.head]
    new = any(s.words[d].lemma in ("a", "an", "no") for d in s.all_children(body, "det"))
    new = new or any(s.words[a].lemma in ("new", "future", "planned") for a in s.all_children(body, "amod"))
    making = cues()["verbs.founding"] | {"open", "build", "launch", "propose", "plan", "inaugurate", "host", "close"}
    if new or verb.lemma in making:
        return False
    if word.dep == "pobj":
        return verb.lemma in REACHING
    return word.dep in ("nsubj", "nsubjpass") or (word.dep == "dobj" and verb.lemma in ("visit", "tour", "attend"))
