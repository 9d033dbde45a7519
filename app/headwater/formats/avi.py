"""AVI: the header list at the beginning, then `idx1`, which lies behind the film and without which none can seek."""

from typing import Final

from headwater.formats.byte_view import ByteView
from headwater.formats.needs import Needs
from headwater.formats.riff import walk_chunks
from headwater.model.spans import Span

_FIRST_FRAMES_BYTES: Final = 256 * 1024


def find_needs(view: ByteView) -> Needs:
    """Headers and first frames, then the index; the mean rate comes from the main header."""
    spans: list[Span] = []
    seconds: float | None = None
    for chunk in walk_chunks(view, 12, view.size_bytes):
        if chunk.kind == b"LIST":
            kind = view.read(chunk.content, 4)
            if kind == b"hdrl":
                seconds = _read_duration(view, chunk.content + 4)
            elif kind == b"movi" and (first := view.span(0, chunk.content + _FIRST_FRAMES_BYTES)) is not None:
                spans.append(first)
        elif chunk.kind == b"idx1":
            spans.append(Span(chunk.start, chunk.end))
            break
    return Needs(tuple(spans), view.size_bytes / seconds if seconds else None)


def _read_duration(view: ByteView, avih: int) -> float | None:
    """Seconds, from the main header's microseconds per frame and number of frames."""
    header = view.read(avih, 28)
    if header[:4] != b"avih":
        return None
    frame_us, frames = int.from_bytes(header[8:12], "little"), int.from_bytes(header[24:28], "little")
    return frame_us * frames / 1e6 or None
