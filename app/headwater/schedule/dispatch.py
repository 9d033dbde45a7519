"""Deciding who is asked for what now: the parts of the scheduler, run as one.

For every source that should have more under way: how much (allocator, smoothing), from where on (advanced placement,
end game), which bytes (bulk scheduler). The rule that keeps it honest: only `JobBooks` is changed, and only through
its methods.
"""

from heapq import heappop, heappush
from math import inf
from typing import Final

from headwater.model.channel import ChannelId
from headwater.model.decisions import Purpose
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet
from headwater.schedule.advanced_scheduler import Supply, skip_bytes
from headwater.schedule.bulk_scheduler import place
from headwater.schedule.byte_book import Flight
from headwater.schedule.channel_meter import transfer_s, window_rate
from headwater.schedule.data_prioritizer import Level
from headwater.schedule.end_game import finish_s
from headwater.schedule.job_books import JobBooks
from headwater.schedule.scarcity import reserve
from headwater.schedule.source_scheduler import ChannelRecord, SourceRecord
from headwater.schedule.subinterval_smoothing import lead_s, ramp_bytes, spare_channels

#: Channels opened at once to a source of which nothing is known; slow start is so many times faster.
START_LANES: Final = 8
#: The end game begins when the free bytes would last no longer than this (s).
END_GAME_S: Final = 4.0
#: Less than this is not worth a request.
LEAST_BYTES: Final = 16 * 1024
#: At the end, so much later than all others is not worth deferring for (s).
LEAST_DELAY_S: Final = 0.02
#: The first channel to a source asks for little, the others for so many times more, to grow without a pause.
RAMP_FACTOR: Final = 5
#: Growth may end at any time: in slow start bytes are placed as if it ended now, up to so far ahead (s).
RAMP_PATIENCE_S: Final = 4.0
#: First requests to sources of which nothing is known, beyond the first few, begin so far down the order.
PARKING_BYTES: Final = 4 * 1024**2
FRONT_STARTERS: Final = 2


