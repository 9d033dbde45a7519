"""Where a job's bytes go: the file's name, and its `.part` file.

Names from servers and links pass `discovery.filename` first; here they are put into the job's folder and nowhere else.
"""

import itertools
import os
from collections.abc import Container
from pathlib import Path
from typing import Final

from headwater.content.file_placing import numbered
from headwater.content.storage_errors import local_error
from headwater.discovery.filename import file_name, sanitize
from headwater.model.errors import Cause, LocalError, UserError
from headwater.model.job import JobSpec
from headwater.model.ports import ResponseFacts
from headwater.model.wording import say

PART_SUFFIX: Final = ".part"
_NAMELESS: Final = "download"


def chosen_name(spec: JobSpec) -> str | None:
    """The name the person gave, made harmless. Raises `UserError` when nothing of it is left."""
    if spec.name is None:
        return None
    name = sanitize(spec.name, allow_leading_dot=spec.options.allow_leading_dot)
    if name is None:
        raise UserError(say("{name} cannot be a file's name", name=repr(spec.name)))
    return name


def name_from_answer(spec: JobSpec, asked_url: str, facts: ResponseFacts) -> str:
    """The file's name: what the server calls it, else what the asked or the final URL ends in."""
    leading_dot = spec.options.allow_leading_dot
    candidates = (
        sanitize(facts.file_name, allow_leading_dot=leading_dot) if facts.file_name else None,
        file_name(None, asked_url, allow_leading_dot=leading_dot),
        file_name(None, facts.url, allow_leading_dot=leading_dot),
    )
    return next((name for name in candidates if name is not None), _NAMELESS)


def refuse_taken(target: Path) -> None:
    """For a job that may not take another name: raise `LocalError` where its own is taken. Blocks."""
    if os.path.lexists(target):
        raise LocalError(say("There is a file called {target} already", target=str(target)), cause=Cause.EXISTS)


def reserve_part_path(folder: Path, name: str, taken: Container[Path]) -> Path:
    """Make an empty `.part` file in `folder` under a name that nobody had, and return its path.

    Making it reserves the name against other processes, `taken` are names that jobs at rest will need again. Makes the
    folder. Blocks. Raises `LocalError`.
    """
    room = 255 - len(PART_SUFFIX)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in itertools.count():
            path = folder / (cut_name(numbered(name, number), room) + PART_SUFFIX)
            if path not in taken and _make_new(path):
                break
    except OSError as error:
        raise local_error(error, folder) from error
    return path


def _make_new(path: Path) -> bool:
    """Make an empty file; false where something has that name."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def cut_name(name: str, room: int) -> str:
    """`name` in at most `room` bytes, never cut inside a character."""
    while len(os.fsencode(name)) > room:
        name = name[:-1]
    return name
