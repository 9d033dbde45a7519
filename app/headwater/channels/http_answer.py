"""What the headers of an HTTP answer mean for the request that was made: facts and the shape of the body, or an error.

Pure: a status, headers and a request in; values out. No socket, no clock (the time is an argument). The rule: a byte
is only taken from an answer that says, without contradiction, which bytes of which file it brings.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from headwater.channels.codings import codings_of
from headwater.channels.refusal import refusal, require_size
from headwater.channels.unsupported import reason_against_type
from headwater.channels.web_page import guarded_name, is_page_type, may_be_page, page_instead
from headwater.discovery.digests import read_digests
from headwater.discovery.filename import file_name
from headwater.discovery.http_fields import parse_content_range, parse_http_date, parse_number
from headwater.discovery.wrapping import split_wrapping
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import ChannelRequest, MirrorHint, ResponseFacts
from headwater.model.source import Support, Validator
from headwater.model.spans import UNKNOWN_END, Span
from headwater.model.wording import say

#: A file's answers say the same again and again.
_file_name: Final = lru_cache(maxsize=256)(file_name)
_codings_of: Final = lru_cache(maxsize=256)(codings_of)
_parse_date: Final = lru_cache(maxsize=256)(parse_http_date)

#: Answers that bring a file from its first byte.
WHOLE: Final = frozenset({200, 203})
_MULTIPART: Final = "multipart/byteranges"


class BodyKind(Enum):
    """How an adapter has to read a body."""

    PLAIN = "the file's bytes, one span"
    PARTS = "multipart/byteranges"
    CODED = "the file's bytes, compressed"
    EMPTY = "nothing: the file is empty"


@dataclass(frozen=True, slots=True)
class Body:
    """The shape of a body. `span` is what is sent (of a `PARTS` body: unused), `wanted` what of it was asked for.

    `codings` in the order they must be undone; `suspect` tells that it could be a web page in the file's place.
    """

    kind: BodyKind
    span: Span | None
    wanted: tuple[Span, ...]
    size_bytes: int | None = None
    content_type: str | None = None
    codings: tuple[str, ...] = ()
    suspect: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is known of one request and its answer beside the headers; times in seconds.

    `unwrap` is the source's (`model.source.SourceSpec`): its bytes are the file's, compressed. `is_unranged` tells that
    no range was asked for, since the server had shown that it cannot give one. `asked_url` is the link itself,
    `url` where its redirects led.
    """

    request: ChannelRequest
    status: int
    url: str
    latency_s: float
    connect_s: float | None
    now_unix_s: float
    is_unverified: bool = False
    allow_leading_dot: bool = False
    unwrap: str | None = None
    is_unranged: bool = False
    asked_url: str = ""


def refuses_ranges(status: int, headers: Mapping[str, str], request: ChannelRequest, url: str) -> bool:
    """Whether an answer shows that its server cannot be asked for ranges, and may send the file when asked for all.

    Some answer 416 to every range of what is made as it is sent, as if there were no first byte, and some send a part
    without a word which, or a part of a compressed form (what lies compressed in a store is given out so); a 416 for a
    file that is empty is right.
    """
    learned = parse_content_range(headers.get("Content-Range"))
    if status == 206:
        is_vague = (learned is None or learned.span is None) and not _is_multipart(headers.get("Content-Type"))
        return is_vague or _is_coded(headers, url)
    return status == 416 and request.spans[0].start == 0 and (learned is None or learned.size_bytes != 0)


def _is_coded(headers: Mapping[str, str], url: str) -> bool:
    name = _file_name(headers.get("Content-Disposition"), url, allow_leading_dot=True)
    try:
        return bool(_codings_of(headers.get("Content-Encoding"), name, headers.get("Content-Type")))
    except SourceError:
        return False  # a coding that nobody knows: `judge` says so


def judge(exchange: Exchange, headers: Mapping[str, str]) -> tuple[ResponseFacts, Body]:
    """The facts and the body's shape; `headers` must compare names without case. Raises `SourceError`."""
    status = exchange.status
    reason = reason_against_type(headers.get("Content-Type"))
    if reason is not None and (status in WHOLE or status == 206):
        raise SourceError(reason, retry=Retry.NEVER)
    if status in WHOLE:
        body, ranges, multi_range = _whole(exchange, headers)
    elif status == 206:
        body, ranges, multi_range = _partial(exchange, headers)
    elif status == 416 and (learned := parse_content_range(headers.get("Content-Range"))) and learned.size_bytes == 0:
        require_size(exchange.request.size_bytes, 0)
        body, ranges, multi_range = Body(BodyKind.EMPTY, None, (), 0), Support.YES, Support.UNKNOWN
    else:
        raise refusal(exchange.status, headers, exchange.now_unix_s)
    return _facts(exchange, headers, body, ranges, multi_range), body


