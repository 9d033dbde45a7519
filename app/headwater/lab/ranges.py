"""The server's side of byte ranges (RFC 9110 section 14): reading `Range`, writing `Content-Range` and multipart.

The client's side lives in `headwater.channels` and is written apart on purpose: each is a check on the other.
"""

import re
from collections.abc import Iterator

from headwater.model.spans import Span

_ONE_RANGE = re.compile(r"(\d*)-(\d*)")


def parse_range(header: str | None, size_bytes: int) -> tuple[Span, ...] | None:
    """Spans that a `Range` header asks for, cut to the file; () when none can be satisfied (416).

    None when the header is absent or malformed: then the whole file is sent, as RFC 9110 wants it.
    """
    if header is None or not header.startswith("bytes="):
        return None
    spans = []
    for text in header.removeprefix("bytes=").split(","):
        match = _ONE_RANGE.fullmatch(text.strip())
        if match is None or match.groups() == ("", ""):
            return None
        first, last = match.groups()
        start = int(first) if first else max(0, size_bytes - int(last))
        end = min(size_bytes, int(last) + 1) if first and last else size_bytes
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)


def content_range(span: Span, size_bytes: int, shift: int = 0) -> str:
    """`Content-Range` of `span`; a `shift` other than 0 makes it a lie."""
    return f"bytes {span.start + shift}-{span.end - 1 + shift}/{size_bytes}"


def multipart_body(
    spans: tuple[Span, ...], size_bytes: int, boundary: str, content_type: str, shift: int = 0
) -> Iterator[bytes | Span]:
    """What a `multipart/byteranges` body is made of: bytes as they stand, and spans of the file."""
    for number, span in enumerate(spans):
        lead = "" if number == 0 else "\r\n"
        yield (
            f"{lead}--{boundary}\r\nContent-Type: {content_type}\r\n"
            f"Content-Range: {content_range(span, size_bytes, shift)}\r\n\r\n"
        ).encode()
        yield span
    yield f"\r\n--{boundary}--\r\n".encode()
