"""`headwater-cli` under the name `aria2c`, and what aria2's command line makes `serve` do besides serving."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from tests.conftest import LabMaker
from tests.fakes.waiting import PATIENCE_S

from headwater.lab.sample import SeededSample
from headwater.lab.shaping import MirrorBehaviour

NOWHERE = "http://127.0.0.1:9"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def aria2c(tmp_path: Path) -> Path:
    """The program under aria2's name, as a link to it would be."""
    program = tmp_path / "bin" / "aria2c"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom headwater.control.cli import enter\n\nraise SystemExit(enter())\n")
    program.chmod(0o755)
    return program


@asynccontextmanager
async def started(program: Path, home: Path, *options: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process of it; killed in the end, as tools do to aria2, unless it has ended before."""
    process = await asyncio.create_subprocess_exec(
        str(program), "--enable-rpc=true", "--quiet", *options, env={**os.environ, "HEADWATER_HOME": str(home)}
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def ask(port: int, method: str, *params: Any) -> Any:
    """A first knock at a port: tried until somebody listens there, answered when there is something to say."""
    url = f"http://127.0.0.1:{port}/jsonrpc"
    async with asyncio.timeout(PATIENCE_S), aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.post(url, json={"id": 1, "method": method, "params": params}) as response:
                    return (await response.json(content_type=None))["result"]
            except aiohttp.ClientConnectorError:
                await asyncio.sleep(0.02)


async def gids(port: int) -> list[str]:
    return [job["gid"] for job in await ask(port, "aria2.tellWaiting", 0, 99, ["gid"])]


async def test_it_remembers_what_the_session_names_and_nothing_else(aria2c: Path, tmp_path: Path) -> None:
    port, home, session = free_port(), tmp_path / "home", tmp_path / "session.txt"
    options = (f"--rpc-listen-port={port}", f"--dir={tmp_path}", f"--input-file={session}", "--max-tries=3")
    session.write_text("".join(f"{NOWHERE}/{name}\n gid={name * 16}\n pause=true\n" for name in "ab"), encoding="utf-8")
    async with started(aria2c, home, *options):
        assert await gids(port) == ["a" * 16, "b" * 16], "the first who asks is told of the session's jobs"
        assert (await ask(port, "aria2.getGlobalOption"))["max-concurrent-downloads"] == "5"
        await ask(port, "aria2.changeGlobalOption", {"max-concurrent-downloads": "1"})
        await ask(port, "aria2.addUri", [f"{NOWHERE}/c"], {"pause": "true"})
    other = f"{NOWHERE}/other\n gid={'b' * 16}\n pause=true\n"
    session.write_text(f"{NOWHERE}/a\n gid={'a' * 16}\n pause=true\n{other}", encoding="utf-8")
    async with started(aria2c, home, *options):
        assert await gids(port) == ["a" * 16, "b" * 16]
        assert [uri["uri"] for uri in await ask(port, "aria2.getUris", "b" * 16)] == [f"{NOWHERE}/other"]
        assert (await ask(port, "aria2.getGlobalOption"))["max-concurrent-downloads"] == "5"


async def test_it_tells_aria2s_version(aria2c: Path) -> None:
    process = await asyncio.create_subprocess_exec(str(aria2c), "--version", stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    assert (process.returncode, out.splitlines()[0]) == (0, b"aria2 version 1.37.0")
    assert b"Enabled Features: Async DNS, " in out


async def test_a_goodbye_in_the_first_moment_is_heard(aria2c: Path, tmp_path: Path) -> None:
    port, session = free_port(), tmp_path / "session.txt"
    options = (f"--rpc-listen-port={port}", f"--dir={tmp_path}", f"--save-session={session}", "--pause=true")
    async with started(aria2c, tmp_path / "home", *options, f"{NOWHERE}/x") as process:
        await ask(port, "system.listMethods")
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
    assert f"{NOWHERE}/x\t\n" in session.read_text()


async def test_in_the_background_it_goes_on_alone(aria2c: Path, tmp_path: Path) -> None:
    port = free_port()
    options = (f"--rpc-listen-port={port}", f"--dir={tmp_path}", "--daemon=true")
    async with started(aria2c, tmp_path / "home", *options) as process, asyncio.timeout(PATIENCE_S):
        assert await process.wait() == 0
        assert (await ask(port, "aria2.getVersion"))["version"]
        assert await ask(port, "aria2.forceShutdown") == "OK"


async def test_it_ends_with_the_process_it_was_started_for(aria2c: Path, tmp_path: Path) -> None:
    master = await asyncio.create_subprocess_exec(sys.executable, "-c", "input()", stdin=asyncio.subprocess.PIPE)
    assert master.stdin is not None
    options = (f"--rpc-listen-port={free_port()}", f"--dir={tmp_path}", f"--stop-with-process={master.pid}")
    async with started(aria2c, tmp_path / "home", *options) as process, asyncio.timeout(PATIENCE_S):
        master.stdin.close()
        await master.wait()
        assert await process.wait() == 0


async def test_a_command_is_run_when_a_file_is_there(aria2c: Path, tmp_path: Path, mirror_lab: LabMaker) -> None:
    lab = await mirror_lab([MirrorBehaviour()], SeededSample(100_000))
    hook = tmp_path / "hook.sh"
    hook.write_text(f'#!/bin/sh\nprintf "%s %s %s" "$@" > "{tmp_path}/told.new"\nmv "{tmp_path}/told.new" "$0.told"\n')
    hook.chmod(0o755)
    port = free_port()
    options = (f"--rpc-listen-port={port}", f"--dir={tmp_path}", f"--on-download-complete={hook}")
    async with started(aria2c, tmp_path / "home", *options) as process, asyncio.timeout(2 * PATIENCE_S):
        gid = await ask(port, "aria2.addUri", [lab.urls[0]], {"out": "x.bin"})
        while not (tmp_path / "hook.sh.told").exists():
            assert json.dumps(await ask(port, "aria2.tellStatus", gid, ["status"])) != '{"status": "error"}'
            await asyncio.sleep(0.05)
        assert (tmp_path / "hook.sh.told").read_text() == f"{gid} 1 {tmp_path / 'x.bin'}"
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0
