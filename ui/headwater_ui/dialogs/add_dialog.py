"""The add dialog: links, what their sources answer as one types, what is one file, and where the files go.

It asks through `AddDesk` (the bridge) and never waits: answers come when they come, and one can add before they do.
What is judged is judged elsewhere: groups in `link_groups`, fields in `add_form`, clashes in `additions`.
"""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from headwater.model.errors import UserError
from headwater.model.job import Checksum, JobOptions
from headwater.model.probe import FileAsked, FolderView, SourceProbe, Twin
from headwater.model.source import SourceSpec
from headwater_ui.dialogs.add_form import AddForm, checksum_text, read_folder, read_form, read_links
from headwater_ui.dialogs.additions import Additions, Clash, Deed, sum_words
from headwater_ui.dialogs.clash_bar import ClashBar
from headwater_ui.dialogs.link_groups import Group, LinkGroups
from headwater_ui.dialogs.link_prober import LinkProber
from headwater_ui.dialogs.link_tree import LinkTree
from headwater_ui.dialogs.more_fields import MoreFields
from headwater_ui.dialogs.more_form import read_more
from headwater_ui.language import engine_words
from headwater_ui.links import file_name
from headwater_ui.widgets.checksum_search import ChecksumSearch
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import error_sentence

if TYPE_CHECKING:  # what fetches is imported when somebody looks
    from headwater.control.checksum_search import FoundChecksum

