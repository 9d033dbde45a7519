"""All sources of a job: who ranks before whom, and how many connections each may have.

The limits on connections live here; what is known of each source is in `source_record`, and which bytes it fetches is
no business of this module. The rule that keeps it honest: a source is left unused only for a reason that its record can
name.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import inf

from headwater.model.source import HostHistory, SourceId, SourceProfile
from headwater.model.tuning import Tuning
from headwater.schedule.constraint_scheduler import HostLimits
from headwater.schedule.source_ranking import Ranking, rank
from headwater.schedule.source_record import SourceRecord


class SourceScheduler:
    """All sources of a job, ranked."""

    def __init__(self, tuning: Tuning) -> None:
        self.tuning = tuning
        self.records: dict[SourceId, SourceRecord] = {}
        #: The job's share of all connections, None where nobody counts them.
        self.job_share: int | None = None
        self.host_limits = HostLimits()
        #: Connections of the job, in all and by host.
        self._in_job = 0
        self._in_host: dict[str, int] = {}

    def update(self, profiles: Iterable[SourceProfile]) -> list[SourceRecord]:
        """Take over the list of sources; returns the records of those that are gone."""
        kept: dict[SourceId, SourceRecord] = {}
        for profile in profiles:
            record = self.records.pop(profile.source_id, None)
            if record is None:
                record = SourceRecord(profile)
                if profile.history.channel_limit is not None:
                    self.host_limits.recall(profile.host, profile.history.channel_limit)
            elif record.profile != profile:
                record.profile = profile
                record.constraints.announce(profile)
            kept[profile.source_id] = record
        gone = list(self.records.values())
        self.records = kept
        self._in_job, self._in_host = 0, {}
        for record in kept.values():
            self.count(record, len(record.channels))
        return gone

    def count(self, record: SourceRecord, opened: int) -> None:
        """So many connections to a source were opened, or closed where that is negative. One that is gone counts no
        more."""
        if self.records.get(record.source_id) is record:
            host = record.profile.host
            self._in_job += opened
            self._in_host[host] = self._in_host.get(host, 0) + opened

    def history(self, source_id: SourceId) -> HostHistory:
        """What is worth remembering of a source's host for later jobs. Raises `KeyError` for an unknown source."""
        record = self.records[source_id]
        return replace(record.history(), channel_limit=self.host_limits.of(record.profile.host))

    def rank(self) -> list[SourceRecord]:
        """Score every source anew, and return them best first."""
        scored = self.scored()
        for record, ranking in scored:
            record.ranking = ranking
        return [record for record, _ in scored]

    def scored(self) -> list[tuple[SourceRecord, Ranking]]:
        """Every source with the score that it deserves now, best first: as the user wishes, by score, by number.

        Changes nothing, so that whoever merely looks decides nothing.
        """
        rates = [record.rate.rate for record in self.records.values()]
        best = max((rate for rate in rates if rate is not None), default=None)
        scored = [
            (record, rank(record.profile, record.rate.rate, best, record.latency.mean_s, self.tuning))
            for record in self.records.values()
        ]
        scored.sort(key=lambda pair: (*wished_place(pair[0].profile), -pair[1].score, pair[0].source_id))
        return scored

    def channel_cap(self, record: SourceRecord) -> int:
        """Most connections this source may have: the user's caps and what the host bears."""
        if record.reserve is not None:
            return 0
        return min(self.tuning.max_channels_per_source, self._host_cap(record.profile))

    def may_open(self, record: SourceRecord) -> bool:
        """Whether one more connection to this source stays within every cap."""
        if len(record.channels) >= self.channel_cap(record):
            return False
        return self.in_host(record) < self._host_cap(record.profile) and self.in_job < self.job_cap

    def has_surplus(self, record: SourceRecord) -> bool:
        """Whether there are more connections to this source, to its host or of the job than there may be now."""
        if len(record.channels) > self.channel_cap(record):
            return True
        return self.in_host(record) > self._host_cap(record.profile) or self.in_job > self.job_cap

    @property
    def in_job(self) -> int:
        """Connections of the job."""
        return self._in_job

    def in_host(self, record: SourceRecord) -> int:
        """Connections to a source's host, whichever of the job's sources has them."""
        return self._in_host.get(record.profile.host, 0)

    @property
    def job_cap(self) -> int:
        """Most connections of the whole job."""
        cap = self.tuning.max_channels_per_job
        return cap if self.job_share is None else min(cap, self.job_share)

    def _host_cap(self, profile: SourceProfile) -> int:
        """Most connections to a source's host: each running job that uses the host has as many, but one at least.

        What the host refused this job is this job's own matter."""
        cap, sharers = self.tuning.max_channels_per_host, profile.host_sharers
        if profile.max_channels is not None:
            cap = min(cap, profile.max_channels)
        if sharers > 1:
            cap = min(cap, max(1, cap // sharers))
        borne = self.host_limits.of(profile.host)
        return cap if borne is None else min(cap, borne)

    def __repr__(self) -> str:
        return f"<SourceScheduler {list(self.records.values())}>"


def wished_place(profile: SourceProfile) -> tuple[bool, float]:
    """Sorts pinned sources before all others, then those that the user gave a place."""
    return not profile.pinned, inf if profile.place is None else profile.place


def learn_lanes(sources: SourceScheduler) -> None:
    """Let every source that delivers judge how many lanes it is worth."""
    for record in sources.records.values():
        if record.is_ramped and record.rate.is_in_body:
            record.learner.judge(sources.channel_cap(record))
