"""The best that any schedule could do: F*(t), the in-order bytes by time t, and T*, when all are there.

F*(t) is the largest x such that the first x bytes (in the order wanted) could be delivered by t, when each source
gives only what it holds, at its realised rate, nothing while dead or before its latency is over, and all together no
more than the access link carries. By t a set U of sources can give `g_U(t) = integral of min(access, sum of rates in
U)`, which is submodular in U; therefore (Rado, Hall) the first x bytes are possible exactly when for every U the bytes
that only U holds are no more than `g_U(t)`. Read the other way, the time at which F* reaches x is the largest over U of
`g_U^-1(bytes of the first x that only U holds)`.

Pure arithmetic on the realised rates; no schedule is looked at.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Final

from headwater.model.errors import UserError
from headwater.model.spans import Span
from headwater.simulation.piecewise import Climb
from headwater.simulation.realised_rates import RealisedSource, realise
from headwater.simulation.scenario import Scenario

#: More sets of sources than this are not looked at, the smallest first. Fewer sets make a lower bound, still a bound.
MAX_SETS: Final = 2048
#: The file is cut into so many parts, to know for each which sets can bind there.
PARTS: Final = 64
#: Bounds are sought up to this time, in seconds; a file that takes longer is not for a simulation.
HORIZON_S: Final = 1e5

#: A set of sources as a bit mask.
Holders = int


@dataclass(frozen=True, slots=True)
class _Group:
    """Sources that alone hold some bytes: how many of those stand in the first x, and what they can give by t."""

    needs: Climb  # of x
    gives: Climb  # of t

    def time_of(self, in_order_bytes: float) -> float:
        return self.gives.when(self.needs.at(in_order_bytes))


class Bound:
    """F* and T* of one realisation of a scenario."""

    def __init__(self, scenario: Scenario, groups: Sequence[_Group]) -> None:
        self.size_bytes = scenario.size_bytes
        self._binding = _binding_groups(groups, scenario.size_bytes)
        #: T*: when F* reaches the size.
        self.ideal_s = self.time_of(float(scenario.size_bytes))

    def time_of(self, in_order_bytes: float) -> float:
        """When F* reaches that many bytes; `inf` when it never does."""
        part = min(PARTS - 1, int(in_order_bytes * PARTS / self.size_bytes))
        return max(group.time_of(in_order_bytes) for group in self._binding[part])

    def in_order_bytes(self, at_s: float) -> float:
        """F*(t): bytes of the order wanted that can be there by `at_s`, found by halving."""
        low, high = 0.0, float(self.size_bytes)
        if self.time_of(high) <= at_s:
            return high
        while high - low > 0.5:
            middle = (low + high) / 2
            low, high = (middle, high) if self.time_of(middle) <= at_s else (low, middle)
        return low


def _binding_groups(groups: Sequence[_Group], size_bytes: int) -> list[list[_Group]]:
    """For each of `PARTS` parts of the file the groups that can decide its time.

    Times never fall with x: who is earlier at a part's end than the latest at its beginning decides nothing in it.
    """
    times = [[group.time_of(size_bytes * part / PARTS) for part in range(PARTS + 1)] for group in groups]
    latest = [max(column) for column in zip(*times, strict=True)]
    return [
        [group for group, own in zip(groups, times, strict=True) if own[part + 1] >= latest[part]]
        for part in range(PARTS)
    ]


def wanted_order(scenario: Scenario) -> tuple[Span, ...]:
    """The file in the order wanted: from the play-head to the end, then what is before it."""
    size = scenario.size_bytes
    position = scenario.playhead.position if scenario.playhead else 0
    return (Span(position, size), Span(0, position)) if position else (Span(0, size),)


def find_bound(scenario: Scenario, seed: int) -> Bound:
    """The bound of the realisation that `seed` makes. Raises `UserError` when the file can never be complete."""
    sources = realise(scenario, seed)
    classes = _classes_of(scenario, sources)
    if any(holders == 0 for holders, _ in classes):
        raise UserError("no source ever holds some of the file, so it can never be complete")
    sets = _closed_sets({holders for holders, _ in classes})
    horizon_s = 0.0
    while horizon_s < HORIZON_S:
        horizon_s = min(HORIZON_S, max(64.0, 4 * horizon_s))
        supply = _Supply(sources, scenario.access_rate_bytes_per_s, horizon_s)
        bound = Bound(scenario, [_Group(_needs(classes, members), supply.of(members)) for members in sets])
        if bound.ideal_s < inf:
            return bound
    raise UserError(f"the sources do not give the whole file within {HORIZON_S:,.0f} s, which is too long to simulate")


def _classes_of(scenario: Scenario, sources: Sequence[RealisedSource]) -> list[tuple[Holders, int]]:
    """Runs of bytes held by the same sources, in the order wanted: `(holders, size)`.

    A source whose holdings change counts as holding all it ever holds: the bound stays a bound.
    """
    held: list[tuple[Span, ...]] = []
    for source in sources:
        shapes = [source.script.shape, *(shape for _, shape in source.script.changes)]
        spans: list[Span] = []
        for shape in shapes:
            spans += shape.holds if shape.holds is not None else (Span(0, scenario.size_bytes),)
        held.append(tuple(spans))
    classes: list[tuple[Holders, int]] = []
    for part in wanted_order(scenario):
        edges = {part.start, part.end}
        for spans_held in held:
            edges.update(edge for span in spans_held for edge in (span.start, span.end) if part.start < edge < part.end)
        cuts = sorted(edges)
        for start, end in pairwise(cuts):
            holders = 0
            for number, spans_held in enumerate(held):
                if any(span.start <= start and end <= span.end for span in spans_held):
                    holders |= 1 << number
            classes.append((holders, end - start))
    return classes


def _closed_sets(holder_sets: Iterable[Holders]) -> list[Holders]:
    """All unions of the given sets, the only ones that can bind; the first `MAX_SETS` by number of sets joined."""
    singles = sorted(set(holder_sets), key=lambda members: (members.bit_count(), members))
    unions = dict.fromkeys(singles)
    frontier = list(unions)
    while frontier and len(unions) < MAX_SETS:
        grown: list[Holders] = []
        for members in frontier:
            for single in singles:
                union = members | single
                if union not in unions and len(unions) < MAX_SETS:
                    unions[union] = None
                    grown.append(union)
        frontier = grown
    everyone = 0
    for members in singles:
        everyone |= members
    unions[everyone] = None
    return list(unions)


def _needs(classes: Sequence[tuple[Holders, int]], members: Holders) -> Climb:
    """Of the first x bytes, how many only `members` hold, as a function of x."""
    ends, needs = [0.0], [0.0]
    for holders, size in classes:
        ends.append(ends[-1] + size)
        needs.append(needs[-1] + (size if holders & ~members == 0 else 0))
    return Climb(ends, needs)


class _Supply:
    """Realised rates of all sources on common pieces of time, up to a horizon."""

    def __init__(self, sources: Sequence[RealisedSource], access: float | None, horizon_s: float) -> None:
        edges = {0.0, horizon_s}
        for source in sources:
            edges.update(source.changes_until(horizon_s))
            edges.add(min(source.script.shape.latency_s, horizon_s))
        self._times = sorted(edges)
        self._access = inf if access is None else access
        self._rates = []
        for source in sources:
            start = bisect_left(self._times, source.script.shape.latency_s)
            rates = [source.rate_at(time_s) for time_s in self._times]
            self._rates.append([0.0] * start + rates[start:])

    def of(self, members: Holders) -> Climb:
        """What these sources can give together by t."""
        chosen = [rates for number, rates in enumerate(self._rates) if members >> number & 1]
        values = [0.0]
        for i, (start, end) in enumerate(pairwise(self._times)):
            rate = min(self._access, sum(rates[i] for rates in chosen))
            values.append(values[-1] + rate * (end - start))
        return Climb(self._times, values)
