"""Spans, and sets of them: the arithmetic of byte ranges.

A span is a half-open range of the *decoded* file and never empty. A `SpanSet` keeps sorted, disjoint,
merged ranges in two packed lists, so that ten thousand holes stay cheap. Nothing here knows why a span
is in a set.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

#: The end of a span whose file's size is not known yet.
UNKNOWN_END: Final = 2**63 - 1


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The bytes `[start, end)`; `end` is `UNKNOWN_END` where it runs to an end not known yet.

    Raises `ValueError` when the span would be empty or begin before 0.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    @property
    def size(self) -> int:
        """Number of bytes."""
        return self.end - self.start

    @property
    def is_open(self) -> bool:
        """Whether the span runs to an end that is not known yet."""
        return self.end == UNKNOWN_END

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def intersect(self, other: "Span") -> "Span | None":
        """The bytes in both, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None

    def __str__(self) -> str:
        return f"[{self.start}, {'?' if self.is_open else self.end})"


class SpanSet:
    """A mutable set of bytes, kept as sorted, disjoint, non-touching spans."""

    __slots__ = ("_ends", "_starts", "_total")

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._total = 0
        for span in spans:
            self.add(span)

    @classmethod
    def of(cls, *pairs: tuple[int, int]) -> "SpanSet":
        """A set from `(start, end)` pairs."""
        return cls(Span(start, end) for start, end in pairs)

    def copy(self) -> "SpanSet":
        twin = SpanSet()
        twin._starts, twin._ends, twin._total = self._starts.copy(), self._ends.copy(), self._total
        return twin

    @property
    def total_bytes(self) -> int:
        return self._total

    @property
    def end(self) -> int:
        """One past the last byte, 0 when empty."""
        return self._ends[-1] if self._ends else 0

    def add(self, span: Span) -> int:
        """Add the bytes of `span`; return how many of them were new."""
        starts, ends = self._starts, self._ends
        low = bisect_left(ends, span.start)
        high = bisect_right(starts, span.end)
        if low == high:
            starts.insert(low, span.start)
            ends.insert(low, span.end)
            self._total += span.size
            return span.size
        start = min(span.start, starts[low])
        end = max(span.end, ends[high - 1])
        new = end - start
        for i in range(low, high):
            new -= ends[i] - starts[i]
        starts[low:high] = (start,)
        ends[low:high] = (end,)
        self._total += new
        return new

    def discard(self, span: Span) -> int:
        """Take the bytes of `span` out; return how many of them were there."""
        low = bisect_right(self._ends, span.start)
        high = bisect_left(self._starts, span.end)
        if low >= high:
            return 0
        had = sum(self._ends[i] - self._starts[i] for i in range(low, high))
        first, last = self._starts[low], self._ends[high - 1]
        starts: list[int] = []
        ends: list[int] = []
        if first < span.start:
            starts.append(first)
            ends.append(span.start)
        if span.end < last:
            starts.append(span.end)
            ends.append(last)
        left = sum(ends) - sum(starts)
        self._starts[low:high] = starts
        self._ends[low:high] = ends
        self._total += left - had
        return had - left

    def update(self, spans: Iterable[Span]) -> None:
        for span in spans:
            self.add(span)

    def difference_update(self, spans: Iterable[Span]) -> None:
        for span in spans:
            self.discard(span)

    def covers(self, span: Span) -> bool:
        """Whether every byte of `span` is in the set."""
        i = bisect_right(self._starts, span.start) - 1
        return i >= 0 and span.end <= self._ends[i]

    def overlaps(self, span: Span) -> bool:
        """Whether any byte of `span` is in the set."""
        i = bisect_right(self._ends, span.start)
        return i < len(self._starts) and self._starts[i] < span.end

    def __contains__(self, offset: int) -> bool:
        i = bisect_right(self._starts, offset) - 1
        return i >= 0 and offset < self._ends[i]

    def run_from(self, offset: int) -> int:
        """End of the unbroken run that contains `offset`; `offset` itself when it is not in the set."""
        i = bisect_right(self._starts, offset) - 1
        return self._ends[i] if i >= 0 and offset < self._ends[i] else offset

    def spans_from(self, offset: int) -> Iterator[Span]:
        """The set's spans at and after `offset`, the first cut to begin there; the set must not change meanwhile."""
        i = bisect_right(self._ends, offset)
        while i < len(self._starts):
            yield Span(max(offset, self._starts[i]), self._ends[i])
            i += 1

    def within(self, span: Span) -> Iterator[Span]:
        """The parts of the set inside `span`, in order."""
        start, end = span.start, span.end
        starts, ends = self._starts, self._ends
        i = bisect_right(ends, start)
        while i < len(starts) and starts[i] < end:
            yield Span(max(start, starts[i]), min(ends[i], end))
            i += 1

    def gaps(self, span: Span) -> Iterator[Span]:
        """The parts of `span` that are not in the set, in order."""
        at = span.start
        for own in self.within(span):
            if at < own.start:
                yield Span(at, own.start)
            at = own.end
        if at < span.end:
            yield Span(at, span.end)

    def bytes_within(self, span: Span) -> int:
        start, end = span.start, span.end
        starts, ends = self._starts, self._ends
        size_bytes = 0
        i = bisect_right(ends, start)
        while i < len(starts) and starts[i] < end:
            size_bytes += min(ends[i], end) - max(starts[i], start)
            i += 1
        return size_bytes

    def __iter__(self) -> Iterator[Span]:
        for start, end in zip(self._starts, self._ends, strict=True):
            yield Span(start, end)

    def __len__(self) -> int:
        return len(self._starts)

    def __bool__(self) -> bool:
        return bool(self._starts)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SpanSet):
            return NotImplemented
        return self._starts == other._starts and self._ends == other._ends

    __hash__ = None  # type: ignore[assignment]  # mutable

    def __repr__(self) -> str:
        shown = " ".join(str(span) for _, span in zip(range(8), self, strict=False))
        more = f" … {len(self) - 8} more" if len(self) > 8 else ""
        return f"<SpanSet {self._total} bytes: {shown}{more}>"
