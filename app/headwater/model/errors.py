"""The error tree: one root, branches by what has to be done next.

Foreign exceptions (aiohttp, OSError, sqlite3, ...) are mapped to these once, at the edge where they
arise, with `raise ... from`. The message of each is one sentence that a person can act upon.
"""

from enum import Enum
from typing import Final

from headwater.model.wording import as_sentence


class Retry(Enum):
    """What a failed request says about asking the same source again."""

    NOW = "now"  # this connection broke; nothing speaks against the source
    LATER = "later"  # the source is overloaded, out of reach or asked for patience: back off
    OTHER_SPAN = "other span"  # the source does not hold these bytes, but may hold others
    NEVER = "never"  # the source cannot serve this file: wrong version, an error page, gone, forbidden


class Cause(Enum):
    """What an error comes from, for programs that tell people in words of their own; None where no word fits."""

    TIMEOUT = "timeout"
    NOT_FOUND = "not found"
    NETWORK = "network"
    DISK_FULL = "disk full"
    EXISTS = "exists"
    TOO_SLOW = "too slow"
    DISK = "disk"
    NO_SUCH_HOST = "no such host"
    BAD_ANSWER = "bad answer"
    REDIRECTS = "redirects"
    AUTHORIZATION = "authorization"
    OVERLOADED = "overloaded"
    CHECKSUM = "checksum"
    CERTIFICATE = "certificate"
    PAGE = "page"


class HeadwaterError(Exception):
    """Root of all errors that Headwater raises on purpose; its text is a sentence that can be translated."""

    cause: Cause | None = None

    def __init__(self, message: str = "") -> None:
        super().__init__(as_sentence(message))


class SourceError(HeadwaterError):
    """A source did not give what it was asked for.

    `status` is the protocol's status code, `retry_after_s` the patience the source asked for (seconds). `cause` is
    told by the status, else by how to retry, where it is not given. `wants_fresh_url` marks answers (401, 403, 410)
    that a fresh link may cure; `size_bytes` is the size the source says its copy has, where its refusal told
    (`Content-Range: bytes */N`).
    """

    def __init__(
        self,
        message: str,
        *,
        retry: Retry,
        status: int | None = None,
        retry_after_s: float | None = None,
        wants_fresh_url: bool = False,
        size_bytes: int | None = None,
        cause: Cause | None = None,
    ) -> None:
        super().__init__(message)
        self.cause = cause or _cause_of(status, retry)
        self.retry = retry
        self.status = status
        self.retry_after_s = retry_after_s
        self.wants_fresh_url = wants_fresh_url
        self.size_bytes = size_bytes


_CAUSES: Final = {
    401: Cause.AUTHORIZATION,
    404: Cause.NOT_FOUND,
    407: Cause.AUTHORIZATION,
    502: Cause.OVERLOADED,
    503: Cause.OVERLOADED,
    504: Cause.OVERLOADED,
    530: Cause.AUTHORIZATION,
    550: Cause.NOT_FOUND,
}


def _cause_of(status: int | None, retry: Retry) -> Cause | None:
    """What a refusal's number says (of HTTP, or FTP's 530 and 550); a connection that broke has none."""
    if status is None:
        return Cause.NETWORK if retry in (Retry.NOW, Retry.LATER) else None
    return _CAUSES.get(status, Cause.BAD_ANSWER)


class LocalError(HeadwaterError):
    """This computer stands in the way (disk full, read-only folder, no permission): pause, lose nothing."""

    def __init__(self, message: str, *, cause: Cause | None = None) -> None:
        super().__init__(message)
        self.cause = cause


class IntegrityError(HeadwaterError):
    """The bytes are not the file's: a trusted hash, a compared block or a size disagrees."""

    cause = Cause.CHECKSUM


class UserError(HeadwaterError):
    """The command cannot be carried out as it was given; the message says what to change."""
