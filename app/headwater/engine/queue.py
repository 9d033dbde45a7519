"""The order of the jobs, and which of them run: pure policy.

Knows numbers and states of jobs, nothing else. The rule: the order changes only when a person says so (or a job comes
or goes), and a job that runs is never stopped to make room for another.
"""

from collections.abc import Iterable, Mapping

from headwater.model.commands import Place
from headwater.model.errors import UserError
from headwater.model.job import JobId, JobState


class Queue:
    """All jobs in their order, whatever their state."""

    def __init__(self, order: Iterable[JobId] = ()) -> None:
        self._order = list(order)

    @property
    def order(self) -> tuple[JobId, ...]:
        return tuple(self._order)

    def position(self, job_id: JobId) -> int:
        return self._order.index(job_id)

    def add(self, job_id: JobId) -> None:
        self._order.append(job_id)

    def remove(self, job_id: JobId) -> None:
        self._order.remove(job_id)

    def move(self, job_ids: Iterable[JobId], place: Place, index: int = 0) -> bool:
        """Move jobs together, keeping their order among each other; return whether anything changed.

        `index` (for `Place.AT`) is where the first of them stands afterwards. Raises `UserError` for unknown jobs.
        """
        wanted = set(job_ids)
        if strangers := wanted.difference(self._order):
            raise UserError(f"There is no job {min(strangers)}")
        before = list(self._order)
        moved = [job_id for job_id in before if job_id in wanted]
        others = [job_id for job_id in before if job_id not in wanted]
        if place is Place.UP:
            self._order = _shifted(before, wanted)
        elif place is Place.DOWN:
            self._order = _shifted(before[::-1], wanted)[::-1]
        else:
            at = {Place.TOP: 0, Place.BOTTOM: len(others)}.get(place, max(0, min(index, len(others))))
            self._order = others[:at] + moved + others[at:]
        return self._order != before

    def jobs_to_start(self, states: Mapping[JobId, JobState], running_at_once: int) -> tuple[JobId, ...]:
        """The waiting jobs whose turn has come, in order. A job that is finishing needs no place any more."""
        free = running_at_once - sum(state is JobState.RUNNING for state in states.values())
        waiting = [job_id for job_id in self._order if states.get(job_id) is JobState.WAITING]
        return tuple(waiting[: max(0, free)])

    def __repr__(self) -> str:
        return f"<Queue of {len(self._order)}: {' '.join(self._order[:8])}>"


def _shifted(order: list[JobId], wanted: set[JobId]) -> list[JobId]:
    """Each wanted job one place nearer to the front; those already massed at the front stay."""
    result = list(order)
    for i in range(1, len(result)):
        if result[i] in wanted and result[i - 1] not in wanted:
            result[i - 1], result[i] = result[i], result[i - 1]
    return result
