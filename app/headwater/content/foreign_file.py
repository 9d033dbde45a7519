"""A partial file that another program left: which of its bytes may be a file's, and a copy of them.

Blocking, for worker threads. The foreign file is only read, unless it is to be moved. What is certainly not there
(holes, runs of zeros that a program wrote to take room, what aria2's control file leaves out) is not claimed; the rest
has yet to be compared.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from headwater.content.file_placing import sync_folder
from headwater.content.storage_errors import local_error
from headwater.discovery.aria2_control import MAX_BYTES, SUFFIX, read_control
from headwater.model.errors import LocalError, UserError
from headwater.model.spans import Span, SpanSet
from headwater.model.wording import say

#: What is given up as zeros is a whole number of these; a file that has such runs loses little.
_BLOCK_BYTES: Final = 64 * 1024
_READ_BYTES: Final = 1024 * 1024
_ZEROS: Final = bytes(_BLOCK_BYTES)
#: Endings that programs give to files that are not complete.
_PARTIAL: Final = (".part", ".crdownload", ".opdownload", ".download", ".partial", ".incomplete", ".filepart", ".tmp")

#: Called with the number of bytes done so far, and in all; may raise to give up.
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """`spans` may be right; `full_bytes` is the whole file's size where somebody wrote it down, else None."""

    path: Path
    length: int
    spans: tuple[Span, ...]
    full_bytes: int | None = None

    @property
    def name(self) -> str:
        """What the file will be called when it is complete, judged by its name now."""
        name = self.path.name
        for suffix in _PARTIAL:
            if name.lower().endswith(suffix) and len(name) > len(suffix):
                return name[: -len(suffix)]
        return name


def look_at_foreign(path: Path, told: Told) -> ForeignFile:
    """Read `path`, or the file beside the control file `path`. Raises `LocalError`, `UserError` (nothing is in it)."""
    if path.name.lower().endswith(SUFFIX):
        path = path.with_name(path.name[: -len(SUFFIX)])
    control = path.with_name(path.name + SUFFIX)
    try:
        length = path.stat().st_size
        if control.is_file():
            if control.stat().st_size > MAX_BYTES:
                raise UserError(say("{control} is too large for a control file of aria2", control=control))
            known = read_control(control.read_bytes())
            within = SpanSet(known.spans)
            if within.end > length:
                within.discard(Span(length, within.end))
            return _not_empty(ForeignFile(path, length, tuple(within), known.size_bytes))
        with path.open("rb", buffering=0) as file:
            spans = _filled(file.fileno(), length, told)
    except FileNotFoundError as error:
        raise UserError(say("there is no file {path}", path=path)) from error
    except IsADirectoryError as error:
        raise UserError(say("{path} is a folder; choose the partial file in it", path=path)) from error
    except OSError as error:
        raise local_error(error, path) from error
    return _not_empty(ForeignFile(path, length, spans))


def read_span(path: Path, span: Span) -> bytes:
    """The bytes of `span`. Raises `LocalError`, also where the file has become shorter."""
    try:
        with path.open("rb", buffering=0) as file:
            file.seek(span.start)
            data = file.read(span.size)
    except OSError as error:
        raise local_error(error, path) from error
    if len(data) != span.size:
        raise LocalError(say("{path} has changed while it was read", path=path))
    return data


def copy_spans(source: Path, target: Path, spans: Iterable[Span], told: Told) -> None:
    """Copy `spans` to the same places of `target`, which is there and empty, and sync it. Raises `LocalError`.

    File systems that can share blocks do so where spans fit them.
    """
    wanted = list(spans)
    total = sum(span.size for span in wanted)
    try:
        if shutil.disk_usage(target.parent).free < total:
            raise LocalError(
                say("There is not enough room in {folder} for a copy of {name}", folder=target.parent, name=source.name)
            )
        done = 0
        with source.open("rb", buffering=0) as reader, target.open("r+b", buffering=0) as writer:
            for span in wanted:
                at = span.start
                while at < span.end:
                    count = _copy(reader.fileno(), writer.fileno(), at, min(_READ_BYTES, span.end - at))
                    if not count:
                        raise LocalError(say("{source} has changed while it was copied", source=source))
                    at += count
                    done += count
                    told(done, total)
            os.fsync(writer.fileno())
    except OSError as error:
        raise local_error(error, target) from error


