"""The viewers of the preview, one above the other: which of them shows a file, and how it is fed while the file comes.

It reads through the streams that it is given and knows nothing of when to begin or to stop: who calls `show_file`
cancels it. Viewers that are slow to load are made with the first file that asks for them.
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from headwater.model.job import JobId
from headwater.model.ports import OutputStream
from headwater.model.spans import Span
from headwater_ui.language import marked
from headwater_ui.preview.image_view import ImageView, PicturePace
from headwater_ui.preview.kinds import Kind
from headwater_ui.preview.text_view import TextView, follow_bytes, follow_text
from headwater_ui.widgets.empty_state import paint_empty
from headwater_ui.wording import percent_words

if TYPE_CHECKING:  # the engine and QtMultimedia are imported after the first paint
    from headwater.control.api import JobStream
    from headwater.formats.plan import Plan
    from headwater_ui.preview.archive_view import ArchiveView
    from headwater_ui.preview.media_view import MediaView
    from headwater_ui.preview.pdf_view import PdfView

_CHUNK_BYTES: Final = 512 * 1024
_IMAGE_CAP_BYTES: Final = 96 * 1024**2
#: What is wished for at first.
FIRST_BYTES: Final = 64 * 1024
#: What the player that is built in shows only with the help of the computer's graphics, if at all.
_HARD_CODECS: Final = {"av01": "AV1", "V_AV1": "AV1"}
#: What is said until the first thing can be shown.
_BEFORE: Final = {
    Kind.FILM: (marked("Viewers", "Film or sound"), marked("Viewers", "Fetching what the player needs first.")),
    Kind.PDF: (marked("Viewers", "PDF"), marked("Viewers", "Fetching what the first page needs.")),
    Kind.ARCHIVE: (marked("Viewers", "Archive"), marked("Viewers", "Fetching its table of contents.")),
}


class Files(Protocol):
    """What the pane uses of the bridge."""

    def open_stream(self, job_id: JobId) -> OutputStream: ...
    def open_film(self, job_id: JobId, beside: OutputStream) -> "JobStream": ...
    def received(self, job_id: JobId) -> tuple[Span, ...]: ...
    async def scout(self, job_id: JobId, settled: "Callable[[Plan], None] | None" = None) -> "Plan": ...
    async def stream_url(self, job_id: JobId) -> str: ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


class _Blank(QWidget):
    """Says what this pane is for, or what it waits for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.hint = "", ""

    def say(self, title: str, hint: str) -> None:
        self.title, self.hint = title, hint
        self.setAccessibleName(f"{title}. {hint}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_empty(self, "preview", self.title, self.hint)


class Viewers(QStackedWidget):
    """`told(words)`: what to write below. `player_wanted`, `link_wanted`: of the film that is shown."""

    told = Signal(str)
    player_wanted = Signal()
    link_wanted = Signal()

    def __init__(self, files: Files, worker: Executor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files, self._worker = files, worker
        #: Where a film or the pages stood that are opened again.
        self._stood: Callable[[], None] | None = None
        self.blank = _Blank(self)
        self.image = ImageView(self)
        self.text = TextView("previewText", self.tr("Text"), self)
        self.hex = TextView("previewHex", self.tr("Bytes"), self, is_table=True)
        self.film: MediaView | None = None
        self.pdf: PdfView | None = None
        self.archive: ArchiveView | None = None
        for view in (self.blank, self.image, self.text, self.hex):
            self.addWidget(view)

    @property
    def kind(self) -> Kind | None:
        """Which viewer is on top; None while there is nothing to show."""
        views: dict[QWidget | None, Kind] = {
            self.image: Kind.IMAGE,
            self.text: Kind.TEXT,
            self.hex: Kind.BYTES,
        }
        if self.film is not None:
            views[self.film] = Kind.FILM
        if self.pdf is not None:
            views[self.pdf] = Kind.PDF
        if self.archive is not None:
            views[self.archive] = Kind.ARCHIVE
        return views.get(self.currentWidget())

    def say(self, title: str, hint: str) -> None:
        """Words, and no file."""
        self.blank.say(title, hint)
        self.setCurrentWidget(self.blank)
        self.told.emit("")

    def keep_place(self) -> None:
        """The file that is shown will be opened again, and goes on where it stands now."""
        if self.kind is Kind.FILM and self.film is not None:
            self._stood = self.film.go_back_later()
        elif self.kind is Kind.PDF and self.pdf is not None:
            self._stood = self.pdf.go_back_later()

    def forget_place(self) -> None:
        """Another file will be shown."""
        self._stood = None

    def close_files(self) -> None:
        """Let go of what is open, for good."""
        if self.film is not None:
            self.film.close_media()
        if self.pdf is not None:
            self.pdf.close_file()

    async def show_file(self, kind: Kind, job_id: JobId, stream: OutputStream, head: bytes) -> None:
        """Show a file that begins with `head`, as far as it is of use; films, pages and archives until cancelled.

        Raises `HeadwaterError`.
        """
        match kind:
            case Kind.FILM | Kind.PDF | Kind.ARCHIVE:
                stream.wish(0, 0)  # they have readers of their own
                await self._show_structured(kind, job_id, stream, head)
            case Kind.IMAGE:
                await self._show_image(stream, head)
            case Kind.TEXT:
                self.setCurrentWidget(self.text)
                await follow_text(self.text, stream, head, self._worker, self.told.emit)
            case Kind.BYTES:
                self.setCurrentWidget(self.hex)
                await follow_bytes(self.hex, stream, head, self.told.emit)

    async def _show_structured(self, kind: Kind, job_id: JobId, stream: OutputStream, head: bytes) -> None:
        """What is read here and there; the scout goes ahead and fetches the index, wherever it lies."""
        self.say(*(self.tr(words) for words in _BEFORE[kind]))
        if kind is Kind.FILM:
            await self._scout_film(job_id, stream)
            return
        plan = await self._files.scout(job_id)
        if kind is Kind.PDF:
            await self._show_pdf(job_id, stream)
        else:
            from headwater.control.archive import ArchiveError

            try:
                await self._show_archive(job_id, plan, stream)
            except ArchiveError:  # packed, but no archive, or a broken one: its bytes are all there is
                await self.show_file(Kind.BYTES, job_id, stream, head)

    async def _scout_film(self, job_id: JobId, beside: OutputStream) -> None:
        """Begin to play when the index is understood, while the scout goes on to fetch first samples and cues."""
        known: asyncio.Future[Plan] = asyncio.get_running_loop().create_future()
        scouting = asyncio.ensure_future(self._files.scout(job_id, known.set_result))
        try:
            await asyncio.wait((known, scouting), return_when=asyncio.FIRST_COMPLETED)
            await self._show_film(job_id, known.result() if known.done() else scouting.result(), beside)
        finally:
            scouting.cancel()
            await asyncio.gather(scouting, return_exceptions=True)  # the player's own reader tells what went wrong

    async def _show_film(self, job_id: JobId, plan: "Plan", beside: OutputStream) -> None:
        """Play until another job is shown."""
        from headwater_ui.preview.stream_device import StreamDevice

        film = self._film_view()
        stream = self._files.open_film(job_id, beside)
        size_bytes = await stream.size()
        film.open(
            StreamDevice(stream.blocking(), size_bytes),
            name=plan.container.name.lower(),
            rate_bytes_per_s=plan.rate_bytes_per_s,
            here=lambda: self._files.received(job_id),
            wish=stream.wish,
            hard_codec=next((_HARD_CODECS[codec] for codec in plan.codecs if codec in _HARD_CODECS), None),
        )
        self.setCurrentWidget(film)
        self._go_back()
        try:
            await asyncio.get_running_loop().create_future()  # until `_stop` cancels this task
        finally:
            film.close_media()

    def _go_back(self) -> None:
        """What was opened again goes on where it stood."""
        go_back, self._stood = self._stood, None
        if go_back is not None:
            go_back()

    def _film_view(self) -> "MediaView":
        """The player, made when the first film is shown: QtMultimedia is slow to load."""
        if self.film is None:
            from headwater_ui.preview.media_view import MediaView

            self.film = MediaView(self)
            self.film.told.connect(self.told)
            self.film.external_wanted.connect(self.player_wanted)
            self.film.bar.link.wanted.connect(self.link_wanted)
            self.addWidget(self.film)
        return self.film

    async def _show_pdf(self, job_id: JobId, beside: OutputStream) -> None:
        """Show pages until another job is shown."""
        from headwater_ui.preview.pdf_reader import PdfReader
        from headwater_ui.preview.pdf_view import PdfView

        if self.pdf is None:
            view = self.pdf = PdfView(self)
            self.addWidget(view)
            view.shown.connect(lambda: self.setCurrentWidget(view))
            view.told.connect(self.told)
            view.failed.connect(lambda sentence: self.say(self.tr("No preview"), sentence))
        stream = self._files.open_film(job_id, beside)
        try:
            size_bytes = await stream.size()
            stream.wish(0, FIRST_BYTES)  # its reader jumps about: each move wishes for as little
            self.pdf.open(PdfReader(stream.blocking(), size_bytes))
            self._go_back()
            await asyncio.get_running_loop().create_future()  # until `_stop` cancels this task
        finally:
            stream.abort()
            self.pdf.close_file()

    async def _show_archive(self, job_id: JobId, plan: "Plan", beside: OutputStream) -> None:
        """List until another job is shown."""
        from headwater_ui.preview.archive_browser import ArchiveBrowser
        from headwater_ui.preview.archive_view import ArchiveView

        if self.archive is None:
            self.archive = ArchiveView(self)
            self.addWidget(self.archive)
        view = self.archive
        browser = ArchiveBrowser(view, lambda: self._files.open_film(job_id, beside), self._files.spawn, self.told.emit)
        await browser.run(plan.container, lambda: self.setCurrentWidget(view))

    async def _show_image(self, stream: OutputStream, head: bytes) -> None:
        if self.currentWidget() is not self.image:  # a picture that is read again stays until it is better
            self.image.clear()
        parts, have, whole = [head], len(head), False
        async with asyncio.TaskGroup() as group:
            pace = PicturePace(self.image, self._worker)
            group.create_task(pace.run())
            while not whole:
                pace.offer(parts, complete=False)
                stream.wish(have, _CHUNK_BYTES * 8)
                piece = await stream.read_at(have, _CHUNK_BYTES) if have < _IMAGE_CAP_BYTES else b""
                parts.append(piece)
                have += len(piece)
                whole = not piece or have == stream.size_bytes
                self._tell_image(have, stream.size_bytes)
            pace.offer(parts, complete=True)
        self._tell_image(have, have)
        if not self.image.has_picture:
            self.say(self.tr("No preview"), self.tr("This picture cannot be decoded."))

    def _tell_image(self, have: int, size_bytes: int | None) -> None:
        if not self.image.has_picture:
            return
        self.setCurrentWidget(self.image)
        words = self.image.words
        if size_bytes and have < size_bytes:
            words += self.tr(" · sharpens as it comes, {percent}").format(percent=percent_words(have / size_bytes))
        self.told.emit(words)
