"""Addresses: as they go on the wire, which host patterns they match, whether two are of one server.

Text in, text or truth out; whoever asks knows what an address that makes no sense means.
"""

from fnmatch import fnmatchcase
from typing import Final
from urllib.parse import urlsplit

from yarl import URL

_PORTS: Final = {"http": 80, "https": 443, "ftp": 21, "ftps": 990, "ftpes": 21, "sftp": 22}
#: Schemes over which a password goes as it is, for everybody on the way to read.
PLAIN_SCHEMES: Final = frozenset({"ftp", "http"})
_UNSAFE: Final = frozenset(map(chr, (*range(33), 127)))


def sendable(url: str) -> str:
    """The URL in ASCII, without fragment. Raises `ValueError` when it is no address.

    A signed link must keep its bytes; only what cannot be sent as it stands is quoted.
    """
    text = url.strip()
    parts = urlsplit(text)
    if not parts.hostname:
        raise ValueError("no host")
    if parts.port is not None and not 0 < parts.port < 65536:
        raise ValueError("no such port")
    if text.isascii() and not _UNSAFE.intersection(text):
        return text.partition("#")[0]
    return str(URL(text).with_fragment(None))


def is_named(url: str, patterns: tuple[str, ...]) -> bool:
    """Whether one of the shell patterns is, or matches, the URL's host or its `host:port`.

    A pattern with a scheme before it matches addresses of that scheme alone.
    """
    parts = urlsplit(url)
    host, own = (parts.hostname or "").lower(), f"{parts.scheme.lower()}://"
    names = {host, parts.netloc.rpartition("@")[2].lower(), f"{host}:{port_of(url)}"}
    patterns = tuple(pattern.removeprefix(own) for pattern in patterns)
    wanted = [pattern.lower() for pattern in patterns]
    # Equality first: the brackets of an IPv6 address mean something in a shell pattern.
    return any(pattern in names or any(fnmatchcase(name, pattern) for name in names) for pattern in wanted)


def host_names(url: str) -> tuple[str, ...]:
    """What a URL's server may be called in a list of hosts, the best name first, then the narrower ones first.

    Names that begin with a plain scheme are those of hosts that may be told secrets over it; who may, may also over
    a better one.
    """
    parts = urlsplit(url)
    host, scheme = (parts.hostname or "").lower(), parts.scheme.lower()
    names = (f"{host}:{port_of(url)}", host)
    if scheme in PLAIN_SCHEMES:
        return (*(f"{scheme}://{name}" for name in names), *names)
    return (*names, *(f"http://{name}" for name in names)) if scheme == "https" else names


def same_server(url: str, other: str) -> bool:
    """Whether what is meant for the server of `url` may go to that of `other`.

    The same origin (RFC 6454), or the same host's secure door, which many servers point to at once.
    """
    own, its = urlsplit(url), urlsplit(other)
    if own.hostname != its.hostname:
        return False
    if (own.scheme, port_of(url)) == (its.scheme, port_of(other)):
        return True
    return (own.scheme, port_of(url)) == ("http", 80) and (its.scheme, port_of(other)) == ("https", 443)


def port_of(url: str) -> int:
    """The port that a URL means, its scheme's where it names none; 0 for a scheme without one."""
    parts = urlsplit(url)
    return parts.port or _PORTS.get(parts.scheme.lower(), 0)
