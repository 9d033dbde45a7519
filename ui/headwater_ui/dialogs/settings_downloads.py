"""Settings: where files go, how many come at once, and what a finished file tells of where it came from."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from headwater.control.api import MOST_RUNNING
from headwater_ui.dialogs.add_form import read_folder
from headwater_ui.dialogs.settings_page import Page, number_box, set_setting, tick_setting
from headwater_ui.widgets.folder_field import FolderField


class DownloadsPage(Page):
    """Folders, the queue's width, and marks on finished files."""

    def __init__(self) -> None:
        super().__init__("Downloads")
        self.begin(self.tr("Downloads and folders"))
        folder, incomplete = FolderField("settings"), FolderField("settingsIncomplete", is_keyed=False)
        self.add_row(
            self.tr("&Folder"),
            folder,
            self.tr("Where downloads go that name no folder of their own; empty is the system's folder for downloads"),
            lambda v: folder.setText(str(v.settings.folder or "")),
            set_setting("folder", lambda: _folder_in(folder)),
        )
        self.add_row(
            self.tr("Folder for &incomplete files"),
            incomplete,
            self.tr("Where files lie until they are done; empty is the folder that they will be in"),
            lambda v: incomplete.setText(str(v.settings.incomplete_folder or "")),
            set_setting("incomplete_folder", lambda: _folder_in(incomplete)),
        )
        count = number_box(1, MOST_RUNNING)
        self.add_row(
            self.tr("&Downloads at once"),
            count,
            self.tr("Others wait for their turn in the queue"),
            lambda v: count.setValue(v.settings.running_at_once),
            set_setting("running_at_once", count.value),
        )
        for name, label, meaning in (
            (
                "use_server_time",
                self.tr("Use the &server's time"),
                self.tr("A finished file gets the date that its server tells, instead of today's"),
            ),
            (
                "mark_files",
                self.tr("&Mark files as downloaded"),
                self.tr(
                    "Windows and macOS warn before a program from the internet is run for the first time; elsewhere "
                    "this does nothing"
                ),
            ),
            (
                "note_origin",
                self.tr("&Note the link in the file's properties"),
                self.tr("File managers can show where a file came from; whoever gets the file can read it there, too"),
            ),
        ):
            box = QCheckBox()
            self.add_row(label, box, meaning, *tick_setting(box, name))
        self.close_up()


def _folder_in(field: FolderField) -> Path | None:
    return read_folder(field.text()) if field.text().strip() else None
