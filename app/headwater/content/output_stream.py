"""Output streams: any number of readers of one file while it comes, each with its own position and wish.

`StreamHub` belongs to one file: it wakes readers when bytes arrive, gathers their wishes and reports them joined.
A reader's read waits until the bytes are there (strict readers: until they are proven); who was given bytes that are
given up later is told (`content.deliveries`). Nothing here stores, orders or fetches bytes. `content.blocking_stream`
is the face for threads.
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import Final, Protocol

from headwater.content.blocking_stream import BlockingStream
from headwater.content.deliveries import Deliveries
from headwater.model.errors import HeadwaterError
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import Span

#: What a reader is taken to want behind its position until it says otherwise.
DEFAULT_WINDOW_BYTES: Final = 1024**2
#: The least asked for a reader that stands still: small, so that it comes soon.
BLOCKED_WINDOW_BYTES: Final = 64 * 1024
#: Moves of a position are joined this long; a reader that stands still is told of at once.
_JOIN_MOVES_S: Final = 0.05


class StreamAbortedError(HeadwaterError):
    """The reader's own side ended the stream."""


class StreamSource(Protocol):
    """What streams read from."""

    @property
    def size_bytes(self) -> int | None: ...

    def readable_end(self, offset: int, *, strict: bool) -> int:
        """End of the unbroken readable bytes at `offset`; `offset` itself when there are none yet."""
        ...

    def needed_for(self, span: Span, *, strict: bool) -> Span:
        """What has to come before `span` can be read: more than itself where it has to be proven first."""
        ...

    async def read(self, offset: int, size: int) -> bytes:
        """Up to `size` readable bytes, at least one."""
        ...


