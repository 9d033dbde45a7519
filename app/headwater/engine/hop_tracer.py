"""Counts the hops to a host, on a worker thread: sends probes with short lifetimes and hears what comes back.

No rights are needed. A datagram to a port that nobody listens at is answered by the host itself (port unreachable) or
by the router where its lifetime ended; Linux tells of both (IP_RECVERR), other systems of the first and partly of the
second. Where the host is silent to datagrams, connections to its own port are tried instead, which firewalls let
through; those that arrive are closed at once. Which lifetimes are tried is `hop_search`'s. The rule: at most two dozen
packets a host, a second of waiting for each, and an end as soon as it is told to stop.
"""

import errno
import selectors
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from headwater.engine.hop_search import MOST_HOPS, HopSearch, ProbeEnd, read_extended_error

#: How long an answer is waited for (s).
WAIT_S: Final = 1.0
#: Where traceroute's datagrams go, since long: nobody listens there.
_PORT: Final = 33434
#: Linux' numbers (linux/in.h, linux/in6.h), which Python's `socket` lacks.
_IP_RECVERR: Final = 11
_IPV6_RECVERR: Final = 25
#: WSAENETRESET: how Windows says that a datagram's lifetime was over.
_LIFETIME_OVER_ON_WINDOWS: Final = 10052
#: A connection that is being made (the second number is Windows').
_UNDER_WAY: Final = (errno.EINPROGRESS, 10035)
_UNREACHABLE: Final = (errno.EHOSTUNREACH, errno.ENETUNREACH, 10065, 10051)
_IS_LINUX: Final = sys.platform == "linux"


class StopSign:
    """Lets a thread that waits for a socket be woken from another one. Close it after the thread has ended."""

    def __init__(self) -> None:
        self._heard, self._said = socket.socketpair()

    def stop(self) -> None:
        """No probe any more; what is waited for now is given up."""
        self._said.send(b"!")

    def wait(self, probe: socket.socket, events: int, wait_s: float) -> bool:
        """Wait until something comes of `probe`. Raises `InterruptedError` once it is told to stop."""
        with selectors.DefaultSelector() as selector:
            selector.register(probe, events)
            selector.register(self._heard, selectors.EVENT_READ)
            ready = {key.fileobj for key, _ in selector.select(wait_s)}
        if self._heard in ready:
            raise InterruptedError
        return bool(ready)

    def close(self) -> None:
        self._heard.close()
        self._said.close()


def trace_hops(address: str, port: int, stop: StopSign, *, wait_s: float = WAIT_S) -> int | None:
    """The number of hops to a numeric address, the host itself included; None where it cannot be found out.

    `port` is where the host is known to listen. Blocks. Raises `InterruptedError` when it is told to stop.
    """
    found = socket.getaddrinfo(address, None, flags=socket.AI_NUMERICHOST, type=socket.SOCK_DGRAM)[0]
    way = _Way(address, found[0], port, stop, wait_s)
    if way.send_datagram(MOST_HOPS) is ProbeEnd.ARRIVED:
        search = _search(way.send_datagram)
        if search.hops is not None and search.is_sure:
            return search.hops
    return _search(way.connect).hops


def _search(probe: Callable[[int], ProbeEnd]) -> HopSearch:
    search = HopSearch()
    while (ttl := search.ttl) is not None:
        search.tell(probe(ttl))
    return search


@dataclass(frozen=True, slots=True)
class _Way:
    """Where probes go, and how long each is waited for."""

    address: str
    family: int
    port: int
    stop: StopSign
    wait_s: float

    def send_datagram(self, ttl: int) -> ProbeEnd:
        """One datagram with a lifetime of `ttl` hops."""
        with socket.socket(self.family, socket.SOCK_DGRAM) as probe:
            probe.setblocking(False)
            _set_lifetime(probe, self.family, ttl)
            try:
                probe.connect((self.address, _PORT + ttl))
                probe.send(b"\0")
                until = time.monotonic() + self.wait_s
                while (left_s := until - time.monotonic()) > 0 and self.stop.wait(probe, selectors.EVENT_READ, left_s):
                    end = _heard_of_datagram(probe, self.family)
                    if end is not ProbeEnd.SILENT:
                        return end
            except InterruptedError:
                raise
            except OSError as error:
                return _end_of(error)
        return ProbeEnd.SILENT

    def connect(self, ttl: int) -> ProbeEnd:
        """One connection whose packets have a lifetime of `ttl` hops."""
        with socket.socket(self.family, socket.SOCK_STREAM) as probe:
            probe.setblocking(False)
            _set_lifetime(probe, self.family, ttl)
            begun = probe.connect_ex((self.address, self.port))
            if begun in _UNDER_WAY:
                if not self.stop.wait(probe, selectors.EVENT_WRITE, self.wait_s):
                    return ProbeEnd.SILENT
                begun = probe.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if begun == 0:
                return ProbeEnd.ARRIVED
            # Linux says so for a lifetime that was over; a host that is really out of reach is never arrived at either.
            return ProbeEnd.EXPIRED if begun in _UNREACHABLE else _end_of(OSError(begun, ""))


def _heard_of_datagram(probe: socket.socket, family: int) -> ProbeEnd:
    """What came back. Raises `OSError` where the system says it that way."""
    if _IS_LINUX:
        wanted = (socket.IPPROTO_IPV6, _IPV6_RECVERR) if family == socket.AF_INET6 else (socket.IPPROTO_IP, _IP_RECVERR)
        try:
            _data, extras, _flags, _from = probe.recvmsg(512, 512, socket.MSG_ERRQUEUE)
        except BlockingIOError:
            extras = []
        for level, kind, data in extras:
            if (level, kind) == wanted:
                return read_extended_error(data)
    try:
        probe.recv(512)
    except BlockingIOError:
        return ProbeEnd.SILENT
    return ProbeEnd.ARRIVED  # somebody does listen there


def _set_lifetime(probe: socket.socket, family: int, ttl: int) -> None:
    if family == socket.AF_INET6:
        probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, ttl)
        if _IS_LINUX:
            probe.setsockopt(socket.IPPROTO_IPV6, _IPV6_RECVERR, 1)
    else:
        probe.setsockopt(socket.IPPROTO_IP, socket.IP_TTL, ttl)
        if _IS_LINUX:
            probe.setsockopt(socket.IPPROTO_IP, _IP_RECVERR, 1)


def _end_of(error: OSError) -> ProbeEnd:
    """What an error of the system says of a probe."""
    if isinstance(error, ConnectionRefusedError | ConnectionResetError) or error.errno == errno.ECONNREFUSED:
        return ProbeEnd.ARRIVED
    if getattr(error, "winerror", None) == _LIFETIME_OVER_ON_WINDOWS or error.errno == _LIFETIME_OVER_ON_WINDOWS:
        return ProbeEnd.EXPIRED
    return ProbeEnd.REFUSED
