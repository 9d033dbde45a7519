"""The server: `/jsonrpc` by POST, GET and WebSocket, `/rpc` for XML-RPC, on one address.

It decides who is let in (`security`), turns bytes into values (`wire`), and pushes notifications. The rule: every
queue here has a bound, and a client that does not keep up is let go.
"""

import asyncio
import json
import logging
import re
import socket
from collections.abc import Callable
from typing import Any, Final

from aiohttp import WSCloseCode, WSMsgType, web

from headwater.control.api import Api
from headwater.control.rpc import wire
from headwater.control.rpc.dispatcher import Dispatcher
from headwater.control.rpc.listening import listen
from headwater.control.rpc.notifications import StateWatch, notification
from headwater.control.rpc.security import Gate
from headwater.control.rpc.wire import RpcError
from headwater.model.snapshots import FeedEvent

DEFAULT_REQUEST_BYTES: Final = 2 * 1024**2
MOST_LISTENERS: Final = 1024
#: Messages that may wait for one listener; more than this and it is not listening.
LISTENER_QUEUE: Final = 1024
_CALLBACK: Final = re.compile(r"[A-Za-z_$][\w$.]{0,127}")

_log = logging.getLogger(__name__)


class RpcServer:
    """Start with `await start(...)`, end with `await close()`."""

    def __init__(self, api: Api, dispatcher: Dispatcher, gate: Gate, *, most_request_bytes: int) -> None:
        self._api = api
        self._dispatcher = dispatcher
        self._gate = gate
        self._listeners: dict[web.WebSocketResponse, tuple[web.Request, asyncio.Queue[str]]] = {}
        self._watch = StateWatch({job.job_id: job.state for job in api.jobs()})
        app = web.Application(client_max_size=most_request_bytes, middlewares=[self._admit])
        app.router.add_route("*", "/jsonrpc", self._serve_json)
        app.router.add_post("/rpc", self._serve_xml)
        self._most_request_bytes = most_request_bytes
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1.0)
        self._unsubscribe: Callable[[], None] | None = None
        self.port = 0

    async def start(self, host: str, port: int) -> None:
        """Listen. `port` 0 takes a free one, told by `self.port`. Raises `LocalError` when the address is taken."""
        await self.start_on(listen(host, port))

    async def start_on(self, listener: socket.socket) -> None:
        """Serve whoever knocks at a socket that listens already, which is the server's from now on."""
        await self._runner.setup()
        await web.SockSite(self._runner, listener).start()
        self.port = int(self._runner.addresses[0][1])
        self._unsubscribe = self._api.feed.subscribe(self._hear, samples=False)

    async def close(self) -> None:
        """Say goodbye to the listeners and stop."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        for listener in tuple(self._listeners):
            await listener.close(code=WSCloseCode.GOING_AWAY)
        await self._runner.cleanup()

    # ---- who is let in -----------------------------------------------------------------------------------

    @web.middleware
    async def _admit(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        host = request.headers.get("Host")
        if not self._gate.admits_host(host):
            return web.Response(status=403, text="This name is not one of this computer's.\n")
        if not self._gate.admits_origin(origin, host) or not self._gate.admits_fetch(
            request.headers.get("Sec-Fetch-Site"), origin
        ):
            return web.Response(status=403, text="Pages of this origin may not command Headwater.\n")
        if request.method == "OPTIONS":
            response: web.StreamResponse = web.Response(
                headers={
                    "Access-Control-Allow-Methods": "POST, GET, OPTIONS",
                    "Access-Control-Allow-Headers": request.headers.get("Access-Control-Request-Headers", ""),
                    "Access-Control-Max-Age": "1728000",
                    "Access-Control-Allow-Private-Network": "true",
                }
            )
        else:
            response = await handler(request)
        if origin is not None and not response.prepared:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Vary"] = "Origin"
        return response

    # ---- requests ----------------------------------------------------------------------------------------

    async def _serve_json(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._serve_listener(request)
        callback = request.query.get("jsoncallback") if request.method == "GET" else None
        try:
            if request.method == "GET":
                value = wire.read_get(request.query)
            elif request.method == "POST":
                value = wire.parse_json(await request.read())
            else:
                raise web.HTTPMethodNotAllowed(request.method, ["GET", "POST", "OPTIONS"])
        except RpcError as error:
            answer, status = wire.error_object(None, error), wire.STATUS_OF_CODE[error.code]
        else:
            answer, status = await self._dispatcher.answer(value)
        text = _dump(answer)
        if callback is not None and _CALLBACK.fullmatch(callback):
            return _respond(f"{callback}({text})", status, "text/javascript")
        return _respond(text, status, "application/json-rpc")

    async def _serve_xml(self, request: web.Request) -> web.Response:
        try:
            body = wire.xml_result(await self._dispatcher.run(wire.read_xml(await request.read())))
        except RpcError as error:
            body = wire.xml_error(error)
        return web.Response(body=body, content_type="text/xml")

    # ---- listeners ---------------------------------------------------------------------------------------

    async def _serve_listener(self, request: web.Request) -> web.StreamResponse:
        if len(self._listeners) >= MOST_LISTENERS:
            return web.Response(status=503, text="There are too many listeners.\n")
        socket = web.WebSocketResponse(max_msg_size=self._most_request_bytes, heartbeat=60.0)
        await socket.prepare(request)
        queue: asyncio.Queue[str] = asyncio.Queue(LISTENER_QUEUE)
        self._listeners[socket] = (request, queue)
        sender = asyncio.create_task(_send_all(socket, queue))
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    continue
                await queue.put(_dump(await self._answer_text(message.data)))
        finally:
            del self._listeners[socket]
            sender.cancel()
            await asyncio.gather(sender, return_exceptions=True)
        return socket

    async def _answer_text(self, text: str) -> Any:
        try:
            value = wire.parse_json(text)
        except RpcError as error:
            return wire.error_object(None, error)
        return (await self._dispatcher.answer(value))[0]

    def _hear(self, batch: tuple[FeedEvent, ...]) -> None:
        """The feed's listener: turns of jobs' states go to everyone who listens."""
        for event in batch:
            for method, job_id in self._watch.take(event):
                self._push(_dump(notification(method, job_id)))

    def _push(self, text: str) -> None:
        for request, queue in tuple(self._listeners.values()):
            try:
                queue.put_nowait(text)
            except asyncio.QueueFull:
                _log.warning("A listener does not read what it is sent; its connection is closed")
                if request.transport is not None:
                    request.transport.abort()

    def __repr__(self) -> str:
        return f"<RpcServer on port {self.port}, {len(self._listeners)} listeners>"


async def _send_all(socket: web.WebSocketResponse, queue: "asyncio.Queue[str]") -> None:
    while True:
        text = await queue.get()
        try:
            await socket.send_str(text)
        except ConnectionError:  # the reader sees the end of the connection as well, and cleans up
            return


def _respond(text: str, status: int, content_type: str) -> web.Response:
    """aria2 names no charset, and some clients compare the whole header."""
    return web.Response(body=text.encode(), status=status, headers={"Content-Type": content_type})


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
