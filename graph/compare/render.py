"""Changes in words for a terminal, as JSON, and as Turtle."""

import hashlib
import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from graph.compare.diff import Change, Kind
from graph.compare.statements import Paper, Statement
from graph.rdf.files import render_turtle
from graph.rdf.names import DG, PROV, RDF, prefixes


def render_table(changes: Sequence[Change], papers: Mapping[str, Paper], *, width: int) -> str:
    """Return the changes by kind, each with the claim in words and both quotes; the counts of all kinds come first.

    What is repeated is counted only.
    """
    counts = Counter(change.kind for change in changes)
    lines = [f"{kind.value:17} {counts[kind]:6}" for kind in Kind]
    for kind in Kind:
        of_kind = [change for change in changes if change.kind is kind]
        if of_kind and kind is not Kind.REPEATED:
            lines += ["", f"{kind.value.upper()} ({len(of_kind)})"]
            for change in of_kind:
                lines += ["", *_in_words(change, papers, width)]
    return "\n".join(lines) + "\n"


def render_json(changes: Sequence[Change], papers: Mapping[str, Paper]) -> str:
    """Return the changes as a JSON list: `change`, `before` and `after` (null where there is none)."""
    rows = [
        {
            "change": change.kind.value,
            "before": _row(change.before, papers),
            "after": _row(change.after, papers),
        }
        for change in changes
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def render_changes(changes: Sequence[Change], *, base: str) -> str:
    """Return the changes as Turtle: a `dg:Change` for each, with both claims, both sentences and both quotes."""
    triples = [triple for change in changes for triple in change_triples(change, base)]
    return render_turtle(triples, names=prefixes(base) | {"change": f"{base}change/"}).decode()


def _in_words(change: Change, papers: Mapping[str, Paper], width: int) -> Iterator[str]:
    told = change.after or change.before
    if told is None:
        return
    yield f"  {' · '.join(told.words)}{_what_changed(change)}"
    for mark, s in (("-", change.before), ("+", change.after)):
        if s is not None:
            paper = papers[s.document]
            quote = " ".join(s.quote.split())
            where = ", ".join(part for part in (paper.title, paper.date, f"{s.start}-{s.end}") if part)
            yield textwrap.fill(
                f"“{quote}” ({where})", width, initial_indent=f"    {mark} ", subsequent_indent="      "
            )


def _what_changed(change: Change) -> str:
    before, after = change.before, change.after
    if before is None or after is None:
        return ""
    if change.kind is Kind.MODALITY:
        return f": {_standing(before)} → {_standing(after)}"
    if change.kind is Kind.NUMBER:
        return f": {', '.join(before.numbers)} → {', '.join(after.numbers)}"
    return ""


def _standing(s: Statement) -> str:
    return "denied" if s.standing == "negated" else s.standing


def _row(s: Statement | None, papers: Mapping[str, Paper]) -> dict[str, Any] | None:
    if s is None:
        return None
    subject, relation, thing = s.words
    return {
        "claim": s.claim,
        "subject": subject,
        "relation": relation,
        "object": thing,
        "modality": s.standing,
        "numbers": list(s.numbers),
        "speaker": s.speaker,
        "quote": s.quote,
        "start": s.start,
        "end": s.end,
        "document": s.document.rpartition("/")[2],
        "title": papers[s.document].title,
        "date": papers[s.document].date or None,
    }


def change_triples(change: Change, base: str) -> Iterator[Triple]:
    """Yield a `dg:Change`: its kind, the claims it is told of, and each side's claim, evidence and quote."""
    sides = [(name, s) for name, s in (("before", change.before), ("after", change.after)) if s is not None]
    parts = [change.kind.value, *(part for _, s in sides for part in (s.claim, s.evidence))]
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    this = NamedNode(f"{base}change/{digest}")
    yield Triple(this, NamedNode(RDF + "type"), NamedNode(DG + "Change"))
    yield Triple(this, NamedNode(DG + "change"), Literal(change.kind.value))
    for claim in dict.fromkeys((*change.claims_before, *change.claims_after)):
        yield Triple(this, NamedNode(DG + "ofClaim"), NamedNode(claim))
    for name, s in sides:
        yield Triple(this, NamedNode(DG + name), NamedNode(s.claim))
        yield Triple(this, NamedNode(f"{DG}quote{name.capitalize()}"), Literal(s.quote))
        yield Triple(this, NamedNode(f"{DG}evidence{name.capitalize()}"), NamedNode(s.evidence))
        yield Triple(this, NamedNode(PROV + "wasDerivedFrom"), NamedNode(s.evidence))
