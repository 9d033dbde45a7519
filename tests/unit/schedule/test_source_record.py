"""One source on its own: how slow it may look, and how long it may be left alone."""

import pytest
from tests.unit.schedule.desk import MIB, Desk, profile

from headwater.model.channel import ChannelId
from headwater.model.errors import Retry
from headwater.model.source import HostHistory, Support
from headwater.model.tuning import Tuning
from headwater.schedule.channel_record import LEAST_BORNE_OUT, ChannelRecord
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


def test_a_source_that_breaks_off_at_the_same_place_each_time_is_given_up() -> None:
    """It gives the file from its beginning only: each attempt brings what is here already, which forgives nothing."""
    desk = Desk(profile(0, ranges=Support.NO))
    desk.ranges = Support.NO
    for _ in range(100):
        if desk.scheduler.verdict(desk.now) is not None:
            break
        for line in desk.busy():
            desk.bring(line, 8 * MIB)
            if line.channel_id in desk.lines:
                desk.fail(line, Retry.NOW)
        next_s = desk.scheduler.sources(desk.now)[0].next_try_s
        desk.wake(0.01 if next_s is None else max(0.01, next_s - desk.now + 0.01))
    assert desk.scheduler.verdict(desk.now) is not None
    assert len(desk.asked) < 3 * Tuning().attempts + 3
    assert desk.now > 5, "it was given time to mend itself"


def test_a_source_that_gets_a_little_further_each_time_is_asked_on() -> None:
    desk = Desk(profile(0, ranges=Support.NO))
    desk.ranges = Support.NO
    for attempt in range(60):
        for line in desk.busy():
            desk.bring(line, (1 + attempt) * MIB)
            if line.channel_id in desk.lines and line.is_busy:
                desk.fail(line, Retry.NOW)
        desk.wake(1.0)
    assert desk.delivered.total_bytes == 60 * MIB
    assert desk.scheduler.verdict(desk.now) is None


def test_a_request_that_was_met_is_forgiven_what_was_before_whatever_it_brought() -> None:
    record = SourceRecord(profile(0))
    record.failures_in_row = 3
    record.deliver(MIB, 1.0, are_new=False)
    assert record.failures_in_row == 3
    record.forgive()
    assert record.failures_in_row == 0


def test_a_connection_that_brought_more_than_slow_start_lets_through_is_believed() -> None:
    """Its server thinks for half a second, and the way to it is short: the answers' latency says nothing of growth."""
    record = SourceRecord(profile(0, history=HostHistory(latency_s=0.5)))
    channel = ChannelRecord(ChannelId(1), record, 0.0)
    model = channel.window_rate(0.0)
    assert model == pytest.approx(29_200)
    channel.seen_rate = model / 2
    assert channel.window_rate(0.0) == pytest.approx(LEAST_BORNE_OUT * model / 2), "growth is believed as far as seen"
    channel.seen_rate = 10e6
    assert channel.window_rate(0.0) == model, "sixteen KiB that come at once are no evidence"
    channel.rate.peak = 10e6
    assert channel.window_rate(0.0) == pytest.approx(LEAST_BORNE_OUT * 10e6)
    record.is_ramped = True
    assert channel.window_rate(0.0) == pytest.approx(LEAST_BORNE_OUT * 10e6)
    channel.rate.peak = model / 2
    channel.seen_rate = model / 2
    assert channel.window_rate(0.0) == model
