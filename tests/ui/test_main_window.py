"""The window as a whole, on a control interface that only notes what it is told."""

import asyncio
from dataclasses import replace
from pathlib import Path

import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTabBar,
    QWidget,
)
from tests.ui.desk import Desk
from tests.ui.values import channel, job, sampled

from headwater.control.api import QueueSpec
from headwater.model.arrangement import Category
from headwater.model.commands import AddJob, EnableSource, MoveJobs, PauseJobs, Place, RemoveJobs, ResumeJobs, SetTuning
from headwater.model.errors import UserError
from headwater.model.job import JobState
from headwater.model.snapshots import JobAdded, JobChanged, JobRemoved, QueueReordered, SchedulerActed, StepIn
from headwater.model.source import SourceId
from headwater.model.tuning import Tuning
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.add_dialog import AddDialog
from headwater_ui.models.job_model import JOBS_MIME
from headwater_ui.models.job_words import JobColumn
from headwater_ui.models.source_words import SourceColumn
from headwater_ui.shell.main_window import MainWindow
from headwater_ui.shell.view_state import ViewState
from headwater_ui.theme import Appearance, Theme
from headwater_ui.widgets.job_delegate import ROW_HEIGHT
from headwater_ui.wording import UNKNOWN


def test_list_status_and_cursor_follow_the_feed(desk: Desk) -> None:
    window, feed = desk.window, desk.control.feed
    assert [one.name for one in window.jobs.jobs()] == [f"file-{i:05d}.iso" for i in range(4)]
    current = window.table.current_job()
    assert current is not None
    assert current.state is JobState.RUNNING
    feed.tell(JobAdded(job(4)), JobChanged(job(1, state=JobState.FAILED, error="404 Not Found")))
    desk.settle()
    facts = window.status._facts.accessibleName()
    assert facts == "1 running, 1 waiting, 1 done, 1 paused, 1 failed"
    assert window.status._speed.text() == "↓ 2.50 MB/s   1 min 01 s left"
    feed.tell(JobRemoved(job(0).job_id))
    desk.settle()
    current = window.table.current_job()
    assert current is not None
    assert current.job_id != job(0).job_id


def test_keys_command_the_selected_jobs(desk: Desk) -> None:
    table = desk.window.table
    desk.window.activateWindow()
    table.setFocus()
    desk.settle()
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    table.select_job(job(2).job_id)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert desk.control.told == [
        PauseJobs((job(0).job_id,)),
        MoveJobs((job(0).job_id,), Place.DOWN),
        ResumeJobs((job(2).job_id,)),
        MoveJobs((job(2).job_id,), Place.TOP),
    ]


def test_a_download_that_is_moved_by_keys_stays_in_sight(desk: Desk) -> None:
    table, feed = desk.window.table, desk.control.feed
    ids = [job(number).job_id for number in range(60)]
    feed.tell(*(JobAdded(job(number, position=number)) for number in range(4, 60)))
    desk.settle()
    table.select_job(ids[-1])
    desk.window.actions_by_name["top"].trigger()
    feed.tell(QueueReordered((ids[-1], *ids[:-1])))
    desk.settle()
    seen = table.viewport().rect()
    assert seen.contains(table.visualRect(table.currentIndex()).center())
    feed.tell(QueueReordered(tuple(ids)))  # not the person's doing
    desk.settle()
    assert not seen.contains(table.visualRect(table.currentIndex()).center())


def test_what_concerns_one_download_is_not_offered_for_several(desk: Desk) -> None:
    actions = [desk.window.actions_by_name[name] for name in ("play", "copy_stream", "open_folder")]
    assert all(action.isEnabled() for action in actions)
    desk.window.table.selectAll()
    desk.settle()
    assert not any(action.isEnabled() for action in actions)


