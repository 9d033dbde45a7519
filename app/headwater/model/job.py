"""A job: one file to be had, with its sources, options and destination."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final, NewType

from headwater.model.priority import PriorityOrder
from headwater.model.source import SourceSpec
from headwater.model.tuning import Tuning

#: 16 lower-case hex digits, unique in a profile (aria2's GID).
JobId = NewType("JobId", str)


class JobState(Enum):
    """Where a job stands; only `TRANSITIONS` are possible."""

    WAITING = "waiting"  # in the queue, for its turn
    RUNNING = "running"
    PAUSED = "paused"  # by the user, or by this computer's trouble (then `JobSnapshot.error` says which)
    FINISHING = "finishing"  # all bytes are here; verifying, syncing, renaming
    DONE = "done"
    FAILED = "failed"  # resumable: the partial data is kept


TRANSITIONS: Final[dict[JobState, frozenset[JobState]]] = {
    JobState.WAITING: frozenset({JobState.RUNNING, JobState.PAUSED, JobState.FAILED}),
    JobState.RUNNING: frozenset({JobState.WAITING, JobState.PAUSED, JobState.FINISHING, JobState.FAILED}),
    JobState.PAUSED: frozenset({JobState.WAITING, JobState.FAILED}),
    JobState.FINISHING: frozenset(
        {JobState.RUNNING, JobState.WAITING, JobState.PAUSED, JobState.DONE, JobState.FAILED}
    ),
    JobState.DONE: frozenset(),
    JobState.FAILED: frozenset({JobState.WAITING, JobState.PAUSED}),
}


@dataclass(frozen=True, slots=True)
class Checksum:
    """A whole-file digest; `algorithm` as hashlib and Metalink know it (`sha-256`), `hex_digest` lower case.

    `origin` says who vouches for it ("you", "Metalink", "Repr-Digest of example.org", ...).
    """

    algorithm: str
    hex_digest: str
    origin: str = "you"


@dataclass(frozen=True, slots=True)
class JobOptions:
    """What may be chosen for one job; None leaves it to the settings.

    `headers` are sent to every source; `rate_limit_bytes_per_s` bounds the whole job.
    """

    headers: tuple[tuple[str, str], ...] = ()
    rate_limit_bytes_per_s: float | None = None
    checksums: tuple[Checksum, ...] = ()
    tuning: Tuning | None = None
    order: PriorityOrder = field(default_factory=PriorityOrder)
    use_server_time: bool = False
    allow_leading_dot: bool = False
    overwrite: bool = False
    start_paused: bool = False


@dataclass(frozen=True, slots=True)
class JobSpec:
    """What a person asked for. `name` is None until a source or the person tells it."""

    sources: tuple[SourceSpec, ...]
    folder: Path
    name: str | None = None
    options: JobOptions = field(default_factory=JobOptions)
