"""Who may command: the secret, the host a request was sent to, the page it came from.

A page in a browser can reach loopback in two ways: by asking across origins, and by rebinding its own host name
to 127.0.0.1. The first is told by `Origin`, the second by `Host`; both are refused before a method is looked at.
"""

import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field
from typing import Any, Final

from headwater.control.rpc.wire import RpcError

TOKEN_PREFIX: Final = "token:"


def make_secret() -> str:
    """A random secret of 192 bits, safe in a URL."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Gate:
    """The rules of one server. `hosts` are names under which it may be asked beside loopback's and its addresses';
    `origins` are pages that may command it (`chrome-extension://ID`, `http://localhost:8080`), `*` for any.
    """

    secret: str | None
    hosts: frozenset[str] = frozenset()
    origins: frozenset[str] = field(default_factory=frozenset)

    def take_token(self, params: list[Any]) -> list[Any]:
        """The parameters without the token. Raises `RpcError` when a secret is set and the token is not it."""
        first = params[0] if params else None
        given = first[len(TOKEN_PREFIX) :] if isinstance(first, str) and first.startswith(TOKEN_PREFIX) else None
        if self.secret is not None and (
            given is None or not hmac.compare_digest(given.encode("utf-8", "replace"), self.secret.encode())
        ):
            raise RpcError("Unauthorized")
        return params if given is None else params[1:]

    def admits_host(self, host: str | None) -> bool:
        """Whether `Host` is one of ours: loopback, a literal address, or a name that was allowed.

        A literal address cannot be rebound; a name can, so names must be known.
        """
        if not host:
            return False
        name = _host_name(host)
        if name == "localhost" or name.endswith(".localhost") or name in self.hosts:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def admits_origin(self, origin: str | None, host: str | None = None) -> bool:
        """Whether a request from this page may be carried out. Programs send no `Origin` and are told by the secret.

        Some WebSocket clients send the address they ask (`host`) as their origin; no page but our own has it. Browser
        extensions have origins that no web page can take; with a secret set they may knock.
        """
        if origin is None or "*" in self.origins or origin in self.origins:
            return True
        if host is not None and origin == f"http://{host}":
            return True
        scheme = origin.partition("://")[0]
        return self.secret is not None and scheme in {"chrome-extension", "moz-extension", "safari-web-extension"}

    def admits_fetch(self, site: str | None, origin: str | None) -> bool:
        """Whether what a browser says of a request without `Origin` lets it in.

        A script tag or an image of a strange page asks by GET and sends no `Origin`; `Sec-Fetch-Site` tells.
        """
        return site not in ("cross-site", "same-site") or origin is not None or "*" in self.origins


class Pace:
    """At most so many calls a second, and as many at once after a pause of a second. Decides; others wait."""

    def __init__(self, most_per_s: float) -> None:
        self._interval_s = 1 / most_per_s
        self._due_s = float("-inf")

    def reserve(self, now_s: float) -> float:
        """Take the next call's turn; how long it must wait for it, in seconds."""
        self._due_s = max(self._due_s, now_s - 1.0) + self._interval_s
        return max(0.0, self._due_s - now_s)


def _host_name(host: str) -> str:
    """The name of a `Host` header without its port, lower case."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
