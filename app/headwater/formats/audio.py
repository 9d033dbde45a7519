"""MP3, FLAC and WAV: tags may put megabytes of cover art before the first sound; it is skipped by its size."""

from typing import Final

from headwater.formats.byte_view import ByteView, Malformed
from headwater.formats.needs import Needs
from headwater.formats.riff import walk_chunks
from headwater.model.spans import Span

_FIRST_SOUND_BYTES: Final = 128 * 1024
_ID3V1_BYTES: Final = 128
_MAX_FLAC_BLOCKS: Final = 1024


def find_mp3_needs(view: ByteView) -> Needs:
    """The ID3v2 tag (players read it first), the first frames, and the ID3v1 tag at the end."""
    sound = 0
    head = view.read_upto(0, 10)
    if head[:3] == b"ID3" and len(head) == 10:
        size = 0
        for part in head[6:10]:
            size = size << 7 | part & 0x7F
        sound = 10 + size + (10 if head[5] & 0x10 else 0)
    spans = (view.span(0, sound + _FIRST_SOUND_BYTES), view.tail(_ID3V1_BYTES))
    return Needs(tuple(span for span in spans if span))


def find_flac_needs(view: ByteView) -> Needs:
    """The metadata blocks (RFC 9639, section 8) and the first frames."""
    at = 4
    seconds: float | None = None
    for _ in range(_MAX_FLAC_BLOCKS):
        header = view.read(at, 4)
        size = int.from_bytes(header[1:], "big")
        if header[0] & 0x7F == 0 and size >= 18:
            info = int.from_bytes(view.read(at + 4 + 10, 8), "big")
            rate_hz, samples = info >> 44, info & ((1 << 36) - 1)
            seconds = samples / rate_hz if rate_hz and samples else None
        at += 4 + size
        if header[0] & 0x80:
            break
    else:
        raise Malformed("there are more metadata blocks than any honest file has")
    spans = (view.span(0, at + _FIRST_SOUND_BYTES),)
    return Needs(tuple(span for span in spans if span), view.size_bytes / seconds if seconds else None)


def find_wav_needs(view: ByteView) -> Needs:
    """Everything up to the first samples; the byte rate stands in the format chunk."""
    rate: float | None = None
    for chunk in walk_chunks(view, 12, view.size_bytes):
        if chunk.kind == b"fmt " and chunk.end - chunk.content >= 12:
            rate = float(int.from_bytes(view.read(chunk.content + 8, 4), "little")) or None
        if chunk.kind == b"data":
            first = view.span(0, chunk.content + _FIRST_SOUND_BYTES)
            return Needs((first,) if first else (), rate)
    return Needs((Span(0, view.size_bytes),), rate)
