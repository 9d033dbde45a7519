"""The pages of a PDF that is still coming: one page at a time, fitted into the pane, with a row to turn them.

Reading and drawing happen in `pdf_reader`; this widget only shows images and says which page is wanted.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QToolButton, QVBoxLayout, QWidget

from headwater_ui.icons import icon
from headwater_ui.preview.pdf_reader import PdfReader
from headwater_ui.theme import colours

#: A new size is drawn when the pane has kept it this long.
_SETTLE_MS: Final = 150
_MARGIN: Final = 10


class _Sheet(QWidget):
    """The page as far as it is drawn."""

    turned = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pdfSheet")
        self.setAccessibleName(self.tr("Page"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pixmap = QPixmap()

    def show_image(self, image: QImage) -> None:
        self._pixmap = QPixmap.fromImage(image)
        self.update()

    def room(self) -> QSize:
        """Pixels that a page may have."""
        return (self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)).expandedTo(QSize(200, 200)) * self.devicePixelRatioF()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._pixmap.isNull():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            area = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            size = self._pixmap.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(area.center())
            painter.fillRect(place, Qt.GlobalColor.white)  # paper is white in the dark, too
            painter.drawPixmap(place, self._pixmap)
            painter.setPen(QColor(colours().line))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if delta := event.angleDelta().y():
            self.turned.emit(-1 if delta > 0 else 1)


class PdfView(QWidget):
    """Shows one file at a time. `told(words)`: what to write below; `failed(sentence)`; `shown`: a page is there."""

    told = Signal(str)
    failed = Signal(str)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pdfView")
        self.setAccessibleName(self.tr("PDF"))
        self._reader: PdfReader | None = None
        #: Readers that were closed and whose threads are on their way out.
        self._leaving: set[PdfReader] = set()
        self._drawn_page = -1
        #: The page to begin with, the first is 1.
        self._first = 1
        self._sheet = _Sheet(self)
        self._sheet.turned.connect(self.turn)
        self._before = self._button("pdfBefore", self.tr("Previous page"), "previous", -1)
        self._after = self._button("pdfAfter", self.tr("Next page"), "next", 1)
        self._number = QSpinBox(self)
        self._number.setObjectName("pdfPage")
        self._number.setAccessibleName(self.tr("Page number"))
        self._number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._number.setKeyboardTracking(False)
        self._number.valueChanged.connect(lambda _value: self._ask())
        self._of = QLabel(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 6)
        row.setSpacing(6)
        row.addStretch(1)
        for widget in (self._before, self._number, self._of, self._after):
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._sheet, 1)
        layout.addLayout(row)

    def open(self, reader: PdfReader) -> None:
        """Show what this reader reads; it is started here and ended by `close_file`."""
        self.close_file()
        self._reader = reader
        self._drawn_page, self._first = -1, 1
        self._sheet.show_image(QImage())
        reader.opened.connect(self._on_opened)
        reader.drawn.connect(self._on_drawn)
        reader.failed.connect(self._on_failed)
        reader.ended.connect(self._on_ended)
        reader.start()

    def close_file(self) -> None:
        """Let go of the file; returns at once. Harmless when there is none."""
        reader, self._reader = self._reader, None
        if reader is not None:
            self._leaving.add(reader)
            reader.close()

    @property
    def page(self) -> int:
        """The page that is shown, the first is 0; -1 before any is."""
        return self._drawn_page

    @property
    def pages(self) -> int:
        return self._number.maximum()

    def go_back_later(self) -> Callable[[], None]:
        """What brings back the page that is shown now, when the file was opened again and is being read."""
        page = self._number.value()

        def go_back() -> None:
            self._first = page

        return go_back

    @property
    def is_leaving(self) -> bool:
        """Whether threads of files closed before are still on their way out."""
        return bool(self._leaving)

    def turn(self, pages: int) -> None:
        """Go on or back by so many pages."""
        self._number.setValue(self._number.value() + pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def _button(self, name: str, words: str, icon_name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.setIcon(icon(icon_name))
        button.setAutoRaise(True)
        button.clicked.connect(lambda _checked: self.turn(step))
        return button

    def _ask(self) -> None:
        page = self._number.value() - 1
        self._before.setEnabled(page > 0)
        self._after.setEnabled(page + 1 < self.pages)
        if self._reader is None or self.pages == 0:
            return
        if page != self._drawn_page:
            self.told.emit(self.tr("Page {page} is on its way").format(page=page + 1))
        self._reader.want(page, self._sheet.room())

    def _on_opened(self, pages: int) -> None:
        if self.sender() is not self._reader:
            return
        self._number.blockSignals(True)
        self._number.setRange(1, pages)
        self._number.setValue(self._first)
        self._number.blockSignals(False)
        self._of.setText(self.tr("of {pages}").format(pages=pages))
        self._ask()

    def _on_drawn(self, page: int, image: QImage) -> None:
        if self.sender() is not self._reader:
            return
        self._drawn_page = page
        self._sheet.show_image(image)
        self.told.emit("")
        self.shown.emit()

    def _on_failed(self, sentence: str) -> None:
        if self.sender() is self._reader:
            self.failed.emit(sentence)

    def _on_ended(self) -> None:
        reader = self.sender()
        if isinstance(reader, PdfReader):
            self._leaving.discard(reader)
