"""One source on its own: how slow it may look, and how long it may be left alone."""

import pytest
from tests.unit.schedule.desk import Desk, profile

from headwater.model.channel import ChannelId
from headwater.model.errors import Retry
from headwater.model.source import HostHistory
from headwater.schedule.channel_record import ChannelRecord
from headwater.schedule.source_record import MAX_BACKOFF_S, MIN_RATE, SourceRecord


def test_a_source_that_brings_next_to_nothing_is_not_reckoned_at_that() -> None:
    """Whatever it is asked for would hardly ever end, and so nobody would ask it again."""
    record = SourceRecord(profile(0))
    record.rate.begin_body(0.0)
    record.is_ramped = True
    for tenth in range(1, 60):
        record.rate.take(100_000 if tenth < 20 else 10, tenth / 10, False)
        record.rate.advance(tenth / 10)
    assert record.rate.rate is not None
    assert record.rate.rate < MIN_RATE
    assert record.capacity == MIN_RATE


def test_what_new_connections_hold_back_says_nothing_against_a_source() -> None:
    """It brought 1 MB/s; connections that only begin to grow bring less, and that lowers no estimate."""
    record = SourceRecord(profile(0, history=HostHistory(latency_s=0.5)))
    record.rate.begin_body(0.0)
    for tenth in range(1, 20):
        record.rate.take(100_000, tenth / 10, False)
        record.rate.advance(tenth / 10)
    young = ChannelRecord(ChannelId(1), record, 2.0)
    record.channels[young.channel_id] = young
    young.rate.begin_body(2.0)
    for tenth in range(20, 28):
        record.rate.take(5_000, tenth / 10, False)
        record.sample(tenth / 10, 0.1)
    assert record.rate.rate == pytest.approx(1e6)


@pytest.mark.parametrize("max_channels", [1, 4])
def test_however_often_a_source_failed_it_is_asked_again_within_a_minute(max_channels: int) -> None:
    desk = Desk(profile(0, max_channels=max_channels))
    for _ in range(40):
        for line in desk.busy():
            if line.channel_id in desk.lines:
                desk.fail(line, Retry.LATER)
        wait_s = desk.scheduler.sources(desk.now)[0].next_try_s
        assert wait_s is not None
        assert wait_s - desk.now <= 1.25 * MAX_BACKOFF_S
        desk.wake(wait_s - desk.now + 0.01)
        assert desk.busy()
