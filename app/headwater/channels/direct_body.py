"""The rest of a plain body, received from the transport straight into large buffers.

aiohttp's parser has read the headers and what came with them; for the rest of a body of known length there is nothing
to parse, and each copy would cost as much as the receiving. The rule: no byte behind the body gets into it, and when
the last one is here the connection goes back to aiohttp as if its parser had read them all.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

import aiohttp

from headwater.channels.flow_judge import FlowJudge
from headwater.channels.pouring import PlainSpring, Spring, can_pour
from headwater.channels.read_buffers import SIZES, ReadBuffers
from headwater.channels.read_pace import ReadPace
from headwater.channels.tls_claim import can_claim
from headwater.channels.tls_pouring import TlsSpring
from headwater.model.ports import Move

#: Less than this is not worth the change of hands.
WORTH_BYTES: Final = 64 * 1024
#: Most that is poured at once, but for a rest that would not be worth a worker of its own; and what is.
_POUR_BYTES: Final = 8 * 1024**2
_LEAST_POUR_BYTES: Final = 512 * 1024
#: Buffers of connections that bring little at a time, and of those that fill them without a pause.
_SLOW_BYTES, _FAST_BYTES = SIZES[-2:]
#: How long bytes of a fast connection wait for a buffer to be full.
_GATHER_S: Final = 0.01
#: A body's last bytes are taken as they come: the next request waits for them.
_LAST_BYTES: Final = 32 * 1024
#: Where a body will end so soon, it is read then, and not when its turn comes.
_SOON_S: Final = 0.06


def can_take_over(answer: aiohttp.ClientResponse) -> bool:
    """Whether what has not come of the body is known, large and nowhere but on the connection."""
    connection, content, length = answer.connection, answer.content, _length(answer)
    if connection is None or connection.transport is None or connection.transport.is_closing() or length is None:
        return False
    return length - content.total_bytes >= WORTH_BYTES and content.exception() is None


def _length(answer: aiohttp.ClientResponse) -> int | None:
    return None if "Transfer-Encoding" in answer.headers else answer.content_length


def _find_spring(transport: asyncio.Transport) -> Spring | None:
    if transport.get_extra_info("sslcontext") is None:
        return PlainSpring(transport) if can_pour() else None
    return TlsSpring(transport) if can_claim(transport) else None


class DirectBody(asyncio.BufferedProtocol):
    """Stands in for aiohttp's protocol until the body's last byte."""

    def __init__(
        self, answer: aiohttp.ClientResponse, buffers: ReadBuffers, pace: ReadPace, offset: int, *, is_fast: bool
    ) -> None:
        """Takes the connection over; `can_take_over` must have allowed it.

        `offset` is where in the file the bytes that are left begin. Buffers end where the file's own blocks do, so that
        they are written as whole ones. `is_fast`: the connection brought much at once before.
        """
        connection = answer.connection
        assert connection is not None
        assert connection.transport is not None
        assert connection.protocol is not None
        self._answer = answer
        self._transport = connection.transport
        self._keeper = connection.protocol
        self._left = (_length(answer) or 0) - answer.content.total_bytes
        self._buffers = buffers
        self._loop = asyncio.get_running_loop()
        self._pace = pace
        self._judge = FlowJudge(self._loop.time(), is_fast=is_fast)
        self._gathers = False
        self._offset = offset
        self._view = self._next_view()
        self._taken = self._filled = 0
        self._full: deque[memoryview] = deque()
        self._is_paused = False
        self._is_over = False
        self._has_begun = False
        self._spring = _find_spring(self._transport)
        self._error: Exception | None = None
        self._reader: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._transport.set_protocol(self)

    # ---- the reader's side -------------------------------------------------------------------------------

    @property
    def is_fast(self) -> bool:
        """Whether bytes come faster than they are taken out. Those of other connections gather before they are read."""
        return self._judge.is_fast

    @property
    def held_bytes(self) -> int:
        """Bytes that came and were not read yet."""
        return sum(len(data) for data in self._full) + self._filled - self._taken

    async def read(self) -> memoryview:
        """The next bytes, nothing after the last. Raises `OSError` when the connection ended before, after what came.

        They may be kept as long as they are needed.
        """
        while not self._full and not self._is_over and not (self._filled > self._taken and self._gathers):
            self._resume()
            self._reader = self._loop.create_future()
            if self._filled > self._taken:
                self._wait_for_more()
            try:
                await self._reader
            finally:
                self._reader = None
            if self._filled > self._taken:
                break
        if self._full:
            data = self._full.popleft()
            self._resume()
            return data
        if self._filled > self._taken:
            return self._take_part()
        if self._error is not None:
            raise self._error
        return memoryview(b"")

    @property
    def pour_bytes(self) -> int:
        """How many bytes that follow may be poured: few enough to be asked again soon, and never the body's last one,
        behind which nothing may follow. 0 where they have to be read, or come too slowly to be worth a worker."""
        if self._spring is None or not self.is_fast or self._is_over or self.held_bytes or self._transport.is_closing():
            return 0
        room = self._left - 1
        if room < _LEAST_POUR_BYTES:
            return 0
        return room if room < _POUR_BYTES + _LEAST_POUR_BYTES else _POUR_BYTES

    async def pour(self, into: Callable[[Move], Awaitable[int | None]]) -> int | None:
        """Let `into` move bytes that follow those read: up to `pour_bytes`, which must not be 0.

        Whoever leaves it early, by an error or by cancellation, leaves a connection that is spent.
        """
        moved = await self._pour(into)
        # Nothing for a moment may be a busy server; what is read instead costs several times as much.
        return await self._pour(into) if moved == 0 and self.pour_bytes else moved

    async def _pour(self, into: Callable[[Move], Awaitable[int | None]]) -> int | None:
        assert self._spring is not None
        self._pause()
        if self._judge.pours_little:
            await self._pace.moment()
            if self._transport.is_closing():
                return 0
        move = self._spring.open()
        try:
            moved = None if move is None else await into(move)
        except BaseException:
            self._transport.abort()  # a worker may still be at it, and nobody else may then
            raise
        if moved is None:
            self._spring.close()
            self._spring = None
            return None
        self._offset += moved
        self._left -= moved
        self._judge.poured(moved, self._loop.time())
        return moved

    def _pause(self) -> None:
        if not self._is_paused:
            self._is_paused = True
            self._transport.pause_reading()

    def _resume(self) -> None:
        if self._is_paused and not self._is_over and not self._gathers:
            self._is_paused = False
            if self._spring is not None:
                self._spring.close()
            self._transport.resume_reading()

    def _take_part(self) -> memoryview:
        """What is in a buffer that still fills."""
        data = self._view[self._taken : self._filled]
        self._taken = self._filled
        self._judge.waited(self._filled, self._loop.time())
        return data

    def _wake(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)

    def _wait_for_more(self) -> None:
        if self._timer is None and self._reader is not None:
            self._timer = self._loop.call_later(_GATHER_S, self._wake)

    def _gather(self) -> None:
        """Leave what comes next to the system for a moment: there was nothing more to take."""
        self._gathers = True
        self._judge.gathers(self._loop.time())
        self._pause()
        rest_s = self._judge.rest_s(self._left)
        if rest_s < _SOON_S:
            self._loop.call_later(rest_s, self._go_on)
        else:
            self._pace.wait(self._go_on)

    def _go_on(self) -> None:
        self._gathers = False
        self._resume()

    # ---- asyncio.BufferedProtocol ------------------------------------------------------------------------

    def get_buffer(self, sizehint: int) -> memoryview:  # noqa: ARG002  # asyncio's name; it knows no better than we do
        # One byte more than is to come: whoever sends it must not be asked again on this connection.
        return self._view[self._filled : self._filled + self._left + 1]

    def buffer_updated(self, nbytes: int) -> None:
        if self._is_over:
            self._transport.abort()  # only a transport that reads ahead of us still has something to bring
            return
        wanted = min(nbytes, self._left)
        self._filled += wanted
        self._offset += wanted
        self._left -= wanted
        self._judge.read(wanted, self._loop.time())
        if self._left == 0:
            self._put_aside(memoryview(bytearray(1)))
            self._hand_back(is_spoiled=wanted < nbytes)
        elif self._filled == len(self._view):
            self._put_aside(self._next_view())
            # What a slow reader leaves stays in the system's buffers, and stops the server in the end.
            self._pause()
            self._wake()
        elif self.is_fast or self._left < _LAST_BYTES or self._judge.is_watched(self._loop.time()):
            if self._has_begun:
                self._wait_for_more()
            else:
                self._wake()  # an answer's first bytes are not held up
        else:
            self._gather()
            self._wake()
        self._has_begun = True

    def _next_view(self) -> memoryview:
        view = memoryview(self._buffers.take(_FAST_BYTES if self.is_fast else _SLOW_BYTES))
        return view[: len(view) - self._offset % len(view)]

    def _put_aside(self, next_view: memoryview) -> None:
        """Give the reader what is in the buffer, and fill another."""
        self._full.append(self._view[self._taken : self._filled])
        self._view = next_view
        self._taken = self._filled = 0

    def _hand_back(self, *, is_spoiled: bool) -> None:
        """The body is complete: let aiohttp keep the connection for the next request, or close it."""
        self._is_over = True
        self._transport.set_protocol(self._keeper)
        if is_spoiled:
            self._keeper.force_close()
        # Its parser still expects this body; a new one takes whatever comes now for the answer to nothing.
        self._keeper.set_response_params()
        self._answer.content.feed_eof()
        self._wake()

    def eof_received(self) -> bool:
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        if not self._is_over:
            self._is_over = True
            self._error = exc if isinstance(exc, OSError) else ConnectionResetError("the body is not complete")
            self._wake()
        self._keeper.connection_lost(exc)

    def pause_writing(self) -> None:
        self._keeper.pause_writing()

    def resume_writing(self) -> None:
        self._keeper.resume_writing()

    def __repr__(self) -> str:
        return f"<DirectBody {self.held_bytes} bytes held, {self._left} to come{', over' if self._is_over else ''}>"
