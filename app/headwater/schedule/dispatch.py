"""Deciding who is asked for something now: the parts of the scheduler, run as one.

For every source that should have more under way: when, over which connection (`lanes`), and for what (`planning`). The
rule that keeps it honest: only `JobBooks` is changed, and only through its methods.
"""

from heapq import heappop, heappush
from math import inf
from typing import Final

from headwater.model.decisions import Purpose
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import say
from headwater.schedule.advanced_scheduler import Supply
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.data_prioritizer import Level
from headwater.schedule.holdings import GRAIN_BYTES
from headwater.schedule.job_books import JobBooks
from headwater.schedule.lanes import Lanes, is_near
from headwater.schedule.planning import Planner
from headwater.schedule.reserves import choose_sources
from headwater.schedule.scarcity import reserve
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.subinterval_smoothing import lead_s

#: First bytes that come so soon after the first connection of all tell a near source (s); others wait for them so long.
HELLO_S: Final = 0.03
#: How far a source is, its first connection tells: further first requests wait for that, but no longer than this (s).
HELD_S: Final = 0.75
#: A source that is nearly done is not looked at again sooner than this (s).
LEAST_WAIT_S: Final = 0.005


class Dispatcher:
    """Asks sources for bytes. `due_s` is when it wants to be run again for a source that is nearly done."""

    def __init__(self, books: JobBooks) -> None:
        self.books = books
        self.lanes = Lanes(books)
        self.planner = Planner(books, self.lanes)
        # When, a number that is never equal, and the source that is nearly done then; only its newest number counts.
        self._due: list[tuple[float, int, SourceRecord]] = []
        self._tickets = 0

    @property
    def due_s(self) -> float | None:
        return self._due[0][0] if self._due else None

    def run(self, now: float) -> None:
        """Feed every source, best first."""
        books = self.books
        books.rank()
        self._question_doubts(now)
        self._choose_sources(now)
        self.planner.note_front(now)
        for record in books.ranked:
            self.refresh_supply(record, now)
        if books.bytes.size_bytes is not None:
            usable = (record for record in books.ranked if record.may_be_asked(now))
            supplies = {record.source_id: (record.known_rate, record.constraints.holds) for record in usable}
            self.planner.reserved = reserve(books.bytes.free, books.bytes.end, supplies)
            self.planner.reserved |= self._explore(now)
        for record in books.ranked:
            self.feed(record, now)

    def run_due(self, now: float) -> None:
        """Feed the sources whose requests are nearly done."""
        while self._due and self._due[0][0] <= now:
            _, ticket, record = heappop(self._due)
            if record.due_ticket == ticket and self.books.sources.records.get(record.source_id) is record:
                self.feed(record, now)

    def _choose_sources(self, now: float) -> None:
        """Say who is used now; connections of those who are not any more are closed once they are idle."""
        for record in choose_sources(self.books.ranked, self.books.bytes.free, now, self.books.tuning):
            for channel in list(record.channels.values()):
                if channel.flight is None:
                    self.books.close_surplus(channel, now)

    def _question_doubts(self, now: float) -> None:
        """Have sources asked for what they are only presumed to lack: where no other can be asked for it, and, little
        by little, where they have nothing else to give."""
        books = self.books
        hopeful = [one for one in books.sources.records.values() if not one.is_hopeless(books.tuning)]
        doubted = [one for one in hopeful if one.constraints.holdings.is_doubted]
        free = books.bytes.free
        if not doubted or not free or books.bytes.size_bytes is None:
            return
        if not any(one.constraints.holdings.is_whole for one in hopeful):
            lacking = free.copy()
            for record in hopeful:
                lacking.difference_update([part for span in lacking for part in record.constraints.mask(span)])
            for record in doubted if lacking else ():
                record.constraints.holdings.lift(lacking)
        for record in doubted:
            if not record.is_asked and record.may_be_asked(now) and not record.constraints.given_bytes(free):
                record.constraints.holdings.feel(free)

    def _explore(self, now: float) -> dict[SourceId, SpanSet]:
        """Where one source lacks a part of the file others may, too, and the sooner that is known the better all fit
        together: what to ask each for next, amid the longest stretch of which it has not said anything."""
        books = self.books
        asked: dict[SourceId, SpanSet] = {}
        if books.readers.is_hasty or not any(one.constraints.holdings.is_doubted for one in books.ranked):
            return asked
        for record in books.ranked:
            if not record.may_be_asked(now) or record.is_failing or not record.constraints.can_range:
                continue
            amid = record.constraints.holdings.unexplored(books.bytes.end)
            if amid is None or any(span.overlaps(amid) for flight in record.flights for span in flight.remaining()):
                continue
            free = max(books.bytes.free.within(amid), key=lambda span: span.size, default=None)
            if free is not None:
                middle = (free.start + free.end) // 2
                scout = Span(middle, min(middle + GRAIN_BYTES, free.end))
                record.constraints.holdings.look_into(scout)
                asked[record.source_id] = SpanSet([scout])
        return asked

    def refresh_supply(self, record: SourceRecord, now: float) -> None:
        """What the others may expect of this source."""
        rate = record.clock_rate
        is_known = record.is_proven or record.profile.history.latency_s is not None
        if not is_known or rate <= 0 or not record.may_be_asked(now):
            record.supply = Supply(inf, 0, 1.0)
            return
        rest = 0
        for channel in record.channels.values():
            if channel.flight is not None and not channel.flight.soft:
                rest += channel.flight.remaining_bytes
        tuning, lanes = self.books.tuning, max(1, self.lanes.wanted(record))
        size = rate * tuning.interval_s / tuning.sub_intervals / lanes
        size = min(max(size, tuning.min_span_bytes), tuning.max_span_bytes)
        record.supply = Supply(now + record.wait_s(now) + rest / rate, int(size * lanes), size * lanes / rate)

    def feed(self, record: SourceRecord, now: float) -> None:
        """Give a source as many requests as it should have under way."""
        books = self.books
        if not books.is_online or not record.may_be_asked(now) or books.bytes.is_complete:
            return
        lead = lead_s(record.latency_s, record.latency.deviation_s) if record.is_ramped else 0.0
        while record.affordable_bytes > 0:
            is_urgent = record.is_proven and self._is_urgent()
            lanes = self.lanes.wanted(record) + (1 if is_urgent else 0)
            live, due_s = self._flowing(record, lanes, lead, now)
            # A hand-over may fill the lane that is meant for a reader who stands still.
            is_full = live > lanes - 0.5
            if is_full and (not is_urgent or any(flight.purpose is Purpose.URGENT for flight in record.flights)):
                if lead > 0 and due_s < inf:
                    self._look_again(record, max(due_s - lead, now + LEAST_WAIT_S))
                return
            hello_s = self._hello_s(record)
            if hello_s > now:
                self._look_again(record, hello_s)
                return
            held_s = self._held_s(record)
            if held_s > now:
                self._open_ahead(record, lanes, now)
                self._look_again(record, held_s)
                return
            channel_or_none = self.lanes.channel_for(record, lanes, now)
            if channel_or_none is False:
                return
            if not self._ask(record, channel_or_none, now):
                return

    def _flowing(self, record: SourceRecord, lanes: int, lead: float, now: float) -> tuple[float, float]:
        """How many lanes are filled for longer than `lead` (s) from now, and when the first of these requests ends."""
        live, due_s = 0.0, inf
        is_weighed = record.is_ramped and not record.is_failing
        lane_rate = record.capacity / max(1, lanes)
        for channel, flight, rest_s in record.rests_s(now, hopeful=True):
            ends_s = now + rest_s
            if ends_s > now + lead and flight.purpose is not Purpose.SAMPLE:
                live += self.lanes.weight(channel, lane_rate, now) if is_weighed else 1.0
                due_s = min(due_s, ends_s)
        return live, due_s

    def _look_again(self, record: SourceRecord, at_s: float) -> None:
        self._tickets += 1
        record.due_ticket = self._tickets
        heappush(self._due, (at_s, self._tickets, record))

    def _hello_s(self, record: SourceRecord) -> float:
        """Until when to wait for a source's first bytes before opening more: they tell whether it is near and fast.

        What passed before any source was reached says nothing of this one: the computer was at its own start, too."""
        greeted_s = self.books.greeted_s
        is_known = record.is_proven or record.profile.history.latency_s is not None
        if greeted_s is None or is_known or not record.channels:
            return -inf
        return greeted_s + HELLO_S

    def _held_s(self, record: SourceRecord) -> float:
        """Until when to hold back all first requests of a source but one: where they belong depends on how far it is.

        Alone it will be asked for everything anyway, and a reader that waits is to be served at once."""
        is_known = record.is_proven or record.latency.mean_s is not None
        if is_known or not record.channels or self.books.readers.is_hasty or self.books.usable <= 1:
            return -inf
        return next(iter(record.channels.values())).opened_s + HELD_S

    def _open_ahead(self, record: SourceRecord, lanes: int, now: float) -> None:
        """Connect as often as first requests will be made, so that these lose no time."""
        while len(record.channels) < lanes and self.books.sources.may_open(record):
            self.books.open(record, now)

    def _is_urgent(self) -> bool:
        """Whether a reader stands still for bytes that nobody is asked for."""
        books = self.books
        return books.prioritizer.has_waiting_reader and any(
            band.level is Level.BLOCKED and books.bytes.free.overlaps(band.span) for band in books.prioritizer.bands
        )

    def spare_channel(
        self, record: SourceRecord, now: float, *, for_sample: bool = False
    ) -> ChannelRecord | bool | None:
        """As `Lanes.channel_for`, with one lane more than ordinary work has. For a sample a near source has none: its
        connections are soon free, and each one more has its price."""
        more = 0 if for_sample and is_near(record) else 1
        return self.lanes.channel_for(record, self.lanes.wanted(record) + more, now)

    def _ask(self, record: SourceRecord, channel: ChannelRecord | bool | None, now: float) -> bool:
        books = self.books
        chosen = self.planner.choose(record, channel if isinstance(channel, ChannelRecord) else None, now)
        if chosen is None:
            return False
        spans, purpose, soft = chosen
        used = channel if isinstance(channel, ChannelRecord) else books.open(record, now)
        if record.is_failing and record.is_proven and not soft:
            little = Span(spans[0].start, min(spans[0].end, spans[0].start + books.tuning.first_span_bytes))
            books.probe(
                used, (little,), now, say("asking a source that failed for a little, to see whether it is back")
            )
        else:
            books.ask(used, spans, purpose, now, soft)
        self.refresh_supply(record, now)
        return True
