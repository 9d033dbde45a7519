"""Reports: what is taken out of them, what becomes one, and that a person reads it before anybody else."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit
from tests.ui.desk import Desk
from tests.ui.test_settings import SETTINGS
from tests.ui.values import job

from headwater_ui.dialogs.crash_dialog import ReportDialog
from headwater_ui.shell.crash_notes import CrashNotes
from headwater_ui.shell.diagnostics import diagnostic_report
from headwater_ui.shell.redaction import redact
from headwater_ui.shell.window_choices import WindowChoices

#: What must never be found in a report.
SECRETS = ("hunter2", "files.example", "private", "10.1.2.3", "fe80::1:2:3", "alice", "t0ken", "Zm9v")


@pytest.mark.parametrize(
    "line",
    [
        "GET https://files.example/private/x.iso?key=hunter2 failed",
        "sftp://alice:hunter2@files.example:22/private",
        "Authorization: Basic Zm9v, next",
        "{'cookie': 'session=hunter2; other=t0ken'}",
        "Cookie: session=hunter2; other=t0ken",
        'secret="t0ken" and password = hunter2',
        "Cannot connect to host files.example:443 (10.1.2.3)",
        "from [fe80::1:2:3:4] or fe80::1:2:3:4",
        'File "/home/alice/work/x.py", line 3',
        r"C:\Users\alice\Downloads",
        "magnet:?xt=urn:btih:private",
    ],
)
def test_what_is_nobody_elses_business_is_taken_out(line: str) -> None:
    told = redact(line, home=Path("/nowhere"))
    assert not [secret for secret in SECRETS if secret in told], told


def test_what_helps_is_left_in() -> None:
    line = '  File "/opt/headwater/ui/main_window.py", line 31, in paintEvent: KeyError: 4.75 of 1.2.3'
    assert redact(line, home=Path("/nowhere")) == line
    assert redact("/srv/me/Downloads/x", home=Path("/srv/me")) == "~/Downloads/x"
    assert redact("a secret-film.mkv came", names=["secret-film.mkv"]) == "a <name> came"


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[CrashNotes]:
    result = CrashNotes(tmp_path / "reports")
    result.begin()
    yield result
    result.close_notes()


def fail(words: str) -> None:
    raise KeyError(words)


def test_an_error_nobody_caught_becomes_a_report_once(notes: CrashNotes, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(3):
        try:
            fail("https://files.example/private")
        except KeyError:
            logging.getLogger("anywhere").exception("A task failed")
    logging.getLogger("anywhere").error("Only words")
    (report,) = notes.unseen()
    text = report.read_text()
    assert "A task failed" in text
    assert "KeyError: '<https link>'" in text
    assert "in fail" in text
    seen = notes.mark_seen(report)
    assert notes.unseen() == []
    assert seen.exists()


def test_threads_and_slots_are_heard(notes: CrashNotes, caplog: pytest.LogCaptureFixture) -> None:
    thread = threading.Thread(target=fail, args=("x",), name="worker")
    thread.start()
    thread.join()
    try:
        fail("y")
    except KeyError as error:
        sys.excepthook(KeyError, error, error.__traceback__)
    texts = [report.read_text() for report in notes.unseen()]
    assert any("on thread worker" in text for text in texts)
    assert len(texts) == 2


def test_no_more_than_a_few_a_run(notes: CrashNotes, caplog: pytest.LogCaptureFixture) -> None:
    for number in range(9):
        code = "\n" * number + "raise ValueError"
        try:
            exec(compile(code, "slot.py", "exec"), {})
        except ValueError:
            logging.getLogger("anywhere").exception("Again")
    assert len(notes.unseen()) == 5


def test_what_the_system_ended_is_found_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    code = (
        "import ctypes, pathlib, sys\n"
        "from headwater_ui.shell.crash_notes import CrashNotes\n"
        "CrashNotes(pathlib.Path(sys.argv[1])).begin()\n"
        "def falls(): ctypes.string_at(0)\n"
        "falls()\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, check=False)
    assert ended.returncode != 0
    notes = CrashNotes(folder)
    notes.begin()
    try:
        (report,) = notes.unseen()
        text = report.read_text()
        assert "ended in the middle of its work" in text
        assert "in falls" in text
    finally:
        notes.close_notes()
    again = CrashNotes(folder)
    again.begin()
    assert len(again.unseen()) == 1, "an end as it should be leaves nothing behind"
    again.close_notes()


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.control.settings = SETTINGS
    return desk


def test_the_last_runs_trouble_is_shown_once_and_can_be_thrown_away(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    notes = CrashNotes(tmp_path)
    window.reports.notes = notes
    window.reports.show_unseen()
    assert window.findChild(ReportDialog) is None
    (tmp_path / "report-1.new.txt").write_text("Headwater fell")
    window.reports.show_unseen()
    dialog = window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    assert not dialog.isModal(), "downloads go on, and so may the person"
    text = dialog.findChild(QPlainTextEdit, "reportText")
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == "Headwater fell"
    assert text.isReadOnly()
    assert (tmp_path / "report-1.txt").exists()
    delete = dialog.findChild(QAbstractButton, "reportDelete")
    assert isinstance(delete, QAbstractButton)
    delete.click()
    assert not (tmp_path / "report-1.txt").exists()


def test_diagnostics_tell_facts_and_no_words_of_the_person(desk: Desk, tmp_path: Path) -> None:
    log = tmp_path / "window.log"
    log.write_text("2026 WARNING x: file-00000.iso from https://files.example/private broke\n")
    text = diagnostic_report(SETTINGS, WindowChoices(), [job(0), job(1)], log)
    assert "running_at_once: 7" in text
    assert "host_preferences: 2 entries" in text
    assert "proxy: set" in text
    assert "mark_files: False" in text
    assert "appearance: system" in text
    for words in ("s3cret", "socks5", "near.example", "/srv/files", "file-00000", "files.example", "ariang", "Someone"):
        assert words not in text, words
    desk.window.reports.log = log
    desk.window.actions_by_name["diagnostics"].trigger()
    dialog = desk.window.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    copy = dialog.findChild(QAbstractButton, "reportCopy")
    assert isinstance(copy, QAbstractButton)
    copy.click()
    assert QGuiApplication.clipboard().text().startswith("Headwater ")
    dialog.reject()
