"""The icon in the tray: the speed of all downloads, quick actions, and a word when one is done or has failed.

Without a tray it is not seen, and the window asks for attention instead. The menu is often drawn by the desktop, in
colours of its own: its entries have no icons, which are drawn for the window's, and no keys, which are the window's.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSystemTrayIcon

from headwater.model.job import JobId, JobState
from headwater.model.snapshots import FeedEvent, JobChanged, JobSnapshot
from headwater_ui.icons import app_icon
from headwater_ui.language import translate
from headwater_ui.models.job_model import JobModel
from headwater_ui.shell.actions import Actions
from headwater_ui.shell.coming_forward import come_forward
from headwater_ui.shell.desktop_notices import DesktopNotices, notice_words
from headwater_ui.wording import count_words, duration_words, rate_words

_TRAY_ACTIONS = ("add", "paste", None, "resume_all", "pause_all", "slow_mode", None, "quit")
#: What asks in a dialog of the window.
_ASKING = frozenset({"add", "paste"})
_OVER = (JobState.DONE, JobState.FAILED)


class Tray(QObject):
    """`job_wanted(job_id)`: a notification was clicked. Call `hear` before the model changes."""

    job_wanted = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        *,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(window)
        self._window, self._is_available = window, is_available
        self._last: JobId | None = None
        self._notifies = True
        #: The first line of the menu: there are desktops that show no tips at the icon.
        self._speed = QAction(speed_words(()), self)
        #: The desktop's own notifications, where whoever composed the window gave some.
        self.notices: DesktopNotices | None = None
        # Made without a tray, too: when the session starts, that may come later than this program.
        self._icon = QSystemTrayIcon(app_icon(), self)
        self._icon.setObjectName("tray")
        self._icon.setContextMenu(self._build_menu(actions))
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self._clicked)

    def follow(self, *, shown: bool, notifies: bool) -> None:
        """What the person chose."""
        self._notifies = notifies
        self._icon.setVisible(shown)

    @property
    def is_shown(self) -> bool:
        """Whether a person finds the program there."""
        return self._icon.isVisible() and self._is_available()

    def show_speed(self, running: Sequence[JobSnapshot]) -> None:
        """Say what all running jobs do together."""
        if self.is_shown:
            words = speed_words(running)
            if words != self._icon.toolTip():
                self._icon.setToolTip(words)
                self._speed.setText(words)

    def hear(self, events: Sequence[FeedEvent], model: JobModel) -> None:
        """Tell of jobs that have just ended, unless the person looks at the window anyway."""
        ended = []
        for event in events:
            if isinstance(event, JobChanged) and event.job.state in _OVER:
                before = model.job(event.job.job_id)
                if before is not None and before.state not in _OVER:
                    ended.append(event.job)
        # Whoever works in one of its dialogs looks at it, too.
        if ended and self._notifies and QApplication.activeWindow() is None:
            self._tell(ended)

    def announce(self, words: str) -> None:
        """Say something that should reach a person who looks elsewhere."""
        if self._notifies:
            if self.notices is not None:
                self.notices.say(words, lambda: self._say_by_icon(words))
            else:
                self._say_by_icon(words)
        QApplication.alert(self._window)

    def _say_by_icon(self, words: str) -> None:
        if self.is_shown:
            self._icon.showMessage("Headwater", words, QSystemTrayIcon.MessageIcon.Information)

    def _tell(self, ended: Sequence[JobSnapshot]) -> None:
        self._last = ended[-1].job_id
        if self.notices is not None:
            self.notices.tell(ended, lambda: self._tell_by_icon(ended))
        else:
            self._tell_by_icon(ended)
        QApplication.alert(self._window)

    def _tell_by_icon(self, ended: Sequence[JobSnapshot]) -> None:
        if self.is_shown:
            title, words = notice_words(ended)
            failed = any(job.state is JobState.FAILED for job in ended)
            kinds = QSystemTrayIcon.MessageIcon
            self._icon.showMessage(title, words, kinds.Warning if failed else kinds.Information)

    def _build_menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self._window)
        menu.setObjectName("trayMenu")
        self._speed.setObjectName("traySpeed")
        self._speed.setEnabled(False)
        menu.addAction(self._speed)
        menu.addSeparator()
        show = menu.addAction(self.tr("Show &Headwater"))
        show.setObjectName("trayShow")
        show.triggered.connect(lambda: come_forward(self._window))
        menu.addSeparator()
        for name in _TRAY_ACTIONS:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self._entry(name, actions[name], menu))
        return menu

    def _entry(self, name: str, action: QAction, menu: QMenu) -> QAction:
        """An entry that is as one of the window's actions is, and does what that does."""
        entry = QAction(action.text(), menu)
        entry.setObjectName(f"tray_{name}")
        entry.setCheckable(action.isCheckable())

        def follow() -> None:
            entry.setEnabled(action.isEnabled())
            entry.setChecked(action.isChecked())

        def act() -> None:
            if name in _ASKING:  # its dialog would stay hidden with the window
                come_forward(self._window)
            action.trigger()

        action.changed.connect(follow)
        entry.triggered.connect(act)
        follow()
        return entry

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Trigger:
            return
        if self._window.isActiveWindow():
            self._window.hide()
        else:
            come_forward(self._window)

    def _clicked(self) -> None:
        come_forward(self._window)
        if self._last is not None:
            self.job_wanted.emit(self._last)


def speed_words(running: Sequence[JobSnapshot]) -> str:
    """What hovering over the icon says."""
    if not running:
        return translate("Tray", "Headwater: nothing runs")
    left = max((job.eta_s for job in running if job.eta_s is not None), default=None)
    rest = translate("Tray", ", {duration} left").format(duration=duration_words(left)) if left is not None else ""
    rate = rate_words(sum(job.rate_bytes_per_s for job in running))
    return translate("Tray", "Headwater: {count}, {rate}{rest}").format(
        count=count_words(len(running), "download"), rate=rate, rest=rest
    )
