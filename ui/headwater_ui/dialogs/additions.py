"""What becomes of files that are in the list already, or whose names are taken on the disk. Pure.

For each file there are some things that can be done, one of which is offered first; the person chooses. The rule:
nothing is replaced unless somebody said so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.probe import FileAsked, Twin, TwinKind
from headwater_ui.language import marked, translate
from headwater_ui.wording import count_words, size_words


class Deed(Enum):
    """What is done with a file."""

    ADD = "add"  # a download of its own; a name that is taken gets a number
    MIRRORS = "mirrors"  # its links become sources of the download that is there
    REPLACE = "replace"  # a download of its own, which takes the place of the file that is there
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Additions:
    """What the person wants: new jobs, and links that existing jobs get as well."""

    specs: tuple[JobSpec, ...]
    mirrors: tuple[tuple[JobId, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """What stands in the way of a file: a job that has it (`twin`), a file of its name, or neither."""

    twin: Twin | None = None
    is_taken: bool = False

    def deeds(self, urls: Sequence[str]) -> tuple[Deed, ...]:
        """What can be done with the file of these links, the most sensible first."""
        if self.twin is None:
            return (Deed.ADD, Deed.REPLACE, Deed.SKIP) if self.is_taken else (Deed.ADD,)
        new = [url for url in urls if url not in self.twin.has_urls]
        replace = (Deed.REPLACE,) if self.is_taken else ()
        if self.twin.state is JobState.DONE or not new:
            return (Deed.SKIP, Deed.ADD, *replace)
        return (Deed.MIRRORS, Deed.ADD, *replace, Deed.SKIP)

    def words(self) -> str:
        """What stands in the way, in one sentence; empty where nothing does."""
        if self.twin is None:
            return translate("AddDialog", "A file of that name is there already") if self.is_taken else ""
        template = {
            TwinKind.SAME_LINK: marked("AddDialog", "“{name}” in the list has this link"),
            TwinKind.FRESH_LINK: marked("AddDialog", "“{name}” in the list waits for a fresh link"),
            TwinKind.SAME_FILE: marked("AddDialog", "“{name}” in the list is the same file"),
        }[self.twin.kind]
        return translate("AddDialog", template).format(name=self.twin.name)


_DEED_WORDS = {
    Deed.ADD: marked("AddDialog", "Download it beside that one"),
    Deed.MIRRORS: marked("AddDialog", "Give that one the new links"),
    Deed.REPLACE: marked("AddDialog", "Replace the file"),
    Deed.SKIP: marked("AddDialog", "Leave it out"),
}


def deed_words(deed: Deed) -> str:
    """What a person chooses."""
    return translate("AddDialog", _DEED_WORDS[deed])


def sum_words(files: Sequence[FileAsked], free_bytes: int | None) -> tuple[str, bool]:
    """How much will come of new downloads, in words, and whether there is room for it as far as is known."""
    if not files:
        return translate("AddDialog", "New links for what is in the list already"), True
    count, sources = count_words(len(files), "file"), count_words(sum(len(file.urls) for file in files), "source")
    parts = [translate("AddDialog", "{files} from {sources}").format(files=count, sources=sources)]
    sizes = [file.size_bytes for file in files]
    known = sum(size for size in sizes if size is not None)
    if known:
        template = marked("AddDialog", "at least {size}") if None in sizes else "{size}"
        parts.append(translate("AddDialog", template).format(size=size_words(known)))
    fits = free_bytes is None or known <= free_bytes
    if free_bytes is not None:
        template = marked("AddDialog", "{size} free") if fits else marked("AddDialog", "only {size} free")
        parts.append(translate("AddDialog", template).format(size=size_words(free_bytes)))
    return ", ".join(parts), fits
