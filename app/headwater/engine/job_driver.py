"""One run of one job: from the moment its turn comes until it is done, failed or stopped.

Here lives the order of things: open what is stored, let a scheduler and its channels work, finish, and say how it
went. What to fetch is the scheduler's, what answers mean the desk's, the bytes are the storage's. The rule: whatever
way a run ends, its channels are closed first, then what came is made durable.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from headwater.channels.throttle import ByteBucket
from headwater.content.facts import BytesCompared, Fact, SpoilerNamed, StorageFailed, WishesMoved
from headwater.content.io_dispatcher import IoDispatcher
from headwater.engine.agreement import Agreement
from headwater.engine.answer_desk import AnswerDesk
from headwater.engine.channel_runner import ChannelRunner
from headwater.engine.conductor import Conductor, Ending, Note
from headwater.engine.job import Job
from headwater.engine.job_storage import JobStorage
from headwater.engine.lease import Lease
from headwater.engine.progress import Progress
from headwater.engine.second_opinions import SecondOpinions
from headwater.engine.services import Services
from headwater.model.errors import HeadwaterError, IntegrityError, LocalError
from headwater.model.events import (
    BlockProven,
    BlockRejected,
    Event,
    LimitsChanged,
    SourceRejected,
    SourcesChanged,
    TuningChanged,
    WishesChanged,
)
from headwater.model.job import JobState
from headwater.model.snapshots import SchedulerActed, StepIn
from headwater.model.source import SourceId
from headwater.model.spans import Span
from headwater.model.tuning import Tuning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler

#: How often progress is measured and told.
TICK_S: Final = 0.1

_log = logging.getLogger(__name__)


class Turn(Enum):
    """Why a scheduler's work is interrupted."""

    COMPLETE = auto()
    HOPELESS = auto()
    STOPPED = auto()
    START_OVER = auto()
    BROKEN = auto()


