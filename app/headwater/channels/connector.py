"""The registry of connectors: one per family of URL schemes, imported when the first URL of that family comes.

A new scheme is one file and one line here. What is not supported gets a sentence that says why.
"""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from headwater.model.errors import UserError
from headwater.model.ports import Channel, ChannelSettings, Connector
from headwater.model.source import SourceSpec


def _make_http() -> Connector:
    from headwater.channels.http_connector import HttpConnector

    return HttpConnector()


_MAKERS: Final[dict[str, Callable[[], Connector]]] = {
    "http": _make_http,
    "https": _make_http,
}


class Connectors:
    """All connectors of an engine, each made when it is first needed."""

    def __init__(self) -> None:
        self._made: dict[str, Connector] = {}

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> Channel:
        """A channel to `source`. Raises `SourceError`, or `UserError` for an address that cannot be served."""
        try:
            scheme = urlsplit(source.url.strip()).scheme.lower()
        except ValueError as error:
            raise UserError("The address is not valid.") from error
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
                raise UserError(f"Addresses of the kind {scheme or '(none)'} are not supported.")
            connector = maker()
            self._made.update(dict.fromkeys(connector.schemes, connector))
        return connector
