"""Connections through a proxy: SOCKS for all, and for what is no HTTP the `CONNECT` of an HTTP proxy (RFC 9110, 9.3.6).

HTTP through an HTTP proxy is aiohttp's, which is handed a connector here for SOCKS. The rule: a proxy's answer ends
with its headers, and what comes behind them belongs to the server, who may speak first.
"""

import asyncio
import re
import socket
from collections.abc import Callable
from ssl import SSLCertVerificationError, SSLContext
from typing import Any, Final

from headwater.channels.keyring_store import KeyringStore
from headwater.channels.proxies import Proxy
from headwater.channels.proxy_passwords import ProxyPasswords
from headwater.channels.refusal import PROXY_ASKS, proxy_refusal
from headwater.channels.resolver import Resolver
from headwater.channels.tls import TlsContexts, bad_certificate
from headwater.channels.ways import P, connect
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelSettings
from headwater.model.wording import say

_LONGEST_ANSWER: Final = 64 * 1024
_END: Final = b"\r\n\r\n"
_ANSWER: Final = re.compile(rb"HTTP/1\.[0-9] ([0-9]{3})(?: |\r|\Z)")


class Tunnels:
    """The ways through proxies that the channels of one connector take."""

    def __init__(self, keyring: KeyringStore | None, resolver: Resolver, tls: TlsContexts) -> None:
        self._passwords = ProxyPasswords(keyring)
        self._resolver = resolver
        self._tls = tls

    async def find(self, url: str, settings: ChannelSettings) -> "Tunnel | None":
        """The way to a URL's server, None where that is direct. Raises `UserError` for a proxy that makes no sense."""
        proxy = await self._passwords.proxy_for(url, settings)
        if proxy is None:
            return None
        tls = await self._tls.get(proxy.address, settings) if proxy.is_tls else None
        return Tunnel(proxy, self._resolver, tls, refused=self._passwords.forget)


class Tunnel:
    """`ways.Way` through one proxy; `tls` is for the way to it, `refused` hears that it wants another password."""

    def __init__(
        self, proxy: Proxy, resolver: Resolver, tls: SSLContext | None, *, refused: Callable[[Proxy], None]
    ) -> None:
        self._proxy = proxy
        self._resolver = resolver
        self._tls = tls
        self._refused = refused

    async def create_connection(self, factory: Callable[[], P], host: str, port: int) -> tuple[asyncio.Transport, P]:
        """Raises `SourceError`, and `OSError` where the server's name has to be looked up here and cannot."""
        try:
            if self._proxy.is_socks:
                return await self._by_socks(factory, host, port)
            return await self._by_connect(factory, host, port)
        except SourceError as error:
            if error.status == PROXY_ASKS:
                self._refused(self._proxy)
            raise

    async def _by_socks(self, factory: Callable[[], P], host: str, port: int) -> tuple[asyncio.Transport, P]:
        from python_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError
        from python_socks.async_.asyncio import Proxy as SocksProxy

        await resolve_way(self._proxy, host, port, self._resolver)
        place = host if self._proxy.finds_names else await self._address(host, port)
        try:
            connected = await SocksProxy(**_socks_options(self._proxy)).connect(dest_host=place, dest_port=port)
            return await asyncio.get_running_loop().create_connection(factory, sock=connected)
        # A ValueError: a name or an address that this version of SOCKS has no form for.
        except (ProxyError, ProxyConnectionError, ProxyTimeoutError, OSError, ValueError) as error:
            raise socks_refusal(error, host) from error

    async def _address(self, host: str, port: int) -> str:
        """Always the same address of a server that has several: FTP's second connection belongs to its first.

        Of IPv4 where there is one: SOCKS4 has no form for others, and of a proxy's own network nothing is known here.
        """
        found = await self._resolver.resolve(host, port)
        of_four = (each for each in found if each["family"] == socket.AF_INET)
        return next(of_four, found[0])["host"]

    async def _by_connect(self, factory: Callable[[], P], host: str, port: int) -> tuple[asyncio.Transport, P]:
        proxy = self._proxy
        question = _question(proxy, host, port)
        try:
            transport, asking = await connect(
                lambda: _Asking(host), proxy.host, proxy.port, self._resolver, tls=self._tls
            )
        except SSLCertVerificationError as error:
            raise bad_certificate(proxy.host, error) from error
        except OSError as error:
            raise _unreachable(host) from error
        try:
            transport.write(question)
            early = await asking.granted
        except BaseException:  # also when cancelled: nobody else knows of this connection yet
            transport.abort()
            raise
        protocol = factory()
        transport.set_protocol(protocol)
        protocol.connection_made(transport)
        if early:
            protocol.data_received(early)
        transport.resume_reading()
        return transport, protocol

    @property
    def is_encrypted(self) -> bool:
        """Whether the way to the proxy is encrypted, whatever goes through."""
        return self._tls is not None

    def __repr__(self) -> str:
        return f"<Tunnel through {self._proxy.address}>"


