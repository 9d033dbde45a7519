"""The line at the bottom: the three facts about the queue, what just happened, and the speed of it all."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QStatusBar, QToolButton, QWidget

from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.theme import colours
from headwater_ui.widgets.naming import name_widgets
from headwater_ui.widgets.spoken import say_aloud
from headwater_ui.widgets.toned_label import TonedLabel
from headwater_ui.wording import duration_words, rate_words

_NOTICE_MS: Final = 7000


class StatusStrip(QStatusBar):
    """Feed it the counts of the model; `notify` shows a sentence for a few seconds, `complain` one that says what went
    wrong. `undo_wanted()`, `reveal_wanted()`: their buttons."""

    undo_wanted = Signal()
    reveal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusStrip")
        self.setAccessibleName(self.tr("Queue"))
        self.setSizeGripEnabled(False)
        self._facts = QLabel()
        self._facts.setObjectName("queueFacts")
        self._facts.setTextFormat(Qt.TextFormat.RichText)
        self._facts.setContentsMargins(12, 4, 12, 4)
        self._notice = TonedLabel()
        self._notice.setWordWrap(False)
        self._notice.setObjectName("notice")
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._speed = QLabel()
        name_widgets((self._speed, "totalSpeed", self.tr("Speed of all downloads")))
        self._speed.setContentsMargins(12, 4, 14, 4)
        self.addWidget(self._facts)
        self._undo = _hidden_button(self.tr("Undo"), self.tr("Undo (Ctrl+Z)"))
        self._reveal = _hidden_button(
            self.tr("Show what was added"), self.tr("Give up the search, and show the downloads of every group")
        )
        name_widgets(
            (self._undo, "undo", self.tr("Undo the removal")),
            (self._reveal, "reveal", self.tr("Show what was added, and all other downloads")),
        )
        for button, wanted in ((self._undo, self.undo_wanted), (self._reveal, self.reveal_wanted)):
            button.clicked.connect(wanted)
            self.addWidget(button)
        self.addWidget(self._notice, 1)
        self.addPermanentWidget(self._speed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_NOTICE_MS)
        self._timer.timeout.connect(self._notice.clear)
        self.show_queue(dict.fromkeys(JobState, 0), ())

    def show_queue(self, counts: dict[JobState, int], running: Sequence[JobSnapshot]) -> None:
        """Counts of all jobs, and those that run now."""
        c = colours()
        facts = [
            (counts[JobState.RUNNING] + counts[JobState.FINISHING], self.tr("running"), c.accent),
            (counts[JobState.WAITING], self.tr("waiting"), c.text),
            (counts[JobState.DONE], self.tr("done"), c.good),
        ]
        if counts[JobState.PAUSED]:
            facts.append((counts[JobState.PAUSED], self.tr("paused"), c.text))
        if counts[JobState.FAILED]:
            facts.append((counts[JobState.FAILED], self.tr("failed"), c.bad))
        gap = "&nbsp;&nbsp;&nbsp;&nbsp;"
        words = gap.join(
            f"<b style='color:{ink if count else c.muted}'>{count:,}</b>&nbsp;"
            f"<span style='color:{c.muted}'>{name}</span>"
            for count, name, ink in facts
        )
        if words != self._facts.text():
            self._facts.setText(words)
            self._facts.setAccessibleName(", ".join(f"{count} {name}" for count, name, _ in facts))
        rate = sum(job.rate_bytes_per_s for job in running)
        left = max((job.eta_s for job in running if job.eta_s is not None), default=None)
        speed = f"↓ {rate_words(rate)}" if running else ""
        if running and left is not None:
            speed += "   " + self.tr("{duration} left").format(duration=duration_words(left))
        if speed != self._speed.text():
            self._speed.setText(speed)

    def notify(self, sentence: str) -> None:
        """Show a sentence for some seconds; it is read out where a screen reader listens."""
        self._show(sentence, "")

    def complain(self, sentence: str) -> None:
        """The same for what went wrong, which is seen as such."""
        self._show(sentence, "bad")

    def _show(self, sentence: str, tone: str) -> None:
        self._notice.say(sentence, tone)
        self._notice.setToolTip(sentence)
        say_aloud(self._notice, sentence)
        self._timer.start()

    def offer_undo(self, words: str | None) -> None:
        """Say what was removed, with a button that brings it back; None takes the button away."""
        if words is not None:
            self.notify(words)
        elif self._undo.isVisible():
            self._notice.clear()
        self._undo.setVisible(words is not None)

    def offer_reveal(self, words: str | None) -> None:
        """Say that what was added is hidden, with a button that shows it; None takes the button away."""
        if words is not None:
            self.notify(words)
        elif self._reveal.isVisible():
            self._notice.clear()
        self._reveal.setVisible(words is not None)

    @property
    def notice(self) -> str:
        return self._notice.text()


def _hidden_button(words: str, tip: str) -> QToolButton:
    """A button that is shown while there is something to press it for."""
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.hide()
    return button
