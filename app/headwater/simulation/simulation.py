"""One scenario, one scheduler, one seed: run it and judge it. What the terminal, the what-if process and tests call."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from headwater.model.source import SourceId
from headwater.model.tuning import Tuning
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.bounds import Bound, find_bound
from headwater.simulation.figures import PLAYER_PART, Arrivals, Figures, judge
from headwater.simulation.player import Player
from headwater.simulation.rivals import RIVALS, Rival
from headwater.simulation.scenario import Scenario
from headwater.simulation.trace import Trace
from headwater.simulation.world import Scheduler, World

#: A run is given up after so many times the ideal completion, and so many seconds more.
PATIENCE_RATIO: Final = 20.0
PATIENCE_S: Final = 60.0

#: The scheduler that a run is driven by.
S = TypeVar("S", bound=Scheduler)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[S]):
    """A run, its bound, and what is to be said of them."""

    scenario: Scenario
    seed: int
    scheduler: S
    trace: Trace
    bound: Bound
    figures: Figures

    @property
    def arrivals(self) -> Arrivals:
        return Arrivals(self.scenario, self.trace)


def simulate(scenario: Scenario, make_scheduler: Callable[[Scenario], S], seed: int | None = None) -> Outcome[S]:
    """Run `scenario` against a fresh scheduler. Raises `UserError` when the file can never be complete,
    `ContractBrokenError` when the scheduler breaks its door's contract."""
    used_seed = scenario.seed if seed is None else seed
    bound = find_bound(scenario, used_seed)
    scheduler = make_scheduler(scenario)
    trace = World(scenario, scheduler, used_seed, _player(scenario, bound)).run(
        PATIENCE_RATIO * bound.ideal_s + PATIENCE_S
    )
    return Outcome(scenario, used_seed, scheduler, trace, bound, judge(scenario, trace, bound))


def simulate_warm(
    scenario: Scenario, make_scheduler: Callable[[Scenario], PrioritizationScheduler], seed: int
) -> Outcome[PrioritizationScheduler]:
    """Run twice: a first job with other chances, and one that knows what the first measured of each host."""
    earlier = simulate(scenario, make_scheduler, seed + 1)
    histories = [earlier.scheduler.history(SourceId(number)) for number in range(len(scenario.sources))]
    return simulate(scenario.with_history(histories), make_scheduler, seed)


def product(tuning: Tuning | None = None) -> Callable[[Scenario], PrioritizationScheduler]:
    """Makes the product's own scheduler, with `tuning` or its defaults."""
    used = tuning or Tuning()
    return lambda scenario: PrioritizationScheduler(size_bytes=scenario.size_bytes, tuning=used)


def rival(name: str) -> Callable[[Scenario], Rival]:
    """Makes one of `rivals.RIVALS`."""
    return lambda scenario: RIVALS[name](scenario.size_bytes)


def _player(scenario: Scenario, bound: Bound) -> Player | None:
    playhead = scenario.playhead
    if playhead is None:
        return None
    rate = playhead.rate_bytes_per_s or PLAYER_PART * scenario.size_bytes / bound.ideal_s
    return Player(scenario.size_bytes, playhead.position, rate, playhead.window_s)
