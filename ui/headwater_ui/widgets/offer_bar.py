"""A bar above the list that offers something and waits: it takes no focus, and goes when it is answered.

What comes while it is shown is added to it, so that copying ten links is one offer and not ten.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from headwater_ui.links import file_name
from headwater_ui.wording import count_words

_NAMES_SHOWN = 3


class OfferBar(QWidget):
    """`taken(links)`: the person wants them."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offerBar")
        self.setAccessibleName(self.tr("Copied links"))
        self._links: list[str] = []
        self._words = QLabel()
        self._words.setObjectName("offerWords")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._take = QPushButton(self.tr("&Add…"))
        self._take.setObjectName("offerTake")
        self._take.setAccessibleName(self.tr("Add the copied links"))
        self._take.setShortcut(QKeySequence("Ctrl+Shift+A"))
        self._take.setToolTip(self.tr("Add the copied links (Ctrl+Shift+A)"))
        self._leave = QToolButton()
        self._leave.setObjectName("offerLeave")
        self._leave.setText("✕")
        self._leave.setAutoRaise(True)
        self._leave.setAccessibleName(self.tr("Leave the copied links alone"))
        self._leave.setToolTip(self.tr("Leave them alone; they are not offered again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self._take)
        row.addWidget(self._leave)
        self._take.clicked.connect(self._accept)
        self._leave.clicked.connect(self.withdraw)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def offer(self, links: Sequence[str]) -> None:
        """Offer these, beside those that wait for an answer."""
        self._links += [link for link in links if link not in self._links]
        self._say()
        self.show()

    def forget(self, links: Sequence[str]) -> None:
        """Offer these no longer: the person came to them by another way."""
        self._links = [link for link in self._links if link not in links]
        if self._links:
            self._say()
        else:
            self.hide()

    def withdraw(self) -> None:
        """Offer nothing any more."""
        self._links.clear()
        self.hide()

    def _say(self) -> None:
        names = [file_name(link) or link for link in self._links[:_NAMES_SHOWN]]
        more = len(self._links) - len(names)
        listed = ", ".join(names) + (self.tr(" and {count} more").format(count=more) if more else "")
        words = self.tr("{links} copied: {names}").format(links=count_words(len(self._links), "link"), names=listed)
        self._words.setText(words)
        self._words.setToolTip("\n".join(self._links[:20]))
        self.setAccessibleDescription(words)

    def _accept(self) -> None:
        links = tuple(self._links)
        self.withdraw()
        self.taken.emit(links)
