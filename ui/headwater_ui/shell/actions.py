"""Every action of the window: words, key, icon, in one table. What they do is connected by the shell.

The rule: whatever can be clicked stands here, so that it has a key or a menu entry, a name and a tip.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from headwater_ui.icons import icon
from headwater_ui.language import marked, translate

#: Where the letter of a key is no letter of the word, it stands behind it: ファイル(&F).
_MNEMONIC: Final = re.compile(r"\(&.\)")


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `short` is the tool bar's word; `keys` the first is shown in menus."""

    name: str
    text: str
    short: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False


ACTIONS: Final = (
    ActionSpec(
        "add",
        marked("Actions", "&Add…"),
        marked("Actions", "Add"),
        ("Ctrl+N",),
        "add",
        marked("Actions", "Add downloads from links"),
    ),
    ActionSpec(
        "add_file",
        marked("Actions", "Add from a &file…"),
        "",
        ("Ctrl+O",),
        "open",
        marked("Actions", "A Metalink, a torrent or a list of links"),
    ),
    ActionSpec(
        "paste",
        marked("Actions", "&Paste links"),
        marked("Actions", "Paste"),
        ("Ctrl+V", "Shift+Insert"),
        "paste",
        marked("Actions", "Add the links in the clipboard"),
    ),
    ActionSpec(
        "grab",
        marked("Actions", "Links of a pa&ge…"),
        "",
        ("Ctrl+Shift+N",),
        "link",
        marked("Actions", "Choose from what a web page links to"),
    ),
    ActionSpec(
        "adopt",
        marked("Actions", "&Continue a partial download…"),
        "",
        ("Ctrl+Shift+O",),
        "resume",
        marked("Actions", "Go on with a file that another program left"),
    ),
    ActionSpec("interface", marked("Actions", "Let other &programs command Headwater"), checkable=True),
    ActionSpec("interface_secret", marked("Actions", "Copy the s&ecret for them")),
    ActionSpec("settings", marked("Actions", "&Settings…"), "", ("Ctrl+,",), "tuning"),
    ActionSpec(
        "quit",
        marked("Actions", "&Quit"),
        "",
        ("Ctrl+Q",),
        "",
        marked("Actions", "Running downloads go on at the next start"),
    ),
    ActionSpec(
        "resume",
        marked("Actions", "&Resume"),
        marked("Actions", "Resume"),
        ("Ctrl+R",),
        "resume",
        marked("Actions", "Start the selected downloads"),
    ),
    ActionSpec(
        "pause",
        marked("Actions", "&Pause"),
        marked("Actions", "Pause"),
        ("Ctrl+P",),
        "pause",
        marked("Actions", "Pause the selected downloads; nothing is lost"),
    ),
    ActionSpec("toggle", marked("Actions", "Pause or resume"), "", ("Space",)),
    ActionSpec("resume_all", marked("Actions", "Resume a&ll"), "", ("Ctrl+Shift+R",)),
    ActionSpec("pause_all", marked("Actions", "Pa&use all"), "", ("Ctrl+Shift+P",)),
    ActionSpec(
        "remove",
        marked("Actions", "Re&move"),
        marked("Actions", "Remove"),
        ("Del",),
        "remove",
        marked("Actions", "Take the selected downloads off the list"),
    ),
    ActionSpec(
        "remove_data",
        marked("Actions", "Remove with &data…"),
        "",
        ("Shift+Del",),
        "",
        marked("Actions", "Also delete the files"),
    ),
    ActionSpec("undo", marked("Actions", "&Undo the removal"), "", ("Ctrl+Z",)),
    ActionSpec("up", marked("Actions", "Move &up"), "", ("Alt+Up",), "up", marked("Actions", "Earlier in the queue")),
    ActionSpec(
        "down", marked("Actions", "Move &down"), "", ("Alt+Down",), "down", marked("Actions", "Later in the queue")
    ),
    ActionSpec("top", marked("Actions", "Move to the &top"), "", ("Alt+Home",), "top"),
    ActionSpec("bottom", marked("Actions", "Move to the &bottom"), "", ("Alt+End",), "bottom"),
    ActionSpec("open", marked("Actions", "&Open file"), "", ("Return", "Enter"), "open"),
    ActionSpec("open_folder", marked("Actions", "Open &folder"), "", ("Ctrl+Return",), "folder"),
    ActionSpec(
        "play",
        marked("Actions", "Open in p&layer"),
        "",
        ("Ctrl+L",),
        "file-video",
        marked("Actions", "Play it while it comes"),
    ),
    ActionSpec(
        "copy_stream",
        marked("Actions", "Copy s&tream link"),
        "",
        ("Ctrl+Shift+C",),
        "",
        marked("Actions", "A link for players on this computer"),
    ),
    ActionSpec("copy_links", marked("Actions", "&Copy links"), "", ("Ctrl+C",), "link"),
    ActionSpec(
        "refresh_link",
        marked("Actions", "Refresh lin&k…"),
        "",
        ("Ctrl+Shift+K",),
        "link",
        marked("Actions", "Give an expired link a fresh one"),
    ),
    ActionSpec("edit_sources", marked("Actions", "Edit &sources…"), "", ("Ctrl+E",), "sources"),
    ActionSpec(
        "verify",
        marked("Actions", "&Verify and repair…"),
        "",
        ("Ctrl+Shift+V",),
        "verify",
        marked("Actions", "Hash the data again; mend what is bad"),
    ),
    ActionSpec(
        "verify_file",
        marked("Actions", "&Verify and repair a file…"),
        "",
        (),
        "verify",
        marked("Actions", "Check any file on this computer"),
    ),
    ActionSpec(
        "find_checksum",
        marked("Actions", "Look for a c&hecksum file…"),
        "",
        (),
        "verify",
        marked("Actions", "Prove the file by what its server says of it"),
    ),
    ActionSpec(
        "export_metalink",
        marked("Actions", "E&xport as Metalink…"),
        "",
        ("Ctrl+Shift+E",),
        "export",
        marked("Actions", "Links and hashes in a file"),
    ),
    ActionSpec(
        "slow_mode",
        marked("Actions", "Slo&w mode"),
        marked("Actions", "Slow"),
        ("Ctrl+Shift+L",),
        "slow",
        marked("Actions", "Leave the line to others for a while"),
        checkable=True,
    ),
    ActionSpec("priority", marked("Actions", "Priorit&y")),
    ActionSpec("queue", marked("Actions", "&Queue")),
    ActionSpec("category", marked("Actions", "Categor&y")),
    ActionSpec("after", marked("Actions", "When it is &done")),
    ActionSpec("queues", marked("Actions", "&Queues…"), "", ("Ctrl+Shift+Q",)),
    ActionSpec("categories", marked("Actions", "Cate&gories…"), "", ("Ctrl+Shift+G",)),
    ActionSpec("statistics", marked("Actions", "S&tatistics…"), "", ("Ctrl+Shift+T",)),
    ActionSpec("after_each", marked("Actions", "When a download is &done")),
    ActionSpec("when_done", marked("Actions", "&When all is done")),
    ActionSpec("select_all", marked("Actions", "Select &all"), "", ("Ctrl+A",)),
    ActionSpec("search", marked("Actions", "&Search"), "", ("Ctrl+F",), "search", marked("Actions", "Search the list")),
    ActionSpec("shortcuts", marked("Actions", "&Keyboard shortcuts"), "", ("F1",)),
    ActionSpec("updates", marked("Actions", "Check for &updates…")),
    ActionSpec("diagnostics", marked("Actions", "Copy &diagnostic report…")),
    ActionSpec("about", marked("Actions", "&About Headwater")),
)

