"""What a channel or a source is worth: throughput and latency, measured.

Here live the two estimators and nothing that decides. The rule that keeps them honest: a rate is bytes over
the time in which at least one request was in its body phase; waiting for a first byte is latency and never
counts as slow throughput, and bytes that a limit held back never enter.
"""

from math import exp, log2
from typing import Final

#: Shortest body time that makes one sample (s).
SAMPLE_S: Final = 0.1
#: Time constants of the two averages (s); the rate is the lower of both, so that a promise is kept.
FAST_S: Final = 0.5
SLOW_S: Final = 3.0
#: So many samples in a row beyond these factors restart the estimate.
RUN_LENGTH: Final = 4
DROP_FACTOR: Final = 0.4
RISE_FACTOR: Final = 1.3


class _Average:
    """Exponentially weighted mean over time, debiased: the first sample counts in full."""

    __slots__ = ("_sum", "_weight", "constant_s")

    def __init__(self, constant_s: float) -> None:
        self.constant_s = constant_s
        self._sum = 0.0
        self._weight = 0.0

    def push(self, value: float, duration_s: float) -> None:
        share = 1.0 - exp(-duration_s / self.constant_s)
        self._sum += share * (value - self._sum)
        self._weight += share * (1.0 - self._weight)

    def clear(self) -> None:
        self._sum = self._weight = 0.0

    @property
    def value(self) -> float | None:
        return self._sum / self._weight if self._weight else None


class RateMeter:
    """Throughput of one channel, or of all channels of one source together, in bytes per second.

    `seed` is what earlier jobs measured; it holds until the first sample.
    """

    __slots__ = (
        "_bodies",
        "_bytes",
        "_fast",
        "_run",
        "_run_sign",
        "_seed",
        "_since",
        "_slow",
        "_time_s",
        "last",
        "peak",
    )

    def __init__(self, seed: float | None = None) -> None:
        self._seed = seed
        self._fast, self._slow = _Average(FAST_S), _Average(SLOW_S)
        self._bodies = 0
        self._since = 0.0
        self._time_s = 0.0
        self._bytes = 0
        self._run: list[float] = []
        self._run_sign = 0
        #: The newest sample and the highest rate held for a whole sample.
        self.last: float | None = None
        self.peak = 0.0

    def begin_body(self, now: float) -> None:
        """A request's body begins."""
        if self._bodies == 0:
            self._since = now
        self._bodies += 1

    def end_body(self, now: float) -> None:
        """A request's body ended, well or badly."""
        self.advance(now)
        self._bodies -= 1
        if self._bodies == 0:
            self._time_s += now - self._since

    def take(self, size_bytes: int, now: float, limited: bool = False) -> None:
        """Bytes arrived; `limited` ones void the sample they fall into."""
        if limited:
            self._bytes, self._time_s, self._since = 0, 0.0, now
            return
        self._bytes += size_bytes
        self.advance(now)

    def advance(self, now: float) -> None:
        """Let time pass: closes a sample when one is full, also one of silence."""
        if not self._bodies:
            return
        span_s = self._time_s + now - self._since
        if span_s < SAMPLE_S:
            return
        self._push(self._bytes / span_s, span_s)
        self._bytes, self._time_s, self._since = 0, 0.0, now

    def _push(self, sample: float, duration_s: float) -> None:
        self.last = sample
        self.peak = max(self.peak, sample)
        rate = self.measured
        if rate is not None:
            sign = -1 if sample < DROP_FACTOR * rate else 1 if sample > RISE_FACTOR * rate else 0
            self._run = [*self._run, sample] if sign and sign == self._run_sign else [sample]
            self._run_sign = sign
            if sign and len(self._run) >= RUN_LENGTH:
                mean = sum(self._run) / len(self._run)
                self._fast.clear()
                self._slow.clear()
                self._run, self._run_sign = [], 0
                self._fast.push(mean, duration_s * RUN_LENGTH)
                self._slow.push(mean, duration_s * RUN_LENGTH)
                return
        self._fast.push(sample, duration_s)
        self._slow.push(sample, duration_s)

    @property
    def measured(self) -> float | None:
        """The rate as measured, None before the first sample."""
        fast, slow = self._fast.value, self._slow.value
        return None if fast is None or slow is None else min(fast, slow)

    @property
    def rate(self) -> float | None:
        """The rate to count on: measured, else what earlier jobs knew, else None."""
        measured = self.measured
        return self._seed if measured is None else measured

    @property
    def is_in_body(self) -> bool:
        return self._bodies > 0

    def __repr__(self) -> str:
        return f"<RateMeter {self.rate or 0:.0f} B/s, last {self.last or 0:.0f}, {self._bodies} bodies>"


class LatencyMeter:
    """Time from a request to its first byte: mean and deviation with the constants of RFC 6298 (in seconds)."""

    __slots__ = ("_deviation_s", "_is_seeded", "_mean_s")

    def __init__(self, seed_s: float | None = None) -> None:
        self._mean_s = seed_s
        self._deviation_s = (seed_s or 0.0) / 2
        self._is_seeded = True

    def seed(self, connect_s: float) -> None:
        """A connection took so long: a first guess where nothing better is known."""
        if self._mean_s is None and connect_s > 0:
            self._mean_s, self._deviation_s = connect_s, connect_s / 2

    def push(self, latency_s: float) -> None:
        if self._mean_s is None or self._is_seeded:
            self._mean_s, self._deviation_s, self._is_seeded = latency_s, latency_s / 2, False
            return
        self._deviation_s += (abs(latency_s - self._mean_s) - self._deviation_s) / 4
        self._mean_s += (latency_s - self._mean_s) / 8

    @property
    def mean_s(self) -> float | None:
        return self._mean_s

    @property
    def deviation_s(self) -> float:
        return self._deviation_s

    @property
    def patience_s(self) -> float | None:
        """How long a first byte may take before it is late (RFC 6298's time-out: mean + 4 deviations)."""
        return None if self._mean_s is None else self._mean_s + 4 * self._deviation_s

    def __repr__(self) -> str:
        return f"<LatencyMeter {self._mean_s} s ± {self._deviation_s:.3f}>"


def slow_start_s(rate_bytes_per_s: float, latency_s: float, window_bytes: int = 14_600) -> float:
    """Seconds until a fresh TCP connection has grown to a rate: one doubling a round trip (RFC 5681, RFC 6928)."""
    return latency_s * max(0.0, log2(max(1.0, rate_bytes_per_s * latency_s / window_bytes)))
