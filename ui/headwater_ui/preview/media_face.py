"""What stands above the row of a film: its pictures, or words and a way out where there are none.

It shows what it is told; of players it knows nothing.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtMultimediaWidgets import QVideoWidget
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget


class MediaFace(QStackedWidget):
    """Begins with words. `external_wanted`: open it in another player."""

    external_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.video = QVideoWidget(self)
        self.video.setObjectName("video")
        self.video.setAccessibleName(self.tr("Film"))
        self.message = QLabel(self)
        self.message.setObjectName("mediaMessage")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.way_out = QPushButton(self.tr("Open in another player"), self)
        self.way_out.setObjectName("mediaExternalNow")
        self.way_out.clicked.connect(lambda _checked: self.external_wanted.emit())
        self.way_out.hide()
        self._words = QWidget(self)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(24, 8, 24, 8)
        words.addStretch(1)
        words.addWidget(self.message)
        words.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignHCenter)
        words.addStretch(1)
        self.addWidget(self._words)
        self.addWidget(self.video)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.video)
        leave.activated.connect(lambda: self.video.setFullScreen(False))

    def say(self, words: str) -> None:
        """Words in place of the film."""
        self.message.setText(words)
        self.message.setAccessibleName(words)
        self.setCurrentWidget(self._words)

    def show_film(self) -> None:
        """The film in place of words."""
        self.setCurrentWidget(self.video)

    def show_full_screen(self, on: bool) -> None:
        """Only a film fills the screen; words do not."""
        if self.video.isVisible():
            self.video.setFullScreen(on)
