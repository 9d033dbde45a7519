"""One mirror of the lab: its life on the network, and the sending of what `headwater.lab.answers` decided.

How it behaves is said by its `MirrorBehaviour` alone. It keeps a record of what was asked and sent, which is what
tests look at. Requests in flight follow a changed behaviour at their next slice.
"""

import asyncio
import errno
import random
import socket
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from aiohttp import web

from headwater.lab.answers import Answer, Moment, bytes_of, decide
from headwater.lab.ranges import parse_range
from headwater.lab.sample import Sample
from headwater.lab.shaping import FIRST_SLICE_S, SLICE_S, UNSHAPED_SLICE_BYTES, MirrorBehaviour, Pacer
from headwater.model.spans import Span

_ASIDE: Final = b"Surplus. "


@dataclass(slots=True)
class RequestRecord:
    """One request as the mirror saw it. `spans` are those asked for, cut to the file (empty: the whole file)."""

    method: str
    path: str
    headers: dict[str, str]
    spans: tuple[Span, ...]
    peer: tuple[str, int]
    status: int = 0
    sent_bytes: int = 0
    is_over: bool = False


class LabClock:
    """Seconds since the first request to any mirror of a lab, on the loop's clock."""

    def __init__(self) -> None:
        self._started_at_s: float | None = None

    def start(self) -> bool:
        """Start, unless it runs already; returns whether it was started now."""
        if self._started_at_s is not None:
            return False
        self._started_at_s = asyncio.get_running_loop().time()
        return True

    @property
    def elapsed_s(self) -> float:
        """0 before the first request."""
        return 0.0 if self._started_at_s is None else asyncio.get_running_loop().time() - self._started_at_s


