"""Films that are still coming, played by the real player on a real engine hosted by Qt's loop."""

import asyncio
import struct
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtWidgets import QApplication
from tests.fakes.media import make_sample, needs_ffmpeg
from tests.fakes.panes import add_job, stage, two_mirrors, withhold
from tests.fakes.waiting import until

from headwater.control.api import Api
from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import BytesSample, FileSample
from headwater.model.commands import PauseJobs, ResumeJobs
from headwater.model.job import JobId
from headwater_ui.preview.buffering import Buffering
from headwater_ui.preview.kinds import Kind
from headwater_ui.preview.media_view import MediaView
from headwater_ui.preview.stream_device import StreamDevice

SECONDS = 30
#: All but the first few seconds of a film, and its index at the end.
MIDDLE = (0.15, 0.97)


class Cinema:
    """A film of which a part is withheld, a job that fetches it, and the view that plays it."""

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
async def cinema(tmp_path: Path, film: Path, *withheld: float) -> AsyncIterator[Cinema]:
    async with two_mirrors(FileSample(film), *withheld) as lab:
        api = await Api.open(tmp_path / "profile")
        job_id = await add_job(api, lab.urls, tmp_path, "got.mp4")
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
        async with cinema(tmp_path, film, 0.3, 0.6) as house:
            await house.open()
            await until(lambda: house.view.frames > 0)
            house.view.seek(24.0)
            await until(lambda: house.view.player.position() >= 24_000)
            seen = house.view.frames
            await until(lambda: house.view.frames > seen)

    qt_loop.run_until_complete(play())


@needs_ffmpeg
def test_a_pulled_network_pauses_the_film_and_its_return_goes_on(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    async def play() -> None:
        async with cinema(tmp_path, film, *MIDDLE) as house:
            await house.open()
            await until(lambda: house.view.frames > 0)
            for mirror in house.lab.mirrors:
                mirror.die()
            await until(lambda: house.view.is_waiting)
            assert house.view.player.playbackState() is QMediaPlayer.PlaybackState.PausedState
            withhold(house.lab)
            for mirror in house.lab.mirrors:
                await mirror.revive()
            await until(lambda: not house.view.is_waiting)
            assert house.view.player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    qt_loop.run_until_complete(play())


@needs_ffmpeg
def test_a_paused_download_pauses_its_film_and_takes_it_up_again(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    async def play() -> None:
        async with cinema(tmp_path, film, *MIDDLE) as house:
            await house.open()
            await until(lambda: house.view.frames > 0)
            await house.api.execute(PauseJobs((house.job_id,)))
            await until(lambda: house.view.is_waiting)
            assert house.view.player.playbackState() is QMediaPlayer.PlaybackState.PausedState
            withhold(house.lab)
            await house.api.execute(ResumeJobs((house.job_id,)))
            await until(lambda: not house.view.is_waiting)
            assert house.view.player.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    qt_loop.run_until_complete(play())


@needs_ffmpeg
def test_switching_while_bytes_are_missing_leaves_nothing_behind(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    async def switch() -> None:
        async with cinema(tmp_path, film, 0.02, 1.0) as house:
            await house.open()
            await until(lambda: bool(house.api.received(house.job_id)))
            threads = 0
            for turn in range(100):
                await house.open()
                if turn == 10:
                    threads = threading.active_count()
            house.view.close_media()
            await until(lambda: threading.active_count() <= threads + 1, "no thread is left behind")
            await until(lambda: not house.api._engine._roster.job(house.job_id).streams)

    qt_loop.run_until_complete(switch())


@needs_ffmpeg
@pytest.mark.parametrize("name", ["av1.mp4", "av1.mkv"])
def test_a_film_that_the_player_cannot_show_says_so_at_once(
    qt_loop: asyncio.AbstractEventLoop, tmp_path: Path, name: str
) -> None:
    options = ["-c:v", "libaom-av1", "-cpu-used", "8", "-c:a", "libopus"]
    film = make_sample(tmp_path / name, *options, seconds=2)

    async def look() -> None:
        async with stage(tmp_path, FileSample(film)) as (shown, _):
            wanted: list[str] = []
            shown.pane.player_wanted.connect(wanted.append)
            await until(lambda: shown.pane.kind is Kind.FILM)
            view = shown.film
            assert "cannot show AV1" in view.face.message.text()
            view.face.way_out.click()
            assert wanted == [shown.job_id]
            view.bar.link.wanted.emit()
            await until(lambda: view.bar.link.mime().text().startswith("http://127.0.0.1:"))
            assert view.bar.link.mime().text() == await shown.api.stream_url(shown.job_id)

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
        async with stage(tmp_path, BytesSample(HOSTILE[name])) as (shown, _):
            pane = shown.pane

            def settled() -> bool:
                film = pane.viewers.film
                if pane.kind is Kind.FILM and film is not None:
                    return any(words in film.face.message.text() for words in ("cannot be played", "nothing in it"))
                return pane.kind is not None or pane.viewers.blank.title == "No preview"

            await until(settled)
            assert not shown.api.job(shown.job_id).error

    qt_loop.run_until_complete(look())


@needs_ffmpeg
def test_a_film_cut_in_its_middle_plays_what_there_is(
    qt_loop: asyncio.AbstractEventLoop, film: Path, tmp_path: Path
) -> None:
    whole = make_sample(tmp_path / "whole.mkv", "-c:v", "libx264", seconds=4).read_bytes()

    async def look() -> None:
        async with stage(tmp_path, BytesSample(whole[: len(whole) // 2])) as (shown, _):
            await until(lambda: shown.shows_film)

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
