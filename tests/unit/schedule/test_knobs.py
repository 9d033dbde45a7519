"""No knob is decoration: turning one alone, within its bounds, changes what is decided.

What each does to a download, and how soon in one that runs, is shown in `tests/sim/test_knobs.py`.
"""

from dataclasses import replace
from functools import cache

import pytest
from tests.unit.schedule.desk import MIB, Desk, profile

from headwater.model.decisions import Decision
from headwater.model.errors import Retry
from headwater.model.events import BlockRejected, Event, Opinion, OpinionsWanted, TuningChanged
from headwater.model.source import HostHistory, SourceId, SourceState
from headwater.model.spans import Span
from headwater.model.tuning import KNOBS, PRESETS, Tuning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.scenario import Scenario, SourceScript, SourceShape
from headwater.simulation.world import World

SHAPES = (
    SourceShape(10e6, 0.02),
    SourceShape(2e6, 0.3),
    SourceShape(8e6, 0.06, per_connection_rate_bytes_per_s=1e6),
    SourceShape(8e4, 0.1),
    SourceShape(2e4, 0.1),
)
#: One host after the other collapses, so that there is something to rescue.
SCRIPTS = (
    SourceScript(SHAPES[0], ((3.0, replace(SHAPES[0], rate_bytes_per_s=3e5)),)),
    *(SourceScript(shape) for shape in SHAPES[1:]),
)


class Recorder(PrioritizationScheduler):
    """The scheduler, with its decisions written down."""

    def __init__(self, tuning: Tuning) -> None:
        super().__init__(48 * MIB, tuning=tuning)
        self.decided: list[Decision] = []

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        decisions = super().handle(event, now)
        self.decided += decisions
        return decisions


@cache
def simulated(tuning: Tuning) -> list[Decision]:
    recorder = Recorder(tuning)
    World(Scenario(48 * MIB, SCRIPTS), recorder).run(25.0)
    return recorder.decided


def criteria(tuning: Tuning) -> Desk:
    """Seven sources of which each is best by one criterion, and a cap that lets the best alone in."""
    common = {"external_rank": 0.1, "hops": 30, "distance_km": 9000.0, "cost_per_gb": 0.2}
    told = (
        profile(0, **{**common, "external_rank": 1.0, "cost_per_gb": 1.0}),
        profile(1, **{**common, "hops": 1}),
        profile(2, **{**common, "distance_km": 10.0}),
        profile(3, **{**common, "cost_per_gb": 0.001}),
        profile(4, **{**common, "external_rank": 0.9, "cost_per_gb": 0.05}),
        profile(5, **common, history=HostHistory(rate_bytes_per_s=5e7, latency_s=0.5)),
        profile(6, **common, history=HostHistory(rate_bytes_per_s=1e4, latency_s=0.001)),
    )
    return Desk(*told, tuning=replace(tuning, max_channels_per_job=1))


def ranked(tuning: Tuning) -> list[Decision]:
    return [decision for _, decision in criteria(tuning).decided]


def crowded(tuning: Tuning) -> list[Decision]:
    """Three sources on one host."""
    desk = Desk(*(replace(profile(number), host="one") for number in range(3)), tuning=tuning)
    return [decision for _, decision in desk.decided]


def failing(tuning: Tuning) -> list[object]:
    """A source that refuses and brings bad blocks; second opinions are wanted."""
    desk = Desk(profile(0), profile(1), tuning=tuning)
    desk.flow(1.0, {0: 1e6, 1: 1e6})
    seen: list[object] = []
    for number in range(3):
        bad = Span(number * 1000, number * 1000 + 1000)
        desk.delivered.discard(bad)
        desk.tell(BlockRejected(bad, (SourceId(1),), SourceId(1)))
    desk.tell(OpinionsWanted((Opinion(Span(0, 16384), (SourceId(0),)),)))
    for _ in range(8):
        for line in desk.busy(0):
            desk.fail(line, Retry.LATER)
        desk.wake(1.0)
        seen.append(desk.scheduler.verdict(desk.now))
    return [*seen, *(decision for _, decision in desk.decided)]


TURNED = {
    "interval_s": 6.0,
    "sub_intervals": 16,
    "look_ahead_s": 0.5,
    "min_span_bytes": 1024 * 1024,
    "max_span_bytes": 512 * 1024,
    "max_channels_per_source": 2,
    "max_channels_per_host": 3,
    "max_channels_per_job": 5,
    "max_sources": 2,
    "least_score": 0.6,
    "recovery": 0.0,
    "hedging": 0.0,
    "first_span_bytes": 32 * 1024,
    "attempts": 1,
    "backoff_s": 3.0,
    "bad_blocks": 3,
    "weight_external": 9.0,
    "weight_throughput": 9.0,
    "weight_latency": 9.0,
    "weight_hops": 9.0,
    "weight_distance": 9.0,
    "weight_cost": 9.0,
}
#: Read by those who ask for second opinions, not here.
ELSEWHERE = {"samples"}


def test_every_knob_is_tried() -> None:
    assert set(TURNED) | ELSEWHERE == set(KNOBS)


@pytest.mark.parametrize("name", TURNED)
def test_turning_one_knob_changes_decisions(name: str) -> None:
    changed = Tuning().changed(name, TURNED[name])
    if name.startswith("weight_"):
        assert ranked(Tuning()) != ranked(changed)
    elif name in {"attempts", "backoff_s", "bad_blocks"}:
        assert failing(Tuning()) != failing(changed)
    elif name == "max_channels_per_host":
        assert crowded(Tuning()) != crowded(changed)
    else:
        assert simulated(Tuning()) != simulated(changed)


@pytest.mark.parametrize(
    ("name", "best"),
    [
        ("weight_external", 0),
        ("weight_throughput", 5),
        ("weight_latency", 6),
        ("weight_hops", 1),
        ("weight_distance", 2),
        ("weight_cost", 3),
    ],
)
def test_the_weight_that_is_greatest_decides_who_is_asked_and_who_ranks_first_from_now_on(name: str, best: int) -> None:
    heavy = Tuning().changed(name, 9.0)
    assert {line.source_id for line in criteria(heavy).lines.values()} == {best}
    running = criteria(Tuning())
    assert {line.source_id for line in running.lines.values()} == {4}, "good by two criteria"
    running.tell(TuningChanged(replace(heavy, max_channels_per_job=1)))
    assert [each.source_id for each in running.scheduler.sources(0.0) if each.rank == 1] == [best]


def test_who_is_hopeless_is_a_matter_of_attempts_at_any_moment() -> None:
    desk = Desk(profile(0, max_channels=1), tuning=Tuning(attempts=9))
    for _ in range(3):
        desk.fail(desk.busy(0)[0], Retry.LATER)
        desk.wake(10.0)
    assert desk.scheduler.verdict(desk.now) is None
    desk.tell(TuningChanged(Tuning(attempts=3)))
    assert desk.scheduler.verdict(desk.now) is not None


@pytest.mark.parametrize("bearable", [1, 3])
def test_so_many_bad_blocks_are_borne_as_the_knob_says_now(bearable: int) -> None:
    desk = Desk(profile(0), profile(1), tuning=Tuning(bad_blocks=9))
    desk.flow(1.0, {0: 1e6, 1: 1e6})
    desk.tell(TuningChanged(Tuning(bad_blocks=bearable)))
    for number in range(3):
        assert (desk.scheduler.sources(desk.now)[1].state is SourceState.SET_ASIDE) == (number >= bearable)
        bad = Span(number * 1000, number * 1000 + 1000)
        desk.delivered.discard(bad)
        desk.tell(BlockRejected(bad, (SourceId(1),), SourceId(1)))
    assert desk.scheduler.sources(desk.now)[1].state is SourceState.SET_ASIDE


@pytest.mark.parametrize("name", ["Streaming", "Bulk", "Polite"])
def test_presets_behave_differently(name: str) -> None:
    assert simulated(PRESETS[name]) != simulated(Tuning())


def test_polite_means_one_connection_a_host() -> None:
    desk = Desk(profile(0), profile(1), tuning=PRESETS["Polite"])
    desk.flow(3.0, {0: 4e6, 1: 1e6})
    assert max(sum(line.source_id == source for line in desk.lines.values()) for source in (0, 1)) == 1
