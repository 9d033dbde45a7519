"""Which limits a channel has to keep, and what its scheduler is told of them; precision on virtual time."""

import asyncio

import pytest
from tests.unit.channels.endless import Counter, EndlessResponse
from tests.unit.channels.virtual_time import run_in_virtual_time

from headwater.channels.receiver import receive
from headwater.channels.throttle import ByteBucket, Throttle
from headwater.engine.rate_limit import JobBuckets, RateLimits
from headwater.model.events import LimitsChanged
from headwater.model.ports import ChannelSettings, Piece
from headwater.model.source import SourceId

FAST, SLOW = SourceId(0), SourceId(1)


@pytest.fixture
def limits() -> RateLimits:
    return RateLimits({"slow.test": 50_000.0}.get)


def test_a_scheduler_hears_of_every_limit_that_holds_for_it(limits: RateLimits) -> None:
    job, hosts = JobBuckets(), {FAST: "fast.test", SLOW: "slow.test"}
    assert limits.in_force(job, hosts) == LimitsChanged(None, ((SLOW, 50_000.0),))
    limits.limit_all(2e6)
    limits.limit(job.whole, 3e6)
    assert limits.in_force(job, hosts) == LimitsChanged(2e6, ((SLOW, 50_000.0),))
    limits.limit(job.whole, 1e6)
    assert limits.in_force(job, {FAST: "fast.test"}) == LimitsChanged(1e6)
    assert limits.in_force(job, {FAST: "fast.test"}, 60.0) == LimitsChanged(1e6, request_timeout_s=60.0)


def test_a_source_keeps_its_own_limit_and_its_hosts(limits: RateLimits) -> None:
    job, hosts = JobBuckets(), {FAST: "fast.test", SLOW: "slow.test"}
    limits.limit(job.of(FAST)[1], 20_000.0)
    limits.limit(job.of(SLOW)[1], 90_000.0)
    assert limits.in_force(job, hosts) == LimitsChanged(None, ((FAST, 20_000.0), (SLOW, 50_000.0)))
    assert limits.read_buffer_bytes("fast.test", *job.of(FAST)) == 4096


def test_a_low_limit_leaves_little_to_read_ahead(limits: RateLimits) -> None:
    job = ByteBucket()
    usual = ChannelSettings().read_buffer_bytes
    assert limits.read_buffer_bytes("fast.test", job) == usual
    assert limits.read_buffer_bytes("slow.test", job) == 4096
    limits.limit(job, 1e6)
    assert limits.read_buffer_bytes("fast.test", job) == 50_000
    limits.limit_all(1e9)
    limits.limit(job, None)
    assert limits.read_buffer_bytes("fast.test", job) == usual


def test_many_short_requests_pass_no_more_than_one_long_one() -> None:
    """Ten seconds of requests that are each over in a moment: none begins with a burst."""

    class Sink:
        came = 0

        async def accept(self, supplier: SourceId, offset: int, data: bytes | memoryview) -> None:  # noqa: ARG002  # the port's
            self.came += len(data)

    rate, sink = 400_000.0, Sink()
    limits = RateLimits(lambda _host: None)
    size = limits.read_buffer_bytes("a.test", ByteBucket(rate))

    async def ask_again_and_again() -> None:
        loop = asyncio.get_running_loop()
        throttle = Throttle([ByteBucket(rate)], loop.time)
        while True:
            pieces = [Piece(at * size, bytes(size)) for at in range(3)]
            await receive(EndlessResponse(pieces=pieces), sink, FAST, throttle, Counter(), clock=loop.time)

    async def for_ten_seconds() -> None:
        try:
            async with asyncio.timeout(10.0):
                await ask_again_and_again()
        except TimeoutError:
            pass

    run_in_virtual_time(for_ten_seconds())
    assert sink.came == pytest.approx(10 * rate, rel=0.03)
