"""The seek bar: where the film is, and which parts of the file are here already."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from headwater.model.spans import Span
from headwater_ui.theme import colours
from headwater_ui.wording import clock_words

_HEIGHT = 22
_BAR = 6
_STEP_S = 5.0


class SeekBar(QWidget):
    """`sought(seconds)` is emitted when a person points at a time. Spans are drawn by their place in the file."""

    sought = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seekBar")
        self.setAccessibleName(self.tr("Position in the film"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._position_s = 0.0
        self._duration_s = 0.0
        self._here: tuple[tuple[float, float], ...] = ()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def show_time(self, position_s: float, duration_s: float) -> None:
        """Where the film is; a duration of 0 is unknown, and nothing can be sought then."""
        if (position_s, duration_s) != (self._position_s, self._duration_s):
            self._position_s, self._duration_s = position_s, duration_s
            self.setToolTip(f"{clock_words(position_s)} of {clock_words(duration_s)}" if duration_s else "")
            self.update()

    def show_here(self, spans: Sequence[Span], size_bytes: int) -> None:
        """Which bytes are here."""
        here = tuple((span.start / size_bytes, span.end / size_bytes) for span in spans) if size_bytes else ()
        if here != self._here:
            self._here = here
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        c = colours()
        bar = QRectF(0, (self.height() - _BAR) / 2, self.width(), _BAR)
        painter.setBrush(QColor(c.track))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        here = QColor(c.accent)
        here.setAlphaF(0.35)
        painter.setBrush(here)
        for start, end in self._here:
            left = bar.x() + start * bar.width()
            painter.drawRect(QRectF(left, bar.y(), max(1.0, (end - start) * bar.width()), _BAR))
        if self._duration_s:
            played = bar.width() * min(1.0, self._position_s / self._duration_s)
            painter.setBrush(QColor(c.accent))
            painter.drawRoundedRect(QRectF(bar.x(), bar.y(), played, _BAR), _BAR / 2, _BAR / 2)
            painter.drawEllipse(QRectF(min(max(0.0, played - 6), bar.width() - 12), self.height() / 2 - 6, 12, 12))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek_to(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -_STEP_S, Qt.Key.Key_Right: _STEP_S}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._duration_s:
            super().keyPressEvent(event)
            return
        self.sought.emit(min(max(0.0, self._position_s + step), self._duration_s))

    def _seek_to(self, x: float) -> None:
        if self._duration_s and self.width():
            self.sought.emit(min(max(0.0, x / self.width()), 1.0) * self._duration_s)
