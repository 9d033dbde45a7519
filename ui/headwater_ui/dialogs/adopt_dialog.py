"""Going on with a partial file that another program left: which file, and where the rest of it can be had.

The comparing is the control interface's; here it can be watched and cancelled. Nothing is done to the file itself, and
the dialog stays open until it worked.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QHBoxLayout, QLineEdit, QWidget

from headwater.model.errors import UserError
from headwater.model.job import JobOptions, JobSpec
from headwater.model.probe import Adopted
from headwater.model.source import SourceSpec
from headwater_ui.dialogs.add_form import read_checksum, read_folder, read_links
from headwater_ui.dialogs.file_work_dialog import FileWorkDialog
from headwater_ui.links import DESCRIPTION_SUFFIXES, file_name
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import error_sentence

if TYPE_CHECKING:  # read by the control interface
    from headwater.control.document_fetch import DescribedFile


class AdoptDesk(Protocol):
    """What the dialog asks; the bridge is one."""

    async def continue_file(
        self, spec: JobSpec, path: Path, progress: Callable[[float], None], *, in_place: bool = False
    ) -> Adopted: ...
    async def read_document(self, place: str) -> "tuple[DescribedFile, ...] | str": ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


class AdoptDialog(FileWorkDialog):
    """`adopted(result, folder)`: the file goes on as a job. `path` is the partial file, where it is known."""

    adopted = Signal(object, str)

    def __init__(self, desk: AdoptDesk, folder: str, parent: QWidget | None = None, path: str = "") -> None:
        super().__init__("adopt", desk.spawn, parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Continue a partial download"))
        self.setMinimumWidth(640)
        self.file.setText(path)
        self.file.setPlaceholderText(self.tr("name.part, name.crdownload, name.aria2, or any other"))
        self.browse.setText(self.tr("&Choose…"))
        self.known.setPlaceholderText(
            self.tr("https://…\nMirrors of the file, one a line; a Metalink or torrent, by link or path, proves it")
        )
        self._folder = FolderField("adopt", folder)
        self._checksum = QLineEdit()
        self._checksum.setPlaceholderText(self.tr("Optional: SHA-256 or another, to prove the file"))
        self._start = QCheckBox(self.tr("&Start now"))
        self._start.setChecked(True)
        self._itself = QCheckBox(self.tr("&Use the file itself"))
        self._itself.setToolTip(
            self.tr(
                "Saves the room and time of a copy: it is renamed once it was compared, and what is wrong in it goes"
            )
        )
        self._cancel = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._go = self.buttons.addButton(self.tr("Con&tinue"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._name_all()
        self._lay_out()
        self.browse.clicked.connect(self._choose_file)
        self.buttons.accepted.connect(self.accept)
        if path:
            self.known.setFocus()

    def accept(self) -> None:
        """Begin; the dialog closes when it worked."""
        if self.task is not None:
            return
        try:
            if not self.file.text().strip():
                raise UserError(self.tr("Choose the partial file"))
            documents, links = _split(self.lines())
            folder, checksum = read_folder(self._folder.text()), read_checksum(self._checksum.text())
        except UserError as error:
            self.words.say(error_sentence(error), "bad")
            return
        options = JobOptions(checksums=(checksum,) if checksum else (), start_paused=not self._start.isChecked())
        spec = JobSpec(tuple(map(SourceSpec, links)), folder, None, options)
        self.words.say(self.tr("Comparing what is there with what the sources have…"))
        self.begin(self._carry_out(spec, documents, self.path()))

    def show_busy(self, busy: bool) -> None:
        fields = (self.file, self.browse, self.known, self._folder, self._checksum, self._itself, self._start)
        for field in (*fields, self._go):
            field.setEnabled(not busy)

    # ---- building ----------------------------------------------------------------------------------------

    def _name_all(self) -> None:
        name_widgets(
            (self.file, "adoptFile", self.tr("Partial file")),
            (self.browse, "adoptBrowseFile", self.tr("Choose the partial file")),
            (self.known, "adoptLinks", self.tr("Links to the whole file")),
            (self._checksum, "adoptChecksum", self.tr("Checksum")),
            (self._itself, "adoptItself", self.tr("Use the file itself")),
            (self._start, "adoptStart", self.tr("Start now")),
            (self.bar, "adoptProgress", self.tr("How much is compared and copied")),
            (self.words, "adoptWords", self.tr("What happens")),
            (self._go, "adoptAccept", self.tr("Continue the download")),
            (self.buttons, "adoptButtons", self.tr("Continue or cancel")),
        )

    def _lay_out(self) -> None:
        about = self.tr(
            "What another program has fetched of a file is compared with what its sources have, copied, and gone "
            "on with. The partial file itself stays as it is, unless you say so."
        )
        self.add_file_row(self.tr("&Partial file"))
        self.add_row(self.tr("&Links"), self.known, self.known)
        self.add_row(self.tr("&Folder"), self._folder, self._folder.line)
        self.add_row(self.tr("C&hecksum"), self._checksum, self._checksum)
        self.form.addRow("", self._itself)
        self.form.addRow("", self._start)
        bottom = QHBoxLayout()
        bottom.addWidget(self.words, 1)
        bottom.addWidget(self.buttons)
        self.rows.addWidget(TonedLabel(about, "muted"))
        self.rows.addLayout(self.form)
        self.rows.addStretch(1)
        self.rows.addWidget(self.bar)
        self.rows.addLayout(bottom)
        self._cancel.setAutoDefault(False)
        self._go.setDefault(True)

    # ---- what happens ------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        kinds = (
            self.tr("Partial downloads (*.part *.crdownload *.opdownload *.download *.aria2)"),
            self.tr("All files (*)"),
        )
        self.open_browser(self.tr("Choose the partial file"), self._folder.text(), kinds)

    async def _carry_out(self, spec: JobSpec, documents: Sequence[str], path: Path) -> None:
        for place in documents:
            spec = await self._joined(spec, place, path)
        adopted = await self._desk.continue_file(spec, path, self.hear, in_place=self._itself.isChecked())
        self.task = None  # over: closing the dialog has nothing to stop
        self.adopted.emit(adopted, str(spec.folder))
        super().accept()

    async def _joined(self, spec: JobSpec, place: str, path: Path) -> JobSpec:
        """The job with what a document says of the file. Raises `UserError` where it is not clear which one it is."""
        found = await self._desk.read_document(place)
        name = file_name(place) or place
        if isinstance(found, str):
            raise UserError(self.tr("{name} is neither a Metalink nor a torrent").format(name=name))
        fitting = [file for file in found if path.name.startswith(file.name)] or list(found)
        if len(fitting) != 1:
            raise UserError(self.tr("{name} describes several files, none of that name").format(name=name))
        described = replace(fitting[0], sources=(*spec.sources, *fitting[0].sources))
        return described.to_job(spec.folder, spec.options)


def _split(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Lines that name documents, and the links of the others. Raises `UserError` where neither is there."""
    documents = [line for line in lines if line.lower().endswith(DESCRIPTION_SUFFIXES)]
    rest = [line for line in lines if line not in documents]
    return documents, read_links("\n".join(rest)) if rest or not documents else ()
