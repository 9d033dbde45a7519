"""What was just added and cannot be seen, because the list is narrowed: says so, with a button that shows it.

The rule: what a person narrowed the list to is given up when they say so, and never by itself.
"""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from headwater.model.job import JobId
from headwater_ui.models.job_model import JobModel
from headwater_ui.shell.list_page import ListPage
from headwater_ui.shell.status_strip import StatusStrip

#: A download that waits for a moment before it runs is hidden for a moment among those that run.
_SOON_MS: Final = 700


class HiddenNews(QObject):
    """`watch(job_id)`: this one was added, and is in the list."""

    def __init__(self, page: ListPage, jobs: JobModel, status: StatusStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._jobs, self._status = page, jobs, status
        self._job_id: JobId | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._tell)
        status.reveal_wanted.connect(self._reveal)
        page.table.filter.rowsInserted.connect(self._look)
        page.table.filter.modelReset.connect(self._look)
        jobs.rowsRemoved.connect(self._look)

    def watch(self, job_id: JobId) -> None:
        """Say so where it stays hidden."""
        self._job_id = job_id
        self._look()
        if self._job_id is not None:
            self._soon.start()

    def _look(self, *_: object) -> None:
        """Forget it as soon as it can be seen, or is gone."""
        if self._job_id is None:
            return
        if self._jobs.row_of(self._job_id) is None or self._page.table.filter.row_of(self._job_id) is not None:
            self._job_id = None
            self._soon.stop()
            self._status.offer_reveal(None)

    def _tell(self) -> None:
        self._status.offer_reveal(self.tr("What was added is not shown: the list is narrowed."))

    def _reveal(self) -> None:
        if self._job_id is not None:
            self._page.reveal(self._job_id)
