"""PDF (ISO 32000): the tail, then the cross-reference section that `startxref` points to, then the sections before it.

A linearized file has its first page and that page's cross-reference at the beginning; the tail is read all the same,
since viewers check it.
"""

import re
from typing import Final

from headwater.formats.byte_view import ByteView, Malformed
from headwater.formats.needs import Needs

_TAIL_BYTES: Final = 32 * 1024
_SECTION_BYTES: Final = 64 * 1024
_MAX_SECTIONS: Final = 32
_START: Final = re.compile(rb"startxref\s+(\d{1,19})")
_PREVIOUS: Final = re.compile(rb"/Prev\s+(\d{1,19})")


def find_needs(view: ByteView) -> Needs:
    """Tail, then the chain of cross-reference sections."""
    tail = view.tail(_TAIL_BYTES)
    if tail is None:
        return Needs()
    found = _START.findall(view.read(tail.start, tail.size))
    if not found:
        raise Malformed("no startxref in the tail")
    spans = [tail]
    seen: set[int] = set()
    at: int | None = int(found[-1])
    while at is not None and at not in seen and len(seen) < _MAX_SECTIONS:
        seen.add(at)
        section = view.span(at, min(_SECTION_BYTES, tail.start - at) if at < tail.start else _SECTION_BYTES)
        if section is None:
            raise Malformed("startxref points outside the file")
        spans.append(section)
        previous = _PREVIOUS.search(view.read(section.start, section.size))
        at = int(previous.group(1)) if previous else None
    return Needs(tuple(spans))
