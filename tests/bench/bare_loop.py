"""A loop that does nothing but beat, in a process of its own: what a computer under load leaves of anybody's time.

    python -m tests.bench.bare_loop      beats every 4 ms until its standard input ends, then prints its gaps in seconds

`BareLoop` starts it beside a measurement and stops it again. Where its gaps are long, others had the processors; what
the measured loop is late beyond them is its own.
"""

import json
import selectors
import subprocess
import sys
import time
from itertools import pairwise
from typing import Final, Self

BEAT_S: Final = 0.004


def beat_until_told() -> list[float]:
    """The gaps between the beats, until there is something on standard input or it ends."""
    beats: list[float] = []
    with selectors.DefaultSelector() as selector:
        selector.register(sys.stdin, selectors.EVENT_READ)
        while not selector.select(BEAT_S):
            beats.append(time.perf_counter())
    return [after - before for before, after in pairwise(beats)]


class BareLoop:
    """Beats while the `with` block runs; `gaps` afterwards, in ascending order."""

    def __init__(self) -> None:
        self.gaps: list[float] = []

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.bench.bare_loop"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self

    def __exit__(self, *_: object) -> None:
        told, _none = self._process.communicate()
        self.gaps = sorted(json.loads(told))


if __name__ == "__main__":
    print(json.dumps(beat_until_told()))
