"""What the desktop is told of downloads: a notification with buttons where one ended, and the progress of all of them.

Where the desktop's own way does not work, `fallback` is called, and the tray speaks.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.shell.desktop_bus import DesktopBus


class DesktopNotices(QObject):
    """`wanted(action, job_id)`: a button was pressed; actions are `show`, `open`, `open_folder`, `resume`."""

    wanted = Signal(str, str)

    def __init__(
        self, spawn: Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._spawn = spawn
        self._bus = DesktopBus(self._acted)

    def tell(self, title: str, words: str, ended: Sequence[JobSnapshot], fallback: Callable[[], None]) -> None:
        """Say what ended, with what one may do about it."""
        self._spawn(self._tell(title, words, ended, fallback))

    def show_progress(self, part: float | None) -> None:
        """How much of all that runs is here, 0..1, on the launcher's icon; None takes it away."""
        self._spawn(self._bus.show_progress(part))

    async def close(self) -> None:
        """Take the progress away, and let go."""
        await self._bus.show_progress(None)
        await self._bus.close()

    async def _tell(self, title: str, words: str, ended: Sequence[JobSnapshot], fallback: Callable[[], None]) -> None:
        if not await self._bus.notify(title, words, self._buttons(ended), ended[-1].job_id):
            fallback()

    def _buttons(self, ended: Sequence[JobSnapshot]) -> tuple[tuple[str, str], ...]:
        show = ("default", self.tr("Show"))
        if len(ended) > 1:
            return (show,)
        if ended[0].state is JobState.DONE:
            return show, ("open", self.tr("Open file")), ("open_folder", self.tr("Open folder"))
        return show, ("resume", self.tr("Try again"))

    def _acted(self, job_id: str, action: str) -> None:
        self.wanted.emit("show" if action == "default" else action, job_id)
