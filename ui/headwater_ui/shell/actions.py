"""The actions of a window, made from the table (`action_table`): their keys, icons and tips as they are now.

The rule: an action answers where its keys cannot take anything away from a text that one writes.
"""

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from headwater_ui.icons import icon
from headwater_ui.language import translate
from headwater_ui.shell.action_table import ACTIONS, LIST_ONLY, ActionSpec

#: Where the letter of a key is no letter of the word, it stands behind it: ファイル(&F).
_MNEMONIC: Final = re.compile(r"\(&.\)")


class Actions:
    """The actions by name. `window` owns them; those of the list answer only while `job_table` has the focus."""

    def __init__(self, window: QWidget, job_table: QWidget) -> None:
        self._by_name: dict[str, QAction] = {}
        self._keys = {spec.name: spec.keys for spec in ACTIONS}
        for spec in ACTIONS:
            action = QAction(translate("Actions", spec.text), window)
            action.setObjectName(f"action_{spec.name}")
            action.setCheckable(spec.checkable)
            action.setIconText(translate("Actions", spec.short) if spec.short else action_words(spec))
            if spec.keys:
                action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setToolTip(_tip(spec, spec.keys))
            if spec.name in LIST_ONLY:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                job_table.addAction(action)
            else:
                window.addAction(action)
            self._by_name[spec.name] = action
        self.renew_icons()

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def renew_icons(self) -> None:
        """Draw the icons for the palette in force."""
        for spec in ACTIONS:
            if spec.icon:
                self._by_name[spec.name].setIcon(icon(spec.icon))

    def enable(self, allowed: dict[str, bool]) -> None:
        for name, on in allowed.items():
            self._by_name[name].setEnabled(on)

    def choose_keys(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Give these actions other keys than the defaults; all others have theirs."""
        for spec in ACTIONS:
            keys = chosen.get(spec.name, spec.keys)
            if keys != self._keys[spec.name]:
                self._keys[spec.name] = keys
                self._by_name[spec.name].setShortcuts([QKeySequence(key) for key in keys])
                self._by_name[spec.name].setToolTip(_tip(spec, keys))

    def keys(self) -> list[tuple[str, str]]:
        """What each action is called, and its keys, for the page of shortcuts."""
        return [(action_words(spec), key_words(*keys)) for spec in ACTIONS if (keys := self._keys[spec.name])]


def key_words(*keys: str | QKeySequence) -> str:
    """Keys as they are called here, and where these words are on the keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    return translate("Actions", " or ").join(QKeySequence(key).toString(native) for key in keys)


def plain_words(text: str) -> str:
    """Words of an action or a label without the mark of its key."""
    return _MNEMONIC.sub("", text).replace("&", "").removesuffix("…")


def action_words(spec: ActionSpec) -> str:
    """What an action is called where it is not a menu's entry."""
    return plain_words(translate("Actions", spec.text))


def _tip(spec: ActionSpec, keys: tuple[str, ...]) -> str:
    words = translate("Actions", spec.tip) if spec.tip else action_words(spec)
    return f"{words} ({key_words(keys[0])})" if keys else words
