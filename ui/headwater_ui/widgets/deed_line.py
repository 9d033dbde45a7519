"""A line with a deed of its own: Enter does that, and does not end the dialog that the line stands in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class DeedLine(QLineEdit):
    """`returnPressed` is the deed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # Qt hands it on to the dialog's default button
