"""The failure modes of schedulers that we know of, one named test each, in the simulated network.

- Phase lock: `test_phase_lock`.
- Starvation by optimism: `test_starvation_by_optimism`, `test_what_was_promised_and_does_not_come_is_not_waited_for`,
  `test_a_hole_at_the_frontier_is_not_left_for_those_who_never_come`.
- Starvation by pessimism: `test_starvation_by_pessimism`,
  `test_a_source_that_was_thought_to_stand_still_is_believed_again`.
- Mutual deference at the end: `test_mutual_deference_at_the_end`,
  `test_somebody_asks_for_the_last_bytes_when_nobody_is_connected_any_more`.
- Slow start read as collapse: `test_slow_start_is_not_read_as_collapse`.
- A rescue that cancels a probe in a loop: `test_a_rescue_does_not_cancel_a_probe_in_a_loop`,
  `test_nothing_rescues_a_probe`.
- Channel growth triggered by an on/off source: `test_an_on_off_source_does_not_grow_channels`.
- One slow channel holds the end: `test_one_slow_channel_does_not_hold_the_end`,
  `test_at_the_end_nobody_takes_more_than_it_brings_until_all_are_done`.
- A collapse of the fastest source costs 60 %: `test_a_collapse_of_the_fastest_costs_little`,
  `test_a_helper_that_collapses_in_its_turn_is_helped_too`.

The other tests are of failures that we met later.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from tests.unit.schedule.desk import MIB, Desk, Line, profile

from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Decision, Hedge, OpenChannel, Probe, Request, Truncate
from headwater.model.errors import Retry
from headwater.model.events import Connected, Event, RangeDone, WishesChanged
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.source import SourceId, Support
from headwater.model.spans import Span
from headwater.model.tuning import Tuning
from headwater.schedule.advanced_scheduler import Supply
from headwater.schedule.byte_book import Flight
from headwater.schedule.lanes import NEAR_LANES
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.schedule.reader_runs import FRESH_BYTES
from headwater.schedule.recovery import AGAIN_S
from headwater.simulation.scenario import Scenario, SourceScript, SourceShape
from headwater.simulation.simulation import Outcome, product, simulate
from headwater.simulation.world import World

KIB = 1024


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


def test_what_was_promised_and_does_not_come_is_not_waited_for() -> None:
    """A hole that others are reckoned to fill in time is skipped; when it stays free, whoever comes next fills it."""
    desk = Desk(profile(0), profile(1), size_bytes=256 * MIB)
    desk.flow(2.0, {0: 8e6, 1: 1e6})
    books, planner = desk.scheduler._books, desk.scheduler._dispatcher.planner
    eager, slow = (books.sources.records[SourceId(number)] for number in (0, 1))
    hole = next(iter(books.bytes.free)).start

    def begins() -> int:
        eager.supply = Supply(desk.now, 4 * MIB, 0.1)
        planner.note_front(desk.now)
        plan = planner.choose(slow, None, desk.now)
        assert plan is not None
        return plan[0][0].start

    assert begins() > hole
    desk.now += books.tuning.interval_s / books.tuning.sub_intervals
    assert begins() > hole, "there is time yet"
    desk.now += 0.01
    assert begins() == hole


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


@pytest.mark.parametrize("left_bytes", [100_000, 20_000])
def test_somebody_asks_for_the_last_bytes_when_nobody_is_connected_any_more(left_bytes: int) -> None:
    """Each would be later than all reckon to be done, since it had to connect first; it must not wait for the other."""
    desk = Desk(profile(0), profile(1), size_bytes=18 * MIB)
    desk.flow(2.0, {0: 4e6, 1: 4e6})
    missing = desk.scheduler._books.bytes
    while missing.missing_bytes > left_bytes:
        for line in desk.busy():
            if line.channel_id in desk.lines:
                desk.bring(line, min(16 * 1024, missing.missing_bytes - left_bytes))
        desk.wake(0.01)
    for line in list(desk.lines.values()):
        del desk.lines[line.channel_id]
        desk.tell(RangeDone(line.channel_id, reusable=False))
    assert desk.busy()
    desk.finish(20)
    assert desk.scheduler.is_complete


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


@pytest.mark.parametrize("latency_s", [0.02, 0.1])
def test_nothing_rescues_a_probe(latency_s: float) -> None:
    """It is there to wait: a source that says nothing is asked for a little, and nobody takes or doubles that."""
    silent = {"rate_bytes_per_s": 0.0}
    scenario = network(*[SourceShape(4e6, latency_s)] * 2, size_bytes=64 * MIB, changes={0: [(3.0, silent)]})
    probing: dict[ChannelId, float] = {}
    given_up: list[str] = []

    class Watched(PrioritizationScheduler):
        def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
            decisions = super().handle(event, now)
            for decision in decisions:
                match decision:
                    case Probe(channel_id):
                        probing[channel_id] = now
                    case Hedge(_, _, rival_id, why) if rival_id in probing:
                        given_up.append(why)
                    case CloseChannel(channel_id, why) | Truncate(channel_id, why=why) if channel_id in probing:
                        given_up.append(why)
            return decisions

    World(scenario, Watched(scenario.size_bytes)).run(13.5)
    assert probing
    assert set(given_up) == {"nothing came for a while"}, "and that only after seconds"


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


def test_at_the_end_nobody_takes_more_than_it_brings_until_all_are_done() -> None:
    """Without anybody who helps out: what each is asked for last is as long as what is left of the time."""
    scenario = network(SourceShape(8e6, 0.02), SourceShape(4e6, 0.03), size_bytes=96 * MIB)
    figures = simulate(scenario, product(Tuning(recovery=0.0, hedging=0.0))).figures
    assert figures.completion_s is not None
    assert figures.completion_s < figures.ideal_s + 0.2


def test_a_channel_to_spare_or_none_is_reckoned_with() -> None:
    """Each request costs a pause of one latency where no second channel may fill it: so they are long and few."""
    scenario = network(SourceShape(4e6, 0.4))
    one, many = (simulate(scenario, product(Tuning(max_channels_per_source=most))) for most in (1, 8))
    assert one.figures.ratio is not None
    assert one.figures.ratio < 1.7
    assert one.trace.requests < many.trace.requests


def test_who_has_not_answered_yet_is_farther_than_it_is_silent() -> None:
    desk = Desk(profile(0), profile(1), size_bytes=256 * MIB)
    desk.begin(desk.busy(0)[0])
    planner, silent = desk.scheduler._dispatcher.planner, desk.scheduler._books.sources.records[SourceId(1)]
    reckoned_s = [planner._latency_s(silent, now) for now in (0.0, 0.5, 1.0)]
    assert reckoned_s == sorted(reckoned_s)
    assert reckoned_s[-1] > 1.0
    desk.begin(desk.busy(1)[0])
    assert planner._latency_s(silent, 1.0) == pytest.approx(desk.latency_s)


def late(desk: Desk) -> Flight:
    """The frontier's request stands still, and all others have gone on."""
    desk.flow(3.0, {0: 8e6, 1: 4e6, 2: 4e6})
    held = min(desk.busy(0), key=lambda line: line.at)
    flight = desk.scheduler._books.channels[held.channel_id].flight
    assert flight is not None
    return flight


