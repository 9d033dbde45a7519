"""The state of one job that all parts of the scheduler share, and the changes that keep it whole.

Sources, channels, flights and bytes are changed together here and nowhere else; each change that somebody has to
carry out leaves a decision. What to do is decided in `dispatch`, `planning` and `recovery`. The rule that keeps it
honest: a flight belongs to exactly one channel, a channel to one source, and the books agree after every call.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from headwater.model.channel import ChannelId, ChannelState
from headwater.model.decisions import (
    CloseChannel,
    Decision,
    Hedge,
    OpenChannel,
    Probe,
    Purpose,
    Request,
    SetAside,
    Truncate,
)
from headwater.model.events import LimitsChanged
from headwater.model.priority import PriorityOrder
from headwater.model.snapshots import StepIn
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet
from headwater.model.tuning import Tuning
from headwater.model.wording import as_sentence, say
from headwater.schedule.byte_book import ByteBook, Flight
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.data_prioritizer import DataPrioritizer
from headwater.schedule.reader_runs import ReaderRuns
from headwater.schedule.source_record import SourceRecord
from headwater.schedule.source_scheduler import SourceScheduler


@dataclass(frozen=True, slots=True)
class Note:
    """A line for the activity log: the scheduler stepped in; `words` is one plain sentence."""

    at_s: float
    kind: StepIn
    source_id: SourceId | None
    words: str


class JobBooks:
    """Books of one job. `decisions` and `notes` collect what the door hands out."""

    def __init__(self, size_bytes: int | None, received: SpanSet, tuning: Tuning, order: PriorityOrder) -> None:
        self.tuning = tuning
        self.bytes = ByteBook(size_bytes, received)
        self.prioritizer = DataPrioritizer(self.bytes.end, order)
        self.readers = ReaderRuns()
        self.sources = SourceScheduler(tuning)
        #: All sources, best first.
        self.ranked: list[SourceRecord] = []
        # What follows from them, and is asked for often; forgotten when they are ranked anew.
        self._known_rate: float | None = None
        self._usable: int | None = None
        self.channels: dict[ChannelId, ChannelRecord] = {}
        #: Channels that were told to close and still may bring bytes.
        self.closing: dict[ChannelId, SourceRecord] = {}
        #: Who delivered blocks that were bad: not to be asked for them again while others can be.
        self.avoided: list[tuple[Span, frozenset[SourceId]]] = []
        self.limits = LimitsChanged(None)
        self.is_online = True
        #: When the newest byte came, from whomever.
        self.last_byte_s = -inf
        #: When the first connection of all was made.
        self.greeted_s: float | None = None
        self.decisions: list[Decision] = []
        self.notes: list[Note] = []
        self._next_channel = 1

    # Sources -----------------------------------------------------------------------------------------------------

    def rank(self) -> None:
        """Rank the sources anew; done whenever something was learned of any."""
        self.ranked = self.sources.rank()
        self._known_rate = self._usable = None

    @property
    def known_rate(self) -> float:
        """Bytes per second that all sources bring together, as far as measured when they were ranked."""
        if self._known_rate is None:
            self._known_rate = sum([record.clock_rate for record in self.ranked])
        return self._known_rate

    @property
    def usable(self) -> int:
        """Number of sources that may be asked now or later and are not in reserve."""
        if self._usable is None:
            self._usable = sum(1 for record in self.ranked if record.is_usable and record.reserve is None)
        return self._usable

    # Channels and flights ----------------------------------------------------------------------------------------

    def flights(self, but: Flight | None = None) -> Iterator[Flight]:
        """All requests under way, except one."""
        for channel in self.channels.values():
            if channel.flight is not None and channel.flight is not but:
                yield channel.flight

    def open(self, record: SourceRecord, now: float, why: str = "") -> ChannelRecord:
        """A new channel to a source."""
        channel = ChannelRecord(ChannelId(self._next_channel), record, now)
        self._next_channel += 1
        self.channels[channel.channel_id] = record.channels[channel.channel_id] = channel
        self.sources.count(record, 1)
        self.decisions.append(OpenChannel(channel.channel_id, record.source_id, why))
        return channel

    def ask(
        self, channel: ChannelRecord, spans: tuple[Span, ...], purpose: Purpose, now: float, soft: bool = False
    ) -> Flight:
        """Send a request over an idle or just opened channel."""
        flight = self._fly(channel, spans, purpose, now, soft)
        self.decisions.append(Request(channel.channel_id, spans, purpose))
        return flight

    def hedge(self, channel: ChannelRecord, spans: tuple[Span, ...], rival: Flight, now: float, why: str) -> None:
        """Ask for bytes that a rival is already asked for; the first to bring a byte wins."""
        self._fly(channel, spans, Purpose.URGENT, now)
        self.decisions.append(Hedge(channel.channel_id, spans, rival.channel_id, why))
        self.note(now, StepIn.HEDGED, channel.source.source_id, why)

    def probe(self, channel: ChannelRecord, spans: tuple[Span, ...], now: float, why: str) -> None:
        """Ask for a few bytes, to see whether a source is back; others may be asked for them, too."""
        self._fly(channel, spans, Purpose.FIRST, now, soft=True)
        self.decisions.append(Probe(channel.channel_id, spans, why))
        self.note(now, StepIn.PROBED, channel.source.source_id, why)

    def _fly(
        self, channel: ChannelRecord, spans: tuple[Span, ...], purpose: Purpose, now: float, soft: bool = False
    ) -> Flight:
        flight = Flight(channel.channel_id, channel.source.source_id, spans, purpose, now, soft)
        channel.flight = flight
        if channel.state is ChannelState.IDLE:
            channel.state = ChannelState.WAITING
        channel.source.requests += 1
        self.bytes.claim(flight)
        return flight

    def truncate(self, flight: Flight, end: int, cost_bytes: int, why: str) -> None:
        """Let a channel stop at `end`; the rest of its flight is free, and the channel will be gone."""
        self.bytes.release(flight.cut(end), self.flights(flight))
        self.decisions.append(Truncate(flight.channel_id, end, cost_bytes, why))

    def land(self, channel: ChannelRecord, now: float) -> None:
        """A channel's request is over: what it did not bring is free again."""
        flight, channel.flight = channel.flight, None
        if flight is None:
            return
        if flight.first_byte_s is not None:
            channel.rate.end_body(now)
            channel.source.rate.end_body(now)
            if now > flight.first_byte_s:
                channel.seen_rate = max(channel.seen_rate, flight.received_bytes / (now - flight.first_byte_s))
        if not flight.soft:
            self.bytes.release(flight.remaining(), self.flights())

    def drop(self, channel_id: ChannelId, now: float) -> None:
        """A channel is gone."""
        channel = self.channels.pop(channel_id, None)
        if channel is not None:
            self.land(channel, now)
            channel.state = ChannelState.CLOSED
            del channel.source.channels[channel_id]
            self.sources.count(channel.source, -1)

    def close(self, channel: ChannelRecord, why: str, now: float) -> None:
        """Close a channel; what it has in flight is free at once."""
        self.decisions.append(CloseChannel(channel.channel_id, why))
        self.closing[channel.channel_id] = channel.source
        self.drop(channel.channel_id, now)

    def close_surplus(self, channel: ChannelRecord, now: float) -> None:
        """Close an idle channel that its source, its host or the job has beyond a cap, which may have been lowered."""
        if self.sources.has_surplus(channel.source):
            self.close(channel, channel.source.reserve or say("the source may have fewer connections now"), now)

    def close_source(self, record: SourceRecord, why: str, now: float) -> None:
        for channel in list(record.channels.values()):
            self.close(channel, why, now)

    def close_all(self, why: str, now: float) -> None:
        for channel in list(self.channels.values()):
            self.close(channel, why, now)

    def set_aside(self, record: SourceRecord, reason: str, now: float) -> None:
        """Do not use a source any more."""
        record.set_aside = reason
        self._usable = None
        self.close_source(record, reason, now)
        self.decisions.append(SetAside(record.source_id, reason))
        self.note(
            now, StepIn.SET_ASIDE, record.source_id, say("Set aside: {reason:clause}.", reason=as_sentence(reason))
        )

    def note(self, now: float, kind: StepIn, source_id: SourceId | None, words: str) -> None:
        self.notes.append(Note(now, kind, source_id, words))

    def learn_size(self, size_bytes: int) -> None:
        """The file's size is known: requests beyond it carry nothing."""
        self.bytes.learn_size(size_bytes)
        self.prioritizer.set_end(size_bytes)
        for flight in self.flights():
            flight.clip(size_bytes)

    def free_for(self, record: SourceRecord, now: float) -> SpanSet:
        """The free bytes that a source may be asked for: none that it should leave to others, or brought bad while
        another can bring them."""
        if not self.avoided and record.left_to_others is None:
            return self.bytes.free
        self.avoided = [(span, who) for span, who in self.avoided if not self.bytes.received.covers(span)]
        kept_from_it = [
            span
            for span, suppliers in self.avoided
            if record.source_id in suppliers
            and self.bytes.free.overlaps(span)
            and self._can_others_bring(span, suppliers, now)
        ]
        if not kept_from_it and record.left_to_others is None:
            return self.bytes.free
        free = self.bytes.free.copy()
        free.difference_update(record.left_to_others or ())
        free.difference_update(kept_from_it)
        return free

    def brought_bad(self, record: SourceRecord, span: Span) -> bool:
        """Whether bytes of `span` are missing because this source, maybe with others, brought them bad."""
        return any(record.source_id in suppliers and bad.overlaps(span) for bad, suppliers in self.avoided)

    def _can_others_bring(self, span: Span, suppliers: frozenset[SourceId], now: float) -> bool:
        return any(
            other.source_id not in suppliers
            and other.may_be_asked(now)
            and other.constraints.can_range
            and other.constraints.gives(span)
            for other in self.sources.records.values()
        )

    def set_limits(self, limits: LimitsChanged) -> None:
        """Rate limits are now these; a limit on the whole job counts for each source."""
        self.limits = limits
        per_source = dict(limits.per_source)
        whole = inf if limits.rate_bytes_per_s is None else limits.rate_bytes_per_s
        for record in self.sources.records.values():
            record.limit_bytes_per_s = max(1.0, min(whole, per_source.get(record.source_id, inf)))

    def __repr__(self) -> str:
        return f"<JobBooks {self.bytes!r}, {len(self.channels)} channels, {len(self.sources.records)} sources>"
