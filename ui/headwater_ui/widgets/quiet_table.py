"""A table of texts that says in one sentence, while it has no rows, what will stand there."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTableWidget

from headwater_ui.widgets.empty_state import paint_sentence


class QuietTable(QTableWidget):
    """`empty` is the sentence."""

    def __init__(self, columns: int, empty: str) -> None:
        super().__init__(0, columns)
        self._empty = empty

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rowCount() == 0:
            paint_sentence(self.viewport(), self._empty)
