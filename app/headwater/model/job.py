"""A job: one file to be had, with its sources, options and destination."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final, NewType

from headwater.model.access import Access
from headwater.model.arrangement import AfterJob, Priority
from headwater.model.errors import IntegrityError
from headwater.model.hashing import digest_bytes
from headwater.model.priority import PriorityOrder
from headwater.model.source import SourceSpec
from headwater.model.spans import UNKNOWN_END, Span
from headwater.model.tuning import Tuning
from headwater.model.wording import say

#: 16 lower-case hex digits, unique in a profile (aria2's GID).
JobId = NewType("JobId", str)


class JobState(Enum):
    """Where a job stands; only `TRANSITIONS` are possible."""

    WAITING = "waiting"  # in the queue, for its turn
    RUNNING = "running"
    PAUSED = "paused"  # by the user, or by this computer's trouble (then `JobSnapshot.error` says which)
    FINISHING = "finishing"  # all bytes are here; verifying, syncing, renaming
    DONE = "done"
    FAILED = "failed"  # resumable: the partial data is kept


TRANSITIONS: Final[dict[JobState, frozenset[JobState]]] = {
    JobState.WAITING: frozenset({JobState.RUNNING, JobState.PAUSED, JobState.FAILED}),
    JobState.RUNNING: frozenset({JobState.WAITING, JobState.PAUSED, JobState.FINISHING, JobState.FAILED}),
    JobState.PAUSED: frozenset({JobState.WAITING, JobState.FAILED}),
    JobState.FINISHING: frozenset(
        {JobState.RUNNING, JobState.WAITING, JobState.PAUSED, JobState.DONE, JobState.FAILED}
    ),
    JobState.DONE: frozenset(),
    JobState.FAILED: frozenset({JobState.WAITING, JobState.PAUSED}),
}


@dataclass(frozen=True, slots=True)
class Checksum:
    """A whole-file digest; `algorithm` as hashlib and Metalink know it (`sha-256`), `hex_digest` lower case.

    `origin` says who vouches for it ("you", "Metalink", "Repr-Digest of example.org", ...). A hint was never promised
    to be a digest (an ETag that looks like one): when it is right it says something, when it is wrong nothing.
    """

    algorithm: str
    hex_digest: str
    origin: str = "you"
    is_hint: bool = False


@dataclass(frozen=True, slots=True)
class PieceHashes:
    """Trusted digests of the file's consecutive pieces, `piece_bytes` each, the last one shorter.

    `digests` joins them in file order, packed: `digest_bytes(algorithm)` bytes a piece. `algorithm` is a name of
    `model.hashing`; with `model.hashing.TREE` a digest is the root over the piece's 16 KiB leaves, padded to
    `piece_bytes` (BEP 52). `origin` says who vouches for them, as in `Checksum`.
    """

    algorithm: str
    piece_bytes: int
    digests: bytes
    origin: str = "you"

    def __post_init__(self) -> None:
        if self.piece_bytes <= 0 or len(self.digests) % digest_bytes(self.algorithm):
            raise IntegrityError(
                say("piece hashes from {origin} do not fit {algorithm}", origin=self.origin, algorithm=self.algorithm)
            )

    @property
    def digest_bytes(self) -> int:
        """Length of one digest."""
        return digest_bytes(self.algorithm)

    @property
    def count(self) -> int:
        """Number of pieces."""
        return len(self.digests) // self.digest_bytes

    def digest_of(self, index: int) -> bytes:
        """Digest of piece `index`, counted from 0; raises `IndexError` where there is none."""
        if not 0 <= index < self.count:
            raise IndexError(f"there is no piece {index} of {self.count}")
        length = self.digest_bytes
        return self.digests[index * length : (index + 1) * length]

    def fits(self, size_bytes: int) -> bool:
        """Whether there is one digest for each piece of a file of that size."""
        return self.count == -(-size_bytes // self.piece_bytes)

    def span(self, index: int, size_bytes: int | None) -> Span:
        """The bytes of piece `index`; open for the last one of a file whose size is not known."""
        start = index * self.piece_bytes
        if index < self.count - 1:
            return Span(start, start + self.piece_bytes)
        return Span(start, UNKNOWN_END if size_bytes is None else size_bytes)


@dataclass(frozen=True, slots=True)
class JobOptions:
    """What may be chosen for one job; None leaves it to the settings.

    `headers` are sent to every source; `rate_limit_bytes_per_s` bounds the whole job; `connect_timeout_s` and
    `idle_timeout_s` bound the waits for a connection and between two pieces of a body, `total_timeout_s` one request
    from asking to its last byte (0: nothing does, whatever the settings say). A channel that brings no more than
    `lowest_rate_bytes_per_s` for a while is given up. `size_bytes` is what a document that is trusted (a Metalink, a
    torrent) says the size must be. `signature` is an OpenPGP signature of the file, in ASCII armour. `mend` is a file
    that is here already and is to become the job's file: with `pieces`, what is right of it stays, and the rest is
    fetched. A name that is taken is numbered, unless `overwrite`; without `may_number` the job fails then. `headers`
    are written down with the job; those that carry secrets belong to `access`. `queue` is the name of the queue it
    waits in; a name that no queue has, as the empty one, means the main queue. `category` None is chosen by its rules.
    """

    headers: tuple[tuple[str, str], ...] = ()
    rate_limit_bytes_per_s: float | None = None
    checksums: tuple[Checksum, ...] = ()
    pieces: PieceHashes | None = None
    signature: str | None = None
    size_bytes: int | None = None
    mend: Path | None = None
    tuning: Tuning | None = None
    order: PriorityOrder = field(default_factory=PriorityOrder)
    access: Access = field(default_factory=Access)
    use_server_time: bool = False
    allow_leading_dot: bool = False
    overwrite: bool = False
    may_number: bool = True
    start_paused: bool = False
    connect_timeout_s: float | None = None
    idle_timeout_s: float | None = None
    total_timeout_s: float | None = None
    lowest_rate_bytes_per_s: float | None = None
    priority: Priority = Priority.NORMAL
    queue: str = ""
    category: str | None = None
    after: AfterJob | None = None


@dataclass(frozen=True, slots=True)
class JobSpec:
    """What a person asked for. `name` is None until a source or the person tells it."""

    sources: tuple[SourceSpec, ...]
    folder: Path
    name: str | None = None
    options: JobOptions = field(default_factory=JobOptions)
