"""The middle of the window: groups and search above the list, and what is offered between them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from headwater.model.job import JobId
from headwater_ui.models.job_model import JobModel
from headwater_ui.widgets.group_bar import GroupBar
from headwater_ui.widgets.job_table import JobTable
from headwater_ui.widgets.offer_bar import OfferBar
from headwater_ui.widgets.progress_map import MapCache


class ListPage(QWidget):
    """`groups`, `offers` and `table`, from above. `rows` is their layout: a guest may stand in it for the list."""

    def __init__(self, jobs: JobModel, maps: MapCache, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listPage")
        self.groups = GroupBar()
        self.offers = OfferBar()
        self.table = JobTable(jobs, maps)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.rows.addWidget(self.groups)
        self.rows.addWidget(self.offers)
        self.rows.addWidget(self.table, 1)
        self.groups.group_chosen.connect(self.table.filter.show_group)
        self.groups.searched.connect(self.table.filter.search)
        self.groups.left.connect(self.table.setFocus)

    def begin_search(self) -> None:
        """Put the cursor into the search."""
        self.groups.search.setFocus()
        self.groups.search.selectAll()

    def reveal(self, job_id: JobId) -> None:
        """Put the cursor on a job, and give up what hides it."""
        if self.table.filter.row_of(job_id) is None:
            self.groups.widen()
        self.table.select_job(job_id)
