"""The source-ranking table as a Qt model: adapts the `SourceSnapshot`s of one job, in the scheduler's rank order.

Rows are kept by `SourceId`; when ranks change rows are moved by a layout change, so that the selection stays with its
source. The score is explained term by term in the tool tip.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QColor

from headwater.model.snapshots import SourceSnapshot
from headwater.model.source import SourceState, Support
from headwater_ui.language import engine_words, marked, translate
from headwater_ui.models.job_model import Index
from headwater_ui.theme import colours
from headwater_ui.widgets.palette import source_colour, swatch
from headwater_ui.wording import UNKNOWN, count_words, latency_words, rate_words, size_words

SOURCE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1


class SourceColumn(IntEnum):
    """Columns in their natural order."""

    RANK = 0
    HOST = 1
    STATE = 2
    SHARE = 3
    SPEED = 4
    LATENCY = 5
    CHANNELS = 6
    RECEIVED = 7
    ERRORS = 8
    SCORE = 9
    HOPS = 10
    COUNTRY = 11
    COST = 12
    RANGES = 13
    HOLDS = 14


TITLES: Final[dict[SourceColumn, str]] = {
    SourceColumn.RANK: marked("SourceModel", "Rank"),
    SourceColumn.HOST: marked("SourceModel", "Source"),
    SourceColumn.STATE: marked("SourceModel", "State"),
    SourceColumn.SHARE: marked("SourceModel", "Share"),
    SourceColumn.SPEED: marked("SourceModel", "Speed"),
    SourceColumn.LATENCY: marked("SourceModel", "Latency"),
    SourceColumn.CHANNELS: marked("SourceModel", "Channels"),
    SourceColumn.RECEIVED: marked("SourceModel", "Received"),
    SourceColumn.ERRORS: marked("SourceModel", "Errors"),
    SourceColumn.SCORE: marked("SourceModel", "Score"),
    SourceColumn.HOPS: marked("SourceModel", "Hops"),
    SourceColumn.COUNTRY: marked("SourceModel", "Country"),
    SourceColumn.COST: marked("SourceModel", "Cost per GB"),
    SourceColumn.RANGES: marked("SourceModel", "Ranges"),
    SourceColumn.HOLDS: marked("SourceModel", "Holds"),
}
_LEFT: Final = {SourceColumn.HOST, SourceColumn.STATE, SourceColumn.COUNTRY, SourceColumn.RANGES, SourceColumn.HOLDS}
_NOWHERE: Final = QModelIndex()
_ALIGN_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ALIGN_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RANGE_WORDS: Final = {
    Support.UNKNOWN: marked("SourceModel", "not known yet"),
    Support.YES: marked("SourceModel", "yes"),
    Support.NO: marked("SourceModel", "no, only from the beginning"),
}


class SourceModel(QAbstractTableModel):
    """Sources of the job that is selected. `enabling(source_id, enabled)` is a person's wish, not carried out here."""

    enabling = Signal(int, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources: list[SourceSnapshot] = []

    def show(self, sources: Sequence[SourceSnapshot]) -> None:
        """Show these sources, in order of rank; rows of sources that stay are kept."""
        fresh = sorted(sources, key=lambda source: (source.rank, source.source_id))
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
            return source_text(source, column)
        if role == Qt.ItemDataRole.DecorationRole and column == SourceColumn.HOST:
            return swatch(source_colour(source.source_id, colours().dark))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_LEFT if column in _LEFT else _ALIGN_RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return source.reason if column == SourceColumn.STATE and source.reason else explain_score(source)
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(source, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == SourceColumn.RANK:
            return Qt.CheckState.Unchecked if source.state is SourceState.DISABLED else Qt.CheckState.Checked
        if role == SOURCE_ROLE:
            return source
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
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == SourceColumn.RANK else flags


def _state_words(source: SourceSnapshot) -> str:
    words = engine_words(source.state.value)
    words = words[:1].upper() + words[1:]
    return f"{words}: {source.reason}" if source.reason else words


def _range_words(source: SourceSnapshot) -> str:
    if source.ranges is Support.YES and source.multi_range is Support.YES:
        return translate("SourceModel", "yes, several at once")
    return translate("SourceModel", _RANGE_WORDS[source.ranges])


_TEXTS: Final[dict[int, Callable[[SourceSnapshot], str]]] = {
    SourceColumn.RANK: lambda source: str(source.rank),
    SourceColumn.HOST: lambda source: source.host,
    SourceColumn.STATE: _state_words,
    SourceColumn.SHARE: lambda source: f"{source.share:.0%}" if source.share else UNKNOWN,
    SourceColumn.SPEED: lambda source: rate_words(source.rate_bytes_per_s),
    SourceColumn.LATENCY: lambda source: latency_words(source.latency_s),
    SourceColumn.CHANNELS: lambda source: str(source.channels),
    SourceColumn.RECEIVED: lambda source: size_words(source.received_bytes),
    SourceColumn.ERRORS: lambda source: str(source.errors) if source.errors else UNKNOWN,
    SourceColumn.SCORE: lambda source: f"{source.score:.2f}",
    SourceColumn.HOPS: lambda source: UNKNOWN if source.hops is None else str(source.hops),
    SourceColumn.COUNTRY: lambda source: source.country or UNKNOWN,
    SourceColumn.COST: lambda source: UNKNOWN if source.cost_per_gb is None else f"{source.cost_per_gb:.2f}",
    SourceColumn.RANGES: _range_words,
    SourceColumn.HOLDS: lambda source: (
        translate("SourceModel", "all") if source.holds is None else count_words(len(source.holds), "span")
    ),
}


def source_text(source: SourceSnapshot, column: int) -> str:
    """What one cell says."""
    return _TEXTS[column](source)


def explain_score(source: SourceSnapshot) -> str:
    """The score of a source term by term, as rich text."""
    rows = "".join(
        f"<tr><td>{escape(engine_words(term.criterion))}</td><td align='right'>&nbsp;&nbsp;"
        + (
            "</td><td></td><td></td>"
            if term.value is None
            else f"{term.value:.2f}</td><td>&nbsp;× {term.weight:g}&nbsp;</td>"
            f"<td align='right'>= {term.value * term.weight:.2f}</td>"
        )
        + f"<td>&nbsp;&nbsp;{escape(term.words)}</td></tr>"
        for term in source.terms
    )
    head = translate("SourceModel", "<b>{host}</b>, rank {rank}, score {score:.2f}").format(
        host=escape(source.host), rank=source.rank, score=source.score
    )
    reason = f"<br>{escape(source.reason)}" if source.reason else ""
    wasted = ""
    if source.wasted_bytes:
        wasted = "<br>" + translate("SourceModel", "{size} came twice or in vain").format(
            size=size_words(source.wasted_bytes)
        )
    return f"{head}{reason}<table>{rows}</table>{escape(source.url)}{wasted}"


def _ink(source: SourceSnapshot, column: int) -> QColor | None:
    if source.state in (SourceState.DISABLED, SourceState.UNTRIED, SourceState.STANDBY):
        return QColor(colours().muted)
    if column == SourceColumn.STATE:
        if source.state is SourceState.SET_ASIDE:
            return QColor(colours().bad)
        if source.state is SourceState.RESTING:
            return QColor(colours().warn)
    return None
