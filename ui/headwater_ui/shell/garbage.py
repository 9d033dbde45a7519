"""Python's cycle collector, kept on the window's thread.

Qt objects must end on the thread they live on. Python collects cycles on whatever thread happens to allocate, and the
disk's and the journal's threads do: sooner or later one of them would destroy a Qt object that lay in a cycle, and
the process with it. So the collector is switched off, and the window's thread collects a little at a time.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_LOOK_MS: Final = 500


class GarbageKeeper(QObject):
    """From its making to `close`, cycles are collected on this thread only.

    Close it when nothing of the window is left: what becomes garbage later may end on any thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # What was imported lives as long as the program: it need not be looked at again and again.
        gc.freeze()
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Back to what was before."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
        gc.unfreeze()

    def _look(self) -> None:
        """Collect the oldest generation that is due, as Python's own thresholds say."""
        for generation in (2, 1, 0):
            threshold = gc.get_threshold()[generation]
            if 0 < threshold < gc.get_count()[generation]:
                gc.collect(generation)
                return
