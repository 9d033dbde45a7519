"""How far a running job is: measured ten times a second, told to whoever watches.

Counts and averages only; the truth about bytes is the dispatcher's. The rule: what is costly to show (sources,
channels) is built only while somebody looks.
"""

from math import exp
from typing import Final

from headwater.content.io_dispatcher import IoDispatcher
from headwater.engine.job import Job, SourceResult
from headwater.engine.services import Services
from headwater.engine.snapshots import at_rest, channel_snapshots, source_snapshots
from headwater.model.snapshots import JobSampled, SourceSnapshot
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler

#: Time constant of the shown rate (s): calm enough to read, quick enough to see a change.
_RATE_CONSTANT_S: Final = 1.5
#: Where nothing came for so long there is no rate: an average dies away slowly, and foretells hours meanwhile.
_SILENCE_S: Final = 4 * _RATE_CONSTANT_S


class Progress:
    """Measures one run of a job."""

    def __init__(self, job: Job, services: Services) -> None:
        self._job = job
        self._services = services
        self._at_s = services.clock.monotonic_s()
        self._bytes: int | None = None
        self._grew_s = self._at_s
        # An average that starts at nothing is divided by the weight it has gathered, so that the first value is right.
        self._sum = self._weight = 0.0

    def measure(self, dispatcher: IoDispatcher | None) -> None:
        """Take the job's figures as they are now."""
        now = self._services.clock.monotonic_s()
        passed_s, self._at_s = now - self._at_s, now
        job = self._job
        received = job.record.received_bytes
        if dispatcher is not None:
            received = dispatcher.received.total_bytes
            job.in_order_bytes = dispatcher.received.run_from(0)
            job.durable_bytes = dispatcher.durable.total_bytes
        if passed_s > 0 and self._bytes is not None:
            job.rate_bytes_per_s = self._rate(max(0, received - self._bytes), passed_s)
        if dispatcher is not None:
            self._bytes = received
        job.update(received_bytes=received, elapsed_s=job.record.elapsed_s + passed_s)

    def _rate(self, came_bytes: int, passed_s: float) -> float:
        """The rate after so many bytes came in so long."""
        if came_bytes:
            self._grew_s = self._at_s
        elif self._at_s - self._grew_s > _SILENCE_S:
            self._sum = self._weight = 0.0
            return 0.0
        share = 1.0 - exp(-passed_s / _RATE_CONSTANT_S)
        self._sum += share * (came_bytes / passed_s - self._sum)
        self._weight += share * (1.0 - self._weight)
        return self._sum / self._weight

    def tell(self, scheduler: PrioritizationScheduler | None) -> None:
        """Let the observer know, with sources and channels where it wants them."""
        observer, job = self._services.observer, self._job
        observer.job_touched(job.job_id)
        if scheduler is not None and observer.wants_samples:
            observer.job_sampled(self.sample(scheduler))

    def sample(self, scheduler: PrioritizationScheduler) -> JobSampled:
        now = self._services.clock.monotonic_s()
        return JobSampled(self._job.job_id, now, self._sources(scheduler, now), channel_snapshots(scheduler, now))

    def _sources(self, scheduler: PrioritizationScheduler, now: float) -> tuple[SourceSnapshot, ...]:
        return source_snapshots(self._job, scheduler, now, self._services.profiles)

    def rest(self, scheduler: PrioritizationScheduler | None, dispatcher: IoDispatcher | None) -> None:
        """The run is over: nothing flows any more; keep what is shown of a job at rest."""
        self._job.rate_bytes_per_s = 0.0
        if scheduler is not None:
            sources = self._sources(scheduler, self._services.clock.monotonic_s())
            self._job.last_sources = tuple(map(at_rest, sources))
        if dispatcher is not None:
            self._job.received = dispatcher.received.copy()
            self._job.suppliers = {source_id: spans.copy() for source_id, spans in dispatcher.suppliers.items()}
        self._job.update(results=tuple(map(self._result, self._job.last_sources)))

    def _result(self, source: SourceSnapshot) -> SourceResult:
        """What the catalog keeps of a source: who restarts the program sees what each has brought."""
        spans = self._job.suppliers.get(source.source_id)
        received_bytes = 0 if spans is None else spans.total_bytes
        return SourceResult(source.source_id, received_bytes, source.state, source.reason)

    def __repr__(self) -> str:
        return f"<Progress of {self._job!r} at {self._at_s:.3f} s>"
