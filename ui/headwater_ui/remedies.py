"""What a person can do about a download's error, in short: the last part of its line, and the advice in its details.

Text alone. The rule: each names an action of the window by the name it has there, and that action helps.
"""

from typing import Final

from headwater.model.errors import Cause
from headwater.model.job import JobState
from headwater.model.snapshots import JobSnapshot
from headwater_ui.language import marked, translate

_FRESH_LINK: Final = marked("Wording", "Refresh link… gives it a fresh one")
_AGAIN: Final = marked("Wording", "Resume tries again; Edit sources adds another link")
_FAILED: Final[dict[Cause | None, str]] = {
    Cause.AUTHORIZATION: marked("Wording", "Options takes a user name and password; then Resume"),
    Cause.CERTIFICATE: marked(
        "Wording", "Edit sources adds another link; a server that you trust all the same is named in Settings, Network"
    ),
    Cause.CHECKSUM: marked(
        "Wording", "Options corrects the checksum, or takes it away, then Resume; Edit sources adds another link"
    ),
    Cause.EXISTS: marked("Wording", "Options gives it another name; then Resume"),
    Cause.NOT_FOUND: marked("Wording", "Edit sources corrects the link, or adds another"),
    Cause.NO_SUCH_HOST: marked("Wording", "Edit sources corrects the link; Resume tries again"),
    Cause.PAGE: marked("Wording", "See in a browser where the link leads; Edit sources corrects it, or adds another"),
}
_WHEN_GONE: Final = marked("Wording", "Resume when the cause is gone")
_PAUSED: Final[dict[Cause | None, str]] = {
    Cause.DISK_FULL: marked("Wording", "Make room, or choose another folder in Options; then Resume"),
    Cause.DISK: marked("Wording", "Resume when the cause is gone, or choose another folder in Options"),
}


def todo_words(job: JobSnapshot) -> str:
    """What one can do about a job's error, or need not."""
    if job.state is JobState.PAUSED:
        return translate("Wording", _PAUSED.get(job.cause, _WHEN_GONE))
    if job.state is not JobState.FAILED:
        return translate("Wording", "Headwater goes on by itself")
    # A log-in that is asked for is given with a name as well as with a link that has it.
    if job.wants_fresh_url and job.cause is not Cause.AUTHORIZATION:
        return translate("Wording", _FRESH_LINK)
    return translate("Wording", _FAILED.get(job.cause, _AGAIN))
