"""Queues, categories, priorities, statistics and the end in the window; and once with the real engine behind it."""

import asyncio
import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QMessageBox, QPushButton, QTableWidget, QToolButton
from pytestqt.qtbot import QtBot
from tests.fakes.waiting import PATIENCE_MS, until
from tests.ui.desk import Desk
from tests.ui.values import job, running

from headwater.control.api import OpenHours, QueueSpec
from headwater.control.window_api import WindowApi
from headwater.model.arrangement import AfterJob, AfterKind, Category, EndAction, Priority
from headwater.model.commands import AddJob, SetAfterJob, SetCategory, SetPriority, SetQueue, StopEndAction
from headwater.model.errors import LocalError, UserError
from headwater.model.job import JobOptions, JobSpec, JobState
from headwater.model.snapshots import DayTraffic, EndActionOver, EndActionPlanned, JobChanged
from headwater.model.source import SourceSpec
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.arrangement_rows import hours_words, read_category, read_hours, read_queue, renamed
from headwater_ui.dialogs.categories_dialog import CategoriesDialog
from headwater_ui.dialogs.countdown_dialog import CountdownDialog
from headwater_ui.dialogs.queues_dialog import QueuesDialog
from headwater_ui.dialogs.statistics_dialog import StatisticsDialog, export_traffic
from headwater_ui.models.job_words import JobColumn
from headwater_ui.shell.main_window import MainWindow
from headwater_ui.shell.view_state import ViewState
from headwater_ui.theme import Theme
from headwater_ui.widgets.traffic_chart import TrafficChart
from headwater_ui.widgets.wrapped_text import WrappedText

TODAY = date(2026, 11, 23)
_Found = TypeVar("_Found", bound=QObject)


def child(desk: Desk, kind: type[_Found], name: str = "") -> _Found:
    """A part of the window, by kind and name."""
    found = desk.window.findChild(kind, name) if name else desk.window.findChild(kind)
    assert isinstance(found, kind)
    return found


def entries(menu: QMenu) -> dict[str, QAction]:
    """What a menu offers when it opens."""
    menu.aboutToShow.emit()
    return {action.text().replace("&", ""): action for action in menu.actions() if action.text()}


def menu_of(window: MainWindow, name: str) -> QMenu:
    """A menu of the selected jobs."""
    found = window.findChild(QMenu, f"{name}Menu")
    assert isinstance(found, QMenu)
    return found


# ---- rows --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", ()),
        ("22:00-07:00", (OpenHours(22 * 60, 7 * 60),)),
        ("Mon-Fri 8:00 - 17:30", (OpenHours(8 * 60, 17 * 60 + 30, (0, 1, 2, 3, 4)),)),
        ("Sat, Sun 00:00–24:00; 1:00-2:00", (OpenHours(0, 24 * 60, (5, 6)), OpenHours(60, 120))),
    ],
)
def test_hours_as_people_write_them(text: str, hours: tuple[OpenHours, ...]) -> None:
    assert read_hours(text) == hours
    assert read_hours(hours_words(hours)) == hours


@pytest.mark.parametrize("text", ["at night", "22:00", "22:00-25:00", "Mun 1:00-2:00"])
def test_hours_that_are_none_are_said(text: str) -> None:
    with pytest.raises(UserError):
        read_hours(text)


def test_rows_of_queues_and_categories(tmp_path: Path) -> None:
    assert read_queue(("Night", "2", "22:00-07:00", "yes")) == QueueSpec("Night", 2, (OpenHours(1320, 420),), True)
    with pytest.raises(UserError, match="1 to 64"):
        read_queue(("Night", "many", "", ""))
    found = read_category(("Discs", "iso, .IMG", "*.Example.org", str(tmp_path)))
    assert found == Category("Discs", tmp_path, (".iso", ".img"), ("*.example.org",))


def test_what_was_renamed() -> None:
    assert renamed(["a", "b"], ["a", "c"], [0, 1]) == {"b": "c"}
    assert renamed(["a"], ["a", "b"], [0, None]) == {}
    assert renamed(["a"], ["c", "b"], [0, None]) == {"a": "c"}, "a new row beside it"
    assert renamed(["a", "b"], ["c"], [1]) == {"a": None, "b": "c"}
    assert renamed(["a", "b"], ["b", "a"], [0, 1]) == {"a": "b", "b": "a"}
    assert renamed(["a", "b"], ["b", "a"], [1, None]) == {}, "made anew"


