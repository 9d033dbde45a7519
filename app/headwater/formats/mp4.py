"""MP4 and QuickTime: the `moov` box, wherever it lies, then the first samples (ISO/IEC 14496-12).

The place of `moov` is computed from the box sizes, never guessed: each jump over `mdat` costs one small read.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from headwater.formats.byte_view import ByteView, Malformed
from headwater.formats.needs import Needs
from headwater.model.spans import Span

_MAX_BOXES: Final = 4096
_FIRST_SAMPLES_BYTES: Final = 256 * 1024
_PATH_TO_TABLES: Final = frozenset({b"trak", b"mdia", b"minf", b"stbl"})


class Box(NamedTuple):
    """One box: its type, where its content begins and ends. `end` is cut to the file."""

    kind: bytes
    start: int
    content: int
    end: int


def walk_boxes(view: ByteView, start: int, end: int) -> Iterator[Box]:
    """The boxes between two offsets. Raises `Malformed` for a size that cannot be, or too many boxes."""
    at = start
    for _ in range(_MAX_BOXES):
        if at + 8 > end:
            return
        header = view.read(at, 8)
        size, content = int.from_bytes(header[:4], "big"), at + 8
        if size == 1:
            size, content = int.from_bytes(view.read(at + 8, 8), "big"), at + 16
        elif size == 0:
            size = end - at
        if size < content - at:
            raise Malformed(f"a box of {size} bytes at {at} is smaller than its own header")
        yield Box(header[4:8], at, content, min(at + size, end))
        at += size
    raise Malformed("there are more boxes than any honest file has")


def find_needs(view: ByteView) -> Needs:
    """`moov` whole, then the first samples of the film; a fragmented film wants its first fragments."""
    first_data: int | None = None
    for box in walk_boxes(view, 0, view.size_bytes):
        if box.kind == b"mdat" and first_data is None:
            first_data = box.content
        if box.kind == b"moov":
            return _needs_of_moov(view, box, first_data)
    return Needs()


def _needs_of_moov(view: ByteView, moov: Box, first_data: int | None) -> Needs:
    index = Span(moov.start, moov.end)
    view.read(index.start, index.size)  # all of it, in one request rather than box by box
    duration_s, first_sample, is_fragmented, codecs = _read_moov(view, moov)
    if is_fragmented or first_sample is None:
        first_sample = moov.end if first_data is None or is_fragmented else first_data
    spans = [index]
    if (samples := view.span(first_sample, _FIRST_SAMPLES_BYTES)) is not None:
        spans.append(samples)
    return Needs(tuple(spans), view.size_bytes / duration_s if duration_s else None, codecs)


def _read_moov(view: ByteView, moov: Box) -> tuple[float | None, int | None, bool, tuple[str, ...]]:
    """Duration in seconds, offset of the first sample, whether fragments follow, and the tracks' codecs."""
    duration_s: float | None = None
    first_sample: int | None = None
    is_fragmented = False
    codecs: list[str] = []
    pending = [moov]
    while pending:
        parent = pending.pop()
        for box in walk_boxes(view, parent.content, parent.end):
            if box.kind in _PATH_TO_TABLES:
                pending.append(box)
            elif box.kind == b"mvhd":
                duration_s = _read_duration(view, box)
            elif box.kind == b"mvex":
                is_fragmented = True
            elif box.kind == b"stsd":
                codecs.append(_read_codec(view, box))
            elif box.kind in (b"stco", b"co64"):
                offset = _read_first_chunk(view, box)
                if offset is not None:
                    first_sample = offset if first_sample is None else min(first_sample, offset)
    return duration_s, first_sample, is_fragmented, tuple(codecs)


def _read_codec(view: ByteView, table: Box) -> str:
    """The first sample entry's four letters (8.5.2)."""
    return view.read(table.content + 12, 4).decode("latin-1")


def _read_duration(view: ByteView, mvhd: Box) -> float | None:
    """Duration of a movie header (8.2.2), None when it does not say."""
    is_long = view.read(mvhd.content, 1) == b"\x01"
    fields = view.read(mvhd.content + (20 if is_long else 12), 12 if is_long else 8)
    timescale, duration = int.from_bytes(fields[:4], "big"), int.from_bytes(fields[4:], "big")
    unknown = (1 << (8 * len(fields[4:]))) - 1
    return duration / timescale if timescale and duration not in (0, unknown) else None


def _read_first_chunk(view: ByteView, table: Box) -> int | None:
    """First entry of a chunk offset table (8.7.5); None when it is empty."""
    if int.from_bytes(view.read(table.content + 4, 4), "big") == 0:
        return None
    width = 8 if table.kind == b"co64" else 4
    return int.from_bytes(view.read(table.content + 8, width), "big")
