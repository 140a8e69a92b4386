"""What is counted in a whole graph of which a store holds but a part."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Entities by type, the greatest weight of one, and claims by how they stand, as `make_view` counts them."""

    types: Mapping[str, int]
    heaviest: int
    standings: Mapping[str, int]
