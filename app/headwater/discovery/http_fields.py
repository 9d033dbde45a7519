"""HTTP field values that say which bytes, how many and when: Content-Range, Content-Length, Retry-After, dates.

Text in, values out. Nothing here knows a request or a socket, and nothing raises: what cannot be read is None,
because only the caller knows whether the field was needed. Digits are ASCII digits only (`int` takes far more).
"""

import re
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final, NamedTuple

from headwater.model.spans import UNKNOWN_END, Span

_NUMBER: Final = re.compile(r"[0-9]{1,19}\Z")
_CONTENT_RANGE: Final = re.compile(
    r"\s*bytes[ \t=:]++(?:(?P<first>[0-9]{1,19})[ \t]*-[ \t]*(?P<last>[0-9]{1,19})|\*)"
    r"[ \t]*/[ \t]*(?:(?P<size>[0-9]{1,19})|\*)\s*\Z",
    re.IGNORECASE,
)
_LONGEST_VALUE: Final = 256
_LONGEST_PATIENCE_S: Final = 30 * 24 * 3600.0


class ContentRange(NamedTuple):
    """`span` is None in `bytes */N`, `size_bytes` None in `bytes A-B/*`; never are both."""

    span: Span | None
    size_bytes: int | None


def parse_number(value: str | None) -> int | None:
    """A count of bytes as Content-Length holds it; equal repeated values (`5, 5`) count as one (RFC 9110, 8.6)."""
    if value is None:
        return None
    parts = {part.strip() for part in value.split(",")}
    if len(parts) != 1:
        return None
    (number,) = parts
    if not _NUMBER.match(number):
        return None
    count = int(number)
    return count if count < UNKNOWN_END else None


def parse_content_range(value: str | None) -> ContentRange | None:
    """`bytes A-B/N`, `bytes A-B/*` or `bytes */N` (RFC 9110, 14.4); None for what is malformed or contradicts itself.

    `bytes=A-B/N` and `bytes: A-B/N`, which some servers send, are read as meant.
    """
    match = _CONTENT_RANGE.match(value) if value is not None and len(value) <= _LONGEST_VALUE else None
    if match is None:
        return None
    size = int(match["size"]) if match["size"] is not None else None
    if size is not None and size >= UNKNOWN_END:
        return None
    if match["first"] is None:
        return ContentRange(None, size) if size is not None else None
    first, last = int(match["first"]), int(match["last"])
    if last < first or last + 1 >= UNKNOWN_END or (size is not None and last >= size):
        return None
    return ContentRange(Span(first, last + 1), size)


def parse_http_date(value: str | None) -> float | None:
    """Unix seconds of an HTTP date in any of its three forms; a date without a zone is GMT (RFC 9110, 5.6.7)."""
    if value is None or len(value) > _LONGEST_VALUE:
        return None
    try:
        moment = parsedate_to_datetime(value)
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def parse_retry_after(value: str | None, now_unix_s: float) -> float | None:
    """Seconds to wait, from a count or a date (RFC 9110, 10.2.3); never negative, bounded by 30 days."""
    if value is None:
        return None
    text = value.strip()
    if _NUMBER.match(text):
        return min(float(text), _LONGEST_PATIENCE_S)
    moment = parse_http_date(text)
    if moment is None:
        return None
    return min(max(0.0, moment - now_unix_s), _LONGEST_PATIENCE_S)
