"""How long the window's event loop is away: gaps between beats of a timer while files come fast.

    python -m tests.bench.loop_gap [--loads 1x250 1x500 8x250] [--seconds N] [--stacks]

A real window (offscreen) on the hosted loop shows one job or eight, each of which comes over eight channels from four
nginx servers in processes of their own. All channels together are held to the rate, each to its even share; every piece
of the files has a trusted hash, and the channels graph is on. A load of `8x250` is eight jobs, so 64 channels, at
250 MB/s in all. A precise Qt timer beats every 4 ms: a gap is the time between two beats, the 4 ms included.
`own` is the processor time that the loop's thread took from beat to beat, which others' work does not lengthen; `bare`
are the gaps of a loop beside it that does nothing (`bare_loop`), which only others' work makes.
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
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from pathlib import Path
from types import FrameType
from typing import Any, Final

from tests.bench.bare_loop import BareLoop
from tests.bench.report import Row, computer
from tests.fakes.nginx import NginxMirrors, find_nginx

from headwater.model.commands import AddJob
from headwater.model.job import JobId, JobOptions, JobSpec, JobState, PieceHashes
from headwater.model.source import SourceSpec
from headwater.model.tuning import Tuning

BEAT_MS: Final = 4
SERVERS: Final = 4
#: Of each job.
CHANNELS: Final = 8
_PIECE_BYTES: Final = 1024**2
#: Left out at both ends: connecting and slow start, finishing and renaming.
_WARM_UP_S: Final = 1.5
#: A beat that is overdue by so much is looked at.
_OVERDUE_S: Final = 0.012


@dataclass(frozen=True, slots=True)
class Load:
    """So many jobs, with `rate_bytes_per_s` over all of their channels together."""

    jobs: int
    rate_bytes_per_s: float

    @classmethod
    def read(cls, text: str) -> "Load":
        """`8x250`: eight jobs, 250 MB/s. Raises `ValueError`."""
        jobs, _, rate = text.partition("x")
        return cls(int(jobs), float(rate) * 1e6)

    @property
    def channels(self) -> int:
        return self.jobs * CHANNELS


LOADS: Final = (Load(1, 250e6), Load(1, 500e6), Load(8, 250e6))


@dataclass(frozen=True, slots=True)
class GapFigure:
    """Gaps in seconds at `rate_bytes_per_s`, the rate that was reached over `channels` open at once (the median of
    looks), and CPU seconds per 10^9 bytes. `own` is the loop's thread's processor time in a gap, `bare` a bare loop's
    gaps at the same time."""

    load: Load
    channels: int
    rate_bytes_per_s: float
    median_s: float
    p99_s: float
    p999_s: float
    longest_s: float
    beats: int
    cpu_s_per_gb: float
    own_p99_s: float
    own_longest_s: float
    bare_p99_s: float
    bare_p999_s: float

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
        rates = f"{self.load.rate_bytes_per_s / 1e6:.0f} MB/s wanted, {self.rate_bytes_per_s / 1e6:.0f} reached"
        ways = f"{self.load.jobs} jobs, {self.channels} of {self.load.channels} channels"
        own = f"own time p99 {1000 * self.own_p99_s:.1f} ms, longest {1000 * self.own_longest_s:.1f} ms"
        bare = f"a bare loop's p99 {1000 * self.bare_p99_s:.1f} ms, p99.9 {1000 * self.bare_p999_s:.1f} ms"
        return f"{ways}, {rates}: {gaps} ({self.beats} beats, {self.cpu_s_per_gb:.2f} CPU s/GB); {own}; {bare}"


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
    """One row a load."""
    head = (
        "jobs",
        "channels",
        "MB/s wanted",
        "MB/s reached",
        "median ms",
        "p99 ms",
        "p99.9 ms",
        "longest ms",
        "own p99 ms",
        "bare p99 ms",
        "bare p99.9 ms",
        "CPU s/GB",
    )
    rows: list[Row] = [head]
    for one in figures:
        gaps = (one.median_s, one.p99_s, one.p999_s, one.longest_s, one.own_p99_s, one.bare_p99_s, one.bare_p999_s)
        rates = (f"{rate / 1e6:.0f}" for rate in (one.load.rate_bytes_per_s, one.rate_bytes_per_s))
        shown = (f"{1000 * gap:.1f}" for gap in gaps)
        rows.append((str(one.load.jobs), str(one.channels), *rates, *shown, f"{one.cpu_s_per_gb:.2f}"))
    return rows


def run(
    loads: Sequence[Load], folder: Path, *, seconds: float = 12.0, sampler: StackSampler | None = None
) -> list[GapFigure]:
    """Measure each load for so long; prints as it goes."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from headwater_ui.hosted_loop import make_loop

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    figures = []
    with closing(make_loop(app)) as loop:
        for number, load in enumerate(loads):
            scratch = folder / f"load-{number}"
            served = scratch / "served"
            served.mkdir(parents=True)
            size = round(load.rate_bytes_per_s / load.jobs * seconds) // _PIECE_BYTES * _PIECE_BYTES
            names = [f"sample-{job}.bin" for job in range(load.jobs)]
            for name in names:
                # Holes read as zeros: servers and hashes do not know the difference, and it costs no memory.
                with (served / name).open("wb") as file:
                    file.truncate(size)
            even = round(load.rate_bytes_per_s / load.channels)
            with NginxMirrors(served, SERVERS, scratch, paced_bytes_per_s=even) as mirrors:
                urls = [mirrors.urls(name) for name in names]
                work = _measure(app, urls, scratch, size=size, load=load, sampler=sampler)
                figures.append(loop.run_until_complete(work))
            print(figures[-1], flush=True)
            shutil.rmtree(scratch)
    return figures


