"""What a file is, told from its first bytes and its name: which viewer shows it while it comes. Pure."""

from enum import Enum
from typing import Final

from headwater.formats.sniff import Container, sniff

_IMAGE_MARKS: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
_ARCHIVES: Final = frozenset(
    {Container.ZIP, Container.TAR, Container.GZIP, Container.BZIP2, Container.XZ, Container.ZSTD}
)
_BYTE_ORDER_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TEXT_CONTROLS: Final = frozenset(b"\t\n\r\f\x1b\x08")
_MOST_CONTROLS: Final = 0.02

#: So many first bytes are enough to tell.
HEAD_BYTES: Final = 2048


class Kind(Enum):
    """How the preview shows a file."""

    IMAGE = "image"
    FILM = "film"
    PDF = "pdf"
    ARCHIVE = "archive"
    TEXT = "text"
    BYTES = "bytes"


def kind_of(head: bytes) -> Kind:
    """Tell from the first bytes; a name can lie, and a refusal page that calls itself `.jpg` is text."""
    if head.startswith(_IMAGE_MARKS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return Kind.IMAGE
    container = sniff(head)
    if container is Container.AVIF:
        return Kind.IMAGE
    if container.is_media:
        return Kind.FILM
    if container is Container.PDF:
        return Kind.PDF
    if container in _ARCHIVES:
        return Kind.ARCHIVE
    if head.startswith(_BYTE_ORDER_MARKS):
        return Kind.TEXT
    if not head or b"\0" in head:
        return Kind.BYTES
    controls = sum(1 for byte in head if byte < 32 and byte not in _TEXT_CONTROLS)
    return Kind.TEXT if controls <= len(head) * _MOST_CONTROLS else Kind.BYTES
