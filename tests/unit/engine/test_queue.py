"""The order of the jobs and who may run, in small drawings: one letter a job, R running, W waiting, . anything else."""

import pytest

from headwater.engine.queue import Queue
from headwater.model.commands import Place
from headwater.model.errors import UserError
from headwater.model.job import JobId, JobState


def queue(order: str) -> Queue:
    return Queue(JobId(letter) for letter in order)


@pytest.mark.parametrize(
    ("moved", "place", "index", "after"),
    [
        ("c", Place.TOP, 0, "cabde"),
        ("ac", Place.BOTTOM, 0, "bdeac"),
        ("c", Place.UP, 0, "acbde"),
        ("c", Place.DOWN, 0, "abdce"),
        ("ab", Place.UP, 0, "abcde"),
        ("bd", Place.UP, 0, "badce"),
        ("de", Place.DOWN, 0, "abcde"),
        ("bd", Place.DOWN, 0, "acbed"),
        ("ca", Place.AT, 2, "bdace"),
        ("e", Place.AT, 99, "abcde"),
        ("b", Place.AT, -5, "bacde"),
    ],
)
def test_moves(moved: str, place: Place, index: int, after: str) -> None:
    jobs = queue("abcde")
    changed = jobs.move([JobId(letter) for letter in moved], place, index)
    assert "".join(jobs.order) == after
    assert changed == (after != "abcde")


def test_an_unknown_job_cannot_be_moved() -> None:
    with pytest.raises(UserError, match="no job x"):
        queue("ab").move([JobId("x")], Place.TOP)


@pytest.mark.parametrize(
    ("states", "running_at_once", "starts"),
    [
        ("WWWW", 2, "ab"),
        ("RWWW", 2, "b"),
        ("RRWW", 2, ""),
        ("RRRW", 2, ""),  # more run than may: nobody is stopped, nobody starts
        (".W.W", 3, "bd"),
        ("FWWW", 1, "b"),  # one that is finishing needs no place
    ],
)
def test_who_starts(states: str, running_at_once: int, starts: str) -> None:
    meaning = {"W": JobState.WAITING, "R": JobState.RUNNING, "F": JobState.FINISHING, ".": JobState.PAUSED}
    now = {JobId(letter): meaning[state] for letter, state in zip("abcd", states, strict=True)}
    assert "".join(queue("abcd").jobs_to_start(now, running_at_once)) == starts
