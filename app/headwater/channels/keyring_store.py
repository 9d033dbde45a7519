"""User names and passwords in the system's keyring (Secret Service, KWallet, macOS Keychain, Windows), by host.

The `keyring` package knows the keyrings; it is imported with the first question, on a thread, because both may take
their time (a keyring may ask its owner to unlock it). The rule: without a keyring everything but saving works, and no
password is ever part of a message, a log line or a file of ours.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any, Final, TypeVar

from headwater.channels.address import PLAIN_SCHEMES
from headwater.channels.keyring_list import hosts_on_list, put_on_list, take_off_list
from headwater.model.access import Credential, KeptLogin
from headwater.model.errors import LocalError, UserError
from headwater.model.wording import say

#: What our entries are called in the keyring; an entry's user is the host it is for.
SERVICE: Final = "headwater"
#: Before a host these stay in the name: who may be told over a plain scheme, and who is meant as a proxy.
_KEPT_SCHEMES: Final = PLAIN_SCHEMES | {"proxy"}
#: How long an answer may take, a person who is asked to unlock the keyring included.
_PATIENCE_S: Final = 60.0
_NO_KEYRING: Final = say(
    "This computer has no keyring that Headwater can use. Passwords of servers can stand in a password file (netrc) "
    "instead."
)

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class KeyringStore:
    """Credentials by host, in whatever keyring the system has. One question is asked at a time."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        #: Grows with every change made here, for those who remember what they found.
        self.revision = 0

    async def find(self, *hosts: str) -> Credential | None:
        """The credential saved for the first of `hosts` (`host:port` or `host`) that has one.

        None also where there is no keyring, or it does not open: then the server's refusal is what people are told.
        """
        try:
            found: Credential | None = await self._ask(lambda keyring: _find(keyring, hosts))
        except LocalError as error:
            _log.info("%s", error)
            return None
        return found

    async def save(self, credential: Credential) -> None:
        """Save it for the host that is its pattern. Raises `UserError` for a pattern that is no host, `LocalError`."""
        host = kept_name(credential.pattern)
        secret = json.dumps({"user": credential.user, "password": credential.password}, ensure_ascii=False)
        await self._ask(lambda keyring: _save(keyring, host, secret))
        self.revision += 1

    async def remove(self, host: str) -> None:
        """Forget what was saved for `host`. Raises `UserError` where nothing is, `LocalError`."""
        host = kept_name(host)
        if not await self._ask(lambda keyring: _remove(keyring, host)):
            raise UserError(say("The keyring has no password for {host}.", host=host))
        self.revision += 1

    async def kept(self) -> tuple[KeptLogin, ...]:
        """Whom passwords were saved here for and are still there, by host; never a password. Raises `LocalError`."""
        found: tuple[KeptLogin, ...] = await self._ask(_kept)
        return found

    async def _ask(self, question: Callable[[Any], _T]) -> _T:
        async with self._turn:
            try:
                async with asyncio.timeout(_PATIENCE_S):
                    return await asyncio.to_thread(_asked, question)
            except TimeoutError as error:
                raise LocalError("The system's keyring does not answer.") from error


def _asked(question: Callable[[Any], _T]) -> _T:
    """Ask on a worker thread. Raises `LocalError`."""
    try:
        import keyring
        import keyring.errors
    except ImportError as error:
        raise LocalError(_NO_KEYRING) from error
    try:
        return question(keyring)
    except keyring.errors.NoKeyringError as error:
        raise LocalError(_NO_KEYRING) from error
    except (keyring.errors.KeyringLocked, keyring.errors.InitError) as error:  # or nobody made one when asked to
        raise LocalError("The system's keyring is locked.") from error
    except Exception as error:  # backends are the system's plug-ins and raise what their makers like
        # Only its kind: what a backend writes into a message is not known.
        raise LocalError(say("The system's keyring failed ({reason}).", reason=type(error).__name__)) from error


def _find(keyring: Any, hosts: tuple[str, ...]) -> Credential | None:
    for host in hosts:
        secret = keyring.get_password(SERVICE, host)
        if secret is None:
            continue
        try:
            entry = json.loads(secret)
            return Credential(host, str(entry["user"]), str(entry["password"]))
        except (ValueError, KeyError, TypeError):
            _log.warning("The keyring's entry for %s is not one that Headwater wrote", host)
    return None


def _save(keyring: Any, host: str, secret: str) -> None:
    keyring.set_password(SERVICE, host, secret)
    put_on_list(keyring, SERVICE, host)


def _remove(keyring: Any, host: str) -> bool:
    is_there = keyring.get_password(SERVICE, host) is not None
    if is_there:
        keyring.delete_password(SERVICE, host)
    take_off_list(keyring, SERVICE, (host,))
    return is_there


def _kept(keyring: Any) -> tuple[KeptLogin, ...]:
    hosts = hosts_on_list(keyring, SERVICE)
    found = [credential for host in hosts if (credential := _find(keyring, (host,))) is not None]
    return tuple(KeptLogin(credential.pattern, credential.user) for credential in found)


def kept_name(host: str) -> str:
    """What a host, or a URL of it, is looked up by. Raises `UserError`.

    A plain scheme stays (see `address.host_names`), and so does `proxy` (see `proxies.Proxy`). A keyring cannot be
    asked for all entries, so shell patterns make no sense.
    """
    scheme, is_url, rest = host.strip().lower().rpartition("://")
    name = rest.partition("/")[0].rpartition("@")[2] if is_url else rest
    if not name or set(name) & set("*? /@"):
        raise UserError(say("{host} is not a host like example.org or example.org:8080.", host=repr(host)))
    if scheme == "proxy" and not name.rpartition(":")[2].isdecimal():
        raise UserError("Write a proxy with its port: proxy://example.org:8080")
    return f"{scheme}://{name}" if scheme in _KEPT_SCHEMES else name
