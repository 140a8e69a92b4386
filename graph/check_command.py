"""The command `dragoman check`: what a human should look at in a build, with the lines that settle it."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict

from graph.compare.doubts import (
    Doubt,
    Finding,
    count_kinds,
    find_conflicts,
    find_doubtful_merges,
    find_shared_names,
    find_unlinked_names,
)
from graph.compare.statements import names_of, read_papers, read_statements, shared_keys
from graph.options import DEFAULT, data_of
from graph.sparql.store import load_store


def main_check(args: Namespace) -> None:
    """Print what is doubtful in the dataset that is named; raises StoreError where there is none."""
    store = load_store(data_of(args) or DEFAULT)
    papers = {paper.iri: paper for paper in read_papers(store)}
    (keys,) = shared_keys(names_of(store))
    findings = [
        *find_doubtful_merges(store),
        *find_shared_names(store),
        *find_unlinked_names(store),
        *find_conflicts(read_statements(store, keys=keys), papers),
    ]
    if args.format == "json":
        sys.stdout.write(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n")
    elif args.format == "csv":
        lines = [finding.settle for finding in findings if finding.kind is not Doubt.CONFLICT]
        sys.stdout.write("\n".join(["action,name,other", *lines]) + "\n")
    else:
        sys.stdout.write("\n".join(in_words(findings, most=args.most)) + "\n")


def in_words(findings: list[Finding], *, most: int) -> list[str]:
    """The findings in words, `most` of each kind, behind how many there are."""
    counts = count_kinds(findings)
    lines = [f"{kind.value:18} {count:6}" for kind, count in counts.items()]
    for kind, count in counts.items():
        shown = [finding for finding in findings if finding.kind is kind][:most]
        if shown:
            lines += ["", f"{kind.value.upper()} ({count}{f', the first {most}' if count > most else ''})"]
        for finding in shown:
            lines += [f"  {finding.what}: {finding.why}", *(f"    {text}" for text in finding.evidence)]
            lines.append(f"    → {finding.settle}")
    if any(counts.values()):
        lines += ["", "Put the lines that are right into a file and build with --overrides FILE."]
    return lines
