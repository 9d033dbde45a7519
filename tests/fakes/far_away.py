"""A relay on loopback that makes a real server far away: what is asked waits a moment, answers come at a rate.

The delay and the rate are bounds from one side: a busy computer makes the way longer, never shorter, so that what
tests conclude from it holds at any speed.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from headwater.lab.shaping import Pacer

_SLICE_BYTES = 32 * 1024


@asynccontextmanager
async def far_away(port: int, *, latency_s: float, rate_bytes_per_s: float) -> AsyncIterator[int]:
    """Relay to `port` on this computer; gives the port to connect to. All connections share the rate."""
    pacer = Pacer()
    relays: set[asyncio.Task[None]] = set()

    async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(_SLICE_BYTES):
            await asyncio.sleep(latency_s)
            writer.write(data)
        writer.close()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(_SLICE_BYTES):
            await pacer.reserve(len(data), rate_bytes_per_s)
            writer.write(data)
            await writer.drain()
        writer.close()

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        relays.add(task)
        task.add_done_callback(relays.discard)
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            async with asyncio.TaskGroup() as ways:
                ways.create_task(ask(reader, far_writer))
                ways.create_task(answer(far_reader, writer))
        except* ConnectionError:
            pass  # one side has gone, as it may
        finally:
            writer.transport.abort()
            far_writer.transport.abort()

    server = await asyncio.start_server(relay, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in relays:
            task.cancel()
        await asyncio.gather(*relays, return_exceptions=True)
