"""The demo: four mirrors of one picture in a child process, so that the window's loop stays free.

One is quick, one near, one far, and one dies half-way: enough for a newcomer to see sources differ, a source fail
and the picture sharpen all the same. The child ends when its standard input closes, so it never outlives its
parent, however that ends.
"""

import json
import subprocess
import sys
from types import TracebackType
from typing import Final

from headwater.lab.shaping import MirrorBehaviour
from headwater.model.errors import LocalError

_PATIENCE_S: Final = 5.0

#: Rates add up so that the picture takes about a quarter of a minute: long enough to look at everything.
DEMO_MIRRORS: Final = (
    MirrorBehaviour(rate_bytes_per_s=26e3, latency_s=0.12, latency_jitter_s=0.02, content_type="image/jpeg"),
    MirrorBehaviour(rate_bytes_per_s=16e3, latency_s=0.03, latency_jitter_s=0.01, content_type="image/jpeg"),
    MirrorBehaviour(rate_bytes_per_s=14e3, latency_s=0.35, latency_jitter_s=0.1, content_type="image/jpeg"),
    MirrorBehaviour(rate_bytes_per_s=16e3, latency_s=0.06, dies_after_bytes=125_000, content_type="image/jpeg"),
)


class Demo:
    """Running demo mirrors. `urls` and `sha256` describe the picture that they serve."""

    def __init__(self, process: subprocess.Popen[str], urls: tuple[str, ...], sha256: str, size_bytes: int) -> None:
        self._process = process
        self.urls = urls
        self.sha256 = sha256
        self.size_bytes = size_bytes

    def close(self) -> None:
        """End the mirrors. Takes a few hundredths of a second; may be called twice."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def __enter__(self) -> "Demo":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        state = "running" if self._process.poll() is None else "over"
        return f"<Demo {state} {' '.join(self.urls)}>"


def start_demo() -> Demo:
    """Start the demo's mirrors; returns when they listen, after some tenths of a second.

    Blocks meanwhile: a program with a loop calls it on a worker thread. Raises `LocalError` when they do not start.
    """
    command = [sys.executable, "-m", "headwater.lab.mirrors_command", "--json", "--until-stdin-closes"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None  # a pipe was asked for
    line = process.stdout.readline()
    if not line:
        process.communicate()
        raise LocalError(f"the demo's mirrors did not start (exit status {process.returncode})")
    told = json.loads(line)
    return Demo(process, tuple(told["urls"]), told["sha256"], told["size_bytes"])
