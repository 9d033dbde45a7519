"""Small real proxies on loopback: SOCKS 4, 4a and 5 (RFC 1928, 1929), and HTTP with `CONNECT`, also behind TLS.

They connect whatever they are asked for to the same port of this computer, and note what they were asked.
"""

import asyncio
import struct
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ssl import SSLContext

from tests.fakes.waiting import PATIENCE_S

_Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class FakeProxy:
    """Where it listens. `asked` are the hosts and ports asked for, `names` the hosts as they were written (`an address`
    for numbers), `told` who asked (`name:password`, or nothing). With `wanted` only who tells just that is served."""

    port: int = 0
    wanted: str | None = None
    asked: list[tuple[str, int]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [host for host, _ in self.asked]


@asynccontextmanager
async def socks_proxy(wanted: str | None = None) -> AsyncIterator[FakeProxy]:
    """Port 9 it cannot reach."""
    proxy = FakeProxy(wanted=wanted)
    async with _served(proxy, lambda reader, writer: _serve_socks(proxy, reader, writer), None):
        yield proxy


@asynccontextmanager
async def http_proxy(
    wanted: str | None = None, *, tls: SSLContext | None = None, answer: bytes = b"HTTP/1.1 200 Go on\r\n\r\n"
) -> AsyncIterator[FakeProxy]:
    """Knows only `CONNECT`, and grants it with `answer`. Any answer but 2xx ends the connection."""
    proxy = FakeProxy(wanted=wanted)
    async with _served(proxy, lambda reader, writer: _serve_connect(proxy, answer, reader, writer), tls):
        yield proxy


@asynccontextmanager
async def _served(proxy: FakeProxy, serve: _Serve, tls: SSLContext | None) -> AsyncIterator[None]:
    tasks: set[asyncio.Task[None]] = set()

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client has gone
        finally:
            writer.close()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A task of our own: asyncio would log that its own was cancelled.
        tasks.add(asyncio.create_task(meet(reader, writer)))

    server = await asyncio.start_server(accept, "127.0.0.1", 0, ssl=tls)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield
    finally:
        server.close()
        async with asyncio.timeout(PATIENCE_S):  # until the clients have gone, and their sockets with them
            await asyncio.gather(*tasks)


async def _serve_connect(
    proxy: FakeProxy, answer: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("ascii").split("\r\n")
    method, place, _ = first.split(" ")
    assert method == "CONNECT"
    fields = dict(_field(line) for line in lines if line)
    assert fields["host"] == place
    given = fields.get("proxy-authorization", "")
    proxy.told.append(given)
    if proxy.wanted is not None and given != "Basic " + b64encode(proxy.wanted.encode()).decode():
        writer.write(b'HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n')
        return
    host, _, port = place.rpartition(":")
    proxy.asked.append((host, int(port)))
    if b" 2" not in answer[:10]:
        writer.write(answer)
        await writer.drain()
        return
    await _join(reader, writer, int(port), answer)


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(": ")
    return name.lower(), value


async def _serve_socks(proxy: FakeProxy, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    if await reader.readexactly(1) == b"\x04":
        _, port, address = struct.unpack(">BH4s", await reader.readexactly(7))
        proxy.told.append((await reader.readuntil(b"\0"))[:-1].decode())
        is_named = address[:3] == b"\0\0\0"
        proxy.asked.append(((await reader.readuntil(b"\0"))[:-1].decode() if is_named else "an address", port))
        await _join(reader, writer, port, b"\x00\x5a" + bytes(6))
        return
    methods = await reader.readexactly((await reader.readexactly(1))[0])
    if not await _admits(proxy, methods, reader, writer):
        return
    kind = (await reader.readexactly(4))[3]
    if kind == 3:
        host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
    else:
        host = "an address"
        await reader.readexactly(4)
    (port,) = struct.unpack(">H", await reader.readexactly(2))
    proxy.asked.append((host, port))
    if port == 9:
        writer.write(b"\x05\x05\x00\x01\0\0\0\0\0\0")
        return
    await _join(reader, writer, port, b"\x05\x00\x00\x01\0\0\0\0\0\0")


async def _admits(proxy: FakeProxy, methods: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
    """Agree on how the client says who it is, and hear it."""
    if proxy.wanted is None:
        proxy.told.append("")
        writer.write(b"\x05\x00")
        return True
    if 2 not in methods:
        proxy.told.append("")
        writer.write(b"\x05\xff")
        return False
    writer.write(b"\x05\x02")
    await reader.readexactly(1)
    user, password = [await reader.readexactly((await reader.readexactly(1))[0]) for _ in range(2)]
    proxy.told.append(f"{user.decode()}:{password.decode()}")
    is_right = proxy.told[-1] == proxy.wanted
    writer.write(b"\x01\x00" if is_right else b"\x01\x01")
    return is_right


async def _join(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, port: int, granted: bytes) -> None:
    """Pass on everything in both directions; what the server says at once comes with `granted` in one piece."""
    far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(granted)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(_pump(reader, far_writer))
            group.create_task(_pump(far_reader, writer))
    finally:
        far_writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass  # one side is gone, so is the other
    writer.close()