class FileStream:
    """One reader (`model.ports.OutputStream`). Opened by `StreamHub.open`, ended by `abort`."""

    def __init__(self, hub: "StreamHub", reader_id: ReaderId, *, strict: bool, deliveries: Deliveries) -> None:
        self._hub = hub
        self._reader_id = reader_id
        self.strict = strict
        self.deliveries = deliveries
        self._position = 0
        self._window_bytes = DEFAULT_WINDOW_BYTES
        self._wants = False
        self._blocked: list[Span] = []
        self._ended: HeadwaterError | None = None

    @property
    def reader_id(self) -> ReaderId:
        return self._reader_id

    @property
    def size_bytes(self) -> int | None:
        return self._hub.source.size_bytes

    async def read_at(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset`, at least one unless the file ends there; waits until they came.

        Raises `HeadwaterError` when the job failed, `StreamAbortedError` after `abort`, `ValueError` for a negative
        offset or size.
        """
        if offset < 0 or size < 0:
            raise ValueError("offset and size must not be negative")
        source = self._hub.source
        while size:
            self._raise_if_over()
            if source.size_bytes is not None and offset >= source.size_bytes:
                self._moved_to(offset)
                break
            end = source.readable_end(offset, strict=self.strict)
            if end > offset:
                losses = self._hub.losses
                data = await source.read(offset, min(size, end - offset))
                self._raise_if_over()
                if self._hub.losses != losses:
                    continue  # bytes were given up while these were read: they may be among them
                self.deliveries.give(Span(offset, offset + len(data)))
                self._moved_to(offset + len(data))
                return data
            await self._stand_still(offset, size)
        return b""

    async def size(self) -> int:
        """The file's size; waits until it is known. Raises like `read_at`."""
        while (size := self.size_bytes) is None:
            self._raise_if_over()
            await self._hub.until_size_known()
        return size

    def wish(self, position: int, window_bytes: int) -> None:
        """Say what will be wanted next; a window of 0 bytes takes the wish back."""
        self._position, self._window_bytes, self._wants = position, window_bytes, window_bytes > 0
        self._hub.wishes_moved(at_once=True)

    def take_revoked(self) -> tuple[Span, ...]:
        """What was given and proved wrong since this was last asked; it can be read anew, and waits if it has to."""
        return self.deliveries.take_revoked()

    async def until_revoked(self) -> None:
        """Return when `take_revoked` has something to tell; never, where nothing is revoked."""
        await self.deliveries.until_revoked()

    def abort(self) -> None:
        """Wake every waiting read with `StreamAbortedError`, and take the wish back. Harmless when repeated."""
        self.end(StreamAbortedError("the reader ended the stream"))

    def end(self, reason: HeadwaterError) -> None:
        """Every read from now on, and those that wait, fail with `reason`."""
        if self._ended is None:
            self._ended = reason
            self._wants = False
            self._hub.remove(self)

    def blocking(self) -> BlockingStream:
        """A file object on this stream for threads other than the loop's. Call it on the loop's thread."""
        return BlockingStream(self, asyncio.get_running_loop())

    @property
    def current_wishes(self) -> tuple[Wish, ...]:
        """What it stands still for, and the window that it said it wants; none, one or both."""
        wishes: list[Wish] = []
        if self._blocked:
            span = self._blocked[-1]
            size_bytes = max(span.size, BLOCKED_WINDOW_BYTES)
            wishes.append(Wish(self._reader_id, span.start, size_bytes, Urgency.BLOCKED))
        size = self.size_bytes
        if self._wants and (size is None or self._position < size):
            wishes.append(Wish(self._reader_id, self._position, self._window_bytes, Urgency.PLAYING))
        return tuple(wishes)

    def _raise_if_over(self) -> None:
        reason = self._ended or self._hub.failure
        if reason is not None:
            raise reason

    def _moved_to(self, position: int) -> None:
        if position != self._position or not self._wants:
            self._position, self._wants = position, True
            self._window_bytes = self._window_bytes or DEFAULT_WINDOW_BYTES
            self._hub.wishes_moved(at_once=False)

    async def _stand_still(self, offset: int, size: int) -> None:
        span = self._hub.source.needed_for(Span(offset, offset + size), strict=self.strict)
        self._blocked.append(span)
        self._hub.wishes_moved(at_once=True)
        try:
            await self._hub.until_changed(self, offset)
        finally:
            self._blocked.remove(span)
            self._hub.wishes_moved(at_once=False)

    def __repr__(self) -> str:
        state = "ended" if self._ended else "blocked" if self._blocked else "open"
        return f"<FileStream {self._reader_id} at {self._position}, {'strict, ' if self.strict else ''}{state}>"


class StreamHub:
    """The readers of one file. `report(wishes)` is called with all wishes whenever they changed."""

    def __init__(self, source: StreamSource, report: Callable[[tuple[Wish, ...]], None]) -> None:
        self.source = source
        #: Why every read fails, while the job has failed.
        self.failure: HeadwaterError | None = None
        #: How many times bytes were given up: what was being read at such a moment is read again.
        self.losses = 0
        self._report = report
        self._streams: dict[ReaderId, FileStream] = {}
        self._next_id = 1
        self._waiting: dict[asyncio.Future[None], tuple[FileStream, int]] = {}
        self._size_waiting: set[asyncio.Future[None]] = set()
        self._timer: asyncio.Handle | None = None
        self._timer_is_prompt = False
        self._reported: tuple[Wish, ...] = ()

    def open(self, *, strict: bool = False, deliveries: Deliveries | None = None) -> FileStream:
        """A new reader; `deliveries` is its book where it has had one before."""
        stream = FileStream(self, ReaderId(self._next_id), strict=strict, deliveries=deliveries or Deliveries())
        self._next_id += 1
        self._streams[stream.reader_id] = stream
        return stream

    def remove(self, stream: FileStream) -> None:
        """A stream ended: wake what waits on it."""
        self._streams.pop(stream.reader_id, None)
        self._wake_all()
        self.wishes_moved(at_once=True)

    def arrived(self, span: Span, *, proven: bool) -> None:
        """Bytes became readable: for all, or (when `proven`) for strict readers too."""
        for future, (stream, offset) in self._waiting.items():
            if offset in span and (proven or not stream.strict) and not future.done():
                future.set_result(None)

    def proven(self, span: Span) -> None:
        """Bytes are proven: strict readers may have them, too."""
        self.arrived(span, proven=True)

    def revoked(self, spans: Iterable[Span]) -> None:
        """Bytes were wrong and are given up: tell whoever was given any of them."""
        self.losses += 1
        for stream in self._streams.values():
            stream.deliveries.revoke(spans)

    def doubted(self, spans: Iterable[Span]) -> None:
        """Bytes come again, to be compared with what they were."""
        self.losses += 1
        for stream in self._streams.values():
            stream.deliveries.doubt(spans)

    def differed(self, spans: Iterable[Span]) -> None:
        """Doubted bytes came again, and are others now: tell whoever was given what they were."""
        for stream in self._streams.values():
            stream.deliveries.differ(spans)

    def size_learned(self) -> None:
        """The file's end is known: reads behind it are over."""
        self._wake_all()

    def fail(self, reason: HeadwaterError | None) -> None:
        """Fail every read with `reason` until it is taken back (None)."""
        self.failure = reason
        self._wake_all()

    def close(self, reason: HeadwaterError) -> None:
        """End every stream."""
        for stream in tuple(self._streams.values()):
            stream.end(reason)
        if self._timer is not None:
            self._timer.cancel()
            self._tell()

    async def until_changed(self, stream: FileStream, offset: int) -> None:
        """Wait until `offset` may have become readable for `stream`, or everything is over."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting[future] = (stream, offset)
        try:
            await future
        finally:
            del self._waiting[future]

    async def until_size_known(self) -> None:
        """Wait until the size may be known, or everything is over."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._size_waiting.add(future)
        try:
            await future
        finally:
            self._size_waiting.discard(future)

    def wishes_moved(self, *, at_once: bool) -> None:
        """Some reader's wish changed: report soon, joined with the changes that come until then."""
        if self._timer is not None:
            if self._timer_is_prompt or not at_once:
                return
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_soon(self._tell) if at_once else loop.call_later(_JOIN_MOVES_S, self._tell)
        self._timer_is_prompt = at_once

    def _tell(self) -> None:
        self._timer = None
        wishes = tuple(wish for stream in self._streams.values() for wish in stream.current_wishes)
        if wishes != self._reported:
            self._reported = wishes
            self._report(wishes)

    def _wake_all(self) -> None:
        for future in (*self._waiting, *self._size_waiting):
            if not future.done():
                future.set_result(None)

    def __repr__(self) -> str:
        return f"<StreamHub {len(self._streams)} readers, {len(self._waiting)} waiting>"
