"""One job as the engine keeps it: what was asked for, where it stands, what is known of it.

Here live the facts that outlast a run; the run itself is `job_driver`. The rule: `state` changes only through
`become`, which allows nothing but `model.job.TRANSITIONS`.
"""

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from headwater.content.trust import weigh
from headwater.model.access import without_link_password
from headwater.model.errors import Cause, IntegrityError
from headwater.model.job import TRANSITIONS, JobId, JobOptions, JobSpec, JobState
from headwater.model.snapshots import SchedulerActed, SourceSnapshot
from headwater.model.source import SourceId, SourceSpec, SourceState, Validator
from headwater.model.spans import SpanSet

if TYPE_CHECKING:
    from headwater.content.io_dispatcher import IoDispatcher
    from headwater.engine.job_stream import JobStream

#: Lines of the activity log that are kept for a job.
ACTIVITY_LINES: Final = 500

#: States in which nothing will happen unless a person commands it.
RESTING: Final = frozenset({JobState.DONE, JobState.FAILED, JobState.PAUSED})


class Owner(Enum):
    """Whose list a job was added to: that of the window (or server), or one run in a terminal."""

    WINDOW = "window"
    TERMINAL = "terminal"


@dataclass(frozen=True, slots=True)
class SourceResult:
    """What the last run that ended had of a source: how many bytes of the file are its, and where it stood."""

    source_id: SourceId
    received_bytes: int
    state: SourceState
    reason: str | None = field(default=None, metadata={"said": True})


def _without_passwords(urls: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(without_link_password, urls))


def numbered_urls(known: Iterable[str], sources: Iterable[SourceSpec]) -> tuple[str, ...]:
    """The URLs of a job's sources by number, when these are named anew: a link that comes with its password, which
    was not written down, is the one that is known without it."""
    named = {without_link_password(source.url): source.url for source in sources}
    urls = [named.get(without_link_password(url), url) for url in known]
    return (*urls, *(url for url in named.values() if url not in urls))


@dataclass(frozen=True, slots=True)
class JobRecord:
    """A job as the catalog keeps it.

    `urls[i]` is the URL of source i, also of those that were removed; `path` the finished file; `expired` are the
    sources whose last word was that a fresh link is wanted. `aftermath` says what came of what was done afterwards,
    `cause` what `error` comes from; `results` are told until the next run.
    """

    spec: JobSpec
    added_at: float
    urls: tuple[str, ...] = field(metadata={"written": _without_passwords})
    name: str | None = None
    part_path: Path | None = None
    path: Path | None = None
    size_bytes: int | None = None
    received_bytes: int = 0
    elapsed_s: float = 0.0
    error: str | None = field(default=None, metadata={"said": True})
    verdict: str | None = field(default=None, metadata={"said": True})
    modified_at: float | None = None
    validators: tuple[tuple[SourceId, Validator], ...] = ()
    expired: tuple[SourceId, ...] = ()
    aftermath: str | None = field(default=None, metadata={"said": True})
    cause: Cause | None = None
    results: tuple[SourceResult, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredRow:
    """One row of the catalog."""

    job_id: JobId
    owner: Owner
    position: int
    state: JobState
    record: JobRecord


@dataclass(slots=True, repr=False)
class Job:
    """The engine's mutable view of one job. `record` is replaced, never changed.

    `received`, `suppliers` and `last_sources` are what the last run left; while a run is on, its driver knows better.
    `unverified` are sources that answered without proof of who they are; `failures` say what the last words of those
    came from that failed and have not answered since; `hashed` is the file that is being verified. One that
    `is_held` is paused until somebody ends it or lets it go on, and no longer than this process lives.
    """

    job_id: JobId
    owner: Owner
    state: JobState
    record: JobRecord
    in_order_bytes: int = 0
    durable_bytes: int = 0
    rate_bytes_per_s: float = 0.0
    received: SpanSet = field(default_factory=SpanSet)
    suppliers: dict[SourceId, SpanSet] = field(default_factory=dict)
    last_sources: tuple[SourceSnapshot, ...] = ()
    unverified: set[SourceId] = field(default_factory=set)
    failures: dict[SourceId, Cause] = field(default_factory=dict)
    hashed: "IoDispatcher | None" = None
    is_held: bool = False
    _trust: tuple[JobOptions | None, tuple[str, ...]] = (None, ())
    settled: asyncio.Event = field(default_factory=asyncio.Event)
    streams: list["JobStream"] = field(default_factory=list)
    activity: deque[SchedulerActed] = field(default_factory=lambda: deque(maxlen=ACTIVITY_LINES))

    def __post_init__(self) -> None:
        if self.state in RESTING:
            self.settled.set()

    def become(self, state: JobState) -> None:
        """Change the state. Raises `RuntimeError` for a step that `TRANSITIONS` lacks: a fault of the program."""
        if state is self.state:
            return
        if state not in TRANSITIONS[self.state]:
            raise RuntimeError(f"job {self.job_id} cannot go from {self.state.value} to {state.value}")
        if self.state is JobState.PAUSED:
            self.is_held = False
        self.state = state
        if state in RESTING:
            self.settled.set()
        else:
            self.settled.clear()

    @property
    def kept_state(self) -> JobState:
        """The state that outlives the process."""
        return JobState.WAITING if self.is_held and self.state is JobState.PAUSED else self.state

    def update(self, **changes: Any) -> None:
        """Replace fields of the record."""
        self.record = replace(self.record, **changes)

    @property
    def display_name(self) -> str:
        """The file's name as far as it is known, else the last part of the URL, or its host where it has none.

        A finished file is called as it lies there: with a number where its name was taken.
        """
        if self.record.path is not None:
            return self.record.path.name
        if self.record.name is not None:
            return self.record.name
        if not self.record.urls:
            return self.job_id
        parts = urlsplit(self.record.urls[0])
        return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc or self.record.urls[0]

    @property
    def trust(self) -> tuple[str, ...]:
        """A sentence for each hash that the file is judged by; computed once for what is known now."""
        options = self.record.spec.options
        if self._trust[0] is not options:
            try:
                sources = weigh(options.checksums, options.pieces).sources
                words = tuple(source.words for source in sources if source.counts)
            except IntegrityError as error:  # they contradict each other, which ends the job with this sentence
                words = (str(error),)
            self._trust = (options, words)
        return self._trust[1]

    @property
    def wants_fresh_url(self) -> bool:
        """Whether a source of the job asked for a fresh link."""
        return not self.sources.keys().isdisjoint(self.record.expired)

    @property
    def sources(self) -> dict[SourceId, SourceSpec]:
        """The sources in the order given, by number."""
        numbers = {url: SourceId(i) for i, url in enumerate(self.record.urls)}
        return {numbers[source.url]: source for source in self.record.spec.sources}

    def host_of(self, source_id: SourceId) -> str:
        """The host of a source, also of one that was removed meanwhile."""
        return SourceSpec(self.record.urls[source_id]).host

    def __repr__(self) -> str:
        return f"<Job {self.job_id} {self.state.value}: {self.display_name} {self.record.received_bytes} bytes>"