# ---- the list ----------------------------------------------------------------------------------------------------


def test_columns_tell_and_sort(desk: Desk) -> None:
    changes = (
        job(1, priority=Priority.HIGH, category="Discs", queue="Night"),
        job(2, priority=Priority.LOW, state=JobState.PAUSED),
    )
    desk.control.feed.tell(*map(JobChanged, changes))
    desk.settle()
    table = desk.window.table
    words = [str(desk.window.jobs.index(1, column).data()) for column in (10, 11, 12)]
    assert words == ["High", "Discs", "Night"]
    assert desk.window.jobs.index(0, JobColumn.QUEUE).data() == "Main queue"
    table.sortByColumn(JobColumn.PRIORITY, Qt.SortOrder.AscendingOrder)
    assert [table.filter.index(row, JobColumn.PRIORITY).data() for row in range(4)] == [
        "High",
        "Normal",
        "Normal",
        "Low",
    ]


def test_a_closed_queue_is_said_in_the_row(desk: Desk) -> None:
    desk.control.feed.tell(JobChanged(job(1, queue="Night", is_queue_open=False)))
    desk.settle()
    from headwater_ui.wording import job_line

    assert job_line(desk.window.jobs.job_at(1)) == "Waits until its queue opens: Night"
    assert job_line(job(1, queue="Night")) == "Waits for its turn in Night"
    done = job(1, state=JobState.DONE, verdict="SHA-256: right.", aftermath="The scan found nothing.")
    assert job_line(done) == "The scan found nothing. SHA-256: right."
    failed = replace(done, aftermath="“false” ended with status 1")
    assert job_line(failed) == "“false” ended with status 1. SHA-256: right."


def test_the_list_is_narrowed_to_a_queue_and_a_category(desk: Desk) -> None:
    queue, category = child(desk, QToolButton, "filterQueue"), child(desk, QToolButton, "filterCategory")
    assert not queue.isVisible()
    assert not category.isVisible()
    discs = Category("Discs", None, (".iso",))
    desk.bridge.change_settings(replace(desk.bridge.settings, queues=(QueueSpec("Night"),), categories=(discs,)))
    desk.control.feed.tell(JobChanged(job(1, queue="Night", category="Discs")), JobChanged(job(2, queue="Night")))
    desk.settle()
    assert queue.isVisible()
    entries(queue.menu())["Night"].trigger()
    assert desk.window.table.filter.rowCount() == 2
    assert queue.text() == "Queue: Night"
    entries(category.menu())["Discs"].trigger()
    assert desk.window.table.filter.rowCount() == 1
    entries(category.menu())["Without a category"].trigger()
    entries(queue.menu())["Main queue"].trigger()
    assert desk.window.table.filter.rowCount() == 2
    desk.bridge.change_settings(replace(desk.bridge.settings, queues=(), categories=()))
    desk.settle()
    assert desk.window.table.filter.rowCount() == 4, "what is gone narrows nothing"


def test_menus_command_the_selected_jobs(desk: Desk) -> None:
    discs = Category("Discs & more")
    desk.bridge.change_settings(replace(desk.bridge.settings, queues=(QueueSpec("Night"),), categories=(discs,)))
    desk.settle()
    ids = (job(0).job_id,)
    shown = entries(child(desk, QMenu, "priorityMenu"))
    assert [text for text, action in shown.items() if action.isChecked()] == ["Normal"]
    shown["High"].trigger()
    entries(child(desk, QMenu, "queueMenu"))["Night"].trigger()
    entries(child(desk, QMenu, "categoryMenu"))["Discs  more"].trigger()
    entries(child(desk, QMenu, "categoryMenu"))["None"].trigger()
    entries(child(desk, QMenu, "afterMenu"))["Open it"].trigger()
    desk.settle()
    assert desk.control.told == [
        SetPriority(ids, Priority.HIGH),
        SetQueue(ids, "Night"),
        SetCategory(ids, "Discs & more"),
        SetCategory(ids, None),
        SetAfterJob(ids, AfterJob(AfterKind.OPEN)),
    ]


