"""A reader's view of a job's file that outlives its runs: while it comes, through pauses, and when it is done.

While the job runs, reads go to the dispatcher's own stream (`content.output_stream`); between runs they wait; after
the end they come from the finished file. The rule: a reader never sees which of the three it is; what it waits
for is known from the first moment, also while there is nothing yet to read from; and what it was given stays in one
book, so that it is told when any of it proves wrong, however much later.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

from headwater.content.blocking_stream import BlockingStream
from headwater.content.deliveries import Deliveries
from headwater.content.disk_pool import DiskPool
from headwater.content.output_stream import BLOCKED_WINDOW_BYTES
from headwater.model.errors import HeadwaterError, LocalError, UserError
from headwater.model.ports import OutputStream
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import Span
from headwater.model.wording import say

#: Longest read from a finished file in one step.
_MOST_BYTES: Final = 4 * 1024**2


class FinishedFile:
    """`model.ports.OutputStream` on a file that is complete."""

    def __init__(self, path: Path, size_bytes: int, disk: DiskPool, deliveries: Deliveries) -> None:
        self._path, self._size_bytes, self._disk = path, size_bytes, disk
        self._deliveries = deliveries
        self._is_aborted = False

    @property
    def reader_id(self) -> ReaderId:
        return ReaderId(0)

    @property
    def size_bytes(self) -> int | None:
        return self._size_bytes

    async def read_at(self, offset: int, size: int) -> bytes:
        if self._is_aborted:
            raise UserError("This stream was aborted")
        size = min(size, self._size_bytes - offset, _MOST_BYTES)
        if size <= 0:
            return b""
        data = await self._disk.run(size, self._read, offset, size)
        self._deliveries.give(Span(offset, offset + len(data)))
        return data

    def _read(self, offset: int, size: int) -> bytes:
        try:
            with self._path.open("rb") as file:
                file.seek(offset)
                data = file.read(size)
        except OSError as error:
            raise LocalError(
                say("{path} cannot be read: {reason}", path=self._path, reason=error.strerror or error)
            ) from error
        if not data:
            raise LocalError(say("{path} is shorter than it was when it was finished", path=self._path))
        return data

    def wish(self, position: int, window_bytes: int) -> None:
        """Everything is here: nothing to wish for."""

    def take_revoked(self) -> tuple[Span, ...]:
        return self._deliveries.take_revoked()

    async def until_revoked(self) -> None:
        await self._deliveries.until_revoked()

    def abort(self) -> None:
        self._is_aborted = True

    def __repr__(self) -> str:
        return f"<FinishedFile {self._path}>"


class JobStream:
    """`model.ports.OutputStream` over all of a job's life. `forget` is called once when it is aborted.

    `moved()` is called when `early_wishes` changed. `deliveries` is the book of a reader that has several streams.
    """

    def __init__(
        self,
        number: ReaderId,
        strict: bool,
        forget: Callable[["JobStream"], None],
        moved: Callable[[], None] = lambda: None,
        deliveries: Deliveries | None = None,
    ) -> None:
        self._number = number
        self.strict = strict
        #: What the reader was given, in all runs.
        self.deliveries = deliveries or Deliveries()
        self._forget = forget
        self._moved = moved
        self._inner: OutputStream | None = None
        self._failure: HeadwaterError | None = None
        self._changed = asyncio.Event()
        self._size_bytes: int | None = None
        self._wish: tuple[int, int] | None = None
        self._early: list[Span] = []
        self._is_aborted = False

    # ---- for readers -------------------------------------------------------------------------------------

    @property
    def reader_id(self) -> ReaderId:
        return self._number

    @property
    def size_bytes(self) -> int | None:
        """The file's size, None while it is not known."""
        if self._inner is not None and self._inner.size_bytes is not None:
            self._size_bytes = self._inner.size_bytes
        return self._size_bytes

    async def read_at(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset`, at least one unless the file ends there; waits until they came.

        Raises `HeadwaterError` when the job failed or the stream was aborted.
        """
        while True:
            inner = await self._until_readable(Span(offset, offset + size)) if size else await self._current()
            try:
                return await inner.read_at(offset, size)
            except HeadwaterError:
                if self._inner is inner:
                    raise

    def wish(self, position: int, window_bytes: int) -> None:
        """Say what will be wanted next."""
        self._wish = (position, window_bytes)
        if self._inner is not None:
            self._inner.wish(position, window_bytes)
        else:
            self._moved()

    def take_revoked(self) -> tuple[Span, ...]:
        """What was given and proved wrong since this was last asked; it can be read anew, and waits if it has to."""
        return self.deliveries.take_revoked()

    async def until_revoked(self) -> None:
        """Return when `take_revoked` has something to tell; never, where nothing is revoked."""
        await self.deliveries.until_revoked()

    def abort(self) -> None:
        """Wake every waiting read with an error, and take the wish back. Harmless when repeated."""
        if self._is_aborted:
            return
        self._is_aborted = True
        self._swap(None)
        self._forget(self)
        self._moved()

    async def size(self) -> int:
        """The file's size; waits until it is known. Raises like `read_at`."""
        while (size := self.size_bytes) is None:
            await self._current()
            if self.size_bytes is None:
                await self._changed.wait()
        return size

    def blocking(self) -> BlockingStream:
        """A file object on this stream for threads other than the loop's."""
        return BlockingStream(self, asyncio.get_running_loop())

    # ---- for the engine ----------------------------------------------------------------------------------

    @property
    def early_wishes(self) -> tuple[Wish, ...]:
        """What it waits for and wishes while there is nothing to read from; a stream tells its own wishes itself."""
        if self._inner is not None or self._is_aborted:
            return ()
        wishes = [
            Wish(self._number, span.start, max(span.size, BLOCKED_WINDOW_BYTES), Urgency.BLOCKED)
            for span in self._early[-1:]
        ]
        if self._wish is not None and self._wish[1] > 0:
            wishes.append(Wish(self._number, *self._wish, Urgency.PLAYING))
        return tuple(wishes)

    def attach(self, inner: OutputStream) -> None:
        """From now on read from `inner`."""
        self._failure = None
        self._swap(inner)
        if self._wish is not None:
            inner.wish(*self._wish)

    def size_learned(self) -> None:
        """The inner stream knows the size now."""
        self._wake()

    def detach(self) -> None:
        """The run ended: reads wait for the next."""
        self._swap(None)

    def fail(self, error: HeadwaterError) -> None:
        """The job failed: reads raise `error` until it runs again."""
        self._failure = error
        self._swap(None)

    def _swap(self, inner: OutputStream | None) -> None:
        before, self._inner = self._inner, inner
        if before is not None:
            before.abort()
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    async def _until_readable(self, span: Span) -> OutputStream:
        """As `_current`, and tells meanwhile what is waited for."""
        if self._inner is not None:
            return self._inner
        self._early.append(span)
        self._moved()
        try:
            return await self._current()
        finally:
            self._early.remove(span)
            self._moved()

    async def _current(self) -> OutputStream:
        while self._inner is None:
            if self._is_aborted:
                raise UserError("This stream was aborted")
            if self._failure is not None:
                raise self._failure
            await self._changed.wait()
        return self._inner

    def __repr__(self) -> str:
        return f"<JobStream {self._number} on {self._inner!r}>"
