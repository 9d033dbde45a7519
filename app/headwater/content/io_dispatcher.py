"""The I/O dispatcher: takes decoded bytes to storage, to verification and to the output streams.

It joins the parts of this package for one job and is the face of all: bytes come in through `intake`, are judged by
`assurance`, and come to their end in `ending`. Nothing is decided here. All methods belong to the loop's thread;
whatever blocks happens on the disk pool or the journal's thread.
"""

from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from pathlib import Path
from typing import Any

from headwater.content.agreement import OpinionWanted
from headwater.content.assurance import Assurance, Evidence
from headwater.content.background import Background
from headwater.content.byte_ledger import ByteLedger
from headwater.content.checkpoints import Checkpoints, StoragePace
from headwater.content.deliveries import Deliveries
from headwater.content.disk_pool import DiskPool
from headwater.content.ending import Ending
from headwater.content.facts import Report, StorageFailed, WishesMoved
from headwater.content.holding import Holding
from headwater.content.intake import Intake
from headwater.content.journal import Journal
from headwater.content.opening import Opened, open_part
from headwater.content.output_stream import FileStream, StreamHub
from headwater.content.part_store import PartStore
from headwater.content.repair import RepairEngine
from headwater.content.standing import Standing
from headwater.content.verdict import Verdict
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import HeadwaterError, LocalError
from headwater.model.job import Checksum, JobId, PieceHashes
from headwater.model.ports import Move
from headwater.model.priority import Wish
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet


