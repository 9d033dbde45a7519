"""What a mirror of the lab answers: decided in full, from values, before the first byte goes.

No sockets and no clock here: `decide` takes what the request and the mirror's behaviour say, and returns an
`Answer`; `headwater.lab.mirror` sends it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

from headwater.lab.ranges import content_range, multipart_body, parse_range
from headwater.lab.sample import Sample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.spans import Span

_ERROR_PAGE: Final = b"<!DOCTYPE html><html><head><title>Sorry</title></head><body>Please log in.</body></html>\n"
_CHANGED_ETAG: Final = '"headwater-2"'
_CHANGED_DATE: Final = "Wed, 02 Jul 2025 12:00:00 GMT"
_INVERT: Final = bytes(255 - byte for byte in range(256))


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a body: bytes of the file, or bytes around them (`literal`, for multipart and error pages)."""

    span: Span | None = None
    literal: bytes = b""

    @property
    def size(self) -> int:
        return self.span.size if self.span is not None else len(self.literal)


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and body; `size_bytes` is what is promised, and `surplus_bytes` how far that is a lie."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    surplus_bytes: int = 0
    chunked: bool = False

    @property
    def size_bytes(self) -> int:
        return sum(part.size for part in self.parts)


@dataclass(frozen=True, slots=True)
class Moment:
    """What of a mirror's state bears upon an answer: requests so far (this one counted) and now, file replaced."""

    requests: int
    requests_at_once: int
    has_changed: bool


def decide(
    behaviour: MirrorBehaviour,
    sample: Sample,
    asked: Mapping[str, str],
    moment: Moment,
    url_of: Callable[[int], str],
) -> Answer:
    """The answer to a request with the headers `asked`; `url_of` gives the URL of the lab's mirror of an index."""
    refusal = _refusal(behaviour, moment, url_of)
    if refusal is not None:
        return refusal
    headers = {"Content-Type": behaviour.content_type, **dict(behaviour.headers)}
    etag = _CHANGED_ETAG if moment.has_changed and behaviour.etag else behaviour.etag
    date = _CHANGED_DATE if moment.has_changed and behaviour.last_modified else behaviour.last_modified
    headers |= {name: value for name, value in (("ETag", etag), ("Last-Modified", date)) if value}
    spans = None
    if not (behaviour.ignores_range or behaviour.chunked):
        headers["Accept-Ranges"] = "bytes"
        if asked.get("If-Range") in (None, etag, date):
            spans = parse_range(asked.get("Range"), sample.size_bytes)
        if spans is not None and len(spans) > 1 and not behaviour.multi_range:
            spans = None
    if spans is None:
        if behaviour.holds is not None:
            return Answer(404)
        whole = (Part(Span(0, sample.size_bytes)),) if sample.size_bytes else ()
        return Answer(200, headers, whole, behaviour.surplus_bytes, behaviour.chunked)
    if not spans or not _holds(behaviour, spans):
        return Answer(416, {"Content-Range": f"bytes */{sample.size_bytes}"})
    return _partial(behaviour, spans, sample.size_bytes, headers)


def _refusal(behaviour: MirrorBehaviour, moment: Moment, url_of: Callable[[int], str]) -> Answer | None:
    """The answer of a mirror that will not give the file now; None when it will."""
    patience = {} if behaviour.retry_after_s is None else {"Retry-After": str(behaviour.retry_after_s)}
    wanted = behaviour.status_for_requests
    if behaviour.status is not None and (wanted is None or moment.requests <= wanted):
        return Answer(behaviour.status, patience)
    if behaviour.max_requests_at_once is not None and moment.requests_at_once > behaviour.max_requests_at_once:
        return Answer(503, patience)
    if behaviour.redirect_to is not None:
        target = behaviour.redirect_to
        return Answer(302, {"Location": target if isinstance(target, str) else url_of(target)})
    if behaviour.error_page:
        return Answer(200, {"Content-Type": "text/html; charset=utf-8"}, (Part(literal=_ERROR_PAGE),))
    return None


def _holds(behaviour: MirrorBehaviour, spans: tuple[Span, ...]) -> bool:
    held = behaviour.holds
    return held is None or all(any(have.covers(span) for have in held) for span in spans)


def _partial(behaviour: MirrorBehaviour, spans: tuple[Span, ...], size_bytes: int, headers: dict[str, str]) -> Answer:
    """206, with one span or several (`multipart/byteranges`, RFC 9110 section 14.6)."""
    shift = behaviour.content_range_shift
    if len(spans) == 1:
        headers["Content-Range"] = content_range(spans[0], size_bytes, shift)
        return Answer(206, headers, (Part(spans[0]),), behaviour.surplus_bytes)
    boundary = uuid4().hex
    pieces = multipart_body(spans, size_bytes, boundary, behaviour.content_type, shift)
    parts = tuple(Part(piece) if isinstance(piece, Span) else Part(literal=piece) for piece in pieces)
    headers["Content-Type"] = f"multipart/byteranges; boundary={boundary}"
    return Answer(206, headers, parts, behaviour.surplus_bytes)


def bytes_of(part: Part, sample: Sample, offset: int, size: int, corrupt: tuple[Span, ...]) -> bytes:
    """`size` bytes of a part from `offset` within it; those in `corrupt` (in the file's coordinates) inverted."""
    if part.span is None:
        return part.literal[offset : offset + size]
    span = Span(part.span.start + offset, part.span.start + offset + size)
    data = sample.read(span.start, size)
    for bad in corrupt:
        spoilt = bad.intersect(span)
        if spoilt is not None:
            low, high = spoilt.start - span.start, spoilt.end - span.start
            data = data[:low] + data[low:high].translate(_INVERT) + data[high:]
    return data
