"""The add dialog: links, what is one file, and where the files go.

It asks through `AddDesk` (the bridge) and never waits: answers come when they come, and one can add before they do.
What is judged is judged elsewhere: links in `link_board`, what is there already in `neighbours`, fields in `add_form`.
"""

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from headwater.model.errors import UserError
from headwater.model.job import Checksum, JobOptions
from headwater.model.probe import FileAsked, FolderView, SourceProbe, Twin
from headwater.model.source import SourceSpec
from headwater.model.tuning import Tuning
from headwater_ui.dialogs.add_form import AddForm, checksum_text, read_form
from headwater_ui.dialogs.additions import Additions, Deed, sum_words
from headwater_ui.dialogs.dialog_frame import (
    add_field,
    choose_default,
    end_line,
    framed_rows,
    grow_on_screen,
    labelled_fields,
)
from headwater_ui.dialogs.link_board import LinkBoard
from headwater_ui.dialogs.more_fields import MoreFields
from headwater_ui.dialogs.more_form import read_more
from headwater_ui.dialogs.neighbours import Neighbours
from headwater_ui.links import file_name
from headwater_ui.widgets.checksum_search import ChecksumSearch
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import error_sentence

if TYPE_CHECKING:  # what fetches is imported when somebody looks
    from headwater.control.checksum_search import FoundChecksum


#: Room for a server's name and for what it answers, where the screen has it.
_WIDTH_PX: Final = 900
_MARGIN_PX: Final = 40


class AddDesk(Protocol):
    """What the dialog asks; the bridge is one."""

    async def probe(self, source: SourceSpec, options: JobOptions) -> SourceProbe: ...
    async def look_at_folder(self, folder: Path, names: Sequence[str]) -> FolderView: ...
    async def find_checksum(self, urls: Sequence[str], options: JobOptions) -> "FoundChecksum | None": ...
    def find_twins(self, asked: Sequence[FileAsked]) -> tuple[Twin | None, ...]: ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> "asyncio.Task[None]": ...


@dataclass(frozen=True, slots=True)
class AddStart:
    """What the dialog begins with. `as_mirrors`: all links lead to one file; `queues` and `categories` are names.

    `name` and `checksum` stand in their fields at first. `tuning` is what the settings say.
    """

    folder: str
    links: Sequence[str] = ()
    as_mirrors: bool = False
    queues: Sequence[str] = ()
    categories: Sequence[str] = ()
    name: str = ""
    checksum: str = ""
    tuning: Tuning = field(default_factory=Tuning)


