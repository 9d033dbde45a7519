"""Large bodies, taken from the connection: exact to the byte, in order, and the connection is as good as before."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.waiting import until
from tests.net.channels.certificates import Authority
from tests.net.channels.reading import Watcher, opened, take
from tests.net.hostile.harness import SETTINGS, Outcome
from tests.net.hostile.server import Answer, Asked, Behaviour, HostileServer, Then

from headwater.channels.direct_body import DirectBody
from headwater.channels.pouring import can_pour
from headwater.channels.receiver import receive
from headwater.channels.throttle import ByteBucket, Throttle
from headwater.lab.sample import SeededSample
from headwater.model.errors import Retry, SourceError
from headwater.model.ports import ChannelRequest, Move
from headwater.model.source import SourceId
from headwater.model.spans import UNKNOWN_END, Span

SIZE = 6_000_001
DATA = bytes(SeededSample(SIZE).read(0, SIZE))
#: Long enough for a connection to show that it is fast.
LARGE = DATA * 10


@pytest.fixture(autouse=True)
def taken_over(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[DirectBody]]:
    """Those made in a test; each test of this module is about at least one."""
    made: list[DirectBody] = []
    begin = DirectBody.__init__

    def note(self: DirectBody, *args: Any, **options: Any) -> None:
        made.append(self)
        begin(self, *args, **options)

    monkeypatch.setattr(DirectBody, "__init__", note)
    yield made
    assert made


def honest(
    *, of: bytes = DATA, extra: bytes = b"", cut: int | None = None, then: Then = Then.KEEP, pieces_of: int = 50_000
) -> Behaviour:
    """Ranges of `of`; `cut` sends only so many bytes of a body, `extra` follows it."""

    def behave(asked: Asked, _: int) -> Answer:
        first, last = asked.fields["range"].removeprefix("bytes=").split("-")
        start, end = int(first), int(last) + 1 if last else len(of)
        said = f"Content-Range: bytes {start}-{end - 1}/{len(of)}\r\nContent-Length: {end - start}"
        body = of[start:end] if cut is None else of[start : start + cut]
        raw = f"HTTP/1.1 206 Partial Content\r\n{said}\r\n\r\n".encode() + body + extra
        return Answer(raw, then, pieces_of)

    return behave


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
        await until(lambda: len(outcome.data) == 1_000_000, "all that comes is here", every_s=0.0)
        response.stop_at(1_000_000)
        await reading
        assert not response.reusable


async def test_a_body_is_taken_over_before_anything_of_it_comes(taken_over: list[DirectBody]) -> None:
    async with HostileServer(honest(cut=0, then=Then.HANG)) as server, opened(server.url, SETTINGS) as channel:
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        reading = asyncio.create_task(receive(response, Outcome(), SourceId(0), None, Watcher()))
        await until(lambda: bool(taken_over), "the connection is read by us", every_s=0.0)
        assert taken_over[0].held_bytes == 0
        assert not reading.done()
        response.stop_at(0)
        await reading


async def test_silence_is_told() -> None:
    settings = SETTINGS.__class__(idle_timeout_s=2.0)  # a busy server needs some of it for its first byte
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
        await until(lambda: taken_over and taken_over[0].held_bytes > 500_000, "the buffer fills", every_s=0.0)
        for _ in range(2000):
            await asyncio.sleep(0)
        assert taken_over[0].held_bytes < 3 * 1024**2
        assert not reading.done()
        outcome.gate.set()
        await reading
        assert outcome.data == DATA


class Poured(Outcome):
    """A sink that lets bytes into a file past the memory, and notes how many."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.file = os.open(folder / "poured", os.O_RDWR | os.O_CREAT)
        self.poured_bytes = 0

    async def pour(self, supplier: SourceId, span: Span, move: Move) -> int | None:
        moved = await asyncio.to_thread(move, self.file, span.start, span.size)
        self.poured_bytes += moved
        if moved:
            await self.accept(supplier, span.start, os.pread(self.file, moved, span.start))
        return moved


needs_splice = pytest.mark.skipif(not can_pour(), reason="this system has no splice")


@needs_splice
async def test_what_comes_fast_goes_past_the_memory(tmp_path: Path) -> None:
    async with HostileServer(honest(of=LARGE, pieces_of=0)) as server, opened(server.url, SETTINGS) as channel:
        sink = Poured(tmp_path)
        for start in (0, 30_000_000):
            response = await channel.request(ChannelRequest((Span(start, start + 20_000_000),)))
            await receive(response, sink, SourceId(0), None, Watcher())
            assert response.reusable
            assert sink.data[start:] == LARGE[start : start + 20_000_000]
        assert sink.poured_bytes > 20_000_000
        assert sink.duplicates == 0
        assert server.connections == 1


