"""Rate limits on virtual time: exact over ten seconds, alone and nested, with few sleeps."""

import asyncio

import pytest
from tests.unit.channels.endless import Counter, EndlessResponse
from tests.unit.channels.virtual_time import run_in_virtual_time

from headwater.channels.receiver import receive
from headwater.channels.throttle import ByteBucket, Throttle
from headwater.model.ports import Piece, Response
from headwater.model.source import SourceId
from headwater.model.spans import Span


def test_a_bucket_lets_exactly_its_rate_pass() -> None:
    bucket = ByteBucket(1000.0)
    now = taken = 0.0
    while now < 10.0:
        now += bucket.take(37, now)
        taken += 37
    assert taken == pytest.approx(10_000, rel=0.01)


def test_an_idle_bucket_saves_up_no_more_than_a_moment() -> None:
    bucket = ByteBucket(1000.0)
    bucket.take(1, 0.0)
    assert bucket.take(250, 1000.0) == 0.0
    assert bucket.take(1000, 1000.0) == pytest.approx(1.0)


def test_waits_on_one_bucket_queue_up() -> None:
    bucket = ByteBucket(100.0)
    assert [bucket.take(100, 0.0) for _ in range(3)] == [1.0, 2.0, 3.0]


def test_no_limit_costs_nothing_and_a_lifted_one_forgives() -> None:
    bucket = ByteBucket(None)
    assert bucket.take(10**9, 0.0) == 0.0
    bucket.change_rate(10.0, 1.0)
    assert bucket.take(100, 1.0) == pytest.approx(10.0)
    bucket.change_rate(20.0, 1.0)
    assert bucket.take(0, 1.0) == pytest.approx(5.0)
    bucket.change_rate(None, 2.0)
    bucket.change_rate(10.0, 3.0)
    assert bucket.take(0, 3.0) == 0.0


class _Sink:
    def __init__(self) -> None:
        self.bytes_by_source: dict[int, int] = {}
        self.calls = 0

    async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:  # noqa: ARG002  # the port's
        self.calls += 1
        self.bytes_by_source[supplier] = self.bytes_by_source.get(supplier, 0) + len(data)


async def _receive_for(seconds: float, sink: _Sink, responses: list[tuple[Response, list[ByteBucket]]]) -> None:
    loop = asyncio.get_running_loop()
    tasks = [
        asyncio.create_task(
            receive(response, sink, SourceId(number), Throttle(buckets, loop.time), Counter(), clock=loop.time)
        )
        for number, (response, buckets) in enumerate(responses)
    ]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.parametrize("rate", [20_000.0, 1_000_000.0, 100_000_000.0])
@pytest.mark.parametrize("channels", [1, 8])
def test_ten_seconds_under_one_limit(rate: float, channels: int) -> None:
    sink = _Sink()
    everything = ByteBucket(rate)
    run_in_virtual_time(_receive_for(10.0, sink, [(EndlessResponse(), [everything]) for _ in range(channels)]))
    assert sum(sink.bytes_by_source.values()) == pytest.approx(10 * rate, rel=0.03)
    assert max(sink.bytes_by_source.values()) <= 1.3 * min(sink.bytes_by_source.values()) + 4096


def test_nested_limits_hold_together() -> None:
    sink = _Sink()
    everything, job, slow_host = ByteBucket(1_000_000.0), ByteBucket(600_000.0), ByteBucket(100_000.0)
    run_in_virtual_time(
        _receive_for(
            10.0,
            sink,
            [
                (EndlessResponse(), [everything, job, slow_host]),
                (EndlessResponse(), [everything, job]),
                (EndlessResponse(), [everything]),
            ],
        )
    )
    first, second, third = (sink.bytes_by_source[number] for number in range(3))
    assert first == pytest.approx(1_000_000, rel=0.03)
    assert first + second <= 6_000_000 * 1.03
    assert first + second + third <= 10_000_000 * 1.03
    assert third >= 3_000_000


def test_small_pieces_do_not_each_cost_a_sleep() -> None:
    loop_sleeps = 0
    sink = _Sink()
    bucket = ByteBucket(10_000_000.0)

    class Counting(Throttle):
        async def pay(self, size_bytes: int) -> bool:
            nonlocal loop_sleeps
            slept = await super().pay(size_bytes)
            loop_sleeps += slept
            return slept

    async def work() -> None:
        loop = asyncio.get_running_loop()
        task = asyncio.create_task(
            receive(EndlessResponse(1400), sink, SourceId(0), Counting([bucket], loop.time), Counter(), clock=loop.time)
        )
        await asyncio.sleep(10.0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    run_in_virtual_time(work())
    assert sink.bytes_by_source[0] == pytest.approx(100_000_000, rel=0.03)
    assert loop_sleeps < sink.calls / 50


def test_a_changed_limit_ends_the_wait_under_the_old_one() -> None:
    async def work() -> None:
        loop = asyncio.get_running_loop()
        bucket = ByteBucket(1.0)
        throttle = Throttle([bucket], loop.time)
        task = asyncio.create_task(throttle.pay(1_000_000))
        await asyncio.sleep(1.0)
        bucket.change_rate(None, loop.time())
        throttle.wake()
        assert await task
        assert loop.time() < 2.0

    run_in_virtual_time(work())


def test_limited_bytes_are_marked_until_the_buffers_are_empty() -> None:
    marks: list[tuple[float, bool]] = []

    async def work() -> None:
        loop = asyncio.get_running_loop()

        class Marker(Counter):
            def received(self, span: Span, limited: bool) -> None:
                super().received(span, limited)
                marks.append((loop.time(), limited))

        class SlowOnce(_Sink):
            async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:
                await super().accept(supplier, offset, data)
                if self.calls == 3:
                    await asyncio.sleep(1.0)

        pieces = [Piece(number * 10, bytes(10)) for number in range(20)]
        await receive(
            EndlessResponse(pieces=pieces, pause_s=0.05), SlowOnce(), SourceId(0), None, Marker(), clock=loop.time
        )

    run_in_virtual_time(work())
    limited = [at for at, mark in marks if mark]
    assert [mark for _, mark in marks[:2]] == [False, False]
    assert marks[2][1]
    assert not marks[-1][1]
    assert max(limited) - min(limited) <= 0.25
