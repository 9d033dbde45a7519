"""What each knob does in a simulated network, and that turning it in a running job does so within one interval.

One case a knob: a network, two settings, and a figure of what is decided that grows with the knob, or falls, as its
meaning says. Knobs that show in a ranking or in verdicts are tried in `tests/unit/schedule/test_knobs.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from statistics import mean
from typing import Any

import pytest
from tests.sim.jumping_reader import JumpingReader

from headwater.model.channel import ChannelId
from headwater.model.decisions import CloseChannel, Decision, Hedge, OpenChannel, Probe, Purpose, Request, Truncate
from headwater.model.events import Event, TuningChanged
from headwater.model.source import HostHistory, SourceId, Support
from headwater.model.spans import Span
from headwater.model.tuning import PRESETS, Tuning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.scenario import Scenario, SourceScript, SourceShape
from headwater.simulation.world import World

KIB, MIB = 1024, 1024 * 1024
#: When a running job's knob is turned (at none of its ticks), and how long the effect is watched: one interval (s).
TURNED_S = 5.003
WATCHED_S = 2.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: of whom, for what, why, and where the first byte was that nobody was asked for by then."""

    source: SourceId
    span: Span
    why: Purpose | type[Hedge] | type[Probe]
    first_free: int


class Watched(PrioritizationScheduler):
    """The scheduler, with what it decided while it was watched."""

    def __init__(self, size_bytes: int, tuning: Tuning) -> None:
        super().__init__(size_bytes, tuning=tuning)
        self.asked: list[Asked] = []
        #: When it first took something from a source whose bytes would come too late.
        self.stepped_in_s = TURNED_S + WATCHED_S
        self._source_of: dict[ChannelId, SourceId] = {}

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        first_free = next((span.start for span in self._books.bytes.free), self._books.bytes.end)
        decisions = super().handle(event, now)
        for decision in decisions:
            if isinstance(decision, OpenChannel):
                self._source_of[decision.channel_id] = decision.source_id
            elif now >= TURNED_S and isinstance(decision, Request | Hedge | Probe):
                why = decision.purpose if isinstance(decision, Request) else type(decision)
                source = self._source_of[decision.channel_id]
                self.asked += [Asked(source, span, why, first_free) for span in decision.spans]
            elif now >= TURNED_S and isinstance(decision, Truncate | CloseChannel) and "too late" in decision.why:
                self.stepped_in_s = min(self.stepped_in_s, now)
        return decisions

    @property
    def channels_of(self) -> list[int]:
        """Connections to each source in the end."""
        return [len(record.channels) for record in self._books.sources.records.values()]


# Networks --------------------------------------------------------------------------------------------------------


def network(*shapes: SourceShape, at_s: float = 0.0, size_mib: int = 512, **changes: Any) -> Scenario:
    """Sources that stay as they are, but for the last one: from `at_s` on it has these changes."""
    *steady, last = shapes
    later = ((at_s, replace(last, **changes)),) if changes else ()
    return Scenario(size_mib * MIB, (*(SourceScript(shape) for shape in steady), SourceScript(last, later)))


def collapses(to_rate: float, size_mib: int) -> tuple[Scenario, ...]:
    """The faster of two sources collapses, at one moment or another of what it is asked for."""
    shapes = SourceShape(4e6, 0.03), SourceShape(8e6, 0.02)
    moments_s = (TURNED_S + tenth / 10 for tenth in range(1, 4))
    return tuple(network(*shapes, at_s=at_s, size_mib=size_mib, rate_bytes_per_s=to_rate) for at_s in moments_s)


EVEN = network(SourceShape(8e6, 0.03), SourceShape(8e6, 0.05))
SLOW = network(SourceShape(1e6, 0.03), SourceShape(1e6, 0.05))
UNEVEN = network(SourceShape(10e6, 0.02), SourceShape(1e5, 0.5))
CAPPED = network(*[SourceShape(8e6, 0.05, per_connection_rate_bytes_per_s=1e6)] * 2)
DEAD = network(SourceShape(8e6, 0.03), SourceShape(8e6, 0.05), at_s=3.0, dead=True)


# Figures ---------------------------------------------------------------------------------------------------------


def mean_size(watched: Watched) -> float:
    sizes = [asked.span.size for asked in watched.asked if asked.why in {Purpose.BULK, Purpose.ADVANCED}]
    return mean(sizes)


def reach(watched: Watched) -> float:
    """How far behind the first free byte the slow source was sent at most."""
    return max(asked.span.start - asked.first_free for asked in watched.asked if asked.source == 1)


def channels_of_one(watched: Watched) -> float:
    return max(watched.channels_of)


def channels_of_all(watched: Watched) -> float:
    return sum(watched.channels_of)


def sources_asked(watched: Watched) -> float:
    return len({asked.source for asked in watched.asked})


def seconds_to_step_in(watched: Watched) -> float:
    return watched.stepped_in_s - TURNED_S


def asked_twice(watched: Watched) -> float:
    return sum(asked.span.size for asked in watched.asked if asked.why is Hedge)


def probes(watched: Watched) -> float:
    return sum(asked.why is Probe for asked in watched.asked)


def size_of_probes(watched: Watched) -> float:
    return max(asked.span.size for asked in watched.asked if asked.why is Probe)


