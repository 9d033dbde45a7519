"""The one chart of the window: lines and bands over time, painted with QPainter.

The channels graph, and any later chart, feed it with curves; it knows nothing of jobs or channels. It redraws at most
ten times a second and leaves the curves to `plot_strip`, because two dozen of them must cost next to nothing. What
belongs to the second axis is dotted.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from headwater_ui.language import translate
from headwater_ui.theme import Colours, colours
from headwater_ui.widgets.chart_frame import Axis, ChartFrame, ChartMark, axis_labels
from headwater_ui.widgets.plot_strip import PlotStrip, Scale
from headwater_ui.widgets.read_out import ReadOutRow, gather_rows, paint_rows, row_height_px
from headwater_ui.widgets.spoken import say_aloud

_MIN_REDRAW_MS: Final = 100
_MARK_REACH_PX: Final = 6.0
TIME_TICKS: Final = 6
#: A time axis that is so long tells minutes (s).
_MINUTES_FROM_S: Final = 120.0
#: The keyboard leads along the curves in so many steps, as finely as a read-out tells moments apart.
_STEPS: Final = 60
#: More than these would be a hatching, and hide the curves.
_MOST_MARK_LINES: Final = 12


class Chart(QWidget):
    """Give it content with `show_frame`; `left_words` and `right_words` turn values into labels.

    `time_words` does so with a time, told in seconds before the right edge.
    """

    def __init__(
        self,
        left_words: Callable[[float], str],
        right_words: Callable[[float], str],
        *,
        time_words: Callable[[float], str] | None = None,
        least_left: float = 1.0,
        least_right: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # Time runs to the right, also for those who read from right to left.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.window_s = 60.0
        self.empty_words = ""
        self._left_words = left_words
        self._right_words = right_words
        self._time_words = time_words or self._back_words
        self._left = Axis(least_left)
        self._right = Axis(least_right)
        self._frame: ChartFrame | None = None
        self._strip = PlotStrip()
        self._hover: QPointF | None = None
        #: Where the keyboard points, in steps before the right edge.
        self._steps_back: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MIN_REDRAW_MS)
        self._timer.timeout.connect(self._draw_late)
        self._stale = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who clicks into it goes on to command the list
        self.setMinimumSize(220, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        return QSize(640, 220)

    def show_frame(self, frame: ChartFrame | None) -> None:
        """Show this from the next frame on; None shows the empty words."""
        self._frame = frame
        if frame is not None:
            self._left.follow(frame.left_top)
            self._right.follow(frame.right_top)
        if self._timer.isActive():
            self._stale = True
        else:
            self.update()
            self._timer.start()

    def _draw_late(self) -> None:
        if self._stale:
            self._stale = False
            self.update()
            self._timer.start()

    # ------------------------------------------------------------------------------------------ geometry

    def plot_rect(self) -> QRectF:
        """Where the curves are drawn, in the widget's coordinates."""
        metrics = self.fontMetrics()
        left = max(map(metrics.horizontalAdvance, axis_labels(self._left, self._left_words))) + 18.0
        right = 14.0
        if self._has_right:
            right += max(map(metrics.horizontalAdvance, axis_labels(self._right, self._right_words))) + 8.0
        bottom = metrics.height() + 8.0
        width, height = self.width() - left - right, self.height() - 12.0 - bottom
        return QRectF(float(round(left)), 12.0, float(max(1, round(width))), float(max(1, round(height))))

    @property
    def _has_right(self) -> bool:
        return self._frame is not None and self._frame.right_top > 0

    # ------------------------------------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            c = colours()
            painter.fillRect(self.rect(), QColor(c.surface))
            plot = self.plot_rect()
            self._paint_grid(painter, plot, c)
            frame = self._frame
            if frame is None:
                painter.setPen(QColor(c.muted))
                painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, self.empty_words)
                return
            ratio = self.devicePixelRatioF()
            size = QSize(round(plot.width() * ratio), round(plot.height() * ratio))
            scale = Scale(size, ratio, self.window_s, self._left.top, self._right.top)
            painter.drawPixmap(plot.topLeft(), self._strip.picture(scale, frame.look, frame.now, frame.content))
            self._paint_marks(painter, plot, frame)
            if self._hover is not None and plot.contains(self._hover):
                self._paint_read_out(painter, plot, frame, self._hover.x())
            elif self._steps_back is not None:
                self._paint_read_out(painter, plot, frame, plot.right() - plot.width() * self._steps_back / _STEPS)
            if self.hasFocus():
                painter.setPen(QColor(c.accent))
                painter.drawRect(plot)

    def _paint_grid(self, painter: QPainter, plot: QRectF, c: Colours) -> None:
        grid, muted = QColor(c.grid), QColor(c.muted)
        height = self.fontMetrics().height()
        for i, words in enumerate(axis_labels(self._left, self._left_words)):
            y = plot.bottom() - plot.height() * i * self._left.step / self._left.top
            painter.setPen(grid)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(muted)
            box = QRectF(0, y - height / 2, plot.left() - 8, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        if self._has_right:
            for i, words in enumerate(axis_labels(self._right, self._right_words)):
                y = plot.bottom() - plot.height() * i * self._right.step / self._right.top
                box = QRectF(plot.right() + 8, y - height / 2, self.width() - plot.right() - 8, height)
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        labels = self.time_labels()
        ticks = len(labels) - 1
        for i, words in enumerate(labels):
            x = plot.left() + plot.width() * i / ticks
            painter.setPen(grid)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(muted)
            align = Qt.AlignmentFlag.AlignRight if i == ticks else Qt.AlignmentFlag.AlignHCenter
            box = QRectF(x - 90, plot.bottom() + 5, 90 if i == ticks else 180, height)
            painter.drawText(box, align | Qt.AlignmentFlag.AlignTop, words)

    def time_labels(self) -> list[str]:
        """What stands along the time axis, the earliest first."""
        ticks = _ticks_of(self.window_s)
        return [self._time_words(self.window_s * (ticks - i) / ticks) for i in range(ticks + 1)]

    def _back_words(self, back_s: float) -> str:
        if back_s == 0:
            return translate("Chart", "now")
        if self.window_s < _MINUTES_FROM_S or back_s % 60:
            return f"−{back_s:g} s"
        return translate("Chart", "−{minutes:g} min").format(minutes=back_s / 60)

    def _paint_marks(self, painter: QPainter, plot: QRectF, frame: ChartFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        marks = self._marks_on(plot, frame)
        for mark, x in marks:
            painter.setBrush(mark.colour)
            painter.drawPolygon(
                QPolygonF([QPointF(x, plot.top() + 2), QPointF(x - 4, plot.top() - 5), QPointF(x + 4, plot.top() - 5)])
            )
            if len(marks) <= _MOST_MARK_LINES:
                faint = QColor(mark.colour)
                faint.setAlphaF(0.22)
                painter.fillRect(QRectF(x - 0.5, plot.top() + 2, 1, plot.height() - 2), faint)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _marks_on(self, plot: QRectF, frame: ChartFrame) -> list[tuple[ChartMark, float]]:
        start = frame.now - self.window_s
        scale = plot.width() / self.window_s
        placed = ((mark, plot.left() + (mark.x - start) * scale) for mark in frame.marks)
        return [(mark, x) for mark, x in placed if plot.left() <= x <= plot.right()]

    def _paint_read_out(self, painter: QPainter, plot: QRectF, frame: ChartFrame, x: float) -> None:
        at = frame.now - self.window_s * (plot.right() - x) / plot.width()
        paint_rows(painter, plot, x, self.read_out(at, max(1, int(plot.height() - 18) // row_height_px(painter))))

    def read_out(self, at: float, most: int = 12) -> list[ReadOutRow]:
        """What the curves say at a moment, the largest first, in at most `most` rows."""
        if self._frame is None:
            return []
        words = self._left_words, self._right_words
        return gather_rows(self._frame, at, max(1.0, self.window_s / 60), words, most)

    # ------------------------------------------------------------------------------------------ hovering

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position()
        plot = self.plot_rect()
        frame = self._frame
        near = (
            []
            if frame is None
            else [mark for mark, x in self._marks_on(plot, frame) if abs(x - self._hover.x()) <= _MARK_REACH_PX]
        )
        if near:
            words = "\n".join(mark.words for mark in near[-6:])
            QToolTip.showText(event.globalPosition().toPoint(), words, self)
        else:
            QToolTip.hideText()
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right lead along the curves, Home and End to their ends, Escape takes the read-out away."""
        at, keys = self._steps_back, Qt.Key
        places = {
            keys.Key_Left: 0 if at is None else at + 1,
            keys.Key_Right: 0 if at is None else at - 1,
            keys.Key_Home: _STEPS,
            keys.Key_End: 0,
        }
        place = places.get(keys(event.key()))
        if place is not None and self._frame is not None:
            self._point_at(min(_STEPS, max(0, place)))
        elif event.key() == keys.Key_Escape and at is not None:
            self._steps_back = None
            self.update()
        else:
            super().keyPressEvent(event)

    def _point_at(self, steps_back: int) -> None:
        """Show what the curves say there, and say it."""
        assert self._frame is not None  # there are keys for nothing else
        self._steps_back, self._hover = steps_back, None
        back_s = self.window_s * steps_back / _STEPS
        rows = self.read_out(self._frame.now - back_s)
        told = ", ".join(f"{row.label} {row.words}" for row in rows) or "–"
        self.setAccessibleDescription(f"{self._time_words(back_s)}: {told}")
        say_aloud(self, self.accessibleDescription())
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._steps_back = None
        self.update()


def _ticks_of(window_s: float) -> int:
    """Parts of the time axis: one less than usual where they are whole minutes then, and would not be else."""
    fewer = TIME_TICKS - 1
    return fewer if window_s % (60 * fewer) == 0 and window_s % (60 * TIME_TICKS) else TIME_TICKS
