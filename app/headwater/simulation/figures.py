"""The figures a run is judged by, against the bound of the very same realisation.

Lag of a byte: when it was there with all before it, less the time F* reached it. Means are over bytes, taken at
`SAMPLES` evenly spaced bytes. All pure arithmetic on a `Trace` and a `Bound`.
"""

import math
from bisect import bisect_left
from dataclasses import asdict, dataclass
from typing import Any, Final

from headwater.model.spans import Span
from headwater.simulation.bounds import Bound, wanted_order
from headwater.simulation.scenario import Scenario
from headwater.simulation.trace import Trace

SAMPLES: Final = 8192
MIB: Final = 1024 * 1024
#: A player reads at this part of the best mean rate, and starts with so much buffered.
PLAYER_PART: Final = 0.8
PLAYER_BUFFER_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Figures:
    """One run in numbers: times in seconds from the start of the job, None where the byte never came.

    `ratio` is completion / T*; `stall_80_s` how long a player at 0.8 x size / T* stands still after it began with 2 s
    buffered; `peak_out_of_order_bytes` the most that was had beyond the frontier; `wasted_bytes` came twice.
    """

    completion_s: float | None
    ideal_s: float
    ratio: float | None
    mean_lag_s: float | None
    p95_lag_s: float | None
    first_1mib_s: float | None
    first_4mib_s: float | None
    peak_out_of_order_bytes: int
    wasted_bytes: int
    requests: int
    stall_80_s: float | None

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


class Arrivals:
    """When the first x bytes of the order wanted were all there, as a function of x."""

    def __init__(self, scenario: Scenario, trace: Trace) -> None:
        pieces: list[tuple[int, int, float, float]] = []
        done = 0
        for part in wanted_order(scenario):
            shift = done - part.start
            for delivery in trace.deliveries:
                own = Span(delivery.start, delivery.end).intersect(part)
                if own is not None:
                    per_byte_s = (delivery.ended_s - delivery.began_s) / (delivery.end - delivery.start)
                    began_s = delivery.began_s + (own.start - delivery.start) * per_byte_s
                    pieces.append((own.start + shift, own.end + shift, began_s, began_s + own.size * per_byte_s))
            done += part.size
        pieces.sort()
        self._ends: list[int] = []
        self._pieces: list[tuple[int, float, float, float]] = []
        latest_s, at = 0.0, 0
        for start, end, began_s, ended_s in pieces:
            if start != at:
                break  # a hole that was never filled
            self._ends.append(end)
            self._pieces.append((start, began_s, ended_s, latest_s))
            latest_s, at = max(latest_s, ended_s), end
        #: Bytes that were there in the order wanted when the run ended.
        self.in_order_bytes = at

    def time_of(self, in_order_bytes: float) -> float:
        """When that many bytes were there in order; `inf` when they never were."""
        i = bisect_left(self._ends, in_order_bytes)
        if i == len(self._ends):
            return math.inf
        start, began_s, ended_s, before_s = self._pieces[i]
        part = (in_order_bytes - start) / (self._ends[i] - start)
        return max(before_s, began_s + part * (ended_s - began_s))

    def curve(self, points: int) -> list[tuple[float, float]]:
        """`(time, in-order bytes)` at evenly spaced bytes, as far as they came."""
        steps = (self.in_order_bytes * i / points for i in range(1, points + 1))
        return [(self.time_of(x), x) for x in steps] if self.in_order_bytes else []


def judge(scenario: Scenario, trace: Trace, bound: Bound) -> Figures:
    """The figures of a run."""
    arrivals = Arrivals(scenario, trace)
    size = scenario.size_bytes
    samples = [(i + 0.5) * size / SAMPLES for i in range(SAMPLES)]
    lags = sorted(arrivals.time_of(x) - bound.time_of(x) for x in samples)
    completion_s = _finite(arrivals.time_of(size))
    return Figures(
        completion_s=completion_s,
        ideal_s=bound.ideal_s,
        ratio=None if completion_s is None else completion_s / bound.ideal_s,
        mean_lag_s=_finite(sum(lags) / SAMPLES),
        p95_lag_s=_finite(lags[int(0.95 * SAMPLES)]),
        first_1mib_s=_finite(arrivals.time_of(min(size, MIB))),
        first_4mib_s=_finite(arrivals.time_of(min(size, 4 * MIB))),
        peak_out_of_order_bytes=trace.peak_out_of_order_bytes,
        wasted_bytes=trace.wasted_bytes,
        requests=trace.requests,
        stall_80_s=_finite(_stall_s(arrivals, size, PLAYER_PART * size / bound.ideal_s)),
    )


def _stall_s(arrivals: Arrivals, size: int, rate: float) -> float:
    """How long a player that goes on as soon as a byte is there stands still in all.

    It is at byte x at `start + x / rate + stood`, and never before x is there: what it stood still in the end is the
    largest delay of any byte against the play without stops.
    """
    buffered = min(float(size), PLAYER_BUFFER_S * rate)
    start_s = arrivals.time_of(buffered)
    if math.isinf(start_s):
        return math.inf
    samples = ((i + 1) * size / SAMPLES for i in range(SAMPLES))
    return max(0.0, max(arrivals.time_of(x) - x / rate for x in samples) - start_s)


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None
