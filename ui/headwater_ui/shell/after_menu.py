"""What is done with a file that is done: asked for one download, or for every one that has no wish of its own."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from headwater.model.arrangement import AfterJob, AfterKind
from headwater_ui.bridge import Bridge
from headwater_ui.language import marked, translate

_LABELS: Final = {
    AfterKind.OPEN: marked("AfterMenu", "&Open it"),
    AfterKind.COMMAND: marked("AfterMenu", "&Run a command…"),
    AfterKind.SCAN: marked("AfterMenu", "&Scan it with a command…"),
}

#: Hears what is chosen; None is nothing.
Chosen = Callable[[AfterJob | None], object]


def fill_after_menu(
    menu: QMenu, nothing: str, now: set[AfterJob | None], choose: Callable[[AfterKind | None], None]
) -> None:
    """Entries for what can be done, ticked where all that are asked about agree; `nothing` is what None is called."""
    group = QActionGroup(menu)
    kinds = {None if wish is None else wish.kind for wish in now}
    for kind, words in ((None, nothing), *((kind, translate("AfterMenu", words)) for kind, words in _LABELS.items())):
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(kinds == {kind})
        action.triggered.connect(lambda _checked=False, kind=kind: choose(kind))
        group.addAction(action)


def ask_after(kind: AfterKind | None, known: str, window: QWidget, chosen: Chosen) -> None:
    """Tell `chosen` at once where no command is needed; else ask for one, beginning with `known`."""
    if kind is None or kind is AfterKind.OPEN:
        chosen(None if kind is None else AfterJob(kind))
        return
    from headwater_ui.dialogs.command_dialog import CommandDialog

    if kind is AfterKind.SCAN:
        title = translate("AfterMenu", "Scan with a command")
        about = translate(
            "AfterMenu",
            "It gets the file behind its other words, or where {path} stands. A status other than 0 is a find.",
        )
    else:
        title = translate("AfterMenu", "Run a command")
        about = translate(
            "AfterMenu", "{path}, {folder}, {name} and {url} stand for the download's. No shell reads it."
        )
    dialog = CommandDialog(title, about, known, window)
    dialog.chosen.connect(lambda command: chosen(AfterJob(kind, command)))
    dialog.open()


class AfterEachMenu(QObject):
    """The menu of `action`: what is done with every file that is done."""

    def __init__(self, bridge: Bridge, window: QWidget, action: QAction) -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self.menu = QMenu(window)
        self.menu.setObjectName("afterEachMenu")
        self.menu.aboutToShow.connect(self._fill)
        action.setMenu(self.menu)

    def _fill(self) -> None:
        self.menu.clear()
        if self._bridge.control is not None:
            fill_after_menu(self.menu, self.tr("Do &nothing"), {self._bridge.settings.after_each}, self._choose)

    def _choose(self, kind: AfterKind | None) -> None:
        now = self._bridge.settings.after_each
        known = now.command if now is not None and now.kind is kind else ""
        ask_after(kind, known, self._window, self._put)

    def _put(self, after: AfterJob | None) -> None:
        self._bridge.change_settings(replace(self._bridge.settings, after_each=after))
