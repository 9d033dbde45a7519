"""Everything that shows the one job the cursor is on: sources, graph, details, preview and tuning follow it here.

Also keeps the curves of all running jobs, so that they are there when one looks.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from headwater.model.commands import (
    AskSource,
    Command,
    EnableSource,
    LimitSource,
    PinSource,
    RankSources,
    SetTuning,
)
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import FeedEvent, JobChanged, JobRemoved, JobSampled, JobSnapshot, SchedulerActed
from headwater.model.source import SourceId
from headwater.model.tuning import Tuning
from headwater_ui.bridge import Bridge
from headwater_ui.models.channel_history import ChannelHistory
from headwater_ui.models.source_model import SourceModel
from headwater_ui.preview.preview_pane import PreviewPane
from headwater_ui.widgets.channel_graph import ChannelGraph
from headwater_ui.widgets.details import DetailsPane
from headwater_ui.widgets.source_table import SourceTable
from headwater_ui.widgets.tuning_panel import TuningPanel
from headwater_ui.wording import error_sentence

#: Arrow keys held down pass many rows: look inside only where they stop.
_SETTLE_MS: Final = 120
_WIND_DOWN_MS: Final = 1500
#: Tables of numbers are read, not watched: twice a second is calm and cheap.
_TABLE_PAUSE_S: Final = 0.5
_HISTORIES: Final = 64


class JobFocus(QObject):
    """`changed(job_id or None)`: another job is looked at."""

    changed = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        *,
        sources: SourceModel,
        table: SourceTable,
        graph: ChannelGraph,
        details: DetailsPane,
        preview: PreviewPane,
        tuning: TuningPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._sources, self._table, self._graph = sources, table, graph
        self._details, self._preview, self._tuning = details, preview, tuning
        self._job: JobSnapshot | None = None
        self._histories: dict[JobId, ChannelHistory] = {}
        self._sources_due_s = self._details_due_s = 0.0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._look_inside)
        table.highlighted.connect(lambda source: graph.stress(SourceId(source) if source >= 0 else None))
        wishes = table.wishes
        wishes.enabling.connect(lambda number, on: self._wish(lambda job: EnableSource(job, SourceId(number), on)))
        wishes.pinning.connect(lambda number, on: self._wish(lambda job: PinSource(job, SourceId(number), on)))
        wishes.limiting.connect(lambda number, rate: self._wish(lambda job: LimitSource(job, SourceId(number), rate)))
        wishes.asking.connect(lambda number: self._wish(lambda job: AskSource(job, SourceId(number))))
        wishes.ranking.connect(lambda order: self._wish(lambda job: RankSources(job, tuple(map(SourceId, order)))))
        tuning.tuned.connect(self._tune)
        tuning.tried.connect(self._try)
        self._trial: asyncio.Task[None] | None = None
        self._tuned: asyncio.Task[None] | None = None

    @property
    def job(self) -> JobSnapshot | None:
        return self._job

    @property
    def name(self) -> str:
        """What the job that is looked at is called; empty while there is none."""
        return self._job.name if self._job is not None else ""

    def look_at(self, job: JobSnapshot | None) -> None:
        """Follow this job from now on."""
        before = self._job.job_id if self._job is not None else None
        self._job = job
        if before == (job.job_id if job is not None else None):
            return
        self._details.show_job(job)
        self._graph.show_history(self._history(job.job_id) if job is not None else None)
        self._settle.start()
        self.changed.emit(job.job_id if job is not None else None)

    def hear(self, events: tuple[FeedEvent, ...]) -> None:
        """One batch of the feed."""
        mine = self._job.job_id if self._job is not None else None
        now = time.monotonic()
        for event in events:
            match event:
                case JobSampled():
                    self._history(event.job_id).sample(event)
                    if event.job_id == mine:
                        self._graph.refresh()
                        if now >= self._sources_due_s:
                            self._sources_due_s = now + _TABLE_PAUSE_S
                            self._sources.show(event.sources)
                case SchedulerActed():
                    self._history(event.job_id).mark(event)
                case JobChanged(job=job) if job.job_id == mine:
                    self._follow(job, now)
                case JobRemoved():
                    self._histories.pop(event.job_id, None)
                case _:
                    continue

    def renew(self) -> None:
        """The palette changed."""
        self._graph.renew_icons()
        self._graph.refresh()

    def _follow(self, job: JobSnapshot, now: float) -> None:
        before, self._job = self._job, job
        self._follow_tuning(job.job_id)
        # A change of state is shown at once; numbers wait for their turn.
        if before is None or before.state is not job.state or before.error != job.error or now >= self._details_due_s:
            self._details_due_s = now + _TABLE_PAUSE_S
            self._details.show_job(job)
        if before is not None and before.state is not job.state:
            self._settle.start()
            # A run that ends takes a moment to close its channels: look again when it is over.
            QTimer.singleShot(_WIND_DOWN_MS, self, self._settle.start)

    def _follow_tuning(self, job_id: JobId) -> None:
        """It may have been chosen anew elsewhere; not while what was turned here is still on its way."""
        control = self._bridge.control
        if control is None or (self._tuned is not None and not self._tuned.done()):
            return
        try:
            self._tuning.follow(control.tuning(job_id))
        except HeadwaterError:
            return  # removed a moment ago: the next batch says so

    def _look_inside(self) -> None:
        job, control = self._job, self._bridge.control
        self._preview.show_job(job)
        if job is None or control is None:
            self._sources.show(())
            self._tuning.show_tuning(None)
            return
        try:
            sources = control.sources(job.job_id)
            if job.state is not JobState.RUNNING:  # what they brought last is no news: nothing comes now
                sources = tuple(replace(source, share=0.0, rate_bytes_per_s=0.0) for source in sources)
            self._sources.show(sources)
            self._tuning.show_tuning(control.tuning(job.job_id))
        except HeadwaterError:
            return  # removed a moment ago: the next batch says so

    def _history(self, job_id: JobId) -> ChannelHistory:
        if job_id not in self._histories:
            if len(self._histories) >= _HISTORIES:
                oldest = min(self._histories, key=lambda key: self._histories[key].last_s)
                del self._histories[oldest]
            self._histories[job_id] = ChannelHistory()
            if self._bridge.control is not None:
                self._recall(job_id)
        return self._histories[job_id]

    def _recall(self, job_id: JobId) -> None:
        assert self._bridge.control is not None  # asked by the caller
        try:
            acts = self._bridge.control.activity(job_id)
        except HeadwaterError:
            return  # removed a moment ago
        for act in acts:
            self._histories[job_id].mark(act)

    def _wish(self, command: Callable[[JobId], Command]) -> None:
        """A wish for a source of the job that is looked at; the table shows at once what came of it."""
        if self._job is not None:
            self._bridge.command(command(self._job.job_id), lambda _none: self._settle.start())

    def _try(self, tuning: Tuning) -> None:
        """Simulate it; what was asked before does not matter any more."""
        if self._trial is not None:
            self._trial.cancel()
        if self._job is not None:
            self._tuning.what_if.say(self.tr("Simulating…"))
            self._trial = self._bridge.spawn(self._simulate(self._job.job_id, tuning))

    async def _simulate(self, job_id: JobId, tuning: Tuning) -> None:
        try:
            now, tried = await self._bridge.what_if(job_id, tuning)
        except HeadwaterError as error:
            self._tuning.what_if.say(error_sentence(error))
            return
        if self._job is not None and self._job.job_id == job_id:
            size_bytes = self._job.size_bytes
            left_bytes = None if size_bytes is None else size_bytes - self._job.received_bytes
            self._tuning.what_if.show_curves(now, tried, left_bytes)

    def _tune(self, tuning: Tuning) -> None:
        if self._job is not None:
            self._tuned = self._bridge.command(SetTuning(self._job.job_id, tuning))
