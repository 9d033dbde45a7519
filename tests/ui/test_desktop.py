"""Desktop manners: the tray's words and actions, notifications, and staying awake while downloads run."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget
from tests.ui.desk import Desk
from tests.ui.values import job, running

from headwater.model.commands import PauseJobs, ResumeJobs
from headwater.model.job import JobState
from headwater.model.snapshots import JobChanged
from headwater_ui.dialogs.add_dialog import AddDialog
from headwater_ui.shell.desktop_notices import notice_words
from headwater_ui.shell.staying_awake import StayingAwake
from headwater_ui.shell.tray import Tray, speed_words
from headwater_ui.shell.window_choices import WindowChoices


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
    tray = Tray(window, window.actions_by_name, is_available=lambda: True)
    tray.follow(shown=True, notifies=True)
    icon = tray._icon
    tray.show_speed([running(0)])
    assert icon.toolTip() == speed_words([running(0)])
    menu = icon.contextMenu()
    assert isinstance(menu, QMenu)
    entries = {action.objectName(): action for action in menu.actions()}
    entries["tray_pause_all"].trigger()
    desk.settle()
    assert [type(told) for told in desk.control.told] == [PauseJobs]
    assert all(isinstance(action, QAction) and (action.text() or action.isSeparator()) for action in menu.actions())
    assert entries["traySpeed"].text() == speed_words([running(0)]), "there are desktops that show no tips"
    slow = window.actions_by_name["slow_mode"]
    slow.setChecked(True)
    window.actions_by_name["pause_all"].setEnabled(False)
    assert entries["tray_slow_mode"].isChecked()
    assert not entries["tray_pause_all"].isEnabled()
    assert all(action.icon().isNull() for action in menu.actions()), "the desktop's menu may be dark"
    tray.follow(shown=False, notifies=False)
    assert not icon.isVisible()


def test_a_tray_that_comes_later_has_the_icon_too(desk: Desk) -> None:
    has_tray = False
    tray = Tray(desk.window, desk.window.actions_by_name, is_available=lambda: has_tray)
    tray.follow(shown=True, notifies=True)
    tray.show_speed([running(0)])
    assert (tray.is_shown, tray._icon.toolTip()) == (False, "")
    has_tray = True
    tray.show_speed([running(0)])
    assert (tray.is_shown, tray._icon.toolTip()) == (True, speed_words([running(0)]))


def test_the_tray_brings_the_window_before_it_asks(desk: Desk) -> None:
    tray = Tray(desk.window, desk.window.actions_by_name, is_available=lambda: True)
    desk.window.showMinimized()
    entry = next(one for one in tray._icon.contextMenu().actions() if one.objectName() == "tray_add")
    entry.trigger()
    desk.settle()
    assert not desk.window.isMinimized(), "the dialog would be out of sight with it"
    dialog = desk.window.findChild(AddDialog, "addDialog")
    assert dialog is not None
    dialog.reject()


def test_all_can_be_paused_or_resumed_where_there_is_something_to(desk: Desk) -> None:
    pause, resume = (desk.window.actions_by_name[name] for name in ("pause_all", "resume_all"))
    assert (pause.isEnabled(), resume.isEnabled()) == (True, True)
    for number in range(4):
        desk.window.jobs.apply((JobChanged(job(number, state=JobState.DONE)),))
    desk.window.feed.tell_status()
    assert (pause.isEnabled(), resume.isEnabled()) == (False, False)


def test_a_notification_acts_on_its_job_whatever_is_selected(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    window = desk.window
    window.jobs.apply((JobChanged(replace(job(3, state=JobState.DONE), path=Path("/home/ada/Downloads/x"))),))
    jobs = list(window.jobs.jobs())
    window.table.select_job(jobs[0].job_id)  # it runs: there is nothing of it to open
    desk.settle()
    window.presence.job_wanted.emit("open", jobs[3].job_id)
    window.presence.job_wanted.emit("open_folder", jobs[3].job_id)
    window.presence.job_wanted.emit("resume", jobs[2].job_id)
    desk.settle()
    assert opened == [str(jobs[3].path), str(jobs[3].folder)]
    assert desk.control.told == [ResumeJobs((jobs[2].job_id,))]
    assert window.table.current_job() == jobs[0], "whoever worked in the list is not disturbed"
    window.page.groups.choose("Running")
    window.page.groups.search.setText("nothing is called so")
    window.presence.job_wanted.emit("show", jobs[3].job_id)
    desk.settle()
    assert window.table.current_job() == jobs[3], "what hid it is given up"
    assert not window.table.filter.is_narrowed


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
    window.adding.open_dialog()
    QApplication.processEvents()
    assert not window.isActiveWindow()
    tray.hear([done], window.jobs)
    assert alerts == [], "whoever works in its dialog looks at it"
    dialog = window.findChild(AddDialog, "addDialog")
    assert dialog is not None
    dialog.reject()
    desk.settle()
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    tray.hear([done, JobChanged(running(1))], window.jobs)
    assert alerts == [window]
    window.jobs.apply((done,))
    tray.hear([done], window.jobs)
    assert alerts == [window], "it was over before"
    tray.follow(shown=True, notifies=False)
    tray.hear([JobChanged(job(1, state=JobState.FAILED))], window.jobs)
    assert alerts == [window]


def test_a_closed_window_goes_on_in_the_tray_until_one_quits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    window, said, ended = desk.window, list[str](), list[bool]()
    monkeypatch.setattr(window.presence, "announce", said.append)
    window.closing.connect(lambda: ended.append(True))
    tray = window.presence.tray = Tray(window, window.actions_by_name, is_available=lambda: True)
    window.presence.follow(WindowChoices())
    for _ in range(2):
        window.close()
        assert not window.isVisible()
        tray._activated(QSystemTrayIcon.ActivationReason.Trigger)
        assert window.isVisible()
    assert len(said) == 1, "it is said once"
    assert ended == []
    window.hide()
    window.actions_by_name["quit"].trigger()
    assert ended == [True]
    for choices in (WindowChoices(close_to_tray=False), WindowChoices(tray=False)):
        window.show()
        window.presence.follow(choices)
        window.close()
    assert ended == [True, True, True]


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
