"""All jobs of an engine, their order, and the drivers of those that run.

Here jobs start and stop; which may start is `engine.queue`'s, when queues are open `queue_keeper`'s, what a run does
`job_driver`'s. The rule: after every change of a state the queue is asked again, so that a place that became free is
never left empty.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from headwater.content.deliveries import Deliveries
from headwater.engine.job import Job
from headwater.engine.job_driver import JobDriver
from headwater.engine.job_storage import finished_stream
from headwater.engine.job_stream import JobStream
from headwater.engine.outcome import Outcome
from headwater.engine.queue import Claim, Queue
from headwater.engine.queue_plan import MAIN
from headwater.engine.services import Services
from headwater.model.errors import HeadwaterError, UserError
from headwater.model.job import JobId, JobState
from headwater.model.priority import ReaderId
from headwater.model.wording import say

_log = logging.getLogger(__name__)


class Roster:
    """Jobs by id. All methods run on the loop's thread.

    `on_begin` is called when a run begins, `on_end` with each job whose run ended in DONE or FAILED.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self.on_begin: Callable[[], None] = lambda: None
        self.on_end: Callable[[Job], None] = lambda _job: None
        self._waiting: set[JobId] = set()
        self._stops: set[asyncio.Task[None]] = set()
        #: Names of the queues whose jobs may run now.
        self.open_queues: frozenset[str] = frozenset({MAIN})
        self._queue_names: frozenset[str] = frozenset()
        self._jobs: dict[JobId, Job] = {}
        self._drivers: dict[JobId, JobDriver] = {}
        self._tasks: dict[JobId, asyncio.Task[None]] = {}
        self._stopped_to: dict[JobId, JobState] = {}
        self._is_closing = False
        self._next_reader = 1
        self.queue = Queue()

    # ---- looking -----------------------------------------------------------------------------------------

    def job(self, job_id: JobId) -> Job:
        """Raises `UserError` where there is none."""
        job = self._jobs.get(job_id)
        if job is None:
            raise UserError(say("There is no job {job_id}", job_id=job_id))
        return job

    def find(self, job_id: JobId) -> Job | None:
        return self._jobs.get(job_id)

    def driver(self, job_id: JobId) -> JobDriver | None:
        """The driver of a job that runs, else None."""
        return self._drivers.get(job_id)

    @property
    def drivers(self) -> tuple[JobDriver, ...]:
        """The drivers of all jobs that run."""
        return tuple(self._drivers.values())

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All jobs in the queue's order."""
        return tuple(self._jobs[job_id] for job_id in self.queue.order)

    def queue_of(self, job: Job) -> str:
        """The name of the queue a job is in; that of the main one where its own is gone."""
        name = job.record.spec.options.queue
        return name if name != MAIN and any(queue.name == name for queue in self._services.settings.queues) else MAIN

    @property
    def is_busy(self) -> bool:
        """Whether a job runs, or waits for a turn that comes by itself."""
        if self._drivers:
            return True
        stopped = {queue.name for queue in self._services.settings.all_queues if queue.is_stopped}
        return any(self.queue_of(self._jobs[job_id]) not in stopped for job_id in self._waiting)

    # ---- coming and going --------------------------------------------------------------------------------

    def take(self, job: Job) -> None:
        """Put a job at the end of the list. It starts with the next `pump`, when its turn comes."""
        self._jobs[job.job_id] = job
        self._note_waiting(job)
        self.queue.add(job.job_id)
        if job.record.part_path is not None:
            self._services.parts_in_use.add(job.record.part_path)
        self._services.observer.job_added(job.job_id)

    def drop(self, job: Job) -> None:
        """Take a job that does not run off the list."""
        for stream in tuple(job.streams):
            stream.abort()
        del self._jobs[job.job_id]
        self._waiting.discard(job.job_id)
        self.queue.remove(job.job_id)
        if job.record.part_path is not None:
            self._services.parts_in_use.discard(job.record.part_path)
        self._services.observer.job_removed(job.job_id)

    def pump(self) -> None:
        """Start the jobs whose turn has come."""
        if self._is_closing or not self._waiting:
            return
        free = self._free_places()
        if not any(places > 0 for places in free.values()):
            return
        claims = {
            job.job_id: Claim(self.queue_of(job), job.record.spec.options.priority.place)
            for job in map(self._jobs.__getitem__, self._waiting.difference(self._drivers))
        }
        for job_id in self.queue.jobs_to_start(claims, free):
            if job_id not in self._drivers:  # each start is told at once, which may have started those behind it
                self._start(self._jobs[job_id])

    def follow_queues(self, open_queues: frozenset[str]) -> None:
        """These queues are open from now on: jobs of others stop, as an interruption, and wait."""
        names = frozenset(queue.name for queue in self._services.settings.all_queues)
        moved = (self.open_queues ^ open_queues) | (self._queue_names ^ names)
        self.open_queues, self._queue_names = open_queues, names
        for job in self._jobs.values():
            # One whose queue is gone, or is there again, is in another now.
            if moved and (self.queue_of(job) in moved or job.record.spec.options.queue in moved):
                self._services.observer.job_touched(job.job_id)
        for job_id in tuple(self._drivers):
            self.keep_in_queue(self._jobs[job_id])
        self.pump()

    def keep_in_queue(self, job: Job) -> None:
        """Let a job that runs wait again where its queue is not open."""
        if self.queue_of(job) not in self.open_queues:
            self.interrupt(job)

    def interrupt(self, job: Job) -> None:
        """Let a job that runs wait for its turn again, unless it is being stopped anyway; it may come at once."""
        if job.state is JobState.RUNNING and job.job_id not in self._stopped_to:
            task = asyncio.create_task(self.stop(job, JobState.WAITING), name=f"stop {job.job_id}")
            self._stops.add(task)
            task.add_done_callback(self._stops.discard)

    async def stop(self, job: Job, state: JobState) -> None:
        """End a job's run, if it has one, and put it into `state`; returns when its channels and file are closed."""
        task = self._tasks.get(job.job_id)
        if task is not None:
            self._stopped_to[job.job_id] = state
            self._drivers[job.job_id].stop()
            await asyncio.shield(task)
        elif job.state is not JobState.DONE:
            job.become(state)
            self.changed(job)

    def resume(self, job: Job) -> None:
        """Let a paused or failed job wait for its turn again."""
        if job.state in (JobState.PAUSED, JobState.FAILED):
            job.update(error=None)
            job.become(JobState.WAITING)
            self.changed(job)

    async def close(self) -> None:
        """Stop every run, as an interruption: the jobs go on at the next start."""
        self._is_closing = True
        await asyncio.gather(*self._stops)
        await asyncio.gather(*(self.stop(self._jobs[job_id], JobState.WAITING) for job_id in tuple(self._tasks)))
        for job in self._jobs.values():
            for stream in tuple(job.streams):
                stream.abort()

    # ---- readers -----------------------------------------------------------------------------------------

    def open_stream(self, job: Job, *, strict: bool, deliveries: Deliveries | None) -> JobStream:
        number = ReaderId(self._next_reader)
        stream = JobStream(number, strict, job.streams.remove, lambda: self._wishes_moved(job), deliveries)
        self._next_reader += 1
        job.streams.append(stream)
        driver = self._drivers.get(job.job_id)
        if driver is not None:
            driver.storage.attach(stream)
        else:
            self._serve_at_rest(job, stream)
        return stream

    def _wishes_moved(self, job: Job) -> None:
        """A reader that nothing can be read for yet wants something else."""
        driver = self._drivers.get(job.job_id)
        if driver is not None:
            driver.storage.wishes_moved()

    def _serve_at_rest(self, job: Job, stream: JobStream) -> None:
        finished = finished_stream(job, self._services, stream.deliveries) if job.state is JobState.DONE else None
        if finished is not None:
            stream.attach(finished)
        elif job.state is JobState.FAILED:
            stream.fail(HeadwaterError(job.record.error or "The download failed"))

    # ---- runs --------------------------------------------------------------------------------------------

    def changed(self, job: Job) -> None:
        """A job's state changed: tell, keep, and see who may start now."""
        self._note_waiting(job)
        self._services.observer.job_touched(job.job_id)
        self._services.keeper.save_soon(job)
        self.pump()

    def _note_waiting(self, job: Job) -> None:
        if job.state is JobState.WAITING:
            self._waiting.add(job.job_id)
        else:
            self._waiting.discard(job.job_id)

    def _free_places(self) -> dict[str, int]:
        """How many more jobs of each open queue may run. A job that is finishing needs no place any more."""
        taken = Counter(
            self.queue_of(job) for job_id in self._drivers if (job := self._jobs[job_id]).state is JobState.RUNNING
        )
        return {
            queue.name: queue.running_at_once - taken[queue.name]
            for queue in self._services.settings.all_queues
            if queue.name in self.open_queues
        }

    def _start(self, job: Job) -> None:
        driver = JobDriver(job, self._services, lambda: self.changed(job))
        self._drivers[job.job_id] = driver
        job.update(error=None, cause=None, verdict=None)
        job.failures.clear()
        job.become(JobState.RUNNING)
        self.on_begin()
        self._tasks[job.job_id] = asyncio.create_task(self._drive(job, driver), name=f"job {job.job_id}")
        self.changed(job)

    async def _drive(self, job: Job, driver: JobDriver) -> None:
        try:
            outcome = await driver.run()
        except Exception as error:  # noqa: BLE001  # one job's fault must not take the others down; it is logged
            _log.exception("The run of %s broke", job.display_name)
            outcome = Outcome(JobState.FAILED, error=say("Headwater made a mistake: {reason}", reason=repr(error)))
        stopped_to = self._stopped_to.pop(job.job_id, JobState.WAITING)
        state = outcome.state if outcome.state is not None else stopped_to
        job.record = replace(
            job.record, error=outcome.error, cause=outcome.cause, verdict=outcome.verdict, path=outcome.path
        )
        if state is JobState.DONE and job.state is JobState.RUNNING:
            job.become(JobState.FINISHING)
        del self._drivers[job.job_id], self._tasks[job.job_id]
        job.become(state)
        for stream in tuple(job.streams):
            self._serve_at_rest(job, stream)
        self.changed(job)
        if state in (JobState.DONE, JobState.FAILED):
            self.on_end(job)

    def __repr__(self) -> str:
        return f"<Roster of {len(self._jobs)} jobs, {len(self._drivers)} running>"
