"""Giving the finished file its name: atomic, never over an existing file, and still there after power loss.

Blocking calls for worker threads. A number goes before the suffixes: `name (1).tar.gz`.
"""

import errno
import os
import sys
from pathlib import Path
from typing import Final

from headwater.content.storage_errors import local_error

#: Suffixes that say how a file is wrapped; what stands before them still belongs to the kind of the file.
_WRAPPINGS: Final = frozenset(
    {".gz", ".bz2", ".xz", ".zst", ".zstd", ".lz", ".lz4", ".lzma", ".lzo", ".br", ".z"}
    | {".asc", ".sig", ".sign", ".gpg", ".md5", ".sha1", ".sha256", ".sha512", ".torrent"}
)
_LONGEST_SUFFIX: Final = 8
_MOST_NAME_BYTES: Final = 255

#: What `link` says on file systems that have no hard links (FAT, exFAT, some network shares).
_NO_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES})


def split_suffixes(name: str) -> tuple[str, str]:
    """`archive.tar.gz` -> (`archive`, `.tar.gz`); `notes 1.5` keeps its stem whole; `.profile` has no suffix."""
    stem, suffixes = name, ""
    while True:
        dot = stem.rfind(".")
        suffix = stem[dot:]
        if dot <= 0 or not 1 < len(suffix) <= _LONGEST_SUFFIX or not suffix[1:].isalnum() or suffix[1:].isdigit():
            return stem, suffixes
        stem, suffixes = stem[:dot], suffix + suffixes
        if suffix.lower() not in _WRAPPINGS:
            return stem, suffixes


def numbered(name: str, number: int) -> str:
    """`name` with ` (number)` before its suffixes, cut to 255 bytes; number 0 is the name itself."""
    if number == 0:
        return name
    stem, suffixes = split_suffixes(name)
    tail = f" ({number}){suffixes}"
    room = _MOST_NAME_BYTES - len(os.fsencode(tail))
    while stem and len(os.fsencode(stem)) > room:
        stem = stem[:-1]
    return stem + tail


def free_name(target: Path) -> Path:
    """The first of `target`, `target (1)`, ... that nothing is called. Others may take it meanwhile."""
    number = 0
    while os.path.lexists(candidate := target.with_name(numbered(target.name, number))):
        number += 1
    return candidate


def rename_exclusive(part: Path, target: Path) -> None:
    """Rename `part` to `target`, atomically. Raises `FileExistsError` where `target` exists, else `LocalError`."""
    try:
        if sys.platform == "win32":
            part.rename(target)  # never replaces on Windows
            return
        try:
            os.link(part, target)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _rename_over_placeholder(part, target)
        else:
            part.unlink()
    except FileExistsError:
        raise
    except OSError as error:
        raise local_error(error, target) from error


def _rename_over_placeholder(part: Path, target: Path) -> None:
    """Take the name with an empty file of our own, then rename over that."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        part.replace(target)
    except OSError:
        target.unlink()
        raise


def replace(part: Path, target: Path) -> None:
    """Rename `part` to `target`, over whatever file is there. Raises `LocalError`."""
    try:
        part.replace(target)
    except OSError as error:
        raise local_error(error, target) from error


def sync_folder(folder: Path) -> None:
    """Make names in `folder` survive power loss. Raises `LocalError`; does nothing where folders cannot be synced."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS}:
                raise
        finally:
            os.close(descriptor)
    except OSError as error:
        raise local_error(error, folder) from error
