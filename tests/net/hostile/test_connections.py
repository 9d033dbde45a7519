"""Connections: made, timed, reused, refused, hung, stopped and cancelled."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

import pytest
from tests.fakes.waiting import PATIENCE_S
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import Watcher, opened, take
from tests.net.hostile.cases import always, ask, head, part
from tests.net.hostile.harness import DATA, SETTINGS, SIZE, Outcome, run
from tests.net.hostile.server import Answer, Asked, HostileServer, Then, in_turn

from headwater.channels.connector import Connectors
from headwater.channels.receiver import receive
from headwater.channels.resolver import Resolver
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import ChannelRequest
from headwater.model.source import SourceId, SourceSpec, Validator
from headwater.model.spans import UNKNOWN_END, Span

A, B = Span(0, 1000), Span(5000, 6000)


def honest(asked: Asked, _: int) -> Answer:
    """What a good server does with one range."""
    first, last = asked.fields["range"].removeprefix("bytes=").split("-")
    return part(Span(int(first), int(last) + 1 if last else SIZE), 'ETag: "one"')


async def test_one_connection_serves_many_requests() -> None:
    async with HostileServer(honest) as server, opened(server.url, SETTINGS) as channel:
        facts, outcome = await take(channel, A)
        assert facts.connect_s is not None
        assert outcome.reusable
        for start in range(1000, 20_000, 1000):
            facts, outcome = await take(channel, Span(start, start + 1000))
            assert facts.connect_s is None
            assert outcome.matches(DATA)
        assert server.connections == 1


async def test_a_kept_connection_that_died_is_replaced() -> None:
    answers = [Answer(part(A).raw, Then.CLOSE), part(B)]
    async with HostileServer(in_turn(answers)) as server, opened(server.url, SETTINGS) as channel:
        await take(channel, A)
        await server.all_closed()
        facts, outcome = await take(channel, B)
        assert outcome.received.total_bytes == B.size
        assert facts.connect_s is not None


async def test_what_is_sent() -> None:
    settings = replace(SETTINGS, headers=(("user-agent", "Mine/1"), ("Range", "bytes=0-1")), referer="http://x.test/")
    async with HostileServer(honest) as server, opened(server.url + "?sig=a%2Fb%28", settings) as channel:
        await take(channel, A)
        response = await channel.request(ChannelRequest((B,), SIZE, Validator('"one"')))
        await response.close()
        await take(channel, Span(SIZE - 5, UNKNOWN_END))
    first, second, third = server.asked
    assert first.target == "/file.bin?sig=a%2Fb%28"  # a signed link keeps its bytes
    assert first.fields["range"] == "bytes=0-999"
    assert first.fields["user-agent"] == "Mine/1"
    assert first.fields["accept-encoding"] == "identity"
    assert first.fields["referer"] == "http://x.test/"
    assert "if-range" not in first.fields
    assert first.fields["want-repr-digest"]
    assert "want-repr-digest" not in second.fields
    assert second.fields["if-range"] == '"one"'
    assert third.fields["range"] == "bytes=99995-"


async def test_a_weak_validator_is_no_condition() -> None:
    async with HostileServer(honest) as server, opened(server.url, SETTINGS) as channel:
        response = await channel.request(ChannelRequest((B,), SIZE, Validator('W/"one"')))
        await response.close()
    assert "if-range" not in server.asked[0].fields


async def test_ipv6() -> None:
    if not socket.has_ipv6:
        pytest.skip("this computer has no IPv6")
    try:
        async with HostileServer(honest, host="::1") as server:
            outcome = await run(server, ask(B))
    except OSError:
        pytest.skip("this computer has no IPv6 loopback address")
    assert outcome.received.total_bytes == B.size


async def test_nobody_listens() -> None:
    async with HostileServer(honest) as server:
        url = server.url
    async with opened(url, SETTINGS) as channel:
        with pytest.raises(SourceError, match="refuses connections") as caught:
            await take(channel)
    assert caught.value.retry is Retry.LATER


async def test_a_name_that_does_not_exist() -> None:
    async with opened("http://nowhere.invalid/x", SETTINGS) as channel:
        with pytest.raises(SourceError, match="cannot be found") as caught:
            await take(channel)
    assert caught.value.retry is Retry.LATER


async def test_tls_is_verified(authority: Authority) -> None:
    async with HostileServer(honest, tls=authority.server_context()) as server:
        refused = await run(server, ask(B))
        assert isinstance(refused.error, SourceError)
        assert "certificate of 127.0.0.1 is not valid" in str(refused.error)
        assert refused.error.retry is Retry.NEVER
        trusted = await run(server, ask(B), replace(SETTINGS, ca_file=authority.ca_file))
        assert trusted.received.total_bytes == B.size
        assert trusted.facts is not None
        assert not trusted.facts.is_unverified
        wished = await run(server, ask(B), replace(SETTINGS, unverified_hosts=("127.0.*",)))
        assert wished.received.total_bytes == B.size
        assert wished.facts is not None
        assert wished.facts.is_unverified


async def test_a_tls_handshake_that_hangs_holds_up_nobody() -> None:
    settings = replace(SETTINGS, connect_timeout_s=0.3)
    async with HostileServer(honest, greet=False) as mute, HostileServer(honest) as server:
        connectors = Connectors()
        hung = await connectors.open(SourceSpec(mute.url.replace("http:", "https:")), settings)
        waiting = asyncio.create_task(hung.request(ChannelRequest((B,))))
        channel = await connectors.open(SourceSpec(server.url), SETTINGS)
        _, outcome = await take(channel, B)
        assert outcome.received.total_bytes == B.size
        with pytest.raises(SourceError, match="cannot be reached in time") as caught:
            await waiting
        assert caught.value.retry is Retry.LATER
        await connectors.close()


async def test_plain_http_on_a_tls_port_and_the_reverse(authority: Authority) -> None:
    async with HostileServer(honest, tls=authority.server_context()) as server:
        outcome = await run(server, ask(B), url=server.url.replace("https:", "http:"))
        assert isinstance(outcome.error, SourceError)
    async with HostileServer(always(Answer(head("400 Bad Request"), Then.CLOSE))) as server:
        settings = replace(SETTINGS, connect_timeout_s=0.5)  # the server waits for a request, the client for its key
        outcome = await run(server, ask(B), settings, url=server.url.replace("http:", "https:"))
        assert isinstance(outcome.error, SourceError)


@pytest.fixture
def slow_names(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, int]]:
    """Look-ups of `slow.test` hang until the test ends; gives the number of look-ups by name."""
    go_on = threading.Event()
    counts: dict[str, int] = {}
    real = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, **options: int) -> object:
        counts[host] = counts.get(host, 0) + 1
        if host == "slow.test":
            go_on.wait(PATIENCE_S)
            raise socket.gaierror(socket.EAI_AGAIN, "too late")
        return real("127.0.0.1", port, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield counts
    go_on.set()


@pytest.mark.parametrize(
    ("scheme", "host", "proxy"),
    [
        ("http", "slow.test", "direct"),
        ("https", "slow.test", "direct"),
        ("ftp", "slow.test", "direct"),
        ("sftp", "slow.test", "direct"),
        ("http", "slow.test", "socks5://127.0.0.1:9"),
        ("ftp", "slow.test", "socks5://127.0.0.1:9"),
        ("http", "far.test", "http://slow.test:9"),
        ("http", "far.test", "socks5h://slow.test:9"),
        ("ftp", "far.test", "http://slow.test:9"),
        ("sftp", "far.test", "socks5h://slow.test:9"),
    ],
)
async def test_a_look_up_that_hangs_holds_up_nobody(
    scheme: str, host: str, proxy: str, slow_names: dict[str, int]
) -> None:
    settings = replace(SETTINGS, connect_timeout_s=0.3, proxy=proxy)
    async with HostileServer(honest) as server:
        connectors = Connectors()
        hung = [await connectors.open(SourceSpec(f"{scheme}://{host}/x"), settings) for _ in range(40)]
        waiting = [asyncio.create_task(channel.request(ChannelRequest((B,)))) for channel in hung]
        await asyncio.sleep(0)
        assert await asyncio.to_thread(lambda: "a thread of those that all share") is not None
        quick = await connectors.open(SourceSpec(server.url.replace("127.0.0.1", "quick.test")), SETTINGS)
        _, outcome = await take(quick, B)
        assert outcome.received.total_bytes == B.size
        results = await asyncio.gather(*waiting, return_exceptions=True)
        words = ("in time", "does not answer")
        assert all(isinstance(one, SourceError) and any(word in str(one) for word in words) for one in results)
        slow_names.pop("127.0.0.1", None)  # the proxy's, and nothing to look up
        assert slow_names == {"slow.test": 1, "quick.test": 1}
        await connectors.close()


async def test_an_address_that_hangs_does_not_hold_up_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """Happy eyeballs (RFC 8305): the next address is tried before the first one's time is up."""
    real = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, **options: int) -> list[object]:
        if host != "two.test":
            return [*real(host, port, **options)]
        return [*real("127.0.0.2", port, **options), *real("127.0.0.1", port, **options)]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with ExitStack() as full:
        async with HostileServer(honest) as server:
            mute = full.enter_context(socket.socket())
            mute.bind(("127.0.0.2", server.port))
            mute.listen(0)
            for _ in range(3):  # a queue without room answers nobody
                waiting = full.enter_context(socket.socket())
                waiting.setblocking(False)
                waiting.connect_ex(("127.0.0.2", server.port))
            async with opened(server.url.replace("127.0.0.1", "two.test"), SETTINGS) as channel:
                facts, outcome = await take(channel, B)
    assert outcome.received.total_bytes == B.size
    assert facts.connect_s is not None
    assert facts.connect_s < SETTINGS.connect_timeout_s / 2


