"""Carries commands out upon the roster: one function a command.

What a command means for a job that runs, rests or is done is written here; how a job runs is not. The rule: when a
command returns, what it changed in the list is on the disk.
"""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from headwater.discovery.wrapping import unwrap_mirrors
from headwater.engine.agreement import with_inherited
from headwater.engine.categories import categorized
from headwater.engine.destination import chosen_name
from headwater.engine.discarding import discard
from headwater.engine.integrity_check import check_again
from headwater.engine.job import Job, JobRecord, Owner, numbered_urls
from headwater.engine.option_desk import set_options
from headwater.engine.roster import Roster
from headwater.engine.services import Services
from headwater.engine.wish_desk import WishDesk
from headwater.model.commands import (
    AddJob,
    Command,
    MoveJobs,
    PauseJobs,
    RemoveJobs,
    ResumeJobs,
    SetLimit,
    SetOptions,
    SetOrder,
    SetSlowMode,
    SetSources,
    SetTuning,
    StopEndAction,
    VerifyJob,
)
from headwater.model.errors import UserError
from headwater.model.events import OrderChanged, TuningChanged
from headwater.model.job import JobId, JobOptions, JobSpec, JobState
from headwater.model.source import SourceSpec
from headwater.model.wording import say


class CommandDesk:
    """One engine's commands; `owner` is whose list new jobs go to."""

    def __init__(self, roster: Roster, services: Services, owner: Owner) -> None:
        self._roster = roster
        self._services = services
        self._owner = owner
        self._wishes = WishDesk(roster, services)

    async def execute(self, command: Command) -> JobId | None:
        """Carry out a command upon jobs; those upon settings (`SetSlowMode`, `SetLimit` for all) are the engine's.

        Raises `UserError`, `LocalError`.
        """
        if isinstance(command, SetSlowMode | StopEndAction):
            raise RuntimeError(f"{command!r} concerns no job")
        match command:
            case AddJob(spec, job_id):
                return await self._add(spec, job_id)
            case PauseJobs(job_ids, is_lasting):
                await self._pause(self._all(job_ids), is_lasting=is_lasting)
            case ResumeJobs(job_ids):
                await self._resume(self._all(job_ids))
            case RemoveJobs(job_ids, delete_data, to_trash):
                for job in self._all(job_ids):
                    await self._remove(job, delete_data=delete_data, to_trash=to_trash)
            case MoveJobs(job_ids, place, index):
                if self._roster.queue.move(job_ids, place, index):
                    self._services.observer.queue_reordered()
                    await self._services.keeper.save_order(self._roster.queue.order)
            case SetSources(job_id, sources):
                await self._set_sources(self._roster.job(job_id), sources)
            case SetOptions() | SetTuning() | SetOrder() | SetLimit():
                await self._set_option(command)
            case VerifyJob(job_id):
                await check_again(self._roster.job(job_id), self._roster.driver(job_id), self._services)
            case _:
                await self._wishes.execute(command)
        return None

    def _all(self, job_ids: Iterable[JobId]) -> list[Job]:
        return [self._roster.job(job_id) for job_id in job_ids]

    async def _add(self, spec: JobSpec, wanted_id: JobId | None) -> JobId:
        sources = unwrap_mirrors(_distinct(spec.sources))
        if not sources:
            raise UserError("A job needs at least one source")
        if wanted_id is not None and self._roster.find(wanted_id) is not None:
            raise UserError(say("The number {number} is taken by another job", number=wanted_id))
        spec = replace(spec, sources=sources, folder=spec.folder.expanduser().absolute(), name=chosen_name(spec))
        spec = categorized(spec, spec.name, self._services.settings)
        record = JobRecord(
            spec,
            added_at=self._services.clock.unix_s(),
            urls=tuple(source.url for source in sources),
            name=spec.name,
            part_path=spec.options.mend,
            size_bytes=spec.options.size_bytes,
        )
        state = JobState.PAUSED if spec.options.start_paused else JobState.WAITING
        job = Job(wanted_id or JobId(secrets.token_hex(8)), self._owner, state, record)
        await self._services.keeper.save(job)
        self._roster.take(job)
        self._roster.pump()
        return job.job_id

    async def _pause(self, jobs: list[Job], *, is_lasting: bool) -> None:
        stopped = [
            job
            for job in jobs
            if job.state not in (JobState.DONE, JobState.FAILED, JobState.PAUSED) or (is_lasting and job.is_held)
        ]
        for job in stopped:
            job.is_held = not is_lasting
        # Those that wait first: else each place that becomes free would be given to one of them for a moment.
        for job in sorted(stopped, key=lambda job: job.state is not JobState.WAITING):
            await self._roster.stop(job, JobState.PAUSED)
        await self._services.keeper.save_all(stopped)

    async def _resume(self, jobs: list[Job]) -> None:
        for job in jobs:
            if job.owner is not self._owner and not await self._services.keeper.has(job.job_id):
                self._roster.drop(job)
                raise UserError(say("{name} was finished or removed in the terminal", name=job.display_name))
            job.owner = self._owner
            self._roster.resume(job)
        await self._services.keeper.save_all(jobs)

    async def _remove(self, job: Job, *, delete_data: bool, to_trash: bool) -> None:
        await self._roster.stop(job, JobState.PAUSED)
        self._roster.drop(job)
        await self._services.keeper.remove(job)
        await self._services.journal.forget(job.job_id)
        path = job.record.path if job.state is JobState.DONE else job.record.part_path
        if delete_data and path is not None:
            await self._services.disk.run(0, discard, path, to_trash=to_trash)

    async def _set_sources(self, job: Job, wanted: tuple[SourceSpec, ...]) -> None:
        sources = unwrap_mirrors(_distinct(wanted))
        if not sources:
            raise UserError("A job needs at least one source")
        before = {source.url for source in job.record.spec.sources}
        urls = numbered_urls(job.record.urls, sources)
        job.update(spec=replace(job.record.spec, sources=sources), urls=urls)
        job.update(validators=with_inherited(job.record.validators, urls))
        driver = self._roster.driver(job.job_id)
        if driver is not None:
            driver.sources_changed()
        elif job.state is JobState.FAILED and any(source.url not in before for source in sources):
            self._roster.resume(job)
        await self._save(job)

    async def _set_option(self, command: SetOptions | SetTuning | SetOrder | SetLimit) -> None:
        if command.job_id is None:
            raise RuntimeError("a limit on all jobs is a setting")
        job = self._roster.job(command.job_id)
        driver = self._roster.driver(command.job_id)
        options = job.record.spec.options
        match command:
            case SetOptions():
                await set_options(job, command, self._roster, self._services)
            case SetTuning(_, tuning):
                _set(job, replace(options, tuning=tuning))
                if driver is not None:
                    driver.tell(TuningChanged(tuning))
            case SetOrder(_, order):
                _set(job, replace(options, order=order))
                if driver is not None:
                    driver.tell(OrderChanged(order))
            case SetLimit(_, rate_bytes_per_s):
                if rate_bytes_per_s is not None and rate_bytes_per_s <= 0:
                    raise UserError("A limit must be more than 0 bytes per second")
                _set(job, replace(options, rate_limit_bytes_per_s=rate_bytes_per_s))
                if driver is not None:
                    driver.limits_changed()
        await self._save(job)

    async def _save(self, job: Job) -> None:
        self._services.observer.job_touched(job.job_id)
        await self._services.keeper.save(job)


def _set(job: Job, options: JobOptions) -> None:
    job.update(spec=replace(job.record.spec, options=options))


def _distinct(sources: Iterable[SourceSpec]) -> tuple[SourceSpec, ...]:
    """Each URL once, where it stood first. Raises `UserError` for one that is no address, like `http://[::1`."""
    by_url: dict[str, SourceSpec] = {}
    for source in sources:
        try:
            urlsplit(source.url)
        except ValueError as error:
            raise UserError(say("The address is not valid: {reason}.", reason=error)) from error
        by_url.setdefault(source.url, source)
    return tuple(by_url.values())
