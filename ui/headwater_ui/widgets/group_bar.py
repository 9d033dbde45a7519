"""The bar above the list: groups of jobs with their counts, queue and category to narrow it to, and the search."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from headwater.model.job import JobState
from headwater_ui.icons import icon
from headwater_ui.models.job_filter import GROUPS
from headwater_ui.widgets.name_filter import NameFilter
from headwater_ui.wording import queue_words

_LEAST_SEARCH_PX: Final = 110
_MOST_SEARCH_PX: Final = 230


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
    """`group_chosen(name)`, `searched(text)`, `left`: the person is done with the search.

    `queue_chosen` and `category_chosen` bring a name, or None for all; their buttons are there while there are names.
    """

    group_chosen = Signal(str)
    queue_chosen = Signal(object)
    category_chosen = Signal(object)
    searched = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("groupBar")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._counts: dict[JobState, int] = dict.fromkeys(JobState, 0)
        self._is_in_line = True
        groups, self._narrowing = QHBoxLayout(), QHBoxLayout()
        for row in (groups, self._narrowing):
            row.setSpacing(4)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(10, 7, 10, 7)
        self._rows.setSpacing(4)
        self._rows.addLayout(groups, 0, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addLayout(self._narrowing, 0, 1)
        self._rows.setColumnStretch(1, 1)
        self._groups = groups
        for name in GROUPS:
            button = QToolButton(self)
            button.setObjectName(f"group{name}")
            button.setText(self.tr(name))
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.clicked.connect(lambda _checked=False, name=name: self.group_chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            groups.addWidget(button)
        self._buttons["All"].setChecked(True)
        self._narrowing.addStretch()
        self._queues = NameFilter("filterQueue", self.tr("Queue"), self)
        self._categories = NameFilter("filterCategory", self.tr("Category"), self)
        for narrowing, signal in ((self._queues, self.queue_chosen), (self._categories, self.category_chosen)):
            narrowing.chosen.connect(signal)
            self._narrowing.addWidget(narrowing)
        self.search = _Search(self)
        self.search.setObjectName("search")
        self.search.setAccessibleName(self.tr("Search downloads"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(_LEAST_SEARCH_PX)  # a narrow screen takes from here first
        self.search.setMaximumWidth(_MOST_SEARCH_PX)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setAcceptDrops(False)  # links dropped here are downloads too
        self._lens = QAction(self.search)
        self.search.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.searched)
        self.search.left.connect(self.left)
        self._narrowing.addWidget(self.search, 1)
        self.renew_icons()

    def minimumSizeHint(self) -> QSize:
        """What narrows the list goes below the groups where there is no room beside them."""
        margins, groups, narrowing = self._rows.contentsMargins(), self._groups, self._narrowing
        width = max(groups.minimumSize().width(), narrowing.minimumSize().width())
        return QSize(width + margins.left() + margins.right(), self._rows.minimumSize().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._find_room()
        return super().event(event)

    def _find_room(self) -> None:
        """One line, or two."""
        margins = self._rows.contentsMargins()
        parts = self._groups.minimumSize().width() + self._rows.spacing() + self._narrowing.minimumSize().width()
        is_wide = self.width() >= parts + margins.left() + margins.right()
        if is_wide is not self._is_in_line:
            self._is_in_line = is_wide
            self._rows.removeItem(self._narrowing)
            if is_wide:
                self._rows.addLayout(self._narrowing, 0, 1)
            else:
                self._rows.addLayout(self._narrowing, 1, 0, 1, 2)
            self.updateGeometry()

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

    def show_names(self, queues: Sequence[str], categories: Sequence[str]) -> None:
        """The queues beside the main one, and the categories, that the list may be narrowed to."""
        self._queues.show_names([("", queue_words("")), *((name, name) for name in queues)] if queues else [])
        nothing = ("", self.tr("Without a category"))
        self._categories.show_names([*((name, name) for name in categories), nothing] if categories else [])

    def widen(self) -> None:
        """Show all jobs: no search, every group, queue and category."""
        self.search.clear()
        self.choose("All")
        for narrowing in (self._queues, self._categories):
            narrowing.choose_all()

    def choose(self, name: str) -> None:
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            self.group_chosen.emit(name)
