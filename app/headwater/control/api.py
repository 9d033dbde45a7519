"""The control interface: the one door to the engine for the window, the terminal and other programs.

Commands go in (`execute`), snapshots and the feed come out, and output streams are opened here. All of it is values
of `model`; nobody who uses this needs to import what lies below. The rule: nothing here decides anything.
"""

import asyncio
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from headwater.channels.proxy_passwords import kept_password, named_proxy, proxy_credential
from headwater.content.blocking_stream import BlockingStream
from headwater.control.feed import Feed
from headwater.engine.engine import Engine
from headwater.engine.job import Owner
from headwater.engine.job_stream import JobStream
from headwater.engine.network_watch import NetworkWatch
from headwater.engine.profile import Profile
from headwater.engine.queue_plan import MOST_RUNNING, QueueSpec
from headwater.engine.ranking_settings import OnMetered
from headwater.engine.settings import InterfaceSettings, Settings
from headwater.engine.timetable import OpenHours, TimetableEntry
from headwater.model.access import Credential, KeptLogin
from headwater.model.commands import Command
from headwater.model.job import JobId, JobOptions, JobSpec, JobState, PieceHashes
from headwater.model.ports import Clock, OutputStream
from headwater.model.priority import PriorityOrder
from headwater.model.snapshots import (
    ChannelSnapshot,
    DayTraffic,
    JobSnapshot,
    ProgressMap,
    RankingView,
    SchedulerActed,
    SourceSnapshot,
)
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater.model.tuning import Tuning
from headwater.schedule.host_preferences import matches, preference_for

if TYPE_CHECKING:  # a web server, and what few jobs need, are imported when one is first needed
    from headwater.control.checksum_search import FoundChecksum
    from headwater.control.checkup import Checkup
    from headwater.control.document_fetch import Asker, DescribedFile
    from headwater.control.page_fetch import PageLinks
    from headwater.control.stream_server import StreamServer
    from headwater.engine.system_actions import System
    from headwater.formats.plan import Plan
    from headwater.lab.what_if import WhatIfCurve
    from headwater.model.probe import Adopted, FileAsked, FolderView, SourceProbe, Twin

__all__ = [
    "MOST_RUNNING",
    "Api",
    "BlockingStream",
    "InterfaceSettings",
    "JobStream",
    "OnMetered",
    "OpenHours",
    "Owner",
    "Profile",
    "QueueSpec",
    "Settings",
    "TimetableEntry",
    "matches",
    "preference_for",
]


