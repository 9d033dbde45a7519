"""Fields of how a download shares the computer with others: its place in the list, the order of its bytes, its limits.

They are rows of somebody's form. What was filled in goes into a `MoreForm`; nothing here judges it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFormLayout

from headwater.model.arrangement import Priority
from headwater.model.priority import OrderKind
from headwater.model.tuning import KNOBS
from headwater_ui.dialogs.more_form import MoreForm
from headwater_ui.dialogs.settings_page import number_box, rate_box
from headwater_ui.widgets.choice_box import ChoiceBox
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.wording import order_words, priority_words

_CHANNELS: Final = KNOBS["max_channels_per_job"]
_SOURCES: Final = KNOBS["max_sources"]


class ShareFields(QObject):
    """`changed`: a field is another. `queues` and `categories` are names; None leaves these rows out altogether."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        queues: Sequence[str] | None = None,
        categories: Sequence[str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._priority = ChoiceBox()
        for priority in (Priority.HIGH, Priority.NORMAL, Priority.LOW):
            self._priority.add(priority_words(priority), priority)
        self._queue = _names_box(self.tr("The main one"), "", queues)
        self._category = _names_box(self.tr("By its type and host"), None, categories)
        self._order = ChoiceBox()
        for kind in OrderKind:
            self._order.add(order_words(kind), kind)
        self._order.setToolTip(self.tr("What comes first where no preview or player asks for something else"))
        self._limit = rate_box(self.tr("No limit"))
        self._channels = number_box(int(_CHANNELS.low), int(_CHANNELS.high))
        self._sources = number_box(int(_SOURCES.low), int(_SOURCES.high))
        for number in (self._limit, self._channels, self._sources):
            number.setMinimumWidth(0)
            number.setMaximumWidth(16_777_215)  # as wide as the choices around them
        self._channels.setToolTip(self.tr("Most connections of this download, over all its sources"))
        self._sources.setToolTip(self.tr("Most sources used at once, those that rank best"))
        name_widgets(
            (self._priority, f"{name}Priority", self.tr("Priority")),
            (self._order, f"{name}Order", self.tr("Order of the bytes")),
            (self._limit, f"{name}Limit", self.tr("Speed limit")),
            (self._channels, f"{name}Channels", self.tr("Connections at most")),
            (self._sources, f"{name}Sources", self.tr("Sources at most")),
        )
        if self._queue is not None:
            name_widgets((self._queue, f"{name}Queue", self.tr("Queue")))
        if self._category is not None:
            name_widgets((self._category, f"{name}Category", self.tr("Category")))
        for box in (self._priority, self._queue, self._category, self._order):
            if box is not None:
                box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for number in (self._limit, self._channels, self._sources):
            number.valueChanged.connect(lambda _value: self.changed.emit())

    def add_rows(self, form: QFormLayout) -> None:
        """All of them, as rows of a form."""
        form.addRow(self.tr("&Priority"), self._priority)
        if self._queue is not None:
            form.addRow(self.tr("&Queue"), self._queue)
        if self._category is not None:
            form.addRow(self.tr("Categor&y"), self._category)
        form.addRow(self.tr("&Order"), self._order)
        form.addRow(self.tr("Speed limit"), self._limit)
        form.addRow(self.tr("Co&nnections"), self._channels)
        form.addRow(self.tr("Sources"), self._sources)

    def show_form(self, form: MoreForm) -> None:
        """Fill the fields in."""
        for box, value in ((self._priority, form.priority), (self._order, form.order)):
            box.setCurrentIndex(box.findData(value))
        self._limit.setValue(form.limit_kb_per_s)
        self._channels.setValue(form.channels)
        self._sources.setValue(form.sources)

    def fill(self, form: MoreForm) -> MoreForm:
        """The form with what stands here."""
        return replace(
            form,
            priority=self._priority.currentData(),
            queue=form.queue if self._queue is None else self._queue.currentData(),
            category=form.category if self._category is None else self._category.currentData(),
            order=self._order.currentData(),
            limit_kb_per_s=self._limit.value(),
            channels=self._channels.value(),
            sources=self._sources.value(),
        )


def _names_box(usual: str, value: str | None, names: Sequence[str] | None) -> ChoiceBox | None:
    """A choice of names after what is usual; None where there is nothing to choose."""
    if not names:
        return None
    box = ChoiceBox()
    box.add(usual, value)
    for name in names:
        box.add(name, name)
    return box
