"""The one chart of the window: lines and bands over time, painted with QPainter.

The channels graph, and any later chart, feed it with curves; it knows nothing of jobs or channels. It redraws at most
ten times a second and leaves the curves to `plot_strip`, because two dozen of them must cost next to nothing. What
belongs to the second axis is dotted.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from headwater_ui.language import translate
from headwater_ui.theme import Colours, colours
from headwater_ui.widgets.chart_frame import Axis, ChartFrame, ChartMark, axis_labels
from headwater_ui.widgets.plot_strip import PlotStrip, Scale

_MIN_REDRAW_MS: Final = 100
_MARK_REACH_PX: Final = 6.0
TIME_TICKS: Final = 6
#: More than these would be a hatching, and hide the curves.
_MOST_MARK_LINES: Final = 12
#: Between the values of one curve in the read-out's words; painted, they stand in columns that far apart.
_BETWEEN: Final = "   "
_GAP_PX: Final = 12.0


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
        self._time_words = time_words or _back_words
        self._left = Axis(least_left)
        self._right = Axis(least_right)
        self._frame: ChartFrame | None = None
        self._strip = PlotStrip()
        self._hover: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MIN_REDRAW_MS)
        self._timer.timeout.connect(self._draw_late)
        self._stale = False
        self.setMouseTracking(True)
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
                self._paint_read_out(painter, plot, self._hover.x(), c)

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
        for i in range(TIME_TICKS + 1):
            x = plot.left() + plot.width() * i / TIME_TICKS
            painter.setPen(grid)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(muted)
            back_s = self.window_s * (TIME_TICKS - i) / TIME_TICKS
            align = Qt.AlignmentFlag.AlignRight if i == TIME_TICKS else Qt.AlignmentFlag.AlignHCenter
            box = QRectF(x - 90, plot.bottom() + 5, 90 if i == TIME_TICKS else 180, height)
            painter.drawText(box, align | Qt.AlignmentFlag.AlignTop, self._time_words(back_s))

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

    def _paint_read_out(self, painter: QPainter, plot: QRectF, x: float, c: Colours) -> None:
        at = (self._frame.now if self._frame is not None else 0.0) - self.window_s * (plot.right() - x) / plot.width()
        row_height = self.fontMetrics().height() + 3
        rows = self.read_out(at, max(1, int(plot.height() - 18) // row_height))
        painter.setPen(QPen(QColor(c.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        if not rows:
            return
        metrics = self.fontMetrics()
        cells = [(name, *value.split(_BETWEEN)) for _, name, value in rows]
        widths = [
            max(metrics.horizontalAdvance(row[column]) if column < len(row) else 0 for row in cells)
            for column in range(max(map(len, cells)))
        ]
        width, height = sum(widths) + _GAP_PX * (len(widths) - 1) + 36.0, row_height * len(rows) + 12.0
        left = x + 12 if x + 12 + width < plot.right() else x - 12 - width
        box = QRectF(left, plot.top() + 6, width, height)
        painter.setPen(QColor(c.line))
        painter.setBrush(QColor(c.raised))
        painter.drawRoundedRect(box, 6, 6)
        y = box.top() + 6
        for (colour, _, _), texts in zip(rows, cells, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left + 10, y + row_height / 2 - 5, 9, 9), 2, 2)
            painter.setPen(QColor(c.text))
            at_px = left + 26
            for column, text in enumerate(texts):
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                cell = QRectF(at_px, y, widths[column], row_height)
                painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, text)
                at_px += widths[column] + _GAP_PX
            y += row_height

    def read_out(self, at: float, most: int = 12) -> list[tuple[QColor, str, str]]:
        """What the curves say at a moment: colour, label, value in words; the largest first, at most `most`."""
        reach_s = max(1.0, self.window_s / 60)
        found: list[tuple[float, QColor, str, str]] = []
        if self._frame is None:
            return []
        content = self._frame.content(at - reach_s)
        seconds = {line.label: line.curve.at(at, reach_s) for line in content.lines if line.on_right}
        for line in content.lines:
            value = None if line.on_right else line.curve.at(at, reach_s)
            if value is not None:
                words = self._left_words(value)
                second = seconds.get(line.label)
                if second is not None:
                    words += f"{_BETWEEN}{self._right_words(second)}"
                found.append((value, line.pen.color(), line.label, words))
        for band in content.bands:
            value = band.curve.at(at, reach_s)
            if value is not None:
                found.append((value, band.colour, band.label, self._left_words(value)))
        found.sort(key=lambda row: -row[0])
        return [(colour, label, words) for _, colour, label, words in found[:most]]

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


def _back_words(back_s: float) -> str:
    if back_s == 0:
        return translate("Chart", "now")
    if back_s < 120:
        return f"−{back_s:g} s"
    return translate("Chart", "−{minutes:g} min").format(minutes=back_s / 60)
