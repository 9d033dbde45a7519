"""Opens and closes queues as the settings and their hours want it at each moment.

What is open when is `queue_plan`'s and `timetable`'s, what follows for jobs the roster's; here is the waiting for the
next change.
"""

from collections.abc import Callable

from headwater.engine.settings import Settings
from headwater.engine.timetable import next_change
from headwater.engine.wall_clock import WallTimer, local_now
from headwater.model.ports import Clock


class QueueKeeper:
    """`follow` hears the names of the queues that are open. `refresh` when the settings changed."""

    def __init__(
        self, clock: Clock, settings: Callable[[], Settings], follow: Callable[[frozenset[str]], None]
    ) -> None:
        self._clock = clock
        self._settings = settings
        self._follow = follow
        self._timer = WallTimer(clock, self.refresh)

    def refresh(self) -> None:
        """Put the hours of this moment in force, and see that the next change is not missed."""
        queues, now = self._settings().all_queues, local_now(self._clock)
        self._follow(frozenset(queue.name for queue in queues if queue.is_open(now)))
        changes = [change for queue in queues if (change := next_change(queue.hours, now)) is not None]
        self._timer.wait_for(min(changes, default=None))

    def close(self) -> None:
        """Wait for nothing any more."""
        self._timer.close()

    def __repr__(self) -> str:
        return f"<QueueKeeper {self._timer!r}>"
