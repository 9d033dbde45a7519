"""When connections that bring little read again: in turn, so many a second for all of them together.

Whoever reads whenever something is there wakes the program for every packet, and each waking has its price, however
little came. So bytes wait in the system's buffers for a moment, and one reading takes what gathered. The rule: who has
waited longest reads first, and no tick lets so many go that the loop is away for long.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final

#: How often somebody may read, and how many then: 1600 readings a second for all connections together.
_TICK_S: Final = 0.005
_A_TICK: Final = 8
#: How long bytes gather at least, and at most, however many wait.
_GATHER_S: Final = 0.01
_LONGEST_S: Final = 0.05


class ReadPace:
    """The turns of all connections of a loop; it rests while nobody waits."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[float, Callable[[], None]]] = deque()
        self._tick: asyncio.TimerHandle | None = None

    def wait(self, go_on: Callable[[], None]) -> None:
        """Call `go_on` when it is its turn: after 10 to 50 ms."""
        loop = asyncio.get_running_loop()
        self._waiting.append((loop.time() + _GATHER_S, go_on))
        if self._tick is None:
            self._tick = loop.call_later(_GATHER_S, self._let_go)

    async def moment(self) -> None:
        """Return when it is one's turn."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.wait(lambda: None if turn.done() else turn.set_result(None))
        await turn

    def _let_go(self) -> None:
        loop, waiting = asyncio.get_running_loop(), self._waiting
        due_s = loop.time() + _TICK_S / 2  # ticks are not so precise
        late_s = due_s - (_LONGEST_S - _GATHER_S)
        most = max(_A_TICK, int(len(waiting) * _TICK_S / _LONGEST_S))
        while waiting and waiting[0][0] <= (due_s if most > 0 else late_s):
            waiting.popleft()[1]()
            most -= 1
        self._tick = loop.call_later(_TICK_S, self._let_go) if waiting else None

    def __repr__(self) -> str:
        return f"<ReadPace, {len(self._waiting)} wait>"
