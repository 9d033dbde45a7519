"""A control interface on a real engine, and ways to ask it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from headwater.control.api import Api
from headwater.control.rpc.dispatcher import Dispatcher
from headwater.control.rpc.methods import AriaMethods
from headwater.control.rpc.security import Gate
from headwater.control.rpc.server import DEFAULT_REQUEST_BYTES, RpcServer
from headwater.engine.system_actions import PlatformSystem

SECRET = "a-secret"
PAGE = "http://localhost:8080"


@dataclass
class Rpc:
    """A server under test. `stops` collects what `aria2.shutdown` was asked with."""

    api: Api
    server: RpcServer
    folder: Path
    session: aiohttp.ClientSession
    stops: list[bool]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}/jsonrpc"

    async def answer(self, method: str, *params: Any, token: str | None = SECRET) -> tuple[int, dict[str, Any]]:
        """HTTP status and answer of one call."""
        given = [*([f"token:{token}"] if token is not None else []), *params]
        async with self.session.post(self.url, json={"id": "t", "method": method, "params": given}) as response:
            return response.status, await response.json(content_type=None)

    async def call(self, method: str, *params: Any) -> Any:
        """The result of a call that must succeed."""
        status, answer = await self.answer(method, *params)
        assert status == 200, answer
        return answer["result"]

    async def complaint(self, method: str, *params: Any) -> str:
        """The message of a call that must fail as aria2's do."""
        status, answer = await self.answer(method, *params)
        assert (status, answer["error"]["code"]) == (400, 1), answer
        return str(answer["error"]["message"])


async def run_server(tmp_path: Path) -> AsyncIterator[Rpc]:
    """A server on an engine of its own, for as long as the context lasts."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    stops: list[bool] = []
    # A computer without a program: whatever a test, or a fuzzer, wishes for the end, this one stays on.
    api = await Api.open(tmp_path / "profile", system=PlatformSystem("linux", {"PATH": ""}))
    gate = Gate(SECRET, origins=frozenset({PAGE}))
    methods = AriaMethods(
        api,
        roots=[tmp_path],
        options={"dir": str(folder), "save-session": str(tmp_path / "session.txt")},
        stop=stops.append,
    )
    server = RpcServer(api, Dispatcher(methods, gate), gate, most_request_bytes=DEFAULT_REQUEST_BYTES)
    await server.start("127.0.0.1", 0)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
        yield Rpc(api, server, folder, session, stops)
    await server.close()
    await api.close()


@pytest.fixture
async def rpc(tmp_path: Path) -> AsyncIterator[Rpc]:
    async with asynccontextmanager(run_server)(tmp_path) as target:
        yield target


@pytest.fixture
def fuzz_target(tmp_path: Path) -> Iterator[tuple[asyncio.AbstractEventLoop, Rpc, list[str]]]:
    """A server on a loop of its own, driven step by step by tests that Hypothesis calls many times."""
    loop = asyncio.new_event_loop()
    stack = AsyncExitStack()

    async def start() -> tuple[Rpc, list[str]]:
        target = await stack.enter_async_context(asynccontextmanager(run_server)(tmp_path))
        names = await target.call("system.listMethods")
        return target, [name for name in names if name not in ("aria2.shutdown", "aria2.forceShutdown")]

    target, names = loop.run_until_complete(start())
    yield loop, target, names
    loop.run_until_complete(stack.aclose())
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()
