"""How long a window takes from the call to the screen, and how much processor time.

    python packaging/steps/start_time.py [--runs N] PROGRAM [ARGUMENT...]

Needs xdotool, and a display that stays as it is when nobody uses it (`Xvfb -noreset`). Each run gets a profile of its
own; the first one, which may find nothing in memory, is told apart from the others.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

_LOOK = ("xdotool", "search", "--onlyvisible", "--name", "^Headwater$")
_STEP_S = 0.01


def time_start(command: Sequence[str]) -> tuple[float, float]:
    """Seconds until the window can be seen, and the processor seconds that the program had used by then."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        began_s = time.monotonic()
        program = subprocess.Popen([*command, "--profile", profile])
        # Its own --sync looks only twice a second.
        while subprocess.run(_LOOK, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode:
            if program.poll() is not None:
                raise SystemExit(f"{command[0]} ended with {program.returncode} before its window was there")
            time.sleep(_STEP_S)
        seen_s, used_s = time.monotonic() - began_s, _used_s(program.pid)
        program.terminate()
        program.wait()
        return seen_s, used_s


def _used_s(process_id: int) -> float:
    """User and system time of a running process, as Linux tells it (proc(5))."""
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(arguments: Sequence[str]) -> None:
    """Print the first run and the median of the others."""
    parser = argparse.ArgumentParser(description="Time a window's start.")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    asked = parser.parse_args(arguments)
    runs = [time_start(asked.command) for _ in range(asked.runs + 1)]
    warm = [seen_s for seen_s, _ in runs[1:]]
    sys.stdout.write(
        f"first {runs[0][0]:.2f} s, then {statistics.median(warm):.2f} s ({min(warm):.2f} to {max(warm):.2f}, "
        f"{len(warm)} runs), processor to the window {statistics.median(used for _, used in runs[1:]):.2f} s, "
        f"load average {os.getloadavg()[0]:.1f}\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
