"""Adding in the real window: probing while one types, the clipboard, a page's links, another program's partial file."""

import asyncio
import hashlib
import json
import sys
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from aiohttp import web
from tests.conftest import LabMaker
from tests.fakes.desktop import Desktop, missing_programs, open_desktop, until

from headwater.control.api import Api
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing_programs()), reason=missing_programs()),
    pytest.mark.timeout(180),
]

HEADWATER = (sys.executable, "-m", "headwater_ui.main")


async def jobs_in(profile: Path) -> tuple[JobSnapshot, ...]:
    """What the list of a closed window holds."""
    api = await Api.open(profile)
    try:
        return api.jobs()
    finally:
        await api.close()


def running(desktop: Desktop, profile: Path) -> AbstractAsyncContextManager[asyncio.subprocess.Process]:
    """The window on this desktop."""
    return desktop.program(*HEADWATER, "--profile", str(profile))


async def type_text(desktop: Desktop, text: str) -> None:
    await desktop.run("xdotool", "type", "--delay", "4", text)


async def end(desktop: Desktop, window: asyncio.subprocess.Process) -> None:
    await desktop.window("Headwater")
    await desktop.keys("ctrl+q")
    async with asyncio.timeout(20):
        assert await window.wait() == 0


def keep_view(profile: Path, **values: object) -> None:
    """What the window remembered at its last end."""
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "window.json").write_text(json.dumps({"version": 1, **values}))


async def test_mirrors_are_recognised_while_one_types_and_twins_are_left_out(
    tmp_path: Path, mirror_lab: LabMaker
) -> None:
    sample = SeededSample(900_000, seed=4)
    lab = await mirror_lab([MirrorBehaviour(), MirrorBehaviour()], sample, path="/disk.iso")
    alias = lab.urls[1].replace("/disk.iso", "/get?id=7")
    profile, folder = tmp_path / "profile", tmp_path / "downloads"
    async with open_desktop("adding") as desktop, running(desktop, profile) as window:
        await desktop.window("Headwater")
        await desktop.keys("ctrl+n")
        await desktop.window("Add downloads")
        await type_text(desktop, lab.urls[0])
        await desktop.keys("Return")
        await type_text(desktop, alias)
        await until(lambda: all(mirror.requests for mirror in lab.mirrors), "both are asked")
        await asyncio.sleep(1.0)
        await desktop.shoot("probed")
        await desktop.keys("alt+f", "ctrl+a")
        await type_text(desktop, str(folder))
        await desktop.keys("Return")
        await until((folder / "disk.iso").exists, "one file came from both")
        # Once more the same link: it is there already, and nothing is left to add.
        await desktop.keys("ctrl+n")
        await desktop.window("Add downloads")
        await type_text(desktop, lab.urls[0])
        await asyncio.sleep(1.5)
        await desktop.shoot("twin")
        await desktop.keys("Escape")
        await end(desktop, window)
    (job,) = await jobs_in(profile)
    assert (job.state, job.urls) == (JobState.DONE, (lab.urls[0], alias))


async def test_copied_links_are_offered_in_a_bar_that_takes_no_focus(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(300_000), path="/copied.iso")
    profile, folder = tmp_path / "profile", tmp_path / "downloads"
    keep_view(profile, watch_clipboard=True, watched="iso", folder=str(folder))
    async with open_desktop("clipboard") as desktop, running(desktop, profile) as window:
        number = (await desktop.window("Headwater")).strip()
        await asyncio.sleep(2.0)
        async with desktop.links_at_hand([lab.urls[0]]):
            await asyncio.sleep(1.5)
            assert (await desktop.run("xdotool", "getactivewindow")).strip() == number
            await desktop.shoot("offered")
            await desktop.keys("ctrl+shift+a")
            await desktop.window("Add downloads")
            await desktop.keys("Return")
            await until((folder / "copied.iso").exists, "it came")
        # What the window copies itself is not offered.
        await desktop.window("Headwater")
        await desktop.keys("ctrl+c")
        await asyncio.sleep(1.0)
        await desktop.shoot("own-copy")
        await end(desktop, window)
    (job,) = await jobs_in(profile)
    assert job.state is JobState.DONE


