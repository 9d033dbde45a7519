"""User names and passwords: where they come from, and how they answer an HTTP challenge.

Order: the URL itself, the settings, a netrc file, and when a server asks and none of them knew, the system's
keyring. The rule: a password is never part of a message, a `repr` or a URL that goes on, and is sent only when its
host has asked.
"""

import asyncio
import netrc
from base64 import b64encode
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit, urlunsplit

from aiohttp import DigestAuthMiddleware

from headwater.channels.address import host_names, is_named
from headwater.channels.keyring_store import KeyringStore
from headwater.model.access import Credential
from headwater.model.errors import UserError
from headwater.model.ports import ChannelSettings


def split_credential(url: str) -> tuple[str, Credential | None]:
    """`url` without its user part, and what that part said (for the URL's own host)."""
    parts = urlsplit(url)
    user_part, at, host = parts.netloc.rpartition("@")
    if not at:
        return url, None
    user, _, password = user_part.partition(":")
    bare = urlunsplit((parts.scheme, host, parts.path, parts.query, parts.fragment))
    return bare, Credential(host.lower(), unquote(user), unquote(password))


class Keys:
    """Finds the credential for a URL; netrc files are read once, on a thread."""

    def __init__(self, keyring: KeyringStore | None = None) -> None:
        self._files: dict[Path, netrc.netrc] = {}
        self._keyring = keyring
        self._recalled: dict[str, Credential] = {}

    async def find(self, url: str, settings: ChannelSettings, own: Credential | None) -> Credential | None:
        """The credential for a URL's host, None when there is none. Raises `UserError` for an unreadable netrc file."""
        host = (urlsplit(url).hostname or "").lower()
        for credential in (own, *settings.credentials):
            if credential is not None and is_named(url, (credential.pattern,)):
                return credential
        recalled = self._recalled.get(urlsplit(url).netloc)
        if settings.netrc_file is None:
            return recalled
        file = self._files.get(settings.netrc_file)
        if file is None:
            file = self._files[settings.netrc_file] = await asyncio.to_thread(_read_netrc, settings.netrc_file)
        entry = file.authenticators(host)
        return Credential(host, entry[0], entry[2] or "") if entry is not None else recalled

    async def recall(self, url: str) -> Credential | None:
        """A server asks and `find` knew nothing: what the keyring has for it, known to `find` from now on."""
        if self._keyring is None:
            return None
        credential = await self._keyring.find(*host_names(url))
        if credential is not None:
            self._recalled[urlsplit(url).netloc] = credential
        return credential

    def forget(self, url: str) -> None:
        """What the keyring had was refused: ask it again next time."""
        self._recalled.pop(urlsplit(url).netloc, None)


class Answerer(Protocol):
    """How one host's challenges are answered. `fields` go with a request, `middlewares` around it."""

    @property
    def fields(self) -> dict[str, str]: ...

    @property
    def middlewares(self) -> tuple[DigestAuthMiddleware, ...]: ...


class BasicAnswerer:
    """RFC 7617, in UTF-8."""

    middlewares: tuple[DigestAuthMiddleware, ...] = ()

    def __init__(self, credential: Credential) -> None:
        self.fields = {
            "Authorization": "Basic " + b64encode(f"{credential.user}:{credential.password}".encode()).decode("ascii")
        }


class DigestAnswerer:
    """RFC 7616, by aiohttp, which remembers the challenge for later requests."""

    fields: dict[str, str] = {}  # noqa: RUF012  # never filled: a digest's field is made for each request

    def __init__(self, credential: Credential) -> None:
        self.middlewares = (DigestAuthMiddleware(credential.user, credential.password),)


def answer_challenge(challenge: str | None, credential: Credential) -> Answerer | None:
    """The way to answer a `WWW-Authenticate`: Digest where offered, else Basic, else None."""
    offered = (challenge or "").lower()
    if "digest " in offered:
        return DigestAnswerer(credential)
    return BasicAnswerer(credential) if offered.startswith("basic") or ", basic" in offered else None


def _read_netrc(path: Path) -> netrc.netrc:
    try:
        return netrc.netrc(str(path))
    except (OSError, netrc.NetrcParseError, UnicodeDecodeError) as error:
        raise UserError(f"The password file {path} cannot be read.") from error
