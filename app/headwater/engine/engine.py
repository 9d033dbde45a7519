"""The engine: opens a profile, runs its jobs, answers what stands where.

Only `control.api` uses it. Here parts are put together and taken apart in the right order; what they do is written in
them. The rule: after `close` nothing runs, and everything that came is on the disk.
"""

import asyncio
from collections.abc import Container, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from headwater.channels.keyring_store import KeyringStore
from headwater.content.deliveries import Deliveries
from headwater.content.own_tree import kept_pieces
from headwater.engine.catalog import Catalog
from headwater.engine.channel_settings import way_out
from headwater.engine.clock import SystemClock
from headwater.engine.command_desk import CommandDesk
from headwater.engine.job import Job, Owner
from headwater.engine.job_stream import JobStream
from headwater.engine.lease import Lease
from headwater.engine.limit_keeper import LimitKeeper
from headwater.engine.link_passwords import LinkPasswords
from headwater.engine.network_watch import NetworkWatch
from headwater.engine.observer import Observer
from headwater.engine.opened_profile import open_profile
from headwater.engine.profile import Profile
from headwater.engine.restoring import find_unfinished, job_for_terminal, job_for_window, recall_bytes
from headwater.engine.roster import Roster
from headwater.engine.services import Services
from headwater.engine.settings import Settings, SettingsFile
from headwater.engine.snapshots import channel_snapshots, job_snapshot, progress_map, resting_sources, source_snapshots
from headwater.engine.traffic import Traffic
from headwater.model.commands import AddJob, Command, SetLimit, SetSlowMode, SetSources, StopEndAction
from headwater.model.job import JobId, JobSpec, JobState, PieceHashes
from headwater.model.ports import Clock
from headwater.model.snapshots import (
    ChannelSnapshot,
    JobSnapshot,
    ProgressMap,
    RankingView,
    SchedulerActed,
    SourceSnapshot,
)
from headwater.model.spans import Span
from headwater.model.tuning import Tuning

if TYPE_CHECKING:  # what a run in a terminal does without is imported when it is first needed
    from headwater.engine.adoption import Adoption
    from headwater.engine.prober import Prober
    from headwater.engine.sequels import Sequels
    from headwater.engine.system_actions import System
    from headwater.model.probe import FileAsked, Twin


