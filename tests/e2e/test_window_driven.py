"""The real window on a display of its own, driven as a person would; pictures of each step are kept in `artefacts`."""

import hashlib
from pathlib import Path

from tests.conftest import LabMaker
from tests.fakes.desktop import HEADWATER, WINDOW_MARKS, Desktop, ended, jobs_in, leave, listed, open_desktop
from tests.fakes.waiting import PATIENCE_S, until

from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobState
from headwater.model.spans import Span
from headwater_resources import read_resource

pytestmark = WINDOW_MARKS

SIZE = 6_000_000
#: Curves move for a while, and the end never comes by itself.
ENDLESS = MirrorBehaviour(rate_bytes_per_s=200e3, withholds=(Span(SIZE // 2, SIZE),))


def has_bytes(part: Path) -> bool:
    """Whether something of a file that is coming lies on the disk."""
    return part.exists() and part.stat().st_blocks > 0


async def paste(desktop: Desktop, folder: Path, link: str) -> None:
    """Ctrl+V in the window, then the folder and Enter in the dialog."""
    async with desktop.links_at_hand([link]):
        await desktop.window("Headwater")
        await desktop.keys("ctrl+v")
        await desktop.window("Add downloads")
        await desktop.keys("alt+f", "ctrl+a")
        await desktop.text(str(folder))
        await desktop.shoot("add-dialog")
        await desktop.keys("Return")
    await desktop.window("Headwater")


async def test_paste_pause_reorder_close_and_start_again(tmp_path: Path, mirror_lab: LabMaker) -> None:
    profile, folder = tmp_path / "profile", tmp_path / "downloads"
    first = await mirror_lab([ENDLESS], SeededSample(SIZE, seed=1), path="/first.bin")
    second = await mirror_lab([ENDLESS], SeededSample(SIZE, seed=2), path="/second.bin")
    async with open_desktop("driven") as desktop:
        async with desktop.program(*HEADWATER, "--profile", str(profile)) as window:
            await desktop.window("Headwater")
            await desktop.shoot("empty")
            await paste(desktop, folder, first.urls[0])
            await until(lambda: has_bytes(folder / "first.bin.part"), "the first file begins")
            await paste(desktop, folder, second.urls[0])
            await until(lambda: has_bytes(folder / "second.bin.part"), "the second file begins")
            # The cursor is on the second: pause it, and move it to the front of the queue.
            await desktop.shoot("two-running")
            await desktop.keys("space")
            await desktop.keys("alt+Home")
            await listed(
                profile,
                lambda rows: (rows[0].record.name, rows[0].state) == ("second.bin", JobState.PAUSED),
                "the second is paused and first",
            )
            await desktop.shoot("paused-and-moved")
            await leave(desktop, window)
        (moved, other) = await jobs_in(profile)
        assert (moved.name, moved.state) == ("second.bin", JobState.PAUSED)
        assert other.name == "first.bin"
        assert other.state is not JobState.FAILED
        assert other.received_bytes > 0, "closing lost nothing"
        had, asked = other.received_bytes, len(first.mirrors[0].requests)
        async with desktop.program(*HEADWATER, "--profile", str(profile)) as window:
            await until(lambda: len(first.mirrors[0].requests) > asked, "it goes on by itself")
            await desktop.window("Headwater")
            await desktop.shoot("started-again")
            await leave(desktop, window)
        (moved, other) = await jobs_in(profile)
        assert moved.state is JobState.PAUSED
        assert other.received_bytes >= had, "it went on where it was"


async def drop(desktop: Desktop, pause_s: float) -> bool:
    """Drag the link out of its window into the middle, as quickly as the pauses say; whether the dialog came."""
    await desktop.run("xdotool", "mousemove", "20", "10", "mousedown", "1")
    for x, y in ((40, 20), (200, 200), (500, 400), (700, 500), (705, 505)):
        await desktop.run("xdotool", "mousemove", str(x), str(y), "sleep", str(pause_s))
    await desktop.shoot("dragging")
    await desktop.run("xdotool", "mouseup", "1")
    return await desktop.has("Add downloads", 10 * pause_s)


async def test_a_link_is_dropped_anywhere(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([ENDLESS], SeededSample(SIZE), path="/dropped.bin")
    async with (
        open_desktop("dropped") as desktop,
        desktop.program(*HEADWATER, "--profile", str(tmp_path / "profile")),
    ):
        await desktop.window("Headwater")
        await desktop.rest()
        async with desktop.links_at_hand([lab.urls[0]]):
            # Who drags faster than a window can follow drops nothing: on a slow machine a hand is slower, too.
            assert await drop(desktop, 0.15) or await drop(desktop, 3.0)
            await desktop.window("Add downloads")
            await desktop.shoot("dialog")
            await desktop.keys("Escape")
            await desktop.gone("Add downloads")


async def test_a_second_start_hands_its_links_over(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([ENDLESS], SeededSample(SIZE), path="/handed.bin")
    profile = tmp_path / "profile"
    async with open_desktop("handed") as desktop:
        desktop.environment["HOME"] = str(tmp_path)  # before the first start: the folder of downloads is its
        async with desktop.program(*HEADWATER, "--profile", str(profile)) as window:
            await desktop.window("Headwater")
            await desktop.run(*HEADWATER, "--profile", str(profile), lab.urls[0])
            await listed(profile, lambda rows: len(rows) == 1, "the link was taken")
            await desktop.shoot("taken")
            await leave(desktop, window)
        (job,) = await jobs_in(profile)
    assert job.urls == (lab.urls[0],)
    assert job.folder.is_relative_to(tmp_path)


async def test_the_demo_survives_closing_and_ends_with_the_right_picture(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    picture = profile / "demo" / "headwater.jpg"
    async with open_desktop("demo") as desktop:
        async with desktop.program(*HEADWATER, "--profile", str(profile), "--demo") as window:
            await until(lambda: has_bytes(picture.with_name("headwater.jpg.part")), "the demo begins")
            await desktop.window("Headwater")
            await desktop.shoot("running")
            window.terminate()  # as a session that ends
            await ended(window)
        async with desktop.program(*HEADWATER, "--profile", str(profile), "--demo") as window:
            await desktop.window("Headwater")
            await desktop.shoot("going-on")
            await until(picture.exists, "the picture is complete", patience_s=2 * PATIENCE_S)
            await listed(profile, lambda rows: rows[0].state is JobState.DONE, "the demo is done")
            await desktop.shoot("done")
            await leave(desktop, window)
    expected = hashlib.sha256(read_resource("samples", "headwater.jpg")).hexdigest()
    assert hashlib.sha256(picture.read_bytes()).hexdigest() == expected
    (job,) = await jobs_in(profile)
    assert job.state is JobState.DONE
