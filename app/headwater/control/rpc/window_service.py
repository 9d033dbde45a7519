"""The control interface of a window: there when the settings say so, with a secret of its own from the first time on.

`serve` has its own way (`service`): there the command line decides. Nothing here decides what programs may do.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from headwater.control.api import Api
from headwater.control.rpc.dispatcher import Dispatcher
from headwater.control.rpc.endpoint import Endpoint, remove_endpoint, write_endpoint
from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.security import Gate, make_secret
from headwater.control.rpc.server import DEFAULT_REQUEST_BYTES, RpcServer
from headwater.engine.settings import InterfaceSettings, Settings

_HOST = "127.0.0.1"


class WindowService:
    """Follows `Settings.interface`: call `apply` after each change, `close` at the end.

    `save` puts settings in force without calling `apply`: a secret that is made here must not end in a circle.
    """

    def __init__(self, api: Api, save: Callable[[Settings], Awaitable[None]]) -> None:
        self._api = api
        self._save = save
        self._server: RpcServer | None = None
        self._applied: InterfaceSettings | None = None
        self._turn = asyncio.Lock()

    @property
    def port(self) -> int | None:
        """Where it listens, None while it does not."""
        return None if self._server is None else self._server.port

    async def apply(self) -> None:
        """Start, stop or move as the settings say. Raises `LocalError` when the port is taken."""
        async with self._turn:
            wanted = self._api.settings.interface
            if wanted.is_on and wanted.secret is None:
                wanted = replace(wanted, secret=make_secret())
                await self._save(replace(self._api.settings, interface=wanted))
            if wanted == self._applied:
                return
            await self._stop()
            self._applied = wanted
            if wanted.is_on:
                await self._start(wanted)

    async def close(self) -> None:
        """Say goodbye to listeners and stop."""
        async with self._turn:
            await self._stop()

    async def _start(self, wanted: InterfaceSettings) -> None:
        api = self._api
        gate = Gate(wanted.secret, origins=frozenset(wanted.origins))
        folder = api.settings.download_folder
        methods = AriaMethods(api, roots=[folder, await asyncio.to_thread(Path.home)])
        server = RpcServer(api, Dispatcher(methods, gate), gate, most_request_bytes=DEFAULT_REQUEST_BYTES)
        await server.start(_HOST, wanted.port)
        self._server = server
        endpoint = Endpoint(_HOST, server.port, wanted.secret)
        await asyncio.to_thread(write_endpoint, api.profile.data_folder, endpoint)

    async def _stop(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            await server.close()
            await asyncio.to_thread(remove_endpoint, self._api.profile.data_folder)

    def __repr__(self) -> str:
        return f"<WindowService on port {self.port}>"
