"""A preview of bytes that prove wrong later: it reads them again by itself, and goes on where it was."""

import asyncio
from pathlib import Path

from PySide6.QtMultimedia import QMediaPlayer
from tests.fakes.documents import make_pdf
from tests.fakes.media import make_sample, needs_ffmpeg
from tests.fakes.panes import Stage, open_pane, stage
from tests.fakes.trusted import pieces_of
from tests.fakes.waiting import until

from headwater.lab.mirrors import MirrorLab
from headwater.lab.sample import BytesSample, FileSample
from headwater.lab.shaping import MirrorBehaviour
from headwater.model.commands import AddJob, SetSources
from headwater.model.job import JobOptions, JobSpec
from headwater.model.source import SourceSpec
from headwater.model.spans import Span
from headwater_ui.preview.kinds import Kind

TEXT = b"".join(b"%06d it stands in the file\n" % line for line in range(20_000))
BLOCK = 128 * 1024
SECONDS = 20


def test_a_spoiled_text_is_shown_and_then_as_it_is(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    sample = BytesSample(TEXT)
    liar = MirrorBehaviour(corrupt=(Span(100, 101),), withholds=(Span(70_000, len(TEXT)),))

    async def look() -> None:
        async with MirrorLab([liar, MirrorBehaviour()], sample) as lab, open_pane(tmp_path / "profile") as shown:
            sources = tuple(map(SourceSpec, lab.urls))
            options = JobOptions(pieces=pieces_of(sample, BLOCK))
            job_id = await shown.api.execute(AddJob(JobSpec(sources[:1], tmp_path, "got.txt", options)))
            assert job_id is not None
            shown.pane.show_job(shown.api.job(job_id))
            text = shown.pane.viewers.text
            await until(lambda: len(text.toPlainText()) >= 70_000)
            assert text.toPlainText()[:100] == TEXT[:100].decode()
            assert text.toPlainText()[100] != TEXT[100:101].decode(), "its block is not whole: nobody can know yet"
            await shown.api.execute(SetSources(job_id, sources))
            lab.change(withholds=())
            await until(lambda: text.toPlainText() == TEXT.decode())

    qt_loop.run_until_complete(look())


def revoke(shown: Stage) -> None:
    """Let the job's readers hear that the beginning of the file was wrong."""
    for stream in shown.api._engine._roster.job(shown.job_id).streams:
        stream.deliveries.revoke((Span(0, 1000),))


@needs_ffmpeg
def test_a_film_goes_on_where_it_was(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    film = make_sample(tmp_path / "film.mp4", "-c:v", "libx264", "-b:v", "1M", seconds=SECONDS)

    async def play() -> None:
        async with stage(tmp_path, FileSample(film)) as (shown, _lab):
            await until(lambda: shown.shows_film)
            view, player = shown.film, shown.film.player
            view.seek(8.0)
            await until(lambda: player.position() >= 8000)
            view.toggle()
            await until(lambda: player.playbackState() is QMediaPlayer.PlaybackState.PausedState)
            before, device = player.position(), view.film.device
            revoke(shown)
            await until(lambda: view.film.device not in (device, None))
            await until(lambda: abs(player.position() - before) < 2000, "as near as the player seeks")
            await until(lambda: player.playbackState() is QMediaPlayer.PlaybackState.PausedState)

    qt_loop.run_until_complete(play())


def test_a_pdf_shows_the_same_page(qt_loop: asyncio.AbstractEventLoop, tmp_path: Path) -> None:
    document = make_pdf(tmp_path / "some.pdf", pages=12, picture_bytes=20_000)

    async def read() -> None:
        async with stage(tmp_path, FileSample(document)) as (shown, _lab):
            await until(lambda: shown.pane.kind is Kind.PDF and shown.pdf.page == 0)
            shown.pdf.turn(5)
            await until(lambda: shown.pdf.page == 5)
            reader = shown.pdf._reader
            revoke(shown)
            await until(lambda: shown.pdf._reader not in (reader, None) and shown.pdf.page == 5)

    qt_loop.run_until_complete(read())
