"""macOS hands documents and links over in events, not on the command line: here they become a signal.

An event filter in Python sees every event of the program and costs accordingly; so it is made on macOS only.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class OpenedFiles(QObject):
    """`opened` carries a list with one place: a path, or a link. Install it on the application."""

    opened = Signal(list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is meant for us; everything else goes on."""
        if isinstance(event, QFileOpenEvent):
            self.opened.emit([event.file() or event.url().toString()])
            return True
        return super().eventFilter(watched, event)
