"""The I/O dispatcher: takes decoded bytes to storage, to verification and to the output streams.

It joins the parts of this package for one job and decides little itself: duplicates are dropped, bad blocks are given
up before they are reported, a file gets its name only when nothing known speaks against it. All methods belong
to the loop's thread; whatever blocks happens on the disk pool or the journal's thread.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from headwater.content.byte_ledger import ByteLedger
from headwater.content.checkpoints import Checkpoints, StoragePace
from headwater.content.disk_pool import DiskPool
from headwater.content.facts import Report, StorageFailed, WishesMoved
from headwater.content.finishing import place, reach_verdict
from headwater.content.integrity import BlockFinding, Findings, IntegrityEngine
from headwater.content.journal import Journal
from headwater.content.output_stream import FileStream, StreamHub
from headwater.content.packed_spans import Extent
from headwater.content.part_store import PartStore
from headwater.content.repair import Repair
from headwater.content.resume import Restored, restore
from headwater.content.verdict import Finding, Verdict
from headwater.content.verification import Verification
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import HeadwaterError, IntegrityError, LocalError
from headwater.model.events import BlockProven, BlockRejected
from headwater.model.job import Checksum, JobId, PieceHashes
from headwater.model.priority import Wish
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

#: Called with bytes that came although they were there already: supplier, offset, the bytes. For comparisons.
DuplicateHook: TypeAlias = Callable[[SourceId, int, bytes | memoryview], None]

#: Blocks judged in one call when all of them are hashed again, so that others get their turn in between.
_VERIFY_BYTES = 64 * 1024**2


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
    ) -> None:
        """Use `open`."""
        self.job_id = job_id
        self.checksums = tuple(checksums)
        self.pieces = pieces
        #: Where the finished file lies; set by `finish`, or by `open` when an earlier run got that far.
        self.finished_path = restored.finished_path
        #: What integrity said last, at `finish` or `verify`.
        self.verdict: Verdict | None = None
        #: Bytes that came although they were there, and were dropped.
        self.duplicate_bytes = 0
        self.on_duplicate: DuplicateHook | None = None
        self.repair = Repair()
        self._size_bytes: int | None = None
        self._ledger: ByteLedger = restored.ledger
        self._journal = journal
        self._disk = disk
        self._report = report
        self._failure: LocalError | None = None
        self._is_closed = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._rejected: list[BlockRejected] = []
        self._hub = StreamHub(self, self._tell_wishes)
        self._store = PartStore(
            restored.file, disk, flush_after_s=pace.flush_after_s, written=self._written, refused=self._refused
        )
        self._checkpoints = Checkpoints(
            job_id,
            journal=journal,
            disk=disk,
            store=self._store,
            ledger=self._ledger,
            pace=pace,
            failed=self._fail,
            lost=self._lost,
        )
        self._verification = Verification(
            IntegrityEngine(checksums, pieces, restored.file.read_at),
            disk,
            found=self._found,
            release=self._store.release,
            failed=self._cannot_judge,
        )
        self._restored_extents = restored.checked

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
    ) -> "IoDispatcher":
        """Open a job's part file, with what the journal knows of it.

        Raises `LocalError` where the file cannot be used, `IntegrityError` where what is there belongs to a file of
        another size.
        """
        entry = await journal.load(job_id)
        known = entry.stored.size_bytes if entry is not None else None
        if known is not None and size_bytes is not None and known != size_bytes:
            raise IntegrityError(f"the part file belongs to a file of {known} bytes, but the file has {size_bytes} now")
        restored = await disk.submit_sync(restore, part_path, entry, adopt=pieces is not None)
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
            )
            dispatcher._begin(size_bytes if size_bytes is not None else known)
        except BaseException:
            restored.file.close()
            raise
        return dispatcher

    def _begin(self, size_bytes: int | None) -> None:
        if size_bytes is not None:
            self._take_size(size_bytes)
        self._verification.restore(self._ledger)
        for extent in self._restored_extents:
            self._checkpoints.wrote(extent)

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

    async def accept(self, supplier: SourceId, offset: int, data: bytes) -> None:
        """Take bytes of the file; returns when there is room for more. Bytes that are here already are dropped.

        Raises `LocalError` after the disk refused (see `recover`), `IntegrityError` for bytes behind the file's end.
        """
        if self._failure is not None or self._is_closed or self.finished_path is not None:
            raise self._failure or LocalError(f"{self._store.file.path} takes no more bytes")
        if not data:
            return
        span = Span(offset, offset + len(data))
        if self._size_bytes is not None and span.end > self._size_bytes:
            raise IntegrityError(f"bytes {span} came for a file of {self._size_bytes} bytes")
        if self.on_duplicate is not None:
            self._show_duplicates(supplier, span, data)
        parts = self._ledger.take(supplier, span)
        for part in parts:
            whole = part.size == len(data)
            self._store.put(
                supplier, part.start, data if whole else memoryview(data)[part.start - offset : part.end - offset]
            )
            self._hub.arrived(part, proven=self.pieces is None and not self.checksums)
        self.duplicate_bytes += span.size - sum(part.size for part in parts)
        await self._disk.budget.room()

    def learn_size(self, size_bytes: int) -> None:
        """The file's size is known now. Raises `IntegrityError` where it contradicts what is here.

        Where the disk has no room for it, `StorageFailed` follows.
        """
        if self._size_bytes is None:
            self._take_size(size_bytes)
            self._start(self._check_space(size_bytes))
        elif self._size_bytes != size_bytes:
            raise IntegrityError(f"the file has {self._size_bytes} bytes, but {size_bytes} were announced")

    def _take_size(self, size_bytes: int) -> None:
        if self.received.end > size_bytes:
            raise IntegrityError(f"{self.received.end} bytes are here of a file that is said to have {size_bytes}")
        if self.pieces is not None and not self.pieces.fits(size_bytes):
            raise IntegrityError(
                f"there are {self.pieces.count} piece hashes of {self.pieces.piece_bytes} bytes each: "
                f"they do not belong to a file of {size_bytes} bytes"
            )
        self._size_bytes = self._checkpoints.size_bytes = size_bytes
        self._verification.learn_size(size_bytes)
        self._hub.size_learned()

    async def _check_space(self, size_bytes: int) -> None:
        await self._disk.submit(self._store.file.require_space, size_bytes)

    def _show_duplicates(self, supplier: SourceId, span: Span, data: bytes) -> None:
        assert self.on_duplicate is not None
        for part in list(self.received.within(span)):
            self.on_duplicate(supplier, part.start, memoryview(data)[part.start - span.start : part.end - span.start])

    # --- durability -----------------------------------------------------------------------------------------

    async def checkpoint(self) -> None:
        """Return when all that is here now is durable, and known to be. Raises `LocalError`."""
        await self._store.flush()
        await self._checkpoints.run()
        if self._failure is not None:
            raise self._failure

    async def recover(self) -> None:
        """After `StorageFailed`: accept bytes again. Raises `LocalError` while there is not enough room."""
        if self._size_bytes is not None:
            await self._disk.submit(self._store.file.require_space, self._size_bytes)
        self._failure = None

    def _written(self, run: WriteRun, crc32: int) -> None:
        self._ledger.write(run.span)
        self._checkpoints.wrote(Extent(run.start, run.end, run.supplier, crc32))
        self._verification.take(run)

    def _refused(self, run: WriteRun, error: LocalError) -> None:
        self._ledger.lose(run.span)
        self._fail(error)

    def _lost(self, spans: Sequence[Span]) -> None:
        self._verification.lose(spans)

    def _fail(self, error: LocalError) -> None:
        if self._failure is None:
            self._failure = error
            self._report(StorageFailed(error))

    # --- integrity ------------------------------------------------------------------------------------------

    def _found(self, findings: Findings) -> None:
        """Blocks were judged: right ones are proven, wrong ones given up and reported."""
        for finding in findings.blocks:
            if not self._ledger.written.covers(finding.span):
                continue  # given up while it was hashed: what comes again will be judged
            if finding.is_right:
                self._prove(finding)
            else:
                self._rejected.append(self.repair.reject(finding, self._ledger.suppliers_of(finding.span)))
        if self._rejected:
            self._start(self._give_up())

    def _prove(self, finding: BlockFinding) -> None:
        self._ledger.prove(finding.span)
        self._report(BlockProven(finding.span))
        for named in self.repair.settle(finding):
            self._report(named)
        self._hub.arrived(finding.span, proven=True)

    async def _give_up(self) -> None:
        """Give up the bytes of rejected blocks: first the journal's claims, then ours, then tell who fetches anew."""
        rejected, self._rejected = self._rejected, []
        if not rejected:
            return
        spans = [rejection.span for rejection in rejected]
        await self._checkpoints.revoke(spans)
        self._verification.lose(spans)
        for rejection in rejected:
            self._report(rejection)

    def _cannot_judge(self, error: LocalError | EOFError) -> None:
        self._fail(
            error
            if isinstance(error, LocalError)
            else LocalError(f"{self._store.file.path} was changed by another program: {error}")
        )

    async def verify(self) -> Verdict:
        """Hash all that is here again; the wrong is given up and reported as `BlockRejected`. Raises `LocalError`."""
        await self._settle()
        engine, wrong = self._verification.engine, []
        if self.pieces is not None:
            step = max(1, _VERIFY_BYTES // self.pieces.piece_bytes)
            for first in range(0, self.pieces.count, step):
                last = min(first + step, self.pieces.count)
                findings = await self._verification.call(partial(engine.judge_again, first, last))
                wrong += [block.span for block in findings.blocks if not block.is_right]
        if self.is_complete and not wrong and engine.whole.checksums:
            await self._verification.call(engine.digest_again)
        await self._settle()
        self.verdict = self._reach_verdict(tuple(wrong))
        return self.verdict

    def _reach_verdict(self, wrong: tuple[Span, ...] = ()) -> Verdict:
        return reach_verdict(
            self._verification.engine.whole,
            self.checksums,
            self.pieces,
            self._ledger,
            size_bytes=self._size_bytes,
            wrong=wrong,
        )

    async def _settle(self) -> None:
        """Return when all that was received is written and judged, and what was wrong given up. Raises `LocalError`."""
        await self._quiet()
        if self._failure is not None:
            raise self._failure

    async def _quiet(self) -> None:
        """Return when nothing is being written, judged or given up."""
        while True:
            await self._store.flush()
            await self._verification.idle()
            if not self._tasks:
                return
            await asyncio.wait(set(self._tasks))

    # --- readers --------------------------------------------------------------------------------------------

    def open_stream(self, *, strict: bool = False) -> FileStream:
        """A new reader. A strict one is only given bytes whose trusted hash is right, where one is known."""
        return self._hub.open(strict=strict)

    def fail_readers(self, reason: HeadwaterError | None) -> None:
        """The job failed: its readers fail with the reason, until it is taken back (None)."""
        self._hub.fail(reason)

    def readable_end(self, offset: int, *, strict: bool) -> int:
        trusted = strict and (self.pieces is not None or bool(self.checksums))
        return (self.proven if trusted else self.received).run_from(offset)

    async def read(self, offset: int, size: int) -> bytes:
        """Up to `size` received bytes from `offset`, at least one. Raises `LocalError`."""
        return await self._store.read(offset, size)

    def _tell_wishes(self, wishes: tuple[Wish, ...]) -> None:
        self._report(WishesMoved(wishes))

    # --- the end --------------------------------------------------------------------------------------------

    async def finish(self, target: Path, *, overwrite: bool = False, modified_at: float | None = None) -> Path:
        """Verify, sync and name the complete file; returns its path, numbered where `target` is taken.

        `modified_at` is in Unix seconds. Raises `IntegrityError` where bytes are missing or a trusted hash is wrong
        (bad blocks were reported before, and come again), `LocalError` where the disk refuses; both may be tried again.
        """
        if self.finished_path is not None:
            return self.finished_path
        await self._settle()
        if self._size_bytes is None or not self.is_complete:
            missing = "" if self._size_bytes is None else f"{self._size_bytes - self.received.total_bytes} bytes of "
            raise IntegrityError(f"{missing}{target.name} are still missing")
        self.verdict = self._reach_verdict()
        if self.verdict.finding is Finding.DAMAGED:
            raise IntegrityError(self.verdict.sentence)
        if self.verdict.finding is Finding.PROVEN and self._size_bytes:
            self._ledger.prove(Span(0, self._size_bytes))
            self._hub.arrived(Span(0, self._size_bytes), proven=True)
        file = self._store.file
        await self._disk.submit_sync(file.seal, self._size_bytes, modified_at)
        await self._checkpoints.run()
        self.finished_path = await place(
            self.job_id, file, target, overwrite=overwrite, journal=self._journal, disk=self._disk
        )
        return self.finished_path

    async def close(self) -> None:
        """Make durable what is here, end the readers, close the file. The disk's refusal was reported before."""
        if self._is_closed:
            return
        self._is_closed = True
        self._hub.close(HeadwaterError("the download was closed"))
        await self._quiet()
        await self._checkpoints.close()
        if self.finished_path is None:
            await self._guarded(self._checkpoints.run())
            await self._quiet()
        await self._store.close()

    def _start(self, step: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(self._guarded(step))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, step: Coroutine[Any, Any, None]) -> None:
        try:
            await step
        except LocalError as error:
            self._fail(error)

    def __repr__(self) -> str:
        state = (
            "closed" if self._is_closed else "finished" if self.finished_path else "failed" if self._failure else "open"
        )
        return f"<IoDispatcher of {self.job_id}, {state}: {self._ledger!r}>"
