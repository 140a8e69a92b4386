"""A small world in N-Triples, made by rule: two documents, 82 entities, 159 claims, each with its sentence."""

import hashlib
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Triple

from graph.rdf.overview import make_overview

BASE = "https://dragoman.invalid/"
DG = BASE + "vocabulary#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OWL = "http://www.w3.org/2002/07/owl#"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"

DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
HOSTILE = "</script><img src=x onerror=document.title='hit'>"

COUNTRIES = [
    "Brazil", "Serbia", "France", "Russia", "Saudi Arabia", "Iran", "Kazakhstan", "Uzbekistan", "Tajikistan",
    "Kyrgyzstan", "Turkmenistan", "Laos", "Cambodia", "Malaysia", "Indonesia", "Viet Nam", "Thailand", "Singapore",
    "Pakistan", "Egypt", "South Africa", "Tanzania", "Nigeria", "Kenya", "Côte d\u2019Ivoire", "Hungary", "Germany",
    "Spain", "Peru", "Mexico", "Cuba", "Japan", "Republic of Korea", "Australia", "New Zealand", "India",
]  # fmt: skip
ENTITIES = {
    "Country": ["China", *COUNTRIES],
    "Person": ["Xi Jinping", "Wang Yi", "Luiz Inácio Lula da Silva", "Aleksandar Vučić", "António Guterres"],
    "Organization": [
        "United Nations", "African Union", "Shanghai Cooperation Organization", "European Union", "BRICS", "ASEAN",
        "Communist Party of China", "World Trade Organization", "Forum on China-Africa Cooperation",
        "Group of Friends of the Global Development Initiative", "International Organization for Mediation",
    ],
    "Initiative": [
        "Global Development Initiative", "Global Security Initiative", "Global Civilization Initiative",
        "Belt and Road Initiative", "Eight major steps for high-quality Belt and Road cooperation",
    ],
    "Event": [
        "Beijing Summit of FOCAC", "78th session of the UN General Assembly", "APEC Economic Leaders\u2019 Meeting",
        "Central Conference on Work Relating to Foreign Affairs", "Third Belt and Road Forum", "G20 Rio Summit",
    ],
    "Agreement": ["Beijing Declaration", "Pact for the Future", "Five Principles of Peaceful Coexistence"],
    "Concept": [
        "community with a shared future for mankind", "true multilateralism", "Chinese modernization",
        "an equal and orderly multipolar world",
    ],
    "Region": ["Central Asia", "Africa", "Global South", "Latin America and the Caribbean"],
    "Place": ["Beijing", "Moscow State Institute of International Relations"],
    "Group": ["developing countries", "partner countries"],
    "Role": ["Minister of Foreign Affairs"],
    "Document": ["International Day for Dialogue among Civilizations", HOSTILE],
}  # fmt: skip
ALIASES = {
    "Global Development Initiative": ["GDI"],
    "Global Security Initiative": ["GSI"],
    "Global Civilization Initiative": ["GCI"],
    "Belt and Road Initiative": ["BRI", "Belt and Road cooperation"],
    "Xi Jinping": ["President Xi", "习近平"],
    "United Nations": ["UN"],
}


def slug(label: str) -> str:
    """Return an id for a label."""
    return "".join(c if c.isalnum() and c.isascii() else "-" for c in label.lower()).strip("-")[:60]


