"""The whole way: sources → readings → claims → files in the output folder; each stage in a file of `graph/work`."""

import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from graph.corpus.sources import Source, read_source
from graph.errors import CorpusError, StoreError
from graph.extract.gazetteer import load_gazetteer
from graph.extract.overrides import NO_OVERRIDES, Overrides, read_overrides
from graph.extract.rules import use_files
from graph.model import Entity
from graph.output import open_draft
from graph.rdf.names import DEFAULT_BASE
from graph.work import link
from graph.work.keep import Keep, open_keep
from graph.work.outline import make_outline
from graph.work.parts import Part
from graph.work.plan import (
    VERSIONED,
    Built,
    Failure,
    Plan,
    chosen,
    find_all,
    fingerprint,
    key_of_source,
    writing_version,
)
from graph.work.processes import Desk, Pool
from graph.work.reading import Options, Outcome, Task, reading_version, version_of
from graph.work.standing import Place, keep_standing, spoil_standing

T = TypeVar("T")
MANY = 10_000  # claims for which processes are started, where none have been for reading
FILES = ("build.json", "claims.csv", "claims.jsonl", "explorer.json", "graph.nt", "graph.ttl", "index.html")
# What may be told of shards while they are read: the shards and how many documents they have in all.
Watch = Callable[[Iterable[list[Outcome]], int], Iterable[list[Outcome]]]


