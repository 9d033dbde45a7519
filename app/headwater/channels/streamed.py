"""What sources share that are no HTTP: facts of a plain answer, the spans they can be asked for, and what goes wrong.

Values only. FTP, SFTP, `file:` and `data:` answer every request with one unbroken run of the file's bytes.
"""

import socket
from typing import Final
from urllib.parse import unquote, urlsplit

from headwater.channels.refusal import require_size
from headwater.discovery.filename import file_name
from headwater.model.errors import Cause, Retry, SourceError, UserError
from headwater.model.ports import ChannelRequest, ResponseFacts
from headwater.model.source import Support, Validator
from headwater.model.spans import UNKNOWN_END, Span
from headwater.model.wording import say

_CONTROL: Final = frozenset(map(chr, (*range(32), 127)))


def span_to_send(request: ChannelRequest, size_bytes: int | None) -> tuple[Span, ...]:
    """The one span that will be sent: the first asked for, cut to the file's size; none for an empty file.

    Raises `SourceError` when the source's copy ends before it, or is of another size than the job's file.
    """
    asked = request.spans[0]
    if size_bytes is None:
        return (asked,)
    require_size(request.size_bytes, size_bytes)
    if size_bytes == 0:
        return ()
    if asked.start >= size_bytes:
        raise SourceError(
            say("The server holds only {size_bytes} bytes.", size_bytes=size_bytes),
            retry=Retry.OTHER_SPAN,
            size_bytes=size_bytes,
        )
    return (Span(asked.start, min(asked.end, size_bytes)),)


def plain_facts(
    url: str,
    spans: tuple[Span, ...],
    *,
    size_bytes: int | None,
    latency_s: float,
    connect_s: float | None,
    modified_at: float | None = None,
    allow_leading_dot: bool = False,
    is_unverified: bool = False,
    ranges: Support = Support.YES,
) -> ResponseFacts:
    """Facts of an answer without headers; its status is HTTP's word for the same thing (200 whole, 206 a part)."""
    whole = spans in {(), (Span(0, UNKNOWN_END if size_bytes is None else max(1, size_bytes)),)}
    mark = None if modified_at is None else f"{modified_at:.0f}"
    return ResponseFacts(
        status=200 if whole else 206,
        url=url,
        spans=spans,
        size_bytes=size_bytes,
        ranges=ranges,
        multi_range=Support.NO,
        validator=Validator(last_modified=mark),
        latency_s=latency_s,
        connect_s=connect_s,
        file_name=file_name(None, url, allow_leading_dot=allow_leading_dot),
        modified_at=modified_at,
        is_unverified=is_unverified,
    )


def map_socket_error(error: Exception, host: str) -> SourceError:
    """The error of ours for what the system says of a connection; what it has no word for broke it off."""
    if isinstance(error, socket.gaierror):
        words = say("The name {host} cannot be found.", host=host)
        return SourceError(words, retry=Retry.LATER, cause=Cause.NO_SUCH_HOST)
    if isinstance(error, TimeoutError):
        return SourceError(say("{host} does not answer.", host=host), retry=Retry.LATER, cause=Cause.TIMEOUT)
    if isinstance(error, ConnectionRefusedError):
        return SourceError(say("{host} refuses connections.", host=host), retry=Retry.LATER)
    return SourceError(say("{host} broke off the connection.", host=host), retry=Retry.NOW)


def a_folder() -> SourceError:
    """For an address that names what cannot be read as a file."""
    return SourceError("The address names a folder, not a file.", retry=Retry.NEVER)


def path_of(url: str) -> str:
    """The decoded path of a URL, without its leading slash. Raises `UserError` when it could be a second command."""
    try:
        path = unquote(urlsplit(url).path, errors="strict").removeprefix("/")
    except ValueError as error:
        raise UserError("The address is not valid.") from error
    if not path or path.endswith("/") or _CONTROL.intersection(path):
        raise UserError("The address does not name a file.")
    return path
