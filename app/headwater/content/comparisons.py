"""Bytes that came although they were there: compared with those, on the worker pool, before they are dropped.

Loop side. They cost nothing but the comparing (a hedge, a source without ranges, a sample asked for on purpose), and
they are the only evidence there is where no hash is trusted. They count in the pool's budget until they are dropped.
"""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from headwater.content.agreement import Agreement, OpinionWanted, Outvoted, compare_leaves, whole_leaves
from headwater.content.background import Background
from headwater.content.byte_ledger import ByteLedger
from headwater.content.disk_pool import DiskPool
from headwater.content.facts import BytesCompared, Report
from headwater.content.part_store import PartStore
from headwater.content.write_buffer import RunJoiner, WriteRun
from headwater.model.errors import LocalError
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

#: Second copies are compared at least this often: who lies should be known before the file is done.
_SOON_S: Final = 0.1


class Comparisons:
    """One job's comparisons between sources. `outvoted` is told when the votes settle a dispute."""

    def __init__(
        self,
        *,
        ledger: ByteLedger,
        store: PartStore,
        disk: DiskPool,
        report: Report,
        outvoted: Callable[[Outvoted], None],
        failed: Callable[[LocalError], None],
        flush_after_s: float | None,
    ) -> None:
        self.agreement = Agreement()
        self.background = Background(failed)
        self._ledger = ledger
        self._store = store
        self._disk = disk
        self._report = report
        self._tell_outvoted = outvoted
        self._joiner = RunJoiner()
        self._flush_after_s = flush_after_s
        self._timer: asyncio.TimerHandle | None = None
        self._limit_bytes = disk.budget.limit_bytes // 8

    def take(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
        """Keep a second copy until it is long enough to be compared; whole leaves count, its ragged ends do not."""
        self._disk.budget.take(len(data))
        run = self._joiner.add(supplier, offset, data)
        if run is not None:
            self.background.start(self._compare(run))
        if not self._disk.budget.has_room or self._joiner.open_bytes > self._limit_bytes:
            self.compare_all()
        elif self._joiner.open_bytes and self._timer is None and self._flush_after_s is not None:
            delay_s = min(_SOON_S, self._flush_after_s)
            self._timer = asyncio.get_running_loop().call_later(delay_s, self.compare_all)

    def compare_all(self) -> None:
        """Compare what is here now."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        for run in self._joiner.take_all():
            self.background.start(self._compare(run))

    @property
    def is_idle(self) -> bool:
        """Whether everything that came twice was compared."""
        return self.background.is_idle and not self._joiner.open_bytes

    def wanted(self, samples: int) -> list[OpinionWanted]:
        """Which bytes some other source should bring too, until `samples` blocks of 16 KiB are compared."""
        return self.agreement.wanted(self._ledger.received, self._ledger.suppliers, self._ledger.suppliers_of, samples)

    @property
    def doubted(self) -> list[SourceId]:
        """Sources that lost a dispute, and too little of whose other bytes was found right."""
        return self.agreement.doubted(self._ledger.suppliers)

    async def _compare(self, run: WriteRun) -> None:
        try:
            leaves = whole_leaves(run.span, self.agreement.size_bytes)
            kept = await self._kept(run.span) if leaves else None
            if kept is None:
                return
            kept_by = tuple(self._ledger.suppliers_of(run.span))
            disputed = self.agreement.disputed.intersection(leaves)
            found = await self._disk.submit(
                compare_leaves, kept, b"".join(run.buffers), run.start, leaves, frozenset(disputed)
            )
            if not self._ledger.received.covers(run.span):
                return  # given up meanwhile
            outvoted = self.agreement.record(leaves, found, kept_by, run.supplier)
            differing = SpanSet(self.agreement.span_of(one.index) for one in found if not one.agree)
            for part, supplier in kept_by:
                if supplier != run.supplier:
                    self._tell(part, supplier, run.supplier, list(differing.within(part)))
            for outcome in outvoted:
                self._tell_outvoted(outcome)
        finally:
            self._disk.budget.give_back(run.size)

    def _tell(self, part: Span, kept: SourceId, rival: SourceId, differing: Sequence[Span]) -> None:
        """Report what came of comparing the bytes of two sources: just those that differ, where any do."""
        for span in differing or (part,):
            self._report(BytesCompared(span, kept, rival, agree=not differing))

    async def _kept(self, span: Span) -> bytes | None:
        """What the job has for `span`; None when it was given up meanwhile."""
        parts, at = [], span.start
        while at < span.end:
            if not self._ledger.received.covers(Span(at, span.end)):
                return None
            data = await self._store.read(at, span.end - at)
            if not data:
                return None
            parts.append(data)
            at += len(data)
        return b"".join(parts)

    def __repr__(self) -> str:
        return f"<Comparisons {self.agreement!r}, {self._joiner!r}>"
