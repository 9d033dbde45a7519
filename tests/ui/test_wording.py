"""Numbers in words, at the edges where units change."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.values import job, running

from headwater.model.errors import UserError
from headwater.model.job import JobState
from headwater.model.wording import in_turn, joined, say
from headwater_ui.models.job_words import JobColumn, second_line, tool_tip
from headwater_ui.widgets.details import DetailsPane, advice
from headwater_ui.wording import (
    duration_words,
    error_sentence,
    job_line,
    job_sentence,
    latency_words,
    percent_words,
    progress_words,
    rate_words,
    size_words,
)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (None, "–"),
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.00 kB"),
        (9_994, "9.99 kB"),
        (99_949, "99.9 kB"),
        (999_499, "999 kB"),
        (999_500, "1.00 MB"),
        (4_294_967_296, "4.29 GB"),
        (5 * 10**18, "5000 PB"),
    ],
)
def test_sizes(size: int | None, words: str) -> None:
    assert size_words(size) == words


@pytest.mark.parametrize(
    ("duration_s", "words"),
    [
        (None, "–"),
        (0.2, "1 s"),
        (59.0, "59 s"),
        (59.5, "1 min 00 s"),
        (3599, "59 min 59 s"),
        (3600, "1 h 00 min"),
        (90_000, "1 d 1 h"),
    ],
)
def test_durations(duration_s: float | None, words: str) -> None:
    assert duration_words(duration_s) == words


def test_hundred_percent_means_all_of_it() -> None:
    assert percent_words(0.9999) == "99 %"
    assert percent_words(1.0) == "100 %"
    assert percent_words(None) == "–"


def test_nothing_is_a_dash_and_not_a_zero() -> None:
    assert rate_words(0) == rate_words(None) == "–"
    assert latency_words(None) == "–"
    assert latency_words(0.0444) == "44 ms"
    assert latency_words(1.26) == "1.3 s"


def test_second_line_tells_the_error_first() -> None:
    assert job_line(running(0)) == "From 2 sources over 5 channels"
    assert job_line(running(0, sources_active=1, channels_active=1)) == "From 1 source over 1 channel"
    assert job_line(running(0, error="The disk is full")) == "The disk is full. Headwater goes on by itself."
    lost = job(0, state=JobState.FAILED, error="all sources failed: 404 Not Found")
    assert job_line(lost).startswith("All sources failed: 404 Not Found. Resume tries again; ")
    assert job_line(job(0, state=JobState.DONE, verdict="SHA-256 is right")) == "SHA-256 is right"


def test_why_it_failed_stands_first_where_there_is_little_room() -> None:
    """The state says that it failed; the scheduler's verdict as a whole is in the tip."""
    gone, silent = say("The server does not have the file."), say("b.example does not answer.")
    verdict = say("No source works any more: {reasons}.", reasons=joined([gone, silent], "; "))
    lost = job(0, state=JobState.FAILED, error=verdict)
    assert second_line(lost).startswith("The server does not have the file; b.example does not answer. Resume")
    assert tool_tip(lost, JobColumn.NAME).startswith("No source works any more: The server does not have the file;")
    expired = replace(lost, error=in_turn(verdict, say("A fresh link lets the download go on with what it has.")))
    assert second_line(expired).startswith("The server does not have the file; b.example does not answer. Resume")
    for other in (
        replace(lost, state=JobState.PAUSED),
        replace(lost, error=gone),
        running(0),
        replace(lost, error="x"),
    ):
        assert second_line(other) == job_line(other)


def test_progress_of_an_unknown_size_says_what_has_come() -> None:
    assert progress_words(running(0, size_bytes=None)) == "420 kB so far"


@pytest.mark.usefixtures("theme")
def test_a_file_of_many_gigabytes_has_words_everywhere() -> None:
    """Qt counts in 32 bits; a file's bytes do not fit in there."""
    whole = 7_500_000_000
    failed = job(1, state=JobState.FAILED, error="404 Not Found", received_bytes=whole - 1, size_bytes=whole)
    assert advice(failed).endswith("7.50 GB that arrived are kept.")
    pane = DetailsPane()
    pane.show_job(failed)
    pane.show_job(running(0, received_bytes=whole - 1, size_bytes=whole))
    assert "7.50 GB" in job_sentence(failed)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("the server says 404 Not Found", "The server says 404 Not Found."),
        ("https://a.example/ is no web page", "https://a.example/ is no web page."),
        ("x.part belongs to another file.", "x.part belongs to another file."),
        ("Asking…", "Asking…"),
    ],
)
def test_an_error_is_a_sentence_and_a_name_stays_as_it_is(said: str, shown: str) -> None:
    assert error_sentence(UserError(said)) == shown


def test_the_details_say_how_it_stands_in_whole_sentences(qtbot: QtBot) -> None:
    pane = DetailsPane()
    qtbot.addWidget(pane)

    def state() -> str:
        return pane._values["State"].text()

    pane.show_job(running(0))
    assert state() == "Running. From 2 sources over 5 channels."
    assert pane._values["Speed"].text().endswith(" left")
    pane.show_job(running(0, eta_s=None, rate_bytes_per_s=2e6))
    assert pane._values["Speed"].text() == "2.00 MB/s"
    pane.show_job(running(0, eta_s=None, rate_bytes_per_s=0.0))
    assert pane._values["Speed"].isHidden()
    verdict = "No trusted hash was known; 64 of 99 blocks compared, none differed."
    pane.show_job(job(0, state=JobState.DONE, verdict=verdict))
    assert state() == "Done"
    assert pane._values["Check"].text() == verdict
    pane.show_job(job(0, state=JobState.PAUSED))
    assert state() == "Paused; what has arrived is kept."
