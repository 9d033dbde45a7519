"""The way of received bytes into the part file: buffer, write on the worker pool, readable all the while.

Loop side only; the blocking work is `SparseFile`'s. Bytes are charged to the pool's budget when they are put in and
until `release`, so that a slow disk or a slow hash stops whoever brings more.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final, TypeAlias

from headwater.content.disk_pool import DiskPool
from headwater.content.sparse_file import SparseFile
from headwater.content.write_buffer import RUN_BYTES, WriteBuffer, WriteRun
from headwater.model.errors import LocalError
from headwater.model.hashing import TREE_LEAF_BYTES
from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import say

#: Short runs are written together, as far as others need not wait long for a worker, nor whoever brings bytes for room.
_BATCH_BYTES: Final = 4 * 1024**2

#: What came of comparing parts of a run with the file: span, and what of it differs.
_Compared: TypeAlias = tuple[tuple[Span, tuple[Span, ...]], ...]
#: What became of a run: compared and written, or why not.
_Outcome: TypeAlias = _Compared | LocalError


class PartStore:
    """One job's part file and write buffer. `written`, `refused` and `compared` hear what became of runs."""

    def __init__(
        self,
        file: SparseFile,
        disk: DiskPool,
        *,
        flush_after_s: float | None,
        written: Callable[[WriteRun], None],
        refused: Callable[[WriteRun, LocalError], None],
        compared: Callable[[SourceId, Span, Sequence[Span]], None],
    ) -> None:
        """Called on the loop's thread: `written(run)`, `refused(run, error)`, and before `written`, where the
        file held an earlier copy of the bytes (see `doubt`), `compared(supplier, span, differing)`.
        """
        self.file = file
        self._disk = disk
        self._buffer = WriteBuffer(min(RUN_BYTES, max(1, disk.budget.limit_bytes // 8)))
        self._flush_after_s = flush_after_s
        self._flush_timer: asyncio.TimerHandle | None = None
        self._tell_written = written
        self._tell_refused = refused
        self._tell_compared = compared
        self._doubted = SpanSet()
        self._in_flight: set[asyncio.Future[list[_Outcome]]] = set()

    def put(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
        """Take bytes that are not in the file; their write begins now or soon."""
        budget = self._disk.budget
        budget.take(len(data))
        run = self._buffer.add(supplier, offset, data)
        if run is not None:
            self._write(run)
        if not budget.has_room and not self._in_flight:
            self.write_all()  # what waits to grow must not be what everybody waits for
        while self._buffer.open_bytes * 4 > budget.limit_bytes:
            self._write(self._buffer.take_longest())
        if self._buffer.open_bytes and self._flush_timer is None and self._flush_after_s is not None:
            self._flush_timer = asyncio.get_running_loop().call_later(self._flush_after_s, self.write_all)

    def write_all(self) -> None:
        """Begin to write everything put in so far."""
        if self._flush_timer is not None:
            self._flush_timer.cancel()
            self._flush_timer = None
        batch: list[WriteRun] = []
        for run in self._buffer.take_all():
            batch.append(run)
            if sum(one.size for one in batch) >= _BATCH_BYTES:
                self._write(*batch)
                batch = []
        if batch:
            self._write(*batch)

    async def flush(self) -> None:
        """Return when everything put in so far was written or refused."""
        self.write_all()
        if self._in_flight:
            await asyncio.wait(set(self._in_flight))
            await asyncio.sleep(0)  # let the callbacks of the last one run

    def doubt(self, spans: Iterable[Span]) -> None:
        """The file's bytes in `spans` come again: compare before they are overwritten."""
        self._doubted.update(spans)

    def is_doubted(self, span: Span) -> bool:
        """Whether bytes in `span` have to be compared before they are overwritten."""
        return self._doubted.overlaps(span)

    @property
    def is_idle(self) -> bool:
        """Whether everything put in was written or refused."""
        return not self._in_flight and not self._buffer.open_bytes

    def release(self, run: WriteRun) -> None:
        """Nobody needs the run's bytes any more."""
        (self._disk.budget if run.buffers else self._disk.poured).give_back(run.size)

    async def read(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset`, at least one; they must have been put in or be in the file."""
        data = self._buffer.read(offset, size)
        if data:
            return data
        end = min(offset + size, self._buffer.next_start(offset))
        return await asyncio.shield(self._disk.submit_read(self.file.read_at, offset, end - offset))

    async def close(self) -> None:
        """Write what is left and close the file."""
        await self.flush()
        self.file.close()

    def _write(self, *runs: WriteRun) -> None:
        """Hand runs to a worker, all at once: a hand-over costs more than a small write."""
        doubted = [tuple(self._doubted.within(run.span)) for run in runs]
        for spans in doubted:
            self._doubted.difference_update(spans)
        future = self._disk.submit(_write_runs, self.file, tuple(zip(runs, doubted, strict=True)))
        self._in_flight.add(future)
        future.add_done_callback(partial(self._wrote, runs))

    def _wrote(self, runs: Sequence[WriteRun], future: "asyncio.Future[list[_Outcome]]") -> None:
        self._in_flight.discard(future)
        error = future.exception()
        for run, outcome in zip(runs, future.result() if error is None else [error] * len(runs), strict=True):
            self._buffer.settle(run)
            if isinstance(outcome, BaseException):
                self._refuse(run, outcome)
                continue
            for span, differing in outcome:
                self._tell_compared(run.supplier, span, differing)
            self._tell_written(run)

    def _refuse(self, run: WriteRun, error: BaseException) -> None:
        self.release(run)
        if not isinstance(error, LocalError):
            error, cause = (
                LocalError(say("{path} could not be written: {reason}", path=self.file.path, reason=error)),
                error,
            )
            error.__cause__ = cause
        self._tell_refused(run, error)

    def __repr__(self) -> str:
        return f"<PartStore {self.file!r} {self._buffer!r}, {len(self._in_flight)} writes in flight>"


def _write_runs(file: SparseFile, runs: Sequence[tuple[WriteRun, Sequence[Span]]]) -> list[_Outcome]:
    """Write runs one after another (on a worker); where one is refused, the next may yet find room."""
    outcomes: list[_Outcome] = []
    for run, doubted in runs:
        try:
            outcomes.append(_write_run(file, run, doubted))
        except LocalError as error:
            outcomes.append(error)
    return outcomes


def _write_run(file: SparseFile, run: WriteRun, doubted: Sequence[Span]) -> _Compared:
    """Compare `doubted` parts with what the file has, then write the run."""
    data = memoryview(b"".join(run.buffers)) if doubted else memoryview(b"")
    compared = tuple((span, _differing(file, span, data[span.start - run.start :])) for span in doubted)
    file.write_at(run.start, run.buffers)
    return compared


def _differing(file: SparseFile, span: Span, data: memoryview) -> tuple[Span, ...]:
    """The 16 KiB parts of `span` in which `data` is not what the file has."""
    kept = memoryview(file.read_at(span.start, span.size))
    return tuple(
        Span(span.start + at, min(span.end, span.start + at + TREE_LEAF_BYTES))
        for at in range(0, span.size, TREE_LEAF_BYTES)
        if kept[at : at + TREE_LEAF_BYTES] != data[at : min(span.size, at + TREE_LEAF_BYTES)]
    )
