"""Looking for a checksum file on the server of a download, and what was found: offered, and put in only when told to.

Whoever shows it says whose server is asked, and what becomes of what was chosen. The button that begins is its own
widget (`look`), so that it can stand beside a field.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from headwater.model.errors import HeadwaterError
from headwater_ui.language import engine_words
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.wrapped_text import WrappedText
from headwater_ui.wording import error_sentence

if TYPE_CHECKING:  # what fetches is imported when somebody looks
    from headwater.control.checksum_search import FoundChecksum


class ChecksumSearch(QWidget):
    """`chosen(found)`: the person wants this one. `ask` is awaited for each search, `spawn` runs it."""

    chosen = Signal(object)

    def __init__(
        self,
        ask: "Callable[[], Awaitable[FoundChecksum | None]]",
        spawn: "Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask, self._spawn = ask, spawn
        self._task: asyncio.Task[None] | None = None
        self._found: FoundChecksum | None = None
        self._may_look = True
        self.look = QPushButton(self.tr("Fin&d a checksum"))
        self.look.setToolTip(self.tr("Ask the server for checksum files beside the download, such as SHA256SUMS"))
        self.take = QPushButton(self.tr("Use it"))
        self.words = WrappedText()
        name_widgets(
            (self.look, "checksumLook", self.tr("Find a checksum")),
            (self.take, "checksumTake", self.tr("Use the checksum that was found")),
            (self.words, "checksumFound", self.tr("What was found")),
        )
        for button in (self.look, self.take):
            button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.look.clicked.connect(self.begin)
        self.take.clicked.connect(self._choose)
        self.forget()

    def begin(self) -> None:
        """Look, and forget what was found before."""
        self.forget()
        self.words.setText(self.tr("Looking for checksum files…"))
        self.show()
        self._task = self._spawn(self._search())
        self._task.add_done_callback(self._ended)
        self.allow(self._may_look)

    def forget(self) -> None:
        """What was found, or is being looked for, is of another file: end it, show nothing."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._found = None
        self.take.hide()
        self.hide()
        self.allow(self._may_look)

    def allow(self, may_look: bool) -> None:
        """Whether there is one file to look for."""
        self._may_look = may_look
        self.look.setEnabled(may_look and self._task is None)

    async def _search(self) -> None:
        try:
            found = await self._ask()
        except HeadwaterError as error:
            self.words.setText(error_sentence(error))
            return
        if found is None:
            self.words.setText(self.tr("The server has no checksum file that names this file."))
            return
        self._found = found
        proof = self.tr("It is not signed: it is worth as much as the server it lies on.")
        if found.signature is not None:
            proof = engine_words(found.signature.sentence)
        words = self.tr("{algorithm} {digest}, from {origin}. {proof}").format(
            algorithm=found.checksum.algorithm.upper(),
            digest=found.checksum.hex_digest,
            origin=engine_words(found.checksum.origin),
            proof=proof,
        )
        self.words.setText(words)
        self.take.show()

    def _ended(self, task: "asyncio.Task[None]") -> None:
        if task is self._task:
            self._task = None
            self.allow(self._may_look)

    def _choose(self) -> None:
        found = self._found
        self.forget()
        if found is not None:
            self.chosen.emit(found)