class Mirror:
    """One server on an address of its own; made and started by `MirrorLab`."""

    def __init__(
        self,
        index: int,
        behaviour: MirrorBehaviour,
        *,
        file: Sample,
        path: str,
        clock: LabClock,
        on_request: Callable[[], None],
        url_of: Callable[[int], str],
    ) -> None:
        self.index = index
        self.behaviour = behaviour
        self.host, self.port, self.path = "", 0, path
        self.requests: list[RequestRecord] = []
        self.sent_bytes = 0
        self.active_requests = 0
        self.peak_requests = 0
        self.is_dead = False
        self._bodies = 0  # being sent now
        self._file, self._clock, self._on_request, self._url_of = file, clock, on_request, url_of
        self._pacer = Pacer()
        self._jitter = random.Random(index)
        self._changed = asyncio.Event()
        self._bound: socket.socket | None = None
        self._server: asyncio.Server | None = None
        self._web: web.Server | None = None

    # life ---------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Bind to a free port and, unless the behaviour refuses, listen."""
        self._bound = _bind(self.index, 0)
        self.host, self.port = self._bound.getsockname()[:2]
        # A handler whose client is gone is cancelled, so that it does not pace bytes for nobody.
        self._web = web.Server(self._handle, handler_cancellation=True, access_log=None, keepalive_timeout=600.0)
        if not self.behaviour.refuses:
            await self.revive()

    def die(self) -> None:
        """Reset every connection and refuse new ones."""
        self.is_dead = True
        if self._server is not None:
            self._server.close()
            self._server = None
        if self._web is not None:
            for connection in self._web.connections:
                _reset(connection.transport)

    async def revive(self) -> None:
        """Listen (again), on the same port; a mirror that lives is left alone."""
        self.is_dead = False
        if self._server is None and self._web is not None:
            bound = self._bound if self._bound is not None else _bind(self.index, self.port)
            self._bound = None  # the server closes it
            self._server = await asyncio.get_running_loop().create_server(self._web, sock=bound, backlog=256)

    def change(self, **changes: Any) -> None:
        """Replace fields of the behaviour from now on."""
        self.behaviour = replace(self.behaviour, **changes)
        self._changed.set()
        self._changed = asyncio.Event()

    async def close(self) -> None:
        self.die()
        if self._bound is not None:
            self._bound.close()
            self._bound = None
        if self._web is not None:
            await self._web.shutdown(timeout=5.0)

    # what a test asks ------------------------------------------------------------------------------------------

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}{self.path}"

    @property
    def has_changed(self) -> bool:
        """Whether the file was replaced on the server (`changes_after_bytes`)."""
        after = self.behaviour.changes_after_bytes
        return after is not None and self.sent_bytes >= after

    @property
    def sample(self) -> Sample:
        """The file as it is now."""
        if self.has_changed and self.behaviour.changed_sample is not None:
            return self.behaviour.changed_sample
        return self._file if self.behaviour.sample is None else self.behaviour.sample

    def __repr__(self) -> str:
        state = "dead" if self.is_dead else "refusing" if self._server is None else "listening"
        return f"<Mirror {self.index} {self.url} {state}, {len(self.requests)} requests, {self.sent_bytes} bytes sent>"

    # answering -------------------------------------------------------------------------------------------------

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        assert request.transport is not None  # it was there a moment ago, when the request was read
        record = RequestRecord(
            request.method,
            request.path_qs,
            dict(request.headers),
            parse_range(request.headers.get("Range"), self.sample.size_bytes) or (),
            request.transport.get_extra_info("peername")[:2],
        )
        self.requests.append(record)
        self._on_request()
        self.active_requests += 1
        self.peak_requests = max(self.peak_requests, self.active_requests)
        try:
            return await self._answer(request, record)
        finally:
            self.active_requests -= 1
            record.is_over = True

    async def _answer(self, request: web.BaseRequest, record: RequestRecord) -> web.StreamResponse:
        latency_s = self.behaviour.latency_s + self.behaviour.latency_jitter_s * self._jitter.random()
        if latency_s > 0:
            await asyncio.sleep(latency_s)
        moment = Moment(len(self.requests), self.active_requests, self.has_changed)
        answer = decide(self.behaviour, self.sample, request.headers, moment, self._url_of)
        record.status = answer.status
        response = web.StreamResponse(status=answer.status, headers=answer.headers)
        if answer.chunked:
            response.enable_chunked_encoding()
        else:
            response.content_length = answer.size_bytes
        try:
            await response.prepare(request)
            if request.method != "HEAD":
                if self._bodies == 0:
                    self._pacer.begin()
                self._bodies += 1
                try:
                    await self._send(request, response, answer, record)
                finally:
                    self._bodies -= 1
            await response.write_eof()
        except ConnectionError:
            pass  # the client left, or this mirror died meanwhile: nobody is there to be answered
        return response

    # sending ---------------------------------------------------------------------------------------------------

    async def _send(
        self, request: web.BaseRequest, response: web.StreamResponse, answer: Answer, record: RequestRecord
    ) -> None:
        """Send the body, slice by slice; raises `ConnectionError` when the connection is gone."""
        own_pacer = Pacer()
        own_pacer.begin()
        to_send = answer.size_bytes + min(0, answer.surplus_bytes)
        sample, slice_s = self.sample, FIRST_SLICE_S
        for part in answer.parts:
            sent = 0
            while sent < part.size and to_send > 0:
                size = min(part.size - sent, to_send)
                if part.span is not None:
                    size = await self._released(part.span.start + sent, size)
                size = await self._slice(own_pacer, size, slice_s)
                slice_s = SLICE_S
                await response.write(bytes_of(part, sample, sent, size, self.behaviour.corrupt))
                sent, to_send = sent + size, to_send - size
                record.sent_bytes += size
                self._count(size)
        if answer.surplus_bytes and request.transport is not None:
            if answer.surplus_bytes > 0:
                # Past aiohttp, which would cut the body to the length that was promised.
                surplus = _ASIDE * (1 + answer.surplus_bytes // len(_ASIDE))
                request.transport.write(surplus[: answer.surplus_bytes])
            request.transport.close()
            raise ConnectionAbortedError("closed after a body of the wrong length")

    async def _slice(self, own_pacer: Pacer, most: int, slice_s: float) -> int:
        """Wait until the next slice may go; return its size in bytes, at most `most`."""
        rate = await self._rate()
        own_rate = self.behaviour.connection_rate_bytes_per_s
        size = min(most, UNSHAPED_SLICE_BYTES, self._bytes_to_event())
        if rate is not None:
            size = min(size, max(1, int(rate / self._bodies * slice_s)))
        if own_rate is not None:
            size = min(size, max(1, int(own_rate * slice_s)))
        if rate is not None:
            await self._pacer.reserve(size, rate)
        if own_rate is not None:
            await own_pacer.reserve(size, own_rate)
        return size

    async def _released(self, at: int, most: int) -> int:
        """How many of the file's bytes from `at` are not withheld, at most `most`; waits while `at` itself is."""
        while any(span.start <= at < span.end for span in self.behaviour.withholds):
            await self._changed.wait()
        return min([most, *(span.start - at for span in self.behaviour.withholds if span.start > at)])

    async def _rate(self) -> float | None:
        """The mirror's rate now, once it is above 0; waits, for ever if need be, while it stalls."""
        while True:
            elapsed_s, stall = self._clock.elapsed_s, self.behaviour.stalls_after_bytes
            if stall is not None and self.sent_bytes >= stall:
                await asyncio.get_running_loop().create_future()  # until the client leaves or the lab closes
            rate = self.behaviour.rate_at(elapsed_s)
            if rate is None or rate > 0:
                return rate
            next_s = self.behaviour.next_step_s(elapsed_s)
            if next_s is None:
                await asyncio.get_running_loop().create_future()  # the same
            else:
                await asyncio.sleep(next_s - elapsed_s)

    def _bytes_to_event(self) -> int:
        """How many bytes may be sent before something happens that is set for a number of bytes."""
        behaviour = self.behaviour
        marks = (behaviour.dies_after_bytes, behaviour.stalls_after_bytes, behaviour.changes_after_bytes)
        ahead = [mark - self.sent_bytes for mark in marks if mark is not None and mark > self.sent_bytes]
        return min(ahead, default=UNSHAPED_SLICE_BYTES)

    def _count(self, size: int) -> None:
        self.sent_bytes += size
        fatal = self.behaviour.dies_after_bytes
        if fatal is not None and self.sent_bytes >= fatal and not self.is_dead:
            self.die()


def _bind(index: int, port: int) -> socket.socket:
    """A bound socket on 127.0.0.(index + 1), or on 127.0.0.1 where the system has no other loopback address."""
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        _avoid_bbr(bound)
        try:
            bound.bind((f"127.0.0.{index % 250 + 1}", port))
        except OSError as error:
            if error.errno != errno.EADDRNOTAVAIL:
                raise
            bound.bind(("127.0.0.1", port))
    except BaseException:  # whatever it is, the socket must not leak
        bound.close()
        raise
    return bound


def _avoid_bbr(bound: socket.socket) -> None:
    """BBR caps a loopback connection near 1 GB/s; ask for a congestion control that does not. Inherited by accept."""
    if sys.platform != "linux":
        return
    if not bound.getsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, 16).startswith(b"bbr"):
        return
    for name in (b"cubic", b"reno"):
        try:
            bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, name)
        except OSError:  # this kernel has it not, or not for everyone: BBR is slower, not wrong
            continue
        return


def _reset(transport: asyncio.Transport | None) -> None:
    """Close a connection with RST, as a server that dies does, rather than with an orderly FIN."""
    if transport is None:
        return
    raw = transport.get_extra_info("socket")
    if raw is not None and not transport.is_closing():
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
