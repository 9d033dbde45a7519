"""A small table that a person fills in row by row; each row is checked while one types."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from headwater.model.errors import UserError
from headwater_ui.dialogs.settings_values import YES
from headwater_ui.icons import icon
from headwater_ui.language import engine_words
from headwater_ui.theme import colours
from headwater_ui.widgets.cell_delegate import dress_table
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.quiet_table import QuietTable
from headwater_ui.widgets.toned_label import TonedLabel

#: Of a cell's text, on both sides together.
_CELL_PAD: Final = 16
#: A column takes no more by itself: the first one shares what is left.
_WIDEST_PX: Final = 260
#: Where a row's first cell keeps which of the rows it was.
_ORIGIN: Final = Qt.ItemDataRole.UserRole


class RowsTable(QWidget):
    """Rows of texts; `read` makes a value of one row or raises `UserError`. `changed()`: something was edited."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        *,
        titles: Sequence[str],
        hints: Sequence[str],
        read: Callable[[Sequence[str]], Any],
        template: Sequence[str],
        ticks: frozenset[int] = frozenset(),
        accessible: str,
        empty: str,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._read, self._template, self._ticks = read, tuple(template), ticks
        self.table = QuietTable(len(titles), empty)
        self._add, self._remove = QPushButton(self.tr("Add ro&w")), QPushButton(self.tr("Re&move row"))
        self._up = _arrow("up", self.tr("Move the row up (Alt+Up)"))
        self._down = _arrow("down", self.tr("Move the row down (Alt+Down)"))
        self._problem = TonedLabel(tone="bad")
        name_widgets(
            (self.table, f"{name}Table", accessible),
            (self._add, f"{name}Add", self.tr("Add a row")),
            (self._remove, f"{name}Remove", self.tr("Remove the selected rows")),
            (self._up, f"{name}Up", self.tr("Move the row up")),
            (self._down, f"{name}Down", self.tr("Move the row down")),
            (self._problem, f"{name}Problem", self.tr("What is wrong in the table")),
        )
        self._dress_table(titles, hints)
        self._lay_out()
        self._add.clicked.connect(self._begin_row)
        self._remove.clicked.connect(self._remove_selected)
        for arrow, keys, step in ((self._up, "Alt+Up", -1), (self._down, "Alt+Down", 1)):
            arrow.clicked.connect(partial(self._move_row, step))
            key = QShortcut(QKeySequence(keys), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(partial(self._move_row, step))
        self.table.itemChanged.connect(self._edited)
        self.table.currentCellChanged.connect(lambda *_: self._allow())
        self._allow()

    def _dress_table(self, titles: Sequence[str], hints: Sequence[str]) -> None:
        self.table.setHorizontalHeaderLabels(list(titles))
        for column, hint in enumerate(hints):
            item = self.table.horizontalHeaderItem(column)
            if item is not None:
                item.setToolTip(hint)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        dress_table(self.table)
        header = self.table.horizontalHeader()
        # Measured on the titles first, then on what is written below them.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSections(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self._add, self._remove, self._up, self._down):
            buttons.addWidget(button)
        for button in (self._add, self._remove):
            button.setAutoDefault(False)
        buttons.addWidget(self._problem, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows, each with a text a column."""
        with QSignalBlocker(self.table):
            self.table.setRowCount(0)
            for number, cells in enumerate(rows):
                self._append(cells, number)
        self._fit_columns()
        self._judge()

    def add_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Let these rows stand below those that are there."""
        with QSignalBlocker(self.table):
            for cells in rows:
                self._append(cells)
        self._fit_columns()
        self._edited()

    def origins(self) -> list[int | None]:
        """Which of the rows that were shown each one is, whatever has become of it; None for a new one."""
        items = (self.table.item(row, 0) for row in range(self.table.rowCount()))
        return [None if item is None else item.data(_ORIGIN) for item in items]

    def _fit_columns(self) -> None:
        """Room for what is written, and for what a new row begins with, where a title is shorter; none shrinks."""
        header, metrics = self.table.horizontalHeader(), self.table.fontMetrics()
        for column in range(1, self.table.columnCount()):
            begun = metrics.horizontalAdvance(self._template[column]) + _CELL_PAD
            wanted = max(self.table.sizeHintForColumn(column), begun)
            header.resizeSection(column, max(header.sectionSize(column), min(wanted, _WIDEST_PX)))

    def rows(self) -> list[list[str]]:
        """The texts as they stand."""
        return [
            [self._text(row, column) for column in range(self.table.columnCount())]
            for row in range(self.table.rowCount())
        ]

    def values(self) -> list[Any]:
        """A value a row. Raises `UserError`, which says in which row something is wrong."""
        found = []
        for number, cells in enumerate(self.rows(), start=1):
            try:
                found.append(self._read(cells))
            except UserError as error:
                raise UserError(
                    self.tr("Row {number}. {error}").format(number=number, error=engine_words(error))
                ) from error
        return found

    @property
    def problem(self) -> str:
        """What the table itself says is wrong in it; empty while nothing is."""
        return self._problem.text()

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        if item is None:
            return ""
        if column in self._ticks:
            return YES if item.checkState() is Qt.CheckState.Checked else ""
        return item.text()

    def _append(self, cells: Sequence[str], origin: int | None = None) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, words in enumerate(cells):
            item = QTableWidgetItem("" if column in self._ticks else words)
            if column in self._ticks:
                item.setFlags(
                    Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                )
                item.setCheckState(Qt.CheckState.Checked if words == YES else Qt.CheckState.Unchecked)
            if column == 0:
                item.setData(_ORIGIN, origin)
            self.table.setItem(row, column, item)

    def _begin_row(self) -> None:
        with QSignalBlocker(self.table):
            self._append(self._template)
        self._fit_columns()
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self._edited()
        # Afterwards: a judgement that comes while a cell is written in takes the selection from its words.
        self.table.edit(self.table.currentIndex())

    def _remove_selected(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        for row in sorted(rows, reverse=True):
            self.table.removeRow(row)
        self._edited()

    def _move_row(self, step: int, *_: object) -> None:
        """Let the row with the cursor and its neighbour change places."""
        row, column = self.table.currentRow(), self.table.currentColumn()
        other = row + step
        if row < 0 or not 0 <= other < self.table.rowCount():
            return
        with QSignalBlocker(self.table):
            for at in range(self.table.columnCount()):
                one, two = self.table.takeItem(row, at), self.table.takeItem(other, at)
                self.table.setItem(row, at, two)
                self.table.setItem(other, at, one)
        self.table.setCurrentCell(other, column)
        self._edited()

    def _allow(self) -> None:
        row, count = self.table.currentRow(), self.table.rowCount()
        self._remove.setEnabled(row >= 0)
        self._up.setEnabled(row > 0)
        self._down.setEnabled(0 <= row < count - 1)

    def _edited(self, _item: object = None) -> None:
        self._allow()
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        """Colour the rows that cannot be used, and say what is wrong with the first of them."""
        problem = ""
        with QSignalBlocker(self.table):
            for row, cells in enumerate(self.rows()):
                wrong = ""
                try:
                    self._read(cells)
                except UserError as error:
                    wrong = engine_words(error)
                    problem = problem or self.tr("Row {row}. {wrong}").format(row=row + 1, wrong=wrong)
                for column in range(self.table.columnCount()):
                    item = self.table.item(row, column)
                    if item is not None:
                        item.setForeground(QBrush(QColor(colours().bad)) if wrong else QBrush())
                        item.setToolTip(wrong)
        self._problem.setText(problem)


def _arrow(icon_name: str, tip: str) -> QToolButton:
    """A small button with an arrow."""
    button = QToolButton()
    button.setIcon(icon(icon_name))
    button.setToolTip(tip)
    return button
