"""The activity log: what the scheduler did and why, in plain words, at its newest line unless one reads above."""

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from headwater_ui.models.activity_model import ActivityModel
from headwater_ui.widgets.cell_delegate import CellDelegate
from headwater_ui.widgets.empty_state import paint_empty


class ActivityLog(QTableView):
    """Shows an `ActivityModel`."""

    def __init__(self, activity: ActivityModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._activity = activity
        self.setObjectName("activityLog")
        self.setAccessibleName(self.tr("What the scheduler did, and why"))
        self.setModel(activity)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setIconSize(QSize(14, 14))
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(24)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 84), (1, 110), (3, 160), (4, 160)):
            header.resizeSection(column, width)
        activity.rowsInserted.connect(self._follow)
        self._at_end = True
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _scrolled(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum() - 4

    def _follow(self, _parent: QModelIndex, _first: int, _last: int) -> None:
        if self._at_end:
            self.scrollToBottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._activity.rowCount() == 0:
            hint = self.tr(
                "When the scheduler takes over a slow channel, sets a source aside or mends a block, it says so here."
            )
            paint_empty(self.viewport(), "activity", self.tr("Nothing happened yet"), hint)
