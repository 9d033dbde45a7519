"""The server: `/jsonrpc` by POST, GET and WebSocket, `/rpc` for XML-RPC, on one address.

It decides who is let in (`security`) and turns bytes into values (`wire`); listeners are served by `listeners`. The
rule: whatever a client sends, it gets an error object, and what it may hold of ours has a bound.
"""

import asyncio
import re
import socket
from collections.abc import Callable
from typing import Any, Final

from aiohttp import WSCloseCode, WSMsgType, web

from headwater.control.api import Api
from headwater.control.rpc import wire
from headwater.control.rpc.dispatcher import Dispatcher
from headwater.control.rpc.listeners import MOST_LISTENERS, Listener, Listeners, dump
from headwater.control.rpc.listening import listen
from headwater.control.rpc.security import Gate
from headwater.control.rpc.wire import RpcError

DEFAULT_REQUEST_BYTES: Final = 2 * 1024**2
#: Connections at a time, listeners among them.
MOST_CONNECTIONS: Final = 2048
#: How long a connection that asks nothing is kept.
_IDLE_S: Final = 75.0
_CALLBACK: Final = re.compile(r"[A-Za-z_$][\w$.]{0,127}")


class RpcServer:
    """Start with `await start(...)`, end with `await close()`."""

    def __init__(self, api: Api, dispatcher: Dispatcher, gate: Gate, *, most_request_bytes: int) -> None:
        self._dispatcher = dispatcher
        self._gate = gate
        self._listeners = Listeners(api)
        app = web.Application(client_max_size=most_request_bytes, middlewares=[self._admit])
        app.router.add_route("*", "/jsonrpc", self._serve_json)
        app.router.add_post("/rpc", self._serve_xml)
        self._most_request_bytes = most_request_bytes
        self._runner = web.AppRunner(
            app, access_log=None, handle_signals=False, shutdown_timeout=1.0, keepalive_timeout=_IDLE_S
        )
        self.port = 0

    async def start(self, host: str, port: int) -> None:
        """Listen. `port` 0 takes a free one, told by `self.port`. Raises `LocalError` when the address is taken."""
        await self.start_on(listen(host, port))

    async def start_on(self, listener: socket.socket) -> None:
        """Serve whoever knocks at a socket that listens already, which is the server's from now on."""
        await self._runner.setup()
        await web.SockSite(self._runner, listener).start()
        self.port = int(self._runner.addresses[0][1])
        self._listeners.start()

    async def close(self) -> None:
        """Say goodbye to the listeners and stop."""
        self._listeners.close()
        for listening in self._listeners.sockets:
            await listening.close(code=WSCloseCode.GOING_AWAY)
        await self._runner.cleanup()

    # ---- who is let in -----------------------------------------------------------------------------------

    @web.middleware
    async def _admit(self, request: web.Request, handler: Callable[[web.Request], Any]) -> web.StreamResponse:
        if self._runner.server is not None and len(self._runner.server.connections) > MOST_CONNECTIONS:
            busy = web.Response(status=503, text="There are too many connections.\n")
            busy.force_close()
            return busy
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
        except web.HTTPRequestEntityTooLarge:
            answer, status = wire.error_object(None, self._too_large), 413
        else:
            answer, status = await self._dispatcher.answer(value)
        text = dump(answer)
        if callback is not None and _CALLBACK.fullmatch(callback):
            return _respond(f"{callback}({text})", status, "text/javascript")
        return _respond(text, status, "application/json-rpc")

    async def _serve_xml(self, request: web.Request) -> web.Response:
        try:
            body = wire.xml_result(await self._dispatcher.run(wire.read_xml(await request.read())))
        except web.HTTPRequestEntityTooLarge:
            body = wire.xml_error(self._too_large)
        except RpcError as error:
            body = wire.xml_error(error)
        return web.Response(body=body, content_type="text/xml")

    @property
    def _too_large(self) -> RpcError:
        return RpcError(f"A request may have {self._most_request_bytes} bytes at most.", wire.INVALID_REQUEST)

    # ---- listeners ---------------------------------------------------------------------------------------

    async def _serve_listener(self, request: web.Request) -> web.StreamResponse:
        if len(self._listeners) >= MOST_LISTENERS:
            return web.Response(status=503, text="There are too many listeners.\n")
        socket = web.WebSocketResponse(max_msg_size=self._most_request_bytes, heartbeat=60.0)
        await socket.prepare(request)
        with self._listeners.joined(socket, request) as listener:
            sender = asyncio.create_task(listener.send_all())
            try:
                async for message in socket:
                    if message.type is WSMsgType.TEXT:
                        await listener.queue.put(dump(await self._answer_text(message.data, listener)))
            finally:
                sender.cancel()
                await asyncio.gather(sender, return_exceptions=True)
        return socket

    async def _answer_text(self, text: str, listener: Listener) -> Any:
        try:
            value = wire.parse_json(text)
        except RpcError as error:
            return wire.error_object(None, error)
        return (await self._dispatcher.answer(value, listener))[0]

    def __repr__(self) -> str:
        return f"<RpcServer on port {self.port}, {len(self._listeners)} listeners>"


def _respond(text: str, status: int, content_type: str) -> web.Response:
    """aria2 names no charset, and some clients compare the whole header."""
    return web.Response(body=text.encode(), status=status, headers={"Content-Type": content_type})