_STANDINGS: Final = frozenset({Turn.COMPLETE, Turn.HOPELESS})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: the job's next state, with a sentence for people where something went wrong.

    A stopped run has the state None: whoever stopped it knows what is to come.
    """

    state: JobState | None
    error: str | None = None
    verdict: str | None = None
    path: Path | None = None


class JobDriver:
    """Runs one job once. `run` is awaited by the engine; the other methods may be called meanwhile."""

    def __init__(self, job: Job, services: Services, state_changed: Callable[[], None]) -> None:
        self._job = job
        self._services = services
        self._state_changed = state_changed
        self._storage = JobStorage(job, services, self._on_fact)
        self._agreement = self._new_agreement()
        self._bucket = ByteBucket()
        self._conductor: Conductor | None = None
        self._scheduler: PrioritizationScheduler | None = None
        self._turn: tuple[Turn, str] | None = None
        self._turned = asyncio.Event()
        self._fault: BaseException | None = None
        self._is_stopping = False
        self._spoiled: Counter[SourceId] = Counter()
        self._progress = Progress(job, services)
        self._opinions = SecondOpinions(job, self.tell, self._note_line)
        self._ticker: asyncio.TimerHandle | None = None

    # ---- for the engine ----------------------------------------------------------------------------------

    @property
    def scheduler(self) -> PrioritizationScheduler | None:
        return self._scheduler

    @property
    def storage(self) -> JobStorage:
        return self._storage

    def stop(self) -> None:
        """Let `run` come to its end soon; a file that is being finished is finished first."""
        self._is_stopping = True
        self._resolve(Turn.STOPPED)

    def tell(self, event: Event) -> None:
        """Hand a command's event to the scheduler (`TuningChanged`, `OrderChanged`, ...)."""
        if self._conductor is not None:
            self._conductor.tell(event)

    def sources_changed(self) -> None:
        """The job's list of sources or the preferences changed."""
        self._agreement.set_order(tuple(self._job.sources))
        self.tell(self._sources_event())

    def limits_changed(self) -> None:
        """The job's rate limit changed."""
        limit = self._job.record.spec.options.rate_limit_bytes_per_s
        self._services.limits.limit(self._bucket, limit)
        self.tell(LimitsChanged(limit))

    def settings_changed(self) -> None:
        """The settings for all jobs changed: preferences of hosts, or the tuning a job takes that has none."""
        self.tell(TuningChanged(self._tuning))
        self.tell(self._sources_event())

    async def run(self) -> Outcome:
        """Work until the job is done, failed or stopped. Raises only what is a fault of the program."""
        try:
            lease = await Lease.take(self._services.leases_folder, self._job.job_id, self._services.disk)
        except LocalError:
            return Outcome(JobState.PAUSED, error=f"{self._job.display_name} is being fetched by another Headwater")
        try:
            return await self._run_attempts()
        except LocalError as error:
            return Outcome(JobState.PAUSED, error=str(error))
        except HeadwaterError as error:
            return Outcome(JobState.FAILED, error=str(error))
        finally:
            await self._close()
            await lease.release()

    # ---- a run -------------------------------------------------------------------------------------------

    async def _run_attempts(self) -> Outcome:
        await self._storage.resume()
        dispatcher = self._storage.dispatcher
        if dispatcher is not None and dispatcher.finished_path is not None:
            return await self._finish()
        self._tick()
        while True:
            self._begin_attempt()
            outcome = await self._attempt()
            await self._end_attempt()
            if outcome is not None:
                return outcome
            await self._storage.start_over()
            self._job.update(size_bytes=self._agreement.size_bytes, received_bytes=0)

    async def _attempt(self) -> Outcome | None:
        """Let one scheduler work; None when everything has to start over."""
        while True:
            turn, words = await self._wait_turn()
            if turn is Turn.COMPLETE:
                self._become(JobState.FINISHING)
                outcome = await self._finish()
                if outcome.state is not JobState.RUNNING:
                    return outcome
                self._become(JobState.RUNNING)
            elif turn is Turn.START_OVER:
                return None
            elif turn is Turn.STOPPED:
                return Outcome(None)
            elif turn is Turn.BROKEN:
                return Outcome(JobState.PAUSED, error=words)
            else:
                return Outcome(JobState.FAILED, error=words)

    def _begin_attempt(self) -> None:
        record, options = self._job.record, self._job.record.spec.options
        self._scheduler = scheduler = PrioritizationScheduler(
            record.size_bytes, self._storage.received, self._tuning, options.order
        )
        desk = AnswerDesk(
            self._job,
            self._services,
            storage=self._storage,
            agreement=self._agreement,
            bucket=self._bucket,
            start_over=lambda: self._resolve(Turn.START_OVER),
        )
        self._conductor = desk.conductor = Conductor(
            scheduler,
            self._services.clock.monotonic_s,
            make_runner=lambda channel_id, source_id: ChannelRunner(channel_id, source_id, desk),
            noted=self._on_note,
            over=self._on_ending,
            broke=self._on_broken,
        )
        self._turn = None
        self.limits_changed()
        self.tell(self._sources_event())
        for source_id, reason in self._agreement.rejected.items():
            self.tell(SourceRejected(source_id, reason))

    async def _end_attempt(self) -> None:
        conductor, self._conductor = self._conductor, None
        if conductor is not None:
            await conductor.close()
        if self._scheduler is not None:
            sources = self._job.sources
            histories = {source.host: self._scheduler.history(source_id) for source_id, source in sources.items()}
            self._services.memory.learn(histories)

    async def _wait_turn(self) -> tuple[Turn, str]:
        """The next turn; one that comes while another is being met is kept until this is called again."""
        if self._is_stopping:
            return Turn.STOPPED, ""
        while self._turn is None:
            if self._fault is not None:
                raise self._fault
            self._turned.clear()
            await self._turned.wait()
        turn, self._turn = self._turn, None
        return turn

    async def _finish(self) -> Outcome:
        """Prove, sync and name the file. State RUNNING: bytes were bad, and are wanted anew."""
        dispatcher = await self._storage.open()
        record = self._job.record
        if record.name is None:
            raise RuntimeError("a file without a name is complete")
        options = record.spec.options
        keep_time = options.use_server_time or self._services.settings.use_server_time
        try:
            path = await dispatcher.finish(
                record.spec.folder / record.name,
                overwrite=options.overwrite,
                modified_at=record.modified_at if keep_time else None,
            )
        except IntegrityError as error:
            if self._scheduler is not None and not self._agree_with_storage(self._scheduler, dispatcher):
                return Outcome(JobState.RUNNING)
            return Outcome(JobState.FAILED, error=str(error))
        verdict = dispatcher.verdict
        return Outcome(JobState.DONE, path=path, verdict=None if verdict is None else verdict.sentence)

    def _agree_with_storage(self, scheduler: PrioritizationScheduler, dispatcher: IoDispatcher) -> bool:
        """Whether the scheduler, too, knows that nothing is missing. A block may be given up while its last bytes wait
        for room, and they are told only then: the scheduler hears once more of what is not there."""
        size = self._job.record.size_bytes
        if scheduler.is_complete and size:
            for gap in tuple(dispatcher.received.gaps(Span(0, size))):
                self.tell(BlockRejected(gap, ()))
        return scheduler.is_complete

    async def _close(self) -> None:
        if self._ticker is not None:
            self._ticker.cancel()
        await self._end_attempt()
        dispatcher = self._storage.dispatcher
        try:
            await self._storage.close()
        except LocalError as error:
            _log.warning("What came last of %s could not be made durable: %s", self._job.display_name, error)
        # After closing, which made durable what it could and gave up what the disk refused.
        self._progress.measure(dispatcher)
        self._progress.rest(self._scheduler, dispatcher)

    # ---- what is heard -----------------------------------------------------------------------------------

    def _resolve(self, turn: Turn, words: str = "") -> None:
        """How it stands now replaces how it stood; a command or trouble that waits to be met is not replaced."""
        if self._turn is None or self._turn[0] in _STANDINGS:
            self._turn = (turn, words)
        self._turned.set()

    def _on_ending(self, ending: Ending, words: str) -> None:
        self._resolve(Turn.COMPLETE if ending is Ending.COMPLETE else Turn.HOPELESS, words)

    def _on_broken(self, error: BaseException) -> None:
        if isinstance(error, LocalError):
            self._resolve(Turn.BROKEN, str(error))
        else:
            self._fault = error
            self._turned.set()

    def _on_fact(self, fact: Fact) -> None:
        """What content reports."""
        if isinstance(fact, BlockProven | BlockRejected):
            self.tell(fact)
        elif isinstance(fact, WishesMoved):
            self.tell(WishesChanged(fact.wishes))
        elif isinstance(fact, StorageFailed):
            self._resolve(Turn.BROKEN, str(fact.error))
        elif isinstance(fact, BytesCompared):
            self._opinions.compared(fact)
        elif isinstance(fact, SpoilerNamed):
            self._opinions.outvoted(fact)
            self._blame(fact.source_id)

    def _blame(self, source_id: SourceId) -> None:
        """A source was found out after its block had come anew; one that spoils many is not asked again."""
        self._spoiled[source_id] += 1
        if self._spoiled[source_id] >= self._tuning.bad_blocks:
            self.tell(SourceRejected(source_id, f"it delivered {self._spoiled[source_id]} bad blocks"))

    def _on_note(self, note: Note) -> None:
        self._act(SchedulerActed(self._job.job_id, note.at_s, note.kind, note.source_id, note.words))

    def _note_line(self, kind: StepIn, source_id: SourceId | None, words: str) -> None:
        self._act(SchedulerActed(self._job.job_id, self._services.clock.monotonic_s(), kind, source_id, words))

    def _act(self, act: SchedulerActed) -> None:
        self._job.activity.append(act)
        self._services.observer.scheduler_acted(act)

    # ---- the inside --------------------------------------------------------------------------------------

    @property
    def _tuning(self) -> Tuning:
        own = self._job.record.spec.options.tuning
        return own if own is not None else self._services.settings.tuning

    def _become(self, state: JobState) -> None:
        self._job.become(state)
        self._state_changed()

    def _tick(self) -> None:
        self._progress.measure(self._storage.dispatcher)
        self._progress.tell(self._scheduler)
        self._opinions.want(self._storage.dispatcher, self._tuning.samples)
        self._ticker = asyncio.get_running_loop().call_later(TICK_S, self._tick)

    def _new_agreement(self) -> Agreement:
        record = self._job.record
        told = record.spec.options.size_bytes
        trusted = told if told is not None else record.size_bytes if record.received_bytes else None
        return Agreement(tuple(self._job.sources), trusted, dict(record.validators))

    def _sources_event(self) -> SourcesChanged:
        make = self._services.profiles.profile
        return SourcesChanged(tuple(make(source_id, source) for source_id, source in self._job.sources.items()))

    def __repr__(self) -> str:
        return f"<JobDriver of {self._job!r}: {self._scheduler!r} {self._storage!r}>"
