"""An event loop whose clock jumps to the next timer instead of waiting for it."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any


class _JumpingSelector(selectors.DefaultSelector):
    """Never waits; adds up the time that it was asked to wait."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        events = super().select(0)
        if not events:
            assert timeout is not None, "everything waits for what never comes"
            self.now += timeout
        return events


def run_in_virtual_time(work: Coroutine[Any, Any, Any]) -> float:
    """Run `work` to its end; returns how many virtual seconds it took."""
    selector = _JumpingSelector()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now  # type: ignore[method-assign]  # the loop's own clock, replaced
    try:
        loop.run_until_complete(work)
    finally:
        loop.close()
    return selector.now
