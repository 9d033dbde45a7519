"""Verify and repair, and the Metalink's way out: the dialog on a real engine, real files and real mirrors."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit
from tests.fakes.waiting import PATIENCE_S
from tests.ui.desk import Desk

from headwater.control.metalink_command import make_metalink
from headwater.control.window_api import WindowApi
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, VerifyJob
from headwater.model.job import JobSpec, JobState
from headwater.model.source import SourceSpec
from headwater_ui.bridge import Bridge
from headwater_ui.dialogs.checkup_dialog import CheckupDialog

SAMPLE = SeededSample(700_000, seed=77)


async def finished(dialog: CheckupDialog) -> None:
    """Until what the dialog works at is over."""
    task = dialog.task
    assert task is not None
    async with asyncio.timeout(PATIENCE_S):
        await task


def squeezed(dialog: CheckupDialog) -> list[str]:
    """What is written on labels that have less height than their lines need."""
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert labels
    return [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]


def on_engine(
    loop: asyncio.AbstractEventLoop, folder: Path, story: Callable[[WindowApi, Bridge, MirrorLab], Awaitable[None]]
) -> None:
    async def run() -> None:
        bridge = Bridge()
        async with MirrorLab([MirrorBehaviour()], SAMPLE) as lab:
            api = await WindowApi.open(folder / "profile")
            bridge.attach(api)
            try:
                await story(api, bridge, lab)
            finally:
                bridge.detach()
                await api.close()

    loop.run_until_complete(run())


def test_a_foreign_file_is_verified_and_repaired(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    content = SAMPLE.read(0, SAMPLE.size_bytes)
    path = tmp_path / "sample.bin"
    path.write_bytes(content)

    async def story(_api: WindowApi, bridge: Bridge, lab: MirrorLab) -> None:
        document = tmp_path / "sample.bin.meta4"
        document.write_bytes(await asyncio.to_thread(make_metalink, path, [lab.urls[0]], 64 * 1024))
        path.write_bytes(content[:200_000] + b"\0\0\0\0" + content[200_004:])
        dialog = CheckupDialog(bridge, None)
        dialog.file.setText(str(path))
        assert not dialog._repair.isEnabled()
        dialog._verify.click()
        await finished(dialog)
        assert dialog.result_words.startswith("1 of 11 blocks is wrong or missing")
        assert "Repair fetches 65.5 kB anew" in dialog.result_words
        assert dialog._repair.isEnabled()
        told: list[bool] = []
        dialog.mended.connect(lambda: told.append(True))
        dialog._repair.click()
        await finished(dialog)
        assert dialog.result_words.startswith("Repaired. SHA-256, all 11 blocks: right.")
        assert not dialog._repair.isEnabled()
        assert told == [True]
        assert lab.sent_bytes < 3 * 65_536, "only what was bad came again"
        dialog.done(0)

    on_engine(qt_loop, tmp_path, story)
    assert path.read_bytes() == content


def test_what_cannot_be_checked_is_said_in_the_dialog(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    path = tmp_path / "sample.bin"
    path.write_bytes(b"abc")

    async def story(_api: WindowApi, bridge: Bridge, _lab: MirrorLab) -> None:
        dialog = CheckupDialog(bridge, None)
        dialog.file.setText(str(path))
        for place, words in ((path.parent, "is a folder"), (path.with_name("none.bin"), "There is no file")):
            dialog.file.setText(str(place))
            dialog._verify.click()
            await finished(dialog)
            assert words in dialog.result_words
            assert "downloaded" not in dialog.result_words, "nobody downloaded that"
        dialog.file.setText(str(path))
        dialog._verify.click()
        await finished(dialog)
        assert dialog.result_words.startswith("Nothing is known to check sample.bin against")
        against = dialog.findChild(QPlainTextEdit, "checkupAgainst")
        assert isinstance(against, QPlainTextEdit)
        against.setPlainText("900150983cd24fb0d6963f7d28e17f72")
        dialog._verify.click()
        await finished(dialog)
        assert dialog.result_words == "MD5: right."
        against.setPlainText("0" * 32)
        dialog._verify.click()
        await finished(dialog)
        assert "Name a link to the same file above" in dialog.result_words
        dialog.done(0)

    on_engine(qt_loop, tmp_path, story)


def test_a_finished_download_is_repaired_and_described(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    content = SAMPLE.read(0, SAMPLE.size_bytes)

    async def story(api: WindowApi, bridge: Bridge, lab: MirrorLab) -> None:
        job_id = await api.execute(AddJob(JobSpec((SourceSpec(lab.urls[0]),), tmp_path / "downloads", "x.bin")))
        assert job_id is not None
        async with asyncio.timeout(PATIENCE_S):
            job = await api.settled(job_id)
        assert job.state is JobState.DONE
        assert job.path is not None
        target = tmp_path / "x.bin.meta4"
        await bridge.export_metalink(job_id, target)
        job.path.write_bytes(content[:100] + b"?" + content[101:])
        dialog = CheckupDialog(bridge, job)
        assert dialog.file.isReadOnly()
        dialog.known.setPlainText(str(target))
        dialog._verify.click()
        await finished(dialog)
        assert "wrong or missing" in dialog.result_words
        dialog._repair.click()
        await finished(dialog)
        assert dialog.result_words.startswith("Repaired. SHA-256, all ")
        dialog.done(0)

    on_engine(qt_loop, tmp_path, story)
    assert (tmp_path / "downloads" / "x.bin").read_bytes() == content


def test_the_dialog_grows_with_what_it_has_to_say(qt_loop: asyncio.AbstractEventLoop) -> None:
    async def find_much(dialog: CheckupDialog) -> None:
        dialog.words.say("What was found. " * 40)

    async def run() -> None:
        dialog = CheckupDialog(Bridge(), None)
        dialog.show()
        had = dialog.height()
        dialog.begin(find_much(dialog))
        await finished(dialog)
        assert not squeezed(dialog)
        assert had < dialog.height() < had + dialog.words.height(), "by no more than it needs"
        dialog.done(0)

    qt_loop.run_until_complete(run())


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop, theme: object) -> Desk:
    return Desk(qt_loop, theme)  # type: ignore[arg-type]  # the fixture of the same name gives a Theme


def test_actions_open_the_pages(desk: Desk, tmp_path: Path) -> None:
    window, actions = desk.window, desk.window.actions_by_name
    actions["verify"].trigger()
    desk.settle()
    assert [type(told) for told in desk.control.told] == [VerifyJob]
    done = window.jobs.job_at(3)
    window.table.select_job(done.job_id)
    desk.settle()
    actions["verify"].trigger()
    dialog = window.findChild(CheckupDialog, "checkupDialog")
    assert isinstance(dialog, CheckupDialog)
    dialog.done(0)
    actions["export_metalink"].trigger()
    chooser = window.findChild(QFileDialog, "metalinkDialog")
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(tmp_path / "x.meta4"))
    desk.settle()
    assert desk.control.exported == [(done.job_id, tmp_path / "x.meta4")]
    assert window.status.notice == f"Wrote {tmp_path / 'x.meta4'}."
    chooser.done(0)
    desk.close()
