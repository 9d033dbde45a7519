"""Whether the connection is metered, as NetworkManager or the portal say it on a bus of the test's own."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.asyncio import DBusConnection, open_dbus_connection
from tests.fakes.waiting import until

from headwater.engine.meter_watch import MeterWatch

MANAGER = ("org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager")
PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon is not installed")


@pytest.fixture
async def bus(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """A bus that passes for the system's and for the session's; its address."""
    daemon = await asyncio.create_subprocess_exec(
        "dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=asyncio.subprocess.PIPE
    )
    assert daemon.stdout is not None
    address = (await daemon.stdout.readline()).decode().strip()
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.terminate()
    await daemon.wait()


class Service:
    """Answers one question with `answer`, None: refuses to. `announce` says that something changed."""

    def __init__(self, connection: DBusConnection, place: tuple[str, str]) -> None:
        self._connection = connection
        self._place = place
        self.answer: tuple[str, Any] | None = None
        self.asked: list[str] = []

    async def serve(self) -> None:
        while True:
            message: Message = await self._connection.receive()
            if message.header.message_type is MessageType.method_call:
                self.asked.append(message.header.fields[HeaderFields.member])
                reply = (
                    new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
                    if self.answer is None
                    else new_method_return(message, *self.answer)
                )
                await self._connection.send(reply)

    async def announce(self, interface: str, member: str) -> None:
        emitter = DBusAddress(self._place[1], interface=interface)
        await self._connection.send(new_signal(emitter, member))


@asynccontextmanager
async def service(bus: str, place: tuple[str, str], answer: tuple[str, Any] | None) -> AsyncIterator[Service]:
    connection = await open_dbus_connection(bus)
    made = Service(connection, place)
    made.answer = answer
    await connection.send(message_bus.RequestName(place[0]))
    serving = asyncio.create_task(made.serve())
    owner = await open_dbus_connection(bus)  # asks until the name is taken
    await owner.close()
    yield made
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    await connection.close()


@asynccontextmanager
async def watching() -> AsyncIterator[tuple[MeterWatch, list[bool | None]]]:
    watch, heard = MeterWatch(), list[bool | None]()
    watch.start(lambda: heard.append(watch.is_metered))
    try:
        yield watch, heard
    finally:
        await watch.close()


async def test_network_manager_is_heard(bus: str) -> None:
    async with service(bus, MANAGER, ("v", (("u", 3),))) as manager, watching() as (watch, heard):
        await until(lambda: watch.is_metered is True)
        assert manager.asked[0] == "Get"
        manager.answer = ("v", (("u", 4),))
        while watch.is_metered is not False:  # what is announced before it listens is lost
            await manager.announce("org.freedesktop.DBus.Properties", "PropertiesChanged")
            await asyncio.sleep(0.1)
        manager.answer = ("v", (("u", 0),))
        await manager.announce("org.freedesktop.DBus.Properties", "PropertiesChanged")
        await until(lambda: watch.is_metered is None)
        assert heard == [True, False, None]


async def test_the_portal_is_asked_where_there_is_no_network_manager(bus: str) -> None:
    async with service(bus, PORTAL, ("b", (True,))), watching() as (watch, _):
        await until(lambda: watch.is_metered is True)


async def test_a_service_that_does_not_know_the_question_leaves_it_unknown(bus: str) -> None:
    async with service(bus, PORTAL, None) as portal, watching() as (watch, heard):
        await until(lambda: portal.asked)
        await until(lambda: watch._task is not None and watch._task.done())
        assert (watch.is_metered, heard) == (None, [])


async def test_without_a_bus_nobody_knows_and_the_window_may_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SYSTEM", "SESSION"):
        monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", "unix:path=/nowhere")
    async with watching() as (watch, heard):
        await until(lambda: watch._task is None or watch._task.done())
        assert watch.is_metered is None
        for told in (True, True, None):
            watch.told(told)
        assert heard == [True, None]
