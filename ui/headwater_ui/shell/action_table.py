"""Every action of the window: words, key, icon, in one table, and where it has its place. What they do is in `deeds`.

The rule: whatever can be clicked stands here, so that it has a key or a menu entry, a name and a tip.
"""

from dataclasses import dataclass
from typing import Final

from headwater_ui.language import marked


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
    ActionSpec("interface", marked("Actions", "Let other programs co&mmand Headwater"), checkable=True),
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
    ActionSpec("resume_all", marked("Actions", "Resume all"), "", ("Ctrl+Shift+R",)),
    ActionSpec("pause_all", marked("Actions", "Pause all"), "", ("Ctrl+Shift+P",)),
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
        marked("Actions", "Remove with d&ata…"),
        "",
        ("Shift+Del",),
        "",
        marked("Actions", "Also delete the files"),
    ),
    ActionSpec(
        "remove_done",
        marked("Actions", "Remove those that are do&ne"),
        "",
        (),
        "",
        marked("Actions", "Take every finished download off the list; the files stay"),
    ),
    ActionSpec("undo", marked("Actions", "Undo the removal"), "", ("Ctrl+Z",)),
    ActionSpec("up", marked("Actions", "Move &up"), "", ("Alt+Up",), "up", marked("Actions", "Earlier in the queue")),
    ActionSpec(
        "down", marked("Actions", "Move do&wn"), "", ("Alt+Down",), "down", marked("Actions", "Later in the queue")
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
        marked("Actions", "Copy stream link"),
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
        "options",
        marked("Actions", "Opt&ions…"),
        "",
        ("Alt+Return",),
        "tuning",
        marked("Actions", "Folder, name, order, limits, proxy and headers of the selected download"),
    ),
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
    ActionSpec("order", marked("Actions", "Ord&er of its bytes")),
    ActionSpec("queue", marked("Actions", "&Queue")),
    ActionSpec("category", marked("Actions", "Cate&gory")),
    ActionSpec("after", marked("Actions", "When it is &done")),
    ActionSpec("queues", marked("Actions", "Q&ueues…"), "", ("Ctrl+Shift+Q",)),
    ActionSpec("categories", marked("Actions", "Categor&ies…"), "", ("Ctrl+Shift+G",)),
    ActionSpec("statistics", marked("Actions", "S&tatistics…"), "", ("Ctrl+Shift+T",)),
    ActionSpec("after_each", marked("Actions", "When a download is &done")),
    ActionSpec("when_done", marked("Actions", "When all is do&ne")),
    ActionSpec("select_all", marked("Actions", "Select all"), "", ("Ctrl+A",)),
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
    "options",
    "verify",
    "find_checksum",
    "export_metalink",
    None,
    "priority",
    "order",
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
        "options",
        "copy_links",
        "select_all",
        "up",
        "down",
        "top",
        "bottom",
    }
)
TOOL_BAR: Final = ("add", None, "resume", "pause", "remove", None, "up", "down", None, "slow_mode")


def default_keys(name: str) -> tuple[str, ...]:
    """The keys that an action has where a person chose no others."""
    return next(spec.keys for spec in ACTIONS if spec.name == name)
