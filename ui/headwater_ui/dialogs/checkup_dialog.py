"""Verify and repair: a file against what is known of it, and the bad blocks of it fetched anew.

Opened for a finished download or for any file. It shows progress while it works, says what was found in a sentence,
and repairs only when told to. Closing it stops what it does; a file is never left worse than it was.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from headwater.model.snapshots import JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.file_work_dialog import FileWorkDialog
from headwater_ui.language import engine_words
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import sentence, size_words

if TYPE_CHECKING:  # what hashes files is imported when one is checked
    from headwater.control.checkup import Checkup


class CheckupDialog(FileWorkDialog):
    """`mended()`: the file is another one now. `job` None lets the person choose a file."""

    mended = Signal()

    def __init__(self, bridge: Bridge, job: JobSnapshot | None, parent: QWidget | None = None) -> None:
        super().__init__("checkup", bridge.spawn, parent)
        self.setWindowTitle(self.tr("Verify and repair"))
        self.setMinimumWidth(600)
        self._bridge = bridge
        self._job = job
        self._found: Checkup | None = None
        self.file.setText("" if job is None else str(job.path or ""))
        self.file.setReadOnly(job is not None)
        self.browse.setText(self.tr("&Browse…"))
        self.browse.setVisible(job is None)
        self.known.setPlaceholderText(
            self.tr(
                "Optional, one a line: a checksum, or the path or link of a Metalink, torrent or checksum file, "
                "or a link to the same file"
            )
        )
        self._trust = TonedLabel("", "muted")
        self._trust.setTextFormat(Qt.TextFormat.PlainText)
        self._trust.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._verify = self.buttons.addButton(self.tr("&Verify"), QDialogButtonBox.ButtonRole.ActionRole)
        self._repair = self.buttons.addButton(self.tr("&Repair"), QDialogButtonBox.ButtonRole.ActionRole)
        self._close = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self._name_all()
        self._lay_out()
        self.browse.clicked.connect(lambda: self.open_browser(self.tr("Choose a file"), str(self.path().parent)))
        self._verify.clicked.connect(lambda: self.begin(self._examine()))
        self._repair.clicked.connect(lambda: self.begin(self._mend()))
        self.file.textChanged.connect(self._forget)
        self.known.textChanged.connect(self._forget)
        self._forget()

    @property
    def result_words(self) -> str:
        """What was found, or what went wrong."""
        return self.words.text()

    def _name_all(self) -> None:
        name_widgets(
            (self.file, "checkupFile", self.tr("File")),
            (self.browse, "checkupBrowse", self.tr("Browse for a file")),
            (self.known, "checkupAgainst", self.tr("What the file is checked against")),
            (self.bar, "checkupProgress", self.tr("Progress")),
            (self.words, "checkupResult", self.tr("Result")),
            (self._trust, "checkupTrust", self.tr("Which hashes counted")),
            (self._verify, "checkupVerify", self.tr("Verify")),
            (self._repair, "checkupRepair", self.tr("Repair")),
            (self.buttons, "checkupButtons", self.tr("Verify, repair or close")),
        )

    def _lay_out(self) -> None:
        self.add_file_row(self.tr("&File"))
        self.add_row(self.tr("&Against"), self.known, self.known)
        self.rows.addLayout(self.form)
        for widget in (self.bar, self.words, self._trust):
            self.rows.addWidget(widget)
        self.rows.addStretch(1)
        self.rows.addWidget(self.buttons)
        for button in (self._repair, self._close):
            button.setAutoDefault(False)
        self._verify.setDefault(True)

    def show_busy(self, busy: bool) -> None:
        self._verify.setEnabled(not busy and bool(self.file.text().strip()))
        self._repair.setEnabled(not busy and self._found is not None and self._found.can_be_mended)
        for field in (self.file, self.browse, self.known):
            field.setEnabled(not busy)

    def _forget(self) -> None:
        """Other fields, another question: what was found does not answer it."""
        self._found = None
        known = (
            self.tr("What the download knew of the file")
            if self._job is not None
            else self.tr("What lies beside the file")
        )
        self.words.say(self.tr("{known} is used where nothing is named.").format(known=known))
        self._trust.clear()
        self.show_busy(self.task is not None)

    async def _examine(self) -> None:
        self._found = None
        self._trust.clear()
        self.words.say(self.tr("Getting what is known of the file, and hashing it…"))
        what = self._job.job_id if self._job is not None else self.path()
        self._show(await self._bridge.examine(what, self.lines(), self.hear))

    async def _mend(self) -> None:
        assert self._found is not None  # its button is disabled otherwise
        self.words.say(
            self.tr("Fetching {size} anew; you may close this to stop.").format(
                size=size_words(self._found.to_fetch_bytes)
            )
        )
        found = await self._bridge.mend(self._found, self.hear)
        self._show(found)
        if found.is_proven:
            self.words.say(self.tr("Repaired. {sentence}").format(sentence=self.words.text()), "good")
        self.mended.emit()

    def _show(self, found: "Checkup") -> None:
        self._found = found
        words = sentence(engine_words(found.sentence))
        if found.can_be_mended:
            words += self.tr(" Repair fetches {size} anew.").format(size=size_words(found.to_fetch_bytes))
        elif found.is_damaged:
            words += self.tr(" Name a link to the same file above, and it can be repaired.")
        self.words.say(words, "good" if found.is_proven else "bad" if found.is_damaged else "muted")
        self._trust.setText("\n".join(map(engine_words, found.trust_words)))
