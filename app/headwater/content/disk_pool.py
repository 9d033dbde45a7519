"""The worker threads that touch the disk and hash, and the bound on what waits for them.

A `ByteBudget` counts bytes that were received but are not finished with; whoever brings bytes waits for room
before bringing more, so memory stays bounded whatever the network does. No policy here: what a worker does
is the caller's function. Keep hops rare: hand over 256 KiB and more at once.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_MIB: Final = 1024**2
#: How much more may wait in files for its hash than in memory.
_POURED_SHARE: Final = 4


class ByteBudget:
    """A count of bytes in hand, and a queue of those who wait until it falls below the limit.

    Taking never waits, so that bytes already in memory are always accounted for; the limit may thus be
    passed by one piece for each caller, and by no more when every caller waits for `room` before the next.
    """

    def __init__(self, limit_bytes: int) -> None:
        if limit_bytes <= 0:
            raise ValueError("a budget needs a positive limit")
        self.limit_bytes = limit_bytes
        self.held_bytes = 0
        self.peak_bytes = 0
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def has_room(self) -> bool:
        return self.held_bytes < self.limit_bytes

    def take(self, size: int) -> None:
        self.held_bytes += size
        self.peak_bytes = max(self.peak_bytes, self.held_bytes)

    def give_back(self, size: int) -> None:
        self.held_bytes -= size
        if self.held_bytes < 0:
            raise ValueError("more bytes given back than were taken")
        while self._waiting and self.has_room:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(None)

    async def room(self) -> None:
        """Return as soon as less than the limit is held."""
        while not self.has_room:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(waiter)
            await waiter

    def __repr__(self) -> str:
        return f"<ByteBudget {self.held_bytes}/{self.limit_bytes} bytes, {len(self._waiting)} waiting>"


class DiskPool:
    """Threads shared by all jobs of an engine: a few to write and hash, a few to pour, one to read, one to sync."""

    def __init__(self, threads: int = 2, queue_bytes: int = 32 * _MIB) -> None:
        self.threads = threads
        self.budget = ByteBudget(queue_bytes)
        #: Bytes that went into files past the memory and wait for their hash: they cost no memory, and lag no further.
        self.poured = ByteBudget(_POURED_SHARE * queue_bytes)
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="disk")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="disk-read")
        self._pouring = ThreadPoolExecutor(threads, thread_name_prefix="disk-pour")
        self._syncing = ThreadPoolExecutor(1, thread_name_prefix="disk-sync")
        self._is_closed = False

    async def run(self, nbytes: int, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Wait for room, then run `function` in a thread; its `nbytes` count as held until it ends.

        A cancelled caller does not stop the function: a write that began is finished and accounted for.
        """
        await self.budget.room()
        self.budget.take(nbytes)
        try:
            future = self.submit(function, *args, **kwargs)
        except RuntimeError:
            self.budget.give_back(nbytes)
            raise
        future.add_done_callback(lambda _: self.budget.give_back(nbytes))
        return await asyncio.shield(future)

    def submit(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[R]":
        """Run `function` in a thread at once, outside the budget (its bytes are accounted for elsewhere).

        Raises `RuntimeError` when the pool is closed.
        """
        return asyncio.wrap_future(self._executor.submit(function, *args, **kwargs))

    def submit_read(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[R]":
        """Run `function` in the thread kept for readers, who must not wait behind queued writes."""
        return asyncio.wrap_future(self._reading.submit(function, *args, **kwargs))

    def submit_sync(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[R]":
        """Run `function` in the thread kept for syncing, which takes long and must not keep writes waiting."""
        return asyncio.wrap_future(self._syncing.submit(function, *args, **kwargs))

    def submit_pour(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[R]":
        """Run `function` in a thread kept for moving bytes from the network, which waits for them a little."""
        return asyncio.wrap_future(self._pouring.submit(function, *args, **kwargs))

    async def close(self) -> None:
        """Let the threads finish what was handed to them, then end them."""
        if self._is_closed:
            return
        self._is_closed = True
        for executor in (self._executor, self._reading, self._pouring, self._syncing):
            await asyncio.to_thread(executor.shutdown, wait=True)  # joining a thread blocks

    def __repr__(self) -> str:
        return f"<DiskPool {self.threads} threads, {self.budget!r}{', closed' if self._is_closed else ''}>"
