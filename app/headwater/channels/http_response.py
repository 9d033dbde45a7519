"""One HTTP answer whose headers are in: its body, read in large pieces.

What came with the headers is in aiohttp's stream; the rest of a plain body is taken from the connection itself
(`direct_body`). What the headers mean was judged before (`http_answer`); cutting and counting is `body_response`'s.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import aiohttp

from headwater.channels.adapters import Adapter, PlainAdapter
from headwater.channels.body_response import BodyResponse
from headwater.channels.direct_body import DirectBody, can_take_over
from headwater.channels.http_errors import FOREIGN, BrokenBodyError, map_body_error
from headwater.channels.read_buffers import ReadBuffers
from headwater.channels.read_pace import ReadPace
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import Move, ResponseFacts
from headwater.model.spans import Span

#: How long an answer whose last byte has come may take to say that it was the last.
_END_PATIENCE_S: Final = 2.0
#: Pieces smaller than this are worth waiting `_GATHER_S` for more.
_GATHER_BYTES: Final = 64 * 1024
_GATHER_S: Final = 0.01


class HttpResponse(BodyResponse):
    """`model.ports.Response` over aiohttp."""

    def __init__(
        self,
        answer: aiohttp.ClientResponse,
        facts: ResponseFacts,
        adapter: Adapter,
        idle_timeout_s: float,
        *,
        buffers: ReadBuffers | None,
        pace: ReadPace,
        is_fast: bool,
    ) -> None:
        """`buffers` where the adapter takes the body as it comes and much may be read at once, else None.

        `is_fast`: the connection brought much at once before.
        """
        super().__init__(facts, adapter)
        self._answer = answer
        self._idle_timeout_s = idle_timeout_s
        self._buffers = buffers
        self._pace = pace
        self._was_fast = is_fast
        self._direct: DirectBody | None = None
        self._has_begun = False
        self._watch_connection()

    @property
    def is_fast(self) -> bool:
        """Whether the connection brings much at once."""
        return self._was_fast if self._direct is None else self._direct.is_fast

    @property
    def pour_span(self) -> Span | None:
        if self._direct is None or not isinstance(self._adapter, PlainAdapter):
            return None
        room = min(self._direct.pour_bytes, self._stop - self._next)
        return Span(self._next, self._next + room) if room > 0 else None

    async def pour(self, into: Callable[[Move], Awaitable[int | None]]) -> int | None:
        assert self._direct is not None
        assert isinstance(self._adapter, PlainAdapter)
        moved = await self._direct.pour(into)
        if moved:
            self._adapter.skip(moved)
            self._next += moved
        if self.is_stopped():
            self._give_up()
        return moved

    async def close(self) -> None:
        if self._ended:
            self._answer.release()
        else:
            self._answer.close()

    def _give_up(self) -> None:
        self._answer.close()

    async def _read(self) -> bytes | memoryview:
        content = self._answer.content
        if not self._facts.spans:
            # An empty file; what a 416 says in its body is not part of it.
            if not content.is_eof():
                self._answer.close()
            return b""
        try:
            is_first, self._has_begun = not self._has_begun, True
            if is_first:
                self._take_over()
                if self._direct is not None and content.total_bytes:
                    return content.read_nowait()  # what came with the headers
            if self._direct is not None:
                async with asyncio.timeout(self._idle_timeout_s):
                    return await self._direct.read()
            if self._adapter.is_complete and not content.is_eof():
                return await self._read_end()
            async with asyncio.timeout(self._idle_timeout_s):
                data = await content.readany()
            if len(data) < _GATHER_BYTES and not is_first and not content.is_eof():
                data += await self._gather()
            return data
        except FOREIGN as error:
            if self.is_stopped():
                return b""
            self._answer.close()
            raise map_body_error(error, self._answer.url.host or "", self._idle_timeout_s) from error

    def _take_over(self) -> None:
        """Let what comes next be read from the connection itself, if that is worth it.

        Before anything is read: by aiohttp each packet has its price, and while many bodies begin the loop has no time
        for anything else.
        """
        if self._buffers is not None and can_take_over(self._answer):
            offset = self._facts.spans[0].start + self._answer.content.total_bytes
            self._direct = DirectBody(self._answer, self._buffers, self._pace, offset, is_fast=self._was_fast)

    async def _gather(self) -> bytes:
        """What comes within a moment: a slow connection wakes its reader for every packet, and each piece has a cost.

        The first bytes of an answer are never held up.
        """
        await asyncio.sleep(_GATHER_S)
        content = self._answer.content
        # An error must not take the bytes with it that came before; the next read meets it.
        return b"" if content.exception() is not None else content.read_nowait()

    async def _read_end(self) -> bytes:
        """Wait a moment for the end of an answer that has brought everything; its connection is spent otherwise."""
        try:
            async with asyncio.timeout(_END_PATIENCE_S):
                data = await self._answer.content.readany()
        except FOREIGN:
            # All promised bytes are here and right; how the connection ends is no longer this file's concern.
            self._answer.close()
            return b""
        if data:
            self._answer.close()
            raise SourceError("The server sent more bytes than it promised.", retry=Retry.NEVER)
        return data

    def _watch_connection(self) -> None:
        """Wake a reader whose connection is gone.

        aiohttp closes the connection at a body that breaks HTTP's rules (a chunk size that is no number), and
        tells nobody who waits for more of that body.
        """
        connection, content = self._answer.connection, self._answer.content
        closed = connection.protocol.closed if connection is not None and connection.protocol is not None else None

        def wake() -> None:
            if not content.is_eof() and content.exception() is None:
                content.set_exception(BrokenBodyError())

        def hear(closed: asyncio.Future[None]) -> None:
            if not closed.cancelled():
                closed.exception()  # how it ended is told to readers of the body by other ways
            wake()

        if closed is None:  # it is gone already
            wake()
        else:
            closed.add_done_callback(hear)
