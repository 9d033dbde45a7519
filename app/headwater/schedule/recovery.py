"""Recovery: bytes that will come too late are fetched by somebody else, and a silent source is given up in time.

A request is late when it ends clearly after the time at which the frontier could have passed it. If it still flows,
its rest is split so that both end together; if it stands still or never began, its bytes are asked for a second
time. The rule that keeps it honest: a rescue must gain more than a threshold over doing nothing, probes are never
rescued, and each request is asked for twice at most once.
"""

from collections.abc import Iterable
from math import inf
from typing import Final

from headwater.model.decisions import Purpose
from headwater.model.errors import Retry
from headwater.model.snapshots import StepIn
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet
from headwater.model.tuning import KNOBS
from headwater.model.wording import Size, say
from headwater.schedule.byte_book import Flight
from headwater.schedule.channel_meter import slow_start_s
from headwater.schedule.channel_record import SILENT_S, ChannelRecord
from headwater.schedule.data_prioritizer import Level
from headwater.schedule.dispatch import Dispatcher
from headwater.schedule.end_game import split_bytes
from headwater.schedule.job_books import JobBooks
from headwater.schedule.planning import LEAST_BYTES
from headwater.schedule.source_record import SourceRecord

#: So many requests nearest to the frontier are looked at; those behind are not late yet.
WATCHED: Final = 32
#: A channel that brought nothing for so long, plus some latencies, is given up (s).
SILENCE_S: Final = 4.0
SILENCE_LATENCIES: Final = 8.0
#: What still flows is only asked for twice when it is no more than this.
HEDGE_BYTES: Final = 256 * 1024
#: With no channel at hand, freed bytes go to whoever is done next, reckoned after so long (s).
HAND_OVER_S: Final = 0.25
#: What was rescued, or came from a rescue, is not looked at again for so long (s): a helper may collapse in its turn.
AGAIN_S: Final = 2.0
#: The same for a source whose connections still grow.
GROWING_HEDGE_BYTES: Final = 512 * 1024
#: Nor when it would cost the whole job longer than this (s): on slow lines every byte that comes twice is felt.
HEDGE_S: Final = 0.05
#: Where nobody brings anything, the network or this computer stands still, and no source is to blame so soon.
ALL_SILENT: Final = 4.0
#: Gain in seconds that justifies a rescue at the very end, or for a reader that waits.
LEAST_GAIN_S: Final = 0.05
#: The same where nobody's rate was measured yet: a computer's own pauses must not pass for lateness.
UNMEASURED_GAIN_S: Final = 0.5


