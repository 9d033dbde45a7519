"""Films that are still coming, played by the real player on a real engine hosted by Qt's loop."""

import asyncio
import struct
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtWidgets import QApplication
from tests.fakes.media import make_sample, needs_ffmpeg

from headwater.control.api import Api
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import BytesSample, FileSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, PauseJobs, ResumeJobs
from headwater.model.job import JobId, JobSpec
from headwater.model.source import SourceSpec
from headwater_ui.bridge import Bridge
from headwater_ui.preview.buffering import Buffering
from headwater_ui.preview.kinds import Kind
from headwater_ui.preview.media_view import MediaView
from headwater_ui.preview.preview_pane import PreviewPane
from headwater_ui.preview.stream_device import StreamDevice

#: How long a condition may take; the bound of a wait, never a pause.
PATIENCE_S = 20.0
SECONDS = 30


async def until(holds: Callable[[], bool]) -> None:
    """Go round the loop until the condition holds."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():  # noqa: ASYNC110  # the player's own state, which no event of ours tells
            await asyncio.sleep(0.01)


class Cinema:
    """A film served by slow mirrors, a job that fetches it, and the view that plays it."""

    def __init__(self, api: Api, job_id: JobId, view: MediaView, lab: MirrorLab) -> None:
        self.api, self.job_id, self.view, self.lab = api, job_id, view, lab

    async def open(self) -> StreamDevice:
        stream = self.api.open_stream(self.job_id)
        size_bytes = await stream.size()
        device = StreamDevice(stream.blocking(), size_bytes)
        self.view.open(
            device,
            name="film.mp4",
            rate_bytes_per_s=size_bytes / SECONDS,
            here=lambda: self.api.received(self.job_id),
            wish=stream.wish,
        )
        return device


@asynccontextmanager
async def cinema(tmp_path: Path, film: Path, rate_bytes_per_s: float) -> AsyncIterator[Cinema]:
    behaviours = [MirrorBehaviour(rate_bytes_per_s=rate_bytes_per_s / 2, latency_s=0.02)] * 2
    async with MirrorLab(behaviours, FileSample(film)) as lab:
        api = await Api.open(tmp_path / "profile")
        job_id = await api.execute(AddJob(JobSpec(tuple(map(SourceSpec, lab.urls)), tmp_path, "got.mp4")))
        assert job_id is not None
        QApplication.setQuitOnLastWindowClosed(False)  # as the program has it
        view = MediaView()
        view.resize(320, 240)
        view.show()
        try:
            yield Cinema(api, job_id, view, lab)
        finally:
            view.close_media()
            view.close()
            view.deleteLater()
            await api.close()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a minute of film whose index lies at its end."""
    return make_sample(tmp_path_factory.mktemp("film") / "film.mp4", "-c:v", "libx264", "-b:v", "1M", seconds=SECONDS)


