"""The time before something is done to the whole computer, in which a person can stop it."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QWidget

from headwater_ui.dialogs.dialog_frame import framed_rows
from headwater_ui.wording import duration_words

_TICK_MS = 250


class CountdownDialog(QDialog):
    """`stopped`: the person does not want it. What happens at the end is the engine's; `end` closes it."""

    stopped = Signal()

    def __init__(
        self,
        words: str,
        delay_s: float,
        parent: QWidget | None = None,
        *,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("countdownDialog")
        self.setWindowTitle(self.tr("When all is done"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self._clock_s = clock_s
        self._delay_s = delay_s
        self._ends_s = clock_s() + delay_s
        about = QLabel(words)
        about.setWordWrap(True)
        about.setProperty("tone", "title")
        self._left = QLabel()
        self._left.setObjectName("countdownLeft")
        self._bar = QProgressBar()
        self._bar.setObjectName("countdownBar")
        self._bar.setAccessibleName(self.tr("Time left"))
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._buttons = QDialogButtonBox()
        self._buttons.setObjectName("countdownButtons")
        self._stop = self._buttons.addButton(self.tr("&Stop it"), QDialogButtonBox.ButtonRole.RejectRole)
        self._stop.setObjectName("countdownStop")
        self._stop.setDefault(True)
        layout = framed_rows(self)
        for widget in (about, self._left, self._bar, self._buttons):
            layout.addWidget(widget)
        self._buttons.rejected.connect(self.reject)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()

    def reject(self) -> None:
        """Stopping it, closing it and Escape mean the same: it is not wanted."""
        self.stopped.emit()
        super().reject()

    def end(self) -> None:
        """It is over, one way or the other."""
        self._timer.stop()
        self.accept()

    def _tick(self) -> None:
        left_s = max(0.0, self._ends_s - self._clock_s())
        self._left.setText(self.tr("In {time}.").format(time=duration_words(left_s)))
        self._bar.setValue(round(1000 * left_s / self._delay_s) if self._delay_s else 0)
