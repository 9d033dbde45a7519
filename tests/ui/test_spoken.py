"""What a screen reader says by itself: news of the list, and what the keyboard finds along a chart's curves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent, QColor, QPen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS
from tests.ui.desk import Desk
from tests.ui.values import job, running

from headwater.model.job import JobState
from headwater.model.snapshots import JobChanged
from headwater_ui.widgets import spoken
from headwater_ui.widgets.chart import Chart
from headwater_ui.widgets.chart_frame import ChartFrame
from headwater_ui.widgets.curve import Curve
from headwater_ui.widgets.plot_strip import ChartContent, ChartLine
from headwater_ui.wording import job_sentence, rate_words


class Listener:
    """A screen reader that is there: it notes what it is to say."""

    said: list[str]

    @staticmethod
    def isActive() -> bool:  # noqa: N802  # Qt's name
        return True

    @classmethod
    def updateAccessibility(cls, event: QAccessibleAnnouncementEvent) -> None:  # noqa: N802  # Qt's name
        cls.said.append(event.message())


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    Listener.said = []
    monkeypatch.setattr(spoken, "QAccessible", Listener)
    return Listener.said


def test_the_window_says_what_becomes_of_downloads(desk: Desk, said: list[str], qtbot: QtBot) -> None:
    window = desk.window
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=PATIENCE_MS)
    window.table.select_job(job(0).job_id)
    desk.settle()
    said.clear()
    desk.bridge.batch.emit((JobChanged(running(0, state=JobState.PAUSED)), JobChanged(running(1))))
    assert said == [f"{job(0).name}: Paused"], "of the others one hears when they are over"
    desk.bridge.batch.emit((JobChanged(running(0, state=JobState.PAUSED)),))
    desk.bridge.batch.emit((JobChanged(running(0, state=JobState.FINISHING)),))
    assert len(said) == 1, "once, and nothing of what is over in a moment"
    desk.bridge.batch.emit((JobChanged(job(1, state=JobState.DONE)),))
    assert said[1].startswith(f"Download done: {job(1).name}, ")


def test_the_status_line_is_said_and_forgotten_with_its_words(desk: Desk, said: list[str]) -> None:
    desk.window.status.notify("Copied the links.")
    assert said == ["Copied the links."]


def test_groups_are_called_with_their_counts(desk: Desk) -> None:
    button = desk.window.findChild(QToolButton, "groupPaused")
    assert isinstance(button, QToolButton)
    assert button.accessibleName() in ("", button.text())
    assert button.text() == "Paused  1"


def test_what_is_not_known_is_not_said() -> None:
    begun = job_sentence(running(0, eta_s=None, rate_bytes_per_s=0.0))
    assert "–" not in begun
    assert job_sentence(running(0, eta_s=None, rate_bytes_per_s=2e6)).endswith(rate_words(2e6))


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    """A minute of one curve that grows by one a second."""
    curve = Curve()
    for second in range(61):
        curve.append(float(second), float(second))
    chart = Chart("{:.0f} B".format, str)
    qtbot.addWidget(chart)
    chart.resize(600, 200)
    chart.setAccessibleName("Growth")
    line = ChartLine("one.example", QPen(QColor("black")), curve)
    chart.show_frame(ChartFrame(60.0, "look", lambda _since: ChartContent(lines=[line]), left_top=60.0))
    with qtbot.waitExposed(chart):
        chart.show()
    chart.setFocus()
    return chart


@pytest.fixture
def press(chart: Chart) -> Callable[[Qt.Key], str]:
    def press_key(key: Qt.Key) -> str:
        QTest.keyClick(chart, key)
        return chart.accessibleDescription()

    return press_key


def test_the_keyboard_leads_along_the_curves(chart: Chart, press: Callable[[Qt.Key], str], said: list[str]) -> None:
    assert press(Qt.Key.Key_Left) == "now: one.example 60 B"
    assert press(Qt.Key.Key_Left) == "−1 s: one.example 59 B"
    assert press(Qt.Key.Key_Right) == "now: one.example 60 B"
    assert press(Qt.Key.Key_Right) == "now: one.example 60 B"
    assert press(Qt.Key.Key_Home) == "−60 s: one.example 0 B"
    assert said[-1] == "−60 s: one.example 0 B"
    assert len(said) == 5


def test_a_chart_shows_what_the_keyboard_points_at(chart: Chart, press: Callable[[Qt.Key], str]) -> None:
    chart.repaint()
    plain = chart.grab().toImage()
    press(Qt.Key.Key_Home)
    assert chart.grab().toImage() != plain
    press(Qt.Key.Key_Escape)
    assert chart.grab().toImage() == plain


def test_a_click_into_a_chart_leaves_the_keyboard_to_the_list(desk: Desk) -> None:
    window = desk.window
    window.table.setFocus()
    QTest.mouseClick(window.panes.graph.chart, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is window.table
