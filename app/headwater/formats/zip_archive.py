"""ZIP (APPNOTE 6.3): the end record, then the central directory: the whole listing from the last few kilobytes."""

from typing import Final

from headwater.formats.byte_view import ByteView, Malformed
from headwater.formats.needs import Needs
from headwater.model.spans import Span

_END: Final = b"PK\x05\x06"
_END_BYTES: Final = 22
_LOCATOR: Final = b"PK\x06\x07"
_LOCATOR_BYTES: Final = 20
_END64: Final = b"PK\x06\x06"
_END64_BYTES: Final = 56
_NEAR_BYTES: Final = 64 * 1024  # holds end record and directory of most archives: one jump instead of two
_FAR_BYTES: Final = _END_BYTES + 65_535


def find_needs(view: ByteView) -> Needs:
    """The tail, then the central directory."""
    for reach in (_NEAR_BYTES, _FAR_BYTES):
        tail = view.tail(reach)
        if tail is None:
            break
        data = view.read(tail.start, tail.size)
        at = data.rfind(_END)
        if 0 <= at <= len(data) - _END_BYTES:
            return Needs((tail, *_directory(view, tail.start + at)))
    raise Malformed("no end record of the central directory")


def _directory(view: ByteView, end_at: int) -> tuple[Span, ...]:
    end = view.read(end_at, _END_BYTES)
    size, offset = int.from_bytes(end[12:16], "little"), int.from_bytes(end[16:20], "little")
    if size == 0xFFFFFFFF or offset == 0xFFFFFFFF:
        size, offset = _read_end64(view, end_at)
    if offset + size > end_at:
        raise Malformed("the central directory runs past its own end record")
    # Archives with something put before them keep offsets relative to the archive: the directory still ends
    # where its end record begins, so both places are asked for when they differ.
    places = {max(0, end_at - size), offset} if size else set()
    spans = [view.span(place, size) for place in sorted(places, reverse=True)]
    return tuple(span for span in spans if span is not None)


def _read_end64(view: ByteView, end_at: int) -> tuple[int, int]:
    """Size and offset of the directory of a ZIP64 archive."""
    locator = view.read(end_at - _LOCATOR_BYTES, _LOCATOR_BYTES)
    if locator[:4] != _LOCATOR:
        raise Malformed("the ZIP64 locator is missing")
    record = view.read(int.from_bytes(locator[8:16], "little"), _END64_BYTES)
    if record[:4] != _END64:
        raise Malformed("the ZIP64 end record is missing")
    return int.from_bytes(record[40:48], "little"), int.from_bytes(record[48:56], "little")
