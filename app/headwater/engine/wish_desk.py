"""What a person wishes of jobs on the list and of single sources, carried out: places, limits, queues, categories.

Each wish is written into the job's spec, where all that decides reads it; nothing here decides what follows. The rule:
when a command returns, the wish is on the disk, and a job that runs acts upon it within one interval.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from headwater.engine.categories import category_named
from headwater.engine.job import Job
from headwater.engine.queue_plan import MAIN
from headwater.engine.roster import Roster
from headwater.engine.services import Services
from headwater.model.arrangement import CATEGORY_NAME, require_name
from headwater.model.commands import (
    AskSource,
    EnableSource,
    LimitSource,
    PinSource,
    RankSources,
    SetAfterJob,
    SetCategory,
    SetPriority,
    SetQueue,
)
from headwater.model.errors import UserError
from headwater.model.job import JobId, JobState
from headwater.model.source import SourceId, SourceSpec
from headwater.model.wording import say

SourceWish: TypeAlias = EnableSource | RankSources | PinSource | LimitSource | AskSource
ListWish: TypeAlias = SetPriority | SetQueue | SetCategory | SetAfterJob


class WishDesk:
    """One engine's wishes. Every method raises `UserError`, `LocalError`."""

    def __init__(self, roster: Roster, services: Services) -> None:
        self._roster = roster
        self._services = services

    async def execute(self, wish: SourceWish | ListWish) -> None:
        """Carry out a wish."""
        match wish:
            case RankSources(job_id, source_ids):
                places = {number: place for place, number in enumerate(source_ids, start=1)}
                job = self._roster.job(job_id)
                for number in source_ids:
                    _require(job, number)
                await self._change_sources(job, lambda number, source: replace(source, place=places.get(number)))
            case EnableSource(job_id, source_id, enabled):
                await self._change_source(job_id, source_id, enabled=enabled)
            case PinSource(job_id, source_id, pinned):
                await self._change_source(job_id, source_id, pinned=pinned)
            case LimitSource(job_id, source_id, rate_bytes_per_s):
                if rate_bytes_per_s is not None and not 0 < rate_bytes_per_s < float("inf"):
                    raise UserError("A limit must be more than 0 bytes per second")
                await self._change_source(job_id, source_id, rate_limit_bytes_per_s=rate_bytes_per_s)
            case AskSource(job_id, source_id):
                await self._ask_again(self._roster.job(job_id), source_id)
            case SetPriority(job_ids, priority):
                await self._change_options(job_ids, priority=priority)
                self._roster.pump()
            case SetQueue(job_ids, queue):
                await self._move_to_queue(job_ids, queue)
            case SetCategory(job_ids, category):
                await self._set_category(job_ids, category)
            case SetAfterJob(job_ids, after):
                await self._change_options(job_ids, after=after)

    # ---- sources -----------------------------------------------------------------------------------------

    async def _change_source(self, job_id: JobId, source_id: SourceId, **changes: Any) -> None:
        job = self._roster.job(job_id)
        _require(job, source_id)
        await self._change_sources(
            job, lambda number, source: replace(source, **changes) if number == source_id else source
        )

    async def _change_sources(self, job: Job, change: Callable[[SourceId, SourceSpec], SourceSpec]) -> None:
        sources = tuple(change(number, source) for number, source in job.sources.items())
        job.update(spec=replace(job.record.spec, sources=sources))
        driver = self._roster.driver(job.job_id)
        if driver is not None:
            driver.sources_changed()
        await self._save((job,))

    async def _ask_again(self, job: Job, source_id: SourceId) -> None:
        source = _require(job, source_id)
        if not source.enabled:
            await self._change_source(job.job_id, source_id, enabled=True)
        driver = self._roster.driver(job.job_id)
        if driver is not None:
            driver.ask_again(source_id)
        elif job.state is JobState.FAILED:
            self._roster.resume(job)
        await self._save((job,))

    # ---- jobs on the list --------------------------------------------------------------------------------

    async def _change_options(self, job_ids: Iterable[JobId], **changes: Any) -> list[Job]:
        jobs = [self._roster.job(job_id) for job_id in job_ids]
        for job in jobs:
            spec = job.record.spec
            job.update(spec=replace(spec, options=replace(spec.options, **changes)))
        await self._save(jobs)
        return jobs

    async def _move_to_queue(self, job_ids: Iterable[JobId], queue: str) -> None:
        if queue != MAIN and all(known.name != queue for known in self._services.settings.queues):
            raise UserError(say("There is no queue called “{queue}”", queue=queue))
        for job in await self._change_options(job_ids, queue=queue):
            self._roster.keep_in_queue(job)
        self._roster.pump()

    async def _set_category(self, job_ids: Iterable[JobId], name: str | None) -> None:
        if name is not None:
            require_name(name, CATEGORY_NAME)
        settings = self._services.settings
        category = category_named(settings.categories, name)
        before = {job_id: self._roster.job(job_id).record.spec.options.category for job_id in job_ids}
        for job in await self._change_options(before, category=name):
            has_begun = job.record.part_path is not None or self._roster.driver(job.job_id) is not None
            if category is None or has_begun or job.state is JobState.DONE:
                continue
            former = category_named(settings.categories, before[job.job_id])
            folder = category.folder
            if folder is None and former is not None and former.folder == job.record.spec.folder:
                folder = settings.download_folder  # that of its former category was no choice for it alone
            if folder is not None:
                job.update(spec=replace(job.record.spec, folder=folder))
                await self._save((job,))

    async def _save(self, jobs: Iterable[Job]) -> None:
        for job in jobs:
            self._services.observer.job_touched(job.job_id)
        await self._services.keeper.save_all(jobs)


def _require(job: Job, source_id: SourceId) -> SourceSpec:
    source = job.sources.get(source_id)
    if source is None:
        raise UserError(say("The job has no source number {source_id}", source_id=source_id))
    return source