def test_what_is_done_with_every_file_is_chosen(desk: Desk) -> None:
    menu = desk.window.arrangement.after_each.menu
    shown = entries(menu)
    assert shown["Do nothing"].isChecked()
    shown["Run a command…"].trigger()
    child(desk, QLineEdit, "commandLine").setText("unpack {path}")
    child(desk, QDialog, "commandDialog").accept()
    desk.settle()
    assert desk.control.settings.after_each == AfterJob(AfterKind.COMMAND, "unpack {path}")
    entries(menu)["Run a command…"].trigger()
    assert child(desk, QLineEdit, "commandLine").text() == "unpack {path}"
    child(desk, QDialog, "commandDialog").reject()
    entries(menu)["Do nothing"].trigger()
    desk.settle()
    assert desk.control.settings.after_each is None


def test_details_tell_where_it_waits_and_what_followed(desk: Desk) -> None:
    changed = job(1, queue="Night", priority=Priority.HIGH, category="Discs")
    desk.control.feed.tell(JobChanged(changed))
    desk.window.panes.details.show_job(changed)
    assert child(desk, QLabel, "detailsWaitsin").text() == "Night, priority high"
    assert child(desk, QLabel, "detailsCategory").text() == "Discs"
    desk.window.panes.details.show_job(job(1, state=JobState.DONE, aftermath="Ran keep."))
    assert child(desk, QLabel, "detailsAfterwards").text() == "Ran keep."


def test_details_tell_what_a_file_is_judged_by(desk: Desk) -> None:
    desk.window.panes.details.show_job(job(1))
    assert "No hash is known" in child(desk, WrappedText, "detailsTrusts").text()
    desk.window.panes.details.show_job(job(1, trust=("SHA-256 from you: given by you.", "MD5 from a list.")))
    assert child(desk, WrappedText, "detailsTrusts").text() == "SHA-256 from you: given by you.\nMD5 from a list."


def test_a_command_for_afterwards_is_asked_for(desk: Desk) -> None:
    entries(child(desk, QMenu, "afterMenu"))["Scan it with a command…"].trigger()
    dialog = child(desk, QDialog, "commandDialog")
    line = child(desk, QLineEdit, "commandLine")
    dialog.accept()
    assert dialog.isVisible(), "an empty command is none"
    line.setText("clamscan --no-summary")
    dialog.accept()
    desk.settle()
    after = AfterJob(AfterKind.SCAN, "clamscan --no-summary")
    assert desk.control.told == [SetAfterJob((job(0).job_id,), after)]


# ---- queues and categories ---------------------------------------------------------------------------------------


def test_queues_are_made_and_what_cannot_be_used_is_said(desk: Desk) -> None:
    desk.window.actions_by_name["queues"].trigger()
    dialog = child(desk, QueuesDialog)
    table = child(desk, QTableWidget, "queuesTable")
    child(desk, QPushButton, "queuesAdd").click()
    item = table.item(0, 1)
    assert item is not None
    item.setText("0")
    dialog.accept()
    assert dialog.isVisible()
    assert "Row 1" in child(desk, QLabel, "queuesProblem").text()
    item.setText("4")
    hours = table.item(0, 2)
    assert hours is not None
    hours.setText("22:00-06:00")
    child(desk, QLineEdit, "mainHours").setText("Sat, Sun 0:00-24:00")
    dialog.accept()
    desk.settle()
    assert desk.control.settings.queues == (QueueSpec("New queue", 4, (OpenHours(1320, 360),)),)
    assert desk.control.settings.main_hours == (OpenHours(0, 1440, (5, 6)),)


def test_a_queue_that_is_renamed_keeps_its_downloads(desk: Desk) -> None:
    desk.bridge.change_settings(replace(desk.bridge.settings, queues=(QueueSpec("Night"),)))
    desk.settle()
    desk.control._jobs = (running(0), job(1, queue="Night"))
    desk.window.arrangement.open_queues()
    name = child(desk, QTableWidget, "queuesTable").item(0, 0)
    assert name is not None
    name.setText("Late")
    child(desk, QueuesDialog).accept()
    desk.settle()
    assert desk.control.told == [SetQueue((job(1).job_id,), "Late")]
    assert [queue.name for queue in desk.control.settings.queues] == ["Late"]


