"""Two reports, of May and of June, in N-Triples: between them a claim of every kind of change."""

from graph.compare.diff import find_changes
from graph.compare.statements import names_of, read_papers, read_statements, shared_keys
from graph.compare.union import Side, unite
from graph.sparql.store import EmbeddedStore, make_store
from tests.web.sample import World

NAMES = {
    "Country": ["Norway", "Kenya", "Peru", "Chile", "Chad"],
    "Group": ["149 countries", "155 countries"],
    "Agreement": ["Lagos Convention", "Treaty of Lima"],
    "Organization": ["Trade Fund", "Arctic Council"],
    "Person": ["Wang Yi"],
}
MAY = [
    ("Norway will sign the Lagos Convention.", "Norway", "signed", "Lagos Convention", "Planned"),
    ("So far, 149 countries have joined the Trade Fund.", "149 countries", "joined", "Trade Fund", "Asserted"),
    ("Kenya supports the Treaty of Lima.", "Kenya", "supports", "Treaty of Lima", "Asserted"),
    ("Peru condemned the attack on Chad.", "Peru", "condemned", "Chad", "Asserted"),
    ("Norway hosted the Arctic Council in May.", "Norway", "hosted", "Arctic Council", "Asserted"),
]
JUNE = [
    ("Norway signed the Lagos Convention.", "Norway", "signed", "Lagos Convention", "Asserted"),
    ("So far, 155 countries have joined the Trade Fund.", "155 countries", "joined", "Trade Fund", "Asserted"),
    ("Kenya supports the Treaty of Lima.", "Kenya", "supports", "Treaty of Lima", "Asserted"),
    ("Chile joined the Arctic Council.", "Chile", "joined", "Arctic Council", "Asserted"),
    ("The Arctic Council met in Norway, its host.", "Norway", "hosted", "Arctic Council", "Asserted"),
]


def write_report(month: str, said: list[tuple[str, ...]], *, names: dict[str, list[str]] = NAMES) -> EmbeddedStore:
    """Return the dataset of a report that makes these claims, each in a sentence."""
    world = World()
    used = {name for _, subject, _, thing, _ in said for name in (subject, thing)} | {"Wang Yi"}
    world.entities({kind: [name for name in all_ if name in used] for kind, all_ in names.items()})
    sentences = [
        (quote, [{"subject": subject, "relation": relation, "object": thing, "modality": modality}])
        for quote, subject, relation, thing, modality in said
    ]
    world.write(f"{month.lower()}-1", f"Report of {month}", f"Report of {month}\n\n", sentences)
    return make_store(world.whole())


def compare_reports(before: EmbeddedStore, after: EmbeddedStore) -> list:
    """Return the triples of what became of the claims of the one dataset in the other."""
    keys = shared_keys(names_of(before), names_of(after))
    sides = [
        Side(
            store=store, keys=known, documents=[paper.iri for paper in read_papers(store)],
            statements=list(read_statements(store, keys=known)),
        )
        for store, known in zip((before, after), keys, strict=True)
    ]  # fmt: skip
    return list(unite(*sides, find_changes(*(side.statements for side in sides))))