#: Looking for twins and at the folder waits so long for more to change.
_LOOK_MS: Final = 150
#: Answers wait so long for others before the links are sorted anew.
_SORT_MS: Final = 60


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

    `name` and `checksum` stand in their fields at first.
    """

    folder: str
    links: Sequence[str] = ()
    as_mirrors: bool = False
    queues: Sequence[str] = ()
    categories: Sequence[str] = ()
    name: str = ""
    checksum: str = ""


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
        self._groups = LinkGroups()
        self._prober = LinkProber(desk, self)
        self._view = FolderView()
        self._looking: asyncio.Task[None] | None = None
        self._links = QPlainTextEdit("\n".join(start.links))
        self._links.setPlaceholderText(
            self.tr("https://…\nSeveral links: one a line. disk[01-20].iso and {iso,sig} stand for several.")
        )
        self._links.setTabChangesFocus(True)
        self._links.setFixedHeight(76)
        self._tree = LinkTree()
        self._tree.setMinimumHeight(150)
        self._join = QPushButton(self.tr("&Join"))
        self._join.setToolTip(self.tr("The selected links, or all, are mirrors of one file"))
        self._split = QPushButton(self.tr("Spli&t"))
        self._split.setToolTip(self.tr("Each of the selected links, or of all, leads to a file of its own"))
        self._sort = QPushButton(self.tr("Sort by &itself"))
        self._sort.setToolTip(self.tr("Links whose sources tell of the same file are its mirrors"))
        self._grab = QPushButton(self.tr("Links of the pa&ge…"))
        self._grab.setToolTip(self.tr("Choose from what the web page links to"))
        self._grab.hide()
        self._clash_bar = ClashBar()
        self._folder = FolderField("add", start.folder)
        self._name = QLineEdit(start.name)
        self._checksum = QLineEdit(start.checksum)
        self._checksum.setPlaceholderText(self.tr("Optional: SHA-256 or another, to prove the file"))
        self._search = ChecksumSearch(self._find_checksum, desk.spawn)
        self._found: Checksum | None = None
        self._start = QCheckBox(self.tr("&Start now"))
        self._start.setChecked(True)
        self._start.setToolTip(self.tr("Else they are added paused"))
        self._more = MoreFields(start.queues, start.categories)
        self._problem = TonedLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = self._buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._answers: list[SourceProbe] = []
        self._link_problem: UserError | None = None
        self._look_soon = self._once(self._look)
        self._sort_soon = self._once(self._take_answers)
        self._name_all()
        self._lay_out()
        self._connect()
        self._read_links(at_once=True)
        if start.as_mirrors:
            self._groups.join(self._groups.urls)
            self._show_groups()

    def form(self) -> AddForm:
        """The fields as they are filled in, for the files that become downloads of their own."""
        deeds = {group: self._clash_bar.deed(group) for group in self._groups.groups}
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
        if self._link_problem is not None:
            raise self._link_problem
        specs = read_form(self.form())
        mirrors = []
        for group in self._groups.groups:
            twin = self._clash_bar.clash(group).twin
            if self._clash_bar.deed(group) is Deed.MIRRORS and twin is not None:
                mirrors.append((twin.job_id, tuple(url for url in group if url not in twin.has_urls)))
        if not specs and not mirrors:
            raise UserError(self.tr("Nothing is left to add"))
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
        self._prober.stop()
        self._search.forget()
        for timer in (self._look_soon, self._sort_soon):
            timer.stop()
        if self._looking is not None:
            self._looking.cancel()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # With links at hand Enter adds them; without, one begins to type.
        (self._add if self._links.toPlainText() else self._links).setFocus()

    # ---- building ----------------------------------------------------------------------------------------

    def _once(self, deed: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(deed)
        return timer

    def _name_all(self) -> None:
        name_widgets(
            (self._links, "addLinks", self.tr("Links")),
            (self._join, "addJoin", self.tr("Join links to one file")),
            (self._split, "addSplit", self.tr("Split links into files of their own")),
            (self._sort, "addSort", self.tr("Sort links by itself")),
            (self._grab, "addGrab", self.tr("Links of the page")),
            (self._name, "addName", self.tr("File name")),
            (self._checksum, "addChecksum", self.tr("Checksum")),
            (self._start, "addStart", self.tr("Start now")),
            (self._problem, "addProblem", self.tr("What is missing")),
            (self._add, "addAccept", self.tr("Add")),
        )

    def _lay_out(self) -> None:
        sorting = QHBoxLayout()
        sorting.setSpacing(6)
        for button in (self._join, self._split, self._sort):
            sorting.addWidget(button)
        sorting.addStretch(1)
        sorting.addWidget(self._grab)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("&Links"), self._links)
        form.addRow(self._tree)
        form.addRow(sorting)
        form.addRow(self._clash_bar)
        folder_label = QLabel(self.tr("&Folder"))
        folder_label.setBuddy(self._folder.line)
        form.addRow(folder_label, self._folder)
        form.addRow(self.tr("&Name"), self._name)
        proof = QHBoxLayout()
        proof.setSpacing(6)
        proof.addWidget(self._checksum, 1)
        proof.addWidget(self._search.look)
        checksum_label = QLabel(self.tr("&Checksum"))
        checksum_label.setBuddy(self._checksum)
        form.addRow(checksum_label, proof)
        form.addRow("", self._search)
        form.addRow("", self._start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self._more)
        bottom = QHBoxLayout()
        bottom.addWidget(self._problem, 1)
        bottom.addWidget(self._buttons)
        layout.addLayout(bottom)
        # Enter adds from every field. Only now: a button outside a dialog is nobody's default.
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        for button in (cancel, self._join, self._split, self._sort, self._grab):
            button.setAutoDefault(False)
        self._add.setDefault(True)

    def _connect(self) -> None:
        self._links.textChanged.connect(self._read_links)
        self._prober.answered.connect(self._hear)
        self._prober.changed.connect(self._show_groups)
        self._join.clicked.connect(lambda: self._regroup(self._groups.join))
        self._split.clicked.connect(lambda: self._regroup(self._groups.split))
        self._sort.clicked.connect(lambda: self._regroup(lambda _urls: self._groups.by_themselves()))
        self._tree.moved.connect(lambda urls, target: self._regroup(lambda _all: self._groups.move(urls, target)))
        self._tree.parted.connect(lambda urls: self._regroup(lambda _all: self._groups.split(urls)))
        self._tree.itemSelectionChanged.connect(self._offer)
        self._grab.clicked.connect(lambda: self.grab_wanted.emit(self._page()))
        self._clash_bar.changed.connect(self._show_deeds)
        for edit in (self._folder.line, self._name):
            edit.textChanged.connect(lambda _text: self._look_soon.start(_LOOK_MS))
        for edit in (self._folder.line, self._name, self._checksum):
            edit.textChanged.connect(lambda _text: self._judge())
        self._more.changed.connect(self._ask_anew)
        self._search.chosen.connect(self._take_found)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    # ---- links and answers -------------------------------------------------------------------------------

    def _read_links(self, *, at_once: bool = False) -> None:
        """The text is another: ask about what is new in it."""
        try:
            links = read_links(self._links.toPlainText())
            self._link_problem = None
        except UserError as error:
            links = ()
            self._link_problem = error  # said below, by the form as a whole
        self._groups.set_links(links)
        self._search.forget()
        self._ask(at_once=at_once)
        if not at_once:
            self._show_groups()

    def _ask_anew(self) -> None:
        """How servers are asked may have changed."""
        self._ask(at_once=False)
        self._judge()

    def _ask(self, *, at_once: bool) -> None:
        try:
            options = read_more(self._more.form())
        except UserError:
            return  # said below; servers are asked when it makes sense again
        if self._prober.want(self._groups.urls, options, at_once=at_once):
            self._groups.forget_answers()
            self._show_groups()

    def _hear(self, probe: SourceProbe) -> None:
        """An answer came: sorted with those that come soon after, the later the more links there are to sort."""
        self._answers.append(probe)
        if not self._sort_soon.isActive():
            self._sort_soon.start(_SORT_MS + len(self._groups.urls) // 10)

    def _take_answers(self) -> None:
        answers, self._answers = self._answers, []
        self._groups.answered(*answers)
        self._show_groups()

    def _regroup(self, change: Callable[[Iterable[str]], None]) -> None:
        """Regroup the selected links, or all where none is selected."""
        chosen = self._tree.selected_urls() or self._groups.urls
        change(chosen)
        self._search.forget()
        self._show_groups()
        self._tree.select_urls(chosen if len(chosen) < len(self._groups.urls) else ())

    def _show_groups(self) -> None:
        self._tree.show_groups(self._groups, self._state_of, self._clash_bar.line)
        several = len(self._groups.urls) > 1
        self._join.setEnabled(len(self._groups.groups) > 1)
        self._split.setEnabled(several)
        self._sort.setEnabled(self._groups.is_by_hand)
        self._grab.setVisible(bool(self._page()))
        self._look_soon.start(_LOOK_MS)
        self._judge()

    def _state_of(self, url: str) -> str | None:
        if self._prober.is_asking(url):
            return self.tr("Asking…")
        return None if self._prober.will_ask(url) else self.tr("Not asked: there are too many")

    def _page(self) -> str:
        """The first link that leads to a web page; empty where none does."""
        return next((url for url in self._groups.urls if (p := self._groups.probes.get(url)) and p.is_page), "")

    # ---- what is there already ---------------------------------------------------------------------------

    def _look(self) -> None:
        """Look for the files in the list and in the folder."""
        groups = self._groups.groups
        files = [self._groups.file(group) for group in groups]
        names = [self._target_name(file, len(groups) == 1) for file in files]
        try:
            folder = read_folder(self._folder.text())
        except UserError:
            return  # said below
        if self._looking is not None:
            self._looking.cancel()
        self._looking = self._desk.spawn(self._look_at(folder, groups, files, names))

    async def _look_at(
        self, folder: Path, groups: tuple[Group, ...], files: Sequence[FileAsked], names: Sequence[str]
    ) -> None:
        self._view = await self._desk.look_at_folder(folder, names)
        found = zip(groups, names, self._desk.find_twins(files), strict=True)
        self._clash_bar.set_clashes({group: Clash(twin, name in self._view.existing) for group, name, twin in found})
        self._offer()
        self._show_deeds()

    def _offer(self) -> None:
        self._clash_bar.offer(self._groups.groups, self._tree.selected_urls())

    def _show_deeds(self) -> None:
        self._tree.show_groups(self._groups, self._state_of, self._clash_bar.line)
        self._judge()

    def _target_name(self, file: FileAsked, is_alone: bool) -> str:
        return (self._name.text().strip() if is_alone else "") or file.name or file_name(file.urls[0])

    # ---- what proves it ------------------------------------------------------------------------------------

    async def _find_checksum(self) -> "FoundChecksum | None":
        return await self._desk.find_checksum(self._groups.groups[0], read_more(self._more.form()))

    def _take_found(self, found: "FoundChecksum") -> None:
        """It stands in the field, and is known for what it is as long as nobody changes it."""
        self._found = found.checksum
        self._checksum.setText(checksum_text(found.checksum))

    # ---- what is missing ---------------------------------------------------------------------------------

    def _judge(self) -> None:
        """Say what will be added, or what is missing."""
        one_file = len(self._groups.groups) < 2
        self._name.setEnabled(one_file)
        self._checksum.setEnabled(one_file)
        self._search.allow(len(self._groups.groups) == 1)
        suggestion = ""
        if one_file and self._groups.groups:
            suggestion = self._groups.file(self._groups.groups[0]).name or file_name(self._groups.urls[0])
        self._name.setPlaceholderText(suggestion or self.tr("As the source says"))
        try:
            additions = self.additions()
        except UserError as error:
            self._add.setText(self.tr("&Add"))
            self._tell(error, urgent=bool(self._links.toPlainText().strip()))
            return
        count = len(additions.specs) + len(additions.mirrors)
        self._add.setText(self.tr("&Add") if count == 1 else self.tr("&Add {count}").format(count=count))
        if self._view.problem is not None:
            self._problem.say(engine_words(self._view.problem), "bad")
            return
        words, fits = sum_words([self._groups.file(group) for group in self.form().groups], self._view.free_bytes)
        self._problem.say(words, "muted" if fits else "bad")

    def _tell(self, error: UserError, *, urgent: bool) -> None:
        self._problem.say(error_sentence(error), "bad" if urgent else "muted")