def test_a_queue_renamed_beside_a_new_one_keeps_its_downloads_and_one_removed_gives_them_up(desk: Desk) -> None:
    desk.bridge.change_settings(replace(desk.bridge.settings, queues=(QueueSpec("Night"), QueueSpec("Day"))))
    desk.settle()
    desk.control._jobs = (job(1, queue="Night"), job(2, queue="Day"))
    desk.window.actions_by_name["queues"].trigger()
    dialog = child(desk, QueuesDialog)
    table = child(desk, QTableWidget, "queuesTable")
    name = table.item(0, 0)
    assert name is not None
    name.setText("Late")
    table.selectRow(1)
    child(desk, QPushButton, "queuesRemove").click()
    for _ in range(2):
        child(desk, QPushButton, "queuesAdd").click()
    second = table.item(2, 0)
    assert second is not None
    second.setText("Weekend")
    dialog.accept()
    desk.settle()
    assert desk.control.told == [SetQueue((job(1).job_id,), "Late"), SetQueue((job(2).job_id,), "")]
    assert [queue.name for queue in desk.control.settings.queues] == ["Late", "New queue", "Weekend"]


def test_downloads_of_a_category_that_is_gone_have_none(desk: Desk) -> None:
    categories = (Category("Films", None, (".mkv",)), Category("Music", None, (".mp3",)))
    desk.bridge.change_settings(replace(desk.bridge.settings, categories=categories))
    desk.settle()
    desk.control._jobs = (job(1, category="Films"), job(2, category="Music"))
    desk.window.actions_by_name["categories"].trigger()
    table = child(desk, QTableWidget, "categoriesTable")
    table.selectRow(0)
    child(desk, QPushButton, "categoriesRemove").click()
    name = table.item(0, 0)
    assert name is not None
    name.setText("Songs")
    child(desk, QPushButton, "categoriesUsual").click()
    child(desk, CategoriesDialog).accept()
    desk.settle()
    assert desk.control.told == [SetCategory((job(1).job_id,), None), SetCategory((job(2).job_id,), "Songs")]


def test_rows_change_places_and_stay_who_they_were(desk: Desk) -> None:
    categories = (Category("Films", None, (".mkv",)), Category("Music", None, (".mp3",)))
    desk.bridge.change_settings(replace(desk.bridge.settings, categories=categories))
    desk.settle()
    desk.control._jobs = (job(1, category="Music"),)
    desk.window.actions_by_name["categories"].trigger()
    dialog = child(desk, CategoriesDialog)
    table = child(desk, QTableWidget, "categoriesTable")
    up, down = (child(desk, QToolButton, f"categories{way}") for way in ("Up", "Down"))
    table.setCurrentCell(1, 0)
    assert (up.isEnabled(), down.isEnabled()) == (True, False)
    up.click()
    assert (table.currentRow(), up.isEnabled(), down.isEnabled()) == (0, False, True)
    dialog.activateWindow()
    table.setFocus()
    desk.settle()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert table.currentRow() == 1
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    name = table.item(0, 0)
    assert name is not None
    name.setText("Songs")
    dialog.accept()
    desk.settle()
    assert [category.name for category in desk.control.settings.categories] == ["Songs", "Films"]
    assert desk.control.told == [SetCategory((job(1).job_id,), "Songs")]


def test_what_is_wrong_in_a_row_is_said_once(desk: Desk) -> None:
    desk.window.actions_by_name["categories"].trigger()
    dialog = child(desk, CategoriesDialog)
    child(desk, QPushButton, "categoriesAdd").click()
    folder = child(desk, QTableWidget, "categoriesTable").item(0, 3)
    assert folder is not None
    folder.setText("not/a/whole/path")
    dialog.accept()
    assert dialog.isVisible()
    said = [label.text() for label in dialog.findChildren(QLabel) if "Row 1." in label.text()]
    assert len(said) == 1
    folder.setText("")
    child(desk, QPushButton, "categoriesAdd").click()
    dialog.accept()
    problem = dialog.findChild(QLabel, "problem")
    assert isinstance(problem, QLabel)
    assert problem.text() == "There are two categories called “New category”"


