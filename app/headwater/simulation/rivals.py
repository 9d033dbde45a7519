"""How others divide a file among servers, behind the same door as our scheduler, to be compared with in one world.

* `StaticSplit`: the file cut into equal parts, one connection a source, nothing moved afterwards (early multi-mirror
  downloaders); the parts of a source that dies are given to those that are done.
* `GreedyPieces`: fixed pieces of 1 MiB, the first free one to whoever asks next, one connection a source; at the end
  the largest rest is halved as long as the halves are worth a request (the way of aria2's `--min-split-size`).
* `Rounds`: after MDTP (multi-source download in rounds): every source is given as many bytes as it brings in the time
  the fastest needs for its piece, by the throughput of its last request, and the next piece when that is done.

None of them has our scheduler's parts, on purpose; the rule that keeps the comparison fair is that each recovers from
dead sources and refused spans, so that every scenario ends.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Final

from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Decision, OpenChannel, Purpose, Request, Truncate
from headwater.model.errors import Retry
from headwater.model.events import (
    BytesReceived,
    ChannelClosed,
    ChannelFailed,
    Event,
    FirstByte,
    RangeDone,
    SourceAnswered,
    SourcesChanged,
)
from headwater.model.source import SourceId, SourceProfile, Support
from headwater.model.spans import Span, SpanSet

PIECE_BYTES: Final = 1024 * 1024
#: A rest smaller than this is not worth another request.
MIN_SPLIT_BYTES: Final = 256 * 1024
#: How long a source that failed is left alone.
REST_S: Final = 1.0


@dataclass(slots=True)
class _Seat:
    """One source and its one channel, as a rival sees them."""

    profile: SourceProfile
    channel_id: ChannelId | None = None
    spans: SpanSet = field(default_factory=SpanSet)  # asked for, not received
    refused: SpanSet = field(default_factory=SpanSet)
    not_before: float = 0.0
    asked_s: float = 0.0
    began_s: float | None = None
    got_bytes: int = 0
    rate: float | None = None
    ranges: Support = Support.UNKNOWN
    is_busy: bool = False


class Rival(ABC):
    """What all rivals share: one channel a source, and the bookkeeping of what is free."""

    def __init__(self, size_bytes: int) -> None:
        self.size_bytes = size_bytes
        self.free = SpanSet([Span(0, size_bytes)])
        self.received = SpanSet()
        self.seats: dict[SourceId, _Seat] = {}
        self.next_wake_s: float | None = None
        self._next_channel = 0
        self._by_channel: dict[ChannelId, _Seat] = {}

    @property
    def is_complete(self) -> bool:
        return self.received.total_bytes == self.size_bytes

    @abstractmethod
    def choose(self, seat: _Seat, usable: SpanSet) -> Span | None:
        """The span this source is asked for now; `usable` is free and not known to be refused, and not empty."""

    def help_out(self, seat: _Seat, now: float) -> tuple[Decision, ...]:  # noqa: ARG002  # most rivals do nothing
        """What an idle source does when nothing is free for it."""
        return ()

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        """Take a fact, and keep every idle source busy."""
        self._learn(event, now)
        if self.is_complete:
            self.next_wake_s = None
            ids = [seat.channel_id for seat in self.seats.values() if seat.channel_id is not None]
            return tuple(CloseChannel(channel_id) for channel_id in ids)
        decisions: list[Decision] = []
        for seat in self.seats.values():
            if not seat.is_busy and seat.not_before <= now:
                decisions += self._feed(seat, now)
        resting = [seat.not_before for seat in self.seats.values() if seat.not_before > now]
        self.next_wake_s = min(resting, default=None)
        return tuple(decisions)

    def _feed(self, seat: _Seat, now: float) -> tuple[Decision, ...]:
        usable = self.usable_for(seat)
        span = self.choose(seat, usable) if usable else None
        if span is None:
            return self.help_out(seat, now)
        return self.ask(seat, span, now)

    def ask(self, seat: _Seat, span: Span, now: float) -> tuple[Decision, ...]:
        """Ask a source for a span, over a new channel where it has none."""
        self.free.discard(span)
        seat.spans.add(span)
        seat.is_busy = True
        seat.asked_s, seat.began_s, seat.got_bytes = now, None, 0
        decisions: list[Decision] = []
        if seat.channel_id is None:
            seat.channel_id = ChannelId(self._next_channel)
            self._next_channel += 1
            self._by_channel[seat.channel_id] = seat
            decisions.append(OpenChannel(seat.channel_id, seat.profile.source_id))
        decisions.append(Request(seat.channel_id, (span,), Purpose.BULK))
        return tuple(decisions)

    def usable_for(self, seat: _Seat) -> SpanSet:
        """What is free and this source may have."""
        usable = SpanSet()
        if seat.ranges is Support.NO:
            return SpanSet([next(iter(self.free))]) if 0 in self.free else usable
        for hold in seat.profile.holds if seat.profile.holds is not None else (Span(0, self.size_bytes),):
            usable.update(self.free.within(hold))
        usable.difference_update(seat.refused)
        return usable

    def _learn(self, event: Event, now: float) -> None:
        match event:
            case SourcesChanged(sources):
                for profile in sources:
                    self.seats.setdefault(profile.source_id, _Seat(profile))
            case SourceAnswered(channel_id, ranges):
                self._by_channel[channel_id].ranges = ranges
            case FirstByte(channel_id):
                self._by_channel[channel_id].began_s = now
            case BytesReceived(channel_id, span):
                seat = self._by_channel[channel_id]
                seat.spans.discard(span)
                seat.got_bytes += span.size
                self.received.add(span)
            case RangeDone(channel_id, reusable):
                self._finish(self._by_channel[channel_id], now, is_gone=not reusable)
            case ChannelClosed(channel_id):
                self._finish(self._by_channel[channel_id], now, is_gone=True)
            case ChannelFailed(channel_id, retry):
                seat = self._by_channel[channel_id]
                if retry is Retry.OTHER_SPAN:
                    seat.refused.update(seat.spans)
                else:
                    seat.not_before = now + REST_S
                self._finish(seat, now, is_gone=True)
            case _:
                pass  # the other facts change nothing for those who measure so little

    def _finish(self, seat: _Seat, now: float, *, is_gone: bool) -> None:
        """A request is over: what it brought is measured, what it did not bring is free again."""
        if seat.got_bytes and now > seat.asked_s:
            seat.rate = seat.got_bytes / (now - seat.asked_s)
        for span in seat.spans:
            for gap in self.received.gaps(span):
                if not any(other.spans.overlaps(gap) for other in self.seats.values() if other is not seat):
                    self.free.add(gap)
        seat.spans = SpanSet()
        seat.is_busy = False
        if is_gone and seat.channel_id is not None:
            del self._by_channel[seat.channel_id]
            seat.channel_id = None


class StaticSplit(Rival):
    """Equal parts, given once."""

    def choose(self, seat: _Seat, usable: SpanSet) -> Span | None:
        part = -(-self.size_bytes // len(self.seats))
        number = list(self.seats).index(seat.profile.source_id)
        own = Span(min(number * part, self.size_bytes - 1), min((number + 1) * part, self.size_bytes))
        mine = next(usable.within(own), None)
        if mine is not None:
            return mine
        others = [other for other in self.seats.values() if other is not seat]
        dead_parts = [span for span in usable if not self._belongs_to_a_living(span, others, part)]
        return dead_parts[0] if dead_parts else None

    def _belongs_to_a_living(self, span: Span, others: list[_Seat], part: int) -> bool:
        owner = list(self.seats.values())[min(span.start // part, len(self.seats) - 1)]
        return owner in others and owner.not_before == 0.0 and self.usable_for(owner).overlaps(span)


class GreedyPieces(Rival):
    """The first free piece to whoever asks next; the largest rest is halved at the end."""

    def choose(self, seat: _Seat, usable: SpanSet) -> Span | None:
        first = next(iter(usable))
        if seat.ranges is Support.NO:
            return first
        return Span(first.start, min(first.end, (first.start // PIECE_BYTES + 1) * PIECE_BYTES))

    def help_out(self, seat: _Seat, now: float) -> tuple[Decision, ...]:
        rests = [
            (span.size, other.profile.source_id, other, span)
            for other in self.seats.values()
            if other is not seat and other.channel_id is not None and other.ranges is Support.YES
            for span in other.spans
        ]
        if not rests or seat.ranges is Support.NO:
            return ()
        size, _, other, span = max(rests, key=lambda rest: rest[:2])
        half = Span(span.start + span.size // 2, span.end)
        holds = seat.profile.holds
        can_give = holds is None or any(hold.covers(half) for hold in holds)
        if size < 2 * MIN_SPLIT_BYTES or not can_give or seat.refused.overlaps(half) or other.channel_id is None:
            return ()
        other.spans.discard(half)
        return (Truncate(other.channel_id, half.start, cost_bytes=0), *self.ask(seat, half, now))


class Rounds(Rival):
    """Pieces that all take as long as the fastest source's, by the throughput of each source's last request."""

    def choose(self, seat: _Seat, usable: SpanSet) -> Span | None:
        first = next(iter(usable))
        if seat.ranges is Support.NO:
            return first
        best = max((other.rate for other in self.seats.values() if other.rate is not None), default=None)
        size = MIN_SPLIT_BYTES
        if seat.rate is not None and best is not None:
            size = max(16 * 1024, int(4 * PIECE_BYTES * seat.rate / best))
        return Span(first.start, min(first.end, first.start + size))


RIVALS: Final[dict[str, type[Rival]]] = {
    "static equal split": StaticSplit,
    "greedy fixed pieces": GreedyPieces,
    "rounds": Rounds,
}
