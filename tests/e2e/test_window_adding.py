"""Adding in the real window: probing while one types, the clipboard, a page's links, another program's partial file."""

import asyncio
import hashlib
import json
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from aiohttp import web
from tests.conftest import LabMaker
from tests.fakes.desktop import HEADWATER, WINDOW_MARKS, Desktop, ended, jobs_in, leave, listed, open_desktop
from tests.fakes.waiting import until

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobState

pytestmark = WINDOW_MARKS

#: Where the offer of copied links is shown; the link holder's window lies outside.
BARS = (40, 120, 960, 340)


def running(desktop: Desktop, profile: Path, *links: str) -> AbstractAsyncContextManager[asyncio.subprocess.Process]:
    """The window on this desktop, started with some links."""
    return desktop.program(*HEADWATER, "--profile", str(profile), *links)


async def answered(desktop: Desktop, lab: MirrorLab) -> None:
    """Wait until every mirror was asked, has answered, and the window shows what they said."""
    await desktop.rest()  # what was typed last has been taken
    await until(
        lambda: all(mirror.requests and all(one.is_over for one in mirror.requests) for mirror in lab.mirrors),
        "all mirrors have answered",
    )
    await desktop.rest()


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
        await desktop.text(lab.urls[0])
        await desktop.keys("Return")
        await desktop.text(alias)
        await answered(desktop, lab)
        await desktop.shoot("probed")
        await desktop.keys("alt+f", "ctrl+a")
        await desktop.text(str(folder))
        await desktop.keys("Return")
        await listed(profile, lambda rows: rows and rows[0].state is JobState.DONE, "one file came from both")
        # Once more the same link: it is there already, and nothing is left to add.
        await desktop.keys("ctrl+n")
        await desktop.window("Add downloads")
        await desktop.text(lab.urls[0])
        await desktop.rest()
        await desktop.shoot("twin")
        await desktop.keys("Escape")
        await desktop.gone("Add downloads")
        await leave(desktop, window)
    (job,) = await jobs_in(profile)
    assert (job.state, job.urls) == (JobState.DONE, (lab.urls[0], alias))


async def test_copied_links_are_offered_in_a_bar_that_takes_no_focus(tmp_path: Path, mirror_lab: LabMaker) -> None:
    first = await mirror_lab([MirrorBehaviour()], SeededSample(100_000), path="/first.bin")
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(300_000), path="/copied.iso")
    profile, folder = tmp_path / "profile", tmp_path / "downloads"
    keep_view(profile, watch_clipboard=True, watched="iso", folder=str(folder))
    async with open_desktop("clipboard") as desktop, running(desktop, profile, *first.urls) as window:
        number = (await desktop.window("Headwater")).strip()
        # Its first download tells that the engine is there, and with it the watch.
        await listed(profile, lambda rows: rows and rows[0].state is JobState.DONE, "the first came")
        before = await desktop.rest(BARS)
        async with desktop.links_at_hand([lab.urls[0]]):
            await desktop.rest(BARS, unlike=before)
            assert (await desktop.run("xdotool", "getactivewindow")).strip() == number
            await desktop.shoot("offered")
            await desktop.keys("ctrl+shift+a")
            await desktop.window("Add downloads")
            await desktop.keys("Return")
            await listed(profile, lambda rows: rows[1:] and rows[1].state is JobState.DONE, "it came")
        # What the window copies itself is not offered.
        await desktop.window("Headwater")
        await desktop.keys("ctrl+c")
        await desktop.rest()
        await desktop.shoot("own-copy")
        await leave(desktop, window)
    (_, job) = await jobs_in(profile)
    assert (job.name, job.state) == ("copied.iso", JobState.DONE)


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
            await desktop.text(f"http://127.0.0.1:{runner.addresses[0][1]}/")
            await desktop.keys("Return")
            await desktop.window("Links of “Shelf”")
            await desktop.rest()
            await desktop.shoot("read")
            await desktop.keys("Tab", "Tab")
            await desktop.text("zip")
            await desktop.rest()
            await desktop.keys("alt+t")
            await desktop.rest()
            await desktop.shoot("ticked")
            await desktop.keys("alt+a")
            await desktop.window("Add downloads")
            await desktop.rest()
            await desktop.keys("Return")
            await until((folder / "one.zip").exists, "the ticked one came")
            await leave(desktop, window)
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
        await desktop.text(str(partial))
        await desktop.keys("alt+l")
        await desktop.text(lab.urls[0])
        await desktop.shoot("filled-in")
        await desktop.keys("alt+t")
        await until((folder / "film.mkv").exists, "the rest came")
        await listed(profile, lambda rows: rows[0].state is JobState.DONE, "it is done")
        await desktop.shoot("done")
        await leave(desktop, window)
    assert hashlib.sha256((folder / "film.mkv").read_bytes()).digest() == hashlib.sha256(data).digest()
    assert partial.read_bytes() == data[:1_500_000]


async def test_a_session_may_end_while_sources_are_being_asked(tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour(latency_s=3600.0)], path="/slow.iso")
    async with open_desktop("asking") as desktop, running(desktop, tmp_path / "profile") as window:
        await desktop.window("Headwater")
        await desktop.keys("ctrl+n")
        await desktop.window("Add downloads")
        await desktop.text(lab.urls[0])
        await until(lambda: lab.mirrors[0].requests, "the source is asked")
        await desktop.shoot("asking")
        window.terminate()  # as a session that ends
        await ended(window)
