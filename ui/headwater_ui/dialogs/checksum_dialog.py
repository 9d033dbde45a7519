"""Look for a checksum file: what the servers of a download have beside it, offered for the download that is there.

It looks as soon as it is shown. The rule: nothing is put in until the person says so, and then by whoever opened it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from headwater_ui.dialogs.dialog_frame import framed_rows
from headwater_ui.widgets.checksum_search import ChecksumSearch
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel

if TYPE_CHECKING:  # what fetches is imported when somebody looks
    from headwater.control.checksum_search import FoundChecksum


class ChecksumDialog(QDialog):
    """`chosen(found)`: the person wants this one. Open with `open()`."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        ask: "Callable[[], Awaitable[FoundChecksum | None]]",
        spawn: "Callable[[Coroutine[Any, Any, None]], asyncio.Task[None]]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("checksumDialog")
        self.setWindowTitle(self.tr("Look for a checksum file"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self.search = ChecksumSearch(ask, spawn)
        self.search.look.setText(self.tr("&Look again"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.search.look, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        name_widgets(
            (buttons, "checksumButtons", self.tr("Look again or close")),
            (close, "checksumClose", self.tr("Close")),
        )
        title = TonedLabel(name, "title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        layout = framed_rows(self)
        layout.addWidget(title)
        layout.addWidget(self.search, 1)
        layout.addWidget(buttons)
        close.setDefault(True)
        self.search.chosen.connect(self._choose)
        buttons.rejected.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.search.begin()

    def done(self, result: int) -> None:
        self.search.forget()
        super().done(result)

    def _choose(self, found: "FoundChecksum") -> None:
        self.chosen.emit(found)
        self.accept()
