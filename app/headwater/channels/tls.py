"""TLS contexts: the system's trust, a custom authority's, or none at all for hosts the user named.

Loading the system's certificates takes tens of milliseconds, so contexts are made on a thread and shared.
"""

import asyncio
import ssl
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from headwater.channels.address import is_named
from headwater.model.errors import UserError
from headwater.model.ports import ChannelSettings

_SCHEMES: Final = frozenset({"https", "ftps"})


def is_unverified(url: str, settings: ChannelSettings) -> bool:
    """Whether the user wished that the certificate of this URL's host is not checked."""
    return urlsplit(url).scheme.lower() in _SCHEMES and is_named(url, settings.unverified_hosts)


class TlsContexts:
    """Contexts by authority file, shared by all channels of an engine."""

    def __init__(self) -> None:
        self._verified: dict[Path | None, ssl.SSLContext] = {}
        self._unverified: ssl.SSLContext | None = None

    async def get(self, url: str, settings: ChannelSettings) -> ssl.SSLContext:
        """The context for a URL. Raises `UserError` when the authority file cannot be read."""
        if is_unverified(url, settings):
            if self._unverified is None:
                self._unverified = ssl.create_default_context()
                self._unverified.check_hostname = False
                self._unverified.verify_mode = ssl.CERT_NONE
            return self._unverified
        context = self._verified.get(settings.ca_file)
        if context is None:
            context = await asyncio.to_thread(_make_context, settings.ca_file)
            self._verified[settings.ca_file] = context
        return context


def _make_context(ca_file: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise UserError(f"The certificate authority file {ca_file} cannot be read.") from error
    return context
