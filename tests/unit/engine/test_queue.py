"""The order of the jobs and who may run, in small drawings: one letter a job."""

from datetime import datetime

import pytest

from headwater.engine.codec import decode, encode
from headwater.engine.queue import Claim, Queue
from headwater.engine.queue_plan import QueueSpec
from headwater.engine.settings import Settings
from headwater.engine.timetable import OpenHours
from headwater.model.arrangement import Priority
from headwater.model.commands import Place
from headwater.model.errors import UserError
from headwater.model.job import JobId


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
    ("asking", "free", "starts"),
    [
        ("abcd", {"": 2}, "ab"),
        ("bcd", {"": 1}, "b"),
        ("cd", {"": 0}, ""),
        ("d", {"": -1}, ""),  # more run than may: nobody is stopped, nobody starts
        ("bd", {"": 3}, "bd"),
        ("abcd", {}, ""),  # the queue is closed
    ],
)
def test_who_starts(asking: str, free: dict[str, int], starts: str) -> None:
    claims = {JobId(letter): Claim("", 1) for letter in asking}
    assert "".join(queue("abcd").jobs_to_start(claims, free)) == starts


def test_priority_stands_before_the_order() -> None:
    places = {"a": Priority.LOW, "b": Priority.NORMAL, "c": Priority.HIGH, "d": Priority.HIGH}
    claims = {JobId(letter): Claim("", priority.place) for letter, priority in places.items()}
    jobs = queue("abcd")
    assert "".join(jobs.jobs_to_start(claims, {"": 3})) == "cdb"
    jobs.move([JobId("d")], Place.TOP)
    assert "".join(jobs.jobs_to_start(claims, {"": 3})) == "dcb"


def test_each_queue_has_places_of_its_own() -> None:
    claims = {JobId(letter): Claim(name, 1) for letter, name in zip("abcd", ["", "night", "", "night"], strict=True)}
    assert "".join(queue("abcd").jobs_to_start(claims, {"": 1, "night": 5})) == "abd"
    assert "".join(queue("abcd").jobs_to_start(claims, {"night": 1})) == "b"


def test_positions_follow_every_change() -> None:
    jobs = queue("abc")
    assert jobs.position(JobId("c")) == 2
    jobs.add(JobId("d"))
    assert jobs.position(JobId("d")) == 3
    jobs.remove(JobId("a"))
    assert [jobs.position(JobId(letter)) for letter in "bcd"] == [0, 1, 2]
    jobs.move([JobId("d")], Place.TOP)
    assert [jobs.position(JobId(letter)) for letter in "dbc"] == [0, 1, 2]


def test_a_queue_is_open_in_its_hours_unless_it_was_stopped() -> None:
    night = QueueSpec("Night", 2, (OpenHours(22 * 60, 6 * 60),))
    evening, noon = datetime.fromisoformat("2026-11-23T23:00"), datetime.fromisoformat("2026-11-23T12:00")
    assert night.is_open(evening)
    assert not night.is_open(noon)
    assert QueueSpec("Always").is_open(noon)
    assert not QueueSpec("Always", is_stopped=True).is_open(noon)


def test_queues_that_could_not_be_told_apart_are_refused() -> None:
    with pytest.raises(UserError, match="two queues"):
        Settings(queues=(QueueSpec("Night"), QueueSpec("night")))
    for name in ("", "  ", "a" * 61, "two\nlines"):
        with pytest.raises(UserError, match="needs a name"):
            Settings(queues=(QueueSpec(name),))
    with pytest.raises(UserError, match="between 1 and 64"):
        QueueSpec("Many", 65)


def test_queues_are_kept_with_the_settings() -> None:
    settings = Settings(
        running_at_once=7, queues=(QueueSpec("Night", 2, (OpenHours(60, 120, (6,)),), is_stopped=True),)
    )
    assert [(queue.name, queue.running_at_once) for queue in settings.all_queues] == [("", 7), ("Night", 2)]
    assert decode(Settings, encode(settings)) == settings
