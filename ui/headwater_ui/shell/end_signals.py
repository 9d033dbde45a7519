"""Ctrl+C in the terminal and a session that ends do what Quit does.

Python runs its signal handlers only between its own instructions, and Qt may wait long in C++: a wake-up socket ends
that wait.
"""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QWidget


class EndSignals(QObject):
    """Calls `end` on SIGINT and SIGTERM, as long as this object lives."""

    def __init__(self, window: QWidget, end: Callable[[], object]) -> None:
        super().__init__(window)
        self._end = end
        self._reader, self._writer = socket.socketpair()
        for side in (self._reader, self._writer):
            side.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._asked_to_end)

    def close(self) -> None:
        """Back to Python's own ways; before the sockets go."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for side in (self._reader, self._writer):
            side.close()

    def _woken(self) -> None:
        self._reader.recv(64)  # the handler below runs now that Python runs at all

    def _asked_to_end(self, _number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, self, self._end)
