"""What a person waits for in the preview, beside what no player could beat: real pane, real mirrors in a child process.

`needed` are the bytes that had to come: those of the plan, or those that the player touches of the file when it is all
there, whichever is less, but no less than the shortest beginning with which the player does show a picture. The bound
is 1.5 x (needed / rate + (2 + jumps) x latency) + 0.1 s.
"""

import asyncio
import itertools
import json
import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from tests.fakes.documents import make_pdf
from tests.fakes.media import ComingFile, make_sample
from tests.fakes.panes import Stage, open_pane
from tests.fakes.waiting import PATIENCE_S, until

from headwater.control.api import BlockingStream
from headwater.lab.sample import demo_picture
from headwater.model.spans import Span, SpanSet
from headwater_ui.hosted_loop import make_loop
from headwater_ui.preview.image_decoder import decode_picture
from headwater_ui.preview.kinds import Kind
from headwater_ui.preview.media_view import MediaView
from headwater_ui.preview.stream_device import StreamDevice

RATE: Final = 4e6
LATENCY_S: Final = 0.05
MIRRORS: Final = ("rate=1M,latency=0.05",) * 4
#: How long a player may take to a picture with what it has; an index at the end is no longer than this.
_TRY_S: Final = 1.0
_INDEX_BYTES: Final = 4096
_STEP_BYTES: Final = 32 * 1024
_NUMBERS: Final = itertools.count()
_NOISE: Final = ("-vf", "noise=alls=20:allf=t", "-g", "50")


@dataclass(frozen=True, slots=True)
class PreviewFigure:
    """One thing that was waited for: `value` and `bound` in `unit`."""

    name: str
    value: float
    bound: float
    unit: str
    note: str = ""


