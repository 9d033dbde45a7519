"""The frame of a dialog in which a person keeps a list of things that the settings hold, row by row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from headwater.control.api import Settings
from headwater.model.errors import UserError
from headwater_ui.dialogs.dialog_frame import framed_rows
from headwater_ui.dialogs.rows_table import RowsTable
from headwater_ui.language import engine_words
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel


class RowsDialog(QDialog):
    """`chosen(settings, origins)`: the settings as they should be, and which of the former rows each row was
    (`RowsTable.origins`). Open with `open()`.

    Who inherits makes `table` before `lay_out`, and gives the settings in `settings`.
    """

    chosen = Signal(object, object)
    table: RowsTable

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.problem = TonedLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        name_widgets(
            (self.problem, "problem", self.tr("What is wrong")),
            (self.buttons, f"{name}Buttons", self.tr("Save or cancel")),
        )
        self.rows = framed_rows(self, 10)

    def lay_out(self) -> None:
        """Put the table and what ends the dialog below what stands in `rows`."""
        self.rows.addWidget(self.table, 1)
        self.rows.addWidget(self.problem)
        self.rows.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.table.changed.connect(self.problem.clear)

    def settings(self) -> Settings:
        """What stands here. Raises `UserError`."""
        raise NotImplementedError

    def accept(self) -> None:
        try:
            settings = self.settings()
        except UserError as error:
            words = engine_words(error)
            self.problem.say("" if words == self.table.problem else words, "bad")  # said once is enough
            return
        self.chosen.emit(settings, self.table.origins())
        super().accept()
