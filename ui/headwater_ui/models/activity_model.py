"""The activity log as a Qt model: what the scheduler did and why, newest last, bounded.

Times are told as they pass on the wall: the feed's are monotonic and are shifted once, at arrival.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from headwater.model.job import JobId
from headwater.model.snapshots import SchedulerActed, StepIn
from headwater.model.source import SourceId
from headwater.model.wording import Sentence
from headwater_ui.language import engine_words, marked
from headwater_ui.models.job_model import Index
from headwater_ui.theme import colours
from headwater_ui.widgets.palette import source_swatch
from headwater_ui.wording import sentence

_TITLES: Final = (
    marked("ActivityModel", "Time"),
    marked("ActivityModel", "What"),
    marked("ActivityModel", "Why"),
    marked("ActivityModel", "Download"),
    marked("ActivityModel", "Source"),
)
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Line:
    at_unix_s: float
    act: SchedulerActed
    job_name: str
    source_name: str


class ActivityModel(QAbstractTableModel):
    """At most `limit` lines; the oldest go first. `offset_s` is what makes a monotonic time a Unix time."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        limit: int = 2000,
        offset_s: Callable[[], float] = lambda: time.time() - time.monotonic(),
    ) -> None:
        super().__init__(parent)
        self._limit = limit
        self._offset_s = offset_s
        self._lines: list[_Line] = []

    def append(
        self,
        acts: Iterable[SchedulerActed],
        name_of: Callable[[JobId], str],
        source_of: Callable[[JobId, SourceId], str],
    ) -> None:
        """Add a batch at the end."""
        offset_s = self._offset_s()
        fresh = [
            _Line(
                act.at_s + offset_s,
                act,
                name_of(act.job_id),
                "" if act.source_id is None else source_of(act.job_id, act.source_id),
            )
            for act in list(acts)[-self._limit :]
        ]
        if not fresh:
            return
        surplus = len(self._lines) + len(fresh) - self._limit
        if surplus > 0:
            self.beginRemoveRows(_NOWHERE, 0, surplus - 1)
            del self._lines[:surplus]
            self.endRemoveRows()
        self.beginInsertRows(_NOWHERE, len(self._lines), len(self._lines) + len(fresh) - 1)
        self._lines += fresh
        self.endInsertRows()

    def __repr__(self) -> str:
        return f"<ActivityModel {len(self._lines)} lines>"

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr(_TITLES[section])
        return int(Qt.AlignmentFlag.AlignLeft) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            match index.column():
                case 0:
                    return time.strftime("%H:%M:%S", time.localtime(line.at_unix_s))
                case 1:
                    words = engine_words(line.act.kind.value)
                    return words[:1].upper() + words[1:]
                case 2:
                    return sentence(engine_words(_why(line.act)))
                case 3:
                    return line.job_name
                case _:
                    return line.source_name
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1 and line.act.source_id is not None:
            return source_swatch(line.act.source_id, colours().dark)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in (0, 3, 4):
            return QColor(colours().muted)
        return None


def _why(act: SchedulerActed) -> str:
    """The sentence without what stands beside it already: of a source that was set aside, the reason alone."""
    if act.kind is StepIn.SET_ASIDE and isinstance(act.words, Sentence):
        return str(act.words.values.get("reason", act.words))
    return act.words
