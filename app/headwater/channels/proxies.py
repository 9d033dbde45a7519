"""Which proxy a URL goes through: the settings', else the environment's (and, where there is one, the system's).

Values only: nothing is connected here, and nobody is asked for a password (`proxy_passwords`). The rule: the password
of a proxy is part of no `repr`, and of no address that goes on.
"""

from base64 import b64encode
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from typing import Final
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from headwater.model.access import without_password
from headwater.model.errors import UserError
from headwater.model.ports import ChannelSettings

#: The value of `ChannelSettings.proxy` that means: none, whatever the environment says.
DIRECT: Final = "direct"
#: SOCKS, by whether the proxy looks names up.
_SOCKS: Final = {"socks4": False, "socks4a": True, "socks5": False, "socks5h": True}
_PORTS: Final = {"http": 80, "https": 443} | dict.fromkeys(_SOCKS, 1080)


@dataclass(frozen=True, slots=True)
class Proxy:
    """One proxy; `user` None where it is told no name, `password` None where none is known."""

    scheme: str
    host: str
    port: int
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @property
    def is_socks(self) -> bool:
        return self.scheme in _SOCKS

    @property
    def basic(self) -> dict[str, str]:
        """The field that tells an HTTP proxy who asks (RFC 7617, in UTF-8), if it is to be told."""
        if self.user is None:
            return {}
        told = b64encode(f"{self.user}:{self.password or ''}".encode()).decode("ascii")
        return {"Proxy-Authorization": f"Basic {told}"}

    @property
    def is_tls(self) -> bool:
        """Whether the way to the proxy itself is encrypted."""
        return self.scheme == "https"

    @property
    def finds_names(self) -> bool:
        """Whether the proxy looks up the names of servers; otherwise it is told their addresses."""
        return _SOCKS.get(self.scheme, True)

    @property
    def address(self) -> str:
        """The URL, without name and password."""
        return f"{self.scheme}://{self._place}"

    @property
    def kept_name(self) -> str:
        """What its name and password are looked up by in a keyring."""
        return f"proxy://{self._place}"

    @property
    def _place(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_proxy(text: str) -> Proxy:
    """The proxy that an address means, `http` where it names no scheme. Raises `UserError`."""
    try:
        parts = urlsplit(text if "://" in text else f"http://{text}")
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError as error:
        raise UserError("The address of the proxy is not valid.") from error
    if scheme not in _PORTS or not host or port == 0:
        raise UserError("The address of the proxy must begin with http, https, socks4, socks4a, socks5 or socks5h.")
    return Proxy(
        scheme,
        host,
        port or _PORTS[scheme],
        unquote(parts.username) if parts.username else None,
        unquote(parts.password) if parts.password else None,
    )


def names_password(address: str) -> bool:
    """Whether a password stands in the address of a proxy, be it valid or not."""
    return without_password(address) != address


def proxy_for(url: str, settings: ChannelSettings) -> Proxy | None:
    """The proxy to use for `url`, None for none. Raises `UserError` for one that makes no sense."""
    parts = urlsplit(url)
    if settings.no_proxy and _is_excepted(parts.hostname or "", settings.no_proxy):
        return None
    chosen = dict(settings.proxies).get(parts.scheme.lower(), settings.proxy)
    if chosen is not None:
        return None if chosen == DIRECT else parse_proxy(chosen)
    found = getproxies()
    proxy = found.get(parts.scheme.lower()) or found.get("all")
    if not proxy or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    return parse_proxy(proxy)


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
