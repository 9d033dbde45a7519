"""What each source's rate turns out to be in one run: events and chance, drawn from the seed.

The world and the bounds read the very same realisation, so that a schedule is judged against what was there.
Chance is drawn per source and second, never per request: no schedule can change another's luck.
"""

import math
import random
from bisect import bisect_right
from collections.abc import Iterator

from headwater.simulation.scenario import Scenario, SourceScript, SourceShape


class RealisedSource:
    """One source's shape and rate at any time. `rate_at` and `shape_at` may be asked for any time, in any order."""

    def __init__(self, script: SourceScript, seed: int, number: int) -> None:
        self.script = script
        self._random = random.Random(f"{seed}/{number}/rate")
        self._draws: list[float] = []
        self._change_times = [change_s for change_s, _ in script.changes]
        self._varies = any(shape.rate_sigma > 0 for shape in self._shapes())

    def _shapes(self) -> Iterator[SourceShape]:
        yield self.script.shape
        for _, shape in self.script.changes:
            yield shape

    def shape_at(self, at_s: float) -> SourceShape:
        """The shape in force at `at_s`; an event counts from its own time on."""
        number = bisect_right(self._change_times, at_s)
        return self.script.changes[number - 1][1] if number else self.script.shape

    def rate_at(self, at_s: float) -> float:
        """Bytes per second that the source can give at `at_s`; 0 while dead.

        Chance is a log-normal factor of mean 1, exp(sigma z - sigma^2 / 2), redrawn at every whole second.
        """
        shape = self.shape_at(at_s)
        if shape.dead:
            return 0.0
        rate = shape.rate_bytes_per_s
        if shape.rate_sigma > 0:
            rate *= math.exp(shape.rate_sigma * self._draw(int(at_s)) - shape.rate_sigma**2 / 2)
        return min(rate, shape.cap_bytes_per_s)

    def changes_until(self, end_s: float) -> list[float]:
        """Times in (0, end_s] at which shape or rate may change, in order."""
        times = {change_s for change_s in self._change_times if 0 < change_s <= end_s}
        if self._varies:
            times.update(float(second) for second in range(1, int(end_s) + 1))
        return sorted(times)

    def next_change_s(self, after_s: float) -> float | None:
        """The first time after `after_s` at which shape or rate may change, None when it stays as it is."""
        number = bisect_right(self._change_times, after_s)
        times = self._change_times[number : number + 1]
        if self._varies:
            times.append(math.floor(after_s) + 1.0)
        return min(times, default=None)

    def _draw(self, second: int) -> float:
        while len(self._draws) <= second:
            self._draws.append(self._random.gauss(0.0, 1.0))
        return self._draws[second]


def realise(scenario: Scenario, seed: int) -> tuple[RealisedSource, ...]:
    """All sources of a scenario as `seed` makes them, in the order of the file."""
    return tuple(RealisedSource(script, seed, number) for number, script in enumerate(scenario.sources))
