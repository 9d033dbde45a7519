"""Adding what a Metalink or torrent describes: which of its files, and where they go."""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from headwater.model.errors import UserError
from headwater.model.probe import FileAsked, FolderView, Twin
from headwater_ui.dialogs.add_form import read_folder
from headwater_ui.dialogs.additions import Additions, Clash, Deed, sum_words
from headwater_ui.dialogs.clash_bar import ClashBar
from headwater_ui.dialogs.dialog_frame import (
    add_field,
    choose_default,
    end_line,
    framed_rows,
    grow_on_screen,
    labelled_fields,
)
from headwater_ui.dialogs.link_groups import Group
from headwater_ui.dialogs.more_fields import MoreFields
from headwater_ui.dialogs.more_form import read_more
from headwater_ui.language import marked, translate
from headwater_ui.widgets.cell_delegate import dress_table
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import count_words, error_sentence, size_words

if TYPE_CHECKING:  # read by the control interface
    from headwater.control.document_fetch import DescribedFile

_TITLES: Final = (
    marked("DocumentDialog", "File"),
    marked("DocumentDialog", "Size"),
    marked("DocumentDialog", "Sources"),
    marked("DocumentDialog", "Proof"),
    marked("DocumentDialog", "State"),
)
_STATE: Final = 4
_ALIGN_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LookDesk(Protocol):
    """What the dialog asks; the bridge is one."""

    async def look_at_folder(self, folder: Path, names: Sequence[str]) -> FolderView: ...
    def find_twins(self, asked: Sequence[FileAsked]) -> tuple[Twin | None, ...]: ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


@dataclass(frozen=True, slots=True)
class DocumentStart:
    """What the dialog begins with: the document's name, what it describes, and what new downloads may be given."""

    document: str
    files: "Sequence[DescribedFile]"
    folder: str
    queues: Sequence[str] = ()
    categories: Sequence[str] = ()


