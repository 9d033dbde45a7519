"""Which bytes to doubt when only a hash of the whole file is known, and it is wrong.

Pure state, no I/O. First a few samples of every supplier are fetched again and compared with what is there; then,
supplier by supplier, all that the most suspect one brought, until the hash is right. No byte is fetched again more
than once, so the worst case is one second copy of the file, and not a new beginning for each guess.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from headwater.content.facts import SpoilerNamed
from headwater.model.events import BlockRejected
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

_SAMPLE_BYTES: Final = 64 * 1024
_SAMPLES_PER_SUPPLIER: Final = 8


class Suspicion:
    """What was doubted so far, and what came of it."""

    def __init__(self) -> None:
        self._doubted = SpanSet()
        self._first_suppliers: dict[SourceId, SpanSet] = {}
        self._differed: dict[SourceId, SpanSet] = {}

    def next_round(
        self, suppliers: Mapping[SourceId, SpanSet], received: SpanSet, record: Mapping[SourceId, int]
    ) -> tuple[BlockRejected, ...]:
        """What to fetch again now; nothing when every byte was fetched twice.

        `suppliers` brought the `received` bytes; `record` counts the bad blocks each was named for before.
        """
        left = {supplier: _without(spans, self._doubted) for supplier, spans in sorted(suppliers.items())}
        left = {supplier: spans for supplier, spans in left.items() if spans}
        nobodys = _without(received, self._doubted)
        for spans in left.values():
            nobodys.difference_update(spans)
        if not self._doubted and len(left) > 1:
            chosen = {supplier: _samples(spans) for supplier, spans in left.items()}
        elif left:
            worst = min(left, key=lambda supplier: (-self._differing(supplier), -record.get(supplier, 0), supplier))
            chosen = {worst: left[worst]}
            chosen[worst].update(self._take_back(worst, suppliers[worst]))
        else:
            chosen = {}
        for supplier, spans in chosen.items():
            self._doubted.update(spans)
            self._first_suppliers.setdefault(supplier, SpanSet()).update(spans)
        rejected = [BlockRejected(span, (supplier,)) for supplier, spans in chosen.items() for span in spans]
        if not rejected:
            self._doubted.update(nobodys)
            rejected = [BlockRejected(span, ()) for span in nobodys]
        return tuple(rejected)

    def _take_back(self, worst: SourceId, owned: SpanSet) -> list[Span]:
        """What the most suspect source brought in the place of others' samples: those are not to blame for it."""
        taken_back: list[Span] = []
        for supplier, spans in self._first_suppliers.items():
            if supplier != worst:
                replaced = [part for span in spans for part in owned.within(span)]
                spans.difference_update(replaced)
                self._differed.get(supplier, SpanSet()).difference_update(replaced)
                taken_back += replaced
        return taken_back

    def came_differently(self, rival: SourceId, span: Span) -> None:
        """`rival` brought other bytes for `span` than those that were doubted."""
        for supplier, spans in self._first_suppliers.items():
            if supplier != rival:
                self._differed.setdefault(supplier, SpanSet()).update(list(spans.within(span)))

    def first_supplier(self, offset: int) -> SourceId | None:
        """Who had brought the doubted byte at `offset`."""
        return next((supplier for supplier, spans in self._first_suppliers.items() if offset in spans), None)

    def name_spoilers(self) -> tuple[SpoilerNamed, ...]:
        """The hash is right now: whose bytes had to be replaced for that. Begins anew."""
        named = tuple(
            SpoilerNamed(supplier, Span(next(iter(spans)).start, spans.end), tuple(spans))
            for supplier, spans in sorted(self._differed.items())
            if spans
        )
        self._doubted, self._first_suppliers, self._differed = SpanSet(), {}, {}
        return named

    def _differing(self, supplier: SourceId) -> int:
        spans = self._differed.get(supplier)
        return spans.total_bytes if spans is not None else 0

    def __repr__(self) -> str:
        differed = {supplier: spans.total_bytes for supplier, spans in self._differed.items()}
        return f"<Suspicion {self._doubted.total_bytes} bytes doubted, differing by supplier {differed}>"


def _without(spans: SpanSet, others: SpanSet) -> SpanSet:
    rest = spans.copy()
    rest.difference_update(others)
    return rest


def _samples(spans: SpanSet) -> SpanSet:
    """A few small spans, spread evenly over the bytes of `spans`."""
    step = max(_SAMPLE_BYTES, spans.total_bytes // _SAMPLES_PER_SUPPLIER)
    chosen = SpanSet()
    for position in range(0, spans.total_bytes, step):
        chosen.update(_slice(spans, position, _SAMPLE_BYTES))
    return chosen


def _slice(spans: SpanSet, position: int, size: int) -> Iterator[Span]:
    """`size` bytes of `spans` from its byte number `position` on."""
    for span in spans:
        if position < span.size and size > 0:
            part = Span(span.start + position, min(span.end, span.start + position + size))
            yield part
            size -= part.size
            position = 0
        else:
            position = max(0, position - span.size)
