"""How long the window's event loop is away: gaps between beats of a timer while files come fast.

    python -m tests.bench.loop_gap [--rates 250 500] [--seconds N] [--stacks]

A real window (offscreen) on the hosted loop shows a job that comes over eight channels from four nginx servers in
processes of their own, each channel held to an eighth of the rate; every piece of the file has a trusted hash, and
the channels graph is on. A precise Qt timer beats every 4 ms: a gap is the time between two beats, the 4 ms included.
`--stacks` also samples what the loop's thread does while a beat is overdue, and prints the commonest places.
"""

import argparse
import asyncio
import hashlib
import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from pathlib import Path
from types import FrameType
from typing import Any, Final

from tests.bench.report import Row, computer
from tests.fakes.nginx import NginxMirrors, find_nginx

from headwater.model.commands import AddJob
from headwater.model.job import JobId, JobOptions, JobSpec, JobState, PieceHashes
from headwater.model.source import SourceSpec
from headwater.model.tuning import Tuning

#: Bytes per second, over all channels together.
RATES: Final = (250e6, 500e6)
BEAT_MS: Final = 4
SERVERS: Final = 4
CHANNELS: Final = 8
_PIECE_BYTES: Final = 1024**2
#: Left out at both ends: connecting and slow start, finishing and renaming.
_WARM_UP_S: Final = 1.5
#: A beat that is overdue by so much is looked at.
_OVERDUE_S: Final = 0.012


@dataclass(frozen=True, slots=True)
class GapFigure:
    """Gaps in seconds at `rate_bytes_per_s`, the rate that was reached, and CPU seconds per 10^9 bytes."""

    wanted_bytes_per_s: float
    rate_bytes_per_s: float
    median_s: float
    p99_s: float
    p999_s: float
    longest_s: float
    beats: int
    cpu_s_per_gb: float

    def __str__(self) -> str:
        gaps = ", ".join(
            f"{name} {1000 * value:.1f} ms"
            for name, value in (
                ("median", self.median_s),
                ("p99", self.p99_s),
                ("p99.9", self.p999_s),
                ("longest", self.longest_s),
            )
        )
        rates = f"{self.wanted_bytes_per_s / 1e6:.0f} MB/s wanted, {self.rate_bytes_per_s / 1e6:.0f} reached"
        return f"{rates}: {gaps} ({self.beats} beats, {self.cpu_s_per_gb:.2f} CPU s/GB)"


class StackSampler:
    """Notes where the loop's thread is while a beat is overdue. A thread of its own; it needs the interpreter's lock,
    so what holds that lock in C code is seen only when it lets go."""

    def __init__(self) -> None:
        self.places: Counter[str] = Counter()
        #: When the last beat was; nothing is sampled while there are none.
        self.beat_at_s = inf
        self._main = threading.get_ident()
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="stack sampler")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._is_over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._is_over.wait(0.002):
            if time.perf_counter() - self.beat_at_s < BEAT_MS / 1000 + _OVERDUE_S:
                continue
            frame = sys._current_frames().get(self._main)
            if frame is not None:
                self.places[_place(frame)] += 1


def _place(frame: FrameType) -> str:
    """The innermost frames that are ours, innermost first."""
    frames = traceback.extract_stack(frame)[::-1]
    ours = [one for one in frames if "headwater" in one.filename and "bench" not in one.filename]
    shown = [*frames[:1], *[one for one in ours if one is not frames[0]][:3]]
    return " < ".join(f"{Path(one.filename).stem}.{one.name}:{one.lineno}" for one in shown)


def table(figures: Sequence[GapFigure]) -> list[Row]:
    """One row a rate."""
    head = ("MB/s wanted", "MB/s reached", "median ms", "p99 ms", "p99.9 ms", "longest ms", "CPU s/GB")
    rows: list[Row] = [head]
    for one in figures:
        gaps = (one.median_s, one.p99_s, one.p999_s, one.longest_s)
        rates = (f"{rate / 1e6:.0f}" for rate in (one.wanted_bytes_per_s, one.rate_bytes_per_s))
        rows.append((*rates, *(f"{1000 * gap:.1f}" for gap in gaps), f"{one.cpu_s_per_gb:.2f}"))
    return rows


