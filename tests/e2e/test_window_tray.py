"""The real window on a desktop with a session bus: closed into the tray, and called back by a notification."""

import asyncio
import os
import shutil
from pathlib import Path

import pytest
from tests.conftest import LabMaker
from tests.fakes.commands import recorded, recording_path
from tests.fakes.desktop import HEADWATER, WINDOW_MARKS, jobs_in, leave, listed, open_desktop
from tests.fakes.session_bus import notifier, session_bus, tray_host
from tests.fakes.waiting import PATIENCE_S, until

from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.job import JobState
from headwater.model.spans import Span

pytestmark = [
    *WINDOW_MARKS,
    pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="not installed: dbus-daemon"),
]

SIZE = 3_000_000


async def test_a_closed_window_goes_on_in_the_tray_and_tells_what_ended(
    tmp_path: Path, mirror_lab: LabMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    withheld = MirrorBehaviour(withholds=(Span(SIZE // 2, SIZE),))
    lab = await mirror_lab([withheld], SeededSample(SIZE, seed=8), path="/closed.bin")
    profile, home = tmp_path / "profile", tmp_path / "home"
    home.mkdir()
    path = recording_path(home, {"xdg-open": 0})
    async with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        async with tray_host() as icon, notifier() as notices, open_desktop("tray") as desktop:
            desktop.environment["HOME"] = str(home)
            desktop.environment["PATH"] = f"{path}{os.pathsep}{desktop.environment['PATH']}"
            async with desktop.program(*HEADWATER, "--profile", str(profile), lab.urls[0]) as window:
                await desktop.window("Headwater")
                await listed(profile, lambda rows: rows and rows[0].state is JobState.RUNNING, "the download runs")
                async with asyncio.timeout(PATIENCE_S):
                    assert await icon, "the engine is there, and the icon in the tray"
                await desktop.keys("alt+F4")
                await desktop.gone("Headwater")
                async with asyncio.timeout(PATIENCE_S):
                    told = await notices.answer()
                assert told[4] == "Headwater goes on in the tray. Quit in the menu of its icon ends it."
                lab.change(withholds=())
                async with asyncio.timeout(PATIENCE_S):
                    told = await notices.answer()
                assert told[3:6] == (
                    "Download done",
                    "closed.bin, 3.00 MB",
                    ["default", "Show", "open", "Open file", "open_folder", "Open folder"],
                )
                await desktop.shoot("closed")
                assert not await desktop.has("Headwater", 0.0)
                await notices.press(2, "open_folder")
                await until(lambda: recorded(home), "the folder is opened")
                async with asyncio.timeout(PATIENCE_S):
                    await notices.called("CloseNotification")
                await notices.press(1, "default")
                await desktop.window("Headwater")
                await desktop.shoot("called-back")
                await leave(desktop, window)
    assert recorded(home)[0].endswith("/home/Downloads")
    (job,) = await jobs_in(profile)
    assert job.state is JobState.DONE
