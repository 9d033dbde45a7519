"""The source-ranking table of the selected job: who gives how much, and why the scheduler ranks them so."""

from typing import Final

from PySide6.QtCore import QItemSelection, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from headwater.model.source import SourceId
from headwater_ui.models.job_model import Index
from headwater_ui.models.source_model import SOURCE_ROLE, SourceColumn, SourceModel
from headwater_ui.theme import colours
from headwater_ui.widgets.column_state import ColumnState
from headwater_ui.widgets.empty_state import paint_empty
from headwater_ui.widgets.palette import source_colour

_HIDDEN: Final = frozenset({"HOPS", "COUNTRY", "COST", "RANGES", "HOLDS"})
_WIDTHS: Final = {
    "RANK": 62,
    "HOST": 158,
    "STATE": 130,
    "SHARE": 74,
    "SPEED": 88,
    "LATENCY": 78,
    "CHANNELS": 84,
    "RECEIVED": 86,
    "ERRORS": 64,
    "SCORE": 62,
    "HOPS": 60,
    "COUNTRY": 76,
    "COST": 96,
    "RANGES": 160,
    "HOLDS": 90,
}


class _ShareDelegate(QStyledItemDelegate):
    """A source's share as a small bar in its colour behind the number."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        source = index.data(SOURCE_ROLE)
        rect = option.rect
        super().paint(painter, option, index)
        if source is None or not source.share:
            return
        c = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(rect.left() + 10, rect.bottom() - 4, rect.width() - 20, 3)
        painter.setBrush(QColor(c.track))
        painter.drawRoundedRect(track, 1.5, 1.5)
        track.setWidth(track.width() * min(1.0, source.share))
        painter.setBrush(source_colour(source.source_id, c.dark))
        painter.drawRoundedRect(track, 1.5, 1.5)
        painter.restore()


class SourceTable(QTableView):
    """`highlighted(source_id)`: the source the cursor is on, -1 for none, so that the graph can stress it."""

    highlighted = Signal(int)

    def __init__(self, sources: SourceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self.setObjectName("sourceTable")
        self.setAccessibleName(self.tr("Sources of the selected download"))
        self.setModel(sources)
        self.setItemDelegateForColumn(SourceColumn.SHARE, _ShareDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setIconSize(QSize(14, 14))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.horizontalHeader().setHighlightSections(False)
        self.columns = ColumnState(self, [column.name for column in SourceColumn], _HIDDEN, _WIDTHS)
        self.horizontalHeader().setSectionResizeMode(SourceColumn.STATE, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._tell_highlighted)

    def current_source(self) -> SourceId | None:
        rows = self.selectionModel().selectedRows()
        return self._sources.source_at(rows[0].row()).source_id if rows else None

    def _tell_highlighted(self, *_: QItemSelection) -> None:
        chosen = self.current_source()
        self.highlighted.emit(-1 if chosen is None else int(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the source's box wherever the cursor stands in the row; Escape ends the highlight."""
        if event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            box = self._sources.index(self.currentIndex().row(), SourceColumn.RANK)
            ticked = Qt.CheckState(box.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self._sources.setData(box, wanted, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._sources.rowCount() == 0:
            hint = self.tr("Select a download to see where its bytes come from.")
            paint_empty(self.viewport(), "sources", self.tr("No sources to show"), hint)