def run(
    rates: Sequence[float], folder: Path, *, seconds: float = 12.0, sampler: StackSampler | None = None
) -> list[GapFigure]:
    """Measure each rate (bytes per second) for so long; prints as it goes."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    import qasync  # type: ignore[import-untyped]  # it ships no types
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    figures = []
    with qasync.QEventLoop(app) as loop:
        for number, rate in enumerate(rates):
            scratch = folder / f"rate-{number}"
            (scratch / "served").mkdir(parents=True)
            size = round(rate * seconds) // _PIECE_BYTES * _PIECE_BYTES
            # Holes read as zeros: servers and hashes do not know the difference, and it costs no memory.
            with (scratch / "served" / "sample.bin").open("wb") as file:
                file.truncate(size)
            extra = f"limit_rate {round(rate / CHANNELS)};"
            with NginxMirrors(scratch / "served", SERVERS, scratch, extra) as mirrors:
                work = _measure(app, mirrors.urls("sample.bin"), scratch, size=size, rate=rate, sampler=sampler)
                figures.append(loop.run_until_complete(work))
            print(figures[-1], flush=True)
            shutil.rmtree(scratch)
    return figures


async def _measure(
    app: Any, urls: tuple[str, ...], scratch: Path, *, size: int, rate: float, sampler: StackSampler | None
) -> GapFigure:
    from PySide6.QtCore import Qt, QTimer

    from headwater.control.api import Api
    from headwater_ui.bridge import Bridge
    from headwater_ui.shell.main_window import MainWindow
    from headwater_ui.shell.view_state import ViewState
    from headwater_ui.theme import Appearance, Theme

    bridge = Bridge()
    window = MainWindow(bridge, ViewState(None), Theme(app, Appearance.LIGHT))
    window.resize(1400, 900)
    window.show()
    api = await Api.open(scratch / "profile")
    bridge.attach(api)
    zeros = hashlib.sha256(bytes(_PIECE_BYTES)).digest()
    options = JobOptions(
        pieces=PieceHashes("sha-256", _PIECE_BYTES, zeros * (size // _PIECE_BYTES)),
        tuning=Tuning(max_channels_per_source=CHANNELS // SERVERS),
    )
    job_id = await api.execute(AddJob(JobSpec(tuple(map(SourceSpec, urls)), scratch / "out", None, options)))
    assert job_id is not None
    window.adding.select_soon(job_id)
    beats: list[float] = []
    timer = QTimer(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)

    def beat() -> None:
        now = time.perf_counter()
        beats.append(now)
        if sampler is not None:
            sampler.beat_at_s = now

    timer.timeout.connect(beat)
    await asyncio.sleep(_WARM_UP_S)
    timer.start(BEAT_MS)
    figure = await _watch(api, job_id, beats, rate)
    timer.stop()
    if sampler is not None:
        sampler.beat_at_s = inf
    await api.settled(job_id)
    job = api.job(job_id)
    assert job.state is JobState.DONE, job
    window.close()
    bridge.detach()
    await api.close()
    window.deleteLater()
    return figure


async def _watch(api: Any, job_id: JobId, beats: list[float], rate: float) -> GapFigure:
    """Until nearly all is there; then the gaps."""
    began_s, cpu_s, had = time.perf_counter(), time.process_time(), api.job(job_id).received_bytes
    size = None
    while size is None or api.job(job_id).received_bytes < size - rate * 0.5:
        await asyncio.sleep(0.1)
        size = api.job(job_id).size_bytes
        if api.job(job_id).state is not JobState.RUNNING:
            break
    took_s = time.perf_counter() - began_s
    came = api.job(job_id).received_bytes - had
    gaps = sorted(after - before for before, after in pairwise(beats))
    return GapFigure(
        wanted_bytes_per_s=rate,
        rate_bytes_per_s=came / took_s,
        median_s=gaps[len(gaps) // 2],
        p99_s=gaps[int(len(gaps) * 0.99)],
        p999_s=gaps[int(len(gaps) * 0.999)],
        longest_s=gaps[-1],
        beats=len(gaps),
        cpu_s_per_gb=(time.process_time() - cpu_s) / came * 1e9,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--rates", type=float, nargs="+", default=[rate / 1e6 for rate in RATES], help="MB/s (default: 250 500)"
    )
    parser.add_argument("--seconds", type=float, default=12.0, help="of each rate (default: %(default)s)")
    parser.add_argument("--stacks", action="store_true", help="sample what the loop does while a beat is overdue")
    parser.add_argument("--folder", type=Path, help="where files are served from and written to (default: /dev/shm)")
    args = parser.parse_args()
    if find_nginx() is None:
        print("nginx is not installed")
        return 1
    print(computer())
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="headwater-gap-", dir=args.folder or (memory if memory.is_dir() else None)))
    sampler = StackSampler() if args.stacks else None
    if sampler is not None:
        sampler.start()
    try:
        run([rate * 1e6 for rate in args.rates], folder, seconds=args.seconds, sampler=sampler)
    finally:
        if sampler is not None:
            sampler.stop()
            for place, count in sampler.places.most_common(25):
                print(f"{count:5} {place}")
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
