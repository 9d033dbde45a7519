"""The registry of connectors: one per family of URL schemes, imported when the first URL of that family comes.

A new scheme is one file and one line here. What is not supported gets a sentence that says why.
"""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from headwater.channels.keyring_store import KeyringStore
from headwater.model.errors import UserError
from headwater.model.ports import Channel, ChannelSettings, Connector
from headwater.model.source import SourceSpec
from headwater.model.wording import say


def _make_http(keyring: KeyringStore | None) -> Connector:
    from headwater.channels.lean_start import import_aiohttp

    import_aiohttp()
    from headwater.channels.http_connector import HttpConnector

    return HttpConnector(keyring)


def _make_ftp(keyring: KeyringStore | None) -> Connector:
    from headwater.channels.lean_start import import_aiohttp

    import_aiohttp()
    from headwater.channels.ftp_connector import FtpConnector

    return FtpConnector(keyring)


def _make_sftp(keyring: KeyringStore | None) -> Connector:
    from headwater.channels.lean_start import import_aiohttp

    import_aiohttp()
    from headwater.channels.sftp_connector import SftpConnector

    return SftpConnector(keyring)


def _make_file(_keyring: KeyringStore | None) -> Connector:
    from headwater.channels.file_connector import FileConnector

    return FileConnector()


def _make_data(_keyring: KeyringStore | None) -> Connector:
    from headwater.channels.data_connector import DataConnector

    return DataConnector()


_MAKERS: Final[dict[str, Callable[[KeyringStore | None], Connector]]] = {
    "http": _make_http,
    "https": _make_http,
    "ftp": _make_ftp,
    "ftps": _make_ftp,
    "ftpes": _make_ftp,
    "sftp": _make_sftp,
    "file": _make_file,
    "data": _make_data,
}
_NOT_SUPPORTED: Final = {
    "magnet": say("Magnet links are not supported, because Headwater does not take part in BitTorrent swarms."),
    "ed2k": say("eD2k links are not supported, because Headwater does not take part in file-sharing networks."),
    "ipfs": say("IPFS addresses are not supported; use the address that an HTTP gateway has for the file."),
    "rtmp": say("Streams are not supported, because they have no fixed bytes to fetch."),
    "rtsp": say("Streams are not supported, because they have no fixed bytes to fetch."),
    "blob": say("The address exists only inside the web page that made it; copy the link of the file itself."),
    "javascript": say("The address is a script of a web page; copy the link of the file itself."),
    "mega": say(
        "Encrypted file hosters are not supported, because their files cannot be had without their own program."
    ),
}
_MANIFESTS: Final = {
    ".m3u8": say("HLS playlists are not supported, because they name many small files and not one."),
    ".mpd": say("DASH manifests are not supported, because they name many small files and not one."),
    ".f4m": say("HDS manifests are not supported, because they name many small files and not one."),
}
#: Hosts that hand out files only to a person who stands before their pages; their download hosts have other names.
_HOSTERS: Final = frozenset(
    {
        "1fichier.com",
        "alfafile.net",
        "ddownload.com",
        "hitfile.net",
        "katfile.com",
        "mega.co.nz",
        "mega.nz",
        "nitroflare.com",
        "rapidgator.net",
        "turbobit.net",
        "uploadgig.com",
    }
)


def reason_against(url: str) -> str | None:
    """Why an address cannot be fetched though it makes sense, in one sentence; None where nothing is known against it.

    Raises `UserError` for what is no address.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError as error:
        raise UserError("The address is not valid.") from error
    if host in _HOSTERS:
        return say(
            "Links of {host} are not supported, because it asks a person for captchas; use a direct link.", host=host
        )
    return _NOT_SUPPORTED.get(parts.scheme.lower()) or _MANIFESTS.get(PurePosixPath(parts.path).suffix.lower())


class Connectors:
    """All connectors of an engine, each made when it is first needed. `keyring` is asked where a server wants to
    know who asks and nobody told; None: it is not."""

    def __init__(self, keyring: KeyringStore | None = None) -> None:
        self._keyring = keyring
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
            connector = maker(self._keyring)
            self._made.update(dict.fromkeys(connector.schemes, connector))
        return connector
