"""Reports that a person asks for or is told of: the diagnostic report, and what went wrong unexpectedly."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from headwater.model.snapshots import JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.shell.crash_notes import CrashNotes
from headwater_ui.shell.window_choices import WindowChoices

_log = logging.getLogger(__name__)


class Reports(QObject):
    """`notes` and `log` are known to whoever composed the window; without them there is less to tell."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        *,
        jobs: Callable[[], tuple[JobSnapshot, ...]],
        choices: Callable[[], WindowChoices],
        notify: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._bridge = window, bridge
        self._jobs, self._choices, self._notify = jobs, choices, notify
        self.notes: CrashNotes | None = None
        self.log: Path | None = None

    def show_diagnostics(self) -> None:
        """The diagnostic report, to be read and copied."""
        from headwater_ui.dialogs.crash_dialog import diagnostics_dialog
        from headwater_ui.shell.diagnostics import diagnostic_report

        if self._bridge.control is None:
            self._notify(self.tr("Headwater is still starting; try again in a moment."))
            return
        text = diagnostic_report(self._bridge.settings, self._choices(), self._jobs(), self.log)
        diagnostics_dialog(text, self._window).open()

    def show_unseen(self) -> None:
        """What went wrong in an earlier run, the latest; where there is nothing, nothing."""
        unseen = self.notes.unseen() if self.notes is not None else ()
        if self.notes is None or not unseen:
            return
        from headwater_ui.dialogs.crash_dialog import crash_dialog

        seen = [self.notes.mark_seen(report) for report in unseen]
        try:
            text = seen[-1].read_text(encoding="utf-8")
        except OSError:
            _log.warning("The report %s cannot be read", seen[-1], exc_info=True)
            return
        dialog = crash_dialog(text, seen[-1], lambda: seen[-1].unlink(missing_ok=True), self._window)
        # Beside the window, not in front of it: downloads go on, and so may the person.
        dialog.setModal(False)
        dialog.show()
