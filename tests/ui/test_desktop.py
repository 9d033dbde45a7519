"""Desktop manners: the tray's words and actions, notifications, and staying awake while downloads run."""

import asyncio

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from tests.ui.desk import Desk
from tests.ui.values import job, running

from headwater.model.commands import PauseJobs
from headwater.model.job import JobState
from headwater.model.snapshots import JobChanged
from headwater_ui.shell.staying_awake import StayingAwake
from headwater_ui.shell.tray import Tray, notice_words, speed_words


class NotedInhibitor:
    def __init__(self, *, agrees: bool = True) -> None:
        self.agrees = agrees
        self.asked: list[str] = []

    def hold(self) -> bool:
        self.asked.append("hold")
        return self.agrees

    def let_go(self) -> None:
        self.asked.append("let go")


def test_words_of_the_tray() -> None:
    assert speed_words([]) == "Headwater: nothing runs"
    assert speed_words([running(0), running(1)]) == "Headwater: 2 downloads, 5.00 MB/s, 1 min 01 s left"
    done, failed = job(1, state=JobState.DONE), job(2, state=JobState.FAILED, error="404 Not Found")
    assert notice_words([done]) == ("Download done", "file-00001.iso, 1.00 MB")
    assert notice_words([failed]) == ("Download failed", "file-00002.iso: 404 Not Found")
    assert notice_words([done, failed]) == ("Downloads ended", "1 download done, 1 failed")


def test_the_tray_shows_acts_and_goes_away(desk: Desk) -> None:
    window = desk.window
    tray = Tray(window, window.actions_by_name, is_available=True)
    tray.follow(shown=True, notifies=True)
    icon = tray._icon
    assert icon is not None
    tray.show_speed([running(0)])
    assert icon.toolTip() == speed_words([running(0)])
    menu = icon.contextMenu()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.objectName() == "action_pause_all").trigger()
    desk.settle()
    assert [type(told) for told in desk.control.told] == [PauseJobs]
    assert all(isinstance(action, QAction) and (action.text() or action.isSeparator()) for action in menu.actions())
    tray.follow(shown=False, notifies=False)
    assert not icon.isVisible()


def test_the_end_of_a_job_is_told_once_and_only_when_nobody_looks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    alerts: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", alerts.append)
    window, tray = desk.window, desk.window.presence.tray
    assert tray is not None
    done = JobChanged(job(0, state=JobState.DONE))
    window.activateWindow()
    QApplication.processEvents()
    assert window.isActiveWindow()
    tray.hear([done], window.jobs)
    assert alerts == []
    monkeypatch.setattr(type(window), "isActiveWindow", lambda _self: False)
    tray.hear([done, JobChanged(running(1))], window.jobs)
    assert alerts == [window]
    window.jobs.apply((done,))
    tray.hear([done], window.jobs)
    assert alerts == [window], "it was over before"
    tray.follow(shown=True, notifies=False)
    tray.hear([JobChanged(job(1, state=JobState.FAILED))], window.jobs)
    assert alerts == [window]


def test_awake_while_downloads_run_and_only_then(qt_loop: asyncio.AbstractEventLoop) -> None:
    inhibitor = NotedInhibitor()

    async def story() -> None:
        awake = StayingAwake(qt_loop.create_task, inhibitor)
        awake.want(False)
        assert repr(awake) == "<StayingAwake wanted=False holds=False>"
        awake.want(True)
        awake.want(True)
        assert awake._task is not None
        await awake._task
        assert awake.holds
        awake.want(False)
        awake.want(True)
        await awake.close()
        awake.want(True)
        assert repr(awake) == "<StayingAwake wanted=False holds=False>", "jobs that still run wish for nothing"

    qt_loop.run_until_complete(story())
    assert inhibitor.asked[0] == "hold"
    assert inhibitor.asked[-1] == "let go"
    assert inhibitor.asked.count("hold") == inhibitor.asked.count("let go")


def test_a_system_that_refuses_is_noted_once(
    qt_loop: asyncio.AbstractEventLoop, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        awake = StayingAwake(qt_loop.create_task, NotedInhibitor(agrees=False))
        for on in (True, False, True):
            awake.want(on)
            assert awake._task is not None
            await awake._task
        await awake.close()

    qt_loop.run_until_complete(story())
    assert [record.message for record in caplog.records if "awake" in record.name] == [
        "The system does not let Headwater keep it awake; it may sleep over a download"
    ]
