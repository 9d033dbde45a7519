"""The source-ranking table of the selected job: who gives how much, and why the scheduler ranks them so.

A person drags a source to another rank (or moves it with Alt and the arrow keys), and has its menu on the right button.
What is wished goes out by `wishes`; the next sample shows what came of it.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from headwater.model.source import SourceId
from headwater_ui.models.job_model import Index
from headwater_ui.models.source_model import SOURCE_ROLE, SOURCES_MIME, TOTAL_SHARE_ROLE, SourceModel
from headwater_ui.models.source_words import SourceColumn
from headwater_ui.theme import colours
from headwater_ui.widgets.cell_delegate import CellDelegate
from headwater_ui.widgets.column_state import ColumnState
from headwater_ui.widgets.empty_state import paint_empty
from headwater_ui.widgets.menu_table import MenuTable
from headwater_ui.widgets.palette import has_slit, source_colour
from headwater_ui.widgets.row_redraws import RowRedraws
from headwater_ui.widgets.source_menu import SourceWishes, build_source_menu

_HIDDEN: Final = frozenset({"HOPS", "COUNTRY", "COST", "RANGES", "HOLDS", "TOTAL", "SCHEME", "MULTI", "WISH"})
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
    "TOTAL": 90,
    "SCHEME": 72,
    "MULTI": 104,
    "WISH": 160,
}


_ROW_HEIGHT: Final = 28
#: A row of many cells is painted in more than 1 ms.
_REDRAW_MS: Final = 200
_NEXT_ROW_MS: Final = 10


class _ShareDelegate(CellDelegate):
    """A source's share as a small bar in its colour behind the number; `role` tells which share."""

    def __init__(self, role: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        source = index.data(SOURCE_ROLE)
        rect = option.rect
        super().paint(painter, option, index)
        share = source.share if self._role == SOURCE_ROLE else index.data(self._role)
        if not share:
            return
        c = colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRect(rect.left() + 10, rect.bottom() - 4, rect.width() - 20, 3)
        filled = QRect(track.topLeft(), QSize(round(track.width() * min(1.0, share)), track.height()))
        for colour, area in (
            (QColor(c.track), track),
            (source_colour(source.source_id, c.dark), QStyle.visualRect(option.direction, track, filled)),
        ):
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(area), 1.5, 1.5)
        if has_slit(source.source_id):
            painter.fillRect(QRectF(track.left(), track.top() + 1, track.width(), 1), QColor(c.track))
        painter.restore()


class SourceTable(MenuTable):
    """`highlighted(source_id)`: the source the cursor is on, -1 for none, so that the graph can stress it."""

    highlighted = Signal(int)

    def __init__(self, sources: SourceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self.setObjectName("sourceTable")
        self.setAccessibleName(self.tr("Sources of the selected download"))
        self.setModel(sources)
        self.wishes = SourceWishes(self)
        self._drop_row: int | None = None
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(SourceColumn.SHARE, _ShareDelegate(SOURCE_ROLE, self))
        self.setItemDelegateForColumn(SourceColumn.TOTAL, _ShareDelegate(TOTAL_SHARE_ROLE, self))
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
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.customContextMenuRequested.connect(self._open_menu)
        sources.enabling.connect(self.wishes.enabling)
        self.horizontalHeader().setHighlightSections(False)
        self.columns = ColumnState(self, [column.name for column in SourceColumn], _HIDDEN, _WIDTHS)
        self.columns.stretch(SourceColumn.STATE, _WIDTHS["STATE"])
        self.selectionModel().selectionChanged.connect(self._tell_highlighted)
        self.redraws = RowRedraws(self, super().dataChanged, pause_ms=_REDRAW_MS, at_once=1, next_ms=_NEXT_ROW_MS)

    def current_source(self) -> SourceId | None:
        rows = self.selectionModel().selectedRows()
        return self._sources.source_at(rows[0].row()).source_id if rows else None

    def _tell_highlighted(self, *_: QItemSelection) -> None:
        chosen = self.current_source()
        self.highlighted.emit(-1 if chosen is None else int(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the source's box wherever the cursor stands in the row; Escape ends the highlight.

        Alt with an arrow moves the source one rank.
        """
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        row = self.currentIndex().row()
        if step is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier and row >= 0:
            if 0 <= row + step < self._sources.rowCount():
                self._rank(self._sources.source_at(row).source_id, row + step + (step > 0))
        elif event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            box = self._sources.index(self.currentIndex().row(), SourceColumn.RANK)
            ticked = Qt.CheckState(box.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            self._sources.setData(box, wanted, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()

    # ------------------------------------------------------------------------------------------ wishes

    def _open_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        row = index.row() if index.isValid() else self.currentIndex().row()
        if row < 0:
            return
        self.selectRow(row)
        everyone = [self._sources.source_at(each) for each in range(self._sources.rowCount())]
        is_ranked = any(source.place is not None for source in everyone)
        menu = build_source_menu(everyone[row], self.wishes, self, is_ranked=is_ranked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(at))

    def _rank(self, source_id: SourceId, gap: int) -> None:
        """Put a source into the gap above row `gap`: the order one sees then is the one that is wished."""
        order = [self._sources.source_at(row).source_id for row in range(self._sources.rowCount())]
        if source_id not in order:
            return
        before = order.index(source_id)
        moved = [one for one in order if one != source_id]
        moved.insert(gap - (gap > before), source_id)
        if moved != order:
            self.wishes.ranking.emit(moved)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._judge(event)
        if event.isAccepted():
            self._drop_row = self._gap_at(event.position().toPoint().y())
            self.viewport().update()

    def dragLeaveEvent(self, _event: object) -> None:
        self._drop_row = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        gap, self._drop_row = self._gap_at(event.position().toPoint().y()), None
        self.viewport().update()
        if not event.mimeData().hasFormat(SOURCES_MIME):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._rank(SourceId(int(bytes(event.mimeData().data(SOURCES_MIME).data()))), gap)

    def _judge(self, event: QDragMoveEvent) -> None:
        """Sources of this table may be dropped here; everything else is the window's."""
        if event.mimeData().hasFormat(SOURCES_MIME) and event.source() is self:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _gap_at(self, y: int) -> int:
        row = self.rowAt(y)
        if row < 0:
            return self._sources.rowCount()
        return row + (1 if y > self.rowViewportPosition(row) + _ROW_HEIGHT // 2 else 0)

    # ------------------------------------------------------------------------------------------ painting

    def dataChanged(self, top_left: Index, bottom_right: Index, _roles: Sequence[int] = ()) -> None:
        self.redraws.changed(top_left, bottom_right)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._sources.rowCount() == 0:
            hint = self.tr("Select a download to see where its bytes come from.")
            paint_empty(self.viewport(), "sources", self.tr("No sources to show"), hint)
        elif self._drop_row is not None:
            y = self._drop_row * _ROW_HEIGHT - self.verticalScrollBar().value()
            with QPainter(self.viewport()) as painter:
                painter.fillRect(QRect(0, y - 1, self.viewport().width(), 2), QColor(colours().accent))
