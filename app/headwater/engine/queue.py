"""The order of the jobs, and which of them run: pure policy.

Knows numbers and places of jobs, nothing else. The rule: the order changes only when a person says so (or a job comes
or goes), and a job that runs is never stopped to make room for another.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from headwater.model.commands import Place
from headwater.model.errors import UserError
from headwater.model.job import JobId
from headwater.model.wording import say


class Claim(NamedTuple):
    """What a waiting job asks for: a place in a queue. A lower `priority` comes first."""

    queue: str
    priority: int


class Queue:
    """All jobs in their order, whatever their state and whichever named queue they wait in."""

    def __init__(self, order: Iterable[JobId] = ()) -> None:
        self._order = list(order)
        self._places: dict[JobId, int] | None = None

    @property
    def order(self) -> tuple[JobId, ...]:
        return tuple(self._order)

    def position(self, job_id: JobId) -> int:
        """Raises `KeyError` for an unknown job."""
        if self._places is None:  # counted once after a change: a list of ten thousand is asked ten thousand times
            self._places = {known: place for place, known in enumerate(self._order)}
        return self._places[job_id]

    def add(self, job_id: JobId) -> None:
        if self._places is not None:
            self._places[job_id] = len(self._order)
        self._order.append(job_id)

    def remove(self, job_id: JobId) -> None:
        self._order.remove(job_id)
        self._places = None

    def move(self, job_ids: Iterable[JobId], place: Place, index: int = 0) -> bool:
        """Move jobs together, keeping their order among each other; return whether anything changed.

        `index` (for `Place.AT`) is where the first of them stands afterwards. Raises `UserError` for unknown jobs.
        """
        wanted = set(job_ids)
        if strangers := wanted.difference(self._order):
            raise UserError(say("There is no job {job}", job=min(strangers)))
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
        self._places = None
        return self._order != before

    def jobs_to_start(self, waiting: Mapping[JobId, Claim], free: Mapping[str, int]) -> tuple[JobId, ...]:
        """The waiting jobs whose turn has come: by priority, then in order, as many as their queues have places.

        `free` has the places of each queue that is open.
        """
        left = {queue: places for queue, places in free.items() if places > 0}
        if not left:
            return ()
        asking = [job_id for job_id, claim in waiting.items() if claim.queue in left]
        chosen = []
        for job_id in sorted(asking, key=lambda job_id: (waiting[job_id].priority, self.position(job_id))):
            queue = waiting[job_id].queue
            if left[queue] > 0:
                left[queue] -= 1
                chosen.append(job_id)
        return tuple(chosen)

    def __repr__(self) -> str:
        return f"<Queue of {len(self._order)}: {' '.join(self._order[:8])}>"


def _shifted(order: list[JobId], wanted: set[JobId]) -> list[JobId]:
    """Each wanted job one place nearer to the front; those already massed at the front stay."""
    result = list(order)
    for i in range(1, len(result)):
        if result[i] in wanted and result[i - 1] not in wanted:
            result[i - 1], result[i] = result[i], result[i - 1]
    return result
