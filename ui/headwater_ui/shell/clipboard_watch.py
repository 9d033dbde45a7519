"""Links that are copied elsewhere are offered, quietly: what is watched for, and what was offered before.

Off unless the person wants it. What this program copied itself, what is in the list and what was offered once is left
alone; a large clipboard is not read. How it is offered is the bar's.
"""

from collections import OrderedDict
from collections.abc import Callable, Container
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from headwater.model.errors import UserError
from headwater_ui.link_filter import read_filter
from headwater_ui.links import links_in_mime

#: A text longer than this is a document that somebody moves, not links that somebody copied.
_MOST_CHARS: Final = 200_000
#: More links than this at once are not offered; whoever copied them knows how to paste them.
_MOST_LINKS: Final = 200
_REMEMBERED: Final = 2_000


class ClipboardWatch(QObject):
    """`offered(links)`: links were copied that were not offered before. `known()` are those in the list already."""

    offered = Signal(object)

    def __init__(self, known: Callable[[], Container[str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._wanted: Callable[[str], bool] | None = None
        self._before: OrderedDict[str, None] = OrderedDict()
        self._clipboard.dataChanged.connect(self._look)

    def follow(self, *, is_on: bool, watched: str) -> None:
        """What the person chose. A list of types that cannot be understood watches for nothing."""
        try:
            self._wanted = read_filter(watched) if is_on else None
        except UserError:
            self._wanted = None  # the settings' page refuses it with a sentence; only a changed file brings it here

    def _look(self) -> None:
        if self._wanted is None or self._clipboard.ownsClipboard():
            return
        mime = self._clipboard.mimeData()
        if mime is None or len(mime.text()) > _MOST_CHARS:
            return
        fresh = [link for link in links_in_mime(mime) if link not in self._before and self._wanted(link)]
        if not fresh or len(fresh) > _MOST_LINKS:
            return
        known = self._known()
        for link in fresh:
            self._before[link] = None
        while len(self._before) > _REMEMBERED:
            self._before.popitem(last=False)
        fresh = [link for link in fresh if link not in known]
        if fresh:
            self.offered.emit(fresh)
