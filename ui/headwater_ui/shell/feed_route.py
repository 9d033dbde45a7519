"""The way of the feed through a `MainWindow`: models first, then what follows the cursor, then sums over all jobs.

It passes on and never asks for more than it was told, but for the list when the engine comes, and for the names of
sources that the log tells of.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import FeedEvent, JobAdded, JobRemoved, SchedulerActed
from headwater.model.source import SourceId
from headwater_ui.bridge import Bridge
from headwater_ui.shell.state_speech import hear_states
from headwater_ui.shell.view_state import ViewState

if TYPE_CHECKING:
    from headwater_ui.shell.main_window import MainWindow

_STATUS_MS: Final = 250


class FeedRoute(QObject):
    """Lives as long as the window; `begin` when the engine is there."""

    def __init__(self, window: "MainWindow", bridge: Bridge, view: ViewState) -> None:
        super().__init__(window)
        self._window, self._bridge, self._view = window, bridge, view
        # The strip tells sums over all jobs: a few times a second is enough, whatever the feed does.
        self.status_timer = QTimer(self)
        self.status_timer.setSingleShot(True)
        self.status_timer.setInterval(_STATUS_MS)
        self.status_timer.timeout.connect(self.tell_status)
        bridge.batch.connect(self._hear)
        window.table.picked.connect(self._picked)
        self._picked()

    def begin(self) -> None:
        """Show the engine's list, with the cursor where it was."""
        assert self._bridge.control is not None  # its signal called
        jobs = self._window.jobs
        jobs.load(self._bridge.control.jobs())
        self._window.table.awaits_list = False
        self._window.table.viewport().update()
        for job in jobs.jobs():
            if job.state is JobState.RUNNING:
                self._log(self._bridge.control.activity(job.job_id))
        chosen = self._view.get("current_job")
        self._select_first(JobId(chosen) if isinstance(chosen, str) else None)

    def tell_status(self) -> None:
        """Tell strip, groups and desktop what all jobs do together, and which actions are possible."""
        window = self._window
        running = [job for job in window.jobs.jobs() if job.state is JobState.RUNNING]
        counts = window.table.filter.counts()
        window.status.show_queue(counts, running)
        window.presence.show_running(running)
        window.page.groups.show_counts(counts)
        window.actions_by_name.enable(window.commands.allowed() | window.commands.allowed_for_all(counts))

    def _hear(self, events: tuple[FeedEvent, ...]) -> None:
        window, jobs = self._window, self._window.jobs
        window.presence.hear(events, jobs)
        current = window.table.current_job()
        hear_states(events, jobs, current.job_id if current is not None else None, window.table)
        was_empty = jobs.rowCount() == 0
        jobs.apply(events)
        self._log([event for event in events if isinstance(event, SchedulerActed)])
        window.panes.focus.hear(events)
        window.adding.select_awaited()
        for event in events:
            if isinstance(event, JobRemoved):
                window.maps.forget(event.job_id)
        # Qt puts the cursor on the first row that comes, and selects nothing.
        added = any(isinstance(event, JobAdded) for event in events)
        if was_empty or (added and window.table.current_job() is None):
            self._select_first(None)
        if not self.status_timer.isActive():
            self.status_timer.start()

    def _select_first(self, job_id: JobId | None) -> None:
        jobs, table = self._window.jobs, self._window.table
        if job_id is not None and jobs.row_of(job_id) is not None:
            table.select_job(job_id)
        elif jobs.rowCount():
            running = next((job for job in jobs.jobs() if job.state is JobState.RUNNING), jobs.job_at(0))
            table.select_job(running.job_id)

    def _picked(self) -> None:
        job = self._window.table.current_job()
        self._window.panes.focus.look_at(job)
        self._window.actions_by_name.enable(self._window.commands.allowed())
        if job is not None:
            self._view.put("current_job", job.job_id)

    def _job_name(self, job_id: JobId) -> str:
        job = self._window.jobs.job(job_id)
        return job.name if job is not None else ""

    def _log(self, acts: Sequence[SchedulerActed]) -> None:
        """Tell what was done, with the names of what it was done to: a colour alone names no source."""
        hosts: dict[JobId, dict[SourceId, str]] = {}

        def source_name(job_id: JobId, source_id: SourceId) -> str:
            if job_id not in hosts:
                hosts[job_id] = self._hosts(job_id)
            return hosts[job_id].get(source_id, "")

        self._window.panes.activity.append(acts, self._job_name, source_name)

    def _hosts(self, job_id: JobId) -> dict[SourceId, str]:
        if self._bridge.control is None:
            return {}
        try:
            return {source.source_id: source.host for source in self._bridge.control.sources(job_id)}
        except HeadwaterError:
            return {}  # removed a moment ago
