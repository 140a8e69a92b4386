"""Where the nodes of the first view stand: a seeded spring layout, spread out until no two captions overlap.

Lengths are pixels at zoom 1; y grows downwards, as on a canvas.
"""

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import networkx as nx

WIDTH, HEIGHT = 820.0, 545.0  # the drawing's share of a 1280 x 720 window
FONT, LINE = 12.0, 15.0
CAPTION_WIDTH = 122.0
LONGEST = 300  # characters of a label that a caption can need; some labels are books
GAP = 5.0
ROUNDS = 400
FULLNESS = 0.58  # the share of the drawing that boxes may cover and still be pulled towards their neighbours

HELD = 34  # characters that two lines of a caption hold
ACRONYM = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]")

NARROW = frozenset("iljtfrI.,:;'\u2019!|()[] -")
BROAD = frozenset("mwMW@%—")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The room one node takes: a mark of `radius` around its position and the caption of `width` below it."""

    radius: float
    width: float
    height: float

    @classmethod
    def of(cls, caption: str, weight: int, heaviest: int = 0) -> "Box":
        """Return the room for a caption (lines separated by newlines) under the mark of a node of this weight."""
        lines = caption.split("\n")
        radius = radius_of(weight, heaviest)
        width = max(2 * radius, *(text_width(line) for line in lines))
        return cls(radius=radius, width=width, height=2 * radius + 4 + LINE * len(lines))

    def around(self, x: float, y: float) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom of the box of a node at (x, y)."""
        return (x - self.width / 2, y - self.radius, x + self.width / 2, y - self.radius + self.height)


def how_many_fit(boxes: Iterable[Box]) -> int:
    """Return how many of the boxes, from the first on, leave the drawing airy enough to read."""
    room, number = WIDTH * HEIGHT * FULLNESS, 0
    for box in boxes:
        room -= (box.width + GAP + 3) * (box.height + GAP)
        if room < 0:
            break
        number += 1
    return number


def radius_of(weight: int, heaviest: int = 0) -> float:
    """Return the radius of a node's mark: its area grows with the claims, up to 18 at `heaviest`."""
    scale = min(1.5, 12.4 / math.sqrt(heaviest or 1))
    return round(5.6 + scale * math.sqrt(weight), 1)


@lru_cache(65_536)
def text_width(text: str) -> float:
    """Return about how wide a text is in the page's label font (a common sans serif, half bold), on the safe side."""
    return round(sum(_em(character) for character in text) * FONT, 1)


@cache
def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in NARROW:
        return 0.36
    if character in BROAD:
        return 0.92
    return 0.74 if character.isupper() else 0.59


def caption_of(label: str) -> str:
    """Return a label in at most two balanced lines of CAPTION_WIDTH, shortened with an ellipsis where it must be."""
    words = label[:LONGEST].split() or [label[:LONGEST]]
    single = " ".join(words)
    if text_width(single) <= CAPTION_WIDTH:
        return single
    splits = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    fitting = [pair for pair in splits if max(map(text_width, pair)) <= CAPTION_WIDTH]
    if fitting:
        return "\n".join(min(fitting, key=lambda pair: max(map(text_width, pair))))
    first = max(
        (pair for pair in splits if text_width(pair[0]) <= CAPTION_WIDTH), default=None, key=lambda p: len(p[0])
    )
    if first is None:
        return _shorten(single)
    return f"{first[0]}\n{_shorten(first[1])}"


def short_of(label: str, aliases: Iterable[str]) -> str | None:
    """Return the alias that a drawing shows where it must cut `label`: one with an acronym, if there is any.

    The longest that two lines hold says most; where none is so short, the shortest is cut late. As in the page's own
    captions.js, which finds it for entities that are drawn later.
    """
    known = sorted({a for a in aliases if len(a) < len(label) and ACRONYM.search(a)}, key=lambda a: (len(a), a))
    fitting = [alias for alias in known if len(alias) <= HELD]
    return fitting[-1] if fitting else next(iter(known), None)


def _shorten(text: str) -> str:
    if text_width(text) <= CAPTION_WIDTH:
        return text
    while text and text_width(text + "…") > CAPTION_WIDTH:
        text = text[:-1]
    return text.rstrip() + "…"


