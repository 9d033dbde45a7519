"""The preview pane: what is inside the selected file, while it comes.

It reads the job's output stream from the beginning, wishes for what it reads next, and hands the bytes to a viewer
that suits them. It reads only while it is seen, and takes its wish back when it has enough. What it was given and
proved wrong it reads again, and goes on where it was.
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId
from headwater.model.ports import OutputStream
from headwater.model.snapshots import JobSnapshot
from headwater.model.spans import Span
from headwater_ui.language import engine_words, marked
from headwater_ui.preview.image_view import ImageView, PicturePace
from headwater_ui.preview.kinds import HEAD_BYTES, Kind, kind_of
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
_FIRST_BYTES: Final = 64 * 1024
#: Blocks that prove wrong one after the other are read again together.
_JOIN_S: Final = 0.25
#: What the player that is built in shows only with the help of the computer's graphics, if at all.
_HARD_CODECS: Final = {"av01": "AV1", "V_AV1": "AV1"}
#: What is said until the first thing can be shown.
_BEFORE: Final = {
    Kind.FILM: (marked("PreviewPane", "Film or sound"), marked("PreviewPane", "Fetching what the player needs first.")),
    Kind.PDF: (marked("PreviewPane", "PDF"), marked("PreviewPane", "Fetching what the first page needs.")),
    Kind.ARCHIVE: (marked("PreviewPane", "Archive"), marked("PreviewPane", "Fetching its table of contents.")),
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


class PreviewPane(QWidget):
    """Nothing is opened before a job is shown and the pane is seen. `player_wanted(job_id)`: open it elsewhere."""

    player_wanted = Signal(str)

    def __init__(self, files: Files, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewPane")
        self.setAccessibleName(self.tr("Preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._files = files
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._job_id: JobId | None = None
        self._is_on = True
        self._task: asyncio.Task[None] | None = None
        #: Waits for bytes that were shown to prove wrong.
        self._watch: asyncio.Task[None] | None = None
        #: Where a film or the pages stood that are opened again.
        self._stood: Callable[[], None] | None = None
        self._blank = _Blank(self)
        self._image = ImageView(self)
        self._text = TextView("previewText", self.tr("Text"), self)
        self._hex = TextView("previewHex", self.tr("Bytes"), self)
        self._film: MediaView | None = None
        self._pdf: PdfView | None = None
        self._archive: ArchiveView | None = None
        self._stack = QStackedWidget(self)
        for view in (self._blank, self._image, self._text, self._hex):
            self._stack.addWidget(view)
        self._caption = QLabel(self)
        self._caption.setObjectName("previewCaption")
        self._caption.setProperty("tone", "muted")
        self._caption.setContentsMargins(12, 4, 12, 8)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._caption)
        self._tell_blank()

    def show_job(self, job: JobSnapshot | None) -> None:
        """Look inside this job from now on; the same job again changes nothing."""
        job_id = job.job_id if job is not None else None
        if job_id == self._job_id and job_id is not None:
            return
        self._job_id = job_id
        self._stop()
        self._stood = None
        self._tell_blank()

    def set_on(self, on: bool) -> None:
        """Look inside, or leave the order of the bytes alone."""
        if on != self._is_on:
            self._is_on = on
            self._stop()
            self._tell_blank()

    def _tell_blank(self) -> None:
        """Say what is there before anything can be shown, and begin to look where there is something to see."""
        if not self._is_on:
            self._say(self.tr("Preview is off"), self.tr("The settings turn it on."))
        elif self._job_id is None:
            self._say(self.tr("Preview"), self.tr("Select a download to look inside while it comes."))
        else:
            self._say(self.tr("No bytes yet"), self.tr("The preview appears as soon as the first ones arrive."))
            self._start()

    def close_streams(self) -> None:
        """Stop reading for good: the program ends."""
        self._stop()
        if self._film is not None:
            self._film.close_media()
        if self._pdf is not None:
            self._pdf.close_file()
        self._worker.shutdown(wait=False, cancel_futures=True)

    def showEvent(self, _event: QShowEvent) -> None:
        if self._task is None:
            self._start()

    def hideEvent(self, _event: QHideEvent) -> None:
        self._stop()

    @property
    def kind(self) -> Kind | None:
        """Which viewer is on top; None while there is nothing to show."""
        views: dict[QWidget | None, Kind] = {
            self._image: Kind.IMAGE,
            self._text: Kind.TEXT,
            self._hex: Kind.BYTES,
        }
        if self._film is not None:
            views[self._film] = Kind.FILM
        if self._pdf is not None:
            views[self._pdf] = Kind.PDF
        if self._archive is not None:
            views[self._archive] = Kind.ARCHIVE
        return views.get(self._stack.currentWidget())

    # ------------------------------------------------------------------------------------------ reading

    def _start(self) -> None:
        if self._is_on and self._job_id is not None and self.isVisible():
            self._task = self._files.spawn(self._follow(self._job_id))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _follow(self, job_id: JobId) -> None:
        try:
            stream = self._files.open_stream(job_id)
        except HeadwaterError as error:
            self._say(self.tr("No preview"), engine_words(error))
            return
        watch = self._watch = self._files.spawn(self._look_again_when_wrong(stream))
        try:
            await self._look(job_id, stream)
            stream.wish(0, 0)
            await (
                asyncio.get_running_loop().create_future()
            )  # what is shown may prove wrong, until `_stop` cancels this
        finally:
            watch.cancel()
            stream.abort()

    async def _look_again_when_wrong(self, stream: OutputStream) -> None:
        await stream.until_revoked()
        await asyncio.sleep(_JOIN_S)
        if self.kind is Kind.FILM and self._film is not None:
            self._stood = self._film.go_back_later()
        elif self.kind is Kind.PDF and self._pdf is not None:
            self._stood = self._pdf.go_back_later()
        self._stop()
        self._start()

    async def _look(self, job_id: JobId, stream: OutputStream) -> None:
        """Show the file as far as it is of use, with the viewer that its first bytes ask for."""
        try:
            stream.wish(0, _FIRST_BYTES)
            head = b""
            while len(head) < HEAD_BYTES:
                piece = await stream.read_at(len(head), _FIRST_BYTES)
                if not piece:
                    break
                head += piece
            kind = kind_of(head)
            await self._show_with(kind, job_id, stream, head)
        except HeadwaterError as error:
            if self._stack.currentWidget() is self._blank:
                self._say(self.tr("No preview"), engine_words(error))

    async def _show_with(self, kind: Kind, job_id: JobId, stream: OutputStream, head: bytes) -> None:
        match kind:
            case Kind.FILM | Kind.PDF | Kind.ARCHIVE:
                stream.wish(0, 0)  # they have readers of their own
                await self._show_structured(kind, job_id, stream, head)
            case Kind.IMAGE:
                await self._show_image(stream, head)
            case Kind.TEXT:
                self._stack.setCurrentWidget(self._text)
                await follow_text(self._text, stream, head, self._worker, self._set_caption)
            case Kind.BYTES:
                self._stack.setCurrentWidget(self._hex)
                await follow_bytes(self._hex, stream, head, self._set_caption)

    async def _show_structured(self, kind: Kind, job_id: JobId, stream: OutputStream, head: bytes) -> None:
        """What is read here and there; the scout goes ahead and fetches the index, wherever it lies."""
        self._say(*(self.tr(words) for words in _BEFORE[kind]))
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
                await self._show_with(Kind.BYTES, job_id, stream, head)

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
        self._stack.setCurrentWidget(film)
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
        if self._film is None:
            from headwater_ui.preview.media_view import MediaView

            self._film = MediaView(self)
            self._film.told.connect(self._set_caption)
            self._film.external_wanted.connect(lambda: self.player_wanted.emit(self._job_id or ""))
            self._film.link.wanted.connect(self._want_link)
            self._stack.addWidget(self._film)
        return self._film

    def _want_link(self) -> None:
        if self._job_id is not None:
            self._files.spawn(self._offer_link(self._job_id))

    async def _offer_link(self, job_id: JobId) -> None:
        url = await self._files.stream_url(job_id)
        if self._film is not None and job_id == self._job_id:
            self._film.link.offer(url)

    async def _show_pdf(self, job_id: JobId, beside: OutputStream) -> None:
        """Show pages until another job is shown."""
        from headwater_ui.preview.pdf_reader import PdfReader
        from headwater_ui.preview.pdf_view import PdfView

        if self._pdf is None:
            view = self._pdf = PdfView(self)
            self._stack.addWidget(view)
            view.shown.connect(lambda: self._stack.setCurrentWidget(view))
            view.told.connect(self._set_caption)
            view.failed.connect(lambda sentence: self._say(self.tr("No preview"), sentence))
        stream = self._files.open_film(job_id, beside)
        try:
            size_bytes = await stream.size()
            stream.wish(0, _FIRST_BYTES)  # its reader jumps about: each move wishes for as little
            self._pdf.open(PdfReader(stream.blocking(), size_bytes))
            self._go_back()
            await asyncio.get_running_loop().create_future()  # until `_stop` cancels this task
        finally:
            stream.abort()
            self._pdf.close_file()

    async def _show_archive(self, job_id: JobId, plan: "Plan", beside: OutputStream) -> None:
        """List until another job is shown."""
        from headwater_ui.preview.archive_browser import ArchiveBrowser
        from headwater_ui.preview.archive_view import ArchiveView

        if self._archive is None:
            self._archive = ArchiveView(self)
            self._stack.addWidget(self._archive)
        view = self._archive
        browser = ArchiveBrowser(
            view, lambda: self._files.open_film(job_id, beside), self._files.spawn, self._set_caption
        )
        await browser.run(plan.container, lambda: self._stack.setCurrentWidget(view))

    async def _show_image(self, stream: OutputStream, head: bytes) -> None:
        if self._stack.currentWidget() is not self._image:  # a picture that is read again stays until it is better
            self._image.clear()
        parts, have, whole = [head], len(head), False
        async with asyncio.TaskGroup() as group:
            pace = PicturePace(self._image, self._worker)
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
        if not self._image.has_picture:
            self._say(self.tr("No preview"), self.tr("This picture cannot be decoded."))

    def _tell_image(self, have: int, size_bytes: int | None) -> None:
        if not self._image.has_picture:
            return
        self._stack.setCurrentWidget(self._image)
        words = self._image.words
        if size_bytes and have < size_bytes:
            words += self.tr(" · sharpens as it comes, {percent}").format(percent=percent_words(have / size_bytes))
        self._set_caption(words)

    def _say(self, title: str, hint: str) -> None:
        self._blank.say(title, hint)
        self._stack.setCurrentWidget(self._blank)
        self._set_caption("")

    def _set_caption(self, words: str) -> None:
        self._caption.setText(words)
        self._caption.setVisible(bool(words))
