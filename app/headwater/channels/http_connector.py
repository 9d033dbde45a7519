"""HTTP and HTTPS: the connector. Addresses are checked here; one channel's requests are `http_channel`'s."""

from headwater.channels.address import sendable
from headwater.channels.codings import WRAPPINGS
from headwater.channels.credentials import Keys, split_credential
from headwater.channels.http_channel import HttpChannel
from headwater.channels.http_session import Session
from headwater.channels.http_shared import Shared
from headwater.channels.keyring_store import KeyringStore
from headwater.channels.proxy_passwords import ProxyPasswords
from headwater.channels.request_fields import check_fields
from headwater.model.errors import UserError
from headwater.model.ports import ChannelSettings
from headwater.model.source import SourceSpec
from headwater.model.wording import say


class HttpConnector:
    """`model.ports.Connector` for `http` and `https`."""

    def __init__(self, keyring: KeyringStore | None = None, for_proxies: KeyringStore | None = None) -> None:
        self._shared = Shared(keys=Keys(keyring), proxies=ProxyPasswords(for_proxies))
        self._channels: set[HttpChannel] = set()

    @property
    def schemes(self) -> frozenset[str]:
        return frozenset({"http", "https"})

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> HttpChannel:
        """Make a channel; it connects at its first request. Raises `UserError` for an address that makes no sense."""
        try:
            url, own = split_credential(sendable(source.url))
        except ValueError as error:
            raise UserError(say("The address is not valid: {reason}.", reason=error)) from error
        check_fields(settings)
        if source.unwrap is not None and source.unwrap not in WRAPPINGS:
            raise UserError(
                say(
                    "A source cannot be unwrapped from {wrapping}; known: {known}.",
                    wrapping=source.unwrap,
                    known=", ".join(WRAPPINGS),
                )
            )
        cookies = await self._shared.cookies.get(settings.cookie_file)
        proxy = await self._shared.proxies.proxy_for(url, settings)
        session = Session(settings, self._shared.resolver, cookies, proxy)
        channel = HttpChannel(
            url, own, settings, session, shared=self._shared, unwrap=source.unwrap, on_close=self._channels.discard
        )
        self._channels.add(channel)
        return channel

    async def close(self) -> None:
        for channel in tuple(self._channels):
            await channel.close()
        await self._shared.resolver.close()

    def __repr__(self) -> str:
        return f"<HttpConnector {len(self._channels)} channels>"
