"""Asking for a command that is to be run: one line, with what may stand in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QWidget

from headwater_ui.dialogs.dialog_frame import framed_rows


class CommandDialog(QDialog):
    """`chosen(command)`: the person wants this one. Open with `open()`."""

    chosen = Signal(str)

    def __init__(self, title: str, about: str, command: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("commandDialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        words = QLabel(about)
        words.setWordWrap(True)
        self._line = QLineEdit(command)
        self._line.setObjectName("commandLine")
        self._line.setAccessibleName(self.tr("Command"))
        self._line.setPlaceholderText(self.tr("program --option {path}"))
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self._buttons.setObjectName("commandButtons")
        layout = framed_rows(self)
        for widget in (words, self._line, self._buttons):
            layout.addWidget(widget)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._line.textChanged.connect(self._judge)
        self._judge()

    def accept(self) -> None:
        if self._line.text().strip():
            self.chosen.emit(self._line.text().strip())
            super().accept()

    def _judge(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self._line.text().strip()))
