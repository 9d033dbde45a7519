"""A channel below the lowest rate that is wished for is given up; what a limit held back is not its fault."""

import asyncio

import pytest
from tests.unit.channels.virtual_time import run_in_virtual_time

from headwater.engine.speed_floor import WINDOW_S, SpeedFloor
from headwater.model.errors import Cause, Retry, SourceError


async def _bring(floor: SpeedFloor, rate_bytes_per_s: int, seconds: int, *, limited: bool = False) -> None:
    async with floor:
        for _ in range(seconds):
            await asyncio.sleep(1)
            floor.brought(rate_bytes_per_s, limited=limited)


def test_what_is_too_slow_for_a_whole_window_is_given_up() -> None:
    async def run() -> None:
        with pytest.raises(SourceError, match="1000 bytes") as caught:
            await _bring(SpeedFloor(1000), 900, 60)
        assert (caught.value.cause, caught.value.retry) == (Cause.TOO_SLOW, Retry.LATER)

    assert run_in_virtual_time(run()) == WINDOW_S


@pytest.mark.parametrize(("floor", "rate", "limited"), [(1000, 1500, False), (1000, 10, True), (None, 0, False)])
def test_what_is_quick_enough_or_held_back_goes_on(floor: float | None, rate: int, limited: bool) -> None:
    assert run_in_virtual_time(_bring(SpeedFloor(floor), rate, 60, limited=limited)) == 60


def test_an_end_of_its_own_is_no_slowness() -> None:
    async def run() -> None:
        with pytest.raises(ValueError, match="broken"):
            async with SpeedFloor(1000):
                raise ValueError("broken")

    run_in_virtual_time(run())
