"""Rate limits: token buckets on bytes, pure; and the limiter that sleeps for them.

The rule: what is taken is paid for afterwards. A bucket may go into debt, and whoever put it there waits until it is
paid, so that waits of many channels on one bucket queue up in order and no byte is counted twice.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Final

#: Waits shorter than this are carried over: a sleep costs more than the precision it would bring.
_SHORTEST_WAIT_S: Final = 0.02
#: What may pass at once, in seconds of the rate: small, so that a limit feels even.
_GRAIN_S: Final = 0.05
#: What a bucket saves up while its channel waits elsewhere, in seconds of the rate.
_BURST_S: Final = 0.25
_SMALLEST_GRAIN: Final = 1024


class ByteBucket:
    """A token bucket on bytes; `rate_bytes_per_s` None is no limit. `now` is any monotonic clock, in seconds.

    It begins empty and saves up what 250 ms bring, so that over ten seconds the error stays below three percent.
    """

    def __init__(self, rate_bytes_per_s: float | None = None) -> None:
        self._rate = rate_bytes_per_s
        self._tokens = 0.0
        self._at: float | None = None

    @property
    def rate_bytes_per_s(self) -> float | None:
        return self._rate

    def change_rate(self, rate_bytes_per_s: float | None, now: float) -> None:
        """Set the limit; a debt stays, and is paid at the new rate (or forgiven without one)."""
        self._refill(now)
        self._rate = rate_bytes_per_s
        if rate_bytes_per_s is None:
            self._tokens = 0.0

    def take(self, size_bytes: int, now: float) -> float:
        """Take bytes; returns how many seconds to wait until they are paid for."""
        if self._rate is None:
            return 0.0
        self._refill(now)
        self._tokens -= size_bytes
        return max(0.0, -self._tokens / self._rate)

    def grain_bytes(self, now: float) -> int | None:
        """Most bytes to take at once, None for any number: a moment's worth, or all that was saved up.

        The latter lets a channel that had to wait for a wider limit catch up with its own.
        """
        if self._rate is None:
            return None
        self._refill(now)
        return max(_SMALLEST_GRAIN, int(max(self._rate * _GRAIN_S, self._tokens)))

    def _refill(self, now: float) -> None:
        if self._rate is not None and self._at is not None:
            self._tokens = min(self._tokens + (now - self._at) * self._rate, self._rate * _BURST_S)
        self._at = now

    def __repr__(self) -> str:
        return f"<ByteBucket {self._rate} B/s, {self._tokens:.0f} tokens>"


class Throttle:
    """The buckets that one channel's bytes pass: global, job's, host's. Sleeps once for all of them.

    `wake` is called by whoever changes a rate, so that a long wait under the old one ends at once.
    """

    def __init__(self, buckets: Sequence[ByteBucket], clock: Callable[[], float] = time.monotonic) -> None:
        self._buckets = tuple(buckets)
        self._clock = clock
        self._wake = asyncio.Event()

    @property
    def is_limited(self) -> bool:
        """Whether any bucket has a limit now."""
        return any(bucket.rate_bytes_per_s is not None for bucket in self._buckets)

    def grain_bytes(self) -> int | None:
        """Most bytes to take at once, None for any number."""
        if not self.is_limited:
            return None
        now = self._clock()
        grains = [grain for bucket in self._buckets if (grain := bucket.grain_bytes(now)) is not None]
        return min(grains, default=None)

    async def pay(self, size_bytes: int) -> bool:
        """Take bytes from every bucket and wait until they are paid for; True when that took time."""
        if not self.is_limited:
            return False
        now = self._clock()
        wait_s = max((bucket.take(size_bytes, now) for bucket in self._buckets), default=0.0)
        if wait_s < _SHORTEST_WAIT_S:
            return False
        self._wake.clear()
        try:
            async with asyncio.timeout(wait_s):
                await self._wake.wait()
        except TimeoutError:
            pass
        return True

    def wake(self) -> None:
        """End the wait under way."""
        self._wake.set()