def test_the_usual_categories_are_one_click_away(desk: Desk) -> None:
    music = Category("Music", Path("/music"), (".mp3",))
    desk.bridge.change_settings(replace(desk.bridge.settings, categories=(music,)))
    desk.settle()
    desk.window.actions_by_name["categories"].trigger()
    child(desk, QPushButton, "categoriesUsual").click()
    child(desk, CategoriesDialog).accept()
    desk.settle()
    names = [category.name for category in desk.control.settings.categories]
    assert names == ["Music", "Videos", "Pictures", "Documents", "Archives", "Discs", "Programs"]
    assert desk.control.settings.categories[0] == music


# ---- statistics --------------------------------------------------------------------------------------------------


def counted() -> tuple[DayTraffic, ...]:
    hosts = ("a.example", "b.example")
    days = [TODAY - timedelta(days=back) for back in (40, 3, 0)]
    return tuple(DayTraffic(day, host, 1_000_000 * (1 + number)) for day in days for number, host in enumerate(hosts))


def test_statistics_by_host_and_day_and_as_a_file(desk: Desk, tmp_path: Path) -> None:
    desk.control.days = counted()
    dialog = StatisticsDialog(desk.bridge, desk.window.status.notify, desk.window, today=lambda: TODAY)
    dialog.open()
    desk.settle()
    hosts, days = child(desk, QTableWidget, "statisticsHosts"), child(desk, QTableWidget, "statisticsDays")
    rows = [[hosts.item(row, column).text() for column in range(3)] for row in range(hosts.rowCount())]  # type: ignore[union-attr]  # all are filled
    assert rows == [["b.example", "4.00 MB", "66 %"], ["a.example", "2.00 MB", "33 %"]]
    assert days.rowCount() == 2
    assert (
        "Today 3.00 MB · in this time 6.00 MB · since the counting began 9.00 MB"
        in child(desk, QLabel, "statisticsWords").text()
    )
    export_traffic(desk.control.days, tmp_path / "counts.csv")
    with (tmp_path / "counts.csv").open(newline="", encoding="utf-8") as file:
        written = list(csv.reader(file))
    assert written[0] == ["day", "host", "received_bytes"]
    assert written[-1] == ["2026-11-23", "b.example", "2000000"]
    with pytest.raises(LocalError, match="cannot be written"):
        export_traffic((), tmp_path / "missing" / "counts.csv")
    child(desk, QPushButton, "statisticsForget").click()
    box = child(desk, QMessageBox, "question")
    next(button for button in box.buttons() if "Forget" in button.text()).click()
    desk.settle()
    assert desk.control.days == ()
    assert hosts.rowCount() == 0
    dialog.reject()


def test_statistics_closed_before_the_counts_are_there(desk: Desk) -> None:
    dialog = StatisticsDialog(desk.bridge, desk.window.status.notify, desk.window, today=lambda: TODAY)
    dialog.open()
    dialog.reject()
    desk.settle()
    assert desk.window.status.notice == ""


def test_bars_stand_on_each_other_in_their_days(qtbot: QtBot) -> None:
    chart = TrafficChart()
    qtbot.addWidget(chart)
    chart.resize(720, 260)
    chart.show()
    chart.show_days(counted(), TODAY, 7)
    plot = chart.chart.plot_rect()
    assert [row[1:] for row in chart.chart.read_out(6.5 * 86_400)] == [
        ("b.example", "2.00 MB"),
        ("a.example", "1.00 MB"),
    ]
    assert chart.chart.read_out(5.5 * 86_400) == []
    image = chart.chart.grab().toImage()
    bottom = plot.bottom() - 3
    filled, empty = (QPointF(plot.left() + plot.width() * (day + 0.5) / 7, bottom).toPoint() for day in (6, 5))
    assert image.pixelColor(filled) != image.pixelColor(empty)
    chart.show_days((), TODAY, 7)
    assert chart.chart.read_out(6.5 * 86_400) == []


# ---- the end -----------------------------------------------------------------------------------------------------


