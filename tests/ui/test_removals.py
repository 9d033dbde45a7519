"""Taking a removal back, an expired link, and the trash."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QToolButton
from tests.ui.desk import Desk
from tests.ui.values import job

from headwater.engine.discarding import discard
from headwater.model.commands import PauseJobs, RemoveJobs, ResumeJobs, SetSources
from headwater.model.job import JobState
from headwater.model.snapshots import JobChanged
from headwater.model.source import SourceSpec
from headwater_ui.dialogs.sources_dialog import SourcesDialog
from headwater_ui.wording import job_line


def remove_running(desk: Desk) -> None:
    desk.window.table.select_job(job(0).job_id)
    desk.window.actions_by_name["remove"].trigger()
    box = desk.window.findChild(QMessageBox, "question")
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "&Remove").click()
    desk.settle()


def test_a_removal_is_taken_back_with_all_that_ran(desk: Desk) -> None:
    window, rows = desk.window, desk.window.table.filter
    remove_running(desk)
    assert rows.rowCount() == 3
    assert window.status.notice == "Removed “file-00000.iso”."
    undo = window.findChild(QToolButton, "undo")
    assert isinstance(undo, QToolButton)
    assert undo.isVisible()
    assert sum(rows.counts().values()) == 3
    everything = window.page.groups._buttons["All"]
    assert everything.text().endswith("3"), "what is not seen is not counted"
    undo.click()
    desk.settle()
    assert rows.rowCount() == 4
    assert everything.text().endswith("4")
    assert not undo.isVisible()
    assert desk.control.told == [PauseJobs((job(0).job_id,), is_lasting=False), ResumeJobs((job(0).job_id,))]
    assert not window.actions_by_name["undo"].isEnabled()


def test_a_second_removal_makes_the_first_final_and_so_does_closing(desk: Desk) -> None:
    remove_running(desk)
    desk.window.table.select_job(job(3).job_id)
    desk.settle()
    desk.window.actions_by_name["remove"].trigger()
    desk.settle()
    assert desk.control.told == [PauseJobs((job(0).job_id,), is_lasting=False), RemoveJobs((job(0).job_id,))]
    desk.window.close()
    desk.settle()
    assert desk.control.told[2:] == [RemoveJobs((job(3).job_id,))]


def test_all_that_are_done_go_together_and_once(desk: Desk) -> None:
    window, action = desk.window, desk.window.actions_by_name["remove_done"]
    desk.control.feed.tell(JobChanged(job(1, state=JobState.DONE)))
    desk.settle()
    window.removals.remove([job(3, state=JobState.DONE)], delete_data=False)
    desk.settle()
    assert action.isEnabled()
    action.trigger()
    desk.settle()
    assert not action.isEnabled()
    assert window.status.notice == "Removed “file-00001.iso”."
    action.trigger()
    window.removals.carry_out()
    desk.settle()
    assert desk.control.told == [RemoveJobs((job(3).job_id,)), RemoveJobs((job(1).job_id,))]


def test_what_was_removed_before_does_not_come_back_into_sight(desk: Desk) -> None:
    rows = desk.window.table.filter
    desk.window.removals.remove([job(3)], delete_data=False)
    desk.window.removals.remove([job(1)], delete_data=False)
    assert (rows.row_of(job(3).job_id), rows.row_of(job(1).job_id)) == (None, None), "the feed has not told of it yet"
    desk.window.removals.undo()
    assert rows.row_of(job(1).job_id) is not None


def test_after_a_removal_the_next_one_is_chosen(desk: Desk) -> None:
    table = desk.window.table

    def chosen() -> list[str]:
        desk.settle()
        return [one.job_id for one in table.selected_jobs()]

    table.setFocus()
    for key, number in ((Qt.Key.Key_End, 3), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Down, 1)):
        QTest.keyClick(table, key)
        assert chosen() == [job(number).job_id]
    desk.window.removals.remove([job(1)], delete_data=False)
    assert chosen() == [job(2).job_id]
    QTest.keyClick(table, Qt.Key.Key_End)
    desk.window.removals.remove([job(3)], delete_data=False)
    assert chosen() == [job(2).job_id], "there is none behind the last"
    desk.window.removals.undo()
    assert chosen() == [job(2).job_id]


def test_an_expired_link_is_refreshed(desk: Desk) -> None:
    window, action = desk.window, desk.window.actions_by_name["refresh_link"]
    assert not action.isEnabled()
    expired = job(1, state=JobState.FAILED, error="The server says 410 Gone.", wants_fresh_url=True)
    desk.control.feed.tell(JobChanged(expired))
    window.table.select_job(expired.job_id)
    desk.settle()
    assert job_line(expired) == "The server says 410 Gone. Refresh link… gives it a fresh one."
    assert action.isEnabled()
    action.trigger()
    dialog = window.findChild(SourcesDialog, "sourcesDialog")
    assert isinstance(dialog, SourcesDialog)
    assert dialog._links.textCursor().selectedText().split("\u2029") == list(expired.urls), "a fresh one replaces them"
    dialog._links.setPlainText("https://fresh.example/x.iso")
    dialog.accept()
    desk.settle()
    assert desk.control.told == [SetSources(expired.job_id, (SourceSpec("https://fresh.example/x.iso"),))]
    assert "Refresh link" not in job_line(replace(expired, wants_fresh_url=False))


def test_a_file_goes_to_the_trash_and_can_be_had_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    path = tmp_path / "file.bin"
    path.write_bytes(b"abc")
    discard(path, to_trash=True)
    assert not path.exists()
    assert [one.read_bytes() for one in tmp_path.rglob("Trash*/files/file.bin")] == [b"abc"]
    discard(path, to_trash=True)
    discard(path, to_trash=False)