def place_nodes(network: "nx.Graph[str]", boxes: dict[str, Box], *, seed: int) -> dict[str, tuple[int, int]]:
    """Return a whole-pixel position for every node of `boxes`, the centre of all near (0, 0), no two boxes overlapping.

    Neighbours stand near each other as far as the boxes let them. The same arguments give the same positions.
    """
    nodes = list(boxes)
    if not nodes:
        return {}
    # sorted, because a sum of floats depends on its order and a subgraph's edges come in the order of a set
    number = {node: i for i, node in enumerate(nodes)}
    links = sorted(_sorted_pair(number[a], number[b]) for a, b in network.edges() if a in number and b in number)
    links = [(a, b) for a, b in links if a != b]
    start = nx.spring_layout(_tied_together(nodes, links), seed=seed, iterations=300, k=2.2 / math.sqrt(len(nodes)))
    xs = _spread([float(start[i][0]) for i in range(len(nodes))], WIDTH)
    ys = _spread([float(start[i][1]) for i in range(len(nodes))], HEIGHT)
    rooms = [boxes[node] for node in nodes]
    for round_ in range(ROUNDS):
        warmth = 0.004 * max(0.0, 1 - round_ / (ROUNDS * 0.6))
        for a, b in links:
            dx, dy = (xs[b] - xs[a]) * warmth, (ys[b] - ys[a]) * warmth
            xs[a], ys[a], xs[b], ys[b] = xs[a] + dx, ys[a] + dy, xs[b] - dx, ys[b] - dy
        apart = not _push_apart(xs, ys, rooms)
        if not warmth and apart:
            break
        if round_ < ROUNDS * 0.8:
            _keep_inside(xs, ys, rooms)
    return _separate(nodes, xs, ys, rooms)


def _sorted_pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a <= b else (b, a)


def _tied_together(nodes: list[str], links: list[tuple[int, int]]) -> "nx.Graph[int]":
    """Return the nodes by number, every component hanging on the first by a weak thread: none drifts away."""
    tied: nx.Graph[int] = nx.Graph()
    tied.add_nodes_from(range(len(nodes)))
    tied.add_edges_from(links)
    for first in sorted(min(part) for part in nx.connected_components(tied)):
        if first != 0:
            tied.add_edge(0, first, weight=0.3)
    return tied


def _spread(values: list[float], length: float) -> list[float]:
    """Return values over [-length/2, length/2], a third as they were, the rest by rank: clusters open up."""
    low, high = min(values), max(values)
    order = sorted(range(len(values)), key=lambda i: (values[i], i))
    rank = {index: place for place, index in enumerate(order)}
    last = max(1, len(values) - 1)
    return [
        length * (0.3 * (value - low) / ((high - low) or 1.0) + 0.7 * rank[i] / last - 0.5)
        for i, value in enumerate(values)
    ]


def _push_apart(xs: list[float], ys: list[float], rooms: list[Box]) -> bool:
    """Move every two overlapping boxes apart along their shorter overlap; return whether any did overlap."""
    moved = False
    halves, tops = [room.width / 2 for room in rooms], [room.radius for room in rooms]
    heights = [room.height for room in rooms]
    for i in range(len(rooms)):
        for j in range(i + 1, len(rooms)):
            # every pair in every round: in line and without a call, most pairs being far apart
            near = min(xs[i] + halves[i], xs[j] + halves[j]) - max(xs[i] - halves[i], xs[j] - halves[j])
            over_x = near + GAP + 3
            if over_x <= 0:
                continue
            top_i, top_j = ys[i] - tops[i], ys[j] - tops[j]
            over_y = min(top_i + heights[i], top_j + heights[j]) - max(top_i, top_j) + GAP
            if over_y <= 0:
                continue
            moved = True
            if over_x < over_y * 1.6:  # sideways is cheaper: windows are wider than high
                step = (over_x / 2 + 0.05) * (1 if xs[j] >= xs[i] else -1)
                xs[i], xs[j] = xs[i] - step, xs[j] + step
            else:
                step = (over_y / 2 + 0.05) * (1 if ys[j] >= ys[i] else -1)
                ys[i], ys[j] = ys[i] - step, ys[j] + step
    return moved


def _keep_inside(xs: list[float], ys: list[float], rooms: list[Box]) -> None:
    for i, box in enumerate(rooms):
        half = WIDTH / 2 - box.width / 2
        xs[i] = min(max(xs[i], -half), half)
        ys[i] = min(max(ys[i], -HEIGHT / 2 + box.radius), HEIGHT / 2 - box.height + box.radius)


def _separate(nodes: list[str], xs: list[float], ys: list[float], rooms: list[Box]) -> dict[str, tuple[int, int]]:
    """Return whole-pixel positions, all of them stretched a little until rounding leaves no overlap."""
    while _push_apart(list(xs), list(ys), rooms):
        xs, ys = [x * 1.03 for x in xs], [y * 1.03 for y in ys]
    return {node: (round(x), round(y)) for node, x, y in zip(nodes, xs, ys, strict=True)}
