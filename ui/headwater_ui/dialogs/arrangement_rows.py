"""Queues and categories as people write them in a table's rows, turned into values and back. Raises `UserError`.

Hours are written as `Mon-Fri 22:00-07:00; Sat 00:00-24:00`, endings of names and hosts side by side.
"""

import re
from collections.abc import Sequence
from typing import Final

from headwater.control.api import MOST_RUNNING, OpenHours, QueueSpec, TimetableEntry
from headwater.model.arrangement import Category
from headwater.model.errors import UserError
from headwater_ui.dialogs.add_form import read_folder
from headwater_ui.dialogs.settings_values import YES, entry_cells, read_entry
from headwater_ui.language import marked, translate

#: The column of a queue's row that is ticked.
STOPPED_COLUMN: Final = 3
#: People paste either dash.
_HOURS: Final = re.compile(r"(?:(?P<days>.*?)\s+)?(?P<start>\d\d?:\d\d)\s*[-–]\s*(?P<end>\d\d?:\d\d)\Z")

#: Categories that most people want, to begin with.
_USUAL: Final = (
    (marked("Arrangement", "Videos"), (".mp4", ".mkv", ".webm", ".avi", ".mov")),
    (marked("Arrangement", "Music"), (".mp3", ".flac", ".ogg", ".opus", ".m4a", ".wav")),
    (marked("Arrangement", "Pictures"), (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tiff", ".svg")),
    (marked("Arrangement", "Documents"), (".pdf", ".epub", ".txt", ".odt", ".docx", ".csv")),
    (marked("Arrangement", "Archives"), (".zip", ".7z", ".rar", ".gz", ".xz", ".bz2", ".zst", ".tar")),
    (marked("Arrangement", "Discs"), (".iso", ".img", ".dmg", ".qcow2")),
    (marked("Arrangement", "Programs"), (".exe", ".msi", ".appimage", ".deb", ".rpm", ".apk")),
)


def queue_titles() -> tuple[str, ...]:
    """Titles of the table of queues."""
    return (
        translate("Arrangement", "Queue"),
        translate("Arrangement", "At once"),
        translate("Arrangement", "Open"),
        translate("Arrangement", "Stopped"),
    )


def queue_hints() -> tuple[str, ...]:
    """What belongs into its columns."""
    return (
        translate("Arrangement", "A name of your own"),
        translate("Arrangement", "How many of its downloads run at once"),
        translate("Arrangement", "Mon-Fri 22:00-07:00; Sat 00:00-24:00. Empty is always"),
        translate("Arrangement", "Nothing of it runs, whatever the hours say"),
    )


def read_queue(cells: Sequence[str]) -> QueueSpec:
    """One row of the table of queues."""
    name, count, hours, stopped = (cell.strip() for cell in cells)
    return QueueSpec(name, read_count(count), read_hours(hours), is_stopped=stopped == YES)


def queue_cells(queue: QueueSpec) -> tuple[str, ...]:
    """The row that `read_queue` reads."""
    return queue.name, str(queue.running_at_once), hours_words(queue.hours), YES if queue.is_stopped else ""


def read_count(text: str) -> int:
    """How many run at once."""
    if not text.isdecimal() or not 1 <= int(text) <= MOST_RUNNING:
        raise UserError(translate("Arrangement", "At once: write a number from 1 to {most}").format(most=MOST_RUNNING))
    return int(text)


def read_hours(text: str) -> tuple[OpenHours, ...]:
    """Hours of the week; none for an empty text, which means always."""
    hours = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        match = _HOURS.match(part)
        if match is None:
            raise UserError(
                translate("Arrangement", "Open: “{part}” cannot be read; write hours as Mon-Fri 22:00-07:00").format(
                    part=part
                )
            )
        entry = read_entry((match["days"] or "", match["start"], match["end"], ""))
        hours.append(OpenHours(entry.start_minute, entry.end_minute, entry.weekdays))
    return tuple(hours)


def hours_words(hours: Sequence[OpenHours]) -> str:
    """The text that `read_hours` reads."""
    parts = []
    for one in hours:
        days, start, end, _ = entry_cells(TimetableEntry(one.start_minute, one.end_minute, None, one.weekdays))
        parts.append(f"{start}-{end}" if len(one.weekdays) == 7 else f"{days} {start}-{end}")
    return "; ".join(parts)


def category_titles() -> tuple[str, ...]:
    """Titles of the table of categories."""
    return (
        translate("Arrangement", "Category"),
        translate("Arrangement", "Endings of names"),
        translate("Arrangement", "Hosts"),
        translate("Arrangement", "Folder"),
    )


def category_hints() -> tuple[str, ...]:
    """What belongs into its columns."""
    return (
        translate("Arrangement", "A name of your own"),
        translate("Arrangement", "As .iso .img; empty is any file"),
        translate("Arrangement", "As *.example.org; empty is any host. Without endings and hosts it is given by hand"),
        translate("Arrangement", "Where its files go; empty is the folder for all"),
    )


def read_category(cells: Sequence[str]) -> Category:
    """One row of the table of categories."""
    name, suffixes, hosts, folder = (cell.strip() for cell in cells)
    endings = (word if word.startswith(".") else f".{word}" for word in _words(suffixes))
    return Category(
        name,
        read_folder(folder) if folder else None,
        tuple(dict.fromkeys(ending.lower() for ending in endings)),
        tuple(dict.fromkeys(host.lower() for host in _words(hosts))),
    )


def category_cells(category: Category) -> tuple[str, ...]:
    """The row that `read_category` reads."""
    folder = "" if category.folder is None else str(category.folder)
    return category.name, " ".join(category.suffixes), " ".join(category.hosts), folder


def usual_categories() -> tuple[Category, ...]:
    """Categories that most people want, in the window's language."""
    return tuple(Category(translate("Arrangement", name), None, suffixes) for name, suffixes in _USUAL)


def renamed(before: Sequence[str], after: Sequence[str], origins: Sequence[int | None]) -> dict[str, str | None]:
    """What has become of names: another one, or None where its row is gone.

    `origins` says of each name in `after` which of those in `before` its row was, None of a new row's. A name whose row
    is gone and that a new row was given lives on.
    """
    now = {origin: name for origin, name in zip(origins, after, strict=True) if origin is not None}
    names = {old: now.get(number) for number, old in enumerate(before)}
    return {old: new for old, new in names.items() if new != old and not (new is None and old in after)}


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", text) if word]
