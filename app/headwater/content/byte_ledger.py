"""The book of one file's bytes: which are received, written, durable, proven, and who supplied them.

Pure state, no I/O. The rule that keeps it honest: durable is within written, written and proven are within
received, and the suppliers' spans cover received exactly and never overlap. Bytes are *received* as soon as they
are in memory, *written* when the file holds them, *durable* when the disk does and the journal says so.
"""

from collections.abc import Iterator

from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet


class ByteLedger:
    """Mutable book of spans; every change goes through a method that keeps the rule."""

    def __init__(self) -> None:
        self.received = SpanSet()
        self.written = SpanSet()
        self.durable = SpanSet()
        self.proven = SpanSet()
        self.suppliers: dict[SourceId, SpanSet] = {}
        #: Suppliers whose spans changed since the journal was last told.
        self.changed_suppliers: set[SourceId] = set()

    def take(self, supplier: SourceId, span: Span) -> tuple[Span, ...]:
        """Count `span` as received from `supplier`; return the parts that were new, in order."""
        received = self.received
        parts = (span,) if not received.overlaps(span) else tuple(received.gaps(span))
        if not parts:
            return ()
        owned = self.suppliers.get(supplier)
        if owned is None:
            owned = self.suppliers[supplier] = SpanSet()
        for part in parts:
            received.add(part)
            owned.add(part)
        self.changed_suppliers.add(supplier)
        return parts

    def restore(self, supplier: SourceId | None, span: Span, *, durable: bool) -> None:
        """Enter bytes an earlier run wrote; those without a known supplier belong to none."""
        if supplier is not None:
            self.suppliers.setdefault(supplier, SpanSet()).add(span)
            self.changed_suppliers.add(supplier)
        self.received.add(span)
        self.written.add(span)
        if durable:
            self.durable.add(span)

    def write(self, span: Span) -> None:
        """The file holds `span` (as far as it was not lost meanwhile)."""
        for part in list(self.received.within(span)):
            self.written.add(part)

    def settle(self, durable: SpanSet) -> None:
        """The disk holds `durable`, a copy of `written` of which nothing was lost since, and the journal says so."""
        self.durable = durable

    def prove(self, span: Span) -> None:
        """The hash of `span` was right. Raises `ValueError` when some of it is not received."""
        if not self.received.covers(span):
            raise ValueError(f"{span} cannot be proven: not all of it is received")
        self.proven.add(span)

    def lose(self, span: Span) -> None:
        """The bytes of `span` are no good: forget that they came."""
        for spans in (self.received, self.written, self.durable, self.proven):
            spans.discard(span)
        for supplier, owned in self.suppliers.items():
            if owned.discard(span):
                self.changed_suppliers.add(supplier)

    def suppliers_of(self, span: Span) -> Iterator[tuple[Span, SourceId]]:
        """Who brought which part of `span`, supplier by supplier."""
        for supplier, owned in self.suppliers.items():
            for part in owned.within(span):
                yield part, supplier

    def __repr__(self) -> str:
        return (
            f"<ByteLedger received {self.received.total_bytes}, written {self.written.total_bytes}, "
            f"durable {self.durable.total_bytes}, proven {self.proven.total_bytes} bytes, "
            f"{len(self.suppliers)} suppliers>"
        )
