"""Reads an archive that is still coming for `archive_view`: its listing, a member's inside, a member saved.

Every errand has a stream and a worker thread of its own, so that one that waits for bytes holds up no other, and ends
as soon as its stream is aborted. The rule: the loop's thread never reads.
"""

import asyncio
import io
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import IO, Any, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog

from headwater.control.api import JobStream
from headwater.control.archive import MOST_MEMBERS, ArchiveError, Member, Members, TarMembers, ZipListing, list_tar
from headwater.formats.sniff import Container
from headwater.model.errors import HeadwaterError
from headwater_ui.language import engine_words, translate
from headwater_ui.preview.archive_view import ArchiveView
from headwater_ui.preview.image_decoder import Picture, decode_picture
from headwater_ui.preview.kinds import Kind, kind_of
from headwater_ui.preview.text_view import HEX_CAP_BYTES, TEXT_CAP_BYTES, detect_encoding, hex_lines
from headwater_ui.wording import percent_words, size_words

#: Headers and tables of contents are small and far apart: more would only be waited for.
_GRAIN_BYTES: Final = 64 * 1024
_HEAD_BYTES: Final = 64 * 1024
_PICTURE_CAP_BYTES: Final = 64 * 1024**2
#: Members of a tar are shown in batches, at most this often.
_BATCH_S: Final = 0.1


