"""Writing in the background what may lag behind: many changes at once, a while after the first of them.

What is written, and what of it is kept when that fails, is its owner's. The rule: one write at a time; one that fails
is logged, the next change tries again, and closing raises to whoever closes.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from headwater.model.errors import LocalError

_log = logging.getLogger(__name__)


class LateWriter:
    """`write` puts down all that is pending and may raise `LocalError`; `what` is called so where the log says so."""

    def __init__(self, what: str, write: Callable[[], Awaitable[None]], lag_s: float) -> None:
        self._what = what
        self._write = write
        self._lag_s = lag_s
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    def wake(self) -> None:
        """Something changed: write within `lag_s`, unless that is going on."""
        if self._timer is None and self._task is None:
            self._timer = asyncio.get_running_loop().call_later(self._lag_s, self._start)

    async def close(self) -> None:
        """Write what is pending. Raises `LocalError`."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._task is not None:
            await self._task
        await self._write()

    def _start(self) -> None:
        self._timer = None
        self._task = asyncio.create_task(self._write_in_background(), name=f"write {self._what}")

    async def _write_in_background(self) -> None:
        try:
            await self._write()
        except LocalError as error:
            _log.error("The %s could not be saved: %s", self._what, error)
        finally:
            self._task = None

    def __repr__(self) -> str:
        is_pending = self._timer is not None or self._task is not None
        return f"<LateWriter of the {self._what}{', pending' if is_pending else ''}>"
