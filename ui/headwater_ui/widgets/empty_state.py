"""A friendly line where a view has nothing to show: what this place is for, and what to do next."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from headwater_ui.icons import icon
from headwater_ui.theme import colours


def paint_empty(surface: QWidget, icon_name: str, title: str, hint: str) -> None:
    """Paint icon, title and hint into the middle of `surface`; call it from the surface's `paintEvent`."""
    c = colours()
    with QPainter(surface) as painter:
        area = surface.rect().adjusted(24, 8, -24, -8)
        line = painter.fontMetrics().height()
        height = 44 + 10 + line + 4 + 2 * line
        top = area.center().y() - height // 2
        if area.height() > height + 8:
            painter.setOpacity(0.45)
            icon(icon_name).paint(painter, QRect(area.center().x() - 20, top, 40, 40))
            painter.setOpacity(1.0)
            top += 52
        else:
            top = area.center().y() - line * 3 // 2
        title_font = QFont(surface.font())
        title_font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(title_font)
        painter.setPen(QColor(c.text))
        painter.drawText(QRect(area.left(), top, area.width(), line + 2), Qt.AlignmentFlag.AlignHCenter, title)
        painter.setFont(surface.font())
        painter.setPen(QColor(c.muted))
        flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(area.left(), top + line + 5, area.width(), 3 * line), flags, hint)


def paint_sentence(surface: QWidget, words: str) -> None:
    """Paint one calm sentence into the middle of `surface`, where there is no room, or no need, for more."""
    with QPainter(surface) as painter:
        painter.setPen(QColor(colours().muted))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(surface.rect().adjusted(24, 4, -24, -4), flags, words)
