"""Express: the bytes that a reader which jumped stands still for come at once, and from all sources together.

Where ordinary work would make it wait clearly longer than that, ordinary work gives way: connections that carry
what nobody waits for are closed, and so are those that would bring wanted bytes late. What is wanted is then shared out
so that all sources are done with it together. The rule that keeps it honest: nothing is closed unless the reader gains
more than a threshold by it, and only once for each jump.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from headwater.model.decisions import Purpose
from headwater.model.spans import Span, SpanSet
from headwater.schedule.byte_book import Flight
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.dispatch import Dispatcher
from headwater.schedule.end_game import together_s
from headwater.schedule.job_books import JobBooks
from headwater.schedule.planning import LEAST_BYTES
from headwater.schedule.source_record import SourceRecord

#: What a reader must gain before others give way (s).
GAIN_S: Final = 0.08
#: A request that brings wanted bytes may end so much later than all could be done with them (s).
SLACK_S: Final = 0.05
#: What a request has brought in this time (s), or in a latency, tells its pace; it may grow by so much from then on.
SEEN_S: Final = 0.05
GROWTH: Final = 2.0
#: One request for wanted bytes takes no longer than this (s), or than two latencies: readers read in order.
PIECE_S: Final = 0.1
#: One that reads on gets so much at least, where that takes no longer: its wish moves on with each byte that comes.
CRUMB_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Helper:
    """A source that could bring wanted bytes: from `starts_s` on, at `rate` (bytes/s)."""

    record: SourceRecord
    starts_s: float
    rate: float


class Express:
    """Looks after readers that jumped and wait."""

    def __init__(self, books: JobBooks, dispatcher: Dispatcher) -> None:
        self.books = books
        self.dispatcher = dispatcher
        #: The jumps for which others gave way, where they had to.
        self._jumps = 0

    def run(self, now: float) -> None:
        """See to it that what readers wait for is under way as well as can be."""
        books = self.books
        wanted = books.readers.wanted
        if not wanted or books.bytes.size_bytes is None or not self._helpers(wanted, now):
            return
        if self._jumps != books.readers.jumps and self._make_way(wanted, now):
            self._jumps = books.readers.jumps
        self._share_out(wanted, now)

    def _helpers(self, wanted: SpanSet, now: float, *, is_alone: bool = False) -> list[Helper]:
        """Who could bring the first of them, soonest first; `is_alone`: were nothing else under way there."""
        books = self.books
        first = next(iter(wanted))
        grain = Span(first.start, min(first.end, first.start + LEAST_BYTES))
        helpers: list[Helper] = []
        for record in books.ranked:
            if (
                record.is_proven
                and record.known_rate > 0
                and not record.is_failing
                and not record.is_over_budget
                and record.may_be_asked(now)
                and record.constraints.can_range
                and record.constraints.gives(grain)
                and not books.brought_bad(record, grain)
            ):
                is_open = any(channel.flight is None for channel in record.channels.values())
                busy = 0 if is_alone else sum(1 for _ in record.flights)
                starts_s = now + record.latency_s * (1 if is_open else 2)
                helpers.append(Helper(record, starts_s, record.known_rate / (1 + busy)))
        return sorted(helpers, key=lambda helper: (helper.starts_s, -helper.rate, helper.record.source_id))

    # Making way --------------------------------------------------------------------------------------------------

    def _make_way(self, wanted: SpanSet, now: float) -> bool:
        """Close what is in the way of wanted bytes, where that gains enough; whether anything was closed."""
        alone = self._helpers(wanted, now, is_alone=True)
        together_s = _together_s(alone, wanted.total_bytes)
        if self._expected_s(wanted, now) - together_s <= GAIN_S:
            return False
        has_closed = False
        joining = {helper.record.source_id: helper for helper in alone if helper.starts_s < together_s}
        for channel in list(self.books.channels.values()):
            flight = channel.flight
            if flight is None or flight.soft:
                continue
            last = _last_wanted(flight, wanted)
            helper = joining.get(channel.source.source_id)
            if last is not None and flight.purpose is Purpose.URGENT:
                continue
            if helper is None:
                is_late = last is not None and self._arrives_s(channel, flight, last, now) > together_s + GAIN_S
            elif last is None:
                is_late = now + channel.source.rest_s(channel, flight, now) > helper.starts_s
            else:
                begins_s = now if flight.first_byte_s is not None else helper.starts_s
                is_late = begins_s + (last - flight.at) / helper.rate > together_s + SLACK_S
            if is_late:
                self.books.close(channel, "a reader waits for other bytes, or for these sooner", now)
                has_closed = True
        return has_closed

    def _expected_s(self, wanted: SpanSet, now: float) -> float:
        """When the last wanted byte would be here if nothing gave way."""
        books = self.books
        free_bytes = sum(books.bytes.free.bytes_within(span) for span in wanted)
        ends_s = [_together_s(self._helpers(wanted, now), free_bytes)] if free_bytes else []
        for channel in books.channels.values():
            flight = channel.flight
            if flight is not None and not flight.soft and (last := _last_wanted(flight, wanted)) is not None:
                ends_s.append(self._arrives_s(channel, flight, last, now))
        return max(ends_s, default=now)

    def _arrives_s(self, channel: ChannelRecord, flight: Flight, last: int, now: float) -> float:
        """When a request will have brought everything before `last`, at an even pace.

        A source that is still growing is taken for one that may double any time; here it must keep what it promises:
        connections that have shared its line for a while go on as slowly as they did.
        """
        part = sum(max(0, min(span.end, last) - span.start) for span in flight.remaining())
        expected_s = channel.source.rest_s(channel, flight, now) * part / flight.remaining_bytes
        began_s = flight.first_byte_s
        if began_s is not None and flight.received_bytes and now - began_s > max(SEEN_S, channel.source.latency_s):
            expected_s = max(expected_s, part * (now - began_s) / flight.received_bytes / GROWTH)
        return now + expected_s

    # Sharing out -------------------------------------------------------------------------------------------------

    def _share_out(self, wanted: SpanSet, now: float) -> None:
        """Ask the sources for the wanted bytes that nobody is asked for, each for what it can bring in time."""
        books = self.books
        free = SpanSet(part for span in wanted for part in books.bytes.free.within(span))
        helpers = self._helpers(wanted, now)
        end_s = _together_s(helpers, free.total_bytes)
        for helper in helpers:
            record = helper.record
            # Rounded up, and with a crumb, it is still no larger than may be.
            largest = books.tuning.max_span_bytes - 2 * LEAST_BYTES
            most = min(helper.rate * max(PIECE_S, 2 * record.latency_s), largest)
            share = min(helper.rate * (end_s - helper.starts_s), most)
            span = next((part for hole in free for part in record.constraints.mask(hole)), None)
            channel = self.dispatcher.spare_channel(record, now)
            if span is None or share < 1 or channel is False:
                continue
            end = span.start + -(-int(share) // LEAST_BYTES) * LEAST_BYTES
            asked = Span(span.start, span.end if span.end - end < LEAST_BYTES else end)
            least = min(max(LEAST_BYTES, int(most)), CRUMB_BYTES) if books.readers.reads_on else LEAST_BYTES
            if asked.size < least:
                asked = self._stretched(record, asked, least)
            used = channel if isinstance(channel, ChannelRecord) else books.open(record, now, "a reader waits")
            books.ask(used, (asked,), Purpose.URGENT, now)
            free.discard(asked)

    def _stretched(self, record: SourceRecord, asked: Span, size_bytes: int) -> Span:
        """Crumbs cost a latency each: as much more behind them as nobody is asked for, up to `size_bytes`."""
        room = Span(asked.start, min(asked.start + size_bytes, self.books.bytes.end))
        run = next(self.books.bytes.free.within(room))
        return next(iter(record.constraints.mask(run)))


def _together_s(helpers: Iterable[Helper], size_bytes: float) -> float:
    """When all of them together could be done with so many bytes."""
    return together_s(size_bytes, ((helper.starts_s, helper.rate, size_bytes) for helper in helpers))


def _last_wanted(flight: Flight, wanted: SpanSet) -> int | None:
    """End of the last wanted byte that a request is to bring; None when it brings none."""
    return max((span.end for part in flight.remaining() for span in wanted.within(part)), default=None)