def validator_of(headers: Mapping[str, str]) -> Validator:
    """The version mark in an answer's headers."""
    return Validator(headers.get("ETag") or None, headers.get("Last-Modified") or None)


def _whole(exchange: Exchange, headers: Mapping[str, str]) -> tuple[Body, Support, Support]:
    """A 200: the file from its first byte, whatever was asked for."""
    request = exchange.request
    length = _length(headers)
    codings = _codings(exchange, headers)
    if exchange.unwrap is not None:
        codings = (*codings, exchange.unwrap)
    ranges = Support.NO if exchange.is_unranged else _support_after_whole(request, headers)
    multi_range = Support.NO if len(request.spans) > 1 else Support.UNKNOWN
    content_type = headers.get("Content-Type")
    if codings:
        whole = Span(0, UNKNOWN_END)
        body = Body(BodyKind.CODED, whole, (whole,), None, content_type, codings)
        return body, Support.NO, Support.NO
    name = _judged_name(exchange, headers)
    suspect = not request.takes_pages and may_be_page(content_type, name, request.size_bytes is not None)
    if length is not None and request.size_bytes is not None:
        if suspect and length != request.size_bytes and is_page_type(content_type):
            raise page_instead()
        require_size(request.size_bytes, length)
        suspect = False
    if length == 0:
        return Body(BodyKind.EMPTY, None, (), 0, content_type), ranges, multi_range
    span = Span(0, UNKNOWN_END if length is None else length)
    return Body(BodyKind.PLAIN, span, (span,), length, content_type, (), suspect, name), ranges, multi_range


def _support_after_whole(request: ChannelRequest, headers: Mapping[str, str]) -> Support:
    """What a 200 says of ranges: refused, unless it came because the file changed or because all was asked for.

    Of one range it says nothing where several were asked for: many servers that give one send everything then."""
    units = headers.get("Accept-Ranges", "").strip().lower()
    if units == "none":
        return Support.NO
    if len(request.spans) > 1:
        return Support.UNKNOWN
    if request.validator is not None and not request.validator.agrees_with(validator_of(headers)):
        return Support.UNKNOWN
    asked_for_all = len(request.spans) == 1 and request.spans[0] == Span(0, UNKNOWN_END)
    return Support.YES if asked_for_all and units == "bytes" else Support.NO


def _partial(exchange: Exchange, headers: Mapping[str, str]) -> tuple[Body, Support, Support]:
    """A 206: one range, or several in a multipart body."""
    request = exchange.request
    content_type = headers.get("Content-Type")
    if exchange.unwrap is not None or _codings(exchange, headers):
        raise SourceError("The server sends ranges of a compressed form of the file.", retry=Retry.NEVER, status=206)
    if _is_multipart(content_type):
        wanted = tuple(_within(span, request.size_bytes) for span in request.spans)
        body = Body(BodyKind.PARTS, None, wanted, request.size_bytes, content_type)
        return body, Support.YES, Support.YES if len(request.spans) > 1 else Support.UNKNOWN
    learned = parse_content_range(headers.get("Content-Range"))
    if learned is None or learned.span is None:
        raise SourceError(
            "The server answered with a part of the file without saying which.", retry=Retry.NEVER, status=206
        )
    span, size = learned.span, learned.size_bytes
    if size is not None:
        require_size(request.size_bytes, size)
    known = size if size is not None else request.size_bytes
    wanted = _wanted(request.spans, span, known)
    length = _length(headers)
    if length is not None and length != span.size:
        raise SourceError(
            say("The server promised {length} bytes for a range of {size}.", length=length, size=span.size),
            retry=Retry.NEVER,
            status=206,
        )
    # A page that lies on the server as files do is given in ranges, too: a redirect mostly led there.
    name = _judged_name(exchange, headers)
    is_first = span.start == 0 and request.size_bytes is None and not request.takes_pages
    suspect = is_first and is_page_type(content_type) and may_be_page(content_type, name, False)
    body = Body(BodyKind.PLAIN, span, wanted, size, content_type, (), suspect, name)
    return body, Support.YES, Support.NO if len(request.spans) > 1 else Support.UNKNOWN


