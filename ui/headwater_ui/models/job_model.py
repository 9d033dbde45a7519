"""The job list as a Qt model: adapts `JobSnapshot`s of the feed, row = position in the queue.

It applies a whole batch of feed events at once and tells views only what changed, in runs of neighbouring rows; it is
never reset after the first load. Nothing here asks the control interface or decides anything.
"""

from collections.abc import Iterable, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from headwater.model.job import JobId, JobState
from headwater.model.snapshots import (
    FeedEvent,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobSnapshot,
    QueueReordered,
)
from headwater_ui.models.job_words import TITLES, JobColumn, cell_text, tool_tip
from headwater_ui.wording import job_sentence

Index: TypeAlias = QModelIndex | QPersistentModelIndex

SNAPSHOT_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
JOBS_MIME: Final = "application/x-headwater-jobs"


_RIGHT: Final = {JobColumn.SIZE, JobColumn.SPEED, JobColumn.ETA, JobColumn.SOURCES, JobColumn.POSITION}
_NOWHERE: Final = QModelIndex()
_COLUMNS: Final = len(JobColumn)
_ALIGN_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ALIGN_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
#: Joined once: Qt asks for them some hundred thousand times when a long list is selected.
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


class JobModel(QAbstractTableModel):
    """All jobs in queue order. Feed it with `load` once and with `apply` for every batch.

    `rows_changed(rows)`: all rows that one batch changed, in ascending order, before `dataChanged` tells of them in
    runs. Who sorts needs to know of all of them at once.
    """

    rows_changed = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[JobSnapshot] = []
        self._rows: dict[JobId, int] = {}
        self._counts: dict[JobState, int] = dict.fromkeys(JobState, 0)

    def load(self, jobs: Sequence[JobSnapshot]) -> None:
        """Take the list that `Api.jobs` gave; anything shown before is gone."""
        self.beginResetModel()
        self._jobs = list(jobs)
        self._counts = dict.fromkeys(JobState, 0)
        for job in self._jobs:
            self._counts[job.state] += 1
        self._renumber(0)
        self.endResetModel()

    def apply(self, events: Iterable[FeedEvent]) -> None:
        """Take one batch of feed events, in order."""
        changed: set[int] = set()
        added: list[JobSnapshot] = []
        removed: set[JobId] = set()
        for event in events:
            match event:
                case JobChanged(job=job) | JobAdded(job=job) if job.job_id in self._rows:
                    changed.add(self._replace(job))
                case JobAdded(job=job) | JobChanged(job=job):
                    added.append(job)
                case JobRemoved(job_id=job_id):
                    removed.add(job_id)
                case QueueReordered(order=order):
                    self._tell_changes(changed)
                    changed.clear()
                    self._insert(added, removed)
                    added, removed = [], set()
                    self._reorder(order)
                case _:
                    continue
        self._tell_changes(changed)
        self._insert(added, removed)

    def job_at(self, row: int) -> JobSnapshot:
        return self._jobs[row]

    def job(self, job_id: JobId) -> JobSnapshot | None:
        row = self._rows.get(job_id)
        return None if row is None else self._jobs[row]

    def row_of(self, job_id: JobId) -> int | None:
        return self._rows.get(job_id)

    def jobs(self) -> Sequence[JobSnapshot]:
        """All jobs in queue order; do not keep."""
        return self._jobs

    def counts(self) -> dict[JobState, int]:
        """How many jobs are in each state."""
        return self._counts

    def __repr__(self) -> str:
        return f"<JobModel {len(self._jobs)} jobs>"

    # ------------------------------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._jobs)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else _COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr(TITLES[JobColumn(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_RIGHT if section in _RIGHT else _ALIGN_LEFT
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        return self.cell(index.row(), index.column(), role) if index.isValid() else None

    def cell(self, row: int, column: int, role: int) -> object:
        """What `data` says of a cell, for who needs no index of Qt's."""
        job = self._jobs[row]
        if role == SNAPSHOT_ROLE:
            return job
        if role == Qt.ItemDataRole.DisplayRole:
            # The row is the place in the queue; snapshots of jobs that did not change tell an old one.
            return str(row + 1) if column == JobColumn.POSITION else cell_text(job, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_RIGHT if column in _RIGHT else _ALIGN_LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(job, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return job_sentence(job) if column == JobColumn.NAME else cell_text(job, column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _FLAGS

    def mimeTypes(self) -> list[str]:
        return [JOBS_MIME, "text/uri-list", "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged jobs: their ids for this list, their links for other programs."""
        jobs = [self._jobs[row] for row in sorted({index.row() for index in indexes})]
        mime = QMimeData()
        mime.setData(JOBS_MIME, QByteArray("\n".join(job.job_id for job in jobs).encode()))
        mime.setText("\n".join(job.urls[0] for job in jobs if job.urls))
        return mime

    # ------------------------------------------------------------------------------------------ changes

    def _replace(self, job: JobSnapshot) -> int:
        row = self._rows[job.job_id]
        before = self._jobs[row]
        if before.state is not job.state:
            self._counts[before.state] -= 1
            self._counts[job.state] += 1
        self._jobs[row] = job
        return row

    def _tell_changes(self, rows: set[int]) -> None:
        ordered = sorted(rows)
        if ordered:
            self.rows_changed.emit(ordered)
        for first, last in runs_of(ordered):
            self.dataChanged.emit(self.index(first, 0), self.index(last, _COLUMNS - 1))

    def _insert(self, added: list[JobSnapshot], removed: set[JobId]) -> None:
        """Rows that go, then rows that come: each new job at the position it names, or last."""
        gone = sorted(self._rows[job_id] for job_id in removed if job_id in self._rows)
        for first, last in reversed(list(runs_of(gone))):
            self.beginRemoveRows(_NOWHERE, first, last)
            for job in self._jobs[first : last + 1]:
                del self._rows[job.job_id]
                self._counts[job.state] -= 1
            del self._jobs[first : last + 1]
            self._renumber(first)
            self.endRemoveRows()
        fresh = {job.job_id: job for job in added if job.job_id not in removed}
        ordered = sorted(fresh.values(), key=lambda job: job.position)
        at = 0
        while at < len(ordered):
            row = min(ordered[at].position, len(self._jobs))
            end = at + 1
            while end < len(ordered) and min(ordered[end].position, len(self._jobs) + end - at) == row + end - at:
                end += 1
            self.beginInsertRows(_NOWHERE, row, row + end - at - 1)
            self._jobs[row:row] = ordered[at:end]
            for job in ordered[at:end]:
                self._counts[job.state] += 1
            self._renumber(row)
            self.endInsertRows()
            at = end

    def _reorder(self, order: tuple[JobId, ...]) -> None:
        """Move rows so that they follow `order`; selections and the current row stay with their jobs."""
        wanted = {job_id: place for place, job_id in enumerate(order)}
        moved = sorted(self._jobs, key=lambda job: wanted.get(job.job_id, len(order)))
        if all(a is b for a, b in zip(moved, self._jobs, strict=True)):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._jobs[index.row()].job_id for index in before]
        self._jobs = moved
        self._renumber(0)
        after = [self.index(self._rows[job_id], index.column()) for job_id, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _renumber(self, first: int) -> None:
        if first == 0:
            self._rows = {job.job_id: row for row, job in enumerate(self._jobs)}
        else:
            for row in range(first, len(self._jobs)):
                self._rows[self._jobs[row].job_id] = row


def runs_of(rows: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Neighbouring rows as (first, last); `rows` in ascending order."""
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i] != rows[i - 1] + 1:
            yield rows[start], rows[i - 1]
            start = i