@dataclass
class World:
    """Collects sentences and claims, then says them as triples."""

    triples: list[Triple] = field(default_factory=list)

    def say(self, subject: str, predicate: str, *values: object) -> None:
        for value in values:
            term = NamedNode(value) if isinstance(value, str) else value
            self.triples.append(Triple(NamedNode(subject), NamedNode(predicate), term))

    def entities(self, named: dict[str, list[str]]) -> None:
        for type_, names in named.items():
            for name in names:
                entity, aliases = f"{BASE}entity/{slug(name)}", ALIASES.get(name, [])
                self.say(entity, RDF + "type", DG + type_)
                self.say(entity, RDFS + "label", Literal(name))
                self.say(entity, SKOS + "altLabel", *map(Literal, aliases))
                self.say(entity, DG + "mergedBecause", *(Literal(f"{alias}: defined in the text") for alias in aliases))

    def write(
        self,
        identifier: str,
        title: str,
        opening: str,
        sentences: list[tuple[str, list[dict[str, str]]]],
        *,
        source: str | None = None,
        creator: str = "Wang Yi",
        date: str = "2025",
    ) -> None:
        document, text = f"{BASE}document/{identifier}", opening
        for count, (sentence, claims) in enumerate(sentences):
            text += "\n" if count % 4 == 0 else " "
            start = len(text)
            text += sentence
            for claim in claims:
                self.claim(document, sentence, start, claim)
        self.say(document, RDF + "type", DG + "Source")
        self.say(document, DCTERMS + "title", Literal(title))
        self.say(document, DCTERMS + "creator", Literal(creator))
        self.say(document, DCTERMS + "date", Literal(date, datatype=NamedNode(XSD + DATES[len(date)])))
        self.say(document, DCTERMS + "source", Literal(source or f"{identifier}.txt"))
        self.say(document, DG + "sha256", Literal(hashlib.sha256(text.encode()).hexdigest()))
        self.say(document, DG + "text", Literal(text))

    def whole(self) -> list[Triple]:
        """Return every triple once, with what is counted of them."""
        said = list(dict.fromkeys(self.triples))
        return [*said, *make_overview(said)]

    def claim(self, document: str, quote: str, start: int, claim: dict[str, str]) -> None:
        digest = hashlib.sha256(repr(sorted(claim.items())).encode()).hexdigest()[:16]
        iri, relation = f"{BASE}claim/{digest}", DG + claim["relation"].title().replace(" ", "")
        if "open" in claim:
            relation = f"{BASE}relation/{slug(claim['relation'])}"
        self.say(iri, RDF + "type", DG + "Claim", RDF + "Statement")
        self.say(iri, RDF + "subject", f"{BASE}entity/{slug(claim['subject'])}")
        self.say(iri, RDF + "predicate", relation)
        self.say(relation, RDFS + "label", Literal(claim["relation"]))
        for name in (claim["subject"], claim.get("object", "")):
            if name and name in quote:
                at = start + quote.index(name)
                self.say(f"{BASE}entity/{slug(name)}", DG + "mentionedAt", f"{document}#char={at},{at + len(name)}")
        value = Literal(claim["value"]) if "value" in claim else f"{BASE}entity/{slug(claim['object'])}"
        self.say(iri, RDF + "object", value)
        self.say(iri, DG + "polarity", DG + claim.get("polarity", "Affirmed"))
        self.say(iri, DG + "modality", DG + claim.get("modality", "Asserted"))
        self.say(iri, DG + "speaker", f"{BASE}entity/{slug(claim.get('speaker', 'Wang Yi'))}")
        self.say(iri, DG + "attributed", DG + ("Named" if "speaker" in claim else "Implied"))
        self.say(iri, DG + "confidence", Literal(claim.get("confidence", "0.85"), datatype=NamedNode(XSD + "decimal")))
        for name in ("time", "timeText", "count", "countText", "amount"):
            if name in claim:
                self.say(iri, DG + name, Literal(claim[name]))
        if "place" in claim:
            self.say(iri, DG + "place", f"{BASE}entity/{slug(claim['place'])}")
        evidence = f"{BASE}evidence/{hashlib.sha256(f'{document}{start}{digest}'.encode()).hexdigest()[:16]}"
        self.say(iri, PROV + "wasDerivedFrom", evidence)
        self.say(evidence, RDF + "type", DG + "Evidence")
        self.say(evidence, OA + "exact", Literal(quote))
        self.say(evidence, OA + "start", Literal(start))
        self.say(evidence, OA + "end", Literal(start + len(quote)))
        self.say(evidence, DCTERMS + "source", document)
        self.say(evidence, DG + "predicate", Literal(claim.get("predicate", claim["relation"])))
        self.say(evidence, DG + "rule", Literal(claim.get("rule", "clause")))


