"""Deciding who is asked for what now: the parts of the scheduler, run as one.

For every source that should have more under way: how much (allocator, smoothing), from where on (advanced placement,
end game), which bytes (bulk scheduler). The rule that keeps it honest: only `JobBooks` is changed, and only through
its methods.
"""

from heapq import heappop, heappush
from math import inf
from typing import Final, TypeAlias

from headwater.model.decisions import Purpose
from headwater.model.source import SourceId, Support
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import say
from headwater.schedule.advanced_scheduler import Supply, skip_bytes
from headwater.schedule.bulk_scheduler import place
from headwater.schedule.channel_meter import brought_bytes, transfer_s, window_rate
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.data_prioritizer import Level
from headwater.schedule.end_game import finish_s
from headwater.schedule.job_books import JobBooks
from headwater.schedule.reserves import choose_sources
from headwater.schedule.scarcity import reserve
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.subinterval_smoothing import (
    lead_s,
    merged,
    ramp_bytes,
    spare_channels,
    staggered_bytes,
    urgent_bytes,
)

#: Channels opened at once to a source of which nothing is known; slow start is so many times faster.
START_LANES: Final = 8
#: A source whose latency is no longer than this (s) is near: its connections have grown before one could notice, ...
NEAR_S: Final = 0.008
#: ... so that more of them only cost work, if its first bytes come so soon after the first connection of all (s). Where
#: they do not, each connection may be held to a rate of its own.
NEAR_LANES: Final = 2
HELLO_S: Final = 0.03
#: How far a source is, its first connection tells: further first requests wait for that, but no longer than this (s).
HELD_S: Final = 0.75
#: One that has been silent so far most likely needs so many times as long in all.
SILENCE_GOES_ON: Final = 1.5
#: A host whose history says more lanes than this caps each connection: begin with what it is known to be worth.
FEW_LANES: Final = 2
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
#: A source that is nearly done is not looked at again sooner than this (s).
LEAST_WAIT_S: Final = 0.005
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
#: While readers jump, a source carries no more requests than this, each no longer than that (s) or two latencies.
HASTY_LANES: Final = 1
FLOWING_LANES: Final = 2  # once they read on: one latency is hidden behind another request
HASTY_S: Final = 0.15
#: And so much while its rate is not known.
HASTY_BYTES: Final = 64 * 1024

#: Spans to ask for, why, and whether they stay free for others.
Plan: TypeAlias = tuple[tuple[Span, ...], Purpose, bool]