def test_removing_asks_only_when_something_would_be_given_up(desk: Desk) -> None:
    window = desk.window
    window.table.select_job(job(3).job_id)
    window.actions_by_name["remove"].trigger()
    desk.settle()
    assert desk.control.told == [], "it can be taken back for a while"
    window.removals.carry_out()
    desk.settle()
    assert desk.control.told == [RemoveJobs((job(3).job_id,))]
    window.table.select_job(job(0).job_id)
    desk.settle()
    window.actions_by_name["remove"].trigger()
    box = window.findChild(QMessageBox, "question")
    assert isinstance(box, QMessageBox)
    answers = {button.text().replace("&", ""): button for button in box.buttons()}
    answers["Remove and delete data"].click()
    desk.settle()
    assert desk.control.told[1:] == [PauseJobs((job(0).job_id,), is_lasting=False)]
    window.removals.carry_out()
    desk.settle()
    assert desk.control.told[2:] == [RemoveJobs((job(0).job_id,), delete_data=True, to_trash=True)]


def test_deleting_data_is_always_asked_and_enter_keeps_it(desk: Desk) -> None:
    desk.window.table.select_job(job(3).job_id)
    desk.window.actions_by_name["remove_data"].trigger()
    box = desk.window.findChild(QMessageBox, "question")
    assert isinstance(box, QMessageBox)
    default = box.defaultButton()
    assert default is not None
    default.click()
    desk.settle()
    assert desk.control.told == []


def test_a_refusal_becomes_a_sentence(desk: Desk) -> None:
    desk.control.refusal = UserError("there is no such job")
    desk.window.actions_by_name["pause"].trigger()
    desk.settle()
    assert desk.window.status.notice == "There is no such job."
    shown = desk.window.status.findChild(QLabel, "notice")
    assert isinstance(shown, QLabel)
    assert shown.property("tone") == "bad", "what went wrong is seen as such"
    desk.window.status.notify("All is well.")
    assert shown.property("tone") == ""


