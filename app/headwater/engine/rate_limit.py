"""The rate limits in force: over all jobs, over one job, over one host, over one source within its job.

Which channel has to keep which of them is decided here; the counting is `channels.throttle`'s. The rule: a limit that
is changed holds at once, also for a channel that waits under the old one.
"""

import time
from collections.abc import Callable, Mapping
from typing import Final
from weakref import WeakSet

from headwater.channels.throttle import ByteBucket, Throttle
from headwater.model.events import LimitsChanged
from headwater.model.ports import ChannelSettings
from headwater.model.source import SourceId

#: What a channel under a limit reads ahead, in seconds of the limit, and at least (bytes).
_READ_AHEAD_S: Final = 0.05
_LEAST_READ_AHEAD: Final = 4096


class JobBuckets:
    """One job's buckets: `whole` for all that it fetches, and one for each source that a person bounds."""

    def __init__(self) -> None:
        self.whole = ByteBucket()
        self._sources: dict[SourceId, ByteBucket] = {}

    def of(self, source_id: SourceId) -> tuple[ByteBucket, ByteBucket]:
        """What bytes of one source pass."""
        return self.whole, self._sources.setdefault(source_id, ByteBucket())

    def __repr__(self) -> str:
        return f"<JobBuckets {self.whole.rate_bytes_per_s} bytes/s, {len(self._sources)} sources>"


class RateLimits:
    """All buckets of an engine. `limit_of_host` gives a host's limit in bytes per second, None for none."""

    def __init__(self, limit_of_host: Callable[[str], float | None]) -> None:
        self._limit_of_host = limit_of_host
        self._all = ByteBucket()
        self._hosts: dict[str, ByteBucket] = {}
        self._throttles: WeakSet[Throttle] = WeakSet()

    @property
    def rate_bytes_per_s(self) -> float | None:
        """The bound on all jobs together."""
        return self._all.rate_bytes_per_s

    def limit_all(self, rate_bytes_per_s: float | None) -> None:
        """Bound all jobs together."""
        self._change(self._all, rate_bytes_per_s)

    def limit(self, bucket: ByteBucket, rate_bytes_per_s: float | None) -> None:
        """Bound what passes `bucket` (one job's)."""
        self._change(bucket, rate_bytes_per_s)

    def refresh_hosts(self) -> None:
        """The preferences changed: ask for each known host's limit again."""
        for host, bucket in self._hosts.items():
            self._change(bucket, self._limit_of_host(host))

    def throttle(self, host: str, *job_buckets: ByteBucket) -> Throttle:
        """The limits for one channel to `host`; `job_buckets` are those of its job."""
        if host not in self._hosts:
            self._hosts[host] = ByteBucket(self._limit_of_host(host))
        made = Throttle((self._all, *job_buckets, self._hosts[host]))
        self._throttles.add(made)
        return made

    def read_buffer_bytes(self, host: str, *job_buckets: ByteBucket) -> int:
        """What a new channel to `host` may read ahead: little under a low limit, so that a request's first bytes come
        no faster over the wire than those that follow."""
        usual = ChannelSettings().read_buffer_bytes
        own = (bucket.rate_bytes_per_s for bucket in job_buckets)
        rates = (self._all.rate_bytes_per_s, *own, self._limit_of_host(host))
        lowest = _lowest(*rates)
        return usual if lowest is None else max(_LEAST_READ_AHEAD, min(usual, int(lowest * _READ_AHEAD_S)))

    def in_force(
        self, buckets: JobBuckets, hosts: Mapping[SourceId, str], request_timeout_s: float | None = None
    ) -> LimitsChanged:
        """What a job's scheduler has to know: no source of it brings more than its own limit, its host's, the job's or
        the whole; and how long one of its requests may take."""
        rates = (self._all.rate_bytes_per_s, buckets.whole.rate_bytes_per_s)
        by_source = (
            (source_id, _lowest(self._limit_of_host(host), buckets.of(source_id)[1].rate_bytes_per_s))
            for source_id, host in hosts.items()
        )
        told = tuple((source_id, rate) for source_id, rate in by_source if rate is not None)
        return LimitsChanged(_lowest(*rates), told, request_timeout_s)

    def _change(self, bucket: ByteBucket, rate_bytes_per_s: float | None) -> None:
        if bucket.rate_bytes_per_s == rate_bytes_per_s:
            return
        bucket.change_rate(rate_bytes_per_s, time.monotonic())
        for throttle in self._throttles:
            throttle.wake()

    def __repr__(self) -> str:
        return f"<RateLimits {self._all.rate_bytes_per_s} bytes/s over all, {len(self._hosts)} hosts known>"


def _lowest(*rates: float | None) -> float | None:
    return min((rate for rate in rates if rate is not None), default=None)