@needs_ffmpeg
def test_a_film_with_its_index_last_starts_and_seeks(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    async def play() -> None:
        async with cinema(tmp_path, film, 1_500_000) as stage:
            await stage.open()
            await until(lambda: stage.view.frames > 0)
            job = stage.api.job(stage.job_id)
            assert job.received_bytes < (job.size_bytes or 0)
            stage.view.seek(24.0)
            await until(lambda: stage.view.player.position() >= 24_000)
            seen = stage.view.frames
            await until(lambda: stage.view.frames > seen)

    qt_loop.run_until_complete(play())


@needs_ffmpeg
def test_a_pulled_network_pauses_the_film_and_its_return_goes_on(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    async def play() -> None:
        async with cinema(tmp_path, film, 300_000) as stage:
            await stage.open()
            await until(lambda: stage.view.frames > 0)
            for mirror in stage.lab.mirrors:
                mirror.die()
            await until(lambda: stage.view.is_waiting)
            assert stage.view.player.playbackState() is QMediaPlayer.PlaybackState.PausedState
            for mirror in stage.lab.mirrors:
                await mirror.revive()
            await until(lambda: not stage.view.is_waiting)
            assert stage.view.player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    qt_loop.run_until_complete(play())


@needs_ffmpeg
def test_a_paused_download_pauses_its_film_and_takes_it_up_again(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    async def play() -> None:
        async with cinema(tmp_path, film, 300_000) as stage:
            await stage.open()
            await until(lambda: stage.view.frames > 0)
            await stage.api.execute(PauseJobs((stage.job_id,)))
            await until(lambda: stage.view.is_waiting)
            assert stage.view.player.playbackState() is QMediaPlayer.PlaybackState.PausedState
            await stage.api.execute(ResumeJobs((stage.job_id,)))
            await until(lambda: not stage.view.is_waiting)
            assert stage.view.player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    qt_loop.run_until_complete(play())


@needs_ffmpeg
def test_switching_while_bytes_are_missing_leaves_nothing_behind(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    async def switch() -> None:
        async with cinema(tmp_path, film, 20_000) as stage:
            await stage.open()
            await until(lambda: bool(stage.api.received(stage.job_id)))
            threads = 0
            for turn in range(100):
                await stage.open()
                if turn == 10:
                    threads = threading.active_count()
            stage.view.close_media()
            assert threading.active_count() <= threads + 1
            await until(lambda: not stage.api._engine._roster.job(stage.job_id).streams)

    qt_loop.run_until_complete(switch())


class Room:
    """The real pane on a job whose file it does not know yet."""

    def __init__(self, api: Api, job_id: JobId, bridge: Bridge, pane: PreviewPane) -> None:
        self.api, self.job_id, self.bridge, self.pane = api, job_id, bridge, pane


@asynccontextmanager
async def room(tmp_path: Path, data: bytes) -> AsyncIterator[Room]:
    async with MirrorLab([MirrorBehaviour()], BytesSample(data)) as lab:
        api = await Api.open(tmp_path / "profile")
        job_id = await api.execute(AddJob(JobSpec((SourceSpec(lab.urls[0]),), tmp_path, "got.bin")))
        assert job_id is not None
        QApplication.setQuitOnLastWindowClosed(False)
        bridge = Bridge()
        bridge.attach(api)
        pane = PreviewPane(bridge)
        pane.show()
        pane.show_job(api.job(job_id))
        try:
            yield Room(api, job_id, bridge, pane)
        finally:
            pane.close_streams()
            await until(lambda: not bridge._tasks)
            pane.close()
            pane.deleteLater()
            bridge.detach()
            await api.close()


@needs_ffmpeg
@pytest.mark.parametrize("name", ["av1.mp4", "av1.mkv"])
def test_a_film_that_the_player_cannot_show_says_so_at_once(
    qt_loop: asyncio.AbstractEventLoop, tmp_path: Path, name: str
) -> None:
    options = ["-c:v", "libaom-av1", "-cpu-used", "8", "-c:a", "libopus"]
    film = make_sample(tmp_path / name, *options, seconds=2)

    async def look() -> None:
        async with room(tmp_path, film.read_bytes()) as shown:
            wanted: list[str] = []
            shown.pane.player_wanted.connect(wanted.append)
            await until(lambda: shown.pane.kind is Kind.FILM)
            view = shown.pane._film
            assert view is not None
            assert "cannot show AV1" in view._message.text()
            view._external_now.click()
            assert wanted == [shown.job_id]
            view.link.wanted.emit()
            await until(lambda: view.link.mime().text().startswith("http://127.0.0.1:"))
            assert view.link.mime().text() == await shown.api.stream_url(shown.job_id)

    qt_loop.run_until_complete(look())


def _box(kind: bytes, content: bytes, size: int | None = None) -> bytes:
    return struct.pack(">I4s", len(content) + 8 if size is None else size, kind) + content


HOSTILE = {
    "box of 2^63": _box(b"ftyp", b"isom\0\0\0\0") + struct.pack(">I4sQ", 1, b"mdat", 2**63) + bytes(5000),
    "moov of 4 GiB": _box(b"ftyp", b"isom\0\0\0\0") + _box(b"moov", bytes(5000), 2**32 - 1),
    "boxes without end": _box(b"ftyp", b"isom\0\0\0\0") + _box(b"free", b"") * 5000,
    "truncated moov": _box(b"ftyp", b"isom\0\0\0\0") + _box(b"moov", _box(b"trak", b"\0\0\0\x20mdia"), 900),
    "sample table of lies": _box(b"ftyp", b"isom\0\0\0\0")
    + _box(b"moov", _box(b"trak", _box(b"mdia", _box(b"minf", _box(b"stbl", _box(b"co64", b"\xff" * 32)))))),
    "EBML of 2^56": b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xfe" + bytes(5000),
    "cues that lead to themselves": b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\x88\x1c\x53\xbb\x6b\x80" + bytes(3000),
    "AVI of 4 GiB": b"RIFF\xff\xff\xff\xffAVI LIST\xff\xff\xff\xffmovi" + bytes(5000),
    "Ogg cut off": b"OggS\0\x02" + b"\xff" * 100,
    "PDF that points nowhere": b"%PDF-1.7\n" + bytes(2000) + b"startxref\n9223372036854775807\n%%EOF",
    "PDF that points to itself": b"%PDF-1.7\nxref\n0 0\ntrailer\n<</Prev 9>>\nstartxref\n9\n%%EOF" + bytes(2000),
    "ZIP of 2^63": b"PK\x03\x04" + bytes(2000) + b"PK\x05\x06" + bytes(4) + b"\xff" * 12 + bytes(2),
    "tar of 2^62": (b"a".ljust(124, b"\0") + b"\x80" + bytes(3) + b"\x3f" + b"\xff" * 7).ljust(257, b"\0")
    + b"ustar\x0000".ljust(2000, b"\0"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_media_end_in_words_or_bytes(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path, name: str) -> None:
    """Nothing outside the file is asked for, nothing is raised, and the pane says something in the end."""

    async def look() -> None:
        async with room(tmp_path, HOSTILE[name]) as shown:
            pane = shown.pane

            def settled() -> bool:
                film = pane._film
                if pane.kind is Kind.FILM and film is not None:
                    return any(words in film._message.text() for words in ("cannot be played", "nothing in it"))
                return pane.kind is not None or pane._blank.title == "No preview"

            await until(settled)
            assert not shown.api.job(shown.job_id).error

    qt_loop.run_until_complete(look())


@needs_ffmpeg
def test_a_film_cut_in_its_middle_plays_what_there_is(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    whole = make_sample(tmp_path / "whole.mkv", "-c:v", "libx264", seconds=4).read_bytes()

    async def look() -> None:
        async with room(tmp_path, whole[: len(whole) // 2]) as shown:
            await until(lambda: shown.pane._film is not None and shown.pane._film.frames > 0)

    qt_loop.run_until_complete(look())


def test_waiting_begins_with_a_read_that_stands_still_and_ends_with_enough_ahead() -> None:
    film = Buffering(size_bytes=10_000_000, rate_bytes_per_s=100_000)
    assert not film.update(read_end=500_000, stands_still_s=0.1, here_until=500_000)
    assert film.update(read_end=500_000, stands_still_s=0.3, here_until=500_000)
    assert film.update(read_end=500_000, stands_still_s=0.0, here_until=700_000)
    assert film.share(read_end=500_000, here_until=650_000) == pytest.approx(0.5)
    assert not film.update(read_end=500_000, stands_still_s=0.0, here_until=800_000)


def test_waiting_ends_at_the_end_of_the_file() -> None:
    film = Buffering(size_bytes=600_000, rate_bytes_per_s=None, is_waiting=True)
    assert not film.update(read_end=500_000, stands_still_s=0.0, here_until=600_000)
