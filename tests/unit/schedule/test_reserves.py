"""Who is used and who is kept in reserve: the best, nobody who costs without need, whoever alone holds something."""

import pytest
from tests.unit.schedule.desk import MIB, Desk, profile

from headwater.model.decisions import CloseChannel
from headwater.model.errors import Retry
from headwater.model.events import SourcesChanged, TuningChanged
from headwater.model.source import SourceId, SourceProfile, SourceState, Support
from headwater.model.spans import Span
from headwater.model.tuning import Tuning


def used(desk: Desk) -> set[int]:
    """Which sources were asked for bytes."""
    return {int(source_id) for source_id, _ in desk.asked}


def reason(desk: Desk, number: int) -> str | None:
    return desk.scheduler.sources(desk.now)[number].reason


def test_a_source_that_costs_is_not_asked_while_a_free_one_can_be() -> None:
    desk = Desk(profile(0, cost_per_gb=0.01, external_rank=1.0), profile(1))
    desk.flow(2.0, {0: 9e6, 1: 1e6})
    assert used(desk) == {1}
    assert reason(desk, 0) == "in reserve: it costs, and others are free"
    assert desk.scheduler.sources(desk.now)[0].state is SourceState.UNTRIED
    for line in desk.busy(1):
        desk.fail(line, Retry.LATER)
    desk.flow(0.5, {0: 9e6})
    assert used(desk) == {0, 1}, "it helps when others cannot"
    assert reason(desk, 0) is None


@pytest.mark.parametrize(
    ("paid", "tuning"),
    [
        (profile(0, cost_per_gb=0.01), Tuning(weight_cost=0.0)),
        (profile(0, cost_per_gb=0.01, pinned=True), Tuning()),
        (profile(0, cost_per_gb=0.0), Tuning()),
    ],
)
def test_a_price_that_does_not_matter_keeps_nobody_back(paid: SourceProfile, tuning: Tuning) -> None:
    desk = Desk(paid, profile(1), tuning=tuning)
    desk.flow(1.0, {0: 1e6, 1: 1e6})
    assert used(desk) == {0, 1}


def test_where_all_cost_all_are_used_but_one_over_its_budget() -> None:
    costs = {"cost_per_gb": 0.5}
    desk = Desk(profile(0, **costs), profile(1, **costs), profile(2, **costs, budget_left_bytes=0))
    desk.flow(1.0, {0: 1e6, 1: 1e6, 2: 1e6})
    assert used(desk) == {0, 1}
    assert reason(desk, 2) == "in reserve: it brought as much as you want to pay for"


def test_whoever_alone_holds_something_is_used_whatever_it_costs() -> None:
    half = 32 * MIB
    desk = Desk(
        profile(0, holds=(Span(0, half),)),
        profile(1, holds=(Span(0, half // 2),), cost_per_gb=1.0),
        profile(2, cost_per_gb=1.0),
        size_bytes=2 * half,
    )
    desk.finish()
    assert used(desk) == {0, 2}
    assert all(span.start >= half for source_id, span in desk.asked if source_id == SourceId(2))


def test_more_than_wanted_are_used_where_the_best_do_not_hold_everything() -> None:
    half = 4 * MIB
    desk = Desk(
        profile(0, holds=(Span(0, half),), external_rank=1.0),
        profile(1, holds=(Span(0, half),), external_rank=0.9),
        profile(2, holds=(Span(half, 2 * half),), external_rank=0.1),
        size_bytes=2 * half,
        tuning=Tuning(max_sources=1),
    )
    assert used(desk) == {0, 2}
    desk.finish()
    assert desk.scheduler.is_complete
    assert used(desk) == {0, 2}


def test_a_source_that_gives_the_whole_file_only_does_not_keep_others_back() -> None:
    desk = Desk(profile(0, ranges=Support.NO), profile(1, cost_per_gb=1.0))
    desk.flow(1.0, {0: 1e6, 1: 1e6})
    assert 1 in used(desk)


def test_only_so_many_of_the_best_are_used_and_a_better_one_takes_a_place() -> None:
    ranks = {0: 0.2, 1: 0.9, 2: 0.8, 3: 0.1}
    tuning = Tuning(max_sources=2, weight_throughput=0.0, weight_latency=0.0)  # what is measured says nothing here
    desk = Desk(*(profile(n, external_rank=rank) for n, rank in ranks.items()), tuning=tuning)
    rates = dict.fromkeys(ranks, 1e6)
    desk.flow(2.0, rates)
    assert used(desk) == {1, 2}
    assert reason(desk, 0) == "in reserve: 2 that rank better are in use"
    # A little better is not enough to give up connections that have grown.
    desk.tell(SourcesChanged(tuple(profile(n, external_rank=0.85 if n == 3 else rank) for n, rank in ranks.items())))
    desk.flow(1.0, rates)
    assert used(desk) == {1, 2}
    desk.tell(SourcesChanged((*(profile(n, external_rank=ranks[n]) for n in range(3)), profile(3, pinned=True))))
    desk.flow(6.0, rates)
    assert used(desk) == {1, 2, 3}
    assert not desk.busy(2)
    closed = [decision for _, decision in desk.decided if isinstance(decision, CloseChannel)]
    assert closed
    assert {decision.why for decision in closed} == {"in reserve: 2 that rank better are in use"}


def test_sources_that_score_less_than_wanted_wait_until_they_are_needed() -> None:
    desk = Desk(profile(0, external_rank=0.9), profile(1, external_rank=0.2), tuning=Tuning(least_score=0.4))
    desk.flow(1.0, {0: 1e6, 1: 1e6})
    assert used(desk) == {0}
    assert reason(desk, 1) == "in reserve: its score is below the least wanted"
    desk.tell(TuningChanged(Tuning()))
    desk.flow(1.0, {0: 1e6, 1: 1e6})
    assert used(desk) == {0, 1}, "a knob counts at once"
