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

from collections.abc import Iterator
from math import inf

from headwater.model.channel import ChannelId, ChannelState
from headwater.model.decisions import CloseChannel, Decision, OpenChannel, Purpose, Request, SetAside, Truncate
from headwater.model.errors import Retry
from headwater.model.events import (
    BlockProven,
    BlockRejected,
    BytesReceived,
    ChannelClosed,
    ChannelFailed,
    Connected,
    Event,
    FirstByte,
    LimitsChanged,
    NetworkChanged,
    OrderChanged,
    RangeDone,
    SizeLearned,
    SourceAnswered,
    SourceRejected,
    SourcesChanged,
    TuningChanged,
    WishesChanged,
    Woken,
)
from headwater.model.priority import PriorityOrder
from headwater.model.snapshots import StepIn
from headwater.model.source import HostHistory, SourceId
from headwater.model.spans import Span, SpanSet
from headwater.model.tuning import Tuning
from headwater.schedule.advanced_scheduler import Supply, skip_bytes
from headwater.schedule.bulk_scheduler import place
from headwater.schedule.byte_book import ByteBook, Flight
from headwater.schedule.data_prioritizer import DataPrioritizer, Level
from headwater.schedule.source_scheduler import ChannelRecord, SourceRecord, SourceScheduler
from headwater.schedule.standings import ChannelStanding, Note, SourceStanding

TICK_S = 0.1


