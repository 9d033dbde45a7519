"""One HTTP answer whose headers are in: its body, read in large pieces and adapted to the file's bytes.

Reads from aiohttp's stream and feeds an adapter; what the headers mean was judged before (`http_answer`). The rule:
whoever leaves `pieces` early, by `stop_at`, by an error or by cancellation, has closed the connection.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

import aiohttp

from headwater.channels.adapters import Adapter
from headwater.channels.http_errors import FOREIGN, BrokenBodyError, map_body_error
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import Piece, ResponseFacts
from headwater.model.spans import UNKNOWN_END

#: How long an answer whose last byte has come may take to say that it was the last.
_END_PATIENCE_S: Final = 2.0


class HttpResponse:
    """`model.ports.Response` over aiohttp."""

    def __init__(
        self, answer: aiohttp.ClientResponse, facts: ResponseFacts, adapter: Adapter, idle_timeout_s: float
    ) -> None:
        self._answer = answer
        self._facts = facts
        self._adapter = adapter
        self._idle_timeout_s = idle_timeout_s
        self._stop = UNKNOWN_END
        self._next = facts.spans[0].start if facts.spans else 0
        self._ended = False
        self._watch_connection()

    @property
    def facts(self) -> ResponseFacts:
        return self._facts

    @property
    def reusable(self) -> bool:
        return self._ended

    def stop_at(self, end: int) -> None:
        self._stop = min(self._stop, end)
        if self._next >= self._stop:
            # Wakes a read that waits for bytes which nobody wants any more.
            self._answer.close()

    async def pieces(self) -> AsyncIterator[Piece]:
        if not self._facts.spans:
            # An empty file; what a 416 says in its body is not part of it.
            self._ended = self._answer.content.is_eof()
            return
        adapter = self._adapter
        while True:
            data = await self._read()
            if self._next >= self._stop:
                return
            for piece in adapter.feed(data) if data else adapter.finish():
                self._next = piece.offset + len(piece.data)
                if self._next < self._stop:
                    yield piece
                    continue
                self._answer.close()
                if piece.offset < self._stop:
                    yield Piece(piece.offset, piece.data[: self._stop - piece.offset])
                return
            if not data:
                self._ended = True
                return

    async def _read(self) -> bytes:
        """The next bytes of the body, none at its end. Raises `SourceError`."""
        content = self._answer.content
        try:
            if self._adapter.is_complete and not content.is_eof():
                return await self._read_end()
            async with asyncio.timeout(self._idle_timeout_s):
                return await content.readany()
        except FOREIGN as error:
            if self._next >= self._stop:
                return b""
            self._answer.close()
            raise map_body_error(error, self._answer.url.host or "", self._idle_timeout_s) from error

    def _watch_connection(self) -> None:
        """Wake a reader whose connection is gone.

        aiohttp closes the connection at a body that breaks HTTP's rules (a chunk size that is no number), and
        tells nobody who waits for more of that body.
        """
        connection, content = self._answer.connection, self._answer.content
        closed = connection.protocol.closed if connection is not None and connection.protocol is not None else None

        def wake(closed: asyncio.Future[None]) -> None:
            if not closed.cancelled():
                closed.exception()  # how it ended is told to readers of the body by other ways
            if not content.is_eof() and content.exception() is None:
                content.set_exception(BrokenBodyError())

        if closed is not None:
            closed.add_done_callback(wake)

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

    async def close(self) -> None:
        if self._ended:
            self._answer.release()
        else:
            self._answer.close()

    def __repr__(self) -> str:
        return f"<HttpResponse {self._facts.status} at {self._next}, {self._adapter!r}>"
