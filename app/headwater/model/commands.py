"""What the window, the terminal and other programs may command: values that `control.api` carries out."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from headwater.model.arrangement import AfterJob, Priority
from headwater.model.job import JobId, JobOptions, JobSpec
from headwater.model.priority import PriorityOrder
from headwater.model.source import SourceId, SourceSpec
from headwater.model.tuning import Tuning


@dataclass(frozen=True, slots=True)
class AddJob:
    """`job_id` is the number the job shall have (refused when it is taken); None lets the engine choose."""

    spec: JobSpec
    job_id: JobId | None = None


@dataclass(frozen=True, slots=True)
class PauseJobs:
    """`is_lasting` False holds jobs for a while that somebody means to end: a process that ends before that has
    happened leaves them as if they had run, and they go on at the next start."""

    job_ids: tuple[JobId, ...]
    is_lasting: bool = True


@dataclass(frozen=True, slots=True)
class ResumeJobs:
    """Also starts failed jobs again, with what they have."""

    job_ids: tuple[JobId, ...]


@dataclass(frozen=True, slots=True)
class RemoveJobs:
    """`delete_data` removes the partial file, or the finished one, too; `to_trash` puts it where it can be had back."""

    job_ids: tuple[JobId, ...]
    delete_data: bool = False
    to_trash: bool = False


class Place(Enum):
    """Where `MoveJobs` counts from."""

    TOP = "top"
    BOTTOM = "bottom"
    UP = "up"
    DOWN = "down"
    AT = "at"


@dataclass(frozen=True, slots=True)
class MoveJobs:
    """Move jobs together within the queue; `index` is the new position of the first (only for `Place.AT`)."""

    job_ids: tuple[JobId, ...]
    place: Place
    index: int = 0


@dataclass(frozen=True, slots=True)
class SetSources:
    """Replace a job's list of sources; those that stay (same URL) keep their numbers and what is known.

    A failed job goes on when it is given a URL that it did not have, with what it has.
    """

    job_id: JobId
    sources: tuple[SourceSpec, ...]


@dataclass(frozen=True, slots=True)
class EnableSource:
    job_id: JobId
    source_id: SourceId
    enabled: bool


@dataclass(frozen=True, slots=True)
class RankSources:
    """Let these sources of a job stand first, in this order; an empty tuple leaves all of it to their scores again."""

    job_id: JobId
    source_ids: tuple[SourceId, ...]


@dataclass(frozen=True, slots=True)
class PinSource:
    """A pinned source is asked before all others that are not."""

    job_id: JobId
    source_id: SourceId
    pinned: bool


@dataclass(frozen=True, slots=True)
class LimitSource:
    """Rate limit of one source within one job, in bytes per second; None for none."""

    job_id: JobId
    source_id: SourceId
    rate_bytes_per_s: float | None


@dataclass(frozen=True, slots=True)
class AskSource:
    """Forget what a source did wrong and ask it again, now. A failed job goes on with it."""

    job_id: JobId
    source_id: SourceId


@dataclass(frozen=True, slots=True)
class SetPriority:
    job_ids: tuple[JobId, ...]
    priority: Priority


@dataclass(frozen=True, slots=True)
class SetQueue:
    """Let jobs wait in another queue, by its name (empty: the main one). One that runs goes on when that is open."""

    job_ids: tuple[JobId, ...]
    queue: str


@dataclass(frozen=True, slots=True)
class SetCategory:
    """Put jobs into a category (None: into none). Those that have no byte yet go to its folder."""

    job_ids: tuple[JobId, ...]
    category: str | None


@dataclass(frozen=True, slots=True)
class SetAfterJob:
    """What is done when these jobs are done; None leaves it to the settings."""

    job_ids: tuple[JobId, ...]
    after: AfterJob | None


@dataclass(frozen=True, slots=True)
class StopEndAction:
    """Do not do what would follow now that all jobs are over."""


@dataclass(frozen=True, slots=True)
class SetTuning:
    job_id: JobId
    tuning: Tuning


@dataclass(frozen=True, slots=True)
class SetOptions:
    """Choose anew what was chosen for a job that is not done; `folder` and `name` None leave these.

    A job that runs begins its connections anew where they depend on what has changed.
    """

    job_id: JobId
    options: JobOptions
    folder: Path | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class SetOrder:
    job_id: JobId
    order: PriorityOrder


@dataclass(frozen=True, slots=True)
class SetLimit:
    """Rate limit in bytes per second, None for none; `job_id` None means all jobs together."""

    job_id: JobId | None
    rate_bytes_per_s: float | None


@dataclass(frozen=True, slots=True)
class SetSlowMode:
    """While it is on, all jobs together keep to the slow rate of the settings; it outlasts a restart."""

    on: bool


@dataclass(frozen=True, slots=True)
class VerifyJob:
    """Hash all of a job's data again, on demand."""

    job_id: JobId


Command: TypeAlias = (
    AddJob
    | PauseJobs
    | ResumeJobs
    | RemoveJobs
    | MoveJobs
    | SetSources
    | EnableSource
    | RankSources
    | PinSource
    | LimitSource
    | AskSource
    | SetPriority
    | SetQueue
    | SetCategory
    | SetAfterJob
    | StopEndAction
    | SetTuning
    | SetOptions
    | SetOrder
    | SetLimit
    | SetSlowMode
    | VerifyJob
)
