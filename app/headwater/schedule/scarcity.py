"""Partial mirrors: who must keep to the bytes that few hold, lest they be left over at the end.

The bytes that only the sources of a set U hold need at least W_U / R_U seconds. As long as that is less than all
missing bytes need of all sources, priority order costs nothing; once it is not, U has to work on those bytes alone
(Hall's condition, read as a schedule). The rule that keeps it honest: order is only given up where keeping it would
make the whole job longer.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final, TypeVar

from headwater.model.spans import Span, SpanSet

#: A set binds when it needs so much of the time that everything needs.
BINDS: Final = 1.15
#: More edges of holdings than this are not looked at: order is kept then.
MAX_EDGES: Final = 64

K = TypeVar("K")


def reserve(missing: SpanSet, end: int, sources: Mapping[K, tuple[float, SpanSet | None]]) -> dict[K, SpanSet]:
    """For sources that must keep to scarce bytes: which. `sources` are (rate, holds; None for everything)."""
    if all(holds is None for _, holds in sources.values()):
        return {}
    keys = [key for key, (rate, _) in sources.items() if rate > 0]
    if not keys:
        return {}
    segments = _segments(end, [sources[key][1] for key in keys])
    needs: dict[int, int] = {}
    for span, holders in segments:
        needs[holders] = needs.get(holders, 0) + missing.bytes_within(span)
    needs.pop(0, None)
    rates = [sources[key][0] for key in keys]
    everyone = (1 << len(keys)) - 1
    total_s = _time(everyone, needs, rates)
    binding = [
        (took_s, members)
        for members in _candidates(list(needs))
        if members != everyone and (took_s := _time(members, needs, rates)) > total_s * BINDS
    ]
    reserved: dict[K, SpanSet] = {}
    for _, members in sorted(binding, reverse=True):
        kept = SpanSet(span for span, holders in segments if holders and holders & ~members == 0)
        for bit, key in enumerate(keys):
            if members >> bit & 1:
                reserved.setdefault(key, kept)
    return reserved


def _time(members: int, needs: Mapping[int, int], rates: Sequence[float]) -> float:
    """Seconds that the bytes which only `members` hold need of them."""
    rate = sum(rate for bit, rate in enumerate(rates) if members >> bit & 1)
    return sum(size for holders, size in needs.items() if holders & ~members == 0) / rate


def _candidates(holder_sets: Sequence[int]) -> set[int]:
    """Unions of one, two and three holder sets."""
    few = sorted(holder_sets)[:16]
    return {
        members
        for count in (1, 2, 3)
        for chosen in combinations(few, count)
        if (members := chosen[0] | chosen[-1] | chosen[len(chosen) // 2])
    }


def _segments(end: int, holdings: Sequence[SpanSet | None]) -> list[tuple[Span, int]]:
    """The file cut where holdings begin and end, with the bit set of those who hold each part."""
    edges = {0, end}
    for holds in holdings:
        for span in holds or ():
            edges.update(edge for edge in (span.start, span.end) if edge < end)
    if len(edges) > MAX_EDGES:
        return []
    segments: list[tuple[Span, int]] = []
    for start, stop in pairwise(sorted(edges)):
        span = Span(start, stop)
        holders = 0
        for bit, holds in enumerate(holdings):
            if holds is None or holds.covers(span):
                holders |= 1 << bit
        segments.append((span, holders))
    return segments
