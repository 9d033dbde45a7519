"""The bar above the list: groups of jobs with their counts, and the search."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QToolButton, QWidget

from headwater.model.job import JobState
from headwater_ui.icons import icon
from headwater_ui.models.job_filter import GROUPS


class _Search(QLineEdit):
    """Escape empties it and gives the keys back to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class GroupBar(QWidget):
    """`group_chosen(name)`, `searched(text)`, `left`: the person is done with the search."""

    group_chosen = Signal(str)
    searched = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groupBar")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._counts: dict[JobState, int] = dict.fromkeys(JobState, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(4)
        for name in GROUPS:
            button = QToolButton(self)
            button.setObjectName(f"group{name}")
            button.setText(self.tr(name))
            button.setAccessibleName(self.tr(name))
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.clicked.connect(lambda _checked=False, name=name: self.group_chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
        self._buttons["All"].setChecked(True)
        row.addStretch(1)
        self.search = _Search(self)
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Search downloads"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(230)
        self.search.setAcceptDrops(False)  # links dropped here are downloads too
        self._lens = QAction(self.search)
        self.search.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.searched)
        self.search.left.connect(self.left)
        row.addWidget(self.search)
        self.renew_icons()

    def renew_icons(self) -> None:
        self._lens.setIcon(icon("search"))

    def show_counts(self, counts: dict[JobState, int]) -> None:
        """How many jobs each group has."""
        if counts == self._counts:
            return
        self._counts = dict(counts)
        for name, states in GROUPS.items():
            count = sum(counts.values()) if states is None else sum(counts[state] for state in states)
            words = self.tr(name)
            self._buttons[name].setText(f"{words}  {count:,}" if count else words)

    def choose(self, name: str) -> None:
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            self.group_chosen.emit(name)
