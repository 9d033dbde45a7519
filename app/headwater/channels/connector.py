"""The registry of connectors: one per family of URL schemes, imported when the first URL of that family comes.

A new scheme is one file and one line here. What is not supported on purpose is `unsupported`'s.
"""

from collections.abc import Callable
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from headwater.channels.keyring_store import KeyringStore
from headwater.channels.unsupported import reason_against
from headwater.model.errors import UserError
from headwater.model.ports import Channel, ChannelSettings, Connector
from headwater.model.source import SourceSpec
from headwater.model.wording import say


class Keyrings(NamedTuple):
    """Who is asked for what the person saved: for servers, and for the proxies on the way to them. None: nobody is."""

    servers: KeyringStore | None = None
    proxies: KeyringStore | None = None


def _make_http(keyrings: Keyrings) -> Connector:
    from headwater.channels.lean_start import import_aiohttp

    import_aiohttp()
    from headwater.channels.http_connector import HttpConnector

    return HttpConnector(*keyrings)


def _make_ftp(keyrings: Keyrings) -> Connector:
    from headwater.channels.lean_start import import_aiohttp

    import_aiohttp()
    from headwater.channels.ftp_connector import FtpConnector

    return FtpConnector(*keyrings)


def _make_sftp(keyrings: Keyrings) -> Connector:
    from headwater.channels.lean_start import import_aiohttp

    import_aiohttp()
    from headwater.channels.sftp_connector import SftpConnector

    return SftpConnector(*keyrings)


def _make_file(_keyrings: Keyrings) -> Connector:
    from headwater.channels.file_connector import FileConnector

    return FileConnector()


def _make_data(_keyrings: Keyrings) -> Connector:
    from headwater.channels.data_connector import DataConnector

    return DataConnector()


_MAKERS: Final[dict[str, Callable[[Keyrings], Connector]]] = {
    "http": _make_http,
    "https": _make_http,
    "ftp": _make_ftp,
    "ftps": _make_ftp,
    "ftpes": _make_ftp,
    "sftp": _make_sftp,
    "file": _make_file,
    "data": _make_data,
}


class Connectors:
    """All connectors of an engine, each made when it is first needed.

    `keyring` is asked where a server wants to know who asks and nobody told, and for the passwords of proxies;
    `for_proxies`, where there is no `keyring`, for these alone. None: nobody is asked.
    """

    def __init__(self, keyring: KeyringStore | None = None, *, for_proxies: KeyringStore | None = None) -> None:
        self._keyrings = Keyrings(keyring, for_proxies if keyring is None else keyring)
        self._made: dict[str, Connector] = {}

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> Channel:
        """A channel to `source`. Raises `SourceError`, or `UserError` for an address that cannot be served."""
        reason = reason_against(source.url)
        if reason is not None:
            raise UserError(reason)
        scheme = urlsplit(source.url.strip()).scheme.lower()
        if source.unwrap is not None and scheme not in {"http", "https"}:
            raise UserError("Only HTTP sources can hold the file compressed.")
        return await self._connector(scheme).open(source, settings)

    async def close(self) -> None:
        """Close every connector and what it opened."""
        for connector in set(self._made.values()):
            await connector.close()
        self._made.clear()

    def _connector(self, scheme: str) -> Connector:
        connector = self._made.get(scheme)
        if connector is None:
            maker = _MAKERS.get(scheme)
            if maker is None:
                raise UserError(say("Addresses of the kind {scheme} are not supported.", scheme=scheme or "(none)"))
            connector = maker(self._keyrings)
            self._made.update(dict.fromkeys(connector.schemes, connector))
        return connector
