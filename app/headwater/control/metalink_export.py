"""A Metalink of a job, for other people and programs: its sources, best first, and what is known of its file.

What is written is Metalink 4 (RFC 5854). Nothing here reads a command line; a local file's is `metalink_command`'s.
"""

import asyncio
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from headwater.content.file_check import describe_file
from headwater.content.storage_errors import local_error
from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.model.errors import UserError
from headwater.model.hashing import TREE
from headwater.model.job import JobId, JobState
from headwater.model.source import SourceState
from headwater.model.wording import say

if TYPE_CHECKING:  # the engine is not needed to describe a file
    from headwater.engine.engine import Engine


async def describe_job(engine: "Engine", job_id: JobId) -> bytes:
    """A Metalink 4 document of a job: its sources, best first, and what is known of its file.

    Sources that were set aside are left out while there are others: they are gone, or have another file. A finished
    file is hashed for it; of an unfinished one only what was told is written. Raises `UserError` for an unknown job,
    `LocalError`.
    """
    job, spec = engine.snapshot(job_id), engine.spec(job_id)
    known = engine.sources(job_id)
    ranked = {source.url: rank for rank, source in enumerate(known, start=1)}
    useless = {source.url for source in known if source.state is SourceState.SET_ASIDE}
    enabled = [replace(source, priority=ranked.get(source.url)) for source in spec.sources if source.enabled]
    sources = tuple([source for source in enabled if source.url not in useless] or enabled)
    if job.state is JobState.DONE and job.path is not None:
        size_bytes, checksum, pieces = await asyncio.to_thread(describe_file, job.path)
        file = MetalinkFile(job.name, size_bytes, sources, (checksum,), pieces)
    else:
        told = spec.options.pieces
        pieces_or_none = told if told is not None and told.algorithm != TREE else None
        file = MetalinkFile(job.name, job.size_bytes, sources, spec.options.checksums, pieces_or_none)
    return write_metalink([file])


async def export_job(engine: "Engine", job_id: JobId, target: Path) -> None:
    """Write what `describe_job` says to `target`, over what is there. Raises as it does."""
    document = await describe_job(engine, job_id)
    await asyncio.to_thread(write_document, target, document, overwrite=True)


def write_document(target: Path, document: bytes, *, overwrite: bool) -> None:
    """Write a document down to the disk. Raises `LocalError`, `UserError` where it may not replace a file."""
    try:
        with target.open("wb" if overwrite else "xb") as file:
            file.write(document)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise UserError(say("{path} exists already; --overwrite replaces it", path=target)) from error
    except OSError as error:
        raise local_error(error, target) from error