class AddDialog(QDialog):
    """`chosen(additions)`: the person wants these. `grab_wanted(url)`: a link leads to a page. Open with `open()`."""

    chosen = Signal(object)
    grab_wanted = Signal(str)

    def __init__(self, start: AddStart, desk: AddDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("addDialog")
        self.setWindowTitle(self.tr("Add downloads"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(780)
        self.resize(min(_WIDTH_PX, self.screen().availableGeometry().width() - _MARGIN_PX), 0)
        self.neighbours = Neighbours(desk, self)
        self.board = LinkBoard(desk, start.links, self.neighbours.bar.line, self)
        self._folder = FolderField("add", start.folder)
        self._name = QLineEdit(start.name)
        self._checksum = QLineEdit(start.checksum)
        self._checksum.setPlaceholderText(self.tr("Optional: SHA-256 or another, to prove the file"))
        self._search = ChecksumSearch(self._find_checksum, desk.spawn)
        self._found: Checksum | None = None
        self._start = QCheckBox(self.tr("&Start now"))
        self._start.setChecked(True)
        self._start.setToolTip(self.tr("Else they are added paused"))
        self._more = MoreFields(start.queues, start.categories, start.tuning)
        self._problem = TonedLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = self._buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        name_widgets(
            (self._name, "addName", self.tr("File name")),
            (self._checksum, "addChecksum", self.tr("Checksum")),
            (self._start, "addStart", self.tr("Start now")),
            (self._problem, "addProblem", self.tr("What is missing")),
            (self._add, "addAccept", self.tr("Add")),
        )
        self._lay_out()
        self._connect()
        self.board.read()
        self._ask(at_once=True)
        if start.as_mirrors:
            self.board.join_all()

    def form(self) -> AddForm:
        """The fields as they are filled in, for the files that become downloads of their own."""
        bar = self.neighbours.bar
        deeds = {group: bar.deed(group) for group in self.board.groups.groups}
        return AddForm(
            groups=tuple(group for group, deed in deeds.items() if deed in (Deed.ADD, Deed.REPLACE)),
            folder=self._folder.text(),
            name=self._name.text(),
            checksum=self._checksum.text(),
            start_now=self._start.isChecked(),
            more=self._more.form(),
            replaced=frozenset(group for group, deed in deeds.items() if deed is Deed.REPLACE),
            found=self._found,
        )

    def additions(self) -> Additions:
        """What is asked for; raises `UserError`."""
        if self.board.problem is not None:
            raise self.board.problem
        specs, bar = read_form(self.form()), self.neighbours.bar
        if specs:
            self.neighbours.refuse(specs[0].folder)
        mirrors = []
        for group in self.board.groups.groups:
            twin = bar.clash(group).twin
            if bar.deed(group) is Deed.MIRRORS and twin is not None:
                mirrors.append((twin.job_id, tuple(url for url in group if url not in twin.has_urls)))
        if not specs and not mirrors:
            raise UserError(
                self.tr("Nothing is left to add; choose above what becomes of a file that is there already")
            )
        return Additions(specs, tuple(mirrors))

    def accept(self) -> None:
        try:
            additions = self.additions()
        except UserError as error:
            self._tell(error, urgent=True)
            return
        self.chosen.emit(additions)
        super().accept()

    def done(self, result: int) -> None:
        self.board.stop()
        self.neighbours.stop()
        self._search.forget()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # With links at hand Enter adds them; without, one begins to type.
        (self._add if self.board.text.toPlainText() else self.board.text).setFocus()

    # ---- building ----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        form = labelled_fields()
        self.board.add_rows(form)
        form.addRow(self.neighbours.bar)
        add_field(form, self.tr("&Folder"), self._folder, self._folder.line)
        form.addRow(self.tr("Nam&e"), self._name)
        proof = QHBoxLayout()
        proof.setSpacing(6)
        proof.addWidget(self._checksum, 1)
        proof.addWidget(self._search.look)
        add_field(form, self.tr("&Checksum"), proof, self._checksum)
        form.addRow("", self._search)
        form.addRow("", self._start)
        layout = framed_rows(self, 10)
        layout.addLayout(form)
        layout.addWidget(self._more)
        layout.addLayout(end_line(self._problem, self._buttons))
        self.board.give_up_enter()
        choose_default(self._buttons, self._add)

    def _connect(self) -> None:
        board, neighbours = self.board, self.neighbours
        board.changed.connect(neighbours.look_soon)
        board.changed.connect(self._judge)
        board.parted.connect(self._search.forget)
        board.retyped.connect(self._ask)
        board.picked.connect(self._offer)
        board.grab_wanted.connect(self.grab_wanted)
        neighbours.due.connect(self._look)
        neighbours.looked.connect(self._offer)
        neighbours.looked.connect(self._show_deeds)
        neighbours.bar.changed.connect(self._show_deeds)
        for edit in (self._folder.line, self._name):
            edit.textChanged.connect(lambda _text: neighbours.look_soon())
        for edit in (self._folder.line, self._name, self._checksum):
            edit.textChanged.connect(lambda _text: self._judge())
        self._more.changed.connect(self._ask_anew)
        self._more.unfolded.connect(lambda: grow_on_screen(self))
        self._search.chosen.connect(self._take_found)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # ---- sources and neighbours --------------------------------------------------------------------------

    def _ask_anew(self) -> None:
        """How servers are asked may have changed."""
        self._ask()
        self._judge()

    def _ask(self, *, at_once: bool = False) -> None:
        try:
            options = read_more(self._more.form())
        except UserError:
            return  # said below; servers are asked when it makes sense again
        self.board.ask(options, at_once=at_once)

    def _look(self) -> None:
        groups = self.board.groups.groups
        files = [self.board.groups.file(group) for group in groups]
        own_name = self._name.text().strip() if len(groups) == 1 else ""
        names = [own_name or file.name or file_name(file.urls[0]) for file in files]
        self.neighbours.look(self._folder.text(), groups, files, names)

    def _offer(self) -> None:
        self.neighbours.bar.offer(self.board.groups.groups, self.board.tree.selected_urls())

    def _show_deeds(self) -> None:
        self.board.renew_rows()
        self._judge()

    # ---- what proves it ------------------------------------------------------------------------------------

    async def _find_checksum(self) -> "FoundChecksum | None":
        return await self._desk.find_checksum(self.board.groups.groups[0], read_more(self._more.form()))

    def _take_found(self, found: "FoundChecksum") -> None:
        """It stands in the field, and is known for what it is as long as nobody changes it."""
        self._found = found.checksum
        self._checksum.setText(checksum_text(found.checksum))

    # ---- what is missing ---------------------------------------------------------------------------------

    def _judge(self) -> None:
        """Say what will be added, or what is missing."""
        groups = self.board.groups
        one_file = len(groups.groups) < 2
        self._name.setEnabled(one_file)
        self._checksum.setEnabled(one_file)
        self._search.allow(len(groups.groups) == 1)
        suggestion = ""
        if one_file and groups.groups:
            suggestion = groups.file(groups.groups[0]).name or file_name(groups.urls[0])
        self._name.setPlaceholderText(suggestion or self.tr("As the source says"))
        try:
            additions = self.additions()
        except UserError as error:
            self._add.setText(self.tr("&Add"))
            self._tell(error, urgent=bool(self.board.text.toPlainText().strip()))
            return
        count = len(additions.specs) + len(additions.mirrors)
        self._add.setText(self.tr("&Add") if count == 1 else self.tr("&Add {count}").format(count=count))
        free_bytes = self.neighbours.view.free_bytes
        words, fits = sum_words([groups.file(group) for group in self.form().groups], free_bytes)
        self._problem.say(words, "muted" if fits else "bad")

    def _tell(self, error: UserError, *, urgent: bool) -> None:
        self._problem.say(error_sentence(error), "bad" if urgent else "muted")
