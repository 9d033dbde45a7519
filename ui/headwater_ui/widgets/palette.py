"""Colours of sources: one source has one colour in graph, table and progress map, told apart by colour-blind eyes.

Keyed by `SourceId`, which never changes within a job. The eight hues follow Okabe and Ito, "Color Universal Design"
(2008), with the yellow darkened on white. More than eight sources repeat them in a second lightness; further channels
of a source are paler than its first.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from headwater.model.source import SourceId

_ON_LIGHT: Final = ("#0072B2", "#E08E00", "#009E73", "#C2659B", "#4AA8E0", "#D55E00", "#A39300", "#6B7683")
_ON_DARK: Final = ("#4A9FE0", "#F0AE3C", "#2FBF97", "#DD93BC", "#86CBF3", "#F27E45", "#E6DC4C", "#A3ADB8")


@cache
def source_colour(source_id: SourceId, dark: bool) -> QColor:
    """The colour of a source on a light or a dark ground."""
    hues = _ON_DARK if dark else _ON_LIGHT
    colour = QColor(hues[source_id % len(hues)])
    if source_id // len(hues) % 2 == 1:
        colour = colour.darker(150) if dark else colour.lighter(140)
    return colour


@cache
def channel_colour(source_id: SourceId, line: int, dark: bool) -> QColor:
    """The colour of the `line`-th channel (from 0) of a source: its own, then two paler ones."""
    colour = source_colour(source_id, dark)
    step = line % 3
    towards = 0.35 if dark else 0.8
    return QColor.fromHslF(
        colour.hslHueF(),
        colour.hslSaturationF() * (1 - 0.12 * step),
        colour.lightnessF() + (towards - colour.lightnessF()) * 0.3 * step,
    )


def channel_pen(source_id: SourceId, line: int, dark: bool) -> QPen:
    """What the `line`-th channel of a source is drawn with."""
    pen = QPen(channel_colour(source_id, line, dark), 1.6)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return pen


def swatch(colour: QColor) -> QIcon:
    """A small patch of a colour, to stand before a name."""
    return _patch(colour.rgba())


@cache
def _patch(rgba: int) -> QIcon:
    pixmap = QPixmap(24, 24)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgba(rgba))
        painter.drawRoundedRect(2, 2, 20, 20, 5, 5)
    return QIcon(pixmap)
