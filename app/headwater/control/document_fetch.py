"""Small documents (Metalinks, torrents, checksum files), from this computer or from a server, read with a bound.

For commands that need one document before they can begin. A download is never made this way. The rule: servers are
asked the way the settings say, as for a download; whoever has settings or connectors passes them on as an `Asker`.
"""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from headwater.channels.connector import Connectors
from headwater.channels.document import fetch_document
from headwater.channels.keyring_store import KeyringStore
from headwater.content.storage_errors import local_error
from headwater.discovery.checksums import SIGNATURE_SUFFIXES, signature_urls
from headwater.discovery.documents import (
    MAX_DOCUMENT_BYTES,
    DescribedFile,
    is_document,
)
from headwater.discovery.signatures import SignatureVerdict, has_gnupg
from headwater.discovery.signed_documents import CheckBeside, SignedDocument, read_signed
from headwater.discovery.signed_documents import check_beside as check_at
from headwater.engine.channel_settings import settings_for
from headwater.engine.settings import Settings
from headwater.model.errors import UserError
from headwater.model.job import JobOptions
from headwater.model.ports import ChannelSettings
from headwater.model.wording import say

__all__ = [
    "Asker",
    "DescribedFile",
    "check_beside",
    "choose_file",
    "is_url",
    "load",
    "load_any",
    "load_signed",
    "signature_at",
]

_SCHEMES: Final = frozenset({"http", "https", "ftp", "ftps", "ftpes", "sftp"})


@dataclass(frozen=True, slots=True)
class Asker:
    """How servers are asked: as `settings` and a job's `options` say, through these connectors or some of one's own."""

    settings: Settings = field(default_factory=Settings)
    options: JobOptions = field(default_factory=JobOptions)
    connectors: Connectors | None = None

    @property
    def channel_settings(self) -> ChannelSettings:
        return settings_for(self.options, self.settings)

    async def fetch(self, url: str, limit_bytes: int) -> bytes:
        """All bytes of a document on a server. Raises as `load` does."""
        if self.connectors is not None:
            return await fetch_document(self.connectors, url, limit_bytes, self.channel_settings)
        connectors = Connectors(for_proxies=KeyringStore())
        try:
            return await fetch_document(connectors, url, limit_bytes, self.channel_settings)
        finally:
            await connectors.close()


def is_url(place: str) -> bool:
    """Whether a place is on a server, not on this computer."""
    try:
        return "://" in place and urlsplit(place).scheme.lower() in _SCHEMES
    except ValueError:  # like http://[::1, which is an address of nothing
        return False


async def load(place: str, limit_bytes: int = MAX_DOCUMENT_BYTES, *, asker: Asker | None = None) -> bytes:
    """All bytes of a document at a path or URL. Raises `SourceError`, `LocalError`, `UserError` (too large)."""
    if not is_url(place):
        return await asyncio.to_thread(_read_file, Path(place), limit_bytes)
    return await (asker or Asker()).fetch(place, limit_bytes)


async def check_beside(data: bytes, place: str, asker: Asker | None = None) -> SignatureVerdict | None:
    """The verdict on a detached signature that lies beside a list or document; None where there is none."""
    places = signature_urls(place) if is_url(place) else tuple(place + suffix for suffix in SIGNATURE_SUFFIXES)
    return await check_at(data, places, lambda beside, limit_bytes: load(beside, limit_bytes, asker=asker))


def signature_at(place: str | None, asker: Asker | None = None) -> CheckBeside | None:
    """What looks for a signature beside a document; None where nobody could check it, so that nobody is asked."""
    if place is None or not has_gnupg():
        return None
    return lambda data: check_beside(data, place, asker)


async def load_signed(place: str, asker: Asker | None = None) -> SignedDocument:
    """The files that a Metalink or torrent at a path or URL describes. Raises as `load` and `read_signed` do."""
    return await _read(await load(place, asker=asker), place, asker)


async def load_any(place: str, asker: Asker | None = None) -> tuple[DescribedFile, ...] | str:
    """What lies at a path or URL: the files that a document describes, or a text. Raises as `load_signed` does.

    `UserError` for what is neither.
    """
    data = await load(place, asker=asker)
    if is_document(data):
        return (await _read(data, place, asker)).files
    if b"\0" in data:
        raise UserError(say("{place} is no Metalink, no torrent and no text", place=place))
    return data.decode("utf-8-sig", errors="replace")


async def _read(data: bytes, place: str, asker: Asker | None) -> SignedDocument:
    base_url = place if is_url(place) else None
    return await read_signed(data, base_url=base_url, beside=signature_at(place, asker))


def choose_file(files: tuple[DescribedFile, ...], name: str | None, place: str) -> DescribedFile:
    """The file of that name or path, or the only one. Raises `UserError` that lists them where there are several."""
    chosen = [file for file in files if name and name in {file.name, file.place}] or list(files)
    if len(chosen) == 1:
        return chosen[0]
    names = ", ".join(file.place or file.name for file in chosen[:20]) + (", …" if len(chosen) > 20 else "")
    raise UserError(
        say(
            "{place} describes {count} files ({names}); say which one is meant",
            place=place,
            count=len(chosen),
            names=names,
        )
    )


def _read_file(path: Path, limit_bytes: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limit_bytes + 1)
    except OSError as error:
        raise local_error(error, path) from error
    if len(data) > limit_bytes:
        raise UserError(
            say(
                "{path} is larger than the {limit_bytes:,} bytes that such a document may have",
                path=path,
                limit_bytes=limit_bytes,
            )
        )
    return data
