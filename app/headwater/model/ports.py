"""The ports between the layers: protocols that I/O implements and the engine uses.

They are loop-agnostic: nothing here names an event loop, so that channels and content could move to a
loop of their own. The driver (`engine.job_driver`) is the only one that joins them:

    channel = await connector.open(source, settings)
    response = await channel.request(request)       # headers are in; no byte of the body was taken
    ... the driver judges response.facts ...
    async for piece in response.pieces():           # decoded bytes, in the file's coordinates
        await sink.accept(source_id, piece.offset, piece.data)
"""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from headwater.model.access import Credential
from headwater.model.job import Checksum
from headwater.model.priority import ReaderId
from headwater.model.source import SourceId, SourceSpec, Support, Validator
from headwater.model.spans import Span


@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """How to talk to servers; times in seconds. `idle_timeout_s` bounds the wait between two pieces of a body.

    `proxy` is a URL (`http`, `https`, `socks4`, `socks4a`, `socks5`, `socks5h`), `"direct"` for none, and None for
    what the environment says; `proxies` name others by scheme, and hosts, domains and networks of `no_proxy` are
    reached directly. `min_tls` is the name of a TLS version. `cookie` is a pasted `Cookie` header, `cookie_file` one in
    Netscape's format; both reach only the hosts they belong to (the pasted one: the source's own). `unverified_hosts`
    are shell patterns of hosts whose certificate is not checked. `max_decoded_ratio` bounds what one byte of a
    compressed body may become. `read_buffer_bytes` bounds what a channel reads ahead (about three times as much is held
    at most); under a low rate limit a small one keeps the first moments of each request even.
    """

    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    user_agent: str | None = None
    referer: str | None = None
    connect_timeout_s: float = 15.0
    idle_timeout_s: float = 30.0
    max_redirects: int = 10
    proxy: str | None = field(default=None, repr=False)
    proxies: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    no_proxy: tuple[str, ...] = ()
    ca_file: Path | None = None
    min_tls: str | None = None
    unverified_hosts: tuple[str, ...] = ()
    cookie: str | None = field(default=None, repr=False)
    cookie_file: Path | None = None
    credentials: tuple[Credential, ...] = ()
    netrc_file: Path | None = None
    known_hosts_file: Path | None = None
    max_decoded_ratio: float = 400.0
    read_buffer_bytes: int = 256 * 1024
    allow_leading_dot: bool = False


@dataclass(frozen=True, slots=True)
class ChannelRequest:
    """What to ask a source for. Several spans only where it supports multi-range requests.

    `size_bytes` is the file's size as far as it is known; `validator` this source's earlier one (`If-Range`).
    `takes_pages`: a web page is what is wanted, not a page sent in a file's place.
    """

    spans: tuple[Span, ...]
    size_bytes: int | None = None
    validator: Validator | None = None
    takes_pages: bool = False


@dataclass(frozen=True, slots=True)
class MirrorHint:
    """Another place that is said to hold the same file (RFC 6249 `Link: rel=duplicate`).

    `depth` is how many parts of the path, from the file's name on, are mirrored with all that lies in them: 0 for this
    file alone, 1 for its folder.
    """

    url: str
    priority: int | None = None
    country: str | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ResponseFacts:
    """What the headers of an answer say, mapped from any protocol.

    `size_bytes` is the size of the whole decoded file, None when unknown; `spans` those that the body will
    bring (one open span when it runs to an unknown end, none for an empty file); `connect_s` is None when the
    connection was reused. `documents` are URLs of Metalinks that describe the file (RFC 6249). `is_unverified`
    tells that the server's identity was not checked: the user wished so, or `https` was redirected to `http`.
    """

    status: int
    url: str
    spans: tuple[Span, ...]
    size_bytes: int | None
    ranges: Support
    multi_range: Support
    validator: Validator
    latency_s: float
    connect_s: float | None
    content_type: str | None = None
    file_name: str | None = None
    modified_at: float | None = None
    checksums: tuple[Checksum, ...] = ()
    mirrors: tuple[MirrorHint, ...] = ()
    documents: tuple[str, ...] = ()
    is_unverified: bool = False


