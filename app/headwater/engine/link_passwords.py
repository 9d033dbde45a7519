"""Passwords that stand in links: kept in the system's keyring, so that a download goes on after a restart.

The list and the journal never hold them (`model.access.without_link_password`). The rule: what was saved for the same
server before is not replaced, and whoever adds a download does not wait for a keyring.
"""

import asyncio
import logging
from collections.abc import Iterable
from typing import Final

from headwater.channels.address import host_names
from headwater.channels.credentials import split_credential
from headwater.channels.keyring_store import KeyringStore
from headwater.model.access import Credential
from headwater.model.errors import LocalError
from headwater.model.source import SourceSpec

_log = logging.getLogger(__name__)

#: How long a closing program waits for the keyring.
_GRACE_S: Final = 2.0
_FORGOTTEN: Final = "The password in a link to %s is asked for after a restart: %s"


class LinkPasswords:
    """Takes passwords to a keyring, beside everything else."""

    def __init__(self, keyring: KeyringStore) -> None:
        self._keyring = keyring
        self._tasks: set[asyncio.Task[None]] = set()

    def keep(self, sources: Iterable[SourceSpec]) -> None:
        """Begin to keep what the links of these sources hold, and return at once."""
        found: dict[str, Credential] = {}
        for source in sources:
            try:
                url, told = split_credential(source.url.strip())
                if told is not None and told.user and told.password:
                    found.setdefault(host_names(url)[0], told)
            except ValueError:  # no address; the connector says so in a sentence
                continue
        if found:
            task = asyncio.create_task(self._keep(found), name="keep passwords of links")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Give up what a keyring does not answer soon: its owner may have left the question open."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=_GRACE_S)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _keep(self, found: dict[str, Credential]) -> None:
        for name, told in found.items():
            try:
                kept = await self._keyring.find(name)
                if kept is None:
                    await self._keyring.save(Credential(name, told.user, told.password))
                elif (kept.user, kept.password) != (told.user, told.password):
                    _log.warning(_FORGOTTEN, name, "the keyring has another login for it")
            except LocalError as error:
                _log.warning(_FORGOTTEN, name, error)
