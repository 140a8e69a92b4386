"""Mentions → entities: which names are one thing, each merge with its reason, none on a shared word alone."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from graph.extract.acronyms import TITLED, written_out
from graph.extract.discourse import PHRASES
from graph.extract.gazetteer import Entry, Gazetteer, plain, unaccented
from graph.extract.numbers import NUMBERS
from graph.extract.overrides import NO_OVERRIDES, Overrides
from graph.extract.pronouns import KINDS
from graph.extract.short_names import LOCAL
from graph.extract.spelling import clean, fold, singular
from graph.extract.words import words
from graph.model import Entity, EntityType, Mention, Merge, Span

NOWHERE = Span(document="", start=0, end=0)
APART = "= "  # before the key of a name that is told to be a thing of its own: no rule takes such keys together


@dataclass(slots=True, kw_only=True)
class Cluster:
    """The names that are taken for one thing while linking, each with how often it stands and why it belongs."""

    names: Counter[str] = field(default_factory=Counter)
    types: Counter[EntityType] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)
    entry: Entry | None = None


def link_entities(
    mentions: Iterable[Mention] | Mapping[Mention, int],
    gazetteer: Gazetteer,
    *,
    acronyms: Mapping[str, str],
    defined: Iterable[tuple[str, str]] = (),
    overrides: Overrides = NO_OVERRIDES,
) -> dict[str, Entity]:
    """The entity of every mention's name, by name; the order of the mentions does not matter, how many each is does.

    The mentions are those that `override_mention` gave; `overrides` keeps apart what the rules would take for one.
    `acronyms` are written out in names; `defined` are all pairs of acronym and name that documents define.
    """
    counts = mentions if isinstance(mentions, Mapping) else Counter(map(without_place, mentions))
    listed = sorted(counts, key=lambda m: (m.name, telling(m), m.text, m.short))
    best: dict[str, Mention] = {}
    for mention in listed:
        known = best.get(mention.name)
        if known is None or telling(mention) < telling(known):
            best[mention.name] = mention
    links = {name: link_key(mention, gazetteer, acronyms) for name, mention in best.items()}
    links |= {name: (APART + fold(name), "") for name in find_apart(links, overrides)}
    clusters: dict[str, Cluster] = {}
    for mention in listed:
        key, reason = links[mention.name]
        cluster = clusters.setdefault(key, Cluster())
        cluster.names[mention.name] += counts[mention]
        cluster.types[best[mention.name].type] += 0 if mention.found_by == "pronoun" else counts[mention]
        cluster.entry = cluster.entry or (None if key.startswith(APART) else gazetteer.names.get(plain(mention.name)))
        # "our government" is somebody's only where it stands.
        spoken = mention.text.lower().startswith(("our ", "my "))
        pointing = spoken or mention.found_by == "pronoun" or mention.text.lower() in KINDS
        if mention.text != mention.name and not pointing:
            cluster.reasons.setdefault(clean(mention.text), surface_reason(mention, overrides))
        if reason:
            cluster.reasons.setdefault(mention.name, reason)
        if mention.short:
            cluster.reasons.setdefault(mention.short, "without the clause that tells which one is meant")
    add_acronyms(clusters, {*acronyms.items(), *defined})
    phrases = {links[name][0] for name, mention in best.items() if mention.found_by in PHRASES}
    keys = merge_short_terms({n: key for n, (key, _) in links.items()}, clusters, phrases=phrases)
    keys = merge_same_ids(keys, clusters)
    made = {key: make_entity(clusters[key], overrides) for key in set(keys.values())}
    return {name: made[key] for name, key in keys.items()}


def without_place(mention: Mention) -> Mention:
    """The mention without where it stands: what linking asks is what it says, and how often."""
    return replace(mention, span=NOWHERE)


def find_apart(links: Mapping[str, tuple[str, str]], overrides: Overrides) -> list[str]:
    """The names whose key is that of a name from which they are told to be apart."""
    found = []
    for name, (key, _) in links.items():
        others = overrides.apart.get(fold(name))
        if others and (key in others or any(key == links[other][0] for other in links if fold(other) in others)):
            found.append(name)
    return found


def add_acronyms(clusters: Mapping[str, Cluster], acronyms: Iterable[tuple[str, str]]) -> None:
    """Give every cluster the acronyms that the text defines for one of its names, used again or not."""
    by_name: dict[str, list[str]] = {}
    for acronym, full in acronyms:
        by_name.setdefault(fold(full), []).append(acronym)
    for cluster in clusters.values():
        for name in sorted(cluster.names):
            for acronym in by_name.get(fold(name), ()):
                cluster.reasons.setdefault(acronym, "acronym defined in the text")


def telling(mention: Mention) -> tuple[int, str, str]:
    """How much a mention tells about its name: the way it was found, best first."""
    order = (
        "gazetteer",
        "title",
        "acronym",
        "alias",
        "short",
        "local",
        "pair",
        "head",
        "term",
        "person",
        "proper",
        "named phrase",
        "phrase",
    )
    rank = order.index(mention.found_by) if mention.found_by in order else len(order)
    return rank, mention.type, mention.found_by


def merge_same_ids(keys: Mapping[str, str], clusters: dict[str, Cluster]) -> dict[str, str]:
    """The keys with clusters taken together whose labels are the same words: "Bank of X" and "bank of X"."""
    first: dict[str, str] = {}
    target: dict[str, str] = {}
    for key in sorted(set(keys.values())):
        target[key] = first.setdefault(entity_id(label_of(clusters[key])), key)
        if target[key] != key:
            take_over(clusters[target[key]], clusters[key], "same words")
    return {name: target[key] for name, key in keys.items()}


def take_over(target: Cluster, gone: Cluster, reason: str) -> None:
    """Give a cluster all that another one holds."""
    for name, count in gone.names.items():
        target.names[name] += count
        target.reasons.setdefault(name, reason)
    target.types += gone.types
    target.entry = target.entry or gone.entry
    target.reasons.update({k: v for k, v in gone.reasons.items() if k not in target.reasons})


def link_key(mention: Mention, gazetteer: Gazetteer, acronyms: Mapping[str, str]) -> tuple[str, str]:
    """What a mention's name comes down to, and why that is more than its own words; equal keys are one entity."""
    entry = gazetteer.names.get(plain(mention.name))
    if entry is not None:
        return fold(entry.name), ""
    if mention.found_by == LOCAL or (mention.type is EntityType.PERSON and mention.found_by in TITLED):
        return fold(mention.name), ""
    name = written_out(mention, acronyms, gazetteer)
    reason = "acronym in the name written out" if name != mention.name else ""
    if mention.found_by == "pair":
        first, *rest = name.split()
        pair = "-".join(sorted(fold(p) for p in plain(first).split("-", maxsplit=1)))
        nouns = list(takewhile(lambda w: w not in words().connectors, rest))
        head = nouns[-1] if nouns else ""
        # "the A-B Electric Vehicle Initiative" is a name of its own; "cultural ties" are ties.
        own = [fold(noun) for noun in nouns[:-1] if noun[:1].isupper()]
        several = mention.type is not EntityType.CONCEPT and head.endswith("s")
        what = " ".join([*own, head.lower() if several else singular(head.lower())])
        return f"{pair} {what}", "same pair of actors and same noun for what they share"
    if mention.found_by == "head":
        # "Summit of X" and "X Summit" are one; "Summit for X" and "Summit against X" are two.
        content = sorted(w for w in fold(name).split() if w not in ("of", "the", "and", "a", "an"))
        return " ".join(content), reason or "same words in another order"
    if mention.found_by in PHRASES:
        return plain_form(name), reason or "same words, numbers in digits or letters"
    return fold(name), reason


