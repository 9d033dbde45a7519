"""F* and T* against closed forms, and against a maximum flow over time."""

import random
from collections import defaultdict, deque
from itertools import pairwise
from math import inf
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model.errors import UserError
from headwater.simulation.bounds import find_bound, wanted_order
from headwater.simulation.realised_rates import realise
from headwater.simulation.scenario import Scenario, read_scenario

SIZE = 100_000_000


def scenario(*sources: dict[str, Any], **top: Any) -> Scenario:
    return read_scenario({"size_bytes": SIZE, "source": list(sources), **top})


def source(rate: float, latency_s: float, **more: Any) -> dict[str, Any]:
    return {"rate_bytes_per_s": rate, "latency_s": latency_s, **more}


def test_constant_sources_meet_the_closed_form() -> None:
    shapes = [(10e6, 0.02), (2e6, 0.3), (5e6, 1.5), (1e6, 50.0)]
    bound = find_bound(scenario(*(source(*shape) for shape in shapes)), seed=1)
    active = shapes[:3]  # the last is slower to answer than the rest to finish
    rates = sum(rate for rate, _ in active)
    assert bound.ideal_s == pytest.approx((SIZE + sum(rate * latency for rate, latency in active)) / rates)
    for time_s in (0.01, 0.1, 0.5, 1.0, 2.0, 5.0):
        closed = sum(rate * max(0.0, time_s - latency) for rate, latency in shapes)
        assert bound.in_order_bytes(time_s) == pytest.approx(closed, abs=1.0)
        if closed:
            assert bound.time_of(closed) == pytest.approx(time_s)


def test_the_access_link_bounds_all_together() -> None:
    bound = find_bound(scenario(source(10e6, 0.0), source(10e6, 1.0), access_rate_bytes_per_s=12e6), seed=1)
    assert bound.ideal_s == pytest.approx(1 + (SIZE - 10e6) / 12e6)


def test_connections_bound_a_source_only_with_both_numbers() -> None:
    capped = source(10e6, 0.0, per_connection_rate_bytes_per_s=2e6, max_connections=3)
    assert find_bound(scenario(capped), seed=1).ideal_s == pytest.approx(SIZE / 6e6)
    assert find_bound(scenario({**capped, "max_connections": 9}), seed=1).ideal_s == pytest.approx(10.0)
    free = source(10e6, 0.0, per_connection_rate_bytes_per_s=2e6)
    assert find_bound(scenario(free), seed=1).ideal_s == pytest.approx(10.0)


def test_the_dead_give_nothing_and_changes_count_from_their_time() -> None:
    events = [{"at_s": 2.0, "dead": True}, {"at_s": 5.0, "dead": False}, {"at_s": 6.0, "rate_bytes_per_s": 20e6}]
    bound = find_bound(scenario(source(10e6, 0.5, event=events)), seed=1)
    assert bound.in_order_bytes(4.0) == pytest.approx(15e6, abs=1)
    assert bound.ideal_s == pytest.approx(6.0 + (SIZE - 25e6) / 20e6)


def test_two_halves_on_two_mirrors_are_bound_one_by_one() -> None:
    half = SIZE // 2
    bound = find_bound(scenario(source(10e6, 0.0, holds=[[0, half]]), source(2e6, 0.0, holds=[[half, SIZE]])), seed=1)
    assert bound.time_of(half) == pytest.approx(5.0)
    assert bound.time_of(half + 2e6) == pytest.approx(5.0)  # the second half's beginning is there already
    assert bound.ideal_s == pytest.approx(25.0)


def test_overlapping_holdings_bind_jointly() -> None:
    # The middle third may come from either; alone each has a third, and together they can give 2 x 10 MB/s.
    third = SIZE // 3
    low, high = source(10e6, 0.0, holds=[[0, 2 * third]]), source(10e6, 0.0, holds=[[third, SIZE]])
    bound = find_bound(scenario(low, high), seed=1)
    assert bound.time_of(third) == pytest.approx(third / 10e6)
    assert bound.time_of(2 * third) == pytest.approx(max(third / 10e6, 2 * third / 20e6))
    assert bound.ideal_s == pytest.approx(SIZE / 20e6)


def test_with_a_playhead_the_order_begins_there() -> None:
    half = SIZE // 2
    slow, fast = source(1e6, 0.0, holds=[[0, half]]), source(10e6, 0.0, holds=[[half, SIZE]])
    order = scenario(slow, fast, playhead=half)
    assert [span.start for span in wanted_order(order)] == [half, 0]
    bound = find_bound(order, seed=1)
    assert bound.time_of(half) == pytest.approx(5.0)
    assert bound.ideal_s == pytest.approx(50.0)