@needs_splice
@pytest.mark.parametrize("then", [Then.CLOSE, Then.RESET])
async def test_what_was_poured_before_the_end_is_kept(then: Then, tmp_path: Path) -> None:
    behaviour = honest(of=LARGE, cut=23_456_789, then=then, pieces_of=0)
    async with HostileServer(behaviour) as server, opened(server.url, SETTINGS) as channel:
        sink = Poured(tmp_path)
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        watcher = Watcher()
        with pytest.raises(SourceError, match="broke off in the middle"):
            await receive(response, sink, SourceId(0), None, watcher)
    assert sink.data == LARGE[: len(sink.data)]
    assert sink.poured_bytes > 0
    assert watcher.reported == len(sink.data)
    if then is Then.CLOSE:
        assert len(sink.data) == 23_456_789


@needs_splice
async def test_garbage_behind_a_poured_body_is_no_part_of_it(tmp_path: Path) -> None:
    behaviour = honest(of=LARGE, extra=b"x" * 1000, pieces_of=0)
    async with HostileServer(behaviour) as server, opened(server.url, SETTINGS) as channel:
        sink = Poured(tmp_path)
        for start in (0, 30_000_000):
            response = await channel.request(ChannelRequest((Span(start, start + 20_000_000),)))
            await receive(response, sink, SourceId(0), None, Watcher())
            assert sink.data[start:] == LARGE[start : start + 20_000_000]
        assert sink.poured_bytes > 0
        assert server.connections == 2


@needs_splice
async def test_a_stop_cuts_what_is_poured(tmp_path: Path) -> None:
    async with HostileServer(honest(of=LARGE, pieces_of=0)) as server, opened(server.url, SETTINGS) as channel:
        sink = Poured(tmp_path)
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        response.stop_at(20_000_001)
        await receive(response, sink, SourceId(0), None, Watcher())
        assert not response.reusable
        assert sink.poured_bytes > 0
        assert sink.data == LARGE[:20_000_001]


@needs_splice
async def test_under_a_limit_nothing_is_poured(tmp_path: Path) -> None:
    async with HostileServer(honest(of=LARGE, pieces_of=0)) as server, opened(server.url, SETTINGS) as channel:
        sink = Poured(tmp_path)
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        await receive(response, sink, SourceId(0), Throttle((ByteBucket(1e9),)), Watcher())
        assert sink.poured_bytes == 0
        assert sink.data == LARGE


async def test_what_is_encrypted_is_poured_too(tmp_path: Path, authority: Authority) -> None:
    settings = SETTINGS.__class__(ca_file=authority.ca_file)
    behaviour = honest(of=LARGE, pieces_of=0)
    server = HostileServer(behaviour, tls=authority.server_context())
    async with server, opened(server.url, settings) as channel:
        sink = Poured(tmp_path)
        response = await channel.request(ChannelRequest((Span(0, UNKNOWN_END),)))
        await receive(response, sink, SourceId(0), None, Watcher())
    assert sink.poured_bytes > 20_000_000
    assert sink.data == LARGE


async def test_what_drips_gathers_before_it_is_read() -> None:
    """However fast or slow the bytes come: between two readings of less than a buffer there is a moment."""
    read: list[tuple[float, int]] = []

    class Noted(Outcome):
        async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
            read.append((asyncio.get_running_loop().time(), len(data)))
            await super().accept(supplier, offset, data)

    async with HostileServer(honest(pieces_of=1500)) as server, opened(server.url, SETTINGS) as channel:
        response = await channel.request(ChannelRequest((Span(0, SIZE),)))
        sink = Noted()
        await receive(response, sink, SourceId(0), None, Watcher())
        assert sink.data == DATA
        assert response.reusable
    came = 0
    little = []
    for at_s, size in read:
        came += size
        if 1024**2 < came < SIZE - 256 * 1024 and size < 64 * 1024:
            little.append(at_s)
    assert len(little) <= (read[-1][0] - read[0][0]) / 0.005 + 2


@pytest.mark.parametrize("extra", [b"", b"x" * 1000])
async def test_behind_an_encrypted_body_that_is_poured_nothing_may_follow(
    extra: bytes, tmp_path: Path, authority: Authority
) -> None:
    """Poured or read, which hangs on how fast it comes: the bytes are right, and a spoiled connection goes."""
    settings = SETTINGS.__class__(ca_file=authority.ca_file)
    server = HostileServer(honest(of=LARGE, extra=extra, pieces_of=0), tls=authority.server_context())
    async with server, opened(server.url, settings) as channel:
        sink = Poured(tmp_path)
        for start in (0, 30_000_000):
            response = await channel.request(ChannelRequest((Span(start, start + 20_000_000),)))
            await receive(response, sink, SourceId(0), None, Watcher())
            assert sink.data[start:] == LARGE[start : start + 20_000_000]
        assert server.connections == (2 if extra else 1)
