"""Waiting for moments of the wall clock: a limit or a queue that changes at ten in the evening.

Knows times, not what changes. The rule: the clock is asked again at least every `LONGEST_SLEEP_S`, because timers know
nothing of a clock that was set or of a computer that slept.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from headwater.model.ports import Clock

#: Longest time between two looks at the clock.
LONGEST_SLEEP_S: Final = 60.0


def local_now(clock: Clock) -> datetime:
    """Local time without its zone: timetables are by the wall clock, also in the night when that is set."""
    return datetime.fromtimestamp(clock.unix_s(), UTC).astimezone().replace(tzinfo=None)


class WallTimer:
    """Calls `ring` at a moment, or sooner to look at the clock again. Each `wait_for` replaces the one before."""

    def __init__(self, clock: Clock, ring: Callable[[], None]) -> None:
        self._clock = clock
        self._ring = ring
        self._timer: asyncio.TimerHandle | None = None

    def wait_for(self, moment: datetime | None) -> None:
        """Ring at `moment` (local time); None waits for nothing."""
        self.close()
        if moment is not None:
            delay_s = min(max(0.0, (moment - local_now(self._clock)).total_seconds()), LONGEST_SLEEP_S)
            self._timer = asyncio.get_running_loop().call_later(delay_s, self._rung)

    def close(self) -> None:
        """Wait for nothing any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _rung(self) -> None:
        self._timer = None
        self._ring()

    def __repr__(self) -> str:
        return f"<WallTimer {'waiting for a change' if self._timer else 'at rest'}>"
