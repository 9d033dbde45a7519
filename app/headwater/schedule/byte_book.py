"""Where every byte of the file stands: received, asked for, or free to be asked for.

Here lives the bookkeeping and no policy. The rule that keeps it honest: a byte that is not received is either
in the remaining part of at least one flight or free, never neither (`invariants` checks it).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from headwater.model.channel import ChannelId
from headwater.model.decisions import Purpose
from headwater.model.source import SourceId
from headwater.model.spans import UNKNOWN_END, Span, SpanSet


@dataclass(slots=True, eq=False)
class Flight:
    """One request under way: the spans asked for, and how far they have come.

    `at` is the next byte expected in `spans[index]`; `cut` shortens the last span. A `soft` flight (a source that can
    only be read from 0 on) claims nothing: others may be asked for its bytes. `rescued_s` is when it was last rescued,
    or came from a rescue; `is_hedged` says that its bytes were asked for twice.
    """

    channel_id: ChannelId
    source_id: SourceId
    spans: tuple[Span, ...]
    purpose: Purpose
    asked_s: float
    soft: bool = False
    index: int = 0
    at: int = 0
    first_byte_s: float | None = None
    last_byte_s: float | None = None
    received_bytes: int = 0
    rescued_s: float = -inf
    is_hedged: bool = False
    #: Bytes still to come. Asked for very often, so it is counted when something changes.
    remaining_bytes: int = 0

    def __post_init__(self) -> None:
        self.at = self.spans[0].start
        self._count()

    def _count(self) -> None:
        self.remaining_bytes = sum([span.size for span in self.remaining()])

    def remaining(self) -> Iterator[Span]:
        """What is still to come, in the order asked."""
        if self.index < len(self.spans):
            if self.at < self.spans[self.index].end:
                yield Span(self.at, self.spans[self.index].end)
            yield from self.spans[self.index + 1 :]

    def advance(self, span: Span) -> None:
        """`span` arrived; it is the next of what was asked for, or lies beyond it (then it is not ours)."""
        self.received_bytes += span.size
        while self.index < len(self.spans):
            own = self.spans[self.index]
            if span.end < own.end:
                at = max(self.at, span.end)
                self.remaining_bytes -= at - self.at
                self.at = at
                return
            self.remaining_bytes -= max(0, own.end - self.at)
            if span.start < own.end:
                self.at = max(self.at, own.end)
            self.index += 1
            if self.index < len(self.spans):
                self.at = self.spans[self.index].start
                if span.end <= self.at:
                    return

    def clip(self, size_bytes: int) -> None:
        """Nothing lies beyond the file's end."""
        if any(span.end > size_bytes for span in self.spans):
            self.spans = tuple(
                Span(span.start, min(span.end, size_bytes)) for span in self.spans if span.start < size_bytes
            )
            self._count()

    def ask_instead(self, spans: tuple[Span, ...]) -> None:
        """Whatever was asked for, this is what comes."""
        self.spans = spans
        self._count()

    def cut(self, end: int) -> list[Span]:
        """Stop at `end`; return the spans given up."""
        given_up: list[Span] = []
        kept: list[Span] = list(self.spans[: self.index])
        for span in self.spans[self.index :]:
            if span.start >= end:
                given_up.append(span)
            elif span.end > end:
                kept.append(Span(span.start, end))
                given_up.append(Span(end, span.end))
            else:
                kept.append(span)
        self.spans = tuple(kept)
        self._count()
        return given_up


class ByteBook:
    """The bytes of one file. `size_bytes` is None while it is unknown; then the file runs to `UNKNOWN_END`."""

    def __init__(self, size_bytes: int | None, received: SpanSet) -> None:
        self.size_bytes = size_bytes
        self.received = received.copy()
        self.free = SpanSet()
        if self.end:
            self.free.update(self.received.gaps(Span(0, self.end)))

    @property
    def end(self) -> int:
        return UNKNOWN_END if self.size_bytes is None else self.size_bytes

    @property
    def is_complete(self) -> bool:
        return self.size_bytes is not None and self.received.total_bytes >= self.size_bytes

    @property
    def missing_bytes(self) -> int:
        """Bytes not received; meaningless while the size is unknown."""
        return self.end - self.received.total_bytes

    def learn_size(self, size_bytes: int) -> None:
        self.size_bytes = size_bytes
        beyond = Span(size_bytes, UNKNOWN_END)
        self.free.discard(beyond)
        self.received.discard(beyond)

    def claim(self, flight: Flight) -> None:
        """Take what a new flight is asked for out of the free bytes."""
        if not flight.soft:
            self.free.difference_update(flight.remaining())

    def release(self, spans: Iterable[Span], others: Iterable[Flight]) -> None:
        """Free what nobody else is asked for and nobody brought; spans beyond the file are dropped."""
        given = SpanSet()
        for span in spans:
            if span.start < self.end:
                given.update(self.received.gaps(Span(span.start, min(span.end, self.end))))
        if given:
            for flight in others:
                if not flight.soft:
                    given.difference_update(flight.remaining())
            self.free.update(given)

    def receive(self, span: Span) -> int:
        """Bytes arrived; returns how many of them were new."""
        new = self.received.add(span)
        self.free.discard(span)
        return new

    def reject(self, span: Span, flights: Iterable[Flight]) -> None:
        """The bytes of `span` turned out bad: they are missing again."""
        self.received.discard(span)
        self.release([span], flights)

    def __repr__(self) -> str:
        return f"<ByteBook {self.received.total_bytes}/{self.size_bytes} received, {self.free.total_bytes} free>"