def make_socks_connector(proxy: Proxy, keep_alive_s: float) -> tuple[Any, tuple[type[Exception], ...]]:
    """aiohttp's connector through a SOCKS proxy, and the errors it adds."""
    from aiohttp_socks import ProxyConnectionError, ProxyConnector, ProxyError, ProxyTimeoutError

    connector = ProxyConnector(**_socks_options(proxy), limit=0, keepalive_timeout=keep_alive_s)
    return connector, (ProxyError, ProxyConnectionError, ProxyTimeoutError)


async def resolve_way(proxy: Proxy, host: str, port: int, resolver: Resolver) -> None:
    """Look up what has to be looked up here on the way to `host`, in threads of its own: whoever connects would do it
    in those that everybody shares, and hang there.

    Raises `SourceError`, and `OSError` for the server's own name.
    """
    try:
        await resolver.resolve(proxy.host, proxy.port)
    except OSError as error:
        raise _unreachable(host) from error
    if not proxy.finds_names:
        await resolver.resolve(host, port)


def socks_refusal(error: Exception, host: str) -> SourceError:
    """The error that what python-socks or aiohttp-socks raise means."""
    # A refusal to connect bears a code; that the proxy wants another name and password is told in words alone.
    if getattr(error, "error_code", 0) is None and "authentication" in str(error).lower():
        return proxy_refusal(host, PROXY_ASKS)
    return _unreachable(host)


def _socks_options(proxy: Proxy) -> dict[str, Any]:
    """What python-socks and aiohttp-socks are made with. Raises `UserError` for what they cannot tell a proxy."""
    from python_socks import ProxyType

    if not f"{proxy.user or ''}{proxy.password or ''}".isascii():
        raise UserError("A SOCKS proxy can be told only names and passwords of unaccented letters, figures and signs.")
    return {
        "proxy_type": ProxyType.SOCKS4 if proxy.scheme.startswith("socks4") else ProxyType.SOCKS5,
        "host": proxy.host,
        "port": proxy.port,
        "username": proxy.user,
        "password": None if proxy.user is None else proxy.password or "",
        "rdns": proxy.finds_names,
    }


def _question(proxy: Proxy, host: str, port: int) -> bytes:
    """The request for a connection. Raises `OSError` for a name that no host can have."""
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise OSError(f"not a host name: {error}") from error
    place = f"[{name}]:{port}" if ":" in name else f"{name}:{port}"
    fields = {"Host": place, **proxy.basic}
    lines = (f"CONNECT {place} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items()), "", "")
    return "\r\n".join(lines).encode("ascii")


class _Asking(asyncio.Protocol):
    """Reads the answer to `CONNECT`. `granted` brings what the server said already, or raises `SourceError`."""

    def __init__(self, host: str) -> None:
        self.granted: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._host = host
        self._read = bytearray()
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)  # what create_connection makes
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        end = self._read.find(_END)
        if (end < 0 and len(self._read) <= _LONGEST_ANSWER) or self.granted.done():
            return
        if self._transport is not None:
            self._transport.pause_reading()  # what follows is for another protocol
        answer = _ANSWER.match(self._read[: max(0, end)])
        if answer is None:
            self.granted.set_exception(
                SourceError(say("The proxy on the way to {host} speaks no HTTP.", host=self._host), retry=Retry.NEVER)
            )
        elif not answer[1].startswith(b"2"):
            self.granted.set_exception(proxy_refusal(self._host, int(answer[1])))
        else:
            self.granted.set_result(bytes(self._read[end + len(_END) :]))

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.granted.done():
            error = _unreachable(self._host)
            error.__cause__ = exc
            self.granted.set_exception(error)


def _unreachable(host: str) -> SourceError:
    return SourceError(say("The proxy cannot be reached, or cannot reach {host}.", host=host), retry=Retry.LATER)
