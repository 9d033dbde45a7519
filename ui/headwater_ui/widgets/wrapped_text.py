"""A line of selectable text that breaks anywhere if it must: links and paths are long words that a label would clip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from headwater_ui.language import begins_at_right


class WrappedText(QPlainTextEdit):
    """Read-only, without frame, as high as its text needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent; border: none; padding: 0;")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def setText(self, words: str) -> None:
        # A text of the other direction than the window's would lose its first letters at the edge.
        rightward = Qt.LayoutDirection.RightToLeft if begins_at_right(words) else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(rightward)
        self.setPlainText(words)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        return QSize(120, self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page around it scrolls

    def _needed(self) -> int:
        lines = 0
        block = self.document().firstBlock()
        while block.isValid():
            # Laid out only once it was shown; until then a line each is near enough.
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return max(1, lines) * self.fontMetrics().lineSpacing() + 4

    def _fit(self) -> None:
        height = self._needed()
        if height != self.height():
            self.setFixedHeight(height)
