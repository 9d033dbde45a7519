"""Snapshots as aria2's structs: every value a string, keys filtered, pieces of 1 MiB.

`bitfield`, `numPieces`, `getUris` and `getServers` say what is true of the job, not what would look familiar.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from headwater.model.job import JobState
from headwater.model.snapshots import ChannelSnapshot, JobSnapshot, SourceSnapshot
from headwater.model.source import SourceState
from headwater.model.spans import Span, SpanSet

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

Struct = dict[str, Any]


def tell_job(job: JobSnapshot, received: Callable[[], Sequence[Span]], keys: frozenset[str]) -> Struct:
    """The struct of `tellStatus`; only `keys` of it when there are any. `received` is asked only when it is needed."""
    fields: dict[str, Callable[[], Any]] = {
        "gid": lambda: job.job_id,
        "status": lambda: STATUS_OF_STATE[job.state],
        "totalLength": lambda: str(job.size_bytes or 0),
        "completedLength": lambda: str(job.received_bytes),
        "uploadLength": lambda: "0",
        "downloadSpeed": lambda: str(int(job.rate_bytes_per_s)) if job.state in ACTIVE else "0",
        "uploadSpeed": lambda: "0",
        "connections": lambda: str(job.channels_active) if job.state in ACTIVE else "0",
        "pieceLength": lambda: str(PIECE_BYTES),
        "numPieces": lambda: str(count_pieces(job.size_bytes)),
        "dir": lambda: str(job.folder),
        "files": lambda: tell_files(job),
    }
    if job.size_bytes:
        size_bytes = job.size_bytes
        fields["bitfield"] = lambda: make_bitfield(size_bytes, received())
    if job.state in STOPPED:
        fields["errorCode"] = lambda: NO_ERROR if job.state is JobState.DONE else UNKNOWN_ERROR
        if job.error:
            fields["errorMessage"] = lambda: job.error
    return {key: make() for key, make in fields.items() if not keys or key in keys}


def tell_files(job: JobSnapshot) -> list[Struct]:
    """The struct of `getFiles`: always one file."""
    return [
        {
            "index": "1",
            "path": str(job.folder / job.name) if job.name else "",
            "length": str(job.size_bytes or 0),
            "completedLength": str(job.received_bytes),
            "selected": "true",
            "uris": tell_uris(job),
        }
    ]


def tell_uris(job: JobSnapshot) -> list[Struct]:
    """The struct of `getUris`: all of a running job's sources are in use or about to be."""
    status = "used" if job.state in ACTIVE or job.state in STOPPED else "waiting"
    return [{"uri": url, "status": status} for url in job.urls]


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


def make_bitfield(size_bytes: int, received: Sequence[Span]) -> str:
    """One bit a piece, highest first, set when every byte of it was received; as hex."""
    bits = bytearray(-(-count_pieces(size_bytes) // 8))
    for span in SpanSet(received):
        first = -(-span.start // PIECE_BYTES)
        last = count_pieces(size_bytes) if span.end >= size_bytes else span.end // PIECE_BYTES
        for piece in range(first, last):
            bits[piece >> 3] |= 0x80 >> (piece & 7)
    return bits.hex()


def tell_removed(struct: Struct) -> Struct:
    """What `tellStopped` goes on to say of a job that was removed while it ran or waited."""
    idle = {"downloadSpeed": "0", "connections": "0"}
    return {**struct, **idle, "status": "removed", "errorCode": REMOVED}


def choose(items: Sequence[Any], offset: int, count: int) -> list[Any]:
    """aria2's window on a list: a negative offset counts from the end, and the window then runs backwards."""
    if count <= 0:
        return []
    if offset >= 0:
        return list(items[offset : offset + count])
    last = len(items) + offset
    return [items[i] for i in range(last, max(-1, last - count), -1)] if last >= 0 else []