class Dispatcher:
    """Asks sources for bytes. `due_s` is when it wants to be run again for a source that is nearly done."""

    def __init__(self, books: JobBooks) -> None:
        self.books = books
        # When, a number that is never equal, and the source that is nearly done then; only its newest number counts.
        self._due: list[tuple[float, int, SourceRecord]] = []
        self._tickets = 0
        self._starts = 0
        self._reserved: dict[SourceId, SpanSet] = {}
        self._front = -1
        self._front_since_s = 0.0

    @property
    def due_s(self) -> float | None:
        return self._due[0][0] if self._due else None

    def run(self, now: float) -> None:
        """Feed every source, best first."""
        books = self.books
        books.ranked = books.sources.rank()
        self._choose_sources(now)
        self._note_front(now)
        for record in books.ranked:
            self.refresh_supply(record, now)
        if books.bytes.size_bytes is not None:
            usable = (record for record in books.ranked if record.may_be_asked(now))
            supplies = {record.source_id: (record.known_rate, record.constraints.holds) for record in usable}
            self._reserved = reserve(books.bytes.free, books.bytes.end, supplies)
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

    def refresh_supply(self, record: SourceRecord, now: float) -> None:
        """What the others may expect of this source."""
        rate = record.known_rate
        is_known = record.is_proven or record.profile.history.latency_s is not None
        if not is_known or rate <= 0 or not record.may_be_asked(now):
            record.supply = Supply(inf, 0, 1.0)
            return
        rest = sum(flight.remaining_bytes for flight in record.flights if not flight.soft)
        tuning, lanes = self.books.tuning, max(1, self._lanes(record))
        size = rate * tuning.interval_s / tuning.sub_intervals / lanes
        size = min(max(size, tuning.min_span_bytes), tuning.max_span_bytes)
        record.supply = Supply(now + record.wait_s(now) + rest / rate, int(size * lanes), size * lanes / rate)

    def feed(self, record: SourceRecord, now: float) -> None:
        """Give a source as many requests as it should have under way."""
        books = self.books
        if not books.is_online or not record.may_be_asked(now) or books.bytes.is_complete:
            return
        while True:
            lanes = self._lanes(record) + (1 if record.is_proven and self._is_urgent() else 0)
            lead = lead_s(record.latency_s, record.latency.deviation_s) if record.is_ramped else 0.0
            live, due_s, due = 0.0, inf, None
            for channel in record.channels.values():
                if channel.flight is None or channel.flight.purpose is Purpose.SAMPLE:
                    continue
                ends_s = now + record.rest_s(channel, channel.flight, now, hopeful=True)
                if ends_s > now + lead:
                    is_weighed = record.is_ramped and not record.is_failing
                    live += self._weight(channel, record.capacity / lanes, now) if is_weighed else 1.0
                    if ends_s < due_s:
                        due_s, due = ends_s, channel
            if live > lanes - 0.5:
                if lead > 0 and due is not None and due.flight is not None:
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
            channel_or_none = self._channel_for(record, lanes, now)
            if channel_or_none is False:
                return
            if not self._ask(record, channel_or_none, now):
                return

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
        if is_known or not record.channels or self.books.readers.is_hasty or self._usable() == 1:
            return -inf
        return next(iter(record.channels.values())).opened_s + HELD_S

    def _open_ahead(self, record: SourceRecord, lanes: int, now: float) -> None:
        """Connect as often as first requests will be made, so that these lose no time."""
        while len(record.channels) < lanes and self.books.sources.may_open(record):
            self.books.open(record, now)

    def _usable(self) -> int:
        return max(1, sum(1 for other in self.books.ranked if other.is_usable and other.reserve is None))

    def _is_urgent(self) -> bool:
        """Whether a reader stands still for bytes that nobody is asked for."""
        books = self.books
        return books.prioritizer.has_waiting_reader and any(
            band.level is Level.BLOCKED and books.bytes.free.overlaps(band.span) for band in books.prioritizer.bands
        )

    def _weight(self, channel: ChannelRecord, lane_rate: float, now: float) -> float:
        """What part of a lane a request fills: less than one while its connection is still growing."""
        soon_s = channel.source.latency_s if channel.flight and channel.flight.first_byte_s is not None else 0.0
        return min(1.0, window_rate(channel.rate.body_s(now) + soon_s, channel.source.latency_s) / lane_rate)

    def _lanes(self, record: SourceRecord) -> int:
        """Requests that should be flowing at this source."""
        lanes = self._usual_lanes(record)
        if self.books.readers.is_hasty:
            lanes = min(lanes, FLOWING_LANES if self.books.readers.reads_on else HASTY_LANES)
        return lanes

    def _usual_lanes(self, record: SourceRecord) -> int:
        books = self.books
        cap = books.sources.channel_cap(record)
        if books.bytes.size_bytes is None or not record.constraints.can_range:
            return min(1, cap)
        if record.is_failing:
            return min(1, cap)
        if not record.is_ramped:
            known = record.profile.history.channels or 0
            start = known if known > FEW_LANES else NEAR_LANES if _is_near(record) else START_LANES
            return min(cap, max(1, min(start, books.sources.job_cap // self._usable())))
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
            most += spare_channels(lanes, record.latency_s, piece_s)
            if not _is_near(record):
                most += min(growing, START_LANES)
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

    def _choose(self, record: SourceRecord, channel: ChannelRecord | None, now: float) -> Plan | None:
        books = self.books
        if not record.constraints.can_range:
            return self._choose_unranged(record, now)
        lanes = self._lanes(record)
        latency_s = self._latency_s(record, now)
        starts_s = now + latency_s * (1 if channel is not None else 2)
        ends = [now + record.rest_s(each, each.flight, now) for each in record.channels.values() if each.flight]
        if len(ends) >= lanes:
            starts_s = max(starts_s, min(ends))
        window = channel.window_rate(now) if channel is not None else window_rate(0.0, record.latency_s)
        cap = record.capacity / lanes
        size = self._size(record, window, lanes, starts_s, is_flowing=bool(ends))
        if record.is_ramped and lanes > 1:
            ends_s = starts_s + size / cap
            same_phase = sum(abs(each - ends_s) < record.latency_s for each in ends)
            size = min(staggered_bytes(size, same_phase), books.tuning.max_span_bytes)
        finish = self._finish_s()
        if finish is not None:
            reach = min(cap, max(record.known_rate, 1.0))
            fair = int(brought_bytes(finish - starts_s, window, latency_s, reach))
            if fair < LEAST_BYTES and starts_s > finish + LEAST_DELAY_S and any(True for _ in books.flights()):
                return None
            size = min(size, max(fair, 4 * LEAST_BYTES))
        most = cap if record.is_ramped or not record.is_proven else min(cap, GROWTH_BELIEVED * window)
        lands_s = starts_s + transfer_s(size, window, latency_s, most)
        skip = self._skip(record, lands_s, now)
        free = books.free_for(record, now)
        crumb = None if finish is None else min(size // 2, 2 * LEAST_BYTES)
        span, level = self._place(record, free, size, skip, crumb) or (None, Level.ORDER)
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

    def _latency_s(self, record: SourceRecord, now: float) -> float:
        """Expected time to a first byte; a source that has not answered yet is farther than it is silent."""
        if record.latency.mean_s is not None:
            return record.latency_s
        opened_s = min((channel.opened_s for channel in record.channels.values()), default=now)
        return max(record.latency_s, SILENCE_GOES_ON * (now - opened_s))

    def _place(
        self, record: SourceRecord, free: SpanSet, size: int, skip: int, crumb: int | None = None
    ) -> tuple[Span, Level] | None:
        """Where the next request of a source belongs: with scarce bytes, ahead of the frontier, or where it can."""
        bands, constraints = self.books.prioritizer.bands, record.constraints
        kept = self._reserved.get(record.source_id)
        placed = None
        if kept is not None:
            placed = place(free, bands, constraints, size, kept=kept, crumb_bytes=crumb)
        if placed is None and skip:
            placed = place(free, bands, constraints, size, skip, crumb_bytes=crumb)
        if placed is None:
            placed = place(free, bands, constraints, size, crumb_bytes=crumb)
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
        for number in range(1, tuning.sub_intervals + 1):
            lands_s = starts_s + number * grain / cap
            placed = self._place(record, free, grain, self._skip(record, lands_s, now))
            if placed is None:
                break
            spans.append(placed[0])
            free.discard(placed[0])
        self.books.bytes.free.update(spans)
        together = merged(spans)
        if is_trial and len(together) > 1:
            record.tried_multi_range = True
        return together

    def _may_try_multi_range(self, record: SourceRecord) -> bool:
        """Ask once, of a source where a pause between requests would be felt: on a second connection where it may have
        one, because a server that ignores it costs the connection."""
        rate = sum(other.known_rate for other in self.books.ranked)
        is_worth_it = self.books.bytes.missing_bytes > rate * MULTI_RANGE_REST_S
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
            return max(tuning.first_span_bytes, min(int(tuning.first_span_bytes * factor), most))
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
            if record.latency.mean_s is not None or any(True for _ in record.flights):
                return skip_bytes(lands_s, (other.supply for other in self.books.ranked if other is not record))
            return PARKING_BYTES if self.books.bytes.free.total_bytes > 4 * PARKING_BYTES else 0
        if now - self._front_since_s > self.books.tuning.interval_s / self.books.tuning.sub_intervals:
            return 0
        skip = skip_bytes(lands_s, (other.supply for other in self.books.ranked if other is not record))
        rate = sum(other.known_rate for other in self.books.ranked)
        return min(skip, int(rate * self.books.tuning.look_ahead_s))

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
        free = books.bytes.free
        if rate <= 0 or free.total_bytes > rate * END_GAME_S:
            return None
        finish = finish_s(
            free.total_bytes,
            [
                (other.supply.free_s, other.known_rate, other.constraints.given_bytes(free))
                for other in books.ranked
                if other.supply.free_s < inf
            ],
        )
        return None if finish == inf else finish


def _is_near(record: SourceRecord) -> bool:
    return record.is_proven and record.latency.least_s <= NEAR_S
