"""What is said of errors: the action that helps, by the name that it has in the window."""

import pytest
from tests.ui.values import job, running

from headwater.model.errors import Cause
from headwater.model.job import JobState
from headwater_ui.remedies import todo_words
from headwater_ui.shell.action_table import ACTIONS
from headwater_ui.widgets.details import advice
from headwater_ui.wording import job_line

NAMES = frozenset(action.text.replace("&", "").rstrip("…") for action in ACTIONS)


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.PAUSED])
@pytest.mark.parametrize("cause", [*Cause, None])
def test_every_error_has_a_deed_of_the_window_against_it(cause: Cause | None, state: JobState) -> None:
    words = todo_words(job(0, state=state, error="It went wrong", cause=cause))
    named = [name for name in ("Resume", "Options", "Edit sources", "Settings") if name in words]
    assert named
    assert NAMES.issuperset(named)


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (Cause.CHECKSUM, "Options corrects the checksum, or takes it away, then Resume"),
        (Cause.AUTHORIZATION, "Options takes a user name and password; then Resume"),
        (Cause.EXISTS, "Options gives it another name; then Resume"),
        (Cause.NOT_FOUND, "Edit sources corrects the link, or adds another"),
        (Cause.OVERLOADED, "Resume tries again; Edit sources adds another link"),
    ],
)
def test_row_and_details_say_what_helps_against_just_this(cause: Cause, words: str) -> None:
    failed = job(0, state=JobState.FAILED, error="it went wrong", cause=cause, received_bytes=0)
    assert job_line(failed).startswith(f"It went wrong. {words}")
    assert advice(failed).startswith(words)


def test_who_ran_out_of_room_is_told_of_other_folders() -> None:
    paused = job(0, state=JobState.PAUSED, error="The disk is full", cause=Cause.DISK_FULL)
    assert "choose another folder in Options" in todo_words(paused)
    assert todo_words(running(0, error="There is no network", cause=Cause.NETWORK)) == "Headwater goes on by itself"


def test_an_expired_link_wants_a_fresh_one_and_a_log_in_a_name() -> None:
    expired = job(0, state=JobState.FAILED, error="Gone", cause=Cause.BAD_ANSWER, wants_fresh_url=True)
    assert todo_words(expired) == "Refresh link… gives it a fresh one"
    asked = job(0, state=JobState.FAILED, error="Who?", cause=Cause.AUTHORIZATION, wants_fresh_url=True)
    assert "password" in todo_words(asked)
