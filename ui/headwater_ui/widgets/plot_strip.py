"""The curves of a chart as a strip of pixels that scrolls: only its newest end is painted on each frame.

Painting two dozen smooth curves anew ten times a second costs most of a core; scrolling what was painted and adding
the last pixels costs next to nothing. The strip moves by whole pixels, so that what is added joins what is there. It is
painted as a whole only when the scale, the size or the choice of curves changes.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from math import floor
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF, QTransform

from headwater_ui.widgets.curve import Curve

#: Pixels at the end of the strip that are painted again, because their curves were not complete.
_OVERLAP_PX: Final = 8
_DOT_SPACING_PX: Final = 5.0
#: How much of a line's width is open where it has a slit.
_SLIT: Final = 0.4
#: Times that are whole pixels but for rounding count as whole.
_SLACK_PX: Final = 1e-6


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A curve to draw: a line against the left axis, or dots against the right one; with a slit it is two thin ones."""

    label: str
    pen: QPen
    curve: Curve
    on_right: bool = False
    has_slit: bool = False


@dataclass(frozen=True, slots=True)
class ChartBand:
    """A filled area; `area` is a closed polygon in data coordinates, `curve` what the read-out tells.

    With slits, the ground shows through lines across it.
    """

    label: str
    colour: QColor
    area: QPolygonF
    curve: Curve
    has_slit: bool = False


@dataclass(frozen=True, slots=True)
class ChartContent:
    """Curves of some stretch of time."""

    lines: Sequence[ChartLine] = ()
    bands: Sequence[ChartBand] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """What one pixel means: `size` in device pixels for `window_s` seconds, and the tops of both axes."""

    size: QSize
    ratio: float
    window_s: float
    left_top: float
    right_top: float


class PlotStrip:
    """Asks for the content of a stretch with `content(start)`, no more often than `picture` is called."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._mark: tuple[Scale, Hashable] | None = None
        #: The right edge in pixels since the clock's zero: whole, so that nothing drifts.
        self._end_px = 0

    def picture(self, scale: Scale, look: Hashable, now: float, content: Callable[[float], ChartContent]) -> QPixmap:
        """The strip that ends at `now`. Another `look` (colours, choice of curves) has all of it painted anew."""
        pixels_per_s = scale.size.width() / scale.window_s
        end_px = floor(now * pixels_per_s + _SLACK_PX)
        shift = end_px - self._end_px
        if self._mark != (scale, look) or not 0 <= shift < scale.size.width() // 2:
            self._mark = (scale, look)
            self._end_px = end_px
            self._pixmap = QPixmap(scale.size)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            self._paint(scale, QRect(0, 0, scale.size.width(), scale.size.height()), content)
        elif shift:
            self._pixmap.setDevicePixelRatio(1.0)
            self._pixmap.scroll(-shift, 0, self._pixmap.rect())
            self._end_px = end_px
            width = shift + _OVERLAP_PX
            self._paint(scale, QRect(scale.size.width() - width, 0, width, scale.size.height()), content)
        self._pixmap.setDevicePixelRatio(scale.ratio)
        return self._pixmap

    def _paint(self, scale: Scale, part: QRect, content: Callable[[float], ChartContent]) -> None:
        pixels_per_s = scale.size.width() / scale.window_s
        end = self._end_px / pixels_per_s
        start = end - (scale.size.width() - part.left()) / pixels_per_s
        # A curve enters the part from the left: its last point before belongs to it too.
        found = content(start)
        with QPainter(self._pixmap) as painter:
            painter.setClipRect(part)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(part, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left, right = self._to_pixels(scale, scale.left_top), self._to_pixels(scale, scale.right_top)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setTransform(left)
            for band in found.bands:
                painter.setBrush(band.colour)
                painter.drawPolygon(band.area)
                if band.has_slit:
                    _cut_band(painter, left, band.area)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for line in found.lines:
                pen = QPen(line.pen)
                pen.setWidthF(pen.widthF() * scale.ratio)
                painter.setPen(pen)
                if line.on_right:
                    painter.setTransform(right)
                    painter.drawPoints(_dots(line.curve, start, end, pixels_per_s / scale.ratio))
                else:
                    painter.setTransform(left)
                    strokes = list(line.curve.strokes(start, end))
                    for stroke in strokes:
                        painter.drawPolyline(stroke)
                    if line.has_slit:
                        _cut_strokes(painter, pen, strokes)

    def _to_pixels(self, scale: Scale, top: float) -> QTransform:
        across, up = scale.size.width() / scale.window_s, scale.size.height() / top
        return QTransform(across, 0, 0, -up, scale.size.width() - self._end_px, scale.size.height())


def _cut_band(painter: QPainter, transform: QTransform, area: QPolygonF) -> None:
    """Open lines across an area, which stand still when the strip scrolls."""
    painter.resetTransform()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setBrush(QBrush(Qt.GlobalColor.black, Qt.BrushStyle.HorPattern))
    painter.drawPolygon(transform.map(area))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setTransform(transform)


def _cut_strokes(painter: QPainter, pen: QPen, strokes: Sequence[QPolygonF]) -> None:
    """Open the middle of a line."""
    slit = QPen(pen)
    slit.setColor(Qt.GlobalColor.black)
    slit.setWidthF(pen.widthF() * _SLIT)
    painter.setPen(slit)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    for stroke in strokes:
        painter.drawPolyline(stroke)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _dots(curve: Curve, start: float, end: float, pixels_per_s: float) -> QPolygonF:
    """Points of a curve some pixels apart; their time alone says which, so that they stay when it scrolls."""
    per_s = pixels_per_s / _DOT_SPACING_PX
    dots: list[QPointF] = []
    last = None
    for stroke in curve.strokes(start, end):
        for i in range(stroke.size()):
            point = stroke.at(i)
            place = floor(point.x() * per_s)
            if place != last:
                if last is not None:
                    dots.append(point)
                last = place
    return QPolygonF(dots)
