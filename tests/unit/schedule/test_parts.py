"""The small pure parts: allocator, advanced placement, smoothing, end game, scarcity, learning."""

from itertools import accumulate, pairwise
from math import inf
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.model.source import SourceId, SourceProfile
from headwater.model.spans import Span, SpanSet
from headwater.schedule.advanced_scheduler import Supply, skip_bytes
from headwater.schedule.bulk_scheduler import place
from headwater.schedule.channel_learning import LaneLearner
from headwater.schedule.channel_meter import INITIAL_WINDOW_BYTES, brought_bytes, transfer_s
from headwater.schedule.constraint_scheduler import Constraints
from headwater.schedule.data_prioritizer import Band, Level
from headwater.schedule.end_game import finish_s, split_bytes
from headwater.schedule.proportional_allocator import Budget, interval_bytes, shares
from headwater.schedule.scarcity import reserve
from headwater.schedule.subinterval_smoothing import (
    merged,
    ramp_bytes,
    spare_channels,
    staggered_bytes,
    urgent_bytes,
)

# Proportional allocator ------------------------------------------------------------------------------------------


def test_shares_follow_rate_and_what_latency_leaves_of_the_interval() -> None:
    assert interval_bytes(1000, 0.5, 2.0) == 1500
    assert interval_bytes(1000, 3.0, 2.0) == 0
    assert shares({"near": (3000, 0.0), "far": (1000, 1.0)}, 2.0) == {"near": 6 / 7, "far": 1 / 7}
    assert shares({"dead": (0.0, 0.0)}, 2.0) == {"dead": 0.0}


def test_a_small_rest_goes_with_the_last_piece() -> None:
    budget = Budget()
    sizes = [budget.draw(at, 1000.0, 0.3 if at == 0 else 0.0, 2.0, 4) for at in (0.0, 0.5, 1.0, 1.7, 2.2)]
    assert sizes == [500, 500, 700, 500, 500]
    assert "bytes left" in repr(budget)


def test_bytes_that_land_later_are_charged_to_a_later_interval() -> None:
    budget = Budget()
    assert budget.draw(0.0, 1000.0, 0.0, 2.0, 2) == 1000
    assert budget.draw(2.5, 1000.0, 0.0, 2.0, 2) == 1000
    assert budget.draw(20.0, 1000.0, 0.0, 2.0, 2) == 1000


def test_after_a_pause_an_interval_begins_anew_with_what_its_latency_leaves() -> None:
    budget = Budget()
    assert budget.draw(0.0, 1000.0, 0.0, 2.0, 2) == 1000
    sizes = [budget.draw(at, 1000.0, 0.4, 2.0, 2) for at in (20.0, 21.0, 22.0)]
    assert sizes == [1000, 600, 1000], "not one interval each, for lack of a beginning"


# Advanced placement ----------------------------------------------------------------------------------------------


def test_only_whole_pieces_that_land_before_ours_count() -> None:
    supply, nobody = Supply(1.0, 500, 0.5), Supply(float("inf"), 0, 1.0)
    assert [skip_bytes(at_s, [supply, nobody]) for at_s in (1.4, 1.5, 2.6)] == [0, 500, 1500]
    assert skip_bytes(2.6, [supply, nobody, supply]) == 3000


def test_a_place_snaps_to_the_edges_of_holes() -> None:
    constraints = Constraints(SourceProfile(SourceId(0), "h"))
    free = SpanSet.of((0, 100), (200, 300))
    bands = (Band(Span(0, 1000), Level.ORDER),)
    assert place(free, bands, constraints, 50, 10) == (Span(0, 50), Level.ORDER)
    assert place(free, bands, constraints, 80, 0) == (Span(0, 100), Level.ORDER)
    assert place(free, bands, constraints, 50, 60) == (Span(50, 100), Level.ORDER)
    assert place(free, bands, constraints, 40, 100) == (Span(200, 240), Level.ORDER)
    assert place(free, bands, constraints, 40, 130) == (Span(230, 270), Level.ORDER)
    assert place(free, bands, constraints, 40, 250) is None
    assert place(free, bands, constraints, 40, kept=SpanSet.of((220, 260))) == (Span(220, 260), Level.ORDER)


# Sub-interval smoothing ------------------------------------------------------------------------------------------


def test_more_channels_wait_where_latency_is_long() -> None:
    assert spare_channels(1, 0.05, 0.5) == 1
    assert spare_channels(4, 0.5, 0.5) == 4
    assert spare_channels(6, 0.1, 0.5) == 2
    assert spare_channels(1, 0.0, 0.0) == 1


