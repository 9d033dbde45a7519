"""One HTTP channel: asks with `Range`, follows redirects, answers challenges.

Requests go out here and foreign errors are mapped on the way back; what answers mean is judged in `http_answer`,
bodies are read in `http_response`. No retry, no waiting: both are the scheduler's decisions.
"""

import time
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from multidict import CIMultiDict
from yarl import URL

from headwater.channels.adapters import make_adapter
from headwater.channels.challenges import parse_challenges
from headwater.channels.credentials import Answerer, BasicAnswerer, answer_challenge
from headwater.channels.http_answer import WHOLE, BodyKind, Exchange, judge, refuses_ranges
from headwater.channels.http_response import HttpResponse
from headwater.channels.http_session import Session
from headwater.channels.http_shared import Shared
from headwater.channels.proxies import Proxy
from headwater.channels.redirects import REDIRECTS, follow
from headwater.channels.refusal import PROXY_ASKS, unknown_login
from headwater.channels.request_fields import request_fields
from headwater.channels.tls import is_unverified
from headwater.model.access import Credential
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import ChannelRequest, ChannelSettings

#: A digest's nonce may be too old when it is used; the server says so and gives another.
_MOST_ANSWERS: Final = 2
#: A channel that may read less ahead is a slow one, and is not received into large buffers.
_MUCH_BYTES: Final = 256 * 1024


