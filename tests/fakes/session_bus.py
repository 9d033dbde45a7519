"""A session bus of a test's own, with what desktops have on it: who shows notifications, and who shows icons in a tray.

The rule: nothing here answers by itself but questions for what can be done; a test takes each call and says what comes
back, in the loop it runs in.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import pytest

# Linux alone has it; elsewhere the modules that need this one are skipped.
jeepney = pytest.importorskip("jeepney")

_NAME: Final = "org.freedesktop.Notifications"
_PATH: Final = "/org/freedesktop/Notifications"
_WATCHER: Final = "org.kde.StatusNotifierWatcher"
#: What Qt asks a tray before it believes that there is one.
_WATCHER_FACE: Final = f"""<node><interface name="{_WATCHER}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
<property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
</interface></node>"""


class Notifier:
    """Shows notifications: it takes notes, and presses buttons."""

    def __init__(self, router: Any, calls: "asyncio.Queue[Any]", updates: "asyncio.Queue[Any]") -> None:
        self._router, self._calls, self._updates = router, calls, updates
        self.shown: list[tuple[Any, ...]] = []
        self.capabilities = ["body", "actions"]

    async def answer(self) -> tuple[Any, ...]:
        """Take one notification, and give it its number, the earlier one's where it takes its place; what it said."""
        message = await self.called("Notify")
        number = message.body[1]
        if not number:
            self.shown.append(message.body)
            number = len(self.shown)
        await self._router.send(jeepney.new_method_return(message, "u", (number,)))
        return tuple(message.body)

    async def called(self, method: str) -> Any:
        """The next call, which has to be this one; whoever asks before what can be shown here is told."""
        while True:
            message = await self._calls.get()
            name = message.header.fields[jeepney.HeaderFields.member]
            if name == "GetCapabilities":
                await self._router.send(jeepney.new_method_return(message, "as", (self.capabilities,)))
                continue
            assert name == method
            return message

    async def press(self, number: int, action: str) -> None:
        emitter = jeepney.DBusAddress(_PATH, interface=_NAME)
        await self._router.send(jeepney.new_signal(emitter, "ActionInvoked", "us", (number, action)))

    async def update(self) -> tuple[Any, ...]:
        """What a launcher hears next."""
        return tuple((await self._updates.get()).body)


@asynccontextmanager
async def session_bus(folder: Path) -> AsyncIterator[str]:
    """A bus whose socket lies in `folder`; its address."""
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
    """On the bus that the environment names."""
    from jeepney.bus_messages import message_bus
    from jeepney.io.asyncio import open_dbus_router

    calls_rule = jeepney.MatchRule(type="method_call", interface=_NAME)
    updates_rule = jeepney.MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry")
    async with open_dbus_router(bus="SESSION") as router:
        with router.filter(calls_rule, bufsize=9) as calls, router.filter(updates_rule, bufsize=9) as updates:
            await router.send_and_get_reply(message_bus.RequestName(_NAME))
            await router.send_and_get_reply(message_bus.AddMatch(updates_rule))
            yield Notifier(router, calls, updates)


@asynccontextmanager
async def tray_host() -> AsyncIterator["asyncio.Future[str]"]:
    """A tray on the bus that the environment names; the result is the first icon that asked to be shown."""
    from jeepney.bus_messages import message_bus
    from jeepney.io.asyncio import open_dbus_router

    shown: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def serve(router: Any, calls: "asyncio.Queue[Any]") -> None:
        while True:
            message = await calls.get()
            signature: str | None
            body: tuple[Any, ...]
            match message.header.fields[jeepney.HeaderFields.member]:
                case "Introspect":
                    signature, body = "s", (_WATCHER_FACE,)
                case "Get":
                    signature, body = "v", (("b", True),)
                case "GetAll":
                    signature, body = "a{sv}", ({"IsStatusNotifierHostRegistered": ("b", True)},)
                case "RegisterStatusNotifierItem":
                    signature, body = None, ()
                    if not shown.done():
                        shown.set_result(message.body[0])
                case other:
                    raise AssertionError(f"a tray is not asked for {other}")
            await router.send(jeepney.new_method_return(message, signature, body))

    rule = jeepney.MatchRule(type="method_call", path="/StatusNotifierWatcher")
    async with open_dbus_router(bus="SESSION") as router:
        with router.filter(rule, bufsize=64) as calls:
            await router.send_and_get_reply(message_bus.RequestName(_WATCHER))
            serving = asyncio.create_task(serve(router, calls))
            try:
                yield shown
            finally:
                serving.cancel()
                await asyncio.gather(serving, return_exceptions=True)