class ArchiveBrowser:
    """Serves a view while `run` runs. `tell(words)` is what to write below the view."""

    def __init__(
        self,
        view: ArchiveView,
        open_stream: Callable[[], JobStream],
        spawn: Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"],
        tell: Callable[[str], None],
    ) -> None:
        self._view = view
        self._open_stream = open_stream
        self._spawn = spawn
        self._tell = tell
        self._words = ""
        self._container = Container.ZIP
        self._looking: asyncio.Task[None] | None = None
        self._saving: set[asyncio.Task[None]] = set()

    async def run(self, container: Container, ready: Callable[[], None]) -> None:
        """List, then serve until cancelled; `ready()` when there is something to see. Raises `HeadwaterError`."""
        view, self._container = self._view, container
        view.begin()
        view.look_wanted.connect(self.look)
        view.save_wanted.connect(self._ask_where)
        view.left.connect(self._leave)
        try:
            if container is Container.ZIP:
                async with self._reading() as (file, work):
                    view.model.add((await work(ZipListing, file)).members)
                self._say_listed(container)
                ready()
            else:
                await self._list_growing(container, ready)
            await asyncio.get_running_loop().create_future()  # until cancelled
        finally:
            view.look_wanted.disconnect(self.look)
            view.save_wanted.disconnect(self._ask_where)
            view.left.disconnect(self._leave)
            for task in (self._looking, *self._saving):
                if task is not None:
                    task.cancel()

    def look(self, member: Member) -> None:
        """Show a member's inside."""
        self._leave()
        self._view.begin_member(member)
        self._looking = self._spawn(self._look(member))

    def save(self, member: Member, path: Path) -> None:
        """Write a member to `path`."""
        task = self._spawn(self._save(member, path))
        self._saving.add(task)
        task.add_done_callback(self._saving.discard)

    # ---- errands -----------------------------------------------------------------------------------------

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[tuple[IO[bytes], Callable[..., Any]]]:
        """The file, and how to call a function on the thread that may read it."""
        stream = self._open_stream()
        worker = ThreadPoolExecutor(1, thread_name_prefix="archive")
        loop = asyncio.get_running_loop()
        try:
            stream.wish(0, _GRAIN_BYTES)  # each later move wishes for as little
            file = io.BufferedReader(stream.blocking(), _GRAIN_BYTES)
            yield file, lambda function, *args: loop.run_in_executor(worker, function, *args)
        finally:
            stream.abort()
            worker.shutdown(wait=False, cancel_futures=True)

    def _members(self, file: IO[bytes]) -> Members:
        return ZipListing(file) if self._container is Container.ZIP else TarMembers(file, self._container)

    async def _list_growing(self, container: Container, ready: Callable[[], None]) -> None:
        coming: deque[Member] = deque()
        fault: ArchiveError | None = None

        def walk(file: IO[bytes]) -> None:
            for member in list_tar(file, container):
                coming.append(member)

        def show() -> None:
            self._view.model.add([coming.popleft() for _ in range(len(coming))])
            if self._view.model.rowCount():
                ready()
                self._say_listed(container, translate("ArchiveBrowser", "so far"))

        async with self._reading() as (file, work):
            walking = asyncio.ensure_future(work(walk, file))
            while not walking.done():
                await asyncio.wait((walking,), timeout=_BATCH_S)
                show()
            try:
                await walking
            except ArchiveError as error:
                fault = error
        show()
        if not self._view.model.rowCount():
            raise fault or ArchiveError(translate("ArchiveBrowser", "This archive is empty."))
        self._say_listed(container, translate("ArchiveBrowser", "then: {fault}").format(fault=fault) if fault else "")

    def _say_listed(self, container: Container, rest: str = "") -> None:
        count = self._view.model.rowCount()
        words = translate("ArchiveBrowser", "%Ln member(s)", None, count)
        more = translate("ArchiveBrowser", ", more are not listed") if count >= MOST_MEMBERS else ""
        packing = (
            ""
            if container in (Container.ZIP, Container.TAR)
            else translate("ArchiveBrowser", ", packed with {method}").format(method=container.value)
        )
        kind = "ZIP" if container is Container.ZIP else "tar"
        self._words = f"{kind}{packing} · {words}{more}{f', {rest}' if rest else ''}"
        self._tell(self._words)

    async def _look(self, member: Member) -> None:
        self._tell(translate("ArchiveBrowser", "{size} unpacked").format(size=size_words(member.size_bytes)))
        try:
            async with self._reading() as (file, work):
                listing: Members = await work(self._members, file)
                head: bytes = await work(listing.read, member, _HEAD_BYTES)
                match kind_of(head):
                    case Kind.IMAGE:
                        data = await work(listing.read, member, _PICTURE_CAP_BYTES)
                        room = self._view.size().expandedTo(QSize(480, 360)) * (2.0 * self._view.devicePixelRatioF())
                        picture: Picture | None = await work(_decode, data, room)
                        if picture is None:
                            raise ArchiveError(translate("ArchiveBrowser", "This picture cannot be decoded."))
                        self._view.show_picture(picture)
                    case Kind.TEXT:
                        encoding = await work(detect_encoding, head)
                        data = await work(listing.read, member, TEXT_CAP_BYTES)
                        self._view.show_text(data.decode(encoding, "replace"))
                    case Kind.ARCHIVE:
                        self._view.say(
                            translate("ArchiveBrowser", "An archive inside an archive. Save it to look inside.")
                        )
                    case _:
                        self._view.show_text(hex_lines(head[:HEX_CAP_BYTES], 0))
        except HeadwaterError as error:
            self._view.say(engine_words(error))

    def _ask_where(self, member: Member) -> None:
        dialog = QFileDialog(self._view, translate("ArchiveBrowser", "Save member as"), member.name)
        dialog.setObjectName("memberSaveDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(member.name)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(lambda path: self.save(member, Path(path)))
        dialog.open()

    async def _save(self, member: Member, path: Path) -> None:
        loop = asyncio.get_running_loop()

        def tell(written: int) -> None:
            share = percent_words(written / member.size_bytes if member.size_bytes else 1.0)
            loop.call_soon_threadsafe(
                self._tell, translate("ArchiveBrowser", "Saving {name}, {share}").format(name=member.name, share=share)
            )

        self._tell(translate("ArchiveBrowser", "Saving {name}").format(name=member.name))
        async with self._reading() as (file, work):
            listing: Members = await work(self._members, file)
            await work(listing.save, member, path, tell)
        await asyncio.sleep(0)  # what the thread told last
        self._tell(translate("ArchiveBrowser", "Saved {name}").format(name=path.name))

    def _leave(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
            self._tell(self._words)


def _decode(data: bytes, room: QSize) -> Picture | None:
    return decode_picture([data], room, complete=True)
