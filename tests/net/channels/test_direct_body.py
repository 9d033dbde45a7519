"""Large bodies, taken from the connection: exact to the byte, in order, and the connection is as good as before."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import Watcher, opened, take
from tests.net.hostile.harness import SETTINGS, Outcome
from tests.net.hostile.server import Answer, Asked, Behaviour, HostileServer, Then

from headwater.channels.direct_body import DirectBody
from headwater.channels.receiver import receive
from headwater.lab.sample import SeededSample
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import ChannelRequest
from headwater.model.source import SourceId
from headwater.model.spans import UNKNOWN_END, Span

SIZE = 6_000_001
DATA = bytes(SeededSample(SIZE).read(0, SIZE))


@pytest.fixture(autouse=True)
def taken_over(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[DirectBody]]:
    """Those made in a test; each test of this module is about at least one."""
    made: list[DirectBody] = []
    begin = DirectBody.__init__

    def note(self: DirectBody, *args: object) -> None:
        made.append(self)
        begin(self, *args)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(DirectBody, "__init__", note)
    yield made
    assert made


def honest(*, extra: bytes = b"", cut: int | None = None, then: Then = Then.KEEP) -> Behaviour:
    """Ranges of `DATA`; `cut` sends only so many bytes of a body, `extra` follows it."""

    def behave(asked: Asked, _: int) -> Answer:
        first, last = asked.fields["range"].removeprefix("bytes=").split("-")
        start, end = int(first), int(last) + 1 if last else SIZE
        said = f"Content-Range: bytes {start}-{end - 1}/{SIZE}\r\nContent-Length: {end - start}"
        body = DATA[start:end] if cut is None else DATA[start : start + cut]
        raw = f"HTTP/1.1 206 Partial Content\r\n{said}\r\n\r\n".encode() + body + extra
        return Answer(raw, then, pieces_of=50_000)

    return behave


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110  # the state of a protocol, which has no event
            await asyncio.sleep(0)


async def test_one_connection_serves_many_large_requests() -> None:
    async with HostileServer(honest()) as server, opened(server.url, SETTINGS) as channel:
        for start in range(0, SIZE, 1_500_000):
            span = Span(start, min(SIZE, start + 1_500_000))
            _, outcome = await take(channel, span)
            assert outcome.data[start:] == DATA[span.start : span.end]
            assert outcome.reusable
        assert server.connections == 1


async def test_through_tls(authority: Authority) -> None:
    settings = SETTINGS.__class__(ca_file=authority.ca_file)
    async with HostileServer(honest(), tls=authority.server_context()) as server:
        async with opened(server.url, settings) as channel:
            for _ in range(2):
                _, outcome = await take(channel)
                assert outcome.data == DATA
        assert server.connections == 1


@pytest.mark.parametrize("then", [Then.CLOSE, Then.RESET])
async def test_what_came_before_the_end_is_kept(then: Then) -> None:
    cut = 2_345_678
    async with HostileServer(honest(cut=cut, then=then)) as server, opened(server.url, SETTINGS) as channel:
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        outcome = Outcome()
        with pytest.raises(SourceError, match="broke off in the middle") as caught:
            await receive(response, outcome, SourceId(0), None, Watcher())
    assert caught.value.retry is Retry.NOW
    assert outcome.data == DATA[: len(outcome.data)]
    if then is Then.CLOSE:  # a reset may overtake bytes
        assert len(outcome.data) == cut


async def test_garbage_behind_a_body_is_no_part_of_the_next_answer() -> None:
    async with HostileServer(honest(extra=b"x" * 1000)) as server, opened(server.url, SETTINGS) as channel:
        for start in (0, 2_000_000):
            span = Span(start, start + 1_000_000)
            _, outcome = await take(channel, span)
            assert outcome.data[start:] == DATA[span.start : span.end]
        assert server.connections == 2


async def test_a_stop_ends_a_wait_for_bytes() -> None:
    async with HostileServer(honest(cut=1_000_000, then=Then.HANG)) as server, opened(server.url, SETTINGS) as channel:
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        outcome = Outcome()
        reading = asyncio.create_task(receive(response, outcome, SourceId(0), None, Watcher()))
        await until(lambda: len(outcome.data) == 1_000_000)
        response.stop_at(1_000_000)
        await reading
        assert not response.reusable


async def test_silence_is_told() -> None:
    settings = SETTINGS.__class__(idle_timeout_s=0.25)
    async with HostileServer(honest(cut=1_000_000, then=Then.HANG)) as server, opened(server.url, settings) as channel:
        with pytest.raises(SourceError, match="has sent nothing"):
            await take(channel)


async def test_a_slow_reader_stops_the_server(taken_over: list[DirectBody]) -> None:
    class Slow(Outcome):
        gate = asyncio.Event()

        async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
            if len(self.data) > 1_000_000:
                await self.gate.wait()
            await super().accept(supplier, offset, data)

    async with HostileServer(honest()) as server, opened(server.url, SETTINGS) as channel:
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        outcome = Slow()
        reading = asyncio.create_task(receive(response, outcome, SourceId(0), None, Watcher()))
        await until(lambda: taken_over and taken_over[0].held_bytes > 500_000)
        for _ in range(2000):
            await asyncio.sleep(0)
        assert taken_over[0].held_bytes < 3 * 1024**2
        assert not reading.done()
        outcome.gate.set()
        await reading
        assert outcome.data == DATA
