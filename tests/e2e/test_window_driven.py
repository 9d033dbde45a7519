"""The real window on a display of its own, driven as a person would; pictures of each step are kept in `artefacts`."""

import asyncio
import hashlib
import sys
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.desktop import Desktop, missing_programs, open_desktop, until

from headwater.control.api import Api
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot
from headwater_resources import read_resource

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing_programs()), reason=missing_programs()),
    pytest.mark.timeout(180),
]

HEADWATER = (sys.executable, "-m", "headwater_ui.main")
SLOW = MirrorBehaviour(rate_bytes_per_s=60e3)


async def jobs_in(profile: Path) -> tuple[JobSnapshot, ...]:
    """What the list of a closed window holds."""
    api = await Api.open(profile)
    try:
        return api.jobs()
    finally:
        await api.close()


async def ended(process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(20):
        assert await process.wait() == 0


async def paste(desktop: Desktop, folder: Path, link: str) -> None:
    """Ctrl+V in the window, then the folder and Enter in the dialog."""
    async with desktop.links_at_hand([link]):
        await desktop.window("Headwater")
        await desktop.keys("ctrl+v")
        await desktop.window("Add downloads")
        await desktop.keys("alt+f", "ctrl+a")
        await desktop.run("xdotool", "type", "--delay", "2", str(folder))
        await desktop.shoot("add-dialog")
        await desktop.keys("Return")
    await desktop.window("Headwater")


async def test_paste_pause_reorder_close_and_start_again(tmp_path: Path, mirror_lab: LabMaker) -> None:
    profile, folder = tmp_path / "profile", tmp_path / "downloads"
    first = await mirror_lab([SLOW], SeededSample(6_000_000, seed=1), path="/first.bin")
    second = await mirror_lab([SLOW], SeededSample(6_000_000, seed=2), path="/second.bin")
    async with open_desktop("driven") as desktop:
        async with desktop.program(*HEADWATER, "--profile", str(profile)) as window:
            await desktop.window("Headwater")
            await desktop.shoot("empty")
            await paste(desktop, folder, first.urls[0])
            await until((folder / "first.bin.part").exists, "the first file begins")
            await paste(desktop, folder, second.urls[0])
            await until((folder / "second.bin.part").exists, "the second file begins")
            # The cursor is on the second: pause it, and move it to the front of the queue.
            await desktop.shoot("two-running")
            await desktop.keys("space")
            await desktop.keys("alt+Home")
            await asyncio.sleep(1.0)
            await desktop.shoot("paused-and-moved")
            await desktop.keys("ctrl+q")
            await ended(window)
        (moved, other) = await jobs_in(profile)
        assert (moved.name, moved.state) == ("second.bin", JobState.PAUSED)
        assert other.name == "first.bin"
        assert other.state is not JobState.FAILED
        assert other.received_bytes > 0, "closing lost nothing"
        had = other.received_bytes
        async with desktop.program(*HEADWATER, "--profile", str(profile)) as window:
            await desktop.window("Headwater")
            await asyncio.sleep(2.0)
            await desktop.shoot("started-again")
            await desktop.keys("ctrl+q")
            await ended(window)
        (moved, other) = await jobs_in(profile)
        assert moved.state is JobState.PAUSED
        assert other.received_bytes >= had, "it went on where it was"


async def test_a_link_is_dropped_anywhere(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([SLOW], SeededSample(3_000_000), path="/dropped.bin")
    async with (
        open_desktop("dropped") as desktop,
        desktop.program(*HEADWATER, "--profile", str(tmp_path / "profile")),
    ):
        number = await desktop.window("Headwater")
        async with desktop.links_at_hand([lab.urls[0]]):
            await desktop.run("xdotool", "mousemove", "20", "10", "mousedown", "1")
            for x, y in ((40, 20), (200, 200), (500, 400), (700, 500), (705, 505)):
                await desktop.run("xdotool", "mousemove", str(x), str(y))
                await asyncio.sleep(0.15)
            await desktop.shoot("dragging")
            await desktop.run("xdotool", "mouseup", "1")
            await desktop.window("Add downloads")
            await desktop.shoot("dialog")
            await desktop.keys("Escape")
        assert number


async def test_a_second_start_hands_its_links_over(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([SLOW], SeededSample(6_000_000), path="/handed.bin")
    profile = tmp_path / "profile"
    async with (
        open_desktop("handed") as desktop,
        desktop.program(*HEADWATER, "--profile", str(profile)) as window,
    ):
        desktop.environment["HOME"] = str(tmp_path)
        await desktop.window("Headwater")
        await asyncio.sleep(1.0)
        await desktop.run(*HEADWATER, "--profile", str(profile), lab.urls[0])
        await desktop.window("Headwater")
        await asyncio.sleep(1.0)
        await desktop.shoot("taken")
        await desktop.keys("ctrl+q")
        await ended(window)
        (job,) = await jobs_in(profile)
        assert job.urls == (lab.urls[0],)


async def test_the_demo_survives_closing_and_ends_with_the_right_picture(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    picture = profile / "demo" / "headwater.jpg"
    async with open_desktop("demo") as desktop:
        async with desktop.program(*HEADWATER, "--profile", str(profile), "--demo") as window:
            await desktop.window("Headwater")
            await until((profile / "demo" / "headwater.jpg.part").exists, "the demo begins")
            await asyncio.sleep(6.0)
            await desktop.shoot("running")
            window.terminate()  # as a session that ends
            await ended(window)
        async with desktop.program(*HEADWATER, "--profile", str(profile), "--demo") as window:
            await desktop.window("Headwater")
            await asyncio.sleep(4.0)
            await desktop.shoot("going-on")
            await until(picture.exists, "the picture is complete", 100)
            await asyncio.sleep(1.0)
            await desktop.shoot("done")
            await desktop.keys("ctrl+q")
            await ended(window)
    expected = hashlib.sha256(read_resource("samples", "headwater.jpg")).hexdigest()
    assert hashlib.sha256(picture.read_bytes()).hexdigest() == expected
    (job,) = await jobs_in(profile)
    assert job.state is JobState.DONE
