"""Taking a part file to another disk, where its file is to lie: a rename cannot do it, so it is copied.

Piece by piece on the worker threads, so that other jobs' bytes come through meanwhile. The rule: the old file goes only
when the copy is durable and everybody who has to find it knows where it is; until then a crash costs nothing but time.
"""

import errno
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from headwater.content.disk_pool import DiskPool
from headwater.content.file_placing import sync_folder
from headwater.content.sparse_file import SparseFile
from headwater.content.storage_errors import local_error

#: Copied at once; a worker thread is busy with it for some hundredths of a second.
_PIECE_BYTES: Final = 8 * 1024**2


def is_elsewhere(part: Path, folder: Path) -> bool:
    """Whether `part` cannot be renamed into `folder`, which is made. Raises `LocalError`.

    Tried with a second name, because devices that look alike may refuse (bind mounts), and others may not.
    """
    probe = folder / f".{part.name[:100]}.{os.getpid()}.probe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.link(part, probe)
        probe.unlink()
    except OSError as error:
        if error.errno == errno.EXDEV:
            return True
        if not folder.is_dir():
            raise local_error(error, folder) from error
        try:
            return part.stat().st_dev != folder.stat().st_dev  # no hard links here
        except OSError as fault:
            raise local_error(fault, part) from fault
    return False


async def relocate(file: SparseFile, to: Path, disk: DiskPool, told: Callable[[], Awaitable[None]]) -> None:
    """Let the open `file` be a copy at `to`, over what is there. `told` is awaited when the copy is durable.

    Nothing may be written meanwhile; readers notice nothing. Raises `LocalError`, and what `told` does; `file` is then
    what it was, and there is no copy.
    """
    before, size = file.path, await disk.run(0, lambda: file.size_bytes)
    await disk.run(0, file.require_space_in, to.parent, size)
    copy = await disk.run(0, _create, to)
    try:
        for offset in range(0, size, _PIECE_BYTES):
            await disk.run(0, _copy, file, copy, offset)
        await disk.submit_sync(_finish, copy, file, to)
        copy = -1
        await told()
        await disk.run(0, file.become, to)
    except BaseException:  # also when cancelled: the copy is nobody's, and would take the room for ever
        await disk.run(0, _give_up, copy, to)
        raise
    await disk.run(0, _remove, before)


def _create(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise local_error(error, path) from error


def _copy(file: SparseFile, copy: int, offset: int) -> None:
    left = memoryview(file.read_at(offset, _PIECE_BYTES))
    try:
        os.lseek(copy, offset, os.SEEK_SET)
        while left:
            left = left[os.write(copy, left) :]
    except OSError as error:
        raise local_error(error, file.path) from error


def _finish(copy: int, file: SparseFile, path: Path) -> None:
    """Make the copy durable, with the times of the original, and close it."""
    status = file.status()
    try:
        try:
            os.fsync(copy)
        finally:
            os.close(copy)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError as error:
        raise local_error(error, path) from error
    sync_folder(path.parent)


def _give_up(copy: int, path: Path) -> None:
    if copy >= 0:
        os.close(copy)
    _remove(path)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise local_error(error, path) from error
