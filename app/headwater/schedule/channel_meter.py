"""What a channel or a source is worth: throughput and latency, measured.

Here live the two estimators and nothing that decides. The rule that keeps them honest: a rate is bytes over
the time in which at least one request was in its body phase; waiting for a first byte is latency and never
counts as slow throughput, and bytes that a limit held back never enter.
"""

from math import exp, inf, log, log2, sqrt
from typing import Final

#: Shortest body time that makes one sample (s).
SAMPLE_S: Final = 0.08
#: Time constants of the two averages (s); the rate is the lower of both, so that a promise is kept.
FAST_S: Final = 0.5
SLOW_S: Final = 3.0
#: So many samples in a row beyond these factors restart the estimate.
RUN_LENGTH: Final = 4
DROP_FACTOR: Final = 0.4
RISE_FACTOR: Final = 1.3
#: Who brought nothing at all for so long stood still, and goes on as before rather than from nothing (s).
STILL_S: Final = 1.0
#: Length of what is compared to tell how a rate varies, in body time, and how many comparisons say something (s).
SPREAD_S: Final = 1.0
LEAST_COMPARISONS: Final = 4
#: Comparisons fade with this share a time; a second in which hardly anything came counts as this part of its neighbour.
SPREAD_SHARE: Final = 0.1
LEAST_RATIO: Final = 0.05
#: What a fresh TCP connection may send in its first round trip: 10 segments of 1460 bytes (RFC 6928).
INITIAL_WINDOW_BYTES: Final = 14_600
LN2: Final = log(2)
#: A window doubles no more often than that (s), and not for ever: so often, to so many times its size.
LEAST_DOUBLING_S: Final = 0.001
MOST_DOUBLINGS: Final = 40.0
MOST_GROWTH: Final = exp(LN2 * MOST_DOUBLINGS)


class _Average:
    """Exponentially weighted mean over time, debiased: the first sample counts in full."""

    __slots__ = ("_sum", "_weight", "constant_s")

    def __init__(self, constant_s: float) -> None:
        self.constant_s = constant_s
        self._sum = 0.0
        self._weight = 0.0

    def push(self, value: float, duration_s: float) -> float:
        """Take one value; returns the mean."""
        share = 1.0 - exp(-duration_s / self.constant_s)
        self._sum += share * (value - self._sum)
        self._weight += share * (1.0 - self._weight)
        return self._sum / self._weight

    def clear(self) -> None:
        self._sum = self._weight = 0.0


