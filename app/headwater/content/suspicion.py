"""Which bytes to doubt when only a hash of the whole file is known, and it is wrong.

Pure state, no I/O. First a few samples of every supplier are fetched again and compared with what is there; then,
supplier by supplier, all that the most suspect one brought, until the hash is right. Sources that agreed wherever they
were compared are of one camp; those outside the largest one are suspected first, and are not asked to mend each
other's bytes. No byte is fetched again more than once, so the worst case is one second copy of the file, and not a new
beginning for each guess.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        #: Pairs of sources that brought the same bytes, and whether they always agreed.
        self._always_agreed: dict[frozenset[SourceId], bool] = {}

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
        accomplices: set[SourceId] = set()
        if not self._doubted and len(left) > 1:
            chosen = {supplier: _samples(spans) for supplier, spans in left.items()}
        elif left:
            worst = self._most_suspect(left, record)
            accomplices = self._accomplices(worst)
            chosen = {worst: left[worst]}
            chosen[worst].update(self._take_back(worst, suppliers[worst], accomplices))
        else:
            chosen = {}
        for supplier, spans in chosen.items():
            self._doubted.update(spans)
            self._first_suppliers.setdefault(supplier, SpanSet()).update(spans)
        rejected = [
            BlockRejected(span, tuple(sorted({supplier} | accomplices)))
            for supplier, spans in chosen.items()
            for span in spans
        ]
        if not rejected:
            self._doubted.update(nobodys)
            rejected = [BlockRejected(span, ()) for span in nobodys]
        return tuple(rejected)

    def _take_back(self, worst: SourceId, owned: SpanSet, accomplices: set[SourceId]) -> list[Span]:
        """Where the most suspect source brought others than they had: those are not to blame for it. What it brought
        as they had it stays, unless they have the same wrong version."""
        taken_back: list[Span] = []
        for supplier, spans in self._first_suppliers.items():
            if supplier != worst:
                differed = self._differed.get(supplier, SpanSet())
                wrong = spans if supplier in accomplices else differed
                replaced = [part for span in wrong for part in owned.within(span)]
                spans.difference_update(replaced)
                differed.difference_update(replaced)
                taken_back += replaced
        return taken_back

    def compared(self, rival: SourceId, span: Span, differing: Sequence[Span]) -> None:
        """`rival` brought the doubted bytes of `span` again; `differing` are those that are others now."""
        for supplier, spans in self._first_suppliers.items():
            if supplier == rival or not spans.overlaps(span):
                continue
            changed = [part for one in differing for part in spans.within(one)]
            pair = frozenset((supplier, rival))
            self._always_agreed[pair] = self._always_agreed.get(pair, True) and not changed
            if changed:
                self._differed.setdefault(supplier, SpanSet()).update(changed)

    def _opponents(self, source: SourceId) -> int:
        """From how many others a source differed. Of two versions, the one that fewer have differs from more."""
        return sum(source in pair and not agreed for pair, agreed in self._always_agreed.items())

    def _camps(self) -> list[set[SourceId]]:
        """Who agreed wherever they were compared, the largest camp first."""
        camps: list[set[SourceId]] = [
            {source} for source in sorted({source for pair in self._always_agreed for source in pair})
        ]
        for pair in (pair for pair, agreed in self._always_agreed.items() if agreed):
            joined = [camp for camp in camps if not camp.isdisjoint(pair)]
            camps = [camp for camp in camps if camp.isdisjoint(pair)] + [set[SourceId]().union(*joined)]
        return sorted(camps, key=len, reverse=True)

    def _largest_camp(self) -> set[SourceId] | None:
        """None where nobody was compared, or another camp is as large."""
        camps = self._camps()
        is_clear = bool(camps) and (len(camps) == 1 or len(camps[0]) > len(camps[1]))
        return camps[0] if is_clear else None

    def _outsiders(self) -> set[SourceId]:
        """Who differed from others, and stands apart from most; nobody where no camp is the largest."""
        largest = self._largest_camp()
        if largest is None:
            return set()
        return {source for camp in self._camps() for source in camp - largest if self._opponents(source)}

    def _most_suspect(self, suppliers: Iterable[SourceId], record: Mapping[SourceId, int]) -> SourceId:
        outsiders = self._outsiders()
        return min(
            suppliers,
            key=lambda supplier: (
                supplier not in outsiders,
                -self._opponents(supplier),
                -self._differing(supplier),
                -record.get(supplier, 0),
                supplier,
            ),
        )

    def _accomplices(self, worst: SourceId) -> set[SourceId]:
        """Who is not to mend what the most suspect brought: those who stand apart, and those who have what it has."""
        own = next((camp for camp in self._camps() if worst in camp), set[SourceId]())
        return self._outsiders() | (own if own != self._largest_camp() else set())

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
        self._doubted, self._first_suppliers, self._differed, self._always_agreed = SpanSet(), {}, {}, {}
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
