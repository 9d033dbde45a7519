"""The fields of the add dialog that few downloads need: how servers are asked, and where in the queue it waits.

They are folded away until they are wanted. What was filled in becomes a `MoreForm`; nothing here judges it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from headwater.model.arrangement import Priority
from headwater_ui.dialogs.more_form import MoreForm
from headwater_ui.widgets.naming import name_widgets

_MOST_KB_PER_S = 100_000_000


class MoreFields(QWidget):
    """`changed`: a field is another. `queues` and `categories` are names; where there are none, none is asked for."""

    changed = Signal()

    def __init__(
        self, queues: Sequence[str] = (), categories: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addMore")
        self._toggle = QToolButton()
        self._toggle.setText(self.tr("More &options"))
        self._toggle.setCheckable(True)
        self._toggle.setAutoRaise(True)
        self._toggle.setArrowType(Qt.ArrowType.RightArrow)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._toggle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._priority = QComboBox()
        for priority, words in (
            (Priority.HIGH, self.tr("High")),
            (Priority.NORMAL, self.tr("Normal")),
            (Priority.LOW, self.tr("Low")),
        ):
            self._priority.addItem(words, priority)
        self._priority.setCurrentIndex(1)
        self._queue = _names_box(self.tr("The main one"), "", queues)
        self._category = _names_box(self.tr("By its type and host"), None, categories)
        self._limit = QSpinBox()
        self._limit.setRange(0, _MOST_KB_PER_S)
        self._limit.setSpecialValueText(self.tr("No limit"))
        self._limit.setSuffix(" kB/s")
        self._limit.setSingleStep(100)
        self._limit.setGroupSeparatorShown(True)
        self._referer, self._agent, self._cookie = QLineEdit(), QLineEdit(), QLineEdit()
        self._referer.setPlaceholderText(self.tr("The page that the link stands on"))
        self._agent.setPlaceholderText(self.tr("As in the settings"))
        self._cookie.setPlaceholderText(self.tr("name=value; other=value"))
        self._user, self._password = QLineEdit(), QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._headers = QPlainTextEdit()
        self._headers.setPlaceholderText(self.tr("Name: value, one a line"))
        self._headers.setTabChangesFocus(True)
        self._headers.setFixedHeight(48)
        self._page = QWidget()
        self._page.setObjectName("addMorePage")
        self._lay_out(bool(queues), bool(categories))
        self._name_all()
        self._page.hide()
        self._toggle.toggled.connect(self._fold)
        for box in (self._priority, self._queue, self._category):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._limit.valueChanged.connect(lambda _value: self.changed.emit())
        for line in (self._referer, self._agent, self._cookie, self._user, self._password):
            line.textChanged.connect(lambda _text: self.changed.emit())
        self._headers.textChanged.connect(self.changed)

    def form(self) -> MoreForm:
        """The fields as they are filled in."""
        return MoreForm(
            priority=self._priority.currentData(),
            queue=self._queue.currentData(),
            category=self._category.currentData(),
            limit_kb_per_s=self._limit.value(),
            referer=self._referer.text(),
            user_agent=self._agent.text(),
            cookie=self._cookie.text(),
            user=self._user.text(),
            password=self._password.text(),
            headers=self._headers.toPlainText(),
        )

    def _fold(self, shown: bool) -> None:
        self._page.setVisible(shown)
        self._toggle.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)

    def _lay_out(self, has_queues: bool, has_categories: bool) -> None:
        left, right = QFormLayout(), QFormLayout()
        for form in (left, right):
            form.setHorizontalSpacing(12)
            form.setVerticalSpacing(6)
        left.addRow(self.tr("&Priority"), self._priority)
        if has_queues:
            left.addRow(self.tr("&Queue"), self._queue)
        if has_categories:
            left.addRow(self.tr("Categor&y"), self._category)
        left.addRow(self.tr("Speed li&mit"), self._limit)
        left.addRow(self.tr("&User"), self._user)
        left.addRow(self.tr("Pass&word"), self._password)
        right.addRow(self.tr("&Referrer"), self._referer)
        right.addRow(self.tr("User ag&ent"), self._agent)
        right.addRow(self.tr("Coo&kies"), self._cookie)
        right.addRow(self.tr("&Headers"), self._headers)
        columns = QHBoxLayout(self._page)
        columns.setContentsMargins(4, 4, 0, 0)
        columns.setSpacing(18)
        columns.addLayout(left, 2)
        columns.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._toggle)
        layout.addWidget(self._page)
        if not has_queues:
            self._queue.setParent(self._page)
            self._queue.hide()
        if not has_categories:
            self._category.setParent(self._page)
            self._category.hide()

    def _name_all(self) -> None:
        name_widgets(
            (self._toggle, "addMoreToggle", self.tr("More options")),
            (self._priority, "addPriority", self.tr("Priority")),
            (self._queue, "addQueue", self.tr("Queue")),
            (self._category, "addCategory", self.tr("Category")),
            (self._limit, "addLimit", self.tr("Speed limit")),
            (self._referer, "addReferer", self.tr("Referrer")),
            (self._agent, "addAgent", self.tr("User agent")),
            (self._cookie, "addCookie", self.tr("Cookies")),
            (self._user, "addUser", self.tr("User")),
            (self._password, "addPassword", self.tr("Password")),
            (self._headers, "addHeaders", self.tr("Headers")),
        )


def _names_box(usual: str, value: str | None, names: Sequence[str]) -> QComboBox:
    box = QComboBox()
    box.addItem(usual, value)
    for name in names:
        box.addItem(name, name)
    return box
