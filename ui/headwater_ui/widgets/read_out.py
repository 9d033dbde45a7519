"""What a chart tells of the moment that is pointed at: a row a curve, the largest first, and how the rows are painted.

Knows curves and words alone. The rule that keeps it honest: what finds no room is counted, never left out in silence.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from headwater_ui.language import marked, translate
from headwater_ui.theme import colours
from headwater_ui.widgets.chart_frame import ChartFrame
from headwater_ui.widgets.palette import paint_patch

#: Between the values of one curve in a row's words; painted, they stand in columns that far apart.
_BETWEEN: Final = "   "
_GAP_PX: Final = 12.0
_BESIDE_SWATCH_PX: Final = 26.0
_MORE: Final = marked("Chart", "%n more")
_Words = Callable[[float], str]


class Ink(NamedTuple):
    """What a curve is painted in."""

    colour: QColor
    has_slit: bool


class ReadOutRow(NamedTuple):
    """One curve at a moment; what stands for several curves has no ink."""

    ink: Ink | None
    label: str
    words: str


def gather_rows(
    frame: ChartFrame, at: float, reach_s: float, words: tuple[_Words, _Words], most: int
) -> list[ReadOutRow]:
    """What the curves say at a moment, at most `most` rows; `words` tell values of the left and the right axis.

    Where the frame names a sum, it comes first; the last row stands for those that found no room.
    """
    content = frame.content(at - reach_s)
    left_words, right_words = words
    seconds = {line.label: line.curve.at(at, reach_s) for line in content.lines if line.on_right}
    found: list[tuple[float, ReadOutRow]] = []
    for line in content.lines:
        value = None if line.on_right else line.curve.at(at, reach_s)
        if value is not None:
            told = left_words(value)
            second = seconds.get(line.label)
            if second is not None:
                told += f"{_BETWEEN}{right_words(second)}"
            found.append((value, ReadOutRow(Ink(line.pen.color(), line.has_slit), line.label, told)))
    for band in content.bands:
        value = band.curve.at(at, reach_s)
        if value is not None:
            ink = Ink(band.colour, band.has_slit)
            found.append((value, ReadOutRow(ink, band.label, left_words(value))))
    found.sort(key=lambda pair: -pair[0])
    head = []
    if frame.sum_label and len(found) > 1:
        head.append(ReadOutRow(None, frame.sum_label, left_words(sum(value for value, _ in found))))
    room = max(1, most - len(head))
    rest: list[ReadOutRow] = []
    if len(found) > room:
        left = found[room - 1 :]
        more = translate("Chart", _MORE, None, len(left))
        rest.append(ReadOutRow(None, more, left_words(sum(value for value, _ in left))))
        found = found[: room - 1]
    return [*head, *(row for _, row in found), *rest]


def paint_rows(painter: QPainter, plot: QRectF, x: float, rows: list[ReadOutRow]) -> None:
    """A line at `x`, and the rows in a box beside it."""
    c = colours()
    painter.setPen(QPen(QColor(c.muted), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
    if not rows:
        return
    metrics = painter.fontMetrics()
    row_height = row_height_px(painter)
    cells = [(row.label, *row.words.split(_BETWEEN)) for row in rows]
    widths = [
        max(metrics.horizontalAdvance(cell[column]) if column < len(cell) else 0 for cell in cells)
        for column in range(max(map(len, cells)))
    ]
    width, height = sum(widths) + _GAP_PX * (len(widths) - 1) + 36.0, row_height * len(rows) + 12.0
    left = x + 12 if x + 12 + width < plot.right() else max(plot.left(), x - 12 - width)
    painter.setPen(QColor(c.line))
    painter.setBrush(QColor(c.raised))
    painter.drawRoundedRect(QRectF(left, plot.top() + 6, width, height), 6, 6)
    y = plot.top() + 12.0
    for row, texts in zip(rows, cells, strict=True):
        if row.ink is not None:
            patch = QRectF(left + 10, y + row_height / 2 - 5, 9, 9)
            paint_patch(painter, patch, 2, *row.ink)
        painter.setPen(QColor(c.text))
        at_px = left + _BESIDE_SWATCH_PX
        for column, text in enumerate(texts):
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            cell = QRectF(at_px, y, widths[column], row_height)
            painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, text)
            at_px += widths[column] + _GAP_PX
        y += row_height


def row_height_px(painter: QPainter) -> int:
    """How high a row is painted."""
    return painter.fontMetrics().height() + 3
