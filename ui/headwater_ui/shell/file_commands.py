"""What the actions do with the files of downloads: check and mend them, and describe them in a Metalink.

Nothing here reads or writes a file: the control interface does, off the loop's thread.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from headwater.model.commands import SetOptions, VerifyJob
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.language import translate
from headwater_ui.wording import count_words

if TYPE_CHECKING:  # what fetches is imported when somebody looks
    from headwater.control.checksum_search import FoundChecksum


class FileCommands:
    """`selected` gives the selected jobs, `notify` shows a sentence."""

    def __init__(
        self,
        bridge: Bridge,
        window: QWidget,
        selected: Callable[[], list[JobSnapshot]],
        notify: Callable[[str], None],
    ) -> None:
        self._bridge, self._window = bridge, window
        self._selected, self._notify = selected, notify

    def verify(self) -> None:
        """One finished file opens its page; others are hashed again, and what is bad is fetched when they run."""
        jobs = [job for job in self._selected() if job.received_bytes or job.state is JobState.DONE]
        if len(jobs) == 1 and jobs[0].state is JobState.DONE:
            self._open_checkup(jobs[0])
            return
        for job in jobs:
            self._bridge.command(VerifyJob(job.job_id))
        if jobs:
            self._notify(
                translate("FileCommands", "Checking {count}; bad blocks of unfinished ones come again.").format(
                    count=count_words(len(jobs), "download")
                )
            )

    def verify_file(self) -> None:
        """Any file on this computer."""
        self._open_checkup(None)

    def find_checksum(self) -> None:
        """Look for a checksum file beside the selected download, and judge it by that where the person says so."""
        jobs, control = self._selected(), self._bridge.control
        if len(jobs) != 1 or control is None:
            return
        from headwater_ui.dialogs.checksum_dialog import ChecksumDialog

        job, options = jobs[0], control.spec(jobs[0].job_id).options
        dialog = ChecksumDialog(
            job.name, lambda: self._bridge.find_checksum(job.urls, options), self._bridge.spawn, self._window
        )
        dialog.chosen.connect(lambda found: self._judge_by(job.job_id, found))
        dialog.open()

    def _judge_by(self, job_id: JobId, found: "FoundChecksum") -> None:
        """A finished file is checked against it; one that still comes must match it in the end."""
        control = self._bridge.control
        job = next((job for job in control.jobs() if job.job_id == job_id), None) if control is not None else None
        if control is None or job is None:
            return  # removed meanwhile
        if job.state is JobState.DONE:
            self._open_checkup(job, f"{found.checksum.algorithm}={found.checksum.hex_digest}")
            return
        options = control.spec(job_id).options
        checksums = (*options.checksums, found.checksum)
        self._bridge.command(SetOptions(job_id, replace(options, checksums=checksums)))
        self._notify(translate("FileCommands", "{name} must match that checksum now.").format(name=job.name))

    def export_metalink(self) -> None:
        """Ask where to, then write a Metalink of the selected job."""
        jobs = self._selected()
        if len(jobs) != 1:
            return
        job = jobs[0]
        dialog = QFileDialog(
            self._window,
            translate("FileCommands", "Export as Metalink"),
            str(job.folder),
            translate("FileCommands", "Metalink (*.meta4)"),
        )
        dialog.setObjectName("metalinkDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("meta4")
        dialog.selectFile(f"{job.name}.meta4")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self._bridge.spawn(self._export(job.job_id, Path(path))))
        dialog.open()

    async def _export(self, job_id: JobId, target: Path) -> None:
        self._notify(translate("FileCommands", "Writing the Metalink; a finished file is hashed for it."))
        await self._bridge.export_metalink(job_id, target)
        self._notify(translate("FileCommands", "Wrote {target}.").format(target=target))

    def _open_checkup(self, job: JobSnapshot | None, against: str = "") -> None:
        from headwater_ui.dialogs.checkup_dialog import CheckupDialog

        dialog = CheckupDialog(self._bridge, job, self._window)
        dialog.known.setPlainText(against)
        if job is not None:
            # The job's own verdict is that of the old file.
            dialog.mended.connect(lambda: self._bridge.command(VerifyJob(job.job_id)))
        dialog.open()
