"""RIFF chunks, for WAV and AVI: little-endian sizes, contents padded to even length."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from headwater.formats.byte_view import ByteView, Malformed

_MAX_CHUNKS: Final = 4096


class Chunk(NamedTuple):
    """One chunk: its name, where its content begins and ends (cut to the parent's end)."""

    kind: bytes
    start: int
    content: int
    end: int


def walk_chunks(view: ByteView, start: int, end: int) -> Iterator[Chunk]:
    """The chunks between two offsets. Raises `Malformed` when there are too many."""
    at = start
    for _ in range(_MAX_CHUNKS):
        if at + 8 > end:
            return
        header = view.read(at, 8)
        size = int.from_bytes(header[4:], "little")
        yield Chunk(header[:4], at, at + 8, min(at + 8 + size, end))
        at += 8 + size + size % 2
    raise Malformed("there are more chunks than any honest file has")
