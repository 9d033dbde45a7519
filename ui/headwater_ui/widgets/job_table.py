"""The job list: selection, dragging rows to a new place, keys, sorting, columns.

Emits what a person wants (`moved`); the shell turns it into commands. Drags of links pass through to the window, which
takes them anywhere.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from headwater.model.job import JobId
from headwater.model.snapshots import JobSnapshot
from headwater_ui.models.job_filter import JobFilter
from headwater_ui.models.job_model import JOBS_MIME, Index, JobModel
from headwater_ui.models.job_words import JobColumn
from headwater_ui.theme import colours
from headwater_ui.widgets.column_state import ColumnState
from headwater_ui.widgets.empty_state import paint_empty
from headwater_ui.widgets.job_delegate import ROW_HEIGHT, JobDelegate
from headwater_ui.widgets.menu_table import MenuTable
from headwater_ui.widgets.progress_map import MapCache
from headwater_ui.widgets.row_redraws import RowRedraws

_HIDDEN: Final = frozenset({"SIZE", "SOURCES", "POSITION", "ADDED", "FOLDER", "PRIORITY", "CATEGORY", "QUEUE"})
_WIDTHS: Final = {
    "NAME": 330,
    "PROGRESS": 250,
    "SIZE": 90,
    "SPEED": 104,
    "ETA": 112,
    "STATE": 110,
    "SOURCES": 84,
    "POSITION": 70,
    "ADDED": 140,
    "FOLDER": 220,
    "PRIORITY": 84,
    "CATEGORY": 110,
    "QUEUE": 110,
}
_LEAST_NAME_PX: Final = 220
#: Two rows are painted in about 1.5 ms.
_ROWS_AT_ONCE: Final = 2
_REDRAW_MS: Final = 200
_NEXT_ROWS_MS: Final = 10


class JobTable(MenuTable):
    """Shows a `JobFilter`. `moved(job_ids, index)`: put these jobs at that place of the queue."""

    moved = Signal(list, int)
    picked = Signal()

    def __init__(self, jobs: JobModel, maps: MapCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.filter = JobFilter(jobs, self)
        self._drop_row: int | None = None
        #: Nobody knows yet whether there are downloads: it says nothing of that.
        self.awaits_list = False
        self._follows_move = False
        self.setObjectName("jobTable")
        self.setAccessibleName(self.tr("Downloads"))
        self.setModel(self.filter)
        self.setItemDelegate(JobDelegate(maps, self))
        self._dress()
        self.columns = ColumnState(self, [column.name for column in JobColumn], _HIDDEN, _WIDTHS)
        self.columns.stretch(JobColumn.NAME, _LEAST_NAME_PX)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.selectionModel().selectionChanged.connect(self._tell_picked)
        self.selectionModel().currentChanged.connect(self._tell_picked)
        self.filter.layoutChanged.connect(self._show_moved)
        # One signal for a burst: adding ten thousand rows to a selection must not ask ten thousand times.
        self._picked_soon = QTimer(self)
        self._picked_soon.setSingleShot(True)
        self._picked_soon.setInterval(0)
        self._picked_soon.timeout.connect(self.picked)
        self.redraws = RowRedraws(
            self, super().dataChanged, pause_ms=_REDRAW_MS, at_once=_ROWS_AT_ONCE, next_ms=_NEXT_ROWS_MS
        )

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        # One in which nothing is ever selected: with the table's, each change of the selection lets the header ask for
        # the flags of every selected cell, to paint columns that are selected as a whole, which none ever is here.
        header.setSelectionModel(QItemSelectionModel(self.filter, header))
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()

    # ------------------------------------------------------------------------------------------ what is selected

    def selected_jobs(self) -> list[JobSnapshot]:
        """The selected jobs in the order shown."""
        return [self.filter.job_at(row) for row in self._selected_rows()]

    def _selected_rows(self) -> list[int]:
        """In ascending order. Read from the ranges: Qt's own list of rows asks for the flags of every cell first."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.count()))
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def current_job(self) -> JobSnapshot | None:
        """The job the cursor is on."""
        index = self.currentIndex()
        return self.filter.job_at(index.row()) if index.isValid() else None

    def select_job(self, job_id: JobId) -> bool:
        """Put cursor and selection on one job; False when it is not on the list (yet)."""
        if self._jobs.row_of(job_id) is None:
            return False
        row = self.filter.row_of(job_id)
        if row is not None:  # else the search hides it
            index = self.filter.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)
        return True

    def hide_jobs(self, job_ids: frozenset[JobId]) -> None:
        """Take these jobs out of sight. Where they were all that was selected, the next one is: who removes one after
        the other goes on from there."""
        first = min(self._selected_rows(), default=0)
        self.filter.hide(job_ids)
        last = self.filter.rowCount() - 1
        if job_ids and last >= 0 and not self.selectionModel().hasSelection():
            self.select_job(self.filter.job_at(min(first, last)).job_id)

    def follow_move(self) -> None:
        """The selected rows are about to go to another place of the queue: keep the cursor's in sight."""
        self._follows_move = True

    def _show_moved(self) -> None:
        if self._follows_move:
            self._follows_move = False
            self.scrollTo(self.currentIndex())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and the last row: rows are what one chooses here, not cells."""
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            modifiers |= Qt.KeyboardModifier.ControlModifier
        return super().moveCursor(action, modifiers)

    def _tell_picked(self, *_: QItemSelection | QModelIndex) -> None:
        self._picked_soon.start()

    # ------------------------------------------------------------------------------------------ dragging rows

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._judge(event)
        if event.isAccepted():
            self._drop_row = self._row_at(event.position().toPoint().y())
            self.viewport().update()

    def dragLeaveEvent(self, _event: object) -> None:
        self._drop_row = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        row, self._drop_row = self._row_at(event.position().toPoint().y()), None
        self.viewport().update()
        if not event.mimeData().hasFormat(JOBS_MIME):
            event.ignore()
            return
        ids = [JobId(line) for line in bytes(event.mimeData().data(JOBS_MIME).data()).decode().splitlines()]
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.moved.emit(ids, self._queue_index(row, set(ids)))

    def _judge(self, event: QDragMoveEvent) -> None:
        """Rows may be dragged where they stand in queue order; everything else is the window's."""
        own = event.mimeData().hasFormat(JOBS_MIME)
        if own and self.filter.shows_queue_order:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _row_at(self, y: int) -> int:
        """The gap between rows nearest to `y`: 0 above the first row."""
        row = self.rowAt(y)
        if row < 0:
            return self.filter.rowCount()
        return row + (1 if y > self.rowViewportPosition(row) + ROW_HEIGHT // 2 else 0)

    def _queue_index(self, row: int, moving: set[JobId]) -> int:
        """Where the moved jobs begin in the queue, counted without them, for a gap between the rows shown."""
        if row >= self.filter.rowCount():
            last = self.filter.rowCount() - 1
            gap = self.filter.queue_row(last) + 1 if last >= 0 else 0
        else:
            gap = self.filter.queue_row(row)
        return gap - sum(1 for job in self._jobs.jobs()[:gap] if job.job_id in moving)

    # ------------------------------------------------------------------------------------------ painting

    def dataChanged(self, top_left: Index, bottom_right: Index, _roles: Sequence[int] = ()) -> None:
        self.redraws.changed(top_left, bottom_right)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.filter.rowCount() == 0:
            if self.filter.is_narrowed and self._jobs.rowCount():
                paint_empty(
                    self.viewport(),
                    "search",
                    self.tr("Nothing matches"),
                    self.tr("Clear the search or choose All to see more."),
                )
            elif not self.awaits_list:
                hint = self.tr("Paste a link anywhere (Ctrl+V), drop one onto this window, or press Add.")
                paint_empty(self.viewport(), "add", self.tr("No downloads yet"), hint)
        elif self._drop_row is not None:
            y = self._drop_row * ROW_HEIGHT - self.verticalScrollBar().value()
            with QPainter(self.viewport()) as painter:
                painter.fillRect(QRect(0, y - 1, self.viewport().width(), 2), QColor(colours().accent))
