"""The links of the add dialog, what their sources answer, and the tree in which they are sorted into files.

It owns the text, the tree, and what regroups by hand; `link_groups` judges what is one file, `link_prober` asks. The
rule: nothing here knows of jobs, folders or what is there already.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPlainTextEdit, QPushButton

from headwater.model.errors import UserError
from headwater.model.job import JobOptions
from headwater.model.probe import SourceProbe
from headwater_ui.dialogs.add_form import read_links
from headwater_ui.dialogs.link_groups import Group, LinkGroups
from headwater_ui.dialogs.link_prober import Asker, LinkProber
from headwater_ui.dialogs.link_tree import LinkTree
from headwater_ui.widgets.naming import name_widgets

#: Answers wait so long for others before the links are sorted anew.
_SORT_MS: Final = 60


class LinkBoard(QObject):
    """`changed`: links, answers or groups are others. `parted`: the files are others, so what was found of one is void.

    `retyped`: the text is another; ask (`ask`) about what is new in it. `picked`: other links are selected.
    `grab_wanted(url)`: a link leads to a page. `line(group)` is what stands in a file's row beside its answers.
    """

    changed = Signal()
    parted = Signal()
    retyped = Signal()
    picked = Signal()
    grab_wanted = Signal(str)

    def __init__(
        self, asker: Asker, links: Sequence[str], line: Callable[[Group], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._line = line
        self.groups = LinkGroups()
        #: What is wrong with the text.
        self.problem: UserError | None = None
        self._prober = LinkProber(asker, self)
        self._answers: list[SourceProbe] = []
        self._sort_soon = QTimer(self)
        self._sort_soon.setSingleShot(True)
        self._sort_soon.timeout.connect(self._take_answers)
        self.text = QPlainTextEdit("\n".join(links))
        self.text.setPlaceholderText(
            self.tr("https://…\nSeveral links: one a line. disk[01-20].iso and {iso,sig} stand for several.")
        )
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(76)
        self.tree = LinkTree()
        self.tree.setMinimumHeight(150)
        self.join = self._button(self.tr("&Join"), self.tr("The selected links, or all, are mirrors of one file"))
        self.split = self._button(
            self.tr("Spli&t"), self.tr("Each of the selected links, or of all, leads to a file of its own")
        )
        self.sort = self._button(
            self.tr("Sort automat&ically"), self.tr("Links whose sources tell of the same file are its mirrors")
        )
        self._grab = self._button(self.tr("Links of the page…"), self.tr("Choose from what the web page links to"))
        self._grab.hide()
        name_widgets(
            (self.text, "addLinks", self.tr("Links")),
            (self.join, "addJoin", self.tr("Join links to one file")),
            (self.split, "addSplit", self.tr("Split links into files of their own")),
            (self.sort, "addSort", self.tr("Sort links automatically")),
            (self._grab, "addGrab", self.tr("Links of the page")),
        )
        self._connect()

    def add_rows(self, form: QFormLayout) -> None:
        """Text, tree and buttons, as rows of a form."""
        sorting = QHBoxLayout()
        sorting.setSpacing(6)
        for button in (self.join, self.split, self.sort):
            sorting.addWidget(button)
        sorting.addStretch(1)
        sorting.addWidget(self._grab)
        form.addRow(self.tr("&Links"), self.text)
        form.addRow(self.tree)
        form.addRow(sorting)

    def give_up_enter(self) -> None:
        """None of the buttons is pressed by Enter; once they are in their dialog."""
        for button in (self.join, self.split, self.sort, self._grab):
            button.setAutoDefault(False)

    def read(self) -> None:
        """Take over what the text says."""
        try:
            links = read_links(self.text.toPlainText())
            self.problem = None
        except UserError as error:
            links = ()
            self.problem = error  # said by the form as a whole
        self.groups.set_links(links)
        self.parted.emit()

    def ask(self, options: JobOptions, *, at_once: bool = False) -> None:
        """Ask the sources, as a job with `options` would; after a pause in typing, unless `at_once`."""
        if self._prober.want(self.groups.urls, options, at_once=at_once):
            self.groups.forget_answers()
            self.show_groups()

    def join_all(self) -> None:
        """All links lead to one file."""
        self.groups.join(self.groups.urls)
        self.show_groups()

    def show_groups(self) -> None:
        """Show what stands in each row by now."""
        self.renew_rows()
        self.join.setEnabled(len(self.groups.groups) > 1)
        self.split.setEnabled(len(self.groups.urls) > 1)
        self.sort.setEnabled(self.groups.is_by_hand)
        self._grab.setVisible(bool(self._page()))
        self.changed.emit()

    def renew_rows(self) -> None:
        """What is said beside the files may be another."""
        self.tree.show_groups(self.groups, self._state_of, self._line)

    def stop(self) -> None:
        """Ask nobody any more."""
        self._prober.stop()
        self._sort_soon.stop()

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setToolTip(tip)
        return button

    def _connect(self) -> None:
        self.text.textChanged.connect(self._retype)
        self._prober.answered.connect(self._hear)
        self._prober.changed.connect(self.show_groups)
        self.join.clicked.connect(lambda: self._regroup(self.groups.join))
        self.split.clicked.connect(lambda: self._regroup(self.groups.split))
        self.sort.clicked.connect(lambda: self._regroup(lambda _urls: self.groups.by_themselves()))
        self.tree.moved.connect(lambda urls, target: self._regroup(lambda _all: self.groups.move(urls, target)))
        self.tree.parted.connect(lambda urls: self._regroup(lambda _all: self.groups.split(urls)))
        self.tree.itemSelectionChanged.connect(self.picked)
        self._grab.clicked.connect(lambda: self.grab_wanted.emit(self._page()))

    def _retype(self) -> None:
        self.read()
        self.retyped.emit()
        self.show_groups()

    def _hear(self, probe: SourceProbe) -> None:
        """An answer came: sorted with those that come soon after, the later the more links there are to sort."""
        self._answers.append(probe)
        if not self._sort_soon.isActive():
            self._sort_soon.start(_SORT_MS + len(self.groups.urls) // 10)

    def _take_answers(self) -> None:
        answers, self._answers = self._answers, []
        self.groups.answered(*answers)
        self.show_groups()

    def _regroup(self, change: Callable[[Iterable[str]], None]) -> None:
        """Regroup the selected links, or all where none is selected."""
        chosen = self.tree.selected_urls() or self.groups.urls
        change(chosen)
        self.parted.emit()
        self.show_groups()
        self.tree.select_urls(chosen if len(chosen) < len(self.groups.urls) else ())

    def _state_of(self, url: str) -> str | None:
        if self._prober.is_asking(url):
            return self.tr("Asking…")
        return None if self._prober.will_ask(url) else self.tr("Not asked: there are too many")

    def _page(self) -> str:
        """The first link that leads to a web page; empty where none does."""
        return next((url for url in self.groups.urls if (p := self.groups.probes.get(url)) and p.is_page), "")
