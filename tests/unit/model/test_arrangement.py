"""Priorities, categories and endings: a value that could not be carried out cannot be made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from headwater.model.arrangement import (
    MOST_COUNTDOWN_S,
    MOST_NAME_CHARS,
    QUEUE_NAME,
    AfterJob,
    AfterKind,
    Category,
    EndAction,
    EndPlan,
    Priority,
    require_name,
)
from headwater.model.errors import UserError


def test_the_highest_priority_starts_first() -> None:
    assert sorted(Priority, key=lambda priority: priority.place) == [Priority.HIGH, Priority.NORMAL, Priority.LOW]


@pytest.mark.parametrize("suffix", ["iso", ".", ".a/b", ". iso", ""])
def test_a_suffix_that_is_none_is_refused(suffix: str) -> None:
    with pytest.raises(UserError, match="ending"):
        Category("Discs", suffixes=(suffix,))


def test_a_category_needs_a_whole_folder_or_none() -> None:
    with pytest.raises(UserError, match="whole path"):
        Category("Discs", Path("discs"))
    assert Category("Discs", Path("/discs"), (".iso", ".tar.gz")).suffixes == (".iso", ".tar.gz")


@pytest.mark.parametrize("name", ["", " ", " Discs", "Discs ", "two\nlines", "x" * (MOST_NAME_CHARS + 1)])
def test_a_name_that_could_not_be_told_from_others_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="category needs a name"):
        Category(name)
    with pytest.raises(UserError, match="queue needs a name"):
        require_name(name, QUEUE_NAME)


@pytest.mark.parametrize(
    "made",
    [
        lambda: AfterJob(AfterKind.COMMAND, " "),
        lambda: AfterJob(AfterKind.SCAN),
        lambda: EndPlan(EndAction.COMMAND),
    ],
)
def test_what_runs_a_command_needs_one(made: Callable[[], object]) -> None:
    with pytest.raises(UserError, match="Enter the command"):
        made()
    assert not AfterJob(AfterKind.OPEN).command
    assert EndPlan(EndAction.COMMAND, "sync").command == "sync"


@pytest.mark.parametrize("countdown_s", [-1.0, MOST_COUNTDOWN_S + 1])
def test_one_has_up_to_an_hour_to_stop_what_ends_everything(countdown_s: float) -> None:
    with pytest.raises(UserError, match="countdown_s must lie between 0 and 3600 s"):
        EndPlan(EndAction.SLEEP, countdown_s=countdown_s)
    assert EndPlan(EndAction.SLEEP, countdown_s=MOST_COUNTDOWN_S).once
