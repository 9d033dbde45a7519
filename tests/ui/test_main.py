"""The command line, the demo's job, and a start that cannot be."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow, QSystemTrayIcon
from pytestqt.qtbot import QtBot
from tests.ui.values import NotedControl, job

from headwater.model.commands import AddJob, ResumeJobs, SetSources
from headwater.model.job import JobId, JobState
from headwater_ui import main as root
from headwater_ui.main import main, read_arguments
from headwater_ui.shell.demo_job import begin_demo
from headwater_ui.shell.session_start import WITH_SESSION


def test_what_a_page_offers_is_no_path() -> None:
    offers = ["headwater:https%3A%2F%2Fa.example%2Fx", "headwater:add?url=x"]
    assert read_arguments(offers).places == offers


def test_arguments() -> None:
    asked = read_arguments(["--profile", "/tmp/x", "--demo", "https://a.example/x", "x.meta4"])
    assert (asked.profile, asked.demo) == (Path("/tmp/x"), True)
    assert asked.places == ["https://a.example/x", str(Path.cwd() / "x.meta4")]


def test_a_profile_that_cannot_be_made_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["--profile", str(tmp_path / "file" / "profile")]) == 1
    told = capsys.readouterr().err
    assert told.startswith("headwater: The profile folder")
    assert "Traceback" not in told


async def test_the_demo_adds_a_job_that_knows_its_checksum(tmp_path: Path) -> None:
    control, selected = NotedControl(), list[JobId]()
    demo = await begin_demo(control, tmp_path, selected.append)
    try:
        (told,) = control.told
        assert isinstance(told, AddJob)
        assert tuple(source.url for source in told.spec.sources) == demo.urls
        assert [checksum.hex_digest for checksum in told.spec.options.checksums] == [demo.sha256]
    finally:
        await asyncio.to_thread(demo.close)


async def test_a_demo_that_was_closed_goes_on_from_the_new_mirrors(tmp_path: Path) -> None:
    earlier = job(3, folder=tmp_path, state=JobState.FAILED)
    control, selected = NotedControl(job(1), earlier), list[JobId]()
    demo = await begin_demo(control, tmp_path, selected.append)
    try:
        replaced, resumed = control.told
        assert isinstance(replaced, SetSources)
        assert replaced.job_id == earlier.job_id
        assert resumed == ResumeJobs((earlier.job_id,))
        assert selected == [earlier.job_id]
    finally:
        await asyncio.to_thread(demo.close)


@pytest.mark.parametrize(
    ("hidden", "tray", "is_there", "shown"),
    [
        (False, True, True, "shown"),
        (True, True, True, "hidden"),
        (True, True, False, "minimised"),
        (True, False, True, "minimised"),
    ],
)
def test_a_start_with_the_session_waits_where_it_is_found_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, hidden: bool, tray: bool, is_there: bool, shown: str
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: is_there)
    window = QMainWindow()
    qtbot.addWidget(window)
    root._show(window, hidden=hidden, tray=tray)  # type: ignore[arg-type]  # any window will do
    state = "minimised" if window.isMinimized() else "shown" if window.isVisible() else "hidden"
    assert state == shown


def test_the_session_starts_it_with_a_word_that_it_understands() -> None:
    assert read_arguments([WITH_SESSION]).with_session
    assert not read_arguments([]).with_session
