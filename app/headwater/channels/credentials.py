"""User names and passwords: where they come from, and how they answer an HTTP challenge.

Order: the URL itself, the settings, a netrc file, and when a server asks and none of them knew, the system's
keyring. It is asked before that for a URL that holds a name alone, since passwords of links are not written down. The
rule: a password is never part of a message, a `repr` or a URL that goes on, is sent only when its host has asked, and
one from the keyring goes where others can read it only by its owner's word.
"""

import asyncio
import netrc
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit, urlunsplit

from headwater.channels.address import PLAIN_SCHEMES, host_names, is_named, same_server
from headwater.channels.challenges import Challenge
from headwater.channels.digest_login import DigestLogin, best_digest
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
        self._completed: dict[tuple[tuple[str, str], str], Credential] = {}
        self._revision = 0

    async def find(
        self, url: str, settings: ChannelSettings, own: Credential | None, *, source_url: str | None = None
    ) -> Credential | None:
        """The credential for a URL's host, None when there is none. Raises `UserError` for an unreadable netrc file.

        One for every host is for those that sources name: where a source's server (of `source_url`) points to another,
        it does not go along, as a trusted server may point wherever it was told to.
        """
        host = (urlsplit(url).hostname or "").lower()
        is_own = source_url is None or same_server(source_url, url)
        for credential in (own, *settings.credentials):
            if credential is None or (_is_for_all(credential) and not is_own):
                continue
            if is_named(url, (credential.pattern,)):
                return credential if credential is not own else await self._complete(url, own)
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

    async def _complete(self, url: str, own: Credential) -> Credential:
        """What a URL says of itself, with the password that the keyring has for its name where it says none."""
        if own.password or not own.user or self._keyring is None:
            return own
        if self._revision != self._keyring.revision:
            self._completed.clear()
            self._revision = self._keyring.revision
        key = (_server(url), own.user)
        if key not in self._completed:
            found = await self._keyring.find(*host_names(url))
            if found is not None and found.user == own.user:
                self._completed[key] = _KeptCredential(found.pattern, found.user, found.password)
            else:
                self._completed[key] = own
        return self._completed[key]

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
        server = _server(url)
        self._recalled.pop(server, None)
        self._completed = {key: found for key, found in self._completed.items() if key[0] != server}


class Answerer(Protocol):
    """How one host's challenges are answered."""

    def field(self, url: str) -> str:
        """The value of `Authorization` for a GET of `url`."""
        ...

    @property
    def is_worn(self) -> bool:
        """Whether it may only be too old when it is refused."""
        ...


class BasicAnswerer:
    """RFC 7617, in UTF-8."""

    is_worn = False

    def __init__(self, credential: Credential) -> None:
        told = f"{credential.user}:{credential.password}".encode()
        self._field = "Basic " + b64encode(told).decode("ascii")

    def field(self, url: str) -> str:  # noqa: ARG002  # the protocol's
        return self._field


def answer_challenge(
    challenges: tuple[Challenge, ...], credential: Credential, refused: Answerer | None = None
) -> Answerer | None:
    """The way to answer: Digest where it is offered and can be met, else Basic, else None.

    After `refused`, None too, unless that was a digest whose nonce was merely too old: the name and password are wrong.
    """
    best = best_digest(challenges)
    if best is None:
        is_basic = any(challenge.speaks("basic") for challenge in challenges)
        return BasicAnswerer(credential) if is_basic and refused is None else None
    is_stale = best.parameters.get("stale", "").lower() == "true"
    return DigestLogin(credential, best) if refused is None or refused.is_worn or is_stale else None


def _is_for_all(credential: Credential) -> bool:
    return credential.pattern.rpartition("://")[2] == "*"


def _server(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc


def _read_netrc(path: Path) -> netrc.netrc:
    try:
        return netrc.netrc(str(path))
    except (OSError, netrc.NetrcParseError, UnicodeDecodeError) as error:
        raise UserError(say("The password file {path} cannot be read.", path=path)) from error