async def test_names_are_kept_for_a_minute(slow_names: dict[str, int]) -> None:
    now = 0.0
    resolver = Resolver(clock=lambda: now)
    assert (await resolver.resolve("quick.test", 80))[0]["host"] == "127.0.0.1"
    await resolver.resolve("quick.test", 80)
    assert slow_names["quick.test"] == 1
    now = 61.0
    await resolver.resolve("quick.test", 80)
    assert slow_names["quick.test"] == 2
    await resolver.close()


async def test_a_stop_wakes_a_response_that_waits() -> None:
    stalled = Answer(part(Span(0, SIZE)).raw[:-90_000], Then.HANG)
    async with HostileServer(always(stalled)) as server:
        connectors = Connectors()
        channel = await connectors.open(SourceSpec(server.url), SETTINGS)
        response = await channel.request(ChannelRequest((Span(0, SIZE),)))
        outcome = Outcome()
        some = asyncio.Event()

        class Sink:
            async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
                await outcome.accept(supplier, offset, data)
                if outcome.received.total_bytes == 10_000:
                    some.set()

        task = asyncio.create_task(receive(response, Sink(), SourceId(0), None, Watcher()))
        await some.wait()
        response.stop_at(10_000)
        async with asyncio.timeout(PATIENCE_S):
            await task
            await server.all_closed()
        assert bytes(outcome.data) == DATA[:10_000]
        assert not response.reusable
        await connectors.close()


