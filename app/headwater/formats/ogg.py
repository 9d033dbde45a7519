"""Ogg (RFC 3533): the headers at the beginning, and the last page, whose position tells the duration."""

from typing import Final

from headwater.formats.byte_view import ByteView
from headwater.formats.needs import Needs

_HEADERS_BYTES: Final = 128 * 1024
_LAST_PAGE_BYTES: Final = 65_307  # the largest page there is: 27 + 255 + 255 * 255


def find_needs(view: ByteView) -> Needs:
    """Headers, then the tail."""
    return Needs(tuple(span for span in (view.span(0, _HEADERS_BYTES), view.tail(_LAST_PAGE_BYTES)) if span))
