"""What answers of all protocols have in common: raw bytes are read, adapted, cut where `stop_at` says, counted.

A protocol adds three things: how to read on, how to give up at once, how to close. The rule: whoever leaves `pieces`
early, by `stop_at`, by an error or by cancellation, leaves an answer that is not reusable.
"""

from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Awaitable, Callable

from headwater.channels.adapters import Adapter
from headwater.model.ports import Move, Piece, ResponseFacts
from headwater.model.spans import UNKNOWN_END, Span


class BodyResponse(ABC):
    """`model.ports.Response`, all but the protocol."""

    def __init__(self, facts: ResponseFacts, adapter: Adapter) -> None:
        self._facts = facts
        self._adapter = adapter
        self._stop = UNKNOWN_END
        self._next = facts.spans[0].start if facts.spans else 0
        self._ended = False

    @property
    def facts(self) -> ResponseFacts:
        return self._facts

    @property
    def reusable(self) -> bool:
        return self._ended

    def is_stopped(self) -> bool:
        """Whether everything up to `stop_at` has come."""
        return self._next >= self._stop

    def stop_at(self, end: int) -> None:
        self._stop = min(self._stop, end)
        if self.is_stopped():
            # Wakes a read that waits for bytes which nobody wants any more.
            self._give_up()

    async def pieces(self) -> AsyncGenerator[Piece, None]:
        while not self.is_stopped():
            data = await self._read()
            if self.is_stopped():
                return
            for piece in self._adapter.feed(data) if data else self._adapter.finish():
                self._next = piece.offset + len(piece.data)
                if self._next < self._stop:
                    yield piece
                    continue
                self._give_up()
                if piece.offset < self._stop:
                    yield Piece(piece.offset, piece.data[: self._stop - piece.offset])
                return
            if not data:
                self._ended = True
                return

    @property
    def pour_span(self) -> Span | None:
        """What comes next and may go into the file without being looked at here; None where nothing may."""
        return None

    async def pour(self, into: Callable[[Move], Awaitable[int | None]]) -> int | None:
        """Let `into` move the beginning of `pour_span`; returns how many bytes came. Between two `pieces` only."""
        raise NotImplementedError

    @abstractmethod
    async def _read(self) -> bytes | memoryview:
        """The next bytes of the body as transferred, none at its end or once given up. Raises `SourceError`."""

    @abstractmethod
    def _give_up(self) -> None:
        """Spend the connection at once, and end a `_read` that waits."""

    @abstractmethod
    async def close(self) -> None:
        """See `model.ports.Response.close`."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._facts.status} at {self._next}, {self._adapter!r}>"
