"""The session bus of Linux desktops: notifications with buttons, and progress on the launcher's icon.

The bus is asked when there is something to say, not before; a desktop without one, or without these services, is told
by a 0, and the tray speaks instead. The rule: nothing on the bus is waited for longer than a moment, nothing that comes
from it is trusted with more than the number of a notification that is ours, and a file's name is never read as markup.
"""

import asyncio
import contextlib
import html
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:  # imported with the first thing to say
    from jeepney import Message
    from jeepney.io.asyncio import DBusRouter

_NOTIFICATIONS: Final = ("/org/freedesktop/Notifications", "org.freedesktop.Notifications")
_LAUNCHER: Final = ("/org/headwater/Headwater", "com.canonical.Unity.LauncherEntry")
#: How launchers know the program: the name of its desktop file.
DESKTOP_ID: Final = "org.headwater.Headwater"
_APP_URI: Final = f"application://{DESKTOP_ID}.desktop"
_PATIENCE_S: Final = 3.0
#: Buttons of older notifications answer no more.
_MOST_KEPT: Final = 50

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification. `buttons` are pairs of an action and its word; `tag` says whose action it is; `kind` is one of
    the categories that desktops know (`transfer.complete`)."""

    title: str
    words: str
    buttons: Sequence[tuple[str, str]]
    tag: str
    kind: str = "transfer"


class DesktopBus:
    """`acted(tag, action)`: a button of a notification was pressed; the action `default` is a click on it."""

    def __init__(self, acted: Callable[[str, str], None]) -> None:
        self._acted = acted
        self._stack = contextlib.AsyncExitStack()
        self._router: DBusRouter | None = None
        self._listener: asyncio.Task[None] | None = None
        self._tags: dict[int, str] = {}
        self._capabilities: frozenset[str] | None = None
        self._turn = asyncio.Lock()
        self._is_gone = False
        self._shown: tuple[float, bool] | None = None

    async def notify(self, notice: Notice, instead_of: int = 0) -> int:
        """Show a notification, in the place of an earlier one where that is given; its number. 0: nobody shows any."""
        words = notice.words
        if await self._reads_markup():
            words = html.escape(words, quote=False)
        actions = [part for button in notice.buttons for part in button]
        hints = {"desktop-entry": ("s", DESKTOP_ID), "category": ("s", notice.kind)}
        body = ("Headwater", instead_of, DESKTOP_ID, notice.title, words, actions, hints, -1)
        answer = await self._ask(_call("Notify", "susssasa{sv}i", body))
        if answer is None:
            return 0
        number = int(answer[0])
        self._tags.pop(instead_of, None)
        self._tags[number] = notice.tag
        while len(self._tags) > _MOST_KEPT:
            del self._tags[next(iter(self._tags))]
        return number

    def shows(self, number: int) -> bool:
        """Whether a notification was neither answered nor taken away yet."""
        return number in self._tags

    async def show_progress(self, part: float | None) -> None:
        """How much of all running jobs is here, 0..1, on the launcher's icon; None takes it away."""
        shown = (round(part or 0.0, 2), part is not None)
        if shown == self._shown or (self._shown is None and part is None):
            return
        self._shown = shown
        from jeepney import DBusAddress, new_signal

        values = {"progress": ("d", shown[0]), "progress-visible": ("b", shown[1])}
        emitter = DBusAddress(_LAUNCHER[0], interface=_LAUNCHER[1])
        router = await self._connected()
        if router is not None:
            try:
                await router.send(new_signal(emitter, "Update", "sa{sv}", (_APP_URI, values)))
            except OSError as error:
                self._give_up(error)

    async def close(self) -> None:
        """Let go of the bus."""
        self._is_gone = True
        if self._listener is not None:
            self._listener.cancel()
            await asyncio.gather(self._listener, return_exceptions=True)
        try:
            await self._stack.aclose()
        except (OSError, EOFError) as error:
            _log.info("The session bus had gone before: %s", error)
        self._router = None

    async def _reads_markup(self) -> bool:
        """Whether who shows notifications takes `<` and `&` in them for markup; asked once."""
        if self._capabilities is None:
            answer = await self._ask(_call("GetCapabilities"))
            self._capabilities = frozenset(answer[0]) if answer else None
        return self._capabilities is not None and "body-markup" in self._capabilities

    async def _ask(self, message: Any) -> tuple[Any, ...] | None:
        """The body of an answer; None where there is none, or it is a refusal."""
        router = await self._connected()
        if router is None:
            return None
        from jeepney import MessageType
        from jeepney.io.common import RouterClosed

        try:
            async with asyncio.timeout(_PATIENCE_S):
                answer = await router.send_and_get_reply(message)
        except (OSError, TimeoutError, RouterClosed, KeyError) as error:  # jeepney's own, where one waits as it closes
            self._give_up(error)
            return None
        if answer.header.message_type is not MessageType.method_return:
            _log.info("The desktop shows no notifications: %s", answer.body)
            return None
        return tuple(answer.body)

    async def _connected(self) -> "DBusRouter | None":
        async with self._turn:
            if self._router is None and not self._is_gone:
                try:
                    await self._connect()
                except (OSError, KeyError, ValueError, TimeoutError) as error:  # no bus, or an address of another kind
                    self._give_up(error)
            return self._router

    async def _connect(self) -> None:
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus
        from jeepney.io.asyncio import open_dbus_router

        async with asyncio.timeout(_PATIENCE_S):
            router = await self._stack.enter_async_context(open_dbus_router(bus="SESSION"))
            rule = MatchRule(type="signal", interface=_NOTIFICATIONS[1], path=_NOTIFICATIONS[0])
            queue = self._stack.enter_context(router.filter(rule, bufsize=64))
            await router.send_and_get_reply(message_bus.AddMatch(rule))
        self._router = router
        self._listener = asyncio.get_running_loop().create_task(self._listen(queue))

    async def _listen(self, queue: "asyncio.Queue[Message]") -> None:
        from jeepney import HeaderFields

        while True:
            message = await queue.get()
            member = message.header.fields.get(HeaderFields.member)
            if member == "ActionInvoked" and len(message.body) >= 2:
                tag = self._tags.pop(message.body[0], None)
                if tag is not None:
                    self._acted(tag, str(message.body[1]))
                    await self._take_away(message.body[0])
            elif member == "NotificationClosed" and message.body:
                self._tags.pop(message.body[0], None)

    async def _take_away(self, number: int) -> None:
        """A notification was answered: some desktops would leave it there, with buttons that do nothing any more."""
        if self._router is not None:
            try:
                await self._router.send(_call("CloseNotification", "u", (number,)))
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """No bus: it is not asked again in this run."""
        self._is_gone = True
        self._router = None
        _log.info("The desktop's session bus is not used: %s", error)

    def __repr__(self) -> str:
        state = "gone" if self._is_gone else "idle" if self._router is None else "connected"
        return f"<DesktopBus {state}, {len(self._tags)} notifications>"


def _call(method: str, signature: str = "", body: tuple[Any, ...] = ()) -> "Message":
    """A question for who shows notifications."""
    from jeepney import DBusAddress, new_method_call

    path, name = _NOTIFICATIONS
    return new_method_call(DBusAddress(path, bus_name=name, interface=name), method, signature, body)
