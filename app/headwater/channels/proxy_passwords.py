"""The passwords of proxies: in the system's keyring, asked for those whose address holds a name and no password.

A proxy is always on the way, so nobody waits for it to refuse first: the name in the address says that a password is
wanted. The rule: what the keyring gave stays in memory, and is asked for anew when the proxy would not have it or
somebody saved another one.
"""

import asyncio
from dataclasses import replace

from headwater.channels.keyring_store import KeyringStore
from headwater.channels.proxies import Proxy, parse_proxy, proxy_for
from headwater.model.access import Credential
from headwater.model.errors import UserError
from headwater.model.ports import ChannelSettings


class ProxyPasswords:
    """Completes proxies; `keyring` None: only addresses that hold a password have one."""

    def __init__(self, keyring: KeyringStore | None = None) -> None:
        self._keyring = keyring
        self._known: dict[Proxy, str | None] = {}
        self._revision = 0
        self._asking = asyncio.Lock()

    async def proxy_for(self, url: str, settings: ChannelSettings) -> Proxy | None:
        """The proxy on the way to `url` with all that it wants to be told. Raises as `proxies.proxy_for` does."""
        proxy = proxy_for(url, settings)
        if proxy is None or proxy.user is None or proxy.password is not None or self._keyring is None:
            return proxy
        async with self._asking:  # once for all who ask at the start
            if self._revision != self._keyring.revision:
                self._known.clear()
                self._revision = self._keyring.revision
            if proxy not in self._known:
                self._known[proxy] = await kept_password(self._keyring, proxy)
            return replace(proxy, password=self._known[proxy])

    def forget(self, proxy: Proxy) -> None:
        """The proxy would not have what it was told: ask the keyring again next time."""
        self._known.pop(replace(proxy, password=None), None)


async def kept_password(keyring: KeyringStore, proxy: Proxy) -> str | None:
    """What a keyring has for the name that a proxy is told; None for nothing, or another's."""
    found = await keyring.find(proxy.kept_name)
    return found.password if found is not None and found.user == proxy.user else None


def named_proxy(address: str) -> Proxy:
    """The proxy of an address that names who asks and no password. Raises `UserError` for any other."""
    proxy = parse_proxy(address)
    if proxy.user is None or proxy.password is not None:
        raise UserError(
            "Write the proxy as http://name@host:port; its password is kept apart, in the system's keyring."
        )
    return proxy


def proxy_credential(address: str, password: str) -> Credential:
    """What is saved in a keyring for the proxy of an address. Raises `UserError` as `named_proxy` does."""
    proxy = named_proxy(address)
    return Credential(proxy.kept_name, proxy.user or "", password)
