"""TIFF 6.0: the chain of image file directories, which writers like to put at the end, then the prefix."""

from typing import Final, Literal

from headwater.formats.byte_view import ByteView
from headwater.formats.needs import Needs
from headwater.model.spans import Span

_MAX_DIRECTORIES: Final = 64
_ENTRY_BYTES: Final = 12


def find_needs(view: ByteView) -> Needs:
    """Every directory of the chain, in the chain's order."""
    header = view.read(0, 8)
    order: Literal["little", "big"] = "little" if header[:2] == b"II" else "big"
    at = int.from_bytes(header[4:8], order)
    spans: list[Span] = []
    seen: set[int] = set()
    while at and at not in seen and len(seen) < _MAX_DIRECTORIES:
        seen.add(at)
        entries = int.from_bytes(view.read(at, 2), order)
        size = 2 + entries * _ENTRY_BYTES + 4
        spans.append(Span(at, at + len(view.read(at, size))))
        at = int.from_bytes(view.read(at + size - 4, 4), order)
    return Needs(tuple(spans))
