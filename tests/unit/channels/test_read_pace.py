"""Connections that bring little read in turn: who waited longest first, so many a tick, and nobody for long."""

import asyncio

import pytest
from tests.unit.channels.virtual_time import run_in_virtual_time

from headwater.channels.read_pace import ReadPace


def test_few_read_again_after_a_moment() -> None:
    pace, seen = ReadPace(), []

    async def wait() -> None:
        for number in range(3):
            pace.wait(lambda number=number: seen.append(number))  # type: ignore[misc]  # the number of this round
        await asyncio.sleep(0.0099)
        assert not seen
        await asyncio.sleep(0.0002)

    run_in_virtual_time(wait())
    assert seen == [0, 1, 2]


def test_who_comes_later_has_its_own_moment() -> None:
    pace, read_s = ReadPace(), []

    async def wait() -> None:
        loop = asyncio.get_running_loop()
        pace.wait(lambda: read_s.append(loop.time()))
        await asyncio.sleep(0.006)
        pace.wait(lambda: read_s.append(loop.time()))
        await asyncio.sleep(1.0)

    run_in_virtual_time(wait())
    assert read_s[0] == pytest.approx(0.010)
    assert 0.0135 <= read_s[1] <= 0.021


@pytest.mark.parametrize(("connections", "longest_s"), [(8, 0.016), (64, 0.051), (1000, 0.056)])
def test_many_share_the_readings(connections: int, longest_s: float) -> None:
    """Each waits again as soon as it has read; over a second, none waits longer than it may."""
    pace = ReadPace()
    waits_s: list[float] = []
    a_turn: dict[float, int] = {}

    async def wait() -> None:
        loop = asyncio.get_running_loop()

        def begin() -> None:
            began_s = loop.time()

            def read() -> None:
                waits_s.append(loop.time() - began_s)
                a_turn[loop.time()] = a_turn.get(loop.time(), 0) + 1
                if loop.time() < 1.0:
                    begin()

            pace.wait(read)

        for _ in range(connections):
            begin()
        await asyncio.sleep(2.0)

    run_in_virtual_time(wait())
    assert max(waits_s) <= longest_s
    assert max(a_turn.values()) <= max(8, connections // 5)
    if connections <= 80:
        assert len(waits_s) <= 1.1 * 1600
