"""Colours of sources: one source has one colour in graph, table and progress map, told apart by colour-blind eyes.

Keyed by `SourceId`, which never changes within a job. The eight hues set out from Okabe and Ito, "Color Universal
Design" (2008); their lightness was then spread until each pair is told apart by eyes without red, green or blue cones,
and all stand out from the ground. More than eight sources repeat them in a second lightness; further channels of a
source are a little paler than its first.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from headwater.model.source import SourceId

_ON_LIGHT: Final = ("#1574F4", "#E37E13", "#17AD69", "#D574CF", "#164974", "#8D5700", "#534522", "#808088")
_ON_DARK: Final = ("#3485E8", "#F7C06C", "#64FAC6", "#E83B5D", "#B2DEFD", "#C16404", "#D7EB19", "#807BA2")
#: How far a further channel's lightness goes from its source's: farther, and it would look like another source.
_SHADE: Final = 0.05


@cache
def source_colour(source_id: SourceId, dark: bool) -> QColor:
    """The colour of a source on a light or a dark ground."""
    hues = _ON_DARK if dark else _ON_LIGHT
    colour = QColor(hues[source_id % len(hues)])
    if source_id // len(hues) % 2 == 1:
        colour = colour.darker(140) if dark else colour.lighter(140)
    return colour


@cache
def channel_colour(source_id: SourceId, line: int, dark: bool) -> QColor:
    """The colour of the `line`-th channel (from 0) of a source: its own, then two paler ones."""
    colour = source_colour(source_id, dark)
    step = line % 3
    towards = 0.35 if dark else 0.8
    return QColor.fromHslF(
        colour.hslHueF(),
        colour.hslSaturationF(),
        colour.lightnessF() + (towards - colour.lightnessF()) * _SHADE * step,
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
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint it, and it would be another source's
    return icon
