"""Steps that nobody awaits: kept alive, waited for at the end, their `LocalError` told to the owner."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from headwater.model.errors import LocalError


class Background:
    """Tasks of one owner. Any error but `LocalError` is a bug and reaches asyncio's handler."""

    def __init__(self, failed: Callable[[LocalError], None]) -> None:
        self._tell_failed = failed
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, step: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(self.guard(step))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def guard(self, step: Coroutine[Any, Any, None]) -> None:
        """Await a step; a `LocalError` is told and ends here."""
        try:
            await step
        except LocalError as error:
            self._tell_failed(error)

    @property
    def is_idle(self) -> bool:
        return not self._tasks

    async def idle(self) -> None:
        """Return when all that was started before has ended."""
        if self._tasks:
            await asyncio.wait(set(self._tasks))
            await asyncio.sleep(0)  # the callbacks that take them out of the set

    def __repr__(self) -> str:
        return f"<Background {len(self._tasks)} tasks>"
