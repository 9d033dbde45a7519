"""What the desktop is told of downloads: a notification with buttons where one ended, and the progress of all of them.

Downloads that end one soon after the other share a notification, as long as it is there. Where the desktop's own way
does not work, the caller's is taken, and the tray speaks.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.language import engine_words, translate
from headwater_ui.shell.desktop_bus import DesktopBus, Notice
from headwater_ui.wording import count_words, size_words

#: Of many small files each would have a notification of its own.
_TOGETHER_S: Final = 10.0


class DesktopNotices(QObject):
    """`wanted(action, job_id)`: a button was pressed; actions are `show`, `open`, `open_folder`, `resume`.

    With no job (an empty string) the window is wanted.
    """

    wanted = Signal(str, str)

    def __init__(
        self,
        spawn: Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"],
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._spawn, self._now = spawn, now
        self._bus = DesktopBus(self._acted)
        self._turn = asyncio.Lock()
        #: The last notification: its number, when it was shown, and of which downloads it told.
        self._number, self._told_at, self._told = 0, 0.0, tuple[JobSnapshot, ...]()

    def tell(self, ended: Sequence[JobSnapshot], fallback: Callable[[], None]) -> None:
        """Say what ended, with what one may do about it."""
        self._spawn(self._tell(ended, fallback))

    def say(self, words: str, fallback: Callable[[], None]) -> None:
        """Say something that is not about one download."""
        self._spawn(self._say(words, fallback))

    def show_progress(self, part: float | None) -> None:
        """How much of all that runs is here, 0..1, on the launcher's icon; None takes it away."""
        self._spawn(self._bus.show_progress(part))

    async def close(self) -> None:
        """Take the progress away, and let go."""
        await self._bus.show_progress(None)
        await self._bus.close()

    async def _say(self, words: str, fallback: Callable[[], None]) -> None:
        if not await self._bus.notify(Notice("Headwater", words, (("default", self.tr("Show")),), "")):
            fallback()

    async def _tell(self, ended: Sequence[JobSnapshot], fallback: Callable[[], None]) -> None:
        async with self._turn:
            now, ids = self._now(), {job.job_id for job in ended}
            is_recent = self._bus.shows(self._number) and now - self._told_at < _TOGETHER_S
            told = (*(job for job in self._told if is_recent and job.job_id not in ids), *ended)
            failed = any(job.state is JobState.FAILED for job in told)
            kind = "transfer.error" if failed else "transfer.complete"
            notice = Notice(*notice_words(told), self._buttons(told), told[-1].job_id, kind)
            self._number = await self._bus.notify(notice, self._number if is_recent else 0)
            self._told_at, self._told = now, told
            if not self._number:
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


def notice_words(ended: Sequence[JobSnapshot]) -> tuple[str, str]:
    """Title and words of a notification."""
    if len(ended) > 1:
        failed = sum(job.state is JobState.FAILED for job in ended)
        words = translate("Tray", "{count} done").format(count=count_words(len(ended) - failed, "download")) + (
            translate("Tray", ", {failed} failed").format(failed=failed) if failed else ""
        )
        return translate("Tray", "Downloads ended"), words
    job = ended[0]
    if job.state is JobState.FAILED:
        return translate(
            "Tray", "Download failed"
        ), f"{job.name}: {engine_words(job.error) if job.error else translate('Tray', 'what has arrived is kept')}"
    return translate("Tray", "Download done"), f"{job.name}, {size_words(job.size_bytes)}"
