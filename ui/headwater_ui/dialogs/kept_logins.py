"""Whom the system's keyring has passwords for: hosts and the names they are told, and one sentence where there is none.

It shows what it is told and says which row was chosen; the keyring is asked by who owns it.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from headwater.model.access import KeptLogin
from headwater_ui.widgets.cell_delegate import dress_table
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel

#: So many are seen at once.
_MOST_ROWS: Final = 5
_FRAME_PX: Final = 4


class KeptLogins(QWidget):
    """`chosen(login)`: the cursor is on this one. A password is neither shown nor known here."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logins: tuple[KeptLogin, ...] = ()
        self._words = TonedLabel()
        self._table = QTableWidget(0, 2)
        self._table.setHorizontalHeaderLabels([self.tr("Host"), self.tr("User name")])
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setShowGrid(False)
        dress_table(self._table)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        name_widgets(
            (self._words, "passwordsKeptWords", self.tr("What is in the keyring")),
            (self._table, "passwordsKept", self.tr("Hosts that the keyring has passwords for")),
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(2)
        rows.addWidget(self._words)
        rows.addWidget(self._table)
        self._table.hide()
        self._table.itemSelectionChanged.connect(self._tell_chosen)

    def say(self, words: str, tone: str = "muted") -> None:
        """One sentence in place of the list."""
        self._logins = ()
        self._table.setRowCount(0)
        self._table.hide()
        self._words.say(words, tone)

    def show_logins(self, logins: Sequence[KeptLogin]) -> None:
        """All of them; the row that was chosen stays so, where it is still there."""
        if not logins:
            self.say(self.tr("The keyring holds no password that Headwater put there."))
            return
        before = self._current()
        self._words.say(self.tr("The keyring has passwords for:"), "muted")
        self._table.blockSignals(True)  # filling is no choice of anybody's
        self._logins = tuple(logins)
        self._table.setRowCount(len(logins))
        for row, login in enumerate(logins):
            for column, words in enumerate((login.host, login.user)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(row, column, item)
        shown = min(len(logins), _MOST_ROWS) * self._table.verticalHeader().defaultSectionSize()
        self._table.setFixedHeight(self._table.horizontalHeader().sizeHint().height() + shown + _FRAME_PX)
        self._table.clearSelection()
        if before in self._logins:
            self._table.selectRow(self._logins.index(before))
        self._table.blockSignals(False)
        self._table.show()

    def _current(self) -> KeptLogin | None:
        rows = self._table.selectionModel().selectedRows()
        return self._logins[rows[0].row()] if rows and rows[0].row() < len(self._logins) else None

    def _tell_chosen(self) -> None:
        login = self._current()
        if login is not None:
            self.chosen.emit(login)
