"""Ten thousand jobs: how soon the real engine has them, how soon the table shows them, and what commands on many cost.

    python -m tests.bench.many_jobs [--jobs N] [--json]

A profile with that many jobs is written (a third paused, the others done), then opened as at a start of the window,
and shown offscreen. CPU time stands beside wall time, because other programs disturb the one and not the other.
"""

import argparse
import asyncio
import json
import os
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from headwater.control.api import Api
from headwater.engine.catalog import Catalog
from headwater.engine.job import JobRecord, Owner, StoredRow
from headwater.engine.profile import Profile
from headwater.model.arrangement import Priority
from headwater.model.commands import MoveJobs, PauseJobs, Place, ResumeJobs, SetPriority
from headwater.model.job import JobId, JobSpec, JobState
from headwater.model.snapshots import JobSnapshot
from headwater.model.source import SourceSpec

_SIZE: Final = 1_000_000
_FRAMES: Final = 240

Figures = dict[str, float]
T = TypeVar("T")


def stored(number: int) -> StoredRow:
    """A job as the catalog keeps it: with two mirrors, done or paused."""
    name = f"file-{number:05d}.iso"
    urls = (f"https://one.example/{name}", f"https://two.example/{name}")
    spec = JobSpec(tuple(map(SourceSpec, urls)), Path("/home/ada/Downloads"))
    state = JobState.DONE if number % 3 else JobState.PAUSED
    received = _SIZE if state is JobState.DONE else 0
    record = JobRecord(spec, 1.78e9 + number, urls, name=name, size_bytes=_SIZE, received_bytes=received)
    return StoredRow(JobId(f"{number:016x}"), Owner.WINDOW, number, state, record)


async def measure_engine(profile: Profile, jobs: int) -> tuple[Figures, tuple[JobSnapshot, ...]]:
    """Seconds to open, to take all snapshots, and to carry out commands on a third of the jobs."""
    profile.make_folders()
    catalog = await Catalog.open(profile.catalog_path)
    await catalog.save_all([stored(number) for number in range(jobs)])
    await catalog.close()
    figures: Figures = {}

    async def timed(name: str, work: Callable[[], Awaitable[T]]) -> T:
        wall_s, cpu_s = time.perf_counter(), time.process_time()
        result = await work()
        figures[f"{name}_s"] = time.perf_counter() - wall_s
        figures[f"{name}_cpu_s"] = time.process_time() - cpu_s
        return result

    async def snapshots() -> tuple[JobSnapshot, ...]:
        return api.jobs()

    api = await timed("open", lambda: Api.open(profile))
    try:
        known = await timed("snapshots", snapshots)
        paused = tuple(job.job_id for job in known if job.state is JobState.PAUSED)
        await api.change_settings(replace(api.settings, is_main_stopped=True))
        await timed("prioritize", lambda: api.execute(SetPriority(paused, Priority.HIGH)))
        await timed("move", lambda: api.execute(MoveJobs(paused, Place.TOP)))
        await timed("resume", lambda: api.execute(ResumeJobs(paused)))
        await timed("pause", lambda: api.execute(PauseJobs(paused)))
    finally:
        await api.close()
    return figures, known


def measure_table(jobs: tuple[JobSnapshot, ...]) -> Figures:
    """Seconds to load the jobs into a shown table, to sort and to search it, and milliseconds a frame of scrolling."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from headwater.model.snapshots import ProgressMap
    from headwater_ui.models.job_model import JobModel
    from headwater_ui.models.job_words import JobColumn
    from headwater_ui.widgets.job_table import JobTable
    from headwater_ui.widgets.progress_map import MapCache

    app = QApplication.instance() or QApplication(["bench"])
    model = JobModel()
    table = JobTable(model, MapCache(lambda _job, cells: ProgressMap(bytes([1] * cells), bytes([255] * cells))))
    table.resize(1000, 800)
    table.show()
    QTest.qWaitForWindowExposed(table)
    app.processEvents()
    figures: Figures = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        started_s = time.perf_counter()
        work()
        table.repaint()
        figures[f"{name}_s"] = time.perf_counter() - started_s

    timed("load", lambda: model.load(jobs))
    timed("search", lambda: table.filter.search("0042"))
    timed("unsearch", lambda: table.filter.search(""))
    timed("sort", lambda: table.sortByColumn(JobColumn.NAME, Qt.SortOrder.DescendingOrder))
    frames = []
    for frame in range(_FRAMES):
        started_s = time.process_time()
        table.verticalScrollBar().setValue(frame * 90)
        table.viewport().grab()
        frames.append(1000 * (time.process_time() - started_s))
    frames.sort()
    figures["frame_median_ms"], figures["frame_p99_ms"] = frames[_FRAMES // 2], frames[int(_FRAMES * 0.99)]
    table.close()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=10_000, help="default: %(default)s")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures, jobs = asyncio.run(measure_engine(Profile(Path(folder), Path(folder)), asked.jobs))
    figures.update(measure_table(jobs))
    if asked.json:
        print(json.dumps(figures))
        return
    print(f"{asked.jobs:,} jobs, {sum(job.state is JobState.PAUSED for job in jobs):,} of them paused")
    for name, value in figures.items():
        words = name.replace("_cpu_s", " (CPU)").removesuffix("_s").removesuffix("_ms").replace("_", " ")
        print(f"  {words:20} {value:8.3f} {'ms of CPU' if name.endswith('_ms') else 's'}")


if __name__ == "__main__":
    main()
