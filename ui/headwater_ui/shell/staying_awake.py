"""Keeping the computer awake while downloads run, and only then.

The system is asked on a thread of its own, because its answer may take seconds and the one who asked must take the
wish back. A system that refuses is noted in the log once.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:  # imported on its thread, with the first download
    from wakepy import Mode

_log = logging.getLogger(__name__)


class Inhibitor(Protocol):
    """Holds sleep off. Both block, and are called on one thread."""

    def hold(self) -> bool: ...

    def let_go(self) -> None: ...


class SystemInhibitor:
    """The system's own way, whichever it is."""

    def __init__(self) -> None:
        self._mode: Mode | None = None

    def hold(self) -> bool:
        """Whether the system agrees to stay awake (its screen may go dark)."""
        from wakepy import keep

        mode = keep.running(on_fail="pass")
        mode.__enter__()
        self._mode = mode
        return mode.active

    def let_go(self) -> None:
        if self._mode is not None:
            self._mode.__exit__(None, None, None)
            self._mode = None


class StayingAwake:
    """`want` as often as one likes; `spawn` runs work on the loop."""

    def __init__(
        self,
        spawn: Callable[[Any], "asyncio.Task[None]"],
        inhibitor: Inhibitor | None = None,
    ) -> None:
        self._spawn = spawn
        self._inhibitor = inhibitor or SystemInhibitor()
        self._thread: ThreadPoolExecutor | None = None
        self._wanted = self._holds = self._told = self._is_closed = False
        self._task: asyncio.Task[None] | None = None

    @property
    def holds(self) -> bool:
        """Whether the system was asked to stay awake, and not yet to sleep again."""
        return self._holds

    def want(self, awake: bool) -> None:
        """Stay awake from now on, or not. After `close` nothing is wanted any more."""
        self._wanted = awake and not self._is_closed
        if self._wanted != self._holds and self._task is None:
            self._task = self._spawn(self._follow())

    async def close(self) -> None:
        """Take back what was wished, for good."""
        self._is_closed = True
        self.want(False)
        if self._task is not None:
            await self._task
        if self._thread is not None:
            self._thread.shutdown()  # at rest by now: nothing waits

    async def _follow(self) -> None:
        loop = asyncio.get_running_loop()
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="awake")
        try:
            while self._wanted != self._holds:
                self._holds = self._wanted
                if self._holds:
                    agreed = await loop.run_in_executor(self._thread, self._inhibitor.hold)
                    if not agreed and not self._told:
                        self._told = True
                        _log.warning("The system does not let Headwater keep it awake; it may sleep over a download")
                else:
                    await loop.run_in_executor(self._thread, self._inhibitor.let_go)
        finally:
            self._task = None

    def __repr__(self) -> str:
        return f"<StayingAwake wanted={self._wanted} holds={self._holds}>"
