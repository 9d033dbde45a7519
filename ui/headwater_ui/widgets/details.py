"""Everything known of the selected job, as plain sentences that can be copied, and what one can do about an error."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.language import engine_words, marked, translate
from headwater_ui.remedies import todo_words
from headwater_ui.widgets.wrapped_text import WrappedText
from headwater_ui.wording import (
    duration_words,
    job_line,
    moment_words,
    priority_words,
    progress_words,
    queue_words,
    rate_words,
    sentence,
    size_words,
    state_words,
)

_ROWS: Final = (
    marked("DetailsPane", "State"),
    marked("DetailsPane", "Progress"),
    marked("DetailsPane", "In order"),
    marked("DetailsPane", "Safe on disk"),
    marked("DetailsPane", "Speed"),
    marked("DetailsPane", "File"),
    marked("DetailsPane", "Added"),
    marked("DetailsPane", "Took"),
    marked("DetailsPane", "Trusts"),
    marked("DetailsPane", "Check"),
    marked("DetailsPane", "Afterwards"),
    marked("DetailsPane", "Waits in"),
    marked("DetailsPane", "Category"),
    marked("DetailsPane", "Links"),
)
_LONG_WORDS: Final = frozenset({"File", "Trusts", "Links"})


class DetailsPane(QScrollArea):
    """Shows one `JobSnapshot`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailsPane")
        self.setAccessibleName(self.tr("Details of the selected download"))
        self.setWidgetResizable(True)
        self._name = _label("detailsName", "title")
        self._problem = _label("problem", "bad")
        self._advice = _label("detailsAdvice", "muted")
        self._values: dict[str, QLabel | WrappedText] = {row: _value(row) for row in _ROWS}
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(7)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for row, value in self._values.items():
            key = QLabel(self.tr(row))
            key.setProperty("tone", "muted")
            # Beside what takes several lines it stands with the first.
            key.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            form.addRow(key, value)
        page = QWidget()
        page.setObjectName("page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        for widget in (self._name, self._problem, self._advice):
            layout.addWidget(widget)
        layout.addLayout(form)
        self._options = QToolButton()
        self._options.setObjectName("detailsOptions")
        self._options.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._options.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(self._options, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self._form = form
        self.setWidget(page)
        self.show_job(None)

    def offer(self, options: QAction) -> None:
        """What opens the options of the job, beside what came of them."""
        self._options.setDefaultAction(options)
        self._options.setAccessibleName(options.iconText())

    def show_job(self, job: JobSnapshot | None) -> None:
        """Show a job; None when none is selected."""
        self._options.setVisible(job is not None and job.state is not JobState.DONE)
        if job is None:
            _say(self._name, self.tr("Select a download to see its details."))
            for label in (self._problem, self._advice):
                label.hide()
            for value in self._values.values():
                self._form.setRowVisible(value, False)
            return
        _say(self._name, job.name)
        _say(self._problem, sentence(engine_words(job.error)) if job.error is not None else "")
        self._problem.setVisible(job.error is not None)
        _say(self._advice, advice(job) if job.error is not None else "")
        self._advice.setVisible(job.error is not None)
        facts = {
            "State": state_words(job.state),
            "Progress": progress_words(job),
            "In order": self.tr("{size} from the beginning, without a gap").format(size=size_words(job.in_order_bytes)),
            "Safe on disk": size_words(job.durable_bytes),
            "Speed": self.tr("{rate}, {duration} left").format(
                rate=rate_words(job.rate_bytes_per_s), duration=duration_words(job.eta_s)
            ),
            "File": str(job.path or job.folder),
            "Added": moment_words(job.added_at),
            "Took": duration_words(job.elapsed_s) if job.elapsed_s else "",
            "Trusts": "\n".join(map(engine_words, job.trust))
            or self.tr("No hash is known; what sources bring is compared in samples"),
            "Check": engine_words(job.verdict or ""),
            "Afterwards": engine_words(job.aftermath or ""),
            "Waits in": self.tr("{queue}, priority {priority}").format(
                queue=queue_words(job.queue), priority=priority_words(job.priority).lower()
            ),
            "Category": job.category or "",
            "Links": "\n".join(job.urls),
        }
        if job.state is not JobState.RUNNING or not job.rate_bytes_per_s:
            facts["Speed"] = ""
        elif job.eta_s is None:
            facts["Speed"] = rate_words(job.rate_bytes_per_s)
        if job.error is None and job.state is not JobState.DONE:  # its verdict has a row of its own
            named = "" if job.state is JobState.PAUSED else f"{sentence(facts['State'])} "  # its line says so
            facts["State"] = f"{named}{sentence(job_line(job))}"
        if job.state is JobState.DONE:
            facts["In order"] = facts["Safe on disk"] = facts["Waits in"] = ""
        for row, value in self._values.items():
            _say(value, facts[row])
            self._form.setRowVisible(value, bool(facts[row]))


def advice(job: JobSnapshot) -> str:
    """What one can do about a job's error."""
    kept = (
        translate("Details", "{bytes} that arrived are kept").format(bytes=size_words(job.received_bytes))
        if job.received_bytes
        else ""
    )
    return " ".join(sentence(part) for part in (todo_words(job), kept) if part)


def _value(row: str) -> QLabel | WrappedText:
    if row not in _LONG_WORDS:
        return _label(f"details{row.replace(' ', '')}", "")
    text = WrappedText()
    text.setObjectName(f"details{row}")
    text.setAccessibleName(translate("DetailsPane", row))
    return text


def _label(name: str, tone: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    if tone:
        label.setProperty("tone", tone)
    return label


def _say(label: QLabel | WrappedText, words: str) -> None:
    """Set a text only when it changed: layouts are dear, and a selection in it would be lost."""
    if label.text() != words:
        label.setText(words)
