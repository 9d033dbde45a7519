"""A table whose rows have a menu, on the right button and on the menu key.

Qt tells where the cursor is from the frame's corner, not from that of the rows below the header: the menu of the key
would be another row's.
"""

from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QTableView


class MenuTable(QTableView):
    """`customContextMenuRequested(point)`, among the rows, is told for both; a row's menu is opened by who hears it."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.customContextMenuRequested.emit(
            self.visualRect(self.currentIndex()).center() if by_key else event.pos(),
        )
        event.accept()