@pytest.mark.parametrize("duration_s", [0.05, 0.3, 0.6, 4.0])
@pytest.mark.parametrize("cap", [1e5, 2e6, inf])
def test_what_comes_in_a_time_is_the_inverse_of_how_long_it_takes(duration_s: float, cap: float) -> None:
    brought = brought_bytes(duration_s, 2e5, 0.1, cap)
    assert transfer_s(brought, 2e5, 0.1, cap) == pytest.approx(duration_s)
    assert brought_bytes(-1.0, 2e5, 0.1, cap) == 0


def test_slow_start_requests_grow_with_the_window() -> None:
    assert ramp_bytes(0.0, 0.1) == pytest.approx(4.33 * INITIAL_WINDOW_BYTES, rel=0.01)
    assert ramp_bytes(1e6, 0.1) == pytest.approx(433e3, rel=0.01)


def test_urgent_requests_begin_small_and_double() -> None:
    starts = list(accumulate(range(4), lambda at, _: at + urgent_bytes(at, 0), initial=0))[1:]
    sizes = [urgent_bytes(at, 0) for at in (0, *starts)]
    assert sizes[0] == 64 * 1024
    assert all(later <= 2 * sooner for sooner, later in pairwise(sizes))
    assert sizes[-1] > 4 * sizes[0]


def test_touching_spans_are_joined() -> None:
    assert merged([Span(6, 8), Span(0, 2), Span(2, 4)]) == (Span(0, 4), Span(6, 8))
    assert merged([]) == ()


# End game --------------------------------------------------------------------------------------------------------


@given(
    st.integers(1, 10**9),
    st.lists(st.tuples(st.floats(0, 5), st.floats(1e3, 1e8)), min_size=1, max_size=8),
    st.lists(st.floats(0, 1e9), min_size=8, max_size=8),
)
def test_all_end_together_and_the_parts_add_up(free: int, rates: list[tuple[float, float]], most: list[float]) -> None:
    supplies = [
        (starts_s, rate, min(most_bytes, free)) for (starts_s, rate), most_bytes in zip(rates, most, strict=False)
    ]
    supplies[0] = (*rates[0], free)  # one holds everything
    end_s = finish_s(free, supplies)
    parts = (min(most_bytes, rate * max(0.0, end_s - starts_s)) for starts_s, rate, most_bytes in supplies)
    assert sum(parts) == pytest.approx(free, rel=1e-6)


def test_whoever_holds_nothing_of_the_rest_does_not_shorten_the_end() -> None:
    assert finish_s(100, [(0.0, 10.0, 100), (0.0, 90.0, 0)]) == pytest.approx(10.0)
    assert finish_s(100, [(0.0, 10.0, 100), (0.0, 90.0, 20)]) == pytest.approx(8.0)
    assert finish_s(100, [(0.0, 10.0, 100), (0.0, 90.0, 100)]) == pytest.approx(1.0)


def test_nobody_never_ends() -> None:
    assert finish_s(10, []) == float("inf")
    assert finish_s(10, [(0.0, 0.0, 10)]) == float("inf")
    assert finish_s(10, [(0.0, 5.0, 0)]) == float("inf")
    assert finish_s(10, [(0.0, 5.0, 3)]) == pytest.approx(2.0), "what nobody holds is not waited for"


def test_a_rest_is_split_so_that_both_end_together() -> None:
    taken, together_s = split_bytes(1000, 100, 300, 1.0)
    assert together_s == pytest.approx(3.25)
    assert taken == pytest.approx(675)
    assert split_bytes(100, 100, 300, 5.0) == (0.0, 1.0)


# Scarcity --------------------------------------------------------------------------------------------------------


def test_order_is_kept_while_it_costs_nothing() -> None:
    everything = SpanSet.of((0, 1000))
    assert reserve(everything, 1000, {"a": (10.0, None), "b": (10.0, None)}) == {}
    assert reserve(everything, 1000, {"a": (0.0, SpanSet.of((0, 10)))}) == {}
    halves = {"a": (10.0, SpanSet.of((0, 500))), "b": (10.0, SpanSet.of((500, 1000)))}
    assert reserve(everything, 1000, halves) == {}


def test_who_alone_holds_the_end_keeps_to_it() -> None:
    """b alone holds the last 600: 60 s of its time, where everything needs 50 s of both."""
    kept = reserve(SpanSet.of((0, 1000)), 1000, {"a": (10.0, SpanSet.of((0, 400))), "b": (10.0, None)})
    assert kept == {"b": SpanSet.of((400, 1000))}


