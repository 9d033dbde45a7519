"""A reader that copies the file while it comes, as `get -o -` does, costs the download nothing, in time and in order.

It stands still nearly always, since it has what is there at once. What is judged is what the reader is for.
"""

from typing import Final

import pytest

from headwater.control.get_session import STEP_BYTES
from headwater.model.events import WishesChanged
from headwater.model.priority import ReaderId, Urgency, Wish
from headwater.model.spans import SpanSet
from headwater.schedule.prioritization_scheduler import PrioritizationScheduler
from headwater.simulation.bounds import find_bound
from headwater.simulation.figures import Figures, judge
from headwater.simulation.scenario import Scenario
from headwater.simulation.shipped import shipped_scenario
from headwater.simulation.world import World

from .test_schedule import LIMITS

#: What an output stream wishes for behind its reader.
WINDOW_BYTES: Final = 1024**2
#: Wishes come at other moments than bytes do, so that decisions fall out otherwise by chance.
CHANCE_RATIO: Final = 0.015
CHANCE_S: Final = 0.15


class CopyingReader:
    """Reads from the file's beginning to its end, `step_bytes` at a time, as soon as anything is there."""

    def __init__(self, size_bytes: int, step_bytes: int) -> None:
        self._size = size_bytes
        self._step = step_bytes
        self._told: int | None = None

    def play(self, now: float, received: SpanSet) -> WishesChanged | None:  # noqa: ARG002  # it is never late
        """The wishes as they are now, when they changed."""
        at = received.run_from(0)
        if at == self._told:
            return None
        self._told = at
        reader = ReaderId(0)
        blocked = Wish(reader, at, self._step, Urgency.BLOCKED)
        behind = Wish(reader, at, WINDOW_BYTES, Urgency.PLAYING)
        return WishesChanged(() if at == self._size else (blocked,) if at == 0 else (blocked, behind))


def copied(scenario: Scenario, step_bytes: int) -> Figures:
    scheduler = PrioritizationScheduler(size_bytes=scenario.size_bytes)
    reader = CopyingReader(scenario.size_bytes, step_bytes)
    trace = World(scenario, scheduler, scenario.seed, reader).run(1000.0)
    return judge(scenario, trace, find_bound(scenario, scenario.seed))


@pytest.mark.parametrize("name", LIMITS)
def test_a_copy_comes_as_a_download_does_that_nobody_reads(name: str) -> None:
    ratio, lag_s, _ = LIMITS[name]
    figures = copied(shipped_scenario(name), STEP_BYTES)
    assert figures.ratio is not None
    assert figures.ratio < ratio + CHANCE_RATIO
    assert figures.mean_lag_s is not None
    assert figures.mean_lag_s < lag_s + CHANCE_S