class PrioritizationScheduler:
    """All decisions of one job. See the module's docstring for the contract."""

    def __init__(
        self,
        size_bytes: int | None = None,
        received: SpanSet | None = None,
        tuning: Tuning | None = None,
        order: PriorityOrder | None = None,
    ) -> None:
        self._tuning = tuning or Tuning()
        self._book = ByteBook(size_bytes, received or SpanSet())
        self._prioritizer = DataPrioritizer(self._book.end, order or PriorityOrder())
        self._sources = SourceScheduler(self._tuning)
        self._ranked: list[SourceRecord] = []
        self._channels: dict[ChannelId, ChannelRecord] = {}
        self._gone: dict[ChannelId, SourceRecord] = {}
        self._next_channel = 1
        self._online = True
        self._next_tick_s: float | None = None
        self._last_now = -inf
        self._decisions: list[Decision] = []
        self._notes: list[Note] = []
        self._avoid: list[tuple[Span, frozenset[SourceId]]] = []

    # The door ----------------------------------------------------------------------------------------------------

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        """Take a fact at `now` (seconds, any monotonic clock); returns what to do, in this order."""
        self._decisions = []
        must_dispatch = self._take(event, now)
        if self.is_complete:
            self._close_all("the file is complete")
        elif self._next_tick_s is not None and now >= self._next_tick_s:
            self._tick(now)
            self._dispatch(now)
        elif must_dispatch:
            self._dispatch(now)
        self._plan_wake(now)
        return tuple(self._decisions)

    @property
    def next_wake_s(self) -> float | None:
        """When `Woken` is wanted next, on the events' clock; None when only other events matter."""
        return self._next_tick_s

    @property
    def is_complete(self) -> bool:
        """Whether every byte was received, and none rejected since."""
        return self._book.is_complete

    def take_notes(self) -> tuple[Note, ...]:
        """The moments at which the scheduler stepped in since the last call."""
        notes, self._notes = tuple(self._notes), []
        return notes

    def history(self, source_id: SourceId) -> HostHistory:
        """What was measured of a source's host, for later jobs. Raises `KeyError` for an unknown source."""
        return self._sources.records[source_id].history()

    def sources(self, now: float) -> tuple[SourceStanding, ...]:
        """All sources as they stand, in the order of their numbers."""
        self._ranked = self._sources.rank()
        total = sum(self._current_rate(record) for record in self._ranked)
        return tuple(
            self._source_standing(record, total, now)
            for record in sorted(self._ranked, key=lambda record: record.source_id)
        )

    def channels(self, now: float) -> tuple[ChannelStanding, ...]:  # noqa: ARG002  # the door's shape
        """All channels as they stand, in the order of their numbers."""
        return tuple(
            ChannelStanding(
                channel_id=channel.channel_id,
                source_id=channel.source.source_id,
                state=channel.state,
                rate_bytes_per_s=(channel.rate.rate or 0.0) if channel.rate.is_in_body else 0.0,
                latency_s=channel.latency.mean_s,
                received_bytes=channel.received_bytes,
                remaining=tuple(channel.flight.remaining()) if channel.flight else (),
            )
            for channel in self._channels.values()
        )

    def verdict(self, now: float) -> str | None:  # noqa: ARG002  # the door's shape
        """None while there is hope, else one sentence that says why nothing can get further."""
        if self.is_complete or not self._online:
            return None
        records = list(self._sources.records.values())
        if not records:
            return "There is no source."
        hopeful = [record for record in records if not record.is_hopeless(self._tuning)]
        if not hopeful:
            reasons = sorted({record.set_aside or record.trouble or "disabled" for record in records})
            return f"No source works any more: {'; '.join(reasons)}."
        if self._channels or self._book.size_bytes is None:
            return None
        missing = list(self._book.received.gaps(Span(0, self._book.end)))
        for span in missing:
            held = SpanSet()
            for record in hopeful:
                held.update(record.constraints.mask(span))
            if not held.covers(span):
                return f"No source that works holds the bytes {next(iter(held.gaps(span)))}."
        return None

    # Facts -------------------------------------------------------------------------------------------------------

    def _take(self, event: Event, now: float) -> bool:  # noqa: PLR0912  # one branch an event, nothing more
        """Take a fact into the books; returns whether it may call for requests."""
        match event:
            case BytesReceived():
                return self._take_bytes(event, now)
            case FirstByte():
                return self._take_first_byte(event, now)
            case RangeDone():
                return self._take_range_done(event, now)
            case Connected():
                channel = self._channels.get(event.channel_id)
                if channel is not None:
                    channel.connected_s = now
                    if channel.state is ChannelState.OPENING:
                        channel.state = ChannelState.IDLE if channel.flight is None else ChannelState.WAITING
                    channel.source.latency.seed(event.connect_s)
                return True
            case SourceAnswered():
                return self._take_answer(event, now)
            case ChannelFailed():
                self._take_failure(event, now)
            case ChannelClosed():
                self._drop(event.channel_id, now)
                self._gone.pop(event.channel_id, None)
            case SourcesChanged():
                for record in self._sources.update(event.sources):
                    self._close_source(record, "the source was removed", now)
                for record in self._sources.records.values():
                    if not record.profile.enabled:
                        self._close_source(record, "the source was disabled", now)
            case SizeLearned():
                self._learn_size(event.size_bytes)
            case BlockRejected():
                self._take_rejection(event, now)
            case SourceRejected():
                rejected = self._sources.records.get(event.source_id)
                if rejected is not None:
                    self._set_aside(rejected, event.reason, now)
            case WishesChanged():
                self._prioritizer.set_wishes(event.wishes)
            case OrderChanged():
                self._prioritizer.set_order(event.order)
            case TuningChanged():
                self._tuning = self._sources.tuning = event.tuning
            case NetworkChanged():
                self._online = event.online
                if event.online:
                    for record in self._sources.records.values():
                        record.not_before_s = now
                        record.failures_in_row = 0
            case LimitsChanged() | BlockProven() | Woken():
                pass
        return True

    def _take_bytes(self, event: BytesReceived, now: float) -> bool:
        channel = self._channels.get(event.channel_id)
        source = channel.source if channel else self._gone.get(event.channel_id)
        new = self._book.receive(event.span)
        if new:
            self._prioritizer.settle_repair(event.span)
        if source is None:
            return False
        source.wasted_bytes += event.span.size - new
        source.deliver(event.span.size)
        source.rate.take(event.span.size, now, event.limited)
        if channel is None or channel.flight is None:
            return False
        channel.received_bytes += event.span.size
        channel.rate.take(event.span.size, now, event.limited)
        channel.flight.last_byte_s = now
        channel.flight.advance(event.span)
        return False

    def _take_first_byte(self, event: FirstByte, now: float) -> bool:
        channel = self._channels.get(event.channel_id)
        if channel is None or channel.flight is None:
            return False
        channel.state = ChannelState.RECEIVING
        channel.flight.first_byte_s = channel.flight.last_byte_s = now
        channel.latency.push(event.latency_s)
        channel.source.latency.push(event.latency_s)
        channel.rate.begin_body(now)
        channel.source.rate.begin_body(now)
        return False

    def _take_range_done(self, event: RangeDone, now: float) -> bool:
        channel = self._channels.get(event.channel_id)
        if channel is None:
            self._gone.pop(event.channel_id, None)
            return True
        if event.reusable:
            self._land(channel, now)
            channel.state = ChannelState.IDLE
        else:
            self._drop(event.channel_id, now)
        return True

    def _take_answer(self, event: SourceAnswered, now: float) -> bool:
        channel = self._channels.get(event.channel_id)
        if channel is None:
            return False
        constraints = channel.source.constraints
        constraints.learn(event.ranges, event.multi_range, event.holds)
        flight = channel.flight
        if flight is None or constraints.can_range or flight.soft:
            return False
        if flight.at > 0:
            self._close(channel, "the source gives the file from its beginning only", now)
            return True
        # The whole file comes now, whatever was asked for: count on it, but keep its bytes free for better ones.
        self._book.release(flight.remaining(), self._other_flights(flight))
        flight.spans = (Span(0, self._book.end),)
        flight.soft = True
        return True

    def _take_failure(self, event: ChannelFailed, now: float) -> None:
        channel = self._channels.get(event.channel_id)
        if channel is None:
            self._gone.pop(event.channel_id, None)
            return
        source = channel.source
        flight = channel.flight
        if event.status in {429, 503} and len(source.channels) > 1:
            source.constraints.refuse_channel(len(source.channels))
        if event.retry is Retry.OTHER_SPAN:
            source.errors += 1
            source.trouble = event.reason
            if flight is not None and source.constraints.can_range:
                source.constraints.forget(list(flight.remaining()))
        elif self._online:
            source.fail(now, event.retry, event.reason, event.retry_after_s, self._tuning)
            if event.retry is Retry.NEVER:
                self._drop(event.channel_id, now)
                self._set_aside(source, event.reason, now)
                return
            if source.not_before_s > now:
                self._decisions.append(SetAside(source.source_id, event.reason, source.not_before_s))
        self._drop(event.channel_id, now)

    def _take_rejection(self, event: BlockRejected, now: float) -> None:
        self._book.reject(event.span, (c.flight for c in self._channels.values() if c.flight))
        self._prioritizer.add_repair(event.span)
        self._avoid.append((event.span, frozenset(event.suppliers)))
        self._notes.append(Note(now, StepIn.REPAIRED, event.blamed, f"Fetching a bad block anew: {event.span}."))
        record = None if event.blamed is None else self._sources.records.get(event.blamed)
        if record is not None:
            record.bad_blocks += 1
            if record.bad_blocks >= self._tuning.bad_blocks:
                self._set_aside(record, f"it delivered {record.bad_blocks} bad blocks", now)

    def _learn_size(self, size_bytes: int) -> None:
        self._book.learn_size(size_bytes)
        self._prioritizer.set_end(size_bytes)
        for channel in self._channels.values():
            if channel.flight is not None:
                channel.flight.spans = tuple(
                    Span(span.start, min(span.end, size_bytes))
                    for span in channel.flight.spans
                    if span.start < size_bytes
                )

    # Channels ----------------------------------------------------------------------------------------------------

    def _other_flights(self, own: Flight | None) -> Iterator[Flight]:
        for channel in self._channels.values():
            if channel.flight is not None and channel.flight is not own:
                yield channel.flight

    def _land(self, channel: ChannelRecord, now: float) -> None:
        """A channel's request is over: what it did not bring is free again."""
        flight, channel.flight = channel.flight, None
        if flight is None:
            return
        if flight.first_byte_s is not None:
            channel.rate.end_body(now)
            channel.source.rate.end_body(now)
        if not flight.soft:
            self._book.release(flight.remaining(), self._other_flights(flight))

    def _drop(self, channel_id: ChannelId, now: float) -> None:
        channel = self._channels.pop(channel_id, None)
        if channel is not None:
            self._land(channel, now)
            channel.state = ChannelState.CLOSED
            channel.source.channels.pop(channel_id, None)

    def _close(self, channel: ChannelRecord, why: str, now: float) -> None:
        self._decisions.append(CloseChannel(channel.channel_id, why))
        self._gone[channel.channel_id] = channel.source
        self._drop(channel.channel_id, now)

    def _close_source(self, record: SourceRecord, why: str, now: float) -> None:
        for channel in list(record.channels.values()):
            self._close(channel, why, now)

    def _close_all(self, why: str) -> None:
        for channel in list(self._channels.values()):
            self._close(channel, why, self._last_now)

    def _set_aside(self, record: SourceRecord, reason: str, now: float) -> None:
        record.set_aside = reason
        self._close_source(record, reason, now)
        self._decisions.append(SetAside(record.source_id, reason))
        self._notes.append(Note(now, StepIn.SET_ASIDE, record.source_id, f"Set aside: {reason}."))

    # Deciding ----------------------------------------------------------------------------------------------------

    def _current_rate(self, record: SourceRecord) -> float:
        return (record.rate.rate or 0.0) if record.rate.is_in_body else 0.0

    def _tick(self, now: float) -> None:
        for record in self._sources.records.values():
            record.rate.advance(now)
            for channel in list(record.channels.values()):
                channel.rate.advance(now)
                flight = channel.flight
                if flight is None or self._tuning.recovery == 0:
                    continue
                since_s = now - (flight.last_byte_s if flight.last_byte_s is not None else flight.asked_s)
                if since_s > (4 * record.latency_s + 1.0) / (self._tuning.recovery * 2):
                    self._notes.append(Note(now, StepIn.TAKEN_OVER, record.source_id, "Nothing came for a while."))
                    self._close(channel, "nothing came for a while", now)
                    record.fail(now, Retry.LATER, "nothing came for a while", None, self._tuning)
        self._next_tick_s = None

    def _dispatch(self, now: float) -> None:
        if not self._online or self.is_complete:
            return
        self._ranked = self._sources.rank()
        for record in self._ranked:
            if record.may_be_asked(now):
                self._feed(record, now)

    def _feed(self, record: SourceRecord, now: float) -> None:
        """Give a source as many requests as it should have under way."""
        lanes = min(2, self._sources.channel_cap(record))
        if self._book.size_bytes is None or not record.constraints.can_range or not record.is_proven:
            lanes = 1
        while sum(1 for _ in record.flights) < lanes:
            idle = next(
                (c for c in record.channels.values() if c.flight is None and c.state is not ChannelState.CLOSED), None
            )
            if idle is None and not self._sources.may_open(record):
                return
            chosen = self._choose(record, now)
            if chosen is None:
                chosen = self._split(record, now)
                if chosen is None:
                    return
            span, purpose, soft = chosen
            if idle is None:
                idle = ChannelRecord(ChannelId(self._next_channel), record, now)
                self._next_channel += 1
                self._channels[idle.channel_id] = record.channels[idle.channel_id] = idle
                self._decisions.append(OpenChannel(idle.channel_id, record.source_id))
            self._request(idle, span, purpose, soft, now)

    def _request(self, channel: ChannelRecord, span: Span, purpose: Purpose, soft: bool, now: float) -> None:
        flight = Flight(channel.channel_id, channel.source.source_id, (span,), purpose, now, soft)
        channel.flight = flight
        if channel.state is ChannelState.IDLE:
            channel.state = ChannelState.WAITING
        channel.requests += 1
        channel.source.requests += 1
        self._book.claim(flight)
        self._decisions.append(Request(channel.channel_id, (span,), purpose))

    def _span_bytes(self, record: SourceRecord) -> int:
        rate = record.rate.rate
        if rate is None:
            return self._tuning.first_span_bytes
        d = self._tuning.interval_s / self._tuning.sub_intervals
        return int(
            min(max(rate * max(d, 2 * record.latency_s) / 2, self._tuning.min_span_bytes), self._tuning.max_span_bytes)
        )

    def _choose(self, record: SourceRecord, now: float) -> tuple[Span, Purpose, bool] | None:
        if not record.constraints.can_range:
            better = any(
                other is not record and other.may_be_asked(now) and other.constraints.can_range
                for other in self._ranked
            )
            if better or not self._book.free:
                return None
            return Span(0, self._book.end), Purpose.BULK, True
        size = self._span_bytes(record)
        rate = record.rate.rate
        skip = 0
        if rate:
            landing_s = now + record.latency_s + size / rate
            skip = skip_bytes(landing_s, self._supplies(record, now))
        placed = place(self._book.free, self._prioritizer.bands, record.constraints, size, skip)
        if placed is None and skip:
            placed = place(self._book.free, self._prioritizer.bands, record.constraints, size, 0)
        if placed is None:
            return None
        span, level = placed
        if level is Level.REPAIR:
            return span, Purpose.REPAIR, False
        if rate is None:
            return span, Purpose.FIRST, False
        if level is Level.BLOCKED:
            return span, Purpose.URGENT, False
        return span, Purpose.ADVANCED if skip else Purpose.BULK, False

    def _supplies(self, own: SourceRecord, now: float) -> Iterator[Supply]:
        for record in self._ranked:
            rate = record.rate.rate
            if record is own or not record.is_proven or not rate or not record.may_be_asked(now):
                continue
            remaining = sum(flight.remaining_bytes for flight in record.flights if not flight.soft)
            piece = self._span_bytes(record)
            yield Supply(now + (remaining / rate if remaining else record.latency_s), piece, piece / rate)

    def _split(self, record: SourceRecord, now: float) -> tuple[Span, Purpose, bool] | None:
        """Nothing is free: take the later half of the request that would end last."""
        rate = record.rate.rate
        if not rate:
            return None
        worst, worst_s = None, now
        for channel in self._channels.values():
            flight = channel.flight
            if flight is None or flight.soft or channel.source is record or flight.is_truncated:
                continue
            other = channel.source.rate.rate
            end_s = now + flight.remaining_bytes / other if other else inf
            if end_s > worst_s and flight.remaining_bytes > 2 * 64 * 1024:
                worst, worst_s = channel, end_s
        if worst is None or worst.flight is None:
            return None
        span = list(worst.flight.remaining())[-1]
        other = worst.source.rate.rate or 0.0
        if worst_s < now + 2 * record.latency_s + 0.2:
            return None
        middle = span.start + int(span.size * other / (other + rate))
        middle = max(middle, worst.flight.at)
        if (
            span.end - middle < 64 * 1024
            or not record.constraints.gives(Span(middle, span.end))
            or middle <= span.start
        ):
            return None
        given = worst.flight.cut(middle)
        self._book.release(given, self._other_flights(worst.flight))
        self._decisions.append(Truncate(worst.channel_id, middle, 0, "split so that both end together"))
        return Span(middle, span.end), Purpose.END_GAME, False

    def _plan_wake(self, now: float) -> None:
        self._last_now = now
        if self.is_complete or not self._online:
            self._next_tick_s = None
            return
        if self._channels:
            if self._next_tick_s is None or self._next_tick_s <= now:
                self._next_tick_s = now + TICK_S
            return
        waits = [r.not_before_s for r in self._sources.records.values() if r.profile.enabled and r.set_aside is None]
        wake = min((w for w in waits if w > now), default=None)
        self._next_tick_s = wake

    def _source_standing(self, record: SourceRecord, total: float, now: float) -> SourceStanding:
        rate = self._current_rate(record)
        holds = record.constraints.holds
        return SourceStanding(
            source_id=record.source_id,
            rank=record.rank,
            score=record.ranking.score,
            terms=record.ranking.terms,
            state=record.state(now),
            reason=record.set_aside or record.trouble,
            next_try_s=record.not_before_s if record.not_before_s > now else None,
            share=rate / total if total else 0.0,
            received_bytes=record.received_bytes,
            wasted_bytes=record.wasted_bytes,
            rate_bytes_per_s=rate,
            latency_s=record.latency.mean_s,
            channels=len(record.channels),
            lanes=record.lanes,
            requests=record.requests,
            errors=record.errors,
            bad_blocks=record.bad_blocks,
            ranges=record.constraints.ranges,
            multi_range=record.constraints.multi_range,
            holds=None if holds is None else tuple(holds),
        )
