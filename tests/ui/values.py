"""Values of the model as the feed would bring them, and a control interface that only notes what it was told."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from headwater.content.deliveries import Deliveries
from headwater.control.api import JobStream
from headwater.control.checksum_search import FoundChecksum
from headwater.control.checkup import Checkup
from headwater.control.document_fetch import DescribedFile
from headwater.control.page_fetch import PageLinks
from headwater.control.settings_transfer import export_settings, import_settings
from headwater.engine.settings import Settings
from headwater.formats.plan import Plan
from headwater.formats.sniff import Container
from headwater.lab.what_if import WhatIfCurve
from headwater.model.access import Credential, KeptLogin
from headwater.model.channel import ChannelId, ChannelState
from headwater.model.commands import Command
from headwater.model.errors import HeadwaterError, LocalError, UserError
from headwater.model.job import JobId, JobOptions, JobSpec, JobState
from headwater.model.ports import OutputStream
from headwater.model.priority import ReaderId
from headwater.model.probe import Adopted, FileAsked, FolderView, SourceProbe, Twin
from headwater.model.snapshots import (
    ChannelSnapshot,
    DayTraffic,
    FeedEvent,
    JobSampled,
    JobSnapshot,
    ProgressMap,
    RankingView,
    SchedulerActed,
    ScoreTerm,
    SourceSnapshot,
)
from headwater.model.source import SourceId, SourceSpec, SourceState, Support
from headwater.model.spans import Span
from headwater.model.tuning import Tuning


def job(number: int, **changes: Any) -> JobSnapshot:
    """A waiting job; its id, name and place follow from `number`."""
    values: dict[str, Any] = {
        "job_id": JobId(f"{number:016x}"),
        "name": f"file-{number:05d}.iso",
        "state": JobState.WAITING,
        "position": number,
        "folder": Path("/home/ada/Downloads"),
        "path": None,
        "urls": (f"https://one.example/file-{number:05d}.iso", f"https://two.example/file-{number:05d}.iso"),
        "size_bytes": 1_000_000,
        "received_bytes": 0,
        "durable_bytes": 0,
        "in_order_bytes": 0,
        "rate_bytes_per_s": 0.0,
        "eta_s": None,
        "sources_active": 0,
        "channels_active": 0,
        "added_at": 1_780_000_000.0 + number,
        "elapsed_s": 0.0,
        "error": None,
        "verdict": None,
    }
    return JobSnapshot(**{**values, **changes})


def running(number: int, **changes: Any) -> JobSnapshot:
    """A job in the middle of it."""
    values: dict[str, Any] = {
        "state": JobState.RUNNING,
        "received_bytes": 420_000,
        "durable_bytes": 400_000,
        "in_order_bytes": 300_000,
        "rate_bytes_per_s": 2.5e6,
        "eta_s": 61.0,
        "sources_active": 2,
        "channels_active": 5,
    }
    return job(number, **{**values, **changes})


def source(number: int, **changes: Any) -> SourceSnapshot:
    """An active source ranked by its number."""
    values: dict[str, Any] = {
        "source_id": SourceId(number),
        "url": f"https://mirror{number}.example/file.iso",
        "host": f"mirror{number}.example",
        "rank": number + 1,
        "score": 0.9 - number / 10,
        "terms": (
            ScoreTerm("throughput", 0.8, 1.0, "8.00 MB/s of at most 10 MB/s"),
            ScoreTerm("hops", None, 0.2, "not measured"),
        ),
        "state": SourceState.ACTIVE,
        "reason": None,
        "share": 0.25,
        "received_bytes": 1_000_000,
        "wasted_bytes": 0,
        "rate_bytes_per_s": 1e6,
        "latency_s": 0.04,
        "hops": None,
        "country": None,
        "cost_per_gb": None,
        "channels": 2,
        "requests": 12,
        "errors": 0,
        "ranges": Support.YES,
        "multi_range": Support.UNKNOWN,
        "holds": None,
    }
    return SourceSnapshot(**{**values, **changes})


def channel(number: int, source_number: int, rate_bytes_per_s: float = 1e6, **changes: Any) -> ChannelSnapshot:
    """A channel that receives."""
    values: dict[str, Any] = {
        "channel_id": ChannelId(number),
        "source_id": SourceId(source_number),
        "state": ChannelState.RECEIVING,
        "rate_bytes_per_s": rate_bytes_per_s,
        "latency_s": 0.05,
        "received_bytes": 1,
        "remaining": (),
    }
    return ChannelSnapshot(**{**values, **changes})


def flowing(number: int, source_number: int, rate_bytes_per_s: float, at_s: float, **changes: Any) -> ChannelSnapshot:
    """A channel that has brought as much every second from moment 0 on, as it is at `at_s`."""
    return channel(number, source_number, rate_bytes_per_s, received_bytes=round(rate_bytes_per_s * at_s), **changes)


def sampled(job_id: JobId, at_s: float, *channels: ChannelSnapshot) -> JobSampled:
    """A sample whose sources are those of its channels."""
    numbers = sorted({int(one.source_id) for one in channels})
    return JobSampled(job_id, at_s, tuple(source(number) for number in numbers), channels)


class BytesStream:
    """An output stream over bytes; `upto` of them have arrived, `arrive` brings more."""

    def __init__(self, data: bytes, upto: int | None = None) -> None:
        self.data = data
        self.upto = len(data) if upto is None else upto
        self.wishes: list[tuple[int, int]] = []
        self.deliveries = Deliveries()
        self.aborted = False
        self._news = asyncio.Event()

    @property
    def reader_id(self) -> ReaderId:
        return ReaderId(1)

    @property
    def size_bytes(self) -> int | None:
        return len(self.data)

    def arrive(self, upto: int) -> None:
        self.upto = upto
        self._news.set()

    @property
    def is_left_alone(self) -> bool:
        """Whether its reader wants nothing any more."""
        return self.aborted or (bool(self.wishes) and self.wishes[-1][1] == 0)

    async def read_at(self, offset: int, size: int) -> bytes:
        while offset >= self.upto and offset < len(self.data):
            if self.aborted:
                raise UserError("This stream was aborted")
            self._news.clear()
            await self._news.wait()
        data = self.data[offset : min(offset + size, self.upto)]
        if data:
            self.deliveries.give(Span(offset, offset + len(data)))
        return data

    def wish(self, position: int, window_bytes: int) -> None:
        self.wishes.append((position, window_bytes))

    def take_revoked(self) -> tuple[Span, ...]:
        return self.deliveries.take_revoked()

    async def until_revoked(self) -> None:
        await self.deliveries.until_revoked()

    def abort(self) -> None:
        self.aborted = True
        self._news.set()


class NotedFeed:
    """A feed that a test speaks through."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[tuple[FeedEvent, ...]], None]] = []

    def subscribe(self, listener: Callable[[tuple[FeedEvent, ...]], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def tell(self, *events: FeedEvent) -> None:
        for listener in tuple(self.listeners):
            listener(events)


class NotedControl:
    """`headwater_ui.control_face.Control` without an engine: notes commands, answers with what the test put in."""

    def __init__(self, *jobs: JobSnapshot) -> None:
        self.feed = NotedFeed()
        self.settings = Settings(folder=Path("/home/ada/Downloads"))
        self.told: list[Command] = []
        self.credentials: dict[str, Credential] = {}
        self.keyring_fault: LocalError | None = None
        self.proxy_passwords: dict[str, str] = {}
        self.streams: dict[JobId, BytesStream] = {}
        self.refusal: UserError | None = None
        self.documents: dict[str, tuple[DescribedFile, ...] | str] = {}
        self.checksums: dict[str, FoundChecksum | HeadwaterError] = {}
        self.interface_refusal: LocalError | None = None
        self.curves: tuple[WhatIfCurve, WhatIfCurve] | None = None
        self.tried: list[Tuning] = []
        self.exported: list[tuple[JobId, Path]] = []
        self.answers: dict[str, SourceProbe] = {}
        self.asked: list[tuple[str, JobOptions]] = []
        self.pages: dict[str, PageLinks] = {}
        self.adopted_in_place = False
        self.adopted: list[tuple[JobSpec, Path]] = []
        self.adoption: Awaitable[Adopted] | HeadwaterError = UserError("nothing was prepared")
        self.view = FolderView()
        self.twins: dict[str, Twin] = {}
        self.days: tuple[DayTraffic, ...] = ()
        self.ranking = RankingView()
        self._jobs = jobs

    async def change_settings(self, settings: Settings) -> None:
        self.settings = settings

    async def export_settings(self, settings: Settings, target: Path, window: Mapping[str, Any] | None = None) -> None:
        await export_settings(settings, target, window)

    async def import_settings(self, source: Path) -> tuple[Settings, Mapping[str, Any] | None]:
        return await import_settings(source, self.settings)

    async def follow_interface_settings(self) -> int | None:
        if self.settings.interface.is_on and self.interface_refusal is not None:
            raise self.interface_refusal
        return 6800 if self.settings.interface.is_on else None

    async def execute(self, command: Command) -> JobId | None:
        if self.refusal is not None:
            raise self.refusal
        self.told.append(command)
        return None

    def jobs(self) -> tuple[JobSnapshot, ...]:
        return self._jobs

    def spec(self, job_id: JobId) -> JobSpec:
        one = next(job for job in self._jobs if job.job_id == job_id)
        return JobSpec(tuple(SourceSpec(url) for url in one.urls), one.folder)

    def sources(self, _job_id: JobId) -> tuple[SourceSnapshot, ...]:
        return (source(0), source(1))

    def ranking_view(self) -> RankingView:
        return self.ranking

    async def find_country(self) -> RankingView:
        return self.ranking

    def told_metered(self, is_metered: bool | None) -> None:
        self.ranking = replace(self.ranking, is_metered=is_metered)

    def channels(self, _job_id: JobId) -> tuple[ChannelSnapshot, ...]:
        return ()

    def tuning(self, _job_id: JobId) -> Tuning:
        return Tuning()

    def activity(self, _job_id: JobId) -> tuple[SchedulerActed, ...]:
        return ()

    async def traffic(self) -> tuple[DayTraffic, ...]:
        return self.days

    async def forget_traffic(self) -> None:
        self.days = ()

    def progress_map(self, _job_id: JobId, cells: int = 512) -> ProgressMap:
        return ProgressMap(bytes(1 + i % 2 for i in range(cells)), bytes(255 for _ in range(cells)))

    def open_stream(self, job_id: JobId, *, beside: OutputStream | None = None) -> JobStream:  # noqa: ARG002  # as `Control` has it
        # These files are no films: what only films use is never called.
        return cast("JobStream", self.streams.setdefault(job_id, BytesStream(b"")))

    def received(self, _job_id: JobId) -> tuple[Span, ...]:
        return ()

    async def scout(self, _job_id: JobId, _settled: object = None) -> Plan:
        return Plan(Container.PLAIN, (), None, is_settled=True)

    async def what_if(self, _job_id: JobId, tuning: Tuning) -> tuple[WhatIfCurve, WhatIfCurve]:
        if self.curves is None:
            raise UserError("no source of this job has been measured yet")
        self.tried.append(tuning)
        return self.curves

    async def save_credential(self, credential: Credential) -> None:
        if not credential.password:
            raise LocalError("The system's keyring is locked.")
        self.credentials[credential.pattern] = credential

    async def remove_credential(self, host: str) -> None:
        if self.credentials.pop(host, None) is None:
            raise UserError(f"The keyring has no password for {host}.")

    async def kept_logins(self) -> tuple[KeptLogin, ...]:
        if self.keyring_fault is not None:
            raise self.keyring_fault
        return tuple(KeptLogin(host, one.user) for host, one in sorted(self.credentials.items()))

    async def save_proxy_password(self, proxy: str, password: str) -> None:
        if not password:
            raise LocalError("The system's keyring is locked.")
        self.proxy_passwords[proxy] = password

    async def has_proxy_password(self, proxy: str) -> bool:
        return proxy in self.proxy_passwords

    async def remove_proxy_password(self, proxy: str) -> None:
        if self.proxy_passwords.pop(proxy, None) is None:
            raise UserError("The keyring has no password for it.")

    async def probe(self, source: SourceSpec, options: JobOptions | None = None) -> SourceProbe:
        self.asked.append((source.url, options or JobOptions()))
        return self.answers.get(source.url, SourceProbe(source.url, name=source.url.rpartition("/")[2]))

    async def page_links(self, place: str) -> PageLinks:
        if place not in self.pages:
            raise UserError(f"{place} is no web page but a file; add it as a download")
        return self.pages[place]

    async def continue_file(
        self, spec: JobSpec, path: Path, progress: Callable[[float], None] | None = None, *, in_place: bool = False
    ) -> Adopted:
        self.adopted_in_place = in_place
        self.adopted.append((spec, path))
        if progress is not None:
            progress(0.5)
        if isinstance(self.adoption, HeadwaterError):
            raise self.adoption
        return await self.adoption

    async def look_at_folder(self, _folder: Path, names: Sequence[str] = ()) -> FolderView:
        return replace(self.view, existing={name: 1 for name in names if name in self.view.existing})

    def find_twins(self, asked: Sequence[FileAsked]) -> tuple[Twin | None, ...]:
        return tuple(next(filter(None, map(self.twins.get, file.urls)), None) for file in asked)

    async def read_document(self, place: str) -> tuple[DescribedFile, ...] | str:
        return self.documents[place]

    async def find_checksum(self, urls: Sequence[str], options: JobOptions | None = None) -> FoundChecksum | None:
        self.asked.append((urls[0], options or JobOptions()))
        found = next((self.checksums[url] for url in urls if url in self.checksums), None)
        if isinstance(found, HeadwaterError):
            raise found
        return found

    async def export_metalink(self, job_id: JobId, target: Path) -> None:
        self.exported.append((job_id, target))

    async def examine(
        self, _what: JobId | Path, _places: Sequence[str] = (), _progress: Callable[[float], None] | None = None
    ) -> Checkup:
        raise UserError("nothing is known to check this file against")

    async def mend(self, _found: Checkup, _progress: Callable[[float], None] | None = None) -> Checkup:
        raise UserError("nothing is known to mend this file with")

    async def stream_url(self, job_id: JobId) -> str:
        return f"http://127.0.0.1:1/stream/token/{job_id}"
