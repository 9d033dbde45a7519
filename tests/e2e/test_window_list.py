"""The list's side of the real window, driven as a person would: a source dragged to another rank, the end stopped."""

import asyncio
import os
import sys
from functools import partial
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.commands import recorded, recording_path
from tests.fakes.desktop import Desktop, missing_programs, open_desktop, until

from headwater.control.api import Api
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.arrangement import EndAction, EndPlan
from headwater.model.commands import AddJob
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.source import SourceSpec

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing_programs()), reason=missing_programs()),
    pytest.mark.timeout(180),
]

HEADWATER = (sys.executable, "-m", "headwater_ui.main")


async def prepared(profile: Path, folder: Path, urls: tuple[str, ...], plan: EndPlan | None = None) -> JobId:
    """A profile with one job, which waits for the window."""
    api = await Api.open(profile)
    try:
        if plan is not None:
            await api.change_settings(type(api.settings)(when_all_done=plan))
        job_id = await api.execute(AddJob(JobSpec(tuple(map(SourceSpec, urls)), folder)))
        assert job_id is not None
        return job_id
    finally:
        await api.close()


async def drag(desktop: Desktop, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press, move in steps as a hand does, let go."""
    x, y = start
    await desktop.run("xdotool", "mousemove", str(x), str(y), "mousedown", "1")
    for step in range(1, 11):
        at = (x + (end[0] - x) * step // 10, y + (end[1] - y) * step // 10)
        await desktop.run("xdotool", "mousemove", str(at[0]), str(at[1]), "sleep", "0.03")
    await desktop.run("xdotool", "mouseup", "1")


async def test_a_source_is_dragged_to_the_first_rank(tmp_path: Path, mirror_lab: LabMaker) -> None:
    profile = tmp_path / "profile"
    slow = [MirrorBehaviour(rate_bytes_per_s=rate) for rate in (90e3, 60e3, 30e3)]
    lab = await mirror_lab(slow, SeededSample(40_000_000, seed=3))
    job_id = await prepared(profile, tmp_path / "downloads", tuple(lab.urls))
    async with open_desktop("rank") as desktop, desktop.program(*HEADWATER, "--profile", str(profile)) as window:
        number = await desktop.window("Headwater")
        await desktop.run("xdotool", "windowmove", number, "0", "0", "windowsize", "--sync", number, "1400", "860")
        await until(lambda: list((tmp_path / "downloads").glob("*.part")), "the download runs")
        await asyncio.sleep(3.0)  # ranks settle
        await desktop.shoot("before")
        await drag(desktop, (130, 749), (130, 684))  # from the third row to above the first
        await asyncio.sleep(1.5)
        await desktop.shoot("dragged")
        await desktop.keys("ctrl+q")
        async with asyncio.timeout(20):
            assert await window.wait() == 0
    api = await Api.open(profile)
    places = [source.place for source in api.spec(job_id).sources]
    await api.close()
    assert places == [2, 3, 1]


async def test_the_computer_is_shut_down_unless_one_stops_it(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(3_000_000, seed=4))
    plan = EndPlan(EndAction.SHUT_DOWN, countdown_s=3.0)
    for name, is_stopped in (("stopped", True), ("let", False)):
        profile, home = tmp_path / name, tmp_path / f"{name}-files"
        home.mkdir()
        job_id = await prepared(profile, home, tuple(lab.urls), plan)
        path = recording_path(home, {"systemctl": 0, "loginctl": 0})
        async with open_desktop(f"end-{name}") as desktop:
            desktop.environment["PATH"] = f"{path}{os.pathsep}{desktop.environment['PATH']}"
            async with desktop.program(*HEADWATER, "--profile", str(profile)) as window:
                await until((home / "sample.bin").exists, "the download is done")
                await desktop.window("When all is done")
                await desktop.shoot("countdown")
                if is_stopped:
                    await desktop.keys("Escape")
                    await asyncio.sleep(3.0)
                else:
                    await until(partial(recorded, home), "the computer is told")
                    await asyncio.sleep(1.0)  # the countdown leaves the screen
                await desktop.window("Headwater")
                await desktop.keys("ctrl+q")
                async with asyncio.timeout(20):
                    assert await window.wait() == 0
        assert recorded(home) == ([] if is_stopped else ["systemctl poweroff"])
        api = await Api.open(profile)
        assert api.job(job_id).state is JobState.DONE
        assert api.settings.when_all_done.action is EndAction.NOTHING
        await api.close()
