"""Snapshots as aria2's structs: every value a string, keys filtered, pieces of 1 MiB.

`bitfield`, `numPieces`, `getUris` and `getServers` say what is true of the job, not what would look familiar.
"""

from collections.abc import Callable, Container, Sequence
from typing import Any, Final

from headwater.model.errors import Cause
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.probe import SourceProbe
from headwater.model.snapshots import ChannelSnapshot, JobSnapshot, SourceSnapshot
from headwater.model.source import SourceState
from headwater.model.spans import Span

PIECE_BYTES: Final = 1024 * 1024

#: aria2's words for a job's state.
STATUS_OF_STATE: Final = {
    JobState.WAITING: "waiting",
    JobState.RUNNING: "active",
    JobState.PAUSED: "paused",
    JobState.FINISHING: "active",
    JobState.DONE: "complete",
    JobState.FAILED: "error",
}
ACTIVE: Final = frozenset({JobState.RUNNING, JobState.FINISHING})
QUEUED: Final = frozenset({JobState.WAITING, JobState.PAUSED})
STOPPED: Final = frozenset({JobState.DONE, JobState.FAILED})

#: aria2's exit codes, as far as a job's end can be told by one.
NO_ERROR: Final = "0"
UNKNOWN_ERROR: Final = "1"
REMOVED: Final = "31"
CODE_OF_CAUSE: Final = {
    Cause.TIMEOUT: "2",
    Cause.NOT_FOUND: "3",
    Cause.TOO_SLOW: "5",
    Cause.NETWORK: "6",
    Cause.DISK_FULL: "9",
    Cause.EXISTS: "13",
    Cause.DISK: "17",
    Cause.NO_SUCH_HOST: "19",
    Cause.BAD_ANSWER: "22",
    Cause.REDIRECTS: "23",
    Cause.AUTHORIZATION: "24",
    Cause.OVERLOADED: "29",
    Cause.CHECKSUM: "32",
    Cause.CERTIFICATE: "6",
    Cause.PAGE: "22",
}

Struct = dict[str, Any]


def tell_job(
    job: JobSnapshot,
    received: Callable[[], Sequence[Span]],
    keys: frozenset[str],
    *,
    is_named: bool = True,
    used: Container[str] = (),
) -> Struct:
    """The struct of `tellStatus`; only `keys` of it when there are any. `received` is asked only when it is needed.

    `is_named` False: nobody but its URL says yet what the file will be called. `used` are the URLs that bring, or
    brought, some of it.
    """
    names = _FIELDS if not keys else [name for name in _FIELDS if name in keys]
    struct = {name: _FIELDS[name](job) for name in names}
    if not keys or "files" in keys:
        struct["files"] = tell_files(job, used, is_named=is_named)
    if job.size_bytes and (not keys or "bitfield" in keys):
        struct["bitfield"] = make_bitfield(job.size_bytes, received())
    if job.state in STOPPED:
        if not keys or "errorCode" in keys:
            struct["errorCode"] = error_code(job)
        if job.error and (not keys or "errorMessage" in keys):
            struct["errorMessage"] = job.error
    if job.verified_bytes is not None and (not keys or "verifiedLength" in keys):
        struct["verifiedLength"] = str(job.verified_bytes)
    return struct


def error_code(job: JobSnapshot) -> str:
    """aria2's exit code for how a stopped job ended."""
    return NO_ERROR if job.state is JobState.DONE else _code_of(job.cause)


def _code_of(cause: Cause | None) -> str:
    return UNKNOWN_ERROR if cause is None else CODE_OF_CAUSE[cause]


def tell_files(job: JobSnapshot, used: Container[str] = (), *, is_named: bool = True) -> list[Struct]:
    """The struct of `getFiles`: always one file. Programs delete what they find at a path: none is guessed at."""
    is_there = is_named or job.size_bytes is not None or job.received_bytes > 0
    return [
        {
            "index": "1",
            "path": str(job.folder / job.name) if job.name and is_there else "",
            "length": str(job.size_bytes or 0),
            "completedLength": str(job.received_bytes),
            "selected": "true",
            "uris": tell_uris(job, used),
        }
    ]


def tell_uris(job: JobSnapshot, used: Container[str]) -> list[Struct]:
    """The struct of `getUris`: in use is what has a channel, or brought something."""
    return [{"uri": url, "status": "used" if url in used else "waiting"} for url in job.urls]


