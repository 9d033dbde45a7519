"""One channel's own aiohttp session: a connection pool of its own, and the times of its connections.

Every channel owns its connection, so that closing a channel closes exactly one, and what a channel measures is its
own. What sessions share (resolver, TLS contexts, cookies) is passed in.
"""

import asyncio
import time
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final

import aiohttp
from yarl import URL

from headwater.channels.http_errors import FOREIGN, map_request_error
from headwater.channels.proxies import Proxy
from headwater.channels.resolver import Resolver
from headwater.model.ports import ChannelSettings
from headwater.model.wording import say

_KEEP_ALIVE_S: Final = 60.0
_LONGEST_FIELD: Final = 64 * 1024


@dataclass(slots=True)
class Timing:
    """Moments of the request under way, in monotonic seconds; `connected` tells whether it made a connection."""

    connected: bool = False
    sent_at: float = 0.0


class Session:
    """An aiohttp session, made when it is first needed, and its `timing`."""

    def __init__(
        self,
        settings: ChannelSettings,
        resolver: Resolver,
        cookies: aiohttp.CookieJar,
        proxy: Proxy | None = None,
    ) -> None:
        """`proxy` is the source's; only a SOCKS one matters here, an HTTP one goes with each request."""
        self._socks_errors: tuple[type[Exception], ...] = ()
        self._socks = proxy if proxy is not None and proxy.is_socks else None
        self._resolver = resolver
        if self._socks is not None:
            from headwater.channels.tunnels import make_socks_connector

            connector, self._socks_errors = make_socks_connector(self._socks, _KEEP_ALIVE_S)
        else:
            connector = aiohttp.TCPConnector(
                resolver=resolver, limit=0, keepalive_timeout=_KEEP_ALIVE_S, use_dns_cache=False
            )
        self.timing = Timing()
        trace = aiohttp.TraceConfig()
        trace.on_connection_create_end.append(self._on_connected)
        trace.on_request_headers_sent.append(self._on_sent)
        self._http = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=cookies,
            # `connect` bounds names, TCP, proxies and TLS together.
            timeout=aiohttp.ClientTimeout(total=None, connect=settings.connect_timeout_s),
            auto_decompress=False,
            trace_configs=[trace],
            read_bufsize=settings.read_buffer_bytes,
            max_line_size=_LONGEST_FIELD,
            max_field_size=_LONGEST_FIELD,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
        )
        self._settings = settings
        self._deadline: asyncio.Timeout | None = None

    async def get(self, url: URL, headers: dict[str, str], **options: Any) -> aiohttp.ClientResponse:
        """Send a GET and wait for the answer's headers, not following redirects. Raises `SourceError`, `LocalError`."""
        self.timing.connected = False
        self.timing.sent_at = time.monotonic()
        host = url.host or say("the server")
        # The bound holds for all of the headers: a server that drips them byte by byte is never silent. Until the
        # request is out it is generous, because `connect` above is the one that says what went wrong.
        bound_s = self._settings.connect_timeout_s + self._settings.idle_timeout_s
        try:
            async with asyncio.timeout(bound_s) as self._deadline:
                if self._socks is not None:
                    await self._find_way(self._socks, url)
                return await self._http.get(url, headers=headers, allow_redirects=False, **options)
        except self._socks_errors as error:
            from headwater.channels.tunnels import socks_refusal

            raise socks_refusal(error, host) from error
        except FOREIGN as error:
            raise map_request_error(error, host) from error

    async def _find_way(self, socks: Proxy, url: URL) -> None:
        """First in threads of its own: python-socks would hang in one that everybody shares."""
        from headwater.channels.tunnels import resolve_way

        async with asyncio.timeout(self._settings.connect_timeout_s):
            await resolve_way(socks, url.host or "", url.port or 0, self._resolver)

    async def close(self) -> None:
        await self._http.close()

    async def _on_connected(self, *_: aiohttp.ClientSession | SimpleNamespace | object) -> None:
        self.timing.connected = True

    async def _on_sent(self, *_: aiohttp.ClientSession | SimpleNamespace | object) -> None:
        self.timing.sent_at = time.monotonic()
        if self._deadline is not None:
            self._deadline.reschedule(asyncio.get_running_loop().time() + self._settings.idle_timeout_s)