#: Actions on the selected jobs, in the order of their menu; None is a line.
JOB_MENU: Final = (
    "resume",
    "pause",
    None,
    "open",
    "open_folder",
    "play",
    "copy_stream",
    "copy_links",
    "edit_sources",
    "refresh_link",
    "verify",
    "find_checksum",
    "export_metalink",
    None,
    "priority",
    "queue",
    "category",
    "after",
    None,
    "top",
    "up",
    "down",
    "bottom",
    None,
    "remove",
    "remove_data",
)
#: Keys of these belong to the list, so that they do not take Return or Ctrl+C away from a text.
LIST_ONLY: Final = frozenset(
    {
        "toggle",
        "remove",
        "remove_data",
        "undo",
        "open",
        "open_folder",
        "copy_links",
        "select_all",
        "up",
        "down",
        "top",
        "bottom",
    }
)
TOOL_BAR: Final = ("add", None, "resume", "pause", "remove", None, "up", "down", None, "slow_mode")


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
        return [
            (action_words(spec), translate("Actions", " or ").join(QKeySequence(key).toString() for key in keys))
            for spec in ACTIONS
            if (keys := self._keys[spec.name])
        ]


def plain_words(text: str) -> str:
    """Words of an action or a label without the mark of its key."""
    return _MNEMONIC.sub("", text).replace("&", "").removesuffix("…")


def action_words(spec: ActionSpec) -> str:
    """What an action is called where it is not a menu's entry."""
    return plain_words(translate("Actions", spec.text))


def default_keys(name: str) -> tuple[str, ...]:
    """The keys that an action has where a person chose no others."""
    return next(spec.keys for spec in ACTIONS if spec.name == name)


def _tip(spec: ActionSpec, keys: tuple[str, ...]) -> str:
    words = translate("Actions", spec.tip) if spec.tip else action_words(spec)
    return f"{words} ({QKeySequence(keys[0]).toString()})" if keys else words
