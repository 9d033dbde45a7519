"""What is there already of the files one is about to add, with a choice of what becomes of them.

One choice counts for the selected files, or for all that are there already. The choices themselves are `additions`'.
"""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from headwater_ui.dialogs.additions import Clash, Deed, deed_words
from headwater_ui.dialogs.link_groups import Group
from headwater_ui.widgets.choice_box import ChoiceBox
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.wording import count_words


class ClashBar(QWidget):
    """`changed`: the person chose. It hides itself while nothing is there already."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("addClashes")
        self._clashes: Mapping[Group, Clash] = {}
        self._chosen: dict[Group, Deed] = {}
        self._shown: list[Group] = []
        self._words = QLabel()
        self._deeds = ChoiceBox()
        name_widgets(
            (self._words, "addClash", self.tr("What is there already")),
            (self._deeds, "addDeed", self.tr("What becomes of files that are there already")),
        )
        self._words.setBuddy(self._deeds)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._deeds)
        self._deeds.activated.connect(self._choose)
        self.hide()

    def set_clashes(self, clashes: Mapping[Group, Clash]) -> None:
        """What stands in the way of each file."""
        self._clashes = clashes

    def clash(self, group: Group) -> Clash:
        return self._clashes.get(group, Clash())

    def deed(self, group: Group) -> Deed:
        """What becomes of a file: what was chosen, as far as it can be done, else what is most sensible."""
        possible = self.clash(group).deeds(group)
        chosen = self._chosen.get(group)
        return chosen if chosen is not None and chosen in possible else possible[0]

    def line(self, group: Group) -> str:
        """Both in one line; empty where nothing stands in the way."""
        words = self.clash(group).words()
        return f"{words}: {deed_words(self.deed(group))}" if words else ""

    def offer(self, groups: Sequence[Group], selected: Collection[str]) -> None:
        """Ask about those of `groups` that have a choice: about the ones with `selected` links, where there are."""
        clashing = [group for group in groups if len(self.clash(group).deeds(group)) > 1]
        self._shown = [group for group in clashing if not set(group).isdisjoint(selected)] or clashing
        self.setVisible(bool(self._shown))
        if not self._shown:
            return
        first = self._shown[0]
        count = count_words(len(self._shown), "file")
        some = self.tr("{files} there already").format(files=count)
        self._words.setText(self.clash(first).words() if len(self._shown) == 1 else some)
        deeds = list(dict.fromkeys(deed for group in self._shown for deed in self.clash(group).deeds(group)))
        self._deeds.clear()
        for deed in deeds:
            self._deeds.add(deed_words(deed), deed)
        self._deeds.setCurrentIndex(deeds.index(self.deed(first)))

    def _choose(self, index: int) -> None:
        deed = self._deeds.itemData(index)
        self._chosen.update((group, deed) for group in self._shown if deed in self.clash(group).deeds(group))
        self.changed.emit()
