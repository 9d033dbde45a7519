"""A network that comes and goes when a test says so."""

import asyncio

from headwater.engine.network_watch import NetworkState, NetworkWatch


class FakeNetwork:
    """`watch` is what an engine is opened with; `become` changes the ways out and tells."""

    def __init__(self, *ways: str) -> None:
        self._state = NetworkState(frozenset(ways))
        self._came = asyncio.Event()
        self.is_closed = False
        self.watch = NetworkWatch(lambda: self._state, self)

    def become(self, *ways: str) -> None:
        self._state = NetworkState(frozenset(ways))
        self._came.set()

    async def wait(self) -> None:
        await self._came.wait()
        self._came.clear()

    def close(self) -> None:
        self.is_closed = True
