"""A small scripted network around the scheduler: carries decisions out, tells facts, checks the books after each.

Time and bytes move only when a test says so. It knows nothing of rates; worlds with rates are in the simulation.
"""

from collections import defaultdict, deque
from dataclasses import dataclass, field

from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Decision, Hedge, OpenChannel, Probe, Request, SetAside, Truncate
from headwater.model.errors import Retry
from headwater.model.events import (
    BytesReceived,
    ChannelClosed,
    ChannelFailed,
    Connected,
    Event,
    FirstByte,
    RangeDone,
    SizeLearned,
    SourceAnswered,
    SourcesChanged,
    Woken,
)
from headwater.model.priority import PriorityOrder
from headwater.model.source import SourceId, SourceProfile, Support
from headwater.model.spans import Span, SpanSet
from headwater.model.tuning import Tuning
from headwater.schedule.invariants import check_books
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler

MIB = 1024 * 1024


def profile(number: int, **told: object) -> SourceProfile:
    """Source `number`, on a host of its own, with what else a test tells of it."""
    return SourceProfile(SourceId(number), f"host{number}", **told)  # type: ignore[arg-type]  # names are checked at run time


@dataclass
class Line:
    """One connection as the network sees it."""

    channel_id: ChannelId
    source_id: SourceId
    spans: deque[Span] = field(default_factory=deque)
    at: int = 0
    is_connected: bool = False
    has_begun: bool = False
    closes_at_end: bool = False

    @property
    def is_busy(self) -> bool:
        return bool(self.spans)


