"""User names and passwords: where they come from, and how they answer an HTTP challenge.

Order: the URL itself, the settings, a netrc file, and when a server asks and none of them knew, the system's
keyring. The rule: a password is never part of a message, a `repr` or a URL that goes on, is sent only when its host has
asked, and one from the keyring goes where others can read it only by its owner's word.
"""

import asyncio
import netrc
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit, urlunsplit

from aiohttp import DigestAuthMiddleware

from headwater.channels.address import PLAIN_SCHEMES, host_names, is_named
from headwater.channels.keyring_store import KeyringStore
from headwater.model.access import Credential
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelSettings
from headwater.model.wording import say


def split_credential(url: str) -> tuple[str, Credential | None]:
    """`url` without its user part, and what that part said (for the URL's own host)."""
    parts = urlsplit(url)
    user_part, at, host = parts.netloc.rpartition("@")
    if not at:
        return url, None
    user, _, password = user_part.partition(":")
    bare = urlunsplit((parts.scheme, host, parts.path, parts.query, parts.fragment))
    return bare, Credential(host.lower(), unquote(user), unquote(password))


@dataclass(frozen=True, slots=True)
class _KeptCredential(Credential):
    """One that the keyring had."""


class Keys:
    """Finds the credential for a URL; netrc files are read once, on a thread."""

    def __init__(self, keyring: KeyringStore | None = None) -> None:
        self._files: dict[Path, netrc.netrc] = {}
        self._keyring = keyring
        self._recalled: dict[tuple[str, str], Credential] = {}

    async def find(self, url: str, settings: ChannelSettings, own: Credential | None) -> Credential | None:
        """The credential for a URL's host, None when there is none. Raises `UserError` for an unreadable netrc file."""
        host = (urlsplit(url).hostname or "").lower()
        for credential in (own, *settings.credentials):
            if credential is not None and is_named(url, (credential.pattern,)):
                return credential
        recalled = self._recalled.get(_server(url))
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
        found = await self._keyring.find(*host_names(url))
        if found is None:
            return None
        credential = self._recalled[_server(url)] = _KeptCredential(found.pattern, found.user, found.password)
        return credential

    def check_readable(self, url: str, credential: Credential) -> None:
        """Raise `SourceError` where a password that everybody on the way could read is not meant to go there.

        Whoever names a password for a download, or keeps a netrc file, has said where it goes, as with curl; what the
        keyring has may have been saved for the same host's secure door.
        """
        parts = urlsplit(url)
        scheme = parts.scheme.lower()
        if scheme not in PLAIN_SCHEMES or "://" in credential.pattern or not isinstance(credential, _KeptCredential):
            return
        self.forget(url)  # its owner may say the word before the next request
        place = f"{scheme}://{parts.netloc.rpartition('@')[2].lower()}"
        raise SourceError(
            say(
                "The password kept for {host} is not sent over plain {scheme}, where others could read it; "
                '"headwater-cli login {place}" allows it.',
                host=parts.hostname,
                scheme=scheme.upper(),
                place=place,
            ),
            retry=Retry.NEVER,
            status=401,
        )

    def forget(self, url: str) -> None:
        """What the keyring had was refused: ask it again next time."""
        self._recalled.pop(_server(url), None)


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


def _server(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc


def _read_netrc(path: Path) -> netrc.netrc:
    try:
        return netrc.netrc(str(path))
    except (OSError, netrc.NetrcParseError, UnicodeDecodeError) as error:
        raise UserError(say("The password file {path} cannot be read.", path=path)) from error
