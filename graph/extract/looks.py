"""What a proper name is by its own words and by where it stands, where the model's label alone is often wrong.

The model takes many a firm and many a town for a person: "Barrick Gold", "Honiara", "San Pedro Sula".
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from graph.extract.gazetteer import Gazetteer, unaccented
from graph.extract.given_names import given_names
from graph.extract.parse import Parse, Sentence, Word
from graph.extract.spacy_model import is_english, verb_index
from graph.extract.told_persons import is_told_firm, is_told_person
from graph.model import EntityType

GUESSED = (EntityType.PERSON, EntityType.CONCEPT, EntityType.PLACE, EntityType.ORGANIZATION)
# What towns and lands are called by first, and what they end in.
TOWNS = frozenset(
    {"San", "Santa", "Santo", "São", "Ciudad", "Puerto", "Villa", "Nuevo", "Nueva", "Cabo", "Fort", "Mount"}
)
TOWN_ENDS = frozenset(
    {"Town", "Falls", "Springs", "Heights", "Oblast", "Governorate", "County", "District", "Prefecture"}
)
TOWN = re.compile(r"[A-Z]\w+(?:abad|grad|stan)")
# What firms trade in or do, at the end of their names, and what they are called by first in other languages.
TRADES = frozenset(
    {
        "Energy",
        "Energia",
        "Power",
        "Steel",
        "Gold",
        "Wind",
        "Solar",
        "Oil",
        "Gas",
        "Mining",
        "Minerals",
        "Metals",
        "Lithium",
    }
    | {"Copper", "Uranium", "Cement", "Telecom", "Telekom", "Mobile", "Pharma", "Foods", "Shipping", "Logistics"}
    | {"Electric", "Electronics", "Technologies", "Tech", "Systems", "Construction", "Engineering", "Chemicals"}
    | {"Renewables", "Hydro", "Nuclear", "Motor", "Capital", "Securities", "Insurance", "Partners", "Ventures", "Labs"}
    | {"Software", "Networks", "Media", "News", "Times", "Post", "Radio", "TV", "Robotics", "Semiconductor", "Cargo"}
    | {"Railways", "Terminals", "Agro", "Breweries", "Gruppen", "Gruppe", "Resources", "Lines", "Marine", "Offshore"}
)
FIRMS = frozenset({"Grupo", "Banco", "Banque", "Banca", "Société", "Compagnie", "Companhia", "Empresa", "Deutsche"})
UNTOLD = (EntityType.CONCEPT, EntityType.ORGANIZATION)
MOST_NAMES = 4  # words of a person's name


@cache
def capitals() -> frozenset[str]:
    """The capitals of all countries, without accents; none that is a first name too: "Victoria"."""
    from countryinfo import all_countries

    found = (country.info().get("capital") for country in all_countries())
    names = given_names()
    return frozenset(unaccented(c) for c in found if isinstance(c, str) and c and c not in names.women | names.men)


def kind_by_name(name: str, kind: EntityType) -> EntityType:
    """The type of a proper name, by its own words where they tell, else the one that was guessed."""
    if kind not in GUESSED:
        return kind
    parts = name.split()
    if unaccented(name) in capitals() or TOWN.fullmatch(name):
        return EntityType.PLACE
    if len(parts) == 1 or not all(part[:1].isupper() or part.islower() for part in parts):
        return kind
    names = given_names()
    given = parts[0] in names.women or parts[0] in names.men
    town = parts[0] in TOWNS or parts[-1] in TOWN_ENDS
    if town and kind is not EntityType.ORGANIZATION and parts[-1] not in TRADES:
        return EntityType.PLACE
    traded = parts[-1] in TRADES and not given and not all(is_english(p.lower()) for p in parts[:-1])
    if (traded or parts[0] in FIRMS) and not town:
        return EntityType.ORGANIZATION
    person = given and kind in UNTOLD and len(parts) <= MOST_NAMES and all(p.istitle() for p in parts)
    return EntityType.PERSON if person and parts[-1].lower() not in verb_index()[1] else kind


# To what one goes and what one takes, which nobody does to a person.
GOING = frozenset({"visit", "tour", "reach", "leave", "enter", "bomb", "shell", "besiege", "evacuate", "occupy"})
TRAVELLING = frozenset({"travel", "arrive", "fly", "go", "return", "land", "sail"})
HELD_IN = frozenset({"invest", "investment", "stake", "share", "interest", "trust", "confidence", "believe", "faith"})
HELD_IN |= {"participate", "membership", "role", "join", "engage", "involve", "result", "succeed", "end", "member"}
STRONG = 3  # votes of a place's preposition against the model's labels
DOINGS = frozenset({"meet", "say", "tell", "speak", "argue", "add", "warn", "reply", "resign", "thank"})
HE = frozenset({"he", "she", "his", "her", "him"})


def place_votes(s: Sentence, word: Word) -> int:
    """How much speaks for a name being a place where it stands: "visited Goma", "held in Moyale", "arrived at Juba"."""
    above = s.words[word.head]
    own = s.child(word.i, "det", "poss", "amod") is None and not word.text.isupper()
    if not own:
        return 0
    if word.dep == "dobj":
        return STRONG if above.lemma in GOING else 0
    verb = s.words[above.head]
    if word.dep != "pobj" or verb.lemma in HELD_IN:
        return 0
    return STRONG if above.lemma == "in" or (above.lemma in ("to", "at", "from") and verb.lemma in TRAVELLING) else 0


def acts(s: Sentence, word: Word) -> bool:
    """Whether a name is the subject of a verb with an object, as firms and people are."""
    return word.dep == "nsubj" and s.child(word.head, "dobj") is not None


def is_human(s: Sentence, word: Word) -> bool:
    """Whether a name does what people do, or a pronoun for one person is behind it: "Berg thanked his colleagues"."""
    doing = s.words[word.head].lemma in DOINGS or any(w.text.lower() in HE for w in s.words[word.i :])
    return doing and word.dep in ("nsubj", "dobj")


def first_of_name(s: Sentence, word: Word) -> int:
    """The first of the proper nouns with the same label that a name ends in this word."""
    first = word.i
    while first and s.words[first - 1].label == word.label and s.words[first - 1].pos == "PROPN":
        if s.words[first - 1].name is not None:
            break
        first -= 1
    return first


def is_unlabelled_place(s: Sentence, first: int, word: Word) -> bool:
    """Whether a name that the model gives no label stands where a place does, and is no word of the language."""
    if word.label or word.dep == "compound" or not place_votes(s, word):
        return False
    return not any(is_english(w.text.lower()) or not w.text.istitle() for w in s.words[first : word.i + 1])


def find_types(parsed: Parse, labels: Mapping[str, EntityType], gazetteer: Gazetteer) -> dict[str, EntityType]:
    """What each proper name mostly is in the document, by the model's labels, where it stands, and an office beside it.

    A single word that passes for a person is none where nobody's full name in the document ends in it.
    """
    votes: dict[str, Counter[EntityType]] = {}
    acting, human = set[str](), set[str]()
    for sentence in parsed.sentences:
        for word in sentence.words:
            if word.pos != "PROPN" or word.name is not None:
                continue
            first = first_of_name(sentence, word)
            kind = labels.get(word.label)
            if kind is None and not is_unlabelled_place(sentence, first, word):
                continue
            name = sentence.text[sentence.words[first].start : word.end]
            counts = votes.setdefault(name, Counter())
            if is_told_person(sentence, first, word.i, gazetteer):
                counts[EntityType.PERSON] += 2
            elif is_told_firm(sentence, first, word.i):
                counts[EntityType.ORGANIZATION] += 2
            elif kind is not None:
                counts[kind] += 1
            if kind in (None, EntityType.PERSON, EntityType.ORGANIZATION):
                counts[EntityType.PLACE] += place_votes(sentence, word)
            acting |= {name} if acts(sentence, word) or word.dep == "dobj" else set()
            human |= {name} if is_human(sentence, word) else set()
    found = {name: max(sorted(counts), key=lambda t: counts[t]) for name, counts in votes.items()}
    surnames = {name.split()[-1] for name, kind in found.items() if kind is EntityType.PERSON and " " in name}
    for name, kind in found.items():
        if (
            kind is EntityType.PERSON
            and " " not in name
            and name not in surnames | human | parsed.lexicon.persons.keys()
        ):
            found[name] = EntityType.ORGANIZATION if name in acting or name.isupper() else EntityType.CONCEPT
    return found


def is_home_of(s: Sentence, owner: int, head: int) -> bool:
    """Whether a country only tells where a firm or person with a name of its own is from: "Brazil's Embraer"."""
    name, word = s.words[owner].name, s.words[head]
    land = name is not None and name.type is EntityType.COUNTRY and word.pos == "PROPN" and word.name is None
    return land and not is_english(word.text.lower())
