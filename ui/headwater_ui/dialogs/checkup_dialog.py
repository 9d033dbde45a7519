"""Verify and repair: a file against what is known of it, and the bad blocks of it fetched anew.

Opened for a finished download or for any file. It shows progress while it works, says what was found in a sentence,
and repairs only when told to. Closing it stops what it does; a file is never left worse than it was.
"""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
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

from headwater.model.errors import HeadwaterError
from headwater.model.snapshots import JobSnapshot
from headwater_ui.bridge import Bridge
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.wording import size_words

if TYPE_CHECKING:  # what hashes files is imported when one is checked
    from headwater.control.checkup import Checkup

_STEPS: Final = 1000


class CheckupDialog(QDialog):
    """`mended()`: the file is another one now. `job` None lets the person choose a file. Open with `open()`."""

    mended = Signal()

    def __init__(self, bridge: Bridge, job: JobSnapshot | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checkupDialog")
        self.setWindowTitle(self.tr("Verify and repair"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._bridge = bridge
        self._job = job
        self._task: asyncio.Task[None] | None = None
        self._found: Checkup | None = None
        self._file = QLineEdit("" if job is None else str(job.path or ""))
        self._file.setReadOnly(job is not None)
        self._browse = QPushButton(self.tr("&Browse…"))
        self._against = QPlainTextEdit()
        self._against.setPlaceholderText(
            self.tr(
                "Optional, one a line: a checksum, or the path or link of a Metalink, torrent or checksum file, "
                "or a link to the same file"
            )
        )
        self._against.setTabChangesFocus(True)
        self._against.setFixedHeight(76)
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._result = QLabel()
        self._trust = QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._verify = self._buttons.addButton(self.tr("&Verify"), QDialogButtonBox.ButtonRole.ActionRole)
        self._repair = self._buttons.addButton(self.tr("&Repair"), QDialogButtonBox.ButtonRole.ActionRole)
        self._name_all()
        self._lay_out()
        for button in (self._browse, self._repair, self._buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)
        self._verify.setDefault(True)
        self._browse.setVisible(job is None)
        self._browse.clicked.connect(self._open_browser)
        self._verify.clicked.connect(lambda: self._work(self._examine()))
        self._repair.clicked.connect(lambda: self._work(self._mend()))
        self._buttons.rejected.connect(self.reject)
        self._file.textChanged.connect(self._forget)
        self._against.textChanged.connect(self._forget)
        self._forget()

    def done(self, result: int) -> None:
        """Stop what is under way."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    @property
    def result_words(self) -> str:
        """What was found, or what went wrong."""
        return self._result.text()

    def _name_all(self) -> None:
        name_widgets(
            (self._file, "checkupFile", self.tr("File")),
            (self._browse, "checkupBrowse", self.tr("Browse for a file")),
            (self._against, "checkupAgainst", self.tr("What the file is checked against")),
            (self._bar, "checkupProgress", self.tr("Progress")),
            (self._result, "checkupResult", self.tr("Result")),
            (self._trust, "checkupTrust", self.tr("Which hashes counted")),
            (self._verify, "checkupVerify", self.tr("Verify")),
            (self._repair, "checkupRepair", self.tr("Repair")),
            (self._buttons, "checkupButtons", self.tr("Verify, repair or close")),
        )
        for label in (self._result, self._trust):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._trust.setProperty("tone", "muted")

    def _lay_out(self) -> None:
        file = QHBoxLayout()
        file.addWidget(self._file, 1)
        file.addWidget(self._browse)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(14)
        file_label = QLabel(self.tr("&File"))
        file_label.setBuddy(self._file)
        form.addRow(file_label, file)
        form.addRow(self.tr("&Against"), self._against)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        for widget in (self._bar, self._result, self._trust):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _forget(self) -> None:
        """Other fields, another question: what was found does not answer it."""
        self._found = None
        self._bar.setValue(0)
        known = (
            self.tr("What the download knew of the file")
            if self._job is not None
            else self.tr("What lies beside the file")
        )
        self._say(self.tr("{known} is used where nothing is named.").format(known=known), "muted")
        self._trust.clear()
        self._enable()

    def _enable(self) -> None:
        busy = self._task is not None
        self._verify.setEnabled(not busy and bool(self._file.text().strip()))
        self._repair.setEnabled(not busy and self._found is not None and self._found.can_be_mended)
        for field in (self._file, self._browse, self._against):
            field.setEnabled(not busy)

    def _work(self, work: Coroutine[Any, Any, None]) -> None:
        self._task = self._bridge.spawn(self._guard(work))
        self._enable()

    async def _guard(self, work: Coroutine[Any, Any, None]) -> None:
        """What goes wrong is said here, where the person looks. A closed dialog says nothing."""
        try:
            await work
        except HeadwaterError as error:
            words = str(error)
            self._say(words[:1].upper() + words[1:] + ("" if words.endswith(".") else "."), "bad")
        except asyncio.CancelledError:
            return
        self._task = None
        self._enable()

    async def _examine(self) -> None:
        self._found = None
        self._trust.clear()
        self._bar.setValue(0)
        self._say(self.tr("Reading and hashing the file…"), "muted")
        what = self._job.job_id if self._job is not None else self._chosen_file()
        places = [line.strip() for line in self._against.toPlainText().splitlines() if line.strip()]
        self._show(await self._bridge.examine(what, places, self._hear))

    async def _mend(self) -> None:
        assert self._found is not None  # its button is disabled otherwise
        self._say(
            self.tr("Fetching {size} anew; you may close this to stop.").format(
                size=size_words(self._found.to_fetch_bytes)
            ),
            "muted",
        )
        self._bar.setValue(0)
        found = await self._bridge.mend(self._found, self._hear)
        self._show(found)
        if found.is_proven:
            self._say(self.tr("Repaired. {sentence}").format(sentence=found.sentence), "good")
        self.mended.emit()

    def _chosen_file(self) -> Path:
        return Path(self._file.text().strip()).expanduser()

    def _hear(self, part: float) -> None:
        if self._task is not None:
            self._bar.setValue(int(part * _STEPS))

    def _show(self, found: "Checkup") -> None:
        self._found = found
        self._bar.setValue(_STEPS)
        words = found.sentence
        if found.can_be_mended:
            words += self.tr(" Repair fetches {size} anew.").format(size=size_words(found.to_fetch_bytes))
        elif found.is_damaged:
            words += self.tr(" Name a link to the same file above, and it can be repaired.")
        self._say(words, "good" if found.is_proven else "bad" if found.is_damaged else "muted")
        self._trust.setText("\n".join(found.trust_words))

    def _say(self, words: str, tone: str) -> None:
        self._result.setText(words)
        if self._result.property("tone") != tone:
            self._result.setProperty("tone", tone)
            self._result.style().unpolish(self._result)
            self._result.style().polish(self._result)

    def _open_browser(self) -> None:
        browser = QFileDialog(self, self.tr("Choose a file"), str(Path(self._file.text()).parent))
        browser.setObjectName("checkupBrowser")
        browser.setFileMode(QFileDialog.FileMode.ExistingFile)
        browser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        browser.fileSelected.connect(self._file.setText)
        browser.open()