class Piece(NamedTuple):
    """Decoded bytes of the file that begin at `offset`. They stay as they are as long as somebody holds them."""

    offset: int
    data: bytes | memoryview


class Response(Protocol):
    """An answer whose headers are in. Not reusable; must be closed."""

    @property
    def facts(self) -> ResponseFacts: ...

    def pieces(self) -> AsyncIterator[Piece]:
        """The body, decoded, in the order sent; ends when everything promised has come.

        Raises `SourceError` when the server sends less or more than it promised, breaks off or stalls.
        """
        ...

    def stop_at(self, end: int) -> None:
        """Let `pieces` end before the first byte at or after `end`, even when it waits for that byte now.

        The connection is spent then. A later call may move the stop nearer, never farther.
        """
        ...

    @property
    def reusable(self) -> bool:
        """Whether the body was read to its end, so that the channel's connection may serve the next request."""
        ...

    async def close(self) -> None:
        """Release the connection; it is reusable only when the body was read to its end."""
        ...


class Channel(Protocol):
    """One connection to one source. Requests are made one after another."""

    async def request(self, request: ChannelRequest) -> Response:
        """Ask; returns when the headers are in. Raises `SourceError`."""
        ...

    async def close(self) -> None: ...


class Connector(Protocol):
    """Opens channels for some URL schemes. One object serves a whole engine."""

    @property
    def schemes(self) -> frozenset[str]: ...

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> Channel:
        """Make a channel. It may connect now or at its first request. Raises `SourceError`, `UserError`."""
        ...

    async def close(self) -> None:
        """Close everything this connector opened."""
        ...


class Sink(Protocol):
    """Takes decoded bytes (`content.io_dispatcher`)."""

    async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
        """Take bytes of the file; returns when there is room for more (back-pressure). Raises `LocalError`."""
        ...


#: Moves up to `size` bytes of the file from wherever it gets them to an open file: (descriptor, offset, size) -> bytes
#: moved. Blocks, on a worker, but not for bytes that have yet to come. Raises `OSError` where the file refuses.
Move = Callable[[int, int, int], int]


@runtime_checkable
class WorkingMove(Protocol):
    """A `Move` that computes for longer than it writes: several at a time serve one file."""

    #: What it does to the bytes, in a word.
    work: str

    def __call__(self, target: int, offset: int, size: int, /) -> int: ...


@runtime_checkable
class PouringSink(Sink, Protocol):
    """A sink that may let bytes into the file which never were in memory."""

    async def pour(self, supplier: SourceId, span: Span, move: Move) -> int | None:
        """Let `move` fill `span` from its start; how many bytes came, None where they have to be accepted.

        Nobody else's bytes are written there meanwhile. Raises `LocalError`.
        """
        ...


class OutputStream(Protocol):
    """The async face of one reader's view of the file while it comes (`content.output_stream`)."""

    @property
    def reader_id(self) -> ReaderId: ...

    @property
    def size_bytes(self) -> int | None: ...

    async def read_at(self, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset`, at least one unless the file ends there; waits until they came.

        Raises `HeadwaterError` when the job failed or the stream was aborted.
        """
        ...

    def wish(self, position: int, window_bytes: int) -> None:
        """Say what will be wanted next; it reaches the data prioritizer within one scheduler interval."""
        ...

    def take_revoked(self) -> tuple[Span, ...]:
        """What this reader was given and proved wrong since it was last asked: it may read that anew."""
        ...

    async def until_revoked(self) -> None:
        """Return when `take_revoked` has something to tell; never, where nothing is revoked."""
        ...

    def abort(self) -> None:
        """Wake every waiting read with an error, and take the wish back."""
        ...


class Clock(Protocol):
    """Time as the engine sees it; tests put their own in its place."""

    def monotonic_s(self) -> float: ...

    def unix_s(self) -> float: ...


@dataclass(frozen=True, slots=True)
class StoredJob:
    """What the journal kept of a job's bytes: the three facts per span, and who supplied them.

    `suppliers` maps a source's number to the spans it brought.
    """

    size_bytes: int | None
    part_path: Path | None
    received: tuple[Span, ...] = ()
    proven: tuple[Span, ...] = ()
    durable: tuple[Span, ...] = ()
    suppliers: dict[SourceId, Sequence[Span]] = field(default_factory=dict)
