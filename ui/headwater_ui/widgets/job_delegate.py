"""How a row of the job list is painted: an icon and two lines, the map of the file, plain columns.

Only painting; every word comes from `wording` and the model.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.icons import file_icon
from headwater_ui.language import isolated
from headwater_ui.models.job_model import SNAPSHOT_ROLE
from headwater_ui.models.job_words import JobColumn, second_line
from headwater_ui.theme import Colours, colours
from headwater_ui.widgets.progress_map import MapCache, paint_map
from headwater_ui.wording import fraction, progress_words, state_words

ROW_HEIGHT: Final = 48
_PAD: Final = 10
_ICON: Final = 22
_BAR: Final = 10
#: Made once: joining flags costs as much as measuring a text.
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class JobDelegate(QStyledItemDelegate):
    """Paints name, progress and state; leaves the other columns to Qt."""

    def __init__(self, maps: MapCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maps = maps

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width() + 2 * _PAD, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        column, c = index.column(), colours()
        job: JobSnapshot = index.data(SNAPSHOT_ROLE)
        self._paint_ground(painter, option, c)
        area: QRect = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        painter.setFont(option.font)
        if column == JobColumn.NAME:
            self._paint_name(painter, area, job, c)
        elif column == JobColumn.PROGRESS:
            self._paint_progress(painter, area, job, c)
        elif column == JobColumn.STATE:
            self._paint_state(painter, area, job, c)
        else:
            self._paint_plain(painter, area, job, c, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, c: Colours) -> None:
        """Selection and focus. Not left to the style: it would ask the model for all it knows of each cell."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(c.selection))
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect.adjusted(0, option.rect.height() - 2, 0, 0), QColor(c.accent))

    def _paint_plain(
        self, painter: QPainter, area: QRect, job: JobSnapshot, c: Colours, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        strong = index.column() == JobColumn.SPEED and job.state is JobState.RUNNING
        painter.setPen(QColor(c.text if strong else c.muted))
        words = str(index.data())
        if words:
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, area.width())
            painter.drawText(area, Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)), isolated(words))

    def _paint_name(self, painter: QPainter, area: QRect, job: JobSnapshot, c: Colours) -> None:
        icon = QRect(area.left(), area.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        file_icon(job.name).paint(painter, _mirrored(painter, area, icon))
        text = _mirrored(painter, area, area.adjusted(_ICON + 11, 0, 0, 0))
        upper = QRect(text.left(), text.top() + 6, text.width(), text.height() // 2 - 5)
        lower = QRect(text.left(), text.center().y() + 1, text.width(), text.height() // 2 - 5)
        painter.setPen(QColor(c.text))
        name = painter.fontMetrics().elidedText(job.name, Qt.TextElideMode.ElideMiddle, upper.width())
        painter.drawText(upper, _LEFT, isolated(name))
        painter.setFont(_small(painter.font()))
        painter.setPen(QColor(_tone(job, c)))
        line = painter.fontMetrics().elidedText(second_line(job), Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, _LEFT, isolated(line))

    def _paint_progress(self, painter: QPainter, area: QRect, job: JobSnapshot, c: Colours) -> None:
        bar = QRectF(area.left(), area.top() + 11.5, area.width(), _BAR)
        paint_map(painter, bar, self._maps.image(job, c), fraction(job), c)
        painter.setFont(_small(painter.font()))
        painter.setPen(QColor(c.muted))
        below = QRect(area.left(), area.center().y() + 1, area.width(), area.height() // 2 - 5)
        words = painter.fontMetrics().elidedText(progress_words(job), Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, _LEFT, isolated(words))

    def _paint_state(self, painter: QPainter, area: QRect, job: JobSnapshot, c: Colours) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(state_colour(job.state, c))
        dot = QRectF(_mirrored(painter, area, QRect(area.left(), area.center().y() - 3, 8, 8))).translated(0, -0.5)
        painter.setPen(QColor(ink))
        painter.setBrush(ink if job.state not in (JobState.WAITING, JobState.PAUSED) else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot)
        painter.setPen(QColor(c.text))
        text = _mirrored(painter, area, area.adjusted(16, 0, 0, 0))
        painter.drawText(text, _LEFT, state_words(job.state))


def _mirrored(painter: QPainter, area: QRect, part: QRect) -> QRect:
    """Where a part of the area lies for those who read from right to left, too."""
    return QStyle.visualRect(painter.layoutDirection(), area, part)


def state_colour(state: JobState, c: Colours) -> str:
    """The colour of a state's dot."""
    match state:
        case JobState.RUNNING | JobState.FINISHING:
            return c.accent
        case JobState.DONE:
            return c.good
        case JobState.FAILED:
            return c.bad
        case _:
            return c.muted


def _tone(job: JobSnapshot, c: Colours) -> str:
    if job.state is JobState.FAILED:
        return c.bad
    return c.warn if job.error is not None else c.muted


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(7.0, font.pointSizeF() - 1.0) if font.pointSizeF() > 0 else 9.0)
    return small