class Desk:
    """A scheduler and its network. `asked` are all requests (source, span), `delivered` what was told as received."""

    def __init__(
        self,
        *profiles: SourceProfile,
        size_bytes: int | None = 64 * MIB,
        true_size: int | None = None,
        tuning: Tuning | None = None,
        order: PriorityOrder | None = None,
        received: SpanSet | None = None,
    ) -> None:
        self.scheduler = PrioritizationScheduler(size_bytes, received, tuning, order)
        self.size = true_size if true_size is not None else size_bytes or 0
        self.now = 0.0
        self.lines: dict[ChannelId, Line] = {}
        self.closing: list[ChannelId] = []
        self.asked: list[tuple[SourceId, Span]] = []
        self.decided: list[tuple[float, Decision]] = []
        self.delivered = received.copy() if received is not None else SpanSet()
        self.latency_s = 0.05
        self.holds: dict[SourceId, SpanSet] = {
            each.source_id: SpanSet(each.holds) for each in profiles if each.holds is not None
        }
        #: What sources lack without having said so: they refuse it.
        self.lacks: defaultdict[SourceId, SpanSet] = defaultdict(SpanSet)
        self.ranges = Support.YES
        if profiles:
            self.tell(SourcesChanged(profiles))

    # Telling and carrying out ------------------------------------------------------------------------------------

    def tell(self, event: Event) -> list[Decision]:
        """Tell a fact now, carry out what is decided, check the books."""
        decisions = self.scheduler.handle(event, self.now)
        check_books(self.scheduler._books)
        for decision in decisions:
            self.decided.append((self.now, decision))
            self._carry_out(decision)
        answers = list(decisions)
        while self.closing:
            answers += self.tell(ChannelClosed(self.closing.pop()))
        return answers

    def _carry_out(self, decision: Decision) -> None:
        match decision:
            case OpenChannel(channel_id, source_id):
                assert channel_id not in self.lines
                self.lines[channel_id] = Line(channel_id, source_id)
            case Request(channel_id, spans) | Hedge(channel_id, spans) | Probe(channel_id, spans):
                self._ask(self.lines[channel_id], spans)
            case Truncate(channel_id, end):
                line = self.lines[channel_id]
                kept = [Span(s.start, min(s.end, end)) for s in line.spans if s.start < end]
                line.spans, line.closes_at_end = deque(kept), True
                if not kept or line.at >= kept[-1].end:
                    del self.lines[channel_id]
                    self.tell(RangeDone(channel_id, reusable=False))
            case CloseChannel(channel_id):
                self.lines.pop(channel_id, None)
                self.closing.append(channel_id)
            case SetAside():
                pass

    def _ask(self, line: Line, spans: tuple[Span, ...]) -> None:
        assert not line.is_busy, "a busy channel was asked"
        assert spans
        for span in spans:
            holds = self.holds.get(line.source_id)
            assert holds is None or holds.covers(span), f"source {line.source_id} does not hold {span}"
            self.asked.append((line.source_id, span))
        line.spans = deque(spans)
        line.at = spans[0].start
        line.has_begun = False

    # The network -------------------------------------------------------------------------------------------------

    def wake(self, seconds: float = 0.1) -> list[Decision]:
        self.now += seconds
        return self.tell(Woken())

    def connect(self, line: Line) -> list[Decision]:
        line.is_connected = True
        return self.tell(Connected(line.channel_id, self.latency_s))

    def begin(self, line: Line) -> None:
        """Headers and the first byte of the answer come, or a refusal where the source lacks some of it."""
        if not line.is_connected:
            self.connect(line)
        if self._refuses(line):
            return
        self.tell(SourceAnswered(line.channel_id, self.ranges, Support.UNKNOWN))
        if line.channel_id in self.lines and line.is_busy:
            if self.scheduler._books.bytes.size_bytes is None and self.size:
                self.tell(SizeLearned(self.size))
            line.has_begun = True
            self.tell(FirstByte(line.channel_id, self.latency_s))

    def _refuses(self, line: Line) -> bool:
        """Whether the source lacks some of what it was asked for, and so refuses it."""
        is_lacking = any(self.lacks[line.source_id].overlaps(span) for span in line.spans)
        if is_lacking:
            self.fail(line, Retry.OTHER_SPAN, 416)
        return is_lacking

    def bring(self, line: Line, size: int, limited: bool = False) -> None:
        """The next bytes of an answer come; it is done with its last byte."""
        if not line.has_begun:
            self.begin(line)
        while size > 0 and line.channel_id in self.lines and line.is_busy:
            if self._refuses(line):
                return
            span = line.spans[0]
            end = min(line.at + size, span.end, self.size)
            if end > line.at:
                part = Span(line.at, end)
                size -= part.size
                line.at = end
                self.delivered.add(part)
                self.tell(BytesReceived(line.channel_id, part, limited))
            if line.channel_id in self.lines and line.spans and line.at >= min(line.spans[0].end, self.size):
                self._end_span(line)

    def _end_span(self, line: Line) -> None:
        line.spans.popleft()
        if line.spans and line.spans[0].start < self.size:
            line.at = line.spans[0].start
            return
        line.spans.clear()
        if line.closes_at_end:
            del self.lines[line.channel_id]
        self.tell(RangeDone(line.channel_id, reusable=not line.closes_at_end))

    def fail(
        self, line: Line, retry: Retry, status: int | None = None, retry_after_s: float | None = None
    ) -> list[Decision]:
        del self.lines[line.channel_id]
        return self.tell(ChannelFailed(line.channel_id, retry, f"{retry.value}", status, retry_after_s))

    def busy(self, source: int | None = None) -> list[Line]:
        return [line for line in self.lines.values() if line.is_busy and source in {None, line.source_id}]

    def flow(self, seconds: float, rates: dict[int, float]) -> None:
        """Let each source deliver at its rate, shared by its connections, in tenths of seconds."""
        for _ in range(round(seconds * 10)):
            self.now += 0.1
            for source, rate in rates.items():
                lines = self.busy(source)
                for line in lines:
                    if line.channel_id in self.lines and line.is_busy:
                        self.bring(line, int(rate / 10 / len(lines)))
            self.tell(Woken())
            if self.scheduler.is_complete:
                return

    def finish(self, rounds: int = 2000) -> None:
        """Bring everything that is asked for until the file is complete."""
        for _ in range(rounds):
            if self.scheduler.is_complete:
                return
            for line in self.busy():
                if line.channel_id in self.lines and line.is_busy:
                    self.bring(line, 4 * MIB)
            self.wake(0.3)
