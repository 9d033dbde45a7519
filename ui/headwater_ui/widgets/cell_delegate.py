"""How small tables of texts look: titles above where the texts begin, and each text with a direction of its own."""

from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QTableWidget

from headwater_ui.language import isolated


class CellDelegate(QStyledItemDelegate):
    """Paints as Qt does; a host or an amount stays what it is where one reads from the right."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        return isolated(super().displayText(value, locale))


def dress_table(table: QTableWidget) -> None:
    """Make it one of them."""
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    table.verticalHeader().hide()
    # Tab leads on to the next field; arrows lead from cell to cell.
    table.setTabKeyNavigation(False)
    table.setItemDelegate(CellDelegate(table))
