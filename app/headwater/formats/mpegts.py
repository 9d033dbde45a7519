"""MPEG transport streams (ISO/IEC 13818-1): tables and a key frame at the beginning, the last clock at the end."""

from typing import Final

from headwater.formats.byte_view import ByteView
from headwater.formats.needs import Needs

_HEAD_BYTES: Final = 512 * 1024
_TAIL_BYTES: Final = 256 * 1024  # FFmpeg looks for the last time stamp in about as much


def find_needs(view: ByteView) -> Needs:
    """Head, then the tail, from which players take the duration."""
    return Needs(tuple(span for span in (view.span(0, _HEAD_BYTES), view.tail(_TAIL_BYTES)) if span))
