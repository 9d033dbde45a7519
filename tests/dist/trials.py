"""What a person does with a program after installing it: fetch a file in the terminal and in the window, see the demo,
let another program command it.

Here it does not matter how it was installed: a trial gets `words(program, *arguments, display=...)`, which makes the
command, and the person's folder.
"""

import asyncio
from pathlib import Path
from typing import Protocol

import aiohttp
from tests.conftest import LabMaker
from tests.dist.clean_root import run
from tests.fakes.desktop import Desktop, leave
from tests.fakes.waiting import PATIENCE_S, until

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


async def command_by_websocket(words: Words) -> None:
    """`serve` answers as aria2 does, and ends when it is told to."""
    command = words("headwater-cli", "serve", "--rpc-listen-port=0", "--rpc-secret=s3cret", "--profile=served")
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    assert process.stderr is not None
    try:
        async with asyncio.timeout(PATIENCE_S):
            while b"Listening" not in (line := await process.stderr.readline()):
                assert line, "the server ended before it listened"
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(f"http://127.0.0.1:{int(line.split()[-1])}/jsonrpc") as socket,
        ):
            for method, answer in (("aria2.getVersion", "version"), ("aria2.shutdown", "OK")):
                await socket.send_json({"jsonrpc": "2.0", "id": method, "method": method, "params": ["token:s3cret"]})
                told = await socket.receive_json(timeout=PATIENCE_S)
                assert answer in told["result"], told
        async with asyncio.timeout(PATIENCE_S):
            assert await process.wait() == 0
    finally:
        if process.returncode is None:
            process.kill()


async def see_the_demo(words: Words, home: Path, desktop: Desktop) -> None:
    """The demo starts a child of the program: without a Python beside it, that is the program itself."""
    async with desktop.program(*words("headwater", "--demo", display=desktop.environment["DISPLAY"])) as window:
        await desktop.window("Headwater")
        part = home / ".local" / "share" / "headwater" / "demo" / "headwater.jpg.part"
        await until(part.exists, "the demo begins")
        await asyncio.sleep(5.0)  # for the picture
        await desktop.shoot("demo")
        await leave(desktop, window)
