"""Going on with another program's partial file, as a person asks for it."""

import asyncio
import hashlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar
from tests.ui.test_add_dialog import Desk as AddDesk
from tests.ui.values import NotedControl

from headwater.control.document_fetch import DescribedFile
from headwater.control.window_api import WindowApi
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.errors import UserError
from headwater.model.job import Checksum, JobId, JobState
from headwater.model.probe import Adopted
from headwater.model.source import SourceSpec
from headwater_ui.control_face import Control
from headwater_ui.dialogs.adopt_dialog import AdoptDialog

A = "https://a.example/x.iso"


class Desk(AddDesk):
    """The loop, and a bridge on a control interface."""

    def __init__(self, loop: asyncio.AbstractEventLoop, folder: Path, control: Control) -> None:
        super().__init__(loop, folder, control)
        self.results: list[tuple[Adopted, str]] = []

    def adopt(self, file: str, links: str) -> AdoptDialog:
        dialog = AdoptDialog(self.bridge, str(self.folder))
        dialog.adopted.connect(lambda adopted, folder: self.results.append((adopted, folder)))
        dialog.file.setText(file)
        dialog.known.setPlainText(links)
        dialog.show()
        return dialog


@pytest.fixture
def control() -> NotedControl:
    return NotedControl()


@pytest.fixture
def desk(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path, control: NotedControl) -> Desk:
    return Desk(qt_loop, tmp_path, control)


def test_a_known_file_leaves_the_links_to_be_named(desk: Desk) -> None:
    dialog = AdoptDialog(desk.bridge, str(desk.folder), path="/x/film.mkv.crdownload")
    dialog.show()
    assert dialog.file.text() == "/x/film.mkv.crdownload"
    assert dialog.focusWidget() is dialog.known
    dialog.accept()
    assert dialog.words.text() == "Enter at least one link, for example https://example.org/file.iso."
    dialog.reject()


@pytest.mark.parametrize(
    ("file", "links", "sentence"),
    [
        ("", A, "Choose the partial file"),
        ("/x.part", "", "Enter at least one link"),
        ("/x.part", "no", "is not a link"),
    ],
)
def test_what_is_missing_is_said(desk: Desk, control: NotedControl, file: str, links: str, sentence: str) -> None:
    dialog = desk.adopt(file, links)
    dialog.accept()
    assert sentence in dialog.words.text()
    assert control.adopted == []
    dialog.reject()


def test_a_refusal_leaves_the_dialog_as_it_was(desk: Desk, control: NotedControl) -> None:
    control.adoption = UserError("x.part belongs to another file")
    dialog = desk.adopt("/x.part", A)
    dialog.accept()
    desk.until(lambda: dialog.words.text() == "x.part belongs to another file.")
    assert dialog.known.isEnabled()
    assert dialog.bar.isHidden()
    dialog.reject()


def test_work_can_be_watched_and_cancelled(desk: Desk, control: NotedControl) -> None:
    waits: asyncio.Future[Adopted] = desk.loop.create_future()
    control.adoption = waits
    dialog = desk.adopt("/x.part", A)
    dialog.accept()
    bar = dialog.findChild(QProgressBar, "adoptProgress")
    assert bar is not None
    desk.until(lambda: bar.value() == 500)
    assert not dialog.known.isEnabled()
    dialog.reject()
    desk.until(waits.cancelled)
    assert desk.results == []


def test_a_document_says_which_file_it_is(desk: Desk, control: NotedControl) -> None:
    digest = Checksum("sha-256", "ab" * 32, "Metalink")
    control.documents["/x.meta4"] = (
        DescribedFile("other.iso", 5, (SourceSpec("https://b.example/other.iso"),)),
        DescribedFile("x.iso", 9, (SourceSpec("https://b.example/x.iso"),), (digest,)),
    )
    done: asyncio.Future[Adopted] = desk.loop.create_future()
    done.set_result(Adopted(JobId("1"), 4, 9, "all of 3 samples are right"))
    control.adoption = done
    dialog = desk.adopt("/somewhere/x.iso.part", f"{A}\n/x.meta4")
    dialog._start.setChecked(False)
    dialog._itself.setChecked(True)
    dialog.accept()
    desk.until(lambda: desk.results)
    assert control.adopted_in_place
    ((spec, path),) = control.adopted
    assert path == Path("/somewhere/x.iso.part")
    assert [source.url for source in spec.sources] == [A, "https://b.example/x.iso"]
    assert (spec.name, spec.options.checksums, spec.options.size_bytes) == ("x.iso", (digest,), 9)
    assert spec.options.start_paused
    assert desk.results[0][1] == str(desk.folder)


def test_several_files_and_none_of_that_name(desk: Desk, control: NotedControl) -> None:
    control.documents["/x.torrent"] = tuple(DescribedFile(name, 5, (SourceSpec(A),)) for name in ("a", "b"))
    dialog = desk.adopt("/x.part", "/x.torrent")
    dialog.accept()
    desk.until(lambda: dialog.words.text() == "x.torrent describes several files, none of that name.")
    assert control.adopted == []
    assert desk.results == []
    assert dialog.isVisible()
    assert dialog.known.isEnabled(), "another place can be named"
    dialog.reject()


def test_against_a_real_mirror(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    sample = SeededSample(600_000, seed=9)
    data = bytes(sample.read(0, 600_000))
    (tmp_path / "film.mkv.crdownload").write_bytes(data[:400_000])

    async def begin() -> tuple[WindowApi, MirrorLab]:
        return await WindowApi.open(tmp_path / "profile"), await MirrorLab([MirrorBehaviour()], sample).__aenter__()

    api, lab = qt_loop.run_until_complete(begin())
    desk = Desk(qt_loop, tmp_path / "out", api)
    dialog = desk.adopt(str(tmp_path / "film.mkv.crdownload"), lab.urls[0])
    dialog.accept()
    # To its end in one go: the engine works on a loop that runs.
    desk.until(lambda: any(job.state is JobState.DONE for job in api.jobs()))
    (job,) = api.jobs()
    assert desk.results[0][0].kept_bytes == 400_000
    assert job.path == tmp_path / "out" / "sample.bin"
    assert hashlib.sha256(job.path.read_bytes()).digest() == hashlib.sha256(data).digest()

    async def end() -> None:
        desk.bridge.detach()
        await api.close()
        await lab.__aexit__(None, None, None)

    qt_loop.run_until_complete(end())


def test_a_question_waits_for_the_engine_to_be_there(desk: Desk, control: NotedControl) -> None:
    desk.bridge.detach()
    control.adoption = UserError("it was asked")
    dialog = desk.adopt("/x.part", A)
    dialog.accept()
    desk.until(lambda: desk.bridge._waiting)
    assert control.adopted == []
    desk.bridge.attach(control)
    desk.until(lambda: dialog.words.text() == "It was asked.")
    desk.bridge.detach()
    dialog.accept()
    desk.until(lambda: desk.bridge._waiting)
    desk.bridge.detach()
    desk.until(lambda: dialog.task is None)
    assert desk.results == []
    dialog.reject()
