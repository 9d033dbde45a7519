"""Non-decreasing piecewise linear functions of time: given by knots, asked both ways."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf


class Climb:
    """A continuous function that never falls, linear between its knots and flat after the last.

    `times` and `values` have equal length, begin at the same knot and both never fall.
    """

    __slots__ = ("_times", "_values")

    def __init__(self, times: Sequence[float], values: Sequence[float]) -> None:
        self._times = times
        self._values = values

    @property
    def last(self) -> float:
        """The highest value."""
        return self._values[-1]

    def at(self, time_s: float) -> float:
        """The value at `time_s`; that of the first knot before it."""
        i = bisect_right(self._times, time_s)
        if i == 0:
            return self._values[0]
        if i == len(self._times):
            return self._values[-1]
        left, right = self._times[i - 1], self._times[i]
        part = (time_s - left) / (right - left)
        return self._values[i - 1] + part * (self._values[i] - self._values[i - 1])

    def when(self, value: float) -> float:
        """The first time at which `value` is reached; `inf` when it never is."""
        i = bisect_left(self._values, value)
        if i == len(self._values):
            return inf
        if i == 0:
            return self._times[0]
        low, high = self._values[i - 1], self._values[i]
        part = (value - low) / (high - low)
        return self._times[i - 1] + part * (self._times[i] - self._times[i - 1])
