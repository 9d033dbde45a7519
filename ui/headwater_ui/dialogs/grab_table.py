"""The table of a page's links: asks how large a file is as its row comes into view, and no longer when it leaves."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from headwater.model.job import JobOptions
from headwater_ui.dialogs.link_prober import Asker, LinkProber
from headwater_ui.icons import file_kind
from headwater_ui.links import file_name
from headwater_ui.models.link_model import LinkColumn, LinkFilter, LinkModel

_SCROLL_MS: Final = 250
_ROW_PX: Final = 26


class GrabTable(QTableView):
    """Shows `links` as `narrowed` lets them through."""

    def __init__(self, asker: Asker, links: LinkModel, narrowed: LinkFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links, self._narrowed = links, narrowed
        self._prober = LinkProber(asker, self)
        self._scrolled = QTimer(self)
        self._scrolled.setSingleShot(True)
        self._scrolled.setInterval(_SCROLL_MS)
        self.setModel(narrowed)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((LinkColumn.NAME, 330), (LinkColumn.SIZE, 84), (LinkColumn.HOST, 170)):
            header.resizeSection(column, width)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.look_soon())
        self._scrolled.timeout.connect(self._ask_shown)
        self._prober.answered.connect(links.answered)

    def look_soon(self) -> None:
        """Other rows may have come into view."""
        self._scrolled.start()

    def stop(self) -> None:
        """Ask nobody any more."""
        self._prober.stop()
        self._scrolled.stop()

    def _ask_shown(self) -> None:
        """Ask how large the files are whose rows can be seen."""
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        rows = self._narrowed.shown_rows()
        seen = rows[max(0, first) : (last + 1 if last >= 0 else len(rows))]
        urls = [self._links.link(row).url for row in seen]
        files = [url for url in urls if url not in self._links.probes and file_kind(file_name(url)) is not None]
        self._prober.want(files, JobOptions(), at_once=True)
