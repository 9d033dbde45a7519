"""The one chart of the window: lines and bands over time, painted with QPainter.

The channels graph, and any later chart, feed it with curves; it knows nothing of jobs or channels. It redraws at most
ten times a second, and paints each run of points with one call (`curve.Curve`), because two dozen lines must cost next
to nothing. Second-axis lines are dotted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from headwater_ui.theme import Colours, colours
from headwater_ui.widgets.curve import Curve

_MIN_REDRAW_MS: Final = 100
_TICKS: Final = 4
_MARK_REACH_PX: Final = 6.0
_TIME_TICKS: Final = 6


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A curve to draw: against the left axis, or dotted against the right one."""

    label: str
    pen: QPen
    curve: Curve
    on_right: bool = False


@dataclass(frozen=True, slots=True)
class ChartBand:
    """A filled area; `area` is a closed polygon in data coordinates, `curve` what the read-out tells."""

    label: str
    colour: QColor
    area: QPolygonF
    curve: Curve


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A moment worth a mark: a tick under the plot, its words on hover."""

    x: float
    colour: QColor
    words: str


@dataclass(frozen=True, slots=True)
class ChartContent:
    """All that one frame shows. The plot ends at `now`; tops are the largest values in the window."""

    now: float
    lines: Sequence[ChartLine] = ()
    bands: Sequence[ChartBand] = ()
    marks: Sequence[ChartMark] = ()
    left_top: float = 0.0
    right_top: float = 0.0


def nice_step(span: float, ticks: int = _TICKS) -> float:
    """A step of 1, 2, 2.5 or 5 times a power of ten that divides `span` into about `ticks` parts."""
    if span <= 0:
        return 1.0
    raw = span / ticks
    power: float = 10.0 ** floor(log10(raw))
    for factor in (1.0, 2.0, 2.5, 5.0):
        if raw <= factor * power * 1.0001:
            return factor * power
    return 10.0 * power


class Axis:
    """A vertical axis whose top follows the data: up at once, down only when there is much room."""

    __slots__ = ("_least", "step", "top")

    def __init__(self, least: float) -> None:
        self._least = least
        self.step = nice_step(least)
        self.top = least

    def follow(self, highest: float) -> None:
        wanted = max(highest * 1.08, self._least)
        if wanted > self.top or wanted < 0.55 * self.top:
            self.step = nice_step(wanted)
            self.top = self.step * max(1, -(-wanted // self.step))


class Chart(QWidget):
    """Give it content with `show_content`; `left_words` and `right_words` turn values into labels."""

    def __init__(
        self,
        left_words: Callable[[float], str],
        right_words: Callable[[float], str],
        *,
        least_left: float = 1.0,
        least_right: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.window_s = 60.0
        self.empty_words = ""
        self._left_words = left_words
        self._right_words = right_words
        self._left = Axis(least_left)
        self._right = Axis(least_right)
        self._content = ChartContent(now=0.0)
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

    def show_content(self, content: ChartContent) -> None:
        """Show this from the next frame on."""
        self._content = content
        self._left.follow(content.left_top)
        self._right.follow(content.right_top)
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
        left = metrics.horizontalAdvance(self._left_words(self._left.top)) + 18.0
        right = 14.0
        if any(line.on_right for line in self._content.lines):
            right += metrics.horizontalAdvance(self._right_words(self._right.top)) + 8.0
        bottom = metrics.height() + 8.0
        return QRectF(left, 12.0, max(1.0, self.width() - left - right), max(1.0, self.height() - 12.0 - bottom))

    def _to_screen(self, plot: QRectF, top: float) -> QTransform:
        start = self._content.now - self.window_s
        scale_x, scale_y = plot.width() / self.window_s, plot.height() / top
        return QTransform(scale_x, 0, 0, -scale_y, plot.left() - start * scale_x, plot.bottom())

    # ------------------------------------------------------------------------------------------ painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            c = colours()
            painter.fillRect(self.rect(), QColor(c.surface))
            plot = self.plot_rect()
            self._paint_grid(painter, plot, c)
            content = self._content
            if not content.lines and not content.bands:
                painter.setPen(QColor(c.muted))
                painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, self.empty_words)
                return
            painter.save()
            painter.setClipRect(plot.adjusted(0, -2, 0, 1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_bands(painter, plot)
            self._paint_lines(painter, plot)
            painter.restore()
            self._paint_marks(painter, plot)
            if self._hover is not None and plot.contains(self._hover):
                self._paint_read_out(painter, plot, self._hover.x(), c)

    def _paint_grid(self, painter: QPainter, plot: QRectF, c: Colours) -> None:
        grid, muted = QColor(c.grid), QColor(c.muted)
        height = self.fontMetrics().height()
        for i in range(1 + round(self._left.top / self._left.step)):
            y = plot.bottom() - plot.height() * i * self._left.step / self._left.top
            painter.setPen(grid)
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(muted)
            box = QRectF(0, y - height / 2, plot.left() - 8, height)
            words = self._left_words(i * self._left.step) if i else "0"
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        if any(line.on_right for line in self._content.lines):
            for i in range(1 + round(self._right.top / self._right.step)):
                y = plot.bottom() - plot.height() * i * self._right.step / self._right.top
                box = QRectF(plot.right() + 8, y - height / 2, self.width() - plot.right() - 8, height)
                words = self._right_words(i * self._right.step) if i else "0"
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        for i in range(_TIME_TICKS + 1):
            x = plot.left() + plot.width() * i / _TIME_TICKS
            painter.setPen(grid)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(muted)
            back_s = self.window_s * (_TIME_TICKS - i) / _TIME_TICKS
            align = Qt.AlignmentFlag.AlignRight if i == _TIME_TICKS else Qt.AlignmentFlag.AlignHCenter
            box = QRectF(x - 90, plot.bottom() + 5, 90 if i == _TIME_TICKS else 180, height)
            painter.drawText(box, align | Qt.AlignmentFlag.AlignTop, _back_words(back_s))

    def _paint_bands(self, painter: QPainter, plot: QRectF) -> None:
        painter.setTransform(self._to_screen(plot, self._left.top), True)
        for band in self._content.bands:
            fill = QColor(band.colour)
            fill.setAlphaF(0.72)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawPolygon(band.area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setTransform(self._to_screen(plot, self._left.top).inverted()[0], True)

    def _paint_lines(self, painter: QPainter, plot: QRectF) -> None:
        start, now = self._content.now - self.window_s, self._content.now
        for on_right, axis in ((True, self._right), (False, self._left)):
            painter.save()
            painter.setTransform(self._to_screen(plot, axis.top), True)
            for line in self._content.lines:
                if line.on_right is on_right:
                    painter.setPen(line.pen)
                    for run in line.curve.visible(start, now):
                        painter.drawPolyline(run)
            painter.restore()

    def _paint_marks(self, painter: QPainter, plot: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark, x in self._marks_on(plot):
            painter.setBrush(mark.colour)
            painter.drawPolygon(
                QPolygonF([QPointF(x, plot.top() + 2), QPointF(x - 4, plot.top() - 5), QPointF(x + 4, plot.top() - 5)])
            )
            faint = QColor(mark.colour)
            faint.setAlphaF(0.22)
            painter.fillRect(QRectF(x - 0.5, plot.top() + 2, 1, plot.height() - 2), faint)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _marks_on(self, plot: QRectF) -> list[tuple[ChartMark, float]]:
        start = self._content.now - self.window_s
        scale = plot.width() / self.window_s
        placed = ((mark, plot.left() + (mark.x - start) * scale) for mark in self._content.marks)
        return [(mark, x) for mark, x in placed if plot.left() <= x <= plot.right()]

    def _paint_read_out(self, painter: QPainter, plot: QRectF, x: float, c: Colours) -> None:
        at = self._content.now - self.window_s * (plot.right() - x) / plot.width()
        row_height = self.fontMetrics().height() + 3
        rows = self.read_out(at, max(1, int(plot.height() - 18) // row_height))
        painter.setPen(QPen(QColor(c.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        if not rows:
            return
        metrics = self.fontMetrics()
        names = max(metrics.horizontalAdvance(name) for _, name, _ in rows)
        values = max(metrics.horizontalAdvance(value) for _, _, value in rows)
        width, height = names + values + 46.0, row_height * len(rows) + 12.0
        left = x + 12 if x + 12 + width < plot.right() else x - 12 - width
        box = QRectF(left, plot.top() + 6, width, height)
        painter.setPen(QColor(c.line))
        painter.setBrush(QColor(c.raised))
        painter.drawRoundedRect(box, 6, 6)
        y = box.top() + 6
        for colour, name, value in rows:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left + 10, y + row_height / 2 - 5, 9, 9), 2, 2)
            painter.setPen(QColor(c.text))
            line = QRectF(left + 26, y, width - 36, row_height)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
            y += row_height

    def read_out(self, at: float, most: int = 12) -> list[tuple[QColor, str, str]]:
        """What the curves say at a moment: colour, label, value in words; the largest first, at most `most`."""
        reach_s = max(1.0, self.window_s / 60)
        found: list[tuple[float, QColor, str, str]] = []
        seconds = {line.label: line.curve.at(at, reach_s) for line in self._content.lines if line.on_right}
        for line in self._content.lines:
            value = None if line.on_right else line.curve.at(at, reach_s)
            if value is not None:
                words = self._left_words(value)
                second = seconds.get(line.label)
                if second is not None:
                    words += f"   {self._right_words(second)}"
                found.append((value, line.pen.color(), line.label, words))
        for band in self._content.bands:
            value = band.curve.at(at, reach_s)
            if value is not None:
                found.append((value, band.colour, band.label, self._left_words(value)))
        found.sort(key=lambda row: -row[0])
        return [(colour, label, words) for _, colour, label, words in found[:most]]

    # ------------------------------------------------------------------------------------------ hovering

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = event.position()
        plot = self.plot_rect()
        near = [mark for mark, x in self._marks_on(plot) if abs(x - self._hover.x()) <= _MARK_REACH_PX]
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
        return "now"
    if back_s < 120:
        return f"−{back_s:g} s"
    return f"−{back_s / 60:g} min"
