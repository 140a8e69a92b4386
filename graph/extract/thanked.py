"""Who had a share in a deed for which one is thanked, by a noun: "thanked X for its help in freeing Y"."""

from collections.abc import Sequence

from graph.extract.arguments import Argument, Reader, actors
from graph.extract.deeds_named import praised_for
from graph.extract.frames import Frame
from graph.extract.parse import Sentence
from graph.extract.phrases import find_arguments

# What one did in a deed for which one is thanked: "thanked X for its help in doing".
HELPED: dict[str, tuple[str, ...]] = {
    "assistance": ("assist",),
    "help": ("help",),
    "support": ("support",),
    "cooperation": ("cooperate",),
}
HELPED |= {"role": ("play", "role"), "part": ("play", "part"), "aid": ("help",)}


def thanked_helpers(
    reader: Reader, s: Sentence, noun: int, doers: Sequence[Argument], above: Frame | None
) -> Sequence[Argument]:
    """Who is thanked or praised for a share in a deed that a noun tells: "thanked X for its help in doing"."""
    if s.words[noun].lemma not in HELPED:
        return ()
    whom = praised_for(s, noun)
    found = find_arguments(reader, s, whom, owners=above.owners() if above else []) if whom is not None else []
    return doers if doers and whom is not None else actors(found)
