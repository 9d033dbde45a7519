"""The way in: bytes that were received, and bytes that are poured into the file past the memory.

What is here already is compared and dropped, the rest is written down in the ledger, given to the store and shown to
readers. Loop side. The rule: nobody writes where somebody pours, and whoever brings bytes waits until there is room.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from headwater.content.assurance import Assurance, require_fit
from headwater.content.holding import Holding
from headwater.content.output_stream import StreamHub
from headwater.content.pour_hashing import PouredHashes, PourOrder, hash_poured
from headwater.content.sparse_file import SparseFile
from headwater.content.write_buffer import WriteRun
from headwater.model.errors import IntegrityError, LocalError
from headwater.model.ports import Move, WorkingMove
from headwater.model.source import SourceId
from headwater.model.spans import Span
from headwater.model.wording import say


class Intake:
    """Takes one job's bytes. `written` hears of runs that went past the memory, `failed` what the disk refused then."""

    def __init__(
        self,
        holding: Holding,
        *,
        assurance: Assurance,
        hub: StreamHub,
        written: Callable[[WriteRun], None],
        failed: Callable[[LocalError], None],
    ) -> None:
        #: Bytes that came although they were there, and were dropped.
        self.duplicate_bytes = 0
        self._standing = holding.standing
        self._ledger = holding.ledger
        self._store = holding.store
        self._disk = holding.disk
        self._assurance = assurance
        self._hub = hub
        self._tell_written = written
        self._tell_failed = failed
        self._pours: dict[Span, asyncio.Task[int]] = {}
        #: Held by the worker that pours: systems let one thread at a time write into a file. The next one hashes then.
        self._pour_turn = threading.Lock()

    def learn_size(self, size_bytes: int) -> bool:
        """Take the file's size; whether it is news. Raises `IntegrityError` where it contradicts what is here."""
        known, end = self._standing.size_bytes, self._ledger.received.end
        if known is not None:
            if known != size_bytes:
                raise IntegrityError(
                    say(
                        "the file has {size_bytes} bytes, but {announced} were announced",
                        size_bytes=known,
                        announced=size_bytes,
                    )
                )
            return False
        if end > size_bytes:
            raise IntegrityError(
                say(
                    "{count} bytes are here of a file that is said to have {size_bytes}",
                    count=end,
                    size_bytes=size_bytes,
                )
            )
        require_fit(self._assurance.pieces, size_bytes)
        self._standing.size_bytes = size_bytes
        self._assurance.learn_size(size_bytes)
        self._hub.size_learned()
        return True

    async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
        """See `IoDispatcher.accept`."""
        standing = self._standing
        while data and self._pours and (poured := self._pours_into(Span(offset, offset + len(data)))):
            await asyncio.wait(poured)
        if standing.failure is not None or standing.is_closing:
            raise standing.failure or LocalError(say("{path} takes no more bytes", path=self._store.file.path))
        if not data:
            return
        if standing.finished_path is not None:
            self.duplicate_bytes += len(data)
            return
        span = Span(offset, offset + len(data))
        if standing.size_bytes is not None and span.end > standing.size_bytes:
            raise IntegrityError(
                say("bytes {span} came for a file of {size_bytes} bytes", span=span, size_bytes=standing.size_bytes)
            )
        for part in list(self._ledger.received.within(span)):
            self.duplicate_bytes += part.size
            self._assurance.came_twice(supplier, part.start, memoryview(data)[part.start - offset : part.end - offset])
        for part in self._ledger.take(supplier, span):
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

    @property
    def is_pouring(self) -> bool:
        return bool(self._pours)

    async def pours_ended(self) -> None:
        """Return when what is being poured now is in the file."""
        if self._pours:
            await asyncio.wait(set(self._pours.values()))

    def _may_pour(self, span: Span) -> bool:
        size_bytes = self._standing.size_bytes
        is_within = size_bytes is not None and span.end <= size_bytes
        is_free = not self._ledger.received.overlaps(span) and not self._pours_into(span)
        return self._standing.takes_bytes and is_within and is_free and not self._store.is_doubted(span)

    def _pours_into(self, span: Span) -> list[asyncio.Task[int]]:
        return [task for other, task in self._pours.items() if other.overlaps(span)]

    async def _pour(self, supplier: SourceId, span: Span, move: Move) -> int:
        try:
            await self._disk.poured.room()
            order = self._assurance.order(span.start)
            if self._standing.failure is not None:
                raise self._standing.failure
            turn = nullcontext() if isinstance(move, WorkingMove) else self._pour_turn
            moved, found = await self._disk.submit_pour(_pour_and_hash, self._store.file, span, move, turn, order)
            if moved:
                run = WriteRun(supplier, span.start)
                run.end = span.start + moved
                if order is not None and found is not None:
                    self._assurance.take_poured(run, order, found)
                self._poured(run)
        except LocalError as error:
            self._tell_failed(error)
            raise
        finally:
            del self._pours[span]
        return moved

    def _poured(self, run: WriteRun) -> None:
        """Bytes are in the file that no memory held; until they are judged they count as waiting."""
        self._disk.poured.take(run.size)
        self._ledger.take(run.supplier, run.span)
        self._hub.arrived(run.span, proven=not self._assurance.is_trusting)
        self._tell_written(run)

    def __repr__(self) -> str:
        return f"<Intake of {self._store.file.path}, {len(self._pours)} pours, {self.duplicate_bytes} bytes twice>"


def _pour_and_hash(
    file: SparseFile, span: Span, move: Move, turn: AbstractContextManager[object], order: PourOrder | None
) -> tuple[int, PouredHashes | None]:
    """Let `move` fill `span` from its start, and hash what came while the cache has it (on a worker).

    Raises `LocalError` where it was not written.
    """
    with turn:
        moved = file.pour_at(span.start, span.size, move)
    if order is None or not moved:
        return moved, None
    try:
        return moved, hash_poured(file, order, Span(span.start, span.start + moved))
    except LocalError:
        return moved, None  # what came is accounted for first; whoever judges it reads it again, and tells of the disk


def _look_away(task: "asyncio.Task[int]") -> None:
    """Nobody may be left to hear how a pour ended; whose job it was is told by `StorageFailed`."""
    if not task.cancelled():
        task.exception()
