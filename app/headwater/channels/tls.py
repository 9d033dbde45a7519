"""TLS: whom to trust (the system's authorities, a custom one, or anybody for hosts the user named), and who fails.

Loading the system's certificates takes tens of milliseconds, so contexts are made on a thread and shared.
"""

import asyncio
import ssl
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from headwater.channels.address import is_named
from headwater.model.errors import Cause, Retry, SourceError, UserError
from headwater.model.ports import ChannelSettings
from headwater.model.wording import say

_SCHEMES: Final = frozenset({"https", "ftps", "ftpes"})


def is_unverified(url: str, settings: ChannelSettings) -> bool:
    """Whether the user wished that the certificate of this URL's host is not checked."""
    return urlsplit(url).scheme.lower() in _SCHEMES and is_named(url, settings.unverified_hosts)


def bad_certificate(host: str, error: ssl.SSLCertVerificationError) -> SourceError:
    """The error for a server, or a proxy, that did not prove who it is."""
    return SourceError(
        say("The certificate of {host} is not valid: {reason}.", host=host, reason=error.verify_message.rstrip(".")),
        retry=Retry.NEVER,
        cause=Cause.CERTIFICATE,
    )


class TlsContexts:
    """Contexts by authority file, shared by all channels of an engine."""

    def __init__(self) -> None:
        self._verified: dict[tuple[Path | None, str | None], ssl.SSLContext] = {}
        self._unverified: dict[str | None, ssl.SSLContext] = {}
        self._making = asyncio.Lock()

    async def get(self, url: str, settings: ChannelSettings) -> ssl.SSLContext:
        """The context for a URL. Raises `UserError` when the authority file cannot be read."""
        if is_unverified(url, settings):
            if settings.min_tls not in self._unverified:
                trusting = ssl.create_default_context()
                trusting.check_hostname = False
                trusting.verify_mode = ssl.CERT_NONE
                self._unverified[settings.min_tls] = _bounded(trusting, settings.min_tls)
            return self._unverified[settings.min_tls]
        key = (settings.ca_file, settings.min_tls)
        if key not in self._verified:
            # One for all who ask at the start: connections made with another context are not used again.
            async with self._making:
                if key not in self._verified:
                    self._verified[key] = await asyncio.to_thread(_make_context, *key)
        return self._verified[key]


def _bounded(context: ssl.SSLContext, min_tls: str | None) -> ssl.SSLContext:
    """The context, refusing versions below the one named (`TLSv1.2`, ...)."""
    if min_tls is not None:
        try:
            context.minimum_version = ssl.TLSVersion[min_tls.replace(".", "_")]
        except (KeyError, ValueError) as error:
            raise UserError(
                say("There is no TLS version called {min_tls}; known are TLSv1.2 and TLSv1.3.", min_tls=min_tls)
            ) from error
    return context


def _make_context(ca_file: Path | None, min_tls: str | None) -> ssl.SSLContext:
    context = _bounded(ssl.create_default_context(), min_tls)
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise UserError(say("The certificate authority file {ca_file} cannot be read.", ca_file=ca_file)) from error
    return context
