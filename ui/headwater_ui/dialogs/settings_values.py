"""Rows of the settings' tables as people write them, turned into values and back. Pure; raises `UserError`.

Amounts are written as people think of them: gigabytes a month, kilobytes a second, `Mon-Fri`, `22:00`.
"""

import re
from collections.abc import Sequence
from typing import Final

from headwater.control.api import TimetableEntry
from headwater.model.errors import UserError
from headwater.model.source import HostPreference

GB: Final = 1_000_000_000
KB: Final = 1000
#: What a ticked cell says.
YES: Final = "yes"

PREFERENCE_TITLES: Final = (
    "Hosts",
    "Rank",
    "Cost/GB",
    "GB/month",
    "Connections",
    "kB/s",
    "Country",
    "Block",
)
PREFERENCE_HINTS: Final = (
    "A host, or a pattern: *.example.org",
    "0 to 1; 1 is best",
    "In your currency",
    "Gigabytes a month; what goes beyond is fetched elsewhere",
    "Most at once, 1 to 128",
    "Speed limit in kilobytes per second",
    "Two letters, as DE",
    "Never use these hosts",
)
BLOCK_COLUMN: Final = PREFERENCE_TITLES.index("Block")

TIMETABLE_TITLES: Final = ("Days", "From", "To", "Speed limit")
TIMETABLE_HINTS: Final = (
    "Mon-Fri, Sat, Sun; empty is every day",
    "22:00",
    "07:00; before “From” it is the next day",
    "Kilobytes per second; empty is no limit",
)
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_TIME: Final = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)\Z", re.ASCII)


def read_preference(cells: Sequence[str]) -> HostPreference:
    """One row of the mirrors' table."""
    pattern, rank, cost, cap, channels, limit, country, block = (cell.strip() for cell in cells)
    if not pattern or re.search(r"[\s/]", pattern):
        raise UserError("Hosts: write a host or a pattern, as *.example.org, without http://")
    if country and not re.fullmatch(r"[A-Za-z]{2}", country):
        raise UserError("Country: write two letters, as DE")
    cap_gb = _number(cap, "GB/month", 0, 1e9)
    limit_kb = _number(limit, "kB/s", 1, 1e9)
    count = _number(channels, "Connections", 1, 128)
    if count is not None and count != int(count):
        raise UserError("Connections: write a whole number")
    return HostPreference(
        pattern.lower(),
        rank=_number(rank, "Rank", 0, 1),
        cost_per_gb=_number(cost, "Cost/GB", 0, 1e6),
        monthly_cap_bytes=None if cap_gb is None else round(cap_gb * GB),
        channels=None if count is None else int(count),
        rate_limit_bytes_per_s=None if limit_kb is None else limit_kb * KB,
        country=country.upper() or None,
        block=block == YES,
    )


def preference_cells(preference: HostPreference) -> tuple[str, ...]:
    """The row that `read_preference` reads."""
    cap, limit = preference.monthly_cap_bytes, preference.rate_limit_bytes_per_s
    return (
        preference.pattern,
        _words(preference.rank),
        _words(preference.cost_per_gb),
        _words(None if cap is None else cap / GB),
        _words(preference.channels),
        _words(None if limit is None else limit / KB),
        preference.country or "",
        YES if preference.block else "",
    )


def read_entry(cells: Sequence[str]) -> TimetableEntry:
    """One row of the timetable."""
    days, start, end, limit = (cell.strip() for cell in cells)
    limit_kb = _number(limit, "Speed limit", 1, 1e9)
    return TimetableEntry(
        _minute(start, "From") % (24 * 60),
        _minute(end, "To"),
        None if limit_kb is None else limit_kb * KB,
        read_days(days),
    )


def entry_cells(entry: TimetableEntry) -> tuple[str, ...]:
    """The row that `read_entry` reads."""
    rate = entry.rate_bytes_per_s
    start, end = (f"{minute // 60:02}:{minute % 60:02}" for minute in (entry.start_minute, entry.end_minute))
    return days_words(entry.weekdays), start, end, _words(None if rate is None else rate / KB)


def read_days(text: str) -> tuple[int, ...]:
    """`Mon-Fri, Sun` as weekdays from 0; all of them for an empty text."""
    if not text.strip() or text.strip().lower() == "every day":
        return tuple(range(7))
    days: set[int] = set()
    for part in re.split(r"\s*,\s*", text.strip()):
        first, dash, last = (word.strip() for word in part.partition("-"))
        low = _day(first)
        high = _day(last) if dash else low
        days.update((low + i) % 7 for i in range((high - low) % 7 + 1))
    return tuple(sorted(days))


def days_words(days: Sequence[int]) -> str:
    """The shortest text that `read_days` reads; runs of three or more are written as one."""
    if len(days) == 7:
        return "every day"
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words = [
        f"{_DAYS[run[0]]}-{_DAYS[run[-1]]}" if len(run) > 2 else ", ".join(_DAYS[day] for day in run) for run in runs
    ]
    return ", ".join(words)


def _day(word: str) -> int:
    for number, name in enumerate(_DAYS):
        if len(word) >= 2 and name.lower().startswith(word.lower()[:3]):
            return number
    raise UserError(f"Days: “{word}” is no day; write {', '.join(_DAYS)}")


def _minute(text: str, title: str) -> int:
    match = _TIME.match(text)
    if match is None or int(match[1]) * 60 + int(match[2]) > 24 * 60:
        raise UserError(f"{title}: write a time, as 22:00")
    return int(match[1]) * 60 + int(match[2])


def _number(text: str, title: str, low: float, high: float) -> float | None:
    """A number between two bounds; None for an empty cell."""
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError as error:
        raise UserError(f"{title}: “{text}” is no number") from error
    if not low <= value <= high:
        raise UserError(f"{title}: must lie between {low:g} and {high:g}")
    return value


def _words(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
