"""When all is done: the menu that says what follows, the countdown in which it can be stopped, and the word about it.

The engine decides when all is done and does it; here it is chosen, shown and stopped.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from headwater.model.arrangement import EndAction, EndPlan
from headwater.model.commands import StopEndAction
from headwater.model.snapshots import EndActionOver, EndActionPlanned, FeedEvent
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.countdown_dialog import CountdownDialog
from headwater_ui.language import engine_words, marked

_LABELS: Final = {
    EndAction.NOTHING: marked("EndPlanMenu", "Do &nothing"),
    EndAction.NOTIFY: marked("EndPlanMenu", "&Tell me"),
    EndAction.SLEEP: marked("EndPlanMenu", "Let the computer &sleep"),
    EndAction.SHUT_DOWN: marked("EndPlanMenu", "Shut the computer &down"),
    EndAction.LOG_OUT: marked("EndPlanMenu", "&Log out"),
    EndAction.COMMAND: marked("EndPlanMenu", "Run a &command…"),
}
_WARNINGS: Final = {
    EndAction.SLEEP: marked("EndPlanMenu", "All downloads are over. The computer will go to sleep."),
    EndAction.SHUT_DOWN: marked("EndPlanMenu", "All downloads are over. The computer will shut down."),
    EndAction.LOG_OUT: marked("EndPlanMenu", "All downloads are over. You will be logged out."),
    EndAction.COMMAND: marked("EndPlanMenu", "All downloads are over. Your command will be run."),
}


class EndPlanMenu(QObject):
    """`action` gets the menu. `notify` shows a sentence, `announce` one that reaches who looks elsewhere."""

    def __init__(
        self,
        bridge: Bridge,
        window: QWidget,
        action: QAction,
        *,
        notify: Callable[[str], None],
        announce: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self._notify, self._announce = notify, announce
        self._countdown: CountdownDialog | None = None
        self.menu = QMenu(window)
        self.menu.setObjectName("whenDoneMenu")
        self.menu.aboutToShow.connect(self._fill)
        action.setMenu(self.menu)
        bridge.batch.connect(self._hear)

    def _fill(self) -> None:
        self.menu.clear()
        if self._bridge.control is None:
            return
        plan = self._bridge.settings.when_all_done
        group = QActionGroup(self.menu)
        for chosen, label in _LABELS.items():
            action = self.menu.addAction(self.tr(label))
            action.setObjectName(f"whenDone_{chosen.name.lower()}")
            action.setCheckable(True)
            action.setChecked(chosen is plan.action)
            action.triggered.connect(lambda _checked=False, chosen=chosen: self._choose(chosen))
            group.addAction(action)
        self.menu.addSeparator()
        always = self.menu.addAction(self.tr("&Every time, not only the next"))
        always.setObjectName("whenDoneAlways")
        always.setCheckable(True)
        always.setChecked(not plan.once)
        always.triggered.connect(lambda on: self._put(replace(self._bridge.settings.when_all_done, once=not on)))

    def _choose(self, action: EndAction) -> None:
        plan = self._bridge.settings.when_all_done
        if action is not EndAction.COMMAND:
            self._put(replace(plan, action=action))
            return
        from headwater_ui.dialogs.command_dialog import CommandDialog

        about = self.tr("It is run when the last download is over. No shell reads it.")
        dialog = CommandDialog(self.tr("When all is done, run"), about, plan.command, self._window)
        dialog.chosen.connect(lambda command: self._put(replace(plan, action=action, command=command)))
        dialog.open()

    def _put(self, plan: EndPlan) -> None:
        self._bridge.change_settings(replace(self._bridge.settings, when_all_done=plan))

    def _hear(self, events: tuple[FeedEvent, ...]) -> None:
        for event in events:
            if isinstance(event, EndActionPlanned):
                self._begin(event)
            elif isinstance(event, EndActionOver):
                self._end(event)

    def _begin(self, event: EndActionPlanned) -> None:
        self._close()
        words = self.tr(_WARNINGS[event.action])
        self._countdown = CountdownDialog(words, event.delay_s, self._window)
        self._countdown.stopped.connect(lambda: self._bridge.command(StopEndAction()))
        self._countdown.finished.connect(self._forget)
        self._countdown.open()
        self._announce(words)

    def _end(self, event: EndActionOver) -> None:
        self._close()
        if event.carried_out:
            self._announce(engine_words(event.words))
        self._notify(engine_words(event.words))

    def _close(self) -> None:
        if self._countdown is not None:
            self._countdown.end()

    def _forget(self, _result: int) -> None:
        self._countdown = None
