"""The picture of a file that is still coming: decoded off the loop's thread, at most four times a second.

A decode starts over from the first byte each time, so its pace also follows what it costs: it may take a quarter of a
worker's time, never more.
"""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from headwater_ui.preview.image_decoder import Picture, decode_picture

_SHORTEST_PAUSE_S: Final = 0.25
_COST_FACTOR: Final = 3.0


class ImageView(QWidget):
    """Fits a picture into the pane, never larger than its own pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewImage")
        self.setAccessibleName(self.tr("Picture"))
        self._pixmap = QPixmap()
        self._full_size = QSize()
        self.words = ""

    def clear(self) -> None:
        self._pixmap = QPixmap()
        self.update()

    def show_picture(self, picture: Picture) -> None:
        self._pixmap = QPixmap.fromImage(picture.image)
        self._full_size = picture.full_size
        self.words = f"{picture.format} · {picture.full_size.width()} × {picture.full_size.height()}"
        self.setAccessibleDescription(self.words)
        self.update()

    def room(self) -> QSize:
        """Device pixels worth decoding for: twice the pane, so that a larger window needs no new decode at once."""
        return self.size().expandedTo(QSize(480, 360)) * (2.0 * self.devicePixelRatioF())

    @property
    def has_picture(self) -> bool:
        return not self._pixmap.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pixmap.isNull():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = self.rect().adjusted(12, 12, -12, -12)
            size = self._full_size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            if size.width() > self._full_size.width():
                size = self._full_size
            left = area.left() + (area.width() - size.width()) / 2
            top = area.top() + (area.height() - size.height()) / 2
            painter.drawPixmap(
                QRectF(left, top, size.width(), size.height()), self._pixmap, QRectF(self._pixmap.rect())
            )


class PicturePace:
    """Decodes the newest state whenever the last decode is done and its pause is over."""

    def __init__(self, view: ImageView, worker: Executor) -> None:
        self._view = view
        self._worker = worker
        self._parts: Sequence[bytes] = ()
        self._complete = False
        self._news = asyncio.Event()

    def offer(self, parts: Sequence[bytes], *, complete: bool) -> None:
        """This is what has arrived by now; `parts` may grow afterwards."""
        self._parts, self._complete = parts, complete
        self._news.set()

    async def run(self) -> None:
        """Decode until the complete picture was shown."""
        loop = asyncio.get_running_loop()
        complete = False
        while not complete:
            await self._news.wait()
            self._news.clear()
            parts, complete = tuple(self._parts), self._complete
            started_s = time.monotonic()
            room = self._view.room()
            picture = await loop.run_in_executor(
                self._worker,
                lambda: decode_picture(parts, room, complete=complete),  # noqa: B023  # awaited in this turn
            )
            if picture is not None:
                self._view.show_picture(picture)
            cost_s = time.monotonic() - started_s
            if not complete:
                await asyncio.sleep(max(_SHORTEST_PAUSE_S, _COST_FACTOR * cost_s))
