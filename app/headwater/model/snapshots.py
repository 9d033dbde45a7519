"""What the control interface shows: snapshots of jobs, sources and channels, and the feed's events.

All values; times are Unix seconds (`*_at`) or durations (`*_s`), rates bytes per second.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from headwater.model.arrangement import EndAction, Priority
from headwater.model.channel import ChannelId, ChannelState
from headwater.model.errors import Cause
from headwater.model.job import JobId, JobState
from headwater.model.source import HostPreference, SourceId, SourceState, Support
from headwater.model.spans import Span


@dataclass(frozen=True, slots=True)
class JobSnapshot:
    """One job as a list shows it. `position` counts from 0 in the queue's order.

    `error` is one sentence for people, None when all is well; `path` is the finished file, or the
    `.part` file while it is being made; `in_order_bytes` is the length of the unbroken prefix. `wants_fresh_url`
    marks a failed job whose links have expired: it goes on with what it has as soon as it is given a fresh one.
    `queue` is empty for the main queue; `is_queue_open` False: by its timetable, or a person's word, none of its jobs
    runs now. `aftermath` says what became of the action when it was done. `cause` is what `error` comes from, where
    that has a name; `verified_bytes` how much was hashed, while a file that is here is being hashed.
    """

    job_id: JobId
    name: str
    state: JobState
    position: int
    folder: Path
    path: Path | None
    urls: tuple[str, ...]
    size_bytes: int | None
    received_bytes: int
    durable_bytes: int
    in_order_bytes: int
    rate_bytes_per_s: float
    eta_s: float | None
    sources_active: int
    channels_active: int
    added_at: float
    elapsed_s: float
    error: str | None
    verdict: str | None  # what integrity says of the finished file, in one sentence
    wants_fresh_url: bool = False
    priority: Priority = Priority.NORMAL
    queue: str = ""
    category: str | None = None
    is_queue_open: bool = True
    aftermath: str | None = None
    cause: Cause | None = None
    verified_bytes: int | None = None
    trust: tuple[str, ...] = ()  # what the file is judged by: a sentence for each hash that counts, the best first


@dataclass(frozen=True, slots=True)
class ScoreTerm:
    """One criterion's part in a source's score: `value` in [0, 1] (None unknown) times `weight`.

    `raw` is what was measured, found out or said, in the criterion's own unit: a rank in [0, 1], bytes per second,
    seconds, hops, kilometres, cost per GB; `words` say it. The `part`s of all terms add up to the score.
    """

    criterion: str
    value: float | None
    weight: float
    words: str
    raw: float | None = None
    part: float = 0.0


@dataclass(frozen=True, slots=True)
class SourceSnapshot:
    """One source as the ranking table shows it. `share` is its part of the bytes received lately, 0..1.

    `external_rank` in [0, 1] is what documents and the user's preferences say of it; `pinned`, `place` and the limit
    are the user's wishes within this job. `is_unverified` tells that nobody checked who the server is. `rate_sigma` is
    that of a log-normal factor of mean 1 by which the rate varies from second to second (None: not known yet), and the
    latency is spread evenly over `latency_jitter_s`. It was found to be worth `lanes` requests that flow at once.
    """

    source_id: SourceId
    url: str
    host: str
    rank: int
    score: float
    terms: tuple[ScoreTerm, ...]
    state: SourceState
    reason: str | None
    share: float
    received_bytes: int
    wasted_bytes: int
    rate_bytes_per_s: float
    latency_s: float | None
    hops: int | None
    country: str | None
    cost_per_gb: float | None
    channels: int
    requests: int
    errors: int
    ranges: Support
    multi_range: Support
    holds: tuple[Span, ...] | None
    external_rank: float | None = None
    pinned: bool = False
    place: int | None = None
    rate_limit_bytes_per_s: float | None = None
    is_unverified: bool = False
    rate_sigma: float | None = None
    latency_jitter_s: float = 0.0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class ChannelSnapshot:
    """One channel as the graph draws it. `remaining` are the spans in flight, not received yet."""

    channel_id: ChannelId
    source_id: SourceId
    state: ChannelState
    rate_bytes_per_s: float
    latency_s: float | None
    received_bytes: int
    remaining: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ProgressMap:
    """The file cut into equal cells, for painting.

    `suppliers[i]` is `source_id + 1` of who brought most of cell i's bytes so far, capped at 255, and 0 where nothing
    arrived or nobody knows; `fill[i]` is how much of it has arrived, 0..255.
    """

    suppliers: bytes
    fill: bytes


class StepIn(Enum):
    """Kinds of moments at which the scheduler stepped in; marks in the channels graph."""

    TAKEN_OVER = "taken over"
    SET_ASIDE = "set aside"
    PROBED = "probe"
    HEDGED = "hedge"
    REPAIRED = "repair"
    DISAGREED = "disagreement"
    LEARNED = "learned"
    RECOVERED = "recovered"


@dataclass(frozen=True, slots=True)
class JobAdded:
    job: JobSnapshot


@dataclass(frozen=True, slots=True)
class JobChanged:
    """Something a list shows has changed: state, progress, name, error, position."""

    job: JobSnapshot


@dataclass(frozen=True, slots=True)
class JobRemoved:
    job_id: JobId


@dataclass(frozen=True, slots=True)
class QueueReordered:
    """All job ids in their new order."""

    order: tuple[JobId, ...]


@dataclass(frozen=True, slots=True)
class JobSampled:
    """Sources and channels of a running job, sampled at `at_s` (monotonic seconds)."""

    job_id: JobId
    at_s: float
    sources: tuple[SourceSnapshot, ...]
    channels: tuple[ChannelSnapshot, ...]


@dataclass(frozen=True, slots=True)
class SchedulerActed:
    """A line of the activity log: what the scheduler did, and why, in plain words. `at_s` is monotonic."""

    job_id: JobId
    at_s: float
    kind: StepIn
    source_id: SourceId | None
    words: str


@dataclass(frozen=True, slots=True)
class DayTraffic:
    """What came from one host on one day of the local calendar, over the line: also what came twice."""

    day: date
    host: str
    received_bytes: int


@dataclass(frozen=True, slots=True)
class RankingView:
    """What sources are ranked by beside what is measured.

    `policy` are the administrator's preferences, which come before the settings' own. `country` is the user's as it was
    detected (not as it was set), `country_from` what it was told by. `patterns` of the ranking list are in force, as
    they were fetched at `fetched_at`; `complaint` is one sentence when the list cannot be had anew. `is_metered` is
    None where the system does not say.
    """

    policy: tuple[HostPreference, ...] = ()
    country: str | None = None
    country_from: str | None = None
    patterns: int = 0
    fetched_at: float | None = None
    complaint: str | None = None
    is_metered: bool | None = None


@dataclass(frozen=True, slots=True)
class EndActionPlanned:
    """All jobs are over: `action` follows in `delay_s` unless it is stopped or a job begins."""

    action: EndAction
    delay_s: float


@dataclass(frozen=True, slots=True)
class EndActionOver:
    """The action was carried out, stopped, or could not be carried out; `words` says which. Notices end at once."""

    action: EndAction
    carried_out: bool
    words: str


FeedEvent: TypeAlias = (
    JobAdded | JobChanged | JobRemoved | QueueReordered | JobSampled | SchedulerActed | EndActionPlanned | EndActionOver
)