class RateMeter:
    """Throughput of one channel, or of all channels of one source together, in bytes per second.

    Bytes are taken as they come; `advance`, called at every tick, closes samples. `seed` is what earlier jobs
    measured; it holds until the first sample.
    """

    __slots__ = (
        "_before_silence",
        "_body_s",
        "_bytes",
        "_fast",
        "_higher",
        "_run",
        "_run_rate",
        "_run_sign",
        "_silent_s",
        "_since_s",
        "_slow",
        "_time_s",
        "bodies",
        "last",
        "measured",
        "peak",
        "rate",
    )

    def __init__(self, seed: float | None = None) -> None:
        self._fast, self._slow = _Average(FAST_S), _Average(SLOW_S)
        #: The higher of both averages; before the first sample the seed.
        self._higher = seed
        #: Number of bodies under way.
        self.bodies = 0
        self._body_s = 0.0
        self._since_s = 0.0
        self._time_s = 0.0
        self._bytes = 0
        self._run: list[float] = []
        self._run_sign = 0
        self._run_rate = 0.0
        self._silent_s = 0.0
        self._before_silence: float | None = None
        #: The rate as measured, the lower of both averages; None before the first sample.
        self.measured: float | None = None
        #: The rate to count on: measured, else what earlier jobs knew, else None.
        self.rate = seed
        #: The newest sample, and the highest.
        self.last: float | None = None
        self.peak = 0.0

    def begin_body(self, now: float) -> None:
        """A request's body begins."""
        if self.bodies == 0:
            self._since_s = now
        self.bodies += 1

    def end_body(self, now: float) -> None:
        """A request's body ended, well or badly."""
        self.bodies -= 1
        if self.bodies == 0:
            self._pass(now)

    def take(self, size_bytes: int, now: float, limited: bool = False) -> None:
        """Bytes arrived; `limited` ones void the sample they fall into."""
        if limited:
            self._pass(now)
            self._bytes, self._time_s = 0, 0.0
        else:
            self._bytes += size_bytes

    def _pass(self, now: float) -> None:
        passed_s = now - self._since_s
        self._body_s += passed_s
        self._time_s += passed_s
        self._since_s = now

    def advance(self, now: float, may_only_rise: bool = False) -> bool:
        """Let time pass; returns whether a sample was closed (one of silence is a sample, too).

        `may_only_rise`: something known holds the bytes back (slow start), so a low sample says nothing.
        """
        if self.bodies:
            self._pass(now)
        if self._time_s < SAMPLE_S:
            return False
        sample, duration_s = self._bytes / self._time_s, self._time_s
        self._bytes, self._time_s = 0, 0.0
        self.last = sample
        self.peak = max(self.peak, sample)
        self._follow_silence(sample, duration_s)
        if not may_only_rise or sample > (self.measured or 0.0):
            self._push(sample, duration_s)
        return True

    def _follow_silence(self, sample: float, duration_s: float) -> None:
        """Who brought nothing at all for long and comes back is believed to bring what it brought before."""
        if not sample:
            if not self._silent_s:
                self._before_silence = self.measured
            self._silent_s += duration_s
            return
        if self._silent_s >= STILL_S and self._before_silence:
            self._restart()
            self._push(self._before_silence, STILL_S)
        self._silent_s = 0.0

    def _restart(self) -> None:
        self._fast.clear()
        self._slow.clear()
        self._run = []

    def _push(self, sample: float, duration_s: float) -> None:
        rate = self.measured
        if rate is not None and self._is_changed(sample, rate):
            sample = sum(self._run) / len(self._run)
            duration_s *= RUN_LENGTH
            self._restart()
        fast, slow = self._fast.push(sample, duration_s), self._slow.push(sample, duration_s)
        self.measured = self.rate = min(fast, slow)
        self._higher = max(fast, slow)

    def _is_changed(self, sample: float, rate: float) -> bool:
        """Whether this sample is the last of a run that all say: the rate is another now.

        They are compared with the rate before the run: the averages give way while it lasts.
        """
        before = self._run_rate if self._run else rate
        sign = -1 if sample < DROP_FACTOR * before else 1 if sample > RISE_FACTOR * before else 0
        if not sign:
            self._run = []
        elif self._run and sign == self._run_sign:
            self._run.append(sample)
        else:
            self._run, self._run_sign, self._run_rate = [sample], sign, rate
        return len(self._run) >= RUN_LENGTH

    @property
    def hopeful(self) -> float | None:
        """The highest of both averages and the newest sample: what to reckon with where being too late costs more than
        too early. A next request sent too soon overlaps a little with the last, one sent too late leaves a pause."""
        higher = self._higher
        return higher if self.measured is None or higher is None else max(higher, self.last or 0.0)

    @property
    def is_in_body(self) -> bool:
        return self.bodies > 0

    def body_s(self, now: float) -> float:
        """Time spent in bodies so far, in seconds."""
        return self._body_s + (now - self._since_s if self.bodies else 0.0)

    def __repr__(self) -> str:
        return f"<RateMeter {self.rate or 0:.0f} B/s, last {self.last or 0:.0f}, {self.bodies} bodies>"


class RateSpread:
    """How much a rate varies from second to second of body time, as the sigma of a log-normal factor.

    Half the mean square of successive differences (von Neumann, 1941) of the rates' logarithms: a rate that drifts, or
    that changed once, is not taken for one that varies.
    """

    __slots__ = ("_before", "_body_s", "_bytes", "_count", "_square")

    def __init__(self) -> None:
        self._bytes = 0
        self._body_s = 0.0
        self._before: float | None = None
        self._count = 0
        self._square = 0.0

    def look(self, received_bytes: int, body_s: float, *, counts: bool = True) -> None:
        """So much came so far, in so much body time; unless it `counts`, something else held back what came since.

        Cheap enough for every tick.
        """
        passed_s = body_s - self._body_s
        if counts and passed_s < SPREAD_S:
            return
        rate = (received_bytes - self._bytes) / passed_s if counts else None
        self._bytes, self._body_s = received_bytes, body_s
        before, self._before = self._before, rate
        if rate is None or before is None or max(rate, before) <= 0:
            return
        ratio = max(LEAST_RATIO, min(rate, before) / max(rate, before))
        self._count += 1
        self._square += max(SPREAD_SHARE, 1 / self._count) * (log(ratio) ** 2 / 2 - self._square)

    @property
    def sigma(self) -> float | None:
        """None while too little was seen."""
        return sqrt(self._square) if self._count >= LEAST_COMPARISONS else None

    def __repr__(self) -> str:
        return f"<RateSpread {self.sigma} after {self._count} comparisons>"


