"""What share of an interval's bytes each source carries, and how much of its share is left.

A source of rate r that begins to deliver w seconds into an interval of length T carries `b = r * max(0, T - w)`
of it; its share is b over the sum of all. Here lives that arithmetic and the budget that requests draw from; which
bytes they are is decided elsewhere. The rule that keeps it honest: no request is granted more than its source can
land in the interval that it is charged to.
"""

from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")


def interval_bytes(rate_bytes_per_s: float, wait_s: float, interval_s: float) -> float:
    """Bytes a source can land in one interval; `wait_s` is its latency when it does not flow yet, else 0."""
    return rate_bytes_per_s * max(0.0, interval_s - wait_s)


def shares(supplies: Mapping[K, tuple[float, float]], interval_s: float) -> dict[K, float]:
    """Each source's part of an interval, summing to 1 (all 0 when nobody can deliver); values are (rate, wait)."""
    budgets = {key: interval_bytes(rate, wait_s, interval_s) for key, (rate, wait_s) in supplies.items()}
    total = sum(budgets.values())
    return {key: budget / total if total else 0.0 for key, budget in budgets.items()}


class Budget:
    """What one source may still be asked for within the interval its next bytes land in.

    Each source's intervals begin with its own first request, so that sources do not march in step.
    """

    __slots__ = ("_ends_s", "_left_bytes")

    def __init__(self) -> None:
        self._ends_s = 0.0
        self._left_bytes = 0.0

    def draw(self, lands_s: float, rate_bytes_per_s: float, wait_s: float, interval_s: float, pieces: int) -> int:
        """Take the next piece (in bytes) for a request whose bytes begin to land at `lands_s`.

        An interval is cut into `pieces` equal parts; a rest too small for another piece goes with the last. Bytes
        that land after the interval's end, or when it is used up, are charged to the next one.
        """
        if lands_s >= self._ends_s + interval_s:
            self._ends_s = lands_s
            self._left_bytes = 0.0
        piece = interval_bytes(rate_bytes_per_s, 0.0, interval_s) / pieces
        if lands_s >= self._ends_s or self._left_bytes < piece / 2:
            self._ends_s += interval_s
            self._left_bytes = interval_bytes(rate_bytes_per_s, wait_s, interval_s)
        grant = self._left_bytes if self._left_bytes < 1.5 * piece else piece
        self._left_bytes -= grant
        return int(grant)

    def __repr__(self) -> str:
        return f"<Budget {self._left_bytes:.0f} bytes left until {self._ends_s:.2f} s>"
