"""Every action of the window: words, key, icon, in one table. What they do is connected by the shell.

The rule: whatever can be clicked stands here, so that it has a key or a menu entry, a name and a tip.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from headwater_ui.icons import icon


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
    ActionSpec("add", "&Add…", "Add", ("Ctrl+N",), "add", "Add downloads from links"),
    ActionSpec("add_file", "Add from a &file…", "", ("Ctrl+O",), "open", "A Metalink, a torrent or a list of links"),
    ActionSpec("paste", "&Paste links", "Paste", ("Ctrl+V", "Shift+Insert"), "paste", "Add the links in the clipboard"),
    ActionSpec("interface", "Let other &programs command Headwater", checkable=True),
    ActionSpec("interface_secret", "Copy the s&ecret for them"),
    ActionSpec("settings", "&Settings…", "", ("Ctrl+,",), "tuning"),
    ActionSpec("quit", "&Quit", "", ("Ctrl+Q",), "", "Running downloads go on at the next start"),
    ActionSpec("resume", "&Resume", "Resume", ("Ctrl+R",), "resume", "Start the selected downloads"),
    ActionSpec("pause", "&Pause", "Pause", ("Ctrl+P",), "pause", "Pause the selected downloads; nothing is lost"),
    ActionSpec("toggle", "Pause or resume", "", ("Space",)),
    ActionSpec("resume_all", "Resume a&ll", "", ("Ctrl+Shift+R",)),
    ActionSpec("pause_all", "Pa&use all", "", ("Ctrl+Shift+P",)),
    ActionSpec("remove", "Re&move", "Remove", ("Del",), "remove", "Take the selected downloads off the list"),
    ActionSpec("remove_data", "Remove with &data…", "", ("Shift+Del",), "", "Also delete the files"),
    ActionSpec("undo", "&Undo the removal", "", ("Ctrl+Z",)),
    ActionSpec("up", "Move &up", "", ("Alt+Up",), "up", "Earlier in the queue"),
    ActionSpec("down", "Move &down", "", ("Alt+Down",), "down", "Later in the queue"),
    ActionSpec("top", "Move to the &top", "", ("Alt+Home",), "top"),
    ActionSpec("bottom", "Move to the &bottom", "", ("Alt+End",), "bottom"),
    ActionSpec("open", "&Open file", "", ("Return", "Enter"), "open"),
    ActionSpec("open_folder", "Open &folder", "", ("Ctrl+Return",), "folder"),
    ActionSpec("play", "Open in p&layer", "", ("Ctrl+L",), "file-video", "Play it while it comes"),
    ActionSpec("copy_stream", "Copy s&tream link", "", ("Ctrl+Shift+C",), "", "A link for players on this computer"),
    ActionSpec("copy_links", "&Copy links", "", ("Ctrl+C",), "link"),
    ActionSpec("refresh_link", "Refresh lin&k…", "", ("Ctrl+Shift+K",), "link", "Give an expired link a fresh one"),
    ActionSpec("edit_sources", "Edit &sources…", "", ("Ctrl+E",), "sources"),
    ActionSpec(
        "verify", "&Verify and repair…", "", ("Ctrl+Shift+V",), "verify", "Hash the data again; mend what is bad"
    ),
    ActionSpec("verify_file", "&Verify and repair a file…", "", (), "verify", "Check any file on this computer"),
    ActionSpec(
        "export_metalink", "E&xport as Metalink…", "", ("Ctrl+Shift+E",), "export", "Links and hashes in a file"
    ),
    ActionSpec(
        "slow_mode",
        "Slo&w mode",
        "Slow",
        ("Ctrl+Shift+L",),
        "slow",
        "Leave the line to others for a while",
        checkable=True,
    ),
    ActionSpec("select_all", "Select &all", "", ("Ctrl+A",)),
    ActionSpec("search", "&Search", "", ("Ctrl+F",), "search", "Search the list"),
    ActionSpec("shortcuts", "&Keyboard shortcuts", "", ("F1",)),
    ActionSpec("about", "&About Headwater"),
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
    "export_metalink",
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
        for spec in ACTIONS:
            action = QAction(spec.text, window)
            action.setObjectName(f"action_{spec.name}")
            action.setCheckable(spec.checkable)
            if spec.short:
                action.setIconText(spec.short)
            if spec.keys:
                action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.setToolTip(_tip(spec))
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

    def keys(self) -> list[tuple[str, str]]:
        """What each action is called, and its keys, for the page of shortcuts."""
        return [
            (spec.text.replace("&", "").removesuffix("…"), " or ".join(QKeySequence(k).toString() for k in spec.keys))
            for spec in ACTIONS
            if spec.keys
        ]


def _tip(spec: ActionSpec) -> str:
    words = spec.tip or spec.text.replace("&", "").removesuffix("…")
    return f"{words} ({QKeySequence(spec.keys[0]).toString()})" if spec.keys else words