def move_file(source: Path, target: Path) -> None:
    """Let `source` take the place of `target`, which is there and empty. Raises `LocalError`; then nothing is moved."""
    try:
        source.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        if error.errno == errno.EXDEV:
            raise LocalError(
                say(
                    "{name} lies on another disk than {folder}; let it be copied",
                    name=source.name,
                    folder=target.parent,
                )
            ) from error
        raise local_error(error, source) from error


def _copy(reader: int, writer: int, offset: int, count: int) -> int:
    if hasattr(os, "copy_file_range"):
        try:
            return os.copy_file_range(reader, writer, count, offset, offset)
        except OSError:
            # Not between these file systems, or not with this kernel: what follows says what is really wrong.
            pass
    os.lseek(reader, offset, os.SEEK_SET)
    data = os.read(reader, count)
    os.lseek(writer, offset, os.SEEK_SET)
    return os.write(writer, data)


def _not_empty(found: ForeignFile) -> ForeignFile:
    if not found.spans:
        raise UserError(say("nothing of {name} has arrived yet", name=found.path.name))
    return found


def _filled(descriptor: int, length: int, told: Told) -> tuple[Span, ...]:
    """Where there is something else than zeros, in whole blocks; the file's last bytes count with theirs."""
    spans = SpanSet()
    for data in _data_spans(descriptor, length):
        at = data.start - data.start % _BLOCK_BYTES
        while at < data.end:
            os.lseek(descriptor, at, os.SEEK_SET)
            chunk = os.read(descriptor, min(_READ_BYTES, data.end - at))
            if not chunk:
                break
            for start in range(0, len(chunk), _BLOCK_BYTES):
                block = chunk[start : start + _BLOCK_BYTES]
                if block != _ZEROS[: len(block)]:
                    spans.add(Span(at + start, at + start + len(block)))
            at += len(chunk)
            told(at, length)
    return tuple(trimmed for span in tuple(spans) if (trimmed := _trimmed(descriptor, span, length)) is not None)


def _trimmed(descriptor: int, span: Span, length: int) -> Span | None:
    """`span` without the zeros at its inner ends: what a program has not written yet begins inside a block."""
    start, end = span.start, span.end
    if start:
        os.lseek(descriptor, start, os.SEEK_SET)
        first = os.read(descriptor, min(_BLOCK_BYTES, span.size))
        start += len(first) - len(first.lstrip(b"\0"))
    if end < length:
        low = max(start, end - _BLOCK_BYTES)
        os.lseek(descriptor, low, os.SEEK_SET)
        end = low + len(os.read(descriptor, end - low).rstrip(b"\0"))
    return Span(start, end) if start < end else None


def _data_spans(descriptor: int, length: int) -> Iterable[Span]:
    """The file without its holes, as far as the system tells of them."""
    if not hasattr(os, "SEEK_DATA"):
        if length:
            yield Span(0, length)
        return
    at = 0
    while at < length:
        try:
            start = os.lseek(descriptor, at, os.SEEK_DATA)
        except OSError:  # no data behind here, or a system that tells nothing of holes: at the beginning, all is data
            if at == 0 and not _knows_holes(descriptor):
                yield Span(0, length)
            return
        end = min(length, os.lseek(descriptor, start, os.SEEK_HOLE))
        if end > start:
            yield Span(start, end)
        at = max(end, start + 1)


def _knows_holes(descriptor: int) -> bool:
    """Whether the file system answers where holes are."""
    try:
        os.lseek(descriptor, 0, os.SEEK_HOLE)
    except OSError:
        return False
    return True