class DocumentDialog(QDialog):
    """`chosen(additions)`: the person wants these files. Open with `open()`."""

    chosen = Signal(object)

    def __init__(self, start: DocumentStart, desk: LookDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentDialog")
        self.setWindowTitle(self.tr("Add downloads"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(720, 380)
        self._desk = desk
        self._files = tuple(start.files)
        self._view = FolderView()
        self._viewed: Path | None = None
        self._looking: asyncio.Task[None] | None = None
        self._table = self._build_table()
        self._folder = FolderField("document", start.folder)
        self._start = QCheckBox(self.tr("&Start now"))
        self._start.setObjectName("documentStart")
        self._start.setChecked(True)
        self._more = MoreFields(start.queues, start.categories)
        self._clash_bar = ClashBar()
        self._problem = TonedLabel()
        self._problem.setObjectName("documentProblem")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = self._buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setObjectName("documentAccept")
        about = QLabel(
            self.tr("“{document}” describes {count}.").format(
                document=start.document, count=count_words(len(self._files), "file")
            )
        )
        about.setObjectName("documentAbout")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self._lay_out(about)
        self._table.itemChanged.connect(lambda _item: self._judge())
        self._table.itemSelectionChanged.connect(self._offer)
        self._clash_bar.changed.connect(self._show_deeds)
        self._more.changed.connect(self._judge)
        self._more.unfolded.connect(lambda: grow_on_screen(self))
        self._folder.changed.connect(lambda _text: self._look())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._look()

    def _lay_out(self, about: QLabel) -> None:
        form = labelled_fields()
        add_field(form, self.tr("&Folder"), self._folder, self._folder.line)
        form.addRow("", self._start)
        layout = framed_rows(self)
        layout.addWidget(about)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._clash_bar)
        layout.addLayout(form)
        layout.addWidget(self._more)
        layout.addLayout(end_line(self._problem, self._buttons))
        choose_default(self._buttons, self._add)

    def additions(self) -> Additions:
        """What is asked for; raises `UserError`."""
        folder = read_folder(self._folder.text())
        options = replace(read_more(self._more.form()), start_paused=not self._start.isChecked())
        chosen = self._chosen_files()
        if not chosen:
            raise UserError(
                self.tr("Choose at least one file")
                if self._has_sources
                else self.tr("No server is named that holds it")
            )
        specs, mirrors = [], []
        for file in chosen:
            urls = _urls(file)
            deed, twin = self._clash_bar.deed(urls), self._clash_bar.clash(urls).twin
            if deed is Deed.MIRRORS and twin is not None:
                mirrors.append((twin.job_id, tuple(url for url in urls if url not in twin.has_urls)))
            elif deed is not Deed.SKIP:
                specs.append(file.to_job(folder, replace(options, overwrite=deed is Deed.REPLACE)))
        if not specs and not mirrors:
            raise UserError(self.tr("Nothing is left to add"))
        if specs and self._view.problem is not None and folder == self._viewed:
            raise UserError(self._view.problem)
        return Additions(tuple(specs), tuple(mirrors))

    def accept(self) -> None:
        try:
            additions = self.additions()
        except UserError as error:
            self._problem.say(error_sentence(error), "bad")
            return
        self.chosen.emit(additions)
        super().accept()

    def done(self, result: int) -> None:
        if self._looking is not None:
            self._looking.cancel()
        super().done(result)

    def _chosen_files(self) -> "list[DescribedFile]":
        return [file for row, file in enumerate(self._files) if self._is_chosen(row)]

    @property
    def _has_sources(self) -> bool:
        return any(file.sources for file in self._files)

    def _is_chosen(self, row: int) -> bool:
        item = self._table.item(row, 0)
        return item is not None and item.checkState() is Qt.CheckState.Checked

    def _look(self) -> None:
        """Look for the files in the list and in the folder."""
        self._judge()
        try:
            folder = read_folder(self._folder.text())
        except UserError:
            return  # said already
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._desk.spawn(self._look_at(folder))

    async def _look_at(self, folder: Path) -> None:
        files = [file for file in self._files if file.sources]
        self._view, self._viewed = await self._desk.look_at_folder(folder, [file.name for file in files]), folder
        twins = self._desk.find_twins([FileAsked(_urls(file), file.name, file.size_bytes) for file in files])
        found = zip(files, twins, strict=True)
        self._clash_bar.set_clashes({_urls(f): Clash(twin, f.name in self._view.existing) for f, twin in found})
        self._offer()
        self._show_deeds()

    def _offer(self) -> None:
        rows = {index.row() for index in self._table.selectedIndexes()}
        selected = {url for row in rows for url in _urls(self._files[row])}
        self._clash_bar.offer([_urls(file) for file in self._files], selected)

    def _show_deeds(self) -> None:
        for row, file in enumerate(self._files):
            item = self._table.item(row, _STATE)
            if item is not None:
                item.setText(self._clash_bar.line(_urls(file)))
                item.setToolTip(item.text())
        self._judge()

    def _judge(self) -> None:
        try:
            additions = self.additions()
        except UserError as error:
            self._problem.say(error_sentence(error), "bad")
            self._add.setEnabled(False)
            return
        self._add.setEnabled(True)
        count = len(additions.specs) + len(additions.mirrors)
        self._add.setText(self.tr("&Add") if count == 1 else self.tr("&Add {count}").format(count=count))
        asked = [
            FileAsked(tuple(source.url for source in spec.sources), spec.name, spec.options.size_bytes)
            for spec in additions.specs
        ]
        words, fits = sum_words(asked, self._view.free_bytes)
        self._problem.say(words, "muted" if fits else "bad")

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(len(self._files), len(_TITLES))
        table.setObjectName("documentFiles")
        table.setAccessibleName(self.tr("Files that the document describes"))
        table.setHorizontalHeaderLabels([self.tr(title) for title in _TITLES])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        dress_table(table)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((230, 80, 70, 90)):
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
        for row, file in enumerate(self._files):
            name = QTableWidgetItem(file.name)
            flags = Qt.ItemFlag.ItemIsSelectable
            if file.sources:
                flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable
            else:
                name.setToolTip(self.tr("No server is named that holds this file"))
            name.setFlags(flags)
            name.setCheckState(Qt.CheckState.Checked if file.sources else Qt.CheckState.Unchecked)
            table.setItem(row, 0, name)
            for column, words in enumerate((size_words(file.size_bytes), str(len(file.sources))), start=1):
                item = QTableWidgetItem(words)
                item.setTextAlignment(_ALIGN_RIGHT)
                table.setItem(row, column, item)
            table.setItem(row, 3, QTableWidgetItem(_proof_words(file)))
            table.setItem(row, _STATE, QTableWidgetItem())
        return table


def _urls(file: "DescribedFile") -> Group:
    return tuple(source.url for source in file.sources)


def _proof_words(file: "DescribedFile") -> str:
    """What the document brings to prove the file with."""
    names = [checksum.algorithm.upper() for checksum in file.checksums[:1]]
    if file.pieces is not None:
        names.append(count_words(file.pieces.count, "block"))
    return ", ".join(names) or translate("DocumentDialog", "none")
