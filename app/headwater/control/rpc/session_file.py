"""aria2's input and session files: a line of TAB-separated mirrors, then option lines that begin with a blank.

Read and written as they are; ` gid=` and ` pause=true` among the options. Passwords are not written: a session file
lies where other people may read it. Parsing is pure; `read_input` blocks, `save_session` writes on a worker thread and
replaces the file as a whole.
"""

import asyncio
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from headwater.control.rpc.option_values import LISTS
from headwater.model.access import split_headers, without_link_password
from headwater.model.errors import LocalError
from headwater.model.job import JobSpec, JobState
from headwater.model.snapshots import JobSnapshot

#: Options that are written as the job has them now, whatever was asked for.
_OWN_LINES: Final = ("gid", "pause", "dir", "out")


def _kept(name: str, value: str) -> list[str]:
    """The lines of an option that may be written down: none with a password, none of a header that lets in."""
    if name.endswith("-passwd") or (name.endswith("-proxy") and "@" in value):
        return []
    lines = value.split("\n")
    if name != "header":
        return lines
    return [line for line in lines if split_headers([(line.partition(":")[0], "")])[0]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One job of an input file: its mirrors, and its options as they were written."""

    urls: tuple[str, ...]
    options: Mapping[str, str]


def read_input(source: str) -> str:
    """The text of an input file, `-` for standard input; none where there is no such file. Raises `LocalError`."""
    if source == "-":
        return sys.stdin.read()
    try:
        return Path(source).expanduser().read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""  # the first start of a tool that gives one path for reading and saving
    except (OSError, UnicodeDecodeError) as error:
        raise LocalError(f"The input file {source} cannot be read: {error}.") from error


def parse_input(text: str) -> Iterator[Entry]:
    """The entries of an input file. Lines that begin with `#` and empty ones are passed over."""
    urls: tuple[str, ...] = ()
    options: dict[str, str] = {}
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line[0] in " \t":
            name, equals, value = line.strip().partition("=")
            if equals:
                # Some may come several times; all of them count.
                options[name] = f"{options[name]}\n{value}" if name in LISTS and name in options else value
            continue
        if urls:
            yield Entry(urls, options)
        urls = tuple(url for url in (part.strip() for part in line.split("\t")) if url)
        options = {}
    if urls:
        yield Entry(urls, options)


def format_session(jobs: Iterable[tuple[JobSnapshot, JobSpec, Mapping[str, str]]]) -> str:
    """The session of these jobs: what `parse_input` reads back."""
    lines: list[str] = []
    for job, spec, own in jobs:
        if not spec.sources:
            continue
        lines.append("\t".join(without_link_password(source.url) for source in spec.sources) + "\t")
        options = {name: value for name, value in own.items() if name not in _OWN_LINES}
        options = {"gid": job.job_id, **options, "dir": str(job.folder)}
        # A name that only a URL suggests may still be told by a server.
        if name := spec.name or (job.name if job.received_bytes else None):
            options["out"] = name
        if job.state is JobState.PAUSED:
            options["pause"] = "true"
        for option, value in options.items():
            lines.extend(f" {option}={line}" for line in _kept(option, value))
    return "".join(f"{line}\n" for line in lines)


async def save_session(path: Path, jobs: Iterable[tuple[JobSnapshot, JobSpec, Mapping[str, str]]]) -> None:
    """Replace the session file. Raises `OSError`."""
    await asyncio.to_thread(_replace, path, format_session(jobs))


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(path.name + "__temp")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
