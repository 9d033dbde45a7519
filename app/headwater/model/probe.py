"""What one question told of a source before anything was fetched, and what stands where a file would go. Values only.

Nothing here is a promise: a server may change its mind between the question and the download.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from headwater.model.errors import Cause
from headwater.model.job import Checksum, JobId, JobState
from headwater.model.source import Support, Validator


@dataclass(frozen=True, slots=True)
class SourceProbe:
    """The answer of one source. `error` is one sentence where it gave none, `cause` what that came from; then the rest
    is as by default.

    `name` is what the server, else the link, calls the file; `final_url` where redirects led; `is_page` tells that a
    web page came where none was asked for by name. `latency_s` is from request to first byte.
    """

    url: str
    error: str | None = None
    final_url: str | None = None
    name: str | None = None
    size_bytes: int | None = None
    ranges: Support = Support.UNKNOWN
    validator: Validator = field(default_factory=Validator)
    content_type: str | None = None
    is_page: bool = False
    modified_at: float | None = None
    latency_s: float | None = None
    checksums: tuple[Checksum, ...] = ()
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class FolderView:
    """A folder as a download would find it. `free_bytes` None: not known; `problem` is a sentence against using it.

    `existing` holds the names that were asked about and are taken, with the files' sizes in bytes.
    """

    free_bytes: int | None = None
    problem: str | None = None
    existing: Mapping[str, int] = field(default_factory=dict)


class TwinKind(Enum):
    """Why a job of the list is taken for the file that is asked for."""

    SAME_LINK = "same link"  # it has at least one of the links
    FRESH_LINK = "fresh link"  # its link has expired, and this one leads to the same place
    SAME_FILE = "same file"  # name and size are the same, and no version mark speaks against it


@dataclass(frozen=True, slots=True)
class FileAsked:
    """A file that somebody is about to add: its links, and what is known of it. `validators` are by link."""

    urls: tuple[str, ...]
    name: str | None = None
    size_bytes: int | None = None
    validators: Mapping[str, Validator] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Twin:
    """The job that has the file already. `has_urls` are those of the asked links that it has."""

    kind: TwinKind
    job_id: JobId
    name: str
    state: JobState
    has_urls: frozenset[str]


@dataclass(frozen=True, slots=True)
class Adopted:
    """A partial file that became a job: `kept_bytes` of it were believed; `words` say why, in one line."""

    job_id: JobId
    kept_bytes: int
    size_bytes: int | None
    words: str