def test_a_file_that_nobody_can_give_is_refused() -> None:
    with pytest.raises(UserError, match="no source ever holds"):
        find_bound(scenario(source(1e6, 0.0, holds=[[0, 100]])), seed=1)
    with pytest.raises(UserError, match="do not give the whole file"):
        find_bound(scenario(source(0.0, 0.0)), seed=1)


def test_times_never_fall_and_the_unreachable_is_never() -> None:
    bound = find_bound(scenario(source(10e6, 0.1, rate_sigma=0.5), source(3e6, 0.4, holds=[[5, 1000]])), seed=9)
    times = [bound.time_of(SIZE * i / 1000) for i in range(1001)]
    assert times == sorted(times)
    assert times[-1] < inf


# Against a maximum flow --------------------------------------------------------------------------------------


def max_flow(edges: dict[Any, dict[Any, float]], start: Any, goal: Any) -> float:
    """Edmonds and Karp; `edges[a][b]` is a capacity. Small graphs only."""
    left: dict[Any, dict[Any, float]] = defaultdict(lambda: defaultdict(float))
    for here, row in edges.items():
        for there, capacity in row.items():
            left[here][there] += capacity
    total = 0.0
    while True:
        came: dict[Any, Any] = {start: None}
        queue = deque([start])
        while queue and goal not in came:
            here = queue.popleft()
            for there, capacity in list(left[here].items()):
                if capacity > 1e-3 and there not in came:
                    came[there] = here
                    queue.append(there)
        if goal not in came:
            return total
        path, at = [], goal
        while came[at] is not None:
            path.append((came[at], at))
            at = came[at]
        amount = min(left[here][there] for here, there in path)
        for here, there in path:
            left[here][there] -= amount
            left[there][here] += amount
        total += amount


def can_deliver(case: Scenario, seed: int, first_bytes: int, by_s: float) -> bool:
    """Whether the first bytes can be there by then: bytes flow from times over sources to parts."""
    sources = realise(case, seed)
    edges_s = sorted(
        {0.0, by_s}
        | {min(by_s, each.script.shape.latency_s) for each in sources}
        | {change for each in sources for change in each.changes_until(by_s)}
    )
    graph: dict[Any, dict[Any, float]] = defaultdict(dict)
    for began_s, ended_s in pairwise(edges_s):
        graph["start"]["time", began_s] = (case.access_rate_bytes_per_s or 1e15) * (ended_s - began_s)
        for number, each in enumerate(sources):
            if began_s >= each.script.shape.latency_s:
                graph["time", began_s]["source", number] = each.rate_at(began_s) * (ended_s - began_s)
    cuts = {0, first_bytes}
    for each in sources:
        for hold in each.script.shape.holds or ():
            cuts.update(edge for edge in (hold.start, hold.end) if edge < first_bytes)
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        graph["part", start]["goal"] = end - start
        for number, each in enumerate(sources):
            holds = each.script.shape.holds
            if holds is None or any(hold.start <= start and end <= hold.end for hold in holds):
                graph["source", number]["part", start] = 1e15
    return max_flow(graph, "start", "goal") >= first_bytes - 2


@settings(max_examples=40)
@given(st.integers(0, 2**32))
def test_the_bound_is_where_a_maximum_flow_becomes_possible(chance: int) -> None:
    dice = random.Random(chance)
    shapes = []
    for _ in range(dice.randint(1, 5)):
        shape = source(dice.uniform(1e6, 10e6), dice.uniform(0, 2), rate_sigma=dice.choice([0.0, 0.7]))
        if dice.random() < 0.7:
            start = dice.randrange(SIZE - 1)
            shape["holds"] = [[start, dice.randint(start + 1, SIZE)]]
        shapes.append(shape)
    shapes.append(source(dice.uniform(1e6, 4e6), 0.1))
    top = {"access_rate_bytes_per_s": dice.uniform(4e6, 20e6)} if dice.random() < 0.5 else {}
    case = scenario(*shapes, **top)
    bound = find_bound(case, seed=chance)
    for part in (0.2, 0.6, 1.0):
        first_bytes = int(SIZE * part)
        time_s = bound.time_of(first_bytes)
        assert can_deliver(case, chance, first_bytes, time_s * 1.0001 + 1e-6)
        assert not can_deliver(case, chance, first_bytes, time_s * 0.999)
