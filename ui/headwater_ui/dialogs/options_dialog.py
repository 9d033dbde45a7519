"""What was chosen for a download that is not done, to be chosen anew: folder, name, proof, order, limits, how to ask.

It shows what is in force and emits what is to be; nothing here decides what a running download does about it.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QWidget,
)

from headwater.model.commands import SetOptions
from headwater.model.errors import UserError
from headwater.model.job import JobId, JobOptions
from headwater.model.probe import FolderView
from headwater.model.tuning import Tuning
from headwater_ui.dialogs.add_form import proof_text, put_proof, read_folder, read_name
from headwater_ui.dialogs.dialog_frame import add_field, choose_default, end_line, framed_rows, labelled_fields
from headwater_ui.dialogs.more_fields import OptionFields
from headwater_ui.dialogs.more_form import form_of, put_more
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import error_sentence


@dataclass(frozen=True, slots=True)
class ChosenJob:
    """The download as it stands; `tuning` is what is in force for it."""

    job_id: JobId
    name: str
    folder: Path
    options: JobOptions
    tuning: Tuning


class OptionsDesk(Protocol):
    """What looks at another folder before it is chosen; the bridge is one."""

    async def look_at_folder(self, folder: Path, names: Sequence[str]) -> FolderView: ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


class OptionsDialog(QDialog):
    """`chosen(command)`: a `SetOptions`, where anything is to be another. Open with `open()`."""

    chosen = Signal(object)

    def __init__(self, job: ChosenJob, desk: OptionsDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job, self._desk = job, desk
        self._looking: asyncio.Task[None] | None = None
        #: Found to take files.
        self._usable: Path | None = None
        self.setObjectName("optionsDialog")
        self.setWindowTitle(self.tr("Options of “{name}”").format(name=job.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(720)
        self._folder = FolderField("options", str(job.folder))
        self._name = QLineEdit(job.name)
        self._checksum = QLineEdit(proof_text(job.options))
        self._checksum.setPlaceholderText(self.tr("Optional: SHA-256 or another, to prove the file"))
        self._checksum.setToolTip(self.tr("What the file is judged by; left empty, it is taken as it came"))
        self._fields = OptionFields("options", form_of(job.options, job.tuning))
        self._words = TonedLabel()
        self._words.say(self.tr("A running download begins its connections anew where they depend on this."), "muted")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = self._buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widgets(
            (self._name, "optionsName", self.tr("File name")),
            (self._checksum, "optionsChecksum", self.tr("Checksum")),
            (self._words, "optionsWords", self.tr("What is wrong")),
            (self._save, "optionsAccept", self.tr("Save")),
        )
        self._lay_out()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def command(self) -> SetOptions | None:
        """What is to be; None where it is as it was. Raises `UserError`."""
        job = self._job
        folder = read_folder(self._folder.text())
        name = read_name(self._name.text()) or job.name
        options = put_more(self._fields.form(), put_proof(self._checksum.text(), job.options))
        if (folder, name, options) == (job.folder, job.name, job.options):
            return None
        return SetOptions(
            job.job_id,
            options,
            folder=None if folder == job.folder else folder,
            name=None if name == job.name else name,
        )

    def accept(self) -> None:
        try:
            command = self.command()
        except UserError as error:
            self._words.say(error_sentence(error), "bad")
            return
        if command is not None and command.folder not in (None, self._usable):
            if self._looking is None:
                self._looking = self._desk.spawn(self._look_at(command.folder))
            return
        if command is not None:
            self.chosen.emit(command)
        super().accept()

    def done(self, result: int) -> None:
        if self._looking is not None:
            self._looking.cancel()
        super().done(result)

    async def _look_at(self, folder: Path) -> None:
        """Say what is wrong with another folder, where one would look in vain for why it failed; else accept anew."""
        try:
            view = await self._desk.look_at_folder(folder, ())
        finally:
            self._looking = None
        if view.problem is not None:
            self._words.say(error_sentence(UserError(view.problem)), "bad")
            self._folder.line.setFocus()
            return
        self._usable = folder
        self.accept()

    def _lay_out(self) -> None:
        form = labelled_fields()
        add_field(form, self.tr("&Folder"), self._folder, self._folder.line)
        form.addRow(self.tr("Nam&e"), self._name)
        form.addRow(self.tr("&Checksum"), self._checksum)
        layout = framed_rows(self)
        layout.addLayout(form)
        layout.addWidget(self._fields)
        layout.addLayout(end_line(self._words, self._buttons))
        choose_default(self._buttons, self._save)
