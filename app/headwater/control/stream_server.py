"""The stream server: a job's file over HTTP on loopback while it comes, for players, browsers and scripts.

`http://127.0.0.1:PORT/stream/TOKEN/NAME` answers GET and HEAD, ranges and sparse seeks; a byte that is not here yet
is waited for, as long as it takes, and wished for meanwhile. The token is random and a job's own: who does not know
it gets 404. Nothing is decided here; readers' wishes go to the scheduler through the output stream.
"""

import asyncio
import logging
import mimetypes
import secrets
from collections.abc import Callable
from typing import Any, Final
from urllib.parse import quote

from aiohttp import web

from headwater.control.rpc.security import Gate
from headwater.engine.engine import Engine
from headwater.engine.format_scout import scout
from headwater.engine.job_stream import JobStream
from headwater.model.errors import HeadwaterError, LocalError, UserError
from headwater.model.job import JobId
from headwater.model.wording import say

#: One read from the output stream: large enough to be cheap, small enough that the first frame is not kept waiting.
READ_BYTES: Final = 256 * 1024
#: How far ahead of a client its wish reaches.
WINDOW_BYTES: Final = 8 * 1024**2

_log = logging.getLogger(__name__)


class StreamServer:
    """Start with `await start()`, ask `url(job_id)`, end with `await close()`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._gate = Gate(secret=None)
        self._tokens: dict[str, JobId] = {}
        app = web.Application(middlewares=[self._admit])
        app.router.add_get("/stream/{token}/{name}", self._serve)
        # A client that goes away while its bytes are waited for must not leave a reader behind.
        self._runner = web.AppRunner(
            app, access_log=None, handle_signals=False, handler_cancellation=True, shutdown_timeout=0.5
        )
        self._scouts: dict[JobId, asyncio.Task[None]] = {}
        self._port = 0

    async def start(self, port: int = 0) -> None:
        """Listen on loopback. Raises `LocalError` when the port is taken."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, "127.0.0.1", port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise LocalError(
                say("The stream server cannot listen: {reason}.", reason=error.strerror or error)
            ) from error
        self._port = int(self._runner.addresses[0][1])

    async def close(self) -> None:
        """Send clients away and stop."""
        for errand in self._scouts.values():
            errand.cancel()
        await asyncio.gather(*self._scouts.values(), return_exceptions=True)
        await self._runner.cleanup()

    def url(self, job_id: JobId) -> str:
        """The link under which this job's file can be played; the same one each time it is asked for.

        With `?proven` behind it, only bytes come whose trusted hash is right, where one is known; with `?proven=no` all
        come at once, and an answer that brought wrong ones breaks off. Otherwise it is as the settings say.
        """
        name = quote(self._engine.snapshot(job_id).name, safe="")
        token = next((token for token, owner in self._tokens.items() if owner == job_id), None)
        if token is None:
            token = secrets.token_urlsafe(18)
            self._tokens[token] = job_id
        return f"http://127.0.0.1:{self._port}/stream/{token}/{name}"

    @web.middleware
    async def _admit(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        own = f"http://127.0.0.1:{self._port}"
        origin = request.headers.get("Origin")
        if not self._gate.admits_host(request.headers.get("Host")) or origin not in (None, own):
            return web.Response(status=403, text="This link is for programs on this computer.\n")
        response: web.StreamResponse = await handler(request)
        return response

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        job_id = self._tokens.get(request.match_info["token"])
        if job_id is None:
            raise web.HTTPNotFound(text="There is no such stream.\n")
        try:
            stream = self._engine.open_stream(job_id, strict=_read_strict(request.query.get("proven")))
        except UserError as error:
            raise web.HTTPGone(text=f"{error}\n") from error
        if job_id not in self._scouts:
            self._scouts[job_id] = asyncio.create_task(self._scout(job_id), name=f"scout of {job_id}")
        try:
            return await self._answer(request, stream)
        except HeadwaterError as error:
            raise web.HTTPBadGateway(text=f"{error}\n") from error
        finally:
            stream.abort()

    async def _scout(self, job_id: JobId) -> None:
        """Fetch what the format needs before the player has found out that it does."""
        try:
            await scout(self._engine, job_id)
        except HeadwaterError as error:
            _log.info("Nobody went ahead of the player: %s", error)

    async def _answer(self, request: web.Request, stream: JobStream) -> web.StreamResponse:
        size = await self._size(stream)
        kind, _ = mimetypes.guess_type(request.match_info["name"])
        response = web.StreamResponse(
            headers={"Content-Type": kind or "application/octet-stream", "Cache-Control": "no-store"}
        )
        start, end = 0, size
        if size is not None:
            response.headers["Accept-Ranges"] = "bytes"
            asked = _read_range(request.headers.get("Range"), size)
            if asked is not None:
                start, end = asked
                if start >= size or start >= end:
                    return web.Response(status=416, headers={"Content-Range": f"bytes */{size}"})
                response.set_status(206)
                response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
            response.content_length = (end or 0) - start
        else:
            response.enable_chunked_encoding()
        if request.method == "HEAD":
            await response.prepare(request)
            return response
        await self._send(request, response, stream, start, end)
        return response

    async def _size(self, stream: JobStream) -> int | None:
        """The file's size; waits for the first bytes when it is not known, for with them the size comes, if any."""
        if stream.size_bytes is None:
            await stream.read_at(0, 1)
        return stream.size_bytes

    async def _send(
        self, request: web.Request, response: web.StreamResponse, stream: JobStream, start: int, end: int | None
    ) -> None:
        at = start
        prepared = False
        while end is None or at < end:
            window = WINDOW_BYTES if end is None else min(WINDOW_BYTES, end - at)
            stream.wish(at, window)
            try:
                data = await stream.read_at(at, READ_BYTES if end is None else min(READ_BYTES, end - at))
            except HeadwaterError:
                if not prepared or request.transport is None:
                    raise
                request.transport.abort()  # a body that breaks off must not look complete
                return
            if _broke_off(request, stream, is_begun=prepared):
                return
            if not data:
                break
            if not prepared:
                # Only now: a job that fails before its first byte is told of with a status, not by a broken body.
                await response.prepare(request)
                prepared = True
            try:
                await response.write(data)
            except ConnectionError:
                return  # the client has seen enough
            at += len(data)
        if not prepared:
            await response.prepare(request)
        elif _broke_off(request, stream, is_begun=True):
            return
        await response.write_eof()


def _broke_off(request: web.Request, stream: JobStream, *, is_begun: bool) -> bool:
    """Whether bytes of this answer proved wrong after they were sent: then it ends here, and the player asks anew."""
    is_wrong = bool(stream.take_revoked()) and is_begun
    if is_wrong and request.transport is not None:
        request.transport.abort()
    return is_wrong


def _read_strict(text: str | None) -> bool | None:
    """What `?proven` says; None where it is not there."""
    return None if text is None else text.strip().lower() not in ("0", "no", "false")


def _read_range(header: str | None, size: int) -> tuple[int, int] | None:
    """Start and end of a single byte range (RFC 9110, 14.1.2); None for none, several or one that makes no sense."""
    unit, equals, spec = (header or "").strip().partition("=")
    first, dash, last = spec.strip().partition("-")
    if not equals or unit.strip().lower() != "bytes" or not dash or "," in spec:
        return None
    if not first.strip():
        return (max(0, size - int(last)), size) if last.strip().isdecimal() else None
    if not first.strip().isdecimal() or (last.strip() and not last.strip().isdecimal()):
        return None
    start = int(first)
    if not last.strip():
        return start, size
    return (start, min(size, int(last) + 1)) if int(last) >= start else None
