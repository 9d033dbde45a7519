"""The pages of the Help menu: all keys at a glance, and what this program is."""

import platform
from collections.abc import Sequence

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from headwater import __version__
from headwater_ui.dialogs.dialog_frame import framed_rows
from headwater_ui.icons import app_icon
from headwater_ui.language import translate
from headwater_ui.widgets.cell_delegate import dress_table


class ShortcutsDialog(QDialog):
    """A table of actions and keys. Open with `open()`."""

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 600)
        table = QTableWidget(len(keys), 2, self)
        table.setObjectName("shortcutsTable")
        table.setAccessibleName(self.tr("Actions and their keys"))
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        dress_table(table)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, 200)
        for row, (action, key) in enumerate(keys):
            table.setItem(row, 0, QTableWidgetItem(action))
            table.setItem(row, 1, QTableWidgetItem(key))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        hint = QLabel(self.tr("Others can be chosen in the settings, on the page Shortcuts."))
        hint.setObjectName("shortcutsHint")
        hint.setProperty("tone", "muted")
        layout = framed_rows(self)
        layout.addWidget(table)
        layout.addWidget(hint)
        layout.addWidget(buttons)


def open_about(parent: QWidget) -> None:
    """Name, version and one sentence."""
    box = QMessageBox(parent)
    box.setObjectName("aboutBox")
    box.setWindowTitle(translate("HelpPages", "About Headwater"))
    box.setIconPixmap(app_icon().pixmap(64, 64))
    box.setText(f"<b>Headwater {__version__}</b>")
    words = translate("HelpPages", "Fetches one file from many servers at once, the beginning first, and proves it.")
    licence = translate("HelpPages", "MIT licence. Made with Python {python} and Qt {qt} (LGPL 3).")
    licence = licence.format(python=platform.python_version(), qt=qVersion())
    box.setInformativeText(f"{words}\n\n{licence}")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
