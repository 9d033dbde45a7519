"""Start a bundle and see that it works: mirrors of its own, a file fetched from them, the window with its demo.

    python packaging/steps/smoke.py FOLDER

Needs nothing but the bundle and any Python, and runs on every system: the window is shown on no screen. What is only
true of one system (menus, document types, removing) has to be tried there.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PATIENCE_S = 60.0


def try_bundle(folder: Path) -> None:
    """Raises `AssertionError` or `subprocess.CalledProcessError` when something does not work."""
    suffix = ".exe" if sys.platform == "win32" else ""
    terminal, window = folder / f"headwater-cli{suffix}", folder / f"headwater{suffix}"
    version = subprocess.run([terminal, "--version"], check=True, capture_output=True, text=True, timeout=_PATIENCE_S)
    _tell(version.stdout.strip())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        fetch(terminal, Path(place))
        show_demo(window, Path(place))


def fetch(terminal: Path, place: Path) -> None:
    """`lab mirrors` in one process, `get` in another."""
    command: list[str | Path] = [
        terminal,
        "lab",
        "mirrors",
        "--size",
        "8Mi",
        "--mirror",
        "rate=8M",
        "--mirror",
        "rate=4M",
    ]
    with subprocess.Popen(
        [*command, "--json", "--until-stdin-closes"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as mirrors:
        assert mirrors.stdout is not None  # a pipe was asked for
        told = json.loads(mirrors.stdout.readline())
        get: list[str | Path] = [
            terminal,
            "get",
            "--json",
            "--profile",
            place / "terminal",
            "-d",
            place,
            "-o",
            "sample.bin",
        ]
        done = subprocess.run(
            [*get, "--checksum", f"sha-256={told['sha256']}", *told["urls"]],
            check=True, capture_output=True, text=True, timeout=_PATIENCE_S,
        )  # fmt: skip
        mirrors.communicate()
    assert (place / "sample.bin").stat().st_size == told["size_bytes"]
    _tell(f"fetched {told['size_bytes']} bytes from {len(told['urls'])} mirrors: {done.stdout.strip()[:200]}")


def show_demo(window: Path, place: Path) -> None:
    """The window begins its demo, which starts a child of the program."""
    part = place / "window" / "demo" / "headwater.jpg.part"
    shown = subprocess.Popen(
        [window, "--profile", place / "window", "--demo"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    began_s = time.monotonic()
    try:
        while not part.exists():
            assert shown.poll() is None, f"the window ended with {shown.returncode}"
            assert time.monotonic() - began_s < _PATIENCE_S, "the demo did not begin"
            time.sleep(0.1)
        _tell(f"the demo began after {time.monotonic() - began_s:.1f} s")
    finally:
        shown.terminate()
        shown.wait(_PATIENCE_S)


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try_bundle(Path(sys.argv[1]).absolute())
