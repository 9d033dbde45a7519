"""A finished or foreign file against what is known of it: read once, hashed for all of it together.

Blocking, for a worker thread or a terminal. Nothing is written; what becomes of bad blocks is the caller's affair.
Also describes a file that nothing is known of yet, for a Metalink.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from headwater.content.block_hasher import make_block_hasher
from headwater.content.hash_tree import piece_bytes_for
from headwater.content.storage_errors import local_error
from headwater.content.verdict import Finding, Verdict
from headwater.model.errors import IntegrityError
from headwater.model.hashing import Hasher, make_hasher
from headwater.model.job import Checksum, PieceHashes
from headwater.model.spans import Span
from headwater.model.wording import in_turn, joined, say

_READ_BYTES: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was found: sizes in bytes (`expected` None: not known), bad pieces by number, and which digests differ."""

    size_bytes: int
    expected_bytes: int | None
    pieces: PieceHashes | None
    bad: tuple[int, ...]
    right: tuple[Checksum, ...]
    wrong: tuple[Checksum, ...]

    @property
    def bad_spans(self) -> tuple[Span, ...]:
        """The bytes of the bad and missing pieces, in order, those that touch each other joined."""
        if self.pieces is None:
            return ()
        end = self.expected_bytes or self.size_bytes
        joined: list[Span] = []
        for span in (self.pieces.span(index, end) for index in self.bad):
            if joined and joined[-1].end == span.start:
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        return tuple(joined)

    @property
    def verdict(self) -> Verdict:
        """All of it in one sentence."""
        size_is_wrong = self.expected_bytes is not None and self.size_bytes != self.expected_bytes
        remark = say(
            "It has {size_bytes:,} bytes and should have {wanted:,}.",
            size_bytes=self.size_bytes,
            wanted=self.expected_bytes or 0,
        )
        remarks = (remark,) if size_is_wrong else ()
        if self.pieces is not None and self.bad:
            words = say(
                "{count:,} of {total:,} blocks are wrong or missing.",
                one="{count:,} of {total:,} blocks is wrong or missing.",
                count=len(self.bad),
                total=self.pieces.count,
            )
            return Verdict(Finding.DAMAGED, in_turn(words, *remarks), self.bad_spans)
        whole = (Span(0, self.size_bytes),) if self.size_bytes else ()
        if self.wrong:
            wrong = ", ".join(checksum.algorithm.upper() for checksum in self.wrong)
            words = say("{hashes} is wrong: this is not the file that was meant.", hashes=wrong)
            return Verdict(Finding.DAMAGED, in_turn(words, *remarks), whole)
        if size_is_wrong:
            return Verdict(Finding.DAMAGED, remark, whole)
        if self.right or self.pieces is not None:
            names = [checksum.algorithm.upper() for checksum in self.right]
            blocks = [] if self.pieces is None else [say("all {count:,} blocks", count=self.pieces.count)]
            return Verdict(Finding.PROVEN, say("{hashes}: right.", hashes=joined([*names, *blocks], ", ")))
        return Verdict(Finding.UNPROVEN, say("No trusted hash was known; nothing was proven."))


class _PieceWatch:
    """Hashes pieces one after the other as the file is read; remembers the numbers of those that are wrong."""

    def __init__(self, pieces: PieceHashes) -> None:
        self._pieces = pieces
        self._index = 0
        self._room = pieces.piece_bytes
        self._hasher = make_block_hasher(pieces)
        self.bad: list[int] = []

    def update(self, data: memoryview) -> None:
        while data:
            taken = data[: self._room]
            self._hasher.update(taken)
            self._room -= len(taken)
            data = data[len(taken) :]
            if self._room == 0:
                self._close()

    def finish(self) -> list[int]:
        """Judge a last, shorter piece; pieces that the file does not reach are bad."""
        if self._room < self._pieces.piece_bytes:
            self._close()
        return self.bad + list(range(self._index, self._pieces.count))

    def _close(self) -> None:
        if self._index < self._pieces.count and self._hasher.digest() != self._pieces.digest_of(self._index):
            self.bad.append(self._index)
        self._index += 1
        self._room = self._pieces.piece_bytes
        self._hasher = make_block_hasher(self._pieces)


def check_file(
    path: Path,
    checksums: Sequence[Checksum],
    pieces: PieceHashes | None,
    expected_bytes: int | None,
    progress: Callable[[int], None] | None = None,
) -> FileReport:
    """Hash all of `path` once. `progress` hears how many bytes were read, about once a MiB.

    Raises `LocalError` when it cannot be read, `UserError` for a hash that cannot be computed here,
    `IntegrityError` when the pieces do not belong to a file of the expected size.
    """
    if pieces is not None and expected_bytes is not None and not pieces.fits(expected_bytes):
        raise IntegrityError(
            say(
                "{count} piece hashes from {origin} do not belong to a file of {expected_bytes} bytes",
                count=pieces.count,
                origin=pieces.origin,
                expected_bytes=expected_bytes,
            )
        )
    hashers: dict[str, Hasher] = {checksum.algorithm: make_hasher(checksum.algorithm) for checksum in checksums}
    watch = _PieceWatch(pieces) if pieces is not None else None
    size_bytes = 0
    for data in _read(path):
        for hasher in hashers.values():
            hasher.update(data)
        if watch is not None:
            watch.update(data)
        size_bytes += len(data)
        if progress is not None:
            progress(size_bytes)
    bad = watch.finish() if watch is not None else []
    matching = [hashers[checksum.algorithm].hexdigest() == checksum.hex_digest.lower() for checksum in checksums]
    return FileReport(
        size_bytes,
        expected_bytes,
        pieces,
        tuple(bad),
        tuple(checksum for checksum, is_right in zip(checksums, matching, strict=True) if is_right),
        tuple(checksum for checksum, is_right in zip(checksums, matching, strict=True) if not is_right),
    )


def describe_file(
    path: Path, *, piece_bytes: int | None = None, progress: Callable[[int], None] | None = None
) -> tuple[int, Checksum, PieceHashes]:
    """Size, SHA-256 and SHA-256 of the pieces of a file, for a Metalink. Raises `LocalError`."""
    whole = make_hasher("sha-256")
    try:
        piece_bytes = piece_bytes or piece_bytes_for(path.stat().st_size)
    except OSError as error:
        raise local_error(error, path) from error
    digests = bytearray()
    piece, room, size_bytes = make_hasher("sha-256"), piece_bytes, 0
    for data in _read(path):
        whole.update(data)
        size_bytes += len(data)
        view = data
        while view:
            taken = view[:room]
            piece.update(taken)
            view, room = view[len(taken) :], room - len(taken)
            if room == 0:
                digests += piece.digest()
                piece, room = make_hasher("sha-256"), piece_bytes
        if progress is not None:
            progress(size_bytes)
    if room < piece_bytes:
        digests += piece.digest()
    return size_bytes, Checksum("sha-256", whole.hexdigest()), PieceHashes("sha-256", piece_bytes, bytes(digests))


def _read(path: Path) -> Iterator[memoryview]:
    """The file's bytes in buffers that are reused: each is only good until the next."""
    buffer = bytearray(_READ_BYTES)
    view = memoryview(buffer)
    try:
        with path.open("rb", buffering=0) as file:
            while count := file.readinto(view):
                yield view[:count]
    except OSError as error:
        raise local_error(error, path) from error
