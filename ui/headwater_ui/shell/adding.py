"""How links become jobs: from the dialog, the clipboard, a drop, the command line or another start."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from headwater.model.job import JobId, JobSpec
from headwater.model.source import SourceSpec
from headwater_ui.bridge import Bridge
from headwater_ui.links import links_in_mime, look_like_mirrors
from headwater_ui.shell.job_commands import JobCommands
from headwater_ui.shell.status_strip import StatusStrip
from headwater_ui.shell.view_state import ViewState
from headwater_ui.widgets.job_table import JobTable


class Adding:
    """Asks where a person is there to ask, and puts the cursor on what was added."""

    def __init__(
        self,
        window: QWidget,
        *,
        bridge: Bridge,
        commands: JobCommands,
        table: JobTable,
        status: StatusStrip,
        view: ViewState,
    ) -> None:
        self._window, self._bridge, self._commands = window, bridge, commands
        self._table, self._status, self._view = table, status, view
        self._awaited: JobId | None = None

    def default_folder(self) -> Path:
        """Where a new job goes: the folder chosen last, else the one of the settings."""
        last = self._view.get("folder")
        if isinstance(last, str):
            return Path(last)
        control = self._bridge.control
        return control.settings.download_folder if control is not None else Path.home() / "Downloads"

    def open_dialog(self, links: Sequence[str] = ()) -> None:
        from headwater_ui.dialogs.add_dialog import AddDialog

        dialog = AddDialog(str(self.default_folder()), links, self._window)
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def add_links(self, links: Sequence[str]) -> None:
        """Add links without a question (from the command line or another start); mirrors become one job."""
        urls, folder = tuple(links), self.default_folder()
        groups = [urls] if look_like_mirrors(urls) else [(url,) for url in urls]
        self._start([JobSpec(tuple(SourceSpec(url) for url in group), folder) for group in groups])

    def paste(self) -> None:
        """Ask about the links in the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        links = links_in_mime(mime) if mime is not None else ()
        if links:
            self.open_dialog(links)
        else:
            self._status.notify("There is no link in the clipboard.")

    def select_soon(self, job_id: JobId | None) -> None:
        """Put the cursor on a job that was just added: the feed tells of its row in the next batch."""
        self._awaited = job_id
        self.select_awaited()

    def select_awaited(self) -> None:
        """Call after each batch."""
        if self._awaited is not None and self._table.select_job(self._awaited):
            self._awaited = None

    def _chosen(self, specs: Sequence[JobSpec]) -> None:
        self._view.put("folder", str(specs[0].folder))
        self._start(specs)

    def _start(self, specs: Sequence[JobSpec]) -> None:
        if specs:
            self._commands.add(specs, self.select_soon)
