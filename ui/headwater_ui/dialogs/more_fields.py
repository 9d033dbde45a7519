"""The fields that few downloads need: how it shares with others, and how servers are asked, side by side.

In the add dialog they are folded away until they are wanted, and scroll where the screen has no room for all of them.
What was filled in becomes a `MoreForm`.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from headwater.model.tuning import Tuning
from headwater_ui.dialogs.ask_fields import AskFields
from headwater_ui.dialogs.more_form import MoreForm
from headwater_ui.dialogs.share_fields import ShareFields
from headwater_ui.widgets.naming import name_widgets


class OptionFields(QWidget):
    """All of them; `changed`: one is another. Queue and category are asked for where there are such names."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        form: MoreForm,
        queues: Sequence[str] = (),
        categories: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}MorePage")
        self._shown = form
        self._share, self._ask = ShareFields(name, queues, categories, self), AskFields(name, self)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(4, 4, 0, 0)
        columns.setSpacing(18)
        for fields, stretch in ((self._share, 2), (self._ask, 3)):
            rows = QFormLayout()
            rows.setHorizontalSpacing(12)
            rows.setVerticalSpacing(6)
            fields.add_rows(rows)
            fields.show_form(form)
            fields.changed.connect(self.changed)
            columns.addLayout(rows, stretch)

    def form(self) -> MoreForm:
        """The fields as they are filled in."""
        return self._ask.fill(self._share.fill(self._shown))


class MoreFields(QWidget):
    """The same, folded away at first. `tuning` is what the settings say. `unfolded`: they are shown now."""

    changed = Signal()
    unfolded = Signal()

    def __init__(
        self,
        queues: Sequence[str] = (),
        categories: Sequence[str] = (),
        tuning: Tuning | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addMore")
        self._toggle = QToolButton()
        self._toggle.setText(self.tr("&More options"))
        self._toggle.setCheckable(True)
        self._toggle.setAutoRaise(True)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name_widgets((self._toggle, "addMoreToggle", self.tr("More options")))
        self._page = OptionFields("add", _usual(tuning or Tuning()), queues, categories)
        self._room = QScrollArea()
        self._room.setObjectName("addMoreRoom")
        self._room.setAccessibleName(self.tr("More options"))
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidgetResizable(True)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setWidget(self._page)
        bar = self._room.verticalScrollBar().sizeHint().width()
        self._room.setMinimumWidth(self._page.minimumSizeHint().width() + bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._toggle)
        layout.addWidget(self._room)
        self._fold(False)
        self._toggle.toggled.connect(self._fold)
        self._page.changed.connect(self.changed)

    def form(self) -> MoreForm:
        """The fields as they are filled in."""
        return self._page.form()

    def _fold(self, shown: bool) -> None:
        self._room.setVisible(shown)
        onward = Qt.ArrowType.LeftArrow if self.isRightToLeft() else Qt.ArrowType.RightArrow
        self._toggle.setArrowType(Qt.ArrowType.DownArrow if shown else onward)
        if shown:
            self.unfolded.emit()


def _usual(tuning: Tuning) -> MoreForm:
    return replace(MoreForm(), tuning=tuning, channels=tuning.max_channels_per_job, sources=tuning.max_sources)
