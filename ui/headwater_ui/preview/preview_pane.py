"""The preview pane: what is inside the selected file, while it comes.

It reads the job's output stream from the beginning, wishes for what it reads next, and hands the bytes to a viewer
that suits them. It reads only while it is seen, and takes its wish back when it has enough. What it was given and
proved wrong it reads again, and goes on where it was.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from headwater.model.errors import HeadwaterError
from headwater.model.job import JobId, JobState
from headwater.model.ports import OutputStream
from headwater.model.snapshots import JobSnapshot
from headwater_ui.language import engine_words
from headwater_ui.preview.kinds import HEAD_BYTES, Kind, kind_of
from headwater_ui.preview.viewers import FIRST_BYTES, Files, Viewers

#: Blocks that prove wrong one after the other are read again together.
_JOIN_S: Final = 0.25
#: Between runs a file that is not complete is not read.
_AT_REST: Final = frozenset({JobState.WAITING, JobState.PAUSED})


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
        self._rests = False
        self._is_on = True
        self._task: asyncio.Task[None] | None = None
        #: Waits for bytes that were shown to prove wrong.
        self._watch: asyncio.Task[None] | None = None
        self.viewers = Viewers(files, self._worker, self)
        self._caption = QLabel(self)
        self._caption.setObjectName("previewCaption")
        self._caption.setProperty("tone", "muted")
        self._caption.setContentsMargins(12, 4, 12, 8)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.viewers, 1)
        layout.addWidget(self._caption)
        self.viewers.told.connect(self._set_caption)
        self.viewers.player_wanted.connect(lambda: self.player_wanted.emit(self._job_id or ""))
        self.viewers.link_wanted.connect(self._want_link)
        self._tell_blank()

    def show_job(self, job: JobSnapshot | None) -> None:
        """Look inside this job from now on; the same job again changes nothing."""
        job_id = job.job_id if job is not None else None
        if job_id == self._job_id and job_id is not None:
            return
        self._job_id = job_id
        self._rests = job is not None and job.state in _AT_REST and job.received_bytes > 0
        self._stop()
        self.viewers.forget_place()
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
            self.viewers.say(self.tr("Preview is off"), self.tr("The settings turn it on."))
        elif self._job_id is None:
            self.viewers.say(self.tr("Preview"), self.tr("Select a download to look inside while it comes."))
        elif self._rests:
            self.viewers.say(self.tr("Not running"), self.tr("The preview appears as soon as the download goes on."))
            self._start()
        else:
            self.viewers.say(self.tr("No bytes yet"), self.tr("The preview appears as soon as the first ones arrive."))
            self._start()

    def close_streams(self) -> None:
        """Stop reading for good: the program ends."""
        self._stop()
        self.viewers.close_files()
        self._worker.shutdown(wait=False, cancel_futures=True)

    def showEvent(self, _event: QShowEvent) -> None:
        if self._task is None:
            self._start()

    def hideEvent(self, _event: QHideEvent) -> None:
        self._stop()

    @property
    def kind(self) -> Kind | None:
        """Which viewer is on top; None while there is nothing to show."""
        return self.viewers.kind

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
            self.viewers.say(self.tr("No preview"), engine_words(error))
            return
        watch = self._watch = self._files.spawn(self._look_again_when_wrong(stream))
        try:
            await self._look(job_id, stream)
            stream.wish(0, 0)
            # What is shown may prove wrong, until `_stop` cancels this.
            await asyncio.get_running_loop().create_future()
        finally:
            watch.cancel()
            stream.abort()

    async def _look_again_when_wrong(self, stream: OutputStream) -> None:
        await stream.until_revoked()
        await asyncio.sleep(_JOIN_S)
        self.viewers.keep_place()
        self._stop()
        self._start()

    async def _look(self, job_id: JobId, stream: OutputStream) -> None:
        """Show the file as far as it is of use, with the viewer that its first bytes ask for."""
        try:
            stream.wish(0, FIRST_BYTES)
            head = b""
            while len(head) < HEAD_BYTES:
                piece = await stream.read_at(len(head), FIRST_BYTES)
                if not piece:
                    break
                head += piece
            kind = kind_of(head)
            await self.viewers.show_file(kind, job_id, stream, head)
        except HeadwaterError as error:
            if self.viewers.currentWidget() is self.viewers.blank:
                self.viewers.say(self.tr("No preview"), engine_words(error))

    def _want_link(self) -> None:
        if self._job_id is not None:
            self._files.spawn(self._offer_link(self._job_id))

    async def _offer_link(self, job_id: JobId) -> None:
        url = await self._files.stream_url(job_id)
        if self.viewers.film is not None and job_id == self._job_id:
            self.viewers.film.bar.link.offer(url)

    def _set_caption(self, words: str) -> None:
        self._caption.setText(words)
        self._caption.setVisible(bool(words))
