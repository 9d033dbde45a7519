"""What servers and the way to them ask of a person before they answer: names, cookies, proxies, certificates.

Values only. Fields marked `kept: False` live in memory alone: who writes values down (the list, the journal) leaves
them out, and no `repr` shows them. Of fields marked `written` that function's result is kept.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

#: Metadata of a field that must never be written down.
SECRET: Final = {"kept": False}

_SECRET_HEADERS: Final = frozenset({"authorization", "cookie", "proxy-authorization"})

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*")

Headers = tuple[tuple[str, str], ...]


def without_password(proxy: str | None) -> str | None:
    """The address of a proxy as it may be written down; its password can be looked up in the keyring by the name."""
    if proxy is None:
        return None
    scheme, separator, rest = proxy.partition("://")
    if not scheme.isalnum():  # a password may look like anything
        scheme, separator, rest = "", "", proxy
    told, at, place = rest.rpartition("@")
    return f"{scheme}{separator}{told.partition(':')[0]}{at}{place}"


def without_link_password(url: str) -> str:
    """A link as it may be written down: the name before its host stays, the password is looked up by both."""
    scheme, _, rest = url.partition("://")
    place = re.split(r"[/?#]", rest, maxsplit=1)[0]
    told, _, host = place.rpartition("@")
    user, _, password = told.partition(":")
    if not password or _SCHEME.fullmatch(scheme.strip()) is None:  # other text may hold all these signs, too
        return url
    return f"{scheme}://{user}@{host}{rest[len(place) :]}"


def without_user(url: str) -> str:
    """A link as others may see it: without the name and password that may stand before its host."""
    scheme, separator, rest = url.partition("://")
    place = re.split(r"[/?#]", rest, maxsplit=1)[0]
    return f"{scheme}{separator}{rest[place.rfind('@') + 1 :]}"


def _without_passwords(proxies: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((scheme, without_password(proxy) or "") for scheme, proxy in proxies)


@dataclass(frozen=True, slots=True)
class Credential:
    """A user name and password for hosts that match `pattern` (a shell pattern on `host` or `host:port`).

    With a scheme before it (`ftp://*`) the pattern is for addresses of that scheme alone.

    The password never appears in a `repr`.
    """

    pattern: str
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptLogin:
    """Whom the system's keyring has a password for: a host as it was saved, and the name it is told."""

    host: str
    user: str


@dataclass(frozen=True, slots=True)
class Access:
    """How to get past what stands before a source; what is empty is left to the settings and the environment.

    `headers` are those that carry secrets; `cookie` is a pasted `Cookie` header, for the sources' own hosts; `proxy`
    a URL or `"direct"`, `proxies` name others for single schemes (both are without their passwords after a restart),
    and `no_proxy` are host names, domains and networks that are reached directly. `unverified_hosts` are shell patterns
    of hosts whose certificate is not checked, `min_tls` is `"TLSv1.2"` or a later version. The other fields are files
    in their usual formats; without `use_netrc` none is looked into.
    """

    headers: Headers = field(default=(), repr=False, metadata=SECRET)
    credentials: tuple[Credential, ...] = field(default=(), repr=False, metadata=SECRET)
    cookie: str | None = field(default=None, repr=False, metadata=SECRET)
    proxy: str | None = field(default=None, repr=False, metadata={"written": without_password})
    proxies: tuple[tuple[str, str], ...] = field(default=(), repr=False, metadata={"written": _without_passwords})
    no_proxy: tuple[str, ...] = ()
    cookie_file: Path | None = None
    use_netrc: bool = True
    netrc_file: Path | None = None
    ca_file: Path | None = None
    unverified_hosts: tuple[str, ...] = ()
    min_tls: str | None = None


def split_headers(headers: Iterable[tuple[str, str]]) -> tuple[Headers, Headers]:
    """Headers that may be written down, and those that carry secrets."""
    plain: list[tuple[str, str]] = []
    secret: list[tuple[str, str]] = []
    for name, value in headers:
        (secret if name.strip().lower() in _SECRET_HEADERS else plain).append((name, value))
    return tuple(plain), tuple(secret)
