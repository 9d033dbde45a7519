"""A small button that narrows the list to one name: a queue, a category."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


class NameFilter(QToolButton):
    """`chosen(name)`: show what has this name; None: all. It is out of sight while there is nothing to choose."""

    chosen = Signal(object)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title = title
        self._names: list[tuple[str, str]] = []
        self._now: str | None = None
        self._menu = QMenu(self)
        self._menu.setObjectName(f"{name}Menu")
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAutoRaise(True)
        self.show_names([])

    def show_names(self, names: Sequence[tuple[str, str]]) -> None:
        """What can be chosen: each name, and how it is shown. A choice that is gone shows all again."""
        self._names = list(names)
        self.setVisible(bool(names))
        if self._now is not None and all(name != self._now for name, _ in names):
            self._choose(None)
        self._tell()

    def choose_all(self) -> None:
        """Narrow the list no longer."""
        if self._now is not None:
            self._choose(None)

    def _choose(self, name: str | None) -> None:
        self._now = name
        self._tell()
        self.chosen.emit(name)

    def _tell(self) -> None:
        shown = next((words for name, words in self._names if name == self._now), self.tr("All"))
        words = f"{self._title}: {shown}"
        self.setText(words)
        self.setAccessibleName(words)

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for name, words in ((None, self.tr("All")), *self._names):
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == self._now)
            action.triggered.connect(lambda _checked=False, name=name: self._choose(name))
            group.addAction(action)
