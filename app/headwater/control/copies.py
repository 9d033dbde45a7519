"""A file against copies of it on servers, where no hash is known: what they serve is fetched, and hashed by blocks.

The copy is made in a folder of its own beside the file, because it is as large, and is gone at the end; mending later
fetches the blocks that differ once more. The rule: what comes of it is no proof, and is told as what it is.
"""

import asyncio
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from headwater.content.file_check import describe_file
from headwater.content.storage_errors import local_error
from headwater.content.trust import copy_origin
from headwater.control.document_fetch import Asker
from headwater.control.fetching import fetch_apart
from headwater.control.trust_search import Knowledge
from headwater.model.errors import IntegrityError
from headwater.model.job import JobSpec, JobState
from headwater.model.source import SourceSpec
from headwater.model.wording import say

#: So small a block costs little to fetch again, and a file of a few GiB has not too many of them.
_PIECE_BYTES: Final = 64 * 1024
_MOST_PIECES: Final = 256 * 1024
_NAME: Final = "copy"


async def learn_from_copies(
    path: Path, knowledge: Knowledge, asker: Asker, progress: Callable[[float], None] | None = None
) -> None:
    """Fetch what `knowledge.copies` serve, and take its size and the hashes of its blocks for the file's.

    With several, they are asked together and compared with each other in samples. `asker` has the settings, and the
    options of the job that fetched the file; `progress` hears the part that came, 0..1. Raises `IntegrityError` where
    the copy cannot be had, `LocalError`.
    """
    sources = tuple(SourceSpec(url) for url in knowledge.copies)
    options = replace(
        asker.options, checksums=(), pieces=None, size_bytes=None, overwrite=True, start_paused=False, mend=None
    )
    folder = await asyncio.to_thread(_make_folder, path)
    try:
        job = await fetch_apart(JobSpec(sources, Path(folder.name), _NAME, options), asker.settings, progress)
        if job.state is not JobState.DONE or job.path is None:
            raise IntegrityError(
                say(
                    "no copy of {name} could be fetched: {reason}",
                    name=path.name,
                    reason=job.error or say("the download stopped"),
                )
            )
        piece_bytes = _PIECE_BYTES
        while piece_bytes * _MOST_PIECES < (job.size_bytes or 0):
            piece_bytes *= 2
        size_bytes, _, pieces = await asyncio.to_thread(describe_file, job.path, piece_bytes=piece_bytes)
    finally:
        await asyncio.to_thread(folder.cleanup)
    hosts = ", ".join(dict.fromkeys(source.host for source in sources))
    origin = copy_origin(hosts)
    knowledge.agree_size(size_bytes, origin)
    knowledge.pieces = replace(pieces, origin=origin)
    if job.verdict is not None:
        knowledge.remarks.append(say("Of the copy: {verdict}", verdict=job.verdict))


def _make_folder(path: Path) -> "tempfile.TemporaryDirectory[str]":
    """A folder on the file's own disk. Raises `LocalError`."""
    try:
        return tempfile.TemporaryDirectory(prefix=".headwater-", dir=path.absolute().parent)
    except OSError as error:
        raise local_error(error, path.parent) from error
