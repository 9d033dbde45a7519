"""The turns a run takes: what interrupts a scheduler's work, kept until the driver meets it.

Whoever notices something says so here at any moment; the driver waits for the next turn. The rule: how it stands now
replaces how it stood, but a command or trouble that waits to be met is never replaced.
"""

import asyncio
from enum import Enum, auto
from typing import Final

from headwater.model.errors import Cause


class Turn(Enum):
    """Why a scheduler's work is interrupted."""

    COMPLETE = auto()
    HOPELESS = auto()
    STOPPED = auto()
    START_OVER = auto()
    BROKEN = auto()


_STANDINGS: Final = frozenset({Turn.COMPLETE, Turn.HOPELESS})


class Turns:
    """One run's turns. After `stop` every wait ends with `STOPPED`."""

    def __init__(self) -> None:
        self._next: tuple[Turn, str] | None = None
        #: What the trouble that was told last came from.
        self.cause: Cause | None = None
        self._came = asyncio.Event()
        self._fault: BaseException | None = None
        self._is_stopping = False

    def take(self, turn: Turn, words: str = "", cause: Cause | None = None) -> None:
        """Something interrupts; `words` is one sentence for people, `cause` what it comes from."""
        if self._next is None or self._next[0] in _STANDINGS:
            self._next = (turn, words)
            self.cause = cause
        self._came.set()

    def stop(self) -> None:
        self._is_stopping = True
        self.take(Turn.STOPPED)

    def fail(self, fault: BaseException) -> None:
        """A fault of the program: the wait raises it."""
        self._fault = fault
        self._came.set()

    def forget(self) -> None:
        """A new attempt begins: how the last one stood is past."""
        self._next = None

    async def wait(self) -> tuple[Turn, str]:
        """The next turn; one that comes while another is being met is kept until this is called again."""
        if self._is_stopping:
            return Turn.STOPPED, ""
        while self._next is None:
            if self._fault is not None:
                raise self._fault
            self._came.clear()
            await self._came.wait()
        turn, self._next = self._next, None
        return turn

    def __repr__(self) -> str:
        return f"<Turns: {self._next}{', stopping' if self._is_stopping else ''}>"
