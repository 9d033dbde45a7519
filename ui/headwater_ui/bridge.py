"""The one place where the window meets the control interface.

Widgets and models know values only; the bridge hands on the feed, carries commands out as tasks of the loop, and turns
what goes wrong into one sentence. The window can be shown before the control interface is there: `attach` joins them.
"""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from headwater.model.access import Credential, KeptLogin
from headwater.model.commands import Command
from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobOptions, JobSpec
from headwater.model.ports import OutputStream
from headwater.model.probe import Adopted, FileAsked, FolderView, SourceProbe, Twin
from headwater.model.snapshots import (
    DayTraffic,
    ProgressMap,
    RankingView,
)
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater.model.tuning import Tuning
from headwater_ui.control_face import Control
from headwater_ui.wording import error_sentence

if TYPE_CHECKING:  # the engine behind it is imported after the first paint
    from headwater.control.api import JobStream, Settings
    from headwater.control.checksum_search import FoundChecksum
    from headwater.control.checkup import Checkup
    from headwater.control.document_fetch import DescribedFile
    from headwater.control.page_fetch import PageLinks
    from headwater.formats.plan import Plan
    from headwater.lab.what_if import WhatIfCurve

_log = logging.getLogger(__name__)


class Bridge(QObject):
    """`attached`: the control interface is there. `batch(events)`: the feed. `failed(sentence)`: what went wrong.

    `settings_changed`: others than those who changed them may want to look.
    """

    attached = Signal()
    batch = Signal(object)
    failed = Signal(str)
    settings_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._control: Control | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._commands: set[asyncio.Task[Any]] = set()
        self._waiting: list[asyncio.Future[None]] = []

    def attach(self, control: Control) -> None:
        """From now on commands reach the engine and the feed is heard. Call on the loop's thread."""
        self._control = control
        self._unsubscribe = control.feed.subscribe(self.batch.emit)
        self.attached.emit()
        while self._waiting:
            waiter = self._waiting.pop()
            if not waiter.done():
                waiter.set_result(None)

    def detach(self) -> None:
        """Hear and command nothing any more; what is under way goes on."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._control = None
        while self._waiting:
            self._waiting.pop().cancel()

    @property
    def control(self) -> Control | None:
        """The control interface, None before it is there and after it is gone."""
        return self._control

    def command(
        self, command: Command, then: Callable[[JobId | None], None] | None = None
    ) -> "asyncio.Task[None] | None":
        """Carry a command out; `then` gets the new job's id (for `AddJob`). Errors come as `failed`.

        What is under way, None where nothing can be.
        """
        if self._control is None:
            self.failed.emit(self.tr("Headwater is still starting; try again in a moment."))
            return None
        task = self.spawn(self._carry_out(self._control, command, then))
        self._commands.add(task)
        task.add_done_callback(self._commands.discard)
        return task

    async def _carry_out(self, control: Control, command: Command, then: Callable[[JobId | None], None] | None) -> None:
        result = await control.execute(command)
        if then is not None:
            then(result)

    async def execute(self, command: Command) -> JobId | None:
        """Carry a command out, and wait for it. Raises `HeadwaterError`."""
        return await self._needed().execute(command)

    async def traffic(self) -> tuple[DayTraffic, ...]:
        """What came, by day and host, the oldest day first. Raises `HeadwaterError`."""
        return await self._needed().traffic()

    async def forget_traffic(self) -> None:
        """Begin the statistics anew. Raises `HeadwaterError`."""
        await self._needed().forget_traffic()

    def change_settings(self, settings: "Settings") -> None:
        """Put settings in force; errors come as `failed`."""
        if self._control is not None:
            self.spawn(self.put_settings(settings))

    async def put_settings(self, settings: "Settings") -> None:
        """Put settings in force. Raises `HeadwaterError`, as what follows does."""
        await self._needed().change_settings(settings)
        self.settings_changed.emit()

    @property
    def settings(self) -> "Settings":
        """What is in force."""
        return self._needed().settings

    def ranking_view(self) -> RankingView:
        """What sources are ranked by beside what is measured; empty while the control interface is not there."""
        return RankingView() if self._control is None else self._control.ranking_view()

    async def find_country(self) -> RankingView:
        """The same, once it is known where this computer seems to be."""
        return RankingView() if self._control is None else await self._control.find_country()

    def tell_metered(self, is_metered: bool | None) -> None:
        """The system says whether the connection is metered; None: it does not say."""
        if self._control is not None:
            self._control.told_metered(is_metered)

    async def export_settings(self, settings: "Settings", target: Path, window: Mapping[str, Any]) -> None:
        """Write settings to a file that can be carried elsewhere."""
        await self._needed().export_settings(settings, target, window)

    async def import_settings(self, source: Path) -> "tuple[Settings, Mapping[str, Any] | None]":
        """Read such a file; nothing is put in force."""
        return await self._needed().import_settings(source)

    async def follow_interface_settings(self) -> int | None:
        """Let other programs in as the settings say; the port while they do."""
        return await self._needed().follow_interface_settings()

    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]":
        """Run `work` on the loop; a `HeadwaterError` becomes a sentence, anything else is logged in full."""
        task = asyncio.get_event_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    async def settle_commands(self) -> None:
        """Return when the commands given so far are carried out."""
        await asyncio.gather(*self._commands, return_exceptions=True)

    def open_stream(self, job_id: JobId) -> OutputStream:
        """A reader's view of a job's file."""
        return self._needed().open_stream(job_id)

    def open_film(self, job_id: JobId, beside: OutputStream) -> "JobStream":
        """One more, with the blocking face that a player's threads need; `beside` tells what was wrong of either."""
        return self._needed().open_stream(job_id, beside=beside)

    def received(self, job_id: JobId) -> tuple[Span, ...]:
        """The bytes of a job that are here."""
        return self._needed().received(job_id)

    async def scout(self, job_id: JobId, settled: "Callable[[Plan], None] | None" = None) -> "Plan":
        """Have fetched first what the file's format needs first; `settled(plan)` hears early what that is."""
        return await self._needed().scout(job_id, settled)

    async def what_if(self, job_id: JobId, tuning: Tuning) -> "tuple[WhatIfCurve, WhatIfCurve]":
        """A job's progress under the tuning in force, and under another."""
        return await self._needed().what_if(job_id, tuning)

    async def save_credential(self, credential: Credential) -> None:
        """Put a name and password into the system's keyring."""
        await self._needed().save_credential(credential)

    async def remove_credential(self, host: str) -> None:
        """Take a host's out of it."""
        await self._needed().remove_credential(host)

    async def kept_logins(self) -> tuple[KeptLogin, ...]:
        """Whom the keyring has passwords for."""
        return await self._needed().kept_logins()

    async def save_proxy_password(self, proxy: str, password: str) -> None:
        """Put the password of a proxy (`http://name@host:port`) into the system's keyring."""
        await self._needed().save_proxy_password(proxy, password)

    async def has_proxy_password(self, proxy: str) -> bool:
        """Whether it has one."""
        return await self._needed().has_proxy_password(proxy)

    async def remove_proxy_password(self, proxy: str) -> None:
        """Take it out of it."""
        await self._needed().remove_proxy_password(proxy)

    async def probe(self, source: SourceSpec, options: JobOptions) -> SourceProbe:
        """Ask a source what it has, without fetching it."""
        return await (await self._awaited()).probe(source, options)

    async def look_at_folder(self, folder: Path, names: Sequence[str]) -> FolderView:
        """The room in a folder, and which names are taken there."""
        return await (await self._awaited()).look_at_folder(folder, names)

    def find_twins(self, asked: Sequence[FileAsked]) -> tuple[Twin | None, ...]:
        """The jobs that have files already that somebody is about to add."""
        return (None,) * len(asked) if self._control is None else self._control.find_twins(asked)

    async def continue_file(
        self, spec: JobSpec, path: Path, progress: Callable[[float], None], *, in_place: bool = False
    ) -> Adopted:
        """Make a job that goes on with a partial file of another program."""
        return await (await self._awaited()).continue_file(spec, path, progress, in_place=in_place)

    async def page_links(self, place: str) -> "PageLinks":
        """What a web page links to."""
        return await (await self._awaited()).page_links(place)

    async def read_document(self, place: str) -> "tuple[DescribedFile, ...] | str":
        """The files that a Metalink or torrent describes; a text as it is."""
        return await (await self._awaited()).read_document(place)

    async def find_checksum(self, urls: Sequence[str], options: JobOptions) -> "FoundChecksum | None":
        """What a checksum file beside one of a file's mirrors says."""
        return await (await self._awaited()).find_checksum(urls, options)

    async def export_metalink(self, job_id: JobId, target: Path) -> None:
        """Write a Metalink of a job."""
        await self._needed().export_metalink(job_id, target)

    async def examine(self, what: JobId | Path, places: Sequence[str], progress: Callable[[float], None]) -> "Checkup":
        """Hash a finished job's file, or any file, and compare it with what is known of it."""
        return await self._needed().examine(what, places, progress)

    async def mend(self, found: "Checkup", progress: Callable[[float], None]) -> "Checkup":
        """Fetch anew what is bad of an examined file."""
        return await self._needed().mend(found, progress)

    async def stream_url(self, job_id: JobId) -> str:
        """The link under which other programs play the file while it comes."""
        return await self._needed().stream_url(job_id)

    async def _awaited(self) -> Control:
        """The control interface, as soon as it is there: for questions that a person may ask right after the start."""
        if self._control is None:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(waiter)
            await waiter
        return self._needed()

    def _needed(self) -> Control:
        if self._control is None:
            raise HeadwaterError(self.tr("Headwater is still starting."))
        return self._control

    def progress_map(self, job_id: JobId, cells: int) -> ProgressMap | None:
        """A job's map, None when the job is gone or nothing is known of it."""
        if self._control is None:
            return None
        try:
            return self._control.progress_map(job_id, cells)
        except HeadwaterError:
            return None  # removed between the last batch and this paint

    def _finished(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if isinstance(error, HeadwaterError):
            self.failed.emit(error_sentence(error))
        elif error is not None:
            _log.error("A task of the window failed", exc_info=error)
            self.failed.emit(self.tr("Something went wrong inside Headwater: {error}").format(error=error))
