"""`headwater-cli metalink`: a Metalink of a local file, with its mirrors, its SHA-256 and the hashes of its pieces.

What is written is Metalink 4 (RFC 5854), so that other programs can use it too.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from headwater.content.file_check import describe_file
from headwater.content.storage_errors import local_error
from headwater.control.document_fetch import is_url
from headwater.control.get_command import parse_size
from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.model.errors import HeadwaterError, UserError
from headwater.model.hashing import TREE
from headwater.model.job import JobId, JobState
from headwater.model.source import SourceSpec

if TYPE_CHECKING:  # the engine is not needed to describe a file
    from headwater.control.api import Api

_EXIT_OK: Final = 0
_EXIT_FAILED: Final = 1
_EXIT_USAGE: Final = 2
_LEAST_PIECE_BYTES: Final = 16 * 1024


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `metalink` takes."""
    parser.description = "Write a Metalink of FILE: its mirrors, best first, its size, SHA-256 and piece hashes."
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("urls", nargs="*", metavar="URL", help="where the file lies; a folder's URL ends in /")
    parser.add_argument("-o", "--output", metavar="FILE", help="default: FILE.meta4; - is standard output")
    parser.add_argument("--piece-size", metavar="SIZE", help="like 1Mi; default: as fits the file's size")
    parser.add_argument("--overwrite", action="store_true", help="replace an existing Metalink")


def run(args: argparse.Namespace) -> int:
    """Carry `metalink` out; returns the exit status."""
    try:
        piece_bytes = None if args.piece_size is None else _read_piece_bytes(args.piece_size)
        document = make_metalink(args.file, args.urls, piece_bytes)
        if args.output == "-":
            sys.stdout.buffer.write(document)
        else:
            target = Path(args.output) if args.output else args.file.with_name(args.file.name + ".meta4")
            _write(target, document, overwrite=args.overwrite)
            sys.stderr.write(f"{target}\n")
    except UserError as error:
        sys.stderr.write(f"headwater-cli metalink: {error}\n")
        return _EXIT_USAGE
    except HeadwaterError as error:
        sys.stderr.write(f"headwater-cli metalink: {error}\n")
        return _EXIT_FAILED
    return _EXIT_OK


def make_metalink(path: Path, urls: Sequence[str], piece_bytes: int | None = None) -> bytes:
    """A Metalink 4 document of a local file; blocks while it is hashed. Raises `LocalError`, `UserError`."""
    sources = tuple(SourceSpec(_file_url(url, path.name), priority) for priority, url in enumerate(urls, start=1))
    size_bytes, checksum, pieces = describe_file(path, piece_bytes=piece_bytes)
    file = MetalinkFile(path.name, size_bytes, sources, (checksum,), pieces if pieces.count > 1 else None)
    return write_metalink([file])


async def describe_job(api: "Api", job_id: JobId) -> bytes:
    """A Metalink 4 document of a job: its sources, best first, and what is known of its file.

    A finished file is hashed for it; of an unfinished one only what was told is written. Raises `UserError` for an
    unknown job, `LocalError`.
    """
    job, spec = api.job(job_id), api.spec(job_id)
    ranked = {source.url: rank for rank, source in enumerate(api.sources(job_id), start=1)}
    sources = tuple(replace(source, priority=ranked.get(source.url)) for source in spec.sources if source.enabled)
    if job.state is JobState.DONE and job.path is not None:
        size_bytes, checksum, pieces = await asyncio.to_thread(describe_file, job.path)
        file = MetalinkFile(job.name, size_bytes, sources, (checksum,), pieces)
    else:
        told = spec.options.pieces
        pieces_or_none = told if told is not None and told.algorithm != TREE else None
        file = MetalinkFile(job.name, job.size_bytes, sources, spec.options.checksums, pieces_or_none)
    return write_metalink([file])


async def export_job(api: "Api", job_id: JobId, target: Path) -> None:
    """Write what `describe_job` says to `target`, over what is there. Raises as it does."""
    document = await describe_job(api, job_id)
    await asyncio.to_thread(_write, target, document, overwrite=True)


def _file_url(url: str, name: str) -> str:
    if not is_url(url) or not urlsplit(url).hostname:
        raise UserError(f"{url!r} is not a URL like https://example.org/file")
    return url + quote(name) if url.endswith("/") else url


def _read_piece_bytes(text: str) -> int:
    size = parse_size(text)
    if size < _LEAST_PIECE_BYTES:
        raise UserError(f"pieces of less than {_LEAST_PIECE_BYTES} bytes make a Metalink larger than it is worth")
    return size


def _write(target: Path, document: bytes, *, overwrite: bool) -> None:
    try:
        with target.open("wb" if overwrite else "xb") as file:
            file.write(document)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as error:
        raise UserError(f"{target} exists already; --overwrite replaces it") from error
    except OSError as error:
        raise local_error(error, target) from error
