"""Every dialog of the window, one after the other, with something in it: what holds for all is asked of all.

Whoever adds a dialog adds it here; `test_names` compares this list with the sources.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.desk import Desk
from tests.ui.test_settings import CHOICES

from headwater.control.document_fetch import DescribedFile
from headwater.model.arrangement import Category
from headwater.model.job import Checksum, JobId, JobOptions
from headwater.model.source import SourceSpec
from headwater.model.tuning import Tuning
from headwater_ui.dialogs.add_dialog import AddDialog, AddStart
from headwater_ui.dialogs.adopt_dialog import AdoptDialog
from headwater_ui.dialogs.categories_dialog import CategoriesDialog
from headwater_ui.dialogs.checksum_dialog import ChecksumDialog
from headwater_ui.dialogs.checkup_dialog import CheckupDialog
from headwater_ui.dialogs.command_dialog import CommandDialog
from headwater_ui.dialogs.countdown_dialog import CountdownDialog
from headwater_ui.dialogs.crash_dialog import crash_dialog, diagnostics_dialog
from headwater_ui.dialogs.document_dialog import DocumentDialog, DocumentStart
from headwater_ui.dialogs.grab_dialog import GrabDialog
from headwater_ui.dialogs.help_pages import ShortcutsDialog
from headwater_ui.dialogs.options_dialog import ChosenJob, OptionsDialog
from headwater_ui.dialogs.queues_dialog import QueuesDialog
from headwater_ui.dialogs.settings_dialog import SettingsDialog
from headwater_ui.dialogs.sources_dialog import EditedJob, SourcesDialog
from headwater_ui.dialogs.statistics_dialog import StatisticsDialog
from headwater_ui.widgets.welcome import Welcome

_LINKS: Final = ("https://one.example/film.mkv", "https://two.example/film.mkv")
_PAGE: Final = "https://one.example/"


def _files() -> tuple[DescribedFile, ...]:
    proof = (Checksum("sha-256", "ab" * 32, "Metalink"),)
    return (
        DescribedFile("one.iso", 4_700_000_000, tuple(map(SourceSpec, _LINKS)), proof),
        DescribedFile("lost.iso", 3000, ()),
    )


def makers(desk: Desk) -> dict[str, Callable[[], QWidget]]:
    """What makes each, by the name of its class or function."""
    bridge, window, folder = desk.bridge, desk.window, "/home/ada/Downloads"
    return {
        "AddDialog": lambda: AddDialog(AddStart(folder, _LINKS), bridge, window),
        "AdoptDialog": lambda: AdoptDialog(bridge, folder, window),
        "CategoriesDialog": lambda: _with_usual(CategoriesDialog(bridge.settings, window)),
        "CheckupDialog": lambda: CheckupDialog(bridge, None, window),
        "ChecksumDialog": lambda: ChecksumDialog(
            "film.mkv", lambda: bridge.find_checksum(_LINKS, JobOptions()), bridge.spawn, window
        ),
        "CommandDialog": lambda: CommandDialog("x", "x", "notify-send {name}", window),
        "CountdownDialog": lambda: CountdownDialog("x", 60.0, window),
        "DocumentDialog": lambda: DocumentDialog(DocumentStart("x.meta4", _files(), folder), bridge, window),
        "GrabDialog": lambda: GrabDialog(bridge, _PAGE, window),
        "OptionsDialog": lambda: OptionsDialog(
            ChosenJob(JobId("x"), "film.mkv", Path(folder), JobOptions(), Tuning()), bridge, window
        ),
        "QueuesDialog": lambda: QueuesDialog(bridge.settings, window),
        "SettingsDialog": lambda: SettingsDialog(bridge, CHOICES, window),
        "ShortcutsDialog": lambda: ShortcutsDialog(window.keys(), window),
        "SourcesDialog": lambda: SourcesDialog(EditedJob("film.mkv", _LINKS, 4000), bridge, window),
        "StatisticsDialog": lambda: StatisticsDialog(
            bridge, window.status.notify, window, today=lambda: date(2026, 5, 4)
        ),
        "crash_dialog": lambda: crash_dialog("x", Path("x"), lambda: None, window),
        "diagnostics_dialog": lambda: diagnostics_dialog("x", window),
        "Welcome": Welcome,
    }


def every_dialog(desk: Desk) -> Iterator[tuple[str, QWidget]]:
    """Name and dialog; shown while it is the turn of each, every page of the settings by itself."""
    for name, make in makers(desk).items():
        dialog = make()
        dialog.show()
        desk.settle()
        if isinstance(dialog, SettingsDialog):
            for page in dialog._pages:
                dialog.show_page(page.name)
                QApplication.processEvents()
                yield f"{name}, {page.name}", dialog
        else:
            yield name, dialog
        dialog.close()


def _with_usual(dialog: CategoriesDialog) -> CategoriesDialog:
    dialog.table.show_rows([("ISO", ".iso", "*.example", "/home/ada/Downloads/ISO")])
    assert dialog.settings().categories == (
        Category("ISO", Path("/home/ada/Downloads/ISO"), (".iso",), ("*.example",)),
    )
    return dialog
