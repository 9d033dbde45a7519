"""A job's activity log: what the scheduler, and those who judge bytes, stepped in for, in plain words.

Lines are kept with the job and told to the observer; who writes them decides what they say.
"""

from headwater.engine.conductor import Note
from headwater.engine.job import Job
from headwater.engine.services import Services
from headwater.model.snapshots import SchedulerActed, StepIn
from headwater.model.source import SourceId


class ActivityLog:
    """Writes one job's lines."""

    def __init__(self, job: Job, services: Services) -> None:
        self._job = job
        self._services = services

    def note(self, note: Note) -> None:
        """The scheduler stepped in."""
        self._write(SchedulerActed(self._job.job_id, note.at_s, note.kind, note.source_id, note.words))

    def line(self, kind: StepIn, source_id: SourceId | None, words: str) -> None:
        """Something else stepped in just now."""
        self._write(SchedulerActed(self._job.job_id, self._services.clock.monotonic_s(), kind, source_id, words))

    def _write(self, act: SchedulerActed) -> None:
        self._job.activity.append(act)
        self._services.observer.scheduler_acted(act)

    def __repr__(self) -> str:
        return f"<ActivityLog of {self._job.job_id}: {len(self._job.activity)} lines>"
