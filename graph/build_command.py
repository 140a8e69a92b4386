"""The command `dragoman build`: what it takes, what it tells while it works and at the end."""

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from graph.build import build
from graph.corpus.read import sample_path
from graph.rdf.files import write_whole
from graph.sparql.store import keep_store
from graph.work.plan import Built, Plan
from graph.work.reading import Options, Outcome

MANY = 300_000  # statements above which a page that carries them all is no good way to look at them


def main_build(args: Namespace) -> int:
    """Build what the command line asks for and print a summary."""
    paths = args.documents or ([] if args.fetch else [sample_path()])
    start = perf_counter()
    options = Options(voice=args.voice, force=args.force, rules=tuple(args.rules), gazetteers=tuple(args.gazetteer))
    plan = Plan(
        options=options,
        base=args.base,
        overrides=args.overrides,
        workers=args.workers or os.cpu_count() or 1,
        scheduler=args.scheduler,
        manifest=args.manifest,
        fetch=args.fetch,
        strict=args.strict,
        fresh=args.fresh,
        store=args.store,
    )
    check_own_files(options)
    if args.profile:
        alone = replace(plan, workers=1, scheduler=None)  # other processes cannot be looked into
        built = profiled(args.output, lambda: build(paths, args.output, alone, watch=with_progress))
    else:
        built = build(paths, args.output, plan, watch=with_progress)
    keep_store(args.output, statements=built.statements, wanted=args.store, made=built.changed)
    for failure in built.failures:
        sys.stderr.write(f"dragoman: left out: {failure.reason}\n")
    hints = find_hints(built, data=data_option(args.output))
    lines = [
        f"documents  {len(built.documents)}",
        f"sentences  {built.sentences}",
        f"entities   {built.entities}",
        f"claims     {built.claims}",
        f"seconds    {perf_counter() - start:.1f}",
        *stage_table(built),
        "",
        *hints,
        f"Open {args.output / 'index.html'} in a browser, or ask:",
        f"  {command_name()} query --saved who-proposed-what{data_option(args.output)}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def stage_table(built: Built) -> list[str]:
    """The seconds of each stage, and how many documents were read in one; none where nothing had to be done."""
    if not built.changed:
        return []
    lines = [f"  {stage:9}{taken:8.1f}" for stage, taken in built.seconds.items()]
    reading = built.seconds.get("reading", 0.0)
    if built.read and reading:
        lines = [
            f"{line}   {built.read} read, {built.read / reading:.1f} a second" if "reading" in line else line
            for line in lines
        ]
    return lines


def profiled(output: Path, run: Callable[[], Built]) -> Built:
    """What `run` returns; where its time went, function by function, is written to `profile.txt` in the output."""
    from cProfile import Profile
    from io import StringIO
    from pstats import Stats

    profile = Profile()
    built = profile.runcall(run)
    told = StringIO()
    Stats(profile, stream=told).strip_dirs().sort_stats("cumulative").print_stats(100)
    write_whole(told.getvalue().encode(), output / "profile.txt")
    return built


def check_own_files(options: Options) -> None:
    """Raises RuleError for what is wrong in a user's files, before the long work."""
    if options.rules or options.gazetteers:
        from graph.extract.gazetteer import load_gazetteer
        from graph.extract.rules import use_files

        use_files(rules=options.rules, gazetteers=options.gazetteers)
        load_gazetteer()


def find_hints(built: Built, *, data: str = "") -> list[str]:
    """What the user should know about how the documents were read, each a line, and an empty one behind them."""
    hints = []
    if built.unread:
        more = f" and {len(built.unread) - 3} more" if len(built.unread) > 3 else ""
        names = ", ".join(Path(place).name for place in built.unread[:3])
        hints.append(f"Not read, for they are of no format that is: {names}{more}.")
    if built.outputs:
        hints.append(f"Left unread, for a build wrote it: index.html and its like in {', '.join(built.outputs)}.")
    if built.unvoiced:
        hints.append(unvoiced_hint(built))
    if built.foreign:
        hints.append(
            f"Passages in another language than English, left unread: {built.foreign}. Read them with --force."
        )
    if built.unused:
        hints.append(f"Overrides that meet nothing: {'; '.join(built.unused)}. Check how the text writes them.")
    if built.failures:
        hints.append(
            f"Left out: {len(built.failures)} of {len(built.failures) + len(built.documents)} documents, as told above."
        )
    if built.repeated:
        pairs = [f"{Path(one).name} repeats {Path(other).name}" for one, other in built.repeated[:3]]
        more = f" and {len(built.repeated) - 3} more" if len(built.repeated) > 3 else ""
        hints.append(f"Files of the same content, each built as a document of its own: {', '.join(pairs)}{more}.")
    if not built.changed:
        hints.append("Nothing has changed since the last build; its files stand as they are.")
    if built.statements > MANY:
        folder = data.removeprefix(" --data") or " output"
        hints.append(
            f"The graph has {built.statements:,} statements, which make index.html large and slow to open: "
            f"`{command_name()} serve{folder}` shows the same page and keeps the graph beside it."
        )
    if not built.claims:
        hints.append("No claim was found. Dragoman reads English prose that names who does what.")
    return [*hints, ""] if hints else []


def unvoiced_hint(built: Built) -> str:
    """How many sentences an unknown "we" has, in which documents, and how to tell who that is."""
    told = [f"“{built.documents[id_]}” ({number})" for id_, number in list(built.unvoiced_in.items())[:5]]
    more = f" and {len(built.unvoiced_in) - 5} more documents" if len(built.unvoiced_in) > 5 else ""
    return (
        f'Sentences of an unknown "we": {built.unvoiced}, in {", ".join(told)}{more}. No heading says who speaks, so '
        'what "we" do is unread; name the speaker with --voice for all of them, or by `voice` in the sidecar, manifest '
        "or front matter of one."
    )


def command_name() -> str:
    """The command as the user can type it: with the path of its environment where it is not on the search path."""
    if shutil.which("dragoman"):
        return "dragoman"
    here = Path(sys.prefix) / "bin" / "dragoman"
    return str(here.relative_to(Path.cwd()) if here.is_relative_to(Path.cwd()) else here)


def data_option(output: Path) -> str:
    """The option that names an output folder which is not the default one."""
    return "" if output == Path("output") else f" --data {output}"


def with_progress(shards: Iterable[list[Outcome]], total: int) -> Iterator[list[Outcome]]:
    """The shards, with a bar on a terminal that tells rate and time left, where there is more than one document."""
    if total < 2 or not sys.stderr.isatty():
        yield from shards
        return
    from tqdm import tqdm

    with tqdm(total=total, desc="reading", unit=" documents", leave=False) as bar:
        for outcomes in shards:
            bar.update(len(outcomes))
            yield outcomes