def plain_form(name: str) -> str:
    """The key of a common phrase: its words with numbers in digits."""
    return " ".join(str(NUMBERS.get(word, word)) for word in fold(name).split())


def merge_short_terms(
    keys: Mapping[str, str], clusters: dict[str, Cluster], *, phrases: Collection[str]
) -> dict[str, str]:
    """The keys with a term that begins just one longer term of the text taken for its short form.

    Those of common `phrases` stay: "trade in goods" of one text is not the "trade in goods with Peru" of another.
    """
    tied = [k for k in clusters if " with " in k or " of " in k or " for " in k]
    terms = sorted((k for k in tied if not k.startswith(APART)), key=len)
    longer: dict[str, list[str]] = {}
    for term in terms:
        parts = term.split()
        # "the ministers of A" are not those of A and B
        for i in (i for i, part in enumerate(parts) if part in words().connectors - {"and", "&"}):
            longer.setdefault(" ".join(parts[:i]), []).append(term)
    target: dict[str, str] = {}
    for short in terms:
        found = longer.get(short, [])
        if len(found) == 1 and clusters[short].entry is None and short not in phrases:
            take_over(clusters[found[0]], clusters[short], "short form of the only longer term that begins so")
            target[short] = found[0]
    for short in reversed(target):  # the longest first, so that a term's own target is final when it is asked for
        target[short] = target.get(target[short], target[short])
    return {name: target.get(key, key) for name, key in keys.items()}


def label_of(cluster: Cluster) -> str:
    """The name in a cluster's gazetteer entry, else its longest one."""
    return cluster.entry.name if cluster.entry else max(cluster.names, key=lambda n: (len(n), n))


def make_entity(cluster: Cluster, overrides: Overrides) -> Entity:
    """The entity of a cluster."""
    label = label_of(cluster)
    told = next((overrides.types[f] for n in sorted(cluster.names) if (f := fold(n)) in overrides.types), None)
    kind = told or (cluster.entry.type if cluster.entry else max(sorted(cluster.types), key=lambda t: cluster.types[t]))
    others = sorted({*cluster.names, *cluster.reasons} - {label, ""})
    return Entity(
        id=entity_id(label),
        type=kind,
        label=label,
        aliases=tuple(others),
        same_as=cluster.entry.same_as if cluster.entry else (),
        merged_because=tuple(Merge(alias=name, reason=cluster.reasons.get(name, "same name")) for name in others),
    )


def surface_reason(mention: Mention, overrides: Overrides) -> str:
    """Why the words of the text and the name are one."""
    if mention.type is EntityType.PERSON and mention.name.startswith(f"{mention.text} ("):
        return "namesakes told apart by whose officials they are"
    return {
        "gazetteer": "listed in the gazetteer",
        "demonym": "demonym",
        "alias": "short name defined in the text",
        "short": "head noun of the only name that ends so before",
        "local": "this document's own, which names it no further",
        "acronym": "acronym defined in the text",
        "title": "name with title",
        "person": "surname of a person named in full",
        "override": f"told in {overrides.file}",
    }.get(mention.found_by, "same name, written otherwise")


def entity_id(label: str) -> str:
    """A readable identifier made of the label; where letters are lost or cut off a hash keeps it unique."""
    slug = re.sub(r"[^a-z0-9]+", "-", unaccented(plain(label)).casefold().replace("+", " plus ")).strip("-")
    if len(slug) > 80 or not slug or not unaccented(plain(label)).isascii():
        slug = f"{slug[:72].rstrip('-')}-{hashlib.sha256(label.encode()).hexdigest()[:8]}".lstrip("-")
    return slug
