"""Films that are still coming, played by the real player on a real engine hosted by Qt's loop."""

import asyncio
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
from headwater.lab.sample import FileSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, PauseJobs, ResumeJobs
from headwater.model.job import JobId, JobSpec
from headwater.model.source import SourceSpec
from headwater_ui.preview.buffering import Buffering
from headwater_ui.preview.media_view import MediaView
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

    def __init__(self, api: Api, job_id: JobId, view: MediaView) -> None:
        self.api, self.job_id, self.view = api, job_id, view

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
            yield Cinema(api, job_id, view)
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
