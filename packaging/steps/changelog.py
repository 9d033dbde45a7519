"""`CHANGELOG.md` as values: versions, days and what users notice. Knows nothing of who reads them.

python packaging/steps/changelog.py CHANGELOG.md VERSION      (what it says of one version)
"""

import re
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final

_HEADING: Final = re.compile(r"## (?P<version>\d+\.\d+\.\d+\S*) \((?P<when>[^)]*)\)")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Release:
    """One version. `released` is None while it is not out; `changes` are plain sentences without Markdown."""

    version: str
    released: date | None
    changes: tuple[str, ...]

    def moment(self) -> datetime:
        """Noon of its day; of today while it is not out."""
        return datetime.combine(self.released or datetime.now(UTC).date(), time(12), UTC)


def read_releases(path: Path) -> list[Release]:
    """All releases, newest first, as the file has them. Raises `ValueError` when there is none."""
    releases: list[Release] = []
    for part in re.split(r"^(?=## )", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        heading = _HEADING.match(part)
        if heading is None:
            continue
        day = _DAY.fullmatch(heading["when"])
        released = date.fromisoformat(day.group()) if day else None
        items = re.findall(r"^- (.+(?:\n  .+)*)", part, flags=re.MULTILINE)
        releases.append(Release(heading["version"], released, tuple(_plain(item) for item in items)))
    if not releases:
        raise ValueError(f"{path.name} names no release")
    return releases


def notes_of(path: Path, version: str) -> str:
    """What the file says of one version, as Markdown, for the page of a release. Raises `ValueError` when nothing."""
    for part in re.split(r"^(?=## )", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        heading = _HEADING.match(part)
        if heading is not None and heading["version"] == version:
            return part.partition("\n")[2].strip() + "\n"
    raise ValueError(f"{path.name} says nothing of {version}")


def _plain(item: str) -> str:
    words = " ".join(item.split())
    words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", words)
    return words.replace("`", "").replace("**", "")


if __name__ == "__main__":
    sys.stdout.write(notes_of(Path(sys.argv[1]), sys.argv[2]))