def test_a_request_is_asked_for_twice_at_most_once() -> None:
    """However long neither comes: others may double the double."""
    desk = Desk(*map(profile, range(3)), tuning=Tuning(recovery=0.0, hedging=1.0))
    flight = late(desk)
    desk.flow(6.0, {2: 2e6})
    rivals = [decision.rival_id for _, decision in desk.decided if isinstance(decision, Hedge)]
    assert flight.channel_id in rivals
    assert len(rivals) == len(set(rivals))


def test_what_was_rescued_is_left_alone_for_a_while_and_no_longer() -> None:
    """A rest that goes from hand to hand never arrives."""
    desk = Desk(*map(profile, range(3)), size_bytes=64 * MIB)
    flight = late(desk)
    for rescued_s, is_looked_at in ((desk.now, False), (desk.now - AGAIN_S - 1.0, True)):
        flight.rescued_s = rescued_s
        for _ in range(10):
            flight.rescued_s += 0.1 if not is_looked_at else 0.0
            desk.flow(0.1, {0: 1e3, 1: 4e6, 2: 4e6})
        held = desk.scheduler._books.channels.get(flight.channel_id)
        is_touched = flight.is_hedged or held is None or held.flight is not flight
        assert is_touched == is_looked_at


def test_a_rescue_that_stands_still_is_rescued_at_once() -> None:
    """At the very end all others waited two seconds for it, with nothing to do."""
    desk = Desk(*map(profile, range(3)), size_bytes=64 * MIB)
    flight = late(desk)
    flight.rescued_s = desk.now
    desk.flow(1.0, {1: 4e6, 2: 4e6})
    rivals = [decision.rival_id for _, decision in desk.decided if isinstance(decision, Hedge)]
    assert flight.channel_id in rivals


