"""The scheduler's door: facts in, decisions out.

    scheduler = PrioritizationScheduler(size_bytes, received, tuning, order)
    decisions = scheduler.handle(event, now)

It keeps the books of one job, runs the parts (sources, constraints, priorities, shares, placement, recovery, end
game) as one, and is the only module of this package that others import to decide. The rule that keeps it honest:
no clock, no I/O, no chance; the same events at the same times give the same decisions.

Semantics of the door: a channel is gone after `ChannelFailed`, `ChannelClosed` or `RangeDone(reusable=False)`.
`CloseChannel` frees what the channel had in flight at once; bytes that still arrive before `ChannelClosed` count.
Bytes that are already there count as waste of the source that brought them.
"""

from typing import Final

from headwater.model.decisions import Decision
from headwater.model.events import Event, OpinionsWanted, WishesChanged
from headwater.model.priority import PriorityOrder
from headwater.model.source import HostHistory, SourceId
from headwater.model.spans import SpanSet
from headwater.model.tuning import Tuning
from headwater.schedule.dispatch import Dispatcher
from headwater.schedule.express import Express
from headwater.schedule.facts import Concern, Reach, take_fact
from headwater.schedule.job_books import JobBooks, Note
from headwater.schedule.recovery import Rescuer
from headwater.schedule.sampling import Sampler
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.source_scheduler import learn_lanes
from headwater.schedule.standings import (
    ChannelStanding,
    SourceStanding,
    channel_standings,
    find_verdict,
    source_standings,
)
from headwater.schedule.starters import cut_starters

#: How often rates are sampled and lateness is looked for while anything is under way (s).
TICK_S: Final = 0.1


class PrioritizationScheduler:
    """All decisions of one job. See the module's docstring for the contract."""

    def __init__(
        self,
        size_bytes: int | None = None,
        received: SpanSet | None = None,
        tuning: Tuning | None = None,
        order: PriorityOrder | None = None,
    ) -> None:
        self._books = JobBooks(size_bytes, received or SpanSet(), tuning or Tuning(), order or PriorityOrder())
        self._dispatcher = Dispatcher(self._books)
        self._rescuer = Rescuer(self._books, self._dispatcher)
        self._express = Express(self._books, self._dispatcher)
        self._sampler = Sampler(self._books, self._dispatcher)
        self._next_tick_s: float | None = None
        self._last_tick_s = 0.0

    # The door ----------------------------------------------------------------------------------------------------

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        """Take a fact at `now` (seconds, any monotonic clock); returns what to do, in this order."""
        books = self._books
        books.decisions = []
        reach: Concern = Reach.NOBODY
        if isinstance(event, OpinionsWanted):
            self._sampler.want(event.opinions)
        else:
            reach = take_fact(books, event, now)
        books.readers.look(books.bytes.received, books.bytes.end, now)
        if books.bytes.is_complete:
            self._sampler.settle(now)
        else:
            self._sampler.go_on()
        if self.is_complete:
            books.close_all("the file is complete", now)
            self._next_tick_s = None
        elif books.is_online:
            self._decide(event, reach, now)
            self._plan_wake(now)
        else:
            self._next_tick_s = None
        return tuple(books.decisions)

    def _decide(self, event: Event, reach: Concern, now: float) -> None:
        if self._next_tick_s is not None and now >= self._next_tick_s:
            self._tick(now)
        elif isinstance(reach, SourceRecord):
            self._sampler.offer(reach, now)
            self._dispatcher.feed(reach, now)
        elif isinstance(event, OpinionsWanted):
            self._sampler.run(now)
        elif isinstance(event, WishesChanged) and self._books.prioritizer.has_waiting_reader:
            self._express.run(now)
            self._dispatcher.run(now)
            self._rescuer.run(now)
        elif reach is Reach.ALL:
            self._dispatcher.run(now)
        self._dispatcher.run_due(now)

    @property
    def next_wake_s(self) -> float | None:
        """When `Woken` is wanted next, on the events' clock; None when only other events matter."""
        if self._next_tick_s is None:
            return None
        due_s = self._dispatcher.due_s
        return self._next_tick_s if due_s is None else min(due_s, self._next_tick_s)

    @property
    def is_complete(self) -> bool:
        """Whether every byte was received, none rejected since, and no dispute is left that a source could settle."""
        return self._books.bytes.is_complete and not self._sampler.is_settling

    def take_notes(self) -> tuple[Note, ...]:
        """The moments at which the scheduler stepped in since the last call."""
        notes, self._books.notes = tuple(self._books.notes), []
        return notes

    def history(self, source_id: SourceId) -> HostHistory:
        """What was measured of a source's host, for later jobs. Raises `KeyError` for an unknown source."""
        return self._books.sources.history(source_id)

    def sources(self, now: float) -> tuple[SourceStanding, ...]:
        """All sources as they stand, in the order of their numbers."""
        return source_standings(self._books, now)

    def channels(self, now: float) -> tuple[ChannelStanding, ...]:
        """All channels as they stand, in the order of their numbers."""
        return channel_standings(self._books, now)

    def verdict(self, now: float) -> str | None:  # noqa: ARG002  # the door takes the time with every question
        """None while there is hope, else one sentence that says why nothing can get further."""
        return find_verdict(self._books)

    # Time --------------------------------------------------------------------------------------------------------

    def _tick(self, now: float) -> None:
        """Sample the meters, learn, look for what is late, and feed everybody."""
        self._next_tick_s = None
        passed_s = now - self._last_tick_s
        self._last_tick_s = now
        for record in self._books.sources.records.values():
            if record.channels:
                record.sample(now, passed_s, self._books.readers.is_hasty)
        self._books.sources.host_limits.relax(now)
        learn_lanes(self._books.sources)
        cut_starters(self._books, now)
        self._rescuer.close_redundant(now)
        self._express.run(now)
        self._dispatcher.run(now)
        self._rescuer.run(now)
        self._sampler.run(now)

    def _plan_wake(self, now: float) -> None:
        books = self._books
        if books.channels:
            if self._next_tick_s is None or self._next_tick_s <= now or self._next_tick_s > now + TICK_S:
                self._next_tick_s = now + TICK_S
        else:
            waits = (
                r.not_before_s for r in books.sources.records.values() if r.profile.enabled and r.set_aside is None
            )
            self._next_tick_s = min((wait_s for wait_s in waits if wait_s > now), default=None)