def _is_multipart(content_type: str | None) -> bool:
    return (content_type or "").partition(";")[0].strip().lower() == _MULTIPART


def _wanted(asked: tuple[Span, ...], sent: Span, size_bytes: int | None) -> tuple[Span, ...]:
    """What of `sent` was asked for. A single span may come shorter, never elsewhere; several may come merged."""
    if len(asked) == 1:
        if sent.start != asked[0].start or sent.end > asked[0].end:
            raise SourceError(
                say("The server sent the range {sent} where {asked} was asked for.", sent=sent, asked=asked[0]),
                retry=Retry.NEVER,
                status=206,
            )
        return (sent,)
    wanted = tuple(part for span in asked if (part := _within(span, size_bytes).intersect(sent)) is not None)
    if not wanted:
        raise SourceError("The server sent a range that was not asked for.", retry=Retry.NEVER, status=206)
    return wanted


def _within(span: Span, size_bytes: int | None) -> Span:
    if size_bytes is None or span.end <= size_bytes or span.start >= size_bytes:
        return span
    return Span(span.start, size_bytes)


def _length(headers: Mapping[str, str]) -> int | None:
    """Content-Length, None where it does not count (RFC 9112, 6.3: Transfer-Encoding overrides it)."""
    if headers.get("Transfer-Encoding"):
        return None
    return parse_number(headers.get("Content-Length"))


def _codings(exchange: Exchange, headers: Mapping[str, str]) -> tuple[str, ...]:
    """The content codings to undo; a transfer coding beside `chunked` would need undoing too, and nobody sends one."""
    transfer = {token.strip().lower() for token in headers.get("Transfer-Encoding", "").split(",")}
    if transfer - {"", "chunked", "identity"}:
        raise SourceError("The server sends the file in a transfer coding that is not known.", retry=Retry.NEVER)
    name = _path_name(exchange, headers)
    return _codings_of(headers.get("Content-Encoding"), name, headers.get("Content-Type"))


def _path_name(exchange: Exchange, headers: Mapping[str, str]) -> str | None:
    return _file_name(headers.get("Content-Disposition"), exchange.url, allow_leading_dot=True)


def _judged_name(exchange: Exchange, headers: Mapping[str, str]) -> str | None:
    """The name by which an answer is a page or none."""
    asked = _file_name(None, exchange.asked_url, allow_leading_dot=True) if exchange.asked_url else None
    return guarded_name(asked, _path_name(exchange, headers))


def _facts(
    exchange: Exchange, headers: Mapping[str, str], body: Body, ranges: Support, multi_range: Support
) -> ResponseFacts:
    # What an answer says of its file is said of the compressed one, where that is what it holds.
    is_wrapped = exchange.unwrap is not None
    mirrors, documents = ((), ()) if is_wrapped else _leads(headers.get("Link"), exchange.url)
    name = _file_name(headers.get("Content-Disposition"), exchange.url, allow_leading_dot=exchange.allow_leading_dot)
    return ResponseFacts(
        status=exchange.status,
        url=exchange.url,
        spans=body.wanted,
        size_bytes=body.size_bytes,
        ranges=ranges,
        multi_range=multi_range,
        validator=validator_of(headers),
        latency_s=exchange.latency_s,
        connect_s=exchange.connect_s,
        content_type=headers.get("Content-Type"),
        file_name=split_wrapping(name)[0] if is_wrapped and name is not None else name,
        modified_at=_parse_date(headers.get("Last-Modified")),
        checksums=() if is_wrapped else read_digests(headers.items(), exchange.url, status=exchange.status),
        mirrors=mirrors,
        documents=documents,
        is_unverified=exchange.is_unverified,
    )


def _leads(links: str | None, url: str) -> tuple[tuple[MirrorHint, ...], tuple[str, ...]]:
    """The mirrors, and the URLs of documents that describe the file, of a `Link` header."""
    if links is None:
        return (), ()
    # Imported here, because few servers send one: starting stays quick.
    from headwater.discovery.link_header import documents_of, mirrors_of, parse_links

    found = parse_links(links, url)
    return mirrors_of(found), documents_of(found)
