"""Ways to a server for what is no HTTP: directly, to whichever of its addresses answers first.

Ways through a proxy are `tunnels`'. The rule: names are looked up by our own resolver and by nobody else, because the
loop would do it in threads that everybody shares, and one name that hangs would hold up all.
"""

import asyncio
import socket
from collections.abc import Callable
from ssl import SSLContext
from typing import Final, Protocol, TypeVar

from aiohappyeyeballs import start_connection

from headwater.channels.resolver import Resolver

#: How long one of a server's addresses may be silent before the next is tried beside it (RFC 8305, section 5).
_NEXT_AFTER_S: Final = 0.25

P = TypeVar("P", bound=asyncio.Protocol)


class Way(Protocol):
    """How a server is reached; also what asyncssh calls a tunnel."""

    async def create_connection(self, factory: Callable[[], P], host: str, port: int) -> tuple[asyncio.Transport, P]:
        """A connection to a server with a protocol of `factory`.

        Raises `SourceError`, `OSError`. Who calls bounds the time.
        """
        ...


class DirectWay:
    """Without anybody between."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    async def create_connection(self, factory: Callable[[], P], host: str, port: int) -> tuple[asyncio.Transport, P]:
        return await connect(factory, host, port, self._resolver)

    def __repr__(self) -> str:
        return "<DirectWay>"


async def connect(
    factory: Callable[[], P], host: str, port: int, resolver: Resolver, *, tls: SSLContext | None = None
) -> tuple[asyncio.Transport, P]:
    """A connection to a host by its name, encrypted with `tls` from the first byte. Raises `OSError`."""
    found = await resolver.resolve(host, port)
    connected = await start_connection(
        [
            (one["family"], socket.SOCK_STREAM, socket.IPPROTO_TCP, "", _address(one["host"], one["port"]))
            for one in found
        ],
        happy_eyeballs_delay=_NEXT_AFTER_S,
        interleave=1,
    )
    return await asyncio.get_running_loop().create_connection(
        factory, sock=connected, ssl=tls, server_hostname=None if tls is None else host
    )


def _address(host: str, port: int) -> tuple[str, int] | tuple[str, int, int, int]:
    return (host, port, 0, 0) if ":" in host else (host, port)
