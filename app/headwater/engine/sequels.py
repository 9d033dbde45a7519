"""What follows by itself on a list that somebody keeps: queues open and close, files are dealt with, the end is met.

Joins `queue_keeper`, `aftermath` and `end_watch` to a roster; each decides its own. A single run in a terminal has none
of it: what is asked for there begins at once, and its end is the end of the program.
"""

from collections.abc import Awaitable, Callable

from headwater.engine.aftermath import Aftermath
from headwater.engine.end_watch import EndWatch
from headwater.engine.job import Job
from headwater.engine.queue_keeper import QueueKeeper
from headwater.engine.roster import Roster
from headwater.engine.services import Services
from headwater.engine.settings import Settings
from headwater.engine.system_actions import System


class Sequels:
    """One engine's. Begins with `refresh`, ends with `close`."""

    def __init__(
        self,
        roster: Roster,
        services: Services,
        system: System,
        change_settings: Callable[[Settings], Awaitable[None]],
    ) -> None:
        self._queues = QueueKeeper(services.clock, lambda: services.settings, roster.follow_queues)
        self._end = EndWatch(
            system,
            services.observer,
            settings=lambda: services.settings,
            change_settings=change_settings,
            is_busy=lambda: roster.is_busy or self._aftermath.is_busy,
        )
        self._aftermath = Aftermath(services, system, self._end.look)
        roster.on_begin, roster.on_end = self._end.job_began, self._job_over

    def refresh(self) -> None:
        """The settings changed, or the program begins."""
        self._queues.refresh()
        self._end.look()

    def stop_end_action(self) -> None:
        """A person does not want after all what was to be done at the end."""
        self._end.stop()

    async def close(self) -> None:
        """Nothing follows any more; commands that run go on."""
        self._queues.close()
        await self._aftermath.close()
        await self._end.close()

    def _job_over(self, job: Job) -> None:
        self._aftermath.begin(job)
        self._end.job_over(job)

    def __repr__(self) -> str:
        return f"<Sequels: {self._queues!r} {self._aftermath!r} {self._end!r}>"
