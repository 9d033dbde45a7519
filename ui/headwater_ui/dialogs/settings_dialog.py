"""The settings: a list of pages on the left that a search narrows, the page on the right.

Nothing is in force before Save; what cannot be used is said, and its page is shown.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from headwater.model.errors import HeadwaterError, UserError
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.dialogs.settings_pages import Page, Values, all_pages
from headwater_ui.language import engine_words, marked
from headwater_ui.shell.window_choices import WindowChoices, choices_in, choices_out
from headwater_ui.widgets.deed_line import DeedLine
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import error_sentence

_FILES: Final = marked("SettingsDialog", "Settings (*.json)")
_ITEM_PX: Final = 32


class SettingsDialog(QDialog):
    """`chosen(values)`: the person saved these. Open with `open()`."""

    chosen = Signal(object)

    def __init__(self, bridge: Bridge, choices: WindowChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1000, 620)
        self._bridge = bridge
        self._before = Values(bridge.settings, choices)
        self._search = DeedLine()
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setFixedWidth(210)
        self._stack = QStackedWidget()
        self._pages = list(all_pages(bridge))
        for page in self._pages:
            item = QListWidgetItem(page.title)
            item.setSizeHint(QSize(0, _ITEM_PX))
            self._list.addItem(item)
            self._stack.addWidget(_scrolling(page))
            page.load(self._before)
        self._told = TonedLabel()
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Save | buttons.Cancel)
        self._import = self._buttons.addButton(self.tr("Import…"), QDialogButtonBox.ButtonRole.ResetRole)
        self._export = self._buttons.addButton(self.tr("Export…"), QDialogButtonBox.ButtonRole.ResetRole)
        name_widgets(
            (self._search, "settingsSearch", self.tr("Search the settings")),
            (self._list, "settingsList", self.tr("Pages")),
            (self._stack, "settingsPages", self.tr("Page")),
            (self._told, "settingsTold", self.tr("What came of it")),
            (self._import, "settingsImport", self.tr("Import settings from a file")),
            (self._export, "settingsExport", self.tr("Export these settings to a file")),
            (self._buttons, "settingsButtons", self.tr("Save or cancel")),
        )
        self._lay_out()
        # Once it stands in the dialog: else Enter in a field would press the first button there is, the scheduler's
        # Defaults.
        self._buttons.button(buttons.Save).setDefault(True)
        self._search.returnPressed.connect(self._list.setFocus)
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._search.textChanged.connect(self._narrow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._import.clicked.connect(self._open_import)
        self._export.clicked.connect(self._open_export)
        self._list.setCurrentRow(0)

    def show_page(self, name: str) -> None:
        """Bring a page to the front; a name that none has changes nothing."""
        for row, page in enumerate(self._pages):
            if page.name == name:
                self._list.setCurrentRow(row)

    def values(self) -> Values:
        """What stands on the pages. Raises `UserError`, with the page that is wrong in front."""
        values = self._before
        for row, page in enumerate(self._pages):
            try:
                values = page.apply(values)
            except UserError:
                self._search.clear()
                self._list.setCurrentRow(row)
                raise
        return values

    def accept(self) -> None:
        try:
            values = self.values()
        except UserError as error:
            self._refuse(error)
            return
        self.chosen.emit(values)
        super().accept()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._search)
        left.addWidget(self._list, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left)
        middle.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 14)
        layout.setSpacing(12)
        layout.addLayout(middle, 1)
        layout.addWidget(self._told)
        layout.addWidget(self._buttons)
        self._search.setFixedWidth(self._list.width())

    def _narrow(self, text: str) -> None:
        """Only pages on which the search finds something stay in the list."""
        found = [row for row, page in enumerate(self._pages) if page.matches(text)]
        for row in range(self._list.count()):
            self._list.item(row).setHidden(row not in found)
        if found and self._list.currentRow() not in found:
            self._list.setCurrentRow(found[0])
        first = None
        for row, page in enumerate(self._pages):
            label = page.mark(text)
            if label is not None and row == self._list.currentRow():
                first = label
        area = self._stack.currentWidget()
        if first is not None and isinstance(area, QScrollArea):
            area.ensureWidgetVisible(first)

    def _refuse(self, error: UserError) -> None:
        """Say what is wrong on the page in front; a table that says it of itself has the keys, and is not repeated."""
        for rows in self._pages[self._list.currentRow()].findChildren(RowsTable):
            if rows.problem == engine_words(error):
                self._told.clear()
                rows.table.setFocus()
                return
        self._tell(error)

    def _tell(self, error: HeadwaterError) -> None:
        self._told.say(error_sentence(error), "bad")

    def _open_import(self) -> None:
        browser = QFileDialog(self, self.tr("Import settings"), str(Path.home()), self.tr(_FILES))
        browser.setObjectName("settingsImportBrowser")
        browser.setFileMode(QFileDialog.FileMode.ExistingFile)
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.fileSelected.connect(lambda path: self._bridge.spawn(self._import_from(Path(path))))
        browser.open()

    def _open_export(self) -> None:
        try:
            values = self.values()
        except UserError as error:
            self._refuse(error)
            return
        browser = QFileDialog(self, self.tr("Export settings"), str(Path.home()), self.tr(_FILES))
        browser.setObjectName("settingsExportBrowser")
        browser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        browser.setDefaultSuffix("json")
        browser.selectFile("headwater-settings.json")
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.fileSelected.connect(lambda path: self._bridge.spawn(self._export_to(values, Path(path))))
        browser.open()

    async def _import_from(self, source: Path) -> None:
        try:
            settings, window = await self._bridge.import_settings(source)
        except HeadwaterError as error:
            self._tell(error)
            return
        choices = self._before.choices
        if window is not None:
            # Whether it starts with the session is this computer's own affair.
            choices = replace(choices_in(window), with_session=choices.with_session)
        self._before = Values(settings, choices)
        for page in self._pages:
            page.load(self._before)
        self._told.say(self.tr("Read from {name}. Save puts it in force.").format(name=source.name), "good")

    async def _export_to(self, values: Values, target: Path) -> None:
        try:
            await self._bridge.export_settings(values.settings, target, choices_out(values.choices))
        except HeadwaterError as error:
            self._tell(error)
            return
        self._told.say(self.tr("Wrote {target}.").format(target=target), "good")


def _scrolling(page: Page) -> QScrollArea:
    area = QScrollArea()
    area.setObjectName(f"settings{page.name}")
    area.setAccessibleName(page.title)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