def test_pasted_links_open_the_dialog_and_become_one_job(desk: Desk, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setText("https://a.example/x.iso https://b.example/x.iso")
    desk.window.actions_by_name["paste"].trigger()
    dialog = desk.window.findChild(AddDialog)
    assert isinstance(dialog, AddDialog)
    folder = dialog.findChild(QLineEdit, "addFolder")
    assert isinstance(folder, QLineEdit)
    assert folder.text() == "/home/ada/Downloads"
    folder.setText(str(tmp_path))
    dialog.accept()
    desk.settle()
    (told,) = desk.control.told
    assert isinstance(told, AddJob)
    assert [source.url for source in told.spec.sources] == ["https://a.example/x.iso", "https://b.example/x.iso"]
    assert desk.window.adding.default_folder() == tmp_path, "the folder chosen last is offered next"


def test_pasting_nothing_says_so(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("no link here")
    desk.window.actions_by_name["paste"].trigger()
    assert desk.window.status.notice == "There is no link in the clipboard."


def drop(widget: QWidget, mime: QMimeData, at: QPoint) -> QDropEvent:
    event = QDropEvent(
        QPointF(at), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    widget.dropEvent(event)
    return event


def test_dropped_links_open_the_dialog(desk: Desk) -> None:
    mime = QMimeData()
    mime.setText("https://a.example/x.iso")
    drop(desk.window, mime, QPoint(10, 10))
    desk.settle()
    dialog = desk.window.findChild(AddDialog)
    assert isinstance(dialog, AddDialog)
    assert dialog.form().groups == (("https://a.example/x.iso",),)
    dialog.reject()


def test_dragging_a_row_moves_its_job(desk: Desk) -> None:
    table = desk.window.table
    mime = desk.window.jobs.mimeData([desk.window.jobs.index(0, 0)])
    assert mime.hasFormat(JOBS_MIME)
    drop(table, mime, QPoint(20, 48 * 2 + 40))
    desk.settle()
    assert desk.control.told == [MoveJobs((job(0).job_id,), Place.AT, 2)]


def test_rows_are_not_dragged_while_the_list_is_sorted(desk: Desk) -> None:
    table = desk.window.table
    table.sortByColumn(JobColumn.NAME, Qt.SortOrder.DescendingOrder)
    assert not table.filter.shows_queue_order


def test_sources_graph_tuning_and_log_follow_the_cursor(desk: Desk) -> None:
    window, feed = desk.window, desk.control.feed
    assert window.panes.sources.model().rowCount() == 2
    for i in range(12):
        feed.tell(sampled(job(0).job_id, 50.0 + i / 10, channel(1, 0), channel(2, 1)))
    feed.tell(SchedulerActed(job(0).job_id, 51.0, StepIn.HEDGED, SourceId(1), "These bytes are late."))
    desk.settle()
    assert window.panes.graph.history is not None
    assert len(window.panes.graph.history.fine.rate) == 2
    assert window.panes.activity.rowCount() == 1
    assert window.panes.activity.index(0, 3).data() == "file-00000.iso"
    assert window.panes.activity.index(0, 4).data() == desk.control.sources(job(0).job_id)[1].host
    presets = window.panes.tuning.findChild(QComboBox, "tuningPreset")
    assert isinstance(presets, QComboBox)
    presets.activated.emit(presets.findText("Polite"))
    window.activateWindow()
    window.panes.sources.setFocus()
    window.panes.sources.setCurrentIndex(window.panes.sources.model().index(0, 0))
    QTest.keyClick(window.panes.sources, Qt.Key.Key_Space)
    desk.settle()
    assert [type(told) for told in desk.control.told] == [SetTuning, EnableSource]
    assert desk.control.told[0] != SetTuning(job(0).job_id, Tuning())
    window.table.select_job(job(1).job_id)
    desk.settle()
    assert window.panes.graph.history is not None
    assert not window.panes.graph.history.fine.rate


def test_what_sources_brought_last_is_not_shown_as_their_speed_once_the_download_rests(desk: Desk) -> None:
    table = desk.window.panes.sources

    def speed() -> str:
        return str(table.model().index(0, SourceColumn.SPEED).data())

    desk.window.table.select_job(job(0).job_id)
    desk.settle()
    assert speed() == "1.00 MB/s"
    desk.window.table.select_job(job(3).job_id)
    desk.settle()
    assert speed() == UNKNOWN


def test_search_and_escape(desk: Desk) -> None:
    window = desk.window
    window.actions_by_name["search"].trigger()
    QTest.keyClicks(window.page.groups.search, "00002")
    assert window.table.filter.rowCount() == 1
    QTest.keyClick(window.page.groups.search, Qt.Key.Key_Escape)
    assert window.table.filter.rowCount() == 4


def test_columns_docks_and_choices_are_remembered(
    qt_loop: asyncio.AbstractEventLoop, theme: Theme, tmp_path: Path
) -> None:
    first = Desk(qt_loop, theme, tmp_path / "window.json")
    first.window.table.columns.toggle(JobColumn.FOLDER, True)
    first.window.table.columns.toggle(JobColumn.ETA, False)
    first.window.panes.docks["Sources"].hide()
    first.window.table.select_job(job(2).job_id)
    first.window.choose_appearance(Appearance.DARK)
    first.settle()
    first.close()
    second = Desk(qt_loop, theme, tmp_path / "window.json")
    header = second.window.table.horizontalHeader()
    assert not header.isSectionHidden(JobColumn.FOLDER)
    assert header.isSectionHidden(JobColumn.ETA)
    assert second.window.panes.docks["Sources"].isHidden()
    current = second.window.table.current_job()
    assert current is not None
    assert current.job_id == job(2).job_id
    assert '"appearance": "dark"' in (tmp_path / "window.json").read_text()
    second.close()


def test_the_last_column_cannot_be_hidden(desk: Desk) -> None:
    columns = desk.window.table.columns
    for column in JobColumn:
        columns.toggle(column, False)
    header = desk.window.table.horizontalHeader()
    assert header.count() - header.hiddenSectionCount() == 1


def test_everything_one_can_reach_has_a_name(desk: Desk) -> None:
    """Stable object names and words for screen readers on every control of the window."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractScrollArea, QTabBar)
    nameless = []
    for widget in desk.window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(
            widget.parent(), QLineEdit | QComboBox | QAbstractSpinBox | QAbstractScrollArea
        )
        if not isinstance(widget, kinds) or inner or isinstance(widget.window(), QMenu):
            continue
        if type(widget.window()) is not MainWindow:
            continue  # pop-ups of combo boxes
        says = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if not (widget.objectName() and says):
            nameless.append(f"{type(widget).__name__} {widget.objectName()!r}")
    assert nameless == []


def test_the_palette_changes_under_everything(desk: Desk, theme: Theme) -> None:
    theme.choose(Appearance.DARK)
    desk.settle()
    dark = desk.window.grab().toImage().pixelColor(4, desk.window.height() // 2)
    theme.choose(Appearance.LIGHT)
    desk.settle()
    light = desk.window.grab().toImage().pixelColor(4, desk.window.height() // 2)
    assert dark.lightness() < 80
    assert light.lightness() > 200


def test_the_list_says_that_it_is_empty_only_when_it_is_known(qt_loop: asyncio.AbstractEventLoop, theme: Theme) -> None:
    def tones(window: MainWindow) -> int:
        picture = window.table.viewport().grab().toImage()
        return len({picture.pixel(x, y) for x in range(picture.width()) for y in range(0, picture.height(), 2)})

    bridge = Bridge()
    window = MainWindow(bridge, ViewState(None), theme)
    window.show()
    QApplication.processEvents()
    assert tones(window) == 1, "somebody with a thousand downloads would read that there are none"
    window.table.awaits_list = False
    window.table.viewport().update()
    assert tones(window) > 1
    window.close()
    shiboken6.delete(window)


def test_the_list_is_known_with_the_engine(desk: Desk) -> None:
    assert not desk.window.table.awaits_list


def test_the_menu_key_opens_the_menu_of_the_chosen_download(desk: Desk) -> None:
    table = desk.window.table
    table.select_job(job(3).job_id)  # the last one: what lies below it has another menu
    told = table.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(table, QContextMenuEvent(reason, told, table.mapToGlobal(told)))
    menu = desk.window.findChild(QMenu, "rowMenu")
    assert isinstance(menu, QMenu)
    assert "action_resume" in {action.objectName() for action in menu.actions()}
    menu.close()


def test_shift_f10_opens_the_menu_where_the_cursor_is(desk: Desk) -> None:
    """Whatever of the row can be seen: the list is scrolled, and the cell that the cursor is in is hidden."""
    desk.control.feed.tell(*(JobAdded(job(number, position=number)) for number in range(4, 60)))
    table = desk.window.table
    table.select_job(job(40).job_id)
    table.setColumnHidden(0, True)
    table.scrollToTop()
    told: list[QPoint] = []
    table.customContextMenuRequested.connect(told.append)
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = desk.window.findChild(QMenu, "rowMenu")
    assert isinstance(menu, QMenu)
    assert menu.isVisible()
    assert "action_resume" in {action.objectName() for action in menu.actions()}
    assert [table.indexAt(at).row() for at in told] == [table.currentIndex().row()]
    menu.close()


def test_the_window_finds_room_on_a_narrow_screen(desk: Desk) -> None:
    """1366 points at 125 %, and 1920 at 175 %, leave about 1090; the search gives way first."""
    window = desk.window
    assert window.minimumSizeHint().width() <= 1024
    search = window.page.groups.search
    for width in (1000, 1400):
        window.resize(width, 800)
        desk.settle()
        assert (search.width() == 230) is (width == 1400)
    queues, categories = (QueueSpec("Night"),), (Category("Discs", None, (".iso",)),)
    desk.bridge.change_settings(replace(desk.bridge.settings, queues=queues, categories=categories))
    desk.control.feed.tell(*(JobAdded(job(number, position=number)) for number in range(4, 60)))
    for width in (1000, 1600):
        window.resize(width, 800)
        desk.settle()
        assert window.width() == width
        groups = window.page.groups
        below = search.mapTo(groups, QPoint()).y() > groups._buttons["All"].geometry().bottom()
        assert below is (width == 1000), "what narrows the list has a line of its own where there is no room"
        assert groups.rect().contains(search.geometry())


def test_the_list_has_most_of_the_height_at_first(desk: Desk) -> None:
    window = desk.window
    assert window.height() <= 860
    assert window.table.viewport().height() >= 4 * ROW_HEIGHT
