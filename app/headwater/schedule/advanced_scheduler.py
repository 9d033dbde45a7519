"""How far ahead a channel's next span belongs: bytes that will be due when it can deliver them.

A slow or distant channel that took the first free bytes would hold the frontier. So its span goes where the
frontier will be when it lands: behind all that the others will have delivered by then. The rule that keeps it
honest: only others that are proven and can give those bytes are counted upon.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Supply:
    """What one other source is expected to do next.

    Its requests under way end at `free_s`; from then on it lands spans of `piece_bytes`, each taking `piece_s`.
    """

    free_s: float
    piece_bytes: int
    piece_s: float


def skip_bytes(landing_s: float, others: Iterable[Supply]) -> int:
    """Free bytes that others will have taken and landed before a span that lands at `landing_s`: whole spans only."""
    landed_bytes = 0
    for supply in others:
        spare_s = landing_s - supply.free_s
        if spare_s >= supply.piece_s:
            landed_bytes += int(spare_s / supply.piece_s) * supply.piece_bytes
    return landed_bytes
