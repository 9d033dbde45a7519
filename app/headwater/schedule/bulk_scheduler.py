"""Which bytes a request carries: the first free ones in priority order that the source can give.

Walks the free bytes through the bands of the data prioritizer; how many bytes, and how far ahead, is told from
outside. The rule that keeps it honest: bytes are taken in priority order, and a skipped byte stays free.
"""

from collections.abc import Iterable, Iterator

from headwater.model.spans import Span, SpanSet
from headwater.schedule.constraint_scheduler import Constraints
from headwater.schedule.data_prioritizer import Band, Level


def walk(
    free: SpanSet,
    bands: Iterable[Band],
    constraints: Constraints,
    kept: SpanSet | None = None,
) -> Iterator[tuple[Span, Level]]:
    """The free bytes a source can give, in priority order, with the level of each part; `kept` narrows them."""
    for band in bands:
        for hole in free.within(band.span):
            for part in constraints.mask(hole):
                for piece in (part,) if kept is None else kept.within(part):
                    yield piece, band.level


def place(
    free: SpanSet,
    bands: Iterable[Band],
    constraints: Constraints,
    size_bytes: int,
    skip_bytes: int = 0,
    *,
    kept: SpanSet | None = None,
    crumb_bytes: int | None = None,
    most_bytes: int | None = None,
) -> tuple[Span, Level] | None:
    """The span for one request of about `size_bytes`, beginning `skip_bytes` free bytes down the order.

    The span snaps to the edge of a hole near by (within half its size), so that no crumbs are left; it grows by less
    than `crumb_bytes` for that. Where that would make it longer than `most_bytes`, it leaves as much as it takes. None
    when the walk ends before the place is reached.
    """
    left = skip_bytes
    crumb = size_bytes // 2 if crumb_bytes is None else crumb_bytes
    for part, level in walk(free, bands, constraints, kept):
        if left >= part.size and left > 0:
            left -= part.size
            continue
        start = part.start + left
        if left < size_bytes // 2:
            start = part.start
        elif part.end - start < size_bytes:
            start = max(part.start, part.end - size_bytes)
        end = min(start + size_bytes, part.end)
        if part.end - end < crumb:
            end = part.end if most_bytes is None or part.end - start <= most_bytes else (start + part.end) // 2
        return Span(start, end), level
    return None
