"""What the engine tells whoever watches it: a port that `control.feed` implements.

Calls come on the loop's thread, often, and must return at once; they carry as little as possible, so that a watcher
can merge many of them before it asks for a snapshot.
"""

from typing import Protocol

from headwater.model.arrangement import EndAction
from headwater.model.job import JobId
from headwater.model.snapshots import JobSampled, SchedulerActed


class Observer(Protocol):
    @property
    def wants_samples(self) -> bool:
        """Whether anybody looks at sources and channels now; sampling costs nothing while nobody does."""
        ...

    def job_added(self, job_id: JobId) -> None: ...

    def job_touched(self, job_id: JobId) -> None:
        """Something that a snapshot shows has changed."""
        ...

    def job_removed(self, job_id: JobId) -> None: ...

    def queue_reordered(self) -> None: ...

    def job_sampled(self, sample: JobSampled) -> None: ...

    def scheduler_acted(self, act: SchedulerActed) -> None: ...

    def end_planned(self, action: EndAction, delay_s: float) -> None:
        """All jobs are over; `action` follows."""
        ...

    def end_over(self, action: EndAction, words: str, *, carried_out: bool) -> None:
        """It was carried out, stopped, or could not be carried out."""
        ...
