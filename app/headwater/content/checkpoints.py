"""When and how written bytes become durable: note extents often, sync and claim about once a second or when much came.

The order is the point: what is claimed is chosen first, then the file is synced, then the journal is told, then the
ledger. Claims are taken back the other way round: the journal forgets before the bytes are given up. One
lock keeps the two from meeting. The job's own hash tree, where one is kept, goes to the journal now and then.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from headwater.content.background import Background
from headwater.content.holding import Holding
from headwater.content.journal import Claim
from headwater.content.packed_spans import Extent
from headwater.content.sparse_file import SparseFile
from headwater.content.storage_errors import PartFileGoneError
from headwater.model.errors import LocalError
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

#: Written bytes, from so many on synced when they are due to be noted: their CRC would cost more than the sync.
SYNC_RATHER_BYTES: Final = 32 * 1024**2


@dataclass(frozen=True, slots=True)
class StoragePace:
    """How long bytes may wait, in seconds; None leaves a step to explicit calls (tests).

    `flush_after_s`: in memory for a longer run; `note_after_s`: written but unknown to the journal, twice that while
    much is being synced;
    `checkpoint_after_s` and `checkpoint_bytes`: noted but not synced. `tree_after_s` is how old the hash tree in the
    journal may be that a crash leaves.
    """

    flush_after_s: float | None = 0.1
    note_after_s: float | None = 0.25
    checkpoint_after_s: float | None = 1.0
    checkpoint_bytes: int = 256 * 1024**2
    tree_after_s: float = 15.0


class _Unnoted(NamedTuple):
    """Bytes that were written in an epoch and are unknown to the journal."""

    span: Span
    supplier: SourceId
    epoch: int


def _extents(file: SparseFile, unnoted: Sequence[_Unnoted]) -> list[Extent]:
    """What to note, with its CRC (on a worker)."""
    return [Extent(span.start, span.end, supplier, file.crc32(span.start, span.end)) for span, supplier, _ in unnoted]


class Checkpoints:
    """The durability of one job's bytes."""

    def __init__(
        self,
        holding: Holding,
        *,
        pace: StoragePace,
        first_epoch: int,
        failed: Callable[[LocalError], None],
        lost: Callable[[Sequence[Span]], None],
    ) -> None:
        """`failed` is told when a step begun by a timer fails, `lost` which bytes a failed sync cost."""
        #: Gives the job's own hash tree, packed; None where none is kept.
        self.pack_tree: Callable[[], Awaitable[bytes | None]] | None = None
        self._tree_stored_s: float | None = None
        self._job_id = holding.job_id
        self._standing = holding.standing
        self._journal = holding.journal
        self._disk = holding.disk
        self._store = holding.store
        self._ledger = holding.ledger
        self._pace = pace
        self._background = Background(failed)
        self._tell_lost = lost
        self._epoch = first_epoch
        self._unnoted: list[_Unnoted] = []
        self._unsynced_bytes = 0
        self._lock = asyncio.Lock()
        self._note_lock = asyncio.Lock()
        self._note_timer: asyncio.TimerHandle | None = None
        #: The epoch in which noting was put off once.
        self._put_off_in: int | None = None
        self._sync_timer: asyncio.TimerHandle | None = None
        self._sync_at_s = 0.0  # qasync's timers do not tell when they are due

    def wrote(self, supplier: SourceId, span: Span) -> None:
        """The file holds bytes that no checkpoint covers yet."""
        self._unnoted.append(_Unnoted(span, supplier, self._epoch))
        self._unsynced_bytes += span.size
        loop = asyncio.get_running_loop()
        if self._note_timer is None and self._pace.note_after_s is not None:
            self._note_timer = loop.call_later(self._pace.note_after_s, self._start_note)
        is_due = self._unsynced_bytes >= self._pace.checkpoint_bytes
        if self._sync_timer is None and (is_due or self._pace.checkpoint_after_s is not None):
            delay_s = 0 if is_due else self._pace.checkpoint_after_s or 0
            self._sync_at_s = loop.time() + delay_s
            self._sync_timer = loop.call_later(delay_s, self._start_run)
        elif self._sync_timer is not None and is_due and self._sync_at_s > loop.time():
            self._sync_timer.cancel()
            self._sync_at_s = loop.time()
            self._sync_timer = loop.call_later(0, self._start_run)

    async def note(self) -> None:
        """Tell the journal of written bytes, to be believed after a crash if their CRC is right. Raises `LocalError`.

        The CRC is taken now, from the system's cache: of bytes that came fast most are durable before it is due.
        """
        async with self._note_lock:
            self._stop_note_timer()
            unnoted, self._unnoted = self._unnoted, []
            if unnoted:
                extents = await asyncio.shield(self._disk.submit(_extents, self._store.file, unnoted))
                await self._journal.note(self._job_id, unnoted[-1].epoch, extents)

    async def run(self) -> None:
        """Make everything written so far durable, and claim it. Raises `LocalError`.

        When the sync fails, nothing since the last good one counts as stored: the ledger loses it. When the file itself
        is gone the ledger loses all; the journal keeps its claims, for the case that somebody puts the file back.
        """
        async with self._lock:
            self._stop_sync_timer()
            claim = self._claim(self._ledger.written.copy())
            self._epoch += 1
            self._unsynced_bytes = 0
            await self._sync()
            await self._tell_journal(claim)
            self._ledger.settle(claim.durable)
            self._unnoted = [late for late in self._unnoted if late.epoch > claim.epoch]
            now_s = asyncio.get_running_loop().time()
            if self._tree_stored_s is None:
                self._tree_stored_s = now_s  # a short download is over before a tree is worth keeping
            elif now_s - self._tree_stored_s >= self._pace.tree_after_s:
                await self._store_tree()

    async def store_tree(self) -> None:
        """Let the journal have the job's own hash tree as it is now, where one is kept. Raises `LocalError`."""
        async with self._lock:
            await self._store_tree()

    async def _store_tree(self) -> None:
        tree = None if self.pack_tree is None else await self.pack_tree()
        if tree is not None:
            await self._journal.keep_tree(self._job_id, tree)
            self._tree_stored_s = asyncio.get_running_loop().time()

    async def _sync(self) -> None:
        try:
            await asyncio.shield(self._disk.submit_sync(self._store.file.sync_data))
        except LocalError as error:
            kept = SpanSet() if isinstance(error, PartFileGoneError) else self._ledger.durable
            lost = [gap for span in self._ledger.written for gap in kept.gaps(span)]
            for span in lost:
                self._ledger.lose(span)
            self._tell_lost(lost)
            raise

    async def revoke(self, spans: Iterable[Span]) -> None:
        """Give bytes up. On return neither ledger nor journal claims any of them. Raises `LocalError`."""
        async with self._lock, self._note_lock:
            doomed = SpanSet(spans)
            self._unnoted = [late for late in self._unnoted if not doomed.overlaps(late.span)]
            durable = self._ledger.durable.copy()
            durable.difference_update(doomed)
            is_claimed = durable.total_bytes < self._ledger.durable.total_bytes
            if is_claimed:
                await self._tell_journal(self._claim(durable, epoch=self._epoch - 1))
            if is_claimed or self.pack_tree is not None:
                await self._journal.keep_tree(self._job_id, None)  # it speaks of bytes that will be others
            for span in doomed:
                self._ledger.lose(span)

    async def amend(self) -> None:
        """Let the journal forget what turned out not to be there, before more is written. Raises `LocalError`."""
        async with self._lock:
            await self._tell_journal(self._claim(self._ledger.durable.copy(), epoch=self._epoch - 1))

    async def close(self) -> None:
        """Stop the timers and wait for what they started."""
        self._stop_note_timer()
        self._stop_sync_timer()
        await self._background.idle()

    async def _tell_journal(self, claim: Claim) -> None:
        changed, self._ledger.changed_suppliers = self._ledger.changed_suppliers, set()
        suppliers = {supplier: self._ledger.suppliers[supplier].copy() for supplier in sorted(changed)}
        try:
            await self._journal.checkpoint(self._job_id, claim, suppliers)
        except LocalError:
            self._ledger.changed_suppliers |= changed
            raise

    def _claim(self, durable: SpanSet, epoch: int | None = None) -> Claim:
        """A claim on `durable`, and on what of it is proven by now."""
        return Claim(
            self._standing.size_bytes, durable, self._ledger.proven.copy(), self._epoch if epoch is None else epoch
        )

    def _start_note(self) -> None:
        """Note what was written; or sync at once what came fast, unless a sync that takes its time is under way.

        Most of what waits for one that began just now is durable in a moment, and needs no CRC then.
        """
        self._stop_note_timer()
        is_much = sum(late.span.size for late in self._unnoted) >= SYNC_RATHER_BYTES
        if is_much and self._lock.locked() and self._put_off_in != self._epoch and self._pace.note_after_s is not None:
            self._put_off_in = self._epoch
            self._note_timer = asyncio.get_running_loop().call_later(self._pace.note_after_s, self._start_note)
            return
        self._background.start(self.run() if is_much and not self._lock.locked() else self.note())

    def _start_run(self) -> None:
        self._background.start(self.run())

    def _stop_note_timer(self) -> None:
        if self._note_timer is not None:
            self._note_timer.cancel()
            self._note_timer = None

    def _stop_sync_timer(self) -> None:
        if self._sync_timer is not None:
            self._sync_timer.cancel()
            self._sync_timer = None

    def __repr__(self) -> str:
        return f"<Checkpoints of {self._job_id}: epoch {self._epoch}, {self._unsynced_bytes} bytes to sync>"
