"""What a person does with a program after installing it: fetch a file in the terminal and in the window, see the demo.

Here it does not matter how it was installed: a trial gets `words(program, *arguments, display=...)`, which makes the
command, and the person's folder.
"""

import asyncio
import shutil
from pathlib import Path
from typing import Protocol

from tests.conftest import LabMaker
from tests.dist.clean_root import run
from tests.fakes.desktop import Desktop, leave
from tests.fakes.waiting import until

from headwater.lab.sample import FileSample, SeededSample, sha256_of
from headwater.lab.shaping import MirrorBehaviour


class Words(Protocol):
    """Makes the command that starts an installed program."""

    def __call__(self, program: str, *arguments: str, display: str | None = None) -> tuple[str, ...]: ...


async def fetch_in_terminal(words: Words, home: Path, mirror_lab: LabMaker) -> None:
    """`get` from two mirrors, one of which is slow, with the file's hash."""
    sample = SeededSample(3_000_000, seed=11)
    lab = await mirror_lab([MirrorBehaviour(), MirrorBehaviour(rate_bytes_per_s=1e6)], sample, path="/terminal.bin")
    checksum = f"sha-256={sha256_of(sample)}"
    await run(*words("headwater-cli", "get", "--checksum", checksum, "-d", "fetched", *lab.urls))
    assert sha256_of(FileSample(home / "fetched" / "terminal.bin")) == sha256_of(sample)


async def fetch_in_window(words: Words, home: Path, desktop: Desktop, mirror_lab: LabMaker) -> None:
    """Start the window with a link, wait for the file, leave with Ctrl+Q."""
    sample = SeededSample(4_000_000, seed=12)
    lab = await mirror_lab([MirrorBehaviour(rate_bytes_per_s=2e6)] * 2, sample, path="/window.bin")
    target = home / "Downloads" / "window.bin"
    async with desktop.program(*words("headwater", *lab.urls, display=desktop.environment["DISPLAY"])) as window:
        await desktop.window("Headwater")
        await until(target.exists, "the file is complete")
        await asyncio.sleep(1.0)  # for the picture: the list is told a moment later
        await desktop.shoot("fetched")
        await leave(desktop, window)
    assert sha256_of(FileSample(target)) == sha256_of(sample)


async def see_the_demo(words: Words, home: Path, desktop: Desktop) -> None:
    """The demo starts a child of the program: without a Python beside it, that is the program itself."""
    async with desktop.program(*words("headwater", "--demo", display=desktop.environment["DISPLAY"])) as window:
        await desktop.window("Headwater")
        part = home / ".local" / "share" / "headwater" / "demo" / "headwater.jpg.part"
        await until(part.exists, "the demo begins")
        await asyncio.sleep(5.0)  # for the picture
        await desktop.shoot("demo")
        await leave(desktop, window)


def remove_what_is_the_persons(home: Path) -> None:
    """What a person made or asked for; everything else that is left was left by the program or its package."""
    for name in ("fetched", "Downloads", ".local/share/headwater", ".config/headwater", ".cache"):
        shutil.rmtree(home / name, ignore_errors=True)
