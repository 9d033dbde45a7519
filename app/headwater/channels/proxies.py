"""Which proxy a URL goes through: the settings', else the environment's (and, where there is one, the system's).

Nothing is connected here. SOCKS needs a connector of its own, and its library is imported only then.
"""

import socket
from ipaddress import ip_address, ip_network
from typing import Final
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp

from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelSettings
from headwater.model.wording import say

#: The value of `ChannelSettings.proxy` that means: none, whatever the environment says.
DIRECT: Final = "direct"
_SOCKS: Final = {"socks4": False, "socks4a": True, "socks5": False, "socks5h": True}
_HTTP: Final = frozenset({"http", "https"})


def proxy_for(url: str, settings: ChannelSettings) -> str | None:
    """The URL of the proxy to use for `url`, None for none. Raises `UserError` for one that makes no sense."""
    parts = urlsplit(url)
    if settings.no_proxy and _is_excepted(parts.hostname or "", settings.no_proxy):
        return None
    chosen = dict(settings.proxies).get(parts.scheme.lower(), settings.proxy)
    if chosen is not None:
        return None if chosen == DIRECT else _checked(chosen)
    found = getproxies()
    proxy = found.get(parts.scheme.lower()) or found.get("all")
    if not proxy or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    return _checked(proxy)


def _is_excepted(host: str, exceptions: tuple[str, ...]) -> bool:
    """Whether a host is named, lies in a domain (`.example.org`, `example.org`) or has an address in a network."""
    host = host.lower()
    for exception in exceptions:
        text = exception.strip().lower()
        bare = text.lstrip(".")
        if bare and (host == bare or host.endswith(f".{bare}")):
            return True
        try:
            if ip_address(host) in ip_network(text, strict=False):
                return True
        except ValueError:  # a name, not an address: nothing is looked up for that
            continue
    return False


def is_socks(proxy: str) -> bool:
    return urlsplit(proxy).scheme.lower() in _SOCKS


def make_socks_connector(proxy: str, keep_alive_s: float) -> tuple[aiohttp.TCPConnector, tuple[type[Exception], ...]]:
    """A connector through a SOCKS proxy, and the errors it adds. `socks5h` and `socks4a` let the proxy find names."""
    from aiohttp_socks import ProxyConnectionError, ProxyConnector, ProxyError, ProxyType

    parts = urlsplit(proxy)
    scheme = parts.scheme.lower()
    connector = ProxyConnector(
        host=parts.hostname or "",
        port=parts.port or 1080,
        proxy_type=ProxyType.SOCKS4 if scheme.startswith("socks4") else ProxyType.SOCKS5,
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        rdns=_SOCKS[scheme],
        limit=0,
        keepalive_timeout=keep_alive_s,
    )
    return connector, (ProxyError, ProxyConnectionError)


async def connect_through(proxy: str, host: str, port: int) -> socket.socket:
    """A connection to `host` by way of a SOCKS proxy. Raises `SourceError`; `UserError` for another kind of proxy."""
    from python_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError, ProxyType
    from python_socks.async_.asyncio import Proxy

    if not is_socks(proxy):
        # The answer of an HTTP proxy has no length, and what a server says first would be taken for a part of it.
        raise UserError(
            "Only HTTP sources can be reached through an HTTP proxy; others need a SOCKS proxy, or 'direct'."
        )
    parts = urlsplit(proxy)
    scheme = parts.scheme.lower()
    found = Proxy.create(
        ProxyType.SOCKS4 if scheme.startswith("socks4") else ProxyType.SOCKS5,
        parts.hostname or "",
        parts.port or 1080,
        username=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        rdns=_SOCKS[scheme],
    )
    try:
        connected: socket.socket = await found.connect(dest_host=host, dest_port=port)
    except (ProxyError, ProxyConnectionError, ProxyTimeoutError, OSError) as error:
        raise SourceError(
            say("The proxy cannot be reached, or cannot reach {host}.", host=host), retry=Retry.LATER
        ) from error
    return connected


def _checked(proxy: str) -> str:
    text = proxy if "://" in proxy else f"http://{proxy}"
    try:
        parts = urlsplit(text)
        if parts.scheme.lower() in _HTTP | _SOCKS.keys() and parts.hostname and parts.port != 0:
            return text
    except ValueError as error:
        raise UserError("The address of the proxy is not valid.") from error
    raise UserError("The address of the proxy must begin with http, https, socks4, socks4a, socks5 or socks5h.")
