"""What polling tools cost: 1,000 requests a second while 8 jobs run at 50 MB/s in all. Run as a module.

    python -m tests.bench.rpc_load

A server of its own, shaped mirrors in a process of their own, two runs in turn: the same jobs left alone, and the
same jobs while tools ask `tellStatus` and `tellActive` and 200 listeners are connected. Said is how much longer the
jobs took, and how long the answers.
"""

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import aiohttp

_CLI: Final = (sys.executable, "-m", "headwater.control.cli")
_JOBS: Final = 8
_RATE_BYTES_PER_S: Final = 50e6
_LISTENERS: Final = 200
_ASKERS: Final = 32


@asynccontextmanager
async def _process(*command: str, stdin: int = asyncio.subprocess.DEVNULL) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *command, stdin=stdin, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


class _Server:
    """A `serve` of its own, asked over one session."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session = session
        self._url = f"http://127.0.0.1:{port}/jsonrpc"

    async def call(self, method: str, *params: Any) -> Any:
        call = {"id": 1, "method": method, "params": params}
        async with self._session.post(self._url, json=call) as response:
            return (await response.json(content_type=None))["result"]

    async def listen(self) -> aiohttp.ClientWebSocketResponse:
        return await self._session.ws_connect(self._url)


async def _run_jobs(folder: Path, urls: Sequence[str], rate_per_s: float) -> tuple[float, list[float]]:
    """Seconds until all jobs were done, and how long each answer took."""
    options = (f"--dir={folder}", "--rpc-listen-port=0", f"--max-concurrent-downloads={_JOBS}")
    async with AsyncExitStack() as stack:
        process = await stack.enter_async_context(_process(*_CLI, "serve", "--profile", str(folder / "p"), *options))
        if process.stderr is None:
            raise RuntimeError("the server's messages are not heard")
        line = b""
        while b"Listening" not in line:
            line = await process.stderr.readline()
        connector = aiohttp.TCPConnector(limit=0)
        session = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))
        server = _Server(session, int(line.split()[-1]))
        begun = time.perf_counter()
        gids = [await server.call("aria2.addUri", urls, {"out": f"{i}.bin"}) for i in range(_JOBS)]
        done, latencies = asyncio.Event(), list[float]()
        askers = []
        if rate_per_s:
            for _ in range(_LISTENERS):
                await stack.enter_async_context(await server.listen())
            askers = [
                asyncio.create_task(_ask(server, gids[i % _JOBS], rate_per_s / _ASKERS, done, latencies))
                for i in range(_ASKERS)
            ]
        while int((await server.call("aria2.getGlobalStat"))["numStopped"]) < _JOBS:  # noqa: ASYNC110  # as tools do
            await asyncio.sleep(0.05)
        elapsed_s = time.perf_counter() - begun
        done.set()
        await asyncio.gather(*askers)
        await server.call("aria2.forceShutdown")
    return elapsed_s, latencies


async def _ask(server: _Server, gid: str, rate_per_s: float, done: asyncio.Event, latencies: list[float]) -> None:
    """Ask at an even pace, catching up when answers were late."""
    due = time.perf_counter()
    turn = 0
    while not done.is_set():
        begun = time.perf_counter()
        if turn % 2:
            await server.call("aria2.tellActive", ["gid", "status", "completedLength", "downloadSpeed"])
        else:
            await server.call("aria2.tellStatus", gid)
        latencies.append(time.perf_counter() - begun)
        turn += 1
        due += 1 / rate_per_s
        await asyncio.sleep(max(0.0, due - time.perf_counter()))


async def _measure(folder: Path, runs: int, rate_per_s: float, size_bytes: int) -> None:
    each = _RATE_BYTES_PER_S / 2
    mirrors = [word for _ in range(2) for word in ("--mirror", f"rate={each:.0f},latency=0.01")]
    command = (*_CLI, "lab", "mirrors", "--json", "--size", str(size_bytes), *mirrors)
    async with _process(*command) as lab:
        if lab.stdout is None:
            raise RuntimeError("the mirrors' addresses are not heard")
        urls = json.loads(await lab.stdout.readline())["urls"]
        alone, asked, latencies = list[float](), list[float](), list[float]()
        for run in range(runs):
            for times, rate in ((alone, 0.0), (asked, rate_per_s)):
                place = folder / f"{run}-{rate:.0f}"
                await asyncio.to_thread(place.mkdir)
                elapsed_s, some = await _run_jobs(place, urls, rate)
                times.append(elapsed_s)
                latencies += some
                await asyncio.to_thread(shutil.rmtree, place)
    cuts = [1000 * cut for cut in quantiles(latencies, n=100)]
    answered = len(latencies) / sum(asked)
    print(f"{_JOBS} jobs of {size_bytes / 2**20:.0f} MiB at {_RATE_BYTES_PER_S / 1e6:.0f} MB/s, {_LISTENERS} listeners")
    print(f"left alone          {median(alone):6.2f} s")
    slower = median(asked) / median(alone)
    print(f"asked {answered:5.0f} times a s {median(asked):6.2f} s, {slower:.3f} times as long")
    print(f"answers: median {cuts[49]:.1f} ms, 99 % within {cuts[98]:.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1000.0, help="requests a second")
    parser.add_argument("--size", type=int, default=64 * 2**20, help="of each job's file, in bytes")
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="headwater-rpc-"))
    try:
        asyncio.run(_measure(folder, args.runs, args.rate, args.size))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
