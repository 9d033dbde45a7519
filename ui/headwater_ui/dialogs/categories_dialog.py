"""Making and changing categories: which files belong to them, and the folder they go to."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from headwater.control.api import Settings
from headwater.model.errors import UserError
from headwater_ui.dialogs.arrangement_rows import (
    category_cells,
    category_hints,
    category_titles,
    read_category,
    usual_categories,
)
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.widgets.naming import name_widgets


class CategoriesDialog(QDialog):
    """`chosen(settings)`: the settings with the categories as they should be. Open with `open()`."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("categoriesDialog")
        self.setWindowTitle(self.tr("Categories"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 420)
        self._before = settings
        about = QLabel(
            self.tr(
                "A new download belongs to the first category that fits, from the top. Its folder counts where the "
                "download would go to the folder for all."
            )
        )
        about.setProperty("tone", "muted")
        about.setWordWrap(True)
        self._table = RowsTable(
            "categories",
            titles=category_titles(),
            hints=category_hints(),
            read=read_category,
            template=(self.tr("New category"), "", "", ""),
            accessible=self.tr("Categories; the first that fits counts"),
        )
        for column, width in ((1, 230), (2, 160), (3, 220)):
            self._table.table.setColumnWidth(column, width)
        self._table.show_rows([category_cells(category) for category in settings.categories])
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self._usual = self._buttons.addButton(self.tr("Add the &usual ones"), QDialogButtonBox.ButtonRole.ActionRole)
        name_widgets(
            (self._problem, "problem", self.tr("What is wrong")),
            (self._buttons, "categoriesButtons", self.tr("Save or cancel")),
            (self._usual, "categoriesUsual", self.tr("Add the usual categories")),
        )
        self._usual.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._usual.clicked.connect(self._add_usual)
        self._table.changed.connect(self._problem.clear)

    def settings(self) -> Settings:
        """What stands here. Raises `UserError`."""
        return replace(self._before, categories=tuple(self._table.values()))

    def accept(self) -> None:
        try:
            settings = self.settings()
        except UserError as error:
            self._problem.setText(str(error))
            return
        self.chosen.emit(settings)
        super().accept()

    def _add_usual(self) -> None:
        """Those whose names are not there yet, behind the person's own."""
        rows = self._table.rows()
        there = {cells[0].strip().casefold() for cells in rows}
        usual = (category_cells(one) for one in usual_categories() if one.name.casefold() not in there)
        self._table.show_rows([*rows, *usual])
