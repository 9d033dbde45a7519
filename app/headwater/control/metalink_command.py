"""`headwater-cli metalink`: a Metalink of a local file, with its mirrors, its SHA-256 and the hashes of its pieces.

What is written is Metalink 4 (RFC 5854), so that other programs can use it too.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from headwater.content.file_check import describe_file
from headwater.control.document_fetch import is_url
from headwater.control.get_command import parse_size
from headwater.control.metalink_export import write_document
from headwater.discovery.metalink import MetalinkFile
from headwater.discovery.metalink_writer import write_metalink
from headwater.model.errors import HeadwaterError, UserError
from headwater.model.source import SourceSpec

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
            write_document(target, document, overwrite=args.overwrite)
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
    if not path.is_file():
        raise UserError(f"there is no file {path}")
    sources = tuple(SourceSpec(_file_url(url, path.name), priority) for priority, url in enumerate(urls, start=1))
    size_bytes, checksum, pieces = describe_file(path, piece_bytes=piece_bytes)
    file = MetalinkFile(path.name, size_bytes, sources, (checksum,), pieces if pieces.count > 1 else None)
    return write_metalink([file])


def _file_url(url: str, name: str) -> str:
    if not is_url(url) or not urlsplit(url).hostname:
        raise UserError(f"{url!r} is not a URL like https://example.org/file")
    return url + quote(name) if url.endswith("/") else url


def _read_piece_bytes(text: str) -> int:
    size = parse_size(text)
    if size < _LEAST_PIECE_BYTES:
        raise UserError(f"pieces of less than {_LEAST_PIECE_BYTES} bytes make a Metalink larger than it is worth")
    return size
