"""Editing the sources of a job: one link a line. Also the way to give an expired link a fresh one.

What each link leads to is asked while one types, and held against the size that the job knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QWidget

from headwater.model.errors import UserError
from headwater.model.job import JobOptions
from headwater.model.probe import SourceProbe
from headwater_ui.dialogs.add_form import read_links
from headwater_ui.dialogs.dialog_frame import framed_rows
from headwater_ui.dialogs.link_groups import LinkGroups
from headwater_ui.dialogs.link_prober import Asker, LinkProber
from headwater_ui.dialogs.link_tree import LinkTree
from headwater_ui.wording import error_sentence


@dataclass(frozen=True, slots=True)
class EditedJob:
    """The job whose sources are edited; `why` says what for."""

    name: str
    urls: Sequence[str]
    size_bytes: int | None = None
    options: JobOptions = field(default_factory=JobOptions)
    why: str = ""


class SourcesDialog(QDialog):
    """`chosen(urls)`: the list of links as it should be. Open with `open()`."""

    chosen = Signal(object)

    def __init__(self, job: EditedJob, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourcesDialog")
        self.setWindowTitle(self.tr("Edit sources"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(760, 420)
        self._job = job
        self._groups = LinkGroups()
        self._groups.expected_bytes = job.size_bytes
        self._prober = LinkProber(asker, self)
        self._links = QPlainTextEdit("\n".join(job.urls))
        self._links.setObjectName("sourcesLinks")
        self._links.setAccessibleName(self.tr("Links of the sources, one a line"))
        self._links.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._links.setTabChangesFocus(True)
        self._tree = LinkTree()
        self._tree.setObjectName("sourcesTree")
        self._tree.setDragEnabled(False)
        self._problem = QLabel()
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
        self._buttons.setObjectName("sourcesButtons")
        about = QLabel(
            self.tr("Sources of {name}, one link a line.").format(name=job.name)
            + " "
            + (job.why or self.tr("What has arrived is kept."))
        )
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        layout = framed_rows(self)
        for widget in (about, self._links, self._tree, self._problem, self._buttons):
            layout.addWidget(widget, 1 if widget in (self._links, self._tree) else 0)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._links.textChanged.connect(self._read_links)
        self._prober.answered.connect(self._hear)
        self._prober.changed.connect(self._show)
        if job.why:
            self._links.selectAll()  # a fresh link takes the place of those that expired
        self._read_links()

    def accept(self) -> None:
        try:
            urls = read_links(self._links.toPlainText())
        except UserError as error:
            self._problem.setText(error_sentence(error))
            return
        self.chosen.emit(urls)
        super().accept()

    def done(self, result: int) -> None:
        self._prober.stop()
        super().done(result)

    def _read_links(self) -> None:
        """The text is another: ask about what is new in it."""
        self._problem.clear()
        text = self._links.toPlainText()
        try:
            links = read_links(text)
        except UserError:
            if text.strip():
                return  # half a link: what the others answered stays, and it is said when one wants to save
            links = ()
        self._groups.set_links(links)
        self._prober.want(links, self._job.options)
        self._show()

    def _hear(self, probe: SourceProbe) -> None:
        self._groups.answered(probe)
        self._show()

    def _show(self) -> None:
        # Whatever they answer, here they are all meant to be one file.
        self._groups.join(self._groups.urls)
        asking = self.tr("Asking…")
        self._tree.show_groups(
            self._groups, lambda url: asking if self._prober.is_asking(url) else None, lambda _group: ""
        )
