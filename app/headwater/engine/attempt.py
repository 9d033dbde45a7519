"""One attempt at a file: a scheduler, its channels, and the desk that judges their answers, put together.

A run has one attempt, and another when the first worked on a file that lost the vote. Here they are joined and
taken apart; nothing is decided. The rule: what an attempt measured of hosts is remembered, however it ends.
"""

from collections.abc import Callable
from dataclasses import replace

from headwater.engine.agreement import Agreement
from headwater.engine.answer_desk import AnswerDesk
from headwater.engine.channel_runner import ChannelRunner
from headwater.engine.conductor import Conductor, Ending, Note
from headwater.engine.job import Job
from headwater.engine.job_storage import JobStorage
from headwater.engine.leads import Leads
from headwater.engine.rate_limit import JobBuckets
from headwater.engine.services import Services
from headwater.engine.turns import Turn, Turns
from headwater.model.errors import LocalError
from headwater.model.events import Event, SourceRejected, SourcesChanged
from headwater.model.source import SourceId
from headwater.model.tuning import Tuning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler


class Attempt:
    """Begins with `begin`, ends with `close`. What interrupts it goes to `turns`; `answered` hears of every answer that
    was accepted."""

    def __init__(
        self,
        job: Job,
        services: Services,
        *,
        storage: JobStorage,
        agreement: Agreement,
        buckets: JobBuckets,
        leads: Leads,
        turns: Turns,
        noted: Callable[[Note], None],
        answered: Callable[[SourceId], None],
    ) -> None:
        self._job = job
        self._services = services
        self._agreement = agreement
        self._turns = turns
        self.scheduler = PrioritizationScheduler(
            job.record.size_bytes, storage.received, tuning_of(job, services), job.record.spec.options.order
        )
        desk = AnswerDesk(
            job,
            services,
            storage=storage,
            agreement=agreement,
            buckets=buckets,
            leads=leads,
            start_over=lambda: turns.take(Turn.START_OVER),
            answered=answered,
        )
        self._conductor = desk.conductor = Conductor(
            self.scheduler,
            services.clock.monotonic_s,
            make_runner=lambda channel_id, source_id: ChannelRunner(channel_id, source_id, desk),
            noted=noted,
            over=self._on_ending,
            broke=self._on_broken,
            brought=lambda source_id, count: services.traffic.count(job.host_of(source_id), count),
        )

    def begin(self) -> None:
        """Tell the scheduler of the sources, those included that were found to serve another file."""
        self.sources_changed()
        for source_id, reason in self._agreement.rejected.items():
            self.tell(SourceRejected(source_id, reason))

    def tell(self, event: Event) -> None:
        """Hand an event to the scheduler."""
        self._conductor.tell(event)

    @property
    def in_use(self) -> tuple[int, int]:
        """How many sources and how many channels are in use."""
        return self._conductor.in_use

    def sources_changed(self) -> None:
        """The job's list of sources or what is wished of them changed."""
        hosts = {source.host for source in self._job.sources.values() if source.enabled}
        self._services.shares.join(self._job.job_id, hosts, self._tell_sources)
        sources, options = self._job.sources.values(), self._job.record.spec.options
        self._services.outlook.join(self._job.job_id, sources, options, self._tell_sources)
        self._tell_sources()

    def _tell_sources(self) -> None:
        make = self._services.profiles.profile
        profiles = [make(source_id, source) for source_id, source in self._job.sources.items()]
        # The scheduler holds a budget against all that a source brought to this attempt, and part of it is spent.
        came = {one.source_id: one.received_bytes for one in self.scheduler.sources(self._services.clock.monotonic_s())}
        self.tell(
            SourcesChanged(
                tuple(
                    profile
                    if profile.budget_left_bytes is None
                    else replace(profile, budget_left_bytes=profile.budget_left_bytes + came.get(profile.source_id, 0))
                    for profile in profiles
                ),
                self._services.shares.of_all(self._services.settings.most_channels),
            )
        )

    def look_at_budgets(self) -> None:
        """Other jobs may have used up meanwhile what a host may bring this month."""
        if self._services.preferences.has_caps:
            self.sources_changed()

    async def close(self) -> None:
        """Close all channels; returns when they are closed."""
        self._services.shares.leave(self._job.job_id)
        self._services.outlook.leave(self._job.job_id)
        await self._conductor.close()
        sources = self._job.sources
        histories = {source.host: self.scheduler.history(source_id) for source_id, source in sources.items()}
        self._services.memory.learn(histories)

    def _on_ending(self, ending: Ending, words: str) -> None:
        self._turns.take(Turn.COMPLETE if ending is Ending.COMPLETE else Turn.HOPELESS, words)

    def _on_broken(self, error: BaseException) -> None:
        if isinstance(error, LocalError):
            self._turns.take(Turn.BROKEN, str(error), error.cause)
        else:
            self._turns.fail(error)

    def __repr__(self) -> str:
        return f"<Attempt at {self._job.display_name}: {self._conductor!r}>"


def tuning_of(job: Job, services: Services) -> Tuning:
    """The tuning in force for a job: its own, else the settings'."""
    own = job.record.spec.options.tuning
    return own if own is not None else services.settings.tuning


def agreement_for(job: Job) -> Agreement:
    """What a run begins with: the size that was told for sure, and what is known of the bytes that are here."""
    record = job.record
    return Agreement(
        tuple(job.sources),
        record.spec.options.size_bytes,
        dict(record.validators) if record.received_bytes else None,
        record.size_bytes if record.received_bytes else None,
        newcomers=job.sources.keys() - job.suppliers.keys() if record.received_bytes else (),
    )