@pytest.mark.parametrize(("rest_bytes", "is_closed"), [(600 * KIB, True), (64 * KIB, False)])
def test_what_others_brought_meanwhile_is_not_brought_once_more(rest_bytes: int, is_closed: bool) -> None:
    """A source stands still, others bring what it was asked for, and it comes back on the same connection. What is
    soon over is not worth a new one."""
    desk = Desk(*map(profile, range(3)), size_bytes=256 * MIB)
    desk.flow(3.0, {0: 8e6, 1: 8e6, 2: 8e6})
    held = next(line for line in desk.busy(0) if line.has_begun and line.spans[0].end - line.at > rest_bytes)
    desk.bring(held, held.spans[0].end - held.at - rest_bytes)
    while not desk.delivered.covers(Span(held.at, held.spans[0].end)):
        desk.flow(0.1, {1: 8e6, 2: 8e6})
        assert desk.now < 8.0, "its bytes were left to it"
    desk.flow(1.0, {1: 8e6, 2: 8e6})
    assert held.channel_id in desk.lines, "by what it was asked for its return is seen"
    desk.now += 0.1
    desk.bring(held, KIB)
    desk.wake()
    assert (held.channel_id not in desk.lines) == is_closed
    assert desk.busy(0), "it is back, and asked for something else"


@pytest.mark.parametrize(("first_byte_s", "is_near"), [(0.02, False), (0.001, True)])
def test_a_server_that_is_reached_at_once_and_thinks_for_long_is_not_near(first_byte_s: float, is_near: bool) -> None:
    """Each connection may be held to a rate of its own: taken for near, it was given two for the first seconds."""
    desk = Desk(profile(0), profile(1), size_bytes=512 * MIB)
    line = desk.busy(0)[0]
    line.is_connected = True
    desk.tell(Connected(line.channel_id, 0.0005))
    desk.now, desk.latency_s = first_byte_s, first_byte_s
    desk.bring(line, 16 * KIB)
    desk.wake(0.05)
    assert (len(desk.busy(0)) <= NEAR_LANES + 1) == is_near


def test_who_waits_at_the_bytes_of_a_broken_connection_is_served_by_another_at_once() -> None:
    """A reader that reads on is in no haste; yet when it stands still for bytes that nobody is asked for any more, one
    request more than usual goes out for them."""
    desk = Desk(profile(0, max_channels=1), profile(1), size_bytes=128 * MIB, tuning=Tuning(max_channels_per_source=12))
    held: Line | None = None
    while held is None:
        desk.now += 0.02
        sharers = len(desk.busy(1))
        for line in desk.busy():
            desk.bring(line, 40_000 if line.source_id == 0 else 40_000 // sharers)
        at = desk.delivered.run_from(0)
        desk.tell(WishesChanged((Wish(ReaderId(1), at, 64 * 1024, Urgency.BLOCKED),)))
        desk.wake(0.0)
        if at > 3 * FRESH_BYTES and not desk.scheduler._books.readers.is_hasty:
            held = next((line for line in desk.busy(0) if line.at == at), None)
    asked = len(desk.asked)
    desk.fail(held, Retry.LATER)
    assert [(source, span.start) for source, span in desk.asked[asked:]] == [(1, held.at)]


def test_a_source_that_refuses_is_asked_by_one_connection_a_pause_and_ever_less_often() -> None:
    """Whoever was quick is asked for what it would bring at once: that is no reason to make ready a second request."""
    desk = Desk(profile(0), profile(1), size_bytes=256 * MIB, tuning=Tuning(first_span_bytes=16 * 1024))
    desk.latency_s = 0.002
    desk.flow(4.0, {0: 4e6, 1: 4e6})
    for line in [line for line in desk.lines.values() if line.source_id == 1]:
        desk.fail(line, Retry.LATER)
    began_s, knocks = desk.now, list[float]()
    while desk.now < began_s + 20.0:
        lines = [line for line in desk.lines.values() if line.source_id == 1]
        assert len(lines) <= 1
        for line in lines:
            knocks.append(desk.now)
            desk.fail(line, Retry.LATER)
        desk.flow(0.1, {0: 4e6})
    assert 4 < sum(at_s < began_s + 4.0 for at_s in knocks) <= 9
    assert sum(at_s >= began_s + 16.0 for at_s in knocks) <= 2, "and is seen to be back soon all the same"


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
