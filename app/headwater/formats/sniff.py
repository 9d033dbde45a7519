"""What a file is, told by its first bytes and never by its name."""

from enum import Enum
from typing import Final


class Container(Enum):
    """Formats whose needs we know, and the images and archives that simply want their prefix."""

    MP4 = "MP4 or QuickTime"
    MATROSKA = "Matroska or WebM"
    OGG = "Ogg"
    MP3 = "MP3"
    FLAC = "FLAC"
    WAV = "WAV"
    AVI = "AVI"
    MPEGTS = "MPEG transport stream"
    PDF = "PDF"
    ZIP = "ZIP"
    TIFF = "TIFF"
    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    BMP = "BMP"
    WEBP = "WebP"
    AVIF = "AVIF"
    GZIP = "gzip"
    XZ = "xz"
    ZSTD = "Zstandard"
    BZIP2 = "bzip2"
    TAR = "tar"
    PLAIN = "plain bytes"

    @property
    def is_media(self) -> bool:
        """Whether a player plays it along a play-head."""
        return self in _MEDIA


_MEDIA: Final = frozenset(
    {
        Container.MP4,
        Container.MATROSKA,
        Container.OGG,
        Container.MP3,
        Container.FLAC,
        Container.WAV,
        Container.AVI,
        Container.MPEGTS,
    }
)

_SIGNATURES: Final[tuple[tuple[int, bytes, Container], ...]] = (
    (0, b"\x1a\x45\xdf\xa3", Container.MATROSKA),
    (0, b"OggS", Container.OGG),
    (0, b"fLaC", Container.FLAC),
    (0, b"%PDF-", Container.PDF),
    (0, b"PK\x03\x04", Container.ZIP),
    (0, b"PK\x05\x06", Container.ZIP),
    (0, b"II*\x00", Container.TIFF),
    (0, b"MM\x00*", Container.TIFF),
    (0, b"\xff\xd8\xff", Container.JPEG),
    (0, b"\x89PNG\r\n\x1a\n", Container.PNG),
    (0, b"GIF87a", Container.GIF),
    (0, b"GIF89a", Container.GIF),
    (0, b"\x1f\x8b", Container.GZIP),
    (0, b"\xfd7zXZ\x00", Container.XZ),
    (0, b"\x28\xb5\x2f\xfd", Container.ZSTD),
    (0, b"BZh", Container.BZIP2),
    (257, b"ustar", Container.TAR),
    (0, b"ID3", Container.MP3),
    (0, b"BM", Container.BMP),
)

_RIFF_KINDS: Final = {b"WAVE": Container.WAV, b"AVI ": Container.AVI, b"WEBP": Container.WEBP}
_MP4_FIRST_BOXES: Final = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"styp", b"pnot"})
_TS_PACKET: Final = 188


def sniff(head: bytes) -> Container:
    """The container that begins with `head` (64 KiB are plenty; fewer bytes only make the guess poorer)."""
    if head[4:8] in _MP4_FIRST_BOXES:
        return Container.AVIF if head[8:12] in (b"avif", b"avis") else Container.MP4
    if head[:4] in (b"RIFF", b"RF64") and head[8:12] in _RIFF_KINDS:
        return _RIFF_KINDS[head[8:12]]
    for offset, magic, container in _SIGNATURES:
        if head.startswith(magic, offset):
            return container
    if b"%PDF-" in head[:1024]:
        return Container.PDF
    if _is_transport_stream(head):
        return Container.MPEGTS
    if _is_mpeg_audio(head):
        return Container.MP3
    return Container.PLAIN


def _is_transport_stream(head: bytes) -> bool:
    """Three sync bytes at the packet distance; M2TS puts a time code of 4 bytes before each packet."""
    return any(
        len(head) > start + 2 * step and all(head[start + i * step] == 0x47 for i in range(3))
        for start, step in ((0, _TS_PACKET), (4, _TS_PACKET + 4))
    )


def _is_mpeg_audio(head: bytes) -> bool:
    """A frame header of MPEG audio layer III: sync, a layer, a bit rate and a sampling rate that exist."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return False
    return head[2] >> 4 not in (0, 15) and head[2] >> 2 & 3 != 3