def tell_servers(sources: Sequence[SourceSnapshot], channels: Sequence[ChannelSnapshot]) -> list[Struct]:
    """The struct of `getServers`: one entry a channel, with the rate it has now."""
    url_of = {source.source_id: source.url for source in sources if source.state is not SourceState.SET_ASIDE}
    servers = [
        {
            "uri": url_of[channel.source_id],
            "currentUri": url_of[channel.source_id],
            "downloadSpeed": str(int(channel.rate_bytes_per_s)),
        }
        for channel in channels
        if channel.source_id in url_of
    ]
    return [{"index": "1", "servers": servers}]


def count_pieces(size_bytes: int | None) -> int:
    return -(-size_bytes // PIECE_BYTES) if size_bytes else 0


#: What every job is told of by; a table, because tools that poll ask for a few keys of many jobs.
_FIELDS: Final[dict[str, Callable[[JobSnapshot], Any]]] = {
    "gid": lambda job: job.job_id,
    "status": lambda job: STATUS_OF_STATE[job.state],
    "totalLength": lambda job: str(job.size_bytes or 0),
    "completedLength": lambda job: str(job.received_bytes),
    "uploadLength": lambda _job: "0",
    "downloadSpeed": lambda job: str(int(job.rate_bytes_per_s)) if job.state in ACTIVE else "0",
    "uploadSpeed": lambda _job: "0",
    "connections": lambda job: str(job.channels_active) if job.state in ACTIVE else "0",
    "pieceLength": lambda _job: str(PIECE_BYTES),
    "numPieces": lambda job: str(count_pieces(job.size_bytes)),
    "dir": lambda job: str(job.folder),
}
#: All that is cheap to tell of a job: everything but the bitfield.
FIELD_NAMES: Final = frozenset({*_FIELDS, "files", "errorCode", "errorMessage", "verifiedLength"})


def make_bitfield(size_bytes: int, received: Sequence[Span]) -> str:
    """One bit a piece, highest first, set when every byte of it was received; as hex.

    `received` are the runs of bytes that are here, none touching another.
    """
    bits = bytearray(-(-count_pieces(size_bytes) // 8))
    for span in received:
        first = -(-span.start // PIECE_BYTES)
        last = count_pieces(size_bytes) if span.end >= size_bytes else span.end // PIECE_BYTES
        for piece in range(first, last):
            bits[piece >> 3] |= 0x80 >> (piece & 7)
    return bits.hex()


def tell_removed(struct: Struct) -> Struct:
    """What `tellStopped` goes on to say of a job that was removed while it ran or waited."""
    idle = {"downloadSpeed": "0", "connections": "0"}
    return {**struct, **idle, "status": "removed", "errorCode": REMOVED}


def tell_probed(gid: JobId, spec: JobSpec, probe: SourceProbe, name: str | None) -> Struct:
    """The struct of what was only asked for: complete where a server has it, as aria2 tells it."""
    size = str(probe.size_bytes or 0)
    struct = dict.fromkeys(_FIELDS, "0") | {
        "gid": gid,
        "status": STATUS_OF_STATE[JobState.FAILED if probe.error else JobState.DONE],
        "totalLength": size,
        "completedLength": size,
        "pieceLength": str(PIECE_BYTES),
        "numPieces": str(count_pieces(probe.size_bytes)),
        "dir": str(spec.folder),
    }
    uris = [{"uri": source.url, "status": "waiting"} for source in spec.sources]
    file = {
        "index": "1",
        "path": str(spec.folder / name) if name else "",
        "length": size,
        "completedLength": size,
        "selected": "true",
        "uris": uris,
    }
    failure = {} if probe.error is None else {"errorMessage": probe.error}
    code = _code_of(probe.cause) if probe.error else NO_ERROR
    return {**struct, "files": [file], "errorCode": code, **failure}


def choose(items: Sequence[Any], offset: int, count: int) -> list[Any]:
    """aria2's window on a list: a negative offset counts from the end, and the window then runs backwards."""
    if count <= 0:
        return []
    if offset >= 0:
        return list(items[offset : offset + count])
    last = len(items) + offset
    return [items[i] for i in range(last, max(-1, last - count), -1)] if last >= 0 else []