class Engine:
    """Open with `Engine.open`, close with `close`; everything on one loop's thread."""

    def __init__(
        self,
        profile: Profile,
        services: Services,
        catalog: Catalog,
        settings_file: SettingsFile,
        owner: Owner,
        *,
        keyring: KeyringStore,
    ) -> None:
        """Use `open`."""
        self.profile = profile
        self.keyring = keyring
        self._services = services
        self._catalog = catalog
        self._settings_file = settings_file
        self.connectors = services.connectors
        self._roster = Roster(services)
        self._desk = CommandDesk(self._roster, services, owner)
        self._sequels: Sequels | None = None
        self._owner = owner
        self._limit_keeper = LimitKeeper(
            services.limits,
            services.clock,
            lambda: services.settings,
            self._limits_changed,
            is_metered=lambda: services.outlook.is_metered,
        )
        self._link_passwords = LinkPasswords(keyring)
        self._complaints: list[str] = []
        self._closing = AsyncExitStack()

    @classmethod
    async def open(
        cls,
        profile: Profile,
        observer: Observer,
        *,
        owner: Owner = Owner.WINDOW,
        clock: Clock | None = None,
        network: NetworkWatch | None = None,
        system: "System | None" = None,
    ) -> "Engine":
        """Start on a profile; WINDOW takes up the whole list. Raises `LocalError`."""
        async with AsyncExitStack() as stack:
            opened = await open_profile(stack, profile, observer, clock or SystemClock(), network or NetworkWatch())
            services = opened.services
            engine = cls(profile, services, opened.catalog, opened.settings_file, owner, keyring=opened.keyring)
            engine._limit_keeper.refresh()
            stack.callback(engine._limit_keeper.close)
            stack.push_async_callback(engine._link_passwords.close)
            services.network.start(engine._network_changed)
            stack.push_async_callback(services.network.close)
            services.outlook.start(engine._rankings_changed, engine._meter_changed)
            stack.push_async_callback(services.outlook.close)
            if owner is Owner.WINDOW:
                from headwater.engine.sequels import Sequels
                from headwater.engine.system_actions import PlatformSystem

                await engine._take_up()
                engine._sequels = Sequels(engine._roster, services, system or PlatformSystem(), engine.change_settings)
                stack.push_async_callback(engine._sequels.close)
                engine._sequels.refresh()
            engine._complaints += opened.complaints
            engine._closing = stack.pop_all()
        engine._roster.pump()
        return engine

    async def close(self) -> None:
        """Stop everything and make it durable. Harmless when repeated."""
        await self._roster.close()
        await self._closing.aclose()

    # ---- commands ----------------------------------------------------------------------------------------

    async def execute(self, command: Command) -> JobId | None:
        """Carry out a command. Raises `UserError`, `LocalError`."""
        if isinstance(command, SetLimit) and command.job_id is None:
            await self.change_settings(replace(self.settings, rate_limit_bytes_per_s=command.rate_bytes_per_s))
            return None
        if isinstance(command, SetSlowMode):
            await self.change_settings(replace(self.settings, slow_mode=command.on))
            return None
        if isinstance(command, StopEndAction):
            if self._sequels is not None:
                self._sequels.stop_end_action()
            return None
        job_id = await self._desk.execute(command)
        if self._owner is Owner.WINDOW:  # who downloads in a terminal names the link again
            match command:
                case AddJob(JobSpec(sources)) | SetSources(_, sources):
                    self._link_passwords.keep(sources)
        return job_id

    async def adopt(self, spec: JobSpec) -> JobId | None:
        """Take up the unfinished job of an earlier run that asks for the same file, unless another process runs it."""
        spec = replace(spec, folder=spec.folder.expanduser().absolute())
        row = find_unfinished(await self._catalog.rows(), spec)
        if row is None or self._roster.find(row.job_id) is not None:
            return None
        if not await Lease.is_free(self.profile.leases_folder, row.job_id, self._services.disk):
            return None
        job = job_for_terminal(row, spec)
        await self._services.keeper.save(job)
        await recall_bytes(job, self._services.journal)
        self._roster.take(job)
        self._roster.pump()
        return job.job_id

    @cached_property
    def prober(self) -> "Prober":
        """Asks sources what they have."""
        from headwater.engine.prober import Prober

        return Prober(self._services.connectors, lambda: self._services.settings)

    @cached_property
    def adoption(self) -> "Adoption":
        """Goes on with what other programs left."""
        from headwater.engine.adoption import Adoption

        return Adoption(self._roster, self._services, self.prober, self._owner)

    @property
    def settings(self) -> Settings:
        return self._services.settings

    @property
    def ranking_view(self) -> RankingView:
        return self._services.outlook.view(self._services.policy)

    async def find_country(self) -> RankingView:
        """The same, once it is known where this computer seems to be."""
        await self._services.outlook.geography.load()
        return self.ranking_view

    def told_metered(self, is_metered: bool | None) -> None:
        """Somebody who hears the system says whether the connection is metered."""
        self._services.outlook.meter.told(is_metered)

    async def change_settings(self, settings: Settings) -> None:
        """Put settings in force and save them. Raises `LocalError`."""
        await asyncio.to_thread(self._settings_file.save, settings)
        was_held, before = self._services.outlook.holds_back, self._services.settings
        self._services.change_settings(settings)
        self._services.limits.refresh_hosts()
        self._services.outlook.settings_changed()
        self._limit_keeper.refresh()
        for driver in self._roster.drivers:
            driver.settings_changed()
            if self._services.outlook.holds_back != was_held:
                driver.network_changed()
        for job in self._roster.jobs:
            options = job.record.spec.options
            if job.state is JobState.RUNNING and way_out(options, before) != way_out(options, settings):
                self._roster.interrupt(job)
        if self._sequels is not None:
            self._sequels.refresh()
        self._roster.pump()

    # ---- looking -----------------------------------------------------------------------------------------

    @property
    def complaints(self) -> tuple[str, ...]:
        return tuple(self._complaints)

    @property
    def order(self) -> tuple[JobId, ...]:
        return self._roster.queue.order

    def jobs(self, states: Container[JobState] | None = None) -> tuple[JobSnapshot, ...]:
        return tuple(self._snapshot(job) for job in self._roster.jobs if states is None or job.state in states)

    def snapshot(self, job_id: JobId) -> JobSnapshot:
        return self._snapshot(self._roster.job(job_id))

    def snapshot_or_none(self, job_id: JobId) -> JobSnapshot | None:
        job = self._roster.find(job_id)
        return None if job is None else self._snapshot(job)

    async def settled(self, job_id: JobId) -> JobSnapshot:
        """Wait until the job is done, failed or paused."""
        job = self._roster.job(job_id)
        await job.settled.wait()
        return self._snapshot(job)

    def spec(self, job_id: JobId) -> JobSpec:
        return self._roster.job(job_id).record.spec

    def sources(self, job_id: JobId) -> tuple[SourceSnapshot, ...]:
        job, driver = self._roster.job(job_id), self._roster.driver(job_id)
        if driver is None or driver.scheduler is None:
            return resting_sources(job, self._services.profiles)
        now = self._services.clock.monotonic_s()
        return source_snapshots(job, driver.scheduler, now, self._services.profiles)

    def channels(self, job_id: JobId) -> tuple[ChannelSnapshot, ...]:
        self._roster.job(job_id)
        driver = self._roster.driver(job_id)
        if driver is None or driver.scheduler is None:
            return ()
        return channel_snapshots(driver.scheduler, self._services.clock.monotonic_s())

    def tuning(self, job_id: JobId) -> Tuning:
        own = self._roster.job(job_id).record.spec.options.tuning
        return own if own is not None else self.settings.tuning

    @property
    def traffic(self) -> Traffic:
        """What came, by day and host."""
        return self._services.traffic

    def activity(self, job_id: JobId) -> tuple[SchedulerActed, ...]:
        return tuple(self._roster.job(job_id).activity)

    def received(self, job_id: JobId) -> tuple[Span, ...]:
        job, driver = self._roster.job(job_id), self._roster.driver(job_id)
        size = job.record.size_bytes
        if job.state is JobState.DONE:
            return (Span(0, size),) if size else ()
        dispatcher = driver.storage.dispatcher if driver is not None else None
        return tuple(dispatcher.received if dispatcher is not None else job.received)

    def progress_map(self, job_id: JobId, cells: int) -> ProgressMap:
        job, driver = self._roster.job(job_id), self._roster.driver(job_id)
        dispatcher = driver.storage.dispatcher if driver is not None else None
        suppliers = dispatcher.suppliers if dispatcher is not None else job.suppliers
        if job.state is JobState.DONE and not suppliers:
            # Done before this start: all is here, nobody knows any more who brought what, and nobody is made up.
            return ProgressMap(bytes(cells), b"\xff" * cells)
        return progress_map(suppliers, job.record.size_bytes, cells)

    def find_twins(self, asked: "Sequence[FileAsked]") -> "tuple[Twin | None, ...]":
        from headwater.engine.twins import find_twins

        return find_twins(self._roster.jobs, asked)

    async def kept_pieces(self, job_id: JobId) -> PieceHashes | None:
        entry = await self._services.journal.load(job_id)
        return None if entry is None else kept_pieces(entry.tree, entry.stored.size_bytes)

    def open_stream(self, job_id: JobId, *, strict: bool | None, deliveries: Deliveries | None = None) -> JobStream:
        strict = self.settings.only_proven if strict is None else strict
        return self._roster.open_stream(self._roster.job(job_id), strict=strict, deliveries=deliveries)

    # ---- the inside --------------------------------------------------------------------------------------

    def _snapshot(self, job: Job) -> JobSnapshot:
        driver = self._roster.driver(job.job_id)
        in_use = driver.in_use if driver is not None else (0, 0)
        queue = self._roster.queue_of(job)
        is_open = queue in self._roster.open_queues
        return job_snapshot(job, self._roster.queue.position(job.job_id), in_use, queue=queue, is_queue_open=is_open)

    def _limits_changed(self) -> None:
        for driver in self._roster.drivers:
            driver.limits_changed()

    def _rankings_changed(self) -> None:
        for driver in self._roster.drivers:
            driver.settings_changed()

    def _meter_changed(self) -> None:
        self._limit_keeper.refresh()
        self._rankings_changed()
        for driver in self._roster.drivers:
            driver.network_changed()

    def _network_changed(self) -> None:
        self._services.outlook.survey.forget_ways()
        for driver in self._roster.drivers:
            driver.network_changed()

    async def _take_up(self) -> None:
        for row in await self._catalog.rows():
            job = job_for_window(row)
            if job is not None:
                # What never had a part file has nothing in the journal: ten thousand of them need not be asked for.
                if job.state is not JobState.DONE and row.record.part_path is not None:
                    await recall_bytes(job, self._services.journal)
                self._roster.take(job)

    def __repr__(self) -> str:
        return f"<Engine on {self.profile.data_folder}: {self._roster!r}>"
