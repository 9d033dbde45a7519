"""Whether this computer has a network, and when that changes: what makes jobs wait, and go on by themselves.

Here live the looking (which ways lead out of the computer) and the waiting for news of the system; what a job does
about it is its driver's. The rule: no way out is said only where none is seen, because a download that is wrongly held
back is worse than one that tries in vain. Nothing is ever sent.
"""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Protocol
from urllib.parse import urlsplit

#: How often it is looked where the system gives no news (s).
POLL_S: Final = 5.0
#: News come in bursts while an interface is set up; this long is waited for the rest (s).
_SETTLE_S: Final = 0.25
#: Links, IPv4 and IPv6 addresses and routes (`RTMGRP_*` of rtnetlink(7)).
_NEWS_GROUPS: Final = 0x1 | 0x10 | 0x40 | 0x100 | 0x400
#: Addresses for documentation (RFC 5737, RFC 3849): asking for the way to them sends nothing.
_ELSEWHERE: Final = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NetworkState:
    """The ways out of this computer, in the system's own words; two that differ are two networks."""

    ways: frozenset[str]

    @property
    def is_online(self) -> bool:
        return bool(self.ways)


class News(Protocol):
    """Tells that something about the network may have changed."""

    async def wait(self) -> None: ...
    def close(self) -> None: ...


class NetworkWatch:
    """Looks whenever there is news. `start` before, `close` after; `is_online` is true until something else is seen."""

    def __init__(self, look: Callable[[], NetworkState] | None = None, news: News | None = None) -> None:
        self._look = look or look_at_network
        self._news = news
        self._state: NetworkState | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def is_online(self) -> bool:
        return self._state is None or self._state.is_online

    def start(self, changed: Callable[[], None]) -> None:
        """From now on `changed` is called on the loop's thread when the network went, came or became another."""
        self._task = asyncio.create_task(self._watch(changed), name="network watch")

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _watch(self, changed: Callable[[], None]) -> None:
        news = self._news or _open_news()
        try:
            while True:
                state = await asyncio.to_thread(self._look)
                before, self._state = self._state, state
                if state != before and (before is not None or not state.is_online):
                    _log.info("The network is %s", "another" if state.is_online else "gone")
                    changed()
                await news.wait()
        finally:
            news.close()

    def __repr__(self) -> str:
        return f"<NetworkWatch {'online' if self.is_online else 'offline'}>"


def look_at_network() -> NetworkState:
    """The ways out of this computer. Reads small files or asks the kernel's routing; nothing is sent."""
    return look_at_linux() if sys.platform == "linux" else look_by_routing()


def look_at_linux(root: Path = Path("/")) -> NetworkState:
    """Default routes, and interfaces of real hardware that are up; `root` is where `proc` and `sys` are.

    Bridges for containers and virtual machines stay up without any network, so they count only with a default route.
    A system that shows nothing of this counts as online.
    """
    try:
        ways = {f"{way[0]} to {way[2]}" for way in _table(root / "proc/net/route")[1:] if way[1] == way[7] == "0" * 8}
        links = list((root / "sys/class/net").iterdir())
    except OSError:
        return NetworkState(frozenset({"unknown"}))
    six = root / "proc/net/ipv6_route"
    if six.exists():
        zero = "0" * 32
        ways |= {f"{way[9]} to {way[4]}" for way in _table(six) if way[:2] == [zero, "00"] and way[9] != "lo"}
    ways |= {link.name for link in links if (link / "device").exists() and _is_up(link)}
    return NetworkState(frozenset(ways))


def look_by_routing() -> NetworkState:
    """The addresses that this computer would send from, to somewhere far away."""
    ways = set()
    for family, address in _ELSEWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((address, 9))
                ways.add(str(probe.getsockname()[0]))
        except OSError:
            continue  # no way of this family: that is the answer
    return NetworkState(frozenset(ways))


def needs_network(url: str) -> bool:
    """Whether a source lies outside of this computer."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
    except ValueError:
        return True
    if parts.scheme.lower() in ("file", "data") or host == "localhost" or host.endswith(".localhost"):
        return False
    try:
        return not ip_address(host).is_loopback
    except ValueError:  # a name
        return True


def _table(path: Path) -> list[list[str]]:
    return [line.split() for line in path.read_text(encoding="ascii").splitlines()]


def _is_up(link: Path) -> bool:
    try:
        return (link / "operstate").read_text(encoding="ascii").strip() in ("up", "unknown")
    except OSError:  # it went away this moment
        return False


class _KernelNews:
    """Linux's own announcements of links, addresses and routes."""

    def __init__(self, door: socket.socket) -> None:
        self._door = door
        self._came = asyncio.Event()
        asyncio.get_running_loop().add_reader(door, self._read)

    def _read(self) -> None:
        try:
            while self._door.recv(65536):
                pass
        except BlockingIOError:
            pass  # read to its end
        except OSError as error:
            _log.debug("Announcements of the network were lost: %s", error)  # too many: what matters is that some came
        self._came.set()

    async def wait(self) -> None:
        await self._came.wait()
        await asyncio.sleep(_SETTLE_S)
        self._came.clear()

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._door)
        self._door.close()


class _NoNews:
    """The system announces nothing: look now and then."""

    async def wait(self) -> None:
        await asyncio.sleep(POLL_S)

    def close(self) -> None:
        """Nothing is held."""


def _open_news() -> News:
    if sys.platform != "linux":
        return _NoNews()
    try:
        door = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_NONBLOCK, socket.NETLINK_ROUTE)
    except OSError:
        return _NoNews()
    try:
        door.bind((0, _NEWS_GROUPS))
        return _KernelNews(door)
    except (OSError, NotImplementedError):  # forbidden in a sandbox, or a loop that watches no descriptors
        door.close()
        return _NoNews()
