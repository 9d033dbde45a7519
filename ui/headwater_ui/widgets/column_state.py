"""Columns that a person hides, moves and sizes: a header menu, and the header's state as plain values.

The state is kept by column *name*, so that a newer version with more columns still understands it.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from headwater_ui.language import translate


class ColumnState:
    """Looks after one table's header. `names` are stable keys, one a column."""

    def __init__(self, table: QTableView, names: Sequence[str], hidden: frozenset[str], widths: dict[str, int]) -> None:
        self._table = table
        self._names = list(names)
        self._stretched = -1, 0
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_menu)
        for column, name in enumerate(names):
            if name in widths:
                # Measured for English; a title in another language may need more.
                header.resizeSection(column, max(widths[name], header.sectionSizeHint(column)))
            header.setSectionHidden(column, name in hidden)

    def saved(self) -> list[dict[str, Any]]:
        """Columns in the order shown, each with name, title, width and whether it is hidden."""
        header = self._table.horizontalHeader()
        logical = [header.logicalIndex(place) for place in range(header.count())]
        return [
            {
                "name": self._names[column],
                "title": self._title(column),
                "width": header.sectionSize(column) or None,
                "hidden": header.isSectionHidden(column),
            }
            for column in logical
        ]

    def restore(self, saved: object) -> None:
        """Take up what `saved` gave; what cannot be understood is left as it is.

        A width that was chosen under another title, as another language has it, leaves room for the present one.
        """
        if not isinstance(saved, list):
            return
        header = self._table.horizontalHeader()
        place = 0
        for entry in saved:
            if not isinstance(entry, dict) or entry.get("name") not in self._names:
                continue
            column = self._names.index(entry["name"])
            header.moveSection(header.visualIndex(column), place)
            place += 1
            if isinstance(entry.get("width"), int) and 20 <= entry["width"] <= 4000:
                is_same = entry.get("title") == self._title(column)
                header.resizeSection(column, max(entry["width"], 0 if is_same else header.sectionSizeHint(column)))
            header.setSectionHidden(column, entry.get("hidden") is True)

    def stretch(self, column: int, least_px: int) -> None:
        """Let a column have the room that the others leave, and never less than so much: then the table scrolls."""
        self._stretched = column, least_px
        header = self._table.horizontalHeader()
        header.sectionResized.connect(lambda section, _before, _now: self.fit() if section != column else None)
        self.fit()

    def fit(self) -> None:
        """The table, or one of its columns, has another width."""
        column, least_px = self._stretched
        header = self._table.horizontalHeader()
        others = sum(header.sectionSize(each) for each in range(header.count()) if each != column)
        has_room = self._table.viewport().width() - others >= least_px
        mode = QHeaderView.ResizeMode.Stretch if has_room else QHeaderView.ResizeMode.Interactive
        if header.sectionResizeMode(column) is not mode:
            header.setSectionResizeMode(column, mode)
            if not has_room:
                header.resizeSection(column, least_px)

    def toggle(self, column: int, shown: bool) -> None:
        """Show or hide a column; the last visible one stays."""
        header = self._table.horizontalHeader()
        if shown or header.count() - header.hiddenSectionCount() > 1:
            header.setSectionHidden(column, not shown)
            if shown and header.sectionSize(column) < 30:
                header.resizeSection(column, 90)

    def menu(self) -> QMenu:
        """A menu of all columns, ticked where they are shown; belongs to the table."""
        menu = QMenu(translate("ColumnState", "Columns"), self._table)
        menu.setObjectName("columnsMenu")
        header: QHeaderView = self._table.horizontalHeader()
        for column in range(header.count()):
            action = menu.addAction(self._title(column))
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(column))
            action.toggled.connect(lambda shown, column=column: self.toggle(column, shown))
        return menu

    def _title(self, column: int) -> str:
        return str(self._table.model().headerData(column, Qt.Orientation.Horizontal))

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._table.horizontalHeader().mapToGlobal(at))
