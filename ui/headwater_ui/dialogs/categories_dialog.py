"""Making and changing categories: which files belong to them, and the folder they go to."""

from dataclasses import replace

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from headwater.control.api import Settings
from headwater_ui.dialogs.arrangement_rows import (
    category_cells,
    category_hints,
    category_titles,
    read_category,
    usual_categories,
)
from headwater_ui.dialogs.rows_dialog import RowsDialog
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel


class CategoriesDialog(RowsDialog):
    """The settings with the categories as they should be."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("categories", parent)
        self.setWindowTitle(self.tr("Categories"))
        self.resize(820, 420)
        self._before = settings
        about = self.tr(
            "A new download belongs to the first category that fits, from the top. Its folder counts where the "
            "download would go to the folder for all."
        )
        self.table = RowsTable(
            "categories",
            titles=category_titles(),
            hints=category_hints(),
            read=read_category,
            template=(self.tr("New category"), "", "", ""),
            accessible=self.tr("Categories; the first that fits counts"),
            empty=self.tr("Your categories will stand here; until then all files go to the folder for all."),
        )
        for column, width in ((1, 230), (2, 160), (3, 220)):
            self.table.table.setColumnWidth(column, width)
        self.table.show_rows([category_cells(category) for category in settings.categories])
        usual = self.buttons.addButton(self.tr("Add the &usual ones"), QDialogButtonBox.ButtonRole.ResetRole)
        usual.setAutoDefault(False)
        usual.clicked.connect(self._add_usual)
        name_widgets((usual, "categoriesUsual", self.tr("Add the usual categories")))
        self.rows.addWidget(TonedLabel(about, "muted"))
        self.lay_out()

    def settings(self) -> Settings:
        return replace(self._before, categories=tuple(self.table.values()))

    def _add_usual(self) -> None:
        """Those whose names are not there yet, behind the person's own."""
        there = {cells[0].strip().casefold() for cells in self.table.rows()}
        self.table.add_rows([category_cells(one) for one in usual_categories() if one.name.casefold() not in there])
