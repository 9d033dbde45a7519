"""The session bus: a bus of the test's own, with a notification server that takes notes and presses buttons."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.waiting import PATIENCE_S
from tests.ui.values import job

from headwater.model.job import JobState
from headwater_ui.shell.desktop_bus import DesktopBus
from headwater_ui.shell.desktop_notices import DesktopNotices

jeepney = pytest.importorskip("jeepney")

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"


class Notifier:
    """A notification server on the bus at `address`."""

    def __init__(self, router: Any, calls: "asyncio.Queue[Any]", updates: "asyncio.Queue[Any]") -> None:
        self._router, self._calls, self._updates = router, calls, updates
        self.shown: list[tuple[Any, ...]] = []

    async def answer(self) -> tuple[Any, ...]:
        """Take one notification, and give it its number; what it said."""
        message = await self._calls.get()
        self.shown.append(message.body)
        await self._router.send(jeepney.new_method_return(message, "u", (len(self.shown),)))
        return tuple(message.body)

    async def press(self, number: int, action: str) -> None:
        emitter = jeepney.DBusAddress(PATH, interface=NAME)
        await self._router.send(jeepney.new_signal(emitter, "ActionInvoked", "us", (number, action)))

    async def update(self) -> tuple[Any, ...]:
        """What a launcher hears next."""
        return tuple((await self._updates.get()).body)


@asynccontextmanager
async def session_bus(folder: Path) -> AsyncIterator[str]:
    daemon = await asyncio.create_subprocess_exec(
        *("dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={folder / 'bus'}"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert daemon.stdout is not None
    try:
        yield (await daemon.stdout.readline()).decode().strip()
    finally:
        daemon.terminate()
        await daemon.wait()


@asynccontextmanager
async def notifier() -> AsyncIterator[Notifier]:
    from jeepney.bus_messages import message_bus
    from jeepney.io.asyncio import open_dbus_router

    calls_rule = jeepney.MatchRule(type="method_call", interface=NAME)
    updates_rule = jeepney.MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry")
    async with open_dbus_router(bus="SESSION") as router:
        with router.filter(calls_rule, bufsize=9) as calls, router.filter(updates_rule, bufsize=9) as updates:
            await router.send_and_get_reply(message_bus.RequestName(NAME))
            await router.send_and_get_reply(message_bus.AddMatch(updates_rule))
            yield Notifier(router, calls, updates)


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
            bus.notify("Download done", "x.iso", (("default", "Show"), ("open", "Open file")), "job-1"),
            server.answer(),
        )
        assert told
        assert shown[3:6] == ("Download done", "x.iso", ["default", "Show", "open", "Open file"])
        await server.press(77, "open")
        await server.press(1, "open")
        assert await pressed.get() == ("job-1", "open")
        await server.press(1, "open")
        await bus.close()
    assert pressed.empty(), "a button answers once, and those of others never"


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
    assert not await alone.notify("a", "b", (), "t")
    assert "connected" in repr(alone)
    await alone.close()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={os.devnull}")
    nobody = DesktopBus(lambda *_: None)
    assert not await nobody.notify("a", "b", (), "t")
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
    notices.tell("Download done", "x", [job(0, state=JobState.DONE)], lambda: spoken.append("tray"))
    await asyncio.gather(*tasks)
    assert spoken == ["tray"]
    await notices.close()
    done, failed = job(0, state=JobState.DONE), job(1, state=JobState.FAILED)
    assert [action for action, _ in notices._buttons([done])] == ["default", "open", "open_folder"]
    assert [action for action, _ in notices._buttons([failed])] == ["default", "resume"]
    assert [action for action, _ in notices._buttons([done, failed])] == ["default"]