def test_what_follows_at_the_end_is_chosen_and_kept(desk: Desk) -> None:
    menu = desk.window.arrangement.end.menu
    shown = entries(menu)
    assert shown["Do nothing"].isChecked()
    shown["Shut the computer down"].trigger()
    desk.settle()
    assert desk.control.settings.when_all_done.action is EndAction.SHUT_DOWN
    entries(menu)["Every time, not only the next"].trigger()
    desk.settle()
    assert not desk.control.settings.when_all_done.once
    entries(menu)["Run a command…"].trigger()
    child(desk, QLineEdit, "commandLine").setText("sync-files")
    child(desk, QDialog, "commandDialog").accept()
    desk.settle()
    plan = desk.control.settings.when_all_done
    assert (plan.action, plan.command) == (EndAction.COMMAND, "sync-files")


def test_the_countdown_can_be_stopped(desk: Desk) -> None:
    desk.control.feed.tell(EndActionPlanned(EndAction.SLEEP, 60.0))
    assert "go to sleep" in child(desk, CountdownDialog).findChildren(QLabel)[0].text()
    child(desk, QPushButton, "countdownStop").click()
    desk.settle()
    assert desk.control.told == [StopEndAction()]
    desk.control.feed.tell(EndActionOver(EndAction.SLEEP, False, "Stopped; nothing was done."))
    desk.settle()
    assert desk.window.status.notice == "Stopped; nothing was done."


def test_the_countdown_goes_when_a_download_begins(desk: Desk) -> None:
    desk.control.feed.tell(EndActionPlanned(EndAction.SHUT_DOWN, 60.0))
    dialog = child(desk, CountdownDialog)
    desk.control.feed.tell(EndActionOver(EndAction.SHUT_DOWN, False, "A download began; nothing was done."))
    assert not dialog.isVisible()
    desk.settle()
    assert desk.control.told == []


def test_the_countdown_counts(qtbot: QtBot) -> None:
    now = 100.0
    dialog = CountdownDialog("The computer will go to sleep.", 60.0, clock_s=lambda: now)
    qtbot.addWidget(dialog)
    left = dialog.findChild(QLabel, "countdownLeft")
    assert isinstance(left, QLabel)
    assert left.text() == "In 1 min 00 s."
    now = 155.0
    dialog._tick()
    assert left.text() == "In 5 s."
    with qtbot.waitSignal(dialog.stopped, timeout=PATIENCE_MS):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


# ---- with the real engine ----------------------------------------------------------------------------------------


def test_the_window_on_a_real_engine(qt_loop: asyncio.AbstractEventLoop, theme: Theme, tmp_path: Path) -> None:
    """A queue made in the dialog takes a download, holds it, and is narrowed to; all of it is there after a restart."""

    bridge, view = Bridge(), ViewState(None)
    view.put("keep_awake", False)
    window = MainWindow(bridge, view, theme)
    window.show()

    async def first() -> None:
        api = await WindowApi.open(tmp_path / "profile")
        bridge.attach(api)
        spec = JobSpec((SourceSpec("http://127.0.0.1:9/x.iso"),), tmp_path, options=JobOptions(start_paused=True))
        job_id = await api.execute(AddJob(spec))
        assert job_id is not None
        await until(window.table.selected_jobs, "the download is selected")
        window.arrangement.open_queues()
        dialog = window.findChild(QueuesDialog)
        assert isinstance(dialog, QueuesDialog)
        dialog.table._add.click()
        stopped = dialog.table.table.item(0, 3)
        assert stopped is not None
        stopped.setCheckState(Qt.CheckState.Checked)
        dialog.accept()
        await until(lambda: api.settings.queues, "the queue is there")
        entries(menu_of(window, "queue"))["New queue"].trigger()
        entries(menu_of(window, "priority"))["High"].trigger()
        await bridge.settle_commands()
        window.actions_by_name["resume"].trigger()
        await bridge.settle_commands()
        assert (api.job(job_id).queue, api.job(job_id).priority) == ("New queue", Priority.HIGH)
        assert (api.job(job_id).state, api.job(job_id).is_queue_open) == (JobState.WAITING, False)
        window.panes.preview.close_streams()
        bridge.detach()
        await api.close()

    async def second() -> None:
        api = await WindowApi.open(tmp_path / "profile")
        (only,) = api.jobs()
        assert (only.queue, only.priority, only.state) == ("New queue", Priority.HIGH, JobState.WAITING)
        await api.close()

    qt_loop.run_until_complete(first())
    window.close()
    shiboken6.delete(window)
    qt_loop.run_until_complete(second())
