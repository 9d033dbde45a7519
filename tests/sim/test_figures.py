"""The figures of a run, worked out by hand."""

import math

import pytest

from headwater.model.spans import Span
from headwater.simulation.bounds import find_bound
from headwater.simulation.figures import Arrivals, judge
from headwater.simulation.scenario import Scenario, read_scenario
from headwater.simulation.sharing import fair_level
from headwater.simulation.trace import Delivery, Trace

SIZE = 10 * 1024 * 1024


def scenario(playhead: int | None = None) -> Scenario:
    """One source that brings the file in ten seconds, without latency."""
    top = {} if playhead is None else {"playhead": playhead}
    shape = {"rate_bytes_per_s": SIZE / 10, "latency_s": 0.0}
    return read_scenario({"size_bytes": SIZE, "source": [shape], **top})


def trace_of(*deliveries: tuple[float, float, float, float]) -> Trace:
    """`(start, end, began_s, ended_s)` with bytes as parts of the file."""
    trace = Trace(SIZE)
    for start, end, began_s, ended_s in deliveries:
        trace.deliveries.append(Delivery(int(start * SIZE), int(end * SIZE), began_s, ended_s, 0))
        trace.received.add(Span(int(start * SIZE), int(end * SIZE)))
    return trace


def test_a_perfect_run_has_no_lag() -> None:
    figures = judge(scenario(), trace_of((0, 1, 0.0, 10.0)), find_bound(scenario(), 1))
    assert figures.completion_s == figures.ideal_s == pytest.approx(10.0)
    assert figures.ratio == pytest.approx(1.0)
    assert figures.mean_lag_s == pytest.approx(0.0, abs=1e-9)
    assert figures.first_1mib_s == pytest.approx(1.0)
    assert figures.first_4mib_s == pytest.approx(4.0)
    assert figures.stall_80_s == 0.0


def test_bytes_that_come_early_count_when_all_before_them_are_there() -> None:
    # The second half came first: each of its bytes was in order only when the first half was.
    trace = trace_of((0.5, 1, 0.0, 5.0), (0, 0.5, 5.0, 10.0))
    figures = judge(scenario(), trace, find_bound(scenario(), 1))
    assert figures.completion_s == pytest.approx(10.0)
    # The first half lags 5 s throughout, the second from 5 s down to none.
    assert figures.mean_lag_s == pytest.approx(3.75, abs=0.01)
    assert figures.p95_lag_s == pytest.approx(5.0, abs=0.01)
    # A player reads the file in 12.5 s, begins at 6.6 s with 1.6 MB and never stands still.
    assert figures.stall_80_s == pytest.approx(0.0, abs=0.01)


def test_a_player_stands_still_for_the_longest_delay_of_any_byte() -> None:
    trace = trace_of((0, 0.5, 0.0, 5.0), (0.5, 1, 15.0, 20.0))
    figures = judge(scenario(), trace, find_bound(scenario(), 1))
    # It begins at 1.6 s, has played half after 6.25 s more, and waits until 15 s.
    assert figures.stall_80_s == pytest.approx(15.0 - (1.6 + 6.25), abs=0.02)


def test_an_unfinished_run_has_no_completion() -> None:
    trace = trace_of((0, 0.5, 0.0, 5.0), (0.6, 1, 0.0, 5.0))
    figures = judge(scenario(), trace, find_bound(scenario(), 1))
    assert figures.completion_s is None
    assert figures.ratio is None
    assert figures.mean_lag_s is None
    assert figures.first_4mib_s == pytest.approx(4.0)
    assert Arrivals(scenario(), trace).in_order_bytes == SIZE // 2
    assert Arrivals(scenario(), trace).time_of(SIZE) == math.inf


def test_with_a_playhead_order_begins_there() -> None:
    case = scenario(playhead=SIZE // 2)
    arrivals = Arrivals(case, trace_of((0, 1, 0.0, 10.0)))
    assert arrivals.time_of(SIZE // 4) == pytest.approx(7.5)
    assert arrivals.time_of(3 * SIZE // 4) == pytest.approx(10.0)  # what is before the play-head comes after the rest


def test_a_curve_has_as_many_points_as_asked_for() -> None:
    curve = Arrivals(scenario(), trace_of((0, 1, 0.0, 10.0))).curve(4)
    assert [in_order for _, in_order in curve] == [SIZE * i / 4 for i in range(1, 5)]
    assert [time_s for time_s, _ in curve] == pytest.approx([2.5, 5.0, 7.5, 10.0])
    assert Arrivals(scenario(), Trace(SIZE)).curve(4) == []


@pytest.mark.parametrize(
    ("wants", "capacity", "level"),
    [
        ([], 5.0, math.inf),
        ([1.0, 2.0], 3.0, math.inf),
        ([4.0, 4.0], 4.0, 2.0),
        ([1.0, 9.0, 9.0], 5.0, 2.0),
        ([math.inf, 1.0], 4.0, 3.0),
        ([1.0, 1.0], 0.0, 0.0),
    ],
)
def test_the_fair_level_fills_the_capacity(wants: list[float], capacity: float, level: float) -> None:
    assert fair_level(wants, capacity) == level
