"""The table of the add dialog: files, and under each the links that lead to it, with what their sources answered.

Links are dragged from file to file, or joined and split with buttons and keys. It shows what `LinkGroups` holds and
changes nothing by itself: a drag is told, and the groups decide.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from headwater.model.probe import SourceProbe
from headwater.model.source import SourceSpec, Support
from headwater_ui.dialogs.link_groups import Group, LinkGroups
from headwater_ui.icons import file_icon
from headwater_ui.language import engine_words
from headwater_ui.links import file_name
from headwater_ui.theme import colours
from headwater_ui.widgets.cell_delegate import CellDelegate
from headwater_ui.wording import UNKNOWN, count_words, size_words

#: What an item stands for: a link, or a file's links.
_URLS: Final = Qt.ItemDataRole.UserRole
#: More rows than this say nothing to anybody; the rest is counted below.
_MOST_SHOWN: Final = 500
_STATE: Final = 5
#: Of all columns but the first and the last, which share what they leave: a name, and a sentence.
_WIDTHS_PX: Final = (74, 62, 104, 80)
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LinkTree(QTreeWidget):
    """`moved(urls, target)`: links were dropped on the file of another; `parted(urls)`: beside all files."""

    moved = Signal(object, str)
    parted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addTree")
        self.setAccessibleName(self.tr("Files and their sources"))
        self.setHeaderLabels(
            [
                self.tr("File and sources"),
                self.tr("Size"),
                self.tr("Ranges"),
                self.tr("Type"),
                self.tr("Version"),
                self.tr("State"),
            ]
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setUniformRowHeights(True)
        self.setItemDelegate(CellDelegate(self))
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setStretchLastSection(False)
        for column in (0, _STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS_PX, start=1):
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
        self.headerItem().setTextAlignment(1, _RIGHT)
        self.headerItem().setTextAlignment(2, Qt.AlignmentFlag.AlignCenter)
        self._shown: tuple[Group, ...] = ()

    def show_groups(
        self, groups: LinkGroups, state_of: Callable[[str], str | None], clash_of: Callable[[Group], str]
    ) -> None:
        """Show what is known now. `state_of(url)` says what is being done about a link that has not answered;
        `clash_of(group)` what stands in the way of a file, and what becomes of it."""
        if groups.groups != self._shown:
            self._rebuild(groups.groups)
        for item in _children(self.invisibleRootItem()):
            group = _urls_of(item)
            self._fill_file(item, groups, group, clash_of(group))
            odd = groups.odd_ones(group)
            for child in _children(item):
                (url,) = _urls_of(child)
                self._fill_source(child, groups.probes.get(url), state_of(url), is_odd=url in odd)

    def selected_urls(self) -> tuple[str, ...]:
        """The links of the selected rows; a file stands for all of its links."""
        return tuple(dict.fromkeys(url for item in self.selectedItems() for url in _urls_of(item)))

    def select_urls(self, urls: Iterable[str]) -> None:
        """Select the rows of these links."""
        wanted = set(urls)
        self.clearSelection()
        for file in _children(self.invisibleRootItem()):
            for child in _children(file):
                child.setSelected(not wanted.isdisjoint(_urls_of(child)))

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is not self:
            event.ignore()
            return
        urls = self.selected_urls()
        target = self.itemAt(event.position().toPoint())
        # The rows themselves stay: they are put right when the groups have changed.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if target is None:
            self.parted.emit(urls)
        else:
            self.moved.emit(urls, _urls_of(target)[0])

    def _rebuild(self, groups: tuple[Group, ...]) -> None:
        chosen = self.selected_urls()
        self.clear()
        self._shown = groups[:_MOST_SHOWN]
        items = []
        for group in self._shown:
            file = QTreeWidgetItem()
            file.setData(0, _URLS, group)
            for url in group:
                child = QTreeWidgetItem(file)
                child.setData(0, _URLS, (url,))
                child.setText(0, _place(url))
                child.setToolTip(0, url)
            items.append(file)
        self.addTopLevelItems(items)
        self.expandAll()
        self.select_urls(chosen)

    def _fill_file(self, item: QTreeWidgetItem, groups: LinkGroups, group: Group, clash: str) -> None:
        known = groups.file(group)
        name = known.name or file_name(group[0]) or group[0]
        item.setText(0, name)
        item.setIcon(0, file_icon(name))
        item.setToolTip(0, name)
        item.setText(1, size_words(known.size_bytes))
        item.setTextAlignment(1, _RIGHT)
        item.setText(_STATE, clash or count_words(len(group), "source"))
        item.setToolTip(_STATE, clash)
        item.setForeground(_STATE, QBrush(QColor(colours().warn if clash else colours().muted)))
        font = self.font()
        font.setBold(True)
        item.setFont(0, font)

    def _fill_source(
        self, item: QTreeWidgetItem, probe: SourceProbe | None, state: str | None, *, is_odd: bool
    ) -> None:
        item.setTextAlignment(1, _RIGHT)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignCenter)
        c = colours()
        words, ink = state or "", c.muted
        if probe is not None:
            words, ink = self._verdict(probe, is_odd=is_odd)
            if probe.error is None and probe.name:
                item.setText(0, f"{_place(probe.url)}  {probe.name}")
            item.setText(1, size_words(probe.size_bytes))
            item.setText(2, self._ranges(probe.ranges) if probe.error is None else UNKNOWN)
            item.setText(3, (probe.content_type or UNKNOWN).partition(";")[0])
            version = probe.validator.etag or probe.validator.last_modified or UNKNOWN
            item.setText(4, version)
            item.setToolTip(4, version)
        else:
            for column in range(1, _STATE):
                item.setText(column, "")
        item.setText(_STATE, words)
        item.setToolTip(_STATE, words)
        item.setForeground(_STATE, QBrush(QColor(ink)))

    def _verdict(self, probe: SourceProbe, *, is_odd: bool) -> tuple[str, str]:
        c = colours()
        if probe.error is not None:
            return engine_words(probe.error), c.bad
        if probe.is_page:
            return self.tr("A web page; “Links of a page…” lists what it links to"), c.warn
        if is_odd:
            return self.tr("Another size: it is not the same file"), c.bad
        if probe.ranges is Support.NO:
            return self.tr("Ready, but only from the beginning to the end"), c.warn
        return self.tr("Ready"), c.good

    def _ranges(self, support: Support) -> str:
        return {Support.YES: self.tr("yes"), Support.NO: self.tr("no")}.get(support, UNKNOWN)


def _urls_of(item: QTreeWidgetItem) -> Group:
    return tuple(item.data(0, _URLS))  # Qt keeps a list


def _children(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for row in range(item.childCount()):
        child = item.child(row)
        if child is not None:
            yield child


def _place(url: str) -> str:
    """The host that a link leads to."""
    try:
        return SourceSpec(url).host or url
    except ValueError:  # no address; its answer says so
        return url
