"""Matroska and WebM (RFC 9559 over EBML, RFC 8794): everything before the first cluster, then the cues.

Players start without the cues and read them on the first seek; so they come after the first cluster.
"""

import struct
from typing import Final, NamedTuple

from headwater.formats.byte_view import ByteView, Malformed
from headwater.formats.needs import Needs
from headwater.model.spans import Span

_EBML: Final = 0x1A45DFA3
_SEGMENT: Final = 0x18538067
_SEEK_HEAD: Final = 0x114D9B74
_SEEK: Final = 0x4DBB
_SEEK_ID: Final = 0x53AB
_SEEK_POSITION: Final = 0x53AC
_INFO: Final = 0x1549A966
_TIMESTAMP_SCALE: Final = 0x2AD7B1
_DURATION: Final = 0x4489
_TRACKS: Final = 0x1654AE6B
_TRACK_ENTRY: Final = 0xAE
_CODEC_ID: Final = 0x86
_CLUSTER: Final = 0x1F43B675
_CUES: Final = 0x1C53BB6B

_MAX_ELEMENTS: Final = 4096
_FIRST_CLUSTER_BYTES: Final = 256 * 1024
_CUES_BYTES: Final = 128 * 1024  # hours of film; to read their size first would be one jump more
_LONGEST_CODEC_ID: Final = 64


class Element(NamedTuple):
    """One EBML element: its number, where its content begins and ends; `end` is None where the size is unknown."""

    number: int
    start: int
    content: int
    end: int | None


def read_element(view: ByteView, at: int) -> Element:
    """The element whose header is at `at`."""
    head = view.read_upto(at, 12)
    number, id_bytes = _read_varint(head, 4, keep_marker=True)
    size, size_bytes = _read_varint(head[id_bytes:], 8, keep_marker=False)
    content = at + id_bytes + size_bytes
    unknown = (1 << (7 * size_bytes)) - 1
    return Element(number, at, content, None if size == unknown else content + size)


def _read_varint(data: bytes, longest: int, *, keep_marker: bool) -> tuple[int, int]:
    """Value and length of a variable-size integer (RFC 8794, section 4)."""
    length = 9 - data[0].bit_length() if data else 0
    if not 1 <= length <= min(longest, len(data)):
        raise Malformed("a number of the EBML structure is cut off or too long")
    value = int.from_bytes(data[:length], "big")
    return (value if keep_marker else value & ((1 << (7 * length)) - 1)), length


def find_needs(view: ByteView) -> Needs:
    """The prefix up to and into the first cluster, then the cues, where the seek head tells their place."""
    header = read_element(view, 0)
    if header.number != _EBML or header.end is None:
        raise Malformed("the EBML header is missing")
    segment = read_element(view, header.end)
    if segment.number != _SEGMENT:
        raise Malformed("no segment follows the EBML header")
    cues_at: int | None = None
    duration_s: float | None = None
    codecs: tuple[str, ...] = ()
    spans: list[Span] = []
    at = segment.content
    for _ in range(_MAX_ELEMENTS):
        if at >= min(view.size_bytes, segment.end or view.size_bytes):
            break
        element = read_element(view, at)
        if element.number == _CLUSTER:
            if (first := view.span(0, element.start + _FIRST_CLUSTER_BYTES)) is not None:
                spans.append(first)
            break
        if element.end is None:
            break
        if element.number == _SEEK_HEAD:
            cues_at = _find_cues(view, element, segment.content)
        elif element.number == _INFO:
            duration_s = _read_duration(view, element)
        elif element.number == _TRACKS:
            codecs = _read_codecs(view, element)
        at = element.end
    if cues_at is not None and (cues := view.span(cues_at, _CUES_BYTES)) is not None:
        spans.append(cues)
    return Needs(tuple(spans), view.size_bytes / duration_s if duration_s else None, codecs)


def _children(view: ByteView, parent: Element) -> list[Element]:
    """The children of an element of known size, at most a bounded number of them."""
    found: list[Element] = []
    at, end = parent.content, parent.end or parent.content
    while at < end and len(found) < _MAX_ELEMENTS:
        child = read_element(view, at)
        if child.end is None or child.end > end:
            raise Malformed("an element is larger than the one around it")
        found.append(child)
        at = child.end
    return found


def _read_unsigned(view: ByteView, element: Element) -> int:
    return int.from_bytes(view.read(element.content, min(8, (element.end or element.content) - element.content)), "big")


def _find_cues(view: ByteView, seek_head: Element, segment_start: int) -> int | None:
    """Offset of the cues as the seek head tells it, None when it does not."""
    for seek in _children(view, seek_head):
        if seek.number != _SEEK:
            continue
        parts = {part.number: _read_unsigned(view, part) for part in _children(view, seek)}
        if parts.get(_SEEK_ID) == _CUES and _SEEK_POSITION in parts:
            return segment_start + parts[_SEEK_POSITION]
    return None


def _read_codecs(view: ByteView, tracks: Element) -> tuple[str, ...]:
    """The codec's name of each track."""
    found: list[str] = []
    for track in _children(view, tracks):
        if track.number == _TRACK_ENTRY:
            for part in _children(view, track):
                if part.number == _CODEC_ID and part.end is not None:
                    raw = view.read(part.content, min(_LONGEST_CODEC_ID, part.end - part.content))
                    found.append(raw.rstrip(b"\0").decode("latin-1"))
    return tuple(found)


def _read_duration(view: ByteView, info: Element) -> float | None:
    """Duration in seconds, None when it is not told."""
    scale_ns, ticks = 1_000_000, 0.0
    for part in _children(view, info):
        if part.number == _TIMESTAMP_SCALE:
            scale_ns = _read_unsigned(view, part)
        elif part.number == _DURATION and part.end is not None:
            raw = view.read(part.content, min(8, part.end - part.content))
            if len(raw) in (4, 8):
                ticks = float(struct.unpack(">f" if len(raw) == 4 else ">d", raw)[0])
    duration_s = ticks * scale_ns / 1e9
    return duration_s if 0 < duration_s < 1e9 else None
