"""What one request asks for: how much, from where on, and which bytes.

The allocator, smoothing, advanced placement, the bulk scheduler and the end game, run as one for one request. The rule
that keeps it honest: nothing is changed here but what is counted of first requests and multi-range trials.
"""

from math import inf
from typing import Final, TypeAlias

from headwater.model.decisions import Purpose
from headwater.model.source import SourceId, Support
from headwater.model.spans import Span, SpanSet
from headwater.schedule.advanced_scheduler import skip_bytes
from headwater.schedule.bulk_scheduler import place
from headwater.schedule.channel_meter import brought_bytes, transfer_s, window_rate
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.data_prioritizer import Level
from headwater.schedule.end_game import finish_s
from headwater.schedule.job_books import JobBooks
from headwater.schedule.lanes import NEAR_S, Lanes
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.subinterval_smoothing import (
    merged,
    ramp_bytes,
    staggered_bytes,
    urgent_bytes,
)

#: One that has been silent so far most likely needs so many times as long in all.
SILENCE_GOES_ON: Final = 1.5
#: The end game begins when the free bytes would last no longer than this (s).
END_GAME_S: Final = 4.0
#: Multi-range support is tried where a request costs at least this latency (s).
MULTI_RANGE_LATENCY_S: Final = 0.05
#: And where so much of the job is left (s): a server that ignores it costs a connection.
MULTI_RANGE_REST_S: Final = 20.0
#: Not before the source has brought so much: at a file's beginning a lost connection is felt most.
MULTI_RANGE_AFTER_BYTES: Final = 2 * 1024**2
#: A request is reckoned to take no more than this share of the time-out the user set for one.
TIMEOUT_SHARE: Final = 0.5
#: The smallest span yields where it would take longer than this (s).
FLOOR_S: Final = 1.0
#: Where hardly a channel that a source may have is to spare, requests last so many latencies at most to make up for it.
UNHIDDEN_LATENCIES: Final = 6
#: Less than this is not worth a request.
LEAST_BYTES: Final = 16 * 1024
#: At the end, so much later than all others is not worth deferring for (s).
LEAST_DELAY_S: Final = 0.02
#: The first channel to a source asks for little, the others for so many times more, to grow without a pause.
RAMP_FACTOR: Final = 5
#: Each further one for so many times more still, lest all end at once and the source pause.
RAMP_GROWTH: Final = 1.4
#: No first request takes more than this part of a source's fair part of the file.
START_SHARE: Final = 24
#: Growth may end at any time: in slow start bytes are placed as if a rate would grow so many times and no more.
GROWTH_BELIEVED: Final = 2.0
#: First requests to sources of which nothing is known, beyond the first few, begin so far down the order.
PARKING_BYTES: Final = 4 * 1024**2
FRONT_STARTERS: Final = 2
#: While readers jump, a request lasts no longer than this (s) or two latencies.
HASTY_S: Final = 0.15
#: And so much while its rate is not known.
HASTY_BYTES: Final = 64 * 1024

#: Spans to ask for, why, and whether they stay free for others.
Plan: TypeAlias = tuple[tuple[Span, ...], Purpose, bool]


