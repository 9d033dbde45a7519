"""Taking facts into the books: what each event of the driver changes, and whom it concerns.

Nothing is decided here beyond what a fact itself forces (a source that answers for another file is set aside, a
failing one rests). The rule that keeps it honest: every event may come late, about a channel that is already gone.
"""

from enum import Enum
from typing import TypeAlias

from headwater.model.channel import ChannelState
from headwater.model.decisions import SetAside
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
    OpinionsWanted,
    OrderChanged,
    RangeDone,
    SizeLearned,
    SourceAnswered,
    SourceForgiven,
    SourceRejected,
    SourcesChanged,
    TuningChanged,
    WishesChanged,
    Woken,
)
from headwater.model.snapshots import StepIn
from headwater.model.source import Support
from headwater.model.spans import UNKNOWN_END, Span
from headwater.model.wording import say
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.job_books import JobBooks
from headwater.schedule.source_record import SourceRecord

#: HTTP statuses with which a host asks for fewer connections.
CROWDED: frozenset[int] = frozenset({429, 503})


class Reach(Enum):
    """Whom a fact concerns, beside a single source."""

    NOBODY = "nobody"
    ALL = "all"


Concern: TypeAlias = Reach | SourceRecord

#: Facts about the job as a whole.
Rare: TypeAlias = (
    SourcesChanged
    | SizeLearned
    | BlockRejected
    | SourceRejected
    | SourceForgiven
    | WishesChanged
    | OrderChanged
    | TuningChanged
    | LimitsChanged
    | NetworkChanged
)


def take_fact(books: JobBooks, event: Event, now: float) -> Concern:
    """Take one event; returns who may have to be asked for something because of it."""
    match event:
        case BytesReceived():
            return _take_bytes(books, event, now)
        case FirstByte():
            return _take_first_byte(books, event, now)
        case RangeDone():
            return _take_range_done(books, event, now)
        case Connected():
            return _take_connected(books, event, now)
        case SourceAnswered():
            return _take_answer(books, event, now)
        case ChannelFailed():
            return _take_failure(books, event, now)
        case ChannelClosed():
            books.drop(event.channel_id, now)
            books.closing.pop(event.channel_id, None)
            return Reach.ALL
        case BlockProven() | Woken() | OpinionsWanted():
            return Reach.NOBODY
        case _:
            return _take_rare(books, event, now)


def _take_rare(books: JobBooks, event: Rare, now: float) -> Reach:
    """Facts about the job as a whole."""
    match event:
        case SourcesChanged():
            _take_sources(books, event, now)
        case SizeLearned():
            books.learn_size(event.size_bytes)
        case BlockRejected():
            _take_rejection(books, event, now)
        case SourceRejected() | SourceForgiven():
            _reject_or_forgive(books, event, now)
        case WishesChanged():
            books.prioritizer.set_wishes(books.readers.note(event.wishes, books.bytes.received))
        case OrderChanged():
            books.prioritizer.set_order(event.order)
        case TuningChanged():
            books.tuning = books.sources.tuning = event.tuning
            for record in books.sources.records.values():
                record.budget = type(record.budget)()
        case LimitsChanged():
            books.set_limits(event)
        case _:
            books.is_online = event.online
            for record in books.sources.records.values():
                record.not_before_s, record.failures_in_row, record.is_failing = now, 0, False
                if event.is_withheld:
                    books.close_source(record, say("the connection may not be used now"), now)
    return Reach.ALL


def _take_bytes(books: JobBooks, event: BytesReceived, now: float) -> Reach:
    channel = books.channels.get(event.channel_id)
    source = channel.source if channel else books.closing.get(event.channel_id)
    books.last_byte_s = now
    span, size_bytes = event.span, event.span.size
    new = books.bytes.receive(span)
    if new:
        books.prioritizer.settle_repair(span)
    if source is None:
        return Reach.NOBODY
    source.wasted_bytes += size_bytes - new
    _note_return(books, source, now)
    source.deliver(size_bytes, now, are_new=new > 0)
    source.rate.take(size_bytes, now, event.limited)
    if channel is not None and channel.flight is not None:
        channel.received_bytes += size_bytes
        channel.rate.take(size_bytes, now, event.limited)
        channel.flight.last_byte_s = now
        channel.flight.advance(span)
    return Reach.NOBODY


