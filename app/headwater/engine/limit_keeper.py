"""Keeps the limit over all jobs as the settings want it at each moment: their rate, the timetable, slow mode.

What holds when is `engine.timetable`'s, the counting of bytes `rate_limit`'s; here is the waiting for the next change.
"""

from collections.abc import Callable
from datetime import datetime

from headwater.engine.ranking_settings import OnMetered
from headwater.engine.rate_limit import RateLimits
from headwater.engine.settings import Settings
from headwater.engine.timetable import entry_at, next_change
from headwater.engine.wall_clock import WallTimer, local_now
from headwater.model.ports import Clock


def limit_at(settings: Settings, now: datetime, *, is_metered: bool = False) -> float | None:
    """The limit over all jobs at `now` (local time), bytes per second; None is none.

    The timetable stands before the general rate; slow mode and a metered connection make what holds slower, never
    faster.
    """
    entry = entry_at(settings.timetable, now)
    rate = settings.rate_limit_bytes_per_s if entry is None else entry.rate_bytes_per_s
    slower = [settings.slow_rate_bytes_per_s] if settings.slow_mode else []
    if is_metered and settings.ranking.on_metered is OnMetered.LIMIT:
        slower.append(settings.ranking.metered_rate_bytes_per_s)
    return min((limit for limit in (rate, *slower) if limit is not None), default=None)


class LimitKeeper:
    """Puts the limit in force and tells `changed`; `settings` gives those in force. `refresh` when they changed."""

    def __init__(
        self,
        limits: RateLimits,
        clock: Clock,
        settings: Callable[[], Settings],
        changed: Callable[[], None],
        *,
        is_metered: Callable[[], bool] = lambda: False,
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._settings = settings
        self._changed = changed
        self._is_metered = is_metered
        self._timer = WallTimer(clock, self.refresh)

    def refresh(self) -> None:
        """Put the limit of this moment in force, and see that the next change is not missed."""
        settings, now = self._settings(), local_now(self._clock)
        rate = limit_at(settings, now, is_metered=self._is_metered())
        if rate != self._limits.rate_bytes_per_s:
            self._limits.limit_all(rate)
            self._changed()
        self._timer.wait_for(next_change(settings.timetable, now))

    def close(self) -> None:
        """Wait for nothing any more."""
        self._timer.close()

    def __repr__(self) -> str:
        return f"<LimitKeeper of {self._limits!r}, {self._timer!r}>"