class HttpChannel:
    """`model.ports.Channel`: one connection to one URL, one request at a time."""

    def __init__(
        self,
        url: str,
        own: Credential | None,
        settings: ChannelSettings,
        session: Session,
        *,
        shared: Shared,
        unwrap: str | None,
        on_close: "Callable[[HttpChannel], None]",
    ) -> None:
        self._url = url
        self._own = own
        self._settings = settings
        self._session = session
        self._shared = shared
        self._unwrap = unwrap
        self._on_close = on_close
        self._response: HttpResponse | None = None
        self._proxies: dict[str, Proxy | None] = {}  # by URL; looking through the environment takes its time
        self._is_fast = False

    async def request(self, request: ChannelRequest) -> HttpResponse:
        """Ask; returns when the headers are in. Raises `SourceError`, `LocalError`, `UserError`.

        A redirect remembered from earlier is used first; when it does not serve any more, the source's own URL is.
        """
        if self._response is not None:
            await self._response.close()
            self._is_fast = self._response.is_fast
            self._response = None
        redirects = self._shared.redirects
        target = redirects.target(self._url, time.monotonic())
        try:
            self._response = await self._ask(target, request)
        except SourceError as error:
            if target == self._url or error.retry is Retry.OTHER_SPAN:
                raise
            redirects.forget(self._url)
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
        hops = 0
        while True:
            seen.add(url)
            answer = await self._send(url, request)
            connected = connected or timing.connected
            if answer.status not in REDIRECTS:
                break
            location = answer.headers.get("Location")
            answer.release()
            url = follow(url, location, hops=hops, max_hops=self._settings.max_redirects, seen=seen)
            hops += 1
        is_unranged = False
        if refuses_ranges(answer.status, answer.headers, request, url):
            answer.release()
            whole = await self._send(url, request, is_whole=True)
            is_unranged = whole.status in WHOLE
            if is_unranged:
                answer = whole
            else:
                whole.release()
        now = time.monotonic()
        latency_s = now - timing.sent_at
        connect_s = now - started_at - latency_s if connected or hops else None
        response = self._respond(answer, url, request, latency_s, connect_s, is_unranged=is_unranged)
        self._shared.redirects.remember(self._url, url, now)
        return response

    def _respond(
        self,
        answer: aiohttp.ClientResponse,
        url: str,
        request: ChannelRequest,
        latency_s: float,
        connect_s: float | None,
        *,
        is_unranged: bool,
    ) -> HttpResponse:
        exchange = Exchange(
            request=request,
            status=answer.status,
            url=url,
            latency_s=latency_s,
            connect_s=connect_s,
            now_unix_s=time.time(),
            is_unverified=is_unverified(url, self._settings) or (_is_tls(self._url) and not _is_tls(url)),
            allow_leading_dot=self._settings.allow_leading_dot,
            unwrap=self._unwrap,
            is_unranged=is_unranged,
            asked_url=self._url,
        )
        try:
            facts, body = judge(exchange, _joined(answer))
            adapter = make_adapter(body, size_bytes=request.size_bytes, max_ratio=self._settings.max_decoded_ratio)
        except SourceError:
            answer.release()
            raise
        reads_much = body.kind is BodyKind.PLAIN and self._settings.read_buffer_bytes >= _MUCH_BYTES
        buffers = self._shared.buffers if reads_much else None
        idle_s = self._settings.idle_timeout_s
        return HttpResponse(
            answer, facts, adapter, idle_s, buffers=buffers, pace=self._shared.pace, is_fast=self._is_fast
        )

    async def _send(self, url: str, request: ChannelRequest, *, is_whole: bool = False) -> aiohttp.ClientResponse:
        """One exchange with one server; its challenge, if it makes one that can be met, is answered."""
        keys, answerers = self._shared.keys, self._shared.answerers
        credential = await keys.find(url, self._settings, self._own, source_url=self._url)
        parts = urlsplit(url)
        # By credential too: two jobs may know one server under two names.
        refused = None if credential is None else answerers.get((parts.scheme, parts.netloc, credential))
        answer = await self._exchange(url, request, refused, is_whole)
        if answer.status != 401:
            return answer
        if credential is None:
            credential = await keys.recall(url)
        if credential is None:
            return answer
        key = (parts.scheme, parts.netloc, credential)
        # What was refused is not remembered: a wrong password must not go out again with every request.
        answerers.pop(key, None)
        for _ in range(_MOST_ANSWERS):
            challenges = parse_challenges(answer.headers.getall("WWW-Authenticate", ()))
            answerer = answer_challenge(challenges, credential, refused)
            if answerer is None:
                if refused is None and challenges:
                    answer.release()
                    raise unknown_login(challenges)
                break
            answer.release()
            if isinstance(answerer, BasicAnswerer):
                keys.check_readable(url, credential)
            answer = await self._exchange(url, request, answerer, is_whole)
            if answer.status != 401:
                answerers[key] = answerer
                return answer
            refused = answerer
        if refused is not None:
            keys.forget(url)
        return answer

    async def _exchange(
        self, url: str, request: ChannelRequest, answerer: Answerer | None, is_whole: bool
    ) -> aiohttp.ClientResponse:
        options: dict[str, Any] = {}
        is_whole = is_whole or self._unwrap is not None
        fields = request_fields(request, self._settings, self._url, url, is_whole=is_whole)
        if url not in self._proxies:
            self._proxies[url] = await self._shared.proxies.proxy_for(url, self._settings)
        proxy = self._proxies[url]
        if proxy is not None and not proxy.is_socks:
            options["proxy"] = proxy.address
            # Told to the proxy alone: with its CONNECT where there is one, else with the request that it passes on.
            if _is_tls(url):
                options["proxy_headers"] = proxy.basic
            else:
                fields.update(proxy.basic)
        # One context serves the way to a proxy, too.
        asked = next((place for place in (url, options.get("proxy")) if place is not None and _is_tls(place)), None)
        if asked is not None:
            options["ssl"] = await self._shared.tls.get(asked, self._settings)
        if answerer is not None:
            fields["Authorization"] = answerer.field(url)
        try:
            answer = await self._session.get(URL(url, encoded=True), fields, **options)
        except SourceError as error:
            self._note_proxy(url, error.status)
            raise
        self._note_proxy(url, answer.status)
        return answer

    def _note_proxy(self, url: str, status: int | None) -> None:
        """A password that a proxy would not have is looked up anew for the next request."""
        if status == PROXY_ASKS and (proxy := self._proxies.pop(url, None)) is not None:
            self._shared.proxies.forget(proxy)

    def __repr__(self) -> str:
        return f"<HttpChannel {urlsplit(self._url).hostname} {self._response!r}>"


def _is_tls(url: str) -> bool:
    return urlsplit(url).scheme == "https"


def _joined(answer: aiohttp.ClientResponse) -> CIMultiDict[str]:
    """The answer's headers with repeated ones joined by commas (RFC 9110, 5.3)."""
    headers: CIMultiDict[str] = CIMultiDict()
    for name, value in answer.headers.items():
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers
