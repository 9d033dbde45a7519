"""The failure modes of schedulers that we know of, one named test each, in the simulated network."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from tests.unit.schedule.desk import MIB, Desk, profile

from headwater.model.decisions import CloseChannel, Decision, Hedge, OpenChannel, Probe, Request
from headwater.model.errors import Retry
from headwater.model.events import Event
from headwater.model.source import SourceId, Support
from headwater.model.spans import Span
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.scenario import Scenario, SourceScript, SourceShape
from headwater.simulation.simulation import Outcome, product, simulate
from headwater.simulation.world import World


def network(
    *shapes: SourceShape,
    size_bytes: int = 128 * MIB,
    changes: dict[int, list[tuple[float, dict[str, Any]]]] | None = None,
) -> Scenario:
    scripts = []
    for number, shape in enumerate(shapes):
        later, steps = shape, []
        for at_s, change in (changes or {}).get(number, []):
            later = replace(later, **change)
            steps.append((at_s, later))
        scripts.append(SourceScript(shape, tuple(steps)))
    return Scenario(size_bytes, tuple(scripts))


def run(scenario: Scenario) -> Outcome[PrioritizationScheduler]:
    outcome = simulate(scenario, product())
    assert outcome.figures.completion_s is not None
    return outcome


def test_phase_lock() -> None:
    """Equal sources ask at different times, so that the frontier moves evenly: lag stays far below one piece."""
    figures = run(network(*[SourceShape(8e6, 0.05)] * 4)).figures
    assert figures.ratio is not None
    assert figures.mean_lag_s is not None
    assert figures.ratio < 1.05
    assert figures.mean_lag_s < 0.5


def test_a_helper_that_collapses_in_its_turn_is_helped_too() -> None:
    """What was taken over is watched like anything else after a while: its new owner may be the next to fail."""
    shapes = [SourceShape(rate, latency_s) for rate, latency_s in ((22.4e6, 0.0224), (8.8e6, 0.0264), (9e6, 0.05))]
    for at_s in (4.8, 4.9, 5.0, 5.1, 5.2):
        scenario = network(*shapes, changes={0: [(at_s, {"rate_bytes_per_s": 2e5})]}, size_bytes=256 * MIB)
        figures = run(scenario).figures
        assert figures.ratio is not None
        assert figures.ratio < 1.1


def test_starvation_by_optimism() -> None:
    """A source that was fast and now delivers nothing keeps no hole at the frontier: others fill it in time."""
    scenario = network(SourceShape(10e6, 0.02), SourceShape(5e6, 0.05), changes={0: [(4.0, {"rate_bytes_per_s": 1e3})]})
    figures = run(scenario).figures
    assert figures.p95_lag_s is not None
    assert figures.p95_lag_s < 3.0


def test_starvation_by_pessimism() -> None:
    """A source that stood at nearly nothing is asked again, and used when it is back."""
    scenario = network(
        SourceShape(4e6, 0.02),
        SourceShape(12e6, 0.05),
        size_bytes=256 * MIB,
        changes={1: [(3.0, {"rate_bytes_per_s": 2e3}), (6.0, {"rate_bytes_per_s": 12e6})]},
    )
    outcome = run(scenario)
    assert outcome.trace.source_bytes[1] > 100 * MIB


def test_mutual_deference_at_the_end() -> None:
    """The last bytes are taken by somebody, however small, although each source could wait for another."""
    for latency_s in (0.01, 0.1, 0.4):
        figures = run(network(*[SourceShape(6e6, latency_s)] * 3, size_bytes=24 * MIB)).figures
        assert figures.completion_s is not None
        assert figures.completion_s < figures.ideal_s + 10 * latency_s + 0.5


def test_slow_start_is_not_read_as_collapse() -> None:
    """A distant source that is still growing is not cut off."""
    outcome = run(network(SourceShape(10e6, 0.01), SourceShape(10e6, 0.4), size_bytes=256 * MIB))
    assert outcome.trace.source_bytes[1] > 64 * MIB
    assert outcome.trace.connections < 60


def test_a_rescue_does_not_cancel_a_probe_in_a_loop() -> None:
    """A source that refuses is probed by one connection at a time, ever more rarely; nothing rescues a probe."""
    scenario = network(
        SourceShape(4e6, 0.02), SourceShape(4e6, 0.05), size_bytes=128 * MIB, changes={1: [(3.0, {"dead": True})]}
    )
    probes: list[float] = []

    class Watched(PrioritizationScheduler):
        def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
            decisions = super().handle(event, now)
            probes.extend(now for decision in decisions if isinstance(decision, Probe))
            return decisions

    World(scenario, Watched(scenario.size_bytes)).run(20.0)
    gaps = [later - sooner for sooner, later in pairwise(probes[1:])]
    assert probes
    assert all(gap > 0.1 for gap in gaps)
    assert gaps[-1] > 2 * gaps[0]


def test_an_on_off_source_does_not_grow_channels() -> None:
    """A source that comes and goes is no reason for more connections to it than to a steady one."""
    blinks = [
        (float(at), {"rate_bytes_per_s": 8e6 if number % 2 else 1e3}) for number, at in enumerate(range(3, 40, 2))
    ]
    scenario = network(SourceShape(8e6, 0.02), SourceShape(8e6, 0.03), size_bytes=256 * MIB, changes={1: blinks})
    most = 0

    class Watched(PrioritizationScheduler):
        def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
            nonlocal most
            decisions = super().handle(event, now)
            if now > 5.0:
                most = max(most, self._books.sources.records[SourceId(1)].learner.lanes)
            return decisions

    World(scenario, Watched(scenario.size_bytes)).run(40.0)
    assert most <= 8


def test_a_collapse_of_the_fastest_costs_little() -> None:
    scenario = network(
        SourceShape(20e6, 0.02),
        SourceShape(10e6, 0.03),
        SourceShape(8e6, 0.05),
        size_bytes=256 * MIB,
        changes={0: [(3.0, {"rate_bytes_per_s": 2e5})]},
    )
    figures = run(scenario).figures
    assert figures.ratio is not None
    assert figures.ratio < 1.06


def test_one_slow_channel_does_not_hold_the_end() -> None:
    figures = run(network(SourceShape(10e6, 0.02), SourceShape(1e5, 0.3), size_bytes=32 * MIB)).figures
    assert figures.ratio is not None
    assert figures.ratio < 1.15


def test_a_silent_channel_is_given_up_but_a_stopped_computer_blames_nobody() -> None:
    desk = Desk(profile(0), profile(1))
    desk.flow(2.0, {0: 4e6, 1: 4e6})
    closed = len([d for _, d in desk.decided if isinstance(d, CloseChannel)])
    for _ in range(50):
        desk.wake(0.1)
    assert len([d for _, d in desk.decided if isinstance(d, CloseChannel)]) == closed
    desk.flow(8.0, {1: 1e6})
    reasons = {d.why for _, d in desk.decided if isinstance(d, CloseChannel)}
    assert "nothing came for a while" in reasons


def test_a_hole_at_the_frontier_is_not_left_for_those_who_never_come() -> None:
    """Whoever comes next takes the first free byte when it stayed free for an interval."""
    desk = Desk(profile(0), profile(1), size_bytes=64 * MIB)
    desk.flow(3.0, {0: 8e6, 1: 1e6})
    desk.fail(desk.busy(0)[0], Retry.NEVER)
    desk.flow(6.0, {1: 1e6})
    frontier = desk.delivered.run_from(0)
    free = next(iter(desk.scheduler._books.bytes.free))
    assert free.start > frontier
    assert any(line.spans[0].start <= frontier < line.spans[0].end or line.at == frontier for line in desk.busy(1))


def test_every_connection_is_used() -> None:
    """No channel is opened without being asked for something at once."""
    desk = Desk(profile(0), profile(1))
    desk.flow(3.0, {0: 4e6, 1: 2e6})
    opened = {d.channel_id for _, d in desk.decided if isinstance(d, OpenChannel)}
    asked = {d.channel_id for _, d in desk.decided if isinstance(d, Request | Hedge | Probe)}
    assert opened == asked
    assert all(Span(0, 64 * MIB).covers(span) for _, span in desk.asked)
    assert any(isinstance(d, Request) for _, d in desk.decided)


def test_scarce_bytes_are_not_left_over_to_the_few_who_hold_them() -> None:
    """Four mirrors hold two quarters each: whoever alone holds the end turns to it before it is too late."""
    quarter = 32 * MIB
    holds = ((0, 2), (2, 4), (1, 3), (0, 1, 3, 4))
    shapes = [
        SourceShape(
            8e6,
            0.03,
            holds=tuple(Span(a * quarter, b * quarter) for a, b in zip(edges[::2], edges[1::2], strict=True)),
        )
        for edges in holds
    ]
    figures = run(network(*shapes, size_bytes=4 * quarter)).figures
    assert figures.ratio is not None
    assert figures.ratio < 1.18


def test_a_multi_range_request_takes_what_is_free_and_no_more() -> None:
    desk = Desk(profile(0, multi_range=Support.YES), size_bytes=64 * MIB)
    desk.flow(2.0, {0: 4e6})
    dispatcher = desk.scheduler._dispatcher
    books, first = desk.scheduler._books, Span(60 * MIB, 60 * MIB + 40_000)
    books.bytes.free.discard(Span(0, 60 * MIB))
    books.bytes.free.discard(Span(first.end, 64 * MIB))
    record = books.sources.records[SourceId(0)]
    assert dispatcher.planner._interleave(record, first, desk.now, 4e6, desk.now) == (first,)
    assert list(books.bytes.free) == [first]


def test_connections_that_nothing_can_be_asked_of_keep_no_job_waiting() -> None:
    """All that the source holds is here; its kept connections must not hide that the rest is nowhere to be had."""
    desk = Desk(profile(0, holds=(Span(0, 4 * MIB),)), size_bytes=8 * MIB)
    desk.flow(10.0, {0: 4e6})
    assert desk.lines
    assert desk.scheduler.verdict(desk.now) == f"No source that works holds the bytes {Span(4 * MIB, 8 * MIB)}."


def test_who_was_too_quick_to_be_measured_helps_out_all_the_same() -> None:
    """It brings all that it is asked for within a moment; the rest was asked of a server that never says a word."""
    desk = Desk(profile(0), profile(1), size_bytes=3 * MIB)
    desk.latency_s = 0.001
    desk.flow(4.0, {0: 400e6})
    assert desk.scheduler.is_complete


def test_a_source_that_was_thought_to_stand_still_is_believed_again() -> None:
    """Starved by pessimism: what it is asked for is so little that it comes at once, which the meter cannot measure."""
    desk = Desk(profile(0), size_bytes=512 * MIB)
    desk.flow(4.0, {0: 4e6})
    for line in desk.busy():
        desk.bring(line, 1000)
    for _ in range(12):
        desk.wake(0.1)  # this computer was away, or the server paused
    for line in desk.busy():
        desk.bring(line, sum(span.size for span in line.spans))
    before = len(desk.asked)
    for _ in range(60):
        desk.now += 0.03
        for line in desk.busy():
            if line.channel_id in desk.lines and line.is_busy:
                desk.bring(line, 150_000)  # 5 MB/s for each, and all of a small request at once
        desk.wake(0.0)
    assert max(span.size for _, span in desk.asked[before:]) >= 256 * 1024
