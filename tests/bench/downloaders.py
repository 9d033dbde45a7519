"""The programs that are compared: how each is called, and one measured call.

Every program is called as a person would, with the options that make it quick and let it use all sources; nothing of
its own configuration is read. What is measured is the whole process, from its start to its end.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from headwater.lab.sample import FileSample, sha256_of


@dataclass(frozen=True, slots=True)
class Downloader:
    """A program: its name, the most sources it takes, and its command line for (target, URLs).

    `streams`: the target may be `-`, and the file then comes in order on the standard output. `ca_option` goes before
    a file with the authorities to trust.
    """

    name: str
    command: Callable[[Path, Sequence[str]], list[str]]
    max_sources: int | None
    is_here: Callable[[], bool]
    streams: bool = False
    ca_option: str = "--ca-certificate"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One call: seconds by the clock, CPU seconds of the process and its children, peak memory in bytes."""

    elapsed_s: float
    cpu_s: float
    peak_rss_bytes: int


def _headwater(target: Path, urls: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "headwater.control.cli", "get", "--quiet", "-o", str(target), *urls]


def _aria2(target: Path, urls: Sequence[str]) -> list[str]:
    options = ["--no-conf", "-q", "-x4", "-s16", "-k1M", "--file-allocation=none", "--allow-overwrite=true"]
    return ["aria2c", *options, "-d", str(target.parent), "-o", target.name, *urls]


def _curl(target: Path, urls: Sequence[str]) -> list[str]:
    return ["curl", "-q", "-s", "-f", "-o", str(target), urls[0]]


DOWNLOADERS: Final = (
    Downloader("headwater", _headwater, None, lambda: find_spec("headwater.control.cli") is not None, streams=True),
    Downloader("aria2c", _aria2, None, lambda: shutil.which("aria2c") is not None),
    Downloader("curl", _curl, 1, lambda: shutil.which("curl") is not None, ca_option="--cacert"),
)

#: Starts a program from a small process: Linux counts as a program's peak also what its parent had when it forked.
_WATCH: Final = """
import json, os, sys, time
began = time.perf_counter()
null = os.open(os.devnull, os.O_WRONLY)
pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
_, status, usage = os.wait4(pid, 0)
print(json.dumps({
    "elapsed_s": time.perf_counter() - began,
    "status": os.waitstatus_to_exitcode(status),
    "cpu_s": usage.ru_utime + usage.ru_stime,
    "peak_rss_bytes": usage.ru_maxrss * 1024,
}))
"""


class DownloadFailedError(Exception):
    """The program ended with another status than 0, or its file is not the one that was served."""


def stream(downloader: Downloader, folder: Path, urls: Sequence[str], *, sha256: str) -> list[tuple[float, int]]:
    """Let a program write the file in order to a pipe; returns (monotonic time in s, bytes so far), read by read.

    Raises `DownloadFailedError`.
    """
    home = folder / "home"
    environment = {**os.environ, "HEADWATER_HOME": str(home), "HOME": str(home)}
    arrived, total, digest = [], 0, hashlib.sha256()
    with subprocess.Popen(downloader.command(Path("-"), urls), env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        while data := os.read(process.stdout.fileno(), 2**20):
            total += len(data)
            arrived.append((time.monotonic(), total))
            digest.update(data)
    shutil.rmtree(home, ignore_errors=True)
    if process.returncode != 0 or digest.hexdigest() != sha256:
        raise DownloadFailedError(f"{downloader.name} streamed another file, or ended with {process.returncode}")
    return arrived


def _as_installed(folder: Path, home: Path) -> dict[str, str]:
    """The environment of a program that lies compiled on the disk, as installers leave it, wherever it is run from."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "HEADWATER_HOME": str(home), "HOME": str(home)}


def measure(
    downloader: Downloader, target: Path, urls: Sequence[str], *, sha256: str, ca_file: Path | None = None
) -> Measurement:
    """Call a program, check the file that it made, and delete it. Raises `DownloadFailedError`."""
    home = target.parent / "home"
    environment = _as_installed(target.parent, home)
    trust = [] if ca_file is None else [downloader.ca_option, str(ca_file)]
    command = [*downloader.command(target, urls), *trust]
    watched = [sys.executable, "-I", "-S", "-c", _WATCH, *command]
    told = json.loads(subprocess.run(watched, env=environment, stdout=subprocess.PIPE, check=True).stdout)
    if told["status"] != 0:
        raise DownloadFailedError(f"{downloader.name} ended with status {told['status']}: {' '.join(command)}")
    if sha256_of(FileSample(target)) != sha256:
        raise DownloadFailedError(f"{downloader.name} made another file than the one that was served")
    target.unlink()
    shutil.rmtree(home, ignore_errors=True)
    return Measurement(told["elapsed_s"], told["cpu_s"], told["peak_rss_bytes"])
