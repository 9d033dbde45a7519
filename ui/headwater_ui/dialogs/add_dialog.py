"""The add dialog: links, what they are to each other, where the file goes. Says what is missing as one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from headwater.model.errors import UserError
from headwater.model.job import JobSpec
from headwater_ui.dialogs.add_form import AddForm, Grouping, read_form, read_links
from headwater_ui.links import file_name, group_mirrors, look_like_mirrors
from headwater_ui.widgets.folder_field import FolderField
from headwater_ui.wording import count_words


class AddDialog(QDialog):
    """`chosen(specs)`: the person wants these jobs. Open with `open()`.

    `known(url)` is the name of the job that has the link already, None where none has.
    """

    chosen = Signal(object)

    def __init__(
        self,
        folder: str,
        links: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        known: Callable[[str], str | None] = lambda _url: None,
    ) -> None:
        super().__init__(parent)
        self._known = known
        self.setObjectName("addDialog")
        self.setWindowTitle("Add downloads")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._grouping_touched = False
        self._links = QPlainTextEdit("\n".join(links))
        self._links.setPlaceholderText(
            "https://…\nSeveral links: one a line. disk[01-20].iso and {iso,sig} stand for several."
        )
        self._links.setTabChangesFocus(True)
        self._links.setFixedHeight(104)
        self._mirrors = QRadioButton("&Mirrors of one file")
        self._mirrors.setToolTip("All links lead to the same file; it is fetched from all of them at once")
        self._by_name = QRadioButton("M&irrors where names are the same")
        self._by_name.setToolTip("Links that end in the same name on different hosts lead to the same file")
        self._separate = QRadioButton("&One download for each link")
        self._kinds = QButtonGroup(self)
        self._kinds.addButton(self._mirrors)
        self._kinds.addButton(self._by_name)
        self._kinds.addButton(self._separate)
        self._folder = FolderField("add", folder)
        self._name = QLineEdit()
        self._checksum = QLineEdit()
        self._checksum.setPlaceholderText("Optional: SHA-256 or another, to prove the file")
        self._start = QCheckBox("&Start now")
        self._start.setChecked(True)
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._add = self._buttons.addButton("&Add", QDialogButtonBox.ButtonRole.AcceptRole)
        self._name_all()
        self._lay_out()
        # Enter adds from every field. Only now: a button outside a dialog is nobody's default.
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self._add.setDefault(True)
        self._connect()
        self._judge()

    def form(self) -> AddForm:
        """The fields as they are filled in."""
        return AddForm(
            links=self._links.toPlainText(),
            grouping=next(kind for kind, button in self._by_kind().items() if button.isChecked()),
            folder=self._folder.text(),
            name=self._name.text(),
            checksum=self._checksum.text(),
            start_now=self._start.isChecked(),
        )

    def specs(self) -> tuple[JobSpec, ...]:
        """The jobs asked for; raises `UserError`."""
        return read_form(self.form())

    def accept(self) -> None:
        try:
            specs = self.specs()
        except UserError as error:
            self._tell(error, urgent=True)
            return
        self.chosen.emit(specs)
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # With links at hand Enter adds them; without, one begins to type.
        (self._add if self._links.toPlainText() else self._links).setFocus()

    def _name_all(self) -> None:
        for widget, name, accessible in (
            (self._links, "addLinks", "Links"),
            (self._mirrors, "addMirrors", "Mirrors of one file"),
            (self._by_name, "addByName", "Mirrors where names are the same"),
            (self._separate, "addSeparate", "One download for each link"),
            (self._name, "addName", "File name"),
            (self._checksum, "addChecksum", "Checksum"),
            (self._start, "addStart", "Start now"),
            (self._problem, "addProblem", "What is missing"),
            (self._add, "addAccept", "Add"),
        ):
            widget.setObjectName(name)
            widget.setAccessibleName(accessible)

    def _lay_out(self) -> None:
        kinds = QVBoxLayout()
        kinds.setSpacing(4)
        for button in self._by_kind().values():
            kinds.addWidget(button)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        form.addRow("&Links", self._links)
        form.addRow("They are", kinds)
        folder_label = QLabel("&Folder")
        folder_label.setBuddy(self._folder.line)
        form.addRow(folder_label, self._folder)
        form.addRow("&Name", self._name)
        form.addRow("&Checksum", self._checksum)
        form.addRow("", self._start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        bottom = QHBoxLayout()
        bottom.addWidget(self._problem, 1)
        bottom.addWidget(self._buttons)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._links.textChanged.connect(self._judge)
        for edit in (self._folder.line, self._name, self._checksum):
            edit.textChanged.connect(self._judge)
        self._kinds.buttonClicked.connect(self._choose_grouping)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _by_kind(self) -> dict[Grouping, QRadioButton]:
        return {
            Grouping.MIRRORS: self._mirrors,
            Grouping.BY_NAME: self._by_name,
            Grouping.SEPARATE: self._separate,
        }

    def _choose_grouping(self, _button: object) -> None:
        self._grouping_touched = True
        self._judge()

    def _judge(self) -> None:
        """Guess what the links are until the person said so, and say what is missing."""
        try:
            links = read_links(self._links.toPlainText())
        except UserError:
            links = ()  # said below, by the form as a whole
        several = len(links) > 1
        for button in self._by_kind().values():
            button.setEnabled(several)
        if not self._grouping_touched:
            self._by_kind()[_guess(links)].setChecked(True)
        one_file = self._mirrors.isChecked() or not several
        self._name.setEnabled(one_file)
        self._checksum.setEnabled(one_file)
        suggestion = file_name(links[0]) if links and one_file else ""
        self._name.setPlaceholderText(suggestion or "As the source says")
        try:
            specs = self.specs()
        except UserError as error:
            self._add.setText("&Add")
            self._tell(error, urgent=bool(self._links.toPlainText().strip()))
        else:
            self._add.setText("&Add" if len(specs) == 1 else f"&Add {len(specs)}")
            of_sources = count_words(len(links), "source")
            words = f"One file from {of_sources}" if len(specs) == 1 else f"{len(specs)} downloads"
            twice = list(dict.fromkeys(name for url in links if (name := self._known(url)) is not None))
            if twice:
                others = f" and {len(twice) - 1} more are" if len(twice) > 1 else " is"
                words += f". “{twice[0]}”{others} in the list already"
            self._show(words, "bad" if twice else "muted")

    def _tell(self, error: UserError, *, urgent: bool) -> None:
        words = f"{error}"
        self._show(words if words.endswith((".", "…")) else f"{words}.", "bad" if urgent else "muted")

    def _show(self, words: str, tone: str) -> None:
        self._problem.setText(words)
        if self._problem.property("tone") != tone:
            self._problem.setProperty("tone", tone)
            self._problem.style().unpolish(self._problem)
            self._problem.style().polish(self._problem)


def _guess(links: tuple[str, ...]) -> Grouping:
    """What several links most likely are."""
    if len(links) < 2 or look_like_mirrors(links):
        return Grouping.MIRRORS
    return Grouping.BY_NAME if len(group_mirrors(links)) < len(links) else Grouping.SEPARATE
