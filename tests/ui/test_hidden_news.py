"""What was added while the list is narrowed: it is said, and one press shows it."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS
from tests.ui.desk import Desk
from tests.ui.values import job, running

from headwater.model.job import JobState
from headwater.model.snapshots import JobAdded, JobChanged, JobRemoved

NEW = job(9, position=4)


@pytest.fixture
def button(desk: Desk) -> QToolButton:
    found = desk.window.findChild(QToolButton, "reveal")
    assert isinstance(found, QToolButton)
    return found


def add(desk: Desk) -> None:
    """As the add dialog does: the engine gave it a number, the feed brings its row."""
    desk.window.adding.select_soon(NEW.job_id)
    desk.control.feed.tell(JobAdded(NEW))


def test_what_the_group_hides_is_shown_at_a_press(desk: Desk, button: QToolButton, qtbot: QtBot) -> None:
    window = desk.window
    window.page.groups.choose("Done")
    window.page.groups.search.setText("file")
    add(desk)
    assert window.table.filter.row_of(NEW.job_id) is None
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE_MS)
    assert "not shown" in window.status.notice
    button.click()
    desk.settle()
    current = window.table.current_job()
    assert current is not None
    assert current.job_id == NEW.job_id
    assert window.page.groups.search.text() == ""
    assert window.table.filter.rowCount() == 5
    assert not button.isVisible()
    assert window.status.notice == ""


def test_the_search_hides_it_until_the_person_ends_it(desk: Desk, button: QToolButton, qtbot: QtBot) -> None:
    desk.window.page.groups.search.setText("nothing like it")
    add(desk)
    qtbot.waitUntil(button.isVisible, timeout=PATIENCE_MS)
    desk.window.page.groups.search.clear()
    assert not button.isVisible()


@pytest.mark.parametrize("then", [JobChanged(running(9, position=4)), JobRemoved(NEW.job_id)])
def test_nothing_is_said_of_what_is_hidden_for_a_moment(desk: Desk, button: QToolButton, then: JobChanged) -> None:
    """It waits before it runs; or somebody else took it away."""
    desk.window.page.groups.choose("Running")
    add(desk)
    news = desk.window.news
    assert news._soon.isActive()
    desk.control.feed.tell(then)
    assert not news._soon.isActive()
    assert not button.isVisible()


def test_nothing_is_said_of_what_can_be_seen(desk: Desk, button: QToolButton) -> None:
    desk.window.page.groups.choose("Waiting")
    add(desk)
    assert desk.window.table.current_job() == NEW
    assert NEW.state is JobState.WAITING
    assert not desk.window.news._soon.isActive()
    assert not button.isVisible()