class Planner:
    """Chooses the next request of a source. `reserved` are scarce bytes that sources have to keep to."""

    def __init__(self, books: JobBooks, lanes: Lanes) -> None:
        self.books = books
        self.lanes = lanes
        self.reserved: dict[SourceId, SpanSet] = {}
        self._starts = 0
        self._front = -1
        self._front_since_s = 0.0

    def choose(self, record: SourceRecord, channel: ChannelRecord | None, now: float) -> Plan | None:
        books = self.books
        if not record.constraints.can_range:
            return self._choose_unranged(record, now)
        lanes = self.lanes.wanted(record)
        latency_s = self._latency_s(record, now)
        starts_s = now + latency_s * (1 if channel is not None else 2)
        ends = [now + rest_s for _, _, rest_s in record.rests_s(now)]
        if len(ends) >= lanes:
            starts_s = max(starts_s, min(ends))
        window = channel.window_rate(now) if channel is not None else window_rate(0.0, record.latency_s)
        cap = record.capacity / lanes
        size = self._size(record, window, lanes, starts_s, is_flowing=bool(ends))
        if record.is_ramped and lanes > 1:
            ends_s = starts_s + size / cap
            same_phase = sum(abs(each - ends_s) < record.latency_s for each in ends)
            size = min(staggered_bytes(size, same_phase), books.tuning.max_span_bytes)
        largest = self._largest(record)
        size = min(size, largest)
        finish = self._finish_s()
        if finish is not None:
            reach = min(cap, max(record.known_rate, 1.0))
            fair = int(brought_bytes(finish - starts_s, window, latency_s, reach))
            if fair < LEAST_BYTES and self._is_left_to_others(record, starts_s, finish, now):
                return None
            size = min(size, max(fair, 4 * LEAST_BYTES))
        most = cap if record.is_ramped or not record.is_proven else min(cap, GROWTH_BELIEVED * window)
        lands_s = starts_s + transfer_s(size, window, latency_s, most)
        skip = self._skip(record, lands_s, now)
        free = books.free_for(record, now)
        crumb = None if finish is None else min(size // 2, 2 * LEAST_BYTES)
        span, level = self._place(record, free, size, skip, most=largest, crumb=crumb) or (None, Level.ORDER)
        if span is None:
            return None
        if level is Level.BLOCKED:
            grain = urgent_bytes(span.start, books.prioritizer.reader_before(span.start))
            return (Span(span.start, min(span.end, span.start + grain)),), Purpose.URGENT, False
        if level is Level.REPAIR or not record.is_proven:
            return (span,), Purpose.REPAIR if level is Level.REPAIR else Purpose.FIRST, False
        if finish is not None:
            return (span,), Purpose.END_GAME, False
        spans: tuple[Span, ...] = (span,)
        if record.is_ramped and channel is not None:
            spans = self._interleave(record, span, starts_s, cap, now)
        return spans, Purpose.ADVANCED if skip else Purpose.BULK, False

    def _largest(self, record: SourceRecord) -> int:
        """The most that one request may ask for."""
        return int(min(self.books.tuning.max_span_bytes, max(LEAST_BYTES, record.affordable_bytes)))

    def _latency_s(self, record: SourceRecord, now: float) -> float:
        """Expected time to a first byte; a source that has not answered yet is farther than it is silent."""
        if record.latency.mean_s is not None:
            return record.latency_s
        opened_s = min((channel.opened_s for channel in record.channels.values()), default=now)
        return max(record.latency_s, SILENCE_GOES_ON * (now - opened_s))

    def _place(
        self, record: SourceRecord, free: SpanSet, size: int, skip: int, *, most: int, crumb: int | None = None
    ) -> tuple[Span, Level] | None:
        """Where the next request of a source belongs: with scarce bytes, ahead of the frontier, or where it can."""
        bands, constraints = self.books.prioritizer.bands, record.constraints
        kept = self.reserved.get(record.source_id)
        placed = None
        if kept is not None:
            placed = place(free, bands, constraints, size, kept=kept, crumb_bytes=crumb, most_bytes=most)
        if placed is None and skip:
            placed = place(free, bands, constraints, size, skip, crumb_bytes=crumb, most_bytes=most)
        if placed is None:
            placed = place(free, bands, constraints, size, crumb_bytes=crumb, most_bytes=most)
        return placed

    def _interleave(
        self, record: SourceRecord, first: Span, starts_s: float, cap: float, now: float
    ) -> tuple[Span, ...]:
        """One request for the pieces of a whole interval, each where it belongs when it lands (multi-range only)."""
        tuning = self.books.tuning
        constraints = record.constraints
        if constraints.multi_range is Support.NO or tuning.sub_intervals == 1:
            return (first,)
        is_trial = constraints.multi_range is Support.UNKNOWN
        if is_trial and not self._may_try_multi_range(record):
            return (first,)
        grain = max(LEAST_BYTES, first.size // 2)
        free = self.books.free_for(record, now)
        spans: list[Span] = []
        left = self._largest(record)
        for number in range(1, tuning.sub_intervals + 1):
            lands_s = starts_s + number * grain / cap
            skip = self._skip(record, lands_s, now)
            placed = self._place(record, free, grain, skip, most=left) if left >= grain else None
            if placed is None:
                break
            spans.append(placed[0])
            free.discard(placed[0])
            left -= placed[0].size
        self.books.bytes.free.update(spans)
        together = merged(spans)
        if is_trial and len(together) > 1:
            record.tried_multi_range = True
        return together

    def _may_try_multi_range(self, record: SourceRecord) -> bool:
        """Ask once, of a source where a pause between requests would be felt: on a second connection where it may have
        one, because a server that ignores it costs the connection."""
        is_worth_it = self.books.bytes.missing_bytes > self.books.known_rate * MULTI_RANGE_REST_S
        is_felt = record.latency_s >= MULTI_RANGE_LATENCY_S and record.received_bytes >= MULTI_RANGE_AFTER_BYTES
        is_spare = len(record.channels) > 1 or self.books.sources.channel_cap(record) == 1
        return is_felt and is_spare and is_worth_it and not record.tried_multi_range

    def _choose_unranged(self, record: SourceRecord, now: float) -> Plan | None:
        books = self.books
        better = any(
            other is not record and other.may_be_asked(now) and other.constraints.can_range for other in books.ranked
        )
        if better or not books.bytes.free:
            return None
        return (Span(0, books.bytes.end),), Purpose.BULK, True

    def _size(self, record: SourceRecord, window: float, lanes: int, starts_s: float, *, is_flowing: bool) -> int:
        """Bytes for one request: a first little, what slow start will bring, or a piece of the budget."""
        cap = record.capacity / lanes
        tuning = self.books.tuning
        if self.books.readers.is_hasty:
            brought = min(cap, record.known_rate) * max(HASTY_S, 2 * record.latency_s)
            return max(LEAST_BYTES, int(min(brought, tuning.max_span_bytes))) if brought else HASTY_BYTES
        if not record.is_proven:
            started = sum(1 for _ in record.flights)
            factor = RAMP_FACTOR * RAMP_GROWTH ** (started - 1) if started else 1.0
            # Of a small file there must be something left to choose from when rates are known.
            fair = self.books.bytes.free.total_bytes // (START_SHARE * max(1, len(self.books.ranked)))
            most = fair if cap == inf else min(fair, int(cap * tuning.interval_s))
            first = max(tuning.first_span_bytes, min(int(tuning.first_span_bytes * factor), most))
            return min(first, tuning.max_span_bytes)
        ramp = ramp_bytes(window, max(record.latency_s, NEAR_S))
        if cap == inf:
            size = ramp
        else:
            wait_s = 0.0 if is_flowing else record.latency_s
            piece = record.budget.draw(starts_s, record.capacity, wait_s, tuning.interval_s, tuning.sub_intervals)
            size = min(piece // lanes, ramp) if window < cap else piece // lanes
            if window >= cap:
                # Each request is followed by a pause; the fewer channels are to spare, the longer it lasts.
                spare = self.books.sources.channel_cap(record) - lanes
                latencies = lanes / spare if spare > 0 else inf
                size = max(size, int(cap * record.latency_s * min(latencies, UNHIDDEN_LATENCIES)))
        # On a slow line the smallest span would take many seconds: what counts is the time then.
        least = tuning.min_span_bytes if cap == inf else min(tuning.min_span_bytes, int(cap * FLOOR_S))
        size = min(max(size, least, LEAST_BYTES), tuning.max_span_bytes)
        bound_s = self.books.limits.request_timeout_s
        reach_s = tuning.look_ahead_s
        if bound_s is not None:
            # One lane more may be tried meanwhile, with which this one would have to share.
            reach_s = min(reach_s, TIMEOUT_SHARE * bound_s * lanes / (lanes + 1))
        return size if cap == inf else min(size, max(LEAST_BYTES, int(cap * reach_s)))

    def _skip(self, record: SourceRecord, lands_s: float, now: float) -> int:
        if not record.is_proven and record.rate.rate is None:
            self._starts += 1
            if self._starts <= FRONT_STARTERS or self.books.readers.is_hasty:
                return 0
            if record.latency.mean_s is not None or record.is_asked:
                return skip_bytes(lands_s, [other.supply for other in self.books.ranked if other is not record])
            return PARKING_BYTES if self.books.bytes.free.total_bytes > 4 * PARKING_BYTES else 0
        if now - self._front_since_s > self.books.tuning.interval_s / self.books.tuning.sub_intervals:
            return 0
        skip = skip_bytes(lands_s, [other.supply for other in self.books.ranked if other is not record])
        return min(skip, int(self.books.known_rate * self.books.tuning.look_ahead_s))

    def note_front(self, now: float) -> None:
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

    def _is_left_to_others(self, record: SourceRecord, starts_s: float, finish_s: float, now: float) -> bool:
        """Whether bytes that a source would begin to bring as all come to an end are left to one that is under way: it
        would be the last, or the other begins sooner."""
        if starts_s > finish_s + LEAST_DELAY_S:
            return any(True for _ in self.books.flights())
        return any(
            max(other.supply.free_s, now + other.latency_s) < starts_s - LEAST_DELAY_S and other.is_asked
            for other in self.books.ranked
            if other is not record
        )

    def _finish_s(self) -> float | None:
        """When all can be done together, once the end is near; else None."""
        books = self.books
        if books.bytes.size_bytes is None:
            return None
        rate, free = books.known_rate, books.bytes.free
        if rate <= 0 or free.total_bytes > rate * END_GAME_S:
            return None
        finish = finish_s(
            free.total_bytes,
            [
                (other.supply.free_s, other.clock_rate, other.constraints.given_bytes(free))
                for other in books.ranked
                if other.supply.free_s < inf
            ],
        )
        return None if finish == inf else finish