async def test_the_links_of_a_page_become_downloads(tmp_path: Path, mirror_lab: LabMaker) -> None:
    one = await mirror_lab([MirrorBehaviour()], SeededSample(300_000, seed=1), path="/one.zip")
    two = await mirror_lab([MirrorBehaviour()], SeededSample(200_000, seed=2), path="/two.pdf")
    page = f'<title>Shelf</title><a href="{one.urls[0]}">One</a> <a href="{two.urls[0]}">Two</a> <a href="/x">x</a>'

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text=page, content_type="text/html")

    app = web.Application()
    app.add_routes([web.get("/", answer)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    profile, folder = tmp_path / "profile", tmp_path / "downloads"
    keep_view(profile, folder=str(folder))
    try:
        async with open_desktop("grab") as desktop, running(desktop, profile) as window:
            await desktop.window("Headwater")
            await desktop.keys("ctrl+shift+n")
            await desktop.window("Links of a page")
            await type_text(desktop, f"http://127.0.0.1:{runner.addresses[0][1]}/")
            await desktop.keys("Return")
            await asyncio.sleep(1.0)
            await desktop.shoot("read")
            await desktop.window("Links of “Shelf”")
            await asyncio.sleep(1.5)
            await desktop.keys("Tab", "Tab")
            await type_text(desktop, "zip")
            await desktop.keys("alt+t")
            await desktop.shoot("ticked")
            await desktop.keys("alt+a")
            await desktop.window("Add downloads")
            await asyncio.sleep(0.5)
            await desktop.keys("Return")
            await until((folder / "one.zip").exists, "the ticked one came")
            await end(desktop, window)
    finally:
        await runner.cleanup()
    (job,) = await jobs_in(profile)
    assert job.urls == one.urls


async def test_a_partial_file_of_another_program_goes_on(tmp_path: Path, mirror_lab: LabMaker) -> None:
    sample = SeededSample(2_000_000, seed=6)
    lab = await mirror_lab([MirrorBehaviour()], sample, path="/film.mkv")
    data = bytes(sample.read(0, 2_000_000))
    partial = tmp_path / "film.mkv.crdownload"
    partial.write_bytes(data[:1_500_000])
    profile, folder = tmp_path / "profile", tmp_path / "downloads"
    keep_view(profile, folder=str(folder))
    async with open_desktop("adopt") as desktop, running(desktop, profile) as window:
        await desktop.window("Headwater")
        await desktop.keys("ctrl+shift+o")
        await desktop.window("Continue a partial download")
        await type_text(desktop, str(partial))
        await desktop.keys("alt+l")
        await type_text(desktop, lab.urls[0])
        await desktop.shoot("filled-in")
        await desktop.keys("alt+t")
        await until((folder / "film.mkv").exists, "the rest came")
        await asyncio.sleep(0.5)
        await desktop.shoot("done")
        await end(desktop, window)
    assert hashlib.sha256((folder / "film.mkv").read_bytes()).digest() == hashlib.sha256(data).digest()
    assert partial.read_bytes() == data[:1_500_000]


async def test_a_session_may_end_while_sources_are_being_asked(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(latency_s=60.0)], path="/slow.iso")
    async with open_desktop("asking") as desktop, running(desktop, tmp_path / "profile") as window:
        await desktop.window("Headwater")
        await desktop.keys("ctrl+n")
        await desktop.window("Add downloads")
        await type_text(desktop, lab.urls[0])
        await until(lambda: lab.mirrors[0].requests, "the source is asked")
        await desktop.shoot("asking")
        window.terminate()  # as a session that ends
        async with asyncio.timeout(20):
            assert await window.wait() == 0