class LatencyMeter:
    """Time from a request to its first byte: mean and deviation with the constants of RFC 6298 (in seconds)."""

    __slots__ = ("_is_seeded", "deviation_s", "least_s", "mean_s")

    def __init__(self, seed_s: float | None = None) -> None:
        self.mean_s = seed_s
        self.deviation_s = (seed_s or 0.0) / 2
        self._is_seeded = True
        #: The least that was ever seen, without what busy computers add to it; the connection's till a first byte came.
        self.least_s = inf if seed_s is None else seed_s

    def seed(self, connect_s: float) -> None:
        """A connection took so long: a first guess where nothing better is known."""
        if self.mean_s is None and connect_s > 0:
            self.mean_s, self.deviation_s = connect_s, connect_s / 2
            self.least_s = connect_s

    def push(self, latency_s: float) -> None:
        if self.mean_s is None or self._is_seeded:
            self.mean_s, self.deviation_s, self._is_seeded = latency_s, latency_s / 2, False
            self.least_s = latency_s
            return
        self.least_s = min(self.least_s, latency_s)
        self.deviation_s += (abs(latency_s - self.mean_s) - self.deviation_s) / 4
        self.mean_s += (latency_s - self.mean_s) / 8

    @property
    def jitter_s(self) -> float:
        """How much more than the least it takes at most, were it spread evenly between both."""
        return 0.0 if self.mean_s is None else min(2 * (self.mean_s - self.least_s), 4 * self.deviation_s)

    @property
    def patience_s(self) -> float | None:
        """How long a first byte may take before it is late (RFC 6298's time-out: mean + 4 deviations)."""
        return None if self.mean_s is None else self.mean_s + 4 * self.deviation_s

    def __repr__(self) -> str:
        return f"<LatencyMeter {self.mean_s} s ± {self.deviation_s:.3f}>"


def window_rate(body_s: float, latency_s: float) -> float:
    """What TCP's slow start lets through after so much time in bodies: ten segments, doubled each latency."""
    latency_s = max(latency_s, LEAST_DOUBLING_S)
    doublings = body_s / latency_s
    growth = exp(LN2 * doublings) if doublings < MOST_DOUBLINGS else MOST_GROWTH
    return INITIAL_WINDOW_BYTES / latency_s * growth


def transfer_s(size_bytes: float, start_rate: float, doubling_s: float, cap: float) -> float:
    """Seconds for `size_bytes` at a rate that begins at `start_rate`, doubles every `doubling_s` and ends at `cap`.

    The integral of r 2^(t/D): r D / ln 2 (2^(t/D) - 1), solved for t; linear from the cap on.
    """
    if start_rate >= cap:
        return size_bytes / cap
    doubling_s = max(doubling_s, LEAST_DOUBLING_S)
    grown_s = doubling_s * log2(cap / start_rate) if cap < inf else inf
    grown_bytes = (cap - start_rate) * doubling_s / LN2
    if size_bytes <= grown_bytes:
        return doubling_s * log2(1.0 + size_bytes * LN2 / (start_rate * doubling_s))
    return grown_s + (size_bytes - grown_bytes) / cap


def brought_bytes(duration_s: float, start_rate: float, doubling_s: float, cap: float) -> float:
    """Bytes that come in `duration_s`, none if that is negative: the inverse of `transfer_s`, whose rates it takes."""
    if duration_s <= 0:
        return 0.0
    if start_rate >= cap:
        return duration_s * cap
    doubling_s = max(doubling_s, LEAST_DOUBLING_S)
    growing_s = min(duration_s, doubling_s * log2(cap / start_rate))
    grown_bytes = start_rate * doubling_s / LN2 * (exp(LN2 * growing_s / doubling_s) - 1.0)
    return grown_bytes if growing_s == duration_s else grown_bytes + (duration_s - growing_s) * cap


def slow_start_s(rate_bytes_per_s: float, latency_s: float) -> float:
    """Seconds until a fresh TCP connection has grown to a rate: one doubling of ten segments each latency."""
    return latency_s * log2(max(1.0, rate_bytes_per_s * latency_s / INITIAL_WINDOW_BYTES))
