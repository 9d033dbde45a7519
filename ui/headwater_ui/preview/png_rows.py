"""A PNG that is still coming, made whole: the rows that have arrived, and empty ones for the rest.

Decoders refuse a PNG that ends early. Its image data is one zlib stream, so what has arrived can be unpacked, padded
and packed again without compression. After: PNG specification (third edition), 5 (chunks), 8.1 (Adam7), 9 (filters).
"""

import struct
import zlib
from typing import Final, NamedTuple

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
#: First column, first row, column step, row step of each Adam7 pass.
_ADAM7: Final = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_MOST_RAW_BYTES: Final = 512 * 1024**2


class PartialPng(NamedTuple):
    """A PNG that decoders accept; `rows` of `height` rows have arrived (all passes count alike when interlaced)."""

    data: bytes
    rows: int
    height: int


def complete_png(data: bytes) -> PartialPng | None:
    """Make a PNG of its first bytes; None when they are too few, broken, or it would be too large to show."""
    if not data.startswith(_SIGNATURE) or len(data) < 33 or data[12:16] != b"IHDR":
        return None
    header = data[8:33]
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", data[16:29])
    if colour not in _CHANNELS or not width or not height:
        return None
    wanted = _raw_size(width, height, depth * _CHANNELS[colour], interlace)
    if wanted > _MOST_RAW_BYTES:
        return None
    before, packed = _image_data(data)
    unpacker = zlib.decompressobj()
    try:
        raw = unpacker.decompress(packed, wanted)
    except zlib.error:
        return None
    if not raw:
        return None
    whole = zlib.compress(raw + bytes(wanted - len(raw)), 0)
    body = _SIGNATURE + header + before + _chunk(b"IDAT", whole) + _chunk(b"IEND", b"")
    return PartialPng(body, min(height, len(raw) * height // wanted), height)


def _image_data(data: bytes) -> tuple[bytes, bytes]:
    """The chunks between header and image (palette, transparency, …) as they are, and the packed image so far."""
    before, packed = bytearray(), bytearray()
    at = 33
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if kind == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        elif kind == b"IEND":
            break
        elif not packed and at + 12 + length <= len(data):
            before += data[at : at + 12 + length]
        at += 12 + length
    return bytes(before), bytes(packed)


def _raw_size(width: int, height: int, bits_per_pixel: int, interlace: int) -> int:
    """Bytes of the unpacked image: a filter byte and the packed pixels of each row, of each pass."""
    if not interlace:
        return height * (1 + (width * bits_per_pixel + 7) // 8)
    total = 0
    for first_x, first_y, step_x, step_y in _ADAM7:
        columns, rows = -(-(width - first_x) // step_x), -(-(height - first_y) // step_y)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits_per_pixel + 7) // 8)
    return total


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