async def _measure(
    app: Any, files: Sequence[tuple[str, ...]], scratch: Path, *, size: int, load: Load, sampler: StackSampler | None
) -> GapFigure:
    from headwater.control.window_api import WindowApi
    from headwater_ui.bridge import Bridge
    from headwater_ui.shell.garbage import GarbageKeeper
    from headwater_ui.shell.main_window import MainWindow
    from headwater_ui.shell.view_state import ViewState
    from headwater_ui.theme import Appearance, Theme

    bridge = Bridge()
    view = ViewState(None)
    view.put("keep_awake", False)  # whether the computer sleeps is not what is measured
    window = MainWindow(bridge, view, Theme(app, Appearance.LIGHT))
    window.resize(1400, 900)
    window.show()
    garbage = GarbageKeeper(app)
    api = await WindowApi.open(scratch / "profile")
    bridge.attach(api)
    await api.change_settings(replace(api.settings, running_at_once=load.jobs))
    zeros = hashlib.sha256(bytes(_PIECE_BYTES)).digest()
    per_source = CHANNELS // SERVERS
    options = JobOptions(
        pieces=PieceHashes("sha-256", _PIECE_BYTES, zeros * (size // _PIECE_BYTES)),
        # A host's connections are shared by the jobs that run: each job is to have its own in full.
        tuning=Tuning(max_channels_per_source=per_source, max_channels_per_host=per_source * load.jobs),
    )
    job_ids: list[JobId] = []
    for urls in files:
        job_id = await api.execute(AddJob(JobSpec(tuple(map(SourceSpec, urls)), scratch / "out", None, options)))
        assert job_id is not None
        job_ids.append(job_id)
    window.adding.select_soon(job_ids[0])
    await asyncio.sleep(_WARM_UP_S)
    figure = await _watch(window, api, job_ids, load, sampler)
    for job_id in job_ids:
        job = await api.settled(job_id)
        assert job.state is JobState.DONE, job
    window.close()
    bridge.detach()
    await api.close()
    garbage.close()
    window.deleteLater()
    return figure


async def _watch(
    window: Any, api: Any, job_ids: Sequence[JobId], load: Load, sampler: StackSampler | None
) -> GapFigure:
    """Until the first job has nearly all; then the gaps."""
    from PySide6.QtCore import Qt, QTimer

    beats: list[float] = []
    own: list[float] = []

    def beat() -> None:
        now = time.perf_counter()
        beats.append(now)
        own.append(time.thread_time())
        if sampler is not None:
            sampler.beat_at_s = now

    timer = QTimer(window)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    began_s, cpu_s = time.perf_counter(), time.process_time()
    had = sum(api.job(job_id).received_bytes for job_id in job_ids)
    channels: list[int] = []
    left_out = load.rate_bytes_per_s / load.jobs * 0.5
    with BareLoop() as bare:
        timer.start(BEAT_MS)
        while True:
            await asyncio.sleep(0.1)
            jobs = [api.job(job_id) for job_id in job_ids]
            if any(job.state is not JobState.RUNNING for job in jobs):
                break
            if any(job.size_bytes is not None and job.received_bytes > job.size_bytes - left_out for job in jobs):
                break
            channels.append(sum(job.channels_active for job in jobs))
        timer.stop()
        if sampler is not None:
            sampler.beat_at_s = inf
        took_s, cpu_s = time.perf_counter() - began_s, time.process_time() - cpu_s
        came = sum(api.job(job_id).received_bytes for job_id in job_ids) - had
    gaps, times = (sorted(after - before for before, after in pairwise(marks)) for marks in (beats, own))
    return GapFigure(
        load=load,
        channels=sorted(channels)[len(channels) // 2],
        rate_bytes_per_s=came / took_s,
        median_s=gaps[len(gaps) // 2],
        p99_s=_share_below(gaps, 0.99),
        p999_s=_share_below(gaps, 0.999),
        longest_s=gaps[-1],
        beats=len(gaps),
        cpu_s_per_gb=cpu_s / came * 1e9,
        own_p99_s=_share_below(times, 0.99),
        own_longest_s=times[-1],
        bare_p99_s=_share_below(bare.gaps, 0.99),
        bare_p999_s=_share_below(bare.gaps, 0.999),
    )


def _share_below(ascending: Sequence[float], part: float) -> float:
    return ascending[int(len(ascending) * part)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--loads", type=Load.read, nargs="+", default=LOADS, help="jobs x MB/s in all (default: 1x250 1x500 8x250)"
    )
    parser.add_argument("--seconds", type=float, default=12.0, help="of each load (default: %(default)s)")
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
        run(args.loads, folder, seconds=args.seconds, sampler=sampler)
    finally:
        if sampler is not None:
            sampler.stop()
            for place, count in sampler.places.most_common(25):
                print(f"{count:5} {place}")
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