def first_document() -> list[tuple[str, list[dict[str, str]]]]:
    """Return the sentences of the first document, each with its claims."""
    said: list[tuple[str, list[dict[str, str]]]] = []
    for name, short in (("Development", "GDI"), ("Security", "GSI"), ("Civilization", "GCI")):
        full = f"Global {name} Initiative"
        said.append(
            (f"China proposed the {full} ({short}).", [{"subject": "China", "relation": "proposed", "object": full}])
        )
        support = (
            f"{len(full) * 4} countries and international organizations support the {full}, and a first group of"
            " projects has been completed ahead of time in countries that asked for them."
        )
        said.append((
            support,
            [{"subject": "partner countries", "relation": "support", "object": full, "count": str(len(full) * 4),
              "countText": f"{len(full) * 4} countries and international organizations"}],
        ))  # fmt: skip
    vision = (
        "In 2013, at the Moscow State Institute of International Relations, President Xi Jinping proposed the vision of"
        " a community with a shared future for mankind."
    )
    said.append((
        vision,
        [{"subject": "Xi Jinping", "relation": "proposed", "object": "community with a shared future for mankind",
          "time": "2013", "timeText": "In 2013", "place": "Moscow State Institute of International Relations"}],
    ))  # fmt: skip
    for number, country in enumerate(COUNTRIES):
        modality = ("Asserted", "Planned", "Asserted", "Possible", "Asserted")[number % 5]
        verb = {"Asserted": "has launched", "Planned": "will launch", "Possible": "may launch"}[modality]
        claims = [
            {"subject": "China", "relation": "launch efforts to build", "object": country, "modality": modality},
            {"subject": country, "relation": "launch efforts to build", "object": "China", "modality": modality},
        ]
        if number % 3 == 0:
            claims.append({"subject": country, "relation": "take part in", "object": "Belt and Road Initiative"})
        said.append(
            (f"China {verb} efforts with {country} to build a bilateral community with a shared future.", claims)
        )
    return said


def second_document() -> list[tuple[str, list[dict[str, str]]]]:
    """Return the sentences of the second document, each with its claims."""
    said: list[tuple[str, list[dict[str, str]]]] = []
    homes = {"Organization": "United Nations", "Event": "Beijing", "Agreement": "Beijing Summit of FOCAC"}
    for type_, names in ENTITIES.items():
        for number, name in enumerate(names):
            if type_ == "Country" and number % 4:
                continue
            partner = homes.get(type_, "China") if number else "United Nations"
            relation = ("work with", "endorse", "take part in", "uphold")[(number + len(type_)) % 4]
            claim = {
                "subject": partner,
                "relation": relation,
                "object": name,
                "modality": ("Asserted", "Proposed")[number % 2],
            }
            if number % 3 == 1:
                claim |= {"speaker": "Xi Jinping", "time": "2024-09", "timeText": "in September 2024"}
            said.append((f"The {partner} and {name} {relation} each other in a year of change.", [claim]))
    for name in ENTITIES["Organization"]:
        other = COUNTRIES[len(name) % len(COUNTRIES)]
        said.append((f"{other} is a member of {name}.", [{"subject": other, "relation": "member of", "object": name}]))
    said.append(
        (
            "China does not seek spheres of influence.",
            [{"subject": "China", "relation": "seek", "value": "spheres of influence", "polarity": "Negated"}],
        )
    )
    said.append(
        (
            f"One note reads {HOSTILE} and nothing more.",
            [{"subject": "Wang Yi", "relation": "quote", "object": HOSTILE, "modality": "Evaluative"}],
        )
    )
    return said


def sample_world() -> World:
    """Return the sample world."""
    world = World()
    world.entities(ENTITIES)
    world.say(f"{BASE}entity/china", OWL + "sameAs", "http://www.wikidata.org/entity/Q148")
    world.write("shared-future", "Building a Shared Future", "🌏 Building a Shared Future", first_document())
    world.write("year-in-review", "A Year in Review", "A Year in Review 🕊️", second_document())
    return world
