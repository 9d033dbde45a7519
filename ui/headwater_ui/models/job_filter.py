"""The view of the job list that a person chose: searched, narrowed to some states, sorted.

Sorted by nothing it shows the queue's own order, the only one in which dragging a row has a meaning.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from headwater.model.job import JobId, JobState
from headwater_ui.language import marked
from headwater_ui.models.job_model import SORT_ROLE, JobColumn, JobModel

#: Groups that the bar above the list offers, in its order; None is all.
GROUPS: Final[dict[str, frozenset[JobState] | None]] = {
    marked("GroupBar", "All"): None,
    marked("GroupBar", "Running"): frozenset({JobState.RUNNING, JobState.FINISHING}),
    marked("GroupBar", "Waiting"): frozenset({JobState.WAITING, JobState.PAUSED}),
    marked("GroupBar", "Done"): frozenset({JobState.DONE}),
    marked("GroupBar", "Failed"): frozenset({JobState.FAILED}),
}


class JobFilter(QSortFilterProxyModel):
    """Sits between `JobModel` and the table."""

    def __init__(self, model: JobModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: frozenset[JobState] | None = None
        self._needle = ""
        self._queue: str | None = None
        self._category: str | None = None
        self._hidden: frozenset[JobId] = frozenset()
        self._jobs = model
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)
        self.setSourceModel(model)

    @property
    def shows_queue_order(self) -> bool:
        """Whether rows stand as in the queue, so that they may be dragged."""
        return self.sortColumn() in (-1, int(JobColumn.POSITION)) and self.sortOrder() is Qt.SortOrder.AscendingOrder

    @property
    def is_narrowed(self) -> bool:
        """Whether something is hidden by the search, the group, the queue or the category."""
        is_whole = self._states is None and self._queue is None and self._category is None
        return not is_whole or bool(self._needle)

    def search(self, text: str) -> None:
        """Show only jobs whose name or links contain every word of `text`."""
        self.beginFilterChange()
        self._needle = text.casefold().strip()
        self.endFilterChange()

    def show_group(self, name: str) -> None:
        """Show only the jobs of one of `GROUPS`."""
        self.beginFilterChange()
        self._states = GROUPS[name]
        self.endFilterChange()

    def show_queue(self, name: str | None) -> None:
        """Show only the jobs of one queue (empty: the main one); None shows those of all."""
        self.beginFilterChange()
        self._queue = name
        self.endFilterChange()

    def show_category(self, name: str | None) -> None:
        """Show only the jobs of one category (empty: those without one); None shows all."""
        self.beginFilterChange()
        self._category = name
        self.endFilterChange()

    def hide(self, job_ids: frozenset[JobId]) -> None:
        """Keep these jobs out of sight; an empty set shows all."""
        self.beginFilterChange()
        self._hidden = job_ids
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        if not self.is_narrowed and not self._hidden:
            return True
        job = self._jobs.job_at(source_row)
        if job.job_id in self._hidden or (self._states is not None and job.state not in self._states):
            return False
        if self._queue is not None and job.queue != self._queue:
            return False
        if self._category is not None and (job.category or "") != self._category:
            return False
        if not self._needle:
            return True
        hay = " ".join((job.name, *job.urls)).casefold()
        return all(word in hay for word in self._needle.split())

    def __repr__(self) -> str:
        return f"<JobFilter {self.rowCount()} of {self._jobs.rowCount()} jobs, search {self._needle!r}>"
