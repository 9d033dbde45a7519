"""The source-ranking table as a Qt model: adapts the `SourceSnapshot`s of one job, in the scheduler's rank order.

Rows are kept by `SourceId`; when ranks change rows are moved by a layout change, so that the selection stays with its
source. What the cells say is written in `source_words`.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QByteArray, QMimeData, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from headwater.model.snapshots import SourceSnapshot
from headwater.model.source import SourceState
from headwater_ui.language import engine_words, translate
from headwater_ui.models.job_model import Index
from headwater_ui.models.source_words import TITLES, SourceColumn, hint, source_text
from headwater_ui.theme import colours
from headwater_ui.widgets.palette import source_swatch
from headwater_ui.wording import percent_words, rate_words

SOURCE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
#: A source's part of all that came, 0..1.
TOTAL_SHARE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 2
SOURCES_MIME: Final = "application/x-headwater-sources"


_LEFT: Final = {
    SourceColumn.HOST,
    SourceColumn.STATE,
    SourceColumn.COUNTRY,
    SourceColumn.RANGES,
    SourceColumn.HOLDS,
    SourceColumn.SCHEME,
    SourceColumn.MULTI,
    SourceColumn.WISH,
}
_NOWHERE: Final = QModelIndex()
_ALIGN_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ALIGN_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SourceModel(QAbstractTableModel):
    """Sources of the job that is selected. `enabling(source_id, enabled)` is a person's wish, not carried out here."""

    enabling = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: list[SourceSnapshot] = []
        self._received_bytes = 0

    def show(self, sources: Sequence[SourceSnapshot]) -> None:
        """Show these sources, in order of rank; rows of sources that stay are kept."""
        fresh = sorted(sources, key=lambda source: (source.rank, source.source_id))
        self._received_bytes = sum(source.received_bytes for source in fresh)
        now = {source.source_id: source for source in fresh}
        for row in range(len(self._sources) - 1, -1, -1):
            if self._sources[row].source_id not in now:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._sources[row]
                self.endRemoveRows()
        shown = {source.source_id for source in self._sources}
        new = [source for source in fresh if source.source_id not in shown]
        if new:
            self.beginInsertRows(_NOWHERE, len(self._sources), len(self._sources) + len(new) - 1)
            self._sources += new
            self.endInsertRows()
        if [source.source_id for source in self._sources] != [source.source_id for source in fresh]:
            self._rearrange(fresh)
        else:
            self._sources = fresh
        if fresh:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(SourceColumn) - 1))

    def source_at(self, row: int) -> SourceSnapshot:
        return self._sources[row]

    def __repr__(self) -> str:
        return f"<SourceModel {[source.host for source in self._sources]}>"

    def _rearrange(self, fresh: list[SourceSnapshot]) -> None:
        rows = {source.source_id: row for row, source in enumerate(fresh)}
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        after = [self.index(rows[self._sources[index.row()].source_id], index.column()) for index in before]
        self._sources = fresh
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    # ------------------------------------------------------------------------------------------ Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sources)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(SourceColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return translate("SourceModel", TITLES[SourceColumn(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_LEFT if section in _LEFT else _ALIGN_RIGHT
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        source, column = self._sources[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            if column == SourceColumn.TOTAL:
                return percent_words(self._part_of_all(source))
            return source_text(source, column)
        if role == Qt.ItemDataRole.DecorationRole and column == SourceColumn.HOST:
            return source_swatch(source.source_id, colours().dark)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_LEFT if column in _LEFT else _ALIGN_RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return hint(source, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(source, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == SourceColumn.RANK:
            return Qt.CheckState.Unchecked if source.state is SourceState.DISABLED else Qt.CheckState.Checked
        if role == SOURCE_ROLE:
            return source
        if role == TOTAL_SHARE_ROLE:
            return self._part_of_all(source)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == SourceColumn.HOST:
            return self.tr("{host}, rank {rank}, {state}, {rate}").format(
                host=source.host,
                rank=source.rank,
                state=engine_words(source.state.value),
                rate=rate_words(source.rate_bytes_per_s),
            )
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Ticking a source's box asks for it to be used or not; the next sample shows what came of it."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        source = self._sources[index.row()]
        self.enabling.emit(int(source.source_id), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == SourceColumn.RANK else flags

    def mimeTypes(self) -> list[str]:
        return [SOURCES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged source, for this table alone: its link dropped on the window would be added once more."""
        mime = QMimeData()
        mime.setData(SOURCES_MIME, QByteArray(str(int(self._sources[indexes[0].row()].source_id)).encode()))
        return mime

    def _part_of_all(self, source: SourceSnapshot) -> float | None:
        return source.received_bytes / self._received_bytes if source.received_bytes else None


def _ink(source: SourceSnapshot, column: int) -> QColor | None:
    if source.state in (SourceState.DISABLED, SourceState.UNTRIED, SourceState.STANDBY):
        return QColor(colours().muted)
    if column == SourceColumn.STATE:
        if source.state is SourceState.SET_ASIDE:
            return QColor(colours().bad)
        if source.state is SourceState.RESTING:
            return QColor(colours().warn)
    return None
