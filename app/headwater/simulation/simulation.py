"""One scenario, one scheduler, one seed: run it and judge it. What the terminal, the what-if process and tests call."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from headwater.simulation.bounds import Bound, find_bound
from headwater.simulation.figures import Arrivals, Figures, judge
from headwater.simulation.scenario import Scenario
from headwater.simulation.trace import Trace
from headwater.simulation.world import Scheduler, World

#: A run is given up after so many times the ideal completion, and so many seconds more.
PATIENCE_RATIO: Final = 20.0
PATIENCE_S: Final = 60.0

#: Makes the scheduler of a run for a scenario.
SchedulerMaker = Callable[[Scenario], Scheduler]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A run, its bound, and what is to be said of them."""

    scenario: Scenario
    seed: int
    scheduler: Scheduler
    trace: Trace
    bound: Bound
    figures: Figures

    @property
    def arrivals(self) -> Arrivals:
        return Arrivals(self.scenario, self.trace)


def simulate(scenario: Scenario, make_scheduler: SchedulerMaker, seed: int | None = None) -> Outcome:
    """Run `scenario` against a fresh scheduler. Raises `UserError` when the file can never be complete,
    `ContractBrokenError` when the scheduler breaks its door's contract."""
    used_seed = scenario.seed if seed is None else seed
    bound = find_bound(scenario, used_seed)
    scheduler = make_scheduler(scenario)
    trace = World(scenario, scheduler, used_seed).run(PATIENCE_RATIO * bound.ideal_s + PATIENCE_S)
    return Outcome(scenario, used_seed, scheduler, trace, bound, judge(scenario, trace, bound))
