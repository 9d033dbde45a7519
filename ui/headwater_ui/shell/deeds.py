"""What each action does: the one place where names of actions meet those who carry them out.

Actions of the arrangement, the menus and the control interface are joined by their own modules. Nothing is decided
here.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from headwater.model.commands import Place

if TYPE_CHECKING:
    from headwater_ui.shell.main_window import MainWindow


def connect_deeds(window: "MainWindow") -> None:
    """Let the window's actions do what they say."""
    for name, deed in {**_window_deeds(window), **_job_deeds(window)}.items():
        window.actions_by_name[name].triggered.connect(lambda _checked=False, deed=deed: deed())


def _window_deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    adding = window.adding
    return {
        "add": adding.open_dialog,
        "add_file": adding.open_file_browser,
        "paste": adding.paste,
        "grab": adding.open_grabber,
        "adopt": adding.open_adoption,
        "verify_file": window.files.verify_file,
        "settings": window.settings.open,
        "diagnostics": window.reports.show_diagnostics,
        "search": window.page.begin_search,
        "select_all": window.table.selectAll,
        "undo": window.removals.undo,
        "quit": window.end,
    }


def _job_deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    commands, files = window.commands, window.files
    return {
        "resume": commands.resume,
        "pause": commands.pause,
        "toggle": commands.toggle,
        "resume_all": commands.resume_all,
        "pause_all": commands.pause_all,
        "remove": commands.remove,
        "remove_data": commands.remove_with_data,
        "remove_done": commands.remove_done,
        "refresh_link": commands.refresh_link,
        "up": partial(_move, window, Place.UP),
        "down": partial(_move, window, Place.DOWN),
        "top": partial(_move, window, Place.TOP),
        "bottom": partial(_move, window, Place.BOTTOM),
        "open": commands.open_file,
        "open_folder": commands.open_folder,
        "play": commands.play,
        "copy_stream": commands.copy_stream_link,
        "copy_links": commands.copy_links,
        "edit_sources": commands.edit_sources,
        "options": commands.choose_options,
        "verify": files.verify,
        "find_checksum": files.find_checksum,
        "export_metalink": files.export_metalink,
    }


def _move(window: "MainWindow", place: Place) -> None:
    """Let the chosen jobs wait elsewhere in their queue, and the list go along."""
    window.table.follow_move()
    window.commands.move(place)
