"""A table whose rows have a menu: on the right button, on the menu key, and on Shift+F10, for keyboards without one.

Qt makes the menu key's event on every platform, and that of Shift+F10 only where the system makes it: not under X11 or
Wayland. It tells where the cursor is from the frame's corner, not from that of the rows below the header: the menu of
the key would be another row's.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QTableView


class MenuTable(QTableView):
    """`customContextMenuRequested(point)`, among the rows, is told for all; a row's menu is opened by who hears it."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.customContextMenuRequested.emit(self._cursor() if by_key else event.pos())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Accepted, so that a system that makes a menu's event of this key makes none.
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.customContextMenuRequested.emit(self._cursor())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _cursor(self) -> QPoint:
        """The middle of the row that the cursor is on, brought into sight: of its cell, where that can be seen."""
        index, rows = self.currentIndex(), self.viewport().rect()
        self.scrollTo(index)
        cell = self.visualRect(index).intersected(rows)
        across = (cell if not cell.isEmpty() else rows).center().x()
        return QPoint(across, self.rowViewportPosition(index.row()) + self.rowHeight(index.row()) // 2)
