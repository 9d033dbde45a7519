"""How many connections a source is worth: learned from how its rate follows the number that flow.

Where connections share one pipe the rate does not care how many flow; where each is capped it grows with them.
The elasticity (slope of rate over count, times mean count over mean rate) is 0 in the first case and 1 in the
second. It falls out of ordinary work, since requests begin and end all the time. The rule that keeps it honest:
only samples count in which nothing else (slow start, silence, limits) held the bytes back.
"""

from math import ceil, exp, inf
from typing import Final

#: Time constant with which old samples fade (s).
FADE_S: Final = 3.0
#: More connections are tried above the one elasticity, fewer kept below the other.
GROW_ABOVE: Final = 0.6
SHRINK_BELOW: Final = 0.25
#: Samples (in seconds of body time) wanted before judging.
SETTLE_S: Final = 0.5
#: With nothing to be learned from for so long, one lane more is tried (s); twice as long after each trial.
EXPLORE_S: Final = 1.0
#: And so many times as long where samples say that no lane more is worth it: noise may have made them.
DOUBT_FACTOR: Final = 8.0
#: Longest pause between two trials (s).
MAX_EXPLORE_S: Final = 60.0
#: Spread of the count below which nothing can be said.
MIN_VARIANCE: Final = 0.01


class LaneLearner:
    """Learns the number of lanes (requests flowing at once) of one source."""

    __slots__ = ("_c", "_cc", "_cr", "_explore_s", "_r", "_seen_s", "_w", "lanes")

    def __init__(self, lanes: int) -> None:
        self.lanes = lanes
        self._explore_s = EXPLORE_S
        self._seen_s = 0.0
        self._w = self._c = self._r = self._cc = self._cr = 0.0

    def push(self, count: float, rate: float, duration_s: float) -> None:
        """In the last `duration_s` on average `count` requests flowed, and brought `rate` bytes per second."""
        keep = exp(-duration_s / FADE_S)
        self._w = self._w * keep + duration_s
        self._c = self._c * keep + duration_s * count
        self._r = self._r * keep + duration_s * rate
        self._cc = self._cc * keep + duration_s * count * count
        self._cr = self._cr * keep + duration_s * count * rate
        self._seen_s += duration_s

    @property
    def elasticity(self) -> float | None:
        """How the rate follows the count; None while too little was seen."""
        if self._seen_s < SETTLE_S or self._r <= 0:
            return None
        mean_count, mean_rate = self._c / self._w, self._r / self._w
        variance = self._cc / self._w - mean_count**2
        if variance < MIN_VARIANCE:
            return None
        slope = (self._cr / self._w - mean_count * mean_rate) / variance
        return slope * mean_count / mean_rate

    def judge(self, cap: int) -> int:
        """Change `lanes` where the samples say so; returns by how many."""
        elasticity = self.elasticity
        before = self.lanes
        if self.lanes < cap and self._seen_s >= self._pause_s(elasticity):
            # One lane more for a while shows what it is worth. Less and less often.
            self.lanes += 1
            self._seen_s = 0.0
            self._explore_s = min(2 * self._explore_s, MAX_EXPLORE_S)
            return 1
        if elasticity is None:
            return 0
        if elasticity > GROW_ABOVE and self.lanes < cap:
            self.lanes = min(cap, max(self.lanes + 1, ceil(self.lanes * 1.5)))
        elif elasticity < SHRINK_BELOW and self.lanes > 1:
            self.lanes -= max(1, self.lanes // 4)
        self.lanes = min(self.lanes, max(cap, 1))
        if self.lanes != before:
            self.restart()
        if self.lanes > before:
            self._explore_s = EXPLORE_S
        return self.lanes - before

    def _pause_s(self, elasticity: float | None) -> float:
        """How long nothing may change before one lane more is tried; unbounded where the samples say what to do.

        An even flow teaches nothing. What says neither more nor fewer may be a busy computer's noise, and so may what
        says fewer where there is one lane only: whoever believes it for good never finds out.
        """
        if elasticity is None:
            return self._explore_s
        if elasticity > GROW_ABOVE or (elasticity < SHRINK_BELOW and self.lanes > 1):
            return inf
        return min(DOUBT_FACTOR * self._explore_s, MAX_EXPLORE_S)

    def restart(self) -> None:
        """Forget what was seen: it was seen with another number of lanes."""
        self._seen_s = self._w = self._c = self._r = self._cc = self._cr = 0.0

    def __repr__(self) -> str:
        elasticity = self.elasticity
        return f"<LaneLearner {self.lanes} lanes, elasticity {'?' if elasticity is None else round(elasticity, 2)}>"
