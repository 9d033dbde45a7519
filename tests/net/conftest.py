"""Fixtures for tests over real sockets."""

import asyncio
import struct
from collections.abc import AsyncIterator, Iterator

import keyring
import pytest
from tests.fakes.keyrings import MemoryKeyring
from tests.net.channels.certificates import Authority, make_authority
from tests.net.channels.pumps import pump


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    """An empty keyring, in place of the system's."""
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
async def socks() -> AsyncIterator[tuple[int, list[str]]]:
    """A SOCKS4, 4a and 5 proxy that connects everything to the port it is asked for on loopback; the names it was
    asked for."""
    names: list[str] = []
    pumps: set[asyncio.Task[None]] = set()

    async def join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int, granted: bytes) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(granted)
        pumps.update({asyncio.create_task(pump(reader, far_writer)), asyncio.create_task(pump(far_reader, writer))})

    async def serve_4(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, port, address = struct.unpack(">BH4s", await reader.readexactly(7))
        await reader.readuntil(b"\0")
        is_named = address[:3] == b"\0\0\0"
        names.append((await reader.readuntil(b"\0"))[:-1].decode() if is_named else "an address")
        await join(reader, writer, port, b"\x00\x5a" + bytes(6))

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if await reader.readexactly(1) == b"\x04":
            await serve_4(reader, writer)
            return
        (methods,) = await reader.readexactly(1)
        await reader.readexactly(methods)
        writer.write(b"\x05\x00")
        kind = (await reader.readexactly(4))[3]
        if kind == 3:
            names.append((await reader.readexactly((await reader.readexactly(1))[0])).decode())
        else:
            names.append("an address")
            await reader.readexactly(4)
        (port,) = struct.unpack(">H", await reader.readexactly(2))
        if port == 9:
            writer.write(b"\x05\x05\x00\x01\0\0\0\0\0\0")
            writer.close()
            return
        await join(reader, writer, port, b"\x05\x00\x00\x01\0\0\0\0\0\0")

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1], names
    server.close()
    for task in pumps:
        task.cancel()
    await asyncio.gather(*pumps, return_exceptions=True)
