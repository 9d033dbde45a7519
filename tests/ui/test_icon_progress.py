"""Progress at the program's icon: which part is told, how often, and what follows when the system refuses."""

import logging
import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.values import running

from headwater_ui.shell.icon_progress import SteppedProgress, icon_progress_for, progress_of


def test_progress_counts_what_has_a_size() -> None:
    assert progress_of([]) is None
    half, unknown = running(0, received_bytes=500_000, size_bytes=1_000_000), running(1, size_bytes=None)
    assert progress_of([half, unknown]) == 0.5
    assert progress_of([unknown]) is None


def test_each_per_cent_is_told_once() -> None:
    told: list[int | None] = []
    progress = SteppedProgress(told.append)
    for part in (None, 0.0, 0.004, 0.25, 0.2599, 0.999, 1.0, None, None, 0.25):
        progress.show_progress(part)
    assert told == [0, 25, 99, 100, None, 25], "nothing is taken away that was not shown, and 100 means all of it"


def test_a_system_that_refuses_is_asked_once(caplog: pytest.LogCaptureFixture) -> None:
    asked: list[int | None] = []

    def refuse(percent: int | None) -> None:
        asked.append(percent)
        raise OSError("no task bar")

    progress = SteppedProgress(refuse)
    with caplog.at_level(logging.WARNING):
        for part in (0.1, 0.2, None):
            progress.show_progress(part)
    assert asked == [10]
    assert [record.getMessage() for record in caplog.records] == [
        "The system shows no progress at the icon: no task bar"
    ]
    assert "refused" in repr(progress)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they have a way of their own")
def test_others_speak_over_the_session_bus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert icon_progress_for(window) is None
