"""Adding what a Metalink or torrent describes: which of its files, and where they go."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from headwater.model.errors import UserError
from headwater.model.job import JobOptions, JobSpec
from headwater_ui.dialogs.add_form import read_folder
from headwater_ui.language import marked
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.wording import count_words, size_words

if TYPE_CHECKING:  # read by the control interface
    from headwater.control.document_fetch import DescribedFile

_TITLES: Final = (
    marked("DocumentDialog", "File"),
    marked("DocumentDialog", "Size"),
    marked("DocumentDialog", "Sources"),
    marked("DocumentDialog", "Proof"),
)
_ALIGN_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class DocumentDialog(QDialog):
    """`chosen(specs)`: the person wants these files. Open with `open()`."""

    chosen = Signal(object)

    def __init__(
        self, document: str, files: "Sequence[DescribedFile]", folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("documentDialog")
        self.setWindowTitle(self.tr("Add downloads"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(640, 320)
        self._files = tuple(files)
        self._table = self._build_table()
        self._folder = FolderField("document", folder)
        self._start = QCheckBox(self.tr("&Start now"))
        self._start.setObjectName("documentStart")
        self._start.setChecked(True)
        self._problem = QLabel()
        self._problem.setObjectName("documentProblem")
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = self._buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setObjectName("documentAccept")
        about = QLabel(
            self.tr("“{document}” describes {count}.").format(
                document=document, count=count_words(len(self._files), "file")
            )
        )
        about.setObjectName("documentAbout")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        label = QLabel(self.tr("&Folder"))
        label.setBuddy(self._folder.line)
        form.addRow(label, self._folder)
        form.addRow("", self._start)
        bottom = QHBoxLayout()
        bottom.addWidget(self._problem, 1)
        bottom.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self._table, 1)
        layout.addLayout(form)
        layout.addLayout(bottom)
        self._add.setDefault(True)
        self._table.itemChanged.connect(lambda _item: self._judge())
        self._folder.changed.connect(lambda _text: self._judge())
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._judge()

    def specs(self) -> tuple[JobSpec, ...]:
        """The jobs asked for; raises `UserError`."""
        folder = read_folder(self._folder.text())
        options = JobOptions(start_paused=not self._start.isChecked())
        chosen = [file for row, file in enumerate(self._files) if self._is_chosen(row)]
        if not chosen:
            raise UserError(
                self.tr("Choose at least one file")
                if self._has_sources
                else self.tr("No server is named that holds it")
            )
        return tuple(file.to_job(folder, options) for file in chosen)

    def accept(self) -> None:
        try:
            specs = self.specs()
        except UserError as error:
            self._problem.setText(f"{error}.")
            return
        self.chosen.emit(specs)
        super().accept()

    @property
    def _has_sources(self) -> bool:
        return any(file.sources for file in self._files)

    def _is_chosen(self, row: int) -> bool:
        item = self._table.item(row, 0)
        return item is not None and item.checkState() is Qt.CheckState.Checked

    def _judge(self) -> None:
        try:
            specs = self.specs()
        except UserError as error:
            self._problem.setText(f"{error}.")
            self._add.setEnabled(False)
            return
        self._add.setEnabled(True)
        self._add.setText(self.tr("&Add") if len(specs) == 1 else self.tr("&Add {count}").format(count=len(specs)))
        sizes = [spec.options.size_bytes for spec in specs]
        known = sum(size for size in sizes if size is not None)
        self._problem.setText(f"{count_words(len(specs), 'file')}, {size_words(known)}" if None not in sizes else "")

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(len(self._files), len(_TITLES))
        table.setObjectName("documentFiles")
        table.setAccessibleName(self.tr("Files that the document describes"))
        table.setHorizontalHeaderLabels([self.tr(title) for title in _TITLES])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
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
        return table


def _proof_words(file: "DescribedFile") -> str:
    """What the document brings to prove the file with."""
    names = [checksum.algorithm.upper() for checksum in file.checksums[:1]]
    if file.pieces is not None:
        names.append(count_words(file.pieces.count, "block"))
    return ", ".join(names) or "none"
