"""What the desktop sees of Headwater beside its window: tray, notifications, progress at its icon, no sleep meanwhile.

Whoever composes the window gives `notices` and `progress` before the engine is there, where this desktop has some.
"""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from headwater.model.snapshots import FeedEvent, JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.models.job_model import JobModel
from headwater_ui.shell.actions import Actions
from headwater_ui.shell.desktop_notices import DesktopNotices
from headwater_ui.shell.icon_progress import IconProgress, progress_of
from headwater_ui.shell.staying_awake import StayingAwake
from headwater_ui.shell.tray import Tray
from headwater_ui.shell.window_choices import WindowChoices


class Presence(QObject):
    """`job_wanted(action, job_id)`: a button of a notification, or the notification itself (`show`), was pressed."""

    job_wanted = Signal(str, str)

    def __init__(self, window: QMainWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._keeps_awake = self._closes_to_tray = False
        self.awake = StayingAwake(bridge.spawn)
        self.notices: DesktopNotices | None = None
        self.progress: IconProgress | None = None
        #: None until the engine is there.
        self.tray: Tray | None = None

    def begin(self, actions: Actions) -> None:
        """The engine is there: appear."""
        self.tray = Tray(self._window, actions)
        self.tray.notices = self.notices
        self.tray.job_wanted.connect(lambda job_id: self.job_wanted.emit("show", job_id))
        if self.notices is not None:
            self.notices.wanted.connect(self.job_wanted)

    def follow(self, choices: WindowChoices) -> None:
        """What the person chose."""
        self._keeps_awake, self._closes_to_tray = choices.keep_awake, choices.close_to_tray
        if self.tray is not None:
            self.tray.follow(shown=choices.tray, notifies=choices.notify)

    @property
    def stays(self) -> bool:
        """Whether the program goes on in the tray when its window is closed."""
        if (
            sys.platform == "darwin"
        ):  # there the Dock and the session's end ask windows to close, and a refusal stops both
            return False
        return self._closes_to_tray and self.tray is not None and self.tray.is_shown

    def hear(self, events: Sequence[FeedEvent], model: JobModel) -> None:
        """One batch of the feed, before the model takes it."""
        if self.tray is not None:
            self.tray.hear(events, model)

    def show_running(self, running: Sequence[JobSnapshot]) -> None:
        """Say what all running jobs do together, and stay awake while there are any."""
        if self.tray is None:
            return
        self.tray.show_speed(running)
        if self.progress is not None:
            self.progress.show_progress(progress_of(running))
        self.awake.want(bool(running) and self._keeps_awake)

    def announce(self, words: str) -> None:
        """Say something that should reach a person who looks elsewhere."""
        if self.tray is not None:
            self.tray.announce(words)

    async def close(self) -> None:
        """Let the computer sleep, and take down what the desktop was told."""
        await self.awake.close()
        if self.progress is not None:
            self.progress.show_progress(None)
        if self.notices is not None:
            await self.notices.close()

    def __repr__(self) -> str:
        return f"<Presence tray={self.tray is not None} notices={self.notices is not None} {self.awake!r}>"
