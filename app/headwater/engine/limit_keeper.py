"""Keeps the limit over all jobs as the settings want it at each moment: their rate, the timetable, slow mode.

What holds when is `engine.timetable`'s, the counting of bytes `rate_limit`'s; here is the waiting for the next change.
The rule: the wall clock is asked again at least every `LONGEST_SLEEP_S`, because timers know nothing of a clock that
was set or of a computer that slept.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from headwater.engine.rate_limit import RateLimits
from headwater.engine.settings import Settings
from headwater.engine.timetable import entry_at, next_change
from headwater.model.ports import Clock

#: Longest time between two looks at the clock.
LONGEST_SLEEP_S: Final = 60.0


def limit_at(settings: Settings, now: datetime) -> float | None:
    """The limit over all jobs at `now` (local time), bytes per second; None is none.

    The timetable stands before the general rate; slow mode makes what holds slower, never faster.
    """
    entry = entry_at(settings.timetable, now)
    rate = settings.rate_limit_bytes_per_s if entry is None else entry.rate_bytes_per_s
    if not settings.slow_mode:
        return rate
    slow = settings.slow_rate_bytes_per_s
    return slow if rate is None else min(rate, slow)


class LimitKeeper:
    """Puts the limit in force and tells `changed`; `settings` gives those in force. `refresh` when they changed."""

    def __init__(
        self, limits: RateLimits, clock: Clock, settings: Callable[[], Settings], changed: Callable[[], None]
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._settings = settings
        self._changed = changed
        self._timer: asyncio.TimerHandle | None = None

    def refresh(self) -> None:
        """Put the limit of this moment in force, and see that the next change is not missed."""
        settings, now = self._settings(), self._now()
        rate = limit_at(settings, now)
        if rate != self._limits.rate_bytes_per_s:
            self._limits.limit_all(rate)
            self._changed()
        self.close()
        change_at = next_change(settings.timetable, now)
        if change_at is not None:
            delay_s = min(max(0.0, (change_at - now).total_seconds()), LONGEST_SLEEP_S)
            self._timer = asyncio.get_running_loop().call_later(delay_s, self.refresh)

    def close(self) -> None:
        """Wait for nothing any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _now(self) -> datetime:
        # Without its zone: the timetable is by the wall clock, also in the night when that is set.
        return datetime.fromtimestamp(self._clock.unix_s(), UTC).astimezone().replace(tzinfo=None)

    def __repr__(self) -> str:
        return f"<LimitKeeper of {self._limits!r}, {'waiting for a change' if self._timer else 'at rest'}>"