class Rescuer:
    """Looks for late requests at every tick."""

    def __init__(self, books: JobBooks, dispatcher: Dispatcher) -> None:
        self.books = books
        self.dispatcher = dispatcher
        #: Sources that already help in this round.
        self._helped: set[SourceId] = set()

    def close_redundant(self, now: float) -> None:
        """Close connections that flow but have nothing to bring that is not here: a source that stood still comes back
        to requests whose bytes others brought meanwhile.

        While it stands still they stay: nothing else is asked of it then, and by them its return is seen."""
        books = self.books
        for channel in list(books.channels.values()):
            flight = channel.flight
            if flight is not None and flight.at in books.bytes.received and self._is_redundant(channel, flight, now):
                books.close(channel, "others brought what it still has to bring", now)

    def run(self, now: float) -> None:
        """One round."""
        self._helped.clear()
        self._give_up_silent(now)
        self._give_up_overdue(now)
        if not self.books.tuning.recovery and not self.books.tuning.hedging:
            return
        self._rescue_front(now)
        if not self.books.bytes.free and self.books.bytes.size_bytes is not None:
            self._even_out_end(now)

    @property
    def gain_wanted_s(self) -> float:
        """What a rescue must gain: from 0.7 s at little recovery down to 0.1 s at full."""
        return 0.1 + 0.6 * (1.0 - self.books.tuning.recovery)

    # Silence -----------------------------------------------------------------------------------------------------

    def _give_up_silent(self, now: float) -> None:
        books = self.books
        for channel in list(books.channels.values()):
            flight = channel.flight
            if flight is None:
                continue
            since_s = now - (flight.asked_s if flight.last_byte_s is None else flight.last_byte_s)
            source = channel.source
            patience_s = (SILENCE_S + SILENCE_LATENCIES * source.latency_s) * (1.5 - books.tuning.recovery)
            if now - books.last_byte_s > SILENCE_S:
                patience_s *= ALL_SILENT
            if since_s < patience_s:
                continue
            books.close(channel, "nothing came for a while", now)
            source.fail(channel, now, Retry.LATER, say("it fell silent"), retry_after_s=None, tuning=books.tuning)
            books.note(
                now, StepIn.TAKEN_OVER, source.source_id, say("Nothing came for a while; others take its bytes.")
            )

    # Total time-out ----------------------------------------------------------------------------------------------

    def _give_up_overdue(self, now: float) -> None:
        """Close what took longer than the user lets one request take; what it did not bring is anybody's.

        A source that gives the file from its beginning only would begin anew for ever, so it is set aside.
        """
        books = self.books
        bound_s = books.limits.request_timeout_s
        if bound_s is None:
            return
        for channel in list(books.channels.values()):
            flight, source = channel.flight, channel.source
            if flight is None or now - flight.asked_s < bound_s:
                continue
            reason = say("a request took longer than {seconds:g} s", seconds=bound_s)
            books.close(channel, reason, now)
            if not source.constraints.can_range:
                books.set_aside(
                    source, say("{reason}, and the source gives the file from its beginning only", reason=reason), now
                )
                continue
            source.fail(channel, now, Retry.LATER, reason, retry_after_s=None, tuning=books.tuning)
            words = say(
                "A request took longer than {seconds:g} s and was ended; its rest is asked for anew.", seconds=bound_s
            )
            books.note(now, StepIn.TAKEN_OVER, source.source_id, words)

    # Lateness ----------------------------------------------------------------------------------------------------

    def _in_order(self) -> list[tuple[int, ChannelRecord, Flight]]:
        prioritizer = self.books.prioritizer
        watched = [
            (prioritizer.place_of(flight.at), flight.at, channel.channel_id, channel, flight)
            for channel in self.books.channels.values()
            if (flight := channel.flight) is not None and not flight.soft and flight.remaining_bytes
        ]
        watched.sort()  # no two have the same number
        return [(place, channel, flight) for place, _, _, channel, flight in watched[:WATCHED]]

    def _rescue_front(self, now: float) -> None:
        books = self.books
        rate = sum(record.known_rate for record in books.ranked if record.rate.is_in_body)
        if rate <= 0:
            return
        # Nobody delivers at the rate of all together: each request lags by up to its own length.
        piece_s = books.tuning.interval_s / books.tuning.sub_intervals
        ahead = 0
        seen_to = -1
        disturbed: set[int] = set()
        for place, channel, flight in self._in_order():
            if 0 <= seen_to < flight.at:
                ahead += books.bytes.free.bytes_within(Span(seen_to, flight.at))
            rest = flight.remaining_bytes
            ahead += rest
            seen_to = flight.at + rest
            if (
                self._was_rescued(channel, flight, now)
                or channel.source.source_id in disturbed
                or self._is_due_later(channel, flight, now)
            ):
                continue
            end_s = now + channel.source.rest_s(channel, flight, now)
            is_urgent = books.prioritizer.bands[place].level <= Level.BLOCKED
            wanted_s = LEAST_GAIN_S if is_urgent else self.gain_wanted_s
            if end_s - (now + ahead / rate) < wanted_s + (0.0 if is_urgent else piece_s):
                continue
            if self._rescue(channel, flight, end_s, wanted_s, now, may_cost=is_urgent):
                disturbed.add(channel.source.source_id)

    def _rescue(
        self, channel: ChannelRecord, flight: Flight, end_s: float, wanted_s: float, now: float, *, may_cost: bool
    ) -> bool:
        """Find the best helper for a late request and let it help, where that gains enough.

        `may_cost`: the request's end counts more than what the whole job loses (a reader waits for it).
        """
        cost_s = self._cost_s(channel)
        if end_s - now < wanted_s + cost_s:
            return False  # however quick a helper were
        rest = flight.remaining_bytes
        own_rate = max(1.0, rest / max(end_s - now, 0.001))
        last = list(flight.remaining())[-1]
        best: tuple[float, float, SourceRecord] | None = None
        for record in self._helpers(channel.source, flight, now):
            found = self.dispatcher.spare_channel(record, now)
            wait_s = HAND_OVER_S if found is False else record.latency_s * (2 if found is None else 1)
            if not self.books.bytes.free:
                wait_s = max(wait_s, self._busy_s(record, now))  # at the end nothing that it does now can wait
            taken, together_s = split_bytes(rest, own_rate, self._spare_rate(record), wait_s)
            if taken > 0 and (best is None or together_s < best[0]):
                best = (together_s, taken, record)
        if best is not None and best[2].rate.rate is None:
            wanted_s = max(wanted_s, UNMEASURED_GAIN_S)
        if best is None or end_s - now - best[0] < wanted_s + cost_s:
            return False
        if not may_cost and not self._is_worth_it(cost_s, end_s - now - best[0]):
            return False
        _, taken, helper = best
        return self._help(channel, flight, helper, int(min(taken, last.size)), now)

    def _spare_rate(self, record: SourceRecord) -> float:
        """What one request more would get of a helper's rate: as much as each that it has already.

        At the end it waits until these are done, and has all of it then."""
        if not self.books.bytes.free:
            return record.helping_rate
        return record.helping_rate / (1 + sum(1 for _ in record.flights))

    def _busy_s(self, record: SourceRecord, now: float) -> float:
        """How long a source still has to do with what it is asked for, 0 where its rate is not known."""
        return record.supply.free_s - now if record.supply.free_s < inf else 0.0

    def _is_flowing(self, channel: ChannelRecord, flight: Flight, now: float) -> bool:
        """Whether it brings bytes, or its first byte is not overdue."""
        if flight.last_byte_s is not None:
            return now - flight.last_byte_s < SILENT_S + channel.source.latency_s
        patience_s = channel.source.latency.patience_s
        return patience_s is not None and now - flight.asked_s < 2 * patience_s

    def _was_rescued(self, channel: ChannelRecord, flight: Flight, now: float) -> bool:
        """Whether its rescue, or the one it came from, is to be given time. None where its helper stands still, too;
        twice it is not asked for again."""
        return now < flight.rescued_s + AGAIN_S and (flight.is_hedged or self._is_flowing(channel, flight, now))

    def _is_due_later(self, channel: ChannelRecord, flight: Flight, now: float) -> bool:
        """Whether its first byte is not due yet: to close it now would only make somebody else wait as long."""
        if flight.first_byte_s is not None:
            return False
        return now < channel.due_s(flight) + 0.5 * channel.source.latency_s

    def _is_redundant(self, channel: ChannelRecord, flight: Flight, now: float) -> bool:
        """Whether all that a flowing request has to bring is here, and it would take longer than a new connection: that
        costs two latencies, since one that stood still has to grow anew as well.

        What a source can is learned from such a request as well as from any, so that one which still grows keeps it."""
        source, received = channel.source, self.books.bytes.received
        if not source.is_ramped or flight.soft or flight.last_byte_s is None or now - flight.last_byte_s >= SILENT_S:
            return False
        rate = source.known_rate / max(1, sum(1 for _ in source.flights))
        is_long = flight.remaining_bytes > 2 * source.latency_s * rate
        return is_long and all(received.covers(span) for span in flight.remaining())

    def _is_shared(self, flight: Flight) -> bool:
        """Whether another was asked for some of its bytes as well: what is taken from it would not be free."""
        rest = SpanSet(flight.remaining())
        return any(
            rest.overlaps(span) for other in self.books.flights(flight) if not other.soft for span in other.remaining()
        )

    def _cost_bytes(self, channel: ChannelRecord) -> int:
        """What closing a channel is worth: two latencies and a slow start of its part of the source's rate."""
        source = channel.source
        rate = source.known_rate / max(1, sum(1 for _ in source.flights))
        return int(rate * (2 * source.latency_s + slow_start_s(rate, source.latency_s)))

    def _cost_s(self, channel: ChannelRecord) -> float:
        """The same as a delay of the whole job; nothing at the end, when the channel is not needed any more."""
        if not self.books.bytes.free:
            return 0.0
        return self._cost_bytes(channel) / max(1.0, self.books.known_rate)

    def _is_worth_it(self, cost_s: float, gain_s: float) -> bool:
        """Whether order gains more than the whole job loses: bytes that wait, times how long, on either side."""
        books = self.books
        rate = sum(record.helping_rate for record in books.ranked)
        return rate * gain_s**2 / 2 > cost_s * books.bytes.free.total_bytes

    def _helpers(self, but: SourceRecord, flight: Flight, now: float) -> Iterable[SourceRecord]:
        """Who could bring what this request still has to bring."""
        rest = tuple(flight.remaining())
        for record in self.books.ranked:
            if (
                record is not but
                and record.source_id not in self._helped
                and record.is_proven
                and record.helping_rate > 0
                and record.may_be_asked(now)
                and record.affordable_bytes >= flight.remaining_bytes
                and record.constraints.can_range
                and all(record.constraints.gives(span) and not self.books.brought_bad(record, span) for span in rest)
            ):
                yield record

    def _help(self, channel: ChannelRecord, flight: Flight, helper: SourceRecord, taken: int, now: float) -> bool:
        """Split the rest, take it over whole, or ask for it twice, as the request's state allows."""
        books = self.books
        found = self.dispatcher.spare_channel(helper, now)
        first, last = next(flight.remaining()), list(flight.remaining())[-1]
        split_at = max(last.start, last.end - taken, flight.at)
        is_small = flight.remaining_bytes <= self._hedge_bytes(HEDGE_BYTES)
        may_close = self._is_flowing(channel, flight, now) and books.tuning.recovery > 0 and not self._is_shared(flight)
        if not channel.source.is_ramped and books.bytes.free:
            # Nobody knows yet what it is worth; closing it would make it begin anew. Small rests are asked for twice.
            may_close = False
            if flight.remaining_bytes > self._hedge_bytes(GROWING_HEDGE_BYTES):
                return False
            is_small = True
        if may_close and split_at - flight.at > LEAST_BYTES and last.end - split_at >= LEAST_BYTES:
            books.truncate(flight, split_at, self._cost_bytes(channel), "its rest would come too late")
            self._hand_over(channel, helper, found, Span(split_at, last.end), now)
        elif may_close and not is_small:
            books.close(channel, "what it still has to bring would come too late", now)
            self._hand_over(channel, helper, found, first, now)
        elif books.tuning.hedging and not flight.is_hedged and found is not False and (is_small or not may_close):
            books.hedge(self._channel(helper, found, now), (first,), flight, now, say("late bytes are asked for twice"))
            flight.rescued_s, flight.is_hedged = now, True
        else:
            return False
        if found is not False:
            self._helped.add(helper.source_id)
        self.dispatcher.refresh_supply(helper, now)
        return True

    def _hedge_bytes(self, most: int) -> int:
        """The largest rest that may be asked for twice; as the knob stands by default, what the constants say."""
        readiness = self.books.tuning.hedging / KNOBS["hedging"].default
        return int(readiness * min(most, HEDGE_S * self.books.known_rate))

    def _hand_over(
        self, channel: ChannelRecord, helper: SourceRecord, found: ChannelRecord | bool | None, rest: Span, now: float
    ) -> None:
        """Ask the helper for what has just become free; with no channel at hand the next that is idle takes it."""
        books = self.books
        words = say(
            "Took over {size} that {host} would have brought late.",
            size=Size(rest.size),
            host=channel.source.profile.host,
        )
        books.note(now, StepIn.TAKEN_OVER, channel.source.source_id, words)
        span = next(books.bytes.free.within(rest), None)
        if found is not False and span is not None:
            taken = books.ask(self._channel(helper, found, now), (span,), Purpose.TAKE_OVER, now)
            taken.rescued_s = now  # a rest that goes from hand to hand never arrives

    def _channel(self, helper: SourceRecord, found: ChannelRecord | bool | None, now: float) -> ChannelRecord:
        return found if isinstance(found, ChannelRecord) else self.books.open(helper, now, "to bring late bytes")

    # The end -----------------------------------------------------------------------------------------------------

    def _even_out_end(self, now: float) -> None:
        """Nothing is free any more: let those that are done help those that would end last."""
        ends = [
            (now + channel.source.rest_s(channel, flight, now), channel.channel_id, channel, flight)
            for channel in self.books.channels.values()
            if (flight := channel.flight) is not None
            and not flight.soft
            and not self._was_rescued(channel, flight, now)
            and flight.remaining_bytes
        ]
        ends.sort(reverse=True)  # no two have the same number
        for end_s, _, channel, flight in ends[:WATCHED]:
            self._rescue(channel, flight, end_s, 2 * LEAST_GAIN_S, now, may_cost=False)
