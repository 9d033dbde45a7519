"""Looking into archives that are still coming: the listing, one member's bytes, one member saved.

Works on any seekable binary file whose reads may wait, on a thread other than the loop's. Members that are archives
themselves are named and never opened. The rule: nothing that an archive says about itself is believed; each read,
each unpacked byte and each number of members has a bound, and names are made harmless before anyone sees them.
"""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final, cast

from backports import zstd

from headwater.discovery.filename import sanitize
from headwater.formats.sniff import Container
from headwater.model.errors import HeadwaterError, LocalError
from headwater.model.wording import say

#: Members that are listed; an honest archive that has more is listed as far.
MOST_MEMBERS: Final = 20_000
#: One read for a table of contents or a header: more is no honest archive's.
_LONGEST_READ: Final = 64 * 1024**2
_LONGEST_TAR_HEADER: Final = 1024**2
#: A compressed tar is unpacked no further than this to find names.
_MOST_UNPACKED: Final = 4 * 1024**3
#: Members that say they unpack to more than `_BOMB_BYTES` and `_BOMB_RATIO` times their size are not saved.
_BOMB_BYTES: Final = 256 * 1024**2
_BOMB_RATIO: Final = 1000
_CHUNK: Final = 256 * 1024
_ODD: Final = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zstd.ZstdError,
    lzma.LZMAError,
    zlib.error,
    NotImplementedError,  # a way of packing that Python does not know
    RuntimeError,  # how zipfile asks for a password
    EOFError,
    ValueError,
    OverflowError,
    OSError,  # how gzip and bz2 say that bytes are not theirs
)


class ArchiveError(HeadwaterError):
    """The archive is damaged, hostile or of a kind that is not known; one sentence says which."""


@dataclass(frozen=True, slots=True)
class Member:
    """One entry. `path` is for showing; `number` finds it again; `packed_bytes` is None where no one tells."""

    number: int
    path: str
    size_bytes: int
    packed_bytes: int | None = None
    is_folder: bool = False
    is_locked: bool = False

    @property
    def name(self) -> str:
        """A harmless file name for it."""
        return sanitize(self.path) or "member"


class Members(ABC):
    """One member's bytes, whatever the archive. Raises `ArchiveError`, and what the file's reads raise."""

    def read(self, member: Member, limit_bytes: int) -> bytes:
        """The member's first bytes, at most `limit_bytes` of them."""
        return b"".join(self._pieces(member, limit_bytes))

    def save(self, member: Member, path: Path, tell: Callable[[int], None]) -> None:
        """Write the member to `path`, complete or not at all; `tell(bytes written)` on the way.

        Raises `LocalError` where `path` cannot be written.
        """
        if member.size_bytes > max(_BOMB_BYTES, _BOMB_RATIO * max(1, member.packed_bytes or 0)):
            raise ArchiveError("This member unpacks to a thousand times its size: it is not saved.")
        partial = path.with_name(f"{path.name}.part")
        try:
            file = partial.open("wb")
        except OSError as error:
            raise LocalError(
                say("{path} cannot be written: {reason}", path=path, reason=error.strerror or error)
            ) from error
        written = 0
        try:
            with file:
                for piece in self._pieces(member, member.size_bytes):
                    _write(file, piece, path)
                    written += len(piece)
                    tell(written)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)

    @abstractmethod
    def _pieces(self, member: Member, limit_bytes: int) -> Iterator[bytes]:
        """The member's first `limit_bytes` bytes, in pieces."""


class ZipListing(Members):
    """The table of contents of a ZIP, and its members. Raises `ArchiveError`, and what the file's reads raise."""

    def __init__(self, file: IO[bytes]) -> None:
        with _told():
            self._zip = zipfile.ZipFile(cast("IO[bytes]", _Bounded(file, _LONGEST_READ)))
        self._infos = self._zip.infolist()
        self.members = tuple(
            Member(
                number,
                _shown(info.filename),
                info.file_size,
                info.compress_size,
                is_folder=info.filename.endswith("/"),  # `is_dir` fails on a name that is empty
                is_locked=bool(info.flag_bits & 1),
            )
            for number, info in enumerate(self._infos[:MOST_MEMBERS])
        )

    def _pieces(self, member: Member, limit_bytes: int) -> Iterator[bytes]:
        if member.is_locked:
            raise ArchiveError("This member is locked with a password.")
        left = limit_bytes
        with _told(), self._zip.open(self._infos[member.number]) as source:
            while left > 0 and (piece := source.read(min(_CHUNK, left))):
                yield piece
                left -= len(piece)

    def __repr__(self) -> str:
        return f"<ZipListing {len(self.members)} members>"