async def test_a_stop_cuts_to_the_byte() -> None:
    async with HostileServer(honest) as server, opened(server.url, SETTINGS) as channel:
        _, outcome = await take(channel, Span(100, SIZE), stop_at=4567)
        assert bytes(outcome.data[100:]) == DATA[100:4567]
        assert not outcome.reusable
        _, outcome = await take(channel, Span(100, 200), stop_at=100)
        assert not outcome.received
        _, outcome = await take(channel, B)
        assert outcome.received.total_bytes == B.size


@pytest.mark.parametrize("where", ["headers", "body", "sink"])
async def test_cancelled_anywhere_nothing_is_left(where: str) -> None:
    raw = b"" if where == "headers" else part(Span(0, SIZE)).raw[:-90_000]
    async with HostileServer(always(Answer(raw, Then.HANG))) as server:
        connectors = Connectors()
        channel = await connectors.open(SourceSpec(server.url), SETTINGS)
        reached = asyncio.Event()
        never = asyncio.Event()

        class Sink:
            async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:  # noqa: ARG002  # a Sink
                reached.set()
                if where == "sink":
                    await never.wait()

        async def work() -> None:
            if where == "headers":
                reached.set()
            response = await channel.request(ChannelRequest((Span(0, SIZE),)))
            await receive(response, Sink(), SourceId(0), None, Watcher())

        task = asyncio.create_task(work())
        await reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await connectors.close()
        async with asyncio.timeout(PATIENCE_S):
            await server.all_closed()


async def test_a_slow_sink_stops_the_reading() -> None:
    """Back-pressure reaches the server: it cannot send more than the buffers between hold."""
    size = 64 * 1024**2
    sent = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        writer.write(head("200 OK", f"Content-Length: {size}"))
        try:
            while sent < size:
                writer.write(bytes(65536))
                await writer.drain()
                sent += 65536
        except ConnectionError:
            pass  # the client left, as it should
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    never = asyncio.Event()
    first = asyncio.Event()

    class Sink:
        async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:  # noqa: ARG002  # a Sink
            first.set()
            await never.wait()

    connectors = Connectors()
    channel = await connectors.open(SourceSpec(f"http://127.0.0.1:{port}/x.bin"), SETTINGS)
    response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
    task = asyncio.create_task(receive(response, Sink(), SourceId(0), None, Watcher()))
    await first.wait()
    before = -1
    for _ in range(200):  # turns of the loop until nothing moves any more
        before = sent
        for _ in range(50):
            await asyncio.sleep(0)
        if sent == before:
            break
    assert sent == before
    assert sent < size // 2
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await connectors.close()
    server.close()
    await server.wait_closed()
