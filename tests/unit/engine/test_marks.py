"""Has a file changed, or only its mark? Each test is a short history of one source's answers."""

import pytest

from headwater.engine.agreement import Agreement
from headwater.engine.marks import Marks, Reading
from headwater.model.source import SourceId, Validator

A, B = SourceId(0), SourceId(1)
JULY, AUGUST = "Tue, 01 Jul 2025 12:00:00 GMT", "Fri, 01 Aug 2025 12:00:00 GMT"
NO_DATE = "Thu, 01 Jan 1970 00:00:01 GMT"


def read(marks: Marks, etag: str | None, date: str | None = None, *, is_same_size: bool = True) -> Reading:
    """An answer of source A; what is taken for the same file is remembered."""
    came = Validator(None if etag is None else f'"{etag}"', date)
    reading = marks.read(A, came, is_same_size=is_same_size)
    if reading is Reading.SAME:
        marks.remember(A, came)
    return reading


def begun(etag: str | None, date: str | None = None) -> Marks:
    marks = Marks()
    assert read(marks, etag, date) is Reading.SAME
    return marks


@pytest.mark.parametrize("weak", ["", "W/"])
def test_a_mark_that_changes_while_the_date_stays_is_passed_over(weak: str) -> None:
    marks = Marks({A: Validator(f'{weak}"1"', JULY)})
    assert marks.read(A, Validator(f'{weak}"2"', JULY), is_same_size=True) is Reading.SAME
    assert marks.unmarked == {A}
    assert marks.known[A] == Validator(None, JULY), "from now on it is asked by its date"
    assert read(marks, "3", JULY) is Reading.SAME
    assert marks.known[A] == Validator(None, JULY)
    assert read(marks, "3", AUGUST) is Reading.CHANGED


@pytest.mark.parametrize(
    ("date", "is_same_size"), [(AUGUST, True), (JULY, False)], ids=["another date", "another size"]
)
def test_where_something_else_changes_too_the_file_has(date: str, *, is_same_size: bool) -> None:
    marks = begun("1", JULY)
    assert read(marks, "2", date, is_same_size=is_same_size) is Reading.CHANGED
    assert not marks.unmarked


@pytest.mark.parametrize("date", [None, NO_DATE, "yesterday"])
def test_without_a_date_another_mark_has_to_come_again_and_again_to_be_a_change(date: str | None) -> None:
    marks = begun("1", date)
    assert [read(marks, "2", date) for _ in range(6)] == [Reading.UNCLEAR] * 5 + [Reading.CHANGED]
    assert not marks.unmarked


@pytest.mark.parametrize("then", ["1", "3"], ids=["the first is back", "a third one"])
@pytest.mark.parametrize("date", [None, NO_DATE])
def test_without_a_date_marks_that_come_and_go_are_passed_over(date: str | None, then: str) -> None:
    marks = begun("1", date)
    assert read(marks, "2", date) is Reading.UNCLEAR
    assert read(marks, then, date) is Reading.SAME
    assert marks.unmarked == {A}
    assert [read(marks, etag, date) for etag in "2424"] == [Reading.SAME] * 4


def test_an_answer_that_is_merely_late_brings_no_mark_back() -> None:
    """The file was replaced while it was on its way."""
    marks = begun("1")
    assert marks.condition(A) == Validator('"1"')
    assert read(marks, "2") is Reading.UNCLEAR
    assert marks.condition(A) is None, "or the whole file would come"
    assert marks.read(A, Validator('"1"'), is_same_size=True, is_unconditional=False) is Reading.SAME
    assert not marks.unmarked
    assert [read(marks, "2") for _ in range(5)] == [Reading.UNCLEAR] * 4 + [Reading.CHANGED]


def test_a_date_that_is_missing_once_says_nothing() -> None:
    marks = begun("1", JULY)
    assert read(marks, "2") is Reading.UNCLEAR
    assert read(marks, "2", JULY) is Reading.SAME


def test_an_answer_that_is_unclear_is_of_nobody_and_rejects_nobody() -> None:
    agreement = Agreement((A, B))
    for source_id in (A, B):
        agreement.judge(source_id, 100, Validator('"1"'))
    ruling = agreement.judge(A, 100, Validator('"2"'))
    assert (ruling.is_unclear, ruling.rejected, agreement.size_bytes) == (True, (), 100)
    for _ in range(5):
        ruling = agreement.judge(A, 100, Validator('"2"'))
    assert [source_id for source_id, _ in ruling.rejected] == [A]
    assert "changed" in agreement.rejected[A]
    assert not agreement.judge(B, 100, Validator('"1"')).rejected


def test_what_an_earlier_run_brought_is_kept_where_only_the_mark_changed() -> None:
    known = {A: Validator('"1"', JULY)}
    agreement = Agreement((A,), validators=known, earlier_size_bytes=100)
    ruling = agreement.judge(A, 100, Validator('"2"', JULY))
    assert (ruling.start_over, ruling.rejected, set(agreement.unmarked)) == (False, (), {A})
    agreement = Agreement((A,), validators=known, earlier_size_bytes=100)
    assert agreement.judge(A, 100, Validator('"2"', AUGUST)).start_over
    agreement = Agreement((A,), validators={A: Validator('"1"')}, earlier_size_bytes=100)
    rulings = [agreement.judge(A, 100, Validator('"2"')) for _ in range(6)]
    assert [ruling.start_over for ruling in rulings] == [False] * 5 + [True]
