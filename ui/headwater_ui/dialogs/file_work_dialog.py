"""The frame of a dialog in which work on one file can be watched and stopped: the file, what is known of it, progress.

It owns the fields and the task; what the work is, and what may be pressed meanwhile, is of who inherits.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from headwater.model.errors import HeadwaterError
from headwater_ui.dialogs.dialog_frame import add_field, framed_rows, grow_on_screen, labelled_fields
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import error_sentence

_STEPS: Final = 1000

Spawn = Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"]


class FileWorkDialog(QDialog):
    """`spawn` runs work on the loop. Open with `open()`; closing it stops what is under way."""

    def __init__(self, name: str, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self._spawn = spawn
        self.task: asyncio.Task[None] | None = None
        self.file = QLineEdit()
        self.browse = QPushButton()
        self.browse.setAutoDefault(False)
        #: Lines that tell more of the file: links, hashes, documents.
        self.known = QPlainTextEdit()
        self.known.setTabChangesFocus(True)
        self.known.setFixedHeight(84)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.words = TonedLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        self.form = labelled_fields(10)
        self.rows = framed_rows(self)

    def done(self, result: int) -> None:
        """Stop what is under way."""
        if self.task is not None:
            self.task.cancel()
        super().done(result)

    def add_file_row(self, title: str) -> None:
        """The file's line and what chooses one, as a row of the form."""
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.file, 1)
        line.addWidget(self.browse)
        self.add_row(title, line, self.file)

    def add_row(self, title: str, field: QWidget | QLayout, buddy: QWidget) -> None:
        """A row of the form; its key goes to `buddy`."""
        add_field(self.form, title, field, buddy)

    def open_browser(self, title: str, folder: str, kinds: Sequence[str] = ()) -> None:
        """Let the person choose the file."""
        browser = QFileDialog(self, title, folder)
        browser.setObjectName(f"{self._name}Browser")
        browser.setFileMode(QFileDialog.FileMode.ExistingFile)
        if kinds:
            browser.setNameFilters(list(kinds))
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.fileSelected.connect(self.file.setText)
        browser.open()

    def lines(self) -> list[str]:
        """What was written of the file, a line each."""
        return [line.strip() for line in self.known.toPlainText().splitlines() if line.strip()]

    def path(self) -> Path:
        return Path(self.file.text().strip()).expanduser()

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Work on it; `show_busy` is called now and when it is over."""
        self.bar.setValue(0)
        self.bar.show()
        self.task = self._spawn(self._guard(work))
        self.show_busy(True)
        grow_on_screen(self)

    def hear(self, part: float) -> None:
        """How far the work is, 0..1."""
        if self.task is not None:
            self.bar.setValue(round(part * _STEPS))

    def show_busy(self, busy: bool) -> None:
        """What may be changed or pressed while it works, and when it does not."""
        raise NotImplementedError

    async def _guard(self, work: Coroutine[Any, Any, None]) -> None:
        """What goes wrong is said here, where the person looks. A closed dialog says nothing."""
        try:
            await work
        except HeadwaterError as error:
            self.words.say(error_sentence(error), "bad")
        except asyncio.CancelledError:
            self.task = None
            return
        self.task = None
        self.bar.hide()
        self.show_busy(False)
        grow_on_screen(self)  # what was found takes more lines than what was said before
