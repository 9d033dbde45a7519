"""Waiting in tests: one patience for all, and looking again and again where no event tells.

The rule: a wait has a bound that only a broken program reaches, on however slow a machine; and what must not be there
yet is withheld (`MirrorBehaviour.withholds`), never merely slow.
"""

import asyncio
import inspect
from collections.abc import Callable
from typing import Final

#: Long enough for a loaded machine; a test that needs it all has failed.
PATIENCE_S: Final = 180.0
#: The same for pytest-qt's `waitUntil` and `waitSignal`.
PATIENCE_MS: Final = int(PATIENCE_S * 1000)


async def until(
    holds: Callable[[], object],
    what: str = "what the test waits for",
    *,
    every_s: float = 0.01,
    patience_s: float = PATIENCE_S,
) -> None:
    """Look every so many seconds until it `holds`: for widgets, players and other programs, which tell nobody.

    `holds` may be asynchronous. Raises `AssertionError` with `what` when it does not within `patience_s`.
    """
    try:
        async with asyncio.timeout(patience_s):
            while not await _said(holds()):  # noqa: ASYNC110  # see above: there is no event
                await asyncio.sleep(every_s)
    except TimeoutError:
        raise AssertionError(f"did not happen within {patience_s:g} s: {what}") from None


async def _said(answer: object) -> object:
    return await answer if inspect.isawaitable(answer) else answer
