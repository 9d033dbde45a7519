"""Whether this computer's connection is metered, as the system says it, and when that changes.

On Linux NetworkManager is asked on the system bus, else the desktop's portal; both announce changes. Elsewhere the
window tells what Qt hears of the system (`told`), and a terminal does not know. What a job does about it is decided
where the settings are read. The rule: what nobody says is None, and nothing is held back for it.
"""

import asyncio
import contextlib
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:  # imported on the first look
    from jeepney import MatchRule
    from jeepney.io.asyncio import DBusRouter

#: `NMMetered`: 1 yes, 2 no, 3 guessed yes, 4 guessed no; 0 unknown.
_MEANINGS: Final = {1: True, 2: False, 3: True, 4: False}
_MANAGER: Final = "org.freedesktop.NetworkManager"
_PORTAL: Final = "org.freedesktop.portal.Desktop"
_MONITOR: Final = "org.freedesktop.portal.NetworkMonitor"
_BUSES: Final = frozenset({"DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"})
_PATIENCE_S: Final = 3.0
#: How long after something was announced the system is asked again: announcements come in bursts (s).
_SETTLE_S: Final = 0.25

_log = logging.getLogger(__name__)


class MeterWatch:
    """`start` before, `close` after. `is_metered` is None as long as nobody says."""

    def __init__(self) -> None:
        self.is_metered: bool | None = None
        self._changed: Callable[[], None] = lambda: None
        self._task: asyncio.Task[None] | None = None

    def start(self, changed: Callable[[], None]) -> None:
        """Watch from now on; `changed` is called whenever the answer is another one."""
        self._changed = changed
        if sys.platform == "linux":
            self._task = asyncio.create_task(self._watch(), name="watch the meter")

    def told(self, is_metered: bool | None) -> None:
        """Somebody who hears the system says so."""
        if is_metered != self.is_metered:
            self.is_metered = is_metered
            _log.info(
                "The connection is %s", {True: "metered", False: "not metered", None: "of an unknown kind"}[is_metered]
            )
            self._changed()

    async def close(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _watch(self) -> None:
        if not await asyncio.to_thread(_has_bus):
            return  # nobody to ask, and nothing to import for it
        from jeepney.io.common import RouterClosed

        for ask in (_NetworkManager(), _Portal()):
            try:
                await self._listen(ask)
            except (
                OSError,
                KeyError,
                ValueError,
                EOFError,
                RouterClosed,
                _NoAnswerError,
            ) as error:  # no bus, no service
                _log.debug("%s says nothing of metered connections: %s", type(ask).__name__[1:], error)

    async def _listen(self, source: "_NetworkManager | _Portal") -> None:
        """Ask a service now and whenever it announces something. Raises as soon as it cannot be asked."""
        from jeepney.bus_messages import message_bus
        from jeepney.io.asyncio import open_dbus_router

        async with contextlib.AsyncExitStack() as stack:
            async with asyncio.timeout(_PATIENCE_S):
                router = await stack.enter_async_context(open_dbus_router(bus=source.bus))
                self.told(await source.ask(router))
                rule = source.rule()
                await router.send_and_get_reply(message_bus.AddMatch(rule))
            queue = stack.enter_context(router.filter(rule))
            while True:
                await queue.get()
                await asyncio.sleep(_SETTLE_S)
                while not queue.empty():
                    queue.get_nowait()
                async with asyncio.timeout(_PATIENCE_S):
                    self.told(await source.ask(router))

    def __repr__(self) -> str:
        return f"<MeterWatch {self.is_metered}>"


def _has_bus() -> bool:
    """Whether this computer has a bus at all, where jeepney looks for one."""
    return not os.environ.keys().isdisjoint(_BUSES) or Path("/var/run/dbus/system_bus_socket").exists()


class _NoAnswerError(Exception):
    """A service is not there, or does not know this question."""


class _NetworkManager:
    """Asked for its property `Metered`."""

    bus = "SYSTEM"

    def rule(self) -> "MatchRule":
        return _rule("/org/freedesktop/NetworkManager", "org.freedesktop.DBus.Properties", "PropertiesChanged")

    async def ask(self, router: "DBusRouter") -> bool | None:
        from jeepney import DBusAddress, Properties

        address = DBusAddress("/org/freedesktop/NetworkManager", bus_name=_MANAGER, interface=_MANAGER)
        _kind, value = await _answer(router, Properties(address).get("Metered"))
        return _MEANINGS.get(int(value))


class _Portal:
    """Asked by `GetMetered`."""

    bus = "SESSION"

    def rule(self) -> "MatchRule":
        return _rule("/org/freedesktop/portal/desktop", _MONITOR, "changed")

    async def ask(self, router: "DBusRouter") -> bool | None:
        from jeepney import DBusAddress, new_method_call

        address: DBusAddress = DBusAddress("/org/freedesktop/portal/desktop", bus_name=_PORTAL, interface=_MONITOR)
        return bool(await _answer(router, new_method_call(address, "GetMetered")))


def _rule(path: str, interface: str, member: str) -> "MatchRule":
    from jeepney import MatchRule

    return MatchRule(type="signal", path=path, interface=interface, member=member)


async def _answer(router: "DBusRouter", message: Any) -> Any:
    """The first value of a service's answer. Raises `_NoAnswerError`."""
    from jeepney import MessageType

    reply = await router.send_and_get_reply(message)
    if reply.header.message_type is not MessageType.method_return:
        raise _NoAnswerError(str(reply.body))
    return reply.body[0]
