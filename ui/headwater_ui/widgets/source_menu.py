"""The menu of one source: use it, pin it, limit it, ask it again, rank by score again.

Says what a person wishes (`SourceWishes`); who hears it makes commands of it.
"""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from headwater.model.snapshots import SourceSnapshot
from headwater.model.source import SourceState
from headwater_ui.language import translate
from headwater_ui.wording import rate_words

_LIMITS: Final = (None, 50e3, 100e3, 250e3, 500e3, 1e6, 2e6, 5e6, 10e6)
_MOST_KB: Final = 10_000_000


class SourceWishes(QObject):
    """`enabling(source, on)`, `pinning(source, on)`, `limiting(source, rate or None)`, `asking(source)`.

    `ranking(sources)`: these stand first, in this order; none of them leaves it to the scores again.
    """

    enabling = Signal(int, bool)
    pinning = Signal(int, bool)
    limiting = Signal(int, object)
    asking = Signal(int)
    ranking = Signal(list)


def build_source_menu(source: SourceSnapshot, wishes: SourceWishes, parent: QWidget, *, is_ranked: bool) -> QMenu:
    """A menu of what can be wished of `source`; `is_ranked`: some source of the job has a place of its own."""
    menu = QMenu(parent)
    menu.setObjectName("sourceMenu")
    number = int(source.source_id)
    use = menu.addAction(translate("SourceMenu", "&Use it"))
    use.setObjectName("sourceUse")
    use.setCheckable(True)
    use.setChecked(source.state is not SourceState.DISABLED)
    use.triggered.connect(lambda on: wishes.enabling.emit(number, on))
    pin = menu.addAction(translate("SourceMenu", "&Pin it before all others"))
    pin.setObjectName("sourcePin")
    pin.setCheckable(True)
    pin.setChecked(source.pinned)
    pin.triggered.connect(lambda on: wishes.pinning.emit(number, on))
    menu.addMenu(_limit_menu(source, wishes, menu))
    menu.addSeparator()
    again = menu.addAction(translate("SourceMenu", "&Ask again, now"))
    again.setObjectName("sourceAsk")
    again.setEnabled(source.state is not SourceState.ACTIVE)
    again.triggered.connect(lambda: wishes.asking.emit(number))
    by_score = menu.addAction(translate("SourceMenu", "&Rank all by their scores again"))
    by_score.setObjectName("sourceByScore")
    by_score.setEnabled(is_ranked)
    by_score.triggered.connect(lambda: wishes.ranking.emit([]))
    menu.addSeparator()
    copy = menu.addAction(translate("SourceMenu", "&Copy link"))
    copy.setObjectName("sourceCopy")
    copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(source.url))
    return menu


def _limit_menu(source: SourceSnapshot, wishes: SourceWishes, parent: QMenu) -> QMenu:
    menu = QMenu(translate("SourceMenu", "&Limit it"), parent)
    menu.setObjectName("sourceLimit")
    number, now = int(source.source_id), source.rate_limit_bytes_per_s
    group = QActionGroup(menu)
    for rate in sorted({*_LIMITS, now}, key=lambda rate: rate or 0.0):
        action = menu.addAction(translate("SourceMenu", "No limit") if rate is None else rate_words(rate))
        action.setCheckable(True)
        action.setChecked(rate == now)
        action.triggered.connect(lambda _on=False, rate=rate: wishes.limiting.emit(number, rate))
        group.addAction(action)
    menu.addSeparator()
    other = menu.addAction(translate("SourceMenu", "&Another…"))
    other.setObjectName("sourceLimitOther")
    window = parent.parentWidget()
    other.triggered.connect(lambda: _ask_limit(source, wishes, window))
    return menu


def _ask_limit(source: SourceSnapshot, wishes: SourceWishes, parent: QWidget | None) -> None:
    dialog = QInputDialog(parent)
    dialog.setObjectName("sourceLimitDialog")
    dialog.setWindowTitle(translate("SourceMenu", "Limit a source"))
    dialog.setLabelText(translate("SourceMenu", "Kilobytes per second, at most, from {host}:").format(host=source.host))
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, _MOST_KB)
    dialog.setIntValue(round((source.rate_limit_bytes_per_s or 500e3) / 1000))
    dialog.intValueSelected.connect(lambda value: wishes.limiting.emit(int(source.source_id), value * 1000.0))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
