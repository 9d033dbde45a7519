"""Colours of sources: one source has one colour in graph, table and progress map, told apart by colour-blind eyes.

Keyed by `SourceId`, which never changes within a job. The eight hues set out from Okabe and Ito, "Color Universal
Design" (2008); their lightness was then spread until each pair is told apart by eyes without red, green or blue cones,
and all stand out from the ground. The next eight sources have them a little darker and with a slit: whatever is painted
for one of them, a patch, a line or a piece of a bar, is open in its middle. Further channels of a source are a little
paler than its first.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from headwater.model.source import SourceId

_ON_LIGHT: Final = ("#1574F4", "#E37E13", "#17AD69", "#D574CF", "#164974", "#8D5700", "#534522", "#808088")
_ON_DARK: Final = ("#3485E8", "#F7C06C", "#64FAC6", "#E83B5D", "#B2DEFD", "#C16404", "#D7EB19", "#807BA2")
#: How much darker the second eight are, on light and on dark ground: there is less of each to be seen.
_DARKER_ON_LIGHT: Final = 125
_DARKER_ON_DARK: Final = 110
#: How much of a patch's height its slit takes, and how wide lines with and without one are.
_SLIT: Final = 0.2
_LINE_PX: Final = 1.6
_SLIT_LINE_PX: Final = 3.2
#: How far a further channel's lightness goes from its source's: farther, and it would look like another source.
_SHADE: Final = 0.05


@cache
def source_colour(source_id: SourceId, dark: bool) -> QColor:
    """The colour of a source on a light or a dark ground."""
    hues = _ON_DARK if dark else _ON_LIGHT
    colour = QColor(hues[source_id % len(hues)])
    return colour.darker(_DARKER_ON_DARK if dark else _DARKER_ON_LIGHT) if has_slit(source_id) else colour


def has_slit(source_id: SourceId) -> bool:
    """Whether a source is one of those that are painted with a slit: each second eight of them."""
    return source_id // len(_ON_LIGHT) % 2 == 1


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
    pen = QPen(channel_colour(source_id, line, dark), _SLIT_LINE_PX if has_slit(source_id) else _LINE_PX)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    return pen


def paint_patch(painter: QPainter, rect: QRectF, radius: float, colour: QColor, is_slit: bool) -> None:
    """A rounded patch of a colour, as a legend has it."""
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    if is_slit:
        slit = QPainterPath()
        slit.addRect(rect.left(), rect.center().y() - rect.height() * _SLIT / 2, rect.width(), rect.height() * _SLIT)
        shape = shape.subtracted(slit)
    painter.fillPath(shape, colour)


def swatch(colour: QColor, is_slit: bool = False) -> QIcon:
    """A small patch of a colour, to stand before a name."""
    return _patch(colour.rgba(), is_slit)


def source_swatch(source_id: SourceId, dark: bool) -> QIcon:
    """The patch that stands before a source's name."""
    return swatch(source_colour(source_id, dark), has_slit(source_id))


@cache
def _patch(rgba: int, is_slit: bool) -> QIcon:
    pixmap = QPixmap(24, 24)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_patch(painter, QRectF(2, 2, 20, 20), 5, QColor.fromRgba(rgba), is_slit)
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)  # Qt would tint it, and it would be another source's
    return icon
