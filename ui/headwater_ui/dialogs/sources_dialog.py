"""Editing the sources of a job: one link a line. Also the way to give an expired link a fresh one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from headwater.model.errors import UserError
from headwater_ui.dialogs.add_form import read_links


class SourcesDialog(QDialog):
    """`chosen(urls)`: the list of links as it should be. Open with `open()`."""

    chosen = Signal(object)

    def __init__(self, job_name: str, urls: Sequence[str], parent: QWidget | None = None, *, why: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("sourcesDialog")
        self.setWindowTitle(self.tr("Edit sources"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(640, 300)
        self._links = QPlainTextEdit("\n".join(urls))
        self._links.setObjectName("sourcesLinks")
        self._links.setAccessibleName(self.tr("Links of the sources, one a line"))
        self._links.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._links.setTabChangesFocus(True)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
        self._buttons.setObjectName("sourcesButtons")
        about = QLabel(
            self.tr("Sources of {name}, one link a line.").format(name=job_name)
            + " "
            + (why or self.tr("What has arrived is kept."))
        )
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        for widget in (about, self._links, self._problem, self._buttons):
            layout.addWidget(widget)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._links.textChanged.connect(self._problem.clear)

    def accept(self) -> None:
        try:
            urls = read_links(self._links.toPlainText())
        except UserError as error:
            self._problem.setText(f"{error}.")
            return
        self.chosen.emit(urls)
        super().accept()
