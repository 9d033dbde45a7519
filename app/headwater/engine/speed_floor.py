"""A lower bound on a channel's rate: what stays below it for a while is given up, as a person may wish.

Looked at once a window, while a body comes. The rule: what a rate limit of ours held back is nobody's fault.
"""

import asyncio
from types import TracebackType
from typing import Final

from headwater.model.errors import Cause, Retry, SourceError
from headwater.model.wording import say

#: How long a channel has for its first bytes, and every rate is looked at over.
WINDOW_S: Final = 10.0


class SpeedFloor:
    """Around the reading of one body: `async with SpeedFloor(rate)`; None bounds nothing.

    Leaving raises `SourceError` when a whole window brought no more than `rate_bytes_per_s`.
    """

    def __init__(self, rate_bytes_per_s: float | None, window_s: float = WINDOW_S) -> None:
        self._rate_bytes_per_s = rate_bytes_per_s
        self._window_s = window_s
        self._bytes = 0
        self._is_limited = False
        self._patience = asyncio.Timeout(None)
        self._timer: asyncio.TimerHandle | None = None

    def brought(self, count: int, *, limited: bool) -> None:
        """Bytes came; `limited`: a limit of ours held them back."""
        self._bytes += count
        self._is_limited = self._is_limited or limited

    async def __aenter__(self) -> "SpeedFloor":
        await self._patience.__aenter__()
        self._wait()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        try:
            await self._patience.__aexit__(kind, error, trace)
        except TimeoutError as slow:
            words = say(
                "It brought no more than {rate:g} bytes a second, the lowest that is wished for.",
                rate=self._rate_bytes_per_s or 0.0,
            )
            raise SourceError(words, retry=Retry.LATER, cause=Cause.TOO_SLOW) from slow

    def _wait(self) -> None:
        if self._rate_bytes_per_s is not None:
            self._timer = asyncio.get_running_loop().call_later(self._window_s, self._look)

    def _look(self) -> None:
        if self._rate_bytes_per_s is None:
            return
        if not self._is_limited and self._bytes <= self._rate_bytes_per_s * self._window_s:
            self._patience.reschedule(asyncio.get_running_loop().time())
            return
        self._bytes, self._is_limited = 0, False
        self._wait()

    def __repr__(self) -> str:
        return f"<SpeedFloor of {self._rate_bytes_per_s} bytes/s, {self._bytes} bytes in this window>"