def _note_return(books: JobBooks, source: SourceRecord, now: float) -> None:
    if source.is_failing:
        books.note(now, StepIn.RECOVERED, source.source_id, say("It delivers again."))


def _take_first_byte(books: JobBooks, event: FirstByte, now: float) -> Concern:
    channel = books.channels.get(event.channel_id)
    if channel is None or channel.flight is None:
        return Reach.NOBODY
    channel.state = ChannelState.RECEIVING
    _note_return(books, channel.source, now)
    channel.source.is_failing = False  # all its connections may be opened at once
    channel.flight.first_byte_s = channel.flight.last_byte_s = now
    if not channel.flight.soft:
        channel.source.constraints.holdings.note_given(channel.flight.remaining())
    channel.latency.push(event.latency_s)
    channel.source.latency.push(event.latency_s)
    channel.rate.begin_body(now)
    channel.source.rate.begin_body(now)
    return channel.source


def _take_range_done(books: JobBooks, event: RangeDone, now: float) -> Concern:
    channel = books.channels.get(event.channel_id)
    if channel is None:
        books.closing.pop(event.channel_id, None)
        return Reach.NOBODY
    channel.source.forgive()
    if event.reusable:
        books.land(channel, now)
        channel.state = ChannelState.IDLE
        books.close_surplus(channel, now)
    else:
        books.drop(event.channel_id, now)
    return channel.source


def _take_connected(books: JobBooks, event: Connected, now: float) -> Concern:
    channel = books.channels.get(event.channel_id)
    if channel is None:
        return Reach.NOBODY
    if channel.state is ChannelState.OPENING:
        channel.state = ChannelState.IDLE if channel.flight is None else ChannelState.WAITING
    channel.ready_s = now
    channel.source.latency.seed(event.connect_s)
    if books.greeted_s is None:
        books.greeted_s = now
    return channel.source


def _take_answer(books: JobBooks, event: SourceAnswered, now: float) -> Concern:
    channel = books.channels.get(event.channel_id)
    if channel is None:
        return Reach.NOBODY
    known = channel.source.constraints
    if event.multi_range is Support.NO and event.ranges is Support.UNKNOWN and _asks_for_several(channel):
        known.learn(Support.UNKNOWN, Support.NO, None)
        books.close(channel, "the server sends the whole file when it is asked for several ranges", now)
        return channel.source
    if event.holds is None and event.ranges in {known.ranges, Support.UNKNOWN} and known.can_range:
        known.learn(event.ranges, event.multi_range, None)
        return Reach.NOBODY  # nothing new that matters; most answers are like this
    source = channel.source
    source.constraints.learn(event.ranges, event.multi_range, event.holds)
    for other in list(source.channels.values()):
        _reconsider(books, other, now)
    return Reach.ALL


def _asks_for_several(channel: ChannelRecord) -> bool:
    return channel.flight is not None and len(channel.flight.spans) > 1


def _reconsider(books: JobBooks, channel: ChannelRecord, now: float) -> None:
    """An answer showed more of what a source can give: close what it cannot be asked for."""
    constraints, flight = channel.source.constraints, channel.flight
    if flight is None or flight.soft:
        return
    if constraints.can_range:
        if not all(constraints.gives(span) for span in flight.remaining()):
            books.close(channel, "the source does not hold these bytes", now)
    elif flight.at > 0:
        books.close(channel, "the source gives the file from its beginning only", now)
    else:
        # The whole file comes now, whatever was asked for: take it, but keep its bytes free for better sources.
        books.bytes.release(flight.remaining(), books.flights(flight))
        flight.ask_instead((Span(0, books.bytes.end),))
        flight.soft = True