class Api:
    """Open with `await Api.open(...)`, close with `await close()`; everything on one loop's thread.

    A `job_id` that no job has raises `UserError` everywhere.
    """

    def __init__(self, engine: Engine, feed: Feed) -> None:
        self._engine = engine
        self._streams: StreamServer | None = None
        self.feed = feed

    @classmethod
    async def open(
        cls,
        profile: Path | Profile | None = None,
        *,
        owner: Owner = Owner.WINDOW,
        clock: Clock | None = None,
        network: NetworkWatch | None = None,
        system: "System | None" = None,
    ) -> Self:
        """Start an engine on a profile (None: HEADWATER_HOME or the platform's folders). Raises `LocalError`.

        `owner` WINDOW takes up the whole list; TERMINAL takes up only what it adds or adopts.
        """
        chosen = profile if isinstance(profile, Profile) else Profile.find(profile)
        feed = Feed()
        engine = await Engine.open(chosen, feed, owner=owner, clock=clock, network=network, system=system)
        feed.attach(engine.snapshot_or_none, lambda: engine.order)
        return cls(engine, feed)

    async def close(self) -> None:
        """Stop all channels, write what is pending to the disk, close everything. Jobs go on at the next start."""
        if self._streams is not None:
            await self._streams.close()
        await self._engine.close()
        self.feed.close()

    @property
    def profile(self) -> Profile:
        return self._engine.profile

    @property
    def settings(self) -> Settings:
        return self._engine.settings

    @property
    def complaints(self) -> tuple[str, ...]:
        """Sentences about what was wrong with the profile's files when they were opened."""
        return self._engine.complaints

    async def change_settings(self, settings: Settings) -> None:
        """Put settings in force and save them. Raises `LocalError` when they cannot be saved or carried out."""
        await self._engine.change_settings(settings)

    async def save_credential(self, credential: Credential) -> None:
        """Put a name and password into the system's keyring, for the host that is the pattern.

        Jobs whose servers ask and that were given none use it. Raises `UserError`, `LocalError`.
        """
        await self._engine.keyring.save(credential)

    async def remove_credential(self, host: str) -> None:
        """Take what was saved for a host out of the keyring. Raises `UserError`, `LocalError`."""
        await self._engine.keyring.remove(host)

    async def kept_logins(self) -> tuple[KeptLogin, ...]:
        """Whom Headwater put passwords into the keyring for, by host; never a password.

        Raises `LocalError` where no keyring answers.
        """
        return await self._engine.keyring.kept()

    async def save_proxy_password(self, proxy: str, password: str) -> None:
        """Put the password of a proxy into the system's keyring.

        `proxy` is what stands in the settings, with the name that the proxy is told: `http://name@host:port`. From now
        on it is used wherever that address stands. Raises `UserError`, `LocalError`.
        """
        await self._engine.keyring.save(proxy_credential(proxy, password))

    async def has_proxy_password(self, proxy: str) -> bool:
        """Whether the keyring has a password for such an address; also false where no keyring answers.

        Raises `UserError`.
        """
        return await kept_password(self._engine.keyring, named_proxy(proxy)) is not None

    async def remove_proxy_password(self, proxy: str) -> None:
        """Take it out of the keyring. Raises `UserError` (also where nothing was kept), `LocalError`."""
        await self._engine.keyring.remove(named_proxy(proxy).kept_name)

    async def execute(self, command: Command) -> JobId | None:
        """Carry a command out; returns the new job's id for `AddJob`. Raises `UserError`, `LocalError`."""
        return await self._engine.execute(command)

    async def adopt(self, spec: JobSpec) -> JobId | None:
        """The unfinished job of an earlier run that `spec` asks for again, taken up; None when there is none."""
        return await self._engine.adopt(spec)

    async def continue_file(
        self,
        spec: JobSpec,
        path: Path,
        progress: Callable[[float], None] | None = None,
        *,
        in_place: bool = False,
        job_id: JobId | None = None,
    ) -> "Adopted":
        """A job that goes on with a partial file that another program left; that file is compared, and only read.

        `in_place` saves the copy: the file itself becomes the job's, once it was compared. `progress` hears the part
        done, 0..1. Cancelling leaves everything as it was. Raises any of our errors.
        """
        return await self._engine.adoption.take_over(spec, path, progress, in_place=in_place, job_id=job_id)

    async def settled(self, job_id: JobId) -> JobSnapshot:
        """Wait until a job is done, failed or paused."""
        return await self._engine.settled(job_id)

    def jobs(self, states: Container[JobState] | None = None) -> tuple[JobSnapshot, ...]:
        """All jobs (those in `states`, where some are named) in the queue's order."""
        return self._engine.jobs(states)

    def job_ids(self) -> tuple[JobId, ...]:
        """All jobs' numbers in the queue's order: cheap, whatever their number."""
        return self._engine.order

    def job(self, job_id: JobId) -> JobSnapshot:
        return self._engine.snapshot(job_id)

    def spec(self, job_id: JobId) -> JobSpec:
        """What was asked for: sources, folder, name, options."""
        return self._engine.spec(job_id)

    def sources(self, job_id: JobId) -> tuple[SourceSnapshot, ...]:
        """The job's sources, best rank first."""
        return self._engine.sources(job_id)

    def ranking_view(self) -> RankingView:
        """What sources are ranked by beside what is measured: policy, list, country, connection."""
        return self._engine.ranking_view

    async def find_country(self) -> RankingView:
        """The same, once it is known where this computer seems to be: its tables are read when somebody asks."""
        return await self._engine.find_country()

    def told_metered(self, is_metered: bool | None) -> None:
        """The window hears from the system whether the connection is metered; None: it does not say."""
        self._engine.told_metered(is_metered)

    def channels(self, job_id: JobId) -> tuple[ChannelSnapshot, ...]:
        """The job's open channels; empty while it does not run."""
        return self._engine.channels(job_id)

    def tuning(self, job_id: JobId) -> Tuning:
        return self._engine.tuning(job_id)

    def order(self, job_id: JobId) -> PriorityOrder:
        return self._engine.spec(job_id).options.order

    def activity(self, job_id: JobId) -> tuple[SchedulerActed, ...]:
        """What the scheduler did lately, oldest first."""
        return self._engine.activity(job_id)

    def received(self, job_id: JobId) -> tuple[Span, ...]:
        """The bytes that are here, in order."""
        return self._engine.received(job_id)

    async def traffic(self) -> tuple[DayTraffic, ...]:
        """What came, by day and host, the oldest day first; at most 400 days. Raises `LocalError`."""
        return await self._engine.traffic.days()

    async def forget_traffic(self) -> None:
        """Begin the statistics anew. Raises `LocalError`."""
        await self._engine.traffic.forget()

    def progress_map(self, job_id: JobId, cells: int = 512) -> ProgressMap:
        return self._engine.progress_map(job_id, cells)

    def open_stream(
        self, job_id: JobId, *, strict: bool | None = None, beside: OutputStream | None = None
    ) -> JobStream:
        """A reader's view of the file, while it comes and after it is done.

        It outlives pauses: reads wait until the job brings what they want. `strict` gives only proven bytes, where a
        trusted hash is known; otherwise bytes come at once, and the stream tells which of them proved wrong. None
        leaves it to the settings (`only_proven`). `beside` is an earlier stream of the same reader: that one tells of
        what either was given.
        """
        deliveries = beside.deliveries if isinstance(beside, JobStream) else None
        return self._engine.open_stream(job_id, strict=strict, deliveries=deliveries)

    async def stream_url(self, job_id: JobId) -> str:
        """The link under which other programs play the file while it comes. Raises `UserError`, `LocalError`."""
        if self._streams is None:
            from headwater.control.stream_server import StreamServer

            streams = StreamServer(self._engine)
            await streams.start()
            self._streams = streams
        return self._streams.url(job_id)

    async def export_settings(self, settings: Settings, target: Path, window: Mapping[str, Any] | None = None) -> None:
        """Write settings to a file that can be carried elsewhere; no secret is in it. Raises `LocalError`."""
        from headwater.control.settings_transfer import export_settings

        await export_settings(settings, target, window)

    async def import_settings(self, source: Path) -> tuple[Settings, Mapping[str, Any] | None]:
        """Read such a file; nothing is put in force. Raises `UserError`, `LocalError`."""
        from headwater.control.settings_transfer import import_settings

        return await import_settings(source, self.settings)

    async def what_if(self, job_id: JobId, tuning: Tuning) -> "tuple[WhatIfCurve, WhatIfCurve]":
        """A simulation of the job's sources as measured, under the tuning in force and under another one.

        A file that takes longer than two minutes (30 s where sources vary, which is simulated several times) is
        simulated as far as the sources get by then. Cancelling ends it.
        Raises `UserError` while nothing is measured, `LocalError`.
        """
        from headwater.control.trial import try_tuning

        return await try_tuning(self._engine, job_id, tuning)

    async def probe(self, source: SourceSpec, options: JobOptions | None = None) -> "SourceProbe":
        """Ask a source what it has, without fetching it; what goes wrong is part of the answer. May be cancelled.

        `options` are those of the job it is meant for: headers, cookies, a proxy. Some are asked at once, others wait.
        """
        return await self._engine.prober.probe(source, options or JobOptions())

    async def page_links(self, place: str, options: JobOptions | None = None) -> "PageLinks":
        """What a web page at a URL or path links to, at most as much as a person reads.

        Raises `SourceError`, `LocalError`, and `UserError` for what is no page or too large.
        """
        from headwater.control.page_fetch import fetch_links

        return await fetch_links(self._engine.connectors, place, self.settings, options or JobOptions())

    async def look_at_folder(self, folder: Path, names: Sequence[str] = ()) -> "FolderView":
        """The room in a folder, which need not exist yet, and which of `names` are taken there."""
        from headwater.control.folder_look import look_at_folder

        return await asyncio.to_thread(look_at_folder, folder, tuple(names))

    def find_twins(self, asked: "Sequence[FileAsked]") -> "tuple[Twin | None, ...]":
        """For each file that somebody is about to add, the job that has it already; None where none has."""
        return self._engine.find_twins(asked)

    @property
    def asker(self) -> "Asker":
        """How servers are asked for documents: as the settings in force say."""
        from headwater.control.document_fetch import Asker

        return Asker(self.settings, connectors=self._engine.connectors)

    async def read_document(self, place: str) -> "tuple[DescribedFile, ...] | str":
        """The files that a Metalink or torrent at a path or URL describes, or a text. Raises any of our errors."""
        from headwater.control.document_fetch import load_any

        return await load_any(place, self.asker)

    async def find_checksum(self, urls: Sequence[str], options: JobOptions | None = None) -> "FoundChecksum | None":
        """What a checksum file beside the first of a file's mirrors that has one says; None where none has.

        `options` are those of the job it is meant for. Raises `IntegrityError` for a list whose signature is bad.
        """
        from headwater.control.checksum_search import find_first_checksum

        return await find_first_checksum(urls, replace(self.asker, options=options or JobOptions()))

    async def export_metalink(self, job_id: JobId, target: Path) -> None:
        """Write a Metalink of a job to `target`. A finished file is hashed for it. Raises `UserError`, `LocalError`."""
        from headwater.control.metalink_export import export_job

        await export_job(self._engine, job_id, target)

    async def kept_pieces(self, job_id: JobId) -> PieceHashes | None:
        """Hashes of all pieces of a job's file that were computed here as it came, where they were. They show what has
        changed since, and prove nothing else. Raises `LocalError`.
        """
        return await self._engine.kept_pieces(job_id)

    async def examine(
        self, what: JobId | Path, places: Sequence[str] = (), progress: Callable[[float], None] | None = None
    ) -> "Checkup":
        """Hash a finished job's file, or any file, and compare it with all that is known of it.

        `places` are checksums, and paths or URLs of documents, checksum files and mirrors. `progress` hears the part
        done, 0..1. Cancelling stops it. Raises any of our errors.
        """
        from headwater.control import checkup
        from headwater.control.trust_search import gather

        if isinstance(what, Path):
            return await checkup.examine(what, await gather(what, places, self.asker), progress, self.asker)
        return await checkup.examine_job(self._engine, what, places, self.asker, progress)

    async def mend(self, found: "Checkup", progress: Callable[[float], None] | None = None) -> "Checkup":
        """Fetch anew what `examine` found to be bad, and examine the file again. Raises any of our errors."""
        from headwater.control.checkup import mend_found

        return await mend_found(found, progress)

    async def scout(self, job_id: JobId, settled: "Callable[[Plan], None] | None" = None) -> "Plan":
        """Have fetched first what the file's format needs first (an index at the end, a table of contents).

        Returns when it is here, with what was understood of the file. Cancel it to take the wish back. Raises as
        a stream's reads do. `settled(plan)` hears it before the rest of the plan is fetched.
        """
        from headwater.engine.format_scout import scout

        return await scout(self._engine, job_id, settled)

    def __repr__(self) -> str:
        return f"<Api on {self._engine!r}>"
