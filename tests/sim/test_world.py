"""The simulated network against cases worked out by hand."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest

from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Decision, Hedge, Probe, SetAside, Truncate
from headwater.model.errors import Retry
from headwater.model.events import (
    BytesReceived,
    ChannelClosed,
    ChannelFailed,
    Connected,
    Event,
    FirstByte,
    RangeDone,
    SourceAnswered,
    SourcesChanged,
    WishesChanged,
    Woken,
)
from headwater.model.priority import Urgency
from headwater.model.source import SourceId, Support
from headwater.model.spans import UNKNOWN_END, Span
from headwater.simulation.connection import INITIAL_WINDOW_BYTES
from headwater.simulation.figures import Arrivals
from headwater.simulation.player import Player
from headwater.simulation.realised_rates import realise
from headwater.simulation.scenario import Scenario, read_scenario
from headwater.simulation.trace import Trace
from headwater.simulation.world import ContractBrokenError, World

from .scripted import Scripted, asked, opened

SIZE = 10_000_000


def scenario(*sources: dict[str, Any], **top: Any) -> Scenario:
    return read_scenario({"size_bytes": SIZE, "source": list(sources), **top})


def run(world_of: Scenario, scheduler: Scripted, until_s: float = 1000.0) -> Trace:
    return World(world_of, scheduler).run(until_s)


def completion(trace: Trace) -> float:
    assert trace.completed_s is not None
    return trace.completed_s


def slow_start(size_bytes: float, rate: float, latency_s: float) -> float:
    """Seconds of body that `size_bytes` take: a window a latency, doubling, until the rate is reached."""
    window, passed_s = float(INITIAL_WINDOW_BYTES), 0.0
    while window < rate * latency_s and size_bytes > window:
        size_bytes -= window
        passed_s += latency_s
        window *= 2
    return passed_s + size_bytes / min(rate, window / latency_s)


def test_one_source_takes_connect_request_slow_start_and_body() -> None:
    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))])
    trace = run(scenario({"rate_bytes_per_s": 10e6, "latency_s": 0.1}), scheduler)
    # Windows of 14600 x (1 + 2 + ... + 64) bytes go in 0.7 s, the rest at the full rate.
    by_hand = 0.1 + 0.1 + 0.7 + (SIZE - 14600 * 127) / 10e6
    assert completion(trace) == pytest.approx(by_hand, abs=1e-6)
    assert by_hand == pytest.approx(0.2 + slow_start(SIZE, 10e6, 0.1))
    assert scheduler.times_of(Connected) == [pytest.approx(0.1)]
    assert scheduler.times_of(FirstByte) == [pytest.approx(0.2)]
    assert trace.source_bytes == {0: SIZE}
    assert trace.wasted_bytes == 0


def test_without_latency_there_is_no_slow_start() -> None:
    trace = run(
        scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0}), Scripted([opened(1, 0), asked(1, (0, UNKNOWN_END))])
    )
    assert completion(trace) == pytest.approx(10.0)


def test_bytes_are_told_in_order_without_gaps_and_at_most_every_50_ms() -> None:
    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))])
    run(scenario({"rate_bytes_per_s": 10e6, "latency_s": 0.03}), scheduler)
    spans = [event.span for _, event in scheduler.heard if isinstance(event, BytesReceived)]
    assert spans[0].start == 0
    assert all(left.end == right.start for left, right in pairwise(spans))
    times = scheduler.times_of(BytesReceived)
    assert all(later - earlier > 0.0499 for earlier, later in pairwise(times[:-1]))


def test_a_second_request_on_a_warm_connection_costs_one_latency_and_no_slow_start() -> None:
    half = SIZE // 2

    def react(event: Event, now: float) -> Sequence[Decision]:
        return [asked(1, (half, SIZE))] if event == RangeDone(ChannelId(1)) and now < 1.5 else []

    trace = run(
        scenario({"rate_bytes_per_s": 10e6, "latency_s": 0.1}), Scripted([opened(1, 0), asked(1, (0, half))], react)
    )
    assert completion(trace) == pytest.approx(0.2 + slow_start(half, 10e6, 0.1) + 0.1 + half / 10e6)
    assert trace.requests == 2
    assert trace.connections == 1


def test_a_per_connection_cap_holds_for_each_connection() -> None:
    shape = {"rate_bytes_per_s": 10e6, "latency_s": 0.0, "per_connection_rate_bytes_per_s": 2e6}
    one = run(scenario(shape), Scripted([opened(1, 0), asked(1, (0, SIZE))]))
    assert completion(one) == pytest.approx(5.0)
    half = SIZE // 2
    two = run(scenario(shape), Scripted([opened(1, 0), asked(1, (0, half)), opened(2, 0), asked(2, (half, SIZE))]))
    assert completion(two) == pytest.approx(2.5)


def test_connections_share_a_source_fairly_and_the_rest_when_one_is_done() -> None:
    scheduler = Scripted([opened(1, 0), asked(1, (0, 1_000_000)), opened(2, 0), asked(2, (1_000_000, SIZE))])
    trace = run(scenario({"rate_bytes_per_s": 2e6, "latency_s": 0.0}), scheduler)
    assert scheduler.times_of(RangeDone)[0] == pytest.approx(1.0)  # 1 MB at half the rate
    assert completion(trace) == pytest.approx(5.0)  # never idle


def test_the_access_link_is_shared_max_min() -> None:
    # 4 MB/s of access: the slow source keeps its 1 MB/s, the two fast ones get 1.5 MB/s each.
    third = 3_000_000
    world_of = scenario(
        {"rate_bytes_per_s": 1e6, "latency_s": 0.0},
        {"rate_bytes_per_s": 9e6, "latency_s": 0.0},
        {"rate_bytes_per_s": 9e6, "latency_s": 0.0},
        access_rate_bytes_per_s=4e6,
    )
    decisions: list[Decision] = []
    for number, span in enumerate([(0, third), (third, 2 * third), (2 * third, SIZE)]):
        decisions += [opened(number, number), asked(number, span)]
    scheduler = Scripted(decisions)
    trace = run(world_of, scheduler)
    # Source 1 is done after 2 s; then source 2 has 3 MB/s for its last 1 MB; then source 0 its last bytes alone.
    assert scheduler.times_of(RangeDone)[0] == pytest.approx(2.0)
    assert completion(trace) == pytest.approx(3.0)


def test_a_rate_that_changes_counts_from_its_time_on() -> None:
    event = {"at_s": 2.0, "rate_bytes_per_s": 4e6}
    trace = run(
        scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0, "event": [event]}),
        Scripted([opened(1, 0), asked(1, (0, SIZE))]),
    )
    assert completion(trace) == pytest.approx(2.0 + 8 / 4)


def test_a_death_breaks_connections_and_a_return_lets_new_ones_in() -> None:
    events = [{"at_s": 1.0, "dead": True}, {"at_s": 3.0, "dead": False}]

    def react(event: Event, _now: float) -> Sequence[Decision]:
        match event:
            case ChannelFailed(retry=Retry.NOW):
                return [opened(2, 0), asked(2, (999_999, SIZE))]
            case Woken():
                return [opened(3, 0), asked(3, (999_999, SIZE))]
            case _:
                return []

    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))], react, wakes=[4.0])
    trace = run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0, "event": events}), scheduler)
    failures = [(now, event) for now, event in scheduler.heard if isinstance(event, ChannelFailed)]
    assert [(now, event.retry) for now, event in failures] == [(1.0, Retry.NOW), (1.0, Retry.LATER)]
    assert completion(trace) == pytest.approx(4.0 + 9.0)


def test_a_connection_too_many_is_refused_and_takes_no_place() -> None:
    shape = {"rate_bytes_per_s": 1e6, "latency_s": 0.1, "max_connections": 1}
    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE)), opened(2, 0), asked(2, (5, SIZE))])
    run(scenario(shape), scheduler)
    [(now, failure)] = [(now, event) for now, event in scheduler.heard if isinstance(event, ChannelFailed)]
    assert now == pytest.approx(0.1)
    assert failure == ChannelFailed(ChannelId(2), Retry.LATER, "too many connections", 503)


def test_closing_makes_room_for_another_connection() -> None:
    shape = {"rate_bytes_per_s": 1e6, "latency_s": 0.0, "max_connections": 1}

    def react(event: Event, _now: float) -> Sequence[Decision]:
        if isinstance(event, Woken):
            return [CloseChannel(ChannelId(1)), opened(2, 0), asked(2, (999_999, SIZE))]
        return []

    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))], react, wakes=[1.0])
    trace = run(scenario(shape), scheduler)
    assert scheduler.times_of(ChannelClosed) == [1.0]
    assert not scheduler.times_of(ChannelFailed)
    assert completion(trace) == pytest.approx(10.0)


def test_truncating_ends_a_channel_at_its_new_end() -> None:
    def react(event: Event, _now: float) -> Sequence[Decision]:
        return [Truncate(ChannelId(1), 2_000_000, 0)] if isinstance(event, Woken) else []

    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))], react, wakes=[1.0])
    trace = run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0}), scheduler, until_s=30.0)
    assert (2.0, RangeDone(ChannelId(1), reusable=False)) in [(round(t, 6), event) for t, event in scheduler.heard]
    assert trace.received.run_from(0) == 2_000_000
    assert trace.completed_s is None


def test_truncating_behind_what_came_ends_at_once() -> None:
    def react(event: Event, _now: float) -> Sequence[Decision]:
        return [Truncate(ChannelId(1), 500_000, 0)] if isinstance(event, Woken) else []

    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))], react, wakes=[1.0])
    trace = run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0}), scheduler, until_s=2.0)
    assert scheduler.times_of(RangeDone) == [1.0]
    assert trace.received.run_from(0) == 1_000_000


def test_truncating_a_request_that_was_not_answered_yet_shortens_or_drops_it() -> None:
    def react(event: Event, _now: float) -> Sequence[Decision]:
        if isinstance(event, Woken):
            return [Truncate(ChannelId(1), 100_000, 0), Truncate(ChannelId(2), 1_000_000, 0)]
        return []

    at_first: list[Decision] = [opened(1, 0), asked(1, (0, SIZE)), opened(2, 0), asked(2, (1_000_000, SIZE))]
    scheduler = Scripted(at_first, react, wakes=[0.15])
    trace = run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.1}), scheduler, until_s=5.0)
    assert scheduler.times_of(RangeDone)[0] == pytest.approx(0.15)
    assert list(trace.received) == [Span(0, 100_000)]


def test_a_stalled_channel_that_is_truncated_where_it_stands_ends() -> None:
    def react(event: Event, _now: float) -> Sequence[Decision]:
        return [Truncate(ChannelId(1), 1, 0)] if isinstance(event, Woken) else []

    shape = {"rate_bytes_per_s": 1e6, "latency_s": 0.0, "event": [{"at_s": 1.0, "rate_bytes_per_s": 0.0}]}
    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))], react, wakes=[2.0])
    run(scenario(shape), scheduler, until_s=3.0)
    assert scheduler.times_of(RangeDone) == [2.0]


def test_several_spans_come_in_their_order_from_a_source_that_can() -> None:
    half = SIZE // 2
    scheduler = Scripted([opened(1, 0), asked(1, (half, SIZE), (0, half))])
    trace = run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0, "multi_range": True}), scheduler)
    answers = [event for _, event in scheduler.heard if isinstance(event, SourceAnswered)]
    assert answers == [SourceAnswered(ChannelId(1), Support.YES, Support.YES)]
    assert trace.deliveries[0].start == half
    assert completion(trace) == pytest.approx(10.0)
    assert trace.peak_out_of_order_bytes == pytest.approx(half, rel=0.02)


def test_several_spans_are_cut_short_in_the_span_that_holds_the_new_end() -> None:
    def react(event: Event, _now: float) -> Sequence[Decision]:
        return [Truncate(ChannelId(1), 3_000_000, 0)] if isinstance(event, Woken) else []

    scheduler = Scripted([opened(1, 0), asked(1, (5_000_000, 6_000_000), (2_000_000, 4_000_000))], react, wakes=[0.5])
    world_of = scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0, "multi_range": True})
    trace = run(world_of, scheduler, until_s=5.0)
    assert list(trace.received) == [Span(2_000_000, 3_000_000), Span(5_000_000, 6_000_000)]
    assert scheduler.times_of(RangeDone) == [pytest.approx(2.0)]


@pytest.mark.parametrize(
    ("shape", "spans", "retry", "answer"),
    [
        ({}, [(0, 10), (20, 30)], Retry.NOW, (Support.YES, Support.NO)),
        ({"ranges": False}, [(10, 20)], Retry.OTHER_SPAN, (Support.NO, Support.UNKNOWN)),
        ({"holds": [[0, 100]]}, [(50, 101)], Retry.OTHER_SPAN, (Support.YES, Support.UNKNOWN)),
    ],
)
def test_a_source_refuses_what_it_cannot_give(
    shape: dict[str, Any], spans: list[tuple[int, int]], retry: Retry, answer: tuple[Support, Support]
) -> None:
    scheduler = Scripted([opened(1, 0), asked(1, *spans)])
    run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.1, **shape}), scheduler, until_s=1.0)
    facts = [event for _, event in scheduler.heard if isinstance(event, SourceAnswered | ChannelFailed)]
    assert facts[0] == SourceAnswered(ChannelId(1), *answer)
    assert isinstance(facts[1], ChannelFailed)
    assert facts[1].retry is retry


def test_a_source_without_ranges_gives_the_file_from_its_beginning() -> None:
    scheduler = Scripted([opened(1, 0), asked(1, (0, UNKNOWN_END))])
    trace = run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0, "ranges": False}), scheduler)
    assert completion(trace) == pytest.approx(10.0)


def test_bytes_that_come_twice_are_waste_and_count_when_they_came_first() -> None:
    world_of = scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0}, {"rate_bytes_per_s": 2e6, "latency_s": 0.0})
    at_first: list[Decision] = [
        opened(1, 0),
        asked(1, (0, SIZE)),
        opened(2, 1),
        Hedge(ChannelId(2), (Span(0, SIZE),), ChannelId(1)),
    ]
    trace = run(world_of, Scripted(at_first))
    assert completion(trace) == pytest.approx(5.0)
    assert trace.wasted_bytes == pytest.approx(5_000_000, abs=50_000)
    assert Arrivals(world_of, trace).time_of(SIZE / 2) == pytest.approx(2.5, abs=0.03)


def test_latency_varies_by_its_jitter_and_no_more() -> None:
    def react(event: Event, now: float) -> Sequence[Decision]:
        return [asked(1, (int(now * 1e6), int(now * 1e6) + 1))] if isinstance(event, RangeDone) else []

    scheduler = Scripted([opened(1, 0), asked(1, (0, 1))], react)
    run(scenario({"rate_bytes_per_s": 1e9, "latency_s": 0.1, "jitter_s": 0.05}), scheduler, until_s=5.0)
    latencies = [event.latency_s for _, event in scheduler.heard if isinstance(event, FirstByte)]
    assert len(latencies) > 20
    assert all(0.1 <= latency_s <= 0.15 for latency_s in latencies)
    assert max(latencies) - min(latencies) > 0.02


def test_the_same_seed_gives_the_same_run_and_another_seed_another() -> None:
    world_of = scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.1, "jitter_s": 0.1, "rate_sigma": 0.5})

    def once(seed: int) -> list[tuple[float, Event]]:
        scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))])
        World(world_of, scheduler, seed).run(1000.0)
        return scheduler.heard

    assert once(7) == once(7)
    assert once(7) != once(8)


def test_a_probe_is_a_request_and_setting_aside_is_only_noted() -> None:
    aside = SetAside(SourceId(0), "serves another file")
    trace = run(
        scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0}),
        Scripted([opened(1, 0), Probe(ChannelId(1), (Span(0, 1000),)), aside]),
        until_s=1.0,
    )
    assert trace.requests == 1
    assert trace.received.total_bytes == 1000
    assert trace.set_aside == [(0.0, aside)]


def test_a_scheduler_that_wants_to_wake_at_once_again_and_again_does_not_stop_time() -> None:
    class Restless(Scripted):
        @property
        def next_wake_s(self) -> float | None:
            return 0.0

    trace = run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0}), Restless([]), until_s=1.0)
    assert trace.ended_s == 1.0
    assert trace.wakes <= 1001


@pytest.mark.parametrize(
    "decisions",
    [
        [asked(1, (0, 10))],
        [opened(1, 0), opened(1, 0)],
        [opened(1, 1)],
        [opened(1, 0), asked(1, (0, 10)), asked(1, (10, 20))],
        [opened(1, 0), asked(1, (0, SIZE + 1))],
        [opened(1, 0), asked(1)],
    ],
)
def test_what_the_door_does_not_allow_stops_the_run(decisions: list[Decision]) -> None:
    with pytest.raises(ContractBrokenError):
        run(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.1}), Scripted(decisions))


def test_decisions_for_a_channel_that_just_went_are_passed_over() -> None:
    def react(event: Event, _now: float) -> Sequence[Decision]:
        if isinstance(event, ChannelFailed):
            return [asked(1, (0, 10)), CloseChannel(ChannelId(1)), Truncate(ChannelId(1), 5, 0)]
        return []

    dead = {"rate_bytes_per_s": 1e6, "latency_s": 0.1, "event": [{"at_s": 0.0, "dead": True}]}
    scheduler = Scripted([opened(1, 0)], react)
    trace = run(scenario(dead), scheduler, until_s=1.0)
    assert trace.requests == 0


def test_the_first_fact_tells_what_is_announced_and_known_of_each_source() -> None:
    scheduler = Scripted([])
    history = {"rate_bytes_per_s": 5e6, "latency_s": 0.2, "channels": 3, "multi_range": True}
    run(
        scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.1, "holds": [[0, 100]], "history": history}),
        scheduler,
        until_s=0.01,
    )
    event = scheduler.heard[0][1]
    assert isinstance(event, SourcesChanged)
    [profile] = event.sources
    assert profile.holds == (Span(0, 100),)
    assert profile.ranges is profile.multi_range is Support.UNKNOWN
    assert profile.history.channels == 3
    assert profile.history.multi_range is Support.YES


def test_a_player_buffers_two_seconds_plays_and_stands_still_where_bytes_are_missing() -> None:
    world_of = scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0, "event": [{"at_s": 4.0, "rate_bytes_per_s": 0.0}]})
    scheduler = Scripted([opened(1, 0), asked(1, (0, SIZE))])
    player = Player(SIZE, position=0, rate=500_000.0, window_s=4.0)
    World(world_of, scheduler, player=player).run(12.0)
    told = [(now, event.wishes[0]) for now, event in scheduler.heard if isinstance(event, WishesChanged)]
    assert told[0][0] == 0.0
    assert told[0][1].urgency is Urgency.BLOCKED
    assert told[0][1].window_bytes == 2_000_000
    begins_s = next(now for now, wish in told if wish.urgency is Urgency.PLAYING)
    assert begins_s == pytest.approx(1.0, abs=0.1)  # 2 s of play are 1 MB
    last_s, last = told[-1]
    assert last.urgency is Urgency.BLOCKED
    assert last.position == pytest.approx(4_000_000, abs=1)
    assert last_s == pytest.approx(1.0 + 8.0, abs=0.1)


def test_a_player_that_is_through_wishes_for_nothing() -> None:
    player = Player(1000, position=0, rate=1000.0, window_s=4.0)
    received = World(scenario({"rate_bytes_per_s": 1.0, "latency_s": 0.0}), Scripted([])).trace.received
    received.add(Span(0, 1000))
    first, playing, through = player.play(0.0, received), player.play(0.5, received), player.play(5.0, received)
    assert first is not None
    assert first.wishes
    assert playing is None
    assert through == WishesChanged(())
    assert player.play(6.0, received) is None


def test_rates_are_log_normal_with_mean_one_and_redrawn_each_second() -> None:
    [source] = realise(scenario({"rate_bytes_per_s": 1e6, "latency_s": 0.0, "rate_sigma": 0.5}), seed=3)
    rates = [source.rate_at(second + 0.5) for second in range(4000)]
    assert source.rate_at(10.0) == source.rate_at(10.999)
    assert sum(rates) / len(rates) == pytest.approx(1e6, rel=0.05)
    spread = math.sqrt(sum((math.log(rate / 1e6) + 0.125) ** 2 for rate in rates) / len(rates))
    assert spread == pytest.approx(0.5, rel=0.05)
    assert source.next_change_s(1.25) == 2.0
