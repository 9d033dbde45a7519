"""The session bus: a bus of the test's own, with a notification server that takes notes and presses buttons."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.session_bus import notifier, session_bus
from tests.fakes.waiting import PATIENCE_S
from tests.ui.values import job

from headwater.model.job import JobState
from headwater_ui.shell.desktop_bus import DESKTOP_ID, DesktopBus, Notice
from headwater_ui.shell.desktop_notices import DesktopNotices

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@pytest.fixture
async def bus_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    async with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield


async def test_a_notification_has_buttons_and_they_answer(bus_address: None) -> None:
    pressed: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    bus = DesktopBus(lambda tag, action: pressed.put_nowait((tag, action)))
    async with notifier() as server, asyncio.timeout(PATIENCE_S):
        told, shown = await asyncio.gather(
            bus.notify(Notice("Download done", "x.iso", (("default", "Show"), ("open", "Open file")), "job-1")),
            server.answer(),
        )
        assert told
        assert shown[3:6] == ("Download done", "x.iso", ["default", "Show", "open", "Open file"])
        await server.press(77, "open")
        await server.press(1, "open")
        assert await pressed.get() == ("job-1", "open")
        closed = await server.called("CloseNotification")
        assert closed.body == (1,), "some desktops would leave it there with buttons that are dead"
        await server.press(1, "open")
        await bus.close()
    assert pressed.empty(), "a button answers once, and those of others never"


@pytest.mark.parametrize(
    ("capabilities", "words"), [(["body", "body-markup"], "Tom &amp; &lt;b&gt;"), (["body"], "Tom & <b>")]
)
async def test_names_are_never_read_as_markup(bus_address: None, capabilities: list[str], words: str) -> None:
    bus = DesktopBus(lambda *_: None)
    async with notifier() as server, asyncio.timeout(PATIENCE_S):
        server.capabilities = capabilities
        _, shown = await asyncio.gather(bus.notify(Notice("Download done", "Tom & <b>", (), "t")), server.answer())
        await bus.close()
    assert shown[4] == words


async def test_downloads_that_end_together_share_a_notification(bus_address: None) -> None:
    seconds = 0.0
    tasks: list[asyncio.Task[None]] = []

    def spawn(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        tasks.append(asyncio.get_running_loop().create_task(work))
        return tasks[-1]

    notices = DesktopNotices(spawn, now=lambda: seconds)
    done = [job(number, state=JobState.DONE) for number in range(4)]

    def unheard() -> None:
        raise AssertionError("the desktop shows notifications")

    async with notifier() as server, asyncio.timeout(PATIENCE_S):
        notices.tell(done[:1], unheard)
        notices.tell(done[1:2], unheard)
        first, second = await server.answer(), await server.answer()
        await asyncio.gather(*tasks)  # the time is looked at before the answer comes, the number taken after it
        seconds = 60.0
        notices.tell(done[2:3], unheard)
        third = await server.answer()
        await asyncio.gather(*tasks)  # what it is told of a notification that it does not know yet would be lost
        await server.press(2, "default")
        assert (await server.called("CloseNotification")).body == (2,)
        notices.tell(done[3:], unheard)
        fourth = await server.answer()
        await asyncio.gather(*tasks)
        await notices.close()
    assert (first[1], first[4]) == (0, "file-00000.iso, 1.00 MB")
    assert (second[1], second[4]) == (1, "2 downloads done"), "in the place of the first"
    assert (third[1], third[4]) == (0, "file-00002.iso, 1.00 MB"), "a minute later it is news of its own"
    assert (fourth[1], fourth[4]) == (0, "file-00003.iso, 1.00 MB"), "the one before was answered"
    assert fourth[6] == {"desktop-entry": ("s", DESKTOP_ID), "category": ("s", "transfer.complete")}


async def test_who_waits_for_an_answer_as_the_bus_is_left_is_told_that_there_is_none(bus_address: None) -> None:
    bus = DesktopBus(lambda *_: None)
    async with notifier() as server, asyncio.timeout(PATIENCE_S):
        asked = asyncio.create_task(bus.notify(Notice("a", "b", (), "t")))
        await server.called("Notify")
        await bus.close()
        assert await asked == 0


async def test_progress_is_on_the_launcher_once_a_per_cent(bus_address: None) -> None:
    bus = DesktopBus(lambda *_: None)
    async with notifier() as server, asyncio.timeout(PATIENCE_S):
        await bus.show_progress(None)
        for part in (0.251, 0.2512, None):
            await bus.show_progress(part)
        first, second = await server.update(), await server.update()
        await bus.close()
    assert first == (
        "application://org.headwater.Headwater.desktop",
        {"progress": ("d", 0.25), "progress-visible": ("b", True)},
    )
    assert second[1]["progress-visible"] == ("b", False)


async def test_no_service_and_no_bus_are_no_trouble(bus_address: None, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = DesktopBus(lambda *_: None)
    assert not await alone.notify(Notice("a", "b", (), "t"))
    assert "connected" in repr(alone)
    await alone.close()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={os.devnull}")
    nobody = DesktopBus(lambda *_: None)
    assert not await nobody.notify(Notice("a", "b", (), "t"))
    await nobody.show_progress(0.5)
    await nobody.close()
    assert "gone" in repr(nobody)


async def test_the_tray_speaks_where_the_desktop_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={os.devnull}")
    tasks: list[asyncio.Task[None]] = []

    def spawn(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        tasks.append(asyncio.get_running_loop().create_task(work))
        return tasks[-1]

    notices = DesktopNotices(spawn)
    spoken: list[str] = []
    notices.tell([job(0, state=JobState.DONE)], lambda: spoken.append("tray"))
    notices.say("All downloads have ended", lambda: spoken.append("tray again"))
    await asyncio.gather(*tasks)
    assert sorted(spoken) == ["tray", "tray again"]
    await notices.close()
    done, failed = job(0, state=JobState.DONE), job(1, state=JobState.FAILED)
    assert [action for action, _ in notices._buttons([done])] == ["default", "open", "open_folder"]
    assert [action for action, _ in notices._buttons([failed])] == ["default", "resume"]
    assert [action for action, _ in notices._buttons([done, failed])] == ["default"]
