"""HTTP and HTTPS: channels that ask with `Range` and follow redirects, over aiohttp.

Requests go out here and foreign errors are mapped on the way back; what answers mean is judged in `http_answer`,
bodies are read in `http_response`. No retry, no waiting: both are the scheduler's decisions.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from multidict import CIMultiDict
from yarl import URL

from headwater.channels.adapters import make_adapter
from headwater.channels.http_answer import Exchange, judge
from headwater.channels.http_errors import FOREIGN, map_request_error
from headwater.channels.http_response import HttpResponse
from headwater.channels.http_session import Session
from headwater.channels.redirects import REDIRECTS, RedirectMemory, follow
from headwater.channels.request_fields import check_fields, request_fields
from headwater.channels.resolver import Resolver
from headwater.channels.tls import TlsContexts, is_unverified
from headwater.model.errors import Retry, SourceError, UserError
from headwater.model.ports import ChannelRequest, ChannelSettings
from headwater.model.source import SourceSpec


class HttpConnector:
    """`model.ports.Connector` for `http` and `https`; channels share names, certificates, cookies and redirects."""

    def __init__(self) -> None:
        self._resolver = Resolver()
        self._tls = TlsContexts()
        self._redirects = RedirectMemory()
        self._cookies: dict[Path | None, aiohttp.CookieJar] = {}
        self._channels: set[HttpChannel] = set()

    @property
    def schemes(self) -> frozenset[str]:
        return frozenset({"http", "https"})

    async def open(self, source: SourceSpec, settings: ChannelSettings) -> "HttpChannel":
        """Make a channel; it connects at its first request. Raises `UserError` for a URL that makes no sense."""
        url = _check_url(source.url)
        check_fields(settings)
        cookies = self._cookies.get(settings.cookie_file)
        if cookies is None:
            # Cookies of numbered hosts too: mirrors in a local network have no names.
            cookies = self._cookies[settings.cookie_file] = aiohttp.CookieJar(unsafe=True)
        session = Session(settings, self._resolver, cookies)
        channel = HttpChannel(
            url, settings, session, tls=self._tls, redirects=self._redirects, on_close=self._channels.discard
        )
        self._channels.add(channel)
        return channel

    async def close(self) -> None:
        for channel in tuple(self._channels):
            await channel.close()
        await self._resolver.close()


class HttpChannel:
    """`model.ports.Channel`: one connection to one URL, one request at a time."""

    def __init__(
        self,
        url: str,
        settings: ChannelSettings,
        session: Session,
        *,
        tls: TlsContexts,
        redirects: RedirectMemory,
        on_close: "Callable[[HttpChannel], None]",
    ) -> None:
        self._url = url
        self._settings = settings
        self._session = session
        self._tls = tls
        self._redirects = redirects
        self._on_close = on_close
        self._response: HttpResponse | None = None

    async def request(self, request: ChannelRequest) -> HttpResponse:
        """Ask; returns when the headers are in. Raises `SourceError`, `LocalError`.

        A redirect remembered from earlier is used first; when it does not serve any more, the source's own URL is.
        """
        if self._response is not None:
            await self._response.close()
            self._response = None
        target = self._redirects.target(self._url, time.monotonic())
        try:
            self._response = await self._ask(target, request)
        except SourceError as error:
            if target == self._url or error.retry is Retry.OTHER_SPAN:
                raise
            self._redirects.forget(self._url)
            self._response = await self._ask(self._url, request)
        return self._response

    async def close(self) -> None:
        self._on_close(self)
        if self._response is not None:
            await self._response.close()
        await self._session.close()

    async def _ask(self, url: str, request: ChannelRequest) -> HttpResponse:
        """One request, its redirects followed."""
        started_at = time.monotonic()
        timing = self._session.timing
        connected = False
        seen: set[str] = set()
        while True:
            seen.add(url)
            answer = await self._send(url, request)
            connected = connected or timing.connected
            if answer.status not in REDIRECTS:
                break
            location = answer.headers.get("Location")
            answer.release()
            url = follow(url, location, hops=len(seen) - 1, max_hops=self._settings.max_redirects, seen=seen)
        now = time.monotonic()
        latency_s = now - timing.sent_at
        exchange = Exchange(
            request,
            answer.status,
            url,
            latency_s,
            now - started_at - latency_s if connected or len(seen) > 1 else None,
            time.time(),
            is_unverified(url, self._settings),
            self._settings.allow_leading_dot,
        )
        try:
            facts, body = judge(exchange, _joined(answer))
            adapter = make_adapter(body, size_bytes=request.size_bytes, max_ratio=self._settings.max_decoded_ratio)
        except SourceError:
            answer.release()
            raise
        self._redirects.remember(self._url, url, now)
        return HttpResponse(answer, facts, adapter, self._settings.idle_timeout_s)

    async def _send(self, url: str, request: ChannelRequest) -> aiohttp.ClientResponse:
        host = urlsplit(url).hostname or "the server"
        options: dict[str, Any] = {}
        if url.startswith("https:"):
            options["ssl"] = await self._tls.get(url, self._settings)
        fields = request_fields(request, self._settings, self._url, url)
        try:
            return await self._session.get(URL(url, encoded=True), fields, **options)
        except FOREIGN as error:
            raise map_request_error(error, host) from error

    def __repr__(self) -> str:
        return f"<HttpChannel {urlsplit(self._url).hostname} {self._response!r}>"


_UNSAFE_IN_URL: Final = frozenset(map(chr, (*range(33), 127)))


def _check_url(url: str) -> str:
    """The URL as it goes on the wire: ASCII, without fragment, nothing that is quoted already touched."""
    try:
        parts = urlsplit(url.strip())
        clean = not _UNSAFE_IN_URL.intersection(url.strip()) and url.isascii()
        # A signed link must keep its bytes; only one that cannot be sent as it stands is quoted.
        sendable = url.strip().partition("#")[0] if clean else str(URL(url.strip()).with_fragment(None))
        if not parts.hostname or (parts.port is not None and not 0 < parts.port < 65536):
            raise UserError("The address has no host.")
        return sendable
    except ValueError as error:
        raise UserError("The address is not valid.") from error


def _joined(answer: aiohttp.ClientResponse) -> CIMultiDict[str]:
    """The answer's headers with repeated ones joined by commas (RFC 9110, 5.3)."""
    headers: CIMultiDict[str] = CIMultiDict()
    for name, value in answer.headers.items():
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
