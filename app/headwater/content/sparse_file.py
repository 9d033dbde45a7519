"""The part file: positioned reads and writes, a lock against other processes, free space, syncing.

Blocking calls for worker threads; nothing here knows a loop, a job or which bytes are whose. The rule: a
failed call leaves the file as usable as before, and says so in a `LocalError`.
"""

import os
import shutil
import sys
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from headwater.content.file_placing import sync_folder
from headwater.content.storage_errors import PartFileGoneError, local_error
from headwater.model.amounts import size_words
from headwater.model.errors import Cause, LocalError
from headwater.model.ports import Move
from headwater.model.wording import say

#: Most buffers in one `pwritev` call (Linux' IOV_MAX).
_MAX_BUFFERS: Final = 1024

#: Bytes read at once where more is wanted: what stays in a processor's own memory until it is looked at.
_READ_BYTES: Final = 256 * 1024

_CLOEXEC: Final = getattr(os, "O_CLOEXEC", 0)
_BINARY: Final = getattr(os, "O_BINARY", 0)


class _Scratch(threading.local):
    """A worker's memory to read into, used again and again."""

    def __init__(self) -> None:
        self.buffer = memoryview(bytearray(_READ_BYTES))


_scratch: Final = _Scratch()


if sys.platform == "win32":
    import msvcrt

    #: Windows locks bytes, and locked bytes cannot be read by others: lock one far behind any file's end.
    _LOCK_OFFSET: Final = 2**62

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCK_OFFSET, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _open_locked(path: Path) -> int:
    """Open `path` for reading and writing, locked; the name and the descriptor mean the same file on return."""
    while True:
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | _CLOEXEC | _BINARY, 0o666)
        except OSError as error:
            raise local_error(error, path) from error
        try:
            _lock(descriptor)
            is_same = sys.platform == "win32" or os.path.samestat(os.fstat(descriptor), path.stat())
        except FileNotFoundError:
            is_same = False  # whoever held the lock renamed or removed the file before it let go
        except (BlockingIOError, PermissionError) as error:
            os.close(descriptor)
            raise LocalError(
                say("{path} is being written by another program or another Headwater", path=path)
            ) from error
        except OSError as error:
            os.close(descriptor)
            raise local_error(error, path) from error
        if is_same:
            return descriptor
        os.close(descriptor)


