"""A response that never runs dry, and an observer that counts."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from headwater.model.ports import Piece, ResponseFacts
from headwater.model.source import Support, Validator
from headwater.model.spans import UNKNOWN_END, Span

FACTS = ResponseFacts(
    status=200,
    url="http://x.test/",
    spans=(Span(0, UNKNOWN_END),),
    size_bytes=None,
    ranges=Support.YES,
    multi_range=Support.UNKNOWN,
    validator=Validator(),
    latency_s=0.5,
    connect_s=None,
)


class EndlessResponse:
    """Gives pieces of `piece_bytes` for ever, or those it was made with, `pause_s` apart."""

    def __init__(
        self, piece_bytes: int = 256 * 1024, *, pieces: Sequence[Piece] | None = None, pause_s: float = 0.0
    ) -> None:
        self._data = bytes(piece_bytes)
        self._given = pieces
        self._pause_s = pause_s
        self.is_closed = False

    @property
    def facts(self) -> ResponseFacts:
        return FACTS

    @property
    def reusable(self) -> bool:
        return False

    def stop_at(self, end: int) -> None:
        raise NotImplementedError  # no test here stops one

    async def pieces(self) -> AsyncIterator[Piece]:
        if self._given is not None:
            for piece in self._given:
                await asyncio.sleep(self._pause_s)
                yield piece
            return
        offset = 0
        while True:
            yield Piece(offset, self._data)
            offset += len(self._data)

    async def close(self) -> None:
        self.is_closed = True


class Counter:
    """Adds up what it is told."""

    def __init__(self) -> None:
        self.latencies: list[float] = []
        self.total = 0

    def first_byte(self, latency_s: float) -> None:
        self.latencies.append(latency_s)

    def received(self, span: Span, limited: bool) -> None:  # noqa: ARG002  # the port's
        self.total += span.size
