"""One run of one job: from the moment its turn comes until it is done, failed or stopped.

Here lives the order of things: open what is stored, let a scheduler and its channels work, finish, and say how it
went. What to fetch is the scheduler's, what answers mean the desk's, the bytes are the storage's. The rule: whatever
way a run ends, its channels are closed first, then what came is made durable.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from headwater.content.facts import BytesCompared, Fact, SpoilerNamed, StorageFailed, WishesMoved
from headwater.content.io_dispatcher import IoDispatcher
from headwater.content.origin_marks import mark_file
from headwater.engine.activity_log import ActivityLog
from headwater.engine.attempt import Attempt, agreement_for, tuning_of
from headwater.engine.channel_settings import total_timeout_s
from headwater.engine.destination import refuse_taken
from headwater.engine.file_signature import check_signature
from headwater.engine.job import Job
from headwater.engine.job_storage import JobStorage
from headwater.engine.leads import Leads
from headwater.engine.lease import Lease
from headwater.engine.network_watch import needs_network
from headwater.engine.outcome import Outcome, stopped_by
from headwater.engine.patience import reason_to_wait
from headwater.engine.progress import Progress
from headwater.engine.rate_limit import JobBuckets
from headwater.engine.services import Services
from headwater.engine.source_trust import SourceTrust
from headwater.engine.turns import Turn, Turns
from headwater.model.errors import Cause, HeadwaterError, IntegrityError, LocalError
from headwater.model.events import (
    BlockProven,
    BlockRejected,
    Event,
    NetworkChanged,
    SourceForgiven,
    TuningChanged,
    WishesChanged,
)
from headwater.model.job import JobState
from headwater.model.snapshots import StepIn
from headwater.model.source import SourceId
from headwater.model.spans import Span
from headwater.model.wording import in_turn, say
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler

#: How often progress is measured and told.
TICK_S: Final = 0.1
#: After so many of these, what hosts may still bring this month is looked at again, and whether anybody may be asked.
BUDGET_TICKS: Final = 10

_OFFLINE: Final = say("This computer has no network; the download goes on when there is one again.")
_METERED: Final = say("The connection is metered; the download goes on over another one, or when the settings say so.")
_ADVICE: Final = say("A fresh link lets the download go on with what it has.")

_log = logging.getLogger(__name__)


class JobDriver:
    """Runs one job once. `run` is awaited by the engine; the other methods may be called meanwhile."""

    def __init__(self, job: Job, services: Services, state_changed: Callable[[], None]) -> None:
        self._job = job
        self._services = services
        self._state_changed = state_changed
        self._storage = JobStorage(job, services, self._on_fact)
        self._agreement = agreement_for(job)
        self._buckets = JobBuckets()
        self._attempt: Attempt | None = None
        self._turns = Turns()
        self._progress = Progress(job, services)
        self._log = ActivityLog(job, services)
        self._trust = SourceTrust(
            job,
            services,
            self._storage,
            scheduler=lambda: self.scheduler,
            tell=self.tell,
            note=self._log.line,
            unmarked=lambda: self._agreement.unmarked,
        )
        self._leads = Leads(
            job,
            services,
            dispatcher=lambda: self._storage.dispatcher,
            sources_changed=self.sources_changed,
            note=lambda words: self._log.line(StepIn.LEARNED, None, words),
        )
        self._waits_for: str | None = None
        self._ticker: asyncio.TimerHandle | None = None
        self._ticks = 0

    # ---- for the engine ----------------------------------------------------------------------------------

    @property
    def scheduler(self) -> PrioritizationScheduler | None:
        return self._attempt.scheduler if self._attempt is not None else None

    @property
    def in_use(self) -> tuple[int, int]:
        """How many sources and how many channels are in use."""
        return self._attempt.in_use if self._attempt is not None else (0, 0)

    @property
    def storage(self) -> JobStorage:
        return self._storage

    def stop(self) -> None:
        """Let `run` come to its end soon; a file that is being finished is finished first."""
        self._turns.stop()

    def tell(self, event: Event) -> None:
        """Hand a command's event to the scheduler (`TuningChanged`, `OrderChanged`, ...)."""
        if self._attempt is not None:
            self._attempt.tell(event)

    def sources_changed(self) -> None:
        """The job's list of sources or the preferences changed."""
        self._agreement.set_order(
            tuple(self._job.sources), dict(self._job.record.validators), keeps_bytes=bool(self._storage.received)
        )
        if self._attempt is not None:
            self._attempt.sources_changed()
        self.limits_changed()
        if not self._services.network.is_online or self._services.outlook.holds_back:
            self.network_changed()

    def ask_again(self, source_id: SourceId) -> None:
        """Forget what a source did wrong."""
        self._agreement.forgive(source_id)
        self._trust.forgive(source_id)
        self.tell(SourceForgiven(source_id))

    def limits_changed(self) -> None:
        """A limit changed: the job's own, that of a source or host, or one over all jobs."""
        limits = self._services.limits
        limits.limit(self._buckets.whole, self._job.record.spec.options.rate_limit_bytes_per_s)
        for number, source in self._job.sources.items():
            limits.limit(self._buckets.of(number)[1], source.rate_limit_bytes_per_s)
        timeout_s = total_timeout_s(self._job.record.spec.options, self._services.settings)
        self.tell(
            limits.in_force(self._buckets, {number: s.host for number, s in self._job.sources.items()}, timeout_s)
        )

    def network_changed(self) -> None:
        """The network went, came, or is another one. A job with a source on this computer is never held back."""
        services = self._services
        why = _OFFLINE if not services.network.is_online else _METERED if services.outlook.holds_back else None
        if not all(needs_network(source.url) for source in self._job.sources.values() if source.enabled):
            why = None
        self._job.update(error=why)
        self.tell(NetworkChanged(why is None, is_withheld=why is _METERED))

    def settings_changed(self) -> None:
        """The settings for all jobs changed: preferences of hosts, or the tuning a job takes that has none."""
        self.tell(TuningChanged(tuning_of(self._job, self._services)))
        if self._attempt is not None:
            self._attempt.sources_changed()
        self.limits_changed()

    async def run(self) -> Outcome:
        """Work until the job is done, failed or stopped. Raises only what is a fault of the program."""
        try:
            lease = await Lease.take(self._services.leases_folder, self._job.job_id, self._services.disk)
        except LocalError:
            words = say("{name} is being fetched by another Headwater", name=self._job.display_name)
            return Outcome(JobState.PAUSED, error=words)
        try:
            return await self._run_attempts()
        except LocalError as error:
            return stopped_by(str(error), error.cause)
        except HeadwaterError as error:
            return Outcome(JobState.FAILED, error=str(error), cause=error.cause)
        finally:
            try:
                await self._close()
            finally:
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
            outcome = await self._meet_turns()
            if outcome is not None:
                return outcome
            await self._end_attempt()
            await self._storage.start_over()
            self._job.update(size_bytes=self._agreement.size_bytes, received_bytes=0, modified_at=None)

    async def _meet_turns(self) -> Outcome | None:
        """Let one scheduler work; None when everything has to start over."""
        while True:
            turn, words = await self._turns.wait()
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
                return stopped_by(words, self._turns.cause)
            else:
                error = in_turn(words, _ADVICE) if self._job.wants_fresh_url else words
                return Outcome(JobState.FAILED, error=error, cause=self._last_cause())

    def _begin_attempt(self) -> None:
        self._turns.forget()
        self._attempt = Attempt(
            self._job,
            self._services,
            storage=self._storage,
            agreement=self._agreement,
            buckets=self._buckets,
            leads=self._leads,
            turns=self._turns,
            noted=self._log.note,
            answered=self._trust.answered,
        )
        self.limits_changed()
        self._storage.tell_wishes()  # before anything is asked for: what a reader waits for comes first
        self._attempt.begin()
        if not self._services.network.is_online or self._services.outlook.holds_back:
            self.network_changed()
        self._trust.begin()

    async def _end_attempt(self) -> None:
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            await attempt.close()

    def _last_cause(self) -> Cause | None:
        """What the source that failed last came to grief by."""
        return next(reversed(self._job.failures.values()), None)

    async def _finish(self) -> Outcome:
        """Prove, sync and name the file. State RUNNING: bytes were bad, and are wanted anew."""
        dispatcher = await self._storage.open()
        await dispatcher.compared()
        if self._trust.asks_on(dispatcher):
            return Outcome(JobState.RUNNING)
        self._trust.settle(may_wait=False)
        record = self._job.record
        if record.name is None:
            raise RuntimeError("a file without a name is complete")
        options = record.spec.options
        keep_time = options.use_server_time or self._services.settings.use_server_time
        if dispatcher.finished_path is None and not options.overwrite and not options.may_number:
            await self._services.disk.run(0, refuse_taken, record.spec.folder / record.name)
        if dispatcher.is_complete and dispatcher.finished_path is None:
            await self._storage.bring_home()
        self._job.hashed = dispatcher
        remarks: list[str] = []
        try:
            path = await dispatcher.finish(
                record.spec.folder / record.name,
                overwrite=options.overwrite,
                modified_at=record.modified_at if keep_time else None,
                approve=lambda part: check_signature(self._job, part, remarks.append),
            )
        except IntegrityError as error:
            if self.scheduler is not None and not self._agree_with_storage(self.scheduler, dispatcher):
                return Outcome(JobState.RUNNING)
            return Outcome(JobState.FAILED, error=str(error), cause=error.cause)
        finally:
            self._job.hashed = None
        await self._mark(path)
        words = remarks if dispatcher.verdict is None else [dispatcher.verdict.sentence, *remarks]
        return Outcome(JobState.DONE, path=path, verdict=in_turn(*words) if words else None)

    async def _mark(self, path: Path) -> None:
        """Tell the system that the file came from the internet, as the settings say."""
        settings, now = self._services.settings, self._services.clock.unix_s()
        if settings.mark_files or settings.note_origin:
            url = next((source.url for source in self._job.record.spec.sources), None)
            foreign, origin = settings.mark_files, settings.note_origin
            await self._services.disk.run(0, mark_file, path, url, now, is_foreign=foreign, keeps_origin=origin)

    def _agree_with_storage(self, scheduler: PrioritizationScheduler, dispatcher: IoDispatcher) -> bool:
        """Whether the scheduler, too, knows that nothing is missing. A block may be given up while its last bytes wait
        for room, and they are told only then: the scheduler hears once more of what is not there."""
        size = self._job.record.size_bytes
        if scheduler.is_complete and size:
            for gap in tuple(dispatcher.received.gaps(Span(0, size))):
                self.tell(BlockRejected(gap, ()))
        return scheduler.is_complete

    async def _close(self) -> None:
        await self._leads.close()
        if self._ticker is not None:
            self._ticker.cancel()
        scheduler, dispatcher = self.scheduler, self._storage.dispatcher
        try:
            await self._end_attempt()
        finally:
            await self._close_storage()
        # After closing, which made durable what it could and gave up what the disk refused.
        self._progress.measure(dispatcher)
        self._progress.rest(scheduler, dispatcher)

    async def _close_storage(self) -> None:
        try:
            await self._storage.close()
        except LocalError as error:
            _log.warning("What came last of %s could not be made durable: %s", self._job.display_name, error)

    # ---- what is heard -----------------------------------------------------------------------------------

    def _on_fact(self, fact: Fact) -> None:
        """What content reports."""
        if isinstance(fact, BlockProven | BlockRejected):
            self.tell(fact)
            if isinstance(fact, BlockRejected):
                self._trust.rejected(fact)
        elif isinstance(fact, WishesMoved):
            self.tell(WishesChanged(fact.wishes))
        elif isinstance(fact, StorageFailed):
            self._turns.take(Turn.BROKEN, str(fact.error), fact.error.cause)
        elif isinstance(fact, BytesCompared):
            self._trust.compared(fact)
        elif isinstance(fact, SpoilerNamed):
            self._trust.named(fact)

    # ---- the inside --------------------------------------------------------------------------------------

    def _become(self, state: JobState) -> None:
        self._job.become(state)
        self._state_changed()

    def _tick(self) -> None:
        self._progress.measure(self._storage.dispatcher)
        self._progress.tell(self.scheduler)
        self._trust.look()
        self._ticks += 1
        if self._attempt is not None and self._ticks % BUDGET_TICKS == 0:
            self._attempt.look_at_budgets()
            self._say_what_is_waited_for()
        self._ticker = asyncio.get_running_loop().call_later(TICK_S, self._tick)

    def _say_what_is_waited_for(self) -> None:
        """Where every source rests, the job says until when, unless it says already that there is no network."""
        services, told, words = self._services, self._job.record.error, None
        if told not in (None, self._waits_for):
            return
        if self.scheduler is not None and self.in_use == (0, 0):
            now = services.clock.monotonic_s()
            words = reason_to_wait(self.scheduler.sources(now), self._job.sources, now, services.clock.unix_s())
        self._waits_for = words
        self._job.update(error=words)

    def __repr__(self) -> str:
        return f"<JobDriver of {self._job!r}: {self._attempt!r} {self._storage!r}>"
