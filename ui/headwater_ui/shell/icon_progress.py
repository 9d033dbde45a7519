"""How much of all downloads is here, shown at the program's icon in the task bar or dock.

One small interface; on Linux `desktop_notices` is one, over the session bus. Windows and macOS have theirs in a file
each, which is imported there and nowhere else.
"""

import logging
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from headwater.model.snapshots import JobSnapshot

_log = logging.getLogger(__name__)


class IconProgress(Protocol):
    """Call it as often as one likes."""

    def show_progress(self, part: float | None) -> None:
        """0..1; None takes the progress away."""


class SteppedProgress:
    """Tells `show` of whole per cent, once each. A system that refuses is noted in the log and not asked again."""

    def __init__(self, show: Callable[[int | None], None]) -> None:
        self._show: Callable[[int | None], None] | None = show
        self._shown: int | None = None

    def show_progress(self, part: float | None) -> None:
        percent = None if part is None else int(100 * part)
        if percent == self._shown or self._show is None:
            return
        self._shown = percent
        try:
            self._show(percent)
        except (OSError, ImportError) as error:
            self._show = None
            _log.warning("The system shows no progress at the icon: %s", error)

    def __repr__(self) -> str:
        return f"<SteppedProgress {self._shown} %{'' if self._show else ', refused'}>"


def icon_progress_for(window: QWidget) -> IconProgress | None:
    """This system's way, where it needs no session bus; None where there is none."""
    if sys.platform == "win32":
        from headwater_ui.shell.taskbar_progress import TaskbarProgress

        return SteppedProgress(TaskbarProgress(int(window.winId())).show)
    if sys.platform == "darwin":
        from headwater_ui.shell.dock_progress import show_in_dock

        return SteppedProgress(show_in_dock)
    return None


def progress_of(running: Sequence[JobSnapshot]) -> float | None:
    """The part of all bytes of these jobs that is here, 0..1; None where nothing runs or no size is known."""
    sized = [(job.received_bytes, job.size_bytes) for job in running if job.size_bytes]
    total = sum(size for _, size in sized)
    return min(1.0, sum(received for received, _ in sized) / total) if total else None
