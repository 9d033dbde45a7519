"""Says aloud what becomes of downloads while the window has the keyboard: who does not see the list hears it.

For those who look elsewhere the desktop shows notifications, which their screen reader reads.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from headwater.model.job import JobId, JobState
from headwater.model.snapshots import FeedEvent, JobChanged, JobSnapshot
from headwater_ui.models.job_model import JobModel
from headwater_ui.shell.desktop_notices import notice_words
from headwater_ui.widgets.spoken import say_aloud
from headwater_ui.wording import state_words

_OVER = (JobState.DONE, JobState.FAILED)
#: A moment before the end, of which one hears then.
_PASSING = (*_OVER, JobState.FINISHING)


def hear_states(events: Sequence[FeedEvent], model: JobModel, current: JobId | None, speaker: QWidget) -> None:
    """Say which downloads have just ended, and into which state the one with the cursor went.

    Before the model takes the events: it knows what was.
    """
    if QApplication.activeWindow() is None:
        return
    changed: dict[JobId, JobSnapshot] = {}
    for event in events:
        if isinstance(event, JobChanged):
            before = model.job(event.job.job_id)
            if before is not None and before.state is not event.job.state:
                changed[event.job.job_id] = event.job
    ended = [job for job in changed.values() if job.state in _OVER]
    if ended:
        say_aloud(speaker, ": ".join(notice_words(ended)))
    now = changed.get(current) if current is not None else None
    if now is not None and now.state not in _PASSING:
        say_aloud(speaker, f"{now.name}: {state_words(now.state)}")
