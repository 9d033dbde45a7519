"""A PDF that is still coming, read and drawn on threads of its own.

One Python thread an open file does everything in order: it opens the document, asks for a page's size, has the page
drawn, and takes everything down again. QtPdf holds a lock while it reads and Python's interpreter lock while it works,
so two calls at once could wait for each other for ever; hence one thread, and the drawing itself in Qt's own, where no
interpreter lock is held. The rule: nothing here is called on the window's thread but `want` and `close`.
"""

import io
import queue
import threading
from typing import Final

from PySide6.QtCore import QEventLoop, QIODevice, QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer

from headwater.control.api import BlockingStream
from headwater.model.errors import HeadwaterError
from headwater_ui.language import engine_words, translate

#: One read from the stream: QtPdf asks for 512 bytes here and 512 there, and each wait costs a round trip.
_GRAIN_BYTES: Final = 64 * 1024
#: Longest side of a drawn page in pixels: a page may call itself a kilometre wide.
_MOST_PIXELS: Final = 4096


class PdfDevice(QIODevice):
    """Always gives all the bytes it is asked for: QtPdf takes a short answer for the whole one.

    When the stream is over, bytes that did not come are zeros, and `failure` says why; what is drawn from them is
    thrown away.
    """

    def __init__(self, stream: BlockingStream, size_bytes: int) -> None:
        super().__init__()
        self._file = io.BufferedReader(stream, _GRAIN_BYTES)
        self._size_bytes = size_bytes
        self.failure: str | None = None
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:
        return False

    def size(self) -> int:
        return self._size_bytes

    def bytesAvailable(self) -> int:
        return max(0, self._size_bytes - self.pos())

    def readData(self, maxlen: int) -> bytes:
        offset = self.pos()
        wanted = min(maxlen, self._size_bytes - offset)
        if wanted <= 0:
            return b""
        data = b""
        if self.failure is None:
            try:
                self._file.seek(offset)
                data = self._file.read(wanted)
            except HeadwaterError as error:
                self.failure = engine_words(error)  # nothing may be raised into QtPdf
        return data.ljust(wanted, b"\0")

    def writeData(self, _data: bytes | bytearray | memoryview, _size: int) -> int:
        return -1


#: Readers whose threads run: else the thread could be the last to know of one, and end what belongs to the window's.
_running: Final[set["PdfReader"]] = set()


class PdfReader(QObject):
    """`opened(pages)`, then `drawn(page, image)` for what was wanted last; `failed(sentence)`; at the end `ended`.

    It lives until its thread has ended, whoever knows of it.
    """

    opened = Signal(int)
    drawn = Signal(int, QImage)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, stream: BlockingStream, size_bytes: int) -> None:
        super().__init__()
        self._stream, self._size_bytes = stream, size_bytes
        self._wanted: queue.SimpleQueue[tuple[int, QSize] | None] = queue.SimpleQueue()
        self._is_over = False
        # Not a daemon: the interpreter waits for it at its end, which `close` has made short.
        self._thread = threading.Thread(target=self._run, name="pdf")
        self.ended.connect(self._leave)

    def start(self) -> None:
        _running.add(self)
        self._thread.start()

    def want(self, page: int, room: QSize) -> None:
        """Draw this page (the first is 0), as large as fits into `room`, in pixels; earlier wishes are forgotten."""
        self._wanted.put((page, room))

    def close(self) -> None:
        """End: wakes a read that waits, and returns at once. `ended` comes when nothing is left."""
        self._is_over = True
        self._stream.abort()
        self._wanted.put(None)

    def _leave(self) -> None:
        self._thread.join()  # it has nothing left to do
        _running.discard(self)

    # ---- on the thread -----------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            self._read_to_the_end()
        finally:
            self.ended.emit()

    def _read_to_the_end(self) -> None:
        device = PdfDevice(self._stream, self._size_bytes)
        document = QPdfDocument(None)  # type: ignore[call-overload]  # its stub wants a parent; none is allowed
        try:
            self._read(device, document)
        finally:
            document.close()
            device.close()

    def _read(self, device: PdfDevice, document: QPdfDocument) -> None:
        document.load(device)
        if document.status() is not QPdfDocument.Status.Ready or document.pageCount() < 1:
            self._fail(device.failure or _reason(document))
            return
        renderer = QPdfPageRenderer(None)  # type: ignore[call-overload]  # the same
        renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        renderer.setDocument(document)
        self.opened.emit(document.pageCount())
        while not self._is_over and device.failure is None and (wish := self._newest()) is not None:
            page, room = wish
            if 0 <= page < document.pageCount():
                image = self._draw(document, renderer, page, room)
                if device.failure is None:
                    self.drawn.emit(page, image)
        if device.failure is not None:
            self._fail(device.failure)
        renderer.setDocument(None)

    def _newest(self) -> tuple[int, QSize] | None:
        """The last wish, waiting for one; None when it is over."""
        wish = self._wanted.get()
        while wish is not None and not self._wanted.empty():
            wish = self._wanted.get()
        return wish

    def _draw(self, document: QPdfDocument, renderer: QPdfPageRenderer, page: int, room: QSize) -> QImage:
        points = document.pagePointSize(page)
        scale = min(room.width() / max(1.0, points.width()), room.height() / max(1.0, points.height()))
        scale = min(scale, _MOST_PIXELS / max(1.0, points.width(), points.height()))
        size = QSize(max(1, round(points.width() * scale)), max(1, round(points.height() * scale)))
        loop, got = QEventLoop(), QImage()

        def take(_page: int, _size: QSize, image: QImage, *_rest: object) -> None:
            nonlocal got
            got = image
            loop.quit()

        renderer.pageRendered.connect(take)
        renderer.requestPage(page, size)
        loop.exec()  # of this thread, not of the window's
        renderer.pageRendered.disconnect(take)
        return got

    def _fail(self, sentence: str) -> None:
        if not self._is_over:
            self.failed.emit(sentence)

    def __repr__(self) -> str:
        return f"<PdfReader {'over' if self._is_over else 'open'} on {self._stream!r}>"


def _reason(document: QPdfDocument) -> str:
    match document.error():
        case QPdfDocument.Error.IncorrectPassword:
            return translate("PdfReader", "This PDF asks for a password.")
        case QPdfDocument.Error.UnsupportedSecurityScheme:
            return translate("PdfReader", "This PDF is protected in a way that the viewer does not know.")
        case _:
            return translate("PdfReader", "This PDF cannot be shown: its structure is damaged.")