def _take_failure(books: JobBooks, event: ChannelFailed, now: float) -> Concern:
    channel = books.channels.get(event.channel_id)
    if channel is None:
        books.closing.pop(event.channel_id, None)
        return Reach.NOBODY
    source, flight = channel.source, channel.flight
    host = source.profile.host
    in_use = sum(one.source.profile.host == host for one in books.channels.values())
    books.drop(event.channel_id, now)
    if event.status in CROWDED and in_use > 1:
        books.sources.host_limits.refuse(host, in_use, now)
        source.errors += 1
        source.not_before_s = max(source.not_before_s, now + (event.retry_after_s or 0.0))
    elif event.retry is Retry.OTHER_SPAN and flight is not None and source.constraints.can_range:
        source.errors += 1
        source.trouble = event.reason
        missing = list(flight.remaining())
        if books.bytes.size_bytes is None:
            # Nothing begins behind the end of its file, wherever that is: span by span it would be asked for ever.
            missing = [Span(min(span.start for span in missing), UNKNOWN_END)] if missing else []
        source.constraints.holdings.note_refused(missing)
    elif flight is not None and len(flight.spans) > 1 and _is_no_to_several(source, event):
        # It was asked once whether it can; the answer was no, and that is no failure.
        source.constraints.learn(Support.UNKNOWN, Support.NO, None)
    elif books.is_online:
        source.fail(channel, now, event.retry, event.reason, retry_after_s=event.retry_after_s, tuning=books.tuning)
        if source.set_aside is not None:
            books.set_aside(source, event.reason, now)
        elif source.not_before_s > now:
            books.decisions.append(SetAside(source.source_id, event.reason, source.not_before_s))
    return Reach.ALL


def _is_no_to_several(source: SourceRecord, event: ChannelFailed) -> bool:
    """Whether a request for several spans failed because the source does not give several: it ignored all but one, or
    had only a status for it (a mirror that lacks the whole file says 404 when it is to send that instead)."""
    able = source.constraints.multi_range
    return able is Support.NO or (able is Support.UNKNOWN and event.status is not None)


def _take_sources(books: JobBooks, event: SourcesChanged, now: float) -> None:
    for record in books.sources.update(event.sources):
        books.close_source(record, say("the source was removed"), now)
    books.sources.job_share = event.max_channels
    books.set_limits(books.limits)
    for record in books.sources.records.values():
        if not record.profile.enabled:
            books.close_source(record, say("the source was disabled"), now)
    for channel in [one for one in books.channels.values() if one.flight is None]:
        books.close_surplus(channel, now)


def _reject_or_forgive(books: JobBooks, event: SourceRejected | SourceForgiven, now: float) -> None:
    """One that is forgiven is asked again; what it brought bad stays known and is not taken from it twice."""
    record = books.sources.records.get(event.source_id)
    if record is None:
        return
    if isinstance(event, SourceForgiven):
        record.set_aside = record.trouble = None
        record.not_before_s, record.failures_in_row, record.is_failing = now, 0, False
        record.bad_blocks = 0
        record.constraints.holdings.forget()
        books.sources.host_limits.forget(record.profile.host)
        books.note(now, StepIn.RECOVERED, event.source_id, say("Asked again, because you wish it."))
    elif record.set_aside is None:
        books.set_aside(record, event.reason, now)


def _take_rejection(books: JobBooks, event: BlockRejected, now: float) -> None:
    books.bytes.reject(event.span, books.flights())
    books.prioritizer.add_repair(event.span)
    books.avoided.append((event.span, frozenset(event.suppliers)))
    books.note(now, StepIn.REPAIRED, event.blamed, say("Fetching a bad block anew: {span}.", span=event.span))
    record = None if event.blamed is None else books.sources.records.get(event.blamed)
    if record is not None:
        record.bad_blocks += 1
        if record.bad_blocks >= books.tuning.bad_blocks and record.set_aside is None:
            books.set_aside(
                record,
                say("it delivered {count} bad blocks", one="it delivered {count} bad block", count=record.bad_blocks),
                now,
            )
