"""Mending a finished or foreign file in place: what is right of it stays, what is bad is fetched anew.

The whole engine does it, in a profile of its own for the time: the file is taken over as a job's partial file, its
blocks are judged by their hashes, and the scheduler fetches those that were wrong. Without piece hashes nobody can
say which bytes are bad, and the file is fetched once more beside the old one, which it replaces when it is right.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from headwater.content.storage_errors import local_error
from headwater.control.document_fetch import Asker
from headwater.control.fetching import fetch_apart
from headwater.model.errors import IntegrityError, UserError
from headwater.model.job import Checksum, JobSpec, JobState, PieceHashes
from headwater.model.source import SourceSpec
from headwater.model.wording import say


async def mend(
    path: Path,
    sources: Sequence[SourceSpec],
    checksums: Sequence[Checksum],
    pieces: PieceHashes | None,
    size_bytes: int | None,
    *,
    asker: Asker | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Make the file at `path` what the hashes say it is.

    `asker` has the settings, and the options of the job that fetched it; `progress` hears the part that is right, 0..1.
    Raises `UserError` where no source is known, `IntegrityError` where the sources do not give the file.
    """
    if not sources:
        raise UserError(say("no mirror of {name} is known; name one with --from", name=path.name))
    path = await asyncio.to_thread(_prepare, path, size_bytes)
    asker = asker or Asker()
    options = replace(
        asker.options,
        checksums=tuple(checksums),
        pieces=pieces,
        size_bytes=size_bytes,
        allow_leading_dot=True,
        overwrite=True,
        start_paused=False,
        mend=None if pieces is None else path,
    )
    spec = JobSpec(tuple(sources), path.parent, path.name, options)
    job = await fetch_apart(spec, asker.settings, progress)
    if job.state is not JobState.DONE:
        raise IntegrityError(
            say("{name} could not be mended: {reason}", name=path.name, reason=job.error or say("the download stopped"))
        )


def _prepare(path: Path, size_bytes: int | None) -> Path:
    """The path, absolute; what lies behind the file's true end is taken off."""
    path = path.absolute()
    try:
        if size_bytes is not None and path.stat().st_size > size_bytes:
            with path.open("r+b") as file:
                file.truncate(size_bytes)
    except OSError as error:
        raise local_error(error, path) from error
    return path
