"""The stream link of the film that is shown: drag it into a player or a browser, or click to copy it.

The link is asked for when the button is pressed and not before: it starts the stream server. The rule: what is dragged
out is a link and nothing else.
"""

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from headwater_ui.icons import icon


class LinkButton(QToolButton):
    """`wanted`: call `offer(url)`, soon."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mediaLink")
        self.setAccessibleName(self.tr("Stream link"))
        self.setToolTip(self.tr("Drag the stream link into a player; a click copies it"))
        self.setIcon(icon("link"))
        self.setAutoRaise(True)
        self._url = ""
        self._pressed_at: QPoint | None = None
        self._copies = False
        self.clicked.connect(lambda _checked: self._copy())

    def forget(self) -> None:
        """Another film is shown."""
        self._url, self._copies, self._pressed_at = "", False, None

    def offer(self, url: str) -> None:
        """This is the link."""
        self._url = url
        if self._copies:
            self._copy()

    def mime(self) -> QMimeData:
        """The link as players, browsers and text fields take it."""
        mime = QMimeData()
        mime.setUrls([QUrl(self._url)])
        mime.setText(self._url)
        return mime

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            if not self._url:
                self.wanted.emit()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        start = self._pressed_at
        if start is None or not self._url:
            return
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(self.mime())
            drag.exec(Qt.DropAction.CopyAction)  # Qt's own, as every list's: the system holds the pointer meanwhile

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def _copy(self) -> None:
        self._copies = not self._url
        if self._url:
            QGuiApplication.clipboard().setText(self._url)
        else:
            self.wanted.emit()