def test_sets_of_sources_bind_together() -> None:
    """Nobody alone, but b and c together hold what a lacks; d holds everything and is too slow to matter."""
    sources = {
        "a": (40.0, SpanSet.of((0, 200))),
        "b": (10.0, SpanSet.of((200, 1000))),
        "c": (10.0, SpanSet.of((100, 1000))),
    }
    kept = reserve(SpanSet.of((0, 1000)), 1000, sources)
    assert kept["b"] == kept["c"] == SpanSet.of((200, 1000))
    assert "a" not in kept


def test_very_many_edges_are_not_looked_at() -> None:
    many = SpanSet.of(*((i * 10, i * 10 + 5) for i in range(100)))
    assert reserve(SpanSet.of((0, 1000)), 1000, {"a": (10.0, many), "b": (10.0, None)}) == {}


# Learning lanes --------------------------------------------------------------------------------------------------


def feed(learner: LaneLearner, samples: list[tuple[float, float]]) -> LaneLearner:
    for count, rate in samples:
        learner.push(count, rate, 0.1)
    return learner


def test_more_lanes_are_opened_where_the_rate_follows_their_number() -> None:
    learner = feed(LaneLearner(2), [(1.0, 100.0), (2.0, 200.0)] * 4)
    assert learner.elasticity == pytest.approx(1.0, abs=0.01)
    assert learner.judge(cap=8) == 1
    assert learner.lanes == 3
    assert learner.elasticity is None


def test_lanes_are_given_back_where_they_share_one_pipe() -> None:
    learner = feed(LaneLearner(4), [(3.0, 400.0), (4.0, 400.0)] * 4)
    assert learner.judge(cap=8) == -1
    assert learner.lanes == 3


def test_an_even_flow_is_explored_more_and_more_rarely() -> None:
    learner = LaneLearner(2)
    trials = []
    for tenth in range(80):
        if learner.judge(cap=3):
            trials.append(tenth / 10)
            learner.lanes = 2
        learner.push(2.0, 100.0, 0.1)
    assert len(trials) >= 2
    assert trials[1] - trials[0] > 1.5 * trials[0]
    assert learner.judge(cap=2) == 0


@pytest.mark.parametrize("seed", range(20))
def test_a_source_that_noise_made_look_worthless_is_tried_again(seed: int) -> None:
    """Each connection brings 100 bytes a second, and a busy computer tells of them early or late, by up to a half."""
    dice = Random(seed)
    learner = feed(LaneLearner(1), [(1.0, 400.0), (2.0, 100.0)] * 4)
    assert learner.judge(cap=6) == 0
    tried = 1
    for _ in range(1200):
        count = learner.lanes * dice.uniform(0.8, 1.2)  # requests overlap, and one is over before the next begins
        learner.push(count, learner.lanes * 100.0 * dice.uniform(0.5, 1.5), 0.1)
        learner.judge(cap=6)
        tried = max(tried, learner.lanes)
    assert tried == 6


@pytest.mark.parametrize(("lanes", "samples"), [(1, [(1.0, 400.0), (2.0, 400.0)]), (3, [(2.0, 300.0), (3.0, 360.0)])])
def test_what_speaks_against_more_lanes_is_put_to_the_test_more_and_more_rarely(
    lanes: int, samples: list[tuple[float, float]]
) -> None:
    learner = LaneLearner(lanes)
    trials = [0.0]
    for tenth in range(3000):
        feed(learner, [samples[tenth % 2]])
        if learner.judge(cap=lanes + 1) > 0:
            trials.append(tenth / 10)
            learner.lanes = lanes
    pauses = [later - sooner for sooner, later in pairwise(trials)]
    assert pauses == pytest.approx([8, 16, 32, 60, 60, 60, 60], abs=0.2)


def test_requests_that_would_end_together_differ_in_size() -> None:
    assert len({staggered_bytes(1000, phase) for phase in range(5)}) == 5
    assert min(staggered_bytes(1000, phase) for phase in range(9)) == 1000


def test_nothing_is_learned_from_too_little_or_from_silence() -> None:
    assert LaneLearner(2).judge(8) == 0
    assert feed(LaneLearner(2), [(2.0, 0.0)] * 9).elasticity is None
    assert feed(LaneLearner(2), [(2.0, 100.0)] * 9).elasticity is None
    assert "elasticity ?" in repr(LaneLearner(2))


def test_lanes_never_pass_the_cap_and_one_stays() -> None:
    assert feed(LaneLearner(4), [(3.0, 300.0), (4.0, 400.0)] * 4).judge(cap=4) == 0
    assert feed(LaneLearner(1), [(1.0, 400.0), (2.0, 400.0)] * 4).judge(cap=4) == 0
    middling = feed(LaneLearner(3), [(2.0, 300.0), (3.0, 360.0)] * 4)
    assert middling.judge(cap=8) == 0
    assert "3 lanes" in repr(middling)
