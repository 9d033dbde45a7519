"""When a table shows what changed in its rows: what comes often waits a while, and is painted a few rows at a time.

Numbers that change more often than a person reads cost as much as any, and all rows at once hold the window's loop. The
rule: what changed last is always shown, and nothing is painted that is not seen.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QTableView

#: Tells the view itself of changed cells, from one corner to the other.
Show = Callable[[QModelIndex | QPersistentModelIndex, QModelIndex | QPersistentModelIndex], None]


class RowRedraws:
    """Belongs to `table`, and passes on what the model tells of: `show` is the view's own `dataChanged`.

    After a change others wait for `pause_ms`; `at_once` rows are painted together, the next ones `next_ms` later.
    """

    def __init__(self, table: QTableView, show: Show, *, pause_ms: int, at_once: int, next_ms: int) -> None:
        self._table, self._show = table, show
        self._pause_ms, self._at_once, self._next_ms = pause_ms, at_once, next_ms
        self._from_row = 0
        self.is_due = False
        self.timer = QTimer(table)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._go_on)

    def changed(
        self, top_left: QModelIndex | QPersistentModelIndex, bottom_right: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Few rows are shown at once; many, and what follows soon, in parts."""
        if self.timer.isActive():
            self.is_due = True
        elif bottom_right.row() - top_left.row() < self._at_once:
            self._show(top_left, bottom_right)
            self.timer.start(self._pause_ms)
        else:
            self.is_due = True
            self._go_on()

    def _go_on(self) -> None:
        table, model = self._table, self._table.model()
        rows = model.rowCount()
        if not self.is_due or not rows:
            return
        shown = max(0, table.rowAt(0)), table.rowAt(table.viewport().height() - 1)
        last = shown[1] if shown[1] >= 0 else rows - 1
        first = self._from_row if shown[0] < self._from_row <= last else shown[0]
        until = min(first + self._at_once, last + 1)
        self._show(model.index(first, 0), model.index(until - 1, model.columnCount() - 1))
        self.is_due = until <= last
        self._from_row = until if self.is_due else 0
        self.timer.start(self._next_ms if self.is_due else self._pause_ms)
