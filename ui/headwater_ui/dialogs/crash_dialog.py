"""A report of something unexpected, to be read before anybody else sees it. Nothing leaves the computer from here."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from headwater_ui.language import translate


class ReportDialog(QDialog):
    """A text to read, copy and keep or throw away; `about` says what it is. Open with `open()`."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        file: Path | None = None,
        deleted: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reportDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 520)
        self._deleted = deleted
        self.about = QLabel()
        self.about.setObjectName("reportAbout")
        self.about.setWordWrap(True)
        self._text = QPlainTextEdit(text)
        self._text.setObjectName("reportText")
        self._text.setAccessibleName(self.tr("The report"))
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        roles = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.setObjectName("reportButtons")
        buttons.setAccessibleName(self.tr("Copy or close"))
        copy = buttons.addButton(self.tr("&Copy"), roles.ActionRole)
        copy.setObjectName("reportCopy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.toPlainText()))
        if file is not None:
            show = buttons.addButton(self.tr("Open &folder"), roles.ActionRole)
            show.setObjectName("reportFolder")
            show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent))))
        if deleted is not None:
            delete = buttons.addButton(self.tr("&Delete"), roles.DestructiveRole)
            delete.setObjectName("reportDelete")
            delete.clicked.connect(self._delete)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(12)
        layout.addWidget(self.about)
        layout.addWidget(self._text, 1)
        layout.addWidget(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)  # else Enter would delete

    def _delete(self) -> None:
        if self._deleted is not None:
            self._deleted()
        self.accept()


def crash_dialog(text: str, file: Path, deleted: Callable[[], None], parent: QWidget) -> ReportDialog:
    """The report of the last run's trouble."""
    dialog = ReportDialog(text, parent, file=file, deleted=deleted)
    dialog.setWindowTitle(translate("ReportDialog", "Something went wrong"))
    dialog.about.setText(
        translate(
            "ReportDialog",
            "Something unexpected happened in Headwater. No download was lost. This report holds no links and no "
            "passwords, and goes nowhere by itself; you may pass it on to those who make Headwater.",
        )
    )
    return dialog


def diagnostics_dialog(text: str, parent: QWidget) -> ReportDialog:
    """The diagnostic report, before it is pasted anywhere."""
    dialog = ReportDialog(text, parent)
    dialog.setWindowTitle(translate("ReportDialog", "Diagnostic report"))
    dialog.about.setText(
        translate("ReportDialog", "What one who helps you wants to know. It holds no links, hosts, names or passwords.")
    )
    return dialog