@asynccontextmanager
async def mirrors_of(path: Path, behaviours: Sequence[str]) -> AsyncIterator[tuple[str, ...]]:
    """URLs of mirrors of a file, in a child process, so that this one's loop is measured alone."""
    words = [word for behaviour in behaviours for word in ("--mirror", behaviour)]
    command = [sys.executable, "-m", "headwater.lab.mirrors_command", "--json", "--until-stdin-closes", *words]
    # Before the clock starts: that this blocks is no matter.
    process = subprocess.Popen([*command, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: ASYNC220  # brief
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield tuple(json.loads(await asyncio.to_thread(process.stdout.readline))["urls"])
    finally:
        process.stdin.close()
        await asyncio.to_thread(process.wait)
        process.stdout.close()


class Timed:
    """A job just added, and the real pane that looks into it; `started_s` is when it was added."""

    def __init__(self, stage: Stage, started_s: float) -> None:
        self.stage, self.started_s = stage, started_s

    @property
    def received_bytes(self) -> int:
        return self.stage.api.job(self.stage.job_id).received_bytes

    async def until(self, holds: Callable[[], object]) -> float:
        """Seconds since the start when the condition holds."""
        await seen(holds)
        return time.perf_counter() - self.started_s

    async def first_picture(self) -> float:
        """Seconds until a film has shown one."""
        return await self.until(lambda: self.stage.shows_film)


async def seen(holds: Callable[[], object]) -> None:
    """Wait until a player or a widget shows something, to 2 ms."""
    await until(holds, every_s=0.002)


@asynccontextmanager
async def timed(folder: Path, path: Path, behaviours: Sequence[str] = MIRRORS) -> AsyncIterator[Timed]:
    number = next(_NUMBERS)
    async with mirrors_of(path, behaviours) as urls, open_pane(folder / f"profile{number}") as stage:
        started_s = time.perf_counter()
        await stage.look_into(urls, folder / f"got{number}", path.name)
        yield Timed(stage, started_s)


class _Whole:
    """The blocking face of a file that is all there; notes what a player touches of it."""

    def __init__(self, path: Path, beginning_bytes: int | None = None) -> None:
        """With `beginning_bytes` only so much is there; the rest never comes, but for the last few bytes."""
        self._file = path.open("rb")
        self.size_bytes = path.stat().st_size
        self._beginning_bytes = self.size_bytes if beginning_bytes is None else beginning_bytes
        self._aborted = threading.Event()
        self.touched = SpanSet()
        self.jumps = 0
        self._end = 0

    def seek(self, offset: int) -> int:
        return self._file.seek(offset)

    def read_some(self, size: int) -> bytes:
        at = self._file.tell()
        if self._beginning_bytes <= at < self.size_bytes - _INDEX_BYTES:
            self._aborted.wait()
            return b""
        size = min(size, self._beginning_bytes - at) if at < self._beginning_bytes else size
        data = self._file.read(min(size, 64 * 1024))
        if data:
            self.jumps += at != self._end and not self.touched.covers(Span(at, at + len(data)))
            self.touched.add(Span(at, at + len(data)))
            self._end = at + len(data)
        return data

    def abort(self) -> None:
        """Whoever waits for what never comes goes on."""
        self._aborted.set()


@asynccontextmanager
async def _played(path: Path, beginning_bytes: int | None = None) -> AsyncIterator[tuple[_Whole, MediaView]]:
    """A player on a file that is here, or on its beginning."""
    whole, view = _Whole(path, beginning_bytes), MediaView()
    view.show()
    view.open(
        StreamDevice(cast("BlockingStream", whole), whole.size_bytes),
        name=path.name,
        rate_bytes_per_s=None,
        here=lambda: (Span(0, whole.size_bytes),),
        wish=lambda _position, _window: None,
    )
    try:
        yield whole, view
    finally:
        whole.abort()
        view.close_media()
        view.close()
        view.deleteLater()


async def _seek(view: MediaView, seek_s: float) -> None:
    """Seek, and wait for a picture from there."""
    view.seek(seek_s)
    await seen(lambda: view.player.position() >= seek_s * 1000 - 100)
    had = view.frames
    await seen(lambda: view.frames > had)


async def touched_until_frame(path: Path, seek_s: float | None) -> tuple[int, int]:
    """Bytes and jumps that the player takes to its first picture, or from there to one after a seek."""
    async with _played(path) as (whole, view):
        await seen(lambda: view.frames > 0)
        had_bytes, had_jumps = whole.touched.total_bytes, whole.jumps
        if seek_s is None:
            return had_bytes, had_jumps
        await _seek(view, seek_s)
        return whole.touched.total_bytes - had_bytes, whole.jumps - had_jumps


async def _shows_a_picture(path: Path, beginning_bytes: int) -> bool:
    """Whether the player shows a picture of a film of which only the beginning is there."""
    async with _played(path, beginning_bytes) as (_, view):
        try:
            async with asyncio.timeout(_TRY_S):
                while view.frames == 0:  # noqa: ASYNC110  # the player's own state
                    await asyncio.sleep(0.005)
        except TimeoutError:
            return False
        return True


async def shortest_beginning(path: Path) -> int:
    """Bytes from the beginning of a film without which the player shows no picture, to 32 KiB."""
    few, enough = 0, 32
    while not await _shows_a_picture(path, enough * _STEP_BYTES):
        few, enough = enough, enough * 2
    while enough - few > 1:
        middle = (few + enough) // 2
        few, enough = (few, middle) if await _shows_a_picture(path, middle * _STEP_BYTES) else (middle, enough)
    return few * _STEP_BYTES


def _plan_of(path: Path) -> ComingFile:
    """What the plan fetches of a file, and in how many rounds."""
    coming = ComingFile(path.read_bytes())
    coming.settle()
    return coming


def bound_s(needed_bytes: float, jumps: int) -> float:
    return 1.5 * (needed_bytes / RATE + (2 + jumps) * LATENCY_S) + 0.1


def films(folder: Path) -> dict[str, tuple[Path, int]]:
    """Name: (film, seconds)."""
    x264 = ("-c:v", "libx264", "-preset", "ultrafast", "-b:v", "4M", *_NOISE)
    vp9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "3M", "-g", "50")
    made = {
        "MP4, index first": (make_sample(folder / "first.mp4", *x264, "-movflags", "+faststart", seconds=60), 60),
        "MP4, index last": (make_sample(folder / "last.mp4", *x264, seconds=60), 60),
        "MKV": (make_sample(folder / "film.mkv", *x264, seconds=60), 60),
        "WebM": (make_sample(folder / "film.webm", *vp9, seconds=30), 30),
    }
    tiny = ("-r", "30", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "45", "-vf", "scale=64:48", "-g", "60")
    minute = make_sample(folder / "minute.mp4", *tiny, "-b:a", "32k", seconds=60)
    long = folder / "long.mp4"
    loop = ["ffmpeg", "-v", "error", "-stream_loop", "119", "-i", str(minute), "-c", "copy", str(long)]
    subprocess.run(loop, check=True, stdin=subprocess.DEVNULL)
    made["MP4, 2 h, index last"] = (long, 7200)
    return made


async def time_films(folder: Path, work: Path) -> AsyncIterator[PreviewFigure]:
    """First picture and seek of each film."""
    for name, (path, seconds) in films(folder).items():
        for figure in await _time_film(name, path, 0.8 * seconds, work):
            yield figure


async def _time_film(name: str, path: Path, seek_s: float, work: Path) -> tuple[PreviewFigure, PreviewFigure]:
    coming = _plan_of(path)
    first_bytes, first_jumps = await touched_until_frame(path, None)
    seek_bytes, seek_jumps = await touched_until_frame(path, seek_s)
    needed, jumps = min(coming.here.total_bytes, first_bytes), min(coming.rounds, first_jumps)
    if not jumps:
        needed = max(needed, await shortest_beginning(path))
    firsts: list[float] = []
    for is_last in (False, False, True):
        async with timed(work, path) as shown:
            firsts.append(await shown.first_picture())
            if is_last:
                began_s = time.perf_counter()
                await _seek(shown.stage.film, seek_s)
                sought_s = time.perf_counter() - began_s
    return (
        _film_figure(f"first picture, {name}", median(firsts), needed, jumps),
        _film_figure(f"seek to 80 %, {name}", sought_s, seek_bytes, seek_jumps),
    )


def _film_figure(name: str, value: float, needed_bytes: int, jumps: int) -> PreviewFigure:
    note = f"{needed_bytes / 1e6:.2f} MB, {jumps} jumps"
    return PreviewFigure(name, value, bound_s(needed_bytes, jumps), "s", note)


async def play_at_the_limit(folder: Path, work: Path) -> AsyncIterator[PreviewFigure]:
    """A film at 95 % of what the survivors of four uneven mirrors bring; one dies on the way."""
    rates = (1_200_000, 900_000, 600_000)
    bits = round(0.95 * sum(rates) * 8)
    steady = ("-c:v", "libx264", "-preset", "ultrafast", "-x264-params", "nal-hrd=cbr", "-bufsize", "2M")
    video = (f"-b:v:{bits}", f"-minrate:{bits}", f"-maxrate:{bits}")
    options = [part for word in video for part in (word.rpartition(":")[0], word.rpartition(":")[2])]
    path = make_sample(folder / "limit.mp4", *steady, *options, *_NOISE, "-movflags", "+faststart", "-an", seconds=30)
    mirrors = [f"rate={rate},latency=0.0{i + 3},jitter=0.02" for i, rate in enumerate(rates)]
    async with timed(work, path, [*mirrors, "rate=500000,latency=0.05,dies-after=3M"]) as shown:
        await shown.first_picture()
        film = shown.stage.film
        stalls, waited, began_s = 0, film.is_waiting, time.perf_counter()
        status = film.player.MediaStatus.EndOfMedia
        while film.player.mediaStatus() is not status and time.perf_counter() - began_s < PATIENCE_S:
            await asyncio.sleep(0.01)
            stalls += film.is_waiting and not waited
            waited = film.is_waiting
        note = f"film of {path.stat().st_size / 30 / 1e6:.2f} MB/s, played in {time.perf_counter() - began_s:.1f} s"
        yield PreviewFigure("stalls of a 30 s film at 95 %", stalls, 0, "stalls", note)


async def look_inside(folder: Path, work: Path) -> AsyncIterator[PreviewFigure]:
    """ZIP, PDF and JPEG."""
    archive = folder / "big.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for i in range(400):
            packed.writestr(f"folder/{i:03}.bin", bytes(2**30 // 400))
    plan = _plan_of(archive)
    async with timed(work, archive) as shown:
        value = await shown.until(lambda: shown.stage.pane.kind is Kind.ARCHIVE)
        note = f"{shown.received_bytes / 1024:.0f} KiB received by then"
        yield PreviewFigure("ZIP of 1 GiB listed", value, bound_s(plan.here.total_bytes, plan.rounds), "s", note)
    yield PreviewFigure("bytes that its listing needs", plan.here.total_bytes / 1024, 256, "KiB")
    document = make_pdf(folder / "big.pdf", pages=100, picture_bytes=500_000)
    async with timed(work, document) as shown:
        value = await shown.until(lambda: shown.stage.pane.kind is Kind.PDF)
        note = f"{shown.received_bytes / 1e6:.2f} MB received by then"
        yield PreviewFigure("page 1 of a PDF of 50 MB", value, 1.0, "s", note)
    data = demo_picture().read(0, 2**24)
    early = decode_picture([data[: len(data) * 15 // 100]], QSize(320, 320), complete=False)
    late = decode_picture([data], QSize(320, 320), complete=True)
    assert late is not None
    off = 255.0
    if early is not None:
        cells = [(x, y) for y in range(0, late.image.height(), 4) for x in range(0, late.image.width(), 4)]
        pairs = [(early.image.pixelColor(x, y), late.image.pixelColor(x, y)) for x, y in cells]
        off = sum(abs(a.lightness() - b.lightness()) for a, b in pairs) / len(pairs)
    yield PreviewFigure("progressive JPEG at 15 %, mean error of brightness", off, 12, "of 255")


async def measure_gaps(folder: Path, work: Path) -> AsyncIterator[PreviewFigure]:
    """How long the window's loop is held up while a player's thread waits for bytes."""
    path = folder / "last.mp4"
    async with timed(work, path, ["rate=1M,latency=0.05,stalls-after=3M"]) as shown:
        await seen(lambda: shown.stage.pane.kind is Kind.FILM and shown.stage.film.is_waiting)
        gaps, last = [], time.perf_counter()
        until_s = last + 5.0
        while last < until_s:
            await asyncio.sleep(0.001)
            now = time.perf_counter()
            gaps.append(now - last)
            last = now
        gaps.sort()
        note = f"longest {gaps[-1] * 1000:.1f} ms"
        yield PreviewFigure("p99 gap of the loop, reader blocked", gaps[len(gaps) * 99 // 100] * 1000, 16, "ms", note)


def run(folder: Path) -> list[PreviewFigure]:
    """All figures, printed as they come."""
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication([])
    app.setQuitOnLastWindowClosed(False)
    loop = make_loop(app)
    asyncio.set_event_loop(loop)
    samples, work = folder / "samples", folder / "work"
    samples.mkdir()
    work.mkdir()
    figures: list[PreviewFigure] = []

    async def take() -> None:
        for part in (look_inside, time_films, measure_gaps, play_at_the_limit):
            async for figure in part(samples, work):
                figures.append(figure)
                print(f"{figure.name}: {figure.value:.2f} {figure.unit}, bound {figure.bound:.2f} ({figure.note})")

    try:
        loop.run_until_complete(take())
    finally:
        loop.close()
        asyncio.set_event_loop(None)
    return figures


def table(figures: Sequence[PreviewFigure]) -> list[tuple[str, ...]]:
    """One row a figure."""
    rows: list[tuple[str, ...]] = [("what", "measured", "bound", "", "")]
    for one in figures:
        kept = "yes" if one.value <= one.bound else "no"
        rows.append((one.name, f"{one.value:.2f} {one.unit}", f"{one.bound:.2f} {one.unit}", kept, one.note))
    return rows