class TarMembers(Members):
    """The members that `list_tar` lists; a packed tar is unpacked from its beginning to get at one."""

    def __init__(self, file: IO[bytes], container: Container) -> None:
        self._file, self._container = file, container

    def _pieces(self, member: Member, limit_bytes: int) -> Iterator[bytes]:
        left = limit_bytes
        with _told(), _open_tar(self._file, self._container) as archive:
            info = next((info for at, info in enumerate(archive) if at == member.number), None)
            source = archive.extractfile(info) if info is not None and info.isreg() else None  # no link is followed
            if source is None:
                raise ArchiveError("There is nothing in this member that could be shown or saved.")
            while left > 0 and (piece := source.read(min(_CHUNK, left))):
                yield piece
                left -= len(piece)

    def __repr__(self) -> str:
        return f"<TarMembers of {self._container.value}>"


def list_tar(file: IO[bytes], container: Container) -> Iterator[Member]:
    """The members of a tar, packed as `container` says (TAR itself: not at all), as their headers come.

    Where a packed file holds no tar nothing is listed. Raises `ArchiveError`, and what the file's reads raise.
    """
    with _told(), _open_tar(file, container) as archive:
        for number, info in enumerate(archive):
            if number >= MOST_MEMBERS:
                return
            yield Member(number, _shown(info.name), info.size, is_folder=info.isdir())


def _open_tar(file: IO[bytes], container: Container) -> tarfile.TarFile:
    unpacked: Any = _UNPACKERS[container](file)
    bounded = _Bounded(_Forward(unpacked), _LONGEST_TAR_HEADER)
    return tarfile.open(fileobj=cast("IO[bytes]", bounded), mode="r:")


_UNPACKERS: Final[dict[Container, Callable[[IO[bytes]], Any]]] = {
    Container.TAR: lambda file: file,
    Container.GZIP: lambda file: gzip.GzipFile(fileobj=file),
    Container.BZIP2: bz2.BZ2File,
    Container.XZ: lzma.LZMAFile,
    Container.ZSTD: zstd.ZstdFile,
}
#: What `list_tar` takes.
TARS: Final = frozenset(_UNPACKERS)


def _shown(name: str) -> str:
    """A member's path without what could mislead whoever reads it: components made harmless, no `..`, no root."""
    parts = (sanitize(part, allow_leading_dot=True) for part in name.replace("\\", "/").split("/")[:64])
    return "/".join(part for part in parts if part) or say("(no name)")


def _write(file: IO[bytes], piece: bytes, path: Path) -> None:
    try:
        file.write(piece)
    except OSError as error:
        raise LocalError(
            say("{path} cannot be written: {reason}", path=path, reason=error.strerror or error)
        ) from error


class _told:  # noqa: N801  # reads like a word of the language where it stands
    """Turns the many ways in which Python's unpackers fail into one sentence."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: object) -> None:
        if isinstance(error, _ODD):
            raise ArchiveError(say("This archive cannot be read further ({reason}).", reason=error)) from error


class _Bounded:
    """A file that refuses to read more than so many bytes at once: sizes in headers are anybody's claim."""

    def __init__(self, file: Any, longest: int) -> None:
        self._file, self._longest = file, longest
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        if size > self._longest:
            raise ArchiveError("This archive's headers claim more than any honest archive's.")
        data: bytes = self._file.read(self._longest if size < 0 else size)
        return data

    def seekable(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"<_Bounded {self._longest} of {self._file!r}>"


class _Forward:
    """A file that is only ever read forward, with `seek` by reading on, and one step back.

    Python's unpackers seek back by beginning anew, and tarfile steps back by one byte before every header.
    """

    def __init__(self, file: Any) -> None:
        self._file = file
        self._skips = isinstance(file, io.BufferedReader)  # a plain tar: nothing is unpacked, seeking costs nothing
        self._position = self._end = 0
        self._last = b""

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET or (not self._skips and offset < self._end - len(self._last)):
            raise ArchiveError("This archive's headers lead back to where they began.")
        self._position = offset
        return offset

    def read(self, size: int) -> bytes:
        if self._skips:
            self._file.seek(self._position)
            data: bytes = self._file.read(size)
            self._position += len(data)
            return data
        while self._end < self._position and self._advance(min(_CHUNK, self._position - self._end)):
            pass
        kept = self._last[len(self._last) - (self._end - self._position) :] if self._position < self._end else b""
        data = kept[:size]
        while len(data) < size and (piece := self._advance(size - len(data))):
            data += piece
        self._position += len(data)
        return data

    def _advance(self, size: int) -> bytes:
        data: bytes = self._file.read(size)
        self._end += len(data)
        if self._end > _MOST_UNPACKED:
            raise ArchiveError("This archive unpacks to so much that it is not listed further.")
        if data:
            self._last = data[-1024:]
        return data

    def __repr__(self) -> str:
        return f"<_Forward at {self._position} of {self._file!r}>"
