"""How soon the window can be seen, what it needs idle, and what the channels graph costs.

    xvfb-run -s "-screen 0 1440x900x24" python -m tests.bench.window_start [--runs N] [--json]

Start: a fresh process with a warm disk cache, from its birth to the first paint of the main window; and until the
engine is attached. Memory: resident size some seconds later. Graph: 16 channels of four sources, both axes, a new
sample ten times a second for ten seconds; CPU time of the whole process over wall time, without and with the graph.
Lists: ten thousand jobs loaded, and frames of scrolling through them.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Final

_IDLE_S: Final = 3.0
_GRAPH_S: Final = 10.0
_STEP_S: Final = 0.1

#: Runs `headwater_ui.main` with two ears on the window; prints one JSON line and ends.
_PROBE: Final = """
import json, sys, time
import psutil
born = psutil.Process().create_time()
from headwater_ui import main as root
from headwater_ui.shell.main_window import MainWindow
told = {}
build = MainWindow.__init__
def listen(window, bridge, *rest):
    build(window, bridge, *rest)
    def painted():
        told["painted_s"], told["painted_cpu_s"] = time.time() - born, time.process_time()
    window.painted.connect(painted)
    def attached():
        told["attached_s"] = time.time() - born
        from PySide6.QtCore import QTimer
        QTimer.singleShot(int(float(sys.argv[2]) * 1000), window, end)
    def end():
        told["rss_mib"] = psutil.Process().memory_info().rss / 2**20
        window.close()
    bridge.attached.connect(attached)
MainWindow.__init__ = listen
root.main(["--profile", sys.argv[1]])
print(json.dumps(told))
"""


def measure_start(runs: int) -> dict[str, float]:
    """Medians over fresh processes; the first is thrown away, it warms the disk cache."""
    found: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):
            command = [sys.executable, "-c", _PROBE, folder, str(_IDLE_S)]
            out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            found.append(json.loads(out.splitlines()[-1]))
    return {key: statistics.median(one[key] for one in found[1:]) for key in found[0]}


def measure_graph() -> dict[str, float]:
    """CPU in per cent of one core: the loop and the samples alone, and with the graph shown."""
    from PySide6.QtWidgets import QApplication
    from tests.ui.values import channel, sampled

    from headwater.model.job import JobId
    from headwater_ui.hosted_loop import make_loop
    from headwater_ui.models.channel_history import ChannelHistory
    from headwater_ui.theme import Appearance, Theme
    from headwater_ui.widgets.channel_graph import ChannelGraph

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    Theme(app, Appearance.LIGHT)
    graph = ChannelGraph()
    graph.resize(900, 260)
    job_id = JobId("0" * 16)

    received = [0.0] * 16

    def sample(history: ChannelHistory, step: int) -> None:
        for i in range(16):
            received[i] += ((1 + i % 5) * 1e6 + 2e5 * ((step * 7 + i * 13) % 11)) * _STEP_S
        channels = (
            channel(i, i % 4, received_bytes=round(received[i]), latency_s=0.02 + (step + i) % 9 / 100)
            for i in range(16)
        )
        history.sample(sampled(job_id, step * _STEP_S, *channels))

    async def run(shown: bool) -> float:
        history = ChannelHistory()
        for step in range(600):
            sample(history, step)
        if shown:
            graph.show()
            graph.show_history(history)
            await asyncio.sleep(0.5)
        cpu_s, wall_s = time.process_time(), time.perf_counter()
        for step in range(600, 600 + round(_GRAPH_S / _STEP_S)):
            sample(history, step)
            if shown:
                graph.refresh()
            await asyncio.sleep(max(0.0, wall_s + (step - 599) * _STEP_S - time.perf_counter()))
        return 100 * (time.process_time() - cpu_s) / (time.perf_counter() - wall_s)

    with closing(make_loop(app)) as loop:
        hidden = loop.run_until_complete(run(False))
        shown = loop.run_until_complete(run(True))
    graph.close()
    return {"samples_cpu_percent": hidden, "graph_cpu_percent": shown, "graph_alone_cpu_percent": shown - hidden}


def measure_list() -> dict[str, float]:
    """Seconds to load ten thousand jobs into a shown table, and milliseconds a frame of scrolling through them."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    from tests.ui.values import job, running

    from headwater.model.snapshots import ProgressMap
    from headwater_ui.models.job_model import JobModel
    from headwater_ui.widgets.job_table import JobTable
    from headwater_ui.widgets.progress_map import MapCache

    app = QApplication.instance() or QApplication(["bench"])
    model = JobModel()
    table = JobTable(model, MapCache(lambda _job, cells: ProgressMap(bytes([1] * cells), bytes([255] * cells))))
    table.resize(1000, 800)
    table.show()
    QTest.qWaitForWindowExposed(table)
    app.processEvents()
    jobs = [running(i) if i % 3 == 0 else job(i) for i in range(10_000)]
    started_s = time.perf_counter()
    model.load(jobs)
    table.repaint()
    load_s = time.perf_counter() - started_s
    frames = []
    for value in range(0, 240 * 90, 90):
        started_s = time.process_time()
        table.verticalScrollBar().setValue(value)
        table.viewport().grab()
        frames.append(1000 * (time.process_time() - started_s))
    table.close()
    return {
        "load_10000_s": load_s,
        "frame_median_ms": statistics.median(frames),
        "frame_p99_ms": statistics.quantiles(frames, n=100)[98],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted starts (default: %(default)s)")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    figures: dict[str, Any] = {**measure_start(asked.runs), **measure_list(), **measure_graph()}
    figures["platform"] = os.environ.get("QT_QPA_PLATFORM", "default")
    if asked.json:
        print(json.dumps(figures))
        return
    print(f"first paint               {figures['painted_s']:.2f} s after the process began")
    print(f"  CPU until then          {figures['painted_cpu_s']:.2f} s")
    print(f"engine attached           {figures['attached_s']:.2f} s")
    print(f"memory, idle              {figures['rss_mib']:.0f} MiB resident")
    print(f"10,000 jobs               {figures['load_10000_s']:.2f} s to load")
    print(f"  scrolling               {figures['frame_median_ms']:.1f} ms of CPU a frame")
    print(f"                          {figures['frame_p99_ms']:.1f} ms at the 99th percentile")
    print(f"graph, 16 channels        {figures['graph_cpu_percent']:.1f} % of a core, samples included")
    print(f"                          {figures['graph_alone_cpu_percent']:.1f} % the painting alone")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    main()
