"""Programs on a PATH of a test's own that write down how they were called."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_RECORD: Final = "recorded"


def recording_path(folder: Path, statuses: Mapping[str, int], *, waits_for: Path | None = None) -> str:
    """Make a program for each name, which ends with the status beside it; returns the PATH that has just these.

    With `waits_for` they wait for somebody to write into that named pipe, which is made.
    """
    programs = folder / "bin"
    programs.mkdir(exist_ok=True)
    wait = ""
    if waits_for is not None:
        os.mkfifo(waits_for)
        wait = f"read word < '{waits_for}'\n"
    for name, status in statuses.items():
        program = programs / name
        says = f"echo '{name} says no'\n" if status else ""
        program.write_text(f"#!/bin/sh\necho \"{name} $*\" >> '{folder / _RECORD}'\n{wait}{says}exit {status}\n")
        program.chmod(0o755)
    return str(programs)


def recorded(folder: Path) -> list[str]:
    """How they were called so far, one line a call."""
    record = folder / _RECORD
    return record.read_text().splitlines() if record.exists() else []
