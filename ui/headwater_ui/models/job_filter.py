"""The view of the job list that a person chose: searched, narrowed to some states, sorted.

Sorted by nothing it shows the queue's own order, the only one in which dragging a row has a meaning. A model of its own
over `JobModel`: Qt's sorting proxy asks Python twice a comparison, which takes half a second for ten thousand rows,
while here every key is made once. The rule: whatever happens, `_become` alone changes what is shown, and tells it in
removals, one rearrangement and insertions.
"""

from bisect import insort
from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, Qt

from headwater.model.job import JobId, JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.language import marked
from headwater_ui.models.job_model import Index, JobModel, runs_of
from headwater_ui.models.job_words import JobColumn, sort_key

#: Groups that the bar above the list offers, in its order; None is all.
GROUPS: Final[dict[str, frozenset[JobState] | None]] = {
    marked("GroupBar", "All"): None,
    marked("GroupBar", "Running"): frozenset({JobState.RUNNING, JobState.FINISHING}),
    marked("GroupBar", "Waiting"): frozenset({JobState.WAITING}),
    marked("GroupBar", "Paused"): frozenset({JobState.PAUSED}),
    marked("GroupBar", "Done"): frozenset({JobState.DONE}),
    marked("GroupBar", "Failed"): frozenset({JobState.FAILED}),
}


_NOWHERE: Final = QModelIndex()
_ASCENDING: Final = Qt.SortOrder.AscendingOrder
#: So many rows are put into their places one by one; more are sorted anew.
_FEW: Final = 64


