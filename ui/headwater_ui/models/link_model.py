"""The links of a page as rows that can be ticked, and the filter between them and the table.

Sizes come when somebody asked for them; whom to ask is the dialog's affair.
"""

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from headwater.model.probe import SourceProbe
from headwater.model.source import SourceSpec
from headwater_ui.icons import file_icon, file_kind
from headwater_ui.language import engine_words, marked, translate
from headwater_ui.links import file_name
from headwater_ui.wording import size_words

if TYPE_CHECKING:  # read by the control interface
    from headwater.control.page_fetch import PageLink

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SORT_ROLE: Final = Qt.ItemDataRole.UserRole


class LinkColumn(IntEnum):
    NAME = 0
    SIZE = 1
    HOST = 2
    TEXT = 3


_TITLES: Final = {
    LinkColumn.NAME: marked("LinkModel", "Name"),
    LinkColumn.SIZE: marked("LinkModel", "Size"),
    LinkColumn.HOST: marked("LinkModel", "Host"),
    LinkColumn.TEXT: marked("LinkModel", "Words on the page"),
}


class LinkModel(QAbstractTableModel):
    """`checked` links in the order of the page."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._links: list[PageLink] = []
        self._checked: set[str] = set()
        self._rows: dict[str, int] = {}
        self.probes: dict[str, SourceProbe] = {}

    def load(self, links: "Sequence[PageLink]") -> None:
        """Show these instead; nothing is ticked."""
        self.beginResetModel()
        self._links = list(links)
        self._rows = {link.url: row for row, link in enumerate(self._links)}
        self._checked.clear()
        self.probes.clear()
        self.endResetModel()

    def answered(self, probe: SourceProbe) -> None:
        """A link's source told what it has."""
        row = self._rows.get(probe.url)
        if row is not None:
            self.probes[probe.url] = probe
            self.dataChanged.emit(self.index(row, LinkColumn.NAME), self.index(row, LinkColumn.SIZE))

    def link(self, row: int) -> "PageLink":
        return self._links[row]

    def hosts(self) -> list[str]:
        """The hosts that are linked to, most links first."""
        counts: dict[str, int] = {}
        for link in self._links:
            host = SourceSpec(link.url).host
            counts[host] = counts.get(host, 0) + 1
        return sorted(counts, key=lambda host: (-counts[host], host))

    @property
    def checked(self) -> tuple[str, ...]:
        return tuple(link.url for link in self._links if link.url in self._checked)

    def check(self, rows: Iterable[int], on: bool) -> None:
        """Tick rows, or take the ticks away."""
        for row in rows:
            (self._checked.add if on else self._checked.discard)(self._links[row].url)
        if self._links:
            last = self.index(len(self._links) - 1, LinkColumn.NAME)
            self.dataChanged.emit(self.index(0, LinkColumn.NAME), last, [Qt.ItemDataRole.CheckStateRole])

    # ---- QAbstractTableModel -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._links)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(LinkColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == LinkColumn.SIZE:
            return _RIGHT
        return translate("LinkModel", _TITLES[LinkColumn(section)]) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == LinkColumn.NAME else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        link = self._links[index.row()]
        column = LinkColumn(index.column())
        if role == Qt.ItemDataRole.CheckStateRole and column is LinkColumn.NAME:
            return Qt.CheckState.Checked if link.url in self._checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and column is LinkColumn.NAME:
            return file_icon(file_name(link.url))
        if role == Qt.ItemDataRole.ToolTipRole:
            probe = self.probes.get(link.url)
            return f"{link.url}\n{engine_words(probe.error)}" if probe is not None and probe.error else link.url
        if role == Qt.ItemDataRole.TextAlignmentRole and column is LinkColumn.SIZE:
            return _RIGHT
        if role == SORT_ROLE and column is LinkColumn.SIZE:
            return self._size(link.url) or 0
        if role in (Qt.ItemDataRole.DisplayRole, SORT_ROLE):
            return self._words(link, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != LinkColumn.NAME:
            return False
        self.check([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _words(self, link: "PageLink", column: LinkColumn) -> str:
        match column:
            case LinkColumn.NAME:
                probe = self.probes.get(link.url)
                told = probe.name if probe is not None and probe.error is None else None
                return told or file_name(link.url) or link.url
            case LinkColumn.SIZE:
                probe = self.probes.get(link.url)
                return "" if probe is None else size_words(probe.size_bytes)
            case LinkColumn.HOST:
                return SourceSpec(link.url).host
            case LinkColumn.TEXT:
                return link.text

    def _size(self, url: str) -> int | None:
        probe = self.probes.get(url)
        return None if probe is None else probe.size_bytes


class LinkFilter(QSortFilterProxyModel):
    """Shows the links of a kind, of a host, and those that a text or a regular expression is found in."""

    def __init__(self, model: LinkModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kind: str | None = None
        self._host: str | None = None
        self._pattern = re.compile("")
        self.setSourceModel(model)
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_only(self, *, kind: str | None, host: str | None, pattern: "re.Pattern[str]") -> None:
        """`kind` is one of `icons.file_kind`, or `other`; None shows all kinds, or all hosts."""
        self.beginFilterChange()
        self._kind, self._host, self._pattern = kind, host, pattern
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        link = self._model.link(row)
        if self._kind is not None and (file_kind(file_name(link.url)) or "other") != self._kind:
            return False
        if self._host is not None and SourceSpec(link.url).host != self._host:
            return False
        return bool(self._pattern.search(link.url) or self._pattern.search(link.text))

    def shown_rows(self) -> list[int]:
        """The model's rows that are shown, in the order shown."""
        return [self.mapToSource(self.index(row, 0)).row() for row in range(self.rowCount())]
