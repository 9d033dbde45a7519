"""Which bytes come first: an ordered list of disjoint bands of the file, from highest to lowest priority.

Wishes of readers, bad blocks to be fetched anew and the user's order are turned into bands here. Whether bytes
are free and who fetches them is no business of this module. The rule that keeps it honest: the bands are
disjoint and cover the file, so whoever walks them meets every byte once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from headwater.model.priority import OrderKind, PriorityOrder, Urgency, Wish
from headwater.model.spans import UNKNOWN_END, Span, SpanSet

#: What "first and last" fetches at either end before the middle.
ENDS_BYTES: Final = 4 * 1024**2


class Level(IntEnum):
    """Why a band stands where it stands; lower is sooner."""

    REPAIR = 0
    BLOCKED = 1
    PLAYING = 2
    BACKGROUND = 3
    CHOSEN = 4
    ORDER = 5


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the file and its level."""

    span: Span
    level: Level


_LEVEL_OF_URGENCY: Final = {
    Urgency.BLOCKED: Level.BLOCKED,
    Urgency.PLAYING: Level.PLAYING,
    Urgency.BACKGROUND: Level.BACKGROUND,
}


class DataPrioritizer:
    """Keeps wishes, order and repairs; `bands` is the answer, recomputed only when one of them changed."""

    def __init__(self, end: int, order: PriorityOrder) -> None:
        self._end = end
        self._order = order
        self._wishes: tuple[Wish, ...] = ()
        self._repairs = SpanSet()
        self._bands: tuple[Band, ...] | None = None

    def set_end(self, end: int) -> None:
        self._end, self._bands = end, None

    def set_order(self, order: PriorityOrder) -> None:
        self._order, self._bands = order, None

    def set_wishes(self, wishes: tuple[Wish, ...]) -> None:
        self._wishes, self._bands = wishes, None

    def add_repair(self, span: Span) -> None:
        self._repairs.add(span)
        self._bands = None

    def settle_repair(self, span: Span) -> None:
        """Bytes of a bad block came anew."""
        if self._repairs and self._repairs.discard(span):
            self._bands = None

    @property
    def bands(self) -> tuple[Band, ...]:
        """The file in priority order."""
        if self._bands is None:
            self._bands = tuple(self._compute())
        return self._bands

    def place_of(self, offset: int) -> int:
        """Number in `bands` of the one that a byte lies in; lower is sooner."""
        for place, band in enumerate(self.bands):
            if offset in band.span:
                return place
        return len(self.bands)

    def reader_before(self, offset: int) -> int:
        """Position of the waiting reader nearest before a byte; the byte itself when there is none."""
        positions = [
            wish.position for wish in self._wishes if wish.urgency is Urgency.BLOCKED and wish.position <= offset
        ]
        return max(positions, default=offset)

    @property
    def has_waiting_reader(self) -> bool:
        return any(wish.urgency is Urgency.BLOCKED for wish in self._wishes)

    def _ranked(self) -> Iterator[tuple[int, int, Level]]:
        for span in self._repairs:
            yield span.start, span.end, Level.REPAIR
        for wish in sorted(self._wishes, key=lambda wish: (-wish.urgency.value, wish.position)):
            yield wish.position, wish.position + wish.window_bytes, _LEVEL_OF_URGENCY[wish.urgency]
        for span in self._order.spans:
            yield span.start, span.end, Level.CHOSEN
        if self._order.kind is OrderKind.FIRST_AND_LAST:
            yield 0, ENDS_BYTES, Level.CHOSEN
            if self._end != UNKNOWN_END:
                yield self._end - ENDS_BYTES, self._end, Level.CHOSEN
        yield 0, self._end, Level.ORDER

    def _compute(self) -> Iterator[Band]:
        taken = SpanSet()
        for start, end, level in self._ranked():
            low, high = max(0, start), min(end, self._end)
            if low >= high:
                continue
            for gap in list(taken.gaps(Span(low, high))):
                yield Band(gap, level)
            taken.add(Span(low, high))

    def __repr__(self) -> str:
        shown = ", ".join(f"{band.level.name} {band.span}" for band in self.bands[:6])
        return f"<DataPrioritizer {shown}>"
