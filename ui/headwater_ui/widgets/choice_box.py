"""A box to choose one of several from: rows with some room, and as many as can be looked over at once."""

from PySide6.QtWidgets import QComboBox, QWidget

from headwater_ui.language import isolated
from headwater_ui.widgets.cell_delegate import CellDelegate


class ChoiceBox(QComboBox):
    """Looks as the style's rules say, which rows of Qt's own delegate do not follow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(CellDelegate(self))

    def add(self, words: str, value: object = None) -> None:
        """One more choice; in a window that is read from the right its words are laid out by themselves."""
        self.addItem(isolated(words), value)
