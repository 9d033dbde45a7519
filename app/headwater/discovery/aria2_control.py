"""aria2's control files (`name.aria2`): which pieces of the file beside them are there. Bytes in, values out.

The layout is that of aria2's technical notes: version 1 in network order, version 0 in the order of the computer that
wrote it; bit fields with the highest bit first. Of pieces in flight, blocks of 16 KiB are known.
"""

import struct
from dataclasses import dataclass
from typing import Final

from headwater.model.errors import UserError
from headwater.model.spans import Span, SpanSet

SUFFIX: Final = ".aria2"
#: A control file for a file of a terabyte in pieces of a MiB has some 130 kB.
MAX_BYTES: Final = 16 * 1024 * 1024
_BLOCK_BYTES: Final = 16 * 1024


@dataclass(frozen=True, slots=True)
class ControlFile:
    """What it says: the whole file's size, and the spans that are there."""

    size_bytes: int
    spans: tuple[Span, ...]


class _Reader:
    """Reads numbers one after the other; raises `UserError` behind the end."""

    def __init__(self, data: bytes, order: str, at: int) -> None:
        self._data, self._order, self._at = data, order, at

    def take(self, count: int) -> bytes:
        if count < 0 or self._at + count > len(self._data):
            raise UserError("aria2's control file is cut short")
        self._at += count
        return self._data[self._at - count : self._at]

    def number(self, code: str) -> int:
        (value,) = struct.unpack(self._order + code, self.take(struct.calcsize("=" + code)))
        return int(value)


def read_control(data: bytes) -> ControlFile:
    """Raises `UserError` for what is no control file or contradicts itself."""
    orders = {b"\0\1": ">", b"\0\0": "<"}
    order = orders.get(data[:2])
    if order is None:
        raise UserError("this is no control file of aria2 that is known here")
    reader = _Reader(data, order, at=6)
    reader.take(reader.number("I"))  # the info hash of a torrent
    piece_bytes, size_bytes, _uploaded = reader.number("I"), reader.number("Q"), reader.number("Q")
    bits = reader.take(reader.number("I"))
    if not piece_bytes or not size_bytes or len(bits) != (size_bytes - 1) // piece_bytes // 8 + 1:
        raise UserError("aria2's control file contradicts itself")
    spans = SpanSet()
    for index in _set_bits(bits):
        _add(spans, index * piece_bytes, piece_bytes, size_bytes)
    for _ in range(reader.number("I")):
        index, length = reader.number("I"), reader.number("I")
        for block in _set_bits(reader.take(reader.number("I"))):
            start = block * _BLOCK_BYTES
            _add(spans, index * piece_bytes + start, min(_BLOCK_BYTES, length - start), size_bytes)
    return ControlFile(size_bytes, tuple(spans))


def _set_bits(bits: bytes) -> list[int]:
    return [8 * at + bit for at, byte in enumerate(bits) if byte for bit in range(8) if byte & 0x80 >> bit]


def _add(spans: SpanSet, start: int, length: int, size_bytes: int) -> None:
    end = min(start + length, size_bytes)
    if start < end:
        spans.add(Span(start, end))
