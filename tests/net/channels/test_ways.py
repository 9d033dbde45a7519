"""The direct way to FTP and SFTP servers: names looked up once, by nobody but our resolver, and all addresses tried."""

import asyncio
import socket
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.ftp_server import ftp_server
from tests.fakes.waiting import PATIENCE_S
from tests.net.channels.reading import opened, take

from headwater.channels.resolver import Resolver
from headwater.channels.ways import DirectWay


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were looked up; `two.test` has two addresses, of which the first is 127.0.0.2."""
    names: list[str] = []
    real = socket.getaddrinfo

    def getaddrinfo(host: str, *args: Any, **options: Any) -> list[object]:
        names.append(host)
        if host != "two.test":
            return [*real(host, *args, **options)]
        return [*real("127.0.0.2", *args, **options), *real("127.0.0.1", *args, **options)]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return names


async def test_an_address_that_hangs_does_not_hold_up_the_next(looked_up: list[str]) -> None:
    """Happy eyeballs (RFC 8305)."""
    gone = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"here")
        await reader.read()
        writer.close()
        gone.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    with ExitStack() as full:
        mute = full.enter_context(socket.socket())
        mute.bind(("127.0.0.2", port))
        mute.listen(0)
        for _ in range(3):  # a queue without room answers nobody
            waiting = full.enter_context(socket.socket())
            waiting.setblocking(False)
            with suppress(BlockingIOError):
                waiting.connect(("127.0.0.2", port))
        reader = asyncio.StreamReader()
        async with asyncio.timeout(PATIENCE_S):
            transport, _ = await DirectWay(Resolver()).create_connection(
                lambda: asyncio.StreamReaderProtocol(reader), "two.test", port
            )
            assert await reader.readexactly(4) == b"here"
            assert transport.get_extra_info("peername") == ("127.0.0.1", port)
            transport.close()
            await gone.wait()
    server.close()
    assert looked_up == ["two.test"]


async def test_a_name_is_looked_up_once_for_all_connections(looked_up: list[str], tmp_path: Path) -> None:
    (tmp_path / "file.bin").write_bytes(bytes(1000))
    with ftp_server(tmp_path, None) as server:
        async with opened(f"ftp://localhost:{server.port}/file.bin") as channel:
            for _ in range(2):
                _, outcome = await take(channel)
                assert outcome.received.total_bytes == 1000
    assert [name for name in looked_up if name != "127.0.0.1"] == ["localhost"], "numbers are the server's"
