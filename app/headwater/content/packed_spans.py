"""Spans as bytes, for the journal: fixed little-endian records, closed by a CRC-32 of them.

SQLite checks its pages' structure, not what lies in them; the CRC makes a flipped bit a `ValueError`
instead of a wrong claim.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import Final, NamedTuple

from headwater.model.source import SourceId
from headwater.model.spans import Span, SpanSet

_SPAN: Final = struct.Struct("<qq")
_EXTENT: Final = struct.Struct("<qqqI")
_CRC: Final = struct.Struct("<I")


class Extent(NamedTuple):
    """Bytes `[start, end)` as `supplier` brought them; `crc32` of the whole extent as it was written."""

    start: int
    end: int
    supplier: SourceId
    crc32: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def pack_spans(spans: Iterable[Span]) -> bytes:
    return _closed(b"".join(_SPAN.pack(span.start, span.end) for span in spans))


def unpack_spans(packed: bytes) -> SpanSet:
    """Raises `ValueError` when the bytes are not what `pack_spans` made."""
    return SpanSet(Span(start, end) for start, end in _SPAN.iter_unpack(_opened(packed, _SPAN.size)))


def pack_extents(extents: Iterable[Extent]) -> bytes:
    return _closed(b"".join(_EXTENT.pack(*extent) for extent in extents))


def unpack_extents(packed: bytes) -> list[Extent]:
    """Raises `ValueError` when the bytes are not what `pack_extents` made."""
    return [
        Extent(start, end, SourceId(supplier), crc32)
        for start, end, supplier, crc32 in _EXTENT.iter_unpack(_opened(packed, _EXTENT.size))
    ]


def _closed(body: bytes) -> bytes:
    return body + _CRC.pack(zlib.crc32(body))


def _opened(packed: bytes, record_size: int) -> bytes:
    body, crc = packed[: -_CRC.size], packed[-_CRC.size :]
    if len(crc) != _CRC.size or len(body) % record_size or _CRC.pack(zlib.crc32(body)) != crc:
        raise ValueError("the packed record is damaged")
    return body
