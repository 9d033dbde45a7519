"""Times of the week: which rate limit holds when, and when a queue is open. Pure policy.

Here live the entries and the two questions that are asked of them: what holds now, and when that may change. Times are
those of the wall clock; who asks knows the clock. The rule: the first entry that covers a moment decides, so that an
exception is written above the rule it is an exception to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeVar

from headwater.model.errors import UserError
from headwater.model.wording import say

DAY_MINUTES: Final = 24 * 60
_WEEK_MINUTES: Final = 7 * DAY_MINUTES
_EVERY_DAY: Final = (0, 1, 2, 3, 4, 5, 6)


class WeekHours:
    """From `start_minute` to `end_minute` (of the day, the end not included) on `weekdays`.

    Weekdays count from 0, Monday. An end that is not after the start lies on the next day, so that a night belongs to
    the day on which it begins; equal ones mean a whole day. What holds then is told by those who inherit.
    """

    __slots__ = ()

    start_minute: int
    end_minute: int
    weekdays: tuple[int, ...]

    def check(self) -> None:
        """Raises `UserError` for values out of bounds."""
        if not self.weekdays or not set(self.weekdays) <= set(_EVERY_DAY):
            raise UserError("weekdays must be some of 0 (Monday) to 6 (Sunday)")
        if not 0 <= self.start_minute < DAY_MINUTES or not 0 <= self.end_minute <= DAY_MINUTES:
            raise UserError(
                say(
                    "start_minute must lie between 0 and {last}, end_minute up to {end}",
                    last=DAY_MINUTES - 1,
                    end=DAY_MINUTES,
                )
            )

    @property
    def length_minutes(self) -> int:
        """How long it holds each time; at most a day."""
        return (self.end_minute - self.start_minute) % DAY_MINUTES or DAY_MINUTES

    @property
    def starts(self) -> tuple[int, ...]:
        """The minutes of the week at which it begins to hold."""
        return tuple(day * DAY_MINUTES + self.start_minute for day in self.weekdays)

    def covers(self, minute_of_week: int) -> bool:
        return any((minute_of_week - start) % _WEEK_MINUTES < self.length_minutes for start in self.starts)


@dataclass(frozen=True, slots=True)
class TimetableEntry(WeekHours):
    """Hours in which this limit holds; `rate_bytes_per_s` None is no limit. Raises `UserError`."""

    start_minute: int
    end_minute: int
    rate_bytes_per_s: float | None
    weekdays: tuple[int, ...] = _EVERY_DAY

    def __post_init__(self) -> None:
        self.check()
        if self.rate_bytes_per_s is not None and not 0 < self.rate_bytes_per_s < float("inf"):
            raise UserError("rate_bytes_per_s of a timetable entry must be more than 0, or null for no limit")


@dataclass(frozen=True, slots=True)
class OpenHours(WeekHours):
    """Hours in which a queue is open. Raises `UserError`."""

    start_minute: int
    end_minute: int
    weekdays: tuple[int, ...] = _EVERY_DAY

    def __post_init__(self) -> None:
        self.check()


_Hours = TypeVar("_Hours", bound=WeekHours)


def entry_at(entries: Sequence[_Hours], now: datetime) -> _Hours | None:
    """The entry that decides at `now` (local time), None where none covers it."""
    minute = _minute_of_week(now)
    return next((entry for entry in entries if entry.covers(minute)), None)


def next_change(entries: Sequence[WeekHours], now: datetime) -> datetime | None:
    """When an entry next begins or ends to decide, after `now` (local time, by the wall clock); None: never."""
    minute = _minute_of_week(now)
    edges = {edge for entry in entries for start in entry.starts for edge in (start, start + entry.length_minutes)}
    distances = sorted({(edge - minute) % _WEEK_MINUTES or _WEEK_MINUTES for edge in edges})
    whole_minute = now.replace(second=0, microsecond=0)
    current = entry_at(entries, now)
    for distance in distances:
        at = whole_minute + timedelta(minutes=distance)
        if entry_at(entries, at) is not current:
            return at
    return None


def _minute_of_week(moment: datetime) -> int:
    return moment.weekday() * DAY_MINUTES + moment.hour * 60 + moment.minute
