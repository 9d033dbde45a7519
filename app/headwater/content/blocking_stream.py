"""The blocking face of an output stream, for threads: FFmpeg's, `zipfile`'s, anybody's but the loop's.

A seekable, readable raw file object. A read waits for its bytes and is only short at the end of the file;
`abort` may be called from any thread, and works even when the loop stands still.
"""

import asyncio
import concurrent.futures
import contextlib
import io
import os
import threading
from collections.abc import Coroutine
from typing import Any, Protocol, TypeVar

from headwater.model.errors import HeadwaterError, UserError

R = TypeVar("R")


class AsyncStream(Protocol):
    """What is needed of the async face."""

    @property
    def size_bytes(self) -> int | None: ...

    async def read_at(self, offset: int, size: int) -> bytes: ...

    async def size(self) -> int: ...

    def abort(self) -> None: ...


class BlockingStream(io.RawIOBase):
    """A raw binary file over a stream. One thread reads at a time; others wait their turn."""

    def __init__(self, stream: AsyncStream, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._stream = stream
        self._loop = loop
        self._loop_thread = threading.get_ident()
        self._position = 0
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._waiting: concurrent.futures.Future[Any] | None = None
        self._is_aborted = False

    @property
    def size_bytes(self) -> int | None:
        """The file's size as far as it is known; never waits."""
        return self._stream.size_bytes

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move, also behind the end; from the end it waits until the size is known."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position}.get(whence)
        if base is None:
            if whence != os.SEEK_END:
                raise ValueError(f"unknown whence {whence}")
            size = self._stream.size_bytes
            base = size if size is not None else self._wait(self._stream.size())
        if base + offset < 0:
            raise ValueError("a position before the file's first byte")
        self._position = base + offset
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer`; fewer bytes only at the end of the file. Raises `HeadwaterError`, also after `abort`."""
        with self._turn, memoryview(buffer).cast("B") as view:
            filled = 0
            while filled < len(view):
                data = self._wait(self._stream.read_at(self._position, len(view) - filled))
                if not data:
                    break
                view[filled : filled + len(data)] = data
                filled += len(data)
                self._position += len(data)
            return filled

    def read_some(self, size: int) -> bytes:
        """Between 1 and `size` bytes, as soon as there are any; empty at the end. Raises like `readinto`."""
        with self._turn:
            data = self._wait(self._stream.read_at(self._position, size))
            self._position += len(data)
            return data

    def abort(self) -> None:
        """Wake a waiting read with an error; every later one fails too. From any thread."""
        with self._guard:
            self._is_aborted = True
            waiting = self._waiting
        if waiting is not None:
            waiting.cancel()
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody is left to be told
            self._loop.call_soon_threadsafe(self._stream.abort)

    def close(self) -> None:
        if not self.closed:
            self.abort()
        super().close()

    def _wait(self, step: Coroutine[Any, Any, R]) -> R:
        """Run a step on the loop and wait for it here."""
        if threading.get_ident() == self._loop_thread:
            step.close()
            raise UserError("the blocking face must not be used on the loop's own thread: it would wait for itself")
        with self._guard:
            if self._is_aborted:
                step.close()
                raise HeadwaterError("the reader ended the stream")
            future = asyncio.run_coroutine_threadsafe(step, self._loop)
            self._waiting = future
        try:
            return future.result()
        except concurrent.futures.CancelledError as error:
            raise HeadwaterError("the reader ended the stream") from error
        finally:
            with self._guard:
                self._waiting = None

    def __repr__(self) -> str:
        return f"<BlockingStream at {self._position}{', aborted' if self._is_aborted else ''} of {self._stream!r}>"
