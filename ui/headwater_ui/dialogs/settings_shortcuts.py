"""Settings: the keys of every action, changed by pressing them, with a word where two actions would share one."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from headwater.model.errors import UserError
from headwater_ui.dialogs.settings_page import Page, Values, plain_button, set_choice
from headwater_ui.shell.action_table import ACTIONS, default_keys
from headwater_ui.shell.actions import action_words, key_words
from headwater_ui.shell.docks import DOCK_KEYS
from headwater_ui.widgets.cell_delegate import dress_table


class ShortcutsPage(Page):
    """One row an action; what differs from the defaults is kept."""

    def __init__(self) -> None:
        super().__init__("Shortcuts")
        self.begin(self.tr("Shortcuts"))
        self._names = [spec.name for spec in ACTIONS]
        self._table = self._build_table()
        self.add_wide(self._table)
        self._keys = QKeySequenceEdit()
        self._keys.setMaximumSequenceLength(1)
        self._keys.setClearButtonEnabled(True)
        self._keys.setObjectName("shortcutKeys")
        self._keys.setAccessibleName(self.tr("Press the new keys of the selected action"))
        for line in self._keys.findChildren(QLineEdit):  # which has the keyboard
            line.setAccessibleName(self._keys.accessibleName())
        self._default = plain_button("shortcutDefault", self.tr("&Default"))
        self._all_defaults = plain_button("shortcutDefaults", self.tr("&All defaults"))
        self._problem = QLabel()
        self._problem.setObjectName("shortcutProblem")
        self._problem.setProperty("tone", "bad")
        self._problem.setWordWrap(True)
        self._build_editor()
        self._chosen: dict[str, tuple[str, ...]] = {}
        self.add(self._show, set_choice("shortcuts", self._read), *(action_words(spec) for spec in ACTIONS))
        self._table.currentCellChanged.connect(lambda *_: self._show_current())
        self._keys.keySequenceChanged.connect(self._changed)
        self._default.clicked.connect(self._take_default)
        self._all_defaults.clicked.connect(self._take_all_defaults)

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(len(ACTIONS), 2)
        table.setObjectName("shortcutsTable")
        table.setAccessibleName(self.tr("Actions and their keys"))
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        dress_table(table)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(1, 220)
        for row, spec in enumerate(ACTIONS):
            table.setItem(row, 0, QTableWidgetItem(action_words(spec)))
            table.setItem(row, 1, QTableWidgetItem())
        return table

    def _build_editor(self) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.tr("&New keys"))
        label.setBuddy(self._keys)
        for widget in (label, self._keys, self._default, self._all_defaults):
            row.addWidget(widget)
        row.setStretch(1, 1)
        self.add_wide(line, 0)
        self.add_wide(self._problem, 0)

    def _show(self, values: Values) -> None:
        kept = dict(values.choices.shortcuts)
        self._chosen = {name: kept.get(name, default_keys(name)) for name in self._names}
        for row in range(len(self._names)):
            self._tell_row(row)
        self._table.setCurrentCell(0, 1)
        self._show_current()
        self._judge()

    def _read(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        clash = first_clash(self._chosen)
        if clash is not None:
            raise UserError(self._clash_words(*clash))
        return tuple((name, keys) for name, keys in self._chosen.items() if keys != default_keys(name))

    def _current(self) -> str:
        return self._names[max(0, self._table.currentRow())]

    def _show_current(self) -> None:
        keys = self._chosen.get(self._current(), ())
        self._keys.blockSignals(True)
        self._keys.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
        self._keys.blockSignals(False)
        self._default.setEnabled(keys != default_keys(self._current()))

    def _changed(self, sequence: QKeySequence) -> None:
        text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        self._put(self._current(), (text,) if text else ())

    def _take_default(self) -> None:
        self._put(self._current(), default_keys(self._current()))
        self._show_current()

    def _take_all_defaults(self) -> None:
        for name in self._names:
            self._put(name, default_keys(name))
        self._show_current()

    def _put(self, name: str, keys: tuple[str, ...]) -> None:
        self._chosen[name] = keys
        self._tell_row(self._names.index(name))
        self._default.setEnabled(keys != default_keys(name))
        self._judge()

    def _tell_row(self, row: int) -> None:
        item = self._table.item(row, 1)
        assert item is not None  # every cell was filled
        keys = self._chosen[self._names[row]]
        item.setText(key_words(*keys))
        font = item.font()
        font.setBold(keys != default_keys(self._names[row]))
        item.setFont(font)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, item.text() or self.tr("none"))

    def _judge(self) -> None:
        clash = first_clash(self._chosen)
        self._problem.setText("" if clash is None else self._clash_words(*clash) + ".")

    def _clash_words(self, key: str, one: str, other: str) -> str:
        words = {spec.name: action_words(spec) for spec in ACTIONS}
        return self.tr("{keys} is given to “{one}” and to “{other}”; choose another for one of them").format(
            keys=key_words(key),
            one=words[one],
            other=words.get(other, self.tr("a pane")),
        )


def first_clash(keys_by_name: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """The first keys that two actions share, with both actions' names; None where each has its own.

    Keys of the panes count as taken (their name is empty).
    """
    owners = {QKeySequence(key).toString(): "" for key in DOCK_KEYS}
    for name, keys in keys_by_name.items():
        for key in keys:
            owner = owners.setdefault(QKeySequence(key).toString(), name)
            if owner != name:
                return key, name, owner
    return None