class IoDispatcher:
    """One job's bytes (`model.ports.Sink`). Opened by `open`, ended by `close`; both may follow each other again."""

    def __init__(
        self,
        job_id: JobId,
        opened: Opened,
        evidence: Evidence,
        *,
        journal: Journal,
        disk: DiskPool,
        report: Report,
        pace: StoragePace,
    ) -> None:
        """Use `open`."""
        self.job_id = job_id
        self._standing = Standing(opened.restored.finished_path)
        self._ledger: ByteLedger = opened.restored.ledger
        self._disk = disk
        self._report = report
        self._background = Background(self._fail)
        self._hub = StreamHub(self, self._tell_wishes)
        self._store = PartStore(
            opened.restored.file,
            disk,
            flush_after_s=pace.flush_after_s,
            written=self._written,
            refused=self._refused,
            compared=lambda *told: self._assurance.came_anew(*told),  # noqa: PLW0108  # it is made after the store
        )
        holding = Holding(job_id, self._standing, self._ledger, self._store, journal, disk)
        first_epoch = opened.restored.next_epoch
        self._checkpoints = Checkpoints(holding, pace=pace, first_epoch=first_epoch, failed=self._fail, lost=self._lost)
        self._assurance = Assurance(
            holding,
            evidence,
            checkpoints=self._checkpoints,
            report=report,
            readers=self._hub,
            failed=self._fail,
            flush_after_s=pace.flush_after_s,
            own_tree_of=opened.size_bytes,
        )
        if evidence.keep_tree:
            self._checkpoints.pack_tree = self._assurance.packed_tree
        self._intake = Intake(
            holding, assurance=self._assurance, hub=self._hub, written=self._written, failed=self._fail
        )
        self._ending = Ending(
            holding,
            intake=self._intake,
            assurance=self._assurance,
            checkpoints=self._checkpoints,
            hub=self._hub,
            background=self._background,
        )

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
        opened = await open_part(job_id, part_path, size_bytes, journal=journal, disk=disk, pieces=pieces)
        try:
            evidence = Evidence(tuple(checksums), pieces, keep_tree, tree_rate_bytes_per_s)
            dispatcher = cls(
                job_id, opened, evidence, journal=journal, disk=disk, report=report, pace=pace or StoragePace()
            )
            dispatcher._begin(opened)
            if opened.restored.must_amend:
                await dispatcher._checkpoints.amend()
        except BaseException:  # also when cancelled: nobody else would close the file
            opened.restored.file.close()
            raise
        return dispatcher

    def _begin(self, opened: Opened) -> None:
        if opened.size_bytes is not None:
            self._intake.learn_size(opened.size_bytes)
        self._assurance.restore(opened.tree)
        for extent in opened.restored.checked:
            self._checkpoints.wrote(extent.supplier, extent.span)

    # --- the three facts ------------------------------------------------------------------------------------

    @property
    def size_bytes(self) -> int | None:
        return self._standing.size_bytes

    @property
    def finished_path(self) -> Path | None:
        """Where the finished file lies; since `finish`, or since `open` when an earlier run got that far."""
        return self._standing.finished_path

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
        return self.size_bytes is not None and self.received.total_bytes == self.size_bytes

    # --- bytes come -----------------------------------------------------------------------------------------

    def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> Coroutine[Any, Any, None]:
        """Take bytes of the file; returns when there is room for more. Bytes that are here already are dropped.

        Raises `LocalError` after the disk refused (see `recover`), `IntegrityError` for bytes behind the file's end.
        """
        return self._intake.accept(supplier, offset, data)

    def pour(self, supplier: SourceId, span: Span, move: Move) -> Coroutine[Any, Any, int | None]:
        """See `model.ports.PouringSink`. What began goes to its end, also when the caller is cancelled."""
        return self._intake.pour(supplier, span, move)

    @property
    def duplicate_bytes(self) -> int:
        """Bytes that came although they were there, and were dropped."""
        return self._intake.duplicate_bytes

    def learn_size(self, size_bytes: int) -> None:
        """The file's size is known now. Raises `IntegrityError` where it contradicts what is here.

        Where the disk has no room for it, `StorageFailed` follows.
        """
        if self._intake.learn_size(size_bytes):
            self._background.start(self._require_space())

    async def _require_space(self) -> None:
        if self.size_bytes is not None:
            await self._disk.submit(self._store.file.require_space, self.size_bytes)

    # --- durability -----------------------------------------------------------------------------------------

    async def checkpoint(self) -> None:
        """Return when all that is here now is durable, and known to be. Raises `LocalError`."""
        await self._store.flush()
        await self._ending.checkpoint()
        if self._standing.failure is not None:
            raise self._standing.failure

    async def recover(self) -> None:
        """After `StorageFailed`: accept bytes again. Raises `LocalError` while there is not enough room."""
        await self._require_space()
        self._standing.failure = None

    def _written(self, run: WriteRun) -> None:
        self._ledger.write(run.span)
        self._checkpoints.wrote(run.supplier, run.span)
        self._assurance.written(run)

    def _refused(self, run: WriteRun, error: LocalError) -> None:
        self._ledger.lose(run.span)
        self._fail(error)

    def _fail(self, error: LocalError) -> None:
        if self._standing.failure is None:
            self._standing.failure = error
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

    def compare_repeats(self, supplier: SourceId) -> None:
        """From now on a source's second copies of its own bytes are compared, too: nothing else vouches for them."""
        self._assurance.compare_repeats(supplier)

    async def compared(self) -> None:
        """Return when all that came is judged, and compared where it came twice. Raises `LocalError`."""
        await self._ending.settle()

    @property
    def has_disputes(self) -> bool:
        """Whether sources differ about bytes, and nothing has settled that yet."""
        return self._assurance.has_disputes

    @property
    def doubted(self) -> list[SourceId]:
        """Sources that brought other bytes than most, and too little of whose rest was compared to believe it."""
        return self._assurance.doubted

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
        return min(self._assurance.hashed_bytes, self.size_bytes or 0)

    async def verify(self) -> Verdict:
        """Hash all that is here again; the wrong is given up and reported as `BlockRejected`. Raises `LocalError`."""
        return await self._ending.verify()

    @property
    def verdict(self) -> Verdict | None:
        """What integrity said last, at `finish` or `verify`."""
        return self._ending.verdict

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
        return await self._ending.finish(target, overwrite=overwrite, modified_at=modified_at, approve=approve)

    async def relocate(self, part_path: Path, told: Callable[[], Awaitable[None]]) -> None:
        """Go on with the complete part file on another disk. `told` is awaited before the old one goes.

        Raises `LocalError`; everything is as before then.
        """
        await self._ending.relocate(part_path, told)

    async def close(self) -> None:
        """Make durable what is here, end the readers, close the file; a refusal of the disk is reported.

        Once begun it goes on, also when the caller is cancelled; later callers wait for the same end.
        """
        await self._ending.close()

    def __repr__(self) -> str:
        return f"<IoDispatcher of {self.job_id}, {self._standing.word}: {self._ledger!r}>"
