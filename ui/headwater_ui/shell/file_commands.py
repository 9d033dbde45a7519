"""What the actions do with the files of downloads: check and mend them, and describe them in a Metalink.

Nothing here reads or writes a file: the control interface does, off the loop's thread.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from headwater.model.commands import VerifyJob
from headwater.model.job import JobId, JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.language import translate
from headwater_ui.wording import count_words


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

    def _open_checkup(self, job: JobSnapshot | None) -> None:
        from headwater_ui.dialogs.checkup_dialog import CheckupDialog

        dialog = CheckupDialog(self._bridge, job, self._window)
        if job is not None:
            # The job's own verdict is that of the old file.
            dialog.mended.connect(lambda: self._bridge.command(VerifyJob(job.job_id)))
        dialog.open()
