"""Removing jobs in a way that can be taken back: rows go at once, the command follows when nobody wanted them again.

Running ones are held meanwhile: paused for as long as this process lives. A window that is killed in between has
removed nothing, and they go on at the next start; one that is closed has.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from headwater.model.commands import PauseJobs, RemoveJobs, ResumeJobs
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.wording import count_words

#: How long a removal can be taken back.
GRACE_MS: Final = 10_000

_AT_WORK: Final = frozenset({JobState.RUNNING, JobState.WAITING, JobState.FINISHING})


@dataclass(frozen=True, slots=True)
class _Pending:
    job_ids: tuple[JobId, ...]
    delete_data: bool
    paused: tuple[JobId, ...]
    words: str


class Removals(QObject):
    """`hide(job_ids)` takes rows out of sight, an empty set shows all. `changed()`: what can be undone is another."""

    changed = Signal()

    def __init__(self, bridge: Bridge, hide: Callable[[frozenset[JobId]], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._hide = bridge, hide
        self._pending: _Pending | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GRACE_MS)
        self._timer.timeout.connect(self.carry_out)

    @property
    def words(self) -> str | None:
        """What can be undone, None when nothing can."""
        return None if self._pending is None else self._pending.words

    def remove(self, jobs: Sequence[JobSnapshot], *, delete_data: bool) -> None:
        """Remove jobs; what was removed before is gone for good."""
        going = frozenset[JobId]() if self._pending is None else frozenset(self._pending.job_ids)
        self.carry_out()
        jobs = [job for job in jobs if job.job_id not in going]
        if not jobs:
            return
        what = f"“{jobs[0].name}”" if len(jobs) == 1 else count_words(len(jobs), "download")
        paused = tuple(job.job_id for job in jobs if job.state in _AT_WORK)
        if paused:
            self._bridge.command(PauseJobs(paused, is_lasting=False))
        self._pending = _Pending(
            tuple(job.job_id for job in jobs), delete_data, paused, self.tr("Removed {what}.").format(what=what)
        )
        # Those before stay out of sight until the feed takes them away.
        self._hide(going.union(self._pending.job_ids))
        self._timer.start()
        self.changed.emit()

    def undo(self) -> None:
        """Everything is as it was."""
        pending = self._end()
        if pending is not None and pending.paused:
            self._bridge.command(ResumeJobs(pending.paused))

    def carry_out(self) -> None:
        """Nobody wants them again: remove them now."""
        # The rows stay out of sight until the feed takes them away.
        pending = self._end(show=False)
        if pending is not None:
            self._bridge.command(RemoveJobs(pending.job_ids, pending.delete_data, to_trash=pending.delete_data))

    def _end(self, *, show: bool = True) -> _Pending | None:
        pending, self._pending = self._pending, None
        self._timer.stop()
        if pending is not None:
            if show:
                self._hide(frozenset())
            self.changed.emit()
        return pending
