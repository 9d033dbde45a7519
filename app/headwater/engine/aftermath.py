"""What is done with a file that is done: opened, given to a command, or scanned.

The job's own wish stands before the settings'. How the computer is asked is `system_actions`'. The rule: whatever comes
of it, the file stays and the job stays done; what came of it is one sentence beside it.
"""

import asyncio
import logging
from collections.abc import Callable

from headwater.engine.job import Job
from headwater.engine.services import Services
from headwater.engine.system_actions import System, command_words, split_command
from headwater.model.arrangement import AfterJob, AfterKind
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobState
from headwater.model.snapshots import SchedulerActed, StepIn
from headwater.model.wording import say

_log = logging.getLogger(__name__)


class Aftermath:
    """`settled` is called whenever an action came to its end."""

    def __init__(self, services: Services, system: System, settled: Callable[[], None]) -> None:
        self._services = services
        self._system = system
        self._settled = settled
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def is_busy(self) -> bool:
        return bool(self._tasks)

    def begin(self, job: Job) -> None:
        """A job's run is over; nothing is done with one that failed."""
        wish = job.record.spec.options.after or self._services.settings.after_each
        if wish is None or job.state is not JobState.DONE or job.record.path is None:
            return
        task = asyncio.create_task(self._carry_out(job, wish), name=f"after {job.job_id}")
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    async def close(self) -> None:
        """Wait for nothing any more; commands that run go on."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _carry_out(self, job: Job, wish: AfterJob) -> None:
        try:
            words = await self._act(job, wish)
        except HeadwaterError as error:
            words = str(error)
        job.update(aftermath=words)
        act = SchedulerActed(job.job_id, self._services.clock.monotonic_s(), StepIn.LEARNED, None, words)
        job.activity.append(act)
        self._services.observer.scheduler_acted(act)
        self._services.observer.job_touched(job.job_id)
        self._services.keeper.save_soon(job)

    async def _act(self, job: Job, wish: AfterJob) -> str:
        path = job.record.path
        if path is None:
            raise RuntimeError("a job without a file is done")
        if wish.kind is AfterKind.OPEN:
            await self._system.open_file(path)
            return say("Opened.")
        urls = job.record.urls
        values = {"path": str(path), "folder": str(path.parent), "name": path.name, "url": urls[0] if urls else ""}
        command = split_command(wish.command, values)
        if wish.kind is AfterKind.SCAN and "{path}" not in wish.command:
            command.append(str(path))
        result = await self._system.run(command)
        told = result.last_line
        if wish.kind is not AfterKind.SCAN:
            return command_words(command, result)
        if result.status == 0:
            return say("The scan found nothing.")
        return say("The scan found something: {told}", told=told) if told else say("The scan found something.")

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        if (error := task.exception()) is not None:
            _log.error("What was to be done after a download failed", exc_info=error)
        self._settled()

    def __repr__(self) -> str:
        return f"<Aftermath of {len(self._tasks)} jobs>"