class SparseFile:
    """One open part file. Thread-safe: positioned calls share no file offset."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor
        self._seek_lock = threading.Lock()

    @classmethod
    def open(cls, path: Path) -> "SparseFile":
        """Open or create `path` and lock it. Raises `LocalError`; never truncates."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise local_error(error, path.parent) from error
        is_new = not path.exists()
        file = cls(path, _open_locked(path))
        if is_new:
            sync_folder(path.parent)  # what is synced into a file is lost with its name
        return file

    def write_at(self, offset: int, buffers: Sequence[bytes | memoryview]) -> None:
        """Write all `buffers` one behind the other from `offset`. Raises `LocalError`."""
        try:
            if hasattr(os, "pwritev"):
                self._write_positioned(offset, buffers)
            else:
                self._write_seeking(offset, buffers)
        except OSError as error:
            raise local_error(error, self.path) from error

    def pour_at(self, offset: int, size: int, move: Move) -> int:
        """Let `move` write up to `size` bytes at `offset`; returns how many. Raises `LocalError`."""
        try:
            return move(self._descriptor, offset, size)
        except OSError as error:
            raise local_error(error, self.path) from error

    def _write_positioned(self, offset: int, buffers: Sequence[bytes | memoryview]) -> None:
        left = list(buffers)
        while left:
            written = os.pwritev(self._descriptor, left[:_MAX_BUFFERS], offset)
            offset += written
            done = 0
            while done < len(left) and written >= len(left[done]):
                written -= len(left[done])
                done += 1
            del left[:done]
            if written:
                left[0] = memoryview(left[0])[written:]

    def _write_seeking(self, offset: int, buffers: Sequence[bytes | memoryview]) -> None:
        with self._seek_lock:
            os.lseek(self._descriptor, offset, os.SEEK_SET)
            for buffer in buffers:
                left = memoryview(buffer)
                while left:
                    left = left[os.write(self._descriptor, left) :]

    def read_at(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset`; fewer only where the file ends. Raises `LocalError`."""
        try:
            if hasattr(os, "pread"):
                data = os.pread(self._descriptor, size, offset)
                while 0 < len(data) < size:
                    more = os.pread(self._descriptor, size - len(data), offset + len(data))
                    if not more:
                        break
                    data += more
                return data
            with self._seek_lock:
                os.lseek(self._descriptor, offset, os.SEEK_SET)
                return os.read(self._descriptor, size)
        except OSError as error:
            raise local_error(error, self.path) from error

    def read_into(self, offset: int, buffer: memoryview) -> int:
        """Fill `buffer` with bytes from `offset`; returns how many: fewer only where the file ends.

        For those who read much and keep nothing. Raises `LocalError`.
        """
        if not hasattr(os, "preadv"):
            data = self.read_at(offset, len(buffer))
            buffer[: len(data)] = data
            return len(data)
        try:
            filled = os.preadv(self._descriptor, [buffer], offset)
            while 0 < filled < len(buffer):
                count = os.preadv(self._descriptor, [buffer[filled:]], offset + filled)
                if not count:
                    break
                filled += count
        except OSError as error:
            raise local_error(error, self.path) from error
        return filled

    def views(self, start: int, end: int) -> Iterator[memoryview]:
        """What the file has from `start` to `end`, in whole leaves of a tree; fewer bytes only where it ends.

        Each is good until the thread reads again. Raises `LocalError`.
        """
        while start < end:
            count = self.read_into(start, _scratch.buffer[: end - start])
            if not count:
                break
            yield _scratch.buffer[:count]
            start += count

    def crc32(self, start: int, end: int) -> int:
        """CRC-32 of what the file has from `start` to `end`. Raises `LocalError`."""
        crc = 0
        for data in self.views(start, end):
            crc = zlib.crc32(data, crc)
        return crc

    def sync_data(self) -> None:
        """Return when all that was written before lies on the disk. Raises `LocalError`.

        After a failed sync the system may have dropped the bytes: nothing written since the last good sync may
        be called durable. After `PartFileGoneError` nothing of the file may.
        """
        try:
            if hasattr(os, "fdatasync"):
                os.fdatasync(self._descriptor)
            else:
                os.fsync(self._descriptor)
        except OSError as error:
            raise local_error(error, self.path) from error
        self._require_name()

    def _require_name(self) -> None:
        """What is synced into a file that nobody finds again is lost. Windows lets nobody take an open file's name."""
        if sys.platform == "win32":
            return
        try:
            with self._seek_lock:
                is_here = os.path.samestat(os.fstat(self._descriptor), self.path.stat())
        except (FileNotFoundError, NotADirectoryError):
            is_here = False
        except OSError as error:
            raise local_error(error, self.path) from error
        if not is_here:
            raise PartFileGoneError(self.path)

    def seal(self, size_bytes: int, modified_at: float | None) -> None:
        """Give the file its exact size and modification time (Unix seconds), and sync all of it."""
        try:
            if os.fstat(self._descriptor).st_size != size_bytes:
                os.ftruncate(self._descriptor, size_bytes)
            if modified_at is not None:
                if os.utime in os.supports_fd:
                    os.utime(self._descriptor, (modified_at, modified_at))
                else:
                    os.utime(self.path, (modified_at, modified_at))
            os.fsync(self._descriptor)
        except OSError as error:
            raise local_error(error, self.path) from error

    @property
    def size_bytes(self) -> int:
        """The file's present length. Raises `LocalError`."""
        return self.status().st_size

    def status(self) -> os.stat_result:
        try:
            return os.fstat(self._descriptor)
        except OSError as error:
            raise local_error(error, self.path) from error

    def require_space(self, size_bytes: int) -> None:
        """Raise `LocalError` when the disk has no room for what the file still lacks of `size_bytes`."""
        stored = self.status()
        # A sparse file's length says nothing; its blocks do (512 bytes each by POSIX; absent on Windows).
        held = getattr(stored, "st_blocks", None)
        self.require_space_in(self.path.parent, size_bytes - (held * 512 if held is not None else stored.st_size))

    def require_space_in(self, folder: Path, needed: int) -> None:
        """Raise `LocalError` when the disk of `folder` has no room for so many more bytes."""
        try:
            free = shutil.disk_usage(folder).free
        except OSError as error:
            raise local_error(error, folder) from error
        if needed > free:
            words = say(
                "{name} needs {wanted}, but the disk of {folder} has {there} free",
                name=self.path.name,
                wanted=size_words(needed),
                folder=folder,
                there=size_words(free),
            )
            raise LocalError(words, cause=Cause.DISK_FULL)

    def become(self, path: Path) -> None:
        """Be the file at `path` from now on, locked; whoever reads notices nothing. Raises `LocalError`."""
        descriptor = _open_locked(path)
        try:
            with self._seek_lock:
                os.dup2(descriptor, self._descriptor, inheritable=False)  # in one step: reads go to either file
                self.path = path
        except OSError as error:
            raise local_error(error, path) from error
        finally:
            os.close(descriptor)

    def rename(self, rename: Callable[[Path, Path], None], target: Path) -> None:
        """Let `rename(old, new)` give the open file another name; on Windows it is closed meanwhile."""
        if sys.platform == "win32":
            with self._seek_lock:
                os.close(self._descriptor)
                try:
                    rename(self.path, target)
                    self.path = target
                finally:
                    self._descriptor = _open_locked(self.path)
            return
        with self._seek_lock:  # nobody looks for the old name meanwhile
            rename(self.path, target)
            self.path = target

    def close(self) -> None:
        """Close and unlock. Harmless when already closed."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def __repr__(self) -> str:
        return f"<SparseFile {self.path}{' closed' if self._descriptor < 0 else ''}>"
