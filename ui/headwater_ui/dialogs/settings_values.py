"""Rows of the settings' tables as people write them, turned into values and back. Raises `UserError`.

Amounts are written as people think of them: gigabytes a month, kilobytes a second, `Mon-Fri`, `22:00`.
"""

import re
from collections.abc import Sequence
from typing import Final

from headwater.control.api import TimetableEntry
from headwater.model.errors import UserError
from headwater.model.source import HostPreference
from headwater_ui.language import local_number, marked, translate

GB: Final = 1_000_000_000
KB: Final = 1000
#: What a ticked cell says.
YES: Final = "yes"

BLOCK_COLUMN: Final = 7

_DAYS: Final = (
    marked("SettingsValues", "Mon"),
    marked("SettingsValues", "Tue"),
    marked("SettingsValues", "Wed"),
    marked("SettingsValues", "Thu"),
    marked("SettingsValues", "Fri"),
    marked("SettingsValues", "Sat"),
    marked("SettingsValues", "Sun"),
)
_TIME: Final = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)\Z", re.ASCII)


def preference_titles() -> tuple[str, ...]:
    """Titles of the mirrors' table."""
    return (
        translate("SettingsValues", "Hosts"),
        translate("SettingsValues", "Rank"),
        translate("SettingsValues", "Cost/GB"),
        translate("SettingsValues", "GB/month"),
        translate("SettingsValues", "Connections"),
        "kB/s",
        translate("SettingsValues", "Country"),
        translate("SettingsValues", "Block"),
    )


def preference_hints() -> tuple[str, ...]:
    """What belongs into its columns."""
    return (
        translate("SettingsValues", "A host, or a pattern: *.example.org"),
        translate("SettingsValues", "0 to 1; 1 is best"),
        translate("SettingsValues", "In your currency"),
        translate("SettingsValues", "Gigabytes a month; what goes beyond is fetched elsewhere"),
        translate("SettingsValues", "Most at once, 1 to 128"),
        translate("SettingsValues", "Speed limit in kilobytes per second"),
        translate("SettingsValues", "Two letters, as DE"),
        translate("SettingsValues", "Never use these hosts"),
    )


def timetable_titles() -> tuple[str, ...]:
    """Titles of the timetable."""
    return (
        translate("SettingsValues", "Days"),
        translate("SettingsValues", "From"),
        translate("SettingsValues", "To"),
        translate("SettingsValues", "Limit in kB/s"),
    )


def timetable_hints() -> tuple[str, ...]:
    """What belongs into its columns."""
    return (
        translate("SettingsValues", "Mon-Fri, Sat, Sun; empty is every day"),
        "22:00",
        translate("SettingsValues", "07:00; before “From” it is the next day"),
        translate("SettingsValues", "Kilobytes per second; empty is no limit"),
    )


def read_preference(cells: Sequence[str]) -> HostPreference:
    """One row of the mirrors' table."""
    pattern, rank, cost, cap, channels, limit, country, block = (cell.strip() for cell in cells)
    if not pattern or re.search(r"[\s/]", pattern):
        raise UserError(
            translate("SettingsValues", "Hosts: write a host or a pattern, as *.example.org, without http://")
        )
    if country and not re.fullmatch(r"[A-Za-z]{2}", country):
        raise UserError(translate("SettingsValues", "Country: write two letters, as DE"))
    titles = preference_titles()
    cap_gb = _number(cap, titles[3], 0, 1e9)
    limit_kb = _number(limit, titles[5], 1, 1e9)
    count = _number(channels, titles[4], 1, 128)
    if count is not None and count != int(count):
        raise UserError(translate("SettingsValues", "Connections: write a whole number"))
    return HostPreference(
        pattern.lower(),
        rank=_number(rank, titles[1], 0, 1),
        cost_per_gb=_number(cost, titles[2], 0, 1e6),
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
    titles = timetable_titles()
    limit_kb = _number(limit.removesuffix("kB/s").strip(), titles[3], 1, 1e9)
    return TimetableEntry(
        _minute(start, titles[1]) % (24 * 60),
        _minute(end, titles[2]),
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
    if text.strip().casefold() in ("", "every day", _every_day().casefold()):
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
        return _every_day()
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = _day_names()
    words = [
        f"{names[run[0]]}-{names[run[-1]]}" if len(run) > 2 else ", ".join(names[day] for day in run) for run in runs
    ]
    return ", ".join(words)


def _every_day() -> str:
    return translate("SettingsValues", "every day")


def _day_names() -> tuple[str, ...]:
    return tuple(translate("SettingsValues", name) for name in _DAYS)


def _day(word: str) -> int:
    """A day by its beginning, in the window's language or in English."""
    for names in (_day_names(), _DAYS):
        for number, name in enumerate(names):
            if word and name.casefold().startswith(word.casefold()[: len(name)]) and len(word) >= min(2, len(name)):
                return number
    raise UserError(
        translate("SettingsValues", "Days: “{word}” is no day; write {days}").format(
            word=word, days=", ".join(_day_names())
        )
    )


def _minute(text: str, title: str) -> int:
    match = _TIME.match(text)
    if match is None or int(match[1]) * 60 + int(match[2]) > 24 * 60:
        raise UserError(translate("SettingsValues", "{title}: write a time, as 22:00").format(title=title))
    return int(match[1]) * 60 + int(match[2])


def _number(text: str, title: str, low: float, high: float) -> float | None:
    """A number between two bounds; None for an empty cell."""
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError as error:
        raise UserError(
            translate("SettingsValues", "{title}: “{text}” is no number").format(title=title, text=text)
        ) from error
    if not low <= value <= high:
        raise UserError(
            translate("SettingsValues", "{title}: must lie between {low:g} and {high:g}").format(
                title=title, low=low, high=high
            )
        )
    return value


def _words(value: float | None) -> str:
    return "" if value is None else local_number(f"{value:.10g}")