class Clock:
    """Times stages."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, run: Callable[[], T]) -> T:
        """What `run` returns; its seconds are taken down under the stage's name."""
        start = perf_counter()
        result = run()
        self.seconds[stage] = round(self.seconds.get(stage, 0) + perf_counter() - start, 3)
        return result


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The entity of every name, and the overrides that meet none."""

    entities: dict[str, Entity]
    unused: tuple[str, ...]


def build_documents(
    paths: Sequence[Path],
    output: Path,
    *,
    voice: str | None = None,
    base: str = DEFAULT_BASE,
    overrides: Path | None = None,
    force: bool = False,
) -> Built:
    """Read the documents at `paths` in this process and write every file of a build into `output`.

    `overrides` is a file of a user's last words on linking; `use_files` lays rules and gazetteers over our own.
    `force` reads documents, and passages of documents, in other languages than English as well.

    Raises CorpusError, ModelError, RuleError or StoreError; what was in `output` before is then still there.
    """
    return build(paths, output, Plan(options=Options(voice=voice, force=force), base=base, overrides=overrides))


def build(paths: Sequence[Path], output: Path, plan: Plan, *, watch: Watch | None = None) -> Built:
    """Read what is new among the sources at `paths`, link all, and write every file of a build into `output`.

    The files depend on the sources and on the plan's options, base and overrides alone: not on the order of the paths,
    the number of workers, or what was built before. A source that cannot be read is left out and told as a failure;
    where none can be read, or the plan is strict, the first one's CorpusError is raised. Raises ModelError, RuleError
    or StoreError too; what was in `output` before is then still there.
    """
    try:
        return build_kept(paths, output, plan, watch)
    except sqlite3.DatabaseError:  # what was kept is damaged: it is nothing that cannot be made again
        return build_kept(paths, output, replace(plan, fresh=True), watch)


def build_kept(paths: Sequence[Path], output: Path, plan: Plan, watch: Watch | None) -> Built:
    """Build with what the last build kept; sqlite3.DatabaseError where that is damaged."""
    clock = Clock()
    overrides = read_overrides(plan.overrides) if plan.overrides else NO_OVERRIDES
    with open_keep(output, fresh=plan.fresh) as keep, Pool(plan.workers, plan.options) as pool:
        found = clock.time("documents", lambda: find_all(paths, plan, output))
        sources, known = found.sources, keep.known()
        spare_sources(sources, output)
        missing = [s for s in sources if not s.failure and key_of_source(s, plan.options) not in known]
        print_ = fingerprint(sources, plan, overrides.digest)
        if not missing and keep.get("built") == print_ and is_whole(keep, output):
            built = replace(recalled(keep, clock), unread=found.unread, outputs=found.outputs)
            if plan.strict and built.failures:
                raise CorpusError(built.failures[0].reason)
            return built
        lost = clock.time("reading", lambda: read_missing(keep, missing, plan, pool, watch))
        keys, failures, repeated = chosen(sources, keep.known() | lost, plan.options)
        if failures and (plan.strict or not keys):
            raise CorpusError(failures[0].reason)
        keep.put("built", "")
        linked = link_all(keep, keys, plan, pool, overrides, clock)
        with open_draft(output) as draft:
            counts, places, parts = write_files(keep, linked, draft, plan, pool, clock)
            record = make_record(keep, counts, failures, clock.seconds)
            (draft / "build.json").write_text(record, encoding="utf-8")
        keep.keep_only({key_of_source(source, plan.options) for source in sources})
        built = Built(
            **counts,
            failures=failures,
            repeated=repeated,
            unread=found.unread,
            outputs=found.outputs,
            read=len(missing),
            seconds=clock.seconds,
        )
        keep_standing(keep, places, parts)
        keep.put("record", json.dumps(record_of(built)))
        keep.put("files", json.dumps(standing(output)))
        keep.put("built", print_)
    return built


def spare_sources(sources: Iterable[Source], output: Path) -> None:
    """StoreError where a source stands where a file of the build is to be."""
    for source in sources:
        if source.path.name in FILES and source.path.resolve().parent == output.resolve():
            raise StoreError(f"{source.place}: the build would write over it; give another folder with --output")


def read_missing(
    keep: Keep, missing: Sequence[Source], plan: Plan, pool: Pool, watch: Watch | None
) -> dict[str, tuple[str, str]]:
    """Read the sources that are not kept yet; each shard is kept as soon as it is read.

    What is returned are those whose bytes cannot be had now, by key with the reason: that is not kept.
    """
    from graph.work.cluster import read_on_cluster
    from graph.work.shards import make_shards, read_shards

    first = {key_of_source(s, plan.options): s for s in missing}  # the same file in two folders is read once
    lost: dict[str, tuple[str, str]] = {}

    def tasks() -> Iterator[Task]:
        for key, source in first.items():
            try:
                yield Task(key, source.name, read_source(source), source.about)
            except CorpusError as error:
                lost[key] = "", str(error).replace(source.place, source.name, 1)

    made = make_shards(tasks())
    if plan.scheduler and first:
        shards = read_on_cluster(made, plan.options, address=plan.scheduler)
    else:
        shards = read_shards(made, pool)
    for outcomes in watch(shards, len(first)) if watch else shards:
        keep.add(outcomes)
    return lost


def link_all(keep: Keep, keys: dict[str, str], plan: Plan, pool: Pool, overrides: Overrides, clock: Clock) -> Linked:
    """Link the documents and state their claims; only what changed since the last build is done anew."""
    use_files(rules=plan.options.rules, gazetteers=plan.options.gazetteers)
    gazetteer = load_gazetteer()
    version = json.dumps([overrides.digest, reading_version(plan.options), writing_version()])
    clock.time("documents", lambda: link.add_documents(keep, keys))
    means = link.Means(
        gazetteer=gazetteer,
        defined=link.defined_acronyms(keep),
        namesakes=link.all_namesakes(keep, overrides),
        overrides=overrides,
    )
    clock.time("counting", lambda: link.prepare_documents(keep, means, pool, version=version))
    linked, unused = clock.time("linking", lambda: link.link_documents(keep, means))
    clock.time("claims", lambda: link.derive_claims(keep, linked, means, pool))
    return Linked(entities=linked, unused=unused)


def write_files(
    keep: Keep, linked: Linked, draft: Path, plan: Plan, pool: Pool, clock: Clock
) -> tuple[dict[str, Any], list[Place], list[Part]]:
    """Write all files but the record into a draft; the counts of what is in them, and where rows and parts are."""
    from graph.work import page, publish, tables
    from graph.work.first import write_core

    outline = clock.time("outline", lambda: make_outline(keep, linked.entities))
    whole, version = is_whole(keep, draft.parent), writing_version()
    clock.time("outline", lambda: spoil_standing(keep, outline, base=plan.base, version=version, whole=whole))
    summaries = publish.summaries_of(keep)
    unvoiced = {id_: summary["unvoiced"] for id_, summary in summaries.items() if summary["unvoiced"]}
    titles = {id_: summary["title"] for id_, summary in summaries.items()}
    with Desk(keep, pool if pool.is_worth(outline.claims, MANY) else None) as desk:
        parts = clock.time("graph", lambda: publish.write_graph(desk, keep, outline, draft, base=plan.base))
        statements = sum(part.size for part in parts)
        end_store = page.begin_store(desk, draft, statements, wanted=plan.store)
        totals = clock.time("page", lambda: write_core(keep, outline, draft / page.CORE, base=plan.base))
        about = page.About(title=title_of(titles), base=plan.base, statements=statements, totals=totals)
        end_page = page.begin_page(desk, draft, about)
        places = clock.time("tables", lambda: tables.write_tables(keep, outline, draft, base=plan.base))
        clock.time("page", end_page)
        if end_store is not None:
            clock.time("store", end_store)
    counts = {
        "documents": titles,
        "sentences": sum(s["sentences"] for s in summaries.values()),
        "entities": len(outline.entities),
        "claims": outline.claims,
        "statements": statements,
        "unvoiced": sum(unvoiced.values()),
        "unvoiced_in": dict(sorted(unvoiced.items(), key=lambda item: -item[1])),
        "foreign": sum(s["foreign"] for s in summaries.values()),
        "unused": linked.unused,
    }
    return counts, places, parts


def make_record(keep: Keep, counts: dict[str, Any], failures: Sequence[Failure], seconds: dict[str, float]) -> str:
    """`build.json`: versions, inputs with their digests, what was left out and why, counts, timings."""
    from graph.work.publish import summaries_of

    record = {
        "versions": {name: version_of(name) for name in VERSIONED} | {"python": sys.version.split()[0]},
        "inputs": [
            {"document": id_, **{key: summary[key] for key in ("source", "title", "sha256")}}
            for id_, summary in summaries_of(keep).items()
        ],
        "failed": [{"source": Path(f.source).name, "reason": f.reason} for f in failures],
        "counts": {key: counts[key] for key in ("sentences", "entities", "claims", "statements")},
        "seconds": seconds,
    }
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def record_of(built: Built) -> dict[str, Any]:
    """What the next build tells if nothing has changed."""
    return {
        "documents": built.documents,
        "sentences": built.sentences,
        "entities": built.entities,
        "claims": built.claims,
        "statements": built.statements,
        "unvoiced": built.unvoiced,
        "unvoiced_in": built.unvoiced_in,
        "foreign": built.foreign,
        "unused": built.unused,
        "failures": [(f.source, f.reason) for f in built.failures],
        "repeated": built.repeated,
    }


def recalled(keep: Keep, clock: "Clock") -> Built:
    """What the last build made, for nothing has changed since."""
    kept = json.loads(keep.get("record"))
    failures = tuple(Failure(source=source, reason=reason) for source, reason in kept.pop("failures"))
    repeated = tuple((one, other) for one, other in kept.pop("repeated"))
    kept["unused"] = tuple(kept["unused"])
    return Built(**kept, failures=failures, repeated=repeated, changed=False, seconds=clock.seconds)


def standing(output: Path) -> dict[str, tuple[int, int]]:
    """Size and time of every file of a build, to see whether it still stands as it was written."""
    return {name: ((output / name).stat().st_size, (output / name).stat().st_mtime_ns) for name in FILES}


def is_whole(keep: Keep, output: Path) -> bool:
    """Whether the files stand as the last build wrote them."""
    try:
        found = standing(output)
    except OSError:
        return False
    kept: dict[str, list[int]] = json.loads(keep.get("files") or "{}")
    return kept == {name: list(values) for name, values in found.items()}


def title_of(titles: dict[str, str]) -> str:
    """The page's title: the document's own, or how many there are."""
    return next(iter(titles.values())) if len(titles) == 1 else f"{len(titles)} documents"
