"""The I/O dispatcher: takes decoded bytes to storage, to verification and to the output streams.

It joins the parts of this package for one job and decides little itself: duplicates are dropped, bad blocks are given
up before they are reported, a file gets its name only when nothing known speaks against it. All methods belong
to the loop's thread; whatever blocks happens on the disk pool or the journal's thread.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import nullcontext
from pathlib import Path

from headwater.content.agreement import OpinionWanted
from headwater.content.assurance import Assurance, require_fit
from headwater.content.background import Background
from headwater.content.byte_ledger import ByteLedger
from headwater.content.checkpoints import Checkpoints, StoragePace
from headwater.content.deliveries import Deliveries
from headwater.content.disk_pool import DiskPool
from headwater.content.facts import Report, StorageFailed, WishesMoved
from headwater.content.finishing import place
from headwater.content.journal import Journal
from headwater.content.output_stream import FileStream, StreamHub
from headwater.content.part_store import PartStore
from headwater.content.relocation import relocate
from headwater.content.repair import RepairEngine
from headwater.content.resume import Restored, restore
from headwater.content.verdict import Finding, Verdict
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import HeadwaterError, IntegrityError, LocalError
from headwater.model.job import Checksum, JobId, PieceHashes
from headwater.model.ports import Move, WorkingMove
from headwater.model.priority import Wish
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import say


class IoDispatcher:
    """One job's bytes (`model.ports.Sink`). Opened by `open`, ended by `close`; both may follow each other again."""

    def __init__(
        self,
        job_id: JobId,
        restored: Restored,
        *,
        journal: Journal,
        disk: DiskPool,
        checksums: Sequence[Checksum],
        pieces: PieceHashes | None,
        report: Report,
        pace: StoragePace,
        size_bytes: int | None,
        keep_tree: bool,
        tree_rate_bytes_per_s: float | None,
    ) -> None:
        """Use `open`."""
        self.job_id = job_id
        #: Where the finished file lies; set by `finish`, or by `open` when an earlier run got that far.
        self.finished_path = restored.finished_path
        #: What integrity said last, at `finish` or `verify`.
        self.verdict: Verdict | None = None
        #: Bytes that came although they were there, and were dropped.
        self.duplicate_bytes = 0
        self._size_bytes: int | None = None
        self._ledger: ByteLedger = restored.ledger
        self._journal = journal
        self._disk = disk
        self._report = report
        self._failure: LocalError | None = None
        self._closing: asyncio.Task[None] | None = None
        self._background = Background(self._fail)
        self._pours: dict[Span, asyncio.Task[int]] = {}
        self._pour_turn = asyncio.Lock()  # systems let one thread at a time write into a file
        self._hub = StreamHub(self, self._tell_wishes)
        self._store = PartStore(
            restored.file,
            disk,
            flush_after_s=pace.flush_after_s,
            written=self._written,
            refused=self._refused,
            compared=self._compared,
        )
        self._checkpoints = Checkpoints(
            job_id,
            journal=journal,
            disk=disk,
            store=self._store,
            ledger=self._ledger,
            pace=pace,
            first_epoch=restored.next_epoch,
            failed=self._fail,
            lost=self._lost,
        )
        self._assurance = Assurance(
            ledger=self._ledger,
            store=self._store,
            checkpoints=self._checkpoints,
            disk=disk,
            checksums=checksums,
            pieces=pieces,
            report=report,
            readers=self._hub,
            failed=self._fail,
            flush_after_s=pace.flush_after_s,
            own_tree_of=size_bytes,
            keep_tree=keep_tree,
            tree_rate_bytes_per_s=tree_rate_bytes_per_s,
        )
        if keep_tree:
            self._checkpoints.pack_tree = self._assurance.packed_tree

    @classmethod
    async def open(
        cls,
        job_id: JobId,
        part_path: Path,
        size_bytes: int | None,
        *,
        journal: Journal,
        disk: DiskPool,
        checksums: Sequence[Checksum] = (),
        pieces: PieceHashes | None = None,
        report: Report,
        pace: StoragePace | None = None,
        keep_tree: bool = False,
        tree_rate_bytes_per_s: float | None = None,
    ) -> "IoDispatcher":
        """Open a job's part file, with what the journal knows of it.

        `keep_tree`: hash all that comes into a tree of our own and keep it, so that `verify` finds later damage of the
        part file without any trusted hash, at the price of one SHA-256 of everything; none is kept beside `pieces`,
        which show it as well. It is stored now and then, and by `checkpoint`, `finish` and `close`. While bytes
        come faster than `tree_rate_bytes_per_s`, they are left out of it.

        Raises `LocalError` where the file cannot be used, `IntegrityError` where what is there belongs to a file of
        another size.
        """
        entry = await journal.load(job_id)
        known = entry.stored.size_bytes if entry is not None else None
        if known is not None and size_bytes is not None and known != size_bytes:
            raise IntegrityError(
                say(
                    "the part file belongs to a file of {known} bytes, but the file has {size_bytes} now",
                    known=known,
                    size_bytes=size_bytes,
                )
            )
        size_bytes = size_bytes if size_bytes is not None else known
        require_fit(pieces, size_bytes)
        restored = await disk.submit_sync(restore, part_path, entry, adopt=pieces is not None, size_bytes=size_bytes)
        try:
            if size_bytes is not None:
                await disk.submit(restored.file.require_space, size_bytes)
            if entry is None:
                await journal.begin(job_id, part_path, size_bytes)
            dispatcher = cls(
                job_id,
                restored,
                journal=journal,
                disk=disk,
                checksums=checksums,
                pieces=pieces,
                report=report,
                pace=pace or StoragePace(),
                size_bytes=size_bytes,
                keep_tree=keep_tree,
                tree_rate_bytes_per_s=tree_rate_bytes_per_s,
            )
            dispatcher._begin(size_bytes, restored, None if entry is None else entry.tree)
            if restored.must_amend:
                await dispatcher._checkpoints.amend()
        except BaseException:
            restored.file.close()
            raise
        return dispatcher

    def _begin(self, size_bytes: int | None, restored: Restored, tree: bytes | None) -> None:
        if size_bytes is not None:
            self._take_size(size_bytes)
        self._assurance.restore(tree)
        for extent in restored.checked:
            self._checkpoints.wrote(extent.supplier, extent.span)

    # --- the three facts ------------------------------------------------------------------------------------

    @property
    def size_bytes(self) -> int | None:
        return self._size_bytes

    @property
    def received(self) -> SpanSet:
        """Bytes that are here, in memory or in the file. Not to be changed by others; nor are the next three."""
        return self._ledger.received

    @property
    def proven(self) -> SpanSet:
        return self._ledger.proven

    @property
    def durable(self) -> SpanSet:
        return self._ledger.durable

    @property
    def suppliers(self) -> dict[SourceId, SpanSet]:
        """Who brought what of the received bytes."""
        return self._ledger.suppliers

    @property
    def is_complete(self) -> bool:
        """Whether every byte was received."""
        return self._size_bytes is not None and self.received.total_bytes == self._size_bytes

    # --- bytes come -----------------------------------------------------------------------------------------

    async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
        """Take bytes of the file; returns when there is room for more. Bytes that are here already are dropped.

        Raises `LocalError` after the disk refused (see `recover`), `IntegrityError` for bytes behind the file's end.
        """
        while data and self._pours and (poured := self._pours_into(Span(offset, offset + len(data)))):
            await asyncio.wait(poured)
        if self._failure is not None or self._closing is not None:
            raise self._failure or LocalError(say("{path} takes no more bytes", path=self._store.file.path))
        if not data:
            return
        if self.finished_path is not None:
            self.duplicate_bytes += len(data)
            return
        span = Span(offset, offset + len(data))
        if self._size_bytes is not None and span.end > self._size_bytes:
            raise IntegrityError(
                say("bytes {span} came for a file of {size_bytes} bytes", span=span, size_bytes=self._size_bytes)
            )
        for part in list(self.received.within(span)):
            self.duplicate_bytes += part.size
            self._assurance.came_twice(supplier, part.start, memoryview(data)[part.start - offset : part.end - offset])
        parts = self._ledger.take(supplier, span)
        for part in parts:
            whole = part.size == len(data)
            self._store.put(
                supplier, part.start, data if whole else memoryview(data)[part.start - offset : part.end - offset]
            )
            self._hub.arrived(part, proven=not self._assurance.is_trusting)
        await self._disk.budget.room()

    async def pour(self, supplier: SourceId, span: Span, move: Move) -> int | None:
        """See `model.ports.PouringSink`. What began goes to its end, also when the caller is cancelled."""
        if not self._may_pour(span):
            return None
        task = asyncio.get_running_loop().create_task(self._pour(supplier, span, move))
        self._pours[span] = task
        task.add_done_callback(_look_away)
        return await asyncio.shield(task)

    def _may_pour(self, span: Span) -> bool:
        is_open = self._failure is None and self._closing is None and self.finished_path is None
        is_within = self._size_bytes is not None and span.end <= self._size_bytes
        is_free = not self.received.overlaps(span) and not self._pours_into(span)
        return is_open and is_within and is_free and not self._store.is_doubted(span)

    def _pours_into(self, span: Span) -> list[asyncio.Task[int]]:
        return [task for other, task in self._pours.items() if other.overlaps(span)]

    async def _pour(self, supplier: SourceId, span: Span, move: Move) -> int:
        try:
            await self._disk.poured.room()
            async with nullcontext() if isinstance(move, WorkingMove) else self._pour_turn:
                if self._failure is not None:
                    raise self._failure
                moved = await self._disk.submit_pour(self._store.file.pour_at, span.start, span.size, move)
        except LocalError as error:
            self._fail(error)
            raise
        finally:
            del self._pours[span]
        if moved:
            self._poured(supplier, Span(span.start, span.start + moved))
        return moved

    def _poured(self, supplier: SourceId, part: Span) -> None:
        """Bytes are in the file that no memory held: they are hashed from there, and until then count as waiting."""
        run = WriteRun(supplier, part.start)
        run.end = part.end
        self._disk.poured.take(run.size)
        self._ledger.take(supplier, part)
        self._hub.arrived(part, proven=not self._assurance.is_trusting)
        self._written(run)

    def learn_size(self, size_bytes: int) -> None:
        """The file's size is known now. Raises `IntegrityError` where it contradicts what is here.

        Where the disk has no room for it, `StorageFailed` follows.
        """
        if self._size_bytes is None:
            self._take_size(size_bytes)
            self._background.start(self._check_space(size_bytes))
        elif self._size_bytes != size_bytes:
            raise IntegrityError(
                say(
                    "the file has {size_bytes} bytes, but {announced} were announced",
                    size_bytes=self._size_bytes,
                    announced=size_bytes,
                )
            )

    def _take_size(self, size_bytes: int) -> None:
        if self.received.end > size_bytes:
            raise IntegrityError(
                say(
                    "{count} bytes are here of a file that is said to have {size_bytes}",
                    count=self.received.end,
                    size_bytes=size_bytes,
                )
            )
        require_fit(self._assurance.pieces, size_bytes)
        self._size_bytes = self._checkpoints.size_bytes = size_bytes
        self._assurance.learn_size(size_bytes)
        self._hub.size_learned()

    async def _check_space(self, size_bytes: int) -> None:
        await self._disk.submit(self._store.file.require_space, size_bytes)

    # --- durability -----------------------------------------------------------------------------------------

    async def checkpoint(self) -> None:
        """Return when all that is here now is durable, and known to be. Raises `LocalError`."""
        await self._store.flush()
        await self._checkpoint_all()
        if self._failure is not None:
            raise self._failure

    async def _checkpoint_all(self) -> None:
        await self._checkpoints.run()
        await self._checkpoints.store_tree()

    async def recover(self) -> None:
        """After `StorageFailed`: accept bytes again. Raises `LocalError` while there is not enough room."""
        if self._size_bytes is not None:
            await self._disk.submit(self._store.file.require_space, self._size_bytes)
        self._failure = None

    def _written(self, run: WriteRun) -> None:
        self._ledger.write(run.span)
        self._checkpoints.wrote(run.supplier, run.span)
        self._assurance.written(run)

    def _refused(self, run: WriteRun, error: LocalError) -> None:
        self._ledger.lose(run.span)
        self._fail(error)

    def _fail(self, error: LocalError) -> None:
        if self._failure is None:
            self._failure = error
            self._report(StorageFailed(error))

    # --- integrity ------------------------------------------------------------------------------------------

    def trust(self, checksums: Sequence[Checksum], pieces: PieceHashes | None = None) -> None:
        """Hashes became known, beside those known before: what is here is judged by them.

        Piece hashes that are known already are kept. Raises `IntegrityError` where new ones do not fit the file's size.
        """
        self._assurance.trust(checksums, pieces)

    @property
    def is_trusting(self) -> bool:
        """Whether there is a trusted hash to judge the bytes by."""
        return self._assurance.is_trusting

    def disown(self, supplier: SourceId) -> None:
        """Give up what a supplier brought and nothing proves; it is reported as `BlockRejected`, and comes anew."""
        self._assurance.disown(supplier)

    def wanted_opinions(self, samples: int) -> list[OpinionWanted]:
        """Spans that another source should bring too: disputed ones, then samples until `samples` blocks are compared.

        Bytes that come for them through `accept` are compared and dropped. A block is 16 KiB here.
        """
        return self._assurance.wanted_opinions(samples)

    async def compared(self) -> None:
        """Return when all that came is judged, and compared where it came twice. Raises `LocalError`."""
        await self._settle()

    @property
    def has_disputes(self) -> bool:
        """Whether sources differ about bytes, and nothing has settled that yet."""
        return self._assurance.has_disputes

    def settle_disputes(self, ranked: Sequence[SourceId], could_vote: Collection[SourceId] = ()) -> None:
        """Settle the disputes in which none of `could_vote` is left to be asked, by votes and then by rank.

        `ranked` are the sources, best first. Losers are reported as `SpoilerNamed`; their bytes are given up.
        """
        self._assurance.settle_disputes(ranked, could_vote)

    @property
    def repair(self) -> RepairEngine:
        """Bad blocks, and whom they were blamed on."""
        return self._assurance.repair

    @property
    def own_pieces(self) -> PieceHashes | None:
        """Piece hashes of the whole file that were computed here (`keep_tree`), once all bytes are."""
        return self._assurance.own_pieces

    @property
    def hashed_bytes(self) -> int:
        """How much of the file was hashed so far, while it is being verified."""
        return min(self._assurance.hashed_bytes, self._size_bytes or 0)

    async def verify(self) -> Verdict:
        """Hash all that is here again; the wrong is given up and reported as `BlockRejected`. Raises `LocalError`."""
        await self._settle()
        wrong = await self._assurance.judge_again()
        await self._settle()
        self.verdict = await self._assurance.judge_whole(wrong)
        return self.verdict

    async def _settle(self) -> None:
        """Return when all that was received is written and judged, and what was wrong given up. Raises `LocalError`."""
        await self._quiet()
        if self._failure is not None:
            raise self._failure

    async def _quiet(self) -> None:
        """Return when nothing is being written, compared, judged or given up."""
        while True:
            if self._pours:
                await asyncio.wait(set(self._pours.values()))
            await self._store.flush()
            await self._assurance.idle()
            await self._background.idle()
            if not self._pours and self._store.is_idle and self._assurance.is_idle and self._background.is_idle:
                return

    def _compared(self, supplier: SourceId, span: Span, differing: Sequence[Span]) -> None:
        self._assurance.came_anew(supplier, span, differing)

    def _lost(self, spans: Sequence[Span]) -> None:
        self._assurance.lost(spans)

    # --- readers --------------------------------------------------------------------------------------------

    def open_stream(self, *, strict: bool = False, deliveries: Deliveries | None = None) -> FileStream:
        """A new reader. A strict one is only given bytes whose trusted hash is right, where one is known.

        Others are told when bytes that they were given are given up (`deliveries`: the reader's book so far).
        """
        return self._hub.open(strict=strict, deliveries=deliveries)

    def fail_readers(self, reason: HeadwaterError | None) -> None:
        """The job failed: its readers fail with the reason, until it is taken back (None)."""
        self._hub.fail(reason)

    def readable_end(self, offset: int, *, strict: bool) -> int:
        return (self.proven if strict and self._assurance.is_trusting else self.received).run_from(offset)

    def needed_for(self, span: Span, *, strict: bool) -> Span:
        return self._assurance.needed_for(span) if strict else span

    async def read(self, offset: int, size: int) -> bytes:
        """Up to `size` received bytes from `offset`, at least one. Raises `LocalError`."""
        return await self._store.read(offset, size)

    def _tell_wishes(self, wishes: tuple[Wish, ...]) -> None:
        self._report(WishesMoved(wishes))

    # --- the end --------------------------------------------------------------------------------------------

    async def finish(
        self,
        target: Path,
        *,
        overwrite: bool = False,
        modified_at: float | None = None,
        approve: Callable[[Path], Awaitable[None]] | None = None,
    ) -> Path:
        """Verify, sync and name the complete file; returns its path, numbered where `target` is taken.

        `modified_at` is in Unix seconds. `approve` looks at the proven file before it is named; what it raises stands
        in the way. Raises `IntegrityError` where bytes are missing or a trusted hash is wrong (bad blocks were reported
        before, and come again), `LocalError` where the disk refuses; both may be tried again.
        """
        if self.finished_path is not None:
            return self.finished_path
        await self._settle()
        if self._size_bytes is None or not self.is_complete:
            if self._size_bytes is None:
                raise IntegrityError(say("bytes of {target} are still missing", target=target.name))
            missing = self._size_bytes - self.received.total_bytes
            raise IntegrityError(say("{count} bytes of {target} are still missing", count=missing, target=target.name))
        if changed := await self._assurance.judge_inherited():
            await self._settle()
        self.verdict = await self._assurance.judge_whole(changed)
        if self.verdict.finding is Finding.DAMAGED:
            raise IntegrityError(self.verdict.sentence)
        file = self._store.file
        await self._disk.submit_sync(file.seal, self._size_bytes, modified_at)
        await self._checkpoint_all()
        if approve is not None:
            await approve(file.path)
        self.finished_path = await place(
            self.job_id, file, target, overwrite=overwrite, journal=self._journal, disk=self._disk
        )
        return self.finished_path

    async def relocate(self, part_path: Path, told: Callable[[], Awaitable[None]]) -> None:
        """Go on with the complete part file on another disk. `told` is awaited before the old one goes.

        Raises `LocalError`; everything is as before then.
        """
        await self._settle()

        async def tell() -> None:
            await told()
            await self._journal.relocate(self.job_id, part_path)

        await relocate(self._store.file, part_path, self._disk, tell)

    async def close(self) -> None:
        """Make durable what is here, end the readers, close the file; a refusal of the disk is reported.

        Once begun it goes on, also when the caller is cancelled; later callers wait for the same end.
        """
        if self._closing is None:
            self._closing = asyncio.get_running_loop().create_task(self._close())
        await asyncio.shield(self._closing)

    async def _close(self) -> None:
        self._hub.close(HeadwaterError("the download was closed"))
        await self._quiet()
        await self._checkpoints.close()
        if self.finished_path is None:
            await self._background.guard(self._checkpoint_all())
            await self._quiet()
        await self._store.close()

    @property
    def _state(self) -> str:
        if self._closing is not None:
            return "closed"
        if self.finished_path is not None:
            return "finished"
        return "open" if self._failure is None else "failed"

    def __repr__(self) -> str:
        return f"<IoDispatcher of {self.job_id}, {self._state}: {self._ledger!r}>"


def _look_away(task: "asyncio.Task[int]") -> None:
    """Nobody may be left to hear how a pour ended; whose job it was is told by `StorageFailed`."""
    if not task.cancelled():
        task.exception()
