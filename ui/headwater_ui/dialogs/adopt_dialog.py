"""Going on with a partial file that another program left: which file, and where the rest of it can be had.

The comparing is the control interface's; here it can be watched and cancelled. Nothing is done to the file itself, and
the dialog stays open until it worked.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from headwater.model.errors import HeadwaterError, UserError
from headwater.model.job import JobOptions, JobSpec
from headwater.model.probe import Adopted
from headwater.model.source import SourceSpec
from headwater_ui.dialogs.add_form import read_checksum, read_folder, read_links
from headwater_ui.links import DESCRIPTION_SUFFIXES, file_name
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.widgets.naming import name_widgets

if TYPE_CHECKING:  # read by the control interface
    from headwater.control.document_fetch import DescribedFile

_STEPS: Final = 1000


class AdoptDesk(Protocol):
    """What the dialog asks; the bridge is one."""

    async def continue_file(
        self, spec: JobSpec, path: Path, progress: Callable[[float], None], *, in_place: bool = False
    ) -> Adopted: ...
    async def read_document(self, place: str) -> "tuple[DescribedFile, ...] | str": ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


class AdoptDialog(QDialog):
    """`adopted(result, folder)`: the file goes on as a job. Open with `open()`."""

    adopted = Signal(object, str)

    def __init__(self, desk: AdoptDesk, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: asyncio.Task[None] | None = None
        self.setObjectName("adoptDialog")
        self.setWindowTitle(self.tr("Continue a partial download"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(640)
        self._file = QLineEdit()
        self._file.setPlaceholderText(self.tr("name.part, name.crdownload, name.aria2, or any other"))
        self._browse = QPushButton(self.tr("&Choose…"))
        self._links = QPlainTextEdit()
        self._links.setPlaceholderText(
            self.tr("https://…\nMirrors of the file, one a line; a Metalink or torrent, by link or path, proves it")
        )
        self._links.setTabChangesFocus(True)
        self._links.setFixedHeight(84)
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
        self._progress = QProgressBar()
        self._progress.setRange(0, _STEPS)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton(self.tr("Con&tinue"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._name_all()
        self._lay_out()
        self._browse.clicked.connect(self._open_browser)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def accept(self) -> None:
        """Begin; the dialog closes when it worked."""
        if self._work is not None:
            return
        try:
            path = _read_path(self._file.text(), self.tr("Choose the partial file"))
            documents, links = _split(self._links.toPlainText())
            folder, checksum = read_folder(self._folder.text()), read_checksum(self._checksum.text())
        except UserError as error:
            self._say(str(error), "bad")
            return
        options = JobOptions(checksums=(checksum,) if checksum else (), start_paused=not self._start.isChecked())
        spec = JobSpec(tuple(map(SourceSpec, links)), folder, None, options)
        self._set_busy(True)
        self._say(self.tr("Comparing what is there with what the sources have…"), "muted")
        self._work = self._desk.spawn(self._carry_out(spec, documents, path))

    def done(self, result: int) -> None:
        if self._work is not None:
            self._work.cancel()
        super().done(result)

    # ---- building ----------------------------------------------------------------------------------------

    def _name_all(self) -> None:
        name_widgets(
            (self._file, "adoptFile", self.tr("Partial file")),
            (self._browse, "adoptBrowseFile", self.tr("Choose the partial file")),
            (self._links, "adoptLinks", self.tr("Links to the whole file")),
            (self._checksum, "adoptChecksum", self.tr("Checksum")),
            (self._itself, "adoptItself", self.tr("Use the file itself")),
            (self._start, "adoptStart", self.tr("Start now")),
            (self._progress, "adoptProgress", self.tr("How much is compared and copied")),
            (self._words, "adoptWords", self.tr("What happens")),
            (self._go, "adoptAccept", self.tr("Continue the download")),
            (self._buttons, "adoptButtons", self.tr("Continue or cancel")),
        )

    def _lay_out(self) -> None:
        about = QLabel(
            self.tr(
                "What another program has fetched of a file is compared with what its sources have, copied, and gone "
                "on with. The partial file itself stays as it is, unless you say so."
            )
        )
        about.setWordWrap(True)
        about.setProperty("tone", "muted")
        file = QHBoxLayout()
        file.addWidget(self._file, 1)
        file.addWidget(self._browse)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        for words, buddy, field in (
            (self.tr("&Partial file"), self._file, file),
            (self.tr("&Links"), self._links, self._links),
            (self.tr("&Folder"), self._folder.line, self._folder),
            (self.tr("C&hecksum"), self._checksum, self._checksum),
        ):
            label = QLabel(words)
            label.setBuddy(buddy)
            form.addRow(label, field)
        form.addRow("", self._itself)
        form.addRow("", self._start)
        bottom = QHBoxLayout()
        bottom.addWidget(self._words, 1)
        bottom.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self._progress)
        layout.addLayout(bottom)
        for button in (self._browse, self._buttons.button(QDialogButtonBox.StandardButton.Cancel)):
            button.setAutoDefault(False)
        self._go.setDefault(True)

    # ---- what happens ------------------------------------------------------------------------------------

    def _open_browser(self) -> None:
        browser = QFileDialog(self, self.tr("Choose the partial file"), self._folder.text())
        browser.setObjectName("adoptBrowser")
        browser.setFileMode(QFileDialog.FileMode.ExistingFile)
        browser.setNameFilters(
            [
                self.tr("Partial downloads (*.part *.crdownload *.opdownload *.download *.aria2)"),
                self.tr("All files (*)"),
            ]
        )
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.fileSelected.connect(self._file.setText)
        browser.open()

    async def _carry_out(self, spec: JobSpec, documents: Sequence[str], path: Path) -> None:
        try:
            for place in documents:
                spec = await self._joined(spec, place, path)
            in_place = self._itself.isChecked()
            adopted = await self._desk.continue_file(spec, path, self._show_progress, in_place=in_place)
        except HeadwaterError as error:
            self._set_busy(False)
            words = str(error)
            self._say(words[:1].upper() + words[1:] + ("" if words.endswith(".") else "."), "bad")
            return
        finally:
            self._work = None
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

    def _show_progress(self, part: float) -> None:
        if self._work is not None:
            self._progress.setValue(round(part * _STEPS))

    def _set_busy(self, busy: bool) -> None:
        self._progress.setValue(0)
        self._progress.setVisible(busy)
        fields = (self._file, self._browse, self._links, self._folder, self._checksum, self._itself, self._start)
        for field in (*fields, self._go):
            field.setEnabled(not busy)

    def _say(self, words: str, tone: str) -> None:
        self._words.setText(words)
        self._words.setProperty("tone", tone)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)


def _read_path(text: str, missing: str) -> Path:
    if not text.strip():
        raise UserError(missing)
    return Path(text.strip()).expanduser()


def _split(text: str) -> tuple[list[str], tuple[str, ...]]:
    """Lines that name documents, and the links of the others. Raises `UserError` where neither is there."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    documents = [line for line in lines if line.lower().endswith(DESCRIPTION_SUFFIXES)]
    rest = [line for line in lines if line not in documents]
    return documents, read_links("\n".join(rest)) if rest or not documents else ()
