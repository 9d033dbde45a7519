"""How the jobs that run share connections: those that a host may have, and those of all jobs together.

Only counting is done here; what a share comes to is computed where the caps are known, by the schedulers for a host
and by `of_all` for the whole. The rule: whoever joins or leaves, the others hear of it at once, and the caps hold over
all jobs as soon as the requests under way are over.
"""

from collections import Counter
from collections.abc import Callable, Collection
from typing import Final

from headwater.model.job import JobId

#: Most connections of all jobs together: a home router keeps track of a few thousand, and each makes work here, too.
MOST_CHANNELS: Final = 256


class ChannelShares:
    """The hosts that each running job uses."""

    def __init__(self) -> None:
        self._hosts: dict[JobId, frozenset[str]] = {}
        self._heard_by: dict[JobId, Callable[[], None]] = {}
        self._sharers: Counter[str] = Counter()

    def of_host(self, host: str) -> int:
        """How many running jobs use the host; 1 where none is known to."""
        return max(1, self._sharers[host])

    def of_all(self, most: int) -> int:
        """One running job's part of `most` connections, one at least."""
        return max(1, most // max(1, len(self._hosts)))

    def join(self, job_id: JobId, hosts: Collection[str], changed: Callable[[], None]) -> None:
        """A job uses these hosts from now on, whatever it used before; `changed` is called when others come or go."""
        before, now = self._hosts.get(job_id), frozenset(hosts)
        self._hosts[job_id], self._heard_by[job_id] = now, changed
        if before != now:
            self._count(job_id, before or frozenset(), now, is_one_more=before is None)

    def leave(self, job_id: JobId) -> None:
        """The job does not run any more. Harmless when it did not."""
        before = self._hosts.pop(job_id, None)
        if before is not None:
            del self._heard_by[job_id]
            self._count(job_id, before, frozenset(), is_one_more=True)

    def _count(self, job_id: JobId, before: frozenset[str], now: frozenset[str], *, is_one_more: bool) -> None:
        self._sharers.update(now - before)
        self._sharers.subtract(before - now)
        self._sharers += Counter()  # forgets those that nobody uses
        moved = before ^ now
        for other, heard in tuple(self._heard_by.items()):
            if other != job_id and (is_one_more or moved & self._hosts[other]):
                heard()

    def __repr__(self) -> str:
        return f"<ChannelShares of {len(self._hosts)} jobs on {len(self._sharers)} hosts>"