class JobFilter(QAbstractTableModel):
    """Sits between `JobModel` and the table."""

    def __init__(self, model: JobModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: frozenset[JobState] | None = None
        self._words: list[str] = []
        self._queue: str | None = None
        self._category: str | None = None
        self._hidden: frozenset[JobId] = frozenset()
        self._column, self._order = -1, _ASCENDING
        self._jobs = model
        #: The model's row of each row shown.
        self._rows: list[int] = []
        self._ids: list[JobId] = []
        model.rows_changed.connect(self._follow_changes)
        model.rowsInserted.connect(self._follow_insertion)
        model.rowsAboutToBeRemoved.connect(self._prepare_removal)
        model.rowsRemoved.connect(self._follow_removal)
        model.layoutAboutToBeChanged.connect(self._prepare_rearrangement)
        model.layoutChanged.connect(self._follow_rearrangement)
        model.modelAboutToBeReset.connect(self.beginResetModel)
        model.modelReset.connect(self._follow_reset)
        self._rows = self._wanted()

    @property
    def shows_queue_order(self) -> bool:
        """Whether rows stand as in the queue, so that they may be dragged."""
        return self._column in (-1, int(JobColumn.POSITION)) and self._order is _ASCENDING

    @property
    def is_narrowed(self) -> bool:
        """Whether something is hidden by the search, the group, the queue or the category."""
        is_whole = self._states is None and self._queue is None and self._category is None
        return not is_whole or bool(self._words)

    def search(self, text: str) -> None:
        """Show only jobs whose name or links contain every word of `text`."""
        self._words = text.casefold().split()
        self._become(self._wanted())

    def show_group(self, name: str) -> None:
        """Show only the jobs of one of `GROUPS`."""
        self._states = GROUPS[name]
        self._become(self._wanted())

    def show_queue(self, name: str | None) -> None:
        """Show only the jobs of one queue (empty: the main one); None shows those of all."""
        self._queue = name
        self._become(self._wanted())

    def show_category(self, name: str | None) -> None:
        """Show only the jobs of one category (empty: those without one); None shows all."""
        self._category = name
        self._become(self._wanted())

    def hide(self, job_ids: frozenset[JobId]) -> None:
        """Keep these jobs out of sight; an empty set shows all."""
        self._hidden = job_ids
        self._become(self._wanted())

    def counts(self) -> dict[JobState, int]:
        """How many jobs are in each state, without those that are kept out of sight."""
        counts = dict(self._jobs.counts())
        for job_id in self._hidden:
            job = self._jobs.job(job_id)
            if job is not None:
                counts[job.state] -= 1
        return counts

    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        """Sort by a column's values, equals as in the queue; -1 sorts by nothing."""
        self._column, self._order = int(column), order
        self._become(self._wanted())

    def job_at(self, row: int) -> JobSnapshot:
        return self._jobs.job_at(self._rows[row])

    def queue_row(self, row: int) -> int:
        """Where the job of a row shown stands in the whole queue."""
        return self._rows[row]

    def row_of(self, job_id: JobId) -> int | None:
        """The row that shows a job; None where it is out of sight."""
        row = self._jobs.row_of(job_id)
        return self._rows.index(row) if row in self._rows else None

    def __repr__(self) -> str:
        return f"<JobFilter {len(self._rows)} of {self._jobs.rowCount()} jobs, search {self._words}>"

    # ------------------------------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return self._jobs.columnCount(parent)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        return self._jobs.headerData(section, orientation, role)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        return self._jobs.cell(self._rows[index.row()], index.column(), role) if index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._jobs.flags(index)

    def mimeTypes(self) -> list[str]:
        return self._jobs.mimeTypes()

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return self._jobs.mimeData([self._jobs.index(self._rows[index.row()], index.column()) for index in indexes])

    # ------------------------------------------------------------------------------------------ what is shown

    def _accepts(self, job: JobSnapshot) -> bool:
        if job.job_id in self._hidden or (self._states is not None and job.state not in self._states):
            return False
        if self._queue is not None and job.queue != self._queue:
            return False
        if self._category is not None and (job.category or "") != self._category:
            return False
        if not self._words:
            return True
        hay = " ".join((job.name, *job.urls)).casefold()
        return all(word in hay for word in self._words)

    def _key(self, row: int) -> tuple[Any, int]:
        """By which rows are put into ascending order; a descending one is that list from its end, equals turned."""
        if self._column in (-1, JobColumn.POSITION):
            return 0, row
        return sort_key(self._jobs.job_at(row), self._column), row if self._order is _ASCENDING else -row

    def _wanted(self) -> list[int]:
        jobs = self._jobs.jobs()
        if self.is_narrowed or self._hidden:
            rows = [row for row, job in enumerate(jobs) if self._accepts(job)]
        else:
            rows = list(range(len(jobs)))
        if self._column not in (-1, JobColumn.POSITION):
            rows.sort(key=self._key)
        return rows if self._order is _ASCENDING else rows[::-1]

    def _wanted_after(self, changed: Collection[int]) -> list[int]:
        """As `_wanted`, where only these rows of the model may have another place than they had."""
        if len(changed) > _FEW:
            return self._wanted()
        rows = [row for row in self._rows if row not in changed]
        if self._order is not _ASCENDING:
            rows.reverse()
        for row in changed:
            if self._accepts(self._jobs.job_at(row)):
                insort(rows, row, key=self._key)
        return rows if self._order is _ASCENDING else rows[::-1]

    def _is_in_place(self, row: int) -> bool:
        """Whether a row of the model is shown between those it belongs between, or rightly not shown."""
        is_shown = row in self._rows
        if is_shown is not self._accepts(self._jobs.job_at(row)):
            return False
        if not is_shown:
            return True
        place = self._rows.index(row)
        keys = [self._key(near) for near in self._rows[max(0, place - 1) : place + 2]]
        return keys == sorted(keys, reverse=self._order is not _ASCENDING)

    def _become(self, wanted: list[int]) -> None:
        """Show these rows of the model, in this order; selections stay with their jobs."""
        if wanted == self._rows:
            return
        kept = set(wanted)
        gone = [place for place, row in enumerate(self._rows) if row not in kept]
        for first, last in reversed(list(runs_of(gone))):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        there = set(self._rows)
        staying = [row for row in wanted if row in there]
        if staying != self._rows:
            self.layoutAboutToBeChanged.emit()
            before, self._rows = self._rows, staying
            self._move_indexes(before, staying)
            self.layoutChanged.emit()
        new = [place for place, row in enumerate(wanted) if row not in there]
        for first, last in runs_of(new):
            self.beginInsertRows(_NOWHERE, first, last)
            self._rows[first:first] = wanted[first : last + 1]
            self.endInsertRows()

    def _move_indexes(self, before: Sequence[Hashable], after: Iterable[Hashable]) -> None:
        """Let Qt's persistent indexes follow the rows, which are told by a name each."""
        places = {name: place for place, name in enumerate(after)}
        indexes = self.persistentIndexList()
        moved = [self.index(places[before[index.row()]], index.column()) for index in indexes]
        self.changePersistentIndexList(indexes, moved)

    # ------------------------------------------------------------------------------------------ following the model

    def _follow_changes(self, rows: list[int]) -> None:
        places, changed = rows, set(rows)
        if self.is_narrowed or self._hidden or not self.shows_queue_order:
            if len(rows) > _FEW or not all(map(self._is_in_place, rows)):
                self._become(self._wanted_after(changed))
            places = [place for place, row in enumerate(self._rows) if row in changed]
        for first, last in runs_of(places):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _follow_insertion(self, _parent: QModelIndex, first: int, last: int) -> None:
        count = last - first + 1
        self._rows = [row + count if row >= first else row for row in self._rows]
        self._become(self._wanted_after(range(first, last + 1)))

    def _prepare_removal(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._become([row for row in self._rows if not first <= row <= last])

    def _follow_removal(self, _parent: QModelIndex, first: int, last: int) -> None:
        count = last - first + 1
        self._rows = [row - count if row > last else row for row in self._rows]

    def _prepare_rearrangement(self) -> None:
        self.layoutAboutToBeChanged.emit()
        self._ids = [self._jobs.job_at(row).job_id for row in self._rows]

    def _follow_rearrangement(self) -> None:
        self._rows = self._wanted()
        self._move_indexes(self._ids, (self._jobs.job_at(row).job_id for row in self._rows))
        self.layoutChanged.emit()

    def _follow_reset(self) -> None:
        self._rows = self._wanted()
        self.endResetModel()
