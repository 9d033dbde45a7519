"""The error tree: one root, branches by what has to be done next.

Foreign exceptions (aiohttp, OSError, sqlite3, ...) are mapped to these once, at the edge where they
arise, with `raise ... from`. The message of each is one sentence that a person can act upon.
"""

from enum import Enum


class Retry(Enum):
    """What a failed request says about asking the same source again."""

    NOW = "now"  # this connection broke; nothing speaks against the source
    LATER = "later"  # the source is overloaded, out of reach or asked for patience: back off
    OTHER_SPAN = "other span"  # the source does not hold these bytes, but may hold others
    NEVER = "never"  # the source cannot serve this file: wrong version, an error page, gone, forbidden


class HeadwaterError(Exception):
    """Root of all errors that Headwater raises on purpose."""


class SourceError(HeadwaterError):
    """A source did not give what it was asked for.

    `status` is the protocol's status code, `retry_after_s` the patience the source asked for (seconds).
    `wants_fresh_url` marks answers (401, 403, 410) that a fresh link may cure; `size_bytes` is the size the
    source says its copy has, where its refusal told (`Content-Range: bytes */N`).
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
    ) -> None:
        super().__init__(message)
        self.retry = retry
        self.status = status
        self.retry_after_s = retry_after_s
        self.wants_fresh_url = wants_fresh_url
        self.size_bytes = size_bytes


class LocalError(HeadwaterError):
    """This computer stands in the way (disk full, read-only folder, no permission): pause, lose nothing."""


class IntegrityError(HeadwaterError):
    """The bytes are not the file's: a trusted hash, a compared block or a size disagrees."""


class UserError(HeadwaterError):
    """The command cannot be carried out as it was given; the message says what to change."""
