"""The product's scheduler in simulated networks: what must hold in every run, and how close to the bound it comes.

Runs are repeated exactly by their seeds. The bounds on figures stand a little above what is reached today, so that a
change for the worse is seen; a change for the better may tighten them.
"""

from dataclasses import replace
from typing import Any

import pytest

from headwater.model.events import ChannelFailed, Event
from headwater.model.decisions import Decision, OpenChannel, Request
from headwater.model.errors import Retry, UserError
from headwater.model.spans import Span
from headwater.model.tuning import PRESETS, Tuning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.scenario import Scenario, read_scenario
from headwater.simulation.shipped import shipped_scenario
from headwater.simulation.simulation import Outcome, product, simulate, simulate_warm

from .topologies import KINDS, random_topology

MIB = 1024 * 1024


class Watched:
    """The scheduler, with all that went through its door written down."""

    def __init__(self, scheduler: PrioritizationScheduler) -> None:
        self._scheduler = scheduler
        self.heard: list[tuple[float, Event]] = []
        self.decided: list[tuple[float, Decision]] = []

    @property
    def next_wake_s(self) -> float | None:
        return self._scheduler.next_wake_s

    @property
    def is_complete(self) -> bool:
        return self._scheduler.is_complete

    def handle(self, event: Event, now: float) -> tuple[Decision, ...]:
        self.heard.append((now, event))
        decisions = self._scheduler.handle(event, now)
        self.decided += [(now, decision) for decision in decisions]
        return decisions


def watched(scenario: Scenario, tuning: Tuning | None = None, seed: int | None = None) -> Outcome[Watched]:
    make = product(tuning)
    return simulate(scenario, lambda each: Watched(make(each)), seed)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(100, 104))
def test_every_random_network_is_brought_to_its_end(kind: str, seed: int) -> None:
    scenario = random_topology(kind, seed, size_bytes=48 * MIB)
    try:
        outcome = watched(scenario, seed=seed)
    except UserError:
        pytest.skip("this network's sources never give the whole file")
    figures = outcome.figures
    assert figures.completion_s is not None
    assert outcome.scheduler.is_complete
    assert outcome.trace.received.covers(Span(0, scenario.size_bytes))
    assert outcome.trace.refused_spans == 0  # what a source holds was announced
    assert not any(
        isinstance(event, ChannelFailed) and event.retry is Retry.OTHER_SPAN for _, event in outcome.scheduler.heard
    )
    assert figures.wasted_bytes <= 0.05 * scenario.size_bytes


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_decisions(kind: str) -> None:
    scenario = random_topology(kind, 105, size_bytes=24 * MIB)
    assert watched(scenario).scheduler.decided == watched(scenario).scheduler.decided
