"""Tunnels through HTTP proxies that answer oddly, or not at all."""

import asyncio
from contextlib import suppress
from dataclasses import replace

import pytest
from tests.fakes.proxies import FakeProxy, http_proxy
from tests.fakes.waiting import PATIENCE_S
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import SETTINGS

from headwater.channels.resolver import Resolver
from headwater.channels.tls import TlsContexts
from headwater.channels.tunnels import Tunnel, Tunnels
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import ChannelSettings


async def found(settings: ChannelSettings) -> Tunnel:
    tunnel = await Tunnels(None, Resolver(), TlsContexts()).find("ftp://localhost/x", settings)
    assert tunnel is not None
    return tunnel


class Heard(asyncio.Protocol):
    """Notes what came before and after it was told of its connection."""

    def __init__(self) -> None:
        self.words = b""
        self.enough = asyncio.Event()
        self.is_connected = False

    def connection_made(self, _transport: asyncio.BaseTransport) -> None:
        self.is_connected = True

    def data_received(self, data: bytes) -> None:
        assert self.is_connected
        self.words += data
        if self.words.endswith(b"!"):
            self.enough.set()


async def greet(writer: asyncio.StreamWriter, *pieces: bytes) -> None:
    for piece in pieces:
        writer.write(piece)
        await writer.drain()


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 Connection established\r\n\r\n",
        b"HTTP/1.0 200\r\n\r\n",
        b"HTTP/1.1 204 Fine\r\nContent-Length: 5\r\nVia: x\r\n\r\n",
    ],
)
@pytest.mark.parametrize("is_split", [False, True])
async def test_what_the_server_says_first_is_the_servers(answer: bytes, is_split: bool) -> None:
    """Also when it comes in one piece with the proxy's answer, or that comes byte by byte."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        whole = answer + b"220 at your service!"
        await greet(writer, *((bytes([byte]) for byte in whole) if is_split else (whole,)))
        await reader.read()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    tunnel = await found(replace(SETTINGS, proxy=f"http://127.0.0.1:{port}"))
    transport, heard = await tunnel.create_connection(Heard, "localhost", 21)
    async with asyncio.timeout(PATIENCE_S):
        await heard.enough.wait()
    assert heard.words == b"220 at your service!"
    transport.close()
    server.close()


@pytest.mark.parametrize(
    ("answer", "words", "retry"),
    [
        (b"HTTP/1.1 407 Who?\r\n\r\n", r"proxy wants a user name and password \(407\)", Retry.NEVER),
        (b"HTTP/1.1 403 No\r\n\r\n", r"refuses to connect to localhost \(403\)", Retry.NEVER),
        (b"HTTP/1.1 405 No\r\n\r\n", r"refuses to connect to localhost \(405\)", Retry.NEVER),
        (b"HTTP/1.1 502 Bad\r\n\r\n", r"refuses to connect to localhost \(502\)", Retry.LATER),
        (b"220 ftp ready\r\n\r\n", "speaks no HTTP", Retry.NEVER),
        (b"HTTP/2 200\r\n\r\n", "speaks no HTTP", Retry.NEVER),
        (b"HTTP/1.1 2x0 Go\r\n\r\n", "speaks no HTTP", Retry.NEVER),
        (b"HTTP/1.1 2\r\n\r\n", "speaks no HTTP", Retry.NEVER),
        (b"HTTP/1.1 2000 Go\r\n\r\n", "speaks no HTTP", Retry.NEVER),
        (b"\r\n\r\n", "speaks no HTTP", Retry.NEVER),
        (b"HTTP/1.1 200 Go\r\nX: " + b"a" * 100_000, "speaks no HTTP", Retry.NEVER),
        (b"HTTP/1.1 200 Go\r\nX: ", "cannot be reached, or cannot reach localhost", Retry.LATER),
        (b"", "cannot be reached, or cannot reach localhost", Retry.LATER),
    ],
)
async def test_answers_that_are_no_way(answer: bytes, words: str, retry: Retry) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await greet(writer, answer)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    tunnel = await found(replace(SETTINGS, proxy=f"http://me:s3cret@127.0.0.1:{port}"))
    with pytest.raises(SourceError, match=words) as caught:
        await tunnel.create_connection(Heard, "localhost", 21)
    assert caught.value.retry is retry
    assert "s3cret" not in repr(caught.value) + repr(tunnel)
    server.close()


async def test_a_proxys_own_certificate_is_checked(authority: Authority) -> None:
    async with http_proxy(tls=authority.server_context()) as proxy:
        tunnel = await found(replace(SETTINGS, proxy=f"https://127.0.0.1:{proxy.port}"))
        with pytest.raises(SourceError, match=r"The certificate of 127\.0\.0\.1 is not valid") as caught:
            await tunnel.create_connection(Heard, "localhost", 21)
        assert caught.value.retry is Retry.NEVER
    assert proxy.asked == []


async def test_names_that_only_the_proxy_knows_and_numbers(authority: Authority) -> None:
    async with http_proxy(answer=b"HTTP/1.1 502 Unknown\r\n\r\n") as proxy:
        tunnel = await found(replace(SETTINGS, proxy=f"http://127.0.0.1:{proxy.port}"))
        for host in ("far.test", "bücher.test", "::1"):
            with pytest.raises(SourceError):
                await tunnel.create_connection(Heard, host, 21)
        with pytest.raises(OSError, match="not a host name"):
            await tunnel.create_connection(Heard, "ü" * 70, 21)
    assert proxy.names == ["far.test", "xn--bcher-kva.test", "[::1]"]


@pytest.mark.parametrize(
    ("scheme", "host"), [("socks4", "::1"), ("socks4a", "::1"), ("socks5h", "ü" * 70), ("socks4a", "ü" * 70)]
)
async def test_what_socks_has_no_form_for(socks: FakeProxy, scheme: str, host: str) -> None:
    tunnel = await found(replace(SETTINGS, proxy=f"{scheme}://127.0.0.1:{socks.port}"))
    with pytest.raises(SourceError, match="The proxy cannot be reached, or cannot reach"):
        await tunnel.create_connection(Heard, host, 9)


async def test_a_way_that_is_given_up_leaves_nothing_behind() -> None:
    asked, gone = asyncio.Event(), asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        asked.set()
        with suppress(ConnectionResetError):  # that is a way to go, too
            await reader.read()
        gone.set()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    tunnel = await found(replace(SETTINGS, proxy=f"http://127.0.0.1:{port}"))
    opening = asyncio.create_task(tunnel.create_connection(Heard, "localhost", 21))
    async with asyncio.timeout(PATIENCE_S):
        await asked.wait()
        opening.cancel()
        await gone.wait()
    assert opening.cancelled() or opening.cancelling()
    server.close()