class Dispatcher:
    """Asks sources for bytes. `due_s` is when it wants to be run again for a source that is nearly done."""

    def __init__(self, books: JobBooks) -> None:
        self.books = books
        self._due: list[tuple[float, ChannelId, Flight]] = []
        self._starts = 0
        self._reserved: dict[SourceId, SpanSet] = {}
        self._front = -1
        self._front_since_s = 0.0

    @property
    def due_s(self) -> float | None:
        return self._due[0][0] if self._due else None

    def run(self, now: float) -> None:
        """Feed every source, best first."""
        self.books.ranked = self.books.sources.rank()
        self._note_front(now)
        for record in self.books.ranked:
            self.refresh_supply(record, now)
        books = self.books
        if books.bytes.size_bytes is not None:
            usable = (record for record in books.ranked if record.may_be_asked(now))
            supplies = {record.source_id: (record.known_rate, record.constraints.holds) for record in usable}
            self._reserved = reserve(books.bytes.free, books.bytes.end, supplies)
        for record in books.ranked:
            self.feed(record, now)

    def run_due(self, now: float) -> None:
        """Feed the sources whose requests are nearly done."""
        while self._due and self._due[0][0] <= now:
            _, channel_id, flight = heappop(self._due)
            channel = self.books.channels.get(channel_id)
            if channel is not None and channel.flight is flight:
                self.feed(channel.source, now)

    def refresh_supply(self, record: SourceRecord, now: float) -> None:
        """What the others may expect of this source."""
        rate = record.known_rate
        if not record.is_proven or rate <= 0 or not record.may_be_asked(now):
            record.supply = Supply(inf, 0, 1.0)
            return
        rest = sum(flight.remaining_bytes for flight in record.flights if not flight.soft)
        piece_s = self.books.tuning.interval_s / self.books.tuning.sub_intervals
        free_s = now + record.wait_s(now) + rest / rate
        record.supply = Supply(free_s, int(rate * piece_s), piece_s)

    def feed(self, record: SourceRecord, now: float) -> None:
        """Give a source as many requests as it should have under way."""
        books = self.books
        if not books.is_online or not record.may_be_asked(now) or books.bytes.is_complete:
            return
        while True:
            lanes = self._lanes(record)
            lead = lead_s(record.latency_s, record.latency.deviation_s) if record.is_ramped else 0.0
            live, due_s, due = 0.0, inf, None
            for channel in record.channels.values():
                if channel.flight is None:
                    continue
                ends_s = now + record.rest_s(channel, now, hopeful=True)
                if ends_s > now + lead:
                    live += self._weight(channel, record.capacity / lanes, now) if record.is_ramped else 1.0
                    if ends_s < due_s:
                        due_s, due = ends_s, channel
            if live > lanes - 0.5:
                if lead > 0 and due is not None and due.flight is not None:
                    heappush(self._due, (max(due_s - lead, now + 0.005), due.channel_id, due.flight))
                return
            channel_or_none = self._channel_for(record, lanes, now)
            if channel_or_none is False:
                return
            if not self._ask(record, channel_or_none, now):
                return

    def _weight(self, channel: ChannelRecord, lane_rate: float, now: float) -> float:
        """What part of a lane a request fills: less than one while its connection is still growing."""
        soon_s = channel.source.latency_s if channel.flight and channel.flight.first_byte_s is not None else 0.0
        return min(1.0, window_rate(channel.rate.body_s(now) + soon_s, channel.source.latency_s) / lane_rate)

    def _lanes(self, record: SourceRecord) -> int:
        """Requests that should be flowing at this source."""
        books = self.books
        cap = books.sources.channel_cap(record)
        if books.bytes.size_bytes is None or not record.constraints.can_range:
            return min(1, cap)
        if record.failures_in_row and not record.is_ramped:
            return min(1, cap)
        if not record.is_ramped:
            usable = max(1, sum(1 for other in books.ranked if other.profile.enabled and other.set_aside is None))
            return min(cap, max(1, min(START_LANES, books.tuning.max_channels_per_job // usable)))
        return min(cap, record.learner.lanes)

    def _channel_for(self, record: SourceRecord, lanes: int, now: float) -> ChannelRecord | bool | None:
        """An idle channel; None when one may be opened; False when there is none to be had."""
        best: ChannelRecord | None = None
        for channel in record.channels.values():
            if channel.flight is None and (best is None or channel.window_rate(now) > best.window_rate(now)):
                best = channel
        if best is not None:
            return best
        piece_s = self.books.tuning.interval_s / self.books.tuning.sub_intervals
        most = lanes
        if record.is_ramped:
            lane_rate = record.capacity / lanes
            growing = sum(self._weight(channel, lane_rate, now) < 0.5 for channel in record.channels.values())
            most += spare_channels(lanes, record.latency_s, piece_s) + min(growing, START_LANES)
        if len(record.channels) < most and self.books.sources.may_open(record):
            return None
        return False

    def channel_for_rescue(self, record: SourceRecord, now: float) -> ChannelRecord | bool | None:
        """As `_channel_for`, with one lane more than ordinary work has."""
        return self._channel_for(record, self._lanes(record) + 1, now)

    # One request -------------------------------------------------------------------------------------------------

    def _ask(self, record: SourceRecord, channel: ChannelRecord | bool | None, now: float) -> bool:
        books = self.books
        chosen = self._choose(record, channel if isinstance(channel, ChannelRecord) else None, now)
        if chosen is None:
            return False
        span, purpose, soft = chosen
        used = channel if isinstance(channel, ChannelRecord) else books.open(record, now)
        books.ask(used, (span,), purpose, now, soft)
        self.refresh_supply(record, now)
        return True

    def _choose(
        self, record: SourceRecord, channel: ChannelRecord | None, now: float
    ) -> tuple[Span, Purpose, bool] | None:
        books = self.books
        if not record.constraints.can_range:
            return self._choose_unranged(record, now)
        lanes = self._lanes(record)
        latency_s = record.latency_s * (1 if channel is not None else 2)
        starts_s = now + latency_s
        ends = [now + record.rest_s(each, now) for each in record.channels.values() if each.flight is not None]
        if len(ends) >= lanes:
            starts_s = max(starts_s, min(ends))
        window = channel.window_rate(now) if channel is not None else 14_600 / max(record.latency_s, 0.001)
        cap = record.capacity / lanes
        size = self._size(record, window, cap, lanes, starts_s, bool(ends))
        finish = self._finish_s()
        if finish is not None:
            fair = int(min(cap, max(record.known_rate, 1.0)) * (finish - starts_s))
            if fair < LEAST_BYTES and (starts_s > finish + LEAST_DELAY_S and any(True for _ in books.flights())):
                return None
            size = min(size, max(fair, 4 * LEAST_BYTES))
        took_s = transfer_s(size, window, record.latency_s, cap)
        if cap == inf:
            took_s = max(took_s, min(size / window, RAMP_PATIENCE_S))
        lands_s = starts_s + took_s
        skip = self._skip(record, lands_s, now)
        bands = books.prioritizer.bands
        free = books.free_for(record, now)
        free, kept = books.bytes.free, self._reserved.get(record.source_id)
        placed = None
        if kept is not None:
            placed = place(free, bands, record.constraints, size, kept=kept)
        if placed is None and skip:
            placed = place(free, bands, record.constraints, size, skip)
        if placed is None:
            placed = place(free, bands, record.constraints, size)
        if placed is None:
            return None
        span, level = placed
        if level is Level.REPAIR:
            return span, Purpose.REPAIR, False
        if not record.is_proven:
            return span, Purpose.FIRST, False
        if level is Level.BLOCKED:
            return span, Purpose.URGENT, False
        if finish is not None:
            return span, Purpose.END_GAME, False
        return span, Purpose.ADVANCED if skip else Purpose.BULK, False

    def _choose_unranged(self, record: SourceRecord, now: float) -> tuple[Span, Purpose, bool] | None:
        books = self.books
        better = any(
            other is not record and other.may_be_asked(now) and other.constraints.can_range for other in books.ranked
        )
        if better or not books.bytes.free:
            return None
        return Span(0, books.bytes.end), Purpose.BULK, True

    def _size(self, record: SourceRecord, window: float, cap: float, lanes: int, starts_s: float, flows: bool) -> int:
        tuning = self.books.tuning
        if not record.is_proven and record.rate.rate is None:
            is_first = not any(True for _ in record.flights)
            return tuning.first_span_bytes * (1 if is_first else RAMP_FACTOR)
        ramp = ramp_bytes(window, record.latency_s)
        if cap == inf:
            size = ramp
        else:
            wait_s = 0.0 if flows else record.latency_s
            piece = record.budget.draw(starts_s, record.capacity, wait_s, tuning.interval_s, tuning.sub_intervals)
            size = min(piece // lanes, ramp) if window < cap else piece // lanes
        return min(max(size, tuning.min_span_bytes), tuning.max_span_bytes)

    def _skip(self, record: SourceRecord, lands_s: float, now: float) -> int:
        if not record.is_proven and record.rate.rate is None:
            self._starts += 1
            if self._starts <= FRONT_STARTERS:
                return 0
            return PARKING_BYTES if self.books.bytes.free.total_bytes > 4 * PARKING_BYTES else 0
        if now - self._front_since_s > self.books.tuning.interval_s:
            return 0
        return skip_bytes(lands_s, (other.supply for other in self.books.ranked if other is not record))

    def _note_front(self, now: float) -> None:
        """Watch the first free byte: one that stays free too long is given to whoever comes next."""
        books = self.books
        front = -1
        for band in books.prioritizer.bands:
            hole = next(books.bytes.free.within(band.span), None)
            if hole is not None:
                front = hole.start
                break
        if front != self._front:
            self._front, self._front_since_s = front, now

    def _finish_s(self) -> float | None:
        """When all can be done together, once the end is near; else None."""
        books = self.books
        if books.bytes.size_bytes is None:
            return None
        rate = sum(other.known_rate for other in books.ranked)
        free = books.bytes.free.total_bytes
        if rate <= 0 or free > rate * END_GAME_S:
            return None
        supplies = [(other.supply.free_s, other.known_rate) for other in books.ranked if other.supply.free_s < inf]
        finish = finish_s(free, supplies)
        return None if finish == inf else finish
