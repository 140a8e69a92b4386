"""Mentions → entities: which names are one thing, each merge with its reason, none on a shared word alone."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.extract.gazetteer import Entry, Gazetteer, plain, unaccented
from graph.extract.words import words
from graph.model import Entity, EntityType, Mention, Merge

TITLED = ("title", "person", "document")
NAMED = ("gazetteer", "acronym", "head", "pair", "pronoun", "document", "demonym")
PRONOUN_REASON = "pronoun"


@dataclass(slots=True, kw_only=True)
class Cluster:
    """The names that are taken for one thing while linking, each with how often it stands and why it belongs."""

    names: Counter[str] = field(default_factory=Counter)
    types: Counter[EntityType] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)
    entry: Entry | None = None


def link_entities(
    mentions: Iterable[Mention], gazetteer: Gazetteer, *, acronyms: Mapping[str, str]
) -> dict[str, Entity]:
    """The entity of every mention's name, by name."""
    clusters: dict[str, Cluster] = {}
    keys: dict[str, str] = {}
    for mention in mentions:
        key, reason = link_key(mention, gazetteer, acronyms)
        cluster = clusters.setdefault(key, Cluster())
        cluster.names[mention.name] += 1
        cluster.types[mention.type] += 0 if mention.found_by == "pronoun" else 1
        cluster.entry = cluster.entry or gazetteer.names.get(plain(mention.name))
        keys[mention.name] = key
        if mention.text != mention.name and mention.found_by != "pronoun":
            cluster.reasons.setdefault(clean(mention.text), surface_reason(mention))
        if reason:
            cluster.reasons.setdefault(mention.name, reason)
    keys = merge_short_terms(keys, clusters)
    made = {key: make_entity(cluster) for key, cluster in clusters.items() if key in set(keys.values())}
    return {name: made[key] for name, key in keys.items()}


def link_key(mention: Mention, gazetteer: Gazetteer, acronyms: Mapping[str, str]) -> tuple[str, str]:
    """What a mention's name comes down to, and why that is more than its own words; equal keys are one entity."""
    entry = gazetteer.names.get(plain(mention.name))
    if entry is not None:
        return fold(entry.name), ""
    if mention.type is EntityType.PERSON and mention.found_by in TITLED:
        return fold(mention.name), ""
    name = " ".join(acronyms.get(word, word) for word in mention.name.split())
    reason = "acronym in the name written out" if name != mention.name else ""
    if mention.found_by == "pair":
        first, *rest = name.split()
        pair = "-".join(sorted(fold(p) for p in plain(first).split("-", maxsplit=1)))
        head = next((w for w in rest if w.lower() in gazetteer.pair_heads), rest[-1] if rest else "")
        return f"{pair} {singular(head.lower())}", "same pair of actors and same noun for what they share"
    if mention.found_by == "head":
        content = sorted(w for w in re.split(r"[\s]+", fold(name)) if w not in words().connectors)
        return " ".join(content), reason or "same words in another order"
    return fold(name), reason


def merge_short_terms(keys: Mapping[str, str], clusters: dict[str, Cluster]) -> dict[str, str]:
    """The keys with a term that begins just one longer term of the text taken for its short form."""
    merged = dict(keys)
    terms = sorted((k for k, c in clusters.items() if " with " in k or " of " in k or " for " in k), key=len)
    for short in terms:
        longer = [k for k in terms if k.startswith(short + " ") and k.split()[len(short.split())] in words().connectors]
        if len(longer) == 1 and clusters[short].entry is None:
            target, gone = clusters[longer[0]], clusters[short]
            for name, count in gone.names.items():
                target.names[name] += count
                target.reasons.setdefault(name, "short form of the only longer term that begins so")
            target.reasons.update({k: v for k, v in gone.reasons.items() if k not in target.reasons})
            for name, key in merged.items():
                if key == short:
                    merged[name] = longer[0]
    return merged


def make_entity(cluster: Cluster) -> Entity:
    """The entity of a cluster: labelled by its gazetteer entry, else by its longest name among the most written."""
    label = cluster.entry.name if cluster.entry else max(cluster.names, key=lambda n: (n in cluster.names, len(n), n))
    kind = cluster.entry.type if cluster.entry else max(sorted(cluster.types), key=lambda t: cluster.types[t])
    others = sorted({*cluster.names, *cluster.reasons} - {label, ""})
    return Entity(
        id=entity_id(label),
        type=kind,
        label=label,
        aliases=tuple(others),
        same_as=cluster.entry.same_as if cluster.entry else (),
        merged_because=tuple(Merge(alias=name, reason=cluster.reasons.get(name, "same name")) for name in others),
    )


def surface_reason(mention: Mention) -> str:
    """Why the words of the text and the name are one."""
    return {
        "gazetteer": "listed in the gazetteer",
        "demonym": "demonym",
        "acronym": "acronym defined in the text",
        "title": "name with title",
        "person": "surname of a person named in full",
    }.get(mention.found_by, "same name, written otherwise")


def clean(text: str) -> str:
    """A surface form in one line, without a bracketed acronym behind it."""
    return re.sub(r"\s*\([^)]*\)$", "", re.sub(r"\s+", " ", text)).strip()


def fold(text: str) -> str:
    """A name without case, accents, article, and punctuation."""
    folded = re.sub(r"[^\w]+", " ", unaccented(plain(text)).casefold().replace("'s", "s")).strip()
    return re.sub(r"^(?:the|a|an) ", "", folded)


def singular(word: str) -> str:
    """A noun without its plural ending."""
    return "relations" if word.startswith("relation") else word.removesuffix("s")


def entity_id(label: str) -> str:
    """A readable identifier made of the label; where letters are lost or cut off a hash keeps it unique."""
    slug = re.sub(r"[^a-z0-9]+", "-", unaccented(plain(label)).casefold()).strip("-")
    if len(slug) > 80 or not slug or not unaccented(plain(label)).isascii():
        slug = f"{slug[:72].rstrip('-')}-{hashlib.sha256(label.encode()).hexdigest()[:8]}".lstrip("-")
    return slug