@dataclass(frozen=True, slots=True)
class Case:
    """Turning a knob from `low` to `high` raises `figure`, or it `falls`, on average over `scenarios`.

    `others` tells how the other knobs stand."""

    knob: str
    low: float
    high: float
    scenarios: tuple[Scenario, ...]
    figure: Callable[[Watched], float]
    falls: bool = False
    others: Tuning = PRESETS["Balanced"]

    def __str__(self) -> str:
        return f"{self.knob} {self.low:g} {self.high:g}"

    @property
    def settings(self) -> tuple[Tuning, Tuning]:
        return self.others.changed(self.knob, self.low), self.others.changed(self.knob, self.high)

    def mean(self, tuning: Tuning, turned: Tuning | None = None) -> float:
        return mean(self.figure(watch(scenario, tuning, turned)) for scenario in self.scenarios)


CASES = [
    Case("interval_s", 1.0, 4.0, (EVEN,), mean_size),
    Case("sub_intervals", 2, 16, (EVEN,), mean_size, falls=True),
    Case("look_ahead_s", 0.5, 30.0, (UNEVEN,), reach),
    Case("min_span_bytes", 64 * KIB, MIB, (SLOW,), mean_size),
    Case("max_span_bytes", 256 * KIB, 16 * MIB, (EVEN,), mean_size),
    Case("max_channels_per_source", 1, 4, (CAPPED,), channels_of_one),
    Case("max_channels_per_host", 1, 4, (CAPPED,), channels_of_one),
    Case("max_channels_per_job", 2, 8, (CAPPED,), channels_of_all),
    Case("max_sources", 1, 2, (EVEN,), sources_asked),
    Case("least_score", 0.0, 0.5, (UNEVEN,), sources_asked, falls=True),
    Case("recovery", 0.0, 0.5, collapses(5e5, 128), seconds_to_step_in, falls=True, others=Tuning(hedging=0.0)),
    Case("recovery", 0.1, 1.0, collapses(5e5, 128), seconds_to_step_in, falls=True, others=Tuning(hedging=0.0)),
    Case("hedging", 0.0, 0.5, collapses(2e4, 128), asked_twice, others=Tuning(recovery=0.0)),
    Case("hedging", 0.1, 1.0, collapses(5e5, 96), asked_twice),
    Case("first_span_bytes", 16 * KIB, 512 * KIB, (DEAD,), size_of_probes),
    Case("backoff_s", 0.1, 2.0, (DEAD,), probes, falls=True),
]


@cache
def watch(scenario: Scenario, tuning: Tuning, turned: Tuning | None = None) -> Watched:
    """Run up to one interval after `TURNED_S`; `turned` is the tuning from then on."""
    watched = Watched(scenario.size_bytes, tuning)
    world = World(scenario, watched, 1)
    if turned is not None:
        world.at(TURNED_S, world.tell, TuningChanged(turned))
    world.run(TURNED_S + WATCHED_S)
    return watched


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_knob_does_what_its_meaning_says(case: Case) -> None:
    low, high = (case.mean(tuning) for tuning in case.settings)
    assert low > high if case.falls else low < high


class Sizes(PrioritizationScheduler):
    """The scheduler, with the size of every request."""

    def __init__(self, size_bytes: int, tuning: Tuning) -> None:
        super().__init__(size_bytes, tuning=tuning)
        self.sizes: list[int] = []
        #: Whether any was for several ranges.
        self.has_several = False

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        decisions = super().handle(event, now)
        asked = [decision.spans for decision in decisions if isinstance(decision, Request | Hedge | Probe)]
        self.sizes += [sum(span.size for span in spans) for spans in asked]
        self.has_several |= any(len(spans) > 1 for spans in asked)
        return decisions


@pytest.mark.parametrize("largest", [64 * KIB, 300_000, 2 * MIB])
@pytest.mark.parametrize("name", ["eight connections", "one connection", "several ranges", "a reader that jumps"])
def test_no_request_is_larger_than_the_largest_span(name: str, largest: int) -> None:
    rates, several = (1e6, 4e6, 16e6, 64e6, 180e6), name == "several ranges"
    history = HostHistory(multi_range=Support.YES if several else Support.NO)
    scripts = [SourceScript(SourceShape(rate, 0.04, multi_range=several), history=history) for rate in rates]
    channels = 1 if name in {"one connection", "several ranges"} else 8
    tuning = Tuning(max_span_bytes=largest, min_span_bytes=min(largest, 256 * KIB), max_channels_per_source=channels)
    watched = Sizes(256 * MIB, tuning)
    jumps = [Span(at * MIB, at * MIB + 4 * MIB) for at in (200, 20, 120)] if name == "a reader that jumps" else []
    trace = World(Scenario(256 * MIB, tuple(scripts)), watched, 1, JumpingReader(jumps, 0.3)).run(60.0)
    assert trace.completed_s is not None
    assert max(watched.sizes) <= largest
    assert watched.has_several == several


@pytest.mark.parametrize("way", ["up", "down"])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_knob_that_is_turned_in_a_running_job_takes_effect_within_an_interval(case: Case, way: str) -> None:
    before, after = case.settings if way == "up" else reversed(case.settings)
    was, will_be, turned = case.mean(before), case.mean(after), case.mean(before, after)
    assert (turned - was) / (will_be - was) > 0.25, f"{was} became {turned}, not {will_be}"
